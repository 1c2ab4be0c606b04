"""R3 and R4: two months of posts in six zones while the clocks change, the process dies, and the clock is set."""

import asyncio
import time as clocks
from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from enum import Enum
from pathlib import Path
from random import Random
from unittest.mock import patch
from zoneinfo import ZoneInfo

from apscheduler.schedulers import base as scheduling
from sqlalchemy import select

from bot import ticker as ticking
from bot.demo.telegram import Group, Person
from bot.ticker import Ticker
from kpi.ids import TelegramId
from kpi.schedule import State
from storage import chats, teams
from storage import tables as t
from storage.database import Database
from tests.chaos.goals import Found, Run
from tests.conftest import migrated
from tests.journeys.world import World

_ZONES = (
    "Asia/Shanghai",
    "Europe/Berlin",
    "America/New_York",
    "Australia/Sydney",
    "Africa/Cairo",
    "America/Santiago",
)
_TIMES = (30, 2 * 60 + 30, 21 * 60 + 30)  # half past midnight and half past two are where the clocks leap
_FIRST, _LAST = datetime(2026, 3, 1, 1, tzinfo=UTC), datetime(2026, 4, 30, 1, tzinfo=UTC)
_AROUND = datetime(2026, 3, 27, 1, tzinfo=UTC), datetime(2026, 4, 6, 1, tzinfo=UTC)  # Berlin forward, Sydney back
_TICK = 15  # seconds
_STEPS = (timedelta(hours=-2), timedelta(days=-1), timedelta(hours=1), timedelta(days=3))
_SLEEP = timedelta(hours=8)  # of a computer that was shut
_ALIVE = 30.0  # seconds for the tick to come back
_HURRY = 30  # how much faster the watchdog's clock runs


class Crash(Enum):
    """When the process dies, seen from a post that is due."""

    BEFORE = "the process is down when the post is due"
    MADE = "the post is made and not sent"
    SENT = "it is sent, and nobody has written that down"
    NONE = "not at all"


@dataclass
class Club:
    """A team that gets one kind of post, and when; `slots` go on beyond the last that count."""

    group: Group
    slots: list[datetime]
    last: datetime
    came: Counter[datetime] = field(default_factory=Counter)
    unwritten: set[datetime] = field(default_factory=set)  # sent just before a crash

    @property
    def due(self) -> list[datetime]:
        return [at for at in self.slots if at <= self.last]

    def slot_of(self, at: datetime) -> datetime:
        """The instant at which what came `at` was due: the last one before."""
        return max(due for due in self.slots if due <= at)


def posts(run: Run) -> list[Found]:
    """R3."""
    first, last = (_FIRST, _LAST) if run.long else _AROUND
    return asyncio.run(_Months(World(run.folder, first), run.chance("R3"), last).live())


class _Months:
    """Goes from one due instant to the next; at each the process may die, once for each post at least."""

    def __init__(self, world: World, chance: Random, last: datetime) -> None:
        self._world = world
        self._chance = chance
        self._last = last
        self._up_since = world.now
        self._crashes = 0
        self._latest = timedelta(0)

    async def live(self) -> list[Found]:
        await self._world.start()
        clubs = await _found_clubs(self._world, self._last)
        read = len(self._world.telegram.journal)
        for due in sorted({at for club in clubs for at in club.due}):
            await self._pass(due, clubs, self._chance.choice(list(Crash)))
            read = self._read(clubs, read)
        self._world.now = max(self._world.now, self._last) + timedelta(minutes=1)
        await self._world.tick()
        self._read(clubs, read)
        self._world.database.close()
        return self._figures(clubs)

    def _figures(self, clubs: list[Club]) -> list[Found]:
        expected = [(club, due) for club in clubs for due in club.due]
        twice = [(club, due) for club, due in expected if club.came[due] > 1]
        outside = [1 for club, due in twice if due not in club.unwritten]
        inside = [1 for club, due in twice if due in club.unwritten and club.came[due] > 2]
        return [
            Found("posts-missed", sum(club.came[due] == 0 for club, due in expected), len(expected)),
            Found("posts-twice", len(outside), len(expected)),
            Found("posts-thrice", len(inside), self._crashes),
            Found("posts-late", self._latest.total_seconds(), len(expected)),
        ]

    async def _pass(self, due: datetime, clubs: list[Club], crash: Crash) -> None:
        world = self._world
        world.now = max(world.now, due + timedelta(seconds=self._chance.uniform(0, _TICK)))
        self._crashes += crash is not Crash.NONE
        match crash:
            case Crash.NONE:
                await world.tick()
                return
            case Crash.BEFORE:
                world.now += timedelta(minutes=self._chance.uniform(1, 120))
            case Crash.MADE:
                await world.ticker.tick()
            case Crash.SENT:
                await world.ticker.tick()
                before = len(world.telegram.journal)
                await world.sender.round()
                await world.sender.settle()
                self._note_unwritten(clubs, before)
        self._up_since = world.now
        await world.start()
        await world.tick()

    def _note_unwritten(self, clubs: list[Club], before: int) -> None:
        for delivered in self._world.telegram.journal[before:]:
            for club in clubs:
                if delivered.chat_id == club.group.id:
                    club.unwritten.add(club.slot_of(delivered.at))

    def _read(self, clubs: list[Club], since: int) -> int:
        """Puts what was said since down to the instant at which it was due."""
        by_chat = {club.group.id: club for club in clubs}
        journal = self._world.telegram.journal
        for delivered in journal[since:]:
            club = by_chat.get(delivered.chat_id or 0)
            if club is not None and delivered.method in {"sendMessage", "sendPhoto"}:
                due = club.slot_of(delivered.at)
                club.came[due] += 1
                if club.came[due] == 1:
                    self._latest = max(self._latest, delivered.at - max(due, self._up_since))
        return len(journal)


async def _found_clubs(world: World, last: datetime) -> list[Club]:
    """For each zone a team for each time of the day's board, and one for the week's; each gets nothing else."""
    lead = world.telegram.person("Lead", language="en")
    kinds = [*((minutes, False) for minutes in _TIMES), (_TIMES[0], True)]
    wanted = [(zone, minutes, weekly) for zone in _ZONES for minutes, weekly in kinds]
    return [await _club(world, lead, zone, minutes, last, weekly=weekly) for zone, minutes, weekly in wanted]


async def _club(world: World, lead: Person, zone: str, minutes: int, last: datetime, *, weekly: bool) -> Club:
    group = world.telegram.group(f"{zone} {minutes}", owner=lead)
    world.telegram.add_bot(group, lead)
    await world.settle()
    with world.database.write() as db:
        chat = chats.chat_of(db, TelegramId(group.id))
        team = teams.of_chat(db, chat.id) if chat else None
        assert team is not None
        daily_at, weekly_at = (None, minutes) if weekly else (minutes, None)
        kept = replace(team, zone=zone, monthly=False, scheduled_since=world.now)
        teams.save(db, replace(kept, daily_at=daily_at, weekly_at=weekly_at))
    until = last + max(_STEPS) + _SLEEP
    return Club(group, _instants(ZoneInfo(zone), minutes, world.now, until, weekly=weekly), last)


def _instants(zone: ZoneInfo, minutes: int, after: datetime, last: datetime, *, weekly: bool) -> list[datetime]:
    """When the post is due: at that time of each date (each Monday) of the zone, of a time shown twice the first."""
    start, found = after.date() - timedelta(days=2), []
    for ahead in range((last - after).days + 5):
        day: date = start + timedelta(days=ahead)
        at = datetime.combine(day, time(minutes // 60, minutes % 60), zone).astimezone(UTC)
        if after < at <= last and (not weekly or day.weekday() == 0):
            found.append(at)
    return found


def steps(run: Run) -> list[Found]:
    """R4."""
    found = asyncio.run(_stepped(World(run.folder, _AROUND[0]), run))
    tried = _STEPS if run.long else _STEPS[1:2]
    silent = sum(not asyncio.run(_ticks_after(run.folder / f"{number}.db", step)) for number, step in enumerate(tried))
    return [*found, Found("step-silent", silent, len(tried))]


async def _stepped(world: World, run: Run) -> list[Found]:
    """Every post has its row by the end, and what was posted was posted once, wherever the clock went."""
    chance, last = run.chance("R4"), _FIRST.replace(month=4, day=run.size(12, 30))
    await world.start()
    clubs = await _found_clubs(world, last)
    begun, count = len(world.telegram.journal), 0
    while world.now < last:
        step = chance.choice([*_STEPS, _SLEEP, timedelta(minutes=chance.uniform(1, 600))])
        world.now = max(_AROUND[0], world.now + step)
        count += 1
        for _ in range(3):
            await world.tick()
            world.now += timedelta(seconds=_TICK)
    made, recorded = _made(world)
    posted = Counter(
        one.chat_id for one in world.telegram.journal[begun:] if one.method in {"sendMessage", "sendPhoto"}
    )
    world.database.close()
    return [
        Found("step-missed", sum(len(set(club.due) - recorded[club.group.id]) for club in clubs), count),
        Found("step-twice", sum(abs(posted[club.group.id] - _sent(made[club.group.id])) for club in clubs), count),
    ]


def _made(world: World) -> tuple[dict[int, Counter[str]], dict[int, set[datetime]]]:
    """Of each group's boards on record: how many there are by state, and when they were due."""
    states, due = defaultdict[int, Counter[str]](Counter), defaultdict[int, set[datetime]](set)
    with world.database.read() as db:
        rows = select(t.chat.c.telegram_id, t.post.c.state, t.post.c.due_at).join_from(t.post, t.team).join(t.chat)
        for chat, state, at in db.execute(rows.where(t.post.c.kind.in_(["daily", "weekly"]))):
            states[chat][state] += 1
            due[chat].add(at)
    return states, due


def _sent(states: Counter[str]) -> int:
    return states[State.ON_TIME.value] + states[State.LATE.value]


async def _ticks_after(file: Path, step: timedelta) -> bool:
    """Whether the real loop still ticks when the machine's clock has moved by `step`, as the scheduler reads it."""
    database = migrated(f"sqlite:///{file}")
    ticks, stop = _Ticks(), asyncio.Event()
    loop = asyncio.create_task(_ticker(database, ticks).run(stop))
    await ticks.more(1)
    with _moved(step):
        alive = await ticks.more(2)
    stop.set()
    await loop
    database.close()
    return alive


class _Ticks:
    """Counts how often the clock was asked for a tick."""

    def __init__(self) -> None:
        self._count = 0
        self._asked = asyncio.Event()

    def now(self) -> datetime:
        self._count += 1
        self._asked.set()
        return datetime.now(UTC)

    async def more(self, number: int) -> bool:
        """Whether so many more come in time."""
        wanted = self._count + number
        try:
            async with asyncio.timeout(_ALIVE):
                while self._count < wanted:
                    self._asked.clear()
                    await self._asked.wait()
        except TimeoutError:
            return False
        return True


def _ticker(database: Database, ticks: _Ticks) -> Ticker:
    """Its watchdog's seconds pass faster, so that nobody waits for half a minute."""
    return Ticker(database, ticks.now, lambda: clocks.monotonic() * _HURRY, lambda: None)


@contextmanager
def _moved(step: timedelta) -> Iterator[None]:
    """The scheduler's clock, moved."""

    class Moved(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> datetime:  # type: ignore[override]  # as the scheduler calls it
            return datetime.now(tz) + step

    with patch.object(scheduling, "datetime", Moved), patch.object(ticking, "datetime", Moved):
        yield
