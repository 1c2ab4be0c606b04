"""A month from the first slip to its closing, and slips that can be told again years later."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import pytest
from sqlalchemy import Connection

from kpi.ids import MemberId
from kpi.pay.closing import Blocker, MonthStage, SlipStage
from kpi.pay.facts import MemberMonth
from kpi.pay.payroll import Payroll, payroll
from kpi.pay.payslip import payslip
from kpi.pay.versions import Version
from kpi.team import Member
from storage import pay_rules, payrolls
from storage.database import Database
from storage.payrolls import BlockedError, ClosedError, Slip
from tests.kpi.pay.given import V1, june_of_the_examples
from tests.storage.given import JUNE, NOW, later, seller, team


@dataclass(frozen=True)
class Month:
    """June of the examples in the books: 小美, 阿强 and 丽丽, and a lead."""

    db: Connection
    lead: Member
    sellers: tuple[Member, ...]
    version: Version

    @property
    def facts(self) -> tuple[MemberMonth, ...]:
        told = zip(june_of_the_examples(), self.sellers, strict=True)
        return tuple(replace(facts, member=member.id) for facts, member in told)

    def propose(self, *facts: MemberMonth) -> Payroll:
        pay = payroll(V1, facts or self.facts)
        payrolls.propose(self.db, self.lead.team, JUNE, self.version, pay, by=self.lead.id, at=NOW)
        return pay

    @property
    def slips(self) -> list[Slip]:
        found = payrolls.get(self.db, self.lead.team, JUNE)
        assert found is not None
        return payrolls.slips(self.db, self.lead.team, found.id)

    def close(self, *, over_budget: bool = False, reason: str = "", passed_over: tuple[MemberId, ...] = ()) -> None:
        payrolls.close(
            self.db,
            self.lead.team,
            JUNE,
            over_budget=over_budget,
            reason=reason,
            passed_over=passed_over,
            by=self.lead.id,
            at=later(9),
        )

    def confirm(self, *numbers: int) -> list[bool]:
        found = {each.number: each.slip.member for each in self.slips}
        return [payrolls.confirm(self.db, self.lead.team, n, found[n], at=later(1)) for n in numbers]


@pytest.fixture
def month(database: Database) -> Iterator[Month]:
    with database.write() as db:
        ours = team(db)
        lead = seller(db, ours, "林小花", 1)
        sellers = tuple(seller(db, ours, name, n) for n, name in enumerate(("小美", "阿强", "丽丽"), start=2))
        version = pay_rules.draft(db, ours.id, V1, by=lead.id, at=NOW)
        pay_rules.publish(db, ours.id, version.number, JUNE, by=lead.id, at=NOW)
        found = pay_rules.of_month(db, ours.id, JUNE)
        assert found is not None
        yield Month(db, lead, sellers, found)


def test_req_45_slips_are_frozen_and_told_again_from_their_version_and_figures(month: Month) -> None:
    pay = month.propose()
    assert [each.slip for each in month.slips] == list(pay.slips)
    rules = pay_rules.of_month(month.db, month.lead.team, JUNE)
    assert rules is not None
    assert [payslip(rules.rule_set, each.facts) for each in month.slips] == list(pay.slips)
    found = payrolls.get(month.db, month.lead.team, JUNE)
    assert found is not None
    assert (found.net, found.stage, found.rules_id) == (33_821_000, MonthStage.PROPOSED, month.version.id)


def test_only_a_slip_that_changed_is_told_anew_and_waits_again(month: Month) -> None:
    month.propose()
    first = month.slips
    assert month.confirm(*(each.number for each in first)) == [True] * 3
    mei, qiang, lili = month.facts
    month.propose(mei, replace(qiang, rewards=()), lili)
    assert [(each.revision, each.stage) for each in month.slips] == [
        (1, SlipStage.CONFIRMED),
        (2, SlipStage.WAITING),
        (1, SlipStage.CONFIRMED),
    ]
    old = payrolls.slip(month.db, month.lead.team, first[1].number)
    assert old is not None
    assert (old.slip, old.stage) == (first[1].slip, SlipStage.CONFIRMED)
    assert not payrolls.dispute(month.db, month.lead.team, first[1].number, month.sellers[1].id, "旧的", at=later(2))


def test_a_slip_is_answered_only_by_its_person(month: Month) -> None:
    month.propose()
    number = month.slips[0].number
    for other in (month.sellers[1].id, month.lead.id):
        assert not payrolls.confirm(month.db, month.lead.team, number, other, at=NOW)
        assert not payrolls.dispute(month.db, month.lead.team, number, other, "x", at=NOW)
    assert month.slips[0].stage is SlipStage.WAITING
    strangers = team(month.db, -55)
    assert payrolls.slip(month.db, strangers.id, number) is None
    assert not payrolls.confirm(month.db, strangers.id, number, month.sellers[0].id, at=NOW)


def test_a_dispute_keeps_the_month_open_until_it_is_answered(month: Month) -> None:
    month.propose()
    mei, qiang, lili = month.slips
    db, ours = month.db, month.lead.team
    assert month.confirm(mei.number, lili.number) == [True, True]
    assert payrolls.dispute(db, ours, qiang.number, qiang.slip.member, "6月20日少一单", at=later(2))
    with pytest.raises(BlockedError) as refused:
        month.close(passed_over=(qiang.slip.member,))
    assert [each.by for each in refused.value.by] == [Blocker.DISPUTED]
    assert payrolls.answer(db, ours, qiang.number, "补上了", by=month.lead.id, at=later(3))
    assert not payrolls.answer(db, ours, qiang.number, "再说", by=month.lead.id, at=later(4))
    answered = month.slips[1]
    assert (answered.stage, answered.said, answered.answer) == (SlipStage.ANSWERED, "6月20日少一单", "补上了")
    month.close()
    assert payrolls.of_team(db, ours)[0].stage is MonthStage.CLOSED


def test_silence_keeps_a_month_open_unless_it_is_passed_over(month: Month) -> None:
    month.propose()
    with pytest.raises(BlockedError):
        month.close()
    month.close(passed_over=tuple(each.id for each in month.sellers))


def test_req_74_over_the_budget_a_month_closes_with_a_reason_that_is_kept(month: Month) -> None:
    month.propose()
    month.confirm(*(each.number for each in month.slips))
    with pytest.raises(BlockedError):
        month.close(over_budget=True)
    month.close(over_budget=True, reason="大促加码")
    assert payrolls.of_team(month.db, month.lead.team)[0].over_budget == "大促加码"


def test_nothing_of_a_closed_month_changes(month: Month) -> None:
    month.propose()
    numbers = [each.number for each in month.slips]
    month.confirm(*numbers)
    month.close()
    before = month.slips
    assert not payrolls.dispute(month.db, month.lead.team, numbers[0], before[0].slip.member, "x", at=NOW)
    with pytest.raises(ClosedError):
        month.propose(*month.facts[:2])
    with pytest.raises(BlockedError):
        month.close()
    assert month.slips == before


def test_a_month_that_nobody_told_is_open(month: Month) -> None:
    assert payrolls.get(month.db, month.lead.team, JUNE) is None
    with pytest.raises(BlockedError) as refused:
        month.close()
    assert [each.by for each in refused.value.by] == [Blocker.NOT_PROPOSED]
