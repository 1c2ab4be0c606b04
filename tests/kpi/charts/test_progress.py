"""What stands on a seller's own sheet: texts, bars and signs, not pixels."""

import pytest
from matplotlib.colors import to_hex, to_rgb
from matplotlib.typing import ColorType

from kpi.charts.progress import progress
from kpi.charts.style import PALETTE, Role, Sheet
from kpi.progress import Mark
from tests.kpi.charts.given import GOAL, NAMES, OWN, boxes, own, patches, place, texts, written


def days(sheet: Sheet, *, among: range) -> dict[int, tuple[float, float]]:
    """Where the numbers of days stand, from the left and the bottom."""
    found = {}
    for text in written(sheet):
        if text.get_text().isdecimal() and (number := int(text.get_text())) in among:
            found[number] = (place(text).x0 + place(text).width / 2, place(text).y0)
    return found


def test_every_figure_of_the_picture_is_written() -> None:
    chart = own()
    shown = set(texts(progress(chart)))

    assert {chart.title, chart.subtitle, chart.compared, chart.footer} <= shown
    assert {GOAL.label, GOAL.amounts, GOAL.time, GOAL.gauge.text} <= shown
    assert {text for tile in chart.tiles for text in (tile.label, tile.value, tile.change.text)} <= shown
    assert {text for bar in chart.weeks.bars for text in (bar.label, bar.value)} <= shown
    assert {chart.weeks.title, chart.weeks.legend} <= shown
    assert {chart.calendar.title, *chart.calendar.weekdays, chart.calendar.legend_of_today} <= shown
    assert {said for _, said in chart.calendar.legend} <= shown
    assert {str(day) for day in range(1, 31)} <= shown


def test_the_target_is_a_bar_over_the_whole_width() -> None:
    (gauge,) = boxes(progress(own()), Role.GAUGE)

    assert gauge.width == pytest.approx(984 * 0.618, abs=1)


def test_without_a_target_the_sheet_is_shorter() -> None:
    sheet = progress(own(goal=None))

    assert boxes(sheet, Role.GAUGE) == []
    assert sheet.height < progress(own()).height


def test_the_grey_bar_of_what_is_usual_stands_behind_this_week_alone() -> None:
    sheet = progress(own(weeks=(100, 100, 100, 100, 50), usual=100.0))
    *_, earlier, this = boxes(sheet, Role.BAR)
    (ghost,) = boxes(sheet, Role.GHOST)

    assert ghost.x0 < this.x0 < this.x1 < ghost.x1
    assert ghost.height == earlier.height
    assert this.height == pytest.approx(ghost.height / 2, abs=1)


def test_this_week_has_a_colour_of_its_own() -> None:
    bars = patches(progress(own()), Role.BAR)

    assert [to_hex(bar.get_facecolor()).upper() for bar in bars] == [PALETTE[4]] * 4 + [PALETTE[0]]


def test_a_week_of_refunds_hangs_below_the_line_and_its_amount_below_it() -> None:
    sheet = progress(own(weeks=(100, 0, 0, 0, -100), usual=0.0))
    up, down = boxes(sheet, Role.BAR)
    (amount,) = (text for text in written(sheet) if text.get_text() == "¥-100")

    assert up.y0 == pytest.approx(down.y1, abs=1)
    assert place(amount).y1 <= down.y0


def test_a_new_seller_without_weeks_has_no_bars() -> None:
    sheet = progress(OWN["first day"])

    assert boxes(sheet, Role.BAR) == boxes(sheet, Role.GHOST) == []


@pytest.mark.parametrize(("mark", "signs"), [(Mark.REPORTED, 1), (Mark.ZERO, 1), (Mark.MISSED, 1), (Mark.OPEN, 0)])
def test_each_mark_but_an_open_day_has_its_sign(mark: Mark, signs: int) -> None:
    legend = len(own().calendar.legend)

    assert len(boxes(progress(own([mark] * 30)), Role.SIGN)) - legend == 30 * signs


def test_marks_can_be_told_apart_without_colours() -> None:
    """By a filled ground, a frame, and a light ground with a cross; in the legend as on the days."""
    sheet = progress(own([Mark.REPORTED, Mark.ZERO, Mark.MISSED]))
    looks = {(_grey(sign.get_facecolor()), sign.get_linewidth() > 0) for sign in patches(sheet, Role.SIGN)}

    assert looks == {(0.34, False), (1.0, True), (0.92, False)}


def _grey(colour: ColorType) -> float:
    red, green, blue = to_rgb(colour)
    return round(0.299 * red + 0.587 * green + 0.114 * blue, 2)


@pytest.mark.parametrize(("offset", "length", "weeks"), [(0, 28, 4), (0, 30, 5), (6, 31, 6), (5, 31, 6), (4, 31, 5)])
def test_a_month_takes_as_many_lines_as_it_has_weeks(offset: int, length: int, weeks: int) -> None:
    sheet = progress(own(length=length, offset=offset))

    assert len({height for _, height in days(sheet, among=range(20, 32)).values()}) >= 2
    assert sheet.height == progress(own(length=28)).height + 60 * (weeks - 4)


def test_days_stand_under_their_weekday() -> None:
    sheet = progress(own(offset=2, length=31))
    found = days(sheet, among=range(20, 32))
    (sunday,) = (place(text) for text in written(sheet) if text.get_text() == "日")

    assert found[26][0] == pytest.approx(sunday.x0 + sunday.width / 2, abs=1)
    assert found[26][1] == found[25][1] > found[27][1]


@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_drawn_as_it_is_written(name: str) -> None:
    sheet = progress(own(name=name))
    sheet.png()

    assert any(shown.rstrip("…") and name.startswith(shown.rstrip("…")) for shown in texts(sheet))


def test_a_sheet_never_grows_with_what_is_written_on_it() -> None:
    assert progress(OWN["vast"]).height == progress(own()).height
