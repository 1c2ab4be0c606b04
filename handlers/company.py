"""The company: all teams of a person together, in private, since no group is to read of another."""

from collections.abc import Callable
from datetime import date

from bot.command import Answer, Answers, Capability, Refusal, Request, Usage, Where, Who, answer, data
from bot.company import Part, company_lines, parts
from bot.events import another_group
from bot.leads import teams_as
from bot.periods import read_period
from bot.router import no_team
from kpi.message import Button, joined, say
from kpi.period import Period
from kpi.team import Role, Team

company = Capability()

_FEWEST = 2  # teams that make a company
_PERIODS = {"day": say("board-show-day"), "week": say("board-show-week"), "month": say("board-show-month")}


@company.command(
    "company",
    words=("公司", "总览"),
    who=Who.ANYONE,
    where=Where.PRIVATE,
    zh=("/company", "/company 本月", "公司 上周"),
    en=("/company", "/company month", "/company last week"),
)
def show(request: Request) -> Answers:
    """The teams that the person leads or looks at; of today when nothing is said."""
    return (_shown(request, request.message_id or 0, request.arguments or "day"),)


@company.press("company", who=Who.ANYONE)
def switch(request: Request) -> Answers:
    """Another period in place of the one that the button sits on."""
    word = request.values[1] if len(request.values) > 1 else ""
    if request.in_group or word not in _PERIODS:
        raise Refusal(say("button-old"))
    return (_shown(request, request.number(0), word),)


def _shown(request: Request, number: int, named: str) -> Answer:
    teams, slot = list(teams_as(request, Role.LEAD, Role.VIEWER)), f"company:{number}"
    if len(teams) < _FEWEST:
        return _too_few(request, teams, slot)
    found = parts(request.db, teams, _naming(named), request.sent_at)
    return answer(*company_lines(found), buttons=(_buttons(number, found[0]),), slot=slot)


def _buttons(number: int, first: Part) -> tuple[Button, ...]:
    """The periods, the one that is shown marked."""
    return tuple(
        Button(
            say("board-chosen", label=joined(label)) if read_period(word, first.today) == first.period else label,
            data("company", number, word),
        )
        for word, label in _PERIODS.items()
    )


def _naming(named: str) -> Callable[[date], Period]:
    """What was `named` is another day where it is another day already. `Usage` when it names no period."""

    def on(today: date) -> Period:
        period = read_period(named, today)
        if period is None:
            raise Usage
        return period

    return on


def _too_few(request: Request, teams: list[Team], slot: str) -> Answer:
    """How to come to a second team. Who is in none at all is told how to come to one."""
    if not request.teams:
        raise no_team(request)
    led = joined(*(say("team-name", name=team.name) for team in teams))
    link = another_group(request.bot_username)
    return answer(say("company-one", n=len(teams), team=led), say("team-new"), buttons=((link,),), slot=slot)
