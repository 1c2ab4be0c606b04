"""A team goes with every row of every table; its neighbour keeps every one of theirs. On both databases."""

from collections import Counter
from collections.abc import Mapping
from datetime import date, datetime
from enum import Enum

import pytest
from sqlalchemy import Column, Connection, Table, func, insert, select, update

from kpi.entry import How
from kpi.ids import EntryId, TeamId
from storage import entries, people, removal
from storage import tables as t
from storage.bulk import Report, record_all
from storage.database import Database
from storage.types import Choice, Day, Flag, Instant
from tests.storage.given import MONDAY, NOW, line, report, seller, team

Cell = str | int | bool | date | datetime | Enum | None

_OF_NO_TEAM = {"person", "update_key", "spent_number"}
_GIVEN = {"chat", "team", "member", "entry", "entry_line", "customer", "member_day", "team_day"}  # made by hand below
# What a row must say besides, where a constraint asks for it.
_ALSO: Mapping[str, Mapping[str, Cell]] = {}
_SECOND = {"kept_id": "customer", "right_id": "member", "right_team": "team"}  # not the same as the first


@pytest.mark.parametrize("most", [1, 7, removal.PIECE])
def test_of_a_team_that_goes_nothing_is_left_and_the_other_keeps_everything(database: Database, most: int) -> None:
    with database.write() as db:
        gone, kept = _full(db, -100), _full(db, -200)
        before = _counts(db, kept)
        assert set(_counts(db, gone)) == set(t.metadata.tables) - _OF_NO_TEAM, "a table has no row: make one"
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


def _full(db: Connection, group: int) -> TeamId:
    """A team with a row in every table, and its customers merged."""
    full, rival = team(db, group), team(db, group - 1)
    first, second = seller(db, full, "小美", group * -10), seller(db, full, "Ken", group * -10 + 1)
    sale = report(db, first, f"{group}", line(first.id, 100))
    made: dict[str, Mapping[str, Cell]] = {
        "chat": {"id": full.chat},
        "team": {"id": full.id, "second": rival.id},
        "member": {"id": first.id, "second": second.id},
        "person": {"id": first.person},
        "entry": {"id": sale.id},
        "entry_line": {"entry_id": sale.id, "line": 0, "revision": 1},
    }
    made["customer"] = _customers(db, full.id)
    for table in t.metadata.sorted_tables:
        if table.name not in _GIVEN | _OF_NO_TEAM:
            row = {column.name: _cell(column, made, f"{table.name} {group}") for column in table.c if _is_asked(column)}
            row |= _ALSO.get(table.name, {})
            made[table.name] = dict(db.execute(insert(table).values(row).returning(*table.c)).one()._mapping)
    return full.id


def _customers(db: Connection, of: TeamId) -> Mapping[str, Cell]:
    rows = [{"team_id": of, "alias": name, "alias_key": name} for name in ("阿玲", "玲玲")]
    gone, kept = db.execute(insert(t.customer).returning(t.customer.c.id), rows).scalars()
    db.execute(update(t.customer).where(t.customer.c.id == gone).values(same_as=kept))
    return {"id": gone, "second": kept}


def _is_asked(column: Column[Cell]) -> bool:
    return not (column.nullable or (column.primary_key and column.name == "id"))


def _cell(column: Column[Cell], made: Mapping[str, Mapping[str, Cell]], text: str) -> Cell:
    """Something that may stand in the column."""
    if column.name in _SECOND:
        return made[_SECOND[column.name]]["second"]
    for key in column.foreign_keys:
        if column.name != "team_id" or key.column.table is t.team:
            return made[key.column.table.name][key.column.name]
    if column.name == "team_id":
        return made["team"]["id"]
    match column.type:
        case Choice() as choice:
            return _first(choice)
        case Day():
            return MONDAY
        case Instant():
            return NOW
        case Flag():
            return True
        case kind:
            return text if kind.python_type is str else 1


def _first(choice: Choice[Enum]) -> Enum:
    return next(iter(choice.choices))


def _counts(db: Connection, of: TeamId) -> Counter[str]:
    """How many rows of each table are the team's, or its group's."""
    return Counter({table.name: n for table in t.metadata.sorted_tables if (n := _count(db, table, of))})


def _count(db: Connection, table: Table, of: TeamId) -> int:
    number = -100 if of == 1 else -200
    chat = select(t.chat.c.id).where(t.chat.c.telegram_id == number).scalar_subquery()
    by_chat = {"chat": t.chat.c.id, "outbox": t.outbox.c.chat_id, "slot": t.slot.c.chat_id}
    which = by_chat[table.name] == chat if table.name in by_chat else removal.belongs(table, of)
    return db.execute(select(func.count()).select_from(table).where(which)).scalar_one()
