"""How much each day weighs, so that targets and pace follow the days on which a team sells, not the calendar's."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from fractions import Fraction

from kpi.period import Grain, Period

DAYS_OF_A_WEEK = 7
EVERY_WEEKDAY = frozenset(range(DAYS_OF_A_WEEK))


@dataclass(frozen=True, slots=True)
class Presence:
    """When a member is there to sell: from `since` up to and including `until`, but for the days of `leave`.

    `hours` is the part of a full-timer's target that falls to them: a half for somebody who works half the time.
    """

    since: date | None = None
    until: date | None = None
    leave: frozenset[date] = frozenset()
    hours: Fraction = Fraction(1)

    def __contains__(self, day: date) -> bool:
        return (
            (self.since is None or self.since <= day)
            and (self.until is None or day <= self.until)
            and day not in self.leave
        )


ALWAYS = Presence()


@dataclass(frozen=True, slots=True)
class Calendar:
    """The days on which somebody sells. A working day weighs 1 and any other 0, unless `special` says otherwise.

    `work_week` holds weekdays, Monday being 0. `special` gives dates a weight of their own, whatever their weekday:
    0 for a rest day, 1 for a Sunday that is worked, 3 for a campaign day. Of a member's calendar the days on which
    they are not there (`presence`) weigh nothing. `ValueError` for a weight below zero.
    """

    work_week: frozenset[int] = EVERY_WEEKDAY
    special: Mapping[date, int] = field(default_factory=dict)
    presence: Presence = ALWAYS

    def __post_init__(self) -> None:
        if any(weight < 0 for weight in self.special.values()):
            raise ValueError("a day that weighs less than nothing")

    def of(self, presence: Presence) -> "Calendar":
        """The calendar of a member of the team."""
        return replace(self, presence=presence)

    def weight(self, day: date) -> int:
        if day not in self.presence:
            return 0
        return self.special.get(day, int(day.weekday() in self.work_week))

    def weight_of(self, period: Period) -> int:
        """What all days of `period` weigh."""
        return sum(map(self.weight, period.days()))

    def elapsed(self, period: Period, until: date) -> int:
        """What the days of `period` up to and including `until` weigh."""
        return sum(self.weight(day) for day in period.days() if day <= until)

    def left(self, period: Period, today: date) -> int:
        """What the days of `period` after `today` weigh."""
        return sum(self.weight(day) for day in period.days() if day > today)

    def next_day(self, period: Period, today: date) -> date | None:
        """The first working day of `period` after `today`."""
        return next((day for day in period.days() if day > today and self.weight(day)), None)

    def next_campaign(self, period: Period, today: date) -> date | None:
        """The first day of `period` after `today` that weighs more than a working day."""
        return next((day for day in period.days() if day > today and self.weight(day) > 1), None)


EVERY_DAY = Calendar()  # until a team says when it works


def weeks_before(start: date, weeks: int) -> Period:
    """The days of that many weeks before `start`."""
    return Period(Grain.WEEK, start - timedelta(weeks=weeks), start)
