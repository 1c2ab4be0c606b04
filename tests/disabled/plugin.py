"""A pytest plugin: notes which test calls which handler, or runs tests once more with a handler switched off.

Each xdist worker writes what it found into a file of its own in the folder that `NOTES` names.
"""

import json
import os
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import wraps
from pathlib import Path
from typing import ParamSpec, TypeVar

import pytest
from _pytest.runner import runtestprotocol

from bot.command import Answers
from handlers import CAPABILITIES

NOTES = "HANDLER_NOTES"  # a folder
TASKS = "HANDLER_TASKS"  # a JSON file: handlers to switch off, one after the other, by test

P = ParamSpec("P")
A = TypeVar("A", bound=Answers | None)


class Switches:
    """Every handler of the bot, one of which can be off: it answers nothing."""

    def __init__(self) -> None:
        self.names: list[str] = []
        self._off = ""
        self._called: set[str] = set()
        for part in CAPABILITIES:
            part.commands = [replace(c, handler=self._switched(f"/{c.name}", c.handler)) for c in part.commands]
            part.presses = [replace(p, handler=self._switched(f"button {p.action}", p.handler)) for p in part.presses]
            part.asked = [replace(a, handler=self._switched(f"question {a.kind}", a.handler)) for a in part.asked]
            for kind in ("plain", "edited", "forwarded", "replied", "document"):
                if handler := getattr(part, kind):
                    setattr(part, kind, self._switched(f"{kind} message", handler))

    def called(self) -> set[str]:
        """The handlers that were called since this was last asked."""
        found, self._called = self._called, set()
        return found

    @contextmanager
    def without(self, name: str) -> Iterator[None]:
        self._off = name
        try:
            yield
        finally:
            self._off = ""

    def _switched(self, name: str, handler: Callable[P, A]) -> Callable[P, A | tuple[()]]:
        self.names.append(name)

        @wraps(handler)
        def run(*args: P.args, **kwargs: P.kwargs) -> A | tuple[()]:
            if self._off == name:
                return ()
            self._called.add(name)
            return handler(*args, **kwargs)

        return run


class Noting:
    """Runs every test as it is and notes the handlers that it called."""

    def __init__(self, switches: Switches) -> None:
        self._switches = switches
        self.found: dict[str, list[str]] = {}

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        self._switches.called()
        result = yield
        self.found[item.nodeid] = sorted(self._switches.called())
        return result


class Disabling:
    """Runs every test once for each handler that it is to do without, and notes those that failed."""

    def __init__(self, switches: Switches, tasks: dict[str, list[str]]) -> None:
        self._switches = switches
        self._tasks = tasks
        self.found: dict[str, list[str]] = defaultdict(list)

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        items[:] = [item for item in items if item.nodeid in self._tasks]

    def pytest_runtest_protocol(self, item: pytest.Item, nextitem: pytest.Item | None) -> bool:
        names = self._tasks[item.nodeid]
        for name in names:
            following = nextitem if name == names[-1] else item
            with self._switches.without(name):
                reports = runtestprotocol(item, log=False, nextitem=following)
            if any(report.failed for report in reports):
                self.found[item.nodeid].append(name)
        return True


def pytest_configure(config: pytest.Config) -> None:
    switches = Switches()
    tasks = os.environ.get(TASKS)
    plugin = Disabling(switches, json.loads(Path(tasks).read_text())) if tasks else Noting(switches)
    config.pluginmanager.register(plugin, "handlers")
    worker = os.environ.get("PYTEST_XDIST_WORKER", "main")
    config.add_cleanup(lambda: _write(f"{worker}.json", plugin.found))
    _write("names.json", {name: [] for name in switches.names})


def _write(name: str, found: dict[str, list[str]]) -> None:
    (Path(os.environ[NOTES]) / name).write_text(json.dumps(found))
