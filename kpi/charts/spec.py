"""Charts as values: finished strings and plain numbers, ready to be drawn in another process.

Amounts are floats in major units, since they only become heights. One that is no finite number is drawn as zero.
"""

from dataclasses import dataclass
from enum import Enum

from kpi.message import Bound
from kpi.plot import Accent, Shape
from kpi.progress import Mark


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
    """How much of a target is reached. `mark` is where the calendar stands, both as ratios of the whole.

    No mark: it is of a single day.
    """

    ratio: float
    text: str
    mark: float | None


@dataclass(frozen=True, slots=True)
class Goal:
    """A month's target: a label, the gauge, what it says in numbers, and the time that is gone."""

    label: str
    gauge: Gauge
    amounts: str
    time: str


@dataclass(frozen=True, slots=True)
class Headline:
    """The period's total, how it compares, and what it is compared with."""

    label: str
    value: str
    change: Change
    before: str


@dataclass(frozen=True, slots=True)
class Tile:
    """A figure of the whole period, with what it was on each day of a week.

    None: the day is to come, or has no figure. No days: they are not drawn.
    """

    label: str
    value: str
    change: Change
    days: tuple[float | None, ...] = ()


@dataclass(frozen=True, slots=True)
class Day:
    """A day on the axis: what the week before brought on it, and its total in words ("" for a day to come)."""

    label: str
    total: str
    before: float


@dataclass(frozen=True, slots=True)
class Series:
    """A seller's row: a bar for each day of a week, and the period in words. `others` stands for several sellers.

    Without a `place` the rows are counted from the top.
    """

    name: str
    days: tuple[float, ...]
    total: str
    change: Change
    gauge: Gauge | None
    others: bool = False
    place: int | None = None


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


@dataclass(frozen=True, slots=True)
class Curve:
    """Sums up to the end of each day, with what is written at their end: whose they are, and the last of them."""

    sums: tuple[float, ...]
    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Level:
    """A height with its amount in words, for a line across."""

    height: float
    label: str


@dataclass(frozen=True, slots=True)
class Run:
    """How a month adds up, beside the grey month before it and on the way to a target."""

    title: str
    now: Curve
    before: Curve
    target: Curve | None
    levels: tuple[Level, ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """A day of a month with its label ("" on most). None: it is to come."""

    label: str
    amount: float | None
    before: float


@dataclass(frozen=True, slots=True)
class MonthlyChart:
    """A team's month: the total, how it adds up, each day before the grey month before it, and the sellers' rows."""

    title: str
    subtitle: str
    headline: Headline
    goal: Goal | None
    run: Run
    daily: str  # above the days' bars
    best: tuple[str, str]  # of the days: which one it was, and its amount
    legend: str  # of the grey bars
    days: tuple[Bar, ...]
    tiles: tuple[Tile, ...]
    columns: tuple[str, str, str]  # above the sellers' totals, changes and gauges
    sellers: tuple[Series, ...]
    footer: str


@dataclass(frozen=True, slots=True)
class Week:
    """A week's bar: what is written below and above it."""

    label: str
    value: str
    amount: float


@dataclass(frozen=True, slots=True)
class Weeks:
    """Whole weeks and, last, the one at hand before the grey bar of what is usual."""

    title: str
    bars: tuple[Week, ...]
    usual: float
    legend: str  # of the grey bar


@dataclass(frozen=True, slots=True)
class Calendar:
    """A month's days under the names of the weekdays. The first one stands under weekday `offset`, 0 is Monday."""

    title: str
    weekdays: tuple[str, ...]
    offset: int
    marks: tuple[Mark, ...]
    today: int  # counted from 1
    legend: tuple[tuple[Mark, str], ...]
    legend_of_today: str


@dataclass(frozen=True, slots=True)
class ProgressChart:
    """How a seller's month stands: the target, the figures, the last weeks and the calendar."""

    title: str
    subtitle: str
    goal: Goal | None
    tiles: tuple[Tile, ...]
    compared: str  # what the tiles are compared with
    weeks: Weeks
    calendar: Calendar
    footer: str


@dataclass(frozen=True, slots=True)
class Spot:
    """A point, bar or row of a finding: what is written below, at and beside it. None: nobody knows how much."""

    label: str
    value: str
    amount: float | None
    before: float | None = None
    note: str = ""
    accent: Accent = Accent.NONE


@dataclass(frozen=True, slots=True)
class FindingChart:
    """A finding as a sentence, and what it was found in. `level` is the height of a line across, with its label."""

    shape: Shape
    title: str
    subtitle: str
    finding: str
    spots: tuple[Spot, ...]
    legend: str  # of what is grey; "" where nothing is
    level: Level | None
    footer: str


@dataclass(frozen=True, slots=True)
class TotalPart:
    """An amount, beside its target when it has one."""

    headline: Headline
    goal: Goal | None


@dataclass(frozen=True, slots=True)
class TilesPart:
    """A row of figures."""

    tiles: tuple[Tile, ...]


@dataclass(frozen=True, slots=True)
class RowsPart:
    """Sellers, or others, with a figure each."""

    title: str
    columns: tuple[str, str, str]
    rows: tuple[Series, ...]


@dataclass(frozen=True, slots=True)
class BarsPart:
    """Days or other things of equal kind as bars."""

    title: str
    spots: tuple[Spot, ...]


@dataclass(frozen=True, slots=True)
class WordsPart:
    """Sentences below a title."""

    title: str
    sentences: tuple[str, ...]


Part = TotalPart | TilesPart | RowsPart | BarsPart | WordsPart


@dataclass(frozen=True, slots=True)
class SnapshotChart:
    """A page of parts, one below the other."""

    title: str
    subtitle: str
    parts: tuple[Part, ...]
    footer: str


@dataclass(frozen=True, slots=True)
class PosterChart:
    """A poster: a head, a name, one figure with what it is, up to three facts, when, and the team."""

    head: str
    name: str
    figure: str
    label: str
    facts: tuple[str, ...]
    when: str
    team: str


Chart = WeeklyChart | MonthlyChart | ProgressChart | FindingChart | SnapshotChart | PosterChart


@dataclass(frozen=True, slots=True)
class PackChart:
    """Several charts as the pages of one file."""

    title: str
    bound: Bound
    pages: tuple[Chart, ...]
