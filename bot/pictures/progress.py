"""A seller's own month, worded for their picture."""

from collections.abc import Iterator
from datetime import timedelta

from babel.dates import format_date, format_skeleton

from bot.pictures.words import Words
from bot.texts import LOCALES
from kpi.charts.spec import Calendar, Goal, ProgressChart, Tile, Week, Weeks
from kpi.message import Percent
from kpi.money import round_half_up
from kpi.period import Grain, period_of
from kpi.progress import WEEKS, Mark, Progress


def progress_chart(figures: Progress, language: str) -> ProgressChart:
    """The picture of a seller's month in `language`."""
    words = Words(language, figures.currency)
    return ProgressChart(
        title=figures.name,
        subtitle=words.said("progress-subtitle", team=figures.team, month=figures.month, today=figures.today),
        goal=_goal(figures, words),
        tiles=tuple(_tiles(figures, words)),
        compared=words.said("progress-compared"),
        weeks=_weeks(figures, words),
        calendar=_calendar(figures, words),
        footer=words.said("chart-footer", zone=figures.zone),
    )


def _goal(figures: Progress, words: Words) -> Goal | None:
    if figures.goal is None:
        return None
    return words.goal(words.said("progress-goal"), figures.goal, figures.elapsed, _pace(figures, words))


def _pace(figures: Progress, words: Words) -> str:
    """How much time is gone, and what the next working day must bring."""
    share, need = Percent(figures.elapsed), figures.need
    if need is None:
        return words.said("chart-time", share=share)
    tomorrow = "yes" if need.day == figures.today + timedelta(days=1) else "no"
    amount = words.brief(round_half_up(need.amount))
    return words.said("progress-pace", share=share, tomorrow=tomorrow, day=need.day, amount=amount)


def _tiles(figures: Progress, words: Words) -> Iterator[Tile]:
    now, before = figures.total, figures.before
    yield Tile(words.said("chart-net"), words.brief(now.net), words.change(now.net, before.net))
    yield Tile(words.said("chart-orders"), words.count(now.orders), words.change(now.orders, before.orders))
    yield Tile(words.said("chart-aov"), words.brief(now.aov), words.change(now.aov, before.aov))
    new, new_before = now.new_customers, before.new_customers
    yield Tile(words.said("chart-new"), words.count(new), words.change(new, new_before))


def _weeks(figures: Progress, words: Words) -> Weeks:
    first = period_of(Grain.WEEK, figures.today).start - timedelta(weeks=WEEKS)
    starts = [first + timedelta(weeks=i) for i in range(WEEKS)]
    earlier = [
        Week(format_skeleton("Md", start, locale=LOCALES[words.language]), words.brief(minor), words.major(minor))
        for start, minor in zip(starts, figures.weeks, strict=True)
    ]
    this = Week(words.said("progress-this-week"), words.brief(figures.week), words.major(figures.week))
    return Weeks(
        title=words.said("progress-weeks"),
        bars=(*earlier, this),
        usual=words.major(figures.usual),
        legend=words.said("progress-usual", amount=words.brief(figures.usual)),
    )


def _calendar(figures: Progress, words: Words) -> Calendar:
    week = period_of(Grain.WEEK, figures.today)
    return Calendar(
        title=words.said("progress-streak", days=figures.streak) if figures.streak else words.said("progress-calendar"),
        weekdays=tuple(format_date(day, "ccccc", locale=LOCALES[words.language]) for day in week.days()),
        offset=figures.month.start.weekday(),
        marks=figures.marks,
        today=figures.today.day,
        legend=(
            (Mark.REPORTED, words.said("progress-reported")),
            (Mark.ZERO, words.said("progress-zero")),
            (Mark.MISSED, words.said("progress-missed")),
        ),
        legend_of_today=words.said("progress-today"),
    )
