"""A team goes with every row of every table; its neighbour keeps every one of theirs. On both databases."""

from collections import Counter

import pytest
from sqlalchemy import Connection, Table, func, select

from kpi.entry import How
from kpi.ids import EntryId, TeamId
from storage import entries, people, removal
from storage import tables as t
from storage.bulk import Report, record_all
from storage.database import Database
from tests.storage.full import OF_NO_TEAM, full
from tests.storage.given import NOW, line, report, seller, team


@pytest.mark.parametrize("most", [1, 7, removal.PIECE])
def test_of_a_team_that_goes_nothing_is_left_and_the_other_keeps_everything(database: Database, most: int) -> None:
    with database.write() as db:
        gone, kept = full(db, -100), full(db, -200)
        before = _counts(db, kept)
        assert set(_counts(db, gone)) == set(t.metadata.tables) - OF_NO_TEAM, "a table has no row: make one"
    _remove_in_pieces(database, gone, most)
    with database.read() as db:
        assert _counts(db, gone) == Counter()
        assert _counts(db, kept) == before


def test_a_number_of_an_entry_that_went_is_never_given_again(database: Database) -> None:
    with database.write() as db:
        gone, kept = team(db, -100), team(db, -200)
        ken = seller(db, kept, "Ken", 2)
        last = report(db, seller(db, gone, "小美", 1), "1", line(seller(db, gone, "小美", 1).id, 100)).id
        removal.remove(db, gone.id)
        new = report(db, ken, "2", line(ken.id, 100)).id
        assert new > last
        assert report(db, ken, "3", line(ken.id, 100)).id > new


def test_nor_to_a_list_that_is_booked_at_once(database: Database) -> None:
    with database.write() as db:
        gone, kept = team(db, -100), team(db, -200)
        mei, ken = seller(db, gone, "小美", 1), seller(db, kept, "Ken", 2)
        last = report(db, mei, "1", line(mei.id, 100)).id
        removal.remove(db, gone.id)
        lines = [Report(ref, (line(ken.id, 100),)) for ref in ("a", "b")]
        made = record_all(db, kept.id, lines, author=ken.id, source="list", how=How.IMPORT, at=NOW)
        assert len(set(made)) == 2
        assert min(made) > last
        assert entries.get(db, kept.id, EntryId(last)) is None


def test_who_had_chosen_the_team_has_chosen_none(database: Database) -> None:
    with database.write() as db:
        gone = team(db, -100)
        member = seller(db, gone, "小美", 1)
        assert member.person is not None
        people.choose_team(db, member.person, gone.id)
        removal.remove(db, gone.id)
        assert people.person(db, member.person).current_team is None


def _remove_in_pieces(database: Database, gone: TeamId, most: int) -> None:
    """Each piece in a transaction of its own, as when the process stops after every one of them."""
    done = False
    while not done:
        with database.write() as db:
            done = removal.remove_piece(db, gone, most)


def _counts(db: Connection, of: TeamId) -> Counter[str]:
    """How many rows of each table are the team's, or its group's."""
    return Counter({table.name: n for table in t.metadata.sorted_tables if (n := _count(db, table, of))})


def _count(db: Connection, table: Table, of: TeamId) -> int:
    number = -100 if of == 1 else -200
    chat = select(t.chat.c.id).where(t.chat.c.telegram_id == number).scalar_subquery()
    by_chat = {"chat": t.chat.c.id, "outbox": t.outbox.c.chat_id, "slot": t.slot.c.chat_id}
    which = by_chat[table.name] == chat if table.name in by_chat else removal.belongs(table, of)
    return db.execute(select(func.count()).select_from(table).where(which)).scalar_one()
