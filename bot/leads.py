"""What only leads may do inside a command that everybody may use, and of which teams somebody is one."""

from collections.abc import Iterator
from dataclasses import replace

from bot.command import Refusal, Request
from kpi.message import say
from kpi.team import Member, Role, Team, role_of
from storage import chats, members, teams, trials


def of_this_team(request: Request, index: int) -> None:
    """`Refusal` when the number that a button carries at `index` is another team than the one that is meant now.

    In private somebody may have chosen another team since. Who leads that one was not asked, so it is not changed.
    """
    if request.number(index) != request.its_team.id:
        raise Refusal(say("button-other-team", team=request.its_team.name))


def lead(request: Request) -> Member:
    """The lead who asks, a member from now on if they were none. `Refusal` for everybody else."""
    if not request.is_lead:
        raise Refusal(say("leads-only"))
    if request.member is not None and request.member.active:
        return request.member
    return members.join(request.db, request.its_team.id, request.person.id, request.person.name)


def refuse_viewer(request: Request, why: str = "viewers-change-nothing") -> None:
    """`Refusal`, in the words of the text `why`, for who may only look."""
    if request.role is Role.VIEWER:
        raise Refusal(say(why))


def teams_as(request: Request, *roles: Role) -> Iterator[Team]:
    """All teams in which the person has one of `roles`, oldest first, whichever of them is meant now.

    The invented team of a trial is none of them.
    """
    for team in teams.of_person(request.db, request.person.id):
        member = members.of_person(request.db, team.id, request.person.id)
        real = trials.of_chat(request.db, team.chat) is None
        if real and member is not None and role_in(request, team, member) in roles:
            yield team


def role_in(request: Request, team: Team, member: Member) -> Role:
    """What the person may do as `member` of `team`, by what Telegram says of its group now, if it was asked."""
    group = chats.chat(request.db, team.chat).telegram_id
    return role_of(replace(member, administrator=request.administers.get(group, member.administrator)))
