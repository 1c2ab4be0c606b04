"""Trial teams: made in the private chat of who asks, one a person, and gone without a trace."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, bindparam, insert, select, update

from kpi.ids import ChatId, PersonId, TeamId
from storage import removal
from storage import tables as t
from storage.prepared import Prepared

SPEAKS = timedelta(days=2)  # posts by itself; after that it only answers
LIVES = timedelta(days=7)

_OF_CHAT = Prepared(
    select(t.trial).join(t.team, t.team.c.id == t.trial.c.team_id).where(t.team.c.chat_id == bindparam("chat"))
)
_MADE_BEFORE = Prepared(
    select(t.trial.c.team_id).where(t.trial.c.made_at <= bindparam("at")).order_by(t.trial.c.team_id)
)


@dataclass(frozen=True, slots=True)
class Trial:
    """A trial team; `chosen_before` is the team that its person meant in private before."""

    team: TeamId
    made_at: datetime
    chosen_before: TeamId | None


def begin(db: Connection, team: TeamId, person: PersonId, at: datetime) -> None:
    """Makes `team` a trial of `person`, who means it in private from now on."""
    before = db.execute(select(t.person.c.current_team).where(t.person.c.id == person)).scalar_one()
    db.execute(insert(t.trial).values(team_id=team, made_at=at, chosen_before=before))
    db.execute(update(t.person).where(t.person.c.id == person).values(current_team=team))


def of_chat(db: Connection, chat: ChatId) -> Trial | None:
    """The trial team of a private chat."""
    row = _OF_CHAT.first(db, chat=chat)
    before = row.chosen_before if row else None
    return Trial(TeamId(row.team_id), row.made_at, None if before is None else TeamId(before)) if row else None


def made_before(db: Connection, at: datetime) -> frozenset[TeamId]:
    """The trial teams that are at least as old."""
    return frozenset(TeamId(row.team_id) for row in _MADE_BEFORE.all(db, at=at))


def hushed(db: Connection, now: datetime) -> frozenset[TeamId]:
    """The trial teams that say nothing by themselves any more."""
    return made_before(db, now - SPEAKS)


def end(db: Connection, team: TeamId) -> None:
    """Removes the trial team with all that is in it. Whoever meant it in private means the team of before again."""
    before = select(t.trial.c.chosen_before).where(t.trial.c.team_id == team).scalar_subquery()
    db.execute(update(t.person).where(t.person.c.current_team == team).values(current_team=before))
    removal.remove(db, team)
