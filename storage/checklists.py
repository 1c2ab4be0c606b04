"""The steps that a team takes with a complaint, which were taken, and what came of it."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, delete, insert, select

from kpi.ids import EntryId, MemberId, TeamId
from storage import tables as t


def steps(db: Connection, team: TeamId) -> tuple[str, ...]:
    """The team's own steps, in their order; none where it chose none."""
    column = t.checklist_step.c
    rows = db.execute(select(column.words).where(column.team_id == team).order_by(column.place))
    return tuple(rows.scalars())


def set_steps(db: Connection, team: TeamId, words: Sequence[str]) -> None:
    """Other steps; none for those that everybody has."""
    db.execute(delete(t.checklist_step).where(t.checklist_step.c.team_id == team))
    rows = [{"team_id": team, "place": place, "words": each} for place, each in enumerate(words)]
    if rows:
        db.execute(insert(t.checklist_step), rows)


def taken(db: Connection, team: TeamId, entry: EntryId) -> frozenset[int]:
    """Which steps were taken, by their places."""
    column = t.complaint_step.c
    return frozenset(db.execute(select(column.place).where(column.team_id == team, column.entry_id == entry)).scalars())


def turn(db: Connection, team: TeamId, entry: EntryId, place: int, *, by: MemberId, at: datetime) -> None:
    """Ticks a step, or takes the tick back."""
    column = t.complaint_step.c
    this = (column.team_id == team, column.entry_id == entry, column.place == place)
    if not db.execute(delete(t.complaint_step).where(*this)).rowcount:
        values = {"entry_id": entry, "place": place, "team_id": team, "taken_by": by, "taken_at": at}
        db.execute(insert(t.complaint_step).values(values))


def result(db: Connection, team: TeamId, entry: EntryId) -> str:
    """How it was solved; empty where nobody said."""
    column = t.complaint_result.c
    found = db.execute(select(column.words).where(column.team_id == team, column.entry_id == entry)).scalar()
    return str(found or "")


def set_result(db: Connection, team: TeamId, entry: EntryId, words: str, *, by: MemberId, at: datetime) -> None:
    column = t.complaint_result.c
    db.execute(delete(t.complaint_result).where(column.team_id == team, column.entry_id == entry))
    values = {"entry_id": entry, "team_id": team, "words": words, "said_by": by, "said_at": at}
    db.execute(insert(t.complaint_result).values(values))
