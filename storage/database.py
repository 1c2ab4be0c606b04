"""One database: SQLite in a file, or PostgreSQL. Writes are one at a time, reads do not wait for them."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, make_url

from storage import postgresql, sqlite
from storage.errors import LostTransactionError
from storage.migrations import upgrade

__all__ = ["Database", "LostTransactionError"]


class Database:
    """`url` is `sqlite:///path`, `sqlite:////absolute/path`, `postgresql://…` or `postgres://…`.

    The SQLite file is made when missing, readable by its owner alone. `ValueError` for any other kind of address,
    `storage.errors.DamagedDatabaseError` when something is left of a database whose file is no more.
    """

    def __init__(self, url: str) -> None:
        address = make_url(url)
        match address.get_backend_name():
            case "sqlite":
                self._backend: sqlite.Backend | postgresql.Backend = sqlite.Backend(address)
            case "postgresql" | "postgres":
                self._backend = postgresql.Backend(address)
            case other:
                raise ValueError(f"no database of kind {other}: say sqlite:///path or postgresql://…")
        self._writing = threading.Lock()

    def migrate(self) -> None:
        """Checks the database and brings its schema up to date, in one transaction; a failure changes nothing.

        Of `storage.errors`: `NewerSchemaError` when the schema is ahead of this code, `DamagedDatabaseError` when the
        file is damaged or no database at all.
        """
        with self._writing, self._backend.migrating() as db:
            upgrade(db)

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """A transaction that may write, the only one at its time. Commits at the end, rolls back on an exception.

        `LostTransactionError` when the transaction ended before that: nothing that it was told is stored.
        """
        with self._writing, self._backend.writer.begin() as db:
            yield db
            if not self._backend.in_transaction(db):
                raise LostTransactionError

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A transaction that sees one state of the database and cannot change it."""
        with self._backend.reader.begin() as db:
            yield db

    def close(self) -> None:
        """Lets go of all connections, the writer last: it leaves the SQLite file in one piece."""
        self._backend.reader.dispose()
        self._backend.writer.dispose()
