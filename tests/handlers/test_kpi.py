"""`/kpi`: what each metric is, and how the team's month stands."""

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import Connection

from bot.command import Answer, Refusal, Usage
from handlers.kpi import metrics, turn
from kpi.entry import How, Line, Measure
from kpi.message import Message
from kpi.metrics import Group, Metric, in_group
from kpi.team import Member
from storage import customers, entries
from storage.database import Database
from tests.bot.shop import Shop, labels, lines, local
from tests.kpi.june import SHOP

MONDAY = date(2026, 6, 8)
EVENING = local(MONDAY, 21, 15)


@pytest.fixture
def shop(sqlite_database: Database) -> Iterator[Shop]:
    """小美, 阿强 and 丽丽, who sold 67,690 in the month."""
    with sqlite_database.write() as db:
        shop = Shop(db)
        for name in ("小美", "阿强", "丽丽"):
            shop.member(name, private="zh")
        mei, qiang, lili = shop.members
        shop.sold(mei, date(2026, 6, 1), 21_000, 20)
        shop.sold(mei, MONDAY, 2_970, 5, 2, refund=200)
        shop.sold(qiang, MONDAY, 25_550, 12)
        shop.sold(lili, MONDAY, 18_370, 3)
        yield shop


def reported(shop: Shop, member: Member, day: date, **figures: int) -> None:
    """A report of measures by their names."""
    lines = [Line(Measure(measure), value, day, member.id) for measure, value in (figures | {"reports": 1}).items()]
    ref = f"{member.id}:{day}:{figures}"
    at = datetime(day.year, day.month, day.day, 4, tzinfo=UTC)
    entries.record(
        shop.db, shop.team.id, author=member.id, source="telegram", source_ref=ref, how=How.TEXT, lines=lines, at=at
    )  # fmt: skip


def bought(shop: Shop, seller: Member, day: date, *aliases: str) -> None:
    """A report that names customers."""
    lines = [
        Line(Measure.NEW_CUSTOMERS, 1, day, seller.id, customer=customers.named(shop.db, shop.team.id, alias))
        for alias in aliases
    ]
    at = datetime(day.year, day.month, day.day, 4, tzinfo=UTC)
    entries.record(
        shop.db, shop.team.id, author=seller.id, source="telegram", source_ref=f"{day}:{aliases}", how=How.TEXT,
        lines=lines, at=at,
    )  # fmt: skip


def asked(shop: Shop, arguments: str) -> Answer:
    (said,) = metrics(shop.request(shop.members[0], EVENING, arguments))
    return said


def said(shop: Shop, arguments: str, language: str = "zh") -> list[str]:
    return lines(asked(shop, arguments), language)


def figures_of(shop: Shop, arguments: str) -> list[str]:
    """What stands below the explanation."""
    return said(shop, arguments)[4:]


def refused(shop: Shop, arguments: str) -> Message:
    with pytest.raises(Refusal) as refusal:
        asked(shop, arguments)
    return Message(refusal.value.lines, refusal.value.buttons)


def pressed(shop: Shop, *values: str) -> Answer:
    (answered,) = turn(shop.request(shop.members[0], EVENING, values=values))
    return answered


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (
            "zh",
            [
                "📊 笔单价",
                "净销售额 ÷ 订单数",
                "例：1,000 ÷ 6 单 = 166.67",
                "越高越好 · 合计 ÷ 合计，不取平均 · 出处：onmetrix《50 个零售指标》",
                "2026年6月 全队 ¥1,692.25",
                "由来：¥67,890.00 · 退款 ¥200.00 · 40单",
                "1. 阿强 · ¥2,129.17",
                "2. 小美 · ¥950.80",
                "样本不到 5，不排名：丽丽 ¥6,123.33（3）",
                "成员自报 · 4 条报单",
            ],
        ),
        (
            "en",
            [
                "📊 Order value (AOV)",
                "Net sales ÷ orders",
                "For example: 1,000 ÷ 6 orders = 166.67",
                "Higher is better · sum ÷ sum, never a mean · defined by onmetrix, “50 retail KPIs”",
                "Jun 2026, the team: ¥1,692.25",
                "From ¥67,890.00 · refund ¥200.00 · 40 orders",
                "1. 阿强 · ¥2,129.17",
                "2. 小美 · ¥950.80",
                "Fewer than 5, not ranked: 丽丽 ¥6,123.33 (of 3)",
                "self-reported · 4 reports",
            ],
        ),
    ],
)
def test_req_22_a_metric_is_explained_with_the_team_s_own_figures(
    shop: Shop, language: str, expected: list[str]
) -> None:
    assert said(shop, "aov", language) == expected


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("group", Group)
def test_req_22_each_metric_is_listed_with_formula_and_example(shop: Shop, group: Group, language: str) -> None:
    listed = pressed(shop, "77", group.value)
    example = {"zh": "例：", "en": "For example: "}[language]
    assert sum(text.startswith(example) for text in lines(listed, language)) == len(in_group(group))
    assert len(lines(listed, language)) == 1 + 2 * len(in_group(group))
    assert len(labels(listed, language)) == len(in_group(group)) + 1


@pytest.mark.parametrize("language", ["zh", "en"])
def test_everything_is_reached_by_buttons_and_back(shop: Shop, language: str) -> None:
    """From the groups to each metric of each, in one message that is edited."""
    start = asked(shop, "")
    seen = set()
    for to_group in (to for to in labels(start, language).values() if to.split(":")[1] == "kpi"):
        group = pressed(shop, *to_group.split(":")[2:])
        assert group.slot == start.slot == "kpi:77"
        *to_metrics, back = labels(group, language).values()
        assert lines(pressed(shop, *back.split(":")[2:]), language) == lines(start, language)
        for to_metric in to_metrics:
            page = pressed(shop, *to_metric.split(":")[2:])
            assert list(labels(page, language).values())[-1] == to_group
            assert page.slot == start.slot
            seen.add(to_metric.split(":")[-1])
    assert seen == {metric.value for metric in Metric}


@pytest.mark.parametrize("values", [("77", "nothing"), ("x", "net"), ("77", "NET"), ("9" * 20,)])
def test_a_forged_button_is_answered_politely(shop: Shop, values: tuple[str, ...]) -> None:
    with pytest.raises(Refusal) as refusal:
        pressed(shop, *values)
    assert refusal.value.lines[0].key == "button-old"


def test_req_03_gross_and_net_are_kept_apart(shop: Shop) -> None:
    assert figures_of(shop, "销售额")[:2] == ["2026年6月 全队 ¥67,690.00", "由来：¥67,890.00 · 退款 ¥200.00"]
    assert figures_of(shop, "销售总额")[0] == "2026年6月 全队 ¥67,890.00"


def test_req_05_by_buyer_when_buyers_are_known_and_else_by_order_under_its_own_name(shop: Shop) -> None:
    assert figures_of(shop, "客单价") == [
        "2026年6月还算不出来，没有人报：买家数",
        "还没有人报买家数，先看笔单价：¥1,692.25",
    ]
    reported(shop, shop.members[0], MONDAY, gross=100_000, gross_of_buyers=100_000, buyers=4)
    assert figures_of(shop, "客单价")[:2] == [
        "2026年6月 全队 ¥200.00 · 样本少，仅供参考",  # the day's refund comes off
        "由来：¥1,000.00 · 退款 ¥200.00 · 4位买家",
    ]


def test_req_08_a_withdrawn_complaint_comes_off(shop: Shop) -> None:
    reported(shop, shop.members[0], MONDAY, orders=10, complaints=2)
    assert figures_of(shop, "投诉率")[0] == "2026年6月 全队 4.0%"
    reported(shop, shop.members[0], MONDAY, withdrawn_complaints=1)
    assert figures_of(shop, "投诉率")[:2] == ["2026年6月 全队 2.0%", "由来：投诉2 · 撤诉1 · 50单"]


def test_the_fewest_complaints_stand_first(shop: Shop) -> None:
    reported(shop, shop.members[0], MONDAY, complaints=5)
    assert [text for text in figures_of(shop, "投诉率") if text[1:3] == ". "] == ["1. 阿强 · 0.0%", "2. 小美 · 20.0%"]


@pytest.mark.parametrize(
    ("asked_for", "team"),
    [("满意度", "2026年6月 全队 60.0%"), ("平均星级", "2026年6月 全队 3.60")],
)
def test_req_27_ratings_say_how_many_there_are(shop: Shop, asked_for: str, team: str) -> None:
    reported(shop, shop.members[0], MONDAY, ratings=5, rating_stars=18, positive_ratings=3)
    told = figures_of(shop, asked_for)
    assert told[0] == team
    assert "评价5" in told[1]


def test_req_11_page_views_add_up(shop: Shop) -> None:
    for day, views in ((7, 120), (8, 90)):
        reported(shop, shop.members[0], date(2026, 6, day), page_views=views)
    assert figures_of(shop, "PV")[:2] == ["2026年6月 全队 210", "1. 小美 · 210"]


def test_req_12_visitors_of_several_days_are_never_one_number(shop: Shop) -> None:
    for day, visitors in ((7, 40), (8, 35)):
        reported(shop, shop.members[0], date(2026, 6, day), visitors=visitors)
    assert figures_of(shop, "UV")[:2] == ["2026年6月 全队 日均 37.5 · 共 75 人次", "1. 小美 · 37.5"]
    assert lines(asked(shop, "UV"), "en")[4] == "Jun 2026, the team: 37.5 a day · 75 visits"


def test_conversion_is_of_buyers_and_not_of_orders(shop: Shop) -> None:
    reported(shop, shop.members[0], MONDAY, visitors=75)
    assert figures_of(shop, "转化率") == ["2026年6月还算不出来，没有人报：买家数"]
    reported(shop, shop.members[0], MONDAY, buyers=4)
    assert figures_of(shop, "转化率")[0] == "2026年6月 全队 5.3%"


def test_req_26_repurchase_is_told_from_named_customers(shop: Shop) -> None:
    mei, qiang, _ = shop.members
    assert figures_of(shop, "复购率") == ["2026年6月还算不出来。报单时写上客户名就行：新客 小红"]
    bought(shop, mei, date(2026, 6, 1), "小红", "阿玲", "小周", "老王", "小李")
    bought(shop, mei, date(2026, 6, 4), "小红", "阿玲")
    bought(shop, qiang, date(2026, 6, 5), "小吴")
    assert figures_of(shop, "复购率") == [
        "2026年6月 全队 33.3% · 样本 6",
        "1. 小美 · 40.0%",
        "样本不到 5，不排名：阿强 0.0%（1）",
    ]


def test_who_bought_last_month_and_again(shop: Shop) -> None:
    mei = shop.members[0]
    bought(shop, mei, date(2026, 5, 4), "小红", "阿玲", "小周", "老王", "小李")
    bought(shop, mei, date(2026, 6, 4), "小红", "阿玲", "小吴")
    assert figures_of(shop, "回购率")[0] == "2026年6月 全队 40.0% · 样本 5"


def test_req_07_retention_is_told_from_named_customers(shop: Shop) -> None:
    mei = shop.members[0]
    bought(shop, mei, date(2026, 3, 5), "老王")  # 90 days ago at the month's start, and not at today
    bought(shop, mei, date(2026, 5, 4), "小红", "阿玲", "小周", "小李")
    bought(shop, mei, date(2026, 6, 4), "小吴")
    assert figures_of(shop, "留存")[0] == "2026年6月 全队 80.0% · 样本 5 · 上月同期 100.0%"


def test_the_month_before_stands_beside_it(shop: Shop) -> None:
    shop.sold(shop.members[0], date(2026, 5, 8), 10_000, 4)
    shop.sold(shop.members[0], date(2026, 5, 9), 99_000, 4)
    assert figures_of(shop, "笔单价")[0] == "2026年6月 全队 ¥1,692.25 · 上月同期 ¥2,500.00"


def test_an_earlier_month_can_be_asked_for(shop: Shop) -> None:
    shop.sold(shop.members[0], date(2026, 5, 9), 99_000, 9)
    assert figures_of(shop, "销售额 5月") == [
        "2026年5月 全队 ¥99,000.00",
        "由来：¥99,000.00",
        "1. 小美 · ¥99,000.00",
        "成员自报 · 1 条报单",
    ]
    assert figures_of(shop, "aov last month")[0] == "2026年5月 全队 ¥11,000.00"


@pytest.mark.parametrize("arguments", ["销售额 7月x", "aov nonsense", "销售额 2026-07"])
def test_what_is_no_month_so_far_gets_the_usage(shop: Shop, arguments: str) -> None:
    with pytest.raises(Usage):
        asked(shop, arguments)


def test_req_23_shares_make_100_percent(shop: Shop) -> None:
    told = ["2026年6月 全队 100.0%", "1. 阿强 · 37.8%", "2. 小美 · 35.1%", "3. 丽丽 · 27.1%"]
    assert said(shop, "贡献占比")[-4:] == told


@pytest.mark.parametrize(
    ("asked_for", "without", "with_target"),
    [
        ("达成率", "2026年6月还没定目标。团队长这样定：/target 50000", "2026年6月 全队 21.8%"),
        ("日需", "2026年6月还没定目标。团队长这样定：/target 50000", "2026年6月 全队 ¥11,014.09"),
        ("时间进度", "2026年6月 全队 26.7%", "2026年6月 全队 26.7%"),
        ("综合分", "还没定各指标的权重。", "还没定各指标的权重。"),
    ],
)
def test_what_is_told_from_targets(shop: Shop, asked_for: str, without: str, with_target: str) -> None:
    told = said(shop, asked_for)
    assert told[-1] == without
    shop.aims(None, MONDAY, 310_000, by=shop.members[0])
    assert with_target in said(shop, asked_for)


def test_a_target_that_is_reached_needs_nothing(shop: Shop) -> None:
    shop.aims(None, MONDAY, 60_000, by=shop.members[0])
    assert said(shop, "日需")[-1] == "2026年6月目标已经完成，不用再追。"


def test_what_is_needed_and_time_go_by_the_team_s_calendar(shop: Shop) -> None:
    """As in product.md §5.2: 时间进度 22.6 %, and 242,310 are missing in 24 weights."""
    shop.works(SHOP.work_week, dict(SHOP.special))
    shop.aims(None, MONDAY, 310_000, by=shop.members[0])
    assert said(shop, "时间进度")[-1] == "2026年6月 全队 22.6%"
    assert said(shop, "日需")[-1] == "2026年6月 全队 ¥10,096.25"


def test_a_month_that_is_over_needs_nothing_any_more(shop: Shop) -> None:
    shop.sold(shop.members[0], date(2026, 5, 9), 100, 1)
    shop.aims(None, date(2026, 5, 9), 60_000, by=shop.members[0])
    assert said(shop, "日需 5月")[-1] == "2026年5月没有剩下的工作日了。"


@pytest.mark.parametrize(("asked_for", "why"), [("周转率", "库存"), ("订单处理时长", "发货"), ("可售天数", "库存")])
def test_what_has_no_books_yet_says_so(shop: Shop, asked_for: str, why: str) -> None:
    told = said(shop, asked_for)
    assert told[-1].startswith("还算不出来")
    assert why in told[-1]


def test_req_34_an_unknown_metric_is_answered_by_what_there_is(shop: Shop) -> None:
    near = refused(shop, "复购率啊")
    assert lines(near)[0] == "没有“复购率啊”这个指标。"
    assert list(labels(near)) == ["复购率", "‹ 返回"]
    unlike = refused(shop, "更努力")
    assert len(labels(unlike)) == len(Group)


def test_an_empty_team_gets_an_explanation_all_the_same(sqlite_database: Database) -> None:
    with sqlite_database.write() as db:
        _nothing_is_told_of_nothing(db)


def _nothing_is_told_of_nothing(db: Connection) -> None:
    shop = Shop(db)
    shop.member("小美", private="zh")
    for metric in Metric:
        assert len(lines(pressed(shop, "77", metric.value))) >= 4
