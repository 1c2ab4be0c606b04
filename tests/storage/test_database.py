"""Transactions on both databases: one writer at a time, readers that see one state and change nothing."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress

import pytest
from sqlalchemy import Connection, select, update
from sqlalchemy.exc import DBAPIError, IntegrityError

from storage import chats, teams
from storage import tables as t
from storage.database import Database, LostTransactionError
from tests.storage.given import GROUP, group, team


def names(database: Database) -> list[str]:
    with database.read() as db:
        return [found.name for found in teams.active(db)]


def rename(db: Connection, name: str) -> None:
    db.execute(update(t.team).values(name=name))


def test_what_is_written_is_there_for_the_next_reader(database: Database) -> None:
    with database.write() as db:
        team(db)
    assert names(database) == ["美妆一队"]


def test_what_an_exception_leaves_is_rolled_back(database: Database) -> None:
    def fail() -> None:
        with database.write() as db:
            team(db)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert names(database) == []
    with database.write() as db:
        team(db)
    assert names(database) == ["美妆一队"]


def test_a_savepoint_rolls_back_alone(database: Database) -> None:
    with database.write() as db:
        ours = team(db)
        with db.begin_nested() as attempt:
            group(db, -200)
            attempt.rollback()
        assert chats.chat_of(db, group(db, -300).telegram_id) is not None
    with database.read() as db:
        assert db.execute(select(t.chat.c.telegram_id).order_by(t.chat.c.id)).scalars().all() == [GROUP, -300]
        assert teams.active(db) == [ours]


def test_a_reader_cannot_write(database: Database) -> None:
    with pytest.raises(DBAPIError, match=r"(?i)read.?only"), database.read() as db:
        team(db)
    assert names(database) == []
    with database.write() as db:
        team(db)


def test_a_reader_sees_one_state_while_others_write(database: Database) -> None:
    with database.write() as db:
        team(db)
    with database.read() as reader:
        before = teams.active(reader)
        with database.write() as db:
            rename(db, "B")
        assert teams.active(reader) == before
    assert names(database) == ["B"]


def test_nobody_sees_what_is_not_committed(database: Database) -> None:
    with database.write() as db:
        team(db)
        assert names(database) == []


@pytest.mark.parametrize("processes", [1, 2])
def test_no_update_is_lost_between_threads_and_processes(database_url: str, processes: int) -> None:
    databases = [Database(database_url) for _ in range(processes)]
    with databases[0].write() as db:
        team(db)
        rename(db, "0")

    def count(number: int) -> None:
        with databases[number % processes].write() as db:
            (row,) = teams.active(db)
            rename(db, str(int(row.name) + 1))

    with ThreadPoolExecutor(8) as threads:
        list(threads.map(count, range(80)))
    assert names(databases[0]) == ["80"]
    for database in databases:
        database.close()


def test_readers_do_not_wait_for_a_writer(database: Database) -> None:
    with database.write(), ThreadPoolExecutor(1) as threads:
        assert threads.submit(names, database).result(timeout=5) == []


def test_many_readers_at_once_wait_for_each_other_and_all_get_their_turn(database: Database) -> None:
    with ThreadPoolExecutor(16) as threads:
        assert list(threads.map(names, [database] * 64)) == [[]] * 64


def test_a_transaction_that_ended_by_itself_stores_nothing_more(sqlite_database: Database) -> None:
    """What a full disk does: SQLite rolls back, and each further statement would be a transaction of its own."""

    def lose() -> None:
        with sqlite_database.write() as db:
            team(db)
            db.connection.rollback()
            team(db, -200)

    with pytest.raises(LostTransactionError):
        lose()
    assert names(sqlite_database) == []
    with sqlite_database.write() as db:
        team(db)


def test_a_transaction_that_ended_by_itself_is_not_taken_for_committed(sqlite_database: Database) -> None:
    def lose() -> None:
        with sqlite_database.write() as db:
            team(db)
            db.connection.rollback()

    with pytest.raises(LostTransactionError):
        lose()
    assert names(sqlite_database) == []


def test_a_transaction_with_an_error_that_somebody_swallowed_is_not_taken_for_committed(
    backend: str, database: Database
) -> None:
    """PostgreSQL would answer COMMIT with a rollback and no error; SQLite only undoes the statement that failed."""

    def swallow() -> None:
        with database.write() as db:
            team(db)
            with suppress(IntegrityError):
                team(db)

    if backend == "sqlite":
        swallow()
        assert names(database) == ["美妆一队"]
        return
    with pytest.raises(LostTransactionError):
        swallow()
    assert names(database) == []


@pytest.mark.parametrize("url", ["mysql://localhost/books", "sqlite://", "sqlite:///:memory:"])
def test_an_address_of_no_database_of_ours_is_refused(url: str) -> None:
    with pytest.raises(ValueError, match="say"):
        Database(url)


def test_both_names_of_postgresql_are_understood(backend: str, database_url: str) -> None:
    if backend == "postgresql":
        database = Database(database_url.replace("postgresql://", "postgres://", 1))
        assert names(database) == []
        database.close()
