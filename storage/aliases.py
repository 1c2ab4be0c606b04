"""What members are called in lists that others write."""

from sqlalchemy import Connection, bindparam, delete, insert, select

from kpi.ids import MemberId, TeamId
from storage import tables as t

_OF_TEAM = (
    select(t.member_alias.c.alias, t.member_alias.c.member_id)
    .join(
        t.member,
        (t.member.c.team_id == t.member_alias.c.team_id) & (t.member.c.id == t.member_alias.c.member_id),
    )
    .where(t.member_alias.c.team_id == bindparam("team"), t.member.c.active)
)


def of_team(db: Connection, team: TeamId) -> dict[str, MemberId]:
    """The aliases of active members."""
    return {row.alias: MemberId(row.member_id) for row in db.execute(_OF_TEAM, {"team": team})}


def remember(db: Connection, team: TeamId, alias: str, member: MemberId) -> None:
    """From now on `alias` is `member`, whoever it was before."""
    db.execute(delete(t.member_alias).where(t.member_alias.c.team_id == team, t.member_alias.c.alias == alias))
    db.execute(insert(t.member_alias).values(team_id=team, alias=alias, member_id=member))
