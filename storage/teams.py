"""Teams and their settings."""

from dataclasses import asdict
from datetime import datetime

from sqlalchemy import Connection, bindparam, func, insert, select, update

from kpi.ids import ChatId, PersonId, TeamId
from kpi.team import Team
from storage import tables as t
from storage.prepared import Prepared
from storage.rows import as_team

DAILY_AT = 21 * 60 + 30
WEEKLY_AT = 9 * 60 + 5

_OF_CHAT = Prepared(select(t.team).where(t.team.c.chat_id == bindparam("chat")))
_TEAMS_WITH = select(t.member.c.team_id).where(t.member.c.person_id == bindparam("person"), t.member.c.active)
_OF_PERSON = Prepared(select(t.team).where(t.team.c.id.in_(_TEAMS_WITH), t.team.c.active).order_by(t.team.c.id))
_LIVE = Prepared(select(t.team).where(t.team.c.active, t.team.c.live).order_by(t.team.c.id))


def create(db: Connection, *, chat: ChatId, name: str, language: str, zone: str, currency: str, at: datetime) -> Team:
    """A team with the customary times: the board at 21:30, the week's chart on Monday at 09:05."""
    values = {
        "chat_id": chat,
        "name": name,
        "language": language,
        "zone": zone,
        "currency": currency,
        "day_close": 0,
        "daily_at": DAILY_AT,
        "weekly_at": WEEKLY_AT,
        "scheduled_since": at,
        "created_at": at,
        "active": True,
    }
    return as_team(db.execute(insert(t.team).values(values).returning(*t.team.c)).one())


def find(db: Connection, team: TeamId) -> Team | None:
    row = db.execute(select(t.team).where(t.team.c.id == team)).first()
    return as_team(row) if row else None


def of_chat(db: Connection, chat: ChatId) -> Team | None:
    row = _OF_CHAT.first(db, chat=chat)
    return as_team(row) if row else None


def of_person(db: Connection, person: PersonId) -> list[Team]:
    """The active teams in which somebody is an active member, oldest first."""
    return [as_team(row) for row in _OF_PERSON.all(db, person=person)]


def save(db: Connection, team: Team) -> None:
    """Writes all settings of `team`."""
    values = asdict(team)
    values["chat_id"] = values.pop("chat")
    db.execute(update(t.team).where(t.team.c.id == values.pop("id")).values(values))


def active(db: Connection) -> list[Team]:
    """Every team that posts are made for."""
    return [as_team(row) for row in db.execute(select(t.team).where(t.team.c.active).order_by(t.team.c.id))]


def zones(db: Connection) -> list[tuple[str, str]]:
    """Every zone that teams live in, with the name of one of them."""
    named = select(t.team.c.zone, func.min(t.team.c.name)).where(t.team.c.active).group_by(t.team.c.zone)
    return [(str(zone), str(name)) for zone, name in db.execute(named.order_by(t.team.c.zone))]


def with_live_card(db: Connection) -> list[Team]:
    """Every team whose board of the day stands pinned in its group."""
    return [as_team(row) for row in _LIVE.all(db)]


def forget_topic(db: Connection, chat: ChatId, topic: int | None) -> bool:
    """The forum topic is no more: posts that went there go to the group as a whole. Whether any went there."""
    here = (t.team.c.chat_id == chat, t.team.c.topic == topic)
    return bool(db.execute(update(t.team).where(*here).values(topic=None)).rowcount)
