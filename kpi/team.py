"""A team, its settings and its members."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from typing import NamedTuple

from kpi.calendar import EVERY_WEEKDAY
from kpi.ids import ChatId, MemberId, PersonId, TeamId, TelegramId

STOCK_LIMIT = 7  # days, until a team says otherwise
SHIP_LIMIT = 48  # hours, likewise
FEWEST_DAYS_KEPT = 30  # of words: a month's pay is disputed within it


class Role(Enum):
    """What somebody may do in a team. A group's administrators are leads unless a role was given by hand."""

    LEAD = "lead"
    SELLER = "seller"
    VIEWER = "viewer"


class Shows(Enum):
    """Who stands on a board that everybody reads."""

    ALL = "all"
    TOP = "top"  # the first three, beside the team's total


class Openness(Enum):
    """Which figures of one another a team's sellers may read."""

    AMOUNTS = "amounts"
    PERCENT = "percent"  # shares of targets, and other ratios
    RANKS = "ranks"


class Pause(NamedTuple):
    """A kind of scheduled post that is not made on days before `until`; on none when that is None."""

    kind: str
    until: date | None


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
    scheduled_since: datetime  # nothing due before this is posted: creation, or the last change of a time
    active: bool  # False while the bot is not in the group
    work_week: frozenset[int] = EVERY_WEEKDAY  # weekdays on which the team sells, Monday being 0
    live: bool = False  # whether the day's board stands pinned in the group and changes as reports come
    leads_see_customers: bool = False  # whether leads may read the names of customers in the books of sellers
    shows: Shows = Shows.ALL
    openness: Openness = Openness.AMOUNTS
    stock_limit: int = STOCK_LIMIT  # days of stock below which leads are told; 0: never
    ship_limit: int = SHIP_LIMIT  # hours after which a sale that is not shipped is overdue; 0: never
    monthly: bool = True  # whether the month's report comes on the first, at the time of the weekly one
    pauses: tuple[Pause, ...] = ()
    prorates: bool = False  # whether members' targets shrink with their leave and the days before they came
    words_kept: int = 0  # days after which what was written is emptied; 0: never
    words_kept_since: datetime | None = None  # when that was chosen


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody in a team. `person` is None for members without Telegram."""

    id: MemberId
    team: TeamId
    person: PersonId | None
    name: str
    role: Role | None  # given by hand; None: administrators lead, the others sell
    administrator: bool  # of the group, when Telegram was last asked
    active: bool  # False after leaving: keeps history, drops out of "who has not reported"
    morning: bool = True  # whether they want a line every morning


def role_of(member: Member) -> Role:
    """What `member` may do: the role given by hand, else by what they are in the group."""
    if member.role is not None:
        return member.role
    return Role.LEAD if member.administrator else Role.SELLER


class ChatKind(Enum):
    PRIVATE = "private"
    GROUP = "group"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody on Telegram. Identity is `telegram_id` alone; the name is what they were called last."""

    id: PersonId
    telegram_id: TelegramId
    name: str
    username: str | None
    language: str  # "zh" or "en"
    language_chosen: bool  # by hand; otherwise it follows their Telegram
    current_team: TeamId | None  # chosen when in several teams


@dataclass(frozen=True, slots=True)
class Chat:
    """A chat that the bot can write to, in the language of its person or, for a group, of its team."""

    id: ChatId
    telegram_id: TelegramId
    kind: ChatKind
    language: str
    active: bool  # False after the bot was blocked or removed
