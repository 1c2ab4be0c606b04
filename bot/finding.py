"""What findings are about, and what each of them is made of."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import Enum
from fractions import Fraction

from bot.aim_text import figure
from bot.metric_words import name
from bot.privacy import View
from kpi.calendar import Calendar
from kpi.message import Joined, Say, joined, say
from kpi.metrics import CATALOGUE, Metric, Sums, Unit, value
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
    it goes over the days of `period`. `view` is what the reader may see of single people. `metric` is one that adds up
    over days and people, in money or a count.
    """

    team: Team
    period: Period
    today: date
    member: Member | None = None
    grain: Grain | None = None
    view: View = View()  # noqa: RUF009 - it is frozen
    metric: Metric = Metric.NET

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


def result(scope: Scope, sums: Sums) -> int:
    """What is looked at, in minor units or a count."""
    return int(value(scope.metric, sums) or 0)


def results(scope: Scope, found: Mapping[date, Sums]) -> dict[date, int]:
    """The same of each day."""
    return {day: result(scope, sums) for day, sums in found.items()}


def calendar_of(db: Connection, scope: Scope, span: Period) -> Calendar:
    """The days on which the team, or the member, sells."""
    whole, own = calendars.of_members(db, scope.team, span)
    return whole if scope.member is None else own.get(scope.member.id, whole)


def amount(scope: Scope, of: Fraction | int) -> Joined:
    """So much of what is looked at."""
    return figure(scope.metric, Fraction(of), scope.team.currency)


def drawn(
    scope: Scope, kind: Kind, sentence: Say, shape: Shape, points: tuple[Point, ...], *, span: Period | None = None
) -> Plot:
    """The plot of a finding in what is looked at, or with `replace` of something else."""
    return Plot(
        shape=shape,
        title=scope.whose,
        subtitle=say("analysis-subtitle", kind=named(scope, kind), period=span or scope.seen),
        finding=sentence,
        points=points,
        currency=scope.team.currency,
        zone=scope.team.zone,
        amounts=CATALOGUE[scope.metric].unit is Unit.MONEY,
    )


def kind_name(kind: Kind) -> Say:
    return say(f"analysis-kind-{kind.value}")


def named(scope: Scope, kind: Kind) -> Joined:
    """The kind, and what is looked at where that are not the sales."""
    other = scope.metric is not Metric.NET and kind is not Kind.FUNNEL
    return joined(kind_name(kind), name(scope.metric) if other else None)


def on(day: date) -> Say:
    return say("analysis-day", day=day)


def listed(scope: Scope, points: tuple[Point, ...]) -> tuple[Say, ...]:
    """The points in one line, where these are few."""
    if len(points) > LISTED:
        return ()
    told = (
        say("analysis-point", label=joined(p.label), net=amount(scope, p.amount))
        for p in points
        if p.amount is not None
    )
    return (say("analysis-points", points=joined(*told)),)
