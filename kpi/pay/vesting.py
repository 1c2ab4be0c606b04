"""股权: a register of granted units and of when they vest. It records, and says nothing of what they are worth."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from kpi.ids import MemberId
from kpi.money import MINOR_LIMIT

LONGEST = 120  # months


@dataclass(frozen=True, slots=True)
class Grant:
    """`units` that vest month by month over `months` from the day of the grant on, none before `cliff` months.

    `left` is the last day of somebody who left: nothing vests after it. `ValueError` for a grant of nothing, or one
    that never ends.
    """

    member: MemberId
    units: int
    granted: date
    months: int
    cliff: int = 0
    left: date | None = None

    def __post_init__(self) -> None:
        if not (0 < self.units < MINOR_LIMIT and 0 < self.months <= LONGEST and 0 <= self.cliff <= self.months):
            raise ValueError("a grant of nothing, or for ever")

    def vested(self, day: date) -> int:
        """The whole units that are vested on `day`."""
        elapsed = min(self.months, self.elapsed(day))
        return self.units * elapsed // self.months if elapsed >= self.cliff else 0

    def elapsed(self, day: date) -> int:
        """The whole months from the grant up to `day`, or to the last day of somebody who left."""
        until = day if self.left is None else min(day, self.left)
        months = (until.year - self.granted.year) * 12 + until.month - self.granted.month
        return max(0, months - (until.day < _day_of(self.granted.day, until)))


def _day_of(day: int, month: date) -> int:
    """That day of a month, or its last one: what was granted on the 31st vests on the 30th of June."""
    return min(day, monthrange(month.year, month.month)[1])
