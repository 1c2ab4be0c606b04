"""What a reader may see of other people's figures: as the team has chosen, and everything for its leads."""

from dataclasses import dataclass

from bot.command import Request
from kpi.ids import MemberId
from kpi.team import Openness, Role, Shows, Team


@dataclass(frozen=True, slots=True)
class View:
    """How much of the others' figures a reader sees. Around `own`, themselves, everything is shown."""

    shows: Shows = Shows.ALL
    openness: Openness = Openness.AMOUNTS
    own: MemberId | None = None

    @property
    def is_whole(self) -> bool:
        return self.shows is Shows.ALL and self.openness is Openness.AMOUNTS


def of_group(team: Team) -> View:
    """What everybody in the group may read."""
    return View(team.shows, team.openness)


def of_reader(request: Request) -> View:
    """What the person who asks may read here. Who only looks is the owner, or somebody that a lead let in."""
    if request.in_group:
        return of_group(request.its_team)
    if request.role in {Role.LEAD, Role.VIEWER}:
        return View()
    own = request.member.id if request.member is not None and request.member.active else None
    return View(request.its_team.shows, request.its_team.openness, own)
