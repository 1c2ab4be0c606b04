"""`python -m tests.disabled`: switches off each handler and prints the tests that go red; fails when none does."""

import json
import os
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from tests.disabled.plugin import NOTES, TASKS

_ROUNDS = (slice(6), slice(6, 40), slice(40, None))  # tests a handler, first those that call the fewest others
_SUITES = ("tests/journeys", "tests/handlers")
_SELECTION = (
    "-m",
    "not browser",
    "-k",
    "not zh",
    "--ignore=tests/journeys/test_process.py",
)  # both languages take twice
_SHOWN = 3  # of the tests that went red

Found = dict[str, list[str]]


def main() -> int:
    """0 when every handler is missed by a test."""
    handlers, callers = _called()
    red: Found = {}
    for some in _ROUNDS:
        unmissed = {name: callers[name][some] for name in handlers if name not in red}
        found = _red(_turned(unmissed.items()))
        _print(found)
        red |= found
    missing = [name for name in handlers if name not in red]
    sys.stdout.write(f"{len(handlers)} handlers; without a test that misses them: {', '.join(missing) or 'none'}\n")
    return 1 if missing else 0


def _print(found: Found) -> None:
    for name, tests in sorted(found.items()):
        shown = "".join(f"\n    {test}" for test in tests[:_SHOWN])
        sys.stdout.write(f"{name}: {len(tests)} red{shown}\n")
    sys.stdout.flush()


def _called() -> tuple[list[str], Found]:
    """Every handler, and for each the tests that call it."""
    with tempfile.TemporaryDirectory() as folder:
        calls = _run(Path(folder))
        handlers = sorted(json.loads((Path(folder) / "names.json").read_text()))
    callers: Found = defaultdict(list)
    for test in sorted(calls, key=lambda test: (len(calls[test]), test)):
        for name in calls[test]:
            callers[name].append(test)
    return handlers, callers


def _red(tasks: Found) -> Found:
    """The tests that fail without it, by handler. `tasks` holds the handlers by test."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "tasks").write_text(json.dumps(tasks))
        return _turned(_run(Path(folder), **{TASKS: f"{folder}/tasks"}).items())


def _turned(pairs: Iterable[tuple[str, list[str]]]) -> Found:
    found: Found = defaultdict(list)
    for key, values in pairs:
        for value in values:
            found[value].append(key)
    return found


def _run(folder: Path, **more: str) -> Found:
    """What the plugin found in a run of the tests, by test."""
    command = (sys.executable, "-m", "pytest", "-n", "auto", "-p", "tests.disabled.plugin", *_SELECTION, *_SUITES)
    subprocess.run(command, check=False, env={**os.environ, NOTES: str(folder), **more}, stdout=sys.stderr)
    files = [file for file in folder.glob("*.json") if file.name != "names.json"]
    return {test: names for file in files for test, names in json.loads(file.read_text()).items()}


if __name__ == "__main__":
    sys.exit(main())
