"""The real process, killed with -9 again and again while sellers report: nothing is lost and nothing counts twice."""

import asyncio
import random
from collections import Counter
from pathlib import Path

from bot.demo.telegram import Person
from kpi.entry import Measure
from storage.tables import entry_line
from tests.journeys.process import Stage, kill, staged, team_of, terminate

SELLERS, MESSAGES, KILLS = 30, 300, 15
_PATIENCE = 180  # seconds in which the whole must be over


async def test_fifteen_kills_during_300_messages_lose_and_double_nothing(tmp_path: Path) -> None:
    async with staged(tmp_path) as stage, asyncio.timeout(_PATIENCE):
        stage.telegram.flood.on = False
        chance = random.Random(20260608)
        group, sellers = team_of(stage, SELLERS)
        written: Counter[int] = Counter()
        for life in range(KILLS + 1):
            process = await stage.start(LOG_LEVEL="ERROR")
            for _ in range(min(MESSAGES // KILLS, MESSAGES - written.total())):
                seller = chance.choice(sellers)
                cents = 10000 + written.total()
                place = group if chance.random() < 0.5 else seller
                stage.telegram.write(seller, place, f"/sale 1 {cents / 100}")
                written[cents] += 1
            if life < KILLS:
                await stage.until_requests(stage.requests + chance.randint(2, 14))
                await kill(process)
        await stage.until_acknowledged()
        assert await terminate(process) == 0
        assert written.total() == MESSAGES
        assert booked(stage) == written
        assert [text for seller in sellers for text in said_twice(stage, seller)] == []


def booked(stage: Stage) -> Counter[int]:
    """The amounts in the books, in cents, with how often each stands there."""
    with stage.database.read() as db:
        in_force = (entry_line.c.measure == Measure.GROSS, entry_line.c.voided_at.is_(None))
        return Counter(line.value for line in db.execute(entry_line.select().where(*in_force)))


def said_twice(stage: Stage, seller: Person) -> list[str]:
    """The cards that a seller got more than once."""
    cards = Counter(m.text for m in stage.telegram.messages(seller) if m.sender is None and "#" in m.text)
    return [text for text, times in cards.items() if times > 1]
