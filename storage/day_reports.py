"""Reports of a day's totals, and the entries of that day that they took the place of."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, delete, insert, select

from kpi.ids import EntryId, MemberId, TeamId
from storage import tables as t


@dataclass(frozen=True, slots=True)
class Replaced:
    """An entry that a report took the place of. `revision` is what it said before."""

    entry: EntryId
    revision: int


def of_day(db: Connection, team: TeamId, member: MemberId, day: date) -> list[EntryId]:
    """The entries in force that say something of the member on that day."""
    line = t.entry_line.c
    theirs = (line.team_id == team, line.member_id == member, line.business_date == day, line.voided_at.is_(None))
    return [EntryId(number) for number in db.execute(select(line.entry_id).where(*theirs).distinct()).scalars()]


def note(db: Connection, team: TeamId, report: EntryId, entry: EntryId, revision: int) -> None:
    """Remembers that `report` took the place of `entry` as it stood in `revision`."""
    column = t.day_replaced.c
    db.execute(delete(t.day_replaced).where(column.report_id == report, column.entry_id == entry))
    values = {"report_id": report, "entry_id": entry, "team_id": team, "revision": revision}
    db.execute(insert(t.day_replaced).values(values))


def replaced(db: Connection, team: TeamId, report: EntryId) -> list[Replaced]:
    """What the report took the place of, by number."""
    column = t.day_replaced.c
    rows = db.execute(select(t.day_replaced).where(column.team_id == team, column.report_id == report))
    return sorted((Replaced(EntryId(row.entry_id), row.revision) for row in rows), key=lambda found: found.entry)


def over(db: Connection, team: TeamId, entry: EntryId) -> EntryId | None:
    """The report in force that took the place of the entry, if one did."""
    column, line = t.day_replaced.c, t.entry_line.c
    in_force = select(line.id).where(line.entry_id == column.report_id, line.voided_at.is_(None)).exists()
    reports = select(column.report_id).where(column.team_id == team, column.entry_id == entry, in_force)
    found: int | None = db.execute(reports.order_by(column.report_id.desc()).limit(1)).scalar()
    return None if found is None else EntryId(found)
