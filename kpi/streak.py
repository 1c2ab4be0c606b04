"""Days reported in a row, and how many of the days that were to be reported."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from kpi.calendar import EVERY_DAY, Calendar
from kpi.period import Period


@dataclass(frozen=True, slots=True)
class Participation:
    """How many of the `expected` working days were reported."""

    reported: int
    expected: int

    @property
    def rate(self) -> Fraction | None:
        """None when nothing was expected."""
        return Fraction(self.reported, self.expected) if self.expected else None


def streak(reported: Collection[date], today: date, calendar: Calendar = EVERY_DAY) -> int:
    """How many business dates in a row have a report, up to today, or up to yesterday while today has none yet.

    Days that weigh nothing in `calendar`, a member's own (rest, leave), break nothing, and count when reported.
    """
    days = frozenset(reported)
    first = min(days, default=today)
    length = 0
    day = today if today in days else today - timedelta(days=1)
    while day >= first and (day in days or not calendar.weight(day)):
        length += day in days
        day -= timedelta(days=1)
    return length


def participation(
    reported: Collection[date], period: Period, until: date, calendar: Calendar = EVERY_DAY
) -> Participation:
    """报单率: how many working days of `period` up to and including `until` have a report. Leave is not missing."""
    expected = {day for day in period.days() if day <= until and calendar.weight(day)}
    return Participation(len(expected.intersection(reported)), len(expected))
