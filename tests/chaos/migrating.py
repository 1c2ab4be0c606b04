"""R11: a process killed at each statement of a migration, and a start on every schema that there ever was.

On SQLite and on PostgreSQL.
"""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from random import Random

from alembic.command import upgrade
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, MetaData, NullPool, create_engine, event, insert, make_url, text

from storage.database import Database
from storage.migrations import newest
from tests.chaos.goals import Found, Run
from tests.conftest import PostgresServer

_KILLED = 9
_AT = 1_780_000_000_000_000
_DAY = "2026-06-08"
# The books of a team of the first release, as its tables had them.
_ROWS: dict[str, list[dict[str, int | str | None]]] = {
    "chat": [{"id": 1, "telegram_id": -100, "kind": "group", "language": "zh", "active": True}],
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
            "active": True,
        }
    ],
    "member": [{"id": 1, "team_id": 1, "person_id": 1, "name": "小美", "administrator": False, "active": True}],
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


@dataclass(frozen=True, slots=True)
class Server:
    """Where databases are: the address of a new one, with nothing in it or a copy of one that nobody uses."""

    empty: Callable[[], str]
    copy: Callable[[str], str]
    drop: Callable[[str], None]

    @contextmanager
    def copied(self, url: str) -> Iterator[str]:
        """A copy, as long as it is looked at."""
        made = self.copy(url)
        yield made
        self.drop(made)


def killed(run: Run) -> list[Found]:
    """R11."""
    sqlite, postgresql = (
        _Tried(server, run.chance(f"R11 {name}"), run.long)
        for name, server in (("sqlite", _sqlite(run.folder)), ("postgresql", _postgresql()))
    )
    tried = [one.kills() + one.starts() for one in (sqlite, postgresql)]
    changed, stuck, kills, lost, versions = (sum(figures) for figures in zip(*tried, strict=True))
    return [
        Found("migration-changed", changed, kills),
        Found("migration-stuck", stuck, kills),
        Found("migration-lost", lost, versions),
    ]


class _Tried:
    """What is tried on one kind of database."""

    def __init__(self, server: Server, chance: Random, long: bool) -> None:
        self._server = server
        self._chance = chance
        self._long = long
        self._first = _old(server.empty(), "0001")
        self._kept = _kept(self._first)

    def kills(self) -> tuple[int, int, int]:
        """Books changed by a kill, books that the next start could not bring on, and how many kills."""
        chosen = self._moments()
        changed = stuck = 0
        for number in chosen:
            with self._server.copied(self._first) as url:
                _migrate(url, die_at=number)
                changed += _schema(url) != "0001" or _kept(url) != self._kept
                stuck += not self._arrives(url)
        return changed, stuck, len(chosen)

    def starts(self) -> tuple[int, int]:
        """Books of an earlier schema that did not arrive whole, and of how many."""
        versions = _versions() if self._long else _versions()[::6]
        return sum(not self._arrives(_old(self._server.empty(), version)) for version in versions), len(versions)

    def _arrives(self, url: str) -> bool:
        """Whether a start ends at the newest schema, with all that was there."""
        _migrate(url)
        return _schema(url) == newest() and _kept(url) == self._kept

    def _moments(self) -> list[int]:
        """The statements at which the process dies: one in each migration, or all there are."""
        with self._server.copied(self._first) as url:
            said = _migrate(url)
        if self._long:
            return list(range(1, len(said) + 1))
        ends = [number for number, words in enumerate(said, 1) if words.startswith("UPDATE alembic_version")]
        return [self._chance.randint(start + 1, end) for start, end in zip([0, *ends], ends, strict=False)]


def _sqlite(folder: Path) -> Server:
    numbers = count()

    def new() -> str:
        return f"sqlite:///{folder}/{next(numbers)}.db"

    def copy(url: str) -> str:
        made = new()
        shutil.copy(str(make_url(url).database), str(make_url(made).database))
        return made

    return Server(new, copy, lambda _: None)


def _postgresql() -> Server:
    server = PostgresServer(Path(tempfile.gettempdir()) / f"longhubang-migrating-{os.getpid()}")
    return Server(
        lambda: server.url(server.empty()),
        lambda url: server.url(server.copy(_name(url))),
        lambda url: server.drop(_name(url)),
    )


def _name(url: str) -> str:
    return str(make_url(url).database)


def _engine(url: str) -> Engine:
    """Connections that are gone when they are not used: nobody copies a database that somebody uses."""
    address = make_url(url)
    if address.get_backend_name() != "sqlite":
        address = address.set(drivername="postgresql+psycopg")
    return create_engine(address, poolclass=NullPool)


def _old(url: str, version: str) -> str:
    """Books of the first release at `url`, brought as far as `version`."""
    engine = _engine(url)
    with engine.begin() as db:
        upgrade(_config(db), "0001")
        tables = MetaData()
        tables.reflect(db)
        for name, rows in _ROWS.items():
            db.execute(insert(tables.tables[name]), rows)
    with engine.begin() as db:
        upgrade(_config(db), version)
    return url


def _config(db: Connection) -> Config:
    config = Config(attributes={"connection": db})
    config.set_main_option("script_location", "storage:migrations")
    return config


def _versions() -> list[str]:
    """All that there ever were, the oldest first."""
    config = Config()
    config.set_main_option("script_location", "storage:migrations")
    return sorted(script.revision for script in ScriptDirectory.from_config(config).walk_revisions())


def _kept(url: str) -> Rows:
    """What the first release had written, read from whatever schema."""
    with _engine(url).connect() as db:
        return {
            name: [
                tuple(row)
                for row in db.execute(text(f"SELECT {', '.join(rows[0])} FROM {name} ORDER BY 1, 2, 3"))  # noqa: S608
            ]
            for name, rows in _ROWS.items()
        }


def _schema(url: str) -> str:
    with _engine(url).connect() as db:
        return str(db.execute(text("SELECT version_num FROM alembic_version")).scalar_one())


def _migrate(url: str, die_at: int = 0) -> list[str]:
    """Migrates as a start does, in a process that ends at the statement with that number: what it said until then."""
    database, said = Database(url), list[str]()

    def heard(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        said.append(statement)
        if len(said) == die_at:
            os._exit(_KILLED)

    if not die_at:
        event.listen(database._backend.writer, "before_cursor_execute", heard)
        database.migrate()
        database.close()
        return said
    child = os.fork()
    if not child:
        event.listen(database._backend.writer, "before_cursor_execute", heard)
        database.migrate()
        os._exit(0)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == _KILLED
    database.close()
    return said
