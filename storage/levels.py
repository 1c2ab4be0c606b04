"""Levels of a team, and who was given which."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, delete, insert, select

from kpi.ids import MemberId, TeamId
from kpi.level import Level
from storage import tables as t


def of_team(db: Connection, team: TeamId) -> tuple[Level, ...]:
    """The team's own levels; none where it chose none."""
    column = t.level.c
    rows = db.execute(select(t.level).where(column.team_id == team).order_by(column.place))
    return tuple(Level(row.place, row.name, row.points) for row in rows)


def set_levels(db: Connection, team: TeamId, levels: Sequence[Level]) -> None:
    """Other levels, in the place of all."""
    db.execute(delete(t.level).where(t.level.c.team_id == team))
    rows = [{"team_id": team, "place": each.place, "name": each.name, "points": each.points} for each in levels]
    if rows:
        db.execute(insert(t.level), rows)


def promote(db: Connection, team: TeamId, member: MemberId, level: str, *, by: MemberId, at: datetime) -> None:
    values = {"team_id": team, "member_id": member, "level": level, "given_by": by, "given_at": at}
    db.execute(insert(t.promotion).values(values))


def held(db: Connection, team: TeamId) -> dict[MemberId, str]:
    """The level that each was given last."""
    column = t.promotion.c
    rows = db.execute(select(t.promotion).where(column.team_id == team).order_by(column.id))
    return {MemberId(row.member_id): row.level for row in rows}
