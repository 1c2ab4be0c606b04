"""Which metrics a team uses: what can be switched off, what is then not asked for, and sets to begin with."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from kpi.entry import Measure
from kpi.metrics import CATALOGUE, Group, Lives, Metric

GROUPS = (Group.SALES, Group.CUSTOMERS, Group.OPERATIONS)  # what is told from targets follows the metric it is of

SWITCHED = tuple(metric for metric, told in CATALOGUE.items() if told.group in GROUPS and metric is not Metric.NET)


class Trade(Enum):
    """What a team sells."""

    BEAUTY = "beauty"
    BABY = "baby"
    FOOD = "food"
    FASHION = "fashion"


@dataclass(frozen=True, slots=True)
class Template:
    """The metrics that a trade usually looks at beside net sales, and how much each weighs in the score."""

    uses: frozenset[Metric]
    weights: Mapping[Metric, int]

    @property
    def off(self) -> frozenset[Metric]:
        return frozenset(SWITCHED) - self.uses


_COMMON = frozenset(
    {
        *(Metric.GROSS, Metric.ORDERS, Metric.UNITS, Metric.AOV),
        *(Metric.NEW_CUSTOMERS, Metric.RETURNING, Metric.REPURCHASE, Metric.COMPLAINT_RATE),
        *(Metric.TURNOVER, Metric.TURNOVER_DAYS, Metric.STOCK_DAYS),
    }
)

# What sells by being bought again weighs that; what spoils or is sent back weighs how it is sent, and complaints.
TEMPLATES: Mapping[Trade, Template] = {
    Trade.BEAUTY: Template(
        _COMMON | {Metric.UNITS_PER_ORDER, Metric.BOUGHT_AGAIN, Metric.RETENTION, Metric.SATISFACTION, Metric.STARS},
        {Metric.NET: 50, Metric.NEW_CUSTOMERS: 20, Metric.REPURCHASE: 20, Metric.SATISFACTION: 10},
    ),
    Trade.BABY: Template(
        _COMMON
        | {Metric.PER_BUYER, Metric.BOUGHT_AGAIN, Metric.RETENTION, Metric.SATISFACTION, Metric.INQUIRIES}
        | {Metric.CONTACTS},
        {Metric.NET: 40, Metric.NEW_CUSTOMERS: 20, Metric.REPURCHASE: 25, Metric.COMPLAINT_RATE: 15},
    ),
    Trade.FOOD: Template(
        _COMMON | {Metric.HANDLING, Metric.HANDLING_MEDIAN, Metric.WITHIN_24H, Metric.WITHIN_48H},
        {Metric.NET: 40, Metric.REPURCHASE: 25, Metric.WITHIN_24H: 20, Metric.COMPLAINT_RATE: 15},
    ),
    Trade.FASHION: Template(
        _COMMON
        | {Metric.PER_BUYER, Metric.UNITS_PER_ORDER, Metric.PAGE_VIEWS, Metric.VISITORS, Metric.CONVERSION}
        | {Metric.HANDLING, Metric.WITHIN_48H},
        {Metric.NET: 50, Metric.UNITS_PER_ORDER: 15, Metric.CONVERSION: 20, Metric.COMPLAINT_RATE: 15},
    ),
}


def made_of(measure: Measure) -> tuple[Metric, ...]:
    """The metrics that are told from what people report as `measure`, the plainest first."""
    if measure is Measure.SHIPPED:
        return tuple(metric for metric, told in CATALOGUE.items() if told.lives is Lives.ORDERS)
    return tuple(metric for metric, told in CATALOGUE.items() if measure in told.needs)


def is_unused(measure: Measure, off: frozenset[Metric]) -> bool:
    """Whether nothing that the team looks at is told from `measure`. What no metric needs is never in the way."""
    metrics = made_of(measure)
    return bool(metrics) and off.issuperset(metrics)
