"""Charts are drawn in a process of their own: in the loop one would hold up every team for a quarter second."""

import gc

from bot.worker import Worker
from kpi.charts import draw

_PATIENCE = 20.0  # seconds; the first chart of a worker waits for matplotlib's import
_CHARTS_PER_WORKER = 200


class ChartWorker:
    """Draws one chart at a time. The process starts with the first one, and stays."""

    def __init__(self) -> None:
        self.worker = Worker(_PATIENCE, _CHARTS_PER_WORKER)

    async def draw(self, spec: object) -> bytes:
        """The chart as PNG. `TimeoutError` when it takes too long; the next one gets a new process."""
        return await self.worker.do(drawn, spec)

    def close(self) -> None:
        """Ends the process without waiting for what it draws."""
        self.worker.close()


def drawn(spec: object) -> bytes:
    """The chart as the worker draws it: nothing of it stays in memory.

    Its figure is full of cycles, and left alone 12 MB of such are there before they are collected. What outlives a
    chart is not looked through again, so that this takes 1 ms and not 80.
    """
    try:
        return draw(spec)
    finally:
        gc.collect()
        gc.freeze()
