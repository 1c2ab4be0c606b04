"""The third loop: the outbox to Telegram, at a pace that it allows.

Each round is one transaction: what became of the messages sent before is written down, and what may leave now is
claimed. A message is marked as under way before its request leaves, so that after a crash it is known which
messages may or may not have arrived.
"""

import asyncio
import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import assert_never

from bot.deliver import Draw, Make, deliver
from bot.http import TelegramBot
from bot.outcome import (
    ChatClosed,
    ChatMoved,
    Delivered,
    Gone,
    MessageLost,
    NotYet,
    Outcome,
    TopicClosed,
    Unknown,
)
from bot.pacer import Pacer
from bot.waiting import rest
from kpi.ids import ChatId
from kpi.message import Lane, Message, encode, say
from storage import chats, outbox, teams
from storage.connection import Connection
from storage.database import Database
from storage.outbox import Outgoing, Waiting

log = logging.getLogger(__name__)

FAREWELL = 4.0  # seconds that requests under way have when the process is asked to stop
_IDLE = 1.0  # seconds between two looks when nobody called
_ONCE_MORE = 5.0  # seconds
_SECOND_TRY = 2  # a scheduled post whose fate is unknown is sent once more, not for ever
_TROUBLE = 5.0  # seconds after the database failed


class Sender:
    """Sends what waits in the outbox. `clock` gives aware UTC, `monotonic` seconds.

    `draw` makes charts, `make` exports.
    """

    def __init__(
        self,
        bot: TelegramBot,
        database: Database,
        draw: Draw,
        make: Make,
        *,
        clock: Callable[[], datetime],
        monotonic: Callable[[], float],
    ) -> None:
        self._bot = bot
        self._database = database
        self._draw, self._make = draw, make
        self._clock = clock
        self._pacer = Pacer(monotonic)
        self._called = asyncio.Event()
        self._under_way: dict[ChatId, set[asyncio.Task[None]]] = {}
        self._known: list[tuple[Waiting, Outcome]] = []

    def call(self) -> None:
        """There is something new in the outbox."""
        self._called.set()

    async def run(self, stop: asyncio.Event) -> None:
        """Sends until `stop` is set; then what is under way is waited for and written down."""
        while not stop.is_set():
            try:
                await self.round()
            except Exception:
                log.exception("the outbox cannot be read or written")
                await rest(stop, _TROUBLE)
            await self._wait(stop)
        await self._finish()

    async def round(self) -> int:
        """Writes down what became of earlier messages and sends what may leave now: how many of both."""
        known, room = list(self._known), self._pacer.room()
        if not known and room == 0:
            return 0
        claimed = await asyncio.to_thread(self._exchange, known, room)
        del self._known[: len(known)]
        for waiting in claimed:
            self._start(waiting)
        return len(known) + len(claimed)

    async def settle(self) -> None:
        """Waits for what is under way."""
        tasks = [task for tasks in self._under_way.values() for task in tasks]
        if tasks:
            await asyncio.wait(tasks, timeout=FAREWELL)

    async def _finish(self) -> None:
        await self.settle()
        if self._known:
            await asyncio.to_thread(self._exchange, list(self._known), 0)
            self._known.clear()

    def _start(self, waiting: Waiting) -> None:
        if waiting.outgoing.lane is not Lane.BUTTON:
            self._pacer.left(waiting.chat.id, waiting.chat.kind)
        task = asyncio.create_task(self._send(waiting))
        self._under_way.setdefault(waiting.chat.id, set()).add(task)
        task.add_done_callback(lambda done: self._done(waiting.chat.id, done))

    async def _send(self, waiting: Waiting) -> None:
        outcome = await deliver(self._bot, waiting, self._draw, self._make)
        if isinstance(outcome, NotYet) and outcome.flooded:
            self._pacer.refused(waiting.chat.id, outcome.seconds)
        self._known.append((waiting, outcome))
        self._called.set()

    def _done(self, chat: ChatId, task: "asyncio.Task[None]") -> None:
        tasks = self._under_way[chat]
        tasks.discard(task)
        if not tasks:
            del self._under_way[chat]

    def _exchange(self, known: list[tuple[Waiting, Outcome]], room: int) -> list[Waiting]:
        now = self._clock()
        with self._database.write() as db:
            for waiting, outcome in known:
                record(db, waiting, outcome, now)
            if room == 0:
                return []
            claimed = outbox.take(db, now, room, self._pacer.busy() | set(self._under_way))
            outbox.leaving(db, [waiting.id for waiting in claimed])
        return claimed

    async def _wait(self, stop: asyncio.Event) -> None:
        """Until somebody calls, but not before a message may leave at all, and not for longer than a moment."""
        pause = self._pacer.wait()
        if self._pacer.room() == 0:
            await rest(stop, pause)
            return
        waits = asyncio.create_task(self._called.wait())
        stops = asyncio.create_task(stop.wait())
        await asyncio.wait((waits, stops), timeout=min(pause, _IDLE), return_when=asyncio.FIRST_COMPLETED)
        waits.cancel()
        stops.cancel()
        self._called.clear()


def record(db: Connection, waiting: Waiting, outcome: Outcome, now: datetime) -> None:
    """Writes down what became of a message, and what follows for it, its chat or its topic."""
    match outcome:
        case Delivered():
            outbox.delivered(db, waiting.id, message_id=outcome.message_id, photo=outcome.photo, at=now)
        case NotYet():
            outbox.later(db, waiting.id, now + timedelta(seconds=outcome.seconds), counted=False)
        case Unknown():
            _unknown(db, waiting, now)
        case Gone():
            log.error("row %d of chat %d was not sent: %s", waiting.id, waiting.chat.id, outcome.reason)
            outbox.gone(db, waiting.id, outcome.reason, now)
        case ChatClosed():
            outbox.gone(db, waiting.id, outcome.reason, now)
            chats.close_chat(db, waiting.chat.id, outcome.reason, now)
        case ChatMoved():
            chats.move_chat(db, waiting.chat.telegram_id, outcome.telegram_id)
            outbox.later(db, waiting.id, now, counted=False)
        case TopicClosed():
            outbox.without_topic(db, waiting.id)
            if teams.forget_topic(db, waiting.chat.id, waiting.outgoing.topic):
                told = Message((say("topic-gone"),))
                outbox.put(db, Outgoing(waiting.chat.id, encode(told), Lane.BROADCAST), now)
        case MessageLost():
            outbox.forget_slot(db, waiting.chat.id, waiting.outgoing.slot or "")
            outbox.later(db, waiting.id, now, counted=False)
        case _:
            assert_never(outcome)


def _unknown(db: Connection, waiting: Waiting, now: datetime) -> None:
    """An edit is made again and a scheduled post sent once more; a new answer to a person never is."""
    repeats = waiting.edits is not None or (waiting.outgoing.scheduled and waiting.attempts + 1 < _SECOND_TRY)
    if repeats:
        outbox.later(db, waiting.id, now + timedelta(seconds=_ONCE_MORE), counted=True)
    else:
        outbox.gone(db, waiting.id, "ambiguous", now)
