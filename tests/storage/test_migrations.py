"""The schema's history: it ends where the tables of the code are, and no failure leaves half of a step behind."""

import re
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from threading import Barrier

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect, make_url, text
from sqlalchemy.exc import IntegrityError

from storage import tables as t
from storage.database import Database
from storage.errors import DamagedDatabaseError, NewerSchemaError
from storage.migrations import newest
from tests.storage.given import team

KILLED_HALF_WAY = """
import os, sys
from sqlalchemy import event
from storage.database import Database

database = Database(sys.argv[1])

@event.listens_for(database._backend.writer, "before_cursor_execute")
def die(connection, cursor, statement, *rest):
    if "CREATE TABLE outbox" in statement:
        os._exit(9)

database.migrate()
"""

STARTED = """
import sys
from storage.database import Database

Database(sys.argv[1]).migrate()
print("alembic" in sys.modules)
"""

POSTGRESQL_SHAPE = """
SELECT conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint
WHERE connamespace = 'public'::regnamespace
UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'
UNION ALL SELECT concat_ws(' ', table_name, column_name, data_type, is_nullable) FROM information_schema.columns
WHERE table_schema = 'public'
"""


@pytest.fixture
def empty(empty_url: str) -> Iterator[Database]:
    database = Database(empty_url)
    yield database
    database.close()


def tables(database: Database) -> set[str]:
    with database.read() as db:
        return set(inspect(db).get_table_names())


def shape(db: Connection) -> set[str]:
    """Everything that the database itself says of its columns, keys, checks and indexes, but for Alembic's own."""
    if db.dialect.name == "postgresql":
        found = db.execute(text(POSTGRESQL_SHAPE)).scalars()
        return {line for line in found if "alembic_version" not in line}
    made = db.execute(text("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name != 'alembic_version'"))
    return {f"{name}: {part}" for name, sql in made for part in _parts(sql)}


def _parts(sql: str) -> list[str]:
    """The lines of a statement, without commas. A column that came later stands behind its neighbour, not below."""
    added = re.compile(r", (?=\w+ (?:INTEGER|TEXT)\b)")
    return [part.strip().strip(",") for line in sql.splitlines() for part in added.split(line)]


def test_the_migrations_end_where_the_tables_are(database: Database) -> None:
    with database.read() as db:
        context = MigrationContext.configure(db, opts={"compare_type": True, "compare_server_default": True})
        assert compare_metadata(context, t.metadata) == []


def test_checks_and_conditions_of_indexes_are_those_of_the_tables_too(database: Database) -> None:
    """The comparison above does not look at them."""
    with database.write() as db:
        migrated = shape(db)
        t.metadata.drop_all(db)
        t.metadata.create_all(db)
        assert shape(db) == migrated
        assert any("ck_entry_line_value" in line for line in migrated)


def test_tables_are_strict_on_sqlite(sqlite_database: Database) -> None:
    with sqlite_database.read() as db:
        rows = db.execute(text("SELECT name FROM pragma_table_list WHERE schema = 'main' AND NOT strict")).scalars()
        assert set(rows) == {"alembic_version", "sqlite_schema", "sqlite_sequence"}


def test_migrating_again_changes_nothing(empty: Database) -> None:
    empty.migrate()
    with empty.write() as db:
        ours = team(db)
    empty.migrate()
    with empty.read() as db:
        assert db.execute(t.team.select()).one().id == ours.id
    assert tables(empty) == {*t.metadata.tables, "alembic_version"}


def test_the_newest_version_is_told_from_the_names_of_the_files() -> None:
    config = Config()
    config.set_main_option("script_location", "storage:migrations")
    versions = ScriptDirectory.from_config(config)
    assert versions.get_heads() == [newest()]
    for version in versions.walk_revisions():
        assert f"v{version.revision}_" in version.path


def test_a_start_loads_alembic_only_when_there_is_something_to_migrate(empty_url: str) -> None:
    loaded = [
        subprocess.run([sys.executable, "-c", STARTED, empty_url], check=True, capture_output=True, text=True).stdout
        for _ in range(2)
    ]
    assert loaded == ["True\n", "False\n"]


def test_foreign_keys_hold_after_a_migration(empty: Database) -> None:
    empty.migrate()
    with empty.write() as db, pytest.raises(IntegrityError), db.begin_nested():
        db.execute(t.slot.insert().values(chat_id=9, slot="entry:1", message_id=1, photo=False))


def test_a_process_that_dies_half_way_leaves_nothing_and_the_next_succeeds(empty_url: str, empty: Database) -> None:
    died = subprocess.run([sys.executable, "-c", KILLED_HALF_WAY, empty_url], check=False)
    assert died.returncode == 9
    assert tables(empty) == set()
    empty.migrate()
    assert tables(empty) == {*t.metadata.tables, "alembic_version"}


def test_processes_that_start_together_migrate_one_after_the_other(empty_url: str) -> None:
    databases = [Database(empty_url) for _ in range(3)]
    start = Barrier(3)

    def migrate(database: Database) -> None:
        start.wait()
        database.migrate()

    with ThreadPoolExecutor(3) as threads:
        list(threads.map(migrate, databases))
    assert tables(databases[0]) == {*t.metadata.tables, "alembic_version"}
    for database in databases:
        database.close()


def test_a_database_of_a_later_release_is_refused(database: Database) -> None:
    with database.write() as db:
        db.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(NewerSchemaError, match="9999"):
        database.migrate()
    with database.write() as db:
        team(db)


def test_rows_that_refer_to_nothing_are_noticed(sqlite_url: str) -> None:
    with closing(sqlite3.connect(make_url(sqlite_url).database or "", isolation_level=None)) as careless:
        careless.execute("INSERT INTO slot (chat_id, slot, message_id, photo) VALUES (9, 'entry:1', 1, 0)")
    database = Database(sqlite_url)
    with pytest.raises(DamagedDatabaseError, match="foreign_key_check"):
        database.migrate()
    database.close()
