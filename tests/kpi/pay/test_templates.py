"""Templates are rules like any others."""

import pytest

from kpi.pay.rules import TargetBonus
from kpi.pay.stored import decode, encode
from kpi.pay.templates import Special, Template, has, template, toggled
from kpi.pay.terms import Fault, RuleError, Step


@pytest.mark.parametrize("chosen", Template)
@pytest.mark.parametrize(("currency", "one"), [("CNY", 100), ("JPY", 1)])
def test_a_template_pays_round_amounts_and_can_be_kept(chosen: Template, currency: str, one: int) -> None:
    rules = template(chosen, currency)
    bonus = rules.rules[0]
    assert isinstance(bonus, TargetBonus)
    assert bonus.amount % (1_000 * one) == 0
    assert decode(encode(rules)) == rules


def test_growth_is_the_field_guide_s_own_ladder() -> None:
    bonus = template(Template.GROWTH, "CNY").rules[0]
    assert isinstance(bonus, TargetBonus)
    assert bonus.steps == (Step(11_000, 3_000), Step(12_000, 5_000))


@pytest.mark.parametrize("chosen", Special)
def test_a_prize_is_put_and_taken_away_again(chosen: Special) -> None:
    plain = template(Template.NEWCOMERS, "CNY")
    more = toggled(plain, chosen)
    assert has(more, chosen)
    assert not has(plain, chosen)
    assert toggled(more, chosen) == plain


def test_one_rule_stays() -> None:
    more = toggled(template(Template.NEWCOMERS, "CNY"), Special.PRAISE)
    alone = type(more)(more.rules[1:], more.currency)
    with pytest.raises(RuleError) as refused:
        toggled(alone, Special.PRAISE)
    assert refused.value.fault is Fault.EMPTY
