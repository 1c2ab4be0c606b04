"""The monthly chart on its sheet: what the month brought, how it added up, its days, its other figures, its sellers."""

from kpi.charts.parts import (
    FOOT,
    ROW,
    ROWS_HEAD,
    TileRow,
    draw_rows,
    draw_tile,
    frame,
    ghost_legend,
    places,
    team_head,
)
from kpi.charts.scale import Scale, columns, finite, scaled
from kpi.charts.spec import Bar, Curve, Level, MonthlyChart, Run
from kpi.charts.style import (
    DAILY,
    GHOST,
    GHOST_EDGE,
    HEADING,
    INK,
    INNER,
    MARGIN,
    NOTE,
    OTHERS,
    PALETTE,
    RIGHT,
    RULE,
    SMALL,
    SOFT,
    STRONG,
    Box,
    Role,
    Sheet,
)

_RUN_LINE = 384
_RUN = Box(MARGIN, 426, INNER - 216, 192)
_ENDS = RIGHT - 200  # where what is written beside the curves begins
_ENDS_WIDTH = 200
_END = 40  # pixels from line to line of it
_DAYS_LINE = 668
_DAYS = Box(MARGIN, 690, _RUN.width, 88)
_TILES = TileRow(834, 104)
_SELLERS_TOP = 948

_BAR, _BEHIND = 0.5, 0.86  # of a day's width
_NOW = PALETTE[0]


def monthly(chart: MonthlyChart) -> Sheet:
    """`chart` drawn, as high as its sellers need."""
    sheet = Sheet(_SELLERS_TOP + ROWS_HEAD + ROW * len(chart.sellers) + FOOT)
    frame(sheet, chart.title, chart.subtitle, chart.footer)
    team_head(sheet, chart.headline, chart.goal)
    _run(sheet, chart.run, len(chart.days))
    _days(sheet, chart)
    for tile, box in zip(chart.tiles, places(chart.tiles, _TILES), strict=True):
        draw_tile(sheet, tile, box)
    colours = [OTHERS if seller.others else _NOW for seller in chart.sellers]
    draw_rows(sheet, chart.sellers, chart.columns, _SELLERS_TOP, colours)
    return sheet


def _run(sheet: Sheet, run: Run, days: int) -> None:
    sheet.text((MARGIN, _RUN_LINE), run.title, HEADING, width=INNER)
    curves = [curve for curve in (run.target, run.before, run.now) if curve]
    heights = [*(height for curve in curves for height in curve.sums), *(level.height for level in run.levels)]
    scale = scaled(map(finite, heights), _RUN.top, _RUN.bottom)
    for level in run.levels:
        _level(sheet, level, scale)
    sheet.box(Box(_RUN.left, scale.y(0) - 1, _RUN.width, 2), SOFT)
    if run.target:
        sheet.line(_way_to(run.target, scale), INK, 3, role=Role.CURVE, dashed=True)
    sheet.line(_path(run.before, scale, days), GHOST_EDGE, 4, role=Role.CURVE)
    sheet.line(_path(run.now, scale, days), _NOW, 7, role=Role.CURVE)
    _ends(sheet, run, scale)


def _level(sheet: Sheet, level: Level, scale: Scale) -> None:
    line = scale.y(finite(level.height))
    sheet.box(Box(_RUN.left, line - 1, _RUN.width, 2), RULE, role=Role.LEVEL)
    sheet.text((_RUN.left, line - 6), level.label, SMALL, width=_RUN.width)


def _way_to(target: Curve, scale: Scale) -> list[tuple[float, float]]:
    """The same part of the target on every day: as far as the calendar is."""
    return [(_RUN.left, scale.y(0)), (_RUN.right, scale.y(_last(target)))]


def _path(curve: Curve, scale: Scale, days: int) -> list[tuple[float, float]]:
    """From nothing up through the end of each day. Days that this month does not have are left out."""
    ends = [(column.right, scale.y(finite(s))) for column, s in zip(columns(_RUN, days), curve.sums, strict=False)]
    return [(_RUN.left, scale.y(0)), *ends]


def _ends(sheet: Sheet, run: Run, scale: Scale) -> None:
    """Beside the curves what they are and where they end, each as near to its end as the others let it."""
    ends = [(run.now, _NOW), (run.before, SOFT), *([(run.target, INK)] if run.target else [])]
    ends.sort(key=lambda end: scale.y(_last(end[0])))
    line = 0.0
    for left, (curve, colour) in zip(range(len(ends), 0, -1), ends, strict=True):
        lowest = _RUN.bottom + 10 - _END * (left - 1)
        line = max(line + _END, min(lowest, scale.y(_last(curve)) + 10))
        sheet.text((_ENDS, line), curve.label, SMALL)
        beside = sheet.width_of(curve.label, SMALL) + 10
        sheet.text((_ENDS + beside, line), curve.value, STRONG.coloured(colour), width=_ENDS_WIDTH - beside)


def _last(curve: Curve) -> float:
    return finite(curve.sums[-1])


def _days(sheet: Sheet, chart: MonthlyChart) -> None:
    sheet.text((MARGIN, _DAYS_LINE), chart.daily, HEADING, width=INNER / 2)
    ghost_legend(sheet, chart.legend, _DAYS.right, _DAYS_LINE)
    amounts = [finite(amount) for bar in chart.days for amount in (bar.amount or 0.0, bar.before)]
    scale = scaled(amounts, _DAYS.top, _DAYS.bottom)
    for bar, column in zip(chart.days, columns(_DAYS, len(chart.days)), strict=True):
        _bar(sheet, bar, scale, column)
    sheet.box(Box(_DAYS.left, scale.y(0) - 1, _DAYS.width, 2), SOFT)
    which, amount = chart.best
    sheet.text((_ENDS, _DAYS.top + 26), which, SMALL, width=_ENDS_WIDTH)
    sheet.text((_ENDS, _DAYS.top + 58), amount, DAILY, width=_ENDS_WIDTH)


def _bar(sheet: Sheet, bar: Bar, scale: Scale, column: Box) -> None:
    if before := finite(bar.before):
        sheet.box(scale.upright(column, _BEHIND, 0, before), GHOST, role=Role.GHOST, edge=GHOST_EDGE)
    if bar.amount and (amount := finite(bar.amount)):
        sheet.box(scale.upright(column, _BAR, 0, amount), _NOW, role=Role.BAR)
    sheet.text((column.centre, column.bottom + 34), bar.label, NOTE.coloured(INK), align="center")
