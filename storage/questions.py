"""Questions the bot asked and waits on. They are rows, so a restart loses none."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from kpi.ids import ChatId, PersonId, TeamId
from storage import tables as t
from storage.prepared import Found, Prepared

_OPEN = Prepared(
    select(t.question).where(
        t.question.c.chat_id == bindparam("chat"),
        t.question.c.person_id == bindparam("person"),
        t.question.c.closed_at.is_(None),
        t.question.c.expires_at > bindparam("at"),
    )
)


@dataclass(frozen=True, slots=True)
class Question:
    """An open question of `kind` to one person in one chat. `body` is its asker's own."""

    id: int
    team: TeamId
    chat: ChatId
    person: PersonId
    kind: str
    body: str
    asked_at: datetime
    expires_at: datetime


def ask(  # noqa: PLR0917 - in the order in which one says it
    db: Connection,
    team: TeamId,
    chat: ChatId,
    person: PersonId,
    kind: str,
    body: str,
    *,
    at: datetime,
    expires_at: datetime,
) -> Question:
    """Opens a question; an older one to the same person in the same chat is closed."""
    older = update(t.question).where(t.question.c.chat_id == chat, t.question.c.person_id == person)
    db.execute(older.where(t.question.c.closed_at.is_(None)).values(closed_at=at))
    values = {
        "team_id": team,
        "chat_id": chat,
        "person_id": person,
        "kind": kind,
        "body": body,
        "asked_at": at,
        "expires_at": expires_at,
    }
    return _value(db.execute(insert(t.question).values(values).returning(*t.question.c)).one())


def get(db: Connection, question: int) -> Question | None:
    """The question, unless it is closed."""
    row = db.execute(select(t.question).where(t.question.c.id == question, t.question.c.closed_at.is_(None))).first()
    return _value(row) if row else None


def open_for(db: Connection, chat: ChatId, person: PersonId, at: datetime) -> Question | None:
    """What this person was asked here and has not answered in time."""
    row = _OPEN.first(db, chat=chat, person=person, at=at)
    return _value(row) if row else None


def go_on(db: Connection, question: int, body: str, expires_at: datetime) -> None:
    """Its next step: the same question with another `body`, open for longer."""
    db.execute(update(t.question).where(t.question.c.id == question).values(body=body, expires_at=expires_at))


def close(db: Connection, question: int, at: datetime) -> None:
    """Nobody waits for its answer any more."""
    db.execute(update(t.question).where(t.question.c.id == question).values(closed_at=at))


def prune(db: Connection, before: datetime) -> None:
    """Forgets the questions that expired before, with the words that they were about."""
    db.execute(delete(t.question).where(t.question.c.expires_at < before))


def _value(row: Found) -> Question:
    return Question(
        row.id,
        TeamId(row.team_id),
        ChatId(row.chat_id),
        PersonId(row.person_id),
        row.kind,
        row.body,
        row.asked_at,
        row.expires_at,
    )
