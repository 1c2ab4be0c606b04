"""Templates are rules like any others."""

import pytest

from kpi.pay.rules import TargetBonus
from kpi.pay.stored import decode, encode
from kpi.pay.templates import Template, template
from kpi.pay.terms import Step


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
