"""喜报 on its sheet: red and gold, as such news looks, with one figure that can be read across a room."""

from kpi.charts.labels import shortened
from kpi.charts.spec import PosterChart
from kpi.charts.style import MARGIN, WIDTH, Box, Role, Sheet, Type

_RED, _DEEP, _GOLD, _CREAM = "#B3121D", "#8C0D16", "#FFD98A", "#FFF4DC"  # gold on red is 5.4:1, cream on red 6.5:1
_HEAD = Type(120, bold=True, colour=_GOLD)
_NAME = Type(84, bold=True, colour=_CREAM)
_FIGURE = Type(150, bold=True, colour=_GOLD)
_LABEL = Type(40, colour=_CREAM)
_FACT = Type(40, colour=_CREAM)
_FOOT = Type(32, colour=_GOLD)
_HEIGHT = 1350
_FACTS_TOP, _FACT_STEP = 930, 74
_MOST = 3  # facts
_ROOM = WIDTH - 4 * MARGIN


def poster(chart: PosterChart) -> Sheet:
    """`chart` drawn."""
    sheet = Sheet(_HEIGHT)
    sheet.box(Box(0, 0, WIDTH, _HEIGHT), _RED)
    sheet.box(Box(MARGIN, MARGIN, WIDTH - 2 * MARGIN, _HEIGHT - 2 * MARGIN), _DEEP, edge=_GOLD)
    middle = WIDTH / 2
    sheet.text((middle, 230), chart.head, _HEAD, align="center", width=_ROOM)
    sheet.line([(middle - 160, 280), (middle + 160, 280)], _GOLD, 4, role=Role.PART)
    name = shortened(chart.name, lambda part: sheet.width_of(part, _NAME) <= _ROOM)
    sheet.text((middle, 440), name, _NAME, align="center")
    sheet.text((middle, 540), chart.label, _LABEL, align="center", width=_ROOM)
    sheet.text((middle, 740), chart.figure, _FIGURE, align="center", width=_ROOM)
    for place, fact in enumerate(chart.facts[:_MOST]):
        sheet.text((middle, _FACTS_TOP + place * _FACT_STEP), fact, _FACT, align="center", width=_ROOM)
    sheet.text((middle, 1200), chart.when, _FOOT, align="center", width=_ROOM)
    team = shortened(chart.team, lambda part: sheet.width_of(part, _FOOT) <= _ROOM)
    sheet.text((middle, 1255), team, _FOOT, align="center")
    return sheet
