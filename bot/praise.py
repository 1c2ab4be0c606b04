"""Who is praised with the week: who improved on themselves, and who reports day after day."""

from collections.abc import Iterator
from datetime import date

from bot.board import leading
from bot.participation import streak_lines
from bot.privacy import View
from bot.rankings import ranked
from bot.standing import standing
from kpi.board import By
from kpi.message import Say
from kpi.period import Period
from kpi.team import Team
from storage.connection import Connection


def praise(db: Connection, team: Team, week: Period, until: date, view: View) -> Iterator[Say]:
    """A line for each thing that somebody can be praised for in `week` up to and including `until`."""
    now = standing(db, team, week, until)
    yield from leading(By.IMPROVED, ranked(db, team, By.IMPROVED, week, until, now=now).places, view.openness)
    yield from streak_lines(db, team, until)
