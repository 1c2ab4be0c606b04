"""How much each metric weighs in a team's score."""

from collections.abc import Mapping

from sqlalchemy import Connection, bindparam, delete, insert, select

from kpi.ids import TeamId
from kpi.metrics import Metric
from storage import tables as t
from storage.prepared import Prepared

_OF_TEAM = Prepared(
    select(t.score_weight).where(t.score_weight.c.team_id == bindparam("team")).order_by(t.score_weight.c.weight.desc())
)


def of_team(db: Connection, team: TeamId) -> dict[Metric, int]:
    """The weights, the heaviest first; empty when the team never said any."""
    return {row.metric: row.weight for row in _OF_TEAM.all(db, team=team)}


def set_weights(db: Connection, team: TeamId, weights: Mapping[Metric, int]) -> None:
    """Puts `weights`, which `kpi.score.check_weights` has passed, in the place of those before."""
    db.execute(delete(t.score_weight).where(t.score_weight.c.team_id == team))
    db.execute(
        insert(t.score_weight),
        [{"team_id": team, "metric": metric, "weight": weight} for metric, weight in weights.items()],
    )
