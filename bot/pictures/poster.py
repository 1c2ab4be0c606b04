"""A poster, worded for its chart."""

from bot.render import plain
from kpi.charts.spec import PosterChart
from kpi.poster import Poster


def poster_chart(of: Poster, language: str) -> PosterChart:
    """The poster in `language`."""
    return PosterChart(
        plain(of.head, language),
        of.name,
        plain(of.figure, language),
        plain(of.label, language),
        tuple(plain(fact, language) for fact in of.facts),
        plain(of.when, language),
        of.team,
    )
