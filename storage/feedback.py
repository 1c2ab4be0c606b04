"""What customers said: complaints with how they stand, and ratings in words. The counts are lines of entries."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from sqlalchemy import ColumnElement, Connection, case, func, select, update

from kpi.entry import Measure
from kpi.ids import EntryId, MemberId, TeamId
from kpi.period import Period
from storage import tables as t
from storage.rows import Found, insert_into

_STRUCK = "…"  # in the place of a name that was forgotten


class Status(Enum):
    """How a complaint stands."""

    OPEN = "open"
    SOLVED = "solved"  # which still counts
    WITHDRAWN = "withdrawn"  # which counts no more


@dataclass(frozen=True, slots=True)
class Complaint:
    """`n` complaints of one report, of which `withdrawn` count no more."""

    entry: EntryId
    member: MemberId
    day: date
    n: int
    withdrawn: int
    said: str
    solved_at: datetime | None

    @property
    def status(self) -> Status:
        if self.withdrawn >= self.n:
            return Status.WITHDRAWN
        return Status.OPEN if self.solved_at is None else Status.SOLVED


@dataclass(frozen=True, slots=True)
class Rated:
    """Ratings of one report, with what was said."""

    entry: EntryId
    member: MemberId
    day: date
    n: int
    stars: int  # of all of them together
    said: str


def _sum_of(measure: Measure) -> ColumnElement[int]:
    return func.coalesce(func.sum(case((t.entry_line.c.measure == measure, t.entry_line.c.value))), 0)


_COMPLAINTS = _sum_of(Measure.COMPLAINTS)
_IN_FORCE = (
    select(
        t.feedback.c.entry_id,
        t.feedback.c.said,
        t.feedback.c.solved_at,
        t.entry_line.c.member_id,
        t.entry_line.c.business_date,
        _COMPLAINTS.label("complaints"),
        _sum_of(Measure.WITHDRAWN_COMPLAINTS).label("withdrawn"),
        _sum_of(Measure.RATINGS).label("ratings"),
        _sum_of(Measure.RATING_STARS).label("stars"),
    )
    .join(
        t.entry_line,
        (t.entry_line.c.entry_id == t.feedback.c.entry_id) & (t.entry_line.c.team_id == t.feedback.c.team_id),
    )
    .where(t.entry_line.c.voided_at.is_(None))
    .group_by(
        t.feedback.c.entry_id,
        t.feedback.c.said,
        t.feedback.c.solved_at,
        t.entry_line.c.member_id,
        t.entry_line.c.business_date,
    )
    .order_by(t.feedback.c.entry_id.desc())
)


def keep(db: Connection, team: TeamId, entry: EntryId, said: str) -> None:
    """Writes down what was said with an entry, in the place of what was there."""
    new = insert_into(db.dialect.name, t.feedback).values(entry_id=entry, team_id=team, said=said)
    changed = {"said": new.excluded.said}
    db.execute(new.on_conflict_do_update(index_elements=[t.feedback.c.entry_id], set_=changed))


def said_with(db: Connection, team: TeamId, entry: EntryId) -> str:
    """What was said with an entry; empty for nothing."""
    found: str | None = db.execute(
        select(t.feedback.c.said).where(t.feedback.c.team_id == team, t.feedback.c.entry_id == entry)
    ).scalar()
    return found or ""


def complaints(
    db: Connection, team: TeamId, *, member: MemberId | None = None, entry: EntryId | None = None
) -> list[Complaint]:
    """The complaints in force, the newest first: all, those about one seller, or that of one entry."""
    query = _IN_FORCE.where(t.feedback.c.team_id == team).having(_COMPLAINTS > 0)
    query = query if member is None else query.where(t.entry_line.c.member_id == member)
    query = query if entry is None else query.where(t.feedback.c.entry_id == entry)
    return [_complaint(row) for row in db.execute(query)]


def complaint(db: Connection, team: TeamId, entry: EntryId) -> Complaint | None:
    """The complaint of that number, if it is in force."""
    return next(iter(complaints(db, team, entry=entry)), None)


def _complaint(row: Found) -> Complaint:
    return Complaint(
        EntryId(row.entry_id),
        MemberId(row.member_id),
        row.business_date,
        int(row.complaints),
        int(row.withdrawn),
        row.said,
        row.solved_at,
    )


def rated(db: Connection, team: TeamId, period: Period, most: int) -> list[Rated]:
    """The newest ratings of `period` that say something."""
    days = t.entry_line.c.business_date
    query = _IN_FORCE.where(
        t.feedback.c.team_id == team, t.feedback.c.said != "", days >= period.start, days < period.end
    )
    rows = db.execute(query.having(_sum_of(Measure.RATINGS) > 0).limit(most))
    return [
        Rated(
            EntryId(row.entry_id),
            MemberId(row.member_id),
            row.business_date,
            int(row.ratings),
            int(row.stars),
            row.said,
        )
        for row in rows
    ]


def settle(db: Connection, team: TeamId, entry: EntryId, *, by: MemberId, at: datetime) -> None:
    """The complaint is solved."""
    _set_solved(db, team, entry, at, by)


def reopen(db: Connection, team: TeamId, entry: EntryId) -> None:
    """The complaint is open again."""
    _set_solved(db, team, entry, None, None)


def _set_solved(db: Connection, team: TeamId, entry: EntryId, at: datetime | None, by: MemberId | None) -> None:
    theirs = (t.feedback.c.team_id == team, t.feedback.c.entry_id == entry)
    db.execute(update(t.feedback).where(*theirs).values(solved_at=at, solved_by=by))


def forget(db: Connection, team: TeamId, names: Iterable[str]) -> None:
    """Strikes out names from what was said."""
    for name in names:
        said = t.feedback.c.said
        theirs = (t.feedback.c.team_id == team, said.contains(name, autoescape=True))
        db.execute(update(t.feedback).where(*theirs).values(said=func.replace(said, name, _STRUCK)))
