"""Updates that were handled already."""

from sqlalchemy import select

from storage import tables as t
from storage import updates
from storage.database import Database
from tests.storage.given import NOW, later


def test_a_key_is_new_once(database: Database) -> None:
    with database.write() as db:
        assert [updates.first_time(db, key, NOW) for key in ("u:1", "u:2", "u:1")] == [True, True, False]
    with database.write() as db:
        assert not updates.first_time(db, "u:2", later(60))


def test_a_key_that_was_rolled_back_is_new_again(database: Database) -> None:
    with database.write() as db:
        with db.begin_nested() as attempt:
            updates.first_time(db, "u:1", NOW)
            attempt.rollback()
        assert updates.first_time(db, "u:1", NOW)


def test_a_failure_is_remembered_by_the_number_people_were_told(database: Database) -> None:
    with database.write() as db:
        for key in ("u:1", "u:2"):
            updates.first_time(db, key, NOW)
        updates.mark_failed(db, "u:1", "ab12cd")
        rows = db.execute(select(t.update_key.c.error_id).order_by(t.update_key.c.key)).scalars().all()
        assert rows == ["ab12cd", None]
        assert not updates.first_time(db, "u:1", NOW)


def test_old_keys_are_forgotten(database: Database) -> None:
    with database.write() as db:
        updates.first_time(db, "u:1", NOW)
        updates.first_time(db, "u:2", later(1))
        updates.prune(db, later(1))
        assert [updates.first_time(db, key, later(2)) for key in ("u:1", "u:2")] == [True, False]
