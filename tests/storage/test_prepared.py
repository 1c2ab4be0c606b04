"""Statements handed to the driver: they read, write and fail as SQLAlchemy's own do, on both databases."""

from datetime import datetime

import pytest
from sqlalchemy import bindparam, insert, select, update
from sqlalchemy.exc import DBAPIError, IntegrityError

from kpi.team import ChatKind
from storage import tables as t
from storage.connection import is_trouble
from storage.database import Database
from storage.errors import LostTransactionError
from storage.prepared import Prepared
from tests.storage.given import NOW

NEW = Prepared(insert(t.chat).returning(*t.chat.c), "telegram_id", "kind", "language", "active", "closed_at")
FIND = Prepared(select(t.chat).where(t.chat.c.telegram_id == bindparam("telegram_id")))
WAKE = Prepared(update(t.chat).where(t.chat.c.id == bindparam("chat")).values(active=True, closed_at=None))


def values(telegram_id: int) -> dict[str, int | str | ChatKind | datetime | None]:
    return {"telegram_id": telegram_id, "kind": ChatKind.GROUP, "language": "zh", "active": False, "closed_at": NOW}


def test_values_pass_through_the_types_of_their_columns_both_ways(database: Database) -> None:
    with database.write() as db:
        new = NEW.one(db, **values(-1))
        assert (new.telegram_id, new.kind, new.active, new.closed_at) == (-1, ChatKind.GROUP, False, NOW)
        assert FIND.all(db, telegram_id=-1) == [new]
        assert db.execute(select(t.chat.c.closed_at)).scalar_one() == NOW


def test_constants_stand_where_they_were_said(database: Database) -> None:
    with database.write() as db:
        chat = NEW.one(db, **values(-1))
        WAKE.run(db, chat=chat.id)
        woken = FIND.one(db, telegram_id=-1)
        assert (woken.active, woken.closed_at) == (True, None)


def test_what_is_not_there_is_none(database: Database) -> None:
    with database.read() as db:
        assert FIND.first(db, telegram_id=-1) is None
        assert FIND.all(db, telegram_id=-1) == []


def test_many_rows_are_written_at_once(database: Database) -> None:
    new = Prepared(insert(t.chat).inline(), "telegram_id", "kind", "language", "active")
    with database.write() as db:
        new.run_each(db, [values(-1), values(-2)])
        assert [row.telegram_id for row in Prepared(select(t.chat).order_by(t.chat.c.id)).all(db)] == [-1, -2]


def test_a_value_that_is_missing_is_a_defect_of_ours(database: Database) -> None:
    with database.read() as db, pytest.raises(KeyError, match="telegram_id"):
        FIND.first(db, chat=1)


def test_a_statement_that_is_another_one_each_time_cannot_be_prepared(database: Database) -> None:
    with database.read() as db, pytest.raises(ValueError, match="not the same each time"):
        Prepared(select(t.chat).where(t.chat.c.id.in_([1, 2]))).all(db)


def test_a_broken_rule_of_the_tables_is_the_error_of_one_update(database: Database) -> None:
    with database.write() as db:
        NEW.one(db, **values(-1))
    with pytest.raises(IntegrityError) as caught, database.write() as db:
        NEW.one(db, **values(-1))
    assert not is_trouble(caught.value)


def test_an_error_of_the_database_itself_is_trouble(sqlite_database: Database) -> None:
    with pytest.raises(DBAPIError) as caught, sqlite_database.read() as db:
        NEW.run_each(db, [values(-1)])
    assert is_trouble(caught.value)


def test_nothing_is_stored_after_the_transaction_ended(sqlite_database: Database) -> None:
    def lose() -> None:
        with sqlite_database.write() as db:
            db.connection.rollback()
            NEW.one(db, **values(-1))

    with pytest.raises(LostTransactionError):
        lose()
    with sqlite_database.read() as db:
        assert FIND.first(db, telegram_id=-1) is None
