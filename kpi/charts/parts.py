"""What several charts are put together from: their head, targets, tiles and the sellers' rows."""

from collections.abc import Sequence
from dataclasses import dataclass

from kpi.charts.scale import columns, finite, scaled, share
from kpi.charts.spec import Change, Gauge, Goal, Headline, Series, Tile
from kpi.charts.style import (
    BODY,
    FIGURE,
    GHOST,
    GHOST_EDGE,
    HERO,
    INK,
    INNER,
    MARGIN,
    NOTE,
    PALETTE,
    PAPER,
    RIGHT,
    RULE,
    SMALL,
    STRONG,
    TITLE,
    TRENDS,
    Box,
    Role,
    Sheet,
    Type,
)

HEADLINE_TOP = 166  # where what a chart has to say begins
GOAL_LEFT = 624
ROW = 47  # of a seller
ROWS_HEAD = 44
FOOT = 70

_TILE_GAP, _TILE_PAD = 18, 18
_SPARK_WIDTH = 104
_TOTALS, _CHANGES, _GAUGES = 600, 768, 800  # where the columns of figures end, and the gauges begin
_GAUGE_WIDTH = 118
_WIDEST_TOTAL, _WIDEST_CHANGE = 210, 150


def frame(sheet: Sheet, title: str, subtitle: str, footer: str) -> None:
    """What stands at the top and at the foot of every chart."""
    sheet.label((MARGIN, 90), title, TITLE, INNER)
    sheet.label((MARGIN, 134), subtitle, NOTE, INNER)
    sheet.text((MARGIN, sheet.height - 30), footer, SMALL, width=INNER)


def team_head(sheet: Sheet, headline: Headline, goal: Goal | None, top: float = HEADLINE_TOP) -> None:
    """The team's total, beside its target when it has one."""
    _headline(sheet, headline, Box(MARGIN, top, GOAL_LEFT - 2 * MARGIN if goal else INNER, 0))
    if goal:
        _goal(sheet, goal, top)


def _headline(sheet: Sheet, headline: Headline, place: Box) -> None:
    change, line = headline.change, place.top + 164
    sheet.text((place.left, place.top + 34), headline.label, NOTE)
    sheet.text((place.left, place.top + 116), headline.value, HERO, width=place.width)
    sheet.text((place.left, line), change.text, coloured(STRONG, change))
    beside = place.left + (sheet.width_of(change.text, STRONG) + 20 if change.text else 0)
    sheet.text((beside, line), headline.before, NOTE, width=place.right - beside)


def _goal(sheet: Sheet, goal: Goal, top: float) -> None:
    width = RIGHT - GOAL_LEFT
    sheet.text((GOAL_LEFT, top + 34), goal.label, NOTE, width=width * 0.55)
    sheet.text((RIGHT, top + 34), goal.gauge.text, FIGURE, align="right", width=width * 0.43)
    draw_gauge(sheet, goal.gauge, Box(GOAL_LEFT, top + 58, width, 26), PALETTE[0])
    sheet.text((GOAL_LEFT, top + 122), goal.amounts, NOTE.coloured(INK), width=width)
    sheet.text((GOAL_LEFT, top + 162), goal.time, NOTE, width=width)


def draw_gauge(sheet: Sheet, gauge: Gauge, box: Box, colour: str) -> None:
    """A bar that is full at the target, with a tick where the calendar stands, if it says."""
    sheet.box(box, RULE)
    sheet.box(Box(box.left, box.top, box.width * share(gauge.ratio), box.height), colour, role=Role.GAUGE)
    if gauge.mark is not None:
        sheet.box(Box(box.left + box.width * share(gauge.mark) - 2, box.top - 5, 4, box.height + 10), INK)


def ghost_legend(sheet: Sheet, said: str, right: float, line: float, style: Type = SMALL) -> None:
    """What the grey bars are, ending at `right` on `line`."""
    sheet.text((right, line), said, style, align="right")
    left = right - sheet.width_of(said, style) - 40
    sheet.box(Box(left, line - 23, 28, 24), GHOST, edge=GHOST_EDGE)


@dataclass(frozen=True, slots=True)
class TileRow:
    """Where a row of tiles stands, and how high it is."""

    top: float
    height: float


def places(tiles: Sequence[Tile], row: TileRow) -> list[Box]:
    """A box for each of `tiles`, side by side over the whole width."""
    inner = columns(Box(MARGIN, row.top, INNER + _TILE_GAP, row.height), len(tiles))
    return [Box(box.left, box.top, box.width - _TILE_GAP, box.height) for box in inner]


def draw_tile(sheet: Sheet, tile: Tile, box: Box) -> None:
    """The figure below its name and its change, beside its days when it has them."""
    sheet.panel(box)
    left, right, inner = box.left + _TILE_PAD, box.right - _TILE_PAD, box.width - 2 * _TILE_PAD
    change = sheet.width_of(tile.change.text, NOTE)
    line = box.top + box.height * 0.32
    sheet.text((left, line), tile.label, NOTE, width=inner - change - 10)
    sheet.text((right, line), tile.change.text, coloured(NOTE, tile.change), align="right", width=inner / 2)
    beside = _SPARK_WIDTH + 12 if tile.days else 0
    sheet.text((left, box.bottom - box.height * 0.18), tile.value, FIGURE, width=inner - beside)
    if tile.days:
        _spark(sheet, tile.days, Box(right - _SPARK_WIDTH, box.top + 60, _SPARK_WIDTH, 52))


def draw_narrow_tile(sheet: Sheet, tile: Tile, box: Box) -> None:
    """The figure between its name and its change."""
    sheet.panel(box)
    left, inner = box.left + _TILE_PAD, box.width - 2 * _TILE_PAD
    sheet.text((left, box.top + 42), tile.label, NOTE, width=inner)
    sheet.text((left, box.top + 94), tile.value, FIGURE, width=inner)
    sheet.text((left, box.bottom - 22), tile.change.text, coloured(NOTE, tile.change), width=inner)


def _spark(sheet: Sheet, days: tuple[float | None, ...], box: Box) -> None:
    """The days as small bars without numbers."""
    amounts = [0.0 if day is None else finite(day) for day in days]
    scale = scaled(amounts, box.top, box.bottom)
    sheet.box(Box(box.left, scale.y(0), box.width, 2), GHOST_EDGE)
    for amount, column in zip(amounts, columns(box, len(days)), strict=True):
        if amount:
            sheet.box(scale.upright(column, 0.75, 0, amount), PALETTE[0], role=Role.SPARK)


def draw_rows(
    sheet: Sheet, sellers: Sequence[Series], head: tuple[str, str, str], top: float, colours: Sequence[str]
) -> None:
    """The sellers' rows below `head`. Without any gauge the other columns move to where it would stand."""
    gauges = any(seller.gauge for seller in sellers)
    shift = 0 if gauges else RIGHT - _CHANGES
    total, change, gauge = head
    sheet.text((_TOTALS + shift, top + 28), total, SMALL, align="right", width=_WIDEST_TOTAL)
    sheet.text((_CHANGES + shift, top + 28), change, SMALL, align="right", width=_WIDEST_CHANGE)
    if gauges:
        sheet.text((RIGHT, top + 28), gauge, SMALL, align="right", width=RIGHT - _GAUGES)
    for i, (seller, colour) in enumerate(zip(sellers, colours, strict=True)):
        line = top + ROWS_HEAD + ROW * i + 35
        _badge(sheet, "" if seller.others else str(seller.place or i + 1), colour, line)
        _row(sheet, seller, line, shift)
        if seller.gauge:
            _attained(sheet, seller.gauge, colour, line)


def _badge(sheet: Sheet, number: str, colour: str, line: float) -> None:
    """A seller's place, on the colour of their bars."""
    square = Box(MARGIN, line - 29, 36, 36)
    sheet.box(square, colour)
    sheet.text((square.centre, line - 2), number, number_on(colour), align="center")


def _row(sheet: Sheet, seller: Series, line: float, shift: float) -> None:
    total = min(_WIDEST_TOTAL, sheet.width_of(seller.total, STRONG))
    sheet.label((MARGIN + 50, line), seller.name, BODY, _TOTALS + shift - total - MARGIN - 70)
    sheet.text((_TOTALS + shift, line), seller.total, STRONG, align="right", width=total)
    change = seller.change
    sheet.text((_CHANGES + shift, line), change.text, coloured(NOTE, change), align="right", width=_WIDEST_CHANGE)


def _attained(sheet: Sheet, gauge: Gauge, colour: str, line: float) -> None:
    draw_gauge(sheet, gauge, Box(_GAUGES, line - 19, _GAUGE_WIDTH, 18), colour)
    sheet.text((RIGHT, line), gauge.text, BODY, align="right", width=RIGHT - _GAUGES - _GAUGE_WIDTH - 10)


def coloured(style: Type, change: Change) -> Type:
    """`style` in the colour of a change for the better or the worse."""
    return style.coloured(TRENDS[change.trend])


def number_on(colour: str) -> Type:
    """Dark on the light colours of the palette, white on the others."""
    red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    light = 0.299 * red + 0.587 * green + 0.114 * blue > 130  # noqa: PLR2004 - half of white, a little to the white
    return Type(24, bold=True, colour=INK if light else PAPER)
