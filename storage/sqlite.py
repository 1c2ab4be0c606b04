"""What is SQLite's own: the file, its settings, and noticing that it is damaged.

One connection writes and others read. SQLite up to 3.51.2 can damage a file to which two connections write and
checkpoint at the same instant (sqlite.org/wal.html#walresetbug).
"""

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import cast

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.exc import DatabaseError

from storage.errors import DamagedDatabaseError, LostTransactionError
from storage.prepared import begin

READERS = 4  # connections; what reads at once beyond that waits
_OWNER_ONLY_DIRECTORY = 0o700
_OWNER_ONLY_FILE = 0o600
_BUSY_MS = 10_000  # another process (a backup, a second bot that starts) may hold the file for a moment
_PAUSE_MS = 20
_PRAGMAS = (
    f"busy_timeout = {_BUSY_MS}",
    "synchronous = FULL",
    "foreign_keys = ON",
    "trusted_schema = OFF",
)
_DAMAGE = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})
_PRIMARY_CODE = 0xFF  # the rest of a result code only tells details


def path_of(address: URL) -> Path:
    """The file of a SQLite address. `ValueError` for one in memory, which would forget the books."""
    if address.database in {None, "", ":memory:"}:
        raise ValueError("SQLite needs a file: say sqlite:///path")
    return Path(str(address.database))


class Backend:
    """A SQLite file, made when missing."""

    def __init__(self, address: URL) -> None:
        self._path = path_of(address)
        _make(self._path)
        # What a savepoint may have to undo would go to a file of its own otherwise: 30 writes for each report.
        self.writer = _engine(address, 1, "BEGIN IMMEDIATE", "temp_store = MEMORY")
        self.reader = _engine(address, READERS, "BEGIN", "query_only = ON")

    @contextmanager
    def migrating(self) -> Iterator[Connection]:
        """A transaction on a sound file, with foreign keys only checked at its end: a migration rebuilds tables, and
        sorts more for an index than memory should hold.
        """
        with self._noticing_damage(), self.writer.connect() as db, _set_for_migrating(db), db.begin():
            self._refuse(db, "quick_check(1)", sound=[("ok",)])
            yield db
            self._refuse(db, "foreign_key_check", sound=[])

    def in_transaction(self, db: Connection) -> bool:
        """Whether the transaction is still there."""
        return _driver(db).in_transaction

    @contextmanager
    def _noticing_damage(self) -> Iterator[None]:
        try:
            yield
        except (DatabaseError, sqlite3.DatabaseError) as error:
            if _code(error) in _DAMAGE:
                raise DamagedDatabaseError(f"{self._path}: {error}") from error
            raise
        except UnicodeDecodeError as error:  # SQLite quotes a damaged text in its complaint, and Python cannot read it
            raise DamagedDatabaseError(f"{self._path}: {error.reason}") from error

    def _refuse(self, db: Connection, check: str, *, sound: list[tuple[str, ...]]) -> None:
        found = [tuple(row) for row in db.exec_driver_sql(f"PRAGMA {check}")]
        if found != sound:
            raise DamagedDatabaseError(f"{self._path}: {check}: {found[:3]}")


def _make(path: Path) -> None:
    """Never over what is left of an older one: a missing or empty file whose log has something in it is a loss."""
    if path.exists() and path.stat().st_size > 0:
        return
    log = path.with_name(f"{path.name}-wal")
    if log.exists() and log.stat().st_size > 0:
        raise DamagedDatabaseError(f"{path} is missing or empty, but {log.name} is not")
    path.parent.mkdir(mode=_OWNER_ONLY_DIRECTORY, parents=True, exist_ok=True)
    os.close(os.open(path, os.O_CREAT | os.O_RDWR, _OWNER_ONLY_FILE))


def _engine(address: URL, connections: int, beginning: str, *pragmas: str) -> Engine:
    """Connections whose transactions begin with `beginning`: the driver's own BEGIN is deferred and loses updates."""
    engine = create_engine(
        address.set(drivername="sqlite"),
        pool_size=connections,
        max_overflow=0,
        hide_parameters=True,  # an error's text would hold what somebody wrote
        connect_args={"check_same_thread": False, "isolation_level": None},
    )

    def tune(connection: sqlite3.Connection, _record: object) -> None:
        _use_wal(connection)
        for pragma in (*_PRAGMAS, *pragmas):
            connection.execute(f"PRAGMA {pragma}")

    def within(db: Connection, *_: object) -> None:
        """A full disk ends a transaction. What is said after that would be stored by itself, at once."""
        if not _driver(db).in_transaction:
            raise LostTransactionError

    event.listen(engine, "connect", tune)
    event.listen(engine, "begin", lambda db: begin(db, beginning))
    event.listen(engine, "before_cursor_execute", within)
    return engine


def _use_wal(connection: sqlite3.Connection) -> None:
    """Waits here: of several processes that start on a new file SQLite turns away all but one at once.

    It does not heed busy_timeout for a change of journal mode, lest two wait for each other (pager.c, btree.c).
    """
    for _ in range(_BUSY_MS // _PAUSE_MS):
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if _code(error) != sqlite3.SQLITE_BUSY:
                raise
            time.sleep(_PAUSE_MS / 1000)
        else:
            return
    connection.execute("PRAGMA journal_mode = WAL")


@contextmanager
def _set_for_migrating(db: Connection) -> Iterator[None]:
    """SQLite hears this only between transactions."""
    driver = _driver(db)
    for pragma in ("foreign_keys = OFF", "temp_store = FILE"):
        driver.execute(f"PRAGMA {pragma}")
    try:
        yield
    finally:
        for pragma in ("foreign_keys = ON", "temp_store = MEMORY"):
            driver.execute(f"PRAGMA {pragma}")


def _driver(db: Connection) -> sqlite3.Connection:
    return cast("sqlite3.Connection", db.connection.dbapi_connection)


def _code(error: DatabaseError | sqlite3.DatabaseError) -> int:
    """SQLite's primary result code."""
    raised = error.orig if isinstance(error, DatabaseError) else error
    return getattr(raised, "sqlite_errorcode", 0) & _PRIMARY_CODE
