"""What targets ask of the team and of each member, once it is known who was there how much."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from kpi.aim import shared
from kpi.calendar import Calendar, Presence
from kpi.cascade import prorated
from kpi.ids import MemberId
from kpi.metrics import Metric
from kpi.period import Period
from kpi.team import Team
from storage import calendars, targets
from storage.connection import Connection
from storage.targets import Target

Aims = dict[MemberId | None, int]


def aims(db: Connection, team: Team, period: Period, metric: Metric = Metric.NET) -> Aims:
    """What everybody is to reach of `metric` in `period`, the team's own under None, in the units of `kpi.aim`.

    Where the team prorates, a member's shrinks with their leave, a late start and part time. Who is not there at all
    has none.
    """
    return asked(db, team, period, targets.of_metric(db, team.id, period.key, metric))


def asked(db: Connection, team: Team, period: Period, found: Sequence[Target]) -> Aims:
    """The same of targets of one metric that are at hand."""
    if not any(target.member is not None and (team.prorates or target.whole_time) for target in found):
        return {target.member: target.amount for target in found}
    whole, own = calendars.of_members(db, team, period)
    amounts = {target.member: _amount(team, period, target, whole, own) for target in found}
    return {member: amount for member, amount in amounts.items() if amount}


def _amount(team: Team, period: Period, target: Target, whole: Calendar, own: Mapping[MemberId, Calendar]) -> int:
    if target.member is None or target.member not in own or not whole.weight_of(period) or not shared(target.metric):
        return target.amount
    presence = _counted(team, target, own[target.member].presence)
    return target.amount if presence is None else prorated(target.amount, period, whole, presence)


def _counted(team: Team, target: Target, presence: Presence) -> Presence | None:
    """What a target shrinks with. One for the whole time always does with when somebody came and how much they work."""
    if team.prorates:
        return presence
    return replace(presence, leave=frozenset()) if target.whole_time else None
