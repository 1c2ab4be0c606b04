"""What a target could be, and whether one can be reached: told from what the periods before have brought."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from fractions import Fraction
from statistics import median

from kpi.calendar import EVERY_DAY, Calendar
from kpi.money import round_half_up
from kpi.period import Grain, Period, period_of, pieces

FEWEST_DAYS = 21  # of a history that anything is told from
TOO_HIGH = Fraction(150, 100)  # of the best period before
STRETCH = Fraction(120, 100)  # of the usual one: the most that is suggested


@dataclass(frozen=True, slots=True)
class Past:
    """What a period brought, and what its days weigh. One that was seen in part alone is scaled up by weight."""

    period: Period
    amount: int
    weight: int


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What the periods before say of one to come, in their unit: their usual (median) and best results as they were,
    and from `low` to `high` what a target for the days of this one could be. `n` is how many periods that rests on.
    """

    usual: int
    best: int
    low: int
    high: int
    n: int


class Verdict(Enum):
    """Whether a target can be reached."""

    UNKNOWN = "unknown"  # fewer than three weeks are known
    USUAL = "usual"  # not above what is usual
    STRETCH = "stretch"  # above it, and reached before
    RECORD = "record"  # above the best period
    TOO_HIGH = "too-high"  # above 150 % of the best period


def history(by_day: Mapping[date, int], until: date, grain: Grain, calendar: Calendar = EVERY_DAY) -> tuple[Past, ...]:
    """The periods of `grain` up to and including `until`, from the first day of `by_day` (what each day brought).

    A period counts when all of it, or three weeks of it, lie in that time; when none does, three weeks or more stand
    for the one at hand. `calendar` tells the weights.
    """
    if not by_day or until < min(by_day):
        return ()
    seen = Period(grain, min(by_day), until + timedelta(days=1))
    found = [_past(by_day, piece, period_of(grain, piece.start), calendar) for piece in pieces(seen, grain)]
    together = _past(by_day, seen, period_of(grain, until), calendar)
    return tuple(past for past in found if past) or ((together,) if together else ())


def suggestion(past: Sequence[Past], weight: int) -> Suggestion | None:
    """What to aim at in a period whose days weigh `weight`; None when there is nothing to tell it from.

    From the usual result to the best one, by weight, but no more than 120 % of the usual.
    """
    rates = [Fraction(each.amount, each.weight) for each in past if each.weight]
    if not rates:
        return None
    usual, best = max(median(rates), Fraction(0)), max(rates)
    amounts = [each.amount for each in past]
    return Suggestion(
        usual=round_half_up(Fraction(median(map(Fraction, amounts)))),
        best=max(amounts),
        low=round_half_up(usual * weight),
        high=round_half_up(max(usual, min(best, usual * STRETCH)) * weight),
        n=len(rates),
    )


def attainable(target: int, past: Sequence[Past]) -> Verdict:
    """Whether `target` can be reached, by what periods of its length have brought."""
    if not past:
        return Verdict.UNKNOWN
    amounts = [Fraction(each.amount) for each in past]
    if target > TOO_HIGH * max(amounts):
        return Verdict.TOO_HIGH
    if target > max(amounts):
        return Verdict.RECORD
    return Verdict.STRETCH if target > median(amounts) else Verdict.USUAL


def _past(by_day: Mapping[date, int], seen: Period, whole: Period, calendar: Calendar) -> Past | None:
    weight, weight_seen = calendar.weight_of(whole), calendar.weight_of(seen)
    if seen.length < min(FEWEST_DAYS, whole.length) or not weight_seen:
        return None
    amount = sum(by_day.get(day, 0) for day in seen.days())
    return Past(whole, round_half_up(Fraction(amount * weight, weight_seen)), weight)
