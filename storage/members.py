"""Members of teams and what they may do."""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import Connection, Update, bindparam, insert, select, update

from kpi.ids import MemberId, PersonId, TeamId, TelegramId
from kpi.team import Member, Role
from storage import tables as t
from storage.prepared import Prepared
from storage.rows import as_member

_IN_TEAM = select(t.member).where(t.member.c.team_id == bindparam("team"))
_ALL = Prepared(_IN_TEAM.order_by(t.member.c.id))
_OF_PERSON = Prepared(_IN_TEAM.where(t.member.c.person_id == bindparam("person")))
_MEMBER = Prepared(_IN_TEAM.where(t.member.c.id == bindparam("member")))
_KNOWN = Prepared(
    select(*t.member.c, t.person.c.telegram_id, t.person.c.username)
    .outerjoin(t.person, t.person.c.id == t.member.c.person_id)
    .where(t.member.c.team_id == bindparam("team"), t.member.c.active)
    .order_by(t.member.c.id)
)
_LEADING = Prepared(
    select(t.member.c.id, t.member.c.administrator, t.person.c.telegram_id)
    .join(t.person, t.person.c.id == t.member.c.person_id)
    .where(t.member.c.team_id == bindparam("team"))
)


def join(db: Connection, team: TeamId, person: PersonId | None, name: str) -> Member:
    """The member, made when new, active again when they had left. A known one keeps the name they have here."""
    before = of_person(db, team, person) if person is not None else None
    if before is None:
        values = {"team_id": team, "person_id": person, "name": name, "administrator": False, "active": True}
        return as_member(db.execute(insert(t.member).values(values).returning(*t.member.c)).one())
    if before.active:
        return before
    return as_member(db.execute(_change(team, before.id, active=True).returning(*t.member.c)).one())


def of_team(db: Connection, team: TeamId) -> list[Member]:
    """All members, also those who left, by id."""
    return [as_member(row) for row in _ALL.all(db, team=team)]


@dataclass(frozen=True, slots=True)
class Known:
    """An active member and how Telegram knows them; None for what it does not."""

    member: Member
    telegram_id: TelegramId | None
    username: str | None


def known(db: Connection, team: TeamId) -> list[Known]:
    """The active members, by id."""
    rows = _KNOWN.all(db, team=team)
    return [Known(as_member(row), row.telegram_id, row.username) for row in rows]


def of_person(db: Connection, team: TeamId, person: PersonId) -> Member | None:
    row = _OF_PERSON.first(db, team=team, person=person)
    return as_member(row) if row else None


def get(db: Connection, team: TeamId, member: MemberId) -> Member | None:
    row = _MEMBER.first(db, team=team, member=member)
    return as_member(row) if row else None


def set_role(db: Connection, team: TeamId, member: MemberId, role: Role | None) -> None:
    """Gives a role by hand; with None the group decides again."""
    db.execute(_change(team, member, role=role))


def set_name(db: Connection, team: TeamId, member: MemberId, name: str) -> None:
    """A name given by hand: what somebody calls themselves on Telegram no longer changes it."""
    db.execute(_change(team, member, name=name))


def set_active(db: Connection, team: TeamId, member: MemberId, *, active: bool) -> None:
    """Marks who left, or came back."""
    db.execute(_change(team, member, active=active))


def set_morning(db: Connection, team: TeamId, member: MemberId, *, wanted: bool) -> None:
    db.execute(_change(team, member, morning=wanted))


def set_administrators(db: Connection, team: TeamId, administrators: Collection[TelegramId]) -> None:
    """Marks who administrates the group now. Writes only what changed."""
    for row in _LEADING.all(db, team=team):
        leads = row.telegram_id in administrators
        if leads != row.administrator:
            db.execute(_change(team, MemberId(row.id), administrator=leads))


def _change(team: TeamId, member: MemberId, **values: Role | bool | str | None) -> Update:
    return update(t.member).where(t.member.c.team_id == team, t.member.c.id == member).values(values)
