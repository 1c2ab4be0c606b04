"""A team, its settings and its members."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from kpi.ids import ChatId, MemberId, PersonId, TeamId


class Role(Enum):
    """What somebody may do in a team. A group's administrators are leads unless a role was given by hand."""

    LEAD = "lead"
    SELLER = "seller"
    VIEWER = "viewer"


@dataclass(frozen=True, slots=True)
class Team:
    """A team's settings. Times are minutes after local midnight in `zone`; None means switched off."""

    id: TeamId
    name: str
    chat: ChatId
    topic: int | None  # forum topic that scheduled posts go to
    language: str  # "zh" or "en"
    zone: str  # IANA name
    currency: str  # ISO 4217
    day_close: int
    daily_at: int | None
    weekly_at: int | None  # on Mondays
    scheduled_since: datetime  # nothing that was due before this is posted: set at creation and when a time changes
    active: bool  # False while the bot is not in the group


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody in a team. `person` is None for members without Telegram."""

    id: MemberId
    team: TeamId
    person: PersonId | None
    name: str
    role: Role | None  # given by hand; None: administrators lead, the others sell
    active: bool  # False after leaving: keeps history, drops out of "who has not reported"
