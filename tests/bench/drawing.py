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

from bot.render import render
from bot.weekly import weekly_message
from kpi.charts import draw
from kpi.period import Grain, period_of
from storage import teams
from storage.database import Database
from tests.bench import crowd
from tests.bench.process import ROOT, resident
from tests.bench.table import Figure, Unit, at_most

_SETTLED = 20  # charts after which caches are full and growth counts


def figures(count: int) -> list[Figure]:
    """Measured over `count` charts in a new process."""
    told = subprocess.run(
        [sys.executable, "-m", "tests.bench.drawing", str(count)], cwd=ROOT, check=True, capture_output=True
    ).stdout
    cold, warm, growth = json.loads(told)
    return [
        Figure("weekly chart, cold (matplotlib imported)", cold, Unit.MS),
        Figure("weekly chart, warm", warm, Unit.MS, at_most(75)),
        Figure(f"  memory growth over {count} charts", growth, Unit.MEGABYTES, at_most(10)),
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
    """Draws, and writes the three figures as JSON: milliseconds, milliseconds, megabytes."""
    with tempfile.TemporaryDirectory() as folder:
        chart = spec(Path(folder))
    times, settled = [], 0.0
    for number in range(count + 1):
        begun = time.perf_counter()
        draw(chart)
        times.append((time.perf_counter() - begun) * 1000)
        if number == min(_SETTLED, count // 2):
            settled = resident(os.getpid())
    sys.stdout.write(json.dumps([times[0], median(times[1:]), resident(os.getpid()) - settled]))


if __name__ == "__main__":
    main(int(sys.argv[1]))
