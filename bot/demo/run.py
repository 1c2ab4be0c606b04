"""The demo: the unchanged bot against the in-memory Telegram, with a chat page in the browser."""

import asyncio
import errno
import socket
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from aiohttp import web

from bot.demo import sample
from bot.demo.clock import DemoClock, Times
from bot.demo.door import door
from bot.demo.page import Play, add_page
from bot.demo.telegram import MemoryTelegram
from bot.texts import text
from storage import teams
from storage.database import Database

HOST = "127.0.0.1"
TOKEN = "1000000001:demo"  # noqa: S105 - opens the in-memory Telegram alone
_PORTS = 20  # tried, from the wanted one on
_LAST_PORT = 65535
_LOOK = 0.1  # seconds between two looks whether the bot has greeted
_FAREWELL = 2.0  # seconds that open requests have at the end


@dataclass(frozen=True, slots=True)
class Stage:
    """Where the demo's bot runs: what its settings and its clock have to be."""

    token: str
    api_url: str
    database_url: str
    clock: DemoClock


StartBot = Callable[[Stage, asyncio.Event], Awaitable[None]]


class NoPortError(Exception):
    """None of the ports that were tried is free."""


async def run_demo(
    start_bot: StartBot,
    stop: asyncio.Event,
    *,
    real: Callable[[], datetime],
    folder: Path,
    port: int,
    language: str,
    tell: Callable[[str], None],
) -> None:
    """Plays until `stop` is set, with its books in `folder`, which is empty.

    `start_bot` runs the bot on a stage until the same `stop`; `real` is the real time, aware UTC. The page is on
    `port` of this machine, or the next free one, and `tell` gets a sentence with its address.
    """
    clock = DemoClock(real)
    telegram = MemoryTelegram(clock, token=TOKEN)
    cast = sample.stage(telegram)
    database_url = f"sqlite:///{folder / 'demo.db'}"
    application = door(telegram)
    with _listen(port) as listening, _books(database_url, cast, clock) as times:
        add_page(application, Play(telegram, cast, clock, times))
        runner = web.AppRunner(application, access_log=None, shutdown_timeout=_FAREWELL, handler_cancellation=True)
        await runner.setup()
        try:
            await web.SockSite(runner, listening).start()
            address = f"http://{HOST}:{listening.getsockname()[1]}"
            sample.enter(telegram, cast)
            tell(text(language, "page-ready", {"address": address}))
            first_report = asyncio.create_task(_report_once_greeted(telegram, cast))
            try:
                await start_bot(Stage(TOKEN, address, database_url, clock), stop)
            finally:
                first_report.cancel()
        finally:
            await runner.cleanup()


@contextmanager
def _books(database_url: str, cast: sample.Cast, clock: DemoClock) -> Iterator[Callable[[], Times]]:
    """A new database with the sample in it, and when the team's posts come. When the clock is moved, the team goes on
    selling.
    """
    database = Database(database_url)
    try:
        database.migrate()
        with database.write() as db:
            started = clock()
            books = sample.book(db, cast, started)
        clock.when_moved(_selling(database, books, started, clock))
        yield lambda: _times(database, books)
    finally:
        database.close()


def _times(database: Database, books: sample.Books) -> Times:
    """As the team's lead has set them."""
    with database.read() as db:
        team = teams.find(db, books.team)
    if team is None:
        raise LookupError(f"there is no team {books.team}")
    return Times(team.zone, team.daily_at, team.weekly_at, team.weekly_at if team.monthly else None)


def _selling(database: Database, books: sample.Books, booked_until: datetime, clock: DemoClock) -> Callable[[], None]:
    def carry_on() -> None:
        nonlocal booked_until
        now = clock()
        with database.write() as db:
            sample.carry_on(db, books, booked_until, now)
        booked_until = now

    return carry_on


async def _report_once_greeted(telegram: MemoryTelegram, cast: sample.Cast) -> None:
    """So that the group's chat begins with the bot's greeting."""
    while not telegram.messages(cast.group):  # noqa: ASYNC110 - the in-memory Telegram tells only the bot
        await asyncio.sleep(_LOOK)
    sample.report(telegram, cast)


def _listen(port: int) -> socket.socket:
    """A socket on `port`, or on the next one that is free."""
    last = min(port + _PORTS - 1, _LAST_PORT)
    for candidate in range(port, last + 1):
        try:
            return socket.create_server((HOST, candidate))
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                raise
    raise NoPortError(f"{port} to {last}")
