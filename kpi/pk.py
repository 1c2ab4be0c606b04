"""PK: two sellers who agree to be compared over a day or a week, if they like with a handicap."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from fractions import Fraction
from zoneinfo import ZoneInfo

from kpi.ids import MemberId, PersonId, TeamId
from kpi.money import round_half_up
from kpi.period import Grain, Period
from kpi.schedule import due_at

GRAINS = (Grain.DAY, Grain.WEEK)  # how long one may last


class Stage(Enum):
    """How far a PK is."""

    ASKED = "asked"  # somebody has not agreed yet
    ON = "on"
    DECLINED = "declined"
    LAPSED = "lapsed"  # not everybody agreed in time
    OVER = "over"  # its result is told


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two. `start` is the head start, in minor units."""

    member: MemberId
    agreed: bool = False
    start: int = 0


@dataclass(frozen=True, slots=True)
class Pk:
    """A PK as it stands. Once it is on, sides have the head start that `handicap` gives them."""

    id: int
    team: TeamId
    left: Side
    right: Side
    period: Period
    handicap: bool
    asked_by: MemberId
    asked_at: datetime
    stage: Stage

    @property
    def sides(self) -> tuple[Side, Side]:
        return (self.left, self.right)


@dataclass(frozen=True, slots=True)
class TeamPk:
    """Two teams over a week: by their net sales, or by what each of their sellers brought on the average."""

    id: int
    left: TeamId
    right: TeamId
    week: Period
    per_head: bool
    asked_by: PersonId
    stage: Stage

    @property
    def sides(self) -> tuple[TeamId, TeamId]:
        return (self.left, self.right)


def begins_at(period: Period, zone: str, day_close: int) -> datetime:
    """The instant (UTC) at which the first business date of `period` begins."""
    return due_at(period.start, day_close, ZoneInfo(zone))


def ends_at(period: Period, zone: str, day_close: int) -> datetime:
    """The instant (UTC) at which the last business date of `period` closes."""
    return due_at(period.end, day_close, ZoneInfo(zone))


def agreed_by(period: Period, zone: str, day_close: int) -> datetime:
    """Until when (UTC) both must have agreed: the middle. Later, who is ahead would know it already."""
    begin = begins_at(period, zone, day_close)
    return begin + (ends_at(period, zone, day_close) - begin) / 2


def head_starts(left: Fraction | None, right: Fraction | None) -> tuple[int, int] | None:
    """差额让分: what each side is given, from what each would sell in the period as they usually do (minor units).

    The weaker gets the difference, so that selling as usual is a tie. None when one has no usual figure.
    """
    if left is None or right is None:
        return None
    gap = round_half_up(left - right)
    return (0, gap) if gap >= 0 else (-gap, 0)


def winner(pk: Pk, left: int, right: int) -> Side | None:
    """Who is ahead by net sales and head start together, given the net sales; None for a tie."""
    lead = left + pk.left.start - right - pk.right.start
    if lead == 0:
        return None
    return pk.left if lead > 0 else pk.right
