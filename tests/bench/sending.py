"""A broadcast to very many chats in simulated time: the unchanged sender, in front of a Telegram with flood limits."""

import asyncio
import selectors
import time
from asyncio import Future
from collections.abc import Callable
from concurrent.futures import Executor
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TypeVar

from telegram._utils.types import ODVInput
from telegram.request import BaseRequest, RequestData

from bot.demo.request import MemoryRequest
from bot.demo.telegram import MemoryTelegram
from bot.http import TelegramBot
from bot.render import render
from bot.send import Sender
from kpi.charts import draw
from kpi.ids import TelegramId
from kpi.message import Export, Lane, Message, encode, say
from kpi.money import Money
from kpi.team import ChatKind
from storage import chats, outbox
from storage.database import Database
from storage.outbox import Outgoing
from tests.bench.rows import Measured
from tests.bench.service import TOKEN

T = TypeVar("T")

_START = datetime(2026, 6, 10, 21, 30, tzinfo=UTC)
_BOARD = Message((say("figure-net", value=Money(129_900, "USD")),))
_TOO_MANY = 429
_TURN = 1e-6  # seconds that a turn of the loop takes at least: without them a pause too short for a float never ends


class SimulatedLoop(asyncio.SelectorEventLoop):
    """An event loop whose time leaps to whatever comes next; while a thread works, its time stands still.

    `stall` is the longest that callbacks held it up, in real seconds.
    """

    def __init__(self) -> None:
        self.now = 0.0
        self.threads = 0
        self.stall = 0.0
        super().__init__(_Leap(self))

    def time(self) -> float:
        return self.now

    def run_in_executor(self, executor: Executor | None, func: Callable[..., T], *args: object) -> "Future[T]":
        self.threads += 1
        future = super().run_in_executor(executor, func, *args)
        future.add_done_callback(self._returned)
        return future

    def _returned(self, _: "Future[T]") -> None:
        self.threads -= 1


class _Leap(selectors.SelectSelector):
    """Waits for threads and sockets only; of a pause it tells the loop that it is over."""

    def __init__(self, loop: SimulatedLoop) -> None:
        super().__init__()
        self._loop = loop
        self._left_at = time.perf_counter()

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        self._loop.stall = max(self._loop.stall, time.perf_counter() - self._left_at)
        events = super().select(self._patience(timeout))
        if not events and not self._loop.threads:
            self._loop.now += max(timeout or 0.0, _TURN)
        self._left_at = time.perf_counter()
        return events

    def _patience(self, timeout: float | None) -> float | None:
        if self._loop.threads and timeout != 0:
            return None
        return None if timeout is None else 0


class _Counting(MemoryRequest):
    """Counts how often Telegram said: too many."""

    refused = 0

    async def do_request(  # noqa: PLR0917 - the library's signature
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        write_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        connect_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        pool_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        answer = await super().do_request(
            url, method, request_data, read_timeout, write_timeout, connect_timeout, pool_timeout
        )
        self.refused += answer[0] == _TOO_MANY
        return answer


def figures(folder: Path, size: int) -> list[Measured]:
    """One broadcast to `size` private chats."""
    database = Database(f"sqlite:///{folder / 'sending.db'}")
    database.migrate()
    with asyncio.Runner(loop_factory=SimulatedLoop) as runner:
        loop = runner.get_loop()
        assert isinstance(loop, SimulatedLoop)
        rate, refused = runner.run(_broadcast(database, loop, size))
    database.close()
    return [
        Measured("send-rate", rate, size),
        Measured("send-refused", refused),
        Measured("send-stall", loop.stall * 1000),
    ]


async def _broadcast(database: Database, loop: SimulatedLoop, size: int) -> tuple[float, int]:
    """Messages a second, and refusals."""

    def clock() -> datetime:
        return _START + timedelta(seconds=loop.now)

    telegram = MemoryTelegram(clock, token=TOKEN)
    _queue(database, telegram, size)
    render(_BOARD, "en")  # loads what is loaded late, as the start of the bot does
    request = _Counting(telegram)
    bot = TelegramBot(TOKEN, request=request, get_updates_request=request)
    await bot.get_me()
    telegram.journal.clear()
    await asyncio.sleep(0)  # what was prepared here held the loop up
    loop.stall = 0.0
    stop = asyncio.Event()
    sender = Sender(bot, database, _drawn, _no_export, clock=clock, monotonic=loop.time)
    sending = asyncio.create_task(sender.run(stop))
    while len(telegram.journal) < size:  # noqa: ASYNC110 - the sender says to nobody that it is done
        await asyncio.sleep(1)
    stop.set()
    await sending
    took = telegram.journal[-1].at - telegram.journal[0].at
    return (size - 1) / took.total_seconds(), request.refused


def _queue(database: Database, telegram: MemoryTelegram, size: int) -> None:
    """People who have opened their private chats, and a line for each."""
    with database.write() as db:
        for number in range(size):
            person = telegram.person(f"Seller {number}", language="en")
            telegram.write(person, person, "/start")
            chat = chats.open_chat(db, TelegramId(person.id), ChatKind.PRIVATE, "en")
            outbox.put(db, Outgoing(chat.id, encode(_BOARD), Lane.BROADCAST, scheduled=True), _START)


async def _no_export(export: Export, language: str) -> tuple[str, bytes]:
    raise NotImplementedError(f"nobody asked for {export} in {language}")


async def _drawn(spec: object) -> bytes:
    return draw(spec)
