"""Statements of the hot path: said in Core as all others, compiled once, and then handed to the driver itself.

SQLAlchemy takes 45 µs to carry out a statement that it has compiled before (its cache key, its execution context, its
result), the driver takes 3. What the house relies on stays: a statement is written once for both databases, values
pass through the column types of `storage.types`, and errors are SQLAlchemy's.
"""

import sqlite3
from collections import namedtuple
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime
from enum import Enum
from typing import Any, Protocol, cast

from sqlalchemy import Connection, Dialect
from sqlalchemy.engine.interfaces import DBAPICursor
from sqlalchemy.exc import DBAPIError
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.expression import SelectBase, UpdateBase

from storage.errors import LostTransactionError

Value = str | int | date | datetime | Enum | None
_Conversion = Callable[[Any], Any]


class Found(Protocol):
    """A row with whatever columns were asked for, by their names."""

    def __getattr__(self, name: str) -> Any: ...


class Prepared:
    """A statement that is carried out very often. What changes in it are `bindparam`s, given by their names.

    Of an INSERT, `columns` are those that it is given. What SQLAlchemy would write out anew each time (the values of
    an `IN`) cannot be bound.
    """

    def __init__(self, statement: SelectBase | UpdateBase, *columns: str) -> None:
        self._statement = statement
        self._columns = columns
        self._compiled: dict[str, _Compiled] = {}

    def all(self, db: Connection, **values: Value) -> list[Found]:
        """Every row that it finds or returns."""
        compiled = self._for(db.dialect)
        cursor = _cursor(db)
        try:
            cursor.execute(compiled.sql, compiled.bound(values))
            rows = cursor.fetchall()
        except db.dialect.loaded_dbapi.Error as error:
            raise _known(db, compiled.sql, error) from error
        return compiled.read(rows)

    def first(self, db: Connection, **values: Value) -> Found | None:
        """The first row, or None."""
        rows = self.all(db, **values)
        return rows[0] if rows else None

    def one(self, db: Connection, **values: Value) -> Found:
        """The row that there must be."""
        return self.all(db, **values)[0]

    def run(self, db: Connection, **values: Value) -> None:
        """Carries out what gives no rows."""
        compiled = self._for(db.dialect)
        say(db, compiled.sql, compiled.bound(values))

    def run_each(self, db: Connection, many: Sequence[Mapping[str, Value]]) -> None:
        """Carries out what gives no rows, once with each of the values."""
        compiled = self._for(db.dialect)
        cursor = _cursor(db)
        try:
            cursor.executemany(compiled.sql, [compiled.bound(values) for values in many])
        except db.dialect.loaded_dbapi.Error as error:
            raise _known(db, compiled.sql, error) from error

    def _for(self, dialect: Dialect) -> "_Compiled":
        known = self._compiled.get(dialect.name)
        if known is None:
            known = self._compiled[dialect.name] = _Compiled(self._statement, self._columns, dialect)
        return known


def begin(db: Connection, sql: str) -> None:
    """Begins a transaction of SQLite's by `sql`, in a fifth of the time that it takes SQLAlchemy."""
    _said(db, _driver(db).cursor(), sql)


def say(db: Connection, sql: str, given: Any = ()) -> None:
    """Says `sql`, which gives no rows, to the driver."""
    _said(db, _cursor(db), sql, given)


def _said(db: Connection, cursor: DBAPICursor, sql: str, given: Any = ()) -> None:
    try:
        cursor.execute(sql, given)
    except db.dialect.loaded_dbapi.Error as error:
        raise _known(db, sql, error) from error


class _Compiled:
    """The statement as one kind of database takes it, with its constants in their places.

    A place is a number for SQLite's driver and a name for PostgreSQL's.
    """

    def __init__(self, statement: SelectBase | UpdateBase, columns: Sequence[str], dialect: Dialect) -> None:
        compiled = statement.compile(dialect=dialect, column_keys=list(columns) or None)
        assert isinstance(compiled, SQLCompiler)  # noqa: S101 - SQLAlchemy's signature does not say so
        if "POSTCOMPILE" in compiled.string:
            raise ValueError(f"not the same each time: {compiled.string}")
        self.sql = compiled.string
        self._given: Any = [None] * len(compiled.positiontup or ()) if compiled.positional else {}
        self._open: list[tuple[int | str, str, _Conversion | None]] = []
        self._place(compiled, dialect)
        returned = statement.exported_columns
        self._row: Callable[[Sequence[Any]], Found] = _row_of([str(column.key) for column in returned])
        self._stored = [
            (place, convert)
            for place, column in enumerate(returned)
            if (convert := column.type.dialect_impl(dialect).result_processor(dialect, None)) is not None
        ]

    def _place(self, compiled: SQLCompiler, dialect: Dialect) -> None:
        """Finds the place of every parameter, and fills those of the constants."""
        by_place = enumerate(compiled.positiontup or ()) if compiled.positional else ((n, n) for n in compiled.params)
        place: int | str
        for place, name in by_place:
            bind = compiled.binds[name]
            convert = bind.type.dialect_impl(dialect).bind_processor(dialect)
            if bind.required:
                self._open.append((place, name, convert))
            else:
                self._given[place] = bind.value if convert is None else convert(bind.value)

    def bound(self, values: Mapping[str, Value]) -> Any:
        """The parameters as the driver takes them. `KeyError` for one that is missing."""
        given = self._given.copy()
        for place, name, convert in self._open:
            value = values[name]
            given[place] = value if convert is None else convert(value)
        return given

    def read(self, rows: Iterable[Sequence[Any]]) -> list[Found]:
        """Rows of the driver's with their values as the house knows them."""
        if self._stored:
            rows = [self._converted(row) for row in rows]
        return [self._row(row) for row in rows]

    def _converted(self, row: Sequence[Any]) -> list[Any]:
        values = list(row)
        for place, convert in self._stored:
            values[place] = convert(values[place])
        return values


def _row_of(columns: list[str]) -> Callable[[Sequence[Any]], Found]:
    row = namedtuple("Row", columns)  # type: ignore[misc]  # noqa: PYI024 - its columns are known only here
    return cast("Callable[[Sequence[Any]], Found]", row._make)


def _cursor(db: Connection) -> DBAPICursor:
    """A full disk ends a transaction of SQLite's. What is said after that would be stored by itself, at once."""
    driver = _driver(db)
    if isinstance(driver, sqlite3.Connection) and not driver.in_transaction:
        raise LostTransactionError
    return cast("DBAPICursor", driver.cursor())


def _driver(db: Connection) -> Any:
    return db.connection.dbapi_connection


def _known(db: Connection, sql: str, error: Any) -> Exception:
    """SQLAlchemy's error for one of the driver's. A connection that is lost is given up."""
    lost = db.dialect.is_disconnect(error, db.connection.dbapi_connection, None)
    if lost:
        db.invalidate(error)
    base = db.dialect.loaded_dbapi.Error
    told: Exception = DBAPIError.instance(sql, None, error, base, connection_invalidated=lost, dialect=db.dialect)
    return told
