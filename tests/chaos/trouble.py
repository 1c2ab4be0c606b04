"""R5 and R6: a Telegram in trouble, while messages are sent and while updates are asked for."""

import asyncio
import re
import time
from collections import Counter, deque
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

from bot.demo.faults import Fault
from bot.demo.telegram import Group, Person
from tests.bench import sending
from tests.chaos.books import amounts
from tests.chaos.goals import Found, Run
from tests.journeys.process import staged, team_of, terminate
from tests.journeys.world import World

_SHARE = 0.2  # of all requests meet a fault
_SENDING = (Fault.HANG, Fault.RESET, Fault.BAD_GATEWAY, Fault.BAD_JSON, Fault.TOO_MANY, Fault.REFUSED)
_BEGUN = datetime(2026, 6, 8, 2, 12, tzinfo=UTC)
_SELLERS = 20
_POLLING = (Fault.UNAUTHORIZED, Fault.NOT_FOUND, Fault.CONFLICT, Fault.BAD_GATEWAY, Fault.REFUSED, Fault.BAD_JSON)
_BACK = 60  # seconds
_LOOK = 0.05


def faults(run: Run) -> list[Found]:
    """R5."""
    found = asyncio.run(_through(World(run.folder, _BEGUN), run.chance("R5"), run.size(200, 2000)))
    chats = run.size(200, 2000)
    broadcast = {one.row: one.value for one in sending.figures(run.folder, chats)}
    return [*found, Found("broadcast-refused", broadcast["send-refused"], chats)]


async def _through(world: World, chance: Random, reports: int) -> list[Found]:
    """Reports in private and in groups, and boards in the evening, while every fifth request goes wrong."""
    await world.start()
    sellers, groups = await _people(world)
    world.telegram.faults.choose = lambda method: _fault(chance, method)
    begun = len(world.telegram.journal)
    written, asked_privately = range(10_000, 10_000 + reports), 0
    for place, cents in enumerate(written):
        seller, in_group = sellers[place % _SELLERS], chance.random() < _SHARE
        world.telegram.write(seller, groups[place % _SELLERS // 2] if in_group else seller, f"/sale 1 {cents / 100}")
        asked_privately += not in_group
        if place % _SELLERS == _SELLERS - 1:
            await world.settle()
            world.now += timedelta(seconds=20)
    evening = world.now.replace(hour=21, minute=30)
    await world.pass_time(evening + timedelta(minutes=1))
    requests = [(one.chat_id or 0, one.at) for one in world.telegram.journal[begun:] if one.method == "sendMessage"]
    in_books = amounts(world.database)
    world.database.close()
    chats: list[Person | Group] = [*sellers, *groups]
    cards = [Counter(_cards(world, chat)) for chat in chats]
    boards = [sum(chat == group.id and at >= evening for chat, at in requests) for group in groups]
    return [
        Found("faults-lost", len(set(written) - set(in_books)), reports),
        Found("faults-doubled", len(in_books) - len(set(in_books)), reports),
        Found("faults-unanswered", asked_privately - sum(len(card) for card in cards[: len(sellers)]), asked_privately),
        Found("faults-answered-twice", sum(times > 1 for card in cards for times in card.values()), reports),
        Found("faults-boards", sum(not 1 <= times <= 2 for times in boards), len(groups)),
        Found("faults-too-early", len(world.telegram.flood.too_early), reports),
        Found("faults-minute", max(_most(requests, group.id) for group in groups), reports),
    ]


def _cards(world: World, chat: Person | Group) -> list[str]:
    """The numbers of the reports that were answered in a chat, as often as they were."""
    texts = (message.text for message in world.said(chat))
    return [found[0] for text in texts if (found := re.search(r"#\d[\d,]*", text))]


def _most(requests: list[tuple[int, datetime]], chat: int) -> int:
    """The most messages to a chat in any minute."""
    recent, most = deque[datetime](), 0
    for at in (at for to, at in requests if to == chat):
        recent.append(at)
        while at - recent[0] >= timedelta(minutes=1):
            recent.popleft()
        most = max(most, len(recent))
    return most


async def _people(world: World) -> tuple[list[Person], list[Group]]:
    """Sellers that opened their private chats, in groups of two."""
    sellers = [world.telegram.person(f"Seller {number}", language="en") for number in range(_SELLERS)]
    groups = []
    for first in range(0, _SELLERS, 2):
        owner, other = sellers[first : first + 2]
        groups.append(group := world.telegram.group(f"Team {first}", owner=owner, members=[other]))
        world.telegram.add_bot(group, owner)
        await world.settle()
        for seller in (owner, other):
            await world.say(seller, seller, f"/start join_{len(groups)}")  # teams count from 1
    return sellers, groups


def _fault(chance: Random, method: str) -> Fault | None:
    """Of the requests that send; the others are R6's."""
    wrong = method in {"sendMessage", "editMessageText", "setMessageReaction"} and chance.random() < _SHARE
    return chance.choice(_SENDING) if wrong else None


def outages(run: Run) -> list[Found]:
    """R6."""
    return asyncio.run(_outages(run))


async def _outages(run: Run) -> list[Found]:
    """In a long run one for each fault, all at once; each on a bot of its own."""
    kinds = [_POLLING, *([fault] for fault in _POLLING)] if run.long else [_POLLING]
    ends = await asyncio.gather(
        *(
            _outage(run.folder / f"{number}", run.chance(f"R6:{number}"), kind, run.size(2, 60))
            for number, kind in enumerate(kinds)
        )
    )
    return [
        Found("outage-dead", sum(not end.alive for end in ends), len(ends)),
        Found("outage-lost", sum(end.lost for end in ends), len(ends)),
        Found("outage-back", max(end.back for end in ends), len(ends)),
    ]


@dataclass(frozen=True, slots=True)
class _End:
    """How an outage ended: the process alive, reports lost, and seconds until it received again."""

    alive: bool
    lost: int
    back: float


async def _outage(folder: Path, chance: Random, kinds: Sequence[Fault], seconds: float) -> _End:
    async with staged(folder) as stage, asyncio.timeout(seconds + 2 * _BACK):
        group, sellers = team_of(stage, 3)
        process = await stage.start(LOG_LEVEL="ERROR")
        await stage.until_acknowledged()
        stage.telegram.faults.choose = lambda _: chance.choice(kinds)
        written = range(10_000, 10_030)
        for number, cents in enumerate(written):
            stage.telegram.write(sellers[number % 3], group, f"/sale 1 {cents / 100}")
            await asyncio.sleep(seconds / len(written))
        stage.telegram.faults.clear()
        begun = time.perf_counter()
        while stage.telegram.updates.waiting:  # noqa: ASYNC110 - nobody tells
            await asyncio.sleep(_LOOK)
        back = time.perf_counter() - begun
        alive = process.returncode is None and await terminate(process) == 0
        return _End(alive, len(set(written) - set(amounts(stage.database))), back)
