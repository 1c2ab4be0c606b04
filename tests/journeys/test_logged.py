"""What people write is in no line of the log, whatever goes wrong with it."""

import logging
import sqlite3
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import OperationalError

from bot import logs
from bot.command import Answers, Capability, Request
from bot.demo.faults import Fault
from bot.logs import LogFormat, start_logging
from tests.journeys.world import TOKEN, World

SECRET = "Rosebud7731"
odd = Capability()
left: list[None] = []  # times that the disk is still full


@odd.command("defect")
def defect(asked: Request) -> Answers:
    raise ValueError(f"cannot read {asked.text}")


@odd.command("refused")
def refused(asked: Request) -> Answers:
    """As an insert that a constraint refuses."""
    asked.db.execute(text("UPDATE team SET language = :x, chat_id = NULL"), {"x": asked.text})
    return ()


@odd.command("full")
def full(asked: Request) -> Answers:
    if left:
        left.pop()
        raise OperationalError("INSERT", {"said": asked.text}, sqlite3.OperationalError("disk full"))
    return ()


@pytest.fixture(params=["line", "json"])
def log(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[StringIO]:
    """Everything that is logged, as `main.py run` would write it with LOG_LEVEL=DEBUG."""
    root, written = logging.getLogger(), StringIO()
    form: LogFormat = request.param
    levels = {name: logging.getLogger(name).level for name in ("", "apscheduler.executors", *logs._CHATTY)}
    kept = list(root.handlers)
    root.handlers.clear()
    monkeypatch.setattr("sys.stderr", written)
    start_logging("DEBUG", form)
    yield written
    root.handlers[:] = kept
    for name, level in levels.items():
        logging.getLogger(name).setLevel(level)


@pytest.fixture
async def world(tmp_path: Path, log: StringIO) -> AsyncIterator[World]:
    here = World(tmp_path, datetime(2026, 6, 8, 10, 12, tzinfo=UTC), more=(odd,))
    await here.start()
    yield here
    here.database.close()


async def test_what_somebody_writes_is_in_no_line_of_the_log(world: World, log: StringIO) -> None:
    left[:] = [None] * 3
    mei = world.telegram.person("Mei", language="en")
    group = world.telegram.group("Team", owner=mei)
    world.telegram.add_bot(group, mei)
    await world.settle()
    for fault in (Fault.BAD_GATEWAY, Fault.BAD_JSON, Fault.RESET, Fault.UNAUTHORIZED, Fault.HANG):
        world.telegram.faults.next("sendMessage", fault)
    for words in (
        f"/sale 3 1280 {SECRET}",
        f"/sale x {SECRET}",
        f"{SECRET} 3单 1280",
        f"/defect {SECRET}",
        f"/refused {SECRET}",
        f"/full {SECRET}",
        f"/nosuch {SECRET}",
        f"/note {SECRET}",
    ):
        world.telegram.write(mei, group, words)
        world.telegram.write(mei, mei, words)
    world.telegram.updates.add("message", {"text": SECRET, "chat": SECRET})
    for _ in range(8):
        try:
            await world.settle()
        except OperationalError:  # as the receive loop, which goes on
            logging.getLogger("bot.receive").exception("updates could not be stored")
    await world.tick()
    written = log.getvalue()
    for sought in ("ValueError", "OperationalError", "IntegrityError", "cannot be read", "in defect"):
        assert sought in written
    assert [line for line in written.splitlines() if SECRET in line] == []
    assert TOKEN.partition(":")[2] not in written
