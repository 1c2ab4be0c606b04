"""The real process, killed with -9 again and again while sellers report: nothing is lost and nothing counts twice."""

import asyncio
import os
import random
import signal
import sys
from collections import Counter
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from aiohttp.typedefs import Handler

from bot.demo.door import door
from bot.demo.telegram import Group, MemoryTelegram, Person
from kpi.entry import Measure
from kpi.ids import TelegramId
from kpi.team import ChatKind
from storage import chats, members, people, teams
from storage.database import Database
from storage.tables import entry_line

ROOT = Path(__file__).parent.parent.parent
TOKEN = "123456789:AAH-test-token-test-token-test-token-00"
SELLERS, MESSAGES, KILLS = 30, 300, 15
_PATIENCE = 120  # seconds in which the whole must be over
_GRACE = 5  # seconds that a process has to end when asked


@dataclass
class Stage:
    """A Telegram behind a door that counts the requests which came through it, and the process on the other side."""

    telegram: MemoryTelegram
    database: Database
    database_url: str
    api_url: str = ""
    requests: int = 0
    wake: asyncio.Condition = field(default_factory=asyncio.Condition)
    process: asyncio.subprocess.Process | None = None

    @web.middleware
    async def count(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        async with self.wake:
            self.requests += 1
            self.wake.notify_all()
        return await handler(request)

    async def until_requests(self, number: int) -> None:
        """Until so many requests came in all."""
        async with self.wake:
            await self.wake.wait_for(lambda: self.requests >= number)

    async def until_acknowledged(self) -> None:
        """Until the bot asked for what comes after the last update."""
        async with self.wake:
            await self.wake.wait_for(lambda: self.telegram.updates.waiting == 0)

    async def start(self) -> None:
        environment = {
            "PATH": os.environ["PATH"],
            "BOT_TOKEN": TOKEN,
            "BOT_API_URL": self.api_url,
            "DATABASE_URL": self.database_url,
            "LOG_LEVEL": "ERROR",
        }
        self.process = await asyncio.create_subprocess_exec(
            sys.executable, str(ROOT / "main.py"), "run", env=environment, cwd=ROOT
        )

    async def kill(self) -> None:
        assert self.process is not None
        self.process.kill()
        await self.process.wait()

    async def terminate(self) -> int:
        assert self.process is not None
        self.process.send_signal(signal.SIGTERM)
        async with asyncio.timeout(_GRACE):
            return await self.process.wait()


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[Stage]:
    url = f"sqlite:///{tmp_path}/bot.db"
    database = Database(url)
    database.migrate()
    here = Stage(MemoryTelegram(lambda: datetime.now(UTC), token=TOKEN), database, url)
    here.telegram.flood.on = False
    application = door(here.telegram)
    application.middlewares.append(here.count)
    server = TestServer(application)
    await server.start_server()
    here.api_url = str(server.make_url("")).rstrip("/")
    yield here
    if here.process is not None and here.process.returncode is None:
        await here.kill()
    database.close()
    await server.close()


def team_of(stage: Stage) -> tuple[Group, list[Person]]:
    """A group whose sellers are members already and have opened their private chats."""
    telegram = stage.telegram
    sellers = [telegram.person(f"Seller {number}", language="en") for number in range(SELLERS)]
    group = telegram.group("Team", owner=sellers[0], members=sellers[1:])
    telegram.add_bot(group, sellers[0])
    now = datetime.now(UTC)
    with stage.database.write() as db:
        chat = chats.open_chat(db, TelegramId(group.id), ChatKind.GROUP, "en")
        team = teams.create(db, chat=chat.id, name="Team", language="en", zone="UTC", currency="USD", at=now)
        for seller in sellers:
            person = people.seen(db, TelegramId(seller.id), seller.name, None, "en")
            members.join(db, team.id, person.id, person.name)
    for seller in sellers:
        telegram.write(seller, seller, "/start")
    return group, sellers


async def test_fifteen_kills_during_300_messages_lose_and_double_nothing(stage: Stage) -> None:
    chance = random.Random(20260608)
    group, sellers = team_of(stage)
    written: Counter[int] = Counter()
    async with asyncio.timeout(_PATIENCE):
        for life in range(KILLS + 1):
            await stage.start()
            for _ in range(MESSAGES // (KILLS + 1) + 1):
                if written.total() == MESSAGES:
                    break
                seller = chance.choice(sellers)
                cents = 10000 + written.total()
                stage.telegram.write(seller, group if chance.random() < 0.5 else seller, f"/sale 1 {cents / 100}")
                written[cents] += 1
            if life < KILLS:
                await stage.until_requests(stage.requests + chance.randint(2, 14))
                await stage.kill()
        await stage.until_acknowledged()
        assert await stage.terminate() == 0
    assert written.total() == MESSAGES
    assert booked(stage) == written
    assert [text for seller in sellers for text in said_twice(stage, seller)] == []


def booked(stage: Stage) -> Counter[int]:
    """The amounts in the books, in cents, with how often each stands there."""
    with stage.database.read() as db:
        lines = db.execute(
            entry_line.select().where(entry_line.c.measure == Measure.GROSS, entry_line.c.voided_at.is_(None))
        )
        return Counter(line.value for line in lines)


def said_twice(stage: Stage, seller: Person) -> list[str]:
    """The cards that a seller got more than once."""
    cards = Counter(m.text for m in stage.telegram.messages(seller) if m.sender is None and "#" in m.text)
    return [text for text, times in cards.items() if times > 1]
