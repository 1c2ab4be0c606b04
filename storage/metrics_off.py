"""Which metrics a team does not use. Whatever it never said is used, also what a later release brings."""

from collections.abc import Collection

from sqlalchemy import Connection, bindparam, delete, insert, select

from kpi.ids import TeamId
from kpi.metrics import Metric
from storage import tables as t
from storage.prepared import Prepared

_OF_TEAM = Prepared(select(t.metric_off.c.metric).where(t.metric_off.c.team_id == bindparam("team")))


def of_team(db: Connection, team: TeamId) -> frozenset[Metric]:
    """The metrics that are switched off."""
    return frozenset(row.metric for row in _OF_TEAM.all(db, team=team))


def set_off(db: Connection, team: TeamId, off: Collection[Metric]) -> None:
    """From now on these are off, and all others on."""
    db.execute(delete(t.metric_off).where(t.metric_off.c.team_id == team))
    if off:
        db.execute(insert(t.metric_off), [{"team_id": team, "metric": metric} for metric in off])
