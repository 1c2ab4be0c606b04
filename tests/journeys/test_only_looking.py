"""Whatever somebody who may only look writes: every example of every command, and the books stay as they are."""

import re
import sqlite3

from handlers import CAPABILITIES
from tests.journeys.conftest import Crew
from tests.journeys.test_boss_report import viewer
from tests.journeys.test_reporting import told
from tests.journeys.test_scheduled import sales_of_a_day
from tests.journeys.world import World

UNTOUCHED = {
    "outbox", "slot", "update_key", "question", "chat", "person", "open_report", "feedback", "sqlite_sequence",
}  # fmt: skip
"""What a conversation leaves, whoever it is with: messages, open questions, the language and the team that is meant,
and a word to the leads, which everybody may send."""


def books(world: World) -> dict[str, list[tuple[object, ...]]]:
    """Every row that is more than conversation."""
    assert world.service.database is not None
    with sqlite3.connect(world.service.database) as db:
        tables = [name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        found = {name: list(db.execute(f'SELECT * FROM "{name}"')) for name in tables if name not in UNTOUCHED}  # noqa: S608
    db.close()
    return found


OWN = {"demo", "morning"}  # a team to try things in, and whether one is told in the morning: nobody else's business
WRITTEN = sorted(
    {
        line
        for part in CAPABILITIES
        for command in part.commands
        if command.name not in OWN
        for _, lines in command.examples
        for line in lines
    }
)


async def test_req_93_who_only_looks_cannot_write_whatever_they_write(world: World, crew: Crew) -> None:
    """Every example of every command, in private and in the group, is answered politely and leaves the books alone."""
    await sales_of_a_day(world, crew)
    await viewer(world, crew)
    before, wrote = books(world), dict[str, set[str]]()
    for line in WRITTEN:
        answered = await world.say(crew.lili, crew.lili, line)
        assert answered, line
        assert not re.search(crew.say("出了点问题", "went wrong"), told(answered)), line
        await world.say(crew.lili, crew.lili, "/cancel")
        await world.say(crew.lili, crew.group, line)
        now = books(world)
        wrote |= {line: changed} if (changed := {name for name in now if now[name] != before[name]}) else {}
        before = now
    assert wrote == {}
