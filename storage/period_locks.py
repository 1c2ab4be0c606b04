"""Days whose books are closed, and refunds for them that were booked on an open day instead."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from sqlalchemy import Connection, bindparam, delete, func, select

from kpi.entry import Measure
from kpi.ids import MemberId, TeamId
from kpi.period import Period, period_of
from storage import tables as t
from storage.prepared import Found, Prepared
from storage.rows import insert_once

_LOCKED = select(t.period_lock).where(t.period_lock.c.team_id == bindparam("team"))
_NEWEST_FIRST = _LOCKED.order_by(t.period_lock.c.start_day.desc(), t.period_lock.c.end_day.desc())
_TOUCHED = Prepared(
    _LOCKED.where(
        t.period_lock.c.start_day <= bindparam("last"), t.period_lock.c.end_day > bindparam("first")
    ).order_by(t.period_lock.c.start_day)
)
_ADJUSTMENTS = (
    select(t.adjustment.c.for_day, func.sum(t.entry_line.c.value).label("minor"))
    .join(
        t.entry_line,
        (t.entry_line.c.entry_id == t.adjustment.c.entry_id)
        & (t.entry_line.c.line == t.adjustment.c.line)
        & (t.entry_line.c.revision == t.adjustment.c.revision),
    )
    .where(
        t.entry_line.c.team_id == bindparam("team"),
        t.entry_line.c.member_id == bindparam("member"),
        t.entry_line.c.business_date >= bindparam("start"),
        t.entry_line.c.business_date < bindparam("end"),
        t.entry_line.c.voided_at.is_(None),
        t.entry_line.c.measure == Measure.REFUNDS,
    )
    .group_by(t.adjustment.c.for_day)
    .order_by(t.adjustment.c.for_day)
)


@dataclass(frozen=True, slots=True)
class Locked:
    """A period that is locked, by whom and since when."""

    period: Period
    by: MemberId
    at: datetime


def lock(db: Connection, team: TeamId, period: Period, *, by: MemberId, at: datetime) -> bool:
    """Closes the books of `period`: whether they were open."""
    values: dict[str, int | date | Enum] = {
        "team_id": team,
        "start_day": period.start,
        "grain": period.grain,
        "end_day": period.end,
        "locked_by": by,
        "locked_at": at,
    }
    return insert_once(db, t.period_lock, values)


def unlock(db: Connection, team: TeamId, period: Period) -> bool:
    """Opens exactly `period` again: whether it was locked. What else locks some of its days still does."""
    column = t.period_lock.c
    this = (column.team_id == team, column.start_day == period.start, column.grain == period.grain)
    return bool(db.execute(delete(t.period_lock).where(*this)).rowcount)


def locked(db: Connection, team: TeamId) -> list[Locked]:
    """All that is locked, the newest days first."""
    rows = db.execute(_NEWEST_FIRST, {"team": team})
    return [Locked(_period(row), MemberId(row.locked_by), row.locked_at) for row in rows]


def closed(db: Connection, team: TeamId, days: Collection[date]) -> list[Period]:
    """The locked periods that any of `days` lies in, by their first day."""
    if not days:
        return []
    rows = _TOUCHED.all(db, team=team, first=min(days), last=max(days))
    return [period for row in rows if any(day in (period := _period(row)) for day in days)]


def adjustments(db: Connection, team: TeamId, member: MemberId, period: Period) -> dict[date, int]:
    """What was refunded to locked days and counts in `period` for the member: minor units by the locked day."""
    whose = {"team": team, "member": member, "start": period.start, "end": period.end}
    return {row.for_day: int(row.minor) for row in db.execute(_ADJUSTMENTS, whose)}


def _period(row: Found) -> Period:
    return period_of(row.grain, row.start_day)
