"""`/me`: today, week and month, place, streak and target."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.command import Answer, Refusal, Usage
from bot.render import render
from handlers.me import me, mine
from kpi.charts.spec import ProgressChart
from kpi.ids import TelegramId
from kpi.message import decode, encode
from kpi.progress import Mark
from kpi.team import Member, Role
from storage import members
from storage.database import Database
from tests.bot.shop import Shop, lines, local

MONDAY = date(2026, 6, 8)
EVENING = local(MONDAY, 21, 15)


@pytest.fixture
def shop(sqlite_database: Database) -> Iterator[Shop]:
    """A team with 小美, 阿强 and 丽丽, who have sold nothing yet."""
    with sqlite_database.write() as db:
        shop = Shop(db)
        for name in ("小美", "阿强", "丽丽"):
            shop.member(name, private="zh")
        yield shop


def named(shop: Shop, name: str) -> Member:
    return next(member for member in shop.members if member.name == name)


def said(
    shop: Shop, arguments: str = "", *, name: str = "小美", language: str = "zh", in_group: bool = False
) -> list[str]:
    return lines(answered(shop, arguments, name=name, in_group=in_group), language)


def answered(shop: Shop, arguments: str = "", *, name: str = "小美", in_group: bool = False) -> Answer:
    (told,) = mine(shop.request(named(shop, name), EVENING, arguments, in_group=in_group))
    return told


def picture(shop: Shop, language: str = "zh") -> ProgressChart:
    """What 小美 sees above the text, after the way through the outbox."""
    drawn = render(decode(encode(answered(shop).message)), language).chart
    assert isinstance(drawn, ProgressChart)
    return drawn


def evening_of_8_june(shop: Shop) -> None:
    """Before product.md §5.1 step 10: 21,000 in the month before the day, 2,770 on it, a target of 124,000."""
    mei, qiang, lili = shop.members
    shop.sold(mei, date(2026, 6, 1), 2_000, 4)
    shop.sold(mei, date(2026, 6, 7), 19_000, 20, 1)
    shop.sold(mei, MONDAY, 1_820, 3, 2)
    shop.sold(mei, MONDAY, 1_150, 2, refund=200)
    shop.sold(qiang, MONDAY, 3_150, 3)
    shop.sold(lili, MONDAY, 2_770, 4)
    shop.aims(mei, MONDAY, 124_000, by=mei)


def test_how_the_day_the_week_and_the_month_stand_in_chinese(shop: Shop) -> None:
    evening_of_8_june(shop)
    assert said(shop) == [
        "👤 小美 · 花花美妆",
        "今日 ¥2,770.00 · 5单 · 笔单价 ¥554.00 · 新客2",
        "　第2名（共3人） · 比昨天 ▼85.4%",
        "本周 ¥2,770.00 · 5单 · 笔单价 ¥554.00 · 新客2",
        "　第2名（共3人） · 比上周同期 ▲38.5%",
        "本月 ¥23,770.00 · 29单 · 笔单价 ¥819.66 · 新客3",
        "　第1名（共3人）",
        "🎯 ¥23,770 / ¥124,000 = 19.2% · 时间进度 26.7%",
        "　落后进度 ¥9,296.67 · 明日需 ¥4,555.91",
        "🔥 连续报单 2 天",
    ]


def test_how_the_day_the_week_and_the_month_stand_in_english(shop: Shop) -> None:
    evening_of_8_june(shop)
    assert said(shop, language="en") == [
        "👤 小美 · 花花美妆",
        "Today ¥2,770.00 · 5 orders · AOV ¥554.00 · 2 new",
        "　#2 of 3 · ▼85.4% on yesterday",
        "This week ¥2,770.00 · 5 orders · AOV ¥554.00 · 2 new",
        "　#2 of 3 · ▲38.5% on same days last week",
        "This month ¥23,770.00 · 29 orders · AOV ¥819.66 · 3 new",
        "　#1 of 3",
        "🎯 ¥23,770 / ¥124,000 = 19.2% · time gone 26.7%",
        "　¥9,296.67 behind schedule · ¥4,555.91 needed tomorrow",
        "🔥 2 days in a row",
    ]


def test_in_a_group_it_is_short_and_silent_on_what_is_to_go(shop: Shop) -> None:
    evening_of_8_june(shop)
    told = said(shop, in_group=True)
    assert [text[:2] for text in told] == ["👤 ", "今日", "　第", "本月", "　第", "🎯 ", "🔥 "]
    assert not any("落后" in text or "明日需" in text for text in told)


@pytest.mark.parametrize(
    ("sold", "line"),
    [
        (40_000, "　领先进度 ¥8,000 · 明日需 ¥3,636.36"),
        (32_000, "　领先进度 ¥0 · 明日需 ¥4,000"),
        (119_999, "　领先进度 ¥87,999 · 明日需 ¥0.05"),
        (120_000, "🎉 目标完成了，超出 ¥0"),
        (130_000, "🎉 目标完成了，超出 ¥10,000"),
    ],
)
def test_a_target_asks_for_what_is_left_on_the_days_left(shop: Shop, sold: int, line: str) -> None:
    mei = named(shop, "小美")
    shop.aims(mei, MONDAY, 120_000, by=mei)
    shop.sold(mei, MONDAY, sold)
    assert line in said(shop)


def test_the_pace_follows_the_weights_of_the_team_s_days(shop: Shop) -> None:
    """The June of the reference: Monday to Saturday, three campaign days of weight 3, and a rest day."""
    evening_of_8_june(shop)
    shop.works(
        frozenset(range(6)), {date(2026, 6, day): weight for day, weight in ((16, 3), (17, 3), (18, 3), (19, 0))}
    )
    told = said(shop)
    assert "🎯 ¥23,770 / ¥124,000 = 19.2% · 时间进度 22.6%" in told
    assert "　落后进度 ¥4,230 · 明日需 ¥4,176.25 · 大促日（6月16日）需 ¥12,528.75" in told


def test_on_a_saturday_the_next_working_day_is_named(shop: Shop) -> None:
    mei = named(shop, "小美")
    shop.works(frozenset(range(6)), {})
    shop.aims(mei, MONDAY, 120_000, by=mei)
    shop.sold(mei, date(2026, 6, 13), 100)
    (told,) = mine(shop.request(mei, local(date(2026, 6, 13), 21, 0)))
    assert any("6月15日需" in text for text in lines(told))


def test_a_month_that_is_over_asks_for_nothing_more(shop: Shop) -> None:
    mei = named(shop, "小美")
    shop.sold(mei, date(2026, 5, 20), 8_000, 10)
    shop.aims(mei, date(2026, 5, 1), 10_000, by=mei)
    assert said(shop, "5月") == [
        "👤 小美 · 花花美妆",
        "2026年5月 ¥8,000.00 · 10单 · 笔单价 ¥800.00",
        "　第1名（共1人）",
        "🎯 ¥8,000 / ¥10,000 = 80.0% · 时间进度 100.0%",
        "　落后进度 ¥2,000",
    ]


def test_without_a_target_there_is_no_word_of_one(shop: Shop) -> None:
    shop.sold(named(shop, "小美"), MONDAY, 100)
    assert not any("🎯" in text for text in said(shop))


@pytest.mark.parametrize(
    ("before", "now", "change"),
    [
        (1_000, 1_500, "比前一周 ▲50.0%"),
        (1_000, 250, "比前一周 ▼75.0%"),
        (1_000, 1_000, "和前一周持平"),
    ],
)
def test_a_past_week_is_compared_with_the_one_before(shop: Shop, before: int, now: int, change: str) -> None:
    mei = named(shop, "小美")
    shop.sold(mei, date(2026, 5, 27), before)
    shop.sold(mei, date(2026, 6, 5), now)
    assert said(shop, "上周")[1:] == [f"6月1日至7日 ¥{now:,}.00", f"　第1名（共1人） · {change}"]


def test_nothing_or_less_before_is_compared_with_nothing(shop: Shop) -> None:
    mei = named(shop, "小美")
    shop.sold(mei, MONDAY - timedelta(days=1), 0, refund=100)
    shop.sold(mei, MONDAY, 500)
    assert said(shop)[2] == "　第1名（共1人）"


def test_a_day_of_refunds_alone_is_below_zero(shop: Shop) -> None:
    shop.sold(named(shop, "小美"), MONDAY, 0, refund=200)
    assert said(shop)[1] == "今日 -¥200.00"


def test_equals_share_a_place(shop: Shop) -> None:
    for name in ("小美", "阿强"):
        shop.sold(named(shop, name), MONDAY, 500)
    shop.sold(named(shop, "丽丽"), MONDAY, 900)
    assert said(shop, name="小美")[2] == said(shop, name="阿强")[2] == "　第2名（共3人）"


@pytest.mark.parametrize(("language", "hint"), [("zh", "3单 1280 新客2"), ("en", "3 orders 1280 new 2")])
def test_who_has_reported_nothing_yet_is_told_how(shop: Shop, language: str, hint: str) -> None:
    told = said(shop, language=language)
    assert len(told) == 5
    assert told[-1].endswith(hint)


@pytest.mark.parametrize(
    ("days_ago", "streak"),
    [
        ([0], 1),
        ([1], 1),
        ([2], None),
        ([0, 1, 2, 4, 5], 3),
        ([1, 2, 3], 3),
        (list(range(8)), 8),
        (list(range(9)), 9),
        (list(range(1, 45)), 44),
        ([*range(38), 39], 38),
    ],
)
def test_the_streak_counts_days_in_a_row_over_the_ends_of_months(
    shop: Shop, days_ago: list[int], streak: int | None
) -> None:
    for back in days_ago:
        shop.sold(named(shop, "小美"), MONDAY - timedelta(days=back), 100)
        shop.sold(named(shop, "阿强"), MONDAY - timedelta(days=2 * back), 100)
    counted = [text for text in said(shop) if text.startswith("🔥")]
    assert counted == ([] if streak is None else [f"🔥 连续报单 {streak} 天"])


def test_on_the_first_of_a_month_the_streak_of_yesterday_still_stands(shop: Shop) -> None:
    mei = named(shop, "小美")
    for back in (1, 2, 3):
        shop.sold(mei, date(2026, 6, 1) - timedelta(days=back), 100)
    (told,) = mine(shop.request(mei, local(date(2026, 6, 1), 9)))
    assert lines(told)[-1] == "🔥 连续报单 3 天"


def test_a_report_after_midnight_counts_before_the_close_of_the_day(sqlite_database: Database) -> None:
    with sqlite_database.write() as db:
        shop = Shop(db)
        shop.team = replace(shop.team, day_close=120)
        shop.sold(shop.member("小美", private="zh"), MONDAY, 300)
        (told,) = mine(shop.request(named(shop, "小美"), local(MONDAY + timedelta(days=1), 1, 59)))
        assert lines(told)[1] == "今日 ¥300.00"


def test_in_private_the_text_stands_below_a_picture_with_the_same_figures(shop: Shop) -> None:
    evening_of_8_june(shop)
    chart = picture(shop)

    assert [tile.value for tile in chart.tiles] == ["¥2.38万", "29", "¥819.66", "3"]  # 23,770
    assert chart.goal is not None
    assert (chart.goal.gauge.text, chart.goal.amounts) == ("19.2%", "¥2.38万 / ¥12.4万")
    assert chart.goal.time == "时间进度 26.7% · 明日需 ¥4,555.91"
    assert [week.value for week in chart.weeks.bars] == ["¥0", "¥0", "¥0", "¥2.1万", "¥2,770"]
    assert chart.calendar.title == "连续报单 2 天"
    marks = (Mark.REPORTED, *(Mark.MISSED,) * 5, Mark.REPORTED, Mark.REPORTED, *(Mark.OPEN,) * 22)
    assert chart.calendar.marks == marks


def test_the_picture_speaks_the_person_s_language(shop: Shop) -> None:
    evening_of_8_june(shop)

    assert picture(shop, "en").subtitle == "花花美妆 · Jun 2026 · up to Jun 8"


def test_a_day_without_sales_is_a_zero_and_no_gap(shop: Shop) -> None:
    mei = named(shop, "小美")
    shop.sold(mei, date(2026, 6, 6), 500, 1)
    shop.sold(mei, date(2026, 6, 7), 0)

    assert picture(shop).calendar.marks[5:8] == (Mark.REPORTED, Mark.ZERO, Mark.OPEN)


def test_another_seller_s_days_are_not_on_it(shop: Shop) -> None:
    shop.sold(named(shop, "阿强"), MONDAY, 500)

    assert answered(shop).message.picture is None


@pytest.mark.parametrize("arguments", ["5月", "上周", "6月"])
def test_a_period_that_is_asked_for_is_text(shop: Shop, arguments: str) -> None:
    evening_of_8_june(shop)

    assert answered(shop, arguments).message.picture is None


def test_in_a_group_there_is_no_picture(shop: Shop) -> None:
    evening_of_8_june(shop)

    assert answered(shop, in_group=True).message.picture is None


def test_who_reported_nothing_gets_text_alone(shop: Shop) -> None:
    assert answered(shop).message.picture is None


@pytest.mark.parametrize("name", ["啊" * 24, "👨\u200d👩\u200d👧" * 6, "<&>" * 8])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_longest_text_fits_below_the_picture(sqlite_database: Database, name: str, language: str) -> None:
    with sqlite_database.write() as db:
        shop = Shop(db, name=name)
        seller = shop.member(name, private="zh")
        shop.aims(seller, MONDAY, 999_999_999, by=seller)
        for back in range(70):
            shop.sold(seller, MONDAY - timedelta(days=back), 9_000_000 + back * 10_000, 9_000, 9_000, refund=1)
        told = answered(shop, name=name)

        assert told.message.picture is not None
        assert len("\n".join(lines(told, language)).encode("utf-16-le")) // 2 <= 1024


def test_somebody_who_is_no_member_is_told_how_to_join(shop: Shop) -> None:
    stranger = shop.request(named(shop, "小美"), EVENING, in_group=True)
    object.__setattr__(stranger, "member", None)
    with pytest.raises(Refusal) as refused:
        mine(stranger)
    assert refused.value.lines[0].key == "not-a-member"


def test_who_left_is_no_member_any_more(shop: Shop) -> None:
    mei = named(shop, "小美")
    members.set_active(shop.db, shop.team.id, mei.id, active=False)
    with pytest.raises(Refusal):
        mine(shop.request(mei, EVENING, in_group=True))


def test_a_viewer_is_sent_to_the_board(shop: Shop) -> None:
    shop.member("老板", Role.VIEWER, private="zh")
    assert said(shop, name="老板")[1:] == ["你是只看不报的成员，没有自己的业绩。看全队：/top"]


def test_another_team_of_the_same_person_is_not_mixed_in(shop: Shop) -> None:
    mei = named(shop, "小美")
    shop.sold(mei, MONDAY, 500)
    other = Shop(shop.db, group=TelegramId(-2002), name="别家")
    theirs = members.join(other.db, other.team.id, mei.person, "小美")
    other.sold(theirs, MONDAY, 9_000)
    assert said(shop)[1] == "今日 ¥500.00"


def test_nonsense_gets_the_usage(shop: Shop) -> None:
    with pytest.raises(Usage):
        said(shop, "blah")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_example_of_the_command_is_answered(shop: Shop, language: str) -> None:
    (command,) = me.commands
    for example in command.examples_in(language):
        _, _, arguments = example.partition(" ")
        assert said(shop, arguments, language=language)[0] == "👤 小美 · 花花美妆"
