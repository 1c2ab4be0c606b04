"""A team's week in figures: all that its chart and the text below it say.

They travel in the outbox as a message's picture (`to_picture`, `from_picture`), so that a chart drawn late still
shows what the text says.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from typing import TypedDict, cast

from kpi.ids import MemberId
from kpi.metrics import Metric, Sums, added, value
from kpi.money import round_half_up
from kpi.pace import time_progress
from kpi.period import Grain, Period, compared, period_of, previous
from kpi.team import Member, Team

KIND = "weekly"
VERSION = 1


@dataclass(frozen=True, slots=True)
class Figures:
    """What one or more people brought on one or more days. Money is in minor units, rounded half-up."""

    net: int
    orders: int
    aov: int | None  # None without orders
    new_customers: int


@dataclass(frozen=True, slots=True)
class Goal:
    """What a month was to bring and what it brought up to the week's last day, in minor units."""

    target: int
    net: int


@dataclass(frozen=True, slots=True)
class SellerWeek:
    """A seller's net sales in minor units: of each day of the week, and of the same days of the week before."""

    name: str
    days: tuple[int, ...]
    before: int
    goal: Goal | None  # None without a target

    @property
    def net(self) -> int:
        return sum(self.days)


@dataclass(frozen=True, slots=True)
class WeekFigures:
    """A team's week beside the one before.

    `days` are those of `week` that have begun, `before` is what the same days of the week before brought, and
    `days_before` are all seven of those. `month` is the one of the last of `days`, `elapsed` how much of it is over
    then. Sellers stand from the highest net down.
    """

    team: str
    zone: str
    currency: str
    week: Period
    total: Figures
    before: Figures
    days: tuple[Figures, ...]
    days_before: tuple[Figures, ...]
    sellers: tuple[SellerWeek, ...]
    month: Period
    elapsed: Fraction
    goal: Goal | None

    @property
    def is_over(self) -> bool:
        return len(self.days) == self.week.length


def month_so_far(until: date) -> Period:
    """The days of a month that its target is compared with on the evening of `until`."""
    return Period(Grain.MONTH, until.replace(day=1), until + timedelta(days=1))


def weeks_compared(week: Period) -> Period:
    """The days that a chart of `week` needs: its own and those of the week before."""
    return Period(Grain.WEEK, previous(week).start, week.end)


def week_figures(
    team: Team,
    week: Period,
    until: date,
    *,
    members: Sequence[Member],
    by_member_day: Mapping[tuple[MemberId, date], Sums],
    of_month: Mapping[MemberId, Sums],
    targets: Mapping[MemberId | None, int],
) -> WeekFigures | None:
    """The figures of `week` up to and including `until`, one of its days; None when nobody reported by then.

    `by_member_day` covers `weeks_compared(week)`, `of_month` covers `month_so_far(until)`, `targets` are those of
    that month. Who reported nothing in the week is left out, unless they are still there and did the week before.
    """
    days = [day for day in week.days() if day <= until]
    days_compared = compared(week, until).days()
    of_days = _by_day(by_member_day)
    if not any(day in of_days for day in days):
        return None
    sellers = [
        _seller(member, days, days_compared, by_member_day, _goal(targets.get(member.id), of_month.get(member.id, {})))
        for member in members
        if _reported(member, days, by_member_day) or (member.active and _reported(member, days_compared, by_member_day))
    ]
    month = period_of(Grain.MONTH, until)
    return WeekFigures(
        team=team.name,
        zone=team.zone,
        currency=team.currency,
        week=week,
        total=_over(of_days, days),
        before=_over(of_days, days_compared),
        days=tuple(_over(of_days, [day]) for day in days),
        days_before=tuple(_over(of_days, [day]) for day in previous(week).days()),
        sellers=tuple(sorted(sellers, key=lambda seller: (-seller.net, -seller.before, seller.name))),
        month=month,
        elapsed=time_progress(month, until),
        goal=_goal(targets.get(None), added(*of_month.values())),
    )


def to_picture(figures: WeekFigures) -> dict[str, object]:
    """`figures` as JSON values."""
    return {
        "kind": KIND,
        "version": VERSION,
        "team": figures.team,
        "zone": figures.zone,
        "currency": figures.currency,
        "week": _period_out(figures.week),
        "total": _figures_out(figures.total),
        "before": _figures_out(figures.before),
        "days": [_figures_out(day) for day in figures.days],
        "days_before": [_figures_out(day) for day in figures.days_before],
        "sellers": [[s.name, list(s.days), s.before, _goal_out(s.goal)] for s in figures.sellers],
        "month": _period_out(figures.month),
        "elapsed": [figures.elapsed.numerator, figures.elapsed.denominator],
        "goal": _goal_out(figures.goal),
    }


def from_picture(picture: Mapping[str, object]) -> WeekFigures:
    """What `to_picture` made. `ValueError` for another kind, or a version this code does not know."""
    if (picture["kind"], picture["version"]) != (KIND, VERSION):
        raise ValueError(f"a picture {picture['kind']} of version {picture['version']}")
    raw = cast("_Picture", picture)
    return WeekFigures(
        team=raw["team"],
        zone=raw["zone"],
        currency=raw["currency"],
        week=_period_in(Grain.WEEK, raw["week"]),
        total=Figures(*raw["total"]),
        before=Figures(*raw["before"]),
        days=tuple(Figures(*day) for day in raw["days"]),
        days_before=tuple(Figures(*day) for day in raw["days_before"]),
        sellers=tuple(SellerWeek(name, tuple(days), then, _goal_in(g)) for name, days, then, g in raw["sellers"]),
        month=_period_in(Grain.MONTH, raw["month"]),
        elapsed=Fraction(*raw["elapsed"]),
        goal=_goal_in(raw["goal"]),
    )


_Figures = tuple[int, int, int | None, int]
_Pair = tuple[int, int]


class _Picture(TypedDict):
    team: str
    zone: str
    currency: str
    week: tuple[str, str]
    total: _Figures
    before: _Figures
    days: list[_Figures]
    days_before: list[_Figures]
    sellers: list[tuple[str, list[int], int, _Pair | None]]
    month: tuple[str, str]
    elapsed: _Pair
    goal: _Pair | None


def _figures_out(figures: Figures) -> list[int | None]:
    return [figures.net, figures.orders, figures.aov, figures.new_customers]


def _goal_out(goal: Goal | None) -> list[int] | None:
    return None if goal is None else [goal.target, goal.net]


def _goal_in(raw: _Pair | None) -> Goal | None:
    return None if raw is None else Goal(*raw)


def _period_out(period: Period) -> list[str]:
    return [period.start.isoformat(), period.end.isoformat()]


def _period_in(grain: Grain, raw: tuple[str, str]) -> Period:
    return Period(grain, date.fromisoformat(raw[0]), date.fromisoformat(raw[1]))


def _reported(member: Member, days: Sequence[date], by_member_day: Mapping[tuple[MemberId, date], Sums]) -> bool:
    return any((member.id, day) in by_member_day for day in days)


def _seller(
    member: Member,
    days: Sequence[date],
    days_compared: Sequence[date],
    by_member_day: Mapping[tuple[MemberId, date], Sums],
    goal: Goal | None,
) -> SellerWeek:
    def net(day: date) -> int:
        return _net(by_member_day.get((member.id, day), {}))

    return SellerWeek(member.name, tuple(map(net, days)), sum(map(net, days_compared)), goal)


def _by_day(by_member_day: Mapping[tuple[MemberId, date], Sums]) -> dict[date, Sums]:
    days: dict[date, Sums] = {}
    for (_, day), sums in by_member_day.items():
        days[day] = added(days.get(day, {}), sums)
    return days


def _over(of_days: Mapping[date, Sums], days: Iterable[date]) -> Figures:
    sums = added(*(of_days.get(day, {}) for day in days))
    aov = value(Metric.AOV, sums)
    return Figures(
        net=_net(sums),
        orders=_whole(value(Metric.ORDERS, sums)),
        aov=None if aov is None else round_half_up(aov),
        new_customers=_whole(value(Metric.NEW_CUSTOMERS, sums)),
    )


def _goal(target: int | None, of_month: Sums) -> Goal | None:
    return None if target is None else Goal(target, _net(of_month))


def _net(sums: Sums) -> int:
    return _whole(value(Metric.NET, sums))


def _whole(amount: Fraction | None) -> int:
    return 0 if amount is None else round_half_up(amount)
