"""A team's month, worded for its chart."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate

from babel.dates import format_date

from bot.pictures.words import TeamWords, Words
from bot.texts import LOCALES
from kpi.charts.spec import Bar, Curve, Level, MonthlyChart, Run
from kpi.figures import Figures
from kpi.money import minor_digits
from kpi.performance import Performance
from kpi.period import Period, previous

_LABELLED = {1, 5, 10, 15, 20, 25, 30}  # days that the axis names
_LEVELS = 4  # lines across, at most
_STEPS = (1, 2, 5)


def month_chart(figures: Performance, language: str) -> MonthlyChart:
    """The chart of a month in `language`."""
    words = Words(language, figures.currency)
    team = TeamWords(figures, words)
    return MonthlyChart(
        title=figures.team,
        subtitle=words.said("monthly-subtitle" if figures.is_over else "monthly-subtitle-part", month=figures.period),
        headline=team.headline(),
        goal=team.goal(),
        run=_run(figures, words),
        daily=words.said("monthly-daily", unit=words.unit),
        best=_best(figures, words),
        legend=words.said("monthly-legend"),
        days=tuple(_bars(figures, words)),
        tiles=team.tiles(),
        columns=team.columns(words.said("monthly-column-change")),
        sellers=tuple(replace(row, days=()) for row in team.rows()),
        footer=team.footer(),
    )


def _run(figures: Performance, words: Words) -> Run:
    now, before = _sums(figures.days), _sums(figures.days_before)
    goal = figures.goal
    return Run(
        title=words.said("monthly-run"),
        now=_curve(_named(figures.period, words), now, words),
        before=_curve(_named(previous(figures.period), words), before, words),
        target=None if goal is None else _curve(words.said("monthly-run-target"), [goal.target], words),
        levels=tuple(_levels([*now, *before, goal.target if goal else 0], words)),
    )


def _named(month: Period, words: Words) -> str:
    """The month without its year, for there is little room."""
    return format_date(month.start, "LLL", locale=LOCALES[words.language])


def _sums(days: Sequence[Figures]) -> list[int]:
    return list(accumulate(day.net for day in days))


def _curve(label: str, sums: Sequence[int], words: Words) -> Curve:
    return Curve(tuple(words.major(minor) for minor in sums), label, words.brief(sums[-1]))


def _levels(sums: Sequence[int], words: Words) -> Iterator[Level]:
    """Round amounts up to the highest of `sums`, as far apart as their labels need it."""
    highest, lowest = max(0, *sums), min(0, *sums)
    step = _step(highest - lowest, 10 ** minor_digits(words.currency))
    for minor in range(step, highest + 1, step):
        yield Level(words.major(minor), words.brief(minor))


def _step(span: int, smallest: int) -> int:
    """The smallest round amount that is not more than `_LEVELS` times in `span`."""
    while True:
        for step in _STEPS:
            if span // (step * smallest) <= _LEVELS:
                return step * smallest
        smallest *= 10


def _best(figures: Performance, words: Words) -> tuple[str, str]:
    day, best = figures.best
    return words.said("monthly-best", day=day), words.brief(best.net)


def _bars(figures: Performance, words: Words) -> Iterator[Bar]:
    """The days of the month; one that the month before did not have stands before nothing."""
    for i in range(figures.period.length):
        yield Bar(
            label=str(i + 1) if i + 1 in _LABELLED else "",
            amount=words.major(figures.days[i].net) if i < len(figures.days) else None,
            before=words.major(figures.days_before[i].net) if i < len(figures.days_before) else 0.0,
        )
