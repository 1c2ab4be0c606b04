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
from bot.incoming import Attached, Happening, Incoming, Sender
from bot.lists.file import read_file
from bot.names import clean
from bot.registry import gather
from bot.render import render
from bot.router import Router
from handlers import CAPABILITIES
from kpi.message import decode, encode
from kpi.team import Role
from storage.database import Database
from tests.bot.reader import fuzz
from tests.bot.reader.team import TEAM
from tests.chaos.files import BYTES, TABLES, WORKBOOKS, example_book
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
_MADE_UP = st.builds("v1:{}:{}".format, _ACTIONS, st.lists(_VALUES, max_size=5).map(":".join))
_BUTTONS = (
    _MADE_UP
    | st.builds(
        lambda made, at, bite: made[:at] + bite + made[at + 1 :], _MADE_UP, st.integers(0, 64), st.text(max_size=2)
    )
    | st.binary(max_size=64).map(lambda content: content.decode("utf-8", "replace"))
    | st.text(st.characters(exclude_categories=["Cs"]), max_size=64)
)
_FILES = BYTES | TABLES | WORKBOOKS


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
        _try(run, run.size(2000, 60_000), fuzz.MESSAGES, lambda text: fuzz.check(text, TEAM)),
        _try(run, run.size(500, 10_000), st.text(max_size=200), _name),
        _try(run, run.size(1000, 10_000), _FILES, lambda content: read_file("list.csv", content)),
    ]
    answered = [
        _try(run, run.size(500, 10_000), _FILES, lambda content: _send(database, content)),
        _try(run, run.size(1000, 10_000), _BUTTONS, lambda carried: _press(database, carried)),
    ]
    database.close()
    read = sum(trial.tried for trial in readings)
    return [
        Found(
            "input-failed",
            sum(trial.failed for trial in (*readings, *answered)),
            read + sum(trial.tried for trial in answered),
        ),
        Found("input-slowest", max(trial.slowest for trial in readings) * 1000, read),
    ]


def _warm_up(database: Database) -> None:
    """What is loaded late is loaded with the first input."""
    fuzz.check("3单", TEAM)
    read_file("list.csv", example_book())
    _send(database, b"")
    _press(database, "v1:help")


def _name(name: str) -> None:
    assert clean(name, "User 4711").strip()


def _press(database: Database, carried: str) -> None:
    """A lead presses what nobody made."""
    _answer(database, Happening.PRESS, carried)


def _send(database: Database, content: bytes) -> None:
    """A lead sends a file to be imported."""
    _answer(database, Happening.MESSAGE, "", content)


def _answer(database: Database, happening: Happening, text: str, content: bytes | None = None) -> None:
    """What a lead sends is answered in words; whatever comes of it is undone."""
    with database.write() as db, db.begin_nested() as nothing_stays:
        stage = Stage(db, "zh", CAPABILITIES)
        lead = stage.member("林小花", role=Role.LEAD)
        request = replace(stage._request(lead, text, private=True), callback="callback")
        attached = None
        if content is not None:
            attached = Attached("file", "list.csv", len(content))
            request = replace(request, callback=None, file=read_file("list.csv", content))
        sender = Sender(lead.telegram_id, lead.name, lead.username, lead.language)
        chat = request.chat
        incoming = Incoming(1, happening, chat.telegram_id, chat.kind, "", sender, stage.now, text, attached=attached)
        with suppress(Refusal):
            for answer in _ROUTER.answers(request, incoming):
                render(decode(encode(answer.message)), "zh")
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
