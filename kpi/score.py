"""综合分: one figure for how somebody stands on several metrics, by weights that everybody can see."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from kpi.metrics import CATALOGUE, Better, Metric

WHOLE = 100  # what weights add up to
CAP = Fraction(3, 2)  # one metric far above its target does not make up for all the others


class WeightsError(ValueError):
    """Weights that do not add up to 100, or one that is not above zero. `total` is what they add up to."""

    def __init__(self, total: int) -> None:
        super().__init__(f"weights add up to {total}")
        self.total = total


@dataclass(frozen=True, slots=True)
class Weighed:
    """A metric of a score: its weight, and how it stands against its target. None is not known, or not set."""

    metric: Metric
    weight: int
    actual: Fraction | None
    target: Fraction | None


@dataclass(frozen=True, slots=True)
class Component:
    """What a metric gives to a score. `achieved` is None for one that has no value or no target, and gives nothing."""

    metric: Metric
    weight: int
    achieved: Fraction | None  # between 0 and the cap
    points: Fraction


@dataclass(frozen=True, slots=True)
class Score:
    """The points of somebody who meets all targets are 100. `counted` is what the weights behind them add up to."""

    points: Fraction
    counted: int
    components: tuple[Component, ...]


def check_weights(weights: Mapping[Metric, int]) -> None:
    """`WeightsError` unless every weight is above zero and they add up to 100."""
    total = sum(weights.values())
    if total != WHOLE or any(weight <= 0 for weight in weights.values()):
        raise WeightsError(total)


def achievement(metric: Metric, actual: Fraction | None, target: Fraction | None) -> Fraction | None:
    """达成率 of `metric`: actual ÷ target, or target ÷ actual where lower is better. Not capped, never below zero.

    None without a value, a target, or anything to divide by: also where lower is better and there is none at all,
    which `capped` takes for the cap.
    """
    if actual is None or target is None:
        return None
    over, under = (target, actual) if CATALOGUE[metric].better is Better.LOWER else (actual, target)
    return max(Fraction(0), over / under) if under > 0 else None


def capped(metric: Metric, actual: Fraction | None, target: Fraction | None, cap: Fraction = CAP) -> Fraction | None:
    """What a score takes for the achievement of `metric`."""
    if CATALOGUE[metric].better is Better.LOWER and actual == 0 and target is not None:
        return cap
    reached = achievement(metric, actual, target)
    return None if reached is None else min(cap, reached)


def score(weighed: Sequence[Weighed], cap: Fraction = CAP) -> Score | None:
    """Σ weight x achievement. A metric without a value or a target is left out, and the others weigh more for it.

    None when that leaves none. `WeightsError` for weights that are not visible parts of 100.
    """
    check_weights({each.metric: each.weight for each in weighed})
    reached = [capped(each.metric, each.actual, each.target, cap) for each in weighed]
    counted = sum(each.weight for each, at in zip(weighed, reached, strict=True) if at is not None)
    if not counted:
        return None
    components = tuple(
        Component(each.metric, each.weight, at, Fraction(WHOLE * each.weight, counted) * (at or 0))
        for each, at in zip(weighed, reached, strict=True)
    )
    return Score(sum((part.points for part in components), Fraction(0)), counted, components)
