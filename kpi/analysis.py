"""What changed, and what it is made of: findings as values, each with the numbers that it rests on.

Amounts are in the unit of what is looked at (minor units, a count). Where there is too little to say anything, that
is the finding (`TooLittle`), never a figure of two points.
"""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from fractions import Fraction
from statistics import median
from typing import Generic, TypeVar

from kpi.board import shares
from kpi.calendar import DAYS_OF_A_WEEK, EVERY_DAY, Calendar
from kpi.entry import Measure
from kpi.period import Grain, Period, period_of

FEWEST_PERIODS = 2
FEWEST_DAYS = 7  # that outliers stand out from
STEADY = Fraction(5, 100)  # of the mean: what a whole trend may rise or fall by and still be none
MOST = Fraction(80, 100)  # 二八: of the whole
FAR = Fraction(35, 10)  # modified z-score of an outlier (Iglewicz and Hoaglin)
LEAST = Fraction(20, 100)  # of the usual: how far off a day must be, however alike the others are
DEVIATION = Fraction(6745, 10_000)  # of a normal distribution, the median absolute deviation in standard deviations

Part = TypeVar("Part", bound=Hashable)


class Direction(Enum):
    """Which way something goes."""

    UP = "up"
    DOWN = "down"
    STEADY = "steady"


@dataclass(frozen=True, slots=True)
class TooLittle:
    """There are `n` periods or days, and it takes `needed`."""

    n: int
    needed: int


@dataclass(frozen=True, slots=True)
class Trend:
    """趋势: the line through the results of periods. `change` is from its start to its end ÷ the mean of all.

    `change` is None when the mean is not above zero.
    """

    direction: Direction
    slope: Fraction  # from one period to the next
    change: Fraction | None
    results: tuple[int, ...]


class Against(Enum):
    """What a period is held against."""

    LAST_PERIOD = "last-period"  # 环比
    LAST_YEAR = "last-year"  # 同比


@dataclass(frozen=True, slots=True)
class Change:
    """环比 or 同比. `ratio` is None when there was nothing, or less than that, to grow from."""

    against: Against
    now: int
    before: int
    ratio: Fraction | None

    @property
    def difference(self) -> int:
        return self.now - self.before


@dataclass(frozen=True, slots=True)
class Contribution(Generic[Part]):
    """A part of a whole, and its share of it in tenths of a percent."""

    part: Part
    amount: int
    share: Fraction


@dataclass(frozen=True, slots=True)
class Structure(Generic[Part]):
    """占比: who or what makes the whole, the largest part first. All shares make exactly 100.0 %."""

    whole: int
    parts: tuple[Contribution[Part], ...]


@dataclass(frozen=True, slots=True)
class Pareto(Generic[Part]):
    """二八: the fewest parts that make 80 % of the whole, how many there are in all, and what share these make."""

    top: tuple[Part, ...]
    n: int
    share: Fraction


@dataclass(frozen=True, slots=True)
class Step:
    """A step of a funnel: how many got there, and of those of the step before. None where that was not reported."""

    measure: Measure
    count: int | None
    rate: Fraction | None


@dataclass(frozen=True, slots=True)
class Funnel:
    """漏斗. `weakest` is the step with the lowest rate; None with fewer than two rates to choose from."""

    steps: tuple[Step, ...]
    weakest: Measure | None

    @property
    def missing(self) -> tuple[Measure, ...]:
        return tuple(step.measure for step in self.steps if step.count is None)


@dataclass(frozen=True, slots=True)
class Weekdays:
    """What an average Monday (0) to Sunday (6) brings, None where nobody works; the best and the worst of them."""

    means: tuple[Fraction | None, ...]
    best: int
    worst: int
    n: int  # days


@dataclass(frozen=True, slots=True)
class Outliers:
    """The days that stand out, in their order, and what a day usually brings (the median)."""

    days: tuple[tuple[date, int], ...]
    usual: Fraction
    n: int


# Whoever looks, asks, buys and buys again.
FUNNEL = (Measure.VISITORS, Measure.INQUIRIES, Measure.BUYERS, Measure.REPEAT_CUSTOMERS)


def trend(results: Sequence[int]) -> Trend | TooLittle:
    """Where the results of periods, the earliest first, are going: the line of least squares through them."""
    n = len(results)
    if n < FEWEST_PERIODS:
        return TooLittle(n, FEWEST_PERIODS)
    mean, middle = Fraction(sum(results), n), Fraction(n - 1, 2)
    slope = Fraction(
        sum((at - middle) * (result - mean) for at, result in enumerate(results)),
        sum((at - middle) * (at - middle) for at in range(n)),
    )
    whole = slope * (n - 1)
    change = whole / mean if mean > 0 else None
    steady = whole == 0 if change is None else abs(change) < STEADY
    direction = Direction.STEADY if steady else Direction.UP if slope > 0 else Direction.DOWN
    return Trend(direction, slope, change, tuple(results))


def change(now: int, before: int | None, against: Against) -> Change | TooLittle:
    """`now` against the same part of another period; None: nothing was reported then."""
    if before is None:
        return TooLittle(1, FEWEST_PERIODS)
    return Change(against, now, before, Fraction(now - before, before) if before > 0 else None)


def year_before(period: Period) -> Period:
    """The same period a year ago: a week by its number (the 53rd is then the 52nd), 29 February is the 28th."""
    if period.grain is not Grain.WEEK:
        return period_of(period.grain, _year_before(period.start))
    year, week, _ = period.start.isocalendar()
    try:
        return period_of(Grain.WEEK, date.fromisocalendar(year - 1, week, 1))
    except ValueError:
        return period_of(Grain.WEEK, date.fromisocalendar(year - 1, week - 1, 1))


def structure(amounts: Mapping[Part, int]) -> Structure[Part] | TooLittle:
    """What the parts of a whole contribute. Parts of the same size stand as given."""
    ordered = sorted(amounts.items(), key=lambda part: -part[1])
    found = shares([amount for _, amount in ordered])
    if found is None:
        return TooLittle(0, 1)
    contributions = (Contribution(part, amount, share) for (part, amount), share in zip(ordered, found, strict=True))
    return Structure(sum(amounts.values()), tuple(contributions))


def pareto(amounts: Mapping[Part, int]) -> Pareto[Part] | TooLittle:
    """How few of the parts make most of the whole."""
    whole, ordered = sum(amounts.values()), sorted(amounts.items(), key=lambda part: -part[1])
    if whole <= 0 or len(ordered) < FEWEST_PERIODS:
        return TooLittle(len(ordered), FEWEST_PERIODS)
    reached, top = 0, list[Part]()
    for part, amount in ordered:
        reached, top = reached + amount, [*top, part]
        if reached >= MOST * whole:
            break
    return Pareto(tuple(top), len(ordered), Fraction(reached, whole))


def funnel(sums: Mapping[Measure, int], steps: Sequence[Measure] = FUNNEL) -> Funnel | TooLittle:
    """How many get from each step to the next. A step that nobody reported is missing, which is not the same as 0."""
    counts = [sums.get(measure) for measure in steps]
    known = sum(count is not None for count in counts)
    if known < FEWEST_PERIODS:
        return TooLittle(known, FEWEST_PERIODS)
    found = tuple(map(_step, steps, counts, [None, *counts]))
    rated = [(step.rate, step.measure) for step in found if step.rate is not None]
    weakest = min(rated, key=lambda rate: rate[0])[1] if len(rated) >= FEWEST_PERIODS else None
    return Funnel(found, weakest)


def weekdays(by_day: Mapping[date, int], span: Period, calendar: Calendar = EVERY_DAY) -> Weekdays | TooLittle:
    """Which days of the week are strong. A working day of `span` that is not in `by_day` brought nothing.

    Campaign days are left out: they say nothing of their weekday. It takes two weeks.
    """
    if span.length < FEWEST_PERIODS * DAYS_OF_A_WEEK:
        return TooLittle(span.length, FEWEST_PERIODS * DAYS_OF_A_WEEK)
    days = [day for day in span.days() if calendar.weight(day) == 1]
    means = tuple(_mean(by_day, [day for day in days if day.weekday() == on]) for on in range(DAYS_OF_A_WEEK))
    worked = {on: mean for on, mean in enumerate(means) if mean is not None}
    if len(worked) < FEWEST_PERIODS:
        return TooLittle(len(worked), FEWEST_PERIODS)
    return Weekdays(means, max(worked, key=worked.__getitem__), min(worked, key=worked.__getitem__), len(days))


def outliers(by_day: Mapping[date, int], calendar: Calendar = EVERY_DAY) -> Outliers | TooLittle:
    """The reported days far from the usual, by the modified z-score: 0.6745 x distance ÷ median distance above 3.5.

    A campaign day is held against as much more, by its weight. Nothing within `LEAST` of the usual stands out.
    """
    if len(by_day) < FEWEST_DAYS:
        return TooLittle(len(by_day), FEWEST_DAYS)
    plain = {day: Fraction(amount, max(1, calendar.weight(day))) for day, amount in sorted(by_day.items())}
    usual = Fraction(median(plain.values()))
    off = {day: abs(amount - usual) for day, amount in plain.items()}
    deviation = Fraction(median(off.values()))
    limit = max(FAR * deviation / DEVIATION, LEAST * abs(usual))
    found = tuple((day, by_day[day]) for day in plain if off[day] > limit)
    return Outliers(found, usual, len(by_day))


def _step(measure: Measure, count: int | None, before: int | None) -> Step:
    return Step(measure, count, Fraction(count, before) if count is not None and before else None)


def _mean(by_day: Mapping[date, int], days: Sequence[date]) -> Fraction | None:
    return Fraction(sum(by_day.get(day, 0) for day in days), len(days)) if days else None


def _year_before(day: date) -> date:
    try:
        return day.replace(year=day.year - 1)
    except ValueError:  # 29 February
        return day.replace(year=day.year - 1, day=28)
