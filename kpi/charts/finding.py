"""A finding on its sheet: the sentence, and below it the line, bars or rows that it was found in."""

from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import assert_never

from kpi.charts.labels import broken, shortened
from kpi.charts.parts import FOOT, frame, ghost_legend
from kpi.charts.scale import Scale, columns, finite, scaled, share
from kpi.charts.spec import FindingChart, Spot
from kpi.charts.style import (
    BODY,
    DAILY,
    GHOST_EDGE,
    HEADING,
    IN_BAR,
    INK,
    INNER,
    MARGIN,
    NOTE,
    OTHERS,
    PALETTE,
    PAPER,
    RIGHT,
    SMALL,
    SOFT,
    STRONG,
    WIDTH,
    Box,
    Role,
    Sheet,
    Type,
)
from kpi.plot import Accent, Shape

_FINDING_LINE, _BETWEEN = 204, 46
_LEGEND_LINE = 316
_PLOT = Box(MARGIN, 388, INNER, 380)
_HEIGHT = 920
_BESIDE = 90  # pixels for what is written at the end of a line across
_ROWS_TOP, _ROW = 336, 86
_BARS = Box(290, 0, 380, 44)  # of rows: as wide as the longest one
_VALUES = 840  # where the rows' values end
_BAR = 0.6  # of a column's width
_GAP = 8  # pixels between neighbouring labels
_HIGH = 60  # pixels of a bar in which its value has room
_NARROW = 110  # pixels for the value of one that stands out among many
_LABEL = 110  # and for a label below it
_BELOW_ZERO = 40  # pixels for the value of a bar that ends below zero
_COLOURS = {Accent.NONE: PALETTE[0], Accent.HIGH: PALETTE[2], Accent.LOW: PALETTE[3], Accent.OTHERS: OTHERS}


def finding(chart: FindingChart) -> Sheet:
    """`chart` drawn; one of rows is as high as these need."""
    match chart.shape:
        case Shape.LINE:
            sheet = _headed(chart, _HEIGHT)
            _line(sheet, chart)
        case Shape.PARETO:
            sheet = _headed(chart, _HEIGHT)
            _pareto(sheet, chart)
        case Shape.BARS:
            sheet = _headed(chart, _HEIGHT)
            draw_bars(sheet, chart.spots, _scale(chart), _PLOT)
            _level(sheet, chart, _scale(chart))
        case Shape.ROWS | Shape.FUNNEL:
            sheet = _headed(chart, _ROWS_TOP + _ROW * len(chart.spots) + FOOT)
            _rows(sheet, chart)
        case _:
            assert_never(chart.shape)
    return sheet


def _headed(chart: FindingChart, height: int) -> Sheet:
    """The sheet with everything but what was found in figures."""
    sheet = Sheet(height)
    frame(sheet, chart.title, chart.subtitle, chart.footer)
    said = broken(chart.finding, lambda part: sheet.width_of(part, HEADING) <= INNER, 2)
    for at, line in enumerate(said):
        sheet.text((MARGIN, _FINDING_LINE + _BETWEEN * at), line, HEADING)
    if chart.legend:
        ghost_legend(sheet, chart.legend, RIGHT, _LEGEND_LINE)
    return sheet


def _scale(chart: FindingChart) -> Scale:
    level = [chart.level.height] if chart.level else []
    return scale_of(chart.spots, _PLOT, level)


def scale_of(spots: Sequence[Spot], plot: Box, levels: Sequence[float] = ()) -> Scale:
    """With a place for every amount, for what was before, and for `levels`."""
    amounts = [amount for spot in spots for amount in (spot.amount, spot.before) if amount is not None]
    return scaled(map(finite, [*amounts, *levels]), plot.top, plot.bottom - _below(amounts))


def _below(amounts: Iterable[float]) -> float:
    """Room under the lowest bar for its value."""
    return _BELOW_ZERO if min(map(finite, amounts), default=0) < 0 else 0


def _line(sheet: Sheet, chart: FindingChart) -> None:
    scale, places = _scale(chart), columns(_PLOT, len(chart.spots))
    _ground(sheet, scale, _PLOT)
    before = [(at.centre, spot.before) for at, spot in zip(places, chart.spots, strict=True)]
    now = [(at.centre, spot.amount) for at, spot in zip(places, chart.spots, strict=True)]
    sheet.line(_known(before, scale), GHOST_EDGE, 5, role=Role.CURVE)
    path = _known(now, scale)
    sheet.line(path, _COLOURS[Accent.NONE], 7, role=Role.CURVE)
    for across, down in path:
        sheet.box(Box(across - 6, down - 6, 12, 12), _COLOURS[Accent.NONE], role=Role.SIGN)
    for place, spot in zip(places, chart.spots, strict=True):
        if spot.amount is not None:
            _value(sheet, spot, place, scale.y(finite(spot.amount)) - 16)
        _below_axis(sheet, spot, place)


def _known(points: Iterable[tuple[float, float | None]], scale: Scale) -> list[tuple[float, float]]:
    """The way through the points that are known: what is not leaves no dent in it."""
    return [(across, scale.y(finite(amount))) for across, amount in points if amount is not None]


def draw_bars(sheet: Sheet, spots: Sequence[Spot], scale: Scale, plot: Box, *, within: bool = False) -> None:
    """A bar for each amount, with its value; of many bars only those that stand out have a value.

    `within`: in the bars that are high enough, where a line goes over them.
    """
    places = columns(plot, len(spots))
    for place, spot in zip(places, spots, strict=True):
        if spot.amount:
            bar = scale.upright(place, _BAR, 0, finite(spot.amount))
            sheet.box(bar, _COLOURS[spot.accent], role=Role.BAR)
    _ground(sheet, scale, plot)
    free = 0.0
    for place, spot in zip(places, spots, strict=True):
        if spot.amount is not None and spot.value and place.centre >= free:
            end = scale.y(finite(spot.amount))
            if within and scale.y(0) - end > _HIGH:
                _value(sheet, spot, place, end + 44, IN_BAR if spot.accent is not Accent.OTHERS else DAILY)
            else:
                _value(sheet, spot, place, end + 32 if spot.amount < 0 else end - 12)
            free = place.centre + (_NARROW if place.width < _NARROW - _GAP else 0)
        _below_axis(sheet, spot, place)


def _ground(sheet: Sheet, scale: Scale, plot: Box) -> None:
    sheet.box(Box(plot.left, scale.y(0) - 1, plot.width, 2), SOFT)


def _value(sheet: Sheet, spot: Spot, place: Box, line: float, style: Type = DAILY) -> None:
    """What a point is worth, over its neighbours where its own column is narrow: these are left without."""
    width = max(place.width, _NARROW) - _GAP
    sheet.text((_inside(place.centre, width), line), spot.value, style, align="center", width=width)


def _below_axis(sheet: Sheet, spot: Spot, place: Box) -> None:
    width = max(place.width, _LABEL) - _GAP
    said = shortened(spot.label, lambda part: sheet.width_of(part, SMALL) <= width)
    sheet.text((_inside(place.centre, width), place.bottom + 38), said, SMALL.coloured(INK), align="center")


def _inside(centre: float, width: float) -> float:
    """Where something of that width stands that would leave the sheet at `centre`."""
    return min(max(centre, width / 2), WIDTH - width / 2)


def _level(sheet: Sheet, chart: FindingChart, scale: Scale) -> None:
    if chart.level:
        line = scale.y(finite(chart.level.height))
        sheet.line([(_PLOT.left, line), (_PLOT.right, line)], GHOST_EDGE, 4, role=Role.LEVEL)


def _pareto(sheet: Sheet, chart: FindingChart) -> None:
    """The bars and what they make together share a scale, so that the line starts at the top of the first bar."""
    plot = Box(_PLOT.left, _PLOT.top, _PLOT.width - _BESIDE, _PLOT.height)
    amounts = [finite(spot.amount or 0.0) for spot in chart.spots]
    sums = list(accumulate(amounts))
    scale = scaled([*amounts, *sums], plot.top, plot.bottom - _below(amounts))
    if chart.level:
        line = scale.y(finite(chart.level.height))
        sheet.line([(plot.left, line), (plot.right, line)], SOFT, 3, role=Role.LEVEL, dashed=True)
        sheet.text((RIGHT, line + 10), chart.level.label, STRONG.coloured(SOFT), align="right", width=_BESIDE - _GAP)
    places = columns(plot, len(chart.spots))
    path = [(place.centre, scale.y(height)) for place, height in zip(places, sums, strict=True)]
    sheet.line(path, INK, 5, role=Role.CURVE)
    draw_bars(sheet, chart.spots, scale, plot, within=True)


def _rows(sheet: Sheet, chart: FindingChart) -> None:
    longest = max((finite(spot.amount or 0.0) for spot in chart.spots), default=0.0)
    for at, spot in enumerate(chart.spots):
        _row(sheet, spot, chart.shape, _ROWS_TOP + _ROW * at + 56, longest)


def _row(sheet: Sheet, spot: Spot, shape: Shape, line: float, longest: float) -> None:
    """The name, the bar, and what it is worth; without an amount an empty frame."""
    sheet.label((MARGIN, line), spot.label, BODY, _BARS.left - MARGIN - 20)
    place = Box(_BARS.left, line - 33, _BARS.width, _BARS.height)
    if spot.amount is None:
        sheet.box(place, PAPER, role=Role.GHOST, edge=GHOST_EDGE)
    else:
        width = max(3.0, place.width * share(finite(spot.amount) / longest if longest > 0 else 0.0))
        left = place.centre - width / 2 if shape is Shape.FUNNEL else place.left
        sheet.box(Box(left, place.top, width, place.height), _COLOURS[spot.accent], role=Role.BAR)
    sheet.text((_VALUES, line), spot.value, STRONG, align="right", width=_VALUES - _BARS.right - 16)
    sheet.text((RIGHT, line), spot.note, NOTE, align="right", width=RIGHT - _VALUES - 16)
