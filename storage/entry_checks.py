"""What leads found right. A check is of one revision, so that whatever changes an entry makes it unchecked again."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, and_, bindparam, case, func, literal, select, update
from sqlalchemy.dialects import postgresql, sqlite

from kpi.entry import Entry, Measure
from kpi.ids import EntryId, MemberId, TeamId
from kpi.period import Period
from storage import tables as t
from storage.prepared import Prepared
from storage.reported import WITHIN, check_beside, is_unchecked
from storage.rows import insert_into

_line, _check = t.entry_line.c, t.entry_check.c

_USED = Prepared(select(_check.entry_id).where(_check.team_id == bindparam("team")).limit(1))
_OF_ENTRY = Prepared(
    select(_check.checked_by, _check.checked_at).where(
        _check.team_id == bindparam("team"),
        _check.entry_id == bindparam("entry"),
        _check.revision == bindparam("revision"),
    )
)


_REPORTED = Prepared(
    select(
        _line.member_id,
        func.count(_line.entry_id.distinct()).label("entries"),
        func.count(case((is_unchecked(), _line.entry_id)).distinct()).label("unchecked"),
        func.max(_line.id).label("newest"),
    )
    .join(t.entry, t.entry.c.id == _line.entry_id)
    .outerjoin(t.entry_check, check_beside())
    .where(WITHIN, _line.measure == Measure.REPORTS)
    .group_by(_line.member_id)
)


@dataclass(frozen=True, slots=True)
class Evidence:
    """How many entries there are and how many of them nobody checked. `newest` tells a later state from this one."""

    entries: int
    unchecked: int
    newest: int = 0


@dataclass(frozen=True, slots=True)
class Checked:
    """Who found an entry right, as it stands."""

    by: MemberId
    at: datetime


def check(db: Connection, team: TeamId, entry: EntryId, *, by: MemberId, at: datetime) -> None:
    """The entry is right as it stands. Nothing happens to one that is undone."""
    _mark(db, team, _line.entry_id == entry, by, at)


def check_all(db: Connection, team: TeamId, period: Period, *, newest: int, by: MemberId, at: datetime) -> None:
    """All entries of `period` are right, as they stood when `newest` was the newest of their lines."""
    days = (_line.business_date >= period.start, _line.business_date < period.end)
    reports = (_line.measure == Measure.REPORTS, _line.id <= newest)
    _mark(db, team, and_(*days, *reports), by, at)


def _mark(db: Connection, team: TeamId, which: ColumnElement[bool], by: MemberId, at: datetime) -> None:
    names = ["entry_id", "team_id", "revision", "checked_by", "checked_at"]
    stamp = (literal(by, _check.checked_by.type), literal(at, _check.checked_at.type))
    standing = select(_line.entry_id, _line.team_id, _line.revision, *stamp).distinct()
    rows = standing.where(_line.team_id == team, _line.voided_at.is_(None), which)
    new: postgresql.Insert | sqlite.Insert = insert_into(db.dialect.name, t.entry_check).from_select(names, rows)
    again = {name: new.excluded[name] for name in names[2:]}
    db.execute(new.on_conflict_do_update(index_elements=[_check.entry_id], set_=again))


def follow(db: Connection, entry: Entry) -> None:
    """A lead changed the entry: checked before, it is checked as it stands now."""
    before = select(func.max(_line.revision)).where(_line.entry_id == entry.id, _line.revision < entry.revision)
    this = (_check.team_id == entry.team, _check.entry_id == entry.id, _check.revision == before.scalar_subquery())
    db.execute(update(t.entry_check).where(*this).values(revision=entry.revision))


def checked(db: Connection, entry: Entry) -> Checked | None:
    """Who found the entry right as it stands."""
    row = _OF_ENTRY.first(db, team=entry.team, entry=entry.id, revision=entry.revision)
    return Checked(MemberId(row.checked_by), row.checked_at) if row else None


def used(db: Connection, team: TeamId) -> bool:
    """Whether anything was ever checked in the team. Where nobody does, nobody is told what is unchecked."""
    return _USED.first(db, team=team) is not None


def evidence(db: Connection, team: TeamId, period: Period) -> dict[MemberId, Evidence]:
    """How much of what each member reported for `period` was checked."""
    rows = _REPORTED.all(db, team=team, start=period.start, end=period.end)
    return {MemberId(row.member_id): Evidence(row.entries, row.unchecked, row.newest) for row in rows}


def of_all(found: dict[MemberId, Evidence]) -> Evidence:
    """Of several members together. An entry for several of them counts for each."""
    parts = found.values()
    return Evidence(
        sum(part.entries for part in parts),
        sum(part.unchecked for part in parts),
        max((part.newest for part in parts), default=0),
    )
