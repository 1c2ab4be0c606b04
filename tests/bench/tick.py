"""What a tick takes over very many teams: with nothing due, and with a board due in each."""

import asyncio
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median

from bot.ticker import Ticker
from storage import outbox
from storage.connection import Connection
from storage.database import Database
from tests.bench import audience
from tests.bench.rows import Measured

_DUE = datetime(2026, 6, 10, 21, 30, tzinfo=UTC)  # a Wednesday, when the boards of all teams are due
_LOOKS = 3
_LONG_ENOUGH = 20.0  # seconds for boards to be made in; they need not all be


class _Timed(Database):
    """Knows for how many seconds nobody else could write, at the longest."""

    held = 0.0

    @contextmanager
    def write(self) -> Iterator[Connection]:
        begun = time.perf_counter()
        with super().write() as db:
            yield db
        self.held = max(self.held, time.perf_counter() - begun)


@dataclass(slots=True)
class _Clock:
    now: datetime

    def __call__(self) -> datetime:
        return self.now


def figures(folder: Path, sizes: tuple[int, ...]) -> list[Measured]:
    """For each number of teams."""
    return [figure for size in sizes for figure in asyncio.run(_of(folder / f"{size}.db", size))]


async def _of(file: Path, size: int) -> list[Measured]:
    database = _Timed(f"sqlite:///{file}")
    database.migrate()
    with database.write() as db:
        audience.settle(db, size, _DUE, since=timedelta(days=60))
    clock = _Clock(_DUE - timedelta(minutes=1))
    ticker = Ticker(database, clock, time.monotonic, lambda: None)
    first, *later = [await _seconds(ticker, clock) for _ in range(1 + _LOOKS)]
    clock.now, database.held = _DUE, 0.0
    took = await _seconds(ticker, clock)
    with database.read() as db:
        made = outbox.waiting_count(db)
    database.close()
    return [
        Measured("tick", median(later) * 1000, size),
        Measured("tick-first", first * 1000, size),
        Measured("tick-made", made / took, size),
        Measured("tick-held", database.held * 1000, size),
    ]


async def _seconds(ticker: Ticker, clock: _Clock) -> float:
    """What one tick takes, or the time after which it is cut short. The next one comes 15 seconds later."""
    begun = time.perf_counter()
    try:
        async with asyncio.timeout(_LONG_ENOUGH):
            await ticker.tick()
    except TimeoutError:
        pass
    clock.now += timedelta(seconds=15)
    return time.perf_counter() - begun
