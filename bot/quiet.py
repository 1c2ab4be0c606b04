"""Teams that a tick need not look at: nothing new can be due there yet."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from kpi.ids import TeamId
from kpi.schedule import quiet_until
from kpi.team import Team


@dataclass(frozen=True, slots=True)
class _Rest:
    """At `since`, `team` had everything that was due; nothing new is before `until`."""

    team: Team
    since: datetime
    until: datetime

    def holds(self, team: Team, now: datetime) -> bool:
        return self.since <= now < self.until and self.team == team


class Quiet:
    """What the last looks found, so that most teams are not looked at again every 15 seconds.

    It spares looks and decides nothing: it is empty after a start, and what it says of a team is void with any change
    of the team's settings, when the clock is set back, and when the next post is due by the clock, however that moved.
    """

    def __init__(self) -> None:
        self._rests: dict[TeamId, _Rest] = {}

    def others(self, active: Iterable[Team], now: datetime) -> list[Team]:
        """Those of `active`, which is every team there is, that must be looked at. It forgets what it knew of them."""
        rests, self._rests = self._rests, {}
        awake = []
        for team in active:
            rest = rests.get(team.id)
            if rest is not None and rest.holds(team, now):
                self._rests[team.id] = rest
            else:
                awake.append(team)
        return awake

    def rest(self, team: Team, now: datetime) -> None:
        """`team` was looked at, and has everything that is due at `now` (aware)."""
        self._rests[team.id] = _Rest(team, now, quiet_until(team, now))
