"""What stands on the weekly chart's sheet: texts, bars and sizes, not pixels."""

import math

import pytest

from kpi.charts.spec import Gauge
from kpi.charts.style import Role
from kpi.charts.weekly import weekly
from tests.kpi.charts.given import GAUGE, GOAL, NAMES, WEEKS, boxes, place, seller, some, texts, week, written


def test_every_figure_of_the_chart_is_written() -> None:
    chart = some(4)
    shown = texts(weekly(chart))

    assert {chart.title, chart.subtitle, chart.daily, chart.legend, chart.footer} <= set(shown)
    assert {chart.headline.label, chart.headline.value, chart.headline.before} <= set(shown)
    assert {GOAL.label, GOAL.amounts, GOAL.time, GOAL.gauge.text} <= set(shown)
    assert {text for day in chart.days for text in (day.label, day.total)} <= set(shown)
    assert {text for tile in chart.tiles for text in (tile.label, tile.value, tile.change.text)} <= set(shown)
    assert {text for one in chart.sellers for text in (one.name, one.total, one.change.text)} <= set(shown)


def test_each_seller_has_a_bar_on_each_day_with_sales() -> None:
    sheet = weekly(some(4))  # each of the four has one day with nothing

    assert len(boxes(sheet, Role.BAR)) == 4 * 6
    assert len(boxes(sheet, Role.GHOST)) == 7


def test_bars_of_a_day_stand_on_each_other_in_the_order_of_the_sellers() -> None:
    first, second = boxes(weekly(week(seller("小美", [300]), seller("阿强", [100]))), Role.BAR)

    assert first.y1 == second.y0
    assert first.height == pytest.approx(3 * second.height, abs=2)


def test_refunds_beyond_the_sales_hang_below_the_line() -> None:
    up, down = boxes(weekly(week(seller("小美", [300, -100]), before=(0,) * 7)), Role.BAR)

    assert up.y0 == down.y1
    assert up.height == pytest.approx(3 * down.height, abs=2)


def test_the_total_of_a_refund_day_is_written_below_its_bar() -> None:
    sheet = weekly(WEEKS["refunds only"])
    (total,) = (text for text in written(sheet) if text.get_text() == "-370.50")

    assert place(total).y1 <= min(box.y0 for box in boxes(sheet, Role.BAR))


def test_a_day_to_come_shows_only_the_week_before() -> None:
    sheet = weekly(week(seller("小美", [500, 600])))

    assert len(boxes(sheet, Role.BAR)) == 2
    assert len(boxes(sheet, Role.GHOST)) == 7


def test_a_number_that_is_none_draws_no_bar() -> None:
    assert len(boxes(weekly(WEEKS["no numbers"]), Role.BAR)) == 1


def test_a_week_of_zeros_draws_no_bar() -> None:
    sheet = weekly(WEEKS["zeros"])

    assert boxes(sheet, Role.BAR) == []
    assert texts(sheet).count("0.00") == 7


@pytest.mark.parametrize(("ratio", "part"), [(0.0, 0), (0.5, 0.5), (1.0, 1), (2.5, 1), (-0.3, 0), (math.nan, 0)])
def test_a_gauge_is_full_at_the_target_and_not_beyond(ratio: float, part: float) -> None:
    chart = week(seller("小美", [500], gauge=Gauge(ratio, "…%", 0.5)))
    (gauge,) = boxes(weekly(chart), Role.GAUGE)

    assert gauge.width == pytest.approx(118 * part, abs=1)


def test_without_any_target_there_is_no_column_for_it() -> None:
    shown = texts(weekly(some(2, gauge=None)))

    assert "2026年6月目标" not in shown
    assert "比上周" in shown


def test_bars_carry_the_number_of_their_seller() -> None:
    shown = texts(weekly(week(seller("小美", [500]), seller("阿强", [400]), before=(0,) * 7)))

    assert shown.count("1") == shown.count("2") == 2  # on the bar and in the row


def test_several_sellers_in_one_row_have_no_number() -> None:
    shown = texts(weekly(week(seller("小美", [500]), seller("其余3人", [400], others=True), before=(0,) * 7)))

    assert "2" not in shown


@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_drawn_as_it_is_written(name: str) -> None:
    """Not as a formula, and with a glyph for every character: a missing one is a warning, which fails the test."""
    sheet = weekly(week(seller(name, [500], gauge=GAUGE), title=name))
    sheet.png()

    assert any(shown.rstrip("…") and name.startswith(shown.rstrip("…")) for shown in texts(sheet))


def test_a_character_without_a_glyph_is_noticed() -> None:
    """What the test above relies on."""
    with pytest.warns(UserWarning, match="missing from font"):
        weekly(week(seller("ไทย", [500]))).png()


def test_a_long_name_ends_in_dots_and_leaves_the_amount_alone() -> None:
    sheet = weekly(week(seller("欧阳娜娜" * 6, [98765.43], gauge=GAUGE)))
    (name,) = (text for text in written(sheet) if text.get_text().startswith("欧阳"))
    (amount,) = (text for text in written(sheet) if text.get_text() == "¥98,765.43")

    assert name.get_text().endswith("…")
    assert place(name).x1 < place(amount).x0


def test_a_sheet_never_grows_with_what_is_written_on_it() -> None:
    assert weekly(WEEKS["vast"]).height == weekly(some(2)).height


def test_more_rows_than_a_phone_shows_are_refused() -> None:
    with pytest.raises(ValueError, match="a sheet of"):
        weekly(week(*[seller("小美", [500])] * 9))
