"""Figures worded for the weekly chart, in both languages."""

import subprocess
import sys
from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from bot.pictures import change, spec
from bot.render import plain
from bot.texts import FOLDER, LANGUAGES
from kpi.charts.spec import Change, Chart, Gauge, Trend
from kpi.charts.style import BODY, STRONG, Sheet, Type
from kpi.charts.weekly import weekly
from kpi.period import Grain, period_of
from kpi.weekly import Figures, Goal, SellerWeek, WeekFigures, to_picture

DAY = Figures(net=100_00, orders=2, aov=50_00, new_customers=1)
NOTHING = Figures(net=0, orders=0, aov=None, new_customers=0)


def sellers(number: int) -> tuple[SellerWeek, ...]:
    """The first one sold most; each had half as much before."""
    return tuple(
        SellerWeek(f"卖家{i + 1}", (1_000_00 - i * 10_00,) * 7, (3_500_00 - i * 35_00), None) for i in range(number)
    )


def figures(number: int = 2) -> WeekFigures:
    return WeekFigures(
        team="花花美妆",
        zone="Asia/Shanghai",
        currency="CNY",
        week=period_of(Grain.WEEK, date(2026, 6, 8)),
        total=replace(DAY, net=1_234_50, orders=12),
        before=replace(DAY, net=1_000_00, orders=16),
        days=(DAY, NOTHING, replace(DAY, net=-50_00), *(DAY,) * 4),
        days_before=(DAY,) * 7,
        sellers=sellers(number),
        month=period_of(Grain.MONTH, date(2026, 6, 14)),
        elapsed=Fraction(14, 30),
        goal=Goal(20_000_00, 5_900_00),
    )


def drawn(given: WeekFigures, language: str) -> Chart:
    return spec(to_picture(given), language)


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
    chart = drawn(figures(), language)

    assert chart.goal is not None
    assert chart.columns[2] == chart.goal.label
    shown = (chart.subtitle, chart.headline.before, chart.goal.label, chart.days[0].label, *chart.columns[:2])
    assert shown == words


def test_the_headline_compares_with_the_week_before() -> None:
    headline = drawn(figures(), "zh").headline

    assert (headline.value, headline.change) == ("¥1,234.50", Change("▲23.5%", Trend.BETTER))


def test_the_tiles_show_the_week_and_its_days() -> None:
    orders, aov, new = drawn(figures(), "zh").tiles

    assert (orders.label, orders.value, orders.change) == ("订单", "12", Change("▼25.0%", Trend.WORSE))
    assert (aov.value, aov.change) == ("¥50", Change("持平", Trend.NEUTRAL))
    assert [*aov.days] == [5000, None, 5000, 5000, 5000, 5000, 5000]
    assert [*new.days] == [1, 0, 1, 1, 1, 1, 1]


def test_days_have_their_totals_without_a_currency() -> None:
    chart = drawn(replace(figures(), days=(replace(DAY, net=1_234_50), NOTHING, replace(DAY, net=-50_00))), "zh")

    assert [day.total for day in chart.days] == ["1,234.50", "0", "-50", "", "", "", ""]
    assert [day.before for day in chart.days] == [100.0] * 7


def test_without_orders_the_revenue_per_order_is_a_dash() -> None:
    _, aov, _ = drawn(replace(figures(), total=NOTHING), "zh").tiles

    assert (aov.value, aov.change) == ("—", Change("—", Trend.NEUTRAL))


def test_a_gauge_shows_the_month_against_target_and_calendar() -> None:
    seller = replace(sellers(1)[0], goal=Goal(1_000_00, 1_240_00))
    (row,) = drawn(replace(figures(), sellers=(seller,)), "zh").sellers

    assert row.gauge == Gauge(1.24, "124.0%", 14 / 30)


def test_without_targets_there_are_no_gauges() -> None:
    chart = drawn(replace(figures(), goal=None), "zh")

    assert chart.goal is None
    assert not any(row.gauge for row in chart.sellers)


@pytest.mark.parametrize(
    ("number", "rows", "last"),
    [(0, 0, None), (1, 1, "卖家1"), (8, 8, "卖家8"), (9, 8, "其余2人"), (30, 8, "其余23人")],
)
def test_more_than_eight_sellers_share_the_last_row(number: int, rows: int, last: str | None) -> None:
    chart = drawn(figures(number), "zh")

    assert len(chart.sellers) == rows
    assert (chart.sellers[-1].name if rows else None) == last


def test_the_last_row_adds_up_what_the_others_brought() -> None:
    others = drawn(figures(9), "en").sellers[-1]

    assert others.name == "2 others"
    assert others.others
    assert others.days == (930.0 + 920.0,) * 7
    assert (others.total, others.change.text) == ("¥12,950", "▲100.0%")


def test_money_without_decimals_stays_without() -> None:
    chart = drawn(replace(figures(1), currency="JPY"), "en")

    assert chart.headline.value == "¥123,450"
    assert chart.days[0].total == "10,000"


@pytest.mark.parametrize(
    ("now", "before", "words"),
    [
        (150, 100, "▲50.0%"),
        (50, 100, "▼50.0%"),
        (100, 100, "持平"),
        (-50, 100, "▼150.0%"),
        (0, 0, "—"),
        (10, 0, "—"),
        (10, -5, "—"),
        (None, 5, "—"),
        (5, None, "—"),
    ],
)
def test_a_change_is_in_percent_of_what_was_before(now: int | None, before: int | None, words: str) -> None:
    assert plain(change(now, before), "zh") == words


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("number", [0, 1, 4, 30])
def test_every_number_of_sellers_can_be_drawn(number: int, language: str) -> None:
    assert weekly(drawn(figures(number), language)).png().startswith(b"\x89PNG")


def test_another_kind_of_picture_is_refused() -> None:
    with pytest.raises(ValueError, match="a picture"):
        spec(to_picture(figures()) | {"kind": "other"}, "zh")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("style", [BODY, STRONG], ids=["regular", "bold"])
def test_the_fonts_have_every_character_of_our_texts(language: str, style: Type) -> None:
    """A missing one is a warning of matplotlib's, which fails the test."""
    ours = {c for file in (FOLDER / language).glob("*.ftl") for c in file.read_text(encoding="utf-8")} - {"\n"}
    sheet = Sheet(100)

    assert sheet.width_of("".join(sorted(ours)), style) > 0


def test_wording_a_picture_does_not_import_the_drawing_library() -> None:
    check = "import sys, bot.pictures, bot.weekly, bot.drawing; sys.exit('matplotlib' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", check], check=False).returncode == 0
