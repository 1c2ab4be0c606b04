"""The monthly report: the month's chart, and its numbers as text below it."""

from datetime import date

from bot.chart_text import charted, figures_of
from bot.privacy import View, of_group
from kpi.message import Message, Say, say
from kpi.money import Money
from kpi.performance import Performance
from kpi.period import Period
from kpi.team import Team
from storage.connection import Connection


def monthly_message(
    db: Connection, team: Team, month: Period, *, until: date, view: View | None = None, late: bool = False
) -> Message:
    """The report of `month`: all of it, or while it is not over the days up to `until`.

    As `view` lets it be read, else as the group does. A month in which nobody reported is one sentence without a
    picture.
    """
    figures = figures_of(db, team, month, min(until, month.last))
    note = (say("board-late"),) if late else ()
    if figures is None:
        return Message((*note, say("monthly-empty", month=month)))
    return charted(figures, view or of_group(team), (*note, _heading(figures)), (_best(figures), *_before(figures)))


def _heading(figures: Performance) -> Say:
    key = "monthly-heading" if figures.is_over else "monthly-heading-part"
    return say(key, team=figures.team, month=figures.period)


def _best(figures: Performance) -> Say:
    day, best = figures.best
    return say("monthly-best-line", day=day, net=Money(best.net, figures.currency))


def _before(figures: Performance) -> tuple[Say, ...]:
    """All that the month before brought, which the picture shows and the same days do not."""
    if figures.is_over:
        return ()
    whole = sum(day.net for day in figures.days_before)
    return (say("monthly-before-line", net=Money(whole, figures.currency)),)
