"""The catalogue of metrics: what people look at, each a formula over sums of measures.

A metric is one entry of `CATALOGUE`. Every formula is a weighted sum of measures, divided by one measure or by
nothing, so a figure over several days or people is always sum ÷ sum and never a mean of their figures.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction

from kpi.entry import Measure

Sums = dict[Measure, int]


class Metric(Enum):
    """What can be looked at."""

    NET = "net"
    GROSS = "gross"
    ORDERS = "orders"
    AOV = "aov"
    UNITS = "units"
    UNITS_PER_ORDER = "units_per_order"
    NEW_CUSTOMERS = "new_customers"
    COMPLAINT_RATE = "complaint_rate"


class Unit(Enum):
    """How a metric's value is to be shown."""

    MONEY = "money"  # minor units of the team's currency
    COUNT = "count"
    RATIO = "ratio"
    PERCENT = "percent"


class Better(Enum):
    """Which way a metric ought to go."""

    HIGHER = "higher"
    LOWER = "lower"


@dataclass(frozen=True, slots=True)
class Definition:
    """A metric's formula: Σ weight × measure, divided by the sum of `over` where there is one."""

    weights: Mapping[Measure, int]
    unit: Unit
    over: Measure | None = None
    better: Better = Better.HIGHER


_NET = {Measure.GROSS: 1, Measure.REFUNDS: -1}
_NET_OF_ORDERS = {Measure.GROSS_OF_ORDERS: 1, Measure.REFUNDS: -1}

CATALOGUE = {
    # What people are ranked by: Alibaba's 支付金额 leaves later refunds in.
    Metric.NET: Definition(_NET, Unit.MONEY),
    Metric.GROSS: Definition({Measure.GROSS: 1}, Unit.MONEY),
    # Alibaba's 支付笔数: a partial refund leaves the order standing.
    Metric.ORDERS: Definition({Measure.ORDERS: 1}, Unit.COUNT),
    # 笔单价, onmetrix's ATV: revenue ÷ transactions. What was sold without saying orders has none to be divided by.
    Metric.AOV: Definition(_NET_OF_ORDERS, Unit.MONEY, over=Measure.ORDERS),
    # Pieces (件) are not orders (单).
    Metric.UNITS: Definition({Measure.UNITS: 1}, Unit.COUNT),
    # 连带率, as retail counts it.
    Metric.UNITS_PER_ORDER: Definition({Measure.UNITS: 1}, Unit.RATIO, over=Measure.ORDERS),
    # Buyers only: recruited sellers are no customers.
    Metric.NEW_CUSTOMERS: Definition({Measure.NEW_CUSTOMERS: 1}, Unit.COUNT),
    # AliExpress's dispute rate: complaints that stand ÷ orders.
    Metric.COMPLAINT_RATE: Definition({Measure.COMPLAINTS: 1}, Unit.PERCENT, over=Measure.ORDERS, better=Better.LOWER),
}


def value(metric: Metric, sums: Mapping[Measure, int]) -> Fraction | None:
    """`metric` over `sums`, exact; money in minor units. None when it would divide by zero, shown as a dash."""
    formula = CATALOGUE[metric]
    amount = sum(weight * sums.get(measure, 0) for measure, weight in formula.weights.items())
    if formula.over is None:
        return Fraction(amount)
    divisor = sums.get(formula.over, 0)
    return Fraction(amount, divisor) if divisor else None


def net(sums: Mapping[Measure, int]) -> int:
    """Net sales in minor units, below zero when more was refunded than sold."""
    return int(value(Metric.NET, sums) or 0)


def added(*sums: Mapping[Measure, int]) -> Sums:
    """The sums of several days or people as one."""
    whole: Sums = {}
    for part in sums:
        for measure, amount in part.items():
            whole[measure] = whole.get(measure, 0) + amount
    return whole
