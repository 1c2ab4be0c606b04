"""`python -m tests.mutate [--write] [--only WORD]`: takes away each protection in a copy of the tree.

Then the tests named for it are run. It fails when one survives or does not apply any more, and before anything is taken
away when one of the tests is red as it is: that proves nothing.
`--write` puts the table into docs/mutations.md.
"""

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from tests.mutate.mutations import ROOT, Mutation, StaleError, mutations
from tests.mutate.page import Caught, table

_LEFT_OUT = shutil.ignore_patterns(".venv", ".git", "data", ".*_cache", ".hypothesis", "__pycache__", "docs")
_RED = re.compile(r"^(?:FAILED|ERROR) (\S+?)(?:\[.*)?(?: - .*)?$", re.MULTILINE)
_PATIENCE = 60  # seconds for the tests of one
_PATIENCE_FOR_ALL = 180
_GREEN, _FAILED = 0, 1  # exit codes of pytest


def main() -> int:
    """0 when a test noticed each."""
    parser = argparse.ArgumentParser(prog="python -m tests.mutate", description=__doc__)
    parser.add_argument("--write", action="store_true", help="the table into docs/mutations.md")
    parser.add_argument("--only", default="", help="those whose description or file holds this")
    options = parser.parse_args()
    chosen = [one for one in mutations() if options.only in one.without or options.only in one.file]
    with copied() as tree:
        if red := red_already(tree, chosen):
            sys.stdout.write(f"RED WITH NOTHING TAKEN AWAY, so nothing was tried\n{red}\n")
            return 1
        found = [tried(tree, one) for one in chosen]
    left = [one.mutation.without for one in found if one.by is None]
    sys.stdout.write(f"{len(found)} taken away; unnoticed: {'; '.join(left) or 'none'}\n")
    if options.write and not options.only and not left:
        (ROOT / "docs" / "mutations.md").write_text(table(found), encoding="utf-8")
    return 1 if left or not found else 0


@contextmanager
def copied() -> Iterator[Path]:
    """A copy of the tree."""
    with tempfile.TemporaryDirectory() as folder:
        tree = Path(folder) / "tree"
        shutil.copytree(ROOT, tree, ignore=_LEFT_OUT)
        yield tree


def tried(tree: Path, mutation: Mutation) -> Caught:
    """Takes it away, asks its tests, and puts it back. What does not apply is noticed by nobody, and said so."""
    file = tree / mutation.file
    whole = file.read_text(encoding="utf-8")
    try:
        changed = mutation.applied(whole)
    except StaleError as error:
        sys.stdout.write(f"DOES NOT APPLY  {mutation.without}\n    {error}\n")
        return Caught(mutation, None)
    file.write_text(changed, encoding="utf-8")
    try:
        by = noticed(tree, mutation)
    finally:
        file.write_text(whole, encoding="utf-8")
    sys.stdout.write(f"{'caught' if by else 'SURVIVED'}  {mutation.without}\n    {by or ', '.join(mutation.tests)}\n")
    sys.stdout.flush()
    return Caught(mutation, by)


def red_already(tree: Path, chosen: Sequence[Mutation]) -> str:
    """What the tests of all of them say of the tree as it is, when they are not green."""
    tests = dict.fromkeys(test for one in chosen for test in one.tests)
    done = asked(tree, tuple(tests), _PATIENCE_FOR_ALL) if tests else None
    if done is None or done.returncode == _GREEN:
        return ""
    return "\n".join(found.group(0) for found in _RED.finditer(done.stdout)) or done.stdout + done.stderr


def noticed(tree: Path, mutation: Mutation) -> str | None:
    """The test that went red, if one did. Tests that cannot even be run are no proof."""
    try:
        done = asked(tree, ("-x", *mutation.tests), _PATIENCE)
    except subprocess.TimeoutExpired:
        return None  # nor are tests that never end
    if done.returncode != _FAILED:
        return None
    red = _RED.search(done.stdout)
    return red.group(1) if red else None


def asked(tree: Path, words: Sequence[str], patience: float) -> subprocess.CompletedProcess[str]:
    """What pytest says in `tree`."""
    # A file that is changed within a second and keeps its length looks to Python like the one it has compiled.
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1", "PYTHONPATH": str(tree)}
    return subprocess.run(
        (sys.executable, "-m", "pytest", "-n", "0", "-q", "-rfE", *words),
        cwd=tree, env=environment, capture_output=True, text=True, check=False, timeout=patience,
    )  # fmt: skip


if __name__ == "__main__":
    sys.exit(main())
