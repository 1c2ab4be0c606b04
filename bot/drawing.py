"""Charts are drawn in a process of their own: in the loop one would hold up every team for a quarter second."""

import asyncio
import gc
import multiprocessing
import os
import signal
import sys
import threading
from concurrent.futures import ProcessPoolExecutor
from multiprocessing.connection import wait

from kpi.charts import draw

_PATIENCE = 20.0  # seconds; the first chart of a worker waits for matplotlib's import
_CHARTS_PER_WORKER = 200  # then it is replaced, and what it leaked with it
_NICENESS = 10  # a chart may take longer, an answer to a report may not


class ChartWorker:
    """Draws one chart at a time. The process starts with the first one."""

    def __init__(self) -> None:
        self._pool: ProcessPoolExecutor | None = None

    async def draw(self, spec: object) -> bytes:
        """The chart as PNG. `TimeoutError` when it takes too long; the next one gets a new process."""
        if self._pool is None:
            self._pool = ProcessPoolExecutor(
                1,
                mp_context=multiprocessing.get_context("spawn"),
                initializer=_start,
                max_tasks_per_child=_CHARTS_PER_WORKER,
            )
        try:
            async with asyncio.timeout(_PATIENCE):
                return await asyncio.get_running_loop().run_in_executor(self._pool, drawn, spec)
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Ends the process without waiting for what it draws."""
        pool, self._pool = self._pool, None
        if pool is None:
            return
        processes = list((pool._processes or {}).values())  # noqa: SLF001 - the pool has no way to end a stuck one
        pool.shutdown(wait=False, cancel_futures=True)
        for process in processes:
            process.terminate()


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


def _start() -> None:
    """In the worker: an interrupt is the parent's to handle, and a parent that is killed takes the worker along."""
    if sys.platform != "win32":
        os.nice(_NICENESS)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_follow_parent, daemon=True).start()


def _follow_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)
