"""What PostgreSQL is told so that one process in trouble does not hold up the others."""

from collections.abc import Iterator

import pytest
from sqlalchemy import func, select, text
from sqlalchemy.exc import OperationalError

from storage import teams
from storage.connection import is_trouble
from storage.database import Database
from storage.prepared import Prepared
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


def test_a_connection_that_is_lost_in_a_transaction_is_given_up(database: Database) -> None:
    suicide = Prepared(select(func.pg_terminate_backend(func.pg_backend_pid()).label("done")))
    with pytest.raises(OperationalError) as caught, database.write() as db:
        suicide.all(db)
    assert is_trouble(caught.value)
    with database.write() as db:
        assert teams.active(db) == []
