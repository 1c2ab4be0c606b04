"""Who leads: of several processes on one database, one receives, ticks and sends."""

import logging
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import Protocol

from sqlalchemy import URL, Connection, func, make_url, select, text
from sqlalchemy.exc import SQLAlchemyError

from storage import postgresql, sqlite
from storage.postgresql import LEADING, OURS

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

log = logging.getLogger(__name__)

_OWNER_ONLY_FILE = 0o600
_TRY = select(func.pg_try_advisory_lock(OURS, LEADING))
_FREE = select(func.pg_advisory_unlock(OURS, LEADING))
_HELD = text(
    "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND granted AND pid = pg_backend_pid()"
    " AND classid = CAST(:ours AS oid) AND objid = CAST(:leading AS oid)"
).bindparams(ours=OURS, leading=LEADING)


class Leadership:
    """The lead among the processes that share `database_url`. It ends with the process, however that ends."""

    def __init__(self, database_url: str) -> None:
        address = make_url(database_url)
        is_sqlite = address.get_backend_name() == "sqlite"
        self._lock: _Lock = _FileLock(sqlite.path_of(address)) if is_sqlite else _ServerLock(address)

    def acquire(self) -> bool:
        """Whether this process leads now; does not wait."""
        return self._lock.acquire()

    def holds(self) -> bool:
        """Whether it still leads: the lock can be lost with the connection or the file that carries it."""
        return self._lock.holds()

    def release(self) -> None:
        """Lets another process lead."""
        self._lock.release()


class _Lock(Protocol):
    def acquire(self) -> bool: ...
    def holds(self) -> bool: ...
    def release(self) -> None: ...


class _FileLock:
    """A lock on a file beside the database."""

    def __init__(self, database: Path) -> None:
        self._path = database.with_name(f"{database.name}.lock")
        self._file: int | None = None

    def acquire(self) -> bool:
        if self.holds():
            return True
        self.release()
        file = os.open(self._path, os.O_CREAT | os.O_RDWR, _OWNER_ONLY_FILE)
        try:
            _lock(file)
        except OSError:
            os.close(file)
            return False
        self._file = file
        return True

    def holds(self) -> bool:
        """A file that was deleted or replaced locks nothing: another process would lock the new one."""
        if self._file is None:
            return False
        try:
            return os.path.samestat(os.fstat(self._file), self._path.stat())
        except FileNotFoundError:
            return False

    def release(self) -> None:
        if self._file is not None:
            os.close(self._file)
            self._file = None


if sys.platform == "win32":

    def _lock(file: int) -> None:
        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
else:

    def _lock(file: int) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


class _ServerLock:
    """PostgreSQL's advisory lock of a session, on a connection of its own."""

    def __init__(self, address: URL) -> None:
        self._engine = postgresql.session(address)
        self._session: Connection | None = None

    def acquire(self) -> bool:
        if self.holds():
            return True
        self.release()
        try:
            self._session = self._engine.connect()
            leads = bool(self._session.execute(_TRY).scalar_one())
        except SQLAlchemyError as error:
            log.warning("who leads cannot be found out: the database does not answer (%s)", type(error).__name__)
            leads = False
        if not leads:
            self.release()
        return leads

    def holds(self) -> bool:
        """Asks the server, since a pooler in between may have given this connection another session."""
        if self._session is None:
            return False
        try:
            return bool(self._session.execute(_HELD).scalar_one())
        except SQLAlchemyError:
            return False

    def release(self) -> None:
        if self._session is None:
            return
        with suppress(SQLAlchemyError):  # a connection that is gone holds nothing
            self._session.execute(_FREE)
        self._session.close()
        self._session = None
