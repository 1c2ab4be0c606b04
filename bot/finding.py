"""What findings are about, and what each of them is made of."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import Enum

from bot.privacy import View
from kpi.calendar import Calendar
from kpi.message import Say, joined, say
from kpi.metrics import Sums, net
from kpi.money import Money
from kpi.period import Grain, Period
from kpi.plot import Plot, Point, Shape
from kpi.team import Member, Team
from storage import calendars, totals
from storage.connection import Connection

LISTED = 8  # figures in one line of text


class Kind(Enum):
    """What can be looked for. The values travel in buttons."""

    TREND = "trend"
    LAST_PERIOD = "last"  # 环比
    LAST_YEAR = "year"  # 同比
    STRUCTURE = "parts"
    PARETO = "pareto"
    FUNNEL = "funnel"
    WEEKDAYS = "weekday"
    OUTLIERS = "outlier"


@dataclass(frozen=True, slots=True)
class Scope:
    """Whose figures are looked at, and of when: the team's, or with `member` theirs.

    Of `period` the days up to `today` are taken. `grain` is that of a trend over the last such periods; without one
    it goes over the days of `period`. `view` is what the reader may see of single people.
    """

    team: Team
    period: Period
    today: date
    member: Member | None = None
    grain: Grain | None = None
    view: View = View()  # noqa: RUF009 - it is frozen

    @property
    def whose(self) -> str:
        return self.team.name if self.member is None else self.member.name

    @property
    def seen(self) -> Period:
        """The days of the period that have begun."""
        return replace(self.period, end=min(self.period.end, self.today + timedelta(days=1)))

    @property
    def is_over(self) -> bool:
        return self.today > self.period.last


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found in `period`: one sentence, the numbers that it rests on, and the chart of them.

    Where there is too little to say anything, that is the sentence, and there is neither number nor chart.
    """

    kind: Kind
    period: Period
    sentence: Say
    numbers: tuple[Say, ...] = ()
    plot: Plot | None = None


def by_day(db: Connection, scope: Scope, span: Period) -> dict[date, Sums]:
    """What was reported on each day of `span` that has anything, by the team or the member."""
    if scope.member is None:
        return totals.by_day(db, scope.team.id, span)
    return totals.of_member_by_day(db, scope.team.id, scope.member.id, span)


def nets(found: Mapping[date, Sums]) -> dict[date, int]:
    """Net sales of each day, in minor units."""
    return {day: net(sums) for day, sums in found.items()}


def calendar_of(db: Connection, scope: Scope, span: Period) -> Calendar:
    """The days on which the team, or the member, sells."""
    whole, own = calendars.of_members(db, scope.team, span)
    return whole if scope.member is None else own.get(scope.member.id, whole)


def money(scope: Scope, minor: int) -> Money:
    return Money(minor, scope.team.currency)


def drawn(
    scope: Scope, kind: Kind, sentence: Say, shape: Shape, points: tuple[Point, ...], *, span: Period | None = None
) -> Plot:
    """The plot of a finding in net sales, or with `replace` of something else."""
    return Plot(
        shape=shape,
        title=scope.whose,
        subtitle=say("analysis-subtitle", kind=joined(kind_name(kind)), period=span or scope.seen),
        finding=sentence,
        points=points,
        currency=scope.team.currency,
        zone=scope.team.zone,
    )


def kind_name(kind: Kind) -> Say:
    return say(f"analysis-kind-{kind.value}")


def on(day: date) -> Say:
    return say("analysis-day", day=day)


def listed(scope: Scope, points: tuple[Point, ...]) -> tuple[Say, ...]:
    """The points in one line, where these are few."""
    if len(points) > LISTED:
        return ()
    told = (
        say("analysis-point", label=joined(p.label), net=money(scope, p.amount)) for p in points if p.amount is not None
    )
    return (say("analysis-points", points=joined(*told)),)
