"""The demo's clock: real time, plus what it was moved ahead by hand."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum
from typing import assert_never
from zoneinfo import ZoneInfo

from kpi.schedule import due_at


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


@dataclass(frozen=True, slots=True)
class Times:
    """When a team's posts come: minutes after midnight in `zone`, the weekly one on Mondays, the monthly one on the
    first. None is switched off.
    """

    zone: str
    daily: int | None
    weekly: int | None
    monthly: int | None = None


def landing(jump: Jump, now: datetime, times: Times) -> datetime | None:
    """The instant (UTC) that `jump` leads to: the team's next post of that kind, or so much later.

    None when the team has no such post.
    """
    match jump:
        case Jump.HOUR:
            return now + timedelta(hours=1)
        case Jump.DAY:
            return now + timedelta(days=1)
        case Jump.DAILY:
            return _next(now, times, times.daily, every=1)
        case Jump.WEEKLY:
            return _next(now, times, times.weekly, every=7)
    assert_never(jump)


def stops(jump: Jump, now: datetime, times: Times) -> list[datetime]:
    """Where the clock has to pass on the way: every time at which something is posted, and last where it lands.

    A bot that leaps over a week would take itself for one that was down. Empty when the jump leads nowhere.
    """
    goal = landing(jump, now, times)
    if goal is None:
        return []
    way: list[datetime] = []
    post = _next_post(now, times)
    while post is not None and post < goal:
        way.append(post)
        post = _next_post(post, times)
    return [*way, goal]


def _next_post(now: datetime, times: Times) -> datetime | None:
    coming = (*(landing(jump, now, times) for jump in (Jump.DAILY, Jump.WEEKLY)), _next_monthly(now, times))
    return min((instant for instant in coming if instant is not None), default=None)


def _next_monthly(now: datetime, times: Times) -> datetime | None:
    """The first time after `now` that the month's report is posted."""
    if times.monthly is None:
        return None
    zone = ZoneInfo(times.zone)
    day = now.astimezone(zone).date().replace(day=1)
    while (instant := due_at(day, times.monthly, zone)) <= now:
        day = (day + timedelta(days=31)).replace(day=1)
    return instant


def _next(now: datetime, times: Times, minutes: int | None, *, every: int) -> datetime | None:
    """The first time after `now` that it is `minutes` after midnight on a Monday or `every` day."""
    if minutes is None:
        return None
    zone = ZoneInfo(times.zone)
    # The day before as well: 23:30 in a leap of the clocks may be 00:30 of the next date.
    day = now.astimezone(zone).date() - timedelta(days=1)
    day += timedelta(days=-day.weekday() % every)
    while (instant := due_at(day, minutes, zone)) <= now:
        day += timedelta(days=every)
    return instant
