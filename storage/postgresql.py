"""What is PostgreSQL's own: connections, and locks that hold between processes."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import URL, Connection, Engine, NullPool, create_engine, event, func, select
from sqlalchemy.exc import DBAPIError

READERS = 4  # connections; what reads at once beyond that waits

# An advisory lock is two numbers within one database: whose it is, and what it locks.
OURS = 0x4C48  # "LH"
WRITING, LEADING = 1, 2

# A server or network that went away without a word is noticed within half a minute, not after TCP's two hours.
_ALIVE = {
    "connect_timeout": 10,
    "keepalives_idle": 10,
    "keepalives_interval": 5,
    "keepalives_count": 3,
    "tcp_user_timeout": 25_000,
}
_LONGEST_PAUSE = "60s"  # a writer that hangs or is cut off between two statements would hold up all others for ever


class Backend:
    """A PostgreSQL database, which several processes may share."""

    def __init__(self, address: URL) -> None:
        address = _with_driver(address)
        self.writer = create_engine(
            address, hide_parameters=True, pool_size=1, max_overflow=0, pool_pre_ping=True, connect_args=_ALIVE
        )
        event.listen(self.writer, "begin", _write_alone)
        self.reader = create_engine(
            address,
            pool_size=READERS,
            max_overflow=0,
            hide_parameters=True,
            pool_pre_ping=True,
            connect_args=_ALIVE,
            isolation_level="REPEATABLE READ",
            execution_options={"postgresql_readonly": True},
        )

    @contextmanager
    def migrating(self) -> Iterator[Connection]:
        """A transaction; other processes that want to migrate or write wait for its end."""
        with self.writer.begin() as db:
            yield db

    def in_transaction(self, db: Connection) -> bool:
        """Whether the transaction can be committed. After an error it cannot, and COMMIT would not say so."""
        try:
            db.exec_driver_sql("SELECT 1")
        except DBAPIError:
            return False
        return True


def session(address: URL) -> Engine:
    """Makes connections of their own, outside of any transaction, for a lock that lasts as long as its connection."""
    return create_engine(_with_driver(address), poolclass=NullPool, connect_args=_ALIVE, isolation_level="AUTOCOMMIT")


def _with_driver(address: URL) -> URL:
    return address.set(drivername="postgresql+psycopg")


def _write_alone(db: Connection) -> None:
    """As BEGIN IMMEDIATE does on SQLite: read-modify-write is safe, also between processes."""
    patience = func.set_config("idle_in_transaction_session_timeout", _LONGEST_PAUSE, True)
    db.execute(select(patience, func.pg_advisory_xact_lock(OURS, WRITING)))
