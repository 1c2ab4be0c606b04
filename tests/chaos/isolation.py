"""R13: everything that somebody of one team can say or press, tried on another team's books."""

import asyncio
from pathlib import Path

from tests.chaos.goals import Found, Run
from tests.journeys.test_isolation import ROLES, tried, two_sides


def others(run: Run) -> list[Found]:
    """R13; a quick run takes one of the roles."""
    chosen = ROLES if run.long else [run.chance("R13").choice(ROLES)]
    shown = changed = requests = 0
    for number, (role, private) in enumerate(chosen):
        seen, tables, tries = asyncio.run(_tried(run.within(f"{number}"), role, private=private))
        shown, changed, requests = shown + seen, changed + tables, requests + tries
    return [Found("others-shown", shown, requests), Found("others-changed", changed, requests)]


async def _tried(folder: Path, role: str, *, private: bool) -> tuple[int, int, int]:
    """What was shown, the tables that changed, and how many updates it took."""
    async with two_sides(folder) as (ours, theirs):
        before = ours.world.telegram.updates.last_id
        seen, tables = await tried(ours, theirs, role, private=private)
        return len(seen), len(tables), ours.world.telegram.updates.last_id - before
