"""How values lie in the database, on both alike."""

from datetime import UTC, date, datetime, timedelta, timezone
from enum import Enum

import pytest
from sqlalchemy import Column, MetaData, Table
from sqlalchemy.exc import StatementError

from storage.database import Database
from storage.types import Choice, Day, Flag, Instant, NaiveInstantError, Whole


class Colour(Enum):
    RED = "red"


shelf = Table(
    "shelf",
    MetaData(),
    Column("id", Whole, primary_key=True),
    Column("instant", Instant),
    Column("day", Day),
    Column("flag", Flag),
    Column("choice", Choice(Colour)),
    Column("whole", Whole),
    sqlite_strict=True,
)
SHANGHAI = timezone(timedelta(hours=8))

Value = datetime | date | bool | Colour | int | None


@pytest.mark.parametrize(
    ("column", "value", "read"),
    [
        ("instant", datetime(2026, 6, 8, 18, tzinfo=SHANGHAI), datetime(2026, 6, 8, 10, tzinfo=UTC)),
        ("instant", datetime(2026, 6, 8, 23, 59, 59, 999_999, UTC), datetime(2026, 6, 8, 23, 59, 59, 999_999, UTC)),
        ("instant", datetime(1969, 12, 31, 23, 59, 59, 1, UTC), datetime(1969, 12, 31, 23, 59, 59, 1, UTC)),
        ("day", date(2026, 2, 28), date(2026, 2, 28)),
        ("flag", True, True),
        ("flag", False, False),
        ("choice", Colour.RED, Colour.RED),
        ("whole", 2**63 - 1, 2**63 - 1),
        ("whole", -(2**63), -(2**63)),
        *((column, None, None) for column in ("instant", "day", "flag", "choice", "whole")),
    ],
)
def test_a_value_comes_back_as_it_was(database: Database, column: str, value: Value, read: Value) -> None:
    with database.write() as db:
        shelf.create(db)
        db.execute(shelf.insert().values({column: value}))
        found = db.execute(shelf.select()).one()
        assert found._mapping[column] == read
        assert type(found._mapping[column]) is type(read)


def test_an_instant_without_a_zone_is_refused(database: Database) -> None:
    with database.write() as db:
        shelf.create(db)
        with pytest.raises(StatementError) as refused, db.begin_nested():
            db.execute(shelf.insert().values(instant=datetime(2026, 6, 8, 18)))  # noqa: DTZ001 - the point
        assert isinstance(refused.value.orig, NaiveInstantError)


def test_instants_and_days_sort_like_time(database: Database) -> None:
    moments = [datetime(1969, 1, 1, tzinfo=UTC), datetime(2026, 6, 8, 23, tzinfo=UTC), datetime(2026, 6, 9, tzinfo=UTC)]
    with database.write() as db:
        shelf.create(db)
        for moment in reversed(moments):
            db.execute(shelf.insert().values(instant=moment, day=moment.date()))
        for column in (shelf.c.instant, shelf.c.day):
            rows = db.execute(shelf.select().order_by(column))
            assert [row.instant for row in rows] == moments


def test_truth_can_be_asked_for(database: Database) -> None:
    with database.write() as db:
        shelf.create(db)
        for flag in (True, False, None):
            db.execute(shelf.insert().values(flag=flag))
        assert [row.flag for row in db.execute(shelf.select().where(shelf.c.flag))] == [True]
        assert [row.flag for row in db.execute(shelf.select().where(~shelf.c.flag))] == [False]
