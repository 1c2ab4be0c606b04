"""The weekly report: the week's chart, and the same numbers as text below it."""

from datetime import date

from bot.caption import fits
from bot.chart_text import charted, figures_of
from bot.praise import praise
from bot.privacy import View, of_group
from kpi.message import Message, Say, joined, say
from kpi.money import Money
from kpi.performance import Performance
from kpi.period import Period
from kpi.team import Team
from storage.connection import Connection


def weekly_message(
    db: Connection, team: Team, week: Period, *, late: bool, until: date | None = None, view: View | None = None
) -> Message:
    """The report of `week`: all of it, or while it is not over the days up to `until`.

    As `view` lets it be read, else as the group does. A week in which nobody reported is one sentence without a
    picture.
    """
    last, seen = week.last if until is None else min(until, week.last), view or of_group(team)
    figures = figures_of(db, team, week, last)
    note = (say("board-late"),) if late else ()
    if figures is None:
        return Message((*note, say("weekly-empty", week=week)))
    above, days = (*note, _heading(figures)), _days(figures)
    praised = charted(figures, seen, above, (days, *praise(db, team, week, last, seen)))
    return praised if fits(praised.lines) else charted(figures, seen, above, (days,))


def _heading(figures: Performance) -> Say:
    key = "weekly-heading" if figures.is_over else "weekly-heading-part"
    return say(key, team=figures.team, week=figures.period)


def _days(figures: Performance) -> Say:
    days = zip(figures.period.days(), figures.days, strict=False)  # the week may have days to come
    said = (say("weekly-day", day=day, net=Money(of.net, figures.currency)) for day, of in days)
    return say("weekly-days", what=joined(*said))
