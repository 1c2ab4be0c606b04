"""What the rest of the house may know of the database library: a transaction at hand, and how it fails."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection as Connection  # noqa: PLC0414 - passed on by this name
from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError, DataError, DBAPIError, IntegrityError, ProgrammingError, SQLAlchemyError

from storage.prepared import say

DatabaseError = SQLAlchemyError

# What one update can do to a healthy database: it alone is rolled back. Any other error is the database's own.
_OF_ONE_UPDATE = (IntegrityError, DataError, ProgrammingError)


@contextmanager
def savepoint(db: Connection) -> Iterator[None]:
    """What is done within is undone on an exception, which then rises; the transaction goes on.

    SQLAlchemy's own takes 120 µs, most of it to compile two statements around a new name each time; this takes 4.
    """
    say(db, "SAVEPOINT here")
    try:
        yield
    except BaseException:
        if not db.invalidated:  # a connection that is lost has nothing to roll back
            say(db, "ROLLBACK TO SAVEPOINT here")
            say(db, "RELEASE SAVEPOINT here")
        raise
    say(db, "RELEASE SAVEPOINT here")


def is_trouble(error: Exception) -> bool:
    """Whether the database itself failed (full disk, lost connection), so that nothing in the transaction holds."""
    return isinstance(error, DBAPIError) and not isinstance(error, _OF_ONE_UPDATE)


def shown(url: str) -> str:
    """`url` without its password, for a person to read."""
    return make_url(url).render_as_string(hide_password=True)


def file_of(url: str) -> str | None:
    """The SQLite file that `url` names; None for PostgreSQL. `ValueError` for any other address, one in memory too."""
    try:
        address = make_url(url)
    except ArgumentError as error:
        raise ValueError(url) from error
    match address.get_backend_name():
        case "sqlite" if address.database not in {None, "", ":memory:"}:
            return address.database
        case "postgresql" | "postgres":
            return None
        case other:
            raise ValueError(other)
