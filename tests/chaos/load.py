"""R16 and R17: a hundred teams that report all at once, and a start after a kill with a long history."""

import asyncio
import shutil
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

from sqlalchemy import insert

from kpi.entry import How, Measure
from kpi.ids import TeamId, TelegramId
from kpi.team import ChatKind
from storage import chats, members, people, teams, totals
from storage import tables as t
from storage.connection import Connection
from storage.database import Database
from tests.bench import audience, crowd
from tests.bench.process import ours
from tests.bench.service import Service
from tests.bench.table import percentile
from tests.chaos.books import amounts
from tests.chaos.goals import Found, Run
from tests.conftest import migrated

_TEAMS, _SIZE = 100, 20
_RATE = 50  # reports a second
_PATIENCE = 120  # seconds
_WARM = 100  # reports that load what is loaded late
_SALES = 100_000


class _Watched(Service):
    """Notes when each update was acknowledged, which is after its commit."""

    def __init__(self) -> None:
        super().__init__()
        self.waits: list[float] = []
        self._put: list[float] = []

    def put_one(self, update: bytes) -> None:
        self._put.append(time.perf_counter())
        self.put([update])

    def request(self, method: str, body: bytes, reply: Callable[[bytes], None]) -> None:
        super().request(method, body, reply)
        done = len(self._put) - self.waiting
        now = time.perf_counter()
        self.waits += [now - at for at in self._put[len(self.waits) : done]]


def loaded(run: Run) -> list[Found]:
    """R16."""
    return asyncio.run(_loaded(run.folder / "bot.db", run.size(3, 60) * _RATE))


async def _loaded(file: Path, reports: int) -> list[Found]:
    database = migrated(f"sqlite:///{file}")
    with database.write() as db:
        for number in range(_TEAMS):
            _settle(db, number)
    service = _Watched()
    async with ours(await service.start(), file), asyncio.timeout(reports / _RATE + _PATIENCE):
        await service.until(lambda: service.polled)
        await _report(service, 1, _WARM)
        await _report(service, _WARM + 1, reports)
    service.stop()
    in_books = amounts(database)
    database.close()
    return [
        Found("load-lost", _WARM + reports - len(set(in_books)), reports),
        Found("load-doubled", len(in_books) - len(set(in_books)), reports),
        Found("load-wait", percentile(service.waits[_WARM:], 0.95) * 1000, reports),
    ]


async def _report(service: _Watched, first: int, count: int) -> None:
    """So many reports, evenly, and until the last one is acknowledged."""
    begun = time.perf_counter()
    for number in range(first, first + count):
        await asyncio.sleep(max(0.0, begun + (number - first) / _RATE - time.perf_counter()))
        seller, private = number % (_TEAMS * _SIZE), number % 2 == 0
        text = f"/sale 1 {(10_000 + number) / 100}"
        service.put_one(crowd.update(number, seller, text, private=private, team_size=_SIZE))
    await service.until(lambda: service.waiting == 0)


def _settle(db: Connection, number: int) -> None:
    """A team of twenty who have opened their private chats."""
    chat = chats.open_chat(db, TelegramId(crowd.group_id(number)), ChatKind.GROUP, "en")
    now = datetime.now(UTC)
    team = teams.create(db, chat=chat.id, name=f"Team {number}", language="en", zone="UTC", currency="USD", at=now)
    for seller in range(number * _SIZE, (number + 1) * _SIZE):
        telegram_id = TelegramId(crowd.seller_id(seller))
        chats.open_chat(db, telegram_id, ChatKind.PRIVATE, "en")
        person = people.seen(db, telegram_id, f"Seller {seller}", f"seller_{seller}", "en")
        members.join(db, team.id, person.id, person.name)


def started(run: Run) -> list[Found]:
    """R17."""
    sales, rounds = run.size(_SALES // 10, _SALES), run.size(1, 5)
    times = asyncio.run(_started(run.folder, _long_history(run.folder / "long.db", sales), rounds))
    return [Found("start-ready", max(times), sales)]


def _long_history(file: Path, sales: int) -> Path:
    """Books with so many sales of one team, and everything posted."""
    url, now = f"sqlite:///{file}", datetime.now(UTC)
    database = Database(url)
    database.migrate()
    with database.write() as db:
        audience.settle(db, 1, now, since=timedelta(days=1))
        db.execute(insert(t.entry), [_entry(number, now) for number in range(1, sales + 1)])
        db.execute(insert(t.entry_line), [_line(number, now) for number in range(1, sales + 1)])
        totals.rebuild(db, TeamId(1))
    database.close()
    return file


def _entry(number: int, now: datetime) -> dict[str, object]:
    return {
        "id": number,
        "team_id": 1,
        "author_id": 1 + number % 4,
        "source": "telegram",
        "source_ref": f"before:{number}",
        "how": How.COMMAND,
        "recorded_at": now,
    }


def _line(number: int, now: datetime) -> dict[str, object]:
    return {
        "id": number,
        "team_id": 1,
        "entry_id": number,
        "line": 0,
        "revision": 1,
        "measure": Measure.GROSS,
        "value": 100 + number,
        "business_date": now.date() - timedelta(days=1 + number % 1000),
        "member_id": 1 + number % 4,
        "recorded_at": now,
        "recorded_by": 1 + number % 4,
    }


async def _started(folder: Path, books: Path, rounds: int) -> list[float]:
    """Seconds from each start after a kill to the first request for updates."""
    times = []
    file = Path(shutil.copy(books, folder / "started.db"))
    for _ in range(rounds + 1):
        service = Service()
        address, begun = await service.start(), time.perf_counter()
        async with ours(address, file) as bot, asyncio.timeout(_PATIENCE):
            await service.until(partial(_has_polled, service))
            times.append(time.perf_counter() - begun)
            bot.process.kill()
            await bot.process.wait()
        service.stop()
    return times[1:]


def _has_polled(service: Service) -> bool:
    return service.polled
