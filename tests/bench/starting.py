"""From the start of the process to its first poll, and the memory it takes then."""

import shutil
import time
from pathlib import Path
from statistics import median

from tests.bench.process import ours
from tests.bench.service import Service
from tests.bench.table import Figure, Unit, at_most


async def figures(folder: Path, rounds: int) -> list[Figure]:
    """Medians of `rounds` starts on a database that is in use."""
    found = [await _start(folder, number) for number in range(rounds)]
    return [
        Figure("start to the first poll", median(seconds for seconds, _ in found), Unit.SECONDS, at_most(0.7)),
        Figure(
            "  memory then, without the chart worker", median(size for _, size in found), Unit.MEGABYTES, at_most(90)
        ),
    ]


async def _start(folder: Path, number: int) -> tuple[float, float]:
    """Seconds and megabytes of one start."""
    file = Path(shutil.copy(folder / "settled.db", folder / f"start-{number}.db"))
    service = Service()
    address = await service.start()
    begun = time.perf_counter()
    async with ours(address, file) as bot:
        await service.until(lambda: service.polled)
        found = time.perf_counter() - begun, bot.resident
    service.stop()
    return found
