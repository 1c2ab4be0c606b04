"""How the whole installation is doing, across all teams: for whoever runs it."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Connection, func, select

from kpi.schedule import State
from kpi.team import ChatKind
from storage import tables as t
from storage.tables import Progress

_DAY = timedelta(days=1)
_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Health:
    """Counts over all teams. What is forgotten after a week is counted for a week, updates for two days."""

    teams: int
    members: int
    reports: int  # of the last day
    waiting: int  # messages that are to be sent
    oldest: datetime | None  # since when the first of them waits
    lost: tuple[tuple[str, int], ...]  # messages that were given up in the last week, by the reason
    late: int  # posts of the last week that came late
    skipped: int  # posts of the last week that were not made, for they would have come much too late
    failed: int  # updates of the last day that met a defect of ours
    unreachable: int  # private chats of people who blocked the bot


def look(db: Connection, now: datetime) -> Health:
    """The health at `now` (aware)."""
    queue = db.execute(
        select(func.count().label("waiting"), func.min(t.outbox.c.created_at).label("oldest")).where(
            t.outbox.c.done_at.is_(None)
        )
    ).one()
    return Health(
        teams=_count(db, t.team.c.active),
        members=_count(db, t.member.c.active),
        reports=_count(db, t.entry.c.recorded_at > now - _DAY),
        waiting=queue.waiting,
        oldest=queue.oldest,
        lost=_lost(db, now - _WEEK),
        late=_posts(db, State.LATE, now),
        skipped=_posts(db, State.SKIPPED, now),
        failed=_count(db, t.update_key.c.error_id.is_not(None) & (t.update_key.c.seen_at > now - _DAY)),
        unreachable=_count(db, (t.chat.c.kind == ChatKind.PRIVATE) & ~t.chat.c.active),
    )


def _lost(db: Connection, since: datetime) -> tuple[tuple[str, int], ...]:
    reason = func.coalesce(t.outbox.c.reason, "").label("reason")
    rows = db.execute(
        select(reason, func.count().label("messages"))
        .where(t.outbox.c.state == Progress.GONE, t.outbox.c.done_at > since)
        .group_by(reason)
        .order_by(func.count().desc(), reason)
    )
    return tuple((str(row.reason), int(row.messages)) for row in rows)


def _posts(db: Connection, state: State, now: datetime) -> int:
    return _count(db, (t.post.c.state == state.value) & (t.post.c.due_at > now - _WEEK))


def _count(db: Connection, wanted: ColumnElement[bool]) -> int:
    return int(db.execute(select(func.count()).where(wanted)).scalar_one())
