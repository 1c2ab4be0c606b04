"""A target in its parts: year, quarter, month, week and day by the weights of the days, and people by their shares.

Parts always add up to the whole, to the last minor unit: what is left over goes to the parts with the largest
remainder, among equal ones to the earlier date or the lower id.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import lru_cache

from kpi.calendar import EVERY_DAY, Calendar, Presence
from kpi.ids import MemberId
from kpi.money import round_half_up, split
from kpi.period import Grain, Period, pieces

_FINER = {Grain.YEAR: Grain.QUARTER, Grain.QUARTER: Grain.MONTH, Grain.MONTH: Grain.WEEK, Grain.WEEK: Grain.DAY}
_FROM_FINE_TO_COARSE = tuple(Grain)


@dataclass(frozen=True, slots=True)
class Part:
    """What a part of a target's period is to bring, in the target's unit."""

    period: Period
    amount: int


def parts(amount: int, period: Period, grain: Grain, calendar: Calendar = EVERY_DAY) -> tuple[Part, ...]:
    """The target `amount` of `period` in parts of `grain`, from the first on. What nobody works in gets nothing.

    It is shared out through every grain in between, so that the days of a week always make the week of `WEEK`, and
    the weeks the month. Weeks are cut where a month ends. `ValueError` when `grain` is longer than `period`, or when
    nobody works in the whole of it.
    """
    if period.grain is grain:
        return (Part(period, amount),)
    if _FROM_FINE_TO_COARSE.index(grain) > _FROM_FINE_TO_COARSE.index(period.grain):
        raise ValueError(f"a {period.grain.value} has no parts of a {grain.value}")
    finer = pieces(period, _FINER[period.grain])
    weights = [calendar.weight_of(piece) for piece in finer]
    shared = zip(finer, split(amount, weights), weights, strict=True)
    return tuple(
        part
        for piece, share, weight in shared
        for part in (parts(share, piece, grain, calendar) if weight else _nothing(piece, grain))
    )


def of_day(amount: int, period: Period, day: date, calendar: Calendar = EVERY_DAY) -> int:
    """What the target `amount` of `period` asks of one of its days; 0 on a day that nobody works, or outside it."""
    if day not in period or not calendar.weight(day):
        return 0
    special = tuple(sorted((day, weight) for day, weight in calendar.special.items() if day in period))
    return _days(amount, period, calendar.work_week, special, calendar.presence)[day]


@lru_cache(maxsize=512)  # a month takes 0.4 ms, and each report of a seller asks for one of its days
def _days(
    amount: int, period: Period, work_week: frozenset[int], special: tuple[tuple[date, int], ...], presence: Presence
) -> Mapping[date, int]:
    days = parts(amount, period, Grain.DAY, Calendar(work_week, dict(special), presence))
    return {part.period.start: part.amount for part in days}


def by_shares(amount: int, shares: Mapping[MemberId, int]) -> dict[MemberId, int]:
    """The team's `amount` among people by their shares (40/35/25). `ValueError` when all shares are zero."""
    members = sorted(shares)
    return dict(zip(members, split(amount, [shares[member] for member in members]), strict=True))


def prorated(full: int, period: Period, team: Calendar, presence: Presence) -> int:
    """What is left of a full-timer's target `full` for somebody who came late, left early, was away or works less.

    By the weights of the days on which they are there, rounded half-up. `ValueError` when the team does not work.
    """
    whole = team.weight_of(period)
    if not whole:
        raise ValueError("nobody works in this period")
    return round_half_up(full * presence.hours * Fraction(team.of(presence).weight_of(period), whole))


def difference(whole: int, parts: Iterable[int]) -> int:
    """How much more people's targets ask for together than the team's `whole`; less when negative."""
    return sum(parts) - whole


def _nothing(period: Period, grain: Grain) -> tuple[Part, ...]:
    return tuple(Part(piece, 0) for piece in pieces(period, grain))
