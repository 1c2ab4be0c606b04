"""Pay of two teams that turn out to be one."""

from dataclasses import replace
from fractions import Fraction

from sqlalchemy import Connection, select

from kpi.ids import MemberId
from kpi.pay.base import BasePay, Grade, MarketReference
from kpi.pay.facts import MemberMonth, Reason
from kpi.pay.payroll import payroll
from kpi.pay.payslip import payslip
from kpi.pay.pool import SharedBy
from kpi.pay.terms import Cash
from kpi.pay.vesting import Grant
from kpi.period import Period, following
from kpi.team import Member, Team
from storage import base_pay, chats, equity, pay_rewards, pay_rules, payrolls
from storage import tables as t
from storage.database import Database
from tests.kpi.pay.given import V1, of
from tests.storage.given import JUNE, MONDAY, NOW, seller, team
from tests.storage.test_folding import NEW, OLD


def fill(db: Connection, ours: Team, member: Member, amount: int, *months: Period) -> None:
    """Everything of pay that a team can have, for one member."""
    by, at = member.id, NOW
    version = pay_rules.draft(db, ours.id, V1, by=by, at=at)
    pay_rules.publish(db, ours.id, version.number, JUNE, by=by, at=at)
    for month in months:
        told = MemberMonth(member.id, month, of(amount, 10_000, new=amount).sums)
        payrolls.propose(db, ours.id, month, version, payroll(V1, [told]), by=by, at=at)
    base_pay.set_base(db, ours.id, member.id, BasePay(MONDAY, amount), by=by, at=at)
    base_pay.set_grade(db, ours.id, Grade("客服", amount, 1, 1))
    base_pay.give_grade(db, ours.id, member.id, "客服")
    reference = MarketReference("客服", amount, amount, "招聘网", MONDAY)
    base_pay.set_reference(db, ours.id, reference, by=by, at=at)
    pay_rewards.offer(db, ours.id, member.id, Cash(amount), Reason.PRAISE, day=MONDAY, by=by, at=at)
    equity.grant(db, ours.id, Grant(member.id, amount, MONDAY, 48), by=by, at=at)
    weights = {member.id: Fraction(1)}
    equity.share_out(db, ours.id, 2026, amount, shared_by=SharedBy.UNITS, weights=weights, by=by, at=at)


def members_named(db: Connection) -> set[MemberId]:
    return {each.slip.member for each in _slips(db)} | {each.facts.member for each in _slips(db)}


def _slips(db: Connection) -> list[payrolls.Slip]:
    found = [payrolls.slip(db, row.team_id, row.id) for row in db.execute(select(t.pay_slip))]
    return [each for each in found if each is not None]


def test_pay_of_both_teams_is_kept_the_later_where_both_say_something_and_months_as_they_were_told(
    database: Database,
) -> None:
    with database.write() as db:
        known, ahead = team(db, OLD), team(db, NEW)
        mei, again = seller(db, known, "小美", 1), seller(db, ahead, "小美", 1)
        july = following(JUNE)
        fill(db, known, mei, 100, JUNE)
        fill(db, ahead, again, 200, JUNE, july)
        chats.move_chat(db, OLD, NEW)
        assert [version.number for version in pay_rules.of_team(db, known.id)] == [1, 2]
        assert [(month.month, month.net) for month in payrolls.of_team(db, known.id)] == [(july, 200), (JUNE, 100)]
        assert members_named(db) == {mei.id}
        assert all(payslip(V1, each.facts) == each.slip for each in _slips(db))
        assert base_pay.of_team(db, known.id) == {mei.id: (BasePay(MONDAY, 200),)}
        assert [grade.skill for grade in base_pay.grades(db, known.id)] == [200]
        assert base_pay.grades_of_members(db, known.id) == {mei.id: "客服"}
        assert [reference.low for reference in base_pay.references(db, known.id)] == [200]
        assert [given.member for given in pay_rewards.within(db, known.id, JUNE)] == [mei.id] * 2
        assert [grant.units for grant in equity.grants(db, known.id, mei.id).values()] == [100, 200]
        assert [list(pool.shares) for pool in equity.pools(db, known.id)] == [[mei.id]] * 2


def test_amounts_stay_the_same_in_the_kept_teams_currency_and_none_becomes_nothing(database: Database) -> None:
    with database.write() as db:
        known, ahead = team(db, OLD, "VND"), team(db, NEW, "CNY")
        mei = seller(db, ahead, "小美", 1)
        fill(db, ahead, mei, 1_250)
        give = Cash(7)
        pay_rewards.give(db, ahead.id, mei.id, give, day=MONDAY, note="", by=mei.id, at=NOW)
        chats.move_chat(db, OLD, NEW)
        assert base_pay.of_team(db, known.id) == {mei.id: (BasePay(MONDAY, 12),)}
        prizes = [given.reward.prize for given in pay_rewards.within(db, known.id, JUNE)]
        assert prizes == [Cash(12), replace(give, amount=1)]
        assert [pool.amount for pool in equity.pools(db, known.id)] == [12]
        (version,) = pay_rules.of_team(db, known.id)
        assert version.rule_set == V1
