"""Levels: their criteria, how far each is, and who comes into question for the next one."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from bot.render import plain
from bot.scores import scores
from kpi.ids import MemberId
from kpi.level import MONTHS, Candidate, Level, next_level
from kpi.message import Say, say
from kpi.period import Grain, Period, period_of, previous
from kpi.team import Member, Team
from storage import levels as stored
from storage.connection import Connection

_USUAL = (("level-first", 60), ("level-second", 80), ("level-third", 100))


def levels_of(db: Connection, team: Team) -> tuple[Level, ...]:
    """The team's own, or those that everybody has."""
    usual = (Level(place, plain(say(key), team.language), points) for place, (key, points) in enumerate(_USUAL))
    return stored.of_team(db, team.id) or tuple(usual)


def months_before(today: date) -> tuple[Period, ...]:
    """The months that levels look at, the oldest first: those that are over."""
    found: list[Period] = []
    month = period_of(Grain.MONTH, today)
    for _ in range(MONTHS):
        month = previous(month)
        found.insert(0, month)
    return tuple(found)


def candidates(db: Connection, team: Team, today: date) -> list[Candidate]:
    """Everybody's scores of those months."""
    found: dict[MemberId, list[Fraction | None]] = {}
    months = months_before(today)
    for place, month in enumerate(months):
        for each in scores(db, team, month, month.last):
            row = found.setdefault(each.member, [None] * len(months))
            row[place] = each.score.points if each.score is not None else None
    return [Candidate(member, tuple(row)) for member, row in sorted(found.items())]


def level_lines(db: Connection, team: Team, member: Member) -> Iterator[Say]:
    """The level that somebody has, and the one above."""
    current = stored.held(db, team.id).get(member.id)
    above = next_level(levels_of(db, team), current)
    yield say("level-yours", level=current) if current else say("level-none-yet")
    if above is not None:
        yield say("level-next", name=above.name, points=above.points)
