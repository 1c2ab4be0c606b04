"""What only leads may do inside a command that everybody may use."""

from bot.command import Refusal, Request
from kpi.message import say
from kpi.team import Member, Role
from storage import members


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
