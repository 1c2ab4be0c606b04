"""The process that draws: it stands back for whoever waits for an answer, and keeps nothing of what it drew."""

import gc
import os
import sys

import pytest
from matplotlib.figure import Figure

from bot.drawing import ChartWorker, drawn
from tests.kpi.charts.given import some

PNG = b"\x89PNG"


def figures() -> int:
    return sum(isinstance(found, Figure) for found in gc.get_objects())


def test_nothing_of_a_chart_is_left_in_memory() -> None:
    gc.collect()
    before = figures()
    try:
        assert drawn(some(3)).startswith(PNG)
        assert gc.get_freeze_count() > 0
    finally:
        gc.unfreeze()
    assert figures() == before


def test_nothing_is_left_of_one_that_cannot_be_drawn_either() -> None:
    try:
        with pytest.raises(TypeError):
            drawn("no chart")
        assert gc.get_freeze_count() > 0
    finally:
        gc.unfreeze()


@pytest.mark.skipif(sys.platform == "win32", reason="priorities are others there")
async def test_the_worker_stands_back_for_the_bot() -> None:
    worker = ChartWorker()
    try:
        assert (await worker.draw(some(3))).startswith(PNG)
        (process,) = worker.worker.processes
        assert process.pid is not None
        assert os.getpriority(os.PRIO_PROCESS, process.pid) > os.getpriority(os.PRIO_PROCESS, 0)
    finally:
        worker.close()
