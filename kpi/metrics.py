"""The catalogue of metrics: what people look at, how each is made, and what may be done with it.

A metric is one entry of `CATALOGUE`; nothing else knows a formula over measures. Such a formula is a weighted sum of
measures, divided by one measure or by nothing, so a figure over several days or people is always sum ÷ sum and never
a mean of their figures. What is no sum of measures (repurchase, a median, stock) says where it lives instead.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction

from kpi.entry import Measure

Sums = dict[Measure, int]

FEWEST = 5  # buyers, orders or ratings behind a ratio that people are ranked by


class Metric(Enum):
    """What can be looked at."""

    NET = "net"
    GROSS = "gross"
    ORDERS = "orders"
    UNITS = "units"
    PER_BUYER = "per_buyer"
    AOV = "aov"
    UNITS_PER_ORDER = "units_per_order"

    NEW_CUSTOMERS = "new_customers"
    RETURNING = "returning"
    REPURCHASE = "repurchase"
    BOUGHT_AGAIN = "bought_again"
    RETENTION = "retention"
    SATISFACTION = "satisfaction"
    STARS = "stars"
    COMPLAINT_RATE = "complaint_rate"

    PAGE_VIEWS = "page_views"
    VISITORS = "visitors"
    INQUIRIES = "inquiries"
    CONTACTS = "contacts"
    CONVERSION = "conversion"
    HANDLING = "handling"
    HANDLING_MEDIAN = "handling_median"
    WITHIN_24H = "within_24h"
    WITHIN_48H = "within_48h"
    TURNOVER = "turnover"
    TURNOVER_DAYS = "turnover_days"
    STOCK_DAYS = "stock_days"

    SHARE = "share"
    ATTAINMENT = "attainment"
    TIME_PROGRESS = "time_progress"
    NEEDED = "needed"
    SCORE = "score"


class Group(Enum):
    """Metrics that belong together."""

    SALES = "sales"
    CUSTOMERS = "customers"
    OPERATIONS = "operations"
    TARGETS = "targets"


class Unit(Enum):
    """How a metric's value is to be shown."""

    MONEY = "money"  # minor units of the team's currency
    COUNT = "count"
    RATIO = "ratio"
    PERCENT = "percent"
    DAYS = "days"
    HOURS = "hours"
    POINTS = "points"


class Better(Enum):
    """Which way a metric ought to go."""

    HIGHER = "higher"
    LOWER = "lower"


class Adds(Enum):
    """How the figures of several days or people become one."""

    SUM = "sum"
    RATIO = "ratio"  # sum ÷ sum
    DAILY = "daily"  # people add up; of several days the mean is shown, for one visitor may come on each of them
    ANEW = "anew"  # told anew from what it is made of


class Lives(Enum):
    """Where the figures of a metric are kept."""

    TOTALS = "totals"  # the daily totals, and nothing else
    CUSTOMERS = "customers"
    ORDERS = "orders"
    STOCK = "stock"
    TARGETS = "targets"  # other metrics, against targets, the calendar or the team


class Origin(Enum):
    """Whose definition it is."""

    ALIBABA = "alibaba"  # the payment figures of Alibaba's shops: 支付金额, 支付笔数, 客单价, 支付转化率
    ALIEXPRESS = "aliexpress"  # seller metrics: dispute rate, on-time shares
    OPENSEARCH = "opensearch"  # Alibaba Cloud OpenSearch's UV
    ODOO = "odoo"  # its commissions' "quantity sold"
    ONMETRIX = "onmetrix"  # "50 retail KPIs"
    YOUZAN = "youzan"  # 有赞 takes one person once
    REPURCHASE = "repurchase"  # articles that tell 复购率 from 回购率 (yitongweb, guangfuqiang)
    AMBITION = "ambition"  # scorecards, and targets prorated by workdays
    ACCOUNTING = "accounting"  # as biz2credit and reference.com put the turnover of stock
    RETAIL = "retail"  # as shops usually count
    OURS = "ours"


@dataclass(frozen=True, slots=True)
class Definition:
    """What a metric is.

    Where its figures live in the totals, its formula is Σ weight x measure of `weights`, divided by the sum of `over`
    where there is one; elsewhere there is none.
    """

    group: Group
    unit: Unit
    origin: Origin
    weights: Mapping[Measure, int]
    over: Measure | None = None
    better: Better = Better.HIGHER
    daily: bool = False
    lives: Lives = Lives.TOTALS

    @property
    def adds(self) -> Adds:
        if self.lives is not Lives.TOTALS:
            return Adds.ANEW
        if self.over is not None:
            return Adds.RATIO
        return Adds.DAILY if self.daily else Adds.SUM

    @property
    def needs(self) -> tuple[Measure, ...]:
        """The measures that it is made of, the divisor last."""
        return (*self.weights, *((self.over,) if self.over else ()))

    @property
    def aimed_at(self) -> bool:
        """Whether it can be a target. What is itself told from targets cannot."""
        return self.lives is not Lives.TARGETS


class NotInTotalsError(ValueError):
    """A metric that is no formula over the daily totals was asked of them."""


# Where there are none of them, there are none: nobody reports that.
_RARE = frozenset(
    {
        Measure.REFUNDS,
        Measure.RETURNED_UNITS,
        Measure.COMPLAINTS,
        Measure.WITHDRAWN_COMPLAINTS,
        Measure.POSITIVE_RATINGS,
    }
)

# Amounts that nobody reports by themselves: they are missing for want of these.
_SAID_WITH = {Measure.GROSS_OF_ORDERS: Measure.ORDERS, Measure.GROSS_OF_BUYERS: Measure.BUYERS}

_NET = {Measure.GROSS: 1, Measure.REFUNDS: -1}
_NET_OF_ORDERS = {Measure.GROSS_OF_ORDERS: 1, Measure.REFUNDS: -1}
_NET_OF_BUYERS = {Measure.GROSS_OF_BUYERS: 1, Measure.REFUNDS: -1}


def _sales(unit: Unit, origin: Origin, weights: Mapping[Measure, int], over: Measure | None = None) -> Definition:
    return Definition(Group.SALES, unit, origin, weights, over)


def _elsewhere(group: Group, unit: Unit, origin: Origin, lives: Lives, better: Better = Better.HIGHER) -> Definition:
    return Definition(group, unit, origin, {}, lives=lives, better=better)


def _flow(origin: Origin, measure: Measure, *, daily: bool = False) -> Definition:
    return Definition(Group.OPERATIONS, Unit.COUNT, origin, {measure: 1}, daily=daily)


CATALOGUE: Mapping[Metric, Definition] = {
    # What people are ranked by. Alibaba's 支付金额 leaves later refunds in, so both are shown.
    Metric.NET: _sales(Unit.MONEY, Origin.OURS, _NET),
    Metric.GROSS: _sales(Unit.MONEY, Origin.ALIBABA, {Measure.GROSS: 1}),
    # Alibaba's 支付笔数: a partial refund leaves the order standing.
    Metric.ORDERS: _sales(Unit.COUNT, Origin.ALIBABA, {Measure.ORDERS: 1}),
    # Pieces (件) are not orders (单).
    Metric.UNITS: _sales(Unit.COUNT, Origin.ODOO, {Measure.UNITS: 1, Measure.RETURNED_UNITS: -1}),
    # 客单价 is by buyer, 笔单价 (onmetrix's ATV) by order. What was sold without saying how many has none to be
    # divided by.
    Metric.PER_BUYER: _sales(Unit.MONEY, Origin.ALIBABA, _NET_OF_BUYERS, over=Measure.BUYERS),
    Metric.AOV: _sales(Unit.MONEY, Origin.ONMETRIX, _NET_OF_ORDERS, over=Measure.ORDERS),
    # 连带率.
    Metric.UNITS_PER_ORDER: _sales(Unit.RATIO, Origin.RETAIL, {Measure.UNITS: 1}, over=Measure.ORDERS),
    # Buyers only: recruited sellers are no customers.
    Metric.NEW_CUSTOMERS: Definition(Group.CUSTOMERS, Unit.COUNT, Origin.YOUZAN, {Measure.NEW_CUSTOMERS: 1}),
    Metric.RETURNING: Definition(Group.CUSTOMERS, Unit.COUNT, Origin.RETAIL, {Measure.REPEAT_CUSTOMERS: 1}),
    # 复购率 is within one window, 回购率 from one to the next; they are often mixed up.
    Metric.REPURCHASE: _elsewhere(Group.CUSTOMERS, Unit.PERCENT, Origin.REPURCHASE, Lives.CUSTOMERS),
    Metric.BOUGHT_AGAIN: _elsewhere(Group.CUSTOMERS, Unit.PERCENT, Origin.REPURCHASE, Lives.CUSTOMERS),
    Metric.RETENTION: _elsewhere(Group.CUSTOMERS, Unit.PERCENT, Origin.ONMETRIX, Lives.CUSTOMERS),
    # Four and five stars of five are positive.
    Metric.SATISFACTION: Definition(
        Group.CUSTOMERS, Unit.PERCENT, Origin.ONMETRIX, {Measure.POSITIVE_RATINGS: 1}, over=Measure.RATINGS
    ),
    Metric.STARS: Definition(
        Group.CUSTOMERS, Unit.RATIO, Origin.ONMETRIX, {Measure.RATING_STARS: 1}, over=Measure.RATINGS
    ),
    # AliExpress's dispute rate: what was withdrawn comes off.
    Metric.COMPLAINT_RATE: Definition(
        Group.CUSTOMERS,
        Unit.PERCENT,
        Origin.ALIEXPRESS,
        {Measure.COMPLAINTS: 1, Measure.WITHDRAWN_COMPLAINTS: -1},
        over=Measure.ORDERS,
        better=Better.LOWER,
    ),
    Metric.PAGE_VIEWS: _flow(Origin.RETAIL, Measure.PAGE_VIEWS),
    Metric.VISITORS: _flow(Origin.OPENSEARCH, Measure.VISITORS, daily=True),
    Metric.INQUIRIES: _flow(Origin.RETAIL, Measure.INQUIRIES),
    Metric.CONTACTS: _flow(Origin.RETAIL, Measure.CONTACTS),
    # Buyers, not orders.
    Metric.CONVERSION: Definition(
        Group.OPERATIONS, Unit.PERCENT, Origin.ALIBABA, {Measure.BUYERS: 1}, over=Measure.VISITORS
    ),
    # One late order distorts a mean, so the median and the shares stand beside it.
    Metric.HANDLING: _elsewhere(Group.OPERATIONS, Unit.HOURS, Origin.RETAIL, Lives.ORDERS, Better.LOWER),
    Metric.HANDLING_MEDIAN: _elsewhere(Group.OPERATIONS, Unit.HOURS, Origin.RETAIL, Lives.ORDERS, Better.LOWER),
    Metric.WITHIN_24H: _elsewhere(Group.OPERATIONS, Unit.PERCENT, Origin.ALIEXPRESS, Lives.ORDERS),
    Metric.WITHIN_48H: _elsewhere(Group.OPERATIONS, Unit.PERCENT, Origin.ALIEXPRESS, Lives.ORDERS),
    # At cost, not at the selling price.
    Metric.TURNOVER: _elsewhere(Group.OPERATIONS, Unit.RATIO, Origin.ACCOUNTING, Lives.STOCK),
    Metric.TURNOVER_DAYS: _elsewhere(Group.OPERATIONS, Unit.DAYS, Origin.ACCOUNTING, Lives.STOCK, Better.LOWER),
    # How long it lasts: whether there is too much of it, the turnover tells.
    Metric.STOCK_DAYS: _elsewhere(Group.OPERATIONS, Unit.DAYS, Origin.RETAIL, Lives.STOCK),
    Metric.SHARE: _elsewhere(Group.TARGETS, Unit.PERCENT, Origin.OURS, Lives.TARGETS),
    Metric.ATTAINMENT: _elsewhere(Group.TARGETS, Unit.PERCENT, Origin.AMBITION, Lives.TARGETS),
    Metric.TIME_PROGRESS: _elsewhere(Group.TARGETS, Unit.PERCENT, Origin.AMBITION, Lives.TARGETS),
    Metric.NEEDED: _elsewhere(Group.TARGETS, Unit.MONEY, Origin.OURS, Lives.TARGETS),
    Metric.SCORE: _elsewhere(Group.TARGETS, Unit.POINTS, Origin.AMBITION, Lives.TARGETS),
}


def value(metric: Metric, sums: Mapping[Measure, int]) -> Fraction | None:
    """`metric` over `sums`, exact; money in minor units. None when it would divide by zero, shown as a dash.

    What adds up by day only (`Adds.DAILY`) is here counted in visits (人次); over several days, see `over_days`.
    `NotInTotalsError` for a metric that lives elsewhere.
    """
    formula = CATALOGUE[metric]
    if not formula.weights:
        raise NotInTotalsError(metric.value)
    amount = sum(weight * sums.get(measure, 0) for measure, weight in formula.weights.items())
    if formula.over is None:
        return Fraction(amount)
    divisor = sums.get(formula.over, 0)
    return Fraction(amount, divisor) if divisor else None


def over_days(metric: Metric, days: Iterable[Mapping[Measure, int]]) -> Fraction | None:
    """`metric` over several days, given the sums of each: the mean of those that have any when it is `DAILY`.

    40 and 35 visitors on two days are 37.5 a day, and nobody knows how many they were together.
    """
    formula, counted = CATALOGUE[metric], list(days)
    whole = value(metric, added(*counted))
    if whole is None or formula.adds is not Adds.DAILY:
        return whole
    told = sum(any(day.get(measure) for measure in formula.weights) for day in counted)
    return whole / told if told else None


def sample(metric: Metric, sums: Mapping[Measure, int]) -> int | None:
    """How many orders, buyers or ratings a ratio rests on; None for what is no ratio."""
    over = CATALOGUE[metric].over
    return None if over is None else sums.get(over, 0)


def enough(n: int | None) -> bool:
    """Whether a figure that rests on `n` may be ranked: a ratio of three buyers says nothing."""
    return n is None or n >= FEWEST


def missing(metric: Metric, sums: Mapping[Measure, int]) -> tuple[Measure, ...]:
    """What somebody would have to report for `metric` to be told from `sums`. Nothing complained of is not missing."""
    absent = [measure for measure in CATALOGUE[metric].needs if measure not in sums and measure not in _RARE]
    return tuple(measure for measure in absent if _SAID_WITH.get(measure) not in absent)


def in_group(group: Group) -> tuple[Metric, ...]:
    """The metrics of a group, in the order of the catalogue."""
    return tuple(metric for metric, definition in CATALOGUE.items() if definition.group is group)


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
