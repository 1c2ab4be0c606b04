"""What the next step pays."""

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi.metrics import Metric
from kpi.pay.ahead import Ahead, next_step
from kpi.pay.payslip import payslip
from kpi.pay.rules import RateTiers, RuleSet, ThresholdBonus
from kpi.pay.terms import Applies, Gate, Tier
from tests.kpi.pay.given import BONUS, V1, of

TARGET = 12_400_000
SAVINGS = RuleSet((ThresholdBonus(Metric.NET, 5_000_000, 50_000),), "CNY")


@pytest.mark.parametrize(
    ("net", "expected"),
    [
        (9_900_000, Ahead(20_000, 0, 160_000, Fraction(4, 5))),
        (9_920_000, Ahead(2_480_000, 160_000, 200_000, Fraction(1))),
        (13_488_000, Ahead(152_000, 200_000, 260_000, Fraction(11, 10))),  # 再卖 1,520 到 110%: 2,000 → 2,600
        (13_639_999, Ahead(1, 200_000, 260_000, Fraction(11, 10))),
        (13_640_000, Ahead(1_240_000, 260_000, 300_000, Fraction(6, 5))),
        (14_880_000, None),
    ],
)
def test_req_56_the_next_step_in_money(net: int, expected: Ahead | None) -> None:
    assert next_step(V1, of(net, TARGET)) == expected


def test_without_a_target_only_other_steps_count() -> None:
    assert next_step(V1, of(5)) is None
    assert next_step(SAVINGS, of(4_999_000)) == Ahead(1_000, 0, 50_000, None)


def test_a_rate_that_applies_to_everything_has_steps_and_one_within_its_tier_has_none() -> None:
    tiers = (Tier(0, 1_000), Tier(3_300_000, 2_000))
    assert next_step(RuleSet((RateTiers(tiers),), "CNY"), of(3_200_000)) is None
    whole = RuleSet((RateTiers(tiers, Applies.WHOLE),), "CNY")
    assert next_step(whole, of(3_200_000)) == Ahead(100_000, 320_000, 660_000, None)


def test_a_step_behind_a_closed_gate_or_a_cap_is_none() -> None:
    gated = RuleSet((replace(BONUS, gates=(Gate(Metric.COMPLAINT_RATE, 200),)),), "CNY")
    assert next_step(gated, of(13_488_000, TARGET, orders=100, complaints=3)) is None
    assert next_step(replace(V1, cap=200_000), of(13_488_000, TARGET)) is None


@given(net=st.integers(0, 10**9), target=st.integers(1, 10**9))
def test_req_56_the_step_pays_what_it_says_and_one_unit_less_does_not(net: int, target: int) -> None:
    found = next_step(V1, of(net, target))
    if found is not None:
        assert payslip(V1, of(net, target)).variable == found.now
        assert payslip(V1, of(net + found.gap, target)).variable == found.then
