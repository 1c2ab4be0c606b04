"""What the next step pays: how much more has to be sold, and what it brings."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from math import ceil

from kpi.aim import PARTS
from kpi.entry import Measure
from kpi.metrics import Metric
from kpi.pay.facts import MemberMonth
from kpi.pay.payslip import payslip
from kpi.pay.rules import RateTiers, Rule, RuleSet, TargetBonus, ThresholdBonus
from kpi.pay.terms import SALES, Applies


@dataclass(frozen=True, slots=True)
class Ahead:
    """`gap` more of sales lift what rules pay by figures from `now` to `then`, in minor units.

    `attained` is the share of the sales target that is met there; None without one.
    """

    gap: int
    now: int
    then: int
    attained: Fraction | None


def next_step(rule_set: RuleSet, facts: MemberMonth) -> Ahead | None:
    """The nearest step of sales that pays more, all rules, gates and caps together; None when there is none."""
    now = payslip(rule_set, facts).bonus
    for gap in sorted(set(_gaps(rule_set, facts))):
        then = payslip(rule_set, _with(facts, gap)).bonus
        if then > now:
            return Ahead(gap, now, then, _attained(facts, gap))
    return None


def _gaps(rule_set: RuleSet, facts: MemberMonth) -> Iterator[int]:
    for rule in rule_set.rules:
        sold = _sold(rule, facts)
        if sold is not None:
            yield from (step - sold for step in _steps(rule, facts) if step > sold)


def _sold(rule: Rule, facts: MemberMonth) -> int | None:
    """What the rule has been given of sales; None for a rule that looks at something else."""
    metric = rule.metric if isinstance(rule, TargetBonus | ThresholdBonus | RateTiers) else None
    return int(facts.value(metric) or 0) if metric in SALES and metric is not None else None


def _steps(rule: Rule, facts: MemberMonth) -> Iterator[int]:
    """The sales from which on it pays otherwise. A rate within its tier pays for every sale, and has no step."""
    match rule:
        case TargetBonus():
            target = facts.targets.get(rule.metric, 0)
            shares = (PARTS, *(() if rule.floor is None else (rule.floor,)), *(step.at for step in rule.steps))
            yield from (ceil(Fraction(target * share, PARTS)) for share in shares)
        case ThresholdBonus():
            yield rule.limit
        case RateTiers(applies=Applies.WHOLE):
            yield from (tier.start for tier in rule.tiers)
        case _:
            return


def _with(facts: MemberMonth, gap: int) -> MemberMonth:
    return replace(facts, sums={**facts.sums, Measure.GROSS: facts.sums.get(Measure.GROSS, 0) + gap})


def _attained(facts: MemberMonth, gap: int) -> Fraction | None:
    target = facts.targets.get(Metric.NET)
    return Fraction(facts.net + gap, target) if target else None
