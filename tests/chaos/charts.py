"""R15: thousands of charts: how long one takes, what they leave in memory, and whether the loop goes on meanwhile."""

import asyncio
import time

from bot.drawing import ChartWorker
from bot.worker import Worker
from tests.bench.drawing import spec
from tests.bench.process import resident
from tests.bench.table import percentile
from tests.chaos.goals import Found, Run

_FIRST = 20  # charts after which growth counts: everything is loaded
_BEAT = 0.01  # seconds


def drawn(run: Run) -> list[Found]:
    """R15."""
    return asyncio.run(_drawn(spec(run.folder), run.size(30, 5000)))


async def _drawn(chart: object, number: int) -> list[Found]:
    worker, lags, times, sizes = ChartWorker(), list[float](), list[float](), list[float]()
    failed = 0
    await worker.draw(chart)  # starts the process
    beating = asyncio.create_task(_beat(lags))
    for _ in range(number):
        begun = time.perf_counter()
        failed += not (await worker.draw(chart)).startswith(b"\x89PNG")
        times.append(time.perf_counter() - begun)
        if (memory := _memory(worker.worker)) is not None:
            sizes.append(memory)
    beating.cancel()
    worker.close()
    return [
        Found("charts-failed", failed, number),
        Found("charts-growth", max(sizes[_FIRST:]) - sizes[_FIRST], number),
        Found("charts-slow", percentile(times, 0.95) * 1000, number),
        Found("charts-lag", percentile(lags, 0.99) * 1000, number),
    ]


def _memory(worker: Worker) -> float | None:
    """Megabytes of the process that draws; None between two of them."""
    for process in worker.processes:
        try:
            return resident(process.pid or 0)
        except (OSError, StopIteration):
            continue
    return None


async def _beat(lags: list[float]) -> None:
    """Notes how much later than asked for the loop comes round."""
    while True:
        begun = time.perf_counter()
        await asyncio.sleep(_BEAT)
        lags.append(time.perf_counter() - begun - _BEAT)
