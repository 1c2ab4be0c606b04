"""A target in its parts: a year in quarters and months, a month in weeks, a week in days, by the team's calendar."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from bot.aim_text import aimed, whose
from bot.aims import aims
from bot.command import Request
from kpi.calendar import Calendar
from kpi.cascade import Part, parts
from kpi.message import Say, say
from kpi.metrics import Metric
from kpi.period import Grain, Period, period_of
from kpi.team import Member
from storage import calendars


def part_lines(request: Request, period: Period, grain: Grain, member: Member | None = None) -> Iterator[Say]:
    """The target of net sales of `period` in parts of `grain`; nothing when there is none, or nobody works.

    Days are those of the week at hand, or of the first week where `period` is another time.
    """
    amount = aims(request.db, request.its_team, period).get(member.id if member else None)
    calendar = _calendar(request, period, member)
    if amount is None or not calendar.weight_of(period):
        return
    total = aimed(Metric.NET, amount, request.its_team.currency)
    yield say("target-parts-head", whose=whose(member), period=period, amount=total, weight=calendar.weight_of(period))
    for part in _shown(parts(amount, period, grain, calendar), period, request.today):
        yield _line(request, part, calendar)


def _calendar(request: Request, period: Period, member: Member | None) -> Calendar:
    whole, own = calendars.of_members(request.db, request.its_team, period)
    return own.get(member.id, whole) if member else whole


def _shown(found: tuple[Part, ...], period: Period, today: date) -> tuple[Part, ...]:
    """All but of days, of which a phone shows a week."""
    if not found or found[0].period.grain is not Grain.DAY:
        return found
    week = period_of(Grain.WEEK, today if today in period else period.start)
    return tuple(part for part in found if part.period.start in week)


def _line(request: Request, part: Part, calendar: Calendar) -> Say:
    """A day that nobody works has no amount. A week that a month cuts is named by its days."""
    weight = calendar.weight_of(part.period)
    days = replace(part.period, grain=Grain.DAY) if part.period.length == 1 else part.period
    if not weight:
        return say("target-part-rest", period=days)
    amount = aimed(Metric.NET, part.amount, request.its_team.currency)
    return say("target-part", period=days, amount=amount, weight=weight)
