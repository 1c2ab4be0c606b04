"""What a member's leave does to their targets of the months that it lies in."""

from collections.abc import Iterator, Mapping

from bot.aim_text import aimed
from bot.aims import aims
from bot.command import Request
from kpi.message import Say, say
from kpi.metrics import Metric
from kpi.period import Grain, Period, period_of
from kpi.team import Member

_MOST = 3  # months of one leave that are told of


def due_in(request: Request, member: Member, days: Period) -> dict[Period, int]:
    """What the member is to sell in each month of `days`, as things stand."""
    months = sorted({period_of(Grain.MONTH, day) for day in days.days()}, key=lambda month: month.start)[:_MOST]
    return {month: aims(request.db, request.its_team, month).get(member.id, 0) for month in months}


def prorated_lines(request: Request, member: Member, before: Mapping[Period, int]) -> Iterator[Say]:
    """What changed since it was `before`; nothing where a team does not prorate."""
    for month, was in before.items():
        now = aims(request.db, request.its_team, month).get(member.id, 0)
        if now != was:
            old, new = (aimed(Metric.NET, amount, request.its_team.currency) for amount in (was, now))
            yield say("target-prorated", name=member.name, period=month, before=old, amount=new)
