"""How everybody stands against their target of any metric, in a month."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from bot.aims import Aims, aims
from bot.metric_figures import figures
from kpi.aim import asked, shared
from kpi.board import Contender, Seller
from kpi.ids import MemberId
from kpi.metrics import CATALOGUE, Better, Metric
from kpi.period import Period
from kpi.score import achievement, capped
from kpi.team import Team
from storage import metrics_off, targets
from storage.connection import Connection


@dataclass(frozen=True, slots=True)
class Measured:
    """A value and what it is measured against; None is not known, or not set. `n` is what a ratio rests on."""

    actual: Fraction | None
    target: Fraction | None
    n: int | None = None

    def achieved(self, metric: Metric) -> Fraction | None:
        """达成率. Nobody can be above the cap where less is better, and none at all is best."""
        told = capped if CATALOGUE[metric].better is Better.LOWER else achievement
        return told(metric, self.actual, self.target)


def measured(db: Connection, team: Team, metric: Metric, month: Period, today: date) -> dict[MemberId | None, Measured]:
    """How each who may stand on a board stands in `month`, up to and including `today`; the team under None.

    Who sold nothing has none of what adds up.
    """
    due, found = aims(db, team, month, metric), figures(db, team, metric, month, today)
    nothing = Fraction(0) if shared(metric) else None
    of_each: dict[MemberId | None, Measured] = {
        each.member: Measured(nothing if each.value is None else each.value, aim_of(metric, due, each.member), each.n)
        for each in found.sellers
    }
    whole = nothing if found.team.value is None else found.team.value
    of_each[None] = Measured(whole, aim_of(metric, due, None), found.team.n)
    return of_each


def contenders(metric: Metric, stands: dict[MemberId | None, Measured], sellers: Sequence[Seller]) -> list[Contender]:
    """For a board by % of the target of `metric`."""
    return [
        Contender(seller.member, seller.name, one.achieved(metric), n=one.n)
        for seller in sellers
        if (one := stands.get(seller.member)) is not None
    ]


def aim_of(metric: Metric, due: Aims, member: MemberId | None) -> Fraction | None:
    """What `member` is measured against: of a ratio the team's target holds for each who has no own."""
    aim = due.get(member)
    if aim is None and not shared(metric):
        aim = due.get(None)
    return None if aim is None else asked(metric, aim)


def aimed_metrics(db: Connection, team: Team, month: Period) -> tuple[Metric, ...]:
    """What somebody is measured by in `month` beside net sales, in the order in which it was first set.

    Of what the team has switched off nothing is said.
    """
    found, unsaid = targets.of_periods(db, team.id, [month.key]), {Metric.NET, *metrics_off.of_team(db, team.id)}
    metrics = (one.metric for one in found if one.member is not None or not shared(one.metric))
    return tuple(dict.fromkeys(metric for metric in metrics if metric not in unsaid))
