"""`python -m tests.bench.steps`: where the CPU of one report goes, each step of it by itself, in this process.

For whoever makes it faster; `python -m tests.bench` measures the whole, in a process of its own.
"""

import asyncio
import json
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from statistics import median

from bot.attempts import Attempts
from bot.dispatch import Dispatch
from bot.http import TelegramBot, connect
from bot.incoming import Incoming
from bot.outcome import Delivered
from bot.reader import read
from bot.reader.reading import Context
from bot.receive import BATCH, Raw, parsed
from bot.registry import gather
from bot.render import render
from bot.send import record
from bot.service import Service as Process
from bot.telegram_facts import TelegramFacts
from handlers import CAPABILITIES
from kpi.ids import ChatId
from kpi.message import decode
from storage import outbox
from storage.database import Database
from tests.bench import crowd
from tests.bench.service import TOKEN, Service
from tests.bench.table import Figure, Unit, table

_BATCHES = 20


async def figures(folder: Path) -> list[Figure]:
    """Milliseconds of each step, as medians."""
    crowd.settle(folder / "steps.db", _now())
    service, database = Service(), Database(f"sqlite:///{folder / 'steps.db'}")
    bot = connect(TOKEN, await service.start())
    requests = bot._request
    await asyncio.gather(*(request.initialize() for request in requests))
    await bot.get_me()
    steps = _Steps(bot, database, folder)
    for _ in range(_BATCHES):
        await steps.take()
    await asyncio.gather(*(request.shutdown() for request in requests))
    service.stop()
    database.close()
    return steps.figures()


class _Steps:
    """Takes batches of private reports through one step after the other."""

    def __init__(self, bot: TelegramBot, database: Database, folder: Path) -> None:
        registry = gather(CAPABILITIES)
        facts = TelegramFacts(bot, database, frozenset(registry.by_word), time.monotonic)
        attempts = Attempts(folder / "steps.json")
        self._bot = bot
        self._database = database
        self._dispatch = Dispatch(
            database,
            facts,
            registry,
            clock=_now,
            stored=lambda: None,
            attempts=attempts,
            service=Process(_now()),
        )
        self._numbers = count(1)
        self._took: dict[str, list[float]] = {}

    def figures(self) -> list[Figure]:
        """Without the first batch, which loads what is loaded late."""
        return [Figure(what, median(took[1:]), Unit.MS) for what, took in self._took.items()]

    async def take(self) -> None:
        raws = [self._raw(number) for number, _ in zip(self._numbers, range(BATCH), strict=False)]
        updates = [update for raw in raws if (update := parsed(raw, self._bot)) is not None]
        texts = [update.text for update in updates if isinstance(update, Incoming)]
        self._time("one report, step by step: its update parsed", lambda: [parsed(raw, self._bot) for raw in raws])
        context = Context(today=_now().date(), currency="USD", lang="en")
        self._time("  its text read", lambda: [read(text, context) for text in texts])
        begun = time.process_time()
        await self._dispatch.handle(updates)
        self._note("  handled, stored, answer queued (with the one before)", begun)
        self._answer()

    def _answer(self) -> None:
        """As the sender does at its pace: every answer is worded alone, and claimed and recorded in a transaction."""
        with self._database.write() as db:
            waiting = outbox.take(db, _now(), BATCH, set[ChatId]())
        self._time("  answer worded", lambda: [render(decode(one.outgoing.body), "en") for one in waiting])
        self._time("  claimed and recorded", lambda: self._exchange(len(waiting)))

    def _exchange(self, times: int) -> None:
        for _ in range(times):
            with self._database.write() as db:
                (one,) = outbox.take(db, _now(), 1, set[ChatId]())
                outbox.leaving(db, [one.id])
                record(db, one, Delivered(one.id), _now())

    def _raw(self, number: int) -> Raw:
        raw: Raw = json.loads(
            crowd.update(number, number % crowd.SELLERS, f"/sale 3 {200 + number % 97}", private=True)
        )
        return raw

    def _time(self, what: str, step: Callable[[], object]) -> None:
        begun = time.process_time()
        step()
        self._note(what, begun)

    def _note(self, what: str, begun: float) -> None:
        self._took.setdefault(what, []).append((time.process_time() - begun) / BATCH * 1000)


def _now() -> datetime:
    return datetime.now(UTC)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as name:
        sys.stdout.write(table(asyncio.run(figures(Path(name)))) + "\n")
