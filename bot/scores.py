"""综合分 of everybody in a month: what weighs how much, and how each metric stands against its target."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from bot.aims import aims
from bot.measured import aim_of
from bot.metric_figures import figures
from bot.standing import standing
from kpi.board import Contender
from kpi.ids import MemberId
from kpi.metrics import Metric, enough
from kpi.money import split
from kpi.period import Period
from kpi.score import WHOLE, Score, Weighed, score
from kpi.team import Team
from storage import metrics_off, score_weights
from storage.connection import Connection

# Until a team says otherwise: what it lives by first, then whom it wins, whether they come back, and their peace.
USUAL: Mapping[Metric, int] = {
    Metric.NET: 50,
    Metric.NEW_CUSTOMERS: 20,
    Metric.REPURCHASE: 20,
    Metric.COMPLAINT_RATE: 10,
}


@dataclass(frozen=True, slots=True)
class Scored:
    """Somebody's score; None when none of its metrics has both a value and a target."""

    member: MemberId
    name: str
    score: Score | None

    @property
    def contender(self) -> Contender:
        return Contender(self.member, self.name, None if self.score is None else self.score.points)


def weights(db: Connection, team: Team) -> Mapping[Metric, int]:
    """How much each metric that `team` uses weighs, of 100: where some are switched off the others weigh more."""
    off = metrics_off.of_team(db, team.id)
    chosen = score_weights.of_team(db, team.id) or USUAL
    used = {metric: weight for metric, weight in chosen.items() if metric not in off} or {Metric.NET: WHOLE}
    return dict(zip(used, split(WHOLE, list(used.values())), strict=True))


def scores(db: Connection, team: Team, month: Period, today: date) -> list[Scored]:
    """The scores of everybody who may stand on a board, up to and including `today`."""
    weighed: dict[MemberId, list[Weighed]] = {}
    sellers = standing(db, team, month, today).sellers
    for metric, weight in weights(db, team).items():
        due = aims(db, team, month, metric)
        found = figures(db, team, metric, month, today).sellers
        actual = {each.member: each.value for each in found if enough(each.n)}
        for seller in sellers:
            part = Weighed(metric, weight, actual.get(seller.member), aim_of(metric, due, seller.member))
            weighed.setdefault(seller.member, []).append(part)
    return [Scored(seller.member, seller.name, score(weighed[seller.member])) for seller in sellers]
