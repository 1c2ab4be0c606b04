"""The weekly chart: the first one of a process, the next ones, and what 300 leave in memory.

Runs as a process of its own (`python -m tests.bench.drawing COUNT`), as the chart worker does.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

from bot.drawing import drawn
from bot.render import render
from bot.weekly import weekly_message
from kpi.period import Grain, period_of
from storage import teams
from storage.database import Database
from tests.bench import crowd
from tests.bench.process import ROOT, resident
from tests.bench.rows import Measured

_FIRST = 20  # charts after which growth counts: everything is loaded


def figures(count: int) -> list[Measured]:
    """Measured over `count` charts in a new process."""
    told = subprocess.run(
        [sys.executable, "-m", "tests.bench.drawing", str(count)], cwd=ROOT, check=True, capture_output=True
    ).stdout
    cold, warm, growth = json.loads(told)
    return [
        Measured("chart-cold", cold),
        Measured("chart-warm", warm),
        Measured("chart-growth", growth, count),
    ]


def spec(folder: Path) -> object:
    """The chart of a real team of ten with a week of sales, as it leaves the outbox."""
    now = datetime(2026, 6, 15, 9, 5, tzinfo=UTC)
    crowd.settle(folder / "charts.db", now)
    database = Database(f"sqlite:///{folder / 'charts.db'}")
    with database.read() as db:
        week = period_of(Grain.WEEK, now.date().replace(day=8))
        message = weekly_message(db, teams.active(db)[0], week, late=False)
    database.close()
    return render(message, "en").chart


def main(count: int) -> None:
    """Draws, and writes three figures as JSON: two in milliseconds, one in megabytes."""
    with tempfile.TemporaryDirectory() as folder:
        chart = spec(Path(folder))
    times, sizes = [], []
    for _ in range(count + 1):
        begun = time.perf_counter()
        drawn(chart)
        times.append((time.perf_counter() - begun) * 1000)
        sizes.append(resident(os.getpid()))
    growth = sizes[-1] - sizes[min(_FIRST, count)]
    sys.stdout.write(json.dumps([times[0], median(times[1:]), growth]))


if __name__ == "__main__":
    main(int(sys.argv[1]))
