"""Business dates and periods of whole days. A week starts on Monday (ISO 8601)."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum
from functools import lru_cache
from typing import assert_never
from zoneinfo import ZoneInfo


class Grain(Enum):
    """How long a period is."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Period:
    """The days from `start` up to, not including, `end`."""

    grain: Grain
    start: date
    end: date

    def __contains__(self, day: date) -> bool:
        return self.start <= day < self.end

    @property
    def last(self) -> date:
        return self.end - timedelta(days=1)

    @property
    def length(self) -> int:
        """How many days."""
        return (self.end - self.start).days

    def days(self) -> list[date]:
        return [self.start + timedelta(days=i) for i in range(self.length)]

    @property
    def key(self) -> str:
        """A stable name, unique within its grain: `2026-06-08`, `2026-W24`, `2026-06`, `2026-Q2`, `2026`."""
        match self.grain:
            case Grain.DAY:
                return self.start.isoformat()
            case Grain.WEEK:
                year, week, _ = self.start.isocalendar()
                return f"{year}-W{week:02}"
            case Grain.MONTH:
                return f"{self.start.year:04}-{self.start.month:02}"
            case Grain.QUARTER:
                return f"{self.start.year}-Q{(self.start.month + 2) // 3}"
            case Grain.YEAR:
                return f"{self.start.year:04}"
        assert_never(self.grain)


@lru_cache(maxsize=1024)  # one report asks for its day many times
def business_date(instant: datetime, zone: str, day_close: int = 0) -> date:
    """The day that `instant` (aware) belongs to for a team in `zone` (IANA name).

    `day_close` is in minutes after local midnight: with 120, a sale at 00:40 belongs to yesterday.
    The comparison is made on the wall clock, so it holds across daylight-saving changes.
    """
    local = instant.astimezone(ZoneInfo(zone)).replace(tzinfo=None)
    return (local - timedelta(minutes=day_close)).date()


def period_of(grain: Grain, day: date) -> Period:
    """The period of `grain` that contains `day`."""
    match grain:
        case Grain.DAY:
            start, end = day, day + timedelta(days=1)
        case Grain.WEEK:
            start = day - timedelta(days=day.weekday())
            end = start + timedelta(days=7)
        case Grain.MONTH:
            start, end = day.replace(day=1), _months_on(day.replace(day=1), 1)
        case Grain.QUARTER:
            start = date(day.year, day.month - (day.month - 1) % 3, 1)
            end = _months_on(start, 3)
        case Grain.YEAR:
            start, end = date(day.year, 1, 1), date(day.year + 1, 1, 1)
        case _:
            assert_never(grain)
    return Period(grain, start, end)


def previous(period: Period) -> Period:
    """The whole period before `period`."""
    return period_of(period.grain, period.start - timedelta(days=1))


def following(period: Period) -> Period:
    """The period of the same grain right after."""
    return period_of(period.grain, period.end)


def compared(period: Period, today: date) -> Period:
    """What `period` is measured against: the one before, cut to as many days as `period` has had.

    `today` counts as a day of its own, so a single day is compared with the whole day before. A shorter period
    before is taken whole, as is that of a period that is over.
    """
    before = previous(period)
    if today >= period.last:
        return before
    elapsed = max(0, (today - period.start).days + 1)
    return Period(before.grain, before.start, min(before.end, before.start + timedelta(days=elapsed)))


def pieces(period: Period, grain: Grain) -> tuple[Period, ...]:
    """The periods of `grain` that `period` is made of. Weeks at its ends are cut to the days that lie in it."""
    found: list[Period] = []
    start = period.start
    while start < period.end:
        end = min(period_of(grain, start).end, period.end)
        found.append(Period(grain, start, end))
        start = end
    return tuple(found)


def _months_on(first: date, months: int) -> date:
    index = first.year * 12 + first.month - 1 + months
    return date(index // 12, index % 12 + 1, 1)
