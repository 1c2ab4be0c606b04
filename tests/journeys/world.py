"""A whole bot on an in-memory Telegram, with a real database and a clock that only the test moves."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from io import BytesIO
from pathlib import Path

from PIL import Image

from bot.alive import Heartbeat, Pulse
from bot.allowance import Allowance
from bot.attempts import Attempts
from bot.command import Capability
from bot.demo.request import MemoryRequest
from bot.demo.telegram import Group, MemoryTelegram, Person, Shown, Upload
from bot.dispatch import Dispatch
from bot.exports import made
from bot.http import TelegramBot
from bot.receive import Receiver
from bot.registry import gather
from bot.send import Sender
from bot.service import Service
from bot.telegram_facts import TelegramFacts
from bot.ticker import Ticker
from handlers import CAPABILITIES
from kpi.charts import draw
from kpi.message import Export
from storage import outbox
from storage.database import Database
from tests.conftest import ready_sqlite

TOKEN = "123456789:AAH-test-token-test-token-test-token-00"
_PATIENCE = 300  # seconds of the test's clock in which everything must have been said


def _picture() -> bytes:
    """A picture such as people take."""
    file = BytesIO()
    Image.new("RGB", (8, 8), "white").save(file, "PNG")
    return file.getvalue()


async def drawn(spec: object) -> bytes:
    """The chart, drawn here and now."""
    return draw(spec)


class World:
    """Everything from what a person types to what all of them see. `now` is aware."""

    allowed = 10_000  # messages of one person in a minute, for tests say a thousand things in one
    draw = staticmethod(drawn)

    def __init__(
        self, folder: Path, now: datetime, *, reads_all: bool = True, more: tuple[Capability, ...] = ()
    ) -> None:
        self.now = now
        self._capabilities = gather((*CAPABILITIES, *more))
        self._start = now
        self._folder = folder
        self.telegram = MemoryTelegram(lambda: self.now, token=TOKEN, reads_all=reads_all)
        folder.mkdir(exist_ok=True)
        file = folder / "bot.db"
        file.write_bytes(ready_sqlite())
        self.database = Database(f"sqlite:///{file}")
        self.service = Service(now, database=file, backups=folder / "backups")

    async def start(self) -> None:
        """Starts the bot, anew after a crash: nothing is kept but the database."""
        request = MemoryRequest(self.telegram)
        self.bot = TelegramBot(TOKEN, request=request, get_updates_request=request)
        await request.initialize()
        await self.bot.get_me()
        self.sender = Sender(
            self.bot, self.database, self.draw, self.make, clock=lambda: self.now, monotonic=self._seconds
        )
        facts = TelegramFacts(self.bot, self.database, frozenset(self._capabilities.by_word), self._seconds)
        self.pulse = Pulse(Heartbeat(self._folder / "alive"), lambda: self.now, self._seconds)
        attempts = Attempts(self._folder / "attempts.json")
        dispatch = Dispatch(
            self.database,
            facts,
            self._capabilities,
            clock=lambda: self.now,
            stored=self.sender.call,
            attempts=attempts,
            service=self.service,
            allowance=Allowance(self.allowed),
        )
        self.receiver = Receiver(self.bot, dispatch, self.pulse)
        self.ticker = Ticker(self.database, lambda: self.now, self._seconds, self.sender.call, self.pulse.ticked)
        with self.database.write() as db:
            outbox.unknown_after_restart(db, self.now)

    async def make(self, export: Export, language: str) -> tuple[str, bytes]:
        """The export, written here and now."""
        return made(self.database, export, language)

    def _seconds(self) -> float:
        return (self.now - self._start).total_seconds()

    async def settle(self) -> None:
        """Until every update is handled and every message is where it belongs."""
        for _ in range(_PATIENCE):
            while await self.receiver.turn():
                pass
            while await self.sender.round():
                await self.sender.settle()
            if not self._waiting():
                return
            self.now += timedelta(seconds=1)
        raise AssertionError(f"{self._waiting()} messages never left")

    async def tick(self) -> None:
        """One tick, and what follows from it."""
        await self.ticker.tick()
        await self.settle()

    async def pass_time(self, until: datetime) -> None:
        """The clock goes on to `until`, and the bot is up all the while: it ticks at every half hour and at the end."""
        while self.now < until:
            self.now = min(until, self.now + timedelta(minutes=30))
            await self.tick()

    async def say(
        self,
        person: Person,
        chat: Group | Person,
        text: str,
        *,
        reply_to: Shown | None = None,
        topic: int | None = None,
    ) -> list[Shown]:
        """Somebody writes; what the bot says in that chat because of it."""
        await self.settle()
        before = {message.message_id for message in self.telegram.messages(chat)}
        self.now += timedelta(seconds=1)
        quoted = reply_to.message_id if reply_to else None
        self.telegram.write(person, chat, text, reply_to=quoted, topic=topic)
        await self.settle()
        return self.said(chat, before)

    async def send(self, person: Person, chat: Group | Person, name: str, content: bytes) -> list[Shown]:
        """Somebody sends a document; what the bot says in that chat because of it."""
        await self.settle()
        before = {message.message_id for message in self.telegram.messages(chat)}
        self.now += timedelta(seconds=1)
        self.telegram.upload(person, chat, Upload(name, content))
        await self.settle()
        return self.said(chat, before)

    async def snap(self, person: Person, chat: Group | Person, caption: str) -> list[Shown]:
        """Somebody sends a picture with a line below it; what the bot says in that chat because of it."""
        await self.settle()
        before = {message.message_id for message in self.telegram.messages(chat)}
        self.now += timedelta(seconds=1)
        self.telegram.upload(person, chat, Upload("photo.png", _picture()), caption, photo=True)
        await self.settle()
        return self.said(chat, before)

    async def press(self, person: Person, message: Shown, label: str) -> str:
        """Somebody presses a button; the toast they see."""
        self.now += timedelta(seconds=1)
        before = len(self.telegram.toasts(person))
        self.telegram.press(person, message, label)
        await self.settle()
        return "\n".join(self.telegram.toasts(person)[before:])

    async def edit(self, message: Shown, text: str) -> None:
        """Somebody edits their message."""
        self.now += timedelta(seconds=1)
        self.telegram.edit(message, text)
        await self.settle()

    def said(self, chat: Group | Person, before: Sequence[int] | set[int] = ()) -> list[Shown]:
        """What the bot has written in a chat, without the messages in `before`."""
        known = set(before)
        return [m for m in self.telegram.messages(chat) if m.sender is None and m.message_id not in known]

    def look(self, chat: Group | Person, message: Shown) -> Shown:
        """The message as it looks now."""
        return next(m for m in self.telegram.messages(chat) if m.message_id == message.message_id)

    def _waiting(self) -> int:
        with self.database.read() as db:
            return outbox.waiting_count(db)
