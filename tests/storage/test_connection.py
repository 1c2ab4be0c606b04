"""Savepoints, on both databases: what is undone, and what is not."""

from contextlib import suppress

import pytest
from sqlalchemy.exc import IntegrityError

from storage import teams
from storage.connection import savepoint
from storage.database import Database
from tests.storage.given import team


def groups(database: Database) -> int:
    with database.read() as db:
        return len(teams.active(db))


def test_what_was_done_within_stays(database: Database) -> None:
    with database.write() as db, savepoint(db):
        team(db, -1)
    assert groups(database) == 1


def test_an_exception_undoes_what_was_done_within_and_nothing_else(database: Database) -> None:
    with database.write() as db:
        team(db, -1)
        with suppress(ZeroDivisionError), savepoint(db):
            team(db, -2)
            raise ZeroDivisionError
        team(db, -3)
    assert groups(database) == 2


def test_after_an_error_of_the_database_the_transaction_goes_on(database: Database) -> None:
    with database.write() as db:
        team(db, -1)
        with suppress(IntegrityError), savepoint(db):
            team(db, -2)
            team(db, -2)
        team(db, -3)
    assert groups(database) == 2


def test_the_exception_rises(database: Database) -> None:
    with pytest.raises(ZeroDivisionError), database.write() as db, savepoint(db):
        raise ZeroDivisionError


def test_one_within_another_is_undone_by_itself(database: Database) -> None:
    with database.write() as db, savepoint(db):
        team(db, -1)
        with suppress(ZeroDivisionError), savepoint(db):
            team(db, -2)
            raise ZeroDivisionError
        with savepoint(db):
            team(db, -3)
    assert groups(database) == 2
