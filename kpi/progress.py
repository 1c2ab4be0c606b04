"""A seller's month in figures: all that their own picture says."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from fractions import Fraction
from typing import TypedDict, cast

from kpi.calendar import EVERY_DAY, Calendar
from kpi.entry import Measure
from kpi.figures import (
    Figures,
    Goal,
    RawFigures,
    RawGoal,
    RawRatio,
    check_kind,
    figures,
    figures_out,
    goal,
    goal_in,
    goal_out,
    month_so_far,
    ratio_out,
)
from kpi.metrics import Sums, added, net
from kpi.money import round_half_up
from kpi.pace import Need, pace, time_progress
from kpi.period import Grain, Period, compared, period_of, previous

KIND = "progress"
VERSION = 2
WEEKS = 4  # that this one is compared with


class Mark(Enum):
    """What a day of a seller's calendar shows."""

    REPORTED = "reported"
    ZERO = "zero"  # reported that nothing was sold
    MISSED = "missed"
    OPEN = "open"  # to come, today while nothing is reported, or before anything ever was


@dataclass(frozen=True, slots=True)
class Progress:
    """How a seller's month stands on the evening of `today`.

    `before` is what the same days of the month before brought. `elapsed` is how much of the month is over, `need` what
    the next working day must bring for the target. `weeks` are the net sales of the last whole weeks,
    the earliest first, `week` those of this one so far. `marks` are of the days of the month. Money is in minor units.
    """

    name: str
    team: str
    zone: str
    currency: str
    today: date
    total: Figures
    before: Figures
    goal: Goal | None
    elapsed: Fraction
    need: Need | None
    weeks: tuple[int, ...]
    week: int
    marks: tuple[Mark, ...]
    streak: int  # days

    @property
    def month(self) -> Period:
        return period_of(Grain.MONTH, self.today)

    @property
    def usual(self) -> int:
        """What one of `weeks` brought on the average, in minor units, rounded half-up."""
        return round_half_up(Fraction(sum(self.weeks), len(self.weeks)))


def days_needed(today: date) -> Period:
    """The days that a picture of `today` needs, up to and including it."""
    month, week = period_of(Grain.MONTH, today), period_of(Grain.WEEK, today)
    start = min(previous(month).start, week.start - timedelta(weeks=WEEKS))
    return Period(Grain.MONTH, start, today + timedelta(days=1))


def progress(
    by_day: Mapping[date, Sums],
    today: date,
    *,
    name: str,
    team: str,
    zone: str,
    currency: str,
    target: int | None,
    streak: int,
    calendar: Calendar = EVERY_DAY,
) -> Progress | None:
    """How the month stands of somebody who brought `by_day`; None when that is nothing at all.

    `by_day` covers `days_needed(today)`. `target` is that of the month, whose days `calendar` weighs.
    """
    if not by_day:
        return None
    month, week = period_of(Grain.MONTH, today), period_of(Grain.WEEK, today)
    so_far = _over(by_day, month_so_far(today))
    return Progress(
        name=name,
        team=team,
        zone=zone,
        currency=currency,
        today=today,
        total=figures(so_far),
        before=figures(_over(by_day, compared(month, today))),
        goal=goal(target, so_far),
        elapsed=time_progress(month, today, calendar),
        need=pace(target, net(so_far), month, today, calendar).next_day if target else None,
        weeks=tuple(net(_over(by_day, earlier)) for earlier in _weeks_before(week)),
        week=net(_over(by_day, week)),
        marks=tuple(_mark(by_day, day, today) for day in month.days()),
        streak=streak,
    )


def to_picture(of: Progress) -> dict[str, object]:
    """`of` as JSON values."""
    return {
        "kind": KIND,
        "version": VERSION,
        "name": of.name,
        "team": of.team,
        "zone": of.zone,
        "currency": of.currency,
        "today": of.today.isoformat(),
        "total": figures_out(of.total),
        "before": figures_out(of.before),
        "goal": goal_out(of.goal),
        "elapsed": ratio_out(of.elapsed),
        "need": None if of.need is None else [of.need.day.isoformat(), *ratio_out(of.need.amount)],
        "weeks": list(of.weeks),
        "week": of.week,
        "marks": [mark.value for mark in of.marks],
        "streak": of.streak,
    }


def from_picture(picture: Mapping[str, object]) -> Progress:
    """What `to_picture` made. `ValueError` for another kind, or a version this code does not know."""
    check_kind(picture, KIND, VERSION)
    raw = cast("_Picture", picture)
    return Progress(
        name=raw["name"],
        team=raw["team"],
        zone=raw["zone"],
        currency=raw["currency"],
        today=date.fromisoformat(raw["today"]),
        total=Figures(*raw["total"]),
        before=Figures(*raw["before"]),
        goal=goal_in(raw["goal"]),
        elapsed=Fraction(*raw["elapsed"]),
        need=None if raw["need"] is None else Need(date.fromisoformat(raw["need"][0]), Fraction(*raw["need"][1:])),
        weeks=tuple(raw["weeks"]),
        week=raw["week"],
        marks=tuple(Mark(mark) for mark in raw["marks"]),
        streak=raw["streak"],
    )


class _Picture(TypedDict):
    name: str
    team: str
    zone: str
    currency: str
    today: str
    total: RawFigures
    before: RawFigures
    goal: RawGoal
    elapsed: RawRatio
    need: tuple[str, int, int] | None
    weeks: list[int]
    week: int
    marks: list[str]
    streak: int


def _over(by_day: Mapping[date, Sums], period: Period) -> Sums:
    return added(*(sums for day, sums in by_day.items() if day in period))


def _weeks_before(week: Period) -> list[Period]:
    back = [week.start - timedelta(weeks=weeks) for weeks in range(WEEKS, 0, -1)]
    return [period_of(Grain.WEEK, start) for start in back]


def _mark(by_day: Mapping[date, Sums], day: date, today: date) -> Mark:
    sums = by_day.get(day, {})
    if sums.get(Measure.REPORTS):
        return Mark.REPORTED if any(n for measure, n in sums.items() if measure is not Measure.REPORTS) else Mark.ZERO
    return Mark.MISSED if min(by_day) < day < today else Mark.OPEN
