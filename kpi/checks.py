"""What is refused or asked about before a report is booked."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from fractions import Fraction
from statistics import median

from kpi.money import MINOR_LIMIT

COUNT_LIMIT = 10_000  # orders, pieces or customers in one report
OLDEST = timedelta(days=35)  # reaches back over the whole last month, until four days into this one
RECENT = timedelta(days=7)  # an older day is asked about: most are slips, and few are remembered well
USUAL_DAYS = 30  # what is usual for a seller is judged by this many days
UNUSUAL = 10  # times what the seller usually brings
FEW = 20  # a smaller count is never unusual: one new customer yesterday and ten today happen
MANY = 300  # a count of which there is nothing to compare with
COMPARABLE = 2  # one past sale says nothing about what is usual


class Problem(Enum):
    """Why a report cannot be booked as it stands."""

    ZERO_AMOUNT = "zero-amount"  # or below zero
    TOO_LARGE = "too-large"
    TOO_MANY = "too-many"
    FUTURE_DAY = "future-day"
    TOO_OLD = "too-old"
    OTHER_CURRENCY = "other-currency"


@dataclass(frozen=True, slots=True)
class PastSale:
    """A sale already in the books: its gross in minor units, and its orders when they were said."""

    gross: int
    orders: int | None


def check(
    amount: int | None,
    *,
    counts: Iterable[int | None],
    day: date,
    today: date,
    currency: str | None,
    team_currency: str,
) -> Problem | None:
    """The first problem of a report, or None.

    `amount` is in minor units of `team_currency`, None when the report has none (or says that nothing was sold).
    `counts` are its orders, pieces, customers and so on, None where unsaid. `today` is the team's business date;
    a report may be as old as `OLDEST`. `currency` is the one that was written, None when none was.
    """
    if currency not in {None, team_currency}:  # first, since the amount is in units of the team's
        return Problem.OTHER_CURRENCY
    return _problem_of_amount(amount) or _problem_of_counts(counts) or _problem_of_day(day, today)


def _problem_of_amount(amount: int | None) -> Problem | None:
    if amount is None:
        return None
    if amount <= 0:
        return Problem.ZERO_AMOUNT
    return Problem.TOO_LARGE if amount >= MINOR_LIMIT else None


def _problem_of_counts(counts: Iterable[int | None]) -> Problem | None:
    too_many = any(count is not None and count > COUNT_LIMIT for count in counts)
    return Problem.TOO_MANY if too_many else None


def _problem_of_day(day: date, today: date) -> Problem | None:
    if day > today:
        return Problem.FUTURE_DAY
    return Problem.TOO_OLD if day < today - OLDEST else None


def long_past(day: date, today: date) -> bool:
    """Whether a report for `day` is asked about before it counts."""
    return day < today - RECENT


def unusual_count(count: int, past: Sequence[int]) -> bool:
    """Whether `count` is so far above what the seller's `past` reports said that it may be a slip of the finger.

    It is from ten times their median on, and from `MANY` on with fewer than two to compare with.
    """
    if count < FEW:
        return False
    return count >= UNUSUAL * median(past) if len(past) >= COMPARABLE else count >= MANY


def unusual(amount: int, orders: int | None, past: Sequence[PastSale]) -> bool:
    """Whether `amount` (minor units) is so far above the seller's `past` sales that it may be a slip of the finger.

    It is from ten times the median on, of what one order brought when this sale and enough past ones state their
    orders, else of what one report brought. With fewer than two to compare with nothing is unusual.
    """
    by_order = [(sale.gross, sale.orders) for sale in past if sale.orders]
    if orders and len(by_order) >= COMPARABLE:
        return _far_above(amount, orders, by_order)
    return len(past) >= COMPARABLE and _far_above(amount, 1, [(sale.gross, 1) for sale in past])


def _far_above(amount: int, orders: int, past: Sequence[tuple[int, int]]) -> bool:
    """Whether `amount` for one of `orders` is at least `UNUSUAL` times the median of what `past` sales were for one.

    Fractions are slow, and of most reports whole numbers tell that fewer than half of the past sales are so small.
    """
    small = sum(amount * theirs >= UNUSUAL * gross * orders for gross, theirs in past)
    if 2 * small < len(past):
        return False
    return Fraction(amount, orders) >= UNUSUAL * median(Fraction(gross, theirs) for gross, theirs in past)
