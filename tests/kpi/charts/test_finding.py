"""What stands on a finding's sheet: texts, lines, bars and rows, not pixels."""

from dataclasses import replace

import pytest

from kpi.charts.finding import finding
from kpi.charts.spec import Level, Spot
from kpi.charts.style import Role
from kpi.plot import Accent, Shape
from tests.kpi.charts.given import FOUND, NAMES, boxes, found, lines, patches, texts


@pytest.mark.parametrize("shape", Shape)
def test_every_figure_of_the_chart_is_written(shape: Shape) -> None:
    chart = found(shape, [500, 300])
    shown = texts(finding(chart))

    assert {chart.title, chart.subtitle, chart.finding, chart.footer} <= set(shown)
    assert {text for spot in chart.spots for text in (spot.label, spot.value)} <= set(shown)


def test_a_long_sentence_takes_two_lines_and_no_more() -> None:
    chart = replace(found(Shape.BARS, [1]), finding="一二三四五六七八九十" * 20)
    shown = [text for text in texts(finding(chart)) if text.startswith("一") or text.endswith("…")]

    assert len(shown) == 2
    assert shown[-1].endswith("…")


def test_the_line_rises_and_the_grey_one_is_before_it() -> None:
    before, now = lines(finding(found(Shape.LINE, [100, 300], before=[300, 100])), Role.CURVE)

    assert now[0][1] > now[1][1]
    assert before == [(now[0][0], now[1][1]), (now[1][0], now[0][1])]


def test_what_was_not_known_before_leaves_no_dent() -> None:
    before, now = lines(finding(found(Shape.LINE, [100, 300, 200], before=[None, 300, 200])), Role.CURVE)

    assert before == now[1:]


def test_days_below_zero_hang_down() -> None:
    up, down = boxes(finding(found(Shape.BARS, [500, -300])), Role.BAR)

    assert up.y0 == pytest.approx(down.y1, abs=1)


def test_the_pareto_line_adds_the_bars_up() -> None:
    sheet = finding(found(Shape.PARETO, [600, 300, 100], level=Level(800, "80.0%")))
    (curve,) = lines(sheet, Role.CURVE)
    (level,) = lines(sheet, Role.LEVEL)
    first, *_ = boxes(sheet, Role.BAR)
    floor, top = sheet.height - first.y0, curve[-1][1]

    assert curve[0][1] == pytest.approx(sheet.height - first.y1, abs=1)
    assert curve[1][1] == pytest.approx(floor - (floor - top) * 0.9, abs=1)
    assert level[0][1] == pytest.approx(floor - (floor - top) * 0.8, abs=1)
    assert "80.0%" in texts(sheet)


def test_a_step_that_nobody_reported_is_an_empty_frame_and_not_a_bar_of_nothing() -> None:
    spots = (Spot("访客", "100", 100.0), Spot("咨询", "", None, note="没有报"), Spot("成交", "0", 0.0, note="0.0%"))
    sheet = finding(replace(found(Shape.FUNNEL, []), spots=spots))

    assert len(boxes(sheet, Role.BAR)) == 2
    assert len(boxes(sheet, Role.GHOST)) == 1
    assert {"没有报", "0.0%"} <= set(texts(sheet))


def test_a_funnel_stands_around_its_middle_and_rows_begin_together() -> None:
    wide, narrow = boxes(finding(found(Shape.FUNNEL, [100, 50])), Role.BAR)
    assert (wide.x0 + wide.x1) / 2 == pytest.approx((narrow.x0 + narrow.x1) / 2, abs=1)

    first, second = boxes(finding(found(Shape.ROWS, [100, 50])), Role.BAR)
    assert first.x0 == second.x0
    assert second.x1 - second.x0 == pytest.approx((first.x1 - first.x0) / 2, abs=1)


def test_who_refunded_more_than_they_sold_has_no_bar_to_the_left() -> None:
    first, second = boxes(finding(found(Shape.ROWS, [100, -50])), Role.BAR)

    assert second.x0 == first.x0
    assert second.x1 - second.x0 <= 3


def test_what_stands_out_has_another_colour() -> None:
    chart = found(Shape.BARS, [5, 5, 5])
    marked = [
        replace(spot, accent=a) for spot, a in zip(chart.spots, (Accent.NONE, Accent.HIGH, Accent.LOW), strict=True)
    ]
    bars = patches(finding(replace(chart, spots=tuple(marked))), Role.BAR)

    assert len({bar.get_facecolor() for bar in bars}) == 3


def test_of_days_side_by_side_that_stand_out_the_first_is_told() -> None:
    shown = texts(finding(found(Shape.BARS, [*[5.0] * 30, 71.0, 72.0])))

    assert "¥71" in shown
    assert "¥72" not in shown


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("shape", Shape)
def test_a_name_is_drawn_as_it_is_written(shape: Shape, name: str) -> None:
    sheet = finding(replace(found(shape, []), spots=(Spot(name, "¥1", 1.0), Spot("阿强", "¥1", 1.0))))
    sheet.png()

    assert any(shown.rstrip("…") and name.startswith(shown.rstrip("…")) for shown in texts(sheet))


def test_a_sheet_never_grows_with_what_is_written_on_it() -> None:
    vast = FOUND["rows, vast"]

    assert finding(vast).height == finding(found(Shape.ROWS, [1.0] * len(vast.spots))).height
