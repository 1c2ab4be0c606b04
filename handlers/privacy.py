"""What is stored about whom, who reads it and for how long, as it is for who asks."""

from collections.abc import Iterator

from bot.command import Answers, Capability, Request, Usage, Where, Who, answer, data
from bot.setting_change import kept
from kpi.message import Button, Say, joined, say
from kpi.team import Role, Team

privacy = Capability()


@privacy.command("privacy", words=("隐私",), who=Who.ANYONE, where=Where.PRIVATE, zh=("/privacy",), en=("/privacy",))
def tell(request: Request) -> Answers:
    """The same for everybody on what is stored, and by role on who reads what."""
    if request.arguments:
        raise Usage
    lines = (say("privacy-head"), say("privacy-person"), *_of_team(request), say("privacy-never"), *_kept(request.team))
    rows = ((Button(say("button-help"), data("help")),),)
    return (answer(*lines, say("privacy-operator"), say("privacy-rename"), buttons=rows),)


def _kept(team: Team | None) -> Iterator[Say]:
    """For how long; words as the team has chosen."""
    yield say("privacy-kept")
    if team is not None:
        yield say("privacy-words", kept=joined(kept(team.words_kept)))
    yield say("privacy-kept-else")


def _of_team(request: Request) -> Iterator[Say]:
    """What is stored of the team that is meant, and who reads it."""
    if request.team is None:
        yield say("privacy-no-team")
        return
    yield say("privacy-team", team=request.team.name)
    yield from _readers(request.team, request.role or Role.SELLER)


def _readers(team: Team, role: Role) -> Iterator[Say]:
    yield say(f"privacy-{role.value}")
    yield say(f"privacy-shows-{team.openness.value}")
    yield say("privacy-names-leads" if team.leads_see_customers else "privacy-names")
    yield say("privacy-pay")
