"""From the start of the process to its first poll, and the memory that it takes when it has answered once."""

import asyncio
import shutil
import time
from pathlib import Path
from statistics import median

from tests.bench import crowd
from tests.bench.process import ours
from tests.bench.rows import Measured
from tests.bench.service import Service

_SETTLED = 1.0  # seconds in which what is loaded late is loaded


async def figures(folder: Path, rounds: int) -> list[Measured]:
    """Medians of `rounds` starts on a database that is in use."""
    found = [await _start(folder, number) for number in range(rounds)]
    return [
        Measured("start", median(seconds for seconds, _ in found)),
        Measured("start-memory", median(size for _, size in found)),
    ]


async def _start(folder: Path, number: int) -> tuple[float, float]:
    """Seconds of one start, and megabytes after a report."""
    file = Path(shutil.copy(folder / "settled.db", folder / f"start-{number}.db"))
    service = Service()
    address = await service.start()
    begun = time.perf_counter()
    async with ours(address, file) as bot:
        await service.until(lambda: service.polled)
        took = time.perf_counter() - begun
        service.put(crowd.sales(1, 1))
        await service.until(lambda: len(service.answers) > 0)
        await asyncio.sleep(_SETTLED)
        memory = bot.resident
    service.stop()
    return took, memory
