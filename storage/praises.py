"""Praise of customers that sellers have sent: with a picture of it, or without."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, insert, select, update

from kpi.ids import MemberId, TeamId
from kpi.pay.facts import Stage
from kpi.period import Period
from storage import tables as t
from storage.rows import Found


@dataclass(frozen=True, slots=True)
class Praise:
    """Praise by its number; `photo` is Telegram's number of the picture, None without one."""

    id: int
    member: MemberId
    day: date
    photo: str | None
    words: str
    stage: Stage


def add(
    db: Connection, team: TeamId, member: MemberId, *, day: date, photo: str | None, words: str, at: datetime
) -> Praise:
    """Praise that waits for a lead."""
    values = {
        "team_id": team,
        "member_id": member,
        "business_date": day,
        "photo": photo,
        "words": words,
        "stage": Stage.OFFERED,
        "sent_at": at,
    }
    return _praise(db.execute(insert(t.praise).values(values).returning(*t.praise.c)).one())


def decide(db: Connection, team: TeamId, number: int, stage: Stage, *, by: MemberId) -> bool:
    """A lead's word on it: whether it still waited."""
    column = t.praise.c
    this = (column.team_id == team, column.id == number, column.stage == Stage.OFFERED)
    return bool(db.execute(update(t.praise).where(*this).values(stage=stage, decided_by=by)).rowcount)


def get(db: Connection, team: TeamId, number: int) -> Praise | None:
    row = db.execute(select(t.praise).where(t.praise.c.team_id == team, t.praise.c.id == number)).first()
    return _praise(row) if row else None


def within(db: Connection, team: TeamId, period: Period) -> list[Praise]:
    """All of the days of `period`, in the order in which it came."""
    column = t.praise.c
    days = (column.business_date >= period.start, column.business_date < period.end)
    rows = db.execute(select(t.praise).where(column.team_id == team, *days).order_by(column.id))
    return [_praise(row) for row in rows]


def _praise(row: Found) -> Praise:
    return Praise(row.id, MemberId(row.member_id), row.business_date, row.photo, row.words, row.stage)
