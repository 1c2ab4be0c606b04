"""Copies of a SQLite database that are whole and sound, made while it is in use, and the way back from one.

PostgreSQL has pg_dump and pg_restore for this.
"""

import os
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import groupby
from pathlib import Path

from storage.errors import DamagedDatabaseError, NewerSchemaError
from storage.migrations import newest

DAYS_KEPT = 7
WEEKS_KEPT = 4
_OWNER_ONLY_DIRECTORY = 0o700
_OWNER_ONLY_FILE = 0o600
_NAME = re.compile(r"longhubang-(\d{4}-\d\d-\d\dT\d{6})Z\.db")
_STAMP = "%Y-%m-%dT%H%M%S"
_COUNTED = ("team", "member", "entry", "entry_line")


class UsedDatabaseError(Exception):
    """There are books in the place that a backup was to be restored to."""


@dataclass(frozen=True, slots=True)
class Contents:
    """What a sound copy holds: its schema, rows by table, and the sum of all figures in force by measure."""

    schema: str
    rows: dict[str, int]
    sums: dict[str, int]


def back_up(database: Path, folder: Path, now: datetime) -> Path:
    """A copy of `database` in `folder`, named after `now` (aware): of one moment, checked, readable by its owner alone.

    Writers go on meanwhile. `sqlite3.Error` or `OSError` when it cannot be made; half a file is never left.
    """
    folder.mkdir(mode=_OWNER_ONLY_DIRECTORY, parents=True, exist_ok=True)
    copy = folder / f"longhubang-{now.astimezone(UTC).strftime(_STAMP)}Z.db"
    with _whole_or_not_at_all(copy) as unfinished, _opened(database) as source:
        source.execute("VACUUM INTO ?", (str(unfinished),))
        contents(unfinished)
    return copy


def rotate(folder: Path, today: date) -> None:
    """Deletes the copies that are no longer wanted: the last of each of seven days and of each of four weeks stay."""
    by_age = sorted(copies(folder), reverse=True)
    days = {day: next(found) for day, found in groupby(by_age, key=lambda copy: copy.name[11:21])}
    since = (today - timedelta(days=DAYS_KEPT)).isoformat()
    weeks: dict[tuple[int, int], Path] = {}
    for day, copy in days.items():
        weeks.setdefault(date.fromisoformat(day).isocalendar()[:2], copy)
    kept = {copy for day, copy in days.items() if day > since} | set(list(weeks.values())[:WEEKS_KEPT])
    for copy in by_age:
        if copy not in kept:
            copy.unlink()


def copies(folder: Path) -> list[Path]:
    """The copies in `folder`, the oldest first."""
    return sorted(file for file in folder.glob("longhubang-*.db") if _NAME.fullmatch(file.name))


def made_at(copy: Path) -> datetime:
    """When a copy was made, in UTC, as its name says. `ValueError` for a file of another name."""
    named = _NAME.fullmatch(copy.name)
    if named is None:
        raise ValueError(copy.name)
    return datetime.strptime(named.group(1), _STAMP).replace(tzinfo=UTC)


def contents(file: Path) -> Contents:
    """What is in a copy, once it was looked through. `DamagedDatabaseError` when it is damaged or no database of ours.

    `NewerSchemaError` when a later release made it.
    """
    try:
        with _opened(file) as db:
            for check in ("integrity_check(1)", "foreign_key_check"):
                found = db.execute(f"PRAGMA {check}").fetchall()
                if found not in ([], [("ok",)]):
                    raise DamagedDatabaseError(f"{file}: {check}: {found[:3]}")
            return _contents(db)
    except (sqlite3.Error, UnicodeDecodeError) as error:  # of a damaged text not even the complaint can be read
        raise DamagedDatabaseError(f"{file}: {error}") from error


def restore(copy: Path, database: Path, now: datetime, *, replace: bool) -> Path | None:
    """Puts `copy` in the place of `database`, which nobody may have open, and checks it before.

    What was there is kept beside it, under a name with `now` (aware), which is returned; None when nothing was there.
    `UsedDatabaseError` when something was and `replace` is not said. Raises what `contents` raises. Nothing has
    changed after an exception but that what was there may have its new name.
    """
    contents(copy)
    there = [part for part in _parts(database) if part.exists()]
    if not replace and any(part.stat().st_size > 0 for part in there):
        raise UsedDatabaseError
    kept = database.with_name(f"{database.name}.until-{now.astimezone(UTC).strftime(_STAMP)}Z")
    for part, new in zip(_parts(database), _parts(kept), strict=True):
        if part in there:
            part.rename(new)
    database.parent.mkdir(mode=_OWNER_ONLY_DIRECTORY, parents=True, exist_ok=True)
    with _whole_or_not_at_all(database) as unfinished, _opened(copy) as source:
        source.execute("VACUUM INTO ?", (str(unfinished),))
    return kept if there else None


def _parts(database: Path) -> tuple[Path, ...]:
    """The files of a database: what was committed lately is in its log."""
    return tuple(database.with_name(database.name + ending) for ending in ("-wal", "-shm", ""))


def _contents(db: sqlite3.Connection) -> Contents:
    (schema,) = db.execute("SELECT version_num FROM alembic_version").fetchone()
    if schema > newest():
        raise NewerSchemaError(f"the backup has schema {schema}; the newest known here is {newest()}")
    rows = {table: db.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in _COUNTED}  # noqa: S608
    in_force = "SELECT measure, sum(value) FROM entry_line WHERE voided_at IS NULL GROUP BY measure ORDER BY measure"
    return Contents(schema, rows, dict(db.execute(in_force).fetchall()))


@contextmanager
def _whole_or_not_at_all(file: Path) -> Iterator[Path]:
    """A path to write to, which becomes `file` once it is written and on the disk."""
    unfinished = file.with_name(f".{file.name}.unfinished")
    unfinished.unlink(missing_ok=True)
    try:
        os.close(os.open(unfinished, os.O_CREAT | os.O_EXCL | os.O_WRONLY, _OWNER_ONLY_FILE))
        yield unfinished
        _flush(unfinished)
        unfinished.replace(file)
    finally:
        unfinished.unlink(missing_ok=True)


def _flush(file: Path) -> None:
    number = os.open(file, os.O_RDWR)
    try:
        os.fsync(number)
    finally:
        os.close(number)


@contextmanager
def _opened(file: Path) -> Iterator[sqlite3.Connection]:
    """A connection that changes nothing. `sqlite3.OperationalError` when there is no such file."""
    with closing(sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True, isolation_level=None)) as db:
        yield db
