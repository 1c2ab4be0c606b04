"""Many entries at once: a list is written, looked for and taken back by a few statements, not by some for each line."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, insert, select, update

from kpi.entry import How, Line
from kpi.ids import EntryId, MemberId, TeamId
from kpi.metrics import Sums
from storage import customers, spent, stock, totals
from storage import tables as t

_CHUNK = 500  # values in one statement
_NEW = insert(t.entry).returning(t.entry.c.id, sort_by_parameter_order=True)
_NEW_LINE = insert(t.entry_line)


@dataclass(frozen=True, slots=True)
class Report:
    """What is to be booked under `ref`, a key of its source."""

    ref: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Stated:
    """What an entry in force says of one member and day."""

    entry: EntryId
    source: str
    source_ref: str
    member: MemberId
    day: date
    sums: Sums


def record_all(
    db: Connection,
    team: TeamId,
    reports: Sequence[Report],
    *,
    author: MemberId,
    source: str,
    how: How,
    at: datetime,
) -> list[EntryId]:
    """New entries, in the order of `reports`. `IntegrityError` when this source already made one of them."""
    if not reports:
        return []
    shared = {"team_id": team, "author_id": author, "source": source, "how": how, "recorded_at": at}
    rows: list[dict[str, object]] = [{**shared, "source_ref": report.ref} for report in reports]
    free = spent.free_number(db)
    if free is not None:
        rows = [{**row, "id": number} for number, row in enumerate(rows, free)]
    made = db.execute(_NEW, rows).scalars()
    numbers = [EntryId(number) for number in made]
    lines = [
        {
            "team_id": team,
            "entry_id": number,
            "line": index,
            "revision": 1,
            "measure": line.measure,
            "value": line.value,
            "business_date": line.business_date,
            "member_id": line.member,
            "recorded_at": at,
            "recorded_by": author,
        }
        for number, report in zip(numbers, reports, strict=True)
        for index, line in enumerate(report.lines)
    ]
    db.execute(_NEW_LINE, lines)
    made_of = zip(numbers, reports, strict=True)
    stock.keep_each(db, team, ((n, 1, at, line) for n, made in made_of for at, line in enumerate(made.lines)))
    totals.add(db, team, _added_up(line for report in reports for line in report.lines), sign=1)
    return numbers


def take_back(db: Connection, team: TeamId, numbers: Iterable[EntryId], *, by: MemberId, at: datetime) -> list[Line]:
    """Undoes those of the entries that are in force as they were made: the lines that no longer count."""
    entries = sorted(numbers)
    with customers.recounting(db, team, customers.of_entries(db, team, entries)):
        gone = [line for some in _chunks(entries) for line in _void(db, team, some, by, at)]
        totals.add(db, team, _added_up(gone), sign=-1)
    return gone


def _void(db: Connection, team: TeamId, some: Sequence[str] | Sequence[int], by: MemberId, at: datetime) -> list[Line]:
    line = t.entry_line.c
    theirs = (line.team_id == team, line.entry_id.in_(some), line.revision == 1, line.voided_at.is_(None))
    rows = db.execute(select(t.entry_line).where(*theirs)).all()
    db.execute(update(t.entry_line).where(*theirs).values(voided_at=at, voided_by=by))
    return [Line(row.measure, row.value, row.business_date, MemberId(row.member_id)) for row in rows]


def known_refs(db: Connection, team: TeamId, source: str, refs: Iterable[str]) -> dict[str, EntryId]:
    """The entries that were ever made under these keys, also those undone since."""
    found: dict[str, EntryId] = {}
    for some in _chunks(sorted(refs)):
        rows = db.execute(
            select(t.entry.c.id, t.entry.c.source_ref).where(
                t.entry.c.team_id == team, t.entry.c.source == source, t.entry.c.source_ref.in_(some)
            )
        )
        found |= {row.source_ref: EntryId(row.id) for row in rows}
    return found


def booked(db: Connection, team: TeamId, members: Iterable[MemberId], first: date, last: date) -> list[Stated]:
    """What entries in force say of `members` from `first` to `last`, by number."""
    found: dict[tuple[int, int, date], Stated] = {}
    line, entry = t.entry_line.c, t.entry.c
    for some in _chunks(sorted(members)):
        rows = db.execute(
            select(
                line.entry_id, line.member_id, line.business_date, line.measure, line.value, entry.source,
                entry.source_ref,
            )
            .join(t.entry, (entry.team_id == line.team_id) & (entry.id == line.entry_id))
            .where(line.team_id == team, line.member_id.in_(some), line.voided_at.is_(None))
            .where(line.business_date >= first, line.business_date <= last)
        )  # fmt: skip
        for row in rows:
            key = (row.entry_id, row.member_id, row.business_date)
            empty = Stated(
                EntryId(row.entry_id), row.source, row.source_ref, MemberId(row.member_id), row.business_date, {}
            )
            sums = found.setdefault(key, empty).sums
            sums[row.measure] = sums.get(row.measure, 0) + row.value
    return [found[key] for key in sorted(found)]


def _added_up(lines: Iterable[Line]) -> list[Line]:
    """One line for each measure, day and member: a list has many for the same."""
    sums: dict[tuple[object, ...], Line] = {}
    for line in lines:
        key = (line.measure, line.business_date, line.member)
        before = sums.get(key)
        value = line.value if before is None else before.value + line.value
        sums[key] = Line(line.measure, value, line.business_date, line.member)
    return list(sums.values())


def _chunks(values: Sequence[str] | Sequence[int]) -> Iterator[Sequence[str] | Sequence[int]]:
    for start in range(0, len(values), _CHUNK):
        yield values[start : start + _CHUNK]
