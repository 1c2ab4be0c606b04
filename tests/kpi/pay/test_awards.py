"""Awards: the champion, better ratings, big orders, praise, gifts."""

from dataclasses import replace
from fractions import Fraction

import pytest

from kpi.ids import EntryId
from kpi.pay.awards import Order, champions, offers
from kpi.pay.facts import Reason, Reward, Stage
from kpi.pay.payroll import payroll
from kpi.pay.payslip import of_rule, payslip
from kpi.pay.rules import BigOrder, NewCustomerChampion, Rule, RuleSet, SatisfactionRise
from kpi.pay.slip import Kind, Line, Term, Why
from kpi.pay.terms import Cash, Gift, Tie
from tests.kpi.june import LILI, MEI, QIANG, ZHOU
from tests.kpi.pay.given import BIG_ORDER, CHAMPION, CREAM, V1, of, sold

RISE = SatisfactionRise(Cash(20_000), 1_000)


def champion_lines(rule: NewCustomerChampion, **won: int) -> list[tuple[int, Why]]:
    members = {"mei": MEI, "qiang": QIANG, "lili": LILI}
    months = [of(5, member=members[name], new=new) for name, new in won.items()]
    slips = payroll(RuleSet((rule,), "CNY"), months).slips
    return [(line.amount, line.why) for slip in slips for line in slip.lines]


def test_req_65_the_first_one_gets_the_prize() -> None:
    assert champion_lines(CHAMPION, mei=8, qiang=5, lili=9) == [
        (0, Why.NOT_FIRST),
        (0, Why.NOT_FIRST),
        (30_000, Why.MET),
    ]


@pytest.mark.parametrize(
    ("tie", "amount", "expected"),
    [
        (Tie.BOTH, 30_000, [30_000, 30_000]),
        (Tie.SPLIT, 30_000, [15_000, 15_000]),
        (Tie.SPLIT, 25_001, [12_501, 12_500]),
    ],
)
def test_req_65_several_first_ones_get_it_each_or_split_it(tie: Tie, amount: int, expected: list[int]) -> None:
    found = champion_lines(NewCustomerChampion(Cash(amount), tie=tie), mei=9, lili=9)
    assert [paid for paid, _ in found] == expected


def test_nobody_is_champion_of_nothing_or_below_the_least() -> None:
    assert champions({MEI: sold(5), QIANG: {}}) is None
    assert champion_lines(CHAMPION, mei=0, lili=0) == [(0, Why.NOT_FIRST)] * 2
    assert champion_lines(NewCustomerChampion(Cash(30_000), least=10), mei=9) == [(0, Why.TOO_FEW)]


@pytest.mark.parametrize(
    ("good", "n", "good_before", "n_before", "why"),
    [
        (15, 20, 12, 20, Why.MET),  # 60 % → 75 %
        (9, 12, 6, 10, Why.MET),
        (14, 20, 12, 20, Why.MET),  # exactly 10 points
        (13, 20, 12, 20, Why.BELOW_LIMIT),
        (3, 3, 2, 3, Why.TOO_FEW),
        (9, 9, 6, 10, Why.TOO_FEW),
        (10, 10, 5, 9, Why.TOO_FEW),
        (0, 0, 6, 10, Why.UNKNOWN),
        (10, 10, 0, 0, Why.UNKNOWN),
    ],
)
def test_req_66_better_ratings_than_the_month_before_are_paid_for_from_ten_on(
    good: int, n: int, good_before: int, n_before: int, why: Why
) -> None:
    before = sold(5, ratings=n_before, positive_ratings=good_before)
    (line,) = of_rule(RISE, replace(of(5, ratings=n, positive_ratings=good), before=before))
    assert (line.amount, line.why) == (20_000 if why is Why.MET else 0, why)


def test_req_66_both_shares_and_both_samples_are_told() -> None:
    before = sold(5, ratings=20, positive_ratings=12)
    (line,) = of_rule(RISE, replace(of(5, ratings=20, positive_ratings=15), before=before))
    assert (line.term(Term.BEFORE), line.term(Term.ACTUAL)) == (Fraction(3, 5), Fraction(3, 4))


@pytest.mark.parametrize(("amount", "offered"), [(999_999, False), (1_000_000, True)])
def test_req_67_a_big_order_is_offered_to_the_lead(amount: int, offered: bool) -> None:
    order = Order(EntryId(7), QIANG, amount)
    found = offers(V1, [order], ())
    assert [(offer.entry, offer.member, offer.prize) for offer in found] == (
        [(7, QIANG, Cash(50_000))] if offered else []
    )


def test_req_67_an_order_is_offered_once_and_by_the_highest_rule() -> None:
    rules = RuleSet((BigOrder(5_000_000, Cash(200_000)), BIG_ORDER), "CNY")
    order = Order(EntryId(7), QIANG, 6_000_000)
    assert [offer.rule for offer in offers(rules, [order], ())] == [0]
    assert offers(rules, [order], {EntryId(7)}) == ()


@pytest.mark.parametrize(
    ("stage", "expected", "why"),
    [(Stage.OFFERED, 0, Why.WAITING), (Stage.DECLINED, 0, Why.DECLINED), (Stage.GIVEN, 50_000, Why.MET)],
)
def test_req_67_a_reward_is_paid_once_a_lead_says_so(stage: Stage, expected: int, why: Why) -> None:
    given = Reward(3, Cash(50_000), Reason.BIG_ORDER, stage, "大单")
    slip = payslip(V1, replace(of(5, member=ZHOU), rewards=(given,)))
    line = slip.lines[-1]
    assert (line.kind, line.amount, line.why, line.note, line.ref) == (Kind.BIG_ORDER, expected, why, "大单", 3)


def test_req_70_a_gift_costs_its_value_and_is_not_paid_out() -> None:
    given = Reward(3, CREAM, Reason.LEAD, Stage.GIVEN, "帮新人")
    slip = payslip(V1, replace(of(5), rewards=(given,)))
    assert (slip.variable, slip.gifts, slip.cost, slip.cash) == (8_000, 8_000, 8_000, 0)
    assert slip.lines[-1].gift == "护手霜"


def test_req_69_cash_of_a_lead_stands_on_the_slip_and_in_the_budget() -> None:
    given = Reward(3, Cash(50_000), Reason.LEAD, Stage.GIVEN, "大客户")
    pay = payroll(V1, [replace(of(1_000_000), rewards=(given,))])
    assert (pay.slips[0].cash, pay.variable, pay.limit, pay.over) == (50_000, 50_000, 30_000, True)


def test_a_gift_may_be_a_prize_of_any_award() -> None:
    rules: tuple[Rule, ...] = (NewCustomerChampion(Gift("口红", 12_000)),)
    slip = payroll(RuleSet(rules, "CNY"), [of(5, new=2)]).slips[0]
    assert slip.lines == (
        Line(
            Kind.CHAMPION,
            12_000,
            Why.MET,
            slip.lines[0].inputs,
            rule=0,
            metric=slip.lines[0].metric,
            gift="口红",
        ),
    )
