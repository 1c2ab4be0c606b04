"""Who is praised with the week and with the month: who improved, who won customers, who reports day after day."""

from collections.abc import Iterator
from datetime import date

from bot.board import leading
from bot.participation import streak_lines
from bot.privacy import View
from bot.rankings import ranked
from bot.standing import standing
from kpi.board import By
from kpi.message import Message, Say, say
from kpi.period import Period
from kpi.team import Team
from storage.connection import Connection


def praise(db: Connection, team: Team, week: Period, until: date, view: View) -> Iterator[Say]:
    """A line for each thing that somebody can be praised for in `week` up to and including `until`."""
    now = standing(db, team, week, until)
    yield from leading(By.IMPROVED, ranked(db, team, By.IMPROVED, week, until, now=now).places, view.openness)
    yield from streak_lines(db, team, until)


def month_praise(db: Connection, team: Team, month: Period) -> Message | None:
    """To the group on the first: who reached most of their target, won most customers, improved most. No pay."""
    now = standing(db, team, month, month.last)
    boards = (By.PERCENT, By.NEW, By.IMPROVED)
    lines = [
        line
        for by in boards
        for line in leading(by, ranked(db, team, by, month, month.last, now=now).places, team.openness)
    ]
    return Message((say("praise-month", month=month), *lines)) if lines else None
