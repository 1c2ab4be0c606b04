"""Numbers of entries that were removed. SQLite would give the highest of them to the next entry.

An old button, or the slot of an old message, would then mean somebody else's report. PostgreSQL's sequences never go
back.
"""

from sqlalchemy import Connection, func, select

from kpi.ids import EntryId
from storage import tables as t
from storage.prepared import Prepared
from storage.rows import insert_into

_HIGHEST = select(func.coalesce(func.max(t.entry.c.id), 0)).scalar_subquery()
_FREE = Prepared(
    select((t.spent_number.c.number + 1).label("number")).where(
        t.spent_number.c.table_name == "entry", t.spent_number.c.number >= _HIGHEST
    )
)


def free_number(db: Connection) -> EntryId | None:
    """The number that the next entry must be given by hand; None where the database gives a right one."""
    if db.dialect.name != "sqlite":
        return None
    row = _FREE.first(db)
    return EntryId(row.number) if row else None


def keep(db: Connection) -> None:
    """Remembers the highest number there is, before entries are removed."""
    if db.dialect.name != "sqlite":
        return
    highest = db.execute(select(_HIGHEST)).scalar_one()
    new = insert_into(db.dialect.name, t.spent_number).values(table_name="entry", number=highest)
    known = t.spent_number.c.number
    higher = {"number": highest}
    db.execute(new.on_conflict_do_update(index_elements=["table_name"], set_=higher, where=known < highest))
