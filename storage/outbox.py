"""Messages on their way out. Written with the facts they tell of, taken by the sender after the commit.

A row is open (waiting, or being sent) until `done_at` is set. The queue is read through indexes over the open rows
alone, so what was sent in the past costs nothing.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from functools import cache

from sqlalchemy import (
    ColumnElement,
    Connection,
    Integer,
    Text,
    Update,
    and_,
    bindparam,
    cast,
    delete,
    func,
    insert,
    literal_column,
    or_,
    select,
    update,
)

from kpi.ids import ChatId, OutboxId, TelegramId
from kpi.message import Lane
from kpi.team import Chat
from storage import tables as t
from storage.prepared import Found, Prepared, Value
from storage.rows import insert_into
from storage.tables import Progress

# Said, not bound: SQLite plans a statement anew (50 µs) whenever a value is bound that decides on a partial index.
_WAITING: ColumnElement[Progress] = literal_column(f"'{Progress.WAITING.value}'")
_SENDING: ColumnElement[Progress] = literal_column(f"'{Progress.SENDING.value}'")
_NEW = Prepared(
    insert(t.outbox).returning(t.outbox.c.id),
    *("chat_id", "topic", "lane", "slot", "body", "scheduled", "attempts", "created_at", "expires_at"),
    *("state", "reason", "done_at"),
)
_ACTIVE = Prepared(select(t.chat.c.active).where(t.chat.c.id == bindparam("chat")))
_THIS = t.outbox.c.id == bindparam("row")
_LEAVING = Prepared(update(t.outbox).where(_THIS).values(state=Progress.SENDING, attempts=t.outbox.c.attempts + 1))
_SENT = Prepared(
    update(t.outbox)
    .where(_THIS)
    .values(state=Progress.SENT, done_at=bindparam("at"))
    .returning(t.outbox.c.chat_id, t.outbox.c.slot)
)
_LATE = Prepared(
    update(t.outbox)
    .where(t.outbox.c.done_at.is_(None), t.outbox.c.state == _WAITING, t.outbox.c.expires_at <= bindparam("now"))
    .values(state=Progress.GONE, reason="expired", done_at=bindparam("at"))
)
_HEARD = Prepared(
    select(func.coalesce(t.outbox.c.slot, cast(t.outbox.c.id, Text)).label("message"))
    .where(
        t.outbox.c.chat_id == bindparam("chat"),
        t.outbox.c.created_at >= bindparam("since"),
        t.outbox.c.lane > int(Lane.BUTTON),
    )
    .distinct()
    .limit(bindparam("most", type_=Integer))
)
_IN_SLOT = Prepared(
    select(t.outbox).where(
        t.outbox.c.chat_id == bindparam("chat"),
        t.outbox.c.slot == bindparam("slot"),
        t.outbox.c.id != bindparam("other_than"),
        # "is waiting" would let PostgreSQL search the whole queue; these are the words of the slots' index
        t.outbox.c.done_at.is_(None),
        t.outbox.c.state != _SENDING,
    )
)
_SHOWN = Prepared(
    select(t.slot.c.chat_id)
    .where(t.slot.c.slot == bindparam("slot"))
    .union(select(t.outbox.c.chat_id).where(t.outbox.c.slot == bindparam("slot"), t.outbox.c.done_at.is_(None)))
)
_MESSAGE = Prepared(
    select(t.slot.c.message_id).where(t.slot.c.chat_id == bindparam("chat"), t.slot.c.slot == bindparam("slot"))
)
_UNSETTLED = Prepared(select(func.count().label("messages")).where(t.outbox.c.done_at.is_(None)))
_TOGETHER = 8  # they take none of the room for messages, and a transaction for each takes longer than all else
_SECOND_TRY = 2  # a scheduled post whose fate is unknown is sent once more, not for ever


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A message to send. `body` is `kpi.message.encode`'s; a `slot` names a message that can be said anew."""

    chat: ChatId
    body: str
    lane: Lane
    topic: int | None = None
    slot: str | None = None
    expires_at: datetime | None = None
    scheduled: bool = False


@dataclass(frozen=True, slots=True)
class Waiting:
    """A row to send now. `edits` is the Telegram message of its slot, when that was sent already.

    `attempts` are the requests for it that left and whose fate is unknown.
    """

    id: OutboxId
    chat: Chat
    outgoing: Outgoing
    attempts: int
    edits: int | None
    edits_photo: bool


def put(db: Connection, outgoing: Outgoing, at: datetime) -> OutboxId:
    """Queues a message. In a closed chat it is gone at once.

    A message that waits in the same slot of the same chat is replaced: only the newest counts. It keeps its place in
    the queue, so that a message which changes all the time is sent all the same, and two that were corrected come in
    the order in which they were first said.
    """
    waits = None if outgoing.slot is None else _waiting_in(db, outgoing.chat, outgoing.slot)
    if waits is not None:
        _say_instead(db, waits, outgoing)
        return OutboxId(waits.id)
    values: dict[str, Value] = {
        "chat_id": outgoing.chat,
        "topic": outgoing.topic,
        "lane": int(outgoing.lane),
        "slot": outgoing.slot,
        "body": outgoing.body,
        "scheduled": outgoing.scheduled,
        "attempts": 0,
        "created_at": at,
        "expires_at": outgoing.expires_at,
        **_beginning(db, outgoing.chat, at),
    }
    return OutboxId(_NEW.one(db, **values).id)


def _beginning(db: Connection, chat: ChatId, at: datetime) -> dict[str, Value]:
    if _ACTIVE.one(db, chat=chat).active:
        return {"state": Progress.WAITING, "reason": None, "done_at": None}
    return {"state": Progress.GONE, "reason": "closed", "done_at": at}


def _waiting_in(db: Connection, chat: ChatId, slot: str, other_than: int = 0) -> Found | None:
    return _IN_SLOT.first(db, chat=chat, slot=slot, other_than=other_than)


def _say_instead(db: Connection, waits: Found, newer: Outgoing) -> None:
    """Puts the newer words in the place of those that wait. A scheduled post stays one, whoever corrected it."""
    change = {
        "topic": newer.topic,
        "lane": min(int(newer.lane), waits.lane),
        "body": newer.body,
        "scheduled": newer.scheduled or waits.scheduled,
        "expires_at": newer.expires_at,
    }
    db.execute(_change(OutboxId(waits.id)).values(change))


def take(db: Connection, at: datetime, limit: int, busy: Collection[ChatId]) -> list[Waiting]:
    """What may go out now, urgent lanes first, then the oldest: of each chat not `busy` its first waiting message.

    A chat to which something is being sent, or whose first message is not to be sent before some later time, is
    passed over, so that its messages keep their order. Answers to buttons wait for nothing and hold nothing up; of
    these, and of reactions, as many as `_TOGETHER` may go at once.
    """
    _LATE.run(db, now=at, at=at)  # what has lost its worth while it waited is gone
    places = _places(1 << len(busy).bit_length())
    chats = dict.fromkeys(places, 0) | dict(zip(places, busy, strict=False))
    first = _first_waiting(places)
    rows = first.all(db, at=at, most=limit, **chats)
    if rows and rows[-1].lane == Lane.BUTTON:
        rows = [row for row in first.all(db, at=at, most=max(limit, _TOGETHER), **chats) if row.lane == Lane.BUTTON]
    return [_waiting(row) for row in rows]


@cache
def _places(count: int) -> tuple[str, ...]:
    """The names under which that many chats are given. What is left of them names chat 0, which there is not."""
    return tuple(f"busy_{number}" for number in range(count))


@cache
def _first_waiting(places: tuple[str, ...]) -> Prepared:
    row, chat, slot = t.outbox.c, t.chat.c, t.slot.c
    shown = and_(slot.chat_id == row.chat_id, slot.slot == row.slot)
    elsewhere = row.chat_id.not_in([bindparam(place, type_=row.chat_id.type) for place in places])
    return Prepared(
        select(t.outbox, chat.telegram_id, chat.kind, chat.language, chat.active, slot.message_id, slot.photo)
        .join(t.chat, chat.id == row.chat_id)
        .outerjoin(t.slot, shown)
        .where(row.state == _WAITING, chat.active)
        .where(or_(row.not_before.is_(None), row.not_before <= bindparam("at")))
        .where(or_(row.lane == int(Lane.BUTTON), and_(elsewhere, ~_waits_for_another())))
        .order_by(row.lane, row.id)
        .limit(bindparam("most", type_=Integer))
    )


def _waits_for_another() -> ColumnElement[bool]:
    """Whether the chat's messages before this one are still open, or any is being sent."""
    row, other = t.outbox.c, t.outbox.alias("other")
    before = or_(other.c.lane < row.lane, and_(other.c.lane == row.lane, other.c.id < row.id))
    return (
        select(other.c.id)
        .where(other.c.chat_id == row.chat_id, other.c.done_at.is_(None), other.c.lane > int(Lane.BUTTON))
        .where(or_(before, other.c.state == _SENDING))
        .exists()
    )


def _waiting(row: Found) -> Waiting:
    chat = Chat(ChatId(row.chat_id), TelegramId(row.telegram_id), row.kind, row.language, row.active)
    return Waiting(OutboxId(row.id), chat, _outgoing(row), row.attempts, row.message_id, bool(row.photo))


def _outgoing(row: Found) -> Outgoing:
    lane, chat = Lane(row.lane), ChatId(row.chat_id)
    return Outgoing(chat, row.body, lane, row.topic, row.slot, row.expires_at, scheduled=row.scheduled)


def leaving(db: Connection, rows: Collection[OutboxId]) -> None:
    """The requests are about to leave. If the process dies now, nobody knows whether they arrived."""
    if rows:
        _LEAVING.run_each(db, [{"row": row} for row in rows])


def delivered(db: Connection, row: OutboxId, *, message_id: int | None, photo: bool, at: datetime) -> None:
    """It arrived; the message that now shows its slot is remembered."""
    sent = _SENT.one(db, row=row, at=at)
    if sent.slot is None or message_id is None:
        return
    showing = _showing(db.dialect.name)
    showing.run(db, chat_id=sent.chat_id, slot=sent.slot, message_id=message_id, photo=photo)


@cache
def _showing(dialect: str) -> Prepared:
    new = insert_into(dialect, t.slot).inline()
    shown = {"message_id": new.excluded.message_id, "photo": new.excluded.photo}
    key = list(t.slot.primary_key.columns)
    return Prepared(new.on_conflict_do_update(index_elements=key, set_=shown), *t.slot.columns.keys())


def later(db: Connection, row: OutboxId, not_before: datetime, *, counted: bool) -> None:
    """Once more, not before then. `counted` when the request may have arrived, so that it counts as an attempt."""
    attempts = t.outbox.c.attempts if counted else t.outbox.c.attempts - 1
    _wait_again(db, row, not_before=not_before, attempts=attempts)


def without_topic(db: Connection, row: OutboxId) -> None:
    """Its forum topic is no more: once more, to the group as a whole."""
    _wait_again(db, row, topic=None, attempts=t.outbox.c.attempts - 1)


def _wait_again(db: Connection, row: OutboxId, **change: datetime | ColumnElement[int] | None) -> None:
    """Puts back what was being sent. What was said in its slot meanwhile takes its place."""
    waiting = _change(row).values(state=Progress.WAITING, **change)
    again = db.execute(waiting.returning(*t.outbox.c)).one()
    newer = None if again.slot is None else _waiting_in(db, ChatId(again.chat_id), again.slot, other_than=row)
    if newer is not None:
        _say_instead(db, again, _outgoing(newer))
        db.execute(delete(t.outbox).where(t.outbox.c.id == newer.id))


def gone(db: Connection, row: OutboxId, reason: str, at: datetime) -> None:
    """It will not be sent."""
    db.execute(_change(row).values(state=Progress.GONE, reason=reason, done_at=at))


def unknown_after_restart(db: Connection, at: datetime) -> None:
    """What was under way when the process died may or may not have arrived.

    Edits are made again, a scheduled post is sent once more, a new answer to a person never is.
    """
    row, slot = t.outbox.c, t.slot.c
    edits = select(slot.message_id).where(slot.chat_id == row.chat_id, slot.slot == row.slot).exists()
    again = or_(edits, and_(row.scheduled, row.attempts < _SECOND_TRY)).label("again")
    under_way = select(row.id, again).where(row.done_at.is_(None), row.state == Progress.SENDING)
    for found in db.execute(under_way.order_by(row.id)).all():
        if found.again:
            _wait_again(db, OutboxId(found.id))
        else:
            gone(db, OutboxId(found.id), "ambiguous", at)


def forget_slot(db: Connection, chat: ChatId, slot: str) -> None:
    """The message of the slot is no more; what is said there next is a new one."""
    db.execute(delete(t.slot).where(t.slot.c.chat_id == chat, t.slot.c.slot == slot))


def message_in(db: Connection, chat: ChatId, slot: str) -> int | None:
    """The number of the message that shows `slot` in a chat; None when none does yet."""
    found = _MESSAGE.first(db, chat=chat, slot=slot)
    return None if found is None else int(found.message_id)


def count_since(db: Connection, chat: ChatId, since: datetime, *, most: int) -> int:
    """How many messages were queued for a chat since then, to keep groups quiet. An edit is no other message.

    Counts up to `most`.
    """
    return len(_HEARD.all(db, chat=chat, since=since, most=most))


def waiting_count(db: Connection) -> int:
    """How many messages are not settled yet."""
    return int(_UNSETTLED.one(db).messages)


def prune(db: Connection, before: datetime) -> None:
    """Forgets what was settled before then."""
    db.execute(delete(t.outbox).where(t.outbox.c.done_at < before))


def _change(row: OutboxId) -> Update:
    return update(t.outbox).where(t.outbox.c.id == row)


def shown_in(db: Connection, slot: str) -> list[ChatId]:
    """The chats where a message of the slot was sent or is on its way."""
    return [ChatId(row.chat_id) for row in _SHOWN.all(db, slot=slot)]


def slot_of(db: Connection, chat: ChatId, message_id: int) -> str | None:
    """What the message shows, if it is the one that shows a slot now."""
    shown = select(t.slot.c.slot).where(t.slot.c.chat_id == chat, t.slot.c.message_id == message_id)
    found: str | None = db.execute(shown).scalar()
    return found
