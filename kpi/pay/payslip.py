"""One member's month, paid by a rule set."""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from typing import assert_never

from kpi.money import round_half_up
from kpi.pay.awards import champion, reward, satisfaction_rise
from kpi.pay.by_figures import rate_tiers, target_bonus, threshold_bonus
from kpi.pay.facts import MemberMonth, Restated
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
from kpi.pay.slip import Kind, Line, Payslip, Term, Why


def payslip(rule_set: RuleSet, facts: MemberMonth) -> Payslip:
    """Every line, also those that pay nothing, with why. The same rules and figures always make the same slip."""
    variable = tuple(_variable(rule_set, facts))
    lines = (*_base(facts), *variable, *_cap(rule_set, variable), *map(reward, facts.rewards), *_adjustments(facts))
    return Payslip(facts.member, facts.month, lines)


def of_rule(rule: Rule, facts: MemberMonth) -> tuple[Line, ...]:
    """What one rule pays by itself. Big orders and praise wait for a lead and come as rewards."""
    match rule:
        case TargetBonus():
            return target_bonus(rule, facts)
        case ThresholdBonus():
            return threshold_bonus(rule, facts)
        case RateTiers():
            return rate_tiers(rule, facts)
        case NewCustomerChampion():
            return (champion(rule, facts),)
        case SatisfactionRise():
            return (satisfaction_rise(rule, facts),)
        case BigOrder() | Praise():
            return ()
        case _:
            assert_never(rule)


def _variable(rule_set: RuleSet, facts: MemberMonth) -> Iterator[Line]:
    for place, rule in enumerate(rule_set.rules):
        for line in of_rule(rule, facts):
            yield replace(line, rule=place)


def _base(facts: MemberMonth) -> tuple[Line, ...]:
    if not facts.base:
        return ()
    days = facts.month.length
    due = sum((Fraction(spell.amount * spell.days, days) for spell in facts.base), Fraction(0))
    terms = [((Term.MONTHLY, Fraction(spell.amount)), (Term.DAYS, Fraction(spell.days))) for spell in facts.base]
    inputs = (*(term for pair in terms for term in pair), (Term.DAYS_OF_MONTH, Fraction(days)))
    return (Line(Kind.BASE, round_half_up(due), Why.MET, inputs),)


def _cap(rule_set: RuleSet, lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """What lies above the cap is taken off again, in a line of its own. Gifts and what a lead gives are not capped."""
    cash = sum(line.amount for line in lines if not line.gift)
    if rule_set.cap is None or cash <= rule_set.cap:
        return ()
    inputs = ((Term.DUE, Fraction(cash)), (Term.CAP, Fraction(rule_set.cap)))
    return (Line(Kind.CAP, rule_set.cap - cash, Why.CAPPED, inputs),)


def _adjustments(facts: MemberMonth) -> Iterator[Line]:
    for restated in facts.restated:
        if restated.due != restated.paid:
            yield _adjustment(restated)


def _adjustment(restated: Restated) -> Line:
    inputs = ((Term.DUE, Fraction(restated.due)), (Term.PAID, Fraction(restated.paid)))
    return Line(Kind.ADJUSTMENT, restated.due - restated.paid, Why.RESTATED, inputs, month=restated.month)
