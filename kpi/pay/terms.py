"""What rules of pay are put together from, and what is wrong with a rule."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise

from kpi.aim import PARTS
from kpi.metrics import CATALOGUE, Metric
from kpi.money import MINOR_LIMIT, minor_digits

MOST_EXTRA = 100 * PARTS
MOST_STEPS = 12  # of a ladder, or tiers
MOST_RULES = 12
LONGEST_NAME = 60
SALES = frozenset({Metric.NET, Metric.GROSS})


class Fault(Enum):
    """What is wrong with a rule."""

    AMOUNT = "amount"  # not above zero, or too large
    METRIC = "metric"  # nothing that this rule can pay for
    FLOOR = "floor"  # not between nothing and the target
    STEPS = "steps"  # not above the target, or not rising
    TIERS = "tiers"  # not from zero up, or a rate that is none
    LIMIT = "limit"
    COUNT = "count"
    NAME = "name"
    TIE = "tie"  # a gift cannot be split
    EMPTY = "empty"
    BUDGET = "budget"
    CURRENCY = "currency"


class RuleError(ValueError):
    """A rule that pays nothing, or pays in a way that nobody could explain."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.value)
        self.fault = fault


class Holds(Enum):
    """What a closed gate holds back."""

    ACCELERATOR = "accelerator"
    ALL = "all"


class ExtraOf(Enum):
    """What the extra of an accelerator is a share of."""

    BONUS = "bonus"
    EXCESS = "excess"  # what was sold above the target


class Applies(Enum):
    """To what the rate of a tier applies."""

    MARGINAL = "marginal"  # 分段: to what lies within the tier
    WHOLE = "whole"  # 全额: to everything, once the tier is reached


class Tie(Enum):
    """What several first ones get."""

    BOTH = "both"
    SPLIT = "split"


@dataclass(frozen=True, slots=True)
class Gate:
    """What must be met besides: `metric` at `limit` or better."""

    metric: Metric
    limit: int
    holds: Holds = Holds.ACCELERATOR

    def __post_init__(self) -> None:
        check(payable(self.metric) and self.metric not in SALES, Fault.METRIC)
        check(0 <= self.limit < MINOR_LIMIT, Fault.LIMIT)


@dataclass(frozen=True, slots=True)
class Step:
    """From the share `at` of the target on, inclusive, `extra`. Steps do not add up: the highest counts."""

    at: int
    extra: int


@dataclass(frozen=True, slots=True)
class Tier:
    """From sales of `start` on, inclusive, `rate`."""

    start: int
    rate: int


@dataclass(frozen=True, slots=True)
class Cash:
    amount: int

    def __post_init__(self) -> None:
        check_amount(self.amount)


@dataclass(frozen=True, slots=True)
class Gift:
    """A thing, with what it costs the team."""

    name: str
    value: int

    def __post_init__(self) -> None:
        check_amount(self.value)
        check(0 < len(self.name.strip()) <= LONGEST_NAME, Fault.NAME)


Prize = Cash | Gift


def payable(metric: Metric) -> bool:
    """Whether people may be paid by `metric`: it has targets, or is the score, which is measured against 100."""
    return CATALOGUE[metric].aimed_at or metric is Metric.SCORE


def check(holds: bool, fault: Fault) -> None:
    """`RuleError` with `fault` unless it `holds`."""
    if not holds:
        raise RuleError(fault)


def check_amount(amount: int) -> None:
    check(0 < amount < MINOR_LIMIT, Fault.AMOUNT)


def check_currency(currency: str) -> None:
    try:
        minor_digits(currency)
    except KeyError:
        raise RuleError(Fault.CURRENCY) from None


def check_steps(steps: Sequence[Step]) -> None:
    check(len(steps) <= MOST_STEPS, Fault.STEPS)
    check(all(step.at > PARTS and 0 < step.extra <= MOST_EXTRA for step in steps), Fault.STEPS)
    check(all(one.at < next_.at and one.extra < next_.extra for one, next_ in pairwise(steps)), Fault.STEPS)


def check_tiers(tiers: Sequence[Tier]) -> None:
    check(0 < len(tiers) <= MOST_STEPS and tiers[0].start == 0 and tiers[-1].start < MINOR_LIMIT, Fault.TIERS)
    check(all(one.start < next_.start for one, next_ in pairwise(tiers)), Fault.TIERS)
    check(all(0 <= tier.rate <= PARTS for tier in tiers) and any(tier.rate for tier in tiers), Fault.TIERS)
