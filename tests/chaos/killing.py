"""R1 and R2: the real process, ended again and again while sellers report, with -9 or as an operator would."""

import asyncio
import time
from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path
from random import Random

from bot.demo.telegram import Person
from tests.chaos.books import amounts, disordered
from tests.chaos.goals import Found, Run
from tests.journeys.process import Stage, kill, staged, team_of, terminate

EACH = 10  # reports of a seller: of more than 20 a minute the bot would not take the rest
_LATENCY = 0.15  # seconds; Telegram far away
_LIFE = (2, 14)  # requests of a life, after those of its start
_PATIENCE = 600  # seconds in which the whole must be over

End = Callable[[asyncio.subprocess.Process], Awaitable[int | None]]


@dataclass(frozen=True, slots=True)
class Toll:
    """What many ends of the process have cost."""

    lost: int
    doubled: int
    disordered: int
    answered_twice: int
    wrong_codes: int
    slowest_end: float  # seconds


def killed(run: Run) -> list[Found]:
    """R1."""
    ends = run.size(15, 100)
    toll = asyncio.run(lives(run.folder, run.chance("R1"), ends, run.size(300, 2000), kill, latency=_latency(run)))
    return [
        Found("killed-lost", toll.lost, ends),
        Found("killed-doubled", toll.doubled, ends),
        Found("killed-disordered", toll.disordered, ends),
        Found("killed-answered-twice", toll.answered_twice, ends),
    ]


def asked_to_end(run: Run) -> list[Found]:
    """R2."""
    ends = run.size(4, 50)
    toll = asyncio.run(lives(run.folder, run.chance("R2"), ends, run.size(80, 1000), terminate, latency=_latency(run)))
    return [
        Found("ended-lost", toll.lost, ends),
        Found("ended-doubled", toll.doubled, ends),
        Found("ended-answered-twice", toll.answered_twice, ends),
        Found("ended-wrong-codes", toll.wrong_codes, ends),
        Found("ended-slowest", toll.slowest_end, ends),
    ]


def _latency(run: Run) -> float:
    return _LATENCY if run.long else 0.0


async def lives(folder: Path, chance: Random, ends: int, messages: int, end: End, *, latency: float) -> Toll:
    """So many messages over so many lives of the process and a last one that is let to finish."""
    async with staged(folder) as stage, asyncio.timeout(_PATIENCE):
        stage.telegram.flood.on = False
        stage.latency = latency
        group, sellers = team_of(stage, messages // EACH)
        written: dict[int, int] = {}
        codes, times = Counter[int | None](), [0.0]
        for life in range(ends + 1):
            process = await stage.start(LOG_LEVEL="ERROR")
            for _ in range(min(messages // ends, messages - len(written))):
                seller = chance.choice(sellers)
                cents = 10000 + len(written)
                place = group if chance.random() < 0.5 else seller
                stage.telegram.write(seller, place, f"/sale 1 {cents / 100}")
                written[cents] = seller.id
            if life < ends:
                await stage.until_requests(stage.requests + chance.randint(*_LIFE))
                begun = time.perf_counter()
                codes[await end(process)] += 1
                times.append(time.perf_counter() - begun)
        await stage.until_acknowledged()
        codes[await terminate(process)] += 1
        return _toll(stage, sellers, written, codes, max(times))


def _toll(
    stage: Stage, sellers: list[Person], written: dict[int, int], codes: Counter[int | None], slowest: float
) -> Toll:
    found = amounts(stage.database)
    times = Counter(found)
    return Toll(
        lost=len(written.keys() - times.keys()),
        doubled=sum(times.values()) - len(times),
        disordered=disordered(found, written),
        answered_twice=sum(said_twice(stage, seller) for seller in sellers),
        wrong_codes=sum(codes.values()) - codes[0],
        slowest_end=slowest,
    )


def said_twice(stage: Stage, seller: Person) -> int:
    """How many of a seller's cards came more than once."""
    cards = Counter(m.text for m in stage.telegram.messages(seller) if m.sender is None and "#" in m.text)
    return sum(times > 1 for times in cards.values())
