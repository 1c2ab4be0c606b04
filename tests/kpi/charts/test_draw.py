"""Drawing from outside: in a process of its own, of values that were sent there."""

import multiprocessing
import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor

import pytest

from kpi.charts import draw
from tests.kpi.charts.given import some


def test_a_worker_process_draws_what_it_is_sent() -> None:
    chart = some(2)
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
        drawn = pool.submit(draw, chart).result()

    assert drawn == draw(chart)


@pytest.mark.parametrize("spec", [None, "chart", {"kind": "weekly"}])
def test_what_is_no_chart_is_refused(spec: object) -> None:
    with pytest.raises(TypeError, match="is no chart"):
        draw(spec)


def test_the_drawing_library_is_not_imported_before_something_is_drawn() -> None:
    check = "import sys, kpi.charts, kpi.charts.spec; sys.exit('matplotlib' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", check], check=False).returncode == 0
