"""How a period is going against its target and the calendar.

Time is counted in weights of days (`kpi.calendar`): on the calendar's days alone, a rest day or a campaign to come
would look like a delay.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from math import isqrt

from kpi.calendar import EVERY_DAY, Calendar
from kpi.cascade import of_day
from kpi.money import round_half_up
from kpi.period import Period

FEWEST_DAYS = 3  # reported, for a forecast
EIGHT_OF_TEN = Fraction(128, 100)  # standard deviations to either side that hold 80 % of a normal distribution


@dataclass(frozen=True, slots=True)
class Need:
    """What one day to come must bring."""

    day: date
    amount: Fraction


@dataclass(frozen=True, slots=True)
class Pace:
    """How `actual` stands against `target` on the evening of a day; all in the unit of both.

    `today` is what that day itself was to bring by plan. `next_day` and `campaign` are the first working day and the
    first heavier day to come with what they must bring now: None when there is none, or when the target is reached.
    """

    target: int
    actual: int
    progress: Fraction
    ahead: int
    today: int
    next_day: Need | None
    campaign: Need | None

    @property
    def reached(self) -> bool:
        return self.actual >= self.target


@dataclass(frozen=True, slots=True)
class Forecast:
    """What a period will have brought at its end, and between what eight of ten such periods would end."""

    amount: Fraction
    low: int
    high: int


def pace(target: int, actual: int, period: Period, today: date, calendar: Calendar = EVERY_DAY) -> Pace:
    """How `period` stands when `today` is over. `calendar` is a member's own for a member's target."""
    progress = time_progress(period, today, calendar)
    need = needed_per_day(target, actual, calendar.left(period, today))
    return Pace(
        target=target,
        actual=actual,
        progress=progress,
        ahead=ahead(actual, target, progress),
        today=of_day(target, period, today, calendar),
        next_day=_need(need, calendar.next_day(period, today), calendar),
        campaign=_need(need, calendar.next_campaign(period, today), calendar),
    )


def needed_per_day(target: Fraction | int, actual: Fraction | int, left: int) -> Fraction | None:
    """日需: what each day that weighs 1 must bring to reach `target`, in the unit of both; a heavier one, times that.

    `left` is what the days left weigh together. None when it is reached, or when no day is left.
    """
    if left <= 0 or actual >= target:
        return None
    return Fraction(target - actual, left)


def time_progress(period: Period, today: date, calendar: Calendar = EVERY_DAY) -> Fraction:
    """时间进度: what the days of `period` so far weigh, today among them, ÷ what all its days weigh.

    Where nobody works, the days themselves are counted.
    """
    whole = calendar.weight_of(period)
    if whole:
        return Fraction(calendar.elapsed(period, today), whole)
    return time_progress(period, today)


def ahead(actual: int, target: int, progress: Fraction) -> int:
    """How far `actual` is ahead of what `target` asks for at this time `progress`; behind it when negative.

    In whole minor units, rounded half-up.
    """
    return round_half_up(actual - target * progress)


def forecast(
    by_day: Mapping[date, int], period: Period, until: date, calendar: Calendar = EVERY_DAY
) -> Forecast | None:
    """How much `period` will bring if the days to come go like those up to and including `until`, the last one over.

    `by_day` holds what each reported day brought. With fewer than three of them, None. What is to come is taken by
    weight: what was brought ÷ the weights that are over × all weights. The range comes from how far the days, each by
    its weight, have strayed from that: s² = Σ w·(x/w - r)² ÷ (days - 1) is what a weight of 1 varies by, and over the
    weights R that are left, with r itself known from E weights only, s²·R·(1 + R/E). Nothing already brought is lost.
    """
    over = {day: amount for day, amount in by_day.items() if day in period and day <= until}
    days = [day for day in period.days() if day <= until and calendar.weight(day)]
    if len(over) < FEWEST_DAYS or len(days) < FEWEST_DAYS:
        return None
    elapsed, left, brought = calendar.elapsed(period, until), calendar.left(period, until), sum(over.values())
    rate = Fraction(brought, elapsed)
    amount = rate * (elapsed + left)
    strayed = [Fraction(over.get(day, 0), calendar.weight(day)) - rate for day in days]
    squares = sum(calendar.weight(day) * off * off for day, off in zip(days, strayed, strict=True))
    variance = Fraction(squares, len(days) - 1) * left * (1 + Fraction(left, elapsed))
    spread = isqrt(round_half_up(EIGHT_OF_TEN * EIGHT_OF_TEN * variance))
    return Forecast(amount, max(brought, round_half_up(amount) - spread), round_half_up(amount) + spread)


def _need(need: Fraction | None, day: date | None, calendar: Calendar) -> Need | None:
    return None if need is None or day is None else Need(day, need * calendar.weight(day))
