"""What is in the books of some days, and what it rests on: how each entry came, and whether a lead checked it."""

from dataclasses import dataclass
from itertools import groupby

from sqlalchemy import ColumnElement, Connection, and_, bindparam, case, func, select

from kpi.doubts import Booked
from kpi.entry import How, Measure
from kpi.ids import EntryId, MemberId, TeamId
from kpi.period import Period
from storage import tables as t
from storage.entries import LINES
from storage.rows import as_line

_line, _check = t.entry_line.c, t.entry_check.c

# Lines in force of a team's days. The members are all that it has: the index goes by member, and without statistics
# SQLite would rather read all lines that the team ever had.
_MEMBERS = select(t.member.c.id).where(t.member.c.team_id == bindparam("team"))
WITHIN = and_(
    _line.team_id == bindparam("team"),
    _line.member_id.in_(_MEMBERS),
    _line.business_date >= bindparam("start"),
    _line.business_date < bindparam("end"),
    _line.voided_at.is_(None),
)


def check_beside() -> ColumnElement[bool]:
    """What joins to lines the check of their revision."""
    return and_(_check.entry_id == _line.entry_id, _check.revision == _line.revision)


def is_unchecked() -> ColumnElement[bool]:
    """Whether a line rests on its seller's word alone, in a statement that joins entries and checks.

    What a lead typed or imported needs no check: somebody else than the seller has seen its figures.
    """
    return and_(t.entry.c.how != How.LEAD, t.entry.c.how != How.IMPORT, _check.entry_id.is_(None))


_BOOKED = (
    LINES.join(t.entry, t.entry.c.id == _line.entry_id)
    .outerjoin(t.entry_check, check_beside())
    .add_columns(
        t.entry.c.author_id,
        t.entry.c.how,
        t.entry.c.recorded_at.label("made_at"),
        is_unchecked().label("unchecked"),
    )
    .where(WITHIN)
    .order_by(None)
    .order_by(_line.entry_id, _line.line)
)
_BY_SOURCE = (
    select(
        t.entry.c.how,
        _line.member_id,
        _line.measure,
        func.count(_line.entry_id.distinct()).label("entries"),
        func.count(case((is_unchecked(), _line.entry_id)).distinct()).label("unchecked"),
        func.sum(_line.value).label("value"),
    )
    .join(t.entry, t.entry.c.id == _line.entry_id)
    .outerjoin(t.entry_check, check_beside())
    .where(WITHIN)
    .group_by(t.entry.c.how, _line.member_id, _line.measure)
)


@dataclass(frozen=True, slots=True)
class Share:
    """What came one way of one measure for one member: from how many entries, how many of them unchecked."""

    how: How
    member: MemberId
    measure: Measure
    entries: int
    unchecked: int
    value: int


def by_source(db: Connection, team: TeamId, period: Period) -> list[Share]:
    """Everything in the books of `period` by how it came."""
    rows = db.execute(_BY_SOURCE, {"team": team, "start": period.start, "end": period.end})
    return [
        Share(row.how, MemberId(row.member_id), row.measure, row.entries, row.unchecked, int(row.value)) for row in rows
    ]


def booked(db: Connection, team: TeamId, period: Period) -> list[Booked]:
    """The entries in force of `period`, in the order in which they were made, with their lines of those days."""
    rows = db.execute(_BOOKED, {"team": team, "start": period.start, "end": period.end}).all()
    found = []
    for number, of_entry in groupby(rows, key=lambda row: row.entry_id):
        first, *more = of_entry
        lines = tuple(as_line(row) for row in (first, *more))
        author = MemberId(first.author_id)
        found.append(Booked(EntryId(number), author, first.how, first.made_at, lines, bool(first.unchecked)))
    return found
