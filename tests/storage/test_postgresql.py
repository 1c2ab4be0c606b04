"""What PostgreSQL is told so that one process in trouble does not hold up the others."""

from collections.abc import Iterator

import pytest
from sqlalchemy import text

from storage.database import Database
from tests.conftest import PostgresServer


@pytest.fixture
def database(postgres: PostgresServer) -> Iterator[Database]:
    name = postgres.ready()
    database = Database(postgres.url(name))
    yield database
    database.close()
    postgres.drop(name)


def test_a_writer_that_hangs_between_two_statements_is_cut_off(database: Database) -> None:
    with database.write() as db:
        assert db.execute(text("SHOW idle_in_transaction_session_timeout")).scalar() == "1min"


def test_a_connection_that_the_server_closed_is_replaced(database: Database) -> None:
    with database.write() as db:
        lost = db.execute(text("SELECT pg_backend_pid()")).scalar_one()
    with database.read() as db:
        db.execute(text("SELECT pg_terminate_backend(:pid)"), {"pid": lost})
    with database.write() as db:
        assert db.execute(text("SELECT pg_backend_pid()")).scalar_one() != lost
