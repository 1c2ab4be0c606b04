"""Work that takes long is done in a process of its own: in the loop, or in a thread, it would hold up every team."""

import asyncio
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing.connection import wait
from multiprocessing.process import BaseProcess
from typing import ParamSpec, TypeVar

_NICENESS = 10  # a picture may take longer, an answer to a report may not

P = ParamSpec("P")
T = TypeVar("T")


class Worker:
    """Does one thing at a time, each within `patience` seconds. The process starts with the first one.

    After `tasks` of them it is replaced, and what they left behind in memory with it.
    """

    def __init__(self, patience: float, tasks: int) -> None:
        self._patience, self._tasks = patience, tasks
        self._pool: ProcessPoolExecutor | None = None

    async def do(self, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """What `work` returns there. `TimeoutError` when it takes too long; the next one gets a new process."""
        if self._pool is None:
            self._pool = ProcessPoolExecutor(
                1,
                mp_context=multiprocessing.get_context("spawn"),
                initializer=_start,
                max_tasks_per_child=self._tasks,
            )
        try:
            async with asyncio.timeout(self._patience):
                return await asyncio.wrap_future(self._pool.submit(work, *args, **kwargs))
        except BaseException:
            self.close()
            raise

    @property
    def processes(self) -> list[BaseProcess]:
        """The process, when there is one; while it is replaced the next one too."""
        return list((self._pool._processes or {}).values()) if self._pool else []  # noqa: SLF001 - a pool does not tell

    def close(self) -> None:
        """Ends the process without waiting for what it does."""
        processes, pool = self.processes, self._pool
        self._pool = None
        if pool is not None:
            pool.shutdown(wait=False, cancel_futures=True)
        for process in processes:
            process.terminate()


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
