"""R7: three processes on one PostgreSQL, killed at any moment, while reports come and posts are due."""

import asyncio
import os
import tempfile
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

from bot.demo.telegram import Group, Person
from kpi.ids import TelegramId
from kpi.team import ChatKind
from storage import chats, teams
from storage.connection import Connection
from tests.chaos.books import amounts, disordered
from tests.chaos.goals import Found, Run
from tests.chaos.killing import EACH
from tests.conftest import PostgresServer
from tests.journeys.process import Stage, kill, staged, team_of, terminate

_REPLICAS = 3
_LIFE = (1, 6)  # requests between two kills
_PATIENCE = 600  # seconds
_FEWEST = 30  # sellers
_LOOK = 0.1
_ALL_CAME = 60.0  # seconds for the last boards
_MINUTES = 24 * 60


def replicas(run: Run) -> list[Found]:
    """R7."""
    server = PostgresServer(Path(tempfile.gettempdir()) / f"longhubang-chaos-{os.getpid()}")
    name = server.ready()
    try:
        return asyncio.run(_shared(run, server.url(name)))
    finally:
        server.drop(name)


async def _shared(run: Run, url: str) -> list[Found]:
    kills, reports, boards = run.size(5, 150), run.size(75, 3000), run.size(10, 300)
    chance = run.chance("R7")
    async with staged(run.folder, url) as stage, asyncio.timeout(_PATIENCE):
        stage.telegram.flood.on = False
        due = _due(stage, stage.telegram.person("Boss", language="en"), boards, run.size(0, 3))
        written = await _killed(stage, chance, kills, reports)
        in_books = amounts(stage.database)
        came = await _came(stage, due)
        for process in stage.running:
            if process.returncode is None:
                await terminate(process)
        return [
            Found("replicas-lost", len(written.keys() - set(in_books)), kills),
            Found("replicas-doubled", len(in_books) - len(set(in_books)), kills),
            Found("replicas-disordered", disordered(in_books, written), kills),
            Found("replicas-posts-missed", sum(times == 0 for times in came), boards),
            Found("replicas-posts-again", max(0, sum(came) - boards - kills), boards),
        ]


async def _killed(stage: Stage, chance: Random, kills: int, reports: int) -> dict[int, int]:
    """What was written, with who wrote it; all of it acknowledged."""
    group, sellers = team_of(stage, max(reports // EACH, _FEWEST))
    processes = [await stage.start(LOG_LEVEL="ERROR") for _ in range(_REPLICAS)]
    written: dict[int, int] = {}
    for _ in range(kills):
        for _ in range(reports // kills):
            seller, cents = chance.choice(sellers), 10_000 + len(written)
            place = group if chance.random() < 0.5 else seller
            stage.telegram.write(seller, place, f"/sale 1 {cents / 100}")
            written[cents] = seller.id
        await stage.until_requests(stage.requests + chance.randint(*_LIFE))
        victim = chance.randrange(_REPLICAS)
        await kill(processes[victim])
        processes[victim] = await stage.start(LOG_LEVEL="ERROR")
    while stage.telegram.updates.waiting:  # noqa: ASYNC110 - nobody tells
        await asyncio.sleep(_LOOK)
    return written


def _due(stage: Stage, owner: Person, count: int, minutes: int) -> list[Group]:
    """Groups whose board of the day is due: of the first ones at once, of others in the minutes to come."""
    now, groups = datetime.now(UTC), []
    with stage.database.write() as db:
        for number in range(count):
            group = stage.telegram.group(f"Board {number}", owner=owner)
            stage.telegram.add_bot(group, owner)
            _create(db, group, now, now + timedelta(minutes=number * minutes // count - 1))
            groups.append(group)
    return groups


def _create(db: Connection, group: Group, now: datetime, at: datetime) -> None:
    chat = chats.open_chat(db, TelegramId(group.id), ChatKind.GROUP, "en")
    since = now - timedelta(hours=1)
    team = teams.create(db, chat=chat.id, name=group.title, language="en", zone="UTC", currency="USD", at=since)
    teams.save(db, replace(team, daily_at=(at.hour * 60 + at.minute) % _MINUTES, weekly_at=None, monthly=False))


async def _came(stage: Stage, groups: list[Group]) -> list[int]:
    """How often each board came, once all have or nobody waits any longer."""
    for _ in range(int(2 * _ALL_CAME / _LOOK)):
        came = [sum("🏆" in m.text for m in stage.telegram.messages(group) if m.sender is None) for group in groups]
        if all(came):
            break
        await asyncio.sleep(_LOOK)
    return came
