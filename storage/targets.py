"""Targets of a month, for the team and for members."""

from datetime import datetime

from sqlalchemy import Connection, bindparam, delete, insert, select

from kpi.ids import MemberId, TeamId
from storage import tables as t
from storage.prepared import Prepared

_TARGETS = Prepared(
    select(t.target.c.member_id, t.target.c.amount_minor).where(
        t.target.c.team_id == bindparam("team"), t.target.c.month == bindparam("month")
    )
)


def set_target(
    db: Connection, team: TeamId, member: MemberId | None, month: str, amount_minor: int, *, by: MemberId, at: datetime
) -> None:
    """Sets the target of `month` (a period's key, `2026-06`) for a member, or with None for the team."""
    column = t.target.c
    whose = column.member_id.is_(None) if member is None else column.member_id == member
    db.execute(delete(t.target).where(column.team_id == team, column.month == month, whose))
    values = {
        "team_id": team,
        "month": month,
        "member_id": member,
        "amount_minor": amount_minor,
        "set_by": by,
        "set_at": at,
    }
    db.execute(insert(t.target).values(values))


def targets(db: Connection, team: TeamId, month: str) -> dict[MemberId | None, int]:
    """Targets in minor units; the team's own stands under None."""
    rows = _TARGETS.all(db, team=team, month=month)
    return {None if row.member_id is None else MemberId(row.member_id): row.amount_minor for row in rows}
