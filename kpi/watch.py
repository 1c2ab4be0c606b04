"""What a lead wants to be told of: metrics with limits, and what has changed for the worse by itself."""

from dataclasses import dataclass
from enum import Enum
from fractions import Fraction

from kpi.board import improvement
from kpi.metrics import Metric, enough

FEWEST_DAYS = 3
DROP = Fraction(30, 100)
SPIKE = 2  # times the usual rate
FEWEST_COMPLAINTS = 2  # one may always happen


class Side(Enum):
    """On which side of its limit a metric is worth an alarm."""

    BELOW = "below"
    ABOVE = "above"


@dataclass(frozen=True, slots=True)
class Watch:
    """A metric that is watched. `limit` is in its unit, or with `of_team` a part of the team's own value (70 %).

    It is each seller's, or of the `whole` team.
    """

    metric: Metric
    side: Side
    limit: Fraction
    of_team: bool
    whole: bool = False


class Alarm(Enum):
    """What became of a watch."""

    RAISED = "raised"  # the limit was crossed just now
    ENDED = "ended"  # it is kept again
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Drop:
    """Somebody sells less than they used to: per weight of a day, and by how much (above zero)."""

    now: Fraction
    usual: Fraction
    by: Fraction
    n: int  # what the days weigh


def limit(watch: Watch, team: Fraction | None) -> Fraction | None:
    """Where the alarm begins, in the metric's unit. None when it is a part of the team's value and that has none."""
    if not watch.of_team:
        return watch.limit
    return None if team is None else watch.limit * team


def crossed(watch: Watch, value: Fraction | None, team: Fraction | None, n: int | None = None) -> bool | None:
    """Whether `value` lies beyond the limit. None when that cannot be said: no value, or it rests on fewer than five.

    `n` is what a ratio rests on (`kpi.metrics.sample`).
    """
    bound = limit(watch, team)
    if value is None or bound is None or not enough(n):
        return None
    return value < bound if watch.side is Side.BELOW else value > bound


def alarm(before: bool, now: bool | None) -> Alarm:
    """What to say, so that a crossed limit is told once and not again until it was kept in between."""
    if now is None or now == before:
        return Alarm.NONE
    return Alarm.RAISED if now else Alarm.ENDED


def drop(now: int, weight: int, before: int, weight_before: int) -> Drop | None:
    """How far the last days, of `weight`, fell below the own four weeks before; None below 30 %, or of fewer than
    three days.
    """
    risen = improvement(now, weight, before, weight_before)
    if risen is None or risen > -DROP or weight < FEWEST_DAYS:
        return None
    return Drop(Fraction(now, weight), Fraction(before, weight_before), -risen, weight)


def spike(complaints: int, orders: int, complaints_before: int, orders_before: int) -> bool:
    """Whether there are suddenly many complaints: two or more, at twice the rate of the four weeks before or above."""
    if complaints < FEWEST_COMPLAINTS or not orders_before:
        return False
    return Fraction(complaints, max(orders, 1)) >= SPIKE * Fraction(complaints_before, orders_before)
