"""Targets of a month."""

from collections.abc import Iterator

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, text
from sqlalchemy.exc import IntegrityError

from kpi.ids import MemberId, TeamId
from kpi.metrics import Metric
from kpi.money import MINOR_LIMIT
from kpi.team import Member
from storage import targets
from storage.database import Database
from tests.storage.given import NOW, seller, team

OLD = (
    "INSERT INTO chat (id, telegram_id, kind, language, active) VALUES (1, -1, 'group', 'zh', true)",
    (
        "INSERT INTO team (id, name, chat_id, language, zone, currency, day_close, scheduled_since, created_at, active)"
        " VALUES (1, '花花美妆', 1, 'zh', 'Asia/Shanghai', 'CNY', 0, 0, 0, true)"
    ),
    "INSERT INTO member (id, team_id, name, administrator, active) VALUES (1, 1, '小美', false, true)",
    (
        "INSERT INTO target (id, team_id, month, member_id, amount_minor, set_by, set_at)"
        " VALUES (1, 1, '2026-06', NULL, 7, 1, 0), (2, 1, '2026-06', 1, 5, 1, 0)"
    ),
)


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


def test_a_metric_and_a_period_have_targets_of_their_own(db: Connection, mei: Member) -> None:
    aim(db, mei, None, 5_000_000)
    for metric, period in ((Metric.NEW_CUSTOMERS, "2026-06"), (Metric.NET, "2026-Q2")):
        targets.set_target(db, mei.team, None, period, 30, metric, by=mei.id, at=NOW)
    assert targets.targets(db, mei.team, "2026-06") == {None: 5_000_000}
    assert targets.targets(db, mei.team, "2026-06", Metric.NEW_CUSTOMERS) == {None: 30}
    found = targets.of_periods(db, mei.team, ("2026-06", "2026-Q2"))
    assert [(one.metric, one.period, one.amount) for one in found] == [
        (Metric.NET, "2026-06", 5_000_000),
        (Metric.NEW_CUSTOMERS, "2026-06", 30),
        (Metric.NET, "2026-Q2", 30),
    ]


def test_targets_of_an_older_schema_are_kept(empty_url: str) -> None:
    """They were all of net sales in a month."""
    database = Database(empty_url)
    with database.write() as db:
        config = Config(attributes={"connection": db})
        config.set_main_option("script_location", "storage:migrations")
        command.upgrade(config, "0017")
        for statement in OLD:
            db.execute(text(statement))
    database.migrate()
    with database.read() as db:
        assert targets.targets(db, TeamId(1), "2026-06") == {None: 7, MemberId(1): 5}
    database.close()
