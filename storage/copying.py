"""All books from one database into another, such as from a SQLite file to PostgreSQL."""

from sqlalchemy import Connection, Table, func, insert, select

from storage import tables as t
from storage.database import Database
from storage.rows import defer_foreign_keys

_BATCH = 1000  # rows that are on their way at once


class NotEmptyError(Exception):
    """The database to copy into holds books of its own, which nothing may overwrite."""


def copy_books(source: Database, target: Database) -> int:
    """Copies every row of `source` in one transaction; how many there were. Numbers stay: buttons and links hold.

    Both have all tables. `NotEmptyError` when `target` knows a chat already; it is not changed then.
    """
    with source.read() as books, target.write() as copy:
        if copy.execute(select(t.chat.c.id).limit(1)).first() is not None:
            raise NotEmptyError
        defer_foreign_keys(copy)  # a customer may be the same as one who comes later
        return sum(_copy(books, copy, table) for table in t.metadata.sorted_tables)


def _copy(books: Connection, copy: Connection, table: Table) -> int:
    number = 0
    for rows in books.execute(select(table)).mappings().partitions(_BATCH):
        copy.execute(insert(table), [dict(row) for row in rows])
        number += len(rows)
    if number and "id" in table.c and copy.dialect.name == "postgresql":
        _count_on(copy, table)
    return number


def _count_on(copy: Connection, table: Table) -> None:
    """PostgreSQL numbers the next row by a counter of its own, which rows that bring their number do not move."""
    counter = func.pg_get_serial_sequence(table.name, "id")
    copy.execute(select(func.setval(counter, select(func.max(table.c.id)).scalar_subquery())))
