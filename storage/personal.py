"""Everything that the books hold about one person, and making them forget it.

Which rows those are follows from the tables themselves, so that a table that is added later is looked into as well.
"""

import json
from collections.abc import Iterator, Sequence
from datetime import datetime
from enum import Enum

from sqlalchemy import ColumnElement, Connection, Table, Text, and_, cast, delete, func, literal, or_, select, update

from kpi.ids import CustomerId, MemberId, PersonId, TeamId
from kpi.team import ChatKind
from storage import customers
from storage import tables as t

MOST = 50_000  # cells of a file
# What somebody wrote, beside what their figures say. It goes with them.
_WRITTEN = {
    "plan_comment": ("said_by", "words"),
    "praise": ("member_id", "words"),
    "pay_slip": ("member_id", "said"),
    "complaint_result": ("said_by", "words"),
}

Cell = tuple[str, int, str, str]


def cells(db: Connection, person: PersonId) -> Iterator[Cell]:
    """Table, row, column and value of every row that names the person or a member that they are."""
    known = _members(db, person)
    for table in t.metadata.sorted_tables:
        which = _names(table, person, known)
        if which is None:
            continue
        for place, row in enumerate(db.execute(select(table).where(which).order_by(*table.primary_key.columns)), 1):
            for column, value in zip(table.c, row, strict=True):
                if value is not None:
                    yield table.name, place, column.name, str(value.value if isinstance(value, Enum) else value)


def _members(db: Connection, person: PersonId) -> list[MemberId]:
    found = db.execute(select(t.member.c.id).where(t.member.c.person_id == person)).scalars()
    return [MemberId(each) for each in found]


def _names(table: Table, person: PersonId, known: Sequence[MemberId]) -> ColumnElement[bool] | None:
    """Which rows of a table name somebody; None for a table that names nobody."""
    if table is t.person:
        return t.person.c.id == person
    if table is t.chat:
        return t.chat.c.telegram_id == _telegram_id(person)
    found = []
    for key in table.foreign_keys:
        if key.column is t.person.c.id:
            found.append(key.parent == person)
        elif key.column is t.member.c.id:
            found.append(key.parent.in_(known))
    return or_(*found) if found else None


def _telegram_id(person: PersonId) -> ColumnElement[int]:
    return select(t.person.c.telegram_id).where(t.person.c.id == person).scalar_subquery()


def forget(db: Connection, person: PersonId, former: str) -> None:
    """Takes the name, the number at Telegram, and what they wrote out of the books; what they sold stays.

    Where their name stood there is `former` with their number, such as 成员 7. The private chat is left to
    `forget_chats`, since it has an answer to bring yet.
    """
    row = db.execute(select(t.person).where(t.person.c.id == person)).one()
    for member in db.execute(select(t.member).where(t.member.c.person_id == person)).all():
        team, number = TeamId(member.team_id), MemberId(member.id)
        _strike_customers(db, team, number)
        _strike_words(db, team, number)
        new = f"{former} {number}"
        for name in {member.name, row.name}:
            _rename(db, team, name, new)
        gone = {"person_id": None, "name": new, "active": False, "role": None, "administrator": False}
        db.execute(update(t.member).where(t.member.c.id == number).values(gone))
        aliases = t.member_alias.c
        db.execute(delete(t.member_alias).where(aliases.team_id == team, aliases.member_id == number))
    for table in (t.question, t.open_report):
        db.execute(delete(table).where(table.c.person_id == person))
    _strike_messages(db, row.telegram_id)
    db.execute(delete(t.person).where(t.person.c.id == person))


def _strike_customers(db: Connection, team: TeamId, member: MemberId) -> None:
    """The names of customers that nobody else has sold to."""
    line, named = t.entry_line.c, t.line_customer.c
    on = and_(line.entry_id == named.entry_id, line.line == named.line, line.revision == named.revision)
    sold = select(named.customer_id, line.member_id).join(t.entry_line, on).where(named.team_id == team).distinct()
    sellers: dict[int, set[int]] = {}
    for row in db.execute(sold):
        sellers.setdefault(row.customer_id, set()).add(row.member_id)
    for customer, who in sellers.items():
        if who == {member}:
            customers.forget(db, team, CustomerId(customer))


def _strike_words(db: Connection, team: TeamId, member: MemberId) -> None:
    for table in t.metadata.sorted_tables:
        if table.name in _WRITTEN:
            whose, words = _WRITTEN[table.name]
            theirs = (table.c.team_id == team, table.c[whose] == member)
            db.execute(update(table).where(*theirs).values({words: ""}))
    line = t.entry_line.c
    written = select(line.entry_id).where(line.team_id == team, line.recorded_by == member)
    said = t.feedback.c
    db.execute(update(t.feedback).where(said.team_id == team, said.entry_id.in_(written)).values(said=""))
    photo = t.praise.c
    db.execute(update(t.praise).where(photo.team_id == team, photo.member_id == member).values(photo=None))


def _rename(db: Connection, team: TeamId, name: str, new: str) -> None:
    """What was said with the name in it: in the record of changes, and in messages that wait or were sent."""
    quoted, instead = json.dumps(name, ensure_ascii=False), json.dumps(new, ensure_ascii=False)
    for table, columns in ((t.audit, ("what", "old", "new")), (t.outbox, ("body",)), (t.sheet, ("body",))):
        for column in columns:
            cell = table.c[column]
            theirs = () if table is t.outbox else (table.c.team_id == team,)
            has = cell.contains(quoted, autoescape=True)
            db.execute(update(table).where(*theirs, has).values({column: func.replace(cell, quoted, instead)}))


def _strike_messages(db: Connection, telegram_id: int) -> None:
    """The keys of reports that came from the private chat name it: they become the reports' own numbers."""
    private = f"{telegram_id}:%"
    column = t.entry.c
    renamed = literal("forgotten:").concat(cast(column.id, Text))
    db.execute(update(t.entry).where(column.source_ref.like(private)).values(source_ref=renamed))
    db.execute(delete(t.entry_answer).where(t.entry_answer.c.source_ref.like(private)))


def forget_chats(db: Connection) -> int:
    """Private chats of nobody that we know go with all that was said there, once nothing waits to be sent: how many."""
    known = select(t.person.c.telegram_id)
    waiting = select(t.outbox.c.chat_id).where(t.outbox.c.done_at.is_(None))
    lost = select(t.chat.c.id).where(
        t.chat.c.kind == ChatKind.PRIVATE,
        t.chat.c.telegram_id.not_in(known),
        t.chat.c.id.not_in(waiting),
        t.chat.c.id.not_in(select(t.team.c.chat_id)),
    )
    chats = list(db.execute(lost).scalars())
    for table in (t.slot, t.outbox, t.question):
        db.execute(delete(table).where(table.c.chat_id.in_(chats)))
    return db.execute(delete(t.chat).where(t.chat.c.id.in_(chats))).rowcount


def abandoned(db: Connection, before: datetime) -> list[tuple[TeamId, datetime]]:
    """The teams whose group the bot was taken out of before that, and when it was."""
    column = t.chat.c
    closed = (~t.team.c.active, ~column.active, column.closed_at < before)  # PostgreSQL knows no "IS 0"
    found = select(t.team.c.id, column.closed_at).join(t.chat, t.chat.c.id == t.team.c.chat_id).where(*closed)
    return [(TeamId(team), at) for team, at in db.execute(found.order_by(t.team.c.id))]
