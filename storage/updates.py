"""Keys of updates already handled, so that one delivered again changes nothing."""

from datetime import datetime

from sqlalchemy import Connection, delete, update

from storage import tables as t
from storage.rows import insert_once


def first_time(db: Connection, key: str, at: datetime) -> bool:
    """Whether `key` is new; it is written down either way."""
    return insert_once(db, t.update_key, {"key": key, "seen_at": at})


def mark_failed(db: Connection, key: str, error_id: str) -> None:
    """Remembers under which number the log and the person were told of a failure."""
    db.execute(update(t.update_key).where(t.update_key.c.key == key).values(error_id=error_id))


def prune(db: Connection, before: datetime) -> None:
    """Forgets the keys first seen before then."""
    db.execute(delete(t.update_key).where(t.update_key.c.seen_at < before))
