"""How long a seller waits for the answer to `/sale`: idle, while charts are drawn, during a broadcast."""

import asyncio
import shutil
import tempfile
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from random import Random

from storage import teams
from storage.database import Database
from tests.bench import audience, crowd
from tests.bench.process import ours
from tests.bench.rows import Measured
from tests.bench.service import Service
from tests.bench.table import percentile

_RATE = 10  # reports a second: with it, a broadcast still has most of what Telegram allows
_REPORTERS = range(50)  # the other half of the crowd asks for charts
_CHARTISTS = range(50, crowd.SELLERS)
_MAKING = 3.0  # seconds before the first message of a broadcast in which it is surely being made


@dataclass(frozen=True, slots=True)
class Size:
    """For how many seconds reports come in a round when idle, how many rounds there are, and what is in the way."""

    seconds: float
    rounds: int
    charts: int
    groups: int


class Sellers:
    """They report one after the other, evenly but for a little chance, and note when the answer is there."""

    def __init__(self, service: Service) -> None:
        self._service = service
        self._numbers = count(1)
        self._asked: list[tuple[int, float]] = []
        self._random = Random(7)

    async def report(self, stop: asyncio.Event) -> None:
        """Until `stop` is set."""
        for number in count():
            if stop.is_set():
                return
            await asyncio.sleep(self._random.uniform(0.5, 1.5) / _RATE)
            # so little that no day becomes the seller's best, of which another message would tell
            self._write(_REPORTERS[number % len(_REPORTERS)], f"/sale 3 {5 + number % 20}")

    def chart(self, number: int) -> None:
        """Somebody asks for the chart of the week."""
        self._service.put([self._update(_CHARTISTS[number % len(_CHARTISTS)], "/chart last week")])

    def waits(self, since: float = 0.0) -> list[float]:
        """Milliseconds from each report written after `since` to its answer."""
        answers: dict[int, list[float]] = {}
        for answer in self._service.answers:
            if answer.method == "sendMessage":
                answers.setdefault(answer.chat, []).append(answer.at)
        pairs = [(asked, answers[chat].pop(0)) for chat, asked in self._asked]
        return [(answered - asked) * 1000 for asked, answered in pairs if asked >= since]

    @property
    def all_answered(self) -> bool:
        reporters = {chat for chat, _ in self._asked}
        said = [a for a in self._service.answers if a.method == "sendMessage" and a.chat in reporters]
        return len(said) >= len(self._asked)

    def _write(self, seller: int, text: str) -> None:
        update = self._update(seller, text)
        self._asked.append((crowd.seller_id(seller), time.perf_counter()))
        self._service.put([update])

    def _update(self, seller: int, text: str) -> bytes:
        return crowd.update(next(self._numbers), seller, text, private=True)


async def figures(folder: Path, size: Size) -> list[Measured]:
    """50th and 99th percentile of each; idle and with charts of all rounds together, one after the other."""
    idle, drawing = list[float](), list[float]()
    for _ in range(size.rounds):
        idle += await _measured(folder, lambda _service, _sellers, _file: asyncio.sleep(size.seconds))
        drawing += await _measured(folder, lambda service, sellers, _: _draw(service, sellers, size))
    broadcast = await _measured(folder, lambda service, _, file: _broadcast(service, file, size), size.groups)
    slow, under = percentile(idle, 0.99), percentile(drawing, 0.99)
    return [
        Measured("idle-p50", percentile(idle, 0.5)),
        Measured("idle-p99", slow),
        Measured("charts-p50", percentile(drawing, 0.5), size.charts),
        Measured("charts-p99", under, size.charts),
        Measured("charts-ratio", under / slow),
        Measured("broadcast-p50", percentile(broadcast, 0.5), size.groups),
        Measured("broadcast-p99", percentile(broadcast, 0.99), size.groups),
    ]


Scene = Callable[[Service, Sellers, Path], Awaitable[float | None]]


async def _measured(folder: Path, scene: Scene, groups: int = 0) -> list[float]:
    """The waits of all reports written while `scene` lasts, or since the instant that it gives."""
    file = Path(shutil.copy(folder / "settled.db", tempfile.mkdtemp(dir=folder)))
    if groups:
        _invite(file, groups)
    service, stop = Service(), asyncio.Event()
    async with ours(await service.start(), file):
        await service.until(lambda: service.polled)
        sellers = Sellers(service)
        await _warm_up(service, sellers)
        begun = time.perf_counter()
        reporting = asyncio.create_task(sellers.report(stop))
        since = await scene(service, sellers, file)
        stop.set()
        await reporting
        await service.until(lambda: sellers.all_answered)
    service.stop()
    return sellers.waits(begun if since is None else since)


async def _warm_up(service: Service, sellers: Sellers) -> None:
    """One chart and a second of reports load what is loaded late."""
    stop = asyncio.Event()
    sellers.chart(0)
    asyncio.get_running_loop().call_later(1.0, stop.set)
    await sellers.report(stop)
    await service.until(lambda: sellers.all_answered and _photos(service) == 1)


async def _draw(service: Service, sellers: Sellers, size: Size) -> None:
    """One chart after the other, so that the worker never rests and the queue is never long."""
    for number in range(size.charts):
        drawn = _photos(service)
        sellers.chart(number)
        await _one_more(service, drawn)


async def _one_more(service: Service, drawn: int) -> None:
    await service.until(lambda: _photos(service) > drawn)


def _photos(service: Service) -> int:
    return sum(answer.method == "sendPhoto" for answer in service.answers)


def _invite(file: Path, groups: int) -> None:
    """More teams, whose boards are not due yet."""
    database = Database(f"sqlite:///{file}")
    with database.write() as db:
        audience.settle(db, groups, datetime.now(UTC), daily_at=None, since=timedelta(minutes=10))
    database.close()


async def _broadcast(service: Service, file: Path, size: Size) -> float:
    """Boards become due in all those groups; from when on they were made. The next tick is at most 15 s away."""
    groups = set(audience.chat_ids(size.groups))
    await asyncio.to_thread(_make_due, file)
    await service.until(lambda: len(_reached(service, groups)) == size.groups, patience=180)
    return min(_reached(service, groups).values()) - _MAKING


def _reached(service: Service, groups: set[int]) -> dict[int, float]:
    return {answer.chat: answer.at for answer in service.answers if answer.chat in groups}


def _make_due(file: Path) -> None:
    now = datetime.now(UTC)
    database = Database(f"sqlite:///{file}")
    with database.write() as db:
        for team in teams.active(db):
            if team.weekly_at is not None:
                teams.save(db, replace(team, daily_at=now.hour * 60 + now.minute))
    database.close()
