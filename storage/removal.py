"""A team that goes with everything that hangs on it: not one row of any table is left.

Which rows those are follows from the tables themselves (`team_id`, or a key of the team or of its entries), so that a
table that is added later goes too. Rows go before those that they refer to, some thousands at a time: a team of ten
million lines must not keep all others from reporting for minutes. Each piece leaves the database whole, so whoever
stops half-way goes on later; `team` itself is the last row.
"""

from sqlalchemy import ColumnElement, Connection, ForeignKey, Select, Table, delete, false, or_, select, tuple_, update

from kpi.ids import ChatId, TeamId
from kpi.team import ChatKind
from storage import spent
from storage import tables as t

PIECE = 5000  # rows, some 50 ms

_ORDER = tuple(table for table in reversed(t.metadata.sorted_tables) if table not in {t.team, t.chat, t.person})


def remove(db: Connection, team: TeamId) -> None:
    """All of it at once, for a team that is small."""
    while not remove_piece(db, team):
        pass


def remove_piece(db: Connection, team: TeamId, most: int = PIECE) -> bool:
    """Removes up to `most` rows; whether the team is gone now."""
    left = most
    spent.keep(db)
    for table in _ORDER:
        left -= _delete(db, table, belongs(table, team), left)
        if left <= 0:
            return False
    _let_go(db, team)
    return True


def belongs(table: Table, team: TeamId) -> ColumnElement[bool]:
    """Which rows of `table` are the team's: by its number, or by a row of the team's that they refer to."""
    if table is t.team:
        return t.team.c.id == team
    if "team_id" in table.c:
        return table.c.team_id == team
    return or_(false(), *(_through(key.parent, key.column.table, team) for key in _keys(table)))


def _keys(table: Table) -> list[ForeignKey]:
    theirs = [key for key in table.foreign_keys if key.column.table is t.team or "team_id" in key.column.table.c]
    return sorted(theirs, key=lambda key: key.parent.name)


def _through(column: ColumnElement[int], referred: Table, team: TeamId) -> ColumnElement[bool]:
    """A column that names a row of `referred`, which is the team itself or one of its own."""
    if referred is t.team:
        return column == team
    return column.in_(select(referred.c.id).where(referred.c.team_id == team))


def _delete(db: Connection, table: Table, which: ColumnElement[bool], most: int) -> int:
    """Deletes up to `most` rows, those first that refer to others of the same table: how many."""
    key = table.primary_key.columns
    first = [k.parent.is_(None) for k in table.foreign_keys if k.column.table is table and k.parent.nullable]
    some: Select[tuple[int]] = select(*key).where(which).order_by(*first).limit(most)
    return db.execute(delete(table).where(tuple_(*key).in_(some))).rowcount


def _let_go(db: Connection, team: TeamId) -> None:
    """The last row, with the group's chat and what was said there. Who chose the team has chosen none."""
    chat = db.execute(select(t.team.c.chat_id).where(t.team.c.id == team)).scalar()
    db.execute(update(t.person).where(t.person.c.current_team == team).values(current_team=None))
    db.execute(update(t.trial).where(t.trial.c.chosen_before == team).values(chosen_before=None))
    db.execute(delete(t.team).where(t.team.c.id == team))
    if chat is not None:
        _forget_chat(db, ChatId(chat))


def _forget_chat(db: Connection, chat: ChatId) -> None:
    """What was said there is forgotten. A group's chat goes with its team, a private one has other uses."""
    db.execute(delete(t.slot).where(t.slot.c.chat_id == chat))
    db.execute(delete(t.outbox).where(t.outbox.c.chat_id == chat, t.outbox.c.done_at.is_not(None)))
    group = (t.chat.c.id == chat, t.chat.c.kind == ChatKind.GROUP)
    if db.execute(select(t.chat.c.id).where(*group)).first() is not None:
        db.execute(delete(t.question).where(t.question.c.chat_id == chat))
        db.execute(delete(t.outbox).where(t.outbox.c.chat_id == chat))
        db.execute(delete(t.chat).where(*group))
