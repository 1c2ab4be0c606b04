"""Base pay with its start dates, grades of posts, and what others pay."""

from datetime import datetime

from sqlalchemy import Connection, bindparam, delete, insert, select

from kpi.ids import MemberId, TeamId
from kpi.pay.base import BasePay, Grade, MarketReference
from storage import tables as t
from storage.prepared import Prepared

_OF_TEAM = Prepared(select(t.base_pay).where(t.base_pay.c.team_id == bindparam("team")).order_by(t.base_pay.c.since))


def set_base(db: Connection, team: TeamId, member: MemberId, base: BasePay, *, by: MemberId, at: datetime) -> None:
    """What a member gets a month from a day on, in the place of what was set for the same day."""
    column = t.base_pay.c
    same = (column.team_id == team, column.member_id == member, column.since == base.since)
    db.execute(delete(t.base_pay).where(*same))
    values = {
        "team_id": team,
        "member_id": member,
        "since": base.since,
        "amount": base.amount,
        "set_by": by,
        "set_at": at,
    }
    db.execute(insert(t.base_pay).values(values))


def of_team(db: Connection, team: TeamId) -> dict[MemberId, tuple[BasePay, ...]]:
    """The records of each member who has any, the earliest first."""
    found: dict[MemberId, tuple[BasePay, ...]] = {}
    for row in _OF_TEAM.all(db, team=team):
        member = MemberId(row.member_id)
        found[member] = (*found.get(member, ()), BasePay(row.since, row.amount))
    return found


def set_grade(db: Connection, team: TeamId, grade: Grade) -> None:
    """The points of a grade, by its name; whoever has it keeps it."""
    column, points = t.pay_grade.c, {"skill": grade.skill, "duty": grade.duty, "difficulty": grade.difficulty}
    this = (column.team_id == team, column.name == grade.name)
    if not db.execute(t.pay_grade.update().where(*this).values(points)).rowcount:
        db.execute(insert(t.pay_grade).values({"team_id": team, "name": grade.name, **points}))


def grades(db: Connection, team: TeamId) -> list[Grade]:
    """All grades, the most points first."""
    rows = db.execute(select(t.pay_grade).where(t.pay_grade.c.team_id == team))
    found = [Grade(row.name, row.skill, row.duty, row.difficulty) for row in rows]
    return sorted(found, key=lambda grade: (-grade.points, grade.name))


def give_grade(db: Connection, team: TeamId, member: MemberId, grade: str | None) -> None:
    """The grade of a member's post, one of the team's; with None they have none any more."""
    column = t.member_grade.c
    db.execute(delete(t.member_grade).where(column.team_id == team, column.member_id == member))
    if grade is not None:
        db.execute(insert(t.member_grade).values({"team_id": team, "member_id": member, "grade": grade}))


def grades_of_members(db: Connection, team: TeamId) -> dict[MemberId, str]:
    rows = db.execute(select(t.member_grade).where(t.member_grade.c.team_id == team))
    return {MemberId(row.member_id): row.grade for row in rows}


def set_reference(db: Connection, team: TeamId, reference: MarketReference, *, by: MemberId, at: datetime) -> None:
    """What others pay for such work, in the place of what was known."""
    column = t.market_reference.c
    db.execute(delete(t.market_reference).where(column.team_id == team, column.work == reference.work))
    values = {
        "team_id": team,
        "work": reference.work,
        "low": reference.low,
        "high": reference.high,
        "source": reference.source,
        "as_of": reference.as_of,
        "set_by": by,
        "set_at": at,
    }
    db.execute(insert(t.market_reference).values(values))


def references(db: Connection, team: TeamId) -> list[MarketReference]:
    """By the name of the work."""
    found = select(t.market_reference).where(t.market_reference.c.team_id == team)
    rows = db.execute(found.order_by(t.market_reference.c.work))
    return [MarketReference(row.work, row.low, row.high, row.source, row.as_of) for row in rows]
