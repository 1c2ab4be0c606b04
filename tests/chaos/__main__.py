"""`python -m tests.chaos [--long] [--seed N] [--only R1,R5] [--write]`: tries bad days, and prints goal and figure."""

import argparse
import logging
import multiprocessing
import sys
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, datetime
from itertools import repeat

from tests.bench.readme import this_machine
from tests.bench.table import table
from tests.chaos import page
from tests.chaos.goals import Found, missed
from tests.chaos.scenarios import ALONE, SCENARIOS, tried

_LANES = 2


def main() -> int:
    """Runs what was asked for; 1 when a goal was missed."""
    parser = argparse.ArgumentParser(prog="python -m tests.chaos", description=__doc__)
    parser.add_argument("--long", action="store_true", help="the full figures; times and memory fail it too")
    parser.add_argument("--seed", type=int, default=1, help="another one kills at other moments")
    parser.add_argument("--only", type=_names, default=list(SCENARIOS), help="some of R1 to R17, with commas between")
    parser.add_argument("--write", action="store_true", help="put the table into the documents; of a whole run only")
    options = parser.parse_args()
    if options.write and len(options.only) < len(SCENARIOS):
        parser.error("the documents tell of a whole run")
    found = _found(options.only, options.seed, long=options.long)
    sys.stdout.write(table(one.figure("en") for one in found) + "\n")
    if options.write:
        command = "chaos-long" if options.long else "chaos"
        page.write(found, this_machine(), datetime.now(UTC).date(), command, options.seed)
    return int(bool(missed(found, long=options.long)))


def _names(text: str) -> list[str]:
    names = text.upper().split(",")
    if unknown := set(names) - SCENARIOS.keys():
        raise argparse.ArgumentTypeError(f"no scenario {', '.join(sorted(unknown))}; there are {', '.join(SCENARIOS)}")
    return names


def _found(names: Sequence[str], seed: int, *, long: bool) -> list[Found]:
    """Two at once, each in a process of its own; then those that measure how fast something is, one after the other."""
    together = [name for name in names if name not in ALONE]
    alone = [name for name in names if name in ALONE]
    found: list[Found] = []
    for lanes, some in ((_LANES, together), (1, alone)):
        context = multiprocessing.get_context("spawn")
        with ProcessPoolExecutor(lanes, context, logging.disable, max_tasks_per_child=1) as pool:
            for one in pool.map(tried, some, repeat(seed), repeat(long)):
                found += one
    return found


if __name__ == "__main__":
    sys.exit(main())
