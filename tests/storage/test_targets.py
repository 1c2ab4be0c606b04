"""Targets of a month."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Connection
from sqlalchemy.exc import IntegrityError

from kpi.ids import MemberId
from kpi.money import MINOR_LIMIT
from kpi.team import Member
from storage import targets
from storage.database import Database
from tests.storage.given import NOW, seller, team


@pytest.fixture
def db(database: Database) -> Iterator[Connection]:
    with database.write() as connection:
        yield connection


@pytest.fixture
def mei(db: Connection) -> Member:
    return seller(db, team(db), "小美", 1)


def aim(db: Connection, by: Member, whose: MemberId | None, amount: int, month: str = "2026-06") -> None:
    targets.set_target(db, by.team, whose, month, amount, by=by.id, at=NOW)


def test_the_team_and_each_member_have_a_target_for_each_month(db: Connection, mei: Member) -> None:
    aim(db, mei, None, 5_000_000)
    aim(db, mei, mei.id, 2_000_000)
    aim(db, mei, mei.id, 1_000_000, month="2026-07")
    assert targets.targets(db, mei.team, "2026-06") == {None: 5_000_000, mei.id: 2_000_000}
    assert targets.targets(db, mei.team, "2026-07") == {mei.id: 1_000_000}
    assert targets.targets(db, mei.team, "2026-08") == {}


def test_a_new_target_replaces_the_old_one(db: Connection, mei: Member) -> None:
    for amount in (1, 2):
        aim(db, mei, None, amount)
        aim(db, mei, mei.id, amount * 10)
    assert targets.targets(db, mei.team, "2026-06") == {None: 2, mei.id: 20}


@pytest.mark.parametrize("amount", [0, -1, MINOR_LIMIT])
def test_amounts_that_are_no_target_are_refused(db: Connection, mei: Member, amount: int) -> None:
    with pytest.raises(IntegrityError, match="ck_target_amount"), db.begin_nested():
        aim(db, mei, None, amount)


def test_another_teams_targets_are_its_own(db: Connection, mei: Member) -> None:
    ken = seller(db, team(db, -200), "Ken", 2)
    aim(db, mei, None, 1)
    aim(db, ken, None, 2)
    with pytest.raises(IntegrityError), db.begin_nested():
        aim(db, ken, mei.id, 3)
    assert targets.targets(db, mei.team, "2026-06") == {None: 1}
