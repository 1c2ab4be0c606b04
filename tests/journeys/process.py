"""The real process in front of an in-memory Telegram behind HTTP."""

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from aiohttp import web
from aiohttp.test_utils import TestServer
from aiohttp.typedefs import Handler

from bot.demo.door import door
from bot.demo.telegram import Group, MemoryTelegram, Person
from kpi.ids import TelegramId
from kpi.team import ChatKind
from storage import chats, members, people, teams
from storage.database import Database

ROOT = Path(__file__).parent.parent.parent
TOKEN = "123456789:AAH-test-token-test-token-test-token-00"
_GRACE = 60  # seconds, so that a process that never ends fails a test; `make chaos` says how long it takes


@dataclass
class Stage:
    """A Telegram whose door counts the requests that come through it, and what processes said on standard error."""

    telegram: MemoryTelegram
    database: Database
    database_url: str
    folder: Path
    api_url: str = ""
    latency: float = 0.0  # seconds that every answer takes
    requests: int = 0
    wake: asyncio.Condition = field(default_factory=asyncio.Condition)
    running: list[asyncio.subprocess.Process] = field(default_factory=list)

    @web.middleware
    async def count(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        async with self.wake:
            self.requests += 1
            self.wake.notify_all()
        if self.latency:
            await asyncio.sleep(self.latency)
        return await handler(request)

    async def until_requests(self, number: int) -> None:
        """Until so many requests came in all."""
        async with self.wake:
            await self.wake.wait_for(lambda: self.requests >= number)

    async def until_acknowledged(self) -> None:
        """Until the bot asked for what comes after the last update."""
        async with self.wake:
            await self.wake.wait_for(lambda: self.telegram.updates.waiting == 0)

    async def start(self, **environment: str) -> asyncio.subprocess.Process:
        """A new process, whose log goes into a file of the folder."""
        settings = {
            "PATH": os.environ["PATH"],
            "BOT_TOKEN": TOKEN,
            "BOT_API_URL": self.api_url,
            "DATABASE_URL": self.database_url,
            **environment,
        }
        with (self.folder / "log").open("ab") as log:
            process = await asyncio.create_subprocess_exec(
                sys.executable, str(ROOT / "main.py"), "run", env=settings, cwd=self.folder, stderr=log
            )
        self.running.append(process)
        return process

    @property
    def log(self) -> str:
        return (self.folder / "log").read_text(encoding="utf-8")


async def kill(process: asyncio.subprocess.Process) -> None:
    process.kill()
    await process.wait()


async def terminate(process: asyncio.subprocess.Process) -> int:
    """Asks the process to end; its exit code. `TimeoutError` when it takes too long."""
    process.send_signal(signal.SIGTERM)
    async with asyncio.timeout(_GRACE):
        return await process.wait()


@asynccontextmanager
async def staged(folder: Path, url: str | None = None) -> AsyncIterator[Stage]:
    """A stage with an empty database, in the folder or at `url`; whatever still runs at the end is killed."""
    url = url or f"sqlite:///{folder}/bot.db"
    database = Database(url)
    database.migrate()
    here = Stage(MemoryTelegram(lambda: datetime.now(UTC), token=TOKEN), database, url, folder)
    application = door(here.telegram)
    application.middlewares.append(here.count)
    server = TestServer(application)
    await server.start_server()
    here.api_url = str(server.make_url("")).rstrip("/")
    try:
        yield here
    finally:
        for process in here.running:
            if process.returncode is None:
                await kill(process)
        database.close()
        await server.close()


def team_of(stage: Stage, size: int) -> tuple[Group, list[Person]]:
    """A group whose sellers are members already and have opened their private chats."""
    telegram = stage.telegram
    sellers = [telegram.person(f"Seller {number}", language="en") for number in range(size)]
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
