"""From updates to handlers: one transaction for a batch, a savepoint for each update.

What is written (the update's key, the facts, the answers in the outbox) is committed before anything is
acknowledged to Telegram, so that a crash at any instant neither loses nor doubles a report.
"""

import asyncio
import logging
import secrets
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import assert_never

from telegram import Update

from bot import events
from bot.allowance import MESSAGES, Allowance, Verdict
from bot.attempts import Attempts
from bot.command import Answer, Refusal
from bot.incoming import Happening, Incoming, read_update
from bot.registry import Registry
from bot.router import Router
from bot.scene import Seen, keep_administrators, look
from bot.service import Service
from bot.telegram_facts import Facts, TelegramFacts
from kpi.message import Lane, Message, encode, say
from kpi.team import Chat, ChatKind
from storage import chats, outbox, updates
from storage.connection import Connection, is_trouble, savepoint
from storage.database import Database
from storage.outbox import Outgoing

log = logging.getLogger(__name__)

BUTTON_LIFE = timedelta(seconds=10)  # Telegram forgets a button press after that
QUIET = ((timedelta(minutes=1), 10), (timedelta(days=1), 40))  # a group that hears more gets reactions for cards


class _NothingHappened(Exception):  # noqa: N818 - leaves a savepoint without a trace
    """The update was not for us: what was looked up or made on the way is rolled back."""


class _TooMany(Refusal):
    """Somebody writes more than a person can."""

    def __init__(self) -> None:
        super().__init__(say("too-many", n=MESSAGES))


class Dispatch:
    """Hands updates to the capabilities of `registry`. `clock` gives aware UTC; `stored` is called after a commit."""

    def __init__(
        self,
        database: Database,
        facts: TelegramFacts,
        registry: Registry,
        *,
        clock: Callable[[], datetime],
        stored: Callable[[], None],
        attempts: Attempts,
        service: Service,
        allowance: Allowance | None = None,
    ) -> None:
        self._database = database
        self._facts = facts
        self._router = Router(registry)
        self._clock = clock
        self._stored = stored
        self._attempts = attempts
        self._service = service
        self._allowance = allowance or Allowance()

    async def handle(self, batch: Sequence[Update | Incoming]) -> None:
        """Handles `batch` in one transaction. Raises when nothing of it may be acknowledged."""
        now = self._clock()
        incoming = [seen for update in batch if (seen := _understood(update, now)) is not None]
        if not incoming:
            return
        known = await self._facts.about(incoming)
        await asyncio.to_thread(self._write, incoming, known, now)
        self._facts.kept(known)
        self._stored()

    @property
    def careful(self) -> bool:
        """Whether a process died in the middle of a batch, so that updates should come one by one."""
        return self._attempts.suspects

    def calm(self) -> None:
        """All that was delivered again after a crash went through one by one."""
        self._attempts.forget()

    def _write(self, batch: Sequence[Incoming], known: Facts, now: datetime) -> None:
        numbers = [incoming.update_id for incoming in batch]
        with self._database.write() as db:
            keep_administrators(db, known)
            fresh = [incoming for incoming in batch if updates.first_time(db, _key(incoming.update_id), now)]
            with self._attempts.of(numbers):
                for incoming in fresh:
                    self._one(db, Seen(incoming, known, now, self._service))

    def _one(self, db: Connection, seen: Seen) -> None:
        number = seen.incoming.update_id
        if self._attempts.fatal(number):
            log.error("update %d ended the process again and again and is passed over", number)
            updates.mark_failed(db, _key(number), "fatal")
            return
        try:
            with savepoint(db):
                answered = self._answers(db, seen)
                self._ration(seen.incoming)
                _post(db, seen, *answered)
        except _NothingHappened:
            return
        except _TooMany as refusal:
            _refuse(db, seen, refusal)
        except Refusal as refusal:
            self._refuse(db, seen, refusal)
        except Exception as error:
            if is_trouble(error):
                raise
            _failed(db, seen, error)

    def _answers(self, db: Connection, seen: Seen) -> tuple[Chat, tuple[Answer, ...]]:
        if events.is_event(seen.incoming):
            return events.handle(db, seen)
        request = look(db, seen)
        answers = tuple(self._router.answers(request, seen.incoming))
        if not answers and seen.incoming.callback is None:
            raise _NothingHappened
        return request.chat, answers

    def _ration(self, incoming: Incoming) -> None:
        """Lets nobody write more than a person can. What is too much leaves no trace, and is said so once."""
        if incoming.happening is not Happening.MESSAGE:
            return
        match self._allowance.verdict(incoming.sender.telegram_id, incoming.sent_at, incoming.update_id):
            case Verdict.ANSWERED:
                return
            case Verdict.TOLD:
                raise _TooMany
            case Verdict.SILENT:
                raise _NothingHappened
            case other:
                assert_never(other)

    def _refuse(self, db: Connection, seen: Seen, refusal: Refusal) -> None:
        """A refusal is an answer too."""
        try:
            self._ration(seen.incoming)
        except _TooMany as instead:
            _refuse(db, seen, instead)
        except _NothingHappened:
            return
        else:
            _refuse(db, seen, refusal)


def _understood(update: Update | Incoming, now: datetime) -> Incoming | None:
    """What the update says, or None for nothing that concerns us; one that cannot be read holds up no other."""
    if isinstance(update, Incoming):
        return update
    try:
        return read_update(update, now)
    except Exception:
        log.exception("update %d cannot be understood", update.update_id)
        return None


def _key(update_id: int) -> str:
    return f"u:{update_id}"


def _post(db: Connection, seen: Seen, chat: Chat, answers: Sequence[Answer]) -> None:
    """Queues the answers of one update, and an empty answer to a button press that has none."""
    for answer in answers:
        outbox.put(db, _outgoing(seen, chat, _quietly(db, seen, chat, answer)), seen.now)
    if seen.incoming.callback and all(answer.message.callback is None for answer in answers):
        outbox.put(db, _toast(chat, seen, Message(callback=seen.incoming.callback)), seen.now)


def _quietly(db: Connection, seen: Seen, chat: Chat, answer: Answer) -> Answer:
    """In a group that hears much from the bot, a new card becomes a reaction to the message it answers."""
    incoming = seen.incoming
    if not answer.acknowledges or chat.kind is not ChatKind.GROUP or incoming.happening is not Happening.MESSAGE:
        return answer
    if all(outbox.count_since(db, chat.id, seen.now - span, most=most) < most for span, most in QUIET):
        return answer
    return Answer(Message(reaction="👍", reply_to=incoming.message_id), lane=Lane.BUTTON)


def _outgoing(seen: Seen, here: Chat, answer: Answer) -> Outgoing:
    chat, message = answer.chat or here, answer.message
    if message.callback is not None:
        return _toast(chat, seen, message)
    topic = answer.topic
    if chat.id == here.id:
        topic = seen.incoming.topic if topic is None else topic
        message = _quoting(seen.incoming, message)
    return Outgoing(chat.id, encode(message), answer.lane, topic=topic, slot=answer.slot)


def _quoting(incoming: Incoming, message: Message) -> Message:
    """In a group an answer quotes what it answers."""
    quotes = incoming.kind is ChatKind.GROUP and incoming.happening in {Happening.MESSAGE, Happening.EDIT}
    return replace(message, reply_to=incoming.message_id) if quotes and message.reply_to is None else message


def _toast(chat: Chat, seen: Seen, message: Message) -> Outgoing:
    return Outgoing(chat.id, encode(message), Lane.BUTTON, expires_at=seen.now + BUTTON_LIFE)


def _refuse(db: Connection, seen: Seen, refusal: Refusal) -> None:
    """Says why not: as a pop-up for a button when that can hold it, else as an answer in the chat."""
    incoming = seen.incoming
    chat = chats.open_chat(db, incoming.chat, incoming.kind, seen.language)
    if incoming.callback:
        short = not refusal.buttons and len(refusal.lines) == 1
        toast = Message(refusal.lines if short else (), callback=incoming.callback)
        outbox.put(db, _toast(chat, seen, toast), seen.now)
        if short:
            return
    message = _quoting(incoming, Message(refusal.lines, refusal.buttons))
    outbox.put(db, Outgoing(chat.id, encode(message), Lane.ANSWER, topic=incoming.topic), seen.now)


def _failed(db: Connection, seen: Seen, error: Exception) -> None:
    """A defect of ours: the person gets a number to name it by, the log gets the rest."""
    error_id = secrets.token_hex(3)
    log.error("update %d failed (%s)", seen.incoming.update_id, error_id, exc_info=error)
    updates.mark_failed(db, _key(seen.incoming.update_id), error_id)
    _refuse(db, seen, Refusal(say("error-unexpected", error=error_id)))
