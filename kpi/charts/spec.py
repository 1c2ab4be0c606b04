"""Charts as values: finished strings and plain numbers, ready to be drawn in another process.

Amounts are floats in major units, since they only become heights. One that is no finite number is drawn as zero.
"""

from dataclasses import dataclass
from enum import Enum


class Trend(Enum):
    """Whether a change is for the better: it gives the colour."""

    BETTER = "better"
    WORSE = "worse"
    NEUTRAL = "neutral"


@dataclass(frozen=True, slots=True)
class Change:
    """How a figure compares with the one before, in words."""

    text: str
    trend: Trend


@dataclass(frozen=True, slots=True)
class Gauge:
    """How much of a target is reached. `mark` is where the calendar stands, both as ratios of the whole."""

    ratio: float
    text: str
    mark: float


@dataclass(frozen=True, slots=True)
class Goal:
    """The team's own target: a label, the gauge and what it says in numbers."""

    label: str
    gauge: Gauge
    amounts: str
    time: str


@dataclass(frozen=True, slots=True)
class Headline:
    """The week's total, how it compares, and what it is compared with."""

    label: str
    value: str
    change: Change
    before: str


@dataclass(frozen=True, slots=True)
class Tile:
    """A figure of the whole week, with what it was on each day. None: the day is to come, or has no figure."""

    label: str
    value: str
    change: Change
    days: tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class Day:
    """A day on the axis: what the week before brought on it, and its total in words ("" for a day to come)."""

    label: str
    total: str
    before: float


@dataclass(frozen=True, slots=True)
class Series:
    """A seller's row: a bar for each day, and the week in words. `others` stands for several sellers."""

    name: str
    days: tuple[float, ...]
    total: str
    change: Change
    gauge: Gauge | None
    others: bool = False


@dataclass(frozen=True, slots=True)
class WeeklyChart:
    """A team's week: the total, each day by seller before the grey week before it, and the sellers' rows."""

    title: str
    subtitle: str
    headline: Headline
    goal: Goal | None
    daily: str  # above the days' bars
    legend: str  # of the grey ones
    days: tuple[Day, ...]
    tiles: tuple[Tile, ...]
    columns: tuple[str, str, str]  # above the sellers' totals, changes and gauges
    sellers: tuple[Series, ...]
    footer: str


Chart = WeeklyChart
