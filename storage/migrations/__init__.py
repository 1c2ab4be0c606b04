"""The schema's history. A version that was released is never changed; what comes next is one more.

`versions/` is read by Alembic in the order that each version's `down_revision` says. To add one, write
`v0002_what_it_does.py` after the example of the last.
"""

from pathlib import Path

from sqlalchemy import Connection, inspect, text

from storage.errors import NewerSchemaError

_VERSIONS = Path(__file__).parent / "versions"


def upgrade(db: Connection) -> None:
    """Brings the schema up to date within the transaction of `db`. `NewerSchemaError` when it is ahead of the code."""
    if _revision(db) != newest():
        _run(db)


def newest() -> str:
    """The last revision that this code knows, as the name of its file tells."""
    return max(path.stem for path in _VERSIONS.glob("v*.py"))[1:5]


def _revision(db: Connection) -> str | None:
    """Where the schema is, as Alembic notes it."""
    if not inspect(db).has_table("alembic_version"):
        return None
    return db.execute(text("SELECT version_num FROM alembic_version")).scalar()


def _run(db: Connection) -> None:
    """Alembic takes 60 ms and 7 MB to import, which most starts need not spend."""
    from alembic.command import upgrade as alembic_upgrade
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config(attributes={"connection": db})
    config.set_main_option("script_location", "storage:migrations")
    here = _revision(db)
    known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
    if here is not None and here not in known:
        raise NewerSchemaError(f"the database has schema {here}; the newest known here is {newest()}")
    alembic_upgrade(config, "head")
