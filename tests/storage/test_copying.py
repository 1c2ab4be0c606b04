"""The books in another database: every row with its number, and room for the next ones."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from sqlalchemy import Row, select

from kpi.entry import Line, Measure
from storage import customers, entries
from storage import tables as t
from storage.copying import NotEmptyError, copy_books
from storage.database import Database
from tests.storage.given import MONDAY, gross, line, report, seller, team


@dataclass(frozen=True, slots=True)
class Pair:
    """Books, and where they are to go."""

    source: Database
    target: Database


@pytest.fixture
def pair(sqlite_database: Database, empty_url: str) -> Iterator[Pair]:
    with sqlite_database.write() as db:
        ours = team(db)
        mei = seller(db, ours, "小美", 1)
        entry = report(db, mei, "-100:1", line(mei.id, 1280))
        report(db, mei, "-100:2", line(mei.id, 300))
        entries.replace(db, ours.id, entry.id, (line(mei.id, 1820),), by=mei.id, at=entry.recorded_at)
        gone, kept = (customers.named(db, ours.id, name) for name in ("小红", "红姐"))
        report(db, mei, "-100:3", Line(Measure.NEW_CUSTOMERS, 1, MONDAY, mei.id, customer=gone))
        customers.merge(db, ours.id, gone=gone, kept=kept, by=mei.id, at=entry.recorded_at)
    target = Database(empty_url)
    target.migrate()
    yield Pair(sqlite_database, target)
    target.close()


def rows(database: Database) -> dict[str, list[Row[tuple[object, ...]]]]:
    with database.read() as db:
        return {
            name: list(db.execute(select(table).order_by(*table.primary_key.columns)))
            for name, table in t.metadata.tables.items()
        }


def test_every_row_is_there_afterwards_with_its_number(pair: Pair) -> None:
    copied = copy_books(pair.source, pair.target)
    assert rows(pair.target) == rows(pair.source)
    assert copied == sum(len(found) for found in rows(pair.source).values()) > 0


def test_the_books_go_on_in_the_copy(pair: Pair) -> None:
    copy_books(pair.source, pair.target)
    with pair.target.write() as db:
        ours = team(db, -200)
        ken = seller(db, ours, "Ken", 2)
        report(db, ken, "-200:1", line(ken.id, 98))
        assert gross(db, ours.id) == {"Ken": 98}


def test_books_that_are_there_are_not_overwritten(pair: Pair) -> None:
    copy_books(pair.source, pair.target)
    before = rows(pair.target)
    with pytest.raises(NotEmptyError):
        copy_books(pair.source, pair.target)
    assert rows(pair.target) == before
