"""Words that a team keeps for so long only: what was written goes, what was counted stays.

Which they are is said here, column by column. What says why a figure is as it is (rules of pay, slips, rewards) stays,
as does what is there to be learnt from.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Column, ColumnElement, Connection, Select, and_, or_, select, tuple_, update

from kpi.ids import TeamId
from kpi.plan import Stage
from storage import tables as t

PIECE = 2000  # rows
GRACE = timedelta(days=1)  # so long after it was chosen nothing goes: it can be taken back
STRUCK = "…"

_REPORTED_AT = select(t.entry.c.recorded_at).where(t.entry.c.id == t.feedback.c.entry_id).scalar_subquery()
_OVER = t.plan_item.c.stage.in_((Stage.DECLINED, Stage.DONE, Stage.CANCELLED))


@dataclass(frozen=True, slots=True)
class Words:
    """A column with what somebody wrote `at`; `left` is what stands there afterwards."""

    column: Column[str]
    at: ColumnElement[datetime]
    left: str | None = ""
    only: tuple[ColumnElement[bool], ...] = ()


WORDS = (
    Words(t.feedback.c.said, _REPORTED_AT),
    Words(t.complaint_result.c.words, t.complaint_result.c.said_at),
    Words(t.praise.c.words, t.praise.c.sent_at),
    Words(t.praise.c.photo, t.praise.c.sent_at, None),
    Words(t.plan_comment.c.words, t.plan_comment.c.said_at, STRUCK),
    Words(t.plan_item.c.task, t.plan_item.c.made_at, STRUCK, (_OVER,)),
    Words(t.pay_slip.c.said, t.pay_slip.c.said_at),
    Words(t.pay_slip.c.answer, t.pay_slip.c.answered_at),
)

# In the record of changes: why a target was set, what was asked for and refused, what a plan was.
QUOTED = (t.audit.c.what, t.audit.c.old, t.audit.c.new)
_NAMES = ("reason", "wish", "task")
_QUOTE = re.compile(rf'"({"|".join(_NAMES)})": "(?:[^"\\]|\\.)*"')


def terms(db: Connection, now: datetime) -> list[int]:
    """After how many days words go, wherever some do by `now`."""
    return list(db.execute(select(t.team.c.words_kept).where(*_chosen(now)).distinct()).scalars())


def fade_piece(db: Connection, days: int, now: datetime, most: int = PIECE) -> bool:
    """Empties up to `most` texts that teams who keep theirs for `days` have had for longer; whether that was all."""
    of, before = select(t.team.c.id).where(t.team.c.words_kept == days, *_chosen(now)), now - timedelta(days=days)
    left = most
    for words in WORDS:
        left -= _empty(db, words, of, before, left)
        if left <= 0:
            return False
    return _strike(db, of, before, left) < left


def _chosen(now: datetime) -> tuple[ColumnElement[bool], ...]:
    return (t.team.c.words_kept > 0, t.team.c.words_kept_since <= now - GRACE)


def _empty(db: Connection, words: Words, of: Select[tuple[TeamId]], before: datetime, most: int) -> int:
    """Empties a column: in how many rows."""
    table, column = words.column.table, words.column
    written = and_(column.is_not(None), column.not_in(("", STRUCK)))
    key = table.primary_key.columns
    old = select(*key).where(table.c.team_id.in_(of), words.at < before, *words.only, written).limit(most)
    return db.execute(update(table).where(tuple_(*key).in_(old)).values({column: words.left})).rowcount


def _strike(db: Connection, of: Select[tuple[TeamId]], before: datetime, most: int) -> int:
    """Strikes words out of the record of changes: in how many rows."""
    old = select(t.audit.c.id, *QUOTED).where(t.audit.c.team_id.in_(of), t.audit.c.at < before, or_(*_quoting()))
    rows = db.execute(old.limit(most)).all()
    for number, *texts in rows:
        struck = {c: text and _QUOTE.sub(rf'"\1": "{STRUCK}"', text) for c, text in zip(QUOTED, texts, strict=True)}
        db.execute(update(t.audit).where(t.audit.c.id == number).values(struck))
    return len(rows)


def _quoting() -> Iterator[ColumnElement[bool]]:
    for column in QUOTED:
        for name in _NAMES:
            has, struck = f'"{name}": "', f'"{name}": "{STRUCK}"'
            yield and_(column.contains(has, autoescape=True), ~column.contains(struck, autoescape=True))
