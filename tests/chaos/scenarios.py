"""All that is tried, by requirement."""

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from tests.chaos import (
    charts,
    copies,
    days,
    disk,
    inputs,
    isolation,
    killing,
    load,
    migrating,
    replicas,
    secrecy,
    trouble,
)
from tests.chaos.goals import Found, Run

Scenario = Callable[[Run], list[Found]]

SCENARIOS: dict[str, Scenario] = {
    "R1": killing.killed,
    "R2": killing.asked_to_end,
    "R3": days.posts,
    "R4": days.steps,
    "R5": trouble.faults,
    "R6": trouble.outages,
    "R7": replicas.replicas,
    "R8": disk.full,
    "R9": disk.damaged,
    "R10": copies.copied,
    "R11": migrating.killed,
    "R12": inputs.invented,
    "R13": isolation.others,
    "R14": secrecy.token,
    "R15": charts.drawn,
    "R16": load.loaded,
    "R17": load.started,
}

ALONE = frozenset({"R16", "R17"})  # measured with the machine to themselves


def tried(name: str, seed: int, long: bool) -> list[Found]:
    """What one of them finds in a folder of its own. How long it took goes to standard error."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        begun = time.perf_counter()
        found = SCENARIOS[name](Run(Path(folder), seed, long))
        sys.stderr.write(f"{name}: {time.perf_counter() - begun:.0f} s\n")
    return found
