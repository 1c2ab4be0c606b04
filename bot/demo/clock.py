"""The demo's clock: real time, plus what it was moved ahead by hand."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from enum import Enum
from typing import assert_never
from zoneinfo import ZoneInfo

DAILY = time(21, 30)
WEEKLY = time(9, 5)
MONDAY = 0


class Jump(Enum):
    """Where the clock can be moved to."""

    DAILY = "daily"
    WEEKLY = "weekly"
    HOUR = "hour"
    DAY = "day"


class DemoClock:
    """Aware UTC, forwards only. `real` gives the real instant."""

    def __init__(self, real: Callable[[], datetime]) -> None:
        self._real = real
        self._ahead = timedelta(0)
        self._wakened: list[Callable[[], None]] = []

    def __call__(self) -> datetime:
        return self._real() + self._ahead

    def when_moved(self, wake: Callable[[], None]) -> None:
        """Calls `wake` after every move, in the thread that moved the clock."""
        self._wakened.append(wake)

    def move_to(self, instant: datetime) -> None:
        """Makes it `instant` now. `ValueError` when that is past."""
        step = instant - self()
        if step < timedelta(0):
            raise ValueError(f"{instant} is past")
        self._ahead += step
        for wake in self._wakened:
            wake()


def landing(jump: Jump, now: datetime, zone: str) -> datetime:
    """The instant (UTC) that `jump` leads to: the next 21:30 or Monday 09:05 of `zone`, or so much later."""
    local = now.astimezone(ZoneInfo(zone))
    match jump:
        case Jump.HOUR:
            return now + timedelta(hours=1)
        case Jump.DAY:
            return now + timedelta(days=1)
        case Jump.DAILY:
            day = local.date() + timedelta(days=local.time() >= DAILY)
            return _at(day, DAILY, zone)
        case Jump.WEEKLY:
            ahead = (MONDAY - local.weekday()) % 7
            if ahead == 0 and local.time() >= WEEKLY:
                ahead = 7
            return _at(local.date() + timedelta(days=ahead), WEEKLY, zone)
    assert_never(jump)


def stops(jump: Jump, now: datetime, zone: str) -> list[datetime]:
    """Where the clock has to pass on the way: every time at which something is posted, and last where it lands.

    A bot that leaps over a week would take itself for one that was down.
    """
    goal = landing(jump, now, zone)
    way: list[datetime] = []
    at = now
    while (at := min(landing(Jump.DAILY, at, zone), landing(Jump.WEEKLY, at, zone))) < goal:
        way.append(at)
    return [*way, goal]


def _at(day: date, moment: time, zone: str) -> datetime:
    return datetime.combine(day, moment, ZoneInfo(zone)).astimezone(UTC)
