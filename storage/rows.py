"""Rows of the tables as values of `kpi/`, and the statements that SQLite and PostgreSQL spell apart."""

from collections.abc import Mapping
from functools import cache

from sqlalchemy import Connection, Table, text
from sqlalchemy.dialects import postgresql, sqlite

from kpi.entry import Line
from kpi.ids import ChatId, CustomerId, MemberId, PersonId, TeamId, TelegramId
from kpi.team import SHIP_LIMIT, STOCK_LIMIT, Chat, Member, Openness, Person, Shows, Team
from storage.prepared import Found as Found  # noqa: PLC0414 - passed on by this name
from storage.prepared import Prepared, Value


def as_chat(row: Found) -> Chat:
    return Chat(ChatId(row.id), TelegramId(row.telegram_id), row.kind, row.language, row.active)


def as_person(row: Found) -> Person:
    team = None if row.current_team is None else TeamId(row.current_team)
    chosen = bool(row.language_chosen)
    return Person(PersonId(row.id), TelegramId(row.telegram_id), row.name, row.username, row.language, chosen, team)


def as_team(row: Found) -> Team:
    return Team(
        TeamId(row.id),
        row.name,
        ChatId(row.chat_id),
        row.topic,
        row.language,
        row.zone,
        row.currency,
        row.day_close,
        row.daily_at,
        row.weekly_at,
        row.scheduled_since,
        row.active,
        row.work_week,
        bool(row.live),
        bool(row.leads_see_customers),
        shows=row.shows or Shows.ALL,
        openness=row.openness or Openness.AMOUNTS,
        stock_limit=STOCK_LIMIT if row.stock_limit is None else row.stock_limit,
        ship_limit=SHIP_LIMIT if row.ship_limit is None else row.ship_limit,
        monthly=row.monthly is None or bool(row.monthly),
        pauses=row.pauses,
        prorates=bool(row.prorates),
        words_kept=row.words_kept or 0,
        words_kept_since=row.words_kept_since,
    )


def as_member(row: Found) -> Member:
    person = None if row.person_id is None else PersonId(row.person_id)
    return Member(
        MemberId(row.id),
        TeamId(row.team_id),
        person,
        row.name,
        row.role,
        row.administrator,
        row.active,
        row.morning is not False,
    )


def as_line(row: Found) -> Line:
    customer = None if row.customer_id is None else CustomerId(row.customer_id)
    return Line(row.measure, row.value, row.business_date, MemberId(row.member_id), row.for_day, customer, row.product)


def insert_into(dialect: str, table: Table) -> postgresql.Insert | sqlite.Insert:
    """An INSERT that can say ON CONFLICT."""
    return sqlite.insert(table) if dialect == "sqlite" else postgresql.insert(table)


def insert_once(db: Connection, table: Table, values: Mapping[str, Value]) -> bool:
    """Inserts the row unless one with its key is there: whether it did."""
    return _inserting_once(db.dialect.name, table, tuple(values)).first(db, **values) is not None


@cache  # saying a statement anew takes longer than carrying it out
def _inserting_once(dialect: str, table: Table, columns: tuple[str, ...]) -> Prepared:
    """Returns the key it wrote, since psycopg does not count the rows of such a statement."""
    new = insert_into(dialect, table).on_conflict_do_nothing()
    return Prepared(new.returning(*table.primary_key.columns), *columns)


def defer_foreign_keys(db: Connection) -> None:
    """Rows that refer to one another may be written one after the other, and must agree only at the end."""
    deferring = "PRAGMA defer_foreign_keys = ON" if db.dialect.name == "sqlite" else "SET CONSTRAINTS ALL DEFERRED"
    db.execute(text(deferring))
