"""A team's month, the one of §5.4 above all, and what later refunds make of it."""

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi.entry import Measure
from kpi.metrics import Metric
from kpi.money import round_half_up
from kpi.pay.facts import MemberMonth, Restated, restate
from kpi.pay.payroll import payroll, restated
from kpi.pay.payslip import payslip
from kpi.pay.rules import NewCustomerChampion, RateTiers, Rule, RuleSet, TargetBonus, ThresholdBonus
from kpi.pay.slip import Kind, Term, Why
from kpi.pay.terms import Cash, Tie, Tier
from tests.kpi.june import JUNE, LILI, MEI, QIANG
from tests.kpi.pay.given import (
    BONUS,
    V1,
    amounts,
    june_of_the_examples,
    months,
    of,
    prizes,
    rule_sets,
    rules,
    target_bonuses,
    tiers,
)


def test_req_45_the_june_of_the_examples_comes_out_to_the_fen() -> None:
    pay = payroll(V1, june_of_the_examples())
    assert [slip.bonus for slip in pay.slips] == [260_000, 196_000, 300_000]
    assert [slip.variable - slip.bonus for slip in pay.slips] == [8_000, 50_000, 30_000]
    assert [slip.cash for slip in pay.slips] == [560_000, 546_000, 630_000]
    assert (pay.net, pay.base, pay.variable, pay.cost) == (33_821_000, 900_000, 844_000, 1_744_000)
    shares = [pay.share(amount) or 0 for amount in (pay.variable, pay.cost)]
    assert [round_half_up(share * 10_000) for share in shares] == [250, 516]


def test_req_74_the_budget_is_a_share_of_net_sales() -> None:
    pay = payroll(V1, june_of_the_examples())
    assert (pay.limit, pay.over) == (1_014_630, False)


@pytest.mark.parametrize(("net", "over"), [(33_333, True), (33_334, False)])  # 3 % of 333.33 is 9.9999
def test_req_74_a_budget_is_exceeded_by_any_part_of_a_fen(net: int, over: bool) -> None:
    rules = RuleSet((ThresholdBonus(Metric.NET, 0, 1_000),), "CNY", budget=300)
    pay = payroll(rules, [of(net)])
    assert (pay.limit, pay.over) == (1_000, over)


def test_without_a_budget_nothing_is_over_and_without_sales_everything_is() -> None:
    rules = RuleSet((ThresholdBonus(Metric.GROSS, 0, 1_000),), "CNY")
    free, strict = payroll(rules, [of(0)]), payroll(replace(rules, budget=300), [of(0)])
    assert (free.limit, free.over, free.share(free.variable)) == (None, False, None)
    assert (strict.limit, strict.over) == (0, True)


def test_a_share_is_of_all_that_the_team_sold() -> None:
    assert payroll(V1, [of(100)], net=400).share(100) == Fraction(1, 4)


def test_req_44_base_pay_is_a_line_by_the_days_it_was_in_force() -> None:
    mei = june_of_the_examples()[0]
    assert payslip(V1, mei).base == 300_000
    assert payslip(V1, mei).lines[0].kind is Kind.BASE
    assert payslip(V1, replace(mei, base=())).base == 0


def test_a_cap_takes_off_what_rules_pay_above_it() -> None:
    mei = june_of_the_examples()[0]
    slip = payslip(replace(V1, cap=230_000), mei)
    capped = slip.lines[-2]
    assert (capped.kind, capped.amount, capped.why) == (Kind.CAP, -30_000, Why.CAPPED)
    assert slip.variable == 230_000 + 8_000
    assert payslip(replace(V1, cap=260_000), mei) == payslip(V1, mei)


def refunded(minor: int, settled: int = 0) -> Restated | None:
    mei = june_of_the_examples()[0]
    return restated(V1, mei, payslip(V1, mei), minor, settled)


def test_a_refund_after_closing_is_an_adjustment_of_the_next_month() -> None:
    found = refunded(300_000)
    assert found == Restated(JUNE, due=200_000, paid=260_000)
    july = replace(of(5), restated=(found,))
    line = payslip(V1, july).lines[-1]
    assert (line.kind, line.amount, line.why, line.month) == (Kind.ADJUSTMENT, -60_000, Why.RESTATED, JUNE)
    assert line.inputs == ((Term.DUE, Fraction(200_000)), (Term.PAID, Fraction(260_000)))
    assert payslip(V1, july).variable == 0


def test_a_refund_that_changes_nothing_is_none_and_what_was_settled_is_not_settled_again() -> None:
    assert refunded(10_000) is None  # still above 110 %
    assert refunded(300_000, settled=-60_000) is None
    assert refunded(5_000_000, settled=-60_000) == Restated(JUNE, due=0, paid=200_000)  # 71.7 %


def test_a_team_may_let_closed_months_rest() -> None:
    mei = june_of_the_examples()[0]
    assert restated(replace(V1, adjusts=False), mei, payslip(V1, mei), 300_000) is None


def test_awards_of_a_closed_month_stay() -> None:
    lili = june_of_the_examples()[2]
    slip = payroll(V1, june_of_the_examples()).slips[2]
    paid = replace(lili, champions=None)
    found = restated(V1, paid, slip, 9_300_000)
    assert found == Restated(JUNE, due=0, paid=300_000)


@given(rule_set=rule_sets, facts=months, refund=st.integers(0, 10**9))
def test_a_refund_and_then_a_sale_of_as_much_restores_pay(rule_set: RuleSet, facts: MemberMonth, refund: int) -> None:
    sold_again = restate(facts.sums, refund)
    sold_again[Measure.GROSS] = sold_again.get(Measure.GROSS, 0) + refund
    by_net = [rule for rule in rule_set.rules if isinstance(rule, TargetBonus | RateTiers | ThresholdBonus)]
    by_net = [replace(rule, metric=Metric.NET, gates=()) for rule in by_net]
    only_net = replace(rule_set, rules=tuple(by_net) or (BONUS,))
    assert payslip(only_net, replace(facts, sums=sold_again)).variable == payslip(only_net, facts).variable


@given(rule_set=rule_sets, facts=months, refund=st.integers(0, 10**9))
def test_taking_a_refund_out_of_a_month_again_restores_pay(rule_set: RuleSet, facts: MemberMonth, refund: int) -> None:
    back = restate(restate(facts.sums, refund), -refund)
    assert payslip(rule_set, replace(facts, sums=back)) == payslip(
        rule_set, replace(facts, sums=restate(facts.sums, 0))
    )


of_net = st.one_of(
    target_bonuses(),
    tiers(),
    st.builds(ThresholdBonus, st.just(Metric.NET), st.integers(0, 10**9), amounts),
    st.builds(NewCustomerChampion, prizes),
    rules,
).filter(lambda rule: getattr(rule, "metric", Metric.NET) in {Metric.NET, Metric.GROSS})


@given(rule=of_net, cap=st.none() | amounts, target=amounts, net=st.integers(-(10**9), 10**9), more=amounts)
def test_who_sells_more_is_never_paid_less(rule: Rule, cap: int | None, target: int, net: int, more: int) -> None:
    free = replace(rule, gates=()) if isinstance(rule, TargetBonus | RateTiers | ThresholdBonus) else rule
    rule_set = RuleSet((free,), "CNY", cap=cap)
    less, much = (payslip(rule_set, of(sold, target, new=3)) for sold in (net, net + more))
    assert 0 <= less.variable <= much.variable


@given(rule_set=rule_sets, facts=st.lists(months, max_size=4))
def test_slips_add_up_to_the_payroll(rule_set: RuleSet, facts: list[MemberMonth]) -> None:
    pay = payroll(rule_set, facts)
    assert pay.cost == pay.base + pay.variable + sum(slip.adjustments for slip in pay.slips)
    assert pay.cost == sum(slip.cash + slip.gifts for slip in pay.slips)
    assert all(line.amount >= 0 for slip in pay.slips for line in slip.lines if line.kind is not Kind.CAP)


@given(amount=amounts, tied=st.integers(1, 3))
def test_a_prize_that_is_split_adds_up(amount: int, tied: int) -> None:
    rules = RuleSet((NewCustomerChampion(Cash(amount), tie=Tie.SPLIT),), "CNY")
    first = [of(5, member=member, new=4) for member in (MEI, QIANG, LILI)[:tied]]
    assert payroll(rules, first).variable == amount


@given(sales=st.integers(0, 10**9))
def test_one_marginal_rate_in_pieces_is_the_rate(sales: int) -> None:
    whole = RateTiers((Tier(0, 700),))
    pieces = RateTiers((Tier(0, 700), Tier(333, 700), Tier(10_001, 700)))
    one, other = (payslip(RuleSet((rule,), "CNY"), of(sales)).variable for rule in (whole, pieces))
    assert one == other
