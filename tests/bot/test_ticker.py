"""The loop that makes what is due: all of it, in short transactions, and it forgets what is of no use any more."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.ticker import AT_ONCE, Ticker
from kpi.ids import TelegramId
from kpi.team import ChatKind
from storage import chats, outbox, sheets, teams, updates
from storage.database import Database

NOW = datetime(2026, 6, 8, 21, 30, tzinfo=UTC)


@pytest.fixture
def database(sqlite_database: Database) -> Database:
    with sqlite_database.write() as db:
        for number in range(AT_ONCE + 5):
            chat = chats.open_chat(db, TelegramId(-number - 1), ChatKind.GROUP, "en")
            noon = NOW - timedelta(hours=9)
            teams.create(db, chat=chat.id, name=f"T{number}", language="en", zone="UTC", currency="USD", at=noon)
    return sqlite_database


def ticker(database: Database, made: list[int], now: datetime = NOW) -> Ticker:
    return Ticker(database, lambda: now, lambda: 0.0, lambda: made.append(1))


async def test_more_than_one_transaction_holds_is_made_by_one_tick(database: Database) -> None:
    made: list[int] = []
    assert await ticker(database, made).tick() == 2 * (AT_ONCE + 5)  # a board and reminders for each
    assert len(made) == 3  # the sender is called after each transaction
    assert await ticker(database, made).tick() == 0
    assert len(made) == 3


async def test_a_clock_that_was_set_back_makes_nothing_twice(database: Database) -> None:
    await ticker(database, []).tick()
    assert await ticker(database, [], NOW - timedelta(hours=1)).tick() == 0
    assert await ticker(database, [], NOW + timedelta(minutes=1)).tick() == 0


async def test_keys_of_updates_are_forgotten_after_two_days(database: Database) -> None:
    with database.write() as db:
        updates.first_time(db, "u:1", NOW - timedelta(hours=49))
        updates.first_time(db, "u:2", NOW - timedelta(hours=47))
    await ticker(database, []).tick()
    with database.write() as db:
        assert updates.first_time(db, "u:1", NOW)
        assert not updates.first_time(db, "u:2", NOW)


async def test_a_list_that_nobody_confirmed_is_forgotten_without_another_one(database: Database) -> None:
    with database.write() as db:
        (team, *_) = teams.active(db)
        kept = [
            sheets.keep(db, team.id, "list", at=NOW - timedelta(hours=2), expires_at=NOW + timedelta(seconds=ahead))
            for ahead in (0, 1)
        ]
    await ticker(database, []).tick()
    with database.read() as db:
        assert [sheets.get(db, one.id, NOW - timedelta(hours=1)) for one in kept] == [None, kept[1]]


async def test_a_database_in_trouble_does_not_end_the_loop(
    database: Database, caplog: pytest.LogCaptureFixture
) -> None:
    with database.write() as db:
        before = outbox.waiting_count(db)
        db.exec_driver_sql("ALTER TABLE post RENAME TO gone")
    assert await ticker(database, []).tick() == 0
    assert "could not be made" in caplog.text
    with database.write() as db:
        db.exec_driver_sql("ALTER TABLE gone RENAME TO post")
    assert await ticker(database, []).tick() == 2 * (AT_ONCE + 5)
    with database.read() as db:
        assert outbox.waiting_count(db) == before + AT_ONCE + 5
