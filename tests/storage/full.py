"""A team with a row in every table there is, whichever are added."""

from collections.abc import Mapping
from datetime import date, datetime
from enum import Enum

from sqlalchemy import Column, Connection, insert, update

from kpi.ids import TeamId
from storage import tables as t
from storage.types import Choice, Day, Flag, Instant
from tests.storage.given import MONDAY, NOW, line, report, seller, team

Cell = str | int | bool | date | datetime | Enum | None

OF_NO_TEAM = {"person", "update_key", "spent_number"}
_GIVEN = {"chat", "team", "member", "entry", "entry_line", "customer", "member_day", "team_day"}  # made by hand below
# What a row must say besides, where a constraint asks for it.
_ALSO: Mapping[str, Mapping[str, Cell]] = {}
_SECOND = {"kept_id": "customer", "right_id": "member", "right_team": "team"}  # not the same as the first


def full(db: Connection, group: int) -> TeamId:
    """A team with a row in every table, and its customers merged."""
    own, rival = team(db, group), team(db, group - 1)
    first, second = seller(db, own, "小美", group * -10), seller(db, own, "Ken", group * -10 + 1)
    sale = report(db, first, f"{group}", line(first.id, 100))
    made: dict[str, Mapping[str, Cell]] = {
        "chat": {"id": own.chat},
        "team": {"id": own.id, "second": rival.id},
        "member": {"id": first.id, "second": second.id},
        "person": {"id": first.person},
        "entry": {"id": sale.id},
        "entry_line": {"entry_id": sale.id, "line": 0, "revision": 1},
    }
    made["customer"] = _customers(db, own.id)
    for table in t.metadata.sorted_tables:
        if table.name not in _GIVEN | OF_NO_TEAM:
            row = {column.name: _cell(column, made, f"{table.name} {group}") for column in table.c if _is_asked(column)}
            row |= _ALSO.get(table.name, {})
            made[table.name] = dict(db.execute(insert(table).values(row).returning(*table.c)).one()._mapping)
    return own.id


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
