"""What stands on the monthly chart's sheet: texts, curves and bars, not pixels."""

import pytest

from kpi.charts.monthly import monthly
from kpi.charts.spec import MonthlyChart
from kpi.charts.style import Role
from tests.kpi.charts.given import GOAL, MONTHS, NAMES, boxes, lines, month, place, row, texts, written

HALF = MONTHS["half"]


def curves(chart: MonthlyChart) -> list[list[tuple[float, float]]]:
    """The target's, the month before's and the month's own, in this order."""
    return lines(monthly(chart), Role.CURVE)


def test_every_figure_of_the_chart_is_written() -> None:
    shown = texts(monthly(HALF))
    run = HALF.run
    assert run.target is not None

    assert {HALF.title, HALF.subtitle, HALF.daily, HALF.legend, HALF.footer, run.title, *HALF.best} <= set(shown)
    assert {HALF.headline.value, HALF.headline.before, GOAL.label, GOAL.amounts, GOAL.time} <= set(shown)
    assert {text for curve in (run.now, run.before, run.target) for text in (curve.label, curve.value)} <= set(shown)
    assert {level.label for level in run.levels} <= set(shown)
    assert {text for tile in HALF.tiles for text in (tile.label, tile.value, tile.change.text)} <= set(shown)
    assert {text for one in HALF.sellers for text in (one.name, one.total, one.change.text)} <= set(shown)
    assert {"1", "5", "10", "15", "20", "25", "30"} <= set(shown)


def test_the_curve_ends_where_the_days_end() -> None:
    target, before, now = curves(HALF)

    assert len(now) == 1 + 15
    assert now[-1][0] == pytest.approx((target[0][0] + target[-1][0]) / 2)
    assert len(before) == 1 + 30  # the 31st of the month before has no day beside it
    assert before[-1][0] == pytest.approx(target[-1][0])


def test_curves_start_from_nothing_and_rise_with_the_sums() -> None:
    before, now = curves(month([100, 300], before=(0,) * 31))
    floor = now[0][1]

    assert floor == before[0][1] == before[-1][1]
    assert floor - now[1][1] == pytest.approx((floor - now[2][1]) / 4)


def test_the_target_is_a_straight_way_to_its_amount() -> None:
    target, _, now = curves(month([500] * 30, target=15_000))

    assert len(target) == 2
    assert target[-1] == pytest.approx(now[-1])


def test_without_a_target_there_is_no_way_to_it() -> None:
    assert len(curves(month([500]))) == 2


def test_refunds_lead_below_the_line() -> None:
    _, before, now = curves(MONTHS["refunds only"])

    assert now[-1][1] > before[-1][1]


def test_what_is_written_beside_the_curves_stands_in_the_order_of_their_ends() -> None:
    sheet = monthly(month([500] * 30, before=(505,) * 30, target=15_300))
    lines_of = {text.get_text(): place(text).y0 for text in written(sheet) if text.get_text() in {"6月", "5月", "目标"}}

    assert sorted(lines_of, key=lines_of.__getitem__) == ["6月", "5月", "目标"]


def test_each_day_with_sales_has_a_bar_before_the_grey_one() -> None:
    sheet = monthly(month([500, 0, -200], before=(0, 40, *[0] * 29)))

    up, down = boxes(sheet, Role.BAR)
    assert up.y0 == pytest.approx(down.y1, abs=1)
    assert len(boxes(sheet, Role.GHOST)) == 1


def test_the_bars_stand_below_their_part_of_the_curve() -> None:
    sheet = monthly(month([500] * 30, before=(0,) * 31))
    _, now = lines(sheet, Role.CURVE)
    bars = boxes(sheet, Role.BAR)

    for (start, _), (end, _), bar in zip(now[:-1], now[1:], bars, strict=True):
        assert start < bar.x0 < bar.x1 < end


def test_a_month_of_zeros_draws_no_bar() -> None:
    assert boxes(monthly(MONTHS["zeros"]), Role.BAR) == []


def test_tiles_without_days_have_no_bars() -> None:
    assert boxes(monthly(HALF), Role.SPARK) == []


def test_each_target_of_a_seller_has_a_gauge() -> None:
    sheet = monthly(month([500], row("小美"), row("阿强", gauge=None), row("其余3人", gauge=None, others=True)))

    assert len(boxes(sheet, Role.GAUGE)) == 1
    assert "3" not in texts(sheet)


@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_drawn_as_it_is_written(name: str) -> None:
    sheet = monthly(month([500], row(name), title=name))
    sheet.png()

    assert any(shown.rstrip("…") and name.startswith(shown.rstrip("…")) for shown in texts(sheet))


def test_a_sheet_never_grows_with_what_is_written_on_it() -> None:
    assert monthly(MONTHS["vast"]).height == monthly(MONTHS["one day"]).height


def test_more_rows_than_a_phone_shows_are_refused() -> None:
    with pytest.raises(ValueError, match="a sheet of"):
        monthly(month([500], *[row("小美")] * 9))
