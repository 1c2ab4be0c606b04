"""Very many teams: each a group of four who sold something today, with the posts of the last five weeks made."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import func, insert, literal, select

from kpi.entry import Measure
from kpi.period import Grain, period_of, previous
from kpi.schedule import Post, State
from kpi.team import ChatKind
from storage import tables as t
from storage.connection import Connection
from storage.teams import DAILY_AT, WEEKLY_AT
from tests.bench.crowd import group_id

_SIZE = 4
_FIRST_GROUP = 1_000  # behind the crowd's
_DAYS_BACK = 35
_SOLD = {Measure.GROSS: 129_900, Measure.GROSS_OF_ORDERS: 129_900, Measure.ORDERS: 7, Measure.REPORTS: 3}

Row = dict[str, object]


def chat_ids(count: int) -> list[int]:
    """Telegram's numbers of their groups."""
    return [group_id(_FIRST_GROUP + number) for number in range(count)]


def settle(db: Connection, count: int, now: datetime, *, daily_at: int | None = DAILY_AT, since: timedelta) -> None:
    """Puts `count` teams into the database, beside whoever is there. Posts count from `since` before `now` on.

    Written in bulk: one by one, ten thousand would take minutes.
    """
    chat, team, member = (_next(db, table) for table in ("chat", "team", "member"))
    teams, members = range(team, team + count), range(member, member + count * _SIZE)
    chats = [
        {"id": chat + number, "telegram_id": telegram_id, "kind": ChatKind.GROUP, "language": "en", "active": True}
        for number, telegram_id in enumerate(chat_ids(count))
    ]
    db.execute(insert(t.chat), chats)
    db.execute(insert(t.team), [_team(number, chat + number - team, now - since, daily_at) for number in teams])
    db.execute(insert(t.member), [seller(number, team + (number - member) // _SIZE) for number in members])
    _sell(db, teams, members, now)
    _post(db, team, now)


def _next(db: Connection, table: str) -> int:
    found: int | None = db.execute(select(func.max(t.metadata.tables[table].c.id))).scalar()
    return 1 + (found or 0)


def _team(number: int, chat: int, since: datetime, daily_at: int | None) -> Row:
    return {
        "id": number,
        "name": f"Team {number}",
        "chat_id": chat,
        "language": "en",
        "zone": "UTC",
        "currency": "USD",
        "day_close": 0,
        "daily_at": daily_at,
        "weekly_at": WEEKLY_AT,
        "scheduled_since": since,
        "created_at": since,
        "active": True,
    }


def seller(number: int, team: int) -> Row:
    """The row of a member."""
    return {"id": number, "team_id": team, "name": f"Seller {number}", "administrator": False, "active": True}


def _sell(db: Connection, teams: Sequence[int], members: Sequence[int], now: datetime) -> None:
    """What everybody sold on the day of `now`, as the totals have it."""
    of_team: list[Row] = [
        {"team_id": team, "business_date": now.date(), "measure": measure, "value": value * _SIZE}
        for team in teams
        for measure, value in _SOLD.items()
    ]
    of_member: list[Row] = [
        {
            "team_id": teams[place // _SIZE],
            "business_date": now.date(),
            "measure": measure,
            "member_id": member,
            "value": value,
        }
        for place, member in enumerate(members)
        for measure, value in _SOLD.items()
    ]
    db.execute(insert(t.team_day), of_team)
    db.execute(insert(t.member_day), of_member)


def _post(db: Connection, first: int, now: datetime) -> None:
    """Marks every post of the last five weeks as made, for the teams from `first` on."""
    for back in range(1, _DAYS_BACK + 1):
        day = period_of(Grain.DAY, now.date() - timedelta(days=back))
        for kind in (Post.DAILY, Post.MORNING, Post.LEAD_MORNING, Post.REMINDER):
            _posted(db, first, kind, day.key, now - timedelta(days=back))
    for kind in (Post.PLANS, Post.COACHING):  # of this morning
        _posted(db, first, kind, period_of(Grain.DAY, now.date()).key, now)
    for back in range(0, _DAYS_BACK + 7, 7):
        week = previous(period_of(Grain.WEEK, now.date() - timedelta(days=back)))
        _posted(db, first, Post.WEEKLY, week.key, now - timedelta(days=back))
    month = period_of(Grain.MONTH, now.date())
    _posted(db, first, Post.TARGETS, month.key, now - timedelta(days=1))
    for kind in (Post.MONTHLY, Post.PRAISE):
        _posted(db, first, kind, previous(month).key, now - timedelta(days=1))
    today = period_of(Grain.DAY, now.date())
    for kind in (Post.MORNING, Post.REMINDER):
        _posted(db, first, kind, today.key, now)


def _posted(db: Connection, first: int, kind: Post, period: str, at: datetime) -> None:
    post = t.post.c
    columns = [post.team_id, post.kind, post.period, post.due_at, post.made_at, post.state]
    instant = literal(at, post.due_at.type)
    made = (t.team.c.id, literal(kind.value), literal(period), instant, instant, literal(State.ON_TIME.value))
    db.execute(insert(t.post).from_select(columns, select(*made).where(t.team.c.id >= first)))
