"""What a target asks for: its unit, which metrics may have one, and whether it can be shared out."""

from fractions import Fraction

from kpi.metrics import CATALOGUE, Adds, Metric, Unit

PARTS = 10_000  # of one, in which ratios, hours and days are aimed at: 2.0 % is 200


def scale(metric: Metric) -> int:
    """How many units of a target make one of `metric`: minor units and counts are whole already."""
    return 1 if CATALOGUE[metric].unit in {Unit.MONEY, Unit.COUNT} else PARTS


def asked(metric: Metric, amount: int) -> Fraction:
    """The value of `metric` that a target of `amount` asks for; money in minor units."""
    return Fraction(amount, scale(metric))


def shared(metric: Metric) -> bool:
    """Whether people's and days' parts of a target add up to it. A ratio is the same for everybody, every day."""
    return CATALOGUE[metric].adds is Adds.SUM
