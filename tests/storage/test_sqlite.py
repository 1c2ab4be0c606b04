"""The SQLite file: who may read it, and that a damaged one is never taken for a new one."""

import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import text

from storage.database import Database
from storage.errors import DamagedDatabaseError
from tests.storage.given import team


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def opened(file: Path) -> Database:
    return Database(f"sqlite:///{file}")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A database with some teams in it, closed."""
    file = tmp_path / "books" / "sales.db"
    database = opened(file)
    database.migrate()
    with database.write() as db:
        for number in range(200):
            team(db, -number - 1)
    database.close()
    return file


def test_only_the_owner_can_read_the_books(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        database = opened(tmp_path / "books" / "sales.db")
        database.migrate()
        files = {path.name: mode(path) for path in (tmp_path / "books").iterdir()}
        database.close()
    finally:
        os.umask(before)
    assert mode(tmp_path / "books") == 0o700
    assert files == {"sales.db": 0o600, "sales.db-wal": 0o600, "sales.db-shm": 0o600}


def test_a_folder_that_was_there_keeps_its_mode(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    opened(tmp_path / "sales.db").close()
    assert mode(tmp_path) == 0o755


def test_a_relative_address_is_a_file_below_the_working_directory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    database = Database("sqlite:///sales.db")
    database.migrate()
    database.close()
    assert (tmp_path / "sales.db").stat().st_size > 0


@pytest.mark.parametrize(
    ("setting", "value"),
    [("journal_mode", "wal"), ("synchronous", 2), ("foreign_keys", 1), ("trusted_schema", 0), ("busy_timeout", 10_000)],
)
def test_connections_are_set_to_lose_nothing(sqlite_database: Database, setting: str, value: str | int) -> None:
    with sqlite_database.write() as writer, sqlite_database.read() as reader:
        found = [db.execute(text(f"PRAGMA {setting}")).scalar() for db in (writer, reader)]
    assert found == [value, value]


def destroy_header(file: Path) -> None:
    file.write_bytes(b"not a database" + file.read_bytes()[14:])


def destroy_middle(file: Path) -> None:
    content = bytearray(file.read_bytes())
    content[len(content) // 2 : len(content) // 2 + 8192] = b"\xff" * 8192
    file.write_bytes(content)


def destroy_text(file: Path) -> None:
    """What SQLite then quotes in its complaint is no text that Python could read."""
    file.write_bytes(file.read_bytes().replace(b"CREATE TABLE team ", b"CREATE TABLE \x92\x93 \x92 "))


def cut(file: Path) -> None:
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])


@pytest.mark.parametrize("damage", [destroy_header, destroy_middle, destroy_text, cut])
def test_a_damaged_file_is_refused_and_left_as_it_is(file: Path, damage: Callable[[Path], None]) -> None:
    damage(file)
    content = file.read_bytes()
    database = opened(file)
    with pytest.raises(DamagedDatabaseError, match=r"sales\.db"):
        database.migrate()
    database.close()
    assert file.read_bytes() == content


@pytest.mark.parametrize("lose", [Path.unlink, lambda file: file.write_bytes(b"")])
def test_a_log_without_its_file_is_no_new_database(file: Path, lose: Callable[[Path], object]) -> None:
    log = file.with_name("sales.db-wal")
    log.write_bytes(b"what was committed last")
    lose(file)
    with pytest.raises(DamagedDatabaseError, match="missing or empty"):
        opened(file)
    assert log.read_bytes() == b"what was committed last"


def test_an_empty_file_is_a_new_database(tmp_path: Path) -> None:
    file = tmp_path / "sales.db"
    file.touch()
    database = opened(file)
    database.migrate()
    database.close()


def test_a_sound_file_is_opened_again(file: Path) -> None:
    database = opened(file)
    database.migrate()
    with database.read() as db:
        assert db.execute(text("SELECT count(*) FROM team")).scalar() == 200
    database.close()
