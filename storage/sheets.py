"""Lists that were read and shown, and wait to be confirmed. They are rows, so a restart loses none."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, delete, insert, select, update

from kpi.ids import TeamId
from storage import tables as t


@dataclass(frozen=True, slots=True)
class Kept:
    """A list of a team. `body` is its keeper's own; it is empty once the list is `closed`."""

    id: int
    team: TeamId
    body: str
    closed: bool


def keep(db: Connection, team: TeamId, body: str, *, at: datetime, expires_at: datetime) -> Kept:
    """Keeps a new list. Those of all teams that nobody confirmed in time are forgotten."""
    prune(db, at)
    values = {"team_id": team, "body": body, "expires_at": expires_at}
    number: int = db.execute(insert(t.sheet).values(values).returning(t.sheet.c.id)).scalar_one()
    return Kept(number, team, body, closed=False)


def prune(db: Connection, at: datetime) -> None:
    """Forgets the lists whose time is up."""
    db.execute(delete(t.sheet).where(t.sheet.c.expires_at <= at))


def get(db: Connection, number: int, at: datetime) -> Kept | None:
    """The list with that number, in whichever team; None when there is none any more."""
    row = db.execute(select(t.sheet).where(t.sheet.c.id == number, t.sheet.c.expires_at > at)).first()
    return None if row is None else Kept(row.id, TeamId(row.team_id), row.body, row.closed_at is not None)


def change(db: Connection, number: int, body: str) -> None:
    """Its next state."""
    db.execute(update(t.sheet).where(t.sheet.c.id == number).values(body=body))


def close(db: Connection, number: int, at: datetime, body: str = "") -> None:
    """It was confirmed or dropped: of what it said nothing is kept but `body`."""
    db.execute(update(t.sheet).where(t.sheet.c.id == number).values(body=body, closed_at=at))
