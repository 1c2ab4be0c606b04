"""Rules of pay to begin with, for people who would rather not put any together."""

from enum import Enum

from kpi.metrics import Metric
from kpi.money import minor_digits
from kpi.pay.rules import BigOrder, NewCustomerChampion, RuleSet, TargetBonus
from kpi.pay.terms import Cash, Gate, Step

FLOOR = 8_000
LADDER = (Step(11_000, 3_000), Step(12_000, 5_000))  # 超出目标 10 %，额外 20 %-50 %
CLEAN = (Gate(Metric.COMPLAINT_RATE, 200),)


class Template(Enum):
    """Rule sets that are used as they are."""

    NEWCOMERS = "newcomers"  # 新手: something is paid early
    GROWTH = "growth"  # 成长: more for going beyond the target, as long as customers are content
    PROMOTION = "promotion"  # 大促: a steep ladder, and prizes


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
            champion = NewCustomerChampion(Cash(_round(300, currency)))
            big_order = BigOrder(_round(10_000, currency), Cash(_round(500, currency)))
            return RuleSet((bonus, champion, big_order), currency, budget=500)


def _round(amount: int, currency: str) -> int:
    one: int = 10 ** minor_digits(currency)
    return amount * one
