"""What a team's leads watch, and who is beyond a limit that they were told of."""

from dataclasses import dataclass
from fractions import Fraction

from sqlalchemy import Connection, bindparam, delete, insert, select

from kpi.aim import PARTS, scale
from kpi.ids import MemberId, TeamId
from kpi.metrics import Metric
from kpi.watch import Watch
from storage import tables as t
from storage.prepared import Found, Prepared

_OF_TEAM = Prepared(select(t.watch).where(t.watch.c.team_id == bindparam("team")).order_by(t.watch.c.id))
_CROSSED = Prepared(
    select(t.watch_crossed.c.member_id).where(
        t.watch_crossed.c.team_id == bindparam("team"), t.watch_crossed.c.watch_id == bindparam("watch")
    )
)

Whose = MemberId | None  # None: the team's own value


@dataclass(frozen=True, slots=True)
class Watched:
    """A watch with its number."""

    id: int
    watch: Watch


def of_team(db: Connection, team: TeamId) -> list[Watched]:
    """What is watched, in the order in which it was asked for."""
    return [_value(row) for row in _OF_TEAM.all(db, team=team)]


def put(db: Connection, team: TeamId, watch: Watch) -> None:
    """Watches; a limit of the same metric, on the same side and of the same people, takes the place of the old one."""
    for known in of_team(db, team):
        if (known.watch.metric, known.watch.side, known.watch.whole) == (watch.metric, watch.side, watch.whole):
            remove(db, team, known.id)
    db.execute(
        insert(t.watch).values(
            team_id=team,
            metric=watch.metric,
            side=watch.side,
            amount=int(watch.limit * _scale(watch.metric, of_team=watch.of_team)),
            of_team=watch.of_team,
            whole=watch.whole,
        )
    )


def remove(db: Connection, team: TeamId, number: int) -> None:
    crossed, watch = t.watch_crossed.c, t.watch.c
    db.execute(delete(t.watch_crossed).where(crossed.team_id == team, crossed.watch_id == number))
    db.execute(delete(t.watch).where(watch.team_id == team, watch.id == number))


def crossed(db: Connection, team: TeamId, number: int) -> set[Whose]:
    """Whom the leads were told of."""
    rows = _CROSSED.all(db, team=team, watch=number)
    return {None if row.member_id is None else MemberId(row.member_id) for row in rows}


def set_crossed(db: Connection, team: TeamId, number: int, whose: Whose, *, beyond: bool) -> None:
    """Keeps that the leads were told of `whose`, or that they would have to be again."""
    if beyond:
        db.execute(insert(t.watch_crossed).values(team_id=team, watch_id=number, member_id=whose))
        return
    column = t.watch_crossed.c
    theirs = column.member_id.is_(None) if whose is None else column.member_id == whose
    db.execute(delete(t.watch_crossed).where(column.team_id == team, column.watch_id == number, theirs))


def _value(row: Found) -> Watched:
    limit = Fraction(row.amount, _scale(row.metric, of_team=row.of_team))
    return Watched(row.id, Watch(row.metric, row.side, limit, of_team=row.of_team, whole=row.whole))


def _scale(metric: Metric, *, of_team: bool) -> int:
    return PARTS if of_team else scale(metric)
