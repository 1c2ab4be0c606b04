"""What a target could be, and whether it can be reached, from what the team or a member has brought before."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from bot.aim_draft import Draft
from kpi.aim import shared
from kpi.calendar import Calendar
from kpi.ids import MemberId
from kpi.metrics import Metric, Sums, value
from kpi.period import Grain, Period, period_of
from kpi.suggest import Past, Suggestion, Verdict, attainable, history, suggestion
from kpi.team import Team
from storage import calendars, totals
from storage.connection import Connection

_BACK = {
    Grain.DAY: timedelta(weeks=26),
    Grain.WEEK: timedelta(weeks=26),
    Grain.MONTH: timedelta(days=400),
    Grain.QUARTER: timedelta(days=1100),
    Grain.YEAR: timedelta(days=1500),
}
_DIGITS = 3  # of a suggestion that are not zero


@dataclass(frozen=True, slots=True)
class Advice:
    """What the periods before say; nothing when fewer than three weeks of them are known."""

    past: tuple[Past, ...] = ()
    suggestion: Suggestion | None = None

    def verdict(self, amount: int) -> Verdict:
        return attainable(amount, self.past)

    @property
    def most(self) -> int | None:
        """The most that is suggested, in round figures."""
        return None if self.suggestion is None else _round(self.suggestion.high)

    @property
    def least(self) -> int | None:
        return None if self.suggestion is None else _round(self.suggestion.low)


def advice(db: Connection, team: Team, draft: Draft, today: date) -> Advice:
    """Advice on a target of which all but the amount is known. Of what cannot be added up over days there is none."""
    metric, period, member = draft.metric, draft.period, draft.member
    if metric is None or period is None or draft.whose is None or not shared(metric):
        return Advice()
    until = min(period.start, today) - timedelta(days=1)
    span = Period(period.grain, until - _BACK[period.grain], until + timedelta(days=1))
    weighed = Period(period.grain, period_of(period.grain, span.start).start, period.end)
    by_day, calendar = _by_day(db, team, metric, member, span), _calendar(db, team, member, weighed)
    past = history(by_day, until, period.grain, calendar)
    return Advice(past, suggestion(past, calendar.weight_of(period)))


def _by_day(db: Connection, team: Team, metric: Metric, member: MemberId | None, span: Period) -> Mapping[date, int]:
    if member is None:
        return _values(metric, totals.by_day(db, team.id, span))
    return _values(metric, totals.of_member_by_day(db, team.id, member, span))


def _values(metric: Metric, found: Mapping[date, Sums]) -> dict[date, int]:
    return {day: int(value(metric, sums) or 0) for day, sums in found.items()}


def _calendar(db: Connection, team: Team, member: MemberId | None, span: Period) -> Calendar:
    whole, own = calendars.of_members(db, team, span)
    return whole if member is None else own.get(member, whole)


def _round(amount: int) -> int:
    """`amount` with its first digits only: nobody aims at 268,312.45."""
    step = int(10 ** max(0, len(str(amount)) - _DIGITS))
    return amount // step * step
