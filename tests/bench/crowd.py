"""A hundred sellers in ten groups, what they write, and a month of their sales as the bot remembers it."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from kpi.entry import How, Line, Measure
from kpi.ids import TelegramId
from kpi.team import ChatKind, Team
from storage import chats, entries, members, people, teams
from storage.connection import Connection
from storage.database import Database

SELLERS = 100
GROUP_SIZE = 10
_PAUSE, _SPREAD = 4, 3_600  # seconds between two reports of one seller, as far as the bot can tell; over how many
_FIRST_SELLER, _FIRST_GROUP = 7_000_000_001, -1_002_000_000_001
_DAYS, _SALES_A_DAY = 30, 2


def seller_id(number: int) -> int:
    """Telegram's number of a seller."""
    return _FIRST_SELLER + number


def group_id(number: int) -> int:
    """Telegram's number of a group."""
    return _FIRST_GROUP - number


def update(number: int, seller: int, text: str, *, private: bool, team_size: int = GROUP_SIZE) -> bytes:
    """Update `number` as Telegram sends it: `seller` writes `text`, to the bot alone or into their group."""
    person = {
        "id": seller_id(seller),
        "is_bot": False,
        "first_name": _name(seller),
        "username": f"seller_{seller}",
        "language_code": "en",
    }
    group = {"id": group_id(seller // team_size), "type": "supergroup", "title": f"Team {seller // team_size}"}
    own = {"id": person["id"], "type": "private", "first_name": person["first_name"], "username": person["username"]}
    message: dict[str, object] = {
        "message_id": number,
        "from": person,
        "chat": own if private else group,
        "date": int(datetime.now(UTC).timestamp()) - _SPREAD + number // SELLERS * _PAUSE % _SPREAD,
        "text": text,
    }
    if text.startswith("/"):
        message["entities"] = [{"type": "bot_command", "offset": 0, "length": len(text.partition(" ")[0])}]
    return json.dumps({"update_id": number, "message": message}).encode()


def sales(first: int, count: int) -> Iterator[bytes]:
    """`count` reports by command from update `first` on: all sellers in turn, every other time in their group."""
    for number in range(first, first + count):
        orders = number % 4 + 1
        yield update(
            number,
            number % SELLERS,
            f"/sale {orders} {orders * (95 + number % 11)}",
            private=number // SELLERS % 2 == 0,
        )


def settle(file: Path, now: datetime) -> None:
    """Makes `file` the database of a bot that has served the crowd for a month until `now`."""
    database = Database(f"sqlite:///{file}")
    database.migrate()
    with database.write() as db:
        for group in range(SELLERS // GROUP_SIZE):
            _settle_team(db, group, now)
    database.close()


def _settle_team(db: Connection, group: int, now: datetime) -> None:
    chat = chats.open_chat(db, TelegramId(group_id(group)), ChatKind.GROUP, "en")
    team = teams.create(db, chat=chat.id, name=f"Team {group}", language="en", zone="UTC", currency="USD", at=now)
    teams.save(db, replace(team, daily_at=None, weekly_at=None))  # whatever the time, nothing is posted meanwhile
    for seller in range(group * GROUP_SIZE, (group + 1) * GROUP_SIZE):
        _settle_seller(db, team, seller, now)


def _settle_seller(db: Connection, team: Team, seller: int, now: datetime) -> None:
    number = TelegramId(seller_id(seller))
    chats.open_chat(db, number, ChatKind.PRIVATE, "en")
    person = people.seen(db, number, _name(seller), f"seller_{seller}", "en")
    member = members.join(db, team.id, person.id, person.name)
    for sale in range(_DAYS * _SALES_A_DAY):
        at = now - timedelta(days=1 + sale // _SALES_A_DAY)
        figures = {Measure.GROSS: 29900, Measure.GROSS_OF_ORDERS: 29900, Measure.ORDERS: 3, Measure.REPORTS: 1}
        lines = [Line(measure, value, at.date(), member.id) for measure, value in figures.items()]
        ref = f"before:{seller}:{sale}"
        entries.record(
            db, team.id, author=member.id, source="telegram", source_ref=ref, how=How.COMMAND, lines=lines, at=at
        )  # fmt: skip


def _name(seller: int) -> str:
    return f"Seller {seller}"
