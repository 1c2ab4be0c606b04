"""What a tick takes over very many teams: with nothing due, and with a board due in each."""

import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median

from bot.tick import make_due
from storage.database import Database
from tests.bench import audience
from tests.bench.table import Figure, Unit, at_most

_DUE = datetime(2026, 6, 10, 21, 30, tzinfo=UTC)  # a Wednesday, when the boards of all teams are due
_LOOKS = 3
_AIM = {1_000: at_most(20)}  # milliseconds, nothing due


def figures(folder: Path, sizes: tuple[int, ...]) -> list[Figure]:
    """For each number of teams."""
    return [figure for size in sizes for figure in _of(folder / f"{size}.db", size)]


def _of(file: Path, size: int) -> Iterator[Figure]:
    database = Database(f"sqlite:///{file}")
    database.migrate()
    with database.write() as db:
        audience.settle(db, size, _DUE, since=timedelta(days=60))
    looks = [_look(database, _DUE - timedelta(seconds=1)) for _ in range(_LOOKS)]
    making = []
    while (took := _look(database, _DUE))[0]:
        making.append(took)
    database.close()
    made, seconds = sum(count for count, _ in making), sum(seconds for _, seconds in making)
    if any(count for count, _ in looks) or made != size:
        raise AssertionError(f"{made} boards of {size} teams")
    yield Figure(f"tick over {size:,} teams, nothing due", median(s for _, s in looks) * 1000, Unit.MS, _AIM.get(size))
    yield Figure("  a board due in each: all made", seconds, Unit.SECONDS)
    yield Figure("  longest time in which no report can be stored", max(s for _, s in making) * 1000, Unit.MS)


def _look(database: Database, now: datetime) -> tuple[int, float]:
    """One look: how many posts it made, and the seconds it took."""
    begun = time.perf_counter()
    with database.write() as db:
        made = make_due(db, now)
    return made, time.perf_counter() - begun
