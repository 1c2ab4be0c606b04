"""A team's week or month in figures: all that its chart and the text below it say."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from typing import TypedDict, cast

from kpi.calendar import EVERY_DAY, Calendar
from kpi.figures import (
    Figures,
    Goal,
    RawFigures,
    RawGoal,
    RawPeriod,
    RawRatio,
    check_kind,
    figures,
    figures_out,
    goal,
    goal_in,
    goal_out,
    period_in,
    period_out,
    ratio_out,
)
from kpi.ids import MemberId
from kpi.metrics import Sums, added, net
from kpi.pace import time_progress
from kpi.period import Grain, Period, compared, period_of, previous
from kpi.team import Member, Team

KIND = "performance"
VERSION = 1


@dataclass(frozen=True, slots=True)
class SellerPerformance:
    """A seller's net sales in minor units: of each day so far, and of the same days of the period before."""

    name: str
    days: tuple[int, ...]
    before: int
    goal: Goal | None  # None without a target

    @property
    def net(self) -> int:
        return sum(self.days)


def rank(sellers: Sequence[SellerPerformance], seller: SellerPerformance) -> int:
    """The place by net sales; equal ones share it, and the next one counts those before (1-2-2-4)."""
    return 1 + sum(other.net > seller.net for other in sellers)


@dataclass(frozen=True, slots=True)
class Performance:
    """A team's week or month beside the one before.

    `days` are those of `period` that have begun, `before` is what the same days of the period before brought, and
    `days_before` are all of that one's. `month` is the one of the last of `days`, `elapsed` how much of it is over
    then. Sellers stand from the highest net down.
    """

    team: str
    zone: str
    currency: str
    period: Period
    total: Figures
    before: Figures
    days: tuple[Figures, ...]
    days_before: tuple[Figures, ...]
    sellers: tuple[SellerPerformance, ...]
    month: Period
    elapsed: Fraction
    goal: Goal | None

    @property
    def is_over(self) -> bool:
        return len(self.days) == self.period.length

    @property
    def best(self) -> tuple[date, Figures]:
        """The day with the highest net, the first such one."""
        days = zip(self.period.days(), self.days, strict=False)  # it may have days to come
        return max(days, key=lambda of: of[1].net)


def days_needed(period: Period) -> Period:
    """The days that a chart of `period` needs: its own and those of the period before."""
    return Period(period.grain, previous(period).start, period.end)


def performance(
    team: Team,
    period: Period,
    until: date,
    *,
    members: Sequence[Member],
    by_member_day: Mapping[tuple[MemberId, date], Sums],
    of_month: Mapping[MemberId, Sums],
    targets: Mapping[MemberId | None, int],
    calendar: Calendar = EVERY_DAY,
) -> Performance | None:
    """How `period` went up to and including `until`, one of its days; None when nobody reported by then.

    `by_member_day` covers `days_needed(period)`, `of_month` covers `month_so_far(until)`, `targets` are those of
    that month, whose days `calendar` weighs. Who reported nothing in the period is left out, unless they are still
    there and did in the one before.
    """
    days = [day for day in period.days() if day <= until]
    days_compared = compared(period, until).days()
    of_days = _by_day(by_member_day)
    if not any(day in of_days for day in days):
        return None
    sellers = [
        _seller(member, days, days_compared, by_member_day, goal(targets.get(member.id), of_month.get(member.id, {})))
        for member in members
        if _reported(member, days, by_member_day) or (member.active and _reported(member, days_compared, by_member_day))
    ]
    month = period_of(Grain.MONTH, until)
    return Performance(
        team=team.name,
        zone=team.zone,
        currency=team.currency,
        period=period,
        total=_over(of_days, days),
        before=_over(of_days, days_compared),
        days=tuple(_over(of_days, [day]) for day in days),
        days_before=tuple(_over(of_days, [day]) for day in previous(period).days()),
        sellers=tuple(sorted(sellers, key=lambda seller: (-seller.net, -seller.before, seller.name))),
        month=month,
        elapsed=time_progress(month, until, calendar),
        goal=goal(targets.get(None), added(*of_month.values())),
    )


def as_one(of: Performance) -> Performance:
    """The same with the team in the place of its sellers, for whoever may not read what each of them sold."""
    days = tuple(day.net for day in of.days)
    return replace(of, sellers=(SellerPerformance(of.team, days, of.before.net, of.goal),))


def to_picture(of: Performance) -> dict[str, object]:
    """`of` as JSON values."""
    return {
        "kind": KIND,
        "version": VERSION,
        "team": of.team,
        "zone": of.zone,
        "currency": of.currency,
        "grain": of.period.grain.value,
        "period": period_out(of.period),
        "total": figures_out(of.total),
        "before": figures_out(of.before),
        "days": [figures_out(day) for day in of.days],
        "days_before": [figures_out(day) for day in of.days_before],
        "sellers": [[s.name, list(s.days), s.before, goal_out(s.goal)] for s in of.sellers],
        "month": period_out(of.month),
        "elapsed": ratio_out(of.elapsed),
        "goal": goal_out(of.goal),
    }


def from_picture(picture: Mapping[str, object]) -> Performance:
    """What `to_picture` made. `ValueError` for another kind, or a version this code does not know."""
    check_kind(picture, KIND, VERSION)
    raw = cast("_Picture", picture)
    return Performance(
        team=raw["team"],
        zone=raw["zone"],
        currency=raw["currency"],
        period=period_in(Grain(raw["grain"]), raw["period"]),
        total=Figures(*raw["total"]),
        before=Figures(*raw["before"]),
        days=tuple(Figures(*day) for day in raw["days"]),
        days_before=tuple(Figures(*day) for day in raw["days_before"]),
        sellers=tuple(SellerPerformance(name, tuple(days), then, goal_in(g)) for name, days, then, g in raw["sellers"]),
        month=period_in(Grain.MONTH, raw["month"]),
        elapsed=Fraction(*raw["elapsed"]),
        goal=goal_in(raw["goal"]),
    )


class _Picture(TypedDict):
    team: str
    zone: str
    currency: str
    grain: str
    period: RawPeriod
    total: RawFigures
    before: RawFigures
    days: list[RawFigures]
    days_before: list[RawFigures]
    sellers: list[tuple[str, list[int], int, RawGoal]]
    month: RawPeriod
    elapsed: RawRatio
    goal: RawGoal


def _reported(member: Member, days: Sequence[date], by_member_day: Mapping[tuple[MemberId, date], Sums]) -> bool:
    return any((member.id, day) in by_member_day for day in days)


def _seller(
    member: Member,
    days: Sequence[date],
    days_compared: Sequence[date],
    by_member_day: Mapping[tuple[MemberId, date], Sums],
    aim: Goal | None,
) -> SellerPerformance:
    def net_of(day: date) -> int:
        return net(by_member_day.get((member.id, day), {}))

    return SellerPerformance(member.name, tuple(map(net_of, days)), sum(map(net_of, days_compared)), aim)


def _by_day(by_member_day: Mapping[tuple[MemberId, date], Sums]) -> dict[date, Sums]:
    days: dict[date, Sums] = {}
    for (_, day), sums in by_member_day.items():
        days[day] = added(days.get(day, {}), sums)
    return days


def _over(of_days: Mapping[date, Sums], days: Iterable[date]) -> Figures:
    return figures(added(*(of_days.get(day, {}) for day in days)))
