"""Bonuses for targets and thresholds, and shares of sales: every boundary to the fen."""

from dataclasses import replace
from fractions import Fraction

import pytest

from kpi.entry import Measure
from kpi.metrics import Metric
from kpi.pay.facts import MemberMonth
from kpi.pay.payslip import of_rule
from kpi.pay.rules import RateTiers, Rule, TargetBonus, ThresholdBonus
from kpi.pay.slip import Kind, Line, Term, Why
from kpi.pay.terms import Applies, ExtraOf, Gate, Holds, Step, Tier
from tests.kpi.june import JUNE, MEI
from tests.kpi.pay.given import BONUS, LADDER, of, sold

TARGET = 12_400_000
QUOTA = (Tier(0, 1_000), Tier(3_300_000, 2_000))
COMPLAINTS = Gate(Metric.COMPLAINT_RATE, 200)


def paid(rule: Rule, facts: MemberMonth) -> int:
    return sum(line.amount for line in of_rule(rule, facts))


def only(rule: Rule, facts: MemberMonth) -> Line:
    (line,) = of_rule(rule, facts)
    return line


@pytest.mark.parametrize(
    ("net", "expected", "why"),
    [
        (0, 0, Why.BELOW_FLOOR),
        (-100, 0, Why.BELOW_FLOOR),
        (9_919_999, 0, Why.BELOW_FLOOR),  # 79.99… %
        (9_920_000, 160_000, Why.IN_PROPORTION),
        (12_152_000, 196_000, Why.IN_PROPORTION),  # 98 %
        (12_399_999, 200_000, Why.IN_PROPORTION),  # 1,999.9998…, rounded half-up
        (12_400_000, 200_000, Why.MET),
    ],
)
def test_req_63_below_the_target_in_proportion_from_the_floor_on(net: int, expected: int, why: Why) -> None:
    line = of_rule(BONUS, of(net, TARGET))[0]
    assert (line.amount, line.why) == (expected, why)


@pytest.mark.parametrize(("net", "expected"), [(12_399_999, 0), (12_400_000, 200_000), (12_400_001, 200_000)])
def test_req_47_a_threshold_on_the_target_pays_from_the_fen_on_that_meets_it(net: int, expected: int) -> None:
    assert paid(TargetBonus(200_000), of(net, TARGET)) == expected


@pytest.mark.parametrize(
    ("net", "expected"),
    [
        (13_639_999, 200_000),  # 109.99… %: none
        (13_640_000, 260_000),  # 136,400.00 is 110.00 %
        (13_888_000, 260_000),  # 112 %
        (14_879_999, 260_000),  # 119.99… %
        (14_880_000, 300_000),
        (99_999_999, 300_000),
    ],
)
def test_req_63_exceeding_the_target_pays_a_share_of_the_bonus_by_a_ladder(net: int, expected: int) -> None:
    assert paid(BONUS, of(net, TARGET)) == expected


def test_req_63_the_extra_may_be_of_what_was_sold_above_the_target() -> None:
    rule = TargetBonus(200_000, steps=(Step(11_000, 3_000),), extra_of=ExtraOf.EXCESS)
    assert paid(rule, of(13_640_000, TARGET)) == 200_000 + 372_000  # 30 % of 12,400.00
    assert paid(rule, of(13_639_999, TARGET)) == 200_000


def test_the_next_step_is_named_where_none_is_reached() -> None:
    bonus, accelerator = of_rule(BONUS, of(TARGET, TARGET))
    assert (bonus.kind, accelerator.kind) == (Kind.TARGET, Kind.ACCELERATOR)
    assert (accelerator.amount, accelerator.why) == (0, Why.BELOW_STEP)
    assert accelerator.term(Term.STEP) == Fraction(11, 10)


def test_a_line_carries_the_terms_of_its_formula() -> None:
    line = only(BONUS, of(12_152_000, TARGET))
    assert dict(line.inputs) == {
        Term.ACTUAL: 12_152_000,
        Term.TARGET: TARGET,
        Term.ATTAINMENT: Fraction(98, 100),
        Term.BONUS: 200_000,
        Term.FLOOR: Fraction(4, 5),
    }


@pytest.mark.parametrize(
    ("complaints", "expected", "why"),
    [(0, 60_000, Why.MET), (2, 60_000, Why.MET), (3, 0, Why.GATE)],  # of 100 orders; 2 % is allowed
)
def test_req_64_complaints_withhold_the_accelerator_and_say_so(complaints: int, expected: int, why: Why) -> None:
    facts = of(13_888_000, TARGET, orders=100, complaints=complaints)
    bonus, accelerator = of_rule(replace(BONUS, gates=(COMPLAINTS,)), facts)
    assert bonus.amount == 200_000
    assert (accelerator.amount, accelerator.why) == (expected, why)
    if why is Why.GATE:
        assert accelerator.metric is Metric.COMPLAINT_RATE
        assert accelerator.term(Term.GATE) == Fraction(3, 100)
        assert accelerator.term(Term.GATE_LIMIT) == Fraction(1, 50)


def test_req_64_a_gate_may_hold_everything_back() -> None:
    rule = replace(BONUS, gates=(replace(COMPLAINTS, holds=Holds.ALL),))
    assert [line.why for line in of_rule(rule, of(13_888_000, TARGET, orders=100, complaints=3))] == [Why.GATE] * 2


def test_a_gate_that_nobody_knows_anything_about_stays_open() -> None:
    rule = replace(BONUS, gates=(Gate(Metric.SATISFACTION, 9_000, Holds.ALL),))
    assert paid(rule, of(TARGET, TARGET)) == 200_000
    assert paid(rule, of(TARGET, TARGET, ratings=10, positive_ratings=8)) == 0


def test_without_a_target_or_figures_there_is_no_bonus() -> None:
    assert only(BONUS, of(TARGET)).why is Why.NO_TARGET
    repurchase = TargetBonus(200_000, Metric.REPURCHASE)
    facts = MemberMonth(MEI, JUNE, sold(5), targets={Metric.REPURCHASE: 2_100})
    assert only(repurchase, facts).why is Why.UNKNOWN
    assert paid(repurchase, replace(facts, others={Metric.REPURCHASE: Fraction(21, 100)})) == 200_000
    assert paid(repurchase, replace(facts, others={Metric.REPURCHASE: Fraction(2099, 10_000)})) == 0


@pytest.mark.parametrize(("points", "expected"), [(Fraction(9999, 100), 0), (Fraction(100), 200_000)])
def test_req_61_a_rule_may_pay_by_the_score(points: Fraction, expected: int) -> None:
    facts = replace(of(5), others={Metric.SCORE: points})
    assert paid(TargetBonus(200_000, Metric.SCORE), facts) == expected


@pytest.mark.parametrize(
    ("complaints", "expected"), [(0, 50_000), (1, 50_000), (2, 50_000), (3, 0)]  # of 100 orders
)  # fmt: skip
def test_req_61_a_rule_on_complaints_pays_when_below_the_limit(complaints: int, expected: int) -> None:
    rule = ThresholdBonus(Metric.COMPLAINT_RATE, 200, 50_000)
    assert paid(rule, of(5, orders=100, complaints=complaints)) == expected


def test_a_target_of_complaints_is_met_by_none_at_all() -> None:
    facts = replace(of(5, orders=50), targets={Metric.COMPLAINT_RATE: 200})
    rule = TargetBonus(200_000, Metric.COMPLAINT_RATE)
    assert paid(rule, facts) == 200_000
    assert paid(rule, replace(facts, sums=sold(5, orders=50, complaints=2))) == 0


@pytest.mark.parametrize(
    ("orders", "why"), [(9, Why.TOO_FEW), (10, Why.MET)]
)  # fmt: skip
def test_a_threshold_of_a_ratio_may_ask_for_a_sample(orders: int, why: Why) -> None:
    assert only(ThresholdBonus(Metric.COMPLAINT_RATE, 200, 50_000, least=10), of(5, orders=orders)).why is why


def test_a_threshold_that_nobody_knows_anything_about_pays_nothing() -> None:
    line = only(ThresholdBonus(Metric.SATISFACTION, 9_000, 50_000), of(5))
    assert (line.amount, line.why) == (0, Why.UNKNOWN)


@pytest.mark.parametrize(("net", "expected"), [(4_999_999, 0), (5_000_000, 500_000)])
def test_req_47_a_threshold_of_sales_pays_from_its_fen_on(net: int, expected: int) -> None:
    assert paid(ThresholdBonus(Metric.NET, 5_000_000, 500_000), of(net)) == expected


@pytest.mark.parametrize(("new", "expected"), [(9, 0), (10, 20_000)])
def test_req_65_new_customers_may_have_a_threshold(new: int, expected: int) -> None:
    assert paid(ThresholdBonus(Metric.NEW_CUSTOMERS, 10, 20_000), of(5, new=new)) == expected


@pytest.mark.parametrize(
    ("applies", "net", "expected"),
    [
        (Applies.MARGINAL, 4_000_000, 470_000),
        (Applies.WHOLE, 4_000_000, 800_000),
        (Applies.MARGINAL, 3_299_999, 330_000),
        (Applies.WHOLE, 3_299_999, 330_000),
        (Applies.MARGINAL, 3_300_000, 330_000),
        (Applies.WHOLE, 3_300_000, 660_000),
        (Applies.MARGINAL, 0, 0),
        (Applies.WHOLE, -500, 0),
    ],
)
def test_req_62_a_rate_applies_within_its_tier_or_to_everything(applies: Applies, net: int, expected: int) -> None:
    assert paid(RateTiers(QUOTA, applies), of(net)) == expected


def test_req_62_the_pieces_of_a_marginal_rate_are_told() -> None:
    line = only(RateTiers(QUOTA), of(4_000_000))
    assert line.inputs[1:] == (
        (Term.SALES, Fraction(3_300_000)),
        (Term.RATE, Fraction(1, 10)),
        (Term.SALES, Fraction(700_000)),
        (Term.RATE, Fraction(1, 5)),
    )


def test_refunds_lower_a_share_of_net_sales_and_not_of_gross() -> None:
    facts = of(4_000_000)
    refunded = replace(facts, sums={**facts.sums, Measure.REFUNDS: 700_000})
    assert paid(RateTiers(QUOTA), refunded) == 330_000
    assert paid(RateTiers(QUOTA, metric=Metric.GROSS), refunded) == 470_000


def test_rounding_is_half_up_and_once() -> None:
    ladder = (Step(11_000, 3_000),)
    assert paid(TargetBonus(15, steps=ladder), of(110, 100)) == 15 + 5  # 4.5
    assert paid(RateTiers((Tier(0, 500), Tier(10, 500))), of(30)) == 2  # 0.5 + 1.0, and not 1 + 1 by pieces
    assert LADDER[0].extra == 3_000
