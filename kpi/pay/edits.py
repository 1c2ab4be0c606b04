"""A rule put to a set, or taken from it."""

from dataclasses import replace
from typing import assert_never

from kpi.pay.rules import (
    BigOrder,
    NewCustomerChampion,
    Praise,
    RateTiers,
    Rule,
    RuleSet,
    SatisfactionRise,
    TargetBonus,
    ThresholdBonus,
)


def key_of(rule: Rule) -> str:
    """What tells a rule from the others of its set: its kind, and where there may be several, its metric."""
    match rule:
        case TargetBonus(metric=metric):
            return f"target.{metric.value}"
        case ThresholdBonus(metric):
            return f"threshold.{metric.value}"
        case RateTiers():
            return "tiers"
        case NewCustomerChampion():
            return "champion"
        case SatisfactionRise():
            return "satisfaction"
        case BigOrder():
            return "big-order"
        case Praise():
            return "praise"
        case _:
            assert_never(rule)


def with_rule(rule_set: RuleSet | None, rule: Rule, currency: str) -> RuleSet:
    """The set with `rule`, in the place of one with the same key. `RuleError` when these are too many."""
    if rule_set is None:
        return RuleSet((rule,), currency)
    return replace(rule_set, rules=(*_others(rule_set, key_of(rule)), rule))


def without(rule_set: RuleSet, key: str) -> RuleSet:
    """The set without the rule of that key. `RuleError` when none is left."""
    return replace(rule_set, rules=_others(rule_set, key))


def _others(rule_set: RuleSet, key: str) -> tuple[Rule, ...]:
    return tuple(rule for rule in rule_set.rules if key_of(rule) != key)
