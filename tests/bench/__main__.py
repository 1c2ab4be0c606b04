"""`python -m tests.bench [--quick] [--only NAME] [--write]`: measures, and prints one table."""

import argparse
import asyncio
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from tests.bench import answering, crowd, drawing, history, load, readme, sending, starting, tick
from tests.bench.process import OTHER_PYTHON, PLAIN_PYTHON
from tests.bench.rows import Measured
from tests.bench.table import table


@dataclass(frozen=True, slots=True)
class Size:
    """How much of everything is measured."""

    load: load.Size
    answering: answering.Size
    charts: int
    starts: int
    teams: tuple[int, ...]
    entries: tuple[int, ...]
    chats: int


FULL = Size(
    load=load.Size(reports=1_000, rounds=3, sending=4.0),
    answering=answering.Size(seconds=20.0, rounds=3, charts=50, groups=600),
    charts=300,
    starts=5,
    teams=(1_000, 10_000),
    entries=(1_000_000, 10_000_000),
    chats=10_000,
)
QUICK = Size(
    load=load.Size(reports=200, rounds=1, sending=2.0),
    answering=answering.Size(seconds=3.0, rounds=1, charts=5, groups=20),
    charts=30,
    starts=1,
    teams=(100,),
    entries=(20_000,),
    chats=200,
)

MEASUREMENTS: dict[str, Callable[[Path, Size], list[Measured]]] = {
    "load": lambda folder, size: asyncio.run(load.figures(folder, size.load)),
    "answering": lambda folder, size: asyncio.run(answering.figures(folder, size.answering)),
    "drawing": lambda _, size: drawing.figures(size.charts),
    "starting": lambda folder, size: asyncio.run(starting.figures(folder, size.starts)),
    "tick": lambda folder, size: tick.figures(folder, size.teams),
    "history": lambda folder, size: history.figures(folder, size.entries),
    "sending": lambda folder, size: sending.figures(folder, size.chats),
}


def main() -> int:
    """Measures what was asked for; 2 when the environments for it are missing."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="small sizes, to see that everything runs")
    parser.add_argument("--only", choices=MEASUREMENTS, action="append", help="one of them; may be repeated")
    parser.add_argument("--write", action="store_true", help="put the table into the READMEs; of a whole run only")
    options = parser.parse_args()
    if options.write and (options.quick or options.only):
        parser.error("the READMEs tell of a whole run")
    names: list[str] = options.only or list(MEASUREMENTS)
    if ("load" in names and not OTHER_PYTHON.exists()) or (options.write and not PLAIN_PYTHON.exists()):
        sys.stderr.write("What is measured is not installed: say `make bench`.\n")
        return 2
    figures = _figures(names, QUICK if options.quick else FULL)
    sys.stdout.write(table(found.figure("en") for found in figures) + "\n")
    if options.write:
        readme.write(figures, readme.this_machine(), datetime.now(UTC).date())
    return 0


def _figures(names: list[str], size: Size) -> list[Measured]:
    found: list[Measured] = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        crowd.settle(folder / "settled.db", datetime.now(UTC))
        for measurement in names:
            sys.stderr.write(f"measuring: {measurement}\n")
            found += MEASUREMENTS[measurement](folder, size)
    return found


if __name__ == "__main__":
    sys.exit(main())
