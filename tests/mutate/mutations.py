"""The list: what is taken away, where, and the tests that must go red."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
LIST = Path(__file__).with_name("mutations.toml")


class StaleError(Exception):
    """The code is no longer as the list remembers it."""


@dataclass(frozen=True, slots=True)
class Mutation:
    """`old` stands in `file` exactly once and becomes `new`, which takes away what `without` says."""

    without: str
    file: str
    old: str
    new: str
    tests: tuple[str, ...]

    def applied(self, text: str) -> str:
        """`text`, the content of `file`, without the protection. `StaleError` when it does not apply."""
        if text.count(self.old) != 1 or self.old == self.new:
            raise StaleError(f"{self.file}: found {text.count(self.old)} times, not once: {self.old.strip()}")
        return text.replace(self.old, self.new)


def mutations() -> tuple[Mutation, ...]:
    """All of them, in the order of the list."""
    found = tomllib.loads(LIST.read_text(encoding="utf-8"))["mutation"]
    return tuple(Mutation(**{**one, "tests": tuple(one["tests"])}) for one in found)
