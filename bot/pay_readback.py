"""Rules of pay read back in words: one line for each, with every number that is stored and no other."""

from collections.abc import Iterator
from fractions import Fraction
from typing import assert_never

from bot.metric_words import name
from kpi.aim import PARTS, asked
from kpi.message import Joined, Number, Say, joined, say
from kpi.metrics import CATALOGUE, Better, Metric, Unit
from kpi.money import Money
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
from kpi.pay.terms import Cash, ExtraOf, Gate, Gift, Prize

_PERCENT = 100


def read_back(rule_set: RuleSet) -> tuple[Say, ...]:
    """Every rule of a set, and what holds for all of them."""
    return (*read_back_rules(rule_set), *_of_all(rule_set))


def read_back_rules(rule_set: RuleSet) -> Iterator[Say]:
    """Every rule of a set, by itself."""
    for rule in rule_set.rules:
        yield from read_back_rule(rule, rule_set.currency)


def read_back_rule(rule: Rule, currency: str) -> Iterator[Say]:
    """One rule: what is paid in a line, and below it each condition in one of its own, as a phone is narrow."""
    what, *conditions = _parts(rule, currency)
    yield say("pay-read", what=joined(what))
    for each in conditions:
        yield say("pay-read-more", condition=joined(each))


def share(parts: int) -> int | Number:
    """Whole parts of `PARTS` as a percentage, with as many decimals as it has."""
    return _exact(Fraction(parts * _PERCENT, PARTS))


def _of_all(rule_set: RuleSet) -> Iterator[Say]:
    if rule_set.cap is not None:
        yield say("pay-read-cap", amount=Money(rule_set.cap, rule_set.currency))
    if rule_set.budget is not None:
        yield say("pay-read-budget", budget=share(rule_set.budget))
    yield say("pay-read-adjusts" if rule_set.adjusts else "pay-read-rests")


def _parts(rule: Rule, currency: str) -> Iterator[Say]:
    match rule:
        case TargetBonus():
            yield from _target(rule, currency)
        case ThresholdBonus():
            yield from _threshold(rule, currency)
        case RateTiers():
            yield from _tiers(rule, currency)
        case NewCustomerChampion():
            yield from _champion(rule, currency)
        case SatisfactionRise():
            yield say("pay-read-satisfaction", rise=share(rule.rise), prize=_prize(rule.prize, currency))
            yield say("pay-read-ratings", n=rule.least)
        case BigOrder():
            limit = Money(rule.at_least, currency)
            yield say("pay-read-big-order", limit=limit, prize=_prize(rule.prize, currency))
            yield say("pay-read-confirmed-once")
        case Praise():
            yield say("pay-read-praise", prize=_prize(rule.prize, currency))
            yield say("pay-read-confirmed")
        case _:
            assert_never(rule)


def _target(rule: TargetBonus, currency: str) -> Iterator[Say]:
    yield say("pay-read-target", metric=joined(name(rule.metric)), amount=Money(rule.amount, currency))
    if rule.floor is None:
        yield say("pay-read-no-floor")
    else:
        yield say("pay-read-floor", floor=share(rule.floor))
    step = "pay-read-step-bonus" if rule.extra_of is ExtraOf.BONUS else "pay-read-step-excess"
    for each in rule.steps:
        yield say(step, at=share(each.at), extra=share(each.extra))
    yield from _gates(rule.gates, currency)


def _threshold(rule: ThresholdBonus, currency: str) -> Iterator[Say]:
    yield say(
        f"pay-read-threshold-{_bound(rule.metric)}",
        metric=joined(name(rule.metric)),
        limit=limit_of(rule.metric, rule.limit, currency),
        amount=Money(rule.amount, currency),
    )
    if rule.least:
        yield say("pay-read-sample", n=rule.least)
    yield from _gates(rule.gates, currency)


def _tiers(rule: RateTiers, currency: str) -> Iterator[Say]:
    yield say(f"pay-read-tiers-{rule.applies.value}", metric=joined(name(rule.metric)))
    for tier in rule.tiers:
        yield say("pay-read-tier", start=Money(tier.start, currency), rate=share(tier.rate))
    yield from _gates(rule.gates, currency)


def _champion(rule: NewCustomerChampion, currency: str) -> Iterator[Say]:
    yield say("pay-read-champion", prize=_prize(rule.prize, currency))
    yield say("pay-read-champion-least", n=rule.least)
    yield say(f"pay-read-tie-{rule.tie.value}")


def _gates(gates: tuple[Gate, ...], currency: str) -> Iterator[Say]:
    for gate in gates:
        limit = limit_of(gate.metric, gate.limit, currency)
        key = f"pay-read-gate-{_bound(gate.metric)}-{gate.holds.value}"
        yield say(key, metric=joined(name(gate.metric)), limit=limit)


def _bound(metric: Metric) -> str:
    return "most" if CATALOGUE[metric].better is Better.LOWER else "least"


def limit_of(metric: Metric, limit: int, currency: str) -> Joined:
    """What a metric has to reach, with its unit and nothing rounded away."""
    unit = CATALOGUE[metric].unit
    if unit is Unit.MONEY:
        return joined(say("pay-read-money", value=Money(limit, currency)))
    exact = asked(metric, limit)
    shown = _exact(exact * _PERCENT if unit is Unit.PERCENT else exact)
    return joined(say(f"pay-read-{unit.value}", value=shown))


def _prize(prize: Prize, currency: str) -> Joined:
    match prize:
        case Cash(amount):
            return joined(say("pay-read-cash", amount=Money(amount, currency)))
        case Gift(gift, value):
            return joined(say("pay-read-gift", gift=gift, amount=Money(value, currency)))
        case _:
            assert_never(prize)


def _exact(value: Fraction) -> int | Number:
    """With as many decimals as it has, of the four that limits are kept with."""
    if value.denominator == 1:
        return int(value)
    digits = next(digits for digits in range(1, 5) if (value * 10**digits).denominator == 1)
    return Number(value, digits)
