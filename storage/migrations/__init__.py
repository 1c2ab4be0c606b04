"""The schema's history. A version that was released is never changed; what comes next is one more.

`versions/` is read by Alembic in the order that each version's `down_revision` says. To add one, write
`v0002_what_it_does.py` after the example of the last.
"""

from alembic.command import upgrade as alembic_upgrade
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from storage.errors import NewerSchemaError


def upgrade(db: Connection) -> None:
    """Brings the schema up to date within the transaction of `db`. `NewerSchemaError` when it is ahead of the code."""
    config = Config(attributes={"connection": db})
    config.set_main_option("script_location", "storage:migrations")
    here = MigrationContext.configure(db).get_current_revision()
    known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
    if here is not None and here not in known:
        raise NewerSchemaError(f"the database has schema {here}; the newest known here is {max(known)}")
    alembic_upgrade(config, "head")
