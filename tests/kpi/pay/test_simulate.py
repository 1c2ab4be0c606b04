"""What rules would have cost, and would cost."""

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi.metrics import Metric
from kpi.money import round_half_up
from kpi.pay.facts import MemberMonth
from kpi.pay.payroll import payroll
from kpi.pay.payslip import payslip
from kpi.pay.rules import RateTiers, RuleSet, TargetBonus, ThresholdBonus
from kpi.pay.simulate import Change, TeamMonth, at, margin_rate, of_person, simulate
from kpi.pay.slip import Why
from kpi.pay.terms import Tier
from tests.kpi.june import JUNE, LILI, MEI, QIANG
from tests.kpi.pay.given import V1, june_of_the_examples, months, of, rule_sets

JUNE_OF_TEAM = TeamMonth(june_of_the_examples(), 33_821_000)


def percent(share: Fraction | None) -> Fraction | None:
    """With two decimals, rounded half-up as it is shown."""
    return None if share is None else Fraction(round_half_up(share * 10_000), 100)


def test_req_57_the_cost_at_80_100_120_and_150_percent_of_the_targets() -> None:
    found = simulate(V1, (), june_of_the_examples())
    assert [(case.of, case.pay.variable, percent(case.of_net)) for case in found.cases] == [
        (Fraction(4, 5), 480_000, Fraction("1.94")),
        (Fraction(1), 600_000, Fraction("1.94")),
        (Fraction(6, 5), 900_000, Fraction("2.42")),
        (Fraction(3, 2), 900_000, Fraction("1.94")),
    ]
    at_target = found.cases[1].pay
    assert (at_target.base, percent(at_target.share(at_target.cost))) == (900_000, Fraction("4.84"))


def test_req_57_a_month_that_was_and_the_best_and_worst_case() -> None:
    found = simulate(V1, [JUNE_OF_TEAM], june_of_the_examples())
    june = found.cases[0]
    assert (june.of, june.pay.variable, percent(june.of_net)) == (JUNE, 844_000, Fraction("2.50"))
    assert found.dearest == june
    assert found.cheapest is not None
    assert (found.cheapest.of, found.over_budget) == (Fraction(4, 5), ())


def test_req_57_without_cost_of_goods_there_is_no_margin() -> None:
    assert [case.of_margin for case in simulate(V1, [JUNE_OF_TEAM], june_of_the_examples()).cases] == [None] * 5
    found = simulate(V1, [replace(JUNE_OF_TEAM, margin=16_910_500)], june_of_the_examples())
    assert [percent(case.of_margin) for case in found.cases[:3]] == [
        Fraction("4.99"),
        Fraction("3.87"),
        Fraction("3.87"),
    ]


@pytest.mark.parametrize(
    ("margins", "rate"),
    [([], None), ([None], None), ([0], Fraction(0)), ([50, None, 25], Fraction(3, 8)), ([-10], Fraction(-1, 10))],
)
def test_the_margin_of_what_is_to_come_is_that_of_the_months(margins: list[int | None], rate: Fraction | None) -> None:
    assert margin_rate([TeamMonth((), 100, margin) for margin in margins]) == rate
    losing = simulate(V1, [TeamMonth((of(5),), 100, -10)], [of(0, 100)])
    assert [case.of_margin for case in losing.cases] == [None] * 5


def test_req_74_the_cases_beyond_the_budget_are_named() -> None:
    found = simulate(replace(V1, budget=200), [JUNE_OF_TEAM], june_of_the_examples())
    assert [case.of for case in found.over_budget] == [JUNE, Fraction(6, 5)]


def test_req_56_each_person_sees_their_own_pay_at_98_110_and_120_percent() -> None:
    mei = june_of_the_examples()[0]
    assert [(attained, slip.bonus) for attained, slip in of_person(V1, mei)] == [
        (Fraction(49, 50), 196_000),
        (Fraction(11, 10), 260_000),
        (Fraction(6, 5), 300_000),
    ]


def test_req_57_who_gains_and_loses_against_the_present_rules() -> None:
    tiers = RuleSet((RateTiers((Tier(0, 200),)),), "CNY")
    found = simulate(tiers, [JUNE_OF_TEAM], (), present=V1)
    assert found.changes == (
        Change(MEI, 268_000, 277_760 + 8_000),
        Change(QIANG, 246_000, 212_660 + 50_000),
        Change(LILI, 330_000, 186_000),
    )
    assert [change.gain > 0 for change in found.changes] == [True, True, False]
    assert simulate(tiers, [JUNE_OF_TEAM], ()).changes == ()


def test_other_targets_are_met_as_much_and_less_is_better_where_it_is() -> None:
    targets = {Metric.NET: 1_000, Metric.COMPLAINT_RATE: 200, Metric.REPURCHASE: 3_000}
    facts = at(replace(of(5), targets=targets), Fraction(6, 5))
    rules = [TargetBonus(100, metric) for metric in (*targets, Metric.SCORE)]
    lines = payslip(RuleSet(tuple(rules), "CNY"), facts).lines
    assert [line.why for line in lines] == [Why.MET] * 4
    assert facts.value(Metric.COMPLAINT_RATE) == Fraction(1, 60)


def test_nothing_is_simulated_of_nothing() -> None:
    found = simulate(V1, (), ())
    assert (found.cases, found.dearest, found.cheapest, found.over_budget) == ((), None, None, ())
    no_sales = simulate(RuleSet((ThresholdBonus(Metric.GROSS, 0, 5),), "CNY"), [TeamMonth((of(0),), 0)], ())
    assert [case.of_net for case in no_sales.cases] == [None]


@given(target=st.integers(1, 10**9), attained=st.sampled_from([Fraction(4, 5), Fraction(11, 10), Fraction(6, 5)]))
def test_a_share_of_a_target_never_falls_short_of_itself(target: int, attained: Fraction) -> None:
    facts = at(of(0, target), attained)
    assert attained <= Fraction(facts.net, target) < attained + Fraction(1, target)


@given(rule_set=rule_sets, facts=st.lists(months, min_size=1, max_size=4))
def test_req_57_a_simulation_of_a_closed_month_equals_its_payroll(rule_set: RuleSet, facts: list[MemberMonth]) -> None:
    pay = payroll(rule_set, facts)
    (case,) = simulate(rule_set, [TeamMonth(tuple(facts), pay.net)], ()).cases
    assert case.pay == pay


def test_what_was_sold_by_nobody_here_counts_for_the_share() -> None:
    (case,) = simulate(V1, [TeamMonth((of(0),), 1_000)], ()).cases
    assert case.pay.net == 1_000
