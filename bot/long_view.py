"""The long view of one person: the year's target, what is done, and what is vested. Only for themselves."""

from collections.abc import Iterator

from bot.aims import aims
from bot.command import Request
from bot.levels import level_lines
from kpi.board import attainment
from kpi.message import Percent, Say, say
from kpi.metrics import net
from kpi.money import Money
from kpi.pace import time_progress
from kpi.period import Grain, period_of
from kpi.team import Member
from storage import calendars, equity, totals


def year_lines(request: Request, member: Member) -> Iterator[Say]:
    """The year up to today."""
    team, year = request.its_team, period_of(Grain.YEAR, request.today)
    yield say("me-year-head", year=str(year.start.year))
    reached = net(totals.by_member(request.db, team.id, year).get(member.id, {}))
    target = aims(request.db, team, year).get(member.id)
    money = Money(reached, team.currency)
    if target:
        elapsed = time_progress(year, request.today, calendars.of_team(request.db, team, year))
        share = Percent(attainment(reached, target))
        yield say(
            "me-year-target",
            net=money,
            target=Money(target, team.currency),
            share=share,
            elapsed=Percent(elapsed),
        )
    else:
        yield say("me-year-net", net=money)
    yield from level_lines(request.db, team, member)
    granted = equity.grants(request.db, team.id, member.id).values()
    if granted:
        vested = sum(grant.vested(request.today) for grant in granted)
        yield say("me-year-units", vested=vested, units=sum(grant.units for grant in granted))
