"""A seller's own picture on its sheet: the target, the month's figures, the last weeks, and the calendar."""

from typing import assert_never

from kpi.charts.parts import TileRow, draw_gauge, draw_narrow_tile, frame, ghost_legend, places
from kpi.charts.scale import Scale, columns, finite, scaled
from kpi.charts.spec import Calendar, Goal, ProgressChart, Trend, Week, Weeks
from kpi.charts.style import (
    DAILY,
    FIGURE,
    GHOST,
    GHOST_EDGE,
    HEADING,
    INK,
    INNER,
    MARGIN,
    NOTE,
    PALETTE,
    PAPER,
    RIGHT,
    SMALL,
    SOFT,
    STRONG,
    TRENDS,
    Box,
    Role,
    Sheet,
)
from kpi.progress import Mark

_TOP = 166
_GOAL_HEIGHT = 152
_COMPARED = 26  # down to the line that says what the tiles are compared with
_TILES, _TILE_HEIGHT = 44, 158
_PARTS = 250  # down to the weeks and the calendar
_HEAD = 108  # of those: a title, and the weekdays' names
_LEGEND, _FOOT = 72, 70

_WEEKS_WIDTH = 430
_BAR, _BEHIND = 0.56, 0.8  # of a week's width
_ABOVE, _BELOW = 46, 40  # pixels for a bar's label
_THIS, _EARLIER = PALETTE[0], PALETTE[4]

_CALENDAR_LEFT = 546
_WEEKDAYS = 7
_CELL = 60  # from week to week
_DAY_WIDTH, _DAY_HEIGHT = 58, 50
_SWATCH, _BETWEEN = 32, 20  # of the legend
_MISSED = TRENDS[Trend.WORSE]


def progress(chart: ProgressChart) -> Sheet:
    """`chart` drawn, as high as the weeks of its month need."""
    top = _TOP + (_GOAL_HEIGHT if chart.goal else 0)
    calendar = Box(_CALENDAR_LEFT, top + _PARTS + _HEAD, RIGHT - _CALENDAR_LEFT, _CELL * _rows(chart.calendar))
    sheet = Sheet(round(calendar.bottom + _LEGEND + _FOOT))
    frame(sheet, chart.title, chart.subtitle, chart.footer)
    if chart.goal:
        _goal(sheet, chart.goal)
    sheet.text((MARGIN, top + _COMPARED), chart.compared, SMALL, width=INNER)
    for tile, box in zip(chart.tiles, places(chart.tiles, TileRow(top + _TILES, _TILE_HEIGHT)), strict=True):
        draw_narrow_tile(sheet, tile, box)
    _weeks(sheet, chart.weeks, Box(MARGIN, calendar.top, _WEEKS_WIDTH, calendar.height))
    _calendar(sheet, chart.calendar, calendar)
    return sheet


def _rows(calendar: Calendar) -> int:
    """How many weeks the month has days in."""
    return -(-(calendar.offset + len(calendar.marks)) // _WEEKDAYS)


def _goal(sheet: Sheet, goal: Goal) -> None:
    line = _TOP + 122
    sheet.text((MARGIN, _TOP + 34), goal.label, HEADING, width=INNER / 2)
    sheet.text((RIGHT, _TOP + 34), goal.gauge.text, FIGURE, align="right", width=INNER / 3)
    draw_gauge(sheet, goal.gauge, Box(MARGIN, _TOP + 58, INNER, 26), _THIS)
    sheet.text((MARGIN, line), goal.amounts, NOTE.coloured(INK), width=INNER / 3)
    beside = INNER - min(INNER / 3, sheet.width_of(goal.amounts, NOTE)) - 30
    sheet.text((RIGHT, line), goal.time, NOTE, align="right", width=beside)


def _weeks(sheet: Sheet, weeks: Weeks, box: Box) -> None:
    sheet.text((MARGIN, box.top - 78), weeks.title, HEADING, width=box.width)
    amounts = [finite(week.amount) for week in weeks.bars]
    below = _BELOW if min(amounts) < 0 else 0
    scale = scaled([*amounts, finite(weeks.usual)], box.top + _ABOVE, box.bottom - 34 - below)
    plot = columns(box, len(weeks.bars))
    if usual := finite(weeks.usual):
        sheet.box(scale.upright(plot[-1], _BEHIND, 0, usual), GHOST, role=Role.GHOST, edge=GHOST_EDGE)
    for week, column in zip(weeks.bars, plot, strict=True):
        _week(sheet, week, scale, column, this=column is plot[-1])
    sheet.box(Box(box.left, scale.y(0) - 1, box.width, 2), SOFT)
    ghost_legend(sheet, weeks.legend, box.left + sheet.width_of(weeks.legend, SMALL) + 40, box.top - 30)


def _week(sheet: Sheet, week: Week, scale: Scale, column: Box, *, this: bool) -> None:
    amount = finite(week.amount)
    if amount:
        sheet.box(scale.upright(column, _BAR, 0, amount), _THIS if this else _EARLIER, role=Role.BAR)
    line = scale.y(amount) + 30 if amount < 0 else scale.y(amount) - 10
    sheet.text((column.centre, line), week.value, DAILY, align="center", width=column.width - 6)
    style = NOTE.coloured(INK) if this else NOTE
    sheet.text((column.centre, column.bottom), week.label, style, align="center", width=column.width - 6)


def _calendar(sheet: Sheet, calendar: Calendar, box: Box) -> None:
    sheet.text((box.left, box.top - 78), calendar.title, HEADING, width=box.width)
    days = columns(box, _WEEKDAYS)
    for name, column in zip(calendar.weekdays, days, strict=True):
        sheet.text((column.centre, box.top - 22), name, SMALL, align="center", width=column.width - 4)
    for number, mark in enumerate(calendar.marks, start=1):
        week, weekday = divmod(calendar.offset + number - 1, _WEEKDAYS)
        cell = Box(days[weekday].centre - _DAY_WIDTH / 2, box.top + _CELL * week, _DAY_WIDTH, _DAY_HEIGHT)
        _day(sheet, mark, cell, str(number))
        if number == calendar.today:
            _frame(sheet, cell)
    _legend(sheet, calendar, box)


def _day(sheet: Sheet, mark: Mark, cell: Box, number: str) -> None:
    """A day's number and its sign, which can be told from the others without colours."""
    style = SMALL
    match mark:
        case Mark.REPORTED:
            sheet.box(cell, _THIS, role=Role.SIGN)
            style = STRONG.coloured(PAPER)
        case Mark.ZERO:
            sheet.box(
                Box(cell.left + 2, cell.top + 2, cell.width - 4, cell.height - 4), PAPER, role=Role.SIGN, edge=_THIS
            )
            style = STRONG.coloured(_THIS)
        case Mark.MISSED:
            _cross(sheet, cell)
            style = SMALL.coloured(_MISSED)
        case Mark.OPEN:
            pass
        case _:
            assert_never(mark)
    sheet.text((cell.centre, cell.top + 36), number, style, align="center")


def _cross(sheet: Sheet, cell: Box) -> None:
    """A ground with a cross in its corner, beside the number."""
    sheet.box(cell, GHOST, role=Role.SIGN)
    left, top, right, bottom = cell.right - 13, cell.top + 4, cell.right - 4, cell.top + 13
    sheet.line([(left, top), (right, bottom)], _MISSED, 3, role=Role.PART)
    sheet.line([(left, bottom), (right, top)], _MISSED, 3, role=Role.PART)


def _frame(sheet: Sheet, cell: Box) -> None:
    """A line below today."""
    sheet.box(Box(cell.left, cell.bottom + 3, cell.width, 5), INK)


def _legend(sheet: Sheet, calendar: Calendar, box: Box) -> None:
    """The signs in words, from the right."""
    top = box.bottom + 20
    right = _said(sheet, calendar.legend_of_today, RIGHT, top)
    sheet.box(Box(right, top + 22, _SWATCH, 5), INK)
    for mark, words in reversed(calendar.legend):
        right = _said(sheet, words, right - _BETWEEN, top)
        _day(sheet, mark, Box(right, top, _SWATCH, 30), "")


def _said(sheet: Sheet, words: str, right: float, top: float) -> float:
    """Writes `words` up to `right` and says where the sign before them begins."""
    sheet.text((right, top + 25), words, SMALL, align="right")
    return right - sheet.width_of(words, SMALL) - 8 - _SWATCH
