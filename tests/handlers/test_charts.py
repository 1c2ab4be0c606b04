"""`/chart`: the week as a picture."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from bot.command import Answer, Usage
from bot.render import render
from handlers.charts import chart, charts
from kpi.charts.spec import WeeklyChart
from storage.database import Database
from tests.bot.shop import Shop, lines, local

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


def test_a_past_week_is_whole(shop: Shop) -> None:
    assert "（▼50.0% · 上周 ¥4,000）" in lines(asked(shop, "上周"))[1]


def test_this_week_is_compared_with_the_same_days(shop: Shop) -> None:
    shop.sold(shop.members[0], MONDAY - timedelta(days=1), 7_000)

    assert "（▼50.0% · 上周同期 ¥2,000）" in lines(asked(shop, ""))[1]


@pytest.mark.parametrize(("language", "title"), [("zh", "每日净销售额"), ("en", "Each day by seller")])
def test_the_answer_has_the_picture_in_the_reader_s_language(shop: Shop, language: str, title: str) -> None:
    drawn = render(asked(shop, "", in_group=language == "zh").message, language).chart

    assert isinstance(drawn, WeeklyChart)
    assert drawn.daily == title


def test_a_week_without_reports_is_a_sentence(shop: Shop) -> None:
    said = asked(shop, "2026-W10")

    assert lines(said) == ["3月2日至8日 没有人报数，这周没有图。"]
    assert said.message.picture is None


@pytest.mark.parametrize("arguments", ["5月", "month", "2026-W25", "上周 订单", "随便", "9999"])
def test_what_is_no_week_up_to_now_gets_the_usage(shop: Shop, arguments: str) -> None:
    with pytest.raises(Usage):
        asked(shop, arguments)


def test_it_can_be_called_by_chinese_words() -> None:
    (command,) = charts.commands

    assert command.name == "chart"
    assert {"图表", "周报"} <= set(command.words)
