"""`/top` and its buttons."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from bot.command import Answer, Refusal, Request, Usage
from handlers.board import board, switch, top
from kpi.metrics import Metric
from kpi.team import Member
from storage import targets
from storage.database import Database
from tests.bot.shop import Shop, labels, lines, local

MONDAY = date(2026, 6, 8)
EVENING = local(MONDAY, 21)


@pytest.fixture
def shop(sqlite_database: Database) -> Iterator[Shop]:
    """A team with sales today, yesterday and in May, and two targets of 小美's."""
    with sqlite_database.write() as db:
        shop = Shop(db)
        mei, qiang = shop.member("小美", private="zh"), shop.member("阿强", private="zh")
        for day in (MONDAY, MONDAY - timedelta(days=1), date(2026, 5, 20)):
            shop.sold(mei, day, 1_000, 2, 3)
            shop.sold(qiang, day, 900, 4, 1)
        shop.aims(mei, MONDAY, 8_000, by=mei)
        targets.set_target(db, shop.team.id, mei.id, "2026-06", 4, Metric.NEW_CUSTOMERS, by=mei.id, at=EVENING)
        yield shop


def mei(shop: Shop) -> Member:
    return shop.members[0]


def asked(shop: Shop, arguments: str, *, in_group: bool = False) -> Answer:
    (said,) = top(shop.request(mei(shop), EVENING, arguments, in_group=in_group))
    return said


def pressed(shop: Shop, data: str, *, at: Request | None = None) -> Answer:
    version, action, *values = data.split(":")
    assert (version, action) == ("v1", "top")
    (said,) = switch(at or shop.request(mei(shop), EVENING, values=tuple(values)))
    return said


@pytest.mark.parametrize(
    ("arguments", "title", "first"),
    [
        ("", "🏆 今日榜 · 6月8日周一", "🥇 小美 · ¥1,000"),
        ("day", "🏆 今日榜 · 6月8日周一", "🥇 小美 · ¥1,000"),
        ("昨天", "🏆 日榜 · 6月7日周日", "🥇 小美 · ¥1,000"),
        ("week", "🏆 周榜 · 6月8日至14日", "🥇 小美 · ¥1,000"),
        ("上周 订单", "🏆 周榜 · 6月1日至7日 · 订单", "🥇 阿强 · 4单"),
        ("orders last week", "🏆 周榜 · 6月1日至7日 · 订单", "🥇 阿强 · 4单"),
        ("month", "🏆 月榜 · 2026年6月", "🥇 小美 · ¥2,000"),
        ("5月", "🏆 月榜 · 2026年5月", "🥇 小美 · ¥1,000"),
        ("May NEW", "🏆 月榜 · 2026年5月 · 新客", "🥇 小美 · 新客3"),
        ("6-07 新客", "🏆 日榜 · 6月7日周日 · 新客", "🥇 小美 · 新客3"),
        ("%", "🏆 月榜 · 2026年6月 · 达成率", "🥇 小美 · 25.0%"),
        ("今日 达成率", "🏆 今日榜 · 6月8日周一 · 达成率", "🥇 小美 · 375.0%"),
        ("达成率 新客", "🏆 月榜 · 2026年6月 · 达成率 · 新客数", "🥇 小美 · 6 / 4 = 150.0%"),
        ("new customers June %", "🏆 月榜 · 2026年6月 · 达成率 · 新客数", "🥇 小美 · 6 / 4 = 150.0%"),
        ("本周 达成率", "🏆 周榜 · 6月8日至14日 · 达成率", "🥇 小美 · 53.6%"),
    ],
)
def test_a_board_of_any_period_by_any_measure(shop: Shop, arguments: str, title: str, first: str) -> None:
    assert lines(asked(shop, arguments))[:2] == [title, first]


@pytest.mark.parametrize("arguments", ["blah", "下周", "week blah", "orders new", "32号", "% blah", "% 占比"])
def test_nonsense_gets_the_usage(shop: Shop, arguments: str) -> None:
    with pytest.raises(Usage):
        asked(shop, arguments)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_example_of_the_command_gets_a_board(shop: Shop, language: str) -> None:
    (command,) = board.commands
    for example in command.examples_in(language):
        _, _, arguments = example.partition(" ")
        assert lines(asked(shop, arguments), language)[0].startswith("🏆")


def test_the_buttons_show_what_is_chosen(shop: Shop) -> None:
    shown = labels(asked(shop, "week orders"))
    assert list(shown) == ["今日", "✓ 本周", "本月", "销售额", "✓ 订单", "新客", "达成率", "进步", "复购", "综合"]
    assert list(labels(asked(shop, "上周")))[:3] == ["今日", "本周", "本月"]
    assert list(labels(asked(shop, "%"), "en")) == [
        "Today",
        "Week",
        "✓ Month",
        "Sales",
        "Orders",
        "New",
        "✓ %",
        "Improved",
        "Repurchase",
        "Score",
        "🎯 New customers",
    ]


def test_a_button_of_a_metric_keeps_it_from_month_to_month_and_forged_ones_are_told(shop: Shop) -> None:
    by_metric = pressed(shop, labels(asked(shop, "%"))["🎯 新客数"])
    assert lines(by_metric)[0] == "🏆 月榜 · 2026年6月 · 达成率 · 新客数"
    assert "✓ 🎯 新客数" in labels(by_metric)
    assert lines(pressed(shop, labels(by_metric)["✓ 本月"])) == lines(by_metric)
    assert lines(pressed(shop, labels(by_metric)["达成率"]))[0] == "🏆 月榜 · 2026年6月 · 达成率"
    for forged in ("v1:top:77:2026-06:%:nonsense", "v1:top:77:2026-06:%:net:net"):
        with pytest.raises(Refusal):
            pressed(shop, forged)


def test_a_button_changes_the_message_it_sits_on(shop: Shop) -> None:
    first = asked(shop, "")
    second = pressed(shop, labels(first)["订单"])
    assert lines(second)[:2] == ["🏆 今日榜 · 6月8日周一 · 订单", "🥇 阿强 · 4单"]
    third = pressed(shop, labels(second)["本月"])
    assert lines(third)[:2] == ["🏆 月榜 · 2026年6月 · 订单", "🥇 阿强 · 8单"]
    assert first.slot == second.slot == third.slot


def test_boards_of_two_messages_do_not_disturb_each_other(shop: Shop) -> None:
    one, two = (shop.request(mei(shop), EVENING) for _ in range(2))
    object.__setattr__(two, "message_id", 78)
    assert [answer.slot for request in (one, two) for answer in top(request)] == ["top:77", "top:78"]


def test_a_button_pressed_twice_says_the_same(shop: Shop) -> None:
    data = labels(asked(shop, ""))["本周"]
    assert pressed(shop, data) == pressed(shop, data)


def test_from_the_board_by_target_the_other_periods_are_by_target_too(shop: Shop) -> None:
    by_target = asked(shop, "%")
    assert lines(pressed(shop, labels(by_target)["今日"]))[0] == "🏆 今日榜 · 6月8日周一 · 达成率"
    assert lines(pressed(shop, labels(by_target)["✓ 本月"]))[0] == "🏆 月榜 · 2026年6月 · 达成率"


@pytest.mark.parametrize(("arguments", "sentence"), [("进步", "前四周"), ("复购", "复购率"), ("进步 5月", "前四周")])
def test_a_board_that_cannot_be_made_yet_says_what_it_needs(shop: Shop, arguments: str, sentence: str) -> None:
    (said,) = lines(asked(shop, arguments))
    assert sentence in said


def test_a_measure_of_a_past_period_stays_in_that_period_a_month_later(shop: Shop) -> None:
    data = labels(asked(shop, "5月"))["新客"]
    later = shop.request(mei(shop), EVENING + timedelta(days=31), values=tuple(data.split(":")[2:]))
    assert lines(pressed(shop, data, at=later))[0] == "🏆 月榜 · 2026年5月 · 新客"


def test_the_button_of_today_means_the_day_on_which_it_is_pressed(shop: Shop) -> None:
    data = labels(asked(shop, "week"))["今日"]
    later = shop.request(mei(shop), EVENING + timedelta(days=1), values=tuple(data.split(":")[2:]))
    assert lines(pressed(shop, data, at=later))[0].startswith("🏆 6月9日周二")


@pytest.mark.parametrize("arguments", ["", "上周", "%"])
def test_what_a_button_carries_is_short(shop: Shop, arguments: str) -> None:
    assert all(len(data.encode()) <= 64 for data in labels(asked(shop, arguments)).values())


@pytest.mark.parametrize(
    "values",
    [
        (),
        ("77",),
        ("77", "day"),
        ("77", "day", "sales", "more"),
        ("77", "day", "profit"),
        ("77", "someday", "sales"),
        ("x", "day", "sales"),
        ("-1", "day", "sales"),
        ("", "day", "sales"),
        ("９９", "day", "sales"),
        ("9" * 16, "day", "sales"),
    ],
)
def test_a_forged_button_is_out_of_date(shop: Shop, values: tuple[str, ...]) -> None:
    with pytest.raises(Refusal) as refused:
        switch(shop.request(mei(shop), EVENING, values=values))
    assert refused.value.lines[0].key == "button-old"
