"""`/chart`: the week or the month as a picture."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from bot.command import Answer, Refusal, Usage
from bot.render import render
from handlers.charts import chart, charts, switch
from kpi.charts.spec import MonthlyChart, WeeklyChart
from storage.database import Database
from tests.bot.shop import Shop, labels, lines, local

MONDAY = date(2026, 6, 8)
WEDNESDAY = local(MONDAY + timedelta(days=2), 12)


@pytest.fixture
def shop(sqlite_database: Database) -> Iterator[Shop]:
    """A team with sales on Monday of this week, and the two before."""
    with sqlite_database.write() as db:
        shop = Shop(db)
        mei = shop.member("小美", private="en")
        for weeks, amount in ((0, 1_000), (1, 2_000), (2, 4_000)):
            shop.sold(mei, MONDAY - timedelta(weeks=weeks), amount, 2)
        yield shop


def asked(shop: Shop, arguments: str, *, in_group: bool = True) -> Answer:
    (said,) = chart(shop.request(shop.members[0], WEDNESDAY, arguments, in_group=in_group))
    return said


@pytest.mark.parametrize(
    ("arguments", "week", "total"),
    [
        ("", "6月8日至14日（还没结束）", "¥1,000"),
        ("本周", "6月8日至14日（还没结束）", "¥1,000"),
        ("week", "6月8日至14日（还没结束）", "¥1,000"),
        ("today", "6月8日至14日（还没结束）", "¥1,000"),
        ("上周", "6月1日至7日", "¥2,000"),
        ("last week", "6月1日至7日", "¥2,000"),
        ("6-03", "6月1日至7日", "¥2,000"),
        ("上上周", "5月25日至31日", "¥4,000"),
        ("2026-W22", "5月25日至31日", "¥4,000"),
    ],
)
def test_a_week_can_be_asked_for_by_its_name_or_a_day(shop: Shop, arguments: str, week: str, total: str) -> None:
    heading, net, *_ = lines(asked(shop, arguments))

    assert heading.endswith(week)
    assert total in net


@pytest.mark.parametrize(
    ("arguments", "month", "total"),
    [
        ("month", "2026年6月（还没结束）", "¥3,000"),
        ("本月", "2026年6月（还没结束）", "¥3,000"),
        ("6月", "2026年6月（还没结束）", "¥3,000"),
        ("上月", "2026年5月", "¥4,000"),
        ("last month", "2026年5月", "¥4,000"),
        ("5月", "2026年5月", "¥4,000"),
        ("May", "2026年5月", "¥4,000"),
        ("2026-05", "2026年5月", "¥4,000"),
    ],
)
def test_a_month_can_be_asked_for_by_its_name(shop: Shop, arguments: str, month: str, total: str) -> None:
    said = asked(shop, arguments)
    heading, net, *_ = lines(said)

    assert heading.endswith(month)
    assert total in net
    assert isinstance(render(said.message, "zh").chart, MonthlyChart)


def test_a_past_week_is_whole(shop: Shop) -> None:
    assert "（▼50.0% · 上周 ¥4,000）" in lines(asked(shop, "上周"))[1]


def test_this_week_is_compared_with_the_same_days(shop: Shop) -> None:
    shop.sold(shop.members[0], MONDAY - timedelta(days=1), 7_000)

    assert "（▼50.0% · 上周同期 ¥2,000）" in lines(asked(shop, ""))[1]


@pytest.mark.parametrize(("language", "title"), [("zh", "每日净销售额（¥）"), ("en", "Each day by seller (¥)")])
def test_the_answer_has_the_picture_in_the_reader_s_language(shop: Shop, language: str, title: str) -> None:
    drawn = render(asked(shop, "", in_group=language == "zh").message, language).chart

    assert isinstance(drawn, WeeklyChart)
    assert drawn.daily == title


def test_a_week_without_reports_is_a_sentence(shop: Shop) -> None:
    said = asked(shop, "2026-W10")

    assert lines(said) == ["3月2日至8日 没有人报数，这周没有图。"]
    assert said.message.picture is None


@pytest.mark.parametrize("arguments", ["2026-07", "2026-W25", "上周 订单", "随便", "9999"])
def test_what_is_no_week_or_month_up_to_now_gets_the_usage(shop: Shop, arguments: str) -> None:
    with pytest.raises(Usage):
        asked(shop, arguments)


WEEK, MONTH = "v1:chart:77:week", "v1:chart:77:month"
LAST_WEEK, LAST_MONTH = "v1:chart:77:lastweek", "v1:chart:77:lastmonth"


def pressed(shop: Shop, *values: str) -> Answer:
    (said,) = switch(shop.request(shop.members[0], WEDNESDAY, values=values, in_group=True))
    return said


@pytest.mark.parametrize(
    ("language", "buttons"),
    [
        ("zh", {"✓ 本周": WEEK, "上周": LAST_WEEK, "本月": MONTH, "上月": LAST_MONTH}),
        ("en", {"✓ This week": WEEK, "Last week": LAST_WEEK, "This month": MONTH, "Last month": LAST_MONTH}),
    ],
)
def test_buttons_lead_to_the_other_charts(shop: Shop, language: str, buttons: dict[str, str]) -> None:
    assert labels(asked(shop, ""), language) == buttons


@pytest.mark.parametrize(
    ("word", "heading", "chosen"),
    [
        ("week", "6月8日至14日（还没结束）", "✓ 本周"),
        ("lastweek", "6月1日至7日", "✓ 上周"),
        ("month", "2026年6月（还没结束）", "✓ 本月"),
        ("lastmonth", "2026年5月", "✓ 上月"),
    ],
)
def test_a_button_puts_its_chart_in_the_place_of_the_other(shop: Shop, word: str, heading: str, chosen: str) -> None:
    said = pressed(shop, "77", word)

    assert lines(said)[0].endswith(heading)
    assert said.slot == asked(shop, "").slot == "chart:77"
    assert [label for label in labels(said) if label.startswith("✓")] == [chosen]


def test_another_period_than_the_buttons_has_none_chosen(shop: Shop) -> None:
    assert not any(label.startswith("✓") for label in labels(asked(shop, "2026-W22")))


def test_a_chart_that_would_be_empty_leaves_the_one_that_is_there(sqlite_database: Database) -> None:
    with sqlite_database.write() as db:
        shop = Shop(db)
        shop.sold(shop.member("小美", private="en"), MONDAY, 100)
        with pytest.raises(Refusal) as refused:
            pressed(shop, "77", "lastmonth")

    assert [line.key for line in refused.value.lines] == ["monthly-empty"]


@pytest.mark.parametrize(
    "values", [(), ("77",), ("77", "day2"), ("77", "2027-01"), ("x", "week"), ("-1", "week"), ("9" * 16, "week")]
)
def test_a_forged_button_is_told_so(shop: Shop, values: tuple[str, ...]) -> None:
    with pytest.raises(Refusal) as refused:
        pressed(shop, *values)

    assert refused.value.lines[0].key == "button-old"


def test_it_can_be_called_by_chinese_words() -> None:
    (command,) = charts.commands

    assert command.name == "chart"
    assert {"图表", "周报"} <= set(command.words)
