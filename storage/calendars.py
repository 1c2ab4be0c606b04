"""When a team sells: days that weigh more or less than their weekday, and when each member is there."""

from collections.abc import Iterable
from datetime import date
from fractions import Fraction

from sqlalchemy import Connection, bindparam, delete, select

from kpi.calendar import Calendar, Presence
from kpi.ids import MemberId, TeamId
from kpi.period import Period
from kpi.team import Team
from storage import tables as t
from storage.prepared import Prepared
from storage.rows import insert_into

_WHOLE = 100  # percent

_WEIGHTS = Prepared(
    select(t.day_weight.c.business_date, t.day_weight.c.weight).where(
        t.day_weight.c.team_id == bindparam("team"),
        t.day_weight.c.business_date >= bindparam("start"),
        t.day_weight.c.business_date < bindparam("end"),
    )
)
_LEAVE = Prepared(
    select(t.leave_day.c.member_id, t.leave_day.c.business_date).where(
        t.leave_day.c.team_id == bindparam("team"),
        t.leave_day.c.business_date >= bindparam("start"),
        t.leave_day.c.business_date < bindparam("end"),
    )
)
_PRESENCE = Prepared(select(t.presence).where(t.presence.c.team_id == bindparam("team")))


def of_team(db: Connection, team: Team, period: Period) -> Calendar:
    """The team's calendar, right within `period`."""
    rows = _WEIGHTS.all(db, team=team.id, start=period.start, end=period.end)
    return Calendar(team.work_week, {row.business_date: row.weight for row in rows})


def presences(db: Connection, team: TeamId, period: Period) -> dict[MemberId, Presence]:
    """When members are there within `period`. Who is always there is not among them."""
    leave: dict[MemberId, set[date]] = {}
    for row in _LEAVE.all(db, team=team, start=period.start, end=period.end):
        leave.setdefault(MemberId(row.member_id), set()).add(row.business_date)
    found = {MemberId(row.member_id): row for row in _PRESENCE.all(db, team=team)}
    return {
        member: Presence(
            since=found[member].since if member in found else None,
            until=found[member].until if member in found else None,
            leave=frozenset(leave.get(member, ())),
            hours=Fraction(found[member].percent, _WHOLE) if member in found else Fraction(1),
        )
        for member in leave.keys() | found.keys()
    }


def of_members(db: Connection, team: Team, period: Period) -> tuple[Calendar, dict[MemberId, Calendar]]:
    """The team's calendar and those of the members that have one of their own, right within `period`."""
    whole = of_team(db, team, period)
    return whole, {member: whole.of(there) for member, there in presences(db, team.id, period).items()}


def set_weight(db: Connection, team: TeamId, days: Iterable[date], weight: int | None) -> None:
    """Gives days a weight of their own; with None their weekday decides again."""
    column = t.day_weight.c
    for day in days:
        db.execute(delete(t.day_weight).where(column.team_id == team, column.business_date == day))
        if weight is not None:
            db.execute(t.day_weight.insert().values(team_id=team, business_date=day, weight=weight))


def set_leave(db: Connection, team: TeamId, member: MemberId, days: Iterable[date], *, away: bool) -> None:
    """Marks days on which a member is away, or is there after all."""
    column = t.leave_day.c
    for day in days:
        this = (column.team_id == team, column.member_id == member, column.business_date == day)
        db.execute(delete(t.leave_day).where(*this))
        if away:
            db.execute(t.leave_day.insert().values(team_id=team, member_id=member, business_date=day))


def set_presence(
    db: Connection, team: TeamId, member: MemberId, *, since: date | None, until: date | None, percent: int = _WHOLE
) -> None:
    """From when until when (both included) a member is there, and how much of a full-timer's time."""
    values = {"since": since, "until": until, "percent": percent}
    new = insert_into(db.dialect.name, t.presence).values(team_id=team, member_id=member, **values)
    db.execute(new.on_conflict_do_update(index_elements=["team_id", "member_id"], set_=values))
