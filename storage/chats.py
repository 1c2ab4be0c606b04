"""Chats: our own numbers for Telegram's, since a group's changes when it becomes a supergroup."""

from datetime import datetime

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from kpi.ids import ChatId, TelegramId
from kpi.team import Chat, ChatKind
from storage import tables as t
from storage.folding import fold_chat
from storage.prepared import Prepared
from storage.rows import as_chat

_CHAT = Prepared(select(t.chat).where(t.chat.c.id == bindparam("chat")))
_OF_TELEGRAM = Prepared(select(t.chat).where(t.chat.c.telegram_id == bindparam("telegram_id")))


def chat_of(db: Connection, telegram_id: TelegramId) -> Chat | None:
    row = _OF_TELEGRAM.first(db, telegram_id=telegram_id)
    return as_chat(row) if row else None


def chat(db: Connection, chat_id: ChatId) -> Chat:
    return as_chat(_CHAT.one(db, chat=chat_id))


def open_chat(db: Connection, telegram_id: TelegramId, kind: ChatKind, language: str) -> Chat:
    """The chat, made when new and awake again when it was closed. A known chat keeps its language."""
    known = chat_of(db, telegram_id)
    if known is None:
        new = insert(t.chat).values(telegram_id=telegram_id, kind=kind, language=language, active=True)
        return as_chat(db.execute(new.returning(*t.chat.c)).one())
    if known.active:
        return known
    waking = update(t.chat).where(t.chat.c.id == known.id).values(active=True, closed_reason=None, closed_at=None)
    return as_chat(db.execute(waking.returning(*t.chat.c)).one())


def set_language(db: Connection, chat_id: ChatId, language: str) -> None:
    db.execute(update(t.chat).where(t.chat.c.id == chat_id).values(language=language))


def close_chat(db: Connection, chat_id: ChatId, reason: str, at: datetime) -> None:
    """Nothing more is sent there until the chat is opened again: what was waiting is gone."""
    closing = update(t.chat).where(t.chat.c.id == chat_id)
    db.execute(closing.values(active=False, closed_reason=reason, closed_at=at))
    waiting = update(t.outbox).where(t.outbox.c.chat_id == chat_id, t.outbox.c.state == t.Progress.WAITING)
    db.execute(waiting.values(state=t.Progress.GONE, reason=reason, done_at=at))


def move_chat(db: Connection, old: TelegramId, new: TelegramId) -> None:
    """A group became a supergroup: same chat and same team for us, another number for Telegram.

    Both groups announce it, in either order, and a refused message tells of it too; once is enough. Message ids start
    anew, so what was sent before cannot be edited any more. When the new group was seen before the news of the move,
    what was made for it and what was made for the old one become one.
    """
    before, ahead = chat_of(db, old), chat_of(db, new)
    if before is None:
        return
    db.execute(delete(t.slot).where(t.slot.c.chat_id == before.id))
    kept = before.id if ahead is None else fold_chat(db, before.id, ahead.id)
    moved = update(t.chat).where(t.chat.c.id == kept)
    db.execute(moved.values(telegram_id=new, active=True, closed_reason=None, closed_at=None))
    db.execute(update(t.team).where(t.team.c.chat_id == kept).values(active=True))
