"""Arriving: the first message, the link that makes somebody a member, and which of several teams is meant."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.command import Answer, Answers, Capability, Command, Handler, Refusal, Request, Where, Who, answer, data
from bot.events import another_group, greeting
from bot.telegram_facts import linked_team
from handlers.guided import report_row
from kpi.ids import TeamId
from kpi.message import Button, Say, say
from kpi.team import Role, Team, role_of
from storage import members, people, teams

_HELP = ((Button(say("button-help"), data("help")),),)


def starting(others: Sequence[Capability], links: Mapping[str, Handler]) -> Capability:
    """The capability of `/start`.

    A link from a group (`?start=<name>`) leads to what `links` does, or points to a private command of `others`.
    """
    private = {command.name: command for part in others for command in part.commands if command.where is Where.PRIVATE}
    arriving = Capability()

    @arriving.command("start", words=("开始",), who=Who.ANYONE, zh=("/start",), en=("/start",))
    def start(request: Request) -> Answers:
        if request.in_group:
            return (greeting(request.bot_username, request.its_team, sees_all=request.sees_all),)
        joining = linked_team(request.text)
        if joining is not None:
            return (_join(request, joining),)
        if request.arguments in links:
            return links[request.arguments](request)
        linked = private.get(request.arguments)
        return (_here(linked) if linked else _welcome(request),)

    arriving.press("team", who=Who.ANYONE)(choose)
    return arriving


def _join(request: Request, wanted: TeamId) -> Answer:
    """Makes somebody a member whom Telegram confirms to be in the team's group.

    A team that is not there and one that is not theirs are answered alike.
    """
    team = teams.find(request.db, wanted)
    if not request.admitted or team is None or not team.active:
        raise Refusal(say("join-refused"))
    member = members.join(request.db, team.id, request.person.id, request.person.name)
    people.choose_team(request.db, request.person.id, team.id)
    role = role_of(member)
    buttons = (*report_row(replace(request, team=team, role=role)), *_HELP)
    return answer(say("joined", name=member.name, team=team.name), *_first_steps(role), buttons=buttons)


def _here(command: Command) -> Answer:
    name = f"/{command.name}"
    return answer(
        say("start-here", command=name), buttons=((Button(say("button-run", command=name), data("run", name)),),)
    )


def _welcome(request: Request) -> Answer:
    name = request.person.name
    if request.team is not None:
        here = say("start-member", name=name, team=request.team.name)
        return answer(here, *_first_steps(request.role), buttons=(*report_row(request), *_HELP, *_others(request)))
    if request.teams:
        return answer(say("start-which-team", name=name), buttons=_others(request))
    rows = ((another_group(request.bot_username),), (Button(say("button-demo"), data("demo")),))
    return answer(say("start-no-team", name=name), buttons=rows)


def _first_steps(role: Role | None) -> tuple[Say, ...]:
    """What one can do, in a line each."""
    match role:
        case Role.VIEWER:
            return (say("start-look"),)
        case Role.LEAD:
            return (say("start-report"), say("start-look"), say("start-lead"))
        case Role.SELLER | None:
            return (say("start-report"), say("start-look"), say("start-undo"))


def _others(request: Request) -> tuple[tuple[Button, ...], ...]:
    """A button for each team of the person that is not the chosen one."""
    return tuple(
        (Button(say("button-team", team=team.name), data("team", team.id)),)
        for team in request.teams
        if team != request.team
    )


def choose(request: Request) -> Answers:
    """Remembers which of their own teams somebody means in private."""
    team = _own(request)
    people.choose_team(request.db, request.person.id, team.id)
    return (answer(say("team-chosen", team=team.name)),)


def _own(request: Request) -> Team:
    wanted = request.number(0)
    for team in request.teams:
        if team.id == wanted:
            return team
    raise Refusal(say("button-old"))
