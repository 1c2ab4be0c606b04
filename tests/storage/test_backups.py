"""Backups are whole, sound and restorable, and nothing that is there is overwritten."""

import sqlite3
import stat
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Connection, select

from storage import backups
from storage import tables as t
from storage.backups import UsedDatabaseError
from storage.database import Database
from storage.errors import DamagedDatabaseError, NewerSchemaError
from storage.migrations import newest
from tests.conftest import migrated
from tests.storage import given

NOW = datetime(2026, 6, 8, 19, 30, tzinfo=UTC)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """The books of one team, whose seller made one report."""
    file = tmp_path / "data" / "books.db"
    database = migrated(f"sqlite:///{file}")
    with database.write() as db:
        mei = given.seller(db, given.team(db), "小美", 1)
        given.report(db, mei, "1", given.line(mei.id, 128_000))
    database.close()
    return file


def rows(db: Connection) -> dict[str, list[tuple[object, ...]]]:
    return {table.name: [tuple(row) for row in db.execute(select(table))] for table in t.metadata.sorted_tables}


def opened(file: Path) -> Database:
    return migrated(f"sqlite:///{file}")


def test_req_91_what_is_restored_on_a_clean_machine_has_equal_totals(file: Path, tmp_path: Path) -> None:
    copy = backups.back_up(file, tmp_path / "backups", NOW)
    assert copy.name == "longhubang-2026-06-08T193000Z.db"
    assert backups.made_at(copy) == NOW
    clean = tmp_path / "elsewhere" / "books.db"
    assert backups.restore(copy, clean, NOW, replace=False) is None
    before, after = opened(file), opened(clean)
    with before.read() as left, after.read() as right:
        assert rows(left) == rows(right)
    before.close()
    after.close()


def test_a_copy_tells_what_is_in_it(file: Path, tmp_path: Path) -> None:
    found = backups.contents(backups.back_up(file, tmp_path, NOW))
    assert found.schema == newest()
    assert found.rows == {"team": 1, "member": 1, "entry": 1, "entry_line": 1}
    assert found.sums == {"gross": 128_000}


def test_only_the_owner_can_read_it(file: Path, tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    copy = backups.back_up(file, folder, NOW)
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_books_are_not_overwritten_unless_it_is_said(file: Path, tmp_path: Path) -> None:
    copy = backups.back_up(file, tmp_path / "backups", NOW)
    with pytest.raises(UsedDatabaseError):
        backups.restore(copy, file, NOW, replace=False)
    kept = backups.restore(copy, file, NOW, replace=True)
    assert kept == file.with_name("books.db.until-2026-06-08T193000Z")
    assert backups.contents(kept) == backups.contents(file) == backups.contents(copy)


def test_a_log_without_its_database_is_books_too(file: Path, tmp_path: Path) -> None:
    copy = backups.back_up(file, tmp_path / "backups", NOW)
    lost = tmp_path / "lost.db"
    log = tmp_path / "lost.db-wal"
    log.write_bytes(b"something")
    with pytest.raises(UsedDatabaseError):
        backups.restore(copy, lost, NOW, replace=False)
    backups.restore(copy, lost, NOW, replace=True)
    assert not log.exists()
    assert (tmp_path / "lost.db.until-2026-06-08T193000Z-wal").read_bytes() == b"something"
    assert backups.contents(lost) == backups.contents(copy)


@pytest.mark.parametrize("at", [0, 40, 4_096, -8_192])
def test_a_damaged_copy_is_noticed_and_changes_nothing(file: Path, tmp_path: Path, at: int) -> None:
    copy = backups.back_up(file, tmp_path / "backups", NOW)
    content = bytearray(copy.read_bytes())
    content[at : at + 3_000] = b"\xff" * 3_000
    copy.write_bytes(content)
    before = file.read_bytes()
    with pytest.raises(DamagedDatabaseError):
        backups.restore(copy, file, NOW, replace=True)
    assert file.read_bytes() == before


def test_what_is_no_database_of_ours_is_refused(tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    with closing(sqlite3.connect(other)) as db:
        db.execute("CREATE TABLE song (name TEXT)")
    for file in (other, tmp_path / "missing.db"):
        with pytest.raises(DamagedDatabaseError):
            backups.contents(file)


def test_a_copy_of_a_later_release_is_refused(file: Path, tmp_path: Path) -> None:
    copy = backups.back_up(file, tmp_path, NOW)
    with closing(sqlite3.connect(copy, isolation_level=None)) as db:
        db.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(NewerSchemaError, match="9999"):
        backups.restore(copy, tmp_path / "new.db", NOW, replace=False)


def test_what_cannot_be_copied_leaves_nothing_behind(tmp_path: Path) -> None:
    damaged = tmp_path / "damaged.db"
    damaged.write_bytes(b"no database" * 1_000)
    folder = tmp_path / "backups"
    with pytest.raises(sqlite3.Error):
        backups.back_up(damaged, folder, NOW)
    assert list(folder.iterdir()) == []


def test_a_week_of_days_and_a_month_of_weeks_are_kept(tmp_path: Path) -> None:
    last = date(2026, 6, 28)
    for back in range(60):
        for time in ("073000", "193000"):
            (tmp_path / f"longhubang-{last - timedelta(days=back)}T{time}Z.db").touch()
    other = tmp_path / "longhubang-mine.db"
    other.touch()
    backups.rotate(tmp_path, last)
    days = [backups.made_at(copy).date() for copy in backups.copies(tmp_path)]
    expected = [*(last - timedelta(days=n) for n in (21, 14, 7)), *(last - timedelta(days=n) for n in range(6, -1, -1))]
    assert days == expected
    assert {backups.made_at(copy).hour for copy in backups.copies(tmp_path)} == {19}
    assert other.exists()
