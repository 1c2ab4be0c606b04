"""What was found, worded for its chart."""

from collections.abc import Callable
from fractions import Fraction

from bot.pictures.words import Words
from bot.render import plain
from kpi.analysis import MOST
from kpi.charts.spec import FindingChart, Level, Spot
from kpi.message import Percent
from kpi.plot import Accent, Plot, Point, Shape

_ROOMY = 8  # points that have room for a value and a label each
_LABELS = 8  # on an axis of more


def finding_chart(of: Plot, language: str) -> FindingChart:
    """The chart of a finding in `language`."""
    words = Words(language, of.currency)
    return FindingChart(
        shape=of.shape,
        title=of.title,
        subtitle=plain(of.subtitle, language),
        finding=plain(of.finding, language),
        spots=tuple(_spot(of, at, words) for at in range(len(of.points))),
        legend="" if of.legend is None else plain(of.legend, language),
        level=None if of.level is None else Level(_height(of, words)(of.level), _level(of.shape, words)),
        footer=words.said("chart-footer" if of.amounts else "analysis-footer", zone=of.zone),
    )


def _spot(of: Plot, at: int, words: Words) -> Spot:
    point, height = of.points[at], _height(of, words)
    crowded = len(of.points) > _ROOMY and of.shape not in {Shape.ROWS, Shape.FUNNEL}
    return Spot(
        label=plain(point.label, words.language) if not crowded or _labelled(of, at) else "",
        value="" if crowded and not _told(point) else _value(of, point, words),
        amount=None if point.amount is None else height(point.amount),
        before=None if point.before is None else height(point.before),
        note="" if point.note is None else plain(point.note, words.language),
        accent=point.accent,
    )


def _labelled(of: Plot, at: int) -> bool:
    """Of many points every so manieth is named, from the last one back: that is the one people look for."""
    every = -(-len(of.points) // _LABELS)
    return (len(of.points) - 1 - at) % every == 0


def _told(point: Point) -> bool:
    return point.accent in {Accent.HIGH, Accent.LOW}


def _value(of: Plot, point: Point, words: Words) -> str:
    if point.amount is None:
        return ""
    return words.brief(point.amount) if of.amounts else words.count(Fraction(point.amount, of.scale))


def _height(of: Plot, words: Words) -> Callable[[int], float]:
    return words.major if of.amounts else lambda n: n / of.scale


def _level(shape: Shape, words: Words) -> str:
    return words.said("analysis-level", share=Percent(Fraction(MOST))) if shape is Shape.PARETO else ""
