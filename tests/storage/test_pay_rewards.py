"""What leads give, and are asked to give."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Connection

from kpi.pay.facts import Reason, Reward, Stage
from kpi.pay.terms import Cash, Gift
from kpi.period import following
from kpi.team import Member
from storage import pay_rewards
from storage.database import Database
from storage.pay_rewards import Given
from tests.storage.given import JUNE, MONDAY, NOW, later, line, report, seller, team

CREAM = Gift("护手霜", 8_000)
Books = tuple[Connection, Member]


@pytest.fixture
def qiang(database: Database) -> Iterator[Books]:
    with database.write() as db:
        yield db, seller(db, team(db), "阿强", 1)


def give(books: Books, prize: Cash | Gift = CREAM) -> Given:
    db, who = books
    return pay_rewards.give(db, who.team, who.id, prize, day=MONDAY, note="帮新人", by=who.id, at=NOW)


def test_req_69_what_a_lead_gives_counts_in_the_month_of_its_day(qiang: Books) -> None:
    db, who = qiang
    cash, gift = give(qiang, Cash(50_000)), give(qiang)
    assert cash.reward == Reward(cash.reward.ref, Cash(50_000), Reason.LEAD, Stage.GIVEN, "帮新人")
    assert pay_rewards.within(db, who.team, JUNE) == [cash, gift]
    assert pay_rewards.within(db, who.team, following(JUNE)) == []
    assert pay_rewards.within(db, team(db, -55).id, JUNE) == []


def test_req_67_an_order_is_offered_once_and_the_first_answer_counts(qiang: Books) -> None:
    db, who = qiang
    entry = report(db, who, "-100:1", line(who.id, 1_000_000)).id
    offered = pay_rewards.offer(
        db, who.team, who.id, Cash(50_000), Reason.BIG_ORDER, day=MONDAY, by=who.id, at=NOW, entry=entry
    )
    assert offered is not None
    assert offered.reward.stage is Stage.OFFERED
    for _ in range(2):
        again = pay_rewards.offer(
            db, who.team, who.id, Cash(1), Reason.BIG_ORDER, day=MONDAY, by=who.id, at=NOW, entry=entry
        )
        assert again is None
    assert pay_rewards.orders_settled(db, who.team) == {entry}
    answers = [
        pay_rewards.decide(db, who.team, offered.reward.ref, stage, by=who.id, at=later(1))
        for stage in (Stage.DECLINED, Stage.GIVEN)
    ]
    assert answers == [True, False]
    found = pay_rewards.get(db, who.team, offered.reward.ref)
    assert found is not None
    assert (found.reward.stage, found.entry) == (Stage.DECLINED, entry)


def test_praise_may_be_offered_many_times(qiang: Books) -> None:
    db, who = qiang
    for _ in range(2):
        assert pay_rewards.offer(db, who.team, who.id, CREAM, Reason.PRAISE, day=MONDAY, by=who.id, at=NOW)
    assert len(pay_rewards.within(db, who.team, JUNE)) == 2


def test_req_70_a_gift_is_handed_over_once_its_receiver_says_so(qiang: Books) -> None:
    db, who = qiang
    other, gift, cash = seller(db, team(db, -55), "Ken", 2), give(qiang), give(qiang, Cash(5))
    assert not pay_rewards.receive(db, who.team, gift.reward.ref, other.id, at=later(1))
    assert not pay_rewards.receive(db, who.team, cash.reward.ref, who.id, at=later(1))
    received = [pay_rewards.receive(db, who.team, gift.reward.ref, who.id, at=later(n)) for n in (1, 2)]
    assert received == [True, False]
    found = pay_rewards.get(db, who.team, gift.reward.ref)
    assert found is not None
    assert found.received_at == later(1)
