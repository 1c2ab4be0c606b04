"""R12: whatever comes from outside, invented: messages, names, buttons that nobody made, files."""

import sys
import traceback
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from time import process_time
from typing import TypeVar

from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st

from bot.command import Refusal
from bot.incoming import Happening, Incoming, Sender
from bot.lists.file import read_file
from bot.names import clean
from bot.registry import gather
from bot.router import Router
from handlers import CAPABILITIES
from kpi.team import Role
from storage.database import Database
from tests.bot.reader import fuzz
from tests.bot.reader.team import TEAM
from tests.chaos.goals import Found, Run
from tests.conftest import migrated
from tests.handlers.stage import Stage

Input = TypeVar("Input", str, bytes)

_ROUND = 500  # inputs: what was tried before is kept in memory for as long
_REGISTRY = gather(CAPABILITIES)
_ROUTER = Router(_REGISTRY)
_ACTIONS = st.sampled_from(sorted(_REGISTRY.presses))
_VALUES = st.sampled_from(
    [
        "",
        "0",
        "1",
        "2",
        "99",
        "-1",
        "9" * 30,
        "x",
        "n",
        "20260608",
        "2026-06-08",
        "2026-06",
        "2026-W24",
        "gross",
        "½",
        "٣",
    ]
)
_BUTTONS = st.builds("v1:{}:{}".format, _ACTIONS, st.lists(_VALUES, max_size=5).map(":".join)) | st.text(
    st.characters(exclude_categories=["Cs"]), max_size=64
)
_CELLS = st.lists(st.text("小美Ken0123456789.,;\t\"'¥\r\n=+-@\x00", max_size=12), max_size=6).map(",".join)
_FILES = (
    st.binary(max_size=400)
    | st.lists(_CELLS, max_size=8).map(lambda rows: "\n".join(rows).encode())
    | st.binary(max_size=200).map(b"PK\x03\x04".__add__)
    | st.text(max_size=200).map(lambda text: b"\xff\xfe" + text.encode("utf-16-le", "surrogatepass"))
)


@dataclass(slots=True)
class Trial:
    """How inputs of one kind fared."""

    tried: int = 0
    failed: int = 0
    slowest: float = 0.0  # the processor's seconds


def invented(run: Run) -> list[Found]:
    """R12."""
    database = migrated(f"sqlite:///{run.folder}/inputs.db")
    _warm_up(database)
    readings = [
        _try(run, run.size(3000, 70_000), fuzz.MESSAGES, lambda text: fuzz.check(text, TEAM)),
        _try(run, run.size(500, 10_000), st.text(max_size=200), _name),
        _try(run, run.size(1000, 10_000), _FILES, lambda content: read_file("list.csv", content)),
    ]
    presses = _try(run, run.size(500, 10_000), _BUTTONS, lambda carried: _press(database, carried))
    database.close()
    read = sum(trial.tried for trial in readings)
    return [
        Found("input-failed", presses.failed + sum(trial.failed for trial in readings), presses.tried + read),
        Found("input-slowest", max(trial.slowest for trial in readings) * 1000, read),
    ]


def _warm_up(database: Database) -> None:
    """What is loaded late is loaded with the first input."""
    fuzz.check("3单", TEAM)
    read_file("list.csv", b"PK\x03\x04")
    _press(database, "v1:help")


def _name(name: str) -> None:
    assert clean(name, "User 4711").strip()


def _press(database: Database, carried: str) -> None:
    """A lead presses what nobody made; whatever comes of it is undone."""
    with database.write() as db, db.begin_nested() as nothing_stays:
        stage = Stage(db, "zh", CAPABILITIES)
        lead = stage.member("林小花", role=Role.LEAD)
        request = replace(stage._request(lead, carried, private=True), callback="callback")
        sender = Sender(lead.telegram_id, lead.name, lead.username, lead.language)
        chat = request.chat
        incoming = Incoming(1, Happening.PRESS, chat.telegram_id, chat.kind, "", sender, stage.now, carried)
        with suppress(Refusal):
            tuple(_ROUTER.answers(request, incoming))
        nothing_stays.rollback()


def _try(run: Run, count: int, strategy: st.SearchStrategy[Input], act: Callable[[Input], object]) -> Trial:
    trial = Trial()
    for round_ in range(count // _ROUND):

        @seed(run.seed * 1_000_000 + round_)
        @settings(max_examples=_ROUND, deadline=None, database=None, suppress_health_check=list(HealthCheck))
        @given(strategy)
        def all_are_taken(invented_: Input) -> None:
            _take(trial, act, invented_)

        all_are_taken()
    return trial


def _take(trial: Trial, act: Callable[[Input], object], given_: Input) -> None:
    """Counts what `act` makes of an input. What fails is shown, so that it can be cured."""
    trial.tried += 1
    try:
        spent = _seconds(act, given_)
        if spent > trial.slowest:  # once more: the first time may have paid for something else, as collecting garbage
            trial.slowest = max(trial.slowest, min(spent, _seconds(act, given_)))
    except Exception:  # noqa: BLE001 - whichever: none may come
        trial.failed += 1
        sys.stderr.write(f"{given_!r}\n{traceback.format_exc(limit=-3)}")


def _seconds(act: Callable[[Input], object], given_: Input) -> float:
    begun = process_time()
    act(given_)
    return process_time() - begun
