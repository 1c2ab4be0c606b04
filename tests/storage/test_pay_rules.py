"""Versions of rules: drafted, simulated, published, and then never changed."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date

import pytest
from sqlalchemy import Connection, select

from kpi.ids import MemberId, TeamId
from kpi.pay.payroll import payroll
from kpi.pay.rules import RuleSet
from kpi.pay.stored import encode
from kpi.pay.versions import RulesStage, Version, in_force
from kpi.period import Grain, Period, following, period_of, previous
from kpi.team import Member
from storage import pay_rules, payrolls
from storage import tables as t
from storage.database import Database
from storage.pay_rules import PaidMonthError, PublishedError
from tests.kpi.pay.given import BONUS, V1, of
from tests.storage.given import JUNE, NOW, later, seller, team

V2 = RuleSet((replace(BONUS, amount=250_000),), "CNY")
MAY, JULY = previous(JUNE), following(JUNE)


@dataclass(frozen=True)
class Team:
    db: Connection
    lead: Member

    def draft(self, rules: RuleSet = V1) -> Version:
        return pay_rules.draft(self.db, self.lead.team, rules, by=self.lead.id, at=NOW)

    def publish(self, version: Version, month: Period) -> None:
        pay_rules.publish(self.db, self.lead.team, version.number, month, by=self.lead.id, at=later(5))

    def rules_of(self, month: Period) -> RuleSet | None:
        found = pay_rules.of_month(self.db, self.lead.team, month)
        return found.rule_set if found else None

    def tell(self, month: Period) -> None:
        version = pay_rules.of_month(self.db, self.lead.team, month)
        assert version is not None
        pay = payroll(version.rule_set, [replace(of(100, member=self.lead.id), month=month)])
        payrolls.propose(self.db, self.lead.team, month, version, pay, by=self.lead.id, at=NOW)


@pytest.fixture
def ours(database: Database) -> Iterator[Team]:
    with database.write() as db:
        yield Team(db, seller(db, team(db), "林小花", 1))


def test_a_draft_holds_nowhere_and_may_be_changed(ours: Team) -> None:
    version = ours.draft()
    assert (version.number, version.stage, ours.rules_of(JUNE)) == (1, RulesStage.DRAFT, None)
    pay_rules.simulated(ours.db, ours.lead.team, 1)
    pay_rules.edit(ours.db, ours.lead.team, 1, V2)
    found = pay_rules.get(ours.db, ours.lead.team, 1)
    assert found is not None
    assert (found.rule_set, found.stage) == (V2, RulesStage.DRAFT)
    pay_rules.discard(ours.db, ours.lead.team, 1)
    assert pay_rules.of_team(ours.db, ours.lead.team) == []


@pytest.mark.parametrize(
    "change",
    [
        lambda db, team: pay_rules.edit(db, team, 1, V2),
        lambda db, team: pay_rules.simulated(db, team, 1),
        lambda db, team: pay_rules.discard(db, team, 1),
        lambda db, team: pay_rules.publish(db, team, 1, JULY, by=MemberId(1), at=NOW),
        lambda db, team: pay_rules.edit(db, team, 7, V2),
    ],
)
def test_req_45_what_is_published_is_never_changed(ours: Team, change: Callable[[Connection, TeamId], None]) -> None:
    ours.publish(ours.draft(), JUNE)
    before = ours.db.execute(select(t.pay_rules)).all()
    with pytest.raises(PublishedError):
        change(ours.db, ours.lead.team)
    assert ours.db.execute(select(t.pay_rules)).all() == before


def test_req_45_a_second_version_does_not_change_june_that_used_the_first(ours: Team) -> None:
    ours.publish(ours.draft(), JUNE)
    ours.publish(ours.draft(V2), JULY)
    assert [ours.rules_of(month) for month in (MAY, JUNE, JULY, following(JULY))] == [None, V1, V2, V2]


def test_req_45_a_month_whose_pay_was_told_gets_no_other_rules(ours: Team) -> None:
    ours.publish(ours.draft(), JUNE)
    ours.tell(JUNE)
    version = ours.draft(V2)
    for month in (MAY, JUNE):
        with pytest.raises(PaidMonthError) as refused:
            ours.publish(version, month)
        assert refused.value.month == JUNE
    ours.publish(version, JULY)
    assert ours.rules_of(JUNE) == V1


def test_of_two_versions_for_a_month_the_newer_counts() -> None:
    def version(number: int, month: Period | None, rules: RuleSet = V1) -> Version:
        return Version(number, number, rules, RulesStage.PUBLISHED, None if month is None else month.start)

    versions = [version(1, JUNE), version(2, MAY, V2), version(3, JUNE, V2), version(4, None)]
    assert in_force(versions, JUNE) == versions[2]
    assert in_force(versions, MAY) == versions[1]
    assert in_force(versions, period_of(Grain.MONTH, date(2026, 4, 1))) is None


def test_versions_of_another_team_are_not_seen(ours: Team) -> None:
    other = seller(ours.db, team(ours.db, -55), "Ken", 2)
    ours.draft()
    assert pay_rules.of_team(ours.db, other.team) == []
    assert pay_rules.draft(ours.db, other.team, V2, by=other.id, at=NOW).number == 1


def test_what_lies_in_the_database_is_the_rule(ours: Team) -> None:
    ours.draft()
    assert ours.db.execute(select(t.pay_rules.c.body)).scalar_one() == encode(V1)
