"""R11: a process killed at each statement of a migration, and a start on every schema that there ever was."""

import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from alembic.command import upgrade
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, MetaData, create_engine, event, insert

from storage.database import Database
from storage.migrations import newest
from tests.chaos.goals import Found, Run

_KILLED = 9
_AT = 1_780_000_000_000_000
_DAY = "2026-06-08"
# The books of a team of the first release, as its tables had them.
_ROWS: dict[str, list[dict[str, int | str | None]]] = {
    "chat": [{"id": 1, "telegram_id": -100, "kind": "group", "language": "zh", "active": 1}],
    "person": [{"id": 1, "telegram_id": 42, "name": "小美", "language": "zh"}],
    "team": [
        {
            "id": 1,
            "name": "花花美妆",
            "chat_id": 1,
            "language": "zh",
            "zone": "Asia/Shanghai",
            "currency": "CNY",
            "day_close": 0,
            "daily_at": 1290,
            "weekly_at": 545,
            "scheduled_since": _AT,
            "created_at": _AT,
            "active": 1,
        }
    ],
    "member": [{"id": 1, "team_id": 1, "person_id": 1, "name": "小美", "administrator": 0, "active": 1}],
    "entry": [
        {
            "id": number,
            "team_id": 1,
            "author_id": 1,
            "source": "telegram",
            "source_ref": f"-100:{number}",
            "how": "command",
            "recorded_at": _AT,
        }
        for number in range(1, 51)
    ],
    "entry_line": [
        {
            "id": number,
            "team_id": 1,
            "entry_id": number,
            "line": 0,
            "revision": 1,
            "measure": "gross",
            "value": 100 * number,
            "business_date": _DAY,
            "member_id": 1,
            "recorded_at": _AT,
            "recorded_by": 1,
        }
        for number in range(1, 51)
    ],
    "member_day": [{"team_id": 1, "business_date": _DAY, "measure": "gross", "member_id": 1, "value": 127_500}],
    "team_day": [{"team_id": 1, "business_date": _DAY, "measure": "gross", "value": 127_500}],
}

Rows = dict[str, list[tuple[int | str | None, ...]]]


def killed(run: Run) -> list[Found]:
    """R11."""
    first = _old(run.folder / "first.db", "0001")
    kept, statements = _kept(first), _statements(first, run.folder / "counted.db")
    chosen = sorted(run.chance("R11").sample(range(1, statements + 1), run.size(6, statements)))
    stuck = changed = 0
    for number in chosen:
        file = Path(shutil.copy(first, run.folder / "killed.db"))
        _migrate(file, die_at=number)
        changed += _schema(file) != "0001" or _kept(file) != kept
        _migrate(file)
        stuck += _schema(file) != newest() or _kept(file) != kept
    versions = _versions()[:: run.size(6, 1)]
    lost = sum(not _arrives(_old(run.folder / f"{version}.db", version), kept) for version in versions)
    return [
        Found("migration-changed", changed, len(chosen)),
        Found("migration-stuck", stuck, len(chosen)),
        Found("migration-lost", lost, len(versions)),
    ]


def _old(file: Path, version: str) -> Path:
    """Books of the first release, brought as far as `version`."""
    engine = create_engine(f"sqlite:///{file}")
    with engine.begin() as db:
        upgrade(_config(db), "0001")
        tables = MetaData()
        tables.reflect(db)
        for name, rows in _ROWS.items():
            db.execute(insert(tables.tables[name]), rows)
    with engine.begin() as db:
        upgrade(_config(db), version)
    engine.dispose()
    return file


def _config(db: Connection) -> Config:
    config = Config(attributes={"connection": db})
    config.set_main_option("script_location", "storage:migrations")
    return config


def _versions() -> list[str]:
    """All that there ever were, the oldest first."""
    config = Config()
    config.set_main_option("script_location", "storage:migrations")
    return sorted(script.revision for script in ScriptDirectory.from_config(config).walk_revisions())


def _kept(file: Path) -> Rows:
    """What the first release had written, read from whatever schema."""
    with closing(sqlite3.connect(file)) as db:
        return {
            name: db.execute(f"SELECT {', '.join(rows[0])} FROM {name} ORDER BY 1, 2, 3").fetchall()  # noqa: S608
            for name, rows in _ROWS.items()
        }


def _schema(file: Path) -> str:
    with closing(sqlite3.connect(file)) as db:
        (version,) = db.execute("SELECT version_num FROM alembic_version").fetchone()
        return str(version)


def _statements(first: Path, file: Path) -> int:
    """How many statements the whole way from the first release takes."""
    shutil.copy(first, file)
    return _migrate(file)


def _migrate(file: Path, die_at: int = 0) -> int:
    """Migrates as a start does, in a process that ends at the statement with that number: how many there were."""
    database, count = Database(f"sqlite:///{file}"), 0

    def counted(*_: object) -> None:
        nonlocal count
        count += 1
        if count == die_at:
            os._exit(_KILLED)

    if not die_at:
        event.listen(database._backend.writer, "before_cursor_execute", counted)
        database.migrate()
        database.close()
        return count
    child = os.fork()
    if not child:
        event.listen(database._backend.writer, "before_cursor_execute", counted)
        database.migrate()
        os._exit(0)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == _KILLED
    database.close()
    return die_at


def _arrives(file: Path, kept: Rows) -> bool:
    """Whether a start on an older schema ends at the newest, with all that was there."""
    _migrate(file)
    return _schema(file) == newest() and _kept(file) == kept
