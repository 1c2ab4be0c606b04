"""What pay is told from: the books of 花花美妆, June and July of the examples."""

from datetime import date, timedelta
from fractions import Fraction

import pytest

from bot.pay_facts import team_month
from kpi.entry import How, Line, Measure
from kpi.metrics import Metric
from kpi.pay.base import BasePay, Spell
from kpi.pay.facts import Reason, Stage
from kpi.pay.payroll import Payroll, payroll
from kpi.pay.rules import RuleSet, TargetBonus
from kpi.pay.slip import Kind
from kpi.pay.terms import Cash
from kpi.period import Period, following
from kpi.team import Member, Role
from storage import base_pay, calendars, entries, pay_rewards, pay_rules, payrolls, period_locks, targets
from tests.bot.shop import FOUNDED, Shop, local
from tests.kpi.june import JUNE, june
from tests.kpi.pay.given import CREAM, V1

JULY = following(JUNE)
THEN = local(date(2026, 7, 1), 10)
People = tuple[Member, Member, Member, Member]


@pytest.fixture
def people(shop: Shop) -> People:
    """林小花 who leads, and 小美, 阿强 and 丽丽 with what they sold in June and were to sell."""
    lead = shop.member("林小花", Role.LEAD, private="zh")
    mei, qiang, lili = (shop.member(name, private="zh") for name in ("小美", "阿强", "丽丽"))
    for member, target, sold, new in (
        (mei, 124_000, 138_880, 8),
        (qiang, 108_500, 106_330, 5),
        (lili, 77_500, 93_000, 9),
    ):
        shop.aims(member, june(1), target, lead)
        shop.sold(member, june(20), sold, new=new)
        base_pay.set_base(shop.db, shop.team.id, member.id, BasePay(june(1), 300_000), by=lead.id, at=FOUNDED)
    version = pay_rules.draft(shop.db, shop.team.id, V1, by=lead.id, at=FOUNDED)
    pay_rules.publish(shop.db, shop.team.id, version.number, JUNE, by=lead.id, at=FOUNDED)
    return lead, mei, qiang, lili


def reward(shop: Shop, people: People) -> None:
    """The gift for 小美's praise, and the cash for 阿强's big order."""
    db, ours, (lead, mei, qiang, _) = shop.db, shop.team.id, people
    praise = pay_rewards.offer(db, ours, mei.id, CREAM, Reason.PRAISE, day=june(20), by=lead.id, at=FOUNDED)
    order = pay_rewards.offer(db, ours, qiang.id, Cash(50_000), Reason.BIG_ORDER, day=june(20), by=lead.id, at=FOUNDED)
    for given in (praise, order):
        assert given is not None
        assert pay_rewards.decide(db, ours, given.reward.ref, Stage.GIVEN, by=lead.id, at=FOUNDED)


def pay_of(shop: Shop, month: Period, rules: RuleSet = V1) -> Payroll:
    found = team_month(shop.db, shop.team, month, month.last, rules)
    return payroll(rules, found.months, found.net)


def close(shop: Shop, people: People, month: Period) -> None:
    db, ours, lead = shop.db, shop.team.id, people[0]
    version = pay_rules.of_month(db, ours, month)
    assert version is not None
    told = payrolls.propose(db, ours, month, version, pay_of(shop, month), by=lead.id, at=THEN)
    for slip in payrolls.slips(db, ours, told.id):
        assert payrolls.confirm(db, ours, slip.number, slip.slip.member, at=THEN)
    payrolls.close(db, ours, month, over_budget=False, by=lead.id, at=THEN)
    assert period_locks.lock(db, ours, month, by=lead.id, at=THEN)


def refund(shop: Shop, member: Member, amount: int, day: date) -> None:
    """For 20 June, booked on `day`, once June is locked."""
    line = Line(Measure.REFUNDS, amount * 100, day, member.id, for_day=june(20))
    entries.record(
        shop.db,
        shop.team.id,
        author=member.id,
        source="telegram",
        source_ref=f"refund:{day}:{amount}",
        how=How.TEXT,
        lines=[line],
        at=THEN + timedelta(days=day.day),
    )


def test_req_45_the_payroll_of_june_is_told_from_the_books(shop: Shop, people: People) -> None:
    reward(shop, people)
    pay = pay_of(shop, JUNE)
    assert [slip.bonus for slip in pay.slips] == [260_000, 196_000, 300_000]
    assert (pay.net, pay.variable, pay.limit, pay.cost) == (33_821_000, 844_000, 1_014_630, 1_744_000)
    assert [slip.member for slip in pay.slips] == [member.id for member in people[1:]]  # not the lead, who sold nothing


def test_a_refund_after_closing_is_settled_in_july_and_counts_there_no_more(shop: Shop, people: People) -> None:
    reward(shop, people)
    close(shop, people, JUNE)
    mei = people[1]
    shop.sold(mei, date(2026, 7, 3), 10_000)
    refund(shop, mei, 3_000, date(2026, 7, 3))
    slip = pay_of(shop, JULY).slips[0]
    (adjustment,) = [line for line in slip.lines if line.kind is Kind.ADJUSTMENT]
    assert (adjustment.amount, adjustment.month) == (-60_000, JUNE)
    assert team_month(shop.db, shop.team, JULY, JULY.last, V1).months[0].net == 1_000_000
    assert [each.bonus for each in pay_of(shop, JUNE).slips] == [260_000, 196_000, 300_000]


def test_what_was_settled_is_not_settled_again(shop: Shop, people: People) -> None:
    close(shop, people, JUNE)
    mei, august = people[1], following(JULY)
    refund(shop, mei, 3_000, date(2026, 7, 3))
    close(shop, people, JULY)
    assert pay_of(shop, august).slips[0].adjustments == 0
    refund(shop, mei, 12_000, date(2026, 8, 3))  # June would be 123,880: 99.9 %
    assert pay_of(shop, august).slips[0].adjustments == 199_806 - 260_000 + 60_000


def test_where_closed_months_rest_a_later_refund_counts_when_it_comes(shop: Shop, people: People) -> None:
    rests = RuleSet(V1.rules, "CNY", adjusts=False)
    version = pay_rules.draft(shop.db, shop.team.id, rests, by=people[0].id, at=FOUNDED)
    pay_rules.publish(shop.db, shop.team.id, version.number, JUNE, by=people[0].id, at=FOUNDED)
    close(shop, people, JUNE)
    refund(shop, people[1], 3_000, date(2026, 7, 3))
    july = team_month(shop.db, shop.team, JULY, JULY.last, rests)
    assert (july.months[0].net, july.months[0].restated) == (-300_000, ())


def test_who_came_or_left_within_the_month_has_base_pay_for_their_days(shop: Shop, people: People) -> None:
    calendars.set_presence(shop.db, shop.team.id, people[1].id, since=june(16), until=None)
    calendars.set_presence(shop.db, shop.team.id, people[2].id, since=None, until=june(10))
    found = team_month(shop.db, shop.team, JUNE, JUNE.last, V1).months
    assert [month.base for month in found] == [(Spell(300_000, days),) for days in (15, 10, 30)]


def test_who_is_not_there_at_all_has_no_slip(shop: Shop, people: People) -> None:
    newcomer = shop.member("小周")
    assert [month.member for month in team_month(shop.db, shop.team, JULY, JULY.last, V1).months][-1] == newcomer.id
    calendars.set_presence(shop.db, shop.team.id, newcomer.id, since=date(2026, 8, 1), until=None)
    assert newcomer.id not in {month.member for month in team_month(shop.db, shop.team, JULY, JULY.last, V1).months}


def test_req_61_rules_may_look_at_the_score_and_at_a_ratio_that_the_team_aims_at(shop: Shop, people: People) -> None:
    lead, mei, *_ = people
    metric = Metric.COMPLAINT_RATE
    targets.set_target(shop.db, shop.team.id, None, JUNE.key, 200, metric, by=lead.id, at=FOUNDED)
    rules = RuleSet((TargetBonus(100, Metric.SCORE), TargetBonus(100, metric)), "CNY")
    month = team_month(shop.db, shop.team, JUNE, JUNE.last, rules).months[0]
    assert (month.member, month.targets[metric]) == (mei.id, 200)
    assert month.others[Metric.SCORE] > Fraction(100)
