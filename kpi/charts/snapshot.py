"""A page of parts on its sheet, each as high as what it holds."""

from typing import assert_never

from kpi.charts.finding import draw_bars, scale_of
from kpi.charts.labels import broken
from kpi.charts.parts import (
    FOOT,
    HEADLINE_TOP,
    ROW,
    ROWS_HEAD,
    TileRow,
    draw_narrow_tile,
    draw_rows,
    frame,
    places,
    team_head,
)
from kpi.charts.spec import BarsPart, Part, RowsPart, SnapshotChart, WordsPart
from kpi.charts.spec import TilesPart as Tiles
from kpi.charts.spec import TotalPart as Total
from kpi.charts.style import BODY, HEADING, INNER, MARGIN, OTHERS, PALETTE, Box, Sheet

_TOTAL = 196
_TILE, _TILES = 148, 168  # a row of them with the room below
_TITLE = 62  # above what stands below a title
_BARS = 186
_BARS_LABELS = 58
_ROWS_FOOT = 16
_LINE, _PARAGRAPH = 44, 14
_MOST_LINES = 2  # of a sentence
_INDENT = 28


def snapshot(chart: SnapshotChart) -> Sheet:
    """`chart` drawn. `ValueError` when its parts are more than a sheet holds."""
    ruler = Sheet(1)
    heights = [_height(part, ruler) for part in chart.parts]
    sheet = Sheet(HEADLINE_TOP + sum(heights) + FOOT)
    frame(sheet, chart.title, chart.subtitle, chart.footer)
    top = HEADLINE_TOP
    for part, height in zip(chart.parts, heights, strict=True):
        _draw(sheet, part, top)
        top += height
    return sheet


def _height(part: Part, ruler: Sheet) -> int:
    match part:
        case Total():
            return _TOTAL
        case Tiles():
            return _TILES
        case RowsPart():
            return _TITLE + ROWS_HEAD + ROW * len(part.rows) + _ROWS_FOOT
        case BarsPart():
            return _TITLE + _BARS + _BARS_LABELS
        case WordsPart():
            return _TITLE + sum(_LINE * len(_lines(ruler, said)) + _PARAGRAPH for said in part.sentences)
        case _:
            assert_never(part)


def _draw(sheet: Sheet, part: Part, top: int) -> None:
    match part:
        case Total():
            team_head(sheet, part.headline, part.goal, top)
        case Tiles():
            for tile, box in zip(part.tiles, places(part.tiles, TileRow(top, _TILE)), strict=True):
                draw_narrow_tile(sheet, tile, box)
        case RowsPart():
            sheet.text((MARGIN, top + 44), part.title, HEADING, width=INNER)
            colours = [OTHERS if row.others else PALETTE[0] for row in part.rows]
            draw_rows(sheet, part.rows, part.columns, top + _TITLE, colours)
        case BarsPart():
            sheet.text((MARGIN, top + 44), part.title, HEADING, width=INNER)
            plot = Box(MARGIN, top + _TITLE + 40, INNER, _BARS - 40)
            draw_bars(sheet, part.spots, scale_of(part.spots, plot), plot)
        case WordsPart():
            _words(sheet, part, top)
        case _:
            assert_never(part)


def _words(sheet: Sheet, part: WordsPart, top: int) -> None:
    sheet.text((MARGIN, top + 44), part.title, HEADING, width=INNER)
    line = top + _TITLE + 34
    for sentence in part.sentences:
        sheet.box(Box(MARGIN, line - 18, 10, 10), PALETTE[0])
        for piece in _lines(sheet, sentence):
            sheet.text((MARGIN + _INDENT, line), piece, BODY)
            line += _LINE
        line += _PARAGRAPH


def _lines(sheet: Sheet, sentence: str) -> list[str]:
    return broken(sentence, lambda piece: sheet.width_of(piece, BODY) <= INNER - _INDENT, _MOST_LINES)
