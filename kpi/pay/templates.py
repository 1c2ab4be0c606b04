"""Rules of pay to begin with, for people who would rather not put any together."""

from collections.abc import Sequence
from dataclasses import replace
from enum import Enum

from kpi.metrics import Metric
from kpi.money import minor_digits
from kpi.pay.rules import BigOrder, NewCustomerChampion, Praise, Rule, RuleSet, TargetBonus
from kpi.pay.terms import Cash, Gate, Gift, Step

FLOOR = 8_000
LADDER = (Step(11_000, 3_000), Step(12_000, 5_000))  # 超出目标 10 %，额外 20 %-50 %
CLEAN = (Gate(Metric.COMPLAINT_RATE, 200),)


class Template(Enum):
    """Rule sets that are used as they are."""

    NEWCOMERS = "newcomers"  # 新手: something is paid early
    GROWTH = "growth"  # 成长: more for going beyond the target, as long as customers are content
    PROMOTION = "promotion"  # 大促: a steep ladder, and prizes


class Special(Enum):
    """Prizes that are put beside the rest of a rule set with one tap."""

    CHAMPION = "champion"
    BIG_ORDER = "big-order"
    PRAISE = "praise"


def template(chosen: Template, currency: str) -> RuleSet:
    """The rules of a template, in round amounts of `currency`."""
    match chosen:
        case Template.NEWCOMERS:
            return RuleSet((TargetBonus(_round(1_000, currency), floor=FLOOR),), currency, budget=300)
        case Template.GROWTH:
            bonus = TargetBonus(_round(2_000, currency), floor=FLOOR, steps=LADDER, gates=CLEAN)
            return RuleSet((bonus,), currency, budget=300)
        case Template.PROMOTION:
            steps = (*LADDER, Step(15_000, 10_000))
            bonus = TargetBonus(_round(2_000, currency), floor=FLOOR, steps=steps, gates=CLEAN)
            prizes = (special(Special.CHAMPION, currency), special(Special.BIG_ORDER, currency))
            return RuleSet((bonus, *prizes), currency, budget=500)


def special(chosen: Special, currency: str, gift: str = "🎁") -> Rule:
    """A prize in round amounts; `gift` is what is given for praise."""
    match chosen:
        case Special.CHAMPION:
            return NewCustomerChampion(Cash(_round(300, currency)))
        case Special.BIG_ORDER:
            return BigOrder(_round(10_000, currency), Cash(_round(500, currency)))
        case Special.PRAISE:
            return Praise(Gift(gift, _round(80, currency)))


def has(rule_set: RuleSet, chosen: Special) -> bool:
    """Whether there is such a prize."""
    return any(isinstance(rule, _KINDS[chosen]) for rule in rule_set.rules)


def toggled(rule_set: RuleSet, chosen: Special, gift: str = "🎁") -> RuleSet:
    """With the prize, or without it where there was one. `RuleError` when no rule would be left, or too many."""
    if not has(rule_set, chosen):
        return replace(rule_set, rules=(*rule_set.rules, special(chosen, rule_set.currency, gift)))
    return replace(rule_set, rules=_without(rule_set.rules, _KINDS[chosen]))


def _without(rules: Sequence[Rule], kind: type[Rule]) -> tuple[Rule, ...]:
    return tuple(rule for rule in rules if not isinstance(rule, kind))


def _round(amount: int, currency: str) -> int:
    one: int = 10 ** minor_digits(currency)
    return amount * one


_KINDS: dict[Special, type[NewCustomerChampion | BigOrder | Praise]] = {
    Special.CHAMPION: NewCustomerChampion,
    Special.BIG_ORDER: BigOrder,
    Special.PRAISE: Praise,
}
