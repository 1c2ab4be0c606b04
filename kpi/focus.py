"""今日重点: the one metric that somebody should look after today."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from kpi.calendar import EVERY_DAY, Calendar
from kpi.metrics import CATALOGUE, Adds, Metric
from kpi.pace import needed_per_day, time_progress
from kpi.period import Period
from kpi.score import CAP, capped


@dataclass(frozen=True, slots=True)
class Aim:
    """A target of a period on a metric, and how it stands before today. None: the metric has no value yet."""

    metric: Metric
    target: Fraction
    actual: Fraction | None


@dataclass(frozen=True, slots=True)
class Focus:
    """The metric with the largest gap. `attainment` is against the whole target (inverted where lower is better).

    `standing` is against what it should be by now: below 1 it is behind. `today` is what today must bring for the
    target still to be reached in even steps; None for a metric that does not add up by day.
    """

    metric: Metric
    attainment: Fraction
    standing: Fraction
    today: Fraction | None


def focus(aims: Sequence[Aim], period: Period, today: date, calendar: Calendar = EVERY_DAY) -> Focus | None:
    """What to look after on the morning of `today`: of the targets not reached yet the one furthest behind.

    None on a day that weighs nothing in `calendar`, a member's own (on leave), without targets, and when all are
    reached. What adds up is held against the time that is over, a ratio against its target as it is. Of several that
    stand alike it is the first one given.
    """
    if today not in period or not calendar.weight(today):
        return None
    found = [each for aim in aims if (each := _standing(aim, period, today, calendar)) and each.attainment < 1]
    return min(found, key=lambda each: each.standing, default=None)


def _standing(aim: Aim, period: Period, today: date, calendar: Calendar) -> Focus | None:
    attainment = capped(aim.metric, aim.actual, aim.target)
    if attainment is None:
        return None
    if CATALOGUE[aim.metric].adds is not Adds.SUM:
        return Focus(aim.metric, attainment, attainment, None)
    over = time_progress(period, today, calendar) - Fraction(calendar.weight(today), calendar.weight_of(period))
    standing = attainment / over if over else CAP  # nothing can be behind on the first morning
    return Focus(aim.metric, attainment, standing, _today(aim, period, today, calendar))


def _today(aim: Aim, period: Period, today: date, calendar: Calendar) -> Fraction | None:
    weight = calendar.weight(today)
    left = calendar.left(period, today) + weight
    need = needed_per_day(aim.target, aim.actual or Fraction(0), left)
    return None if need is None else need * weight
