"""What is promised, as `goals.toml` declares it, and what was found."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import NotRequired, TypedDict

from tests.bench.table import Aim, Figure, Unit, at_least, at_most

LANGUAGES = ("en", "zh")


class _Declared(TypedDict):
    of: str  # the requirement, R1 to R17
    en: str
    zh: str
    tried_en: str
    tried_zh: str
    unit: NotRequired[str]
    at_most: NotRequired[float]
    at_least: NotRequired[float]
    measured: NotRequired[bool]
    main: NotRequired[bool]


@dataclass(frozen=True, slots=True)
class Goal:
    """One promise. A `measured` one is a time or memory, which depends on the machine; any other is a count."""

    requirement: str
    labels: dict[str, str]
    tried: dict[str, str]
    unit: Unit
    aim: Aim
    measured: bool
    main: bool


def _goal(declared: _Declared) -> Goal:
    aim = at_least(declared["at_least"]) if "at_least" in declared else at_most(declared.get("at_most", 0))
    return Goal(
        declared["of"],
        {"en": declared["en"], "zh": declared["zh"]},
        {"en": declared["tried_en"], "zh": declared["tried_zh"]},
        Unit(declared.get("unit", "")),
        aim,
        declared.get("measured", False),
        declared.get("main", False),
    )


GOALS: dict[str, Goal] = {
    key: _goal(declared)
    for key, declared in tomllib.loads(Path(__file__).with_name("goals.toml").read_text(encoding="utf-8")).items()
}


@dataclass(frozen=True, slots=True)
class Found:
    """What was found for a goal, and how often it was tried."""

    key: str
    value: float
    tried: int

    @property
    def goal(self) -> Goal:
        return GOALS[self.key]

    @property
    def reached(self) -> bool:
        return self.goal.aim.reached(self.value)

    def figure(self, language: str) -> Figure:
        """As a line of a table."""
        goal = self.goal
        label = f"{goal.requirement:<4}{goal.labels[language]} ({goal.tried[language].format(n=f'{self.tried:,}')})"
        return Figure(label, self.value, goal.unit, goal.aim)

    def row(self, language: str) -> tuple[str, ...]:
        """As a line of a page: requirement, label, how often, figure, aim."""
        goal = self.goal
        _, value, aim = self.figure(language).written()
        return goal.requirement, goal.labels[language], goal.tried[language].format(n=f"{self.tried:,}"), value, aim


@dataclass(frozen=True, slots=True)
class Run:
    """How a scenario is to be run: in an empty folder, with a seed, quickly or in full."""

    folder: Path
    seed: int
    long: bool

    def chance(self, of: str) -> Random:
        """The same for the same seed, whatever else runs."""
        return Random(f"{self.seed}:{of}")

    def within(self, name: str) -> Path:
        """A new folder in that of the run."""
        made = self.folder / name
        made.mkdir()
        return made

    def size(self, quick: int, full: int) -> int:
        return full if self.long else quick


def missed(found: list[Found], *, long: bool) -> list[Found]:
    """The goals that were not reached; times and memory count in a long run alone."""
    return [one for one in found if not one.reached and (long or not one.goal.measured)]
