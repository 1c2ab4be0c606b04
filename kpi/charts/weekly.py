"""The weekly chart on its sheet, from the top: what the week brought, its days, its other figures, its sellers."""

from collections.abc import Sequence
from dataclasses import dataclass

from kpi.charts.parts import (
    FOOT,
    ROW,
    ROWS_HEAD,
    TileRow,
    draw_rows,
    draw_tile,
    frame,
    ghost_legend,
    number_on,
    places,
    team_head,
)
from kpi.charts.scale import Scale, columns, finite, scaled
from kpi.charts.spec import Day, Series, WeeklyChart
from kpi.charts.style import (
    DAILY,
    GHOST,
    GHOST_EDGE,
    HEADING,
    INNER,
    MARGIN,
    NOTE,
    OTHERS,
    PALETTE,
    PAPER,
    RIGHT,
    SOFT,
    Box,
    Role,
    Sheet,
)

_DAYS_LINE = 390
_PLOT_TOP, _PLOT_BOTTOM = 450, 704
_TILES = TileRow(770, 132)
_SELLERS_TOP = 928

_BAR, _BEHIND = 0.52, 0.76  # of a day's width
_NUMBERED = 30  # pixels that a bar needs to carry its seller's number
_EDGED = 10  # pixels that a bar needs, or nothing is left of it between white edges
_BELOW_ZERO = 40  # pixels for the label of a day that ends below zero
_GAP = 8  # pixels between neighbouring labels


def weekly(chart: WeeklyChart) -> Sheet:
    """`chart` drawn, as high as its sellers need."""
    sheet = Sheet(_SELLERS_TOP + ROWS_HEAD + ROW * len(chart.sellers) + FOOT)
    frame(sheet, chart.title, chart.subtitle, chart.footer)
    team_head(sheet, chart.headline, chart.goal)
    _days(sheet, chart)
    for tile, box in zip(chart.tiles, places(chart.tiles, _TILES), strict=True):
        draw_tile(sheet, tile, box)
    draw_rows(sheet, chart.sellers, chart.columns, _SELLERS_TOP, _colours(chart.sellers))
    return sheet


@dataclass(frozen=True, slots=True)
class _Piece:
    """A seller's part of a day's bar: from `start` to `end` in amounts."""

    number: str  # "" for several sellers, or when there is only one
    colour: str
    start: float
    end: float


def _days(sheet: Sheet, chart: WeeklyChart) -> None:
    sheet.text((MARGIN, _DAYS_LINE), chart.daily, HEADING, width=INNER / 2)
    ghost_legend(sheet, chart.legend, RIGHT, _DAYS_LINE)
    stacks = [_stacked(chart.sellers, i) for i in range(len(chart.days))]
    ends = [piece.end for stack in stacks for piece in stack]
    lowest = _PLOT_BOTTOM - (_BELOW_ZERO if min(ends, default=0) < 0 else 0)
    scale = scaled([*ends, *(finite(day.before) for day in chart.days)], _PLOT_TOP, lowest)
    plot = columns(Box(MARGIN, _PLOT_TOP, INNER, _PLOT_BOTTOM - _PLOT_TOP), len(chart.days))
    for column, day, stack in zip(plot, chart.days, stacks, strict=True):
        _bars(sheet, day, stack, scale, column)
    sheet.box(Box(MARGIN, scale.y(0) - 1, INNER, 2), SOFT)
    for column, day, stack in zip(plot, chart.days, stacks, strict=True):
        _day_labels(sheet, day, stack, scale, column)


def _stacked(sellers: Sequence[Series], day: int) -> list[_Piece]:
    """Sales grow up from zero; what was refunded beyond them hangs down."""
    pieces, up, down = [], 0.0, 0.0
    for i, (seller, colour) in enumerate(zip(sellers, _colours(sellers), strict=True), start=1):
        amount = finite(seller.days[day]) if day < len(seller.days) else 0.0
        number = "" if seller.others or len(sellers) == 1 else str(i)
        if amount > 0:
            pieces.append(_Piece(number, colour, up, up + amount))
            up += amount
        elif amount < 0:
            pieces.append(_Piece(number, colour, down, down + amount))
            down += amount
    return pieces


def _bars(sheet: Sheet, day: Day, stack: list[_Piece], scale: Scale, column: Box) -> None:
    if before := finite(day.before):
        sheet.box(scale.upright(column, _BEHIND, 0, before), GHOST, role=Role.GHOST, edge=GHOST_EDGE)
    for piece in stack:
        bar = scale.upright(column, _BAR, piece.start, piece.end)
        sheet.box(bar, piece.colour, role=Role.BAR, edge=PAPER if bar.height >= _EDGED else None)
        if bar.height >= _NUMBERED:
            middle = (bar.centre, bar.top + bar.height / 2 + 9)
            sheet.text(middle, piece.number, number_on(piece.colour), align="center")


def _day_labels(sheet: Sheet, day: Day, stack: list[_Piece], scale: Scale, column: Box) -> None:
    ends = [0.0, *(piece.end for piece in stack)]
    hangs = max(ends) == 0 > min(ends)
    line = scale.y(min(ends)) + 30 if hangs else scale.y(max(ends)) - 10
    sheet.text((column.centre, line), day.total, DAILY, align="center", width=column.width - _GAP)
    sheet.text((column.centre, column.bottom + 36), day.label, NOTE, align="center", width=column.width - _GAP)


def _colours(sellers: Sequence[Series]) -> list[str]:
    return [OTHERS if seller.others else PALETTE[i % len(PALETTE)] for i, seller in enumerate(sellers)]
