"""Figures worded for the weekly chart, in both languages."""

from dataclasses import replace

import pytest

from bot.pictures.week import week_chart
from bot.texts import LANGUAGES
from kpi.charts.spec import Change, Gauge, Trend
from kpi.charts.weekly import weekly
from kpi.figures import Goal
from tests.bot.pictures.given import DAY, NOTHING, figures, sellers


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("zh", ("周报 · 6月8日至14日", "上周 ¥1,000", "2026年6月目标", "周一", "净销售额", "比上周")),
        (
            "en",
            (
                "Weekly report · Jun 8\u2009–\u200914",
                "week before ¥1,000",
                "Jun 2026 target",
                "Mon",
                "Net sales",
                "vs. before",
            ),
        ),
    ],
)
def test_the_chart_speaks_the_reader_s_language(language: str, words: tuple[str, ...]) -> None:
    chart = week_chart(figures(), language)

    assert chart.goal is not None
    assert chart.columns[2] == chart.goal.label
    shown = (chart.subtitle, chart.headline.before, chart.goal.label, chart.days[0].label, *chart.columns[:2])
    assert shown == words


def test_the_headline_compares_with_the_week_before() -> None:
    headline = week_chart(figures(), "zh").headline

    assert (headline.value, headline.change) == ("¥1,234.50", Change("▲23.5%", Trend.BETTER))


def test_the_tiles_show_the_week_and_its_days() -> None:
    orders, aov, new = week_chart(figures(), "zh").tiles

    assert (orders.label, orders.value, orders.change) == ("订单", "12", Change("▼25.0%", Trend.WORSE))
    assert (aov.value, aov.change) == ("¥50", Change("持平", Trend.NEUTRAL))
    assert [*aov.days] == [5000, None, 5000, 5000, 5000, 5000, 5000]
    assert [*new.days] == [1, 0, 1, 1, 1, 1, 1]


def test_days_have_their_totals_without_a_currency() -> None:
    chart = week_chart(replace(figures(), days=(replace(DAY, net=1_234_50), NOTHING, replace(DAY, net=-50_00))), "zh")

    assert [day.total for day in chart.days] == ["1,234.50", "0", "-50", "", "", "", ""]
    assert [day.before for day in chart.days] == [100.0] * 7


def test_without_orders_the_revenue_per_order_is_a_dash() -> None:
    _, aov, _ = week_chart(replace(figures(), total=NOTHING), "zh").tiles

    assert (aov.value, aov.change) == ("—", Change("—", Trend.NEUTRAL))


def test_a_gauge_shows_the_month_against_target_and_calendar() -> None:
    seller = replace(sellers(1)[0], goal=Goal(1_000_00, 1_240_00))
    (row,) = week_chart(replace(figures(), sellers=(seller,)), "zh").sellers

    assert row.gauge == Gauge(1.24, "124.0%", 14 / 30)


def test_without_targets_there_are_no_gauges() -> None:
    chart = week_chart(replace(figures(), goal=None), "zh")

    assert chart.goal is None
    assert not any(row.gauge for row in chart.sellers)


@pytest.mark.parametrize(
    ("number", "rows", "last"),
    [(0, 0, None), (1, 1, "卖家1"), (8, 8, "卖家8"), (9, 8, "其余2人"), (30, 8, "其余23人")],
)
def test_more_than_eight_sellers_share_the_last_row(number: int, rows: int, last: str | None) -> None:
    chart = week_chart(figures(number), "zh")

    assert len(chart.sellers) == rows
    assert (chart.sellers[-1].name if rows else None) == last


def test_the_last_row_adds_up_what_the_others_brought() -> None:
    others = week_chart(figures(9), "en").sellers[-1]

    assert others.name == "2 others"
    assert others.others
    assert others.days == (930.0 + 920.0,) * 7
    assert (others.total, others.change.text) == ("¥12,950", "▲100.0%")


def test_money_without_decimals_stays_without() -> None:
    chart = week_chart(replace(figures(1), currency="JPY", days=(replace(DAY, net=1_234),)), "en")

    assert chart.headline.value == "¥123,450"
    assert chart.days[0].total == "1,234"


@pytest.mark.parametrize(
    ("language", "total", "aov", "amounts"),
    [
        ("zh", "1.23万", "¥2.5万", "¥5,900 / ¥2万"),
        ("en", "12.3K", "¥25K", "¥5,900 / ¥20K"),
    ],
)
def test_from_ten_thousand_on_amounts_are_brief_but_for_the_total_and_the_rows(
    language: str, total: str, aov: str, amounts: str
) -> None:
    day = replace(DAY, net=12_345_67, aov=25_000_00)
    chart = week_chart(replace(figures(1), total=day, days=(day,)), language)

    assert (chart.days[0].total, chart.tiles[1].value) == (total, aov)
    assert chart.goal is not None
    assert chart.goal.amounts == amounts
    assert chart.headline.value == "¥12,345.67"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("number", [0, 1, 4, 30])
def test_every_number_of_sellers_can_be_week_chart(number: int, language: str) -> None:
    assert weekly(week_chart(figures(number), language)).png().startswith(b"\x89PNG")
