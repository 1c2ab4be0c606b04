"""A team's week, worded for its chart."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from babel.dates import format_date

from bot.pictures.words import TeamWords, Words
from bot.texts import LOCALES
from kpi.charts.spec import Day, Tile, WeeklyChart
from kpi.figures import Figures
from kpi.performance import Performance

_FIGURES: tuple[Callable[[Figures], int | None], ...] = (
    lambda of: of.orders,
    lambda of: of.aov,
    lambda of: of.new_customers,
)


def week_chart(figures: Performance, language: str) -> WeeklyChart:
    """The chart of a week in `language`."""
    words = Words(language, figures.currency)
    team = TeamWords(figures, words)
    return WeeklyChart(
        title=figures.team,
        subtitle=words.said("weekly-subtitle" if figures.is_over else "weekly-subtitle-part", week=figures.period),
        headline=team.headline(),
        goal=team.goal(),
        daily=words.said("weekly-daily", unit=words.unit),
        legend=words.said("weekly-legend"),
        days=tuple(_days(figures, words)),
        tiles=tuple(_tiles(figures, team)),
        columns=team.columns(words.said("weekly-column-change")),
        sellers=tuple(team.rows()),
        footer=team.footer(),
    )


def _days(figures: Performance, words: Words) -> Iterator[Day]:
    days, locale = figures.days, LOCALES[words.language]
    for i, (day, before) in enumerate(zip(figures.period.days(), figures.days_before, strict=True)):
        total = words.bare(days[i].net) if i < len(days) else ""
        yield Day(format_date(day, "ccc", locale=locale), total, words.major(before.net))


def _tiles(figures: Performance, team: TeamWords) -> Iterator[Tile]:
    """The team's tiles with what each of the days brought."""
    to_come = (None,) * (figures.period.length - len(figures.days))
    for tile, figure in zip(team.tiles(), _FIGURES, strict=True):
        amounts = [figure(day) for day in figures.days]
        heights = tuple(None if amount is None else float(amount) for amount in amounts)
        yield replace(tile, days=heights + to_come)
