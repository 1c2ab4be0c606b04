"""What a team pays for: a closed set of rules as values that check themselves."""

from dataclasses import dataclass
from itertools import pairwise

from kpi.aim import PARTS
from kpi.metrics import Metric
from kpi.money import MINOR_LIMIT
from kpi.pay.terms import (
    MOST_RULES,
    SALES,
    Applies,
    Cash,
    ExtraOf,
    Fault,
    Gate,
    Prize,
    Step,
    Tie,
    Tier,
    check,
    check_amount,
    check_currency,
    check_steps,
    check_tiers,
    payable,
)


@dataclass(frozen=True, slots=True)
class TargetBonus:
    """`amount` for a target that is met; from `floor` on in proportion; above the target more, by `steps`.

    Without a floor there is nothing below the target.
    """

    amount: int
    metric: Metric = Metric.NET
    floor: int | None = None
    steps: tuple[Step, ...] = ()
    extra_of: ExtraOf = ExtraOf.BONUS
    gates: tuple[Gate, ...] = ()

    def __post_init__(self) -> None:
        check_amount(self.amount)
        check(payable(self.metric), Fault.METRIC)
        check(self.extra_of is ExtraOf.BONUS or self.metric in SALES, Fault.METRIC)
        check(self.floor is None or 0 < self.floor < PARTS, Fault.FLOOR)
        check_steps(self.steps)


@dataclass(frozen=True, slots=True)
class ThresholdBonus:
    """`amount` when `metric` is at `limit` or better, resting on `least` orders, buyers or ratings if it is a ratio."""

    metric: Metric
    limit: int
    amount: int
    least: int = 0
    gates: tuple[Gate, ...] = ()

    def __post_init__(self) -> None:
        check_amount(self.amount)
        check(payable(self.metric), Fault.METRIC)
        check(0 <= self.limit < MINOR_LIMIT, Fault.LIMIT)
        check(0 <= self.least < PARTS, Fault.COUNT)


@dataclass(frozen=True, slots=True)
class RateTiers:
    """A share of sales (提成). The first tier starts at zero."""

    tiers: tuple[Tier, ...]
    applies: Applies = Applies.MARGINAL
    metric: Metric = Metric.NET
    gates: tuple[Gate, ...] = ()

    def __post_init__(self) -> None:
        check(self.metric in SALES, Fault.METRIC)
        check_tiers(self.tiers)
        rising = all(below.rate <= above.rate for below, above in pairwise(self.tiers))
        check(rising or self.applies is Applies.MARGINAL, Fault.TIERS)  # more sold would pay less


@dataclass(frozen=True, slots=True)
class NewCustomerChampion:
    """For whoever won most new customers in the month, `least` of them or more."""

    prize: Prize
    least: int = 1
    tie: Tie = Tie.BOTH

    def __post_init__(self) -> None:
        check(0 < self.least < PARTS, Fault.COUNT)
        check(self.tie is Tie.BOTH or isinstance(self.prize, Cash), Fault.TIE)


@dataclass(frozen=True, slots=True)
class SatisfactionRise:
    """For a share of good ratings that is `rise` above one's own of the month before, both of `least` ratings."""

    prize: Prize
    rise: int
    least: int = 10

    def __post_init__(self) -> None:
        check(0 < self.rise <= PARTS, Fault.LIMIT)
        check(0 < self.least < PARTS, Fault.COUNT)


@dataclass(frozen=True, slots=True)
class BigOrder:
    """For one order of `at_least`, once a lead says so."""

    at_least: int
    prize: Prize

    def __post_init__(self) -> None:
        check(0 < self.at_least < MINOR_LIMIT, Fault.LIMIT)


@dataclass(frozen=True, slots=True)
class Praise:
    """For a customer's praise (好评), once a lead says so."""

    prize: Prize


Rule = TargetBonus | ThresholdBonus | RateTiers | NewCustomerChampion | SatisfactionRise | BigOrder | Praise


@dataclass(frozen=True, slots=True)
class RuleSet:
    """All that a team pays for beside base pay, in amounts of `currency`.

    `budget` is the share of the team's net sales that variable pay should stay within, `cap` the most that one person
    gets of it in cash in a month. `adjusts`: a refund that comes after a month was closed is settled in a later month.
    """

    rules: tuple[Rule, ...]
    currency: str
    budget: int | None = None
    cap: int | None = None
    adjusts: bool = True

    def __post_init__(self) -> None:
        check(0 < len(self.rules) <= MOST_RULES, Fault.EMPTY)
        check(self.budget is None or 0 < self.budget <= PARTS, Fault.BUDGET)
        check_currency(self.currency)
        if self.cap is not None:
            check_amount(self.cap)


def looked_at(rule_set: RuleSet) -> frozenset[Metric]:
    """The metrics that rules and their gates look at."""
    found = set()
    for rule in rule_set.rules:
        if isinstance(rule, TargetBonus | ThresholdBonus | RateTiers):
            found |= {rule.metric, *(gate.metric for gate in rule.gates)}
    return frozenset(found)
