"""The weekly chart on its sheet, from the top: what the week brought, its days, its other figures, its sellers."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kpi.charts.spec import Change, Day, Gauge, Goal, Headline, Series, Tile, WeeklyChart
from kpi.charts.style import (
    BODY,
    DAILY,
    FIGURE,
    GHOST,
    GHOST_EDGE,
    HEADING,
    HERO,
    INK,
    MARGIN,
    NOTE,
    OTHERS,
    PALETTE,
    PAPER,
    RULE,
    SMALL,
    SOFT,
    STRONG,
    TITLE,
    TRENDS,
    WIDTH,
    Box,
    Role,
    Sheet,
    Type,
)

_RIGHT = WIDTH - MARGIN
_INNER = WIDTH - 2 * MARGIN

_HEADLINE_TOP = 166
_GOAL_LEFT = 624
_DAYS_TOP = 362
_PLOT_TOP, _PLOT_BOTTOM = 450, 704
_TILES_TOP, _TILE_HEIGHT, _TILE_GAP, _TILE_PAD = 770, 132, 18, 18
_SPARK_WIDTH = 104
_SELLERS_TOP = 928
_ROWS_TOP = _SELLERS_TOP + 44
_ROW = 47
_FOOT = 70

_BAR, _BEHIND = 0.52, 0.76  # of a day's width
_NUMBERED = 30  # pixels that a bar needs to carry its seller's number
_EDGED = 10  # pixels that a bar needs, or nothing is left of it between white edges
_BELOW_ZERO = 40  # pixels for the label of a day that ends below zero
_GAP = 8  # pixels between neighbouring labels

_TOTALS, _CHANGES, _GAUGES = 600, 768, 800  # where the columns of figures end, and the gauges begin
_GAUGE_WIDTH = 118
_WIDEST_TOTAL, _WIDEST_CHANGE = 210, 150


def weekly(chart: WeeklyChart) -> Sheet:
    """`chart` drawn, as high as its sellers need."""
    sheet = Sheet(_ROWS_TOP + _ROW * len(chart.sellers) + _FOOT)
    sheet.label((MARGIN, 90), chart.title, TITLE, _INNER)
    sheet.label((MARGIN, 134), chart.subtitle, NOTE, _INNER)
    _headline(sheet, chart.headline, _GOAL_LEFT - 2 * MARGIN if chart.goal else _INNER)
    if chart.goal:
        _goal(sheet, chart.goal)
    _days(sheet, chart)
    _tiles(sheet, chart.tiles)
    _sellers(sheet, chart)
    sheet.text((MARGIN, sheet.height - 30), chart.footer, SMALL, width=_INNER)
    return sheet


def _headline(sheet: Sheet, headline: Headline, width: float) -> None:
    change, line = headline.change, _HEADLINE_TOP + 164
    sheet.text((MARGIN, _HEADLINE_TOP + 34), headline.label, NOTE)
    sheet.text((MARGIN, _HEADLINE_TOP + 116), headline.value, HERO, width=width)
    sheet.text((MARGIN, line), change.text, _coloured(STRONG, change))
    beside = MARGIN + sheet.width_of(change.text, STRONG) + 20
    sheet.text((beside, line), headline.before, NOTE, width=MARGIN + width - beside)


def _goal(sheet: Sheet, goal: Goal) -> None:
    top, width = _HEADLINE_TOP, _RIGHT - _GOAL_LEFT
    sheet.text((_GOAL_LEFT, top + 34), goal.label, NOTE, width=width * 0.55)
    sheet.text((_RIGHT, top + 34), goal.gauge.text, FIGURE, align="right", width=width * 0.43)
    _gauge(sheet, goal.gauge, Box(_GOAL_LEFT, top + 58, width, 26), PALETTE[0])
    sheet.text((_GOAL_LEFT, top + 122), goal.amounts, NOTE.coloured(INK), width=width)
    sheet.text((_GOAL_LEFT, top + 162), goal.time, NOTE, width=width)


def _gauge(sheet: Sheet, gauge: Gauge, box: Box, colour: str) -> None:
    """A bar that is full at the target, with a tick where the calendar stands."""
    sheet.box(box, RULE)
    sheet.box(Box(box.left, box.top, box.width * _share(gauge.ratio), box.height), colour, role=Role.GAUGE)
    sheet.box(Box(box.left + box.width * _share(gauge.mark) - 2, box.top - 5, 4, box.height + 10), INK)


@dataclass(frozen=True, slots=True)
class _Scale:
    """From amounts to pixels. Zero has a place on it, whatever the amounts."""

    low: float
    high: float
    top: float
    bottom: float

    def y(self, amount: float) -> float:
        span = self.high - self.low or 1.0
        return self.bottom - (amount - self.low) / span * (self.bottom - self.top)

    def upright(self, column: Box, part: float, start: float, end: float) -> Box:
        """The bar from `start` to `end` that takes `part` of the width of `column`."""
        top, bottom = sorted((self.y(start), self.y(end)))
        width = column.width * part
        return Box(column.centre - width / 2, top, width, max(2.0, bottom - top))


def _scale(amounts: Iterable[float], top: float, bottom: float) -> _Scale:
    known = [0.0, *amounts]
    return _Scale(min(known), max(known), top, bottom)


@dataclass(frozen=True, slots=True)
class _Piece:
    """A seller's part of a day's bar: from `start` to `end` in amounts."""

    number: str  # "" for several sellers, or when there is only one
    colour: str
    start: float
    end: float


def _days(sheet: Sheet, chart: WeeklyChart) -> None:
    sheet.text((MARGIN, _DAYS_TOP + 28), chart.daily, HEADING, width=_INNER / 2)
    _legend(sheet, chart.legend)
    stacks = [_stacked(chart.sellers, i) for i in range(len(chart.days))]
    ends = [piece.end for stack in stacks for piece in stack]
    lowest = _PLOT_BOTTOM - (_BELOW_ZERO if min(ends, default=0) < 0 else 0)
    scale = _scale([*ends, *(_finite(day.before) for day in chart.days)], _PLOT_TOP, lowest)
    width = _INNER / max(1, len(chart.days))
    columns = [Box(MARGIN + width * i, _PLOT_TOP, width, _PLOT_BOTTOM - _PLOT_TOP) for i in range(len(chart.days))]
    for column, day, stack in zip(columns, chart.days, stacks, strict=True):
        _bars(sheet, day, stack, scale, column)
    sheet.box(Box(MARGIN, scale.y(0) - 1, _INNER, 2), SOFT)
    for column, day, stack in zip(columns, chart.days, stacks, strict=True):
        _day_labels(sheet, day, stack, scale, column)


def _legend(sheet: Sheet, said: str) -> None:
    sheet.text((_RIGHT, _DAYS_TOP + 28), said, SMALL, align="right")
    left = _RIGHT - sheet.width_of(said, SMALL) - 40
    sheet.box(Box(left, _DAYS_TOP + 5, 28, 24), GHOST, edge=GHOST_EDGE)


def _stacked(sellers: Sequence[Series], day: int) -> list[_Piece]:
    """Sales grow up from zero; what was refunded beyond them hangs down."""
    pieces, up, down = [], 0.0, 0.0
    for i, (seller, colour) in enumerate(zip(sellers, _colours(sellers), strict=True), start=1):
        amount = _finite(seller.days[day]) if day < len(seller.days) else 0.0
        number = "" if seller.others or len(sellers) == 1 else str(i)
        if amount > 0:
            pieces.append(_Piece(number, colour, up, up + amount))
            up += amount
        elif amount < 0:
            pieces.append(_Piece(number, colour, down, down + amount))
            down += amount
    return pieces


def _bars(sheet: Sheet, day: Day, stack: list[_Piece], scale: _Scale, column: Box) -> None:
    if before := _finite(day.before):
        sheet.box(scale.upright(column, _BEHIND, 0, before), GHOST, role=Role.GHOST, edge=GHOST_EDGE)
    for piece in stack:
        bar = scale.upright(column, _BAR, piece.start, piece.end)
        sheet.box(bar, piece.colour, role=Role.BAR, edge=PAPER if bar.height >= _EDGED else None)
        if bar.height >= _NUMBERED:
            middle = (bar.centre, bar.top + bar.height / 2 + 9)
            sheet.text(middle, piece.number, _number_on(piece.colour), align="center")


def _day_labels(sheet: Sheet, day: Day, stack: list[_Piece], scale: _Scale, column: Box) -> None:
    ends = [0.0, *(piece.end for piece in stack)]
    hangs = max(ends) == 0 > min(ends)
    line = scale.y(min(ends)) + 30 if hangs else scale.y(max(ends)) - 10
    sheet.text((column.centre, line), day.total, DAILY, align="center", width=column.width - _GAP)
    sheet.text((column.centre, column.bottom + 36), day.label, NOTE, align="center", width=column.width - _GAP)


def _tiles(sheet: Sheet, tiles: tuple[Tile, ...]) -> None:
    width = (_INNER - _TILE_GAP * (len(tiles) - 1)) / max(1, len(tiles))
    for i, tile in enumerate(tiles):
        _tile(sheet, tile, Box(MARGIN + (width + _TILE_GAP) * i, _TILES_TOP, width, _TILE_HEIGHT))


def _tile(sheet: Sheet, tile: Tile, box: Box) -> None:
    sheet.panel(box)
    left, right, inner = box.left + _TILE_PAD, box.right - _TILE_PAD, box.width - 2 * _TILE_PAD
    change = sheet.width_of(tile.change.text, NOTE)
    sheet.text((left, box.top + 42), tile.label, NOTE, width=inner - change - 10)
    sheet.text((right, box.top + 42), tile.change.text, _coloured(NOTE, tile.change), align="right", width=inner / 2)
    sheet.text((left, box.top + 108), tile.value, FIGURE, width=inner - _SPARK_WIDTH - 12)
    _spark(sheet, tile.days, Box(right - _SPARK_WIDTH, box.top + 60, _SPARK_WIDTH, 52))


def _spark(sheet: Sheet, days: tuple[float | None, ...], box: Box) -> None:
    """The days as small bars without numbers."""
    amounts = [0.0 if day is None else _finite(day) for day in days]
    scale, width = _scale(amounts, box.top, box.bottom), box.width / max(1, len(days))
    sheet.box(Box(box.left, scale.y(0), box.width, 2), GHOST_EDGE)
    for i, amount in enumerate(amounts):
        if amount:
            column = Box(box.left + width * i, box.top, width, box.height)
            sheet.box(scale.upright(column, 0.75, 0, amount), PALETTE[0], role=Role.SPARK)


def _sellers(sheet: Sheet, chart: WeeklyChart) -> None:
    """The rows. Without any gauge the other columns move to where it would stand."""
    gauges = any(seller.gauge for seller in chart.sellers)
    shift = 0 if gauges else _RIGHT - _CHANGES
    total, change, gauge = chart.columns
    line = _SELLERS_TOP + 28
    sheet.text((_TOTALS + shift, line), total, SMALL, align="right", width=_WIDEST_TOTAL)
    sheet.text((_CHANGES + shift, line), change, SMALL, align="right", width=_WIDEST_CHANGE)
    if gauges:
        sheet.text((_RIGHT, line), gauge, SMALL, align="right", width=_RIGHT - _GAUGES)
    for i, (seller, colour) in enumerate(zip(chart.sellers, _colours(chart.sellers), strict=True)):
        line = _ROWS_TOP + _ROW * i + 35
        _badge(sheet, "" if seller.others else str(i + 1), colour, line)
        _row(sheet, seller, line, shift)
        if seller.gauge:
            _attained(sheet, seller.gauge, colour, line)


def _badge(sheet: Sheet, number: str, colour: str, line: float) -> None:
    """The key to the bars: a seller's colour and number."""
    square = Box(MARGIN, line - 29, 36, 36)
    sheet.box(square, colour)
    sheet.text((square.centre, line - 2), number, _number_on(colour), align="center")


def _row(sheet: Sheet, seller: Series, line: float, shift: float) -> None:
    total = min(_WIDEST_TOTAL, sheet.width_of(seller.total, STRONG))
    sheet.label((MARGIN + 50, line), seller.name, BODY, _TOTALS + shift - total - MARGIN - 70)
    sheet.text((_TOTALS + shift, line), seller.total, STRONG, align="right", width=total)
    change = seller.change
    sheet.text((_CHANGES + shift, line), change.text, _coloured(NOTE, change), align="right", width=_WIDEST_CHANGE)


def _attained(sheet: Sheet, gauge: Gauge, colour: str, line: float) -> None:
    _gauge(sheet, gauge, Box(_GAUGES, line - 19, _GAUGE_WIDTH, 18), colour)
    sheet.text((_RIGHT, line), gauge.text, BODY, align="right", width=_RIGHT - _GAUGES - _GAUGE_WIDTH - 10)


def _colours(sellers: Sequence[Series]) -> list[str]:
    return [OTHERS if seller.others else PALETTE[i % len(PALETTE)] for i, seller in enumerate(sellers)]


def _coloured(style: Type, change: Change) -> Type:
    return style.coloured(TRENDS[change.trend])


def _number_on(colour: str) -> Type:
    """Dark on the light colours of the palette, white on the others."""
    red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    light = 0.299 * red + 0.587 * green + 0.114 * blue > 130  # noqa: PLR2004 - half of white, a little to the white
    return Type(24, bold=True, colour=INK if light else PAPER)


def _share(ratio: float) -> float:
    return min(1.0, max(0.0, _finite(ratio)))


def _finite(amount: float) -> float:
    return amount if math.isfinite(amount) else 0.0
