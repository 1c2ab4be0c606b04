"""Reports that the bot asked about and that count nowhere until the question is answered.

A question is put in one chat and ends with the next one there; the report it was about stays here until it is
answered or dismissed, or until `KEPT` is over.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Connection, delete, insert, select

from kpi.ids import PersonId, TeamId
from storage import tables as t
from storage.rows import Found

KEPT = timedelta(days=7)  # an older sale is remembered too badly to be asked about


@dataclass(frozen=True, slots=True)
class OpenReport:
    """What `person` wrote: the message with the key `source_ref`. `kind` and `body` are the asker's own."""

    id: int
    team: TeamId
    person: PersonId
    source_ref: str
    kind: str
    body: str
    asked_at: datetime


def keep(  # noqa: PLR0917 - in the order in which one says it
    db: Connection, team: TeamId, person: PersonId, source_ref: str, kind: str, body: str, *, at: datetime
) -> None:
    """Remembers the report, with what is asked about it now in the place of what was asked before."""
    drop(db, team, source_ref)
    values = {
        "team_id": team,
        "person_id": person,
        "source_ref": source_ref,
        "kind": kind,
        "body": body,
        "asked_at": at,
    }
    db.execute(insert(t.open_report).values(values))


def drop(db: Connection, team: TeamId, source_ref: str) -> bool:
    """It was answered or dismissed. Whether it was there."""
    return db.execute(delete(t.open_report).where(*_this(team, source_ref))).rowcount > 0


def is_open(db: Connection, team: TeamId, source_ref: str) -> bool:
    """Whether the report still waits."""
    return db.execute(select(t.open_report.c.id).where(*_this(team, source_ref))).first() is not None


def get(db: Connection, team: TeamId, report: int) -> OpenReport | None:
    row = db.execute(select(t.open_report).where(t.open_report.c.team_id == team, t.open_report.c.id == report)).first()
    return _value(row) if row else None


def of_team(db: Connection, team: TeamId, now: datetime) -> list[OpenReport]:
    """What waits in the team, the oldest first."""
    waits = select(t.open_report).where(t.open_report.c.team_id == team, t.open_report.c.asked_at > now - KEPT)
    return [_value(row) for row in db.execute(waits.order_by(t.open_report.c.asked_at, t.open_report.c.id))]


def of_person(db: Connection, team: TeamId, person: PersonId, now: datetime) -> list[OpenReport]:
    """What waits for an answer of `person`, the oldest first."""
    return [report for report in of_team(db, team, now) if report.person == person]


def prune(db: Connection, before: datetime) -> None:
    """Forgets what was asked before then."""
    db.execute(delete(t.open_report).where(t.open_report.c.asked_at <= before))


def _this(team: TeamId, source_ref: str) -> tuple[ColumnElement[bool], ...]:
    return (t.open_report.c.team_id == team, t.open_report.c.source_ref == source_ref)


def _value(row: Found) -> OpenReport:
    return OpenReport(
        row.id, TeamId(row.team_id), PersonId(row.person_id), row.source_ref, row.kind, row.body, row.asked_at
    )
