"""What was measured, a line each, with the aim beside it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from math import ceil
from typing import assert_never


class Unit(Enum):
    """What a figure counts, as it is written after it."""

    MS = "ms"
    SECONDS = "s"
    A_SECOND = "/s"
    MEGABYTES = "MB"
    TIMES = "×"
    COUNT = ""


class Bound(Enum):
    """Which side of the aim is the good one."""

    AT_MOST = "≤"
    AT_LEAST = "≥"


@dataclass(frozen=True, slots=True)
class Aim:
    """What a figure should reach."""

    bound: Bound
    value: float

    def reached(self, value: float) -> bool:
        match self.bound:
            case Bound.AT_MOST:
                return value <= self.value
            case Bound.AT_LEAST:
                return value >= self.value
            case _:
                assert_never(self.bound)


@dataclass(frozen=True, slots=True)
class Figure:
    """One line. Without an aim it is there to compare with."""

    what: str
    value: float
    unit: Unit
    aim: Aim | None = None

    def written(self) -> tuple[str, str, str]:
        """Label, value, aim with whether it was reached."""
        value = _number(self.value, self.unit)
        if self.aim is None:
            return self.what, value, ""
        sign = "✓" if self.aim.reached(self.value) else "✗"
        return self.what, value, f"{sign} {self.aim.bound.value} {_number(self.aim.value, self.unit)}"


def at_most(value: float) -> Aim:
    return Aim(Bound.AT_MOST, value)


def at_least(value: float) -> Aim:
    return Aim(Bound.AT_LEAST, value)


def table(figures: Iterable[Figure]) -> str:
    """All lines, in columns."""
    rows = [("", "measured", "aim"), *(figure.written() for figure in figures)]
    first, second = (max(len(row[column]) for row in rows) for column in (0, 1))
    return "\n".join(f"{what:<{first}}  {value:>{second}}  {aim}".rstrip() for what, value, aim in rows)


def percentile(values: Sequence[float], share: float) -> float:
    """The smallest value that at least `share` of all are not above: of 200 values and 0.99 the third largest."""
    ordered = sorted(values)
    return ordered[max(0, ceil(len(ordered) * share) - 1)]


def _number(value: float, unit: Unit) -> str:
    digits = 0 if value == int(value) or abs(value) >= 100 else 1 if abs(value) >= 10 else 2
    return f"{value:,.{digits}f} {unit.value}".rstrip()
