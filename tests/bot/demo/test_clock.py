"""The demo's clock runs with real time and jumps forwards."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.demo.clock import DemoClock, Jump, Times, landing, stops

NOON = datetime(2026, 6, 8, 4, 0, tzinfo=UTC)  # a Monday, 12:00 in Shanghai
CUSTOMARY = Times("Asia/Shanghai", 21 * 60 + 30, 9 * 60 + 5)


class RealTime:
    """Real time, for a test to move."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime:
        return self.now


def test_it_goes_on_with_real_time_after_a_move() -> None:
    real = RealTime()
    clock = DemoClock(real)
    clock.move_to(NOON + timedelta(hours=3))
    real.now += timedelta(minutes=2)
    assert clock() == NOON + timedelta(hours=3, minutes=2)


def test_it_never_goes_back() -> None:
    clock = DemoClock(RealTime())
    with pytest.raises(ValueError, match="past"):
        clock.move_to(NOON - timedelta(seconds=1))
    assert clock() == NOON


def test_a_move_wakes_whoever_waits_for_it_with_the_new_time() -> None:
    clock = DemoClock(RealTime())
    seen: list[datetime] = []
    clock.when_moved(lambda: seen.append(clock()))
    clock.move_to(NOON + timedelta(days=1))
    assert seen == [NOON + timedelta(days=1)]


@pytest.mark.parametrize(
    ("jump", "local", "expected"),
    [
        (Jump.HOUR, "2026-06-08T12:00+08:00", "2026-06-08T13:00+08:00"),
        (Jump.DAY, "2026-06-08T12:00+08:00", "2026-06-09T12:00+08:00"),
        (Jump.DAILY, "2026-06-08T21:29+08:00", "2026-06-08T21:30+08:00"),
        (Jump.DAILY, "2026-06-08T21:30+08:00", "2026-06-09T21:30+08:00"),
        (Jump.WEEKLY, "2026-06-08T09:04+08:00", "2026-06-08T09:05+08:00"),
        (Jump.WEEKLY, "2026-06-08T09:05+08:00", "2026-06-15T09:05+08:00"),
        (Jump.WEEKLY, "2026-06-09T08:00+08:00", "2026-06-15T09:05+08:00"),
        (Jump.WEEKLY, "2026-06-14T23:59+08:00", "2026-06-15T09:05+08:00"),
    ],
)
def test_a_jump_lands_on_the_next_such_time_of_the_team(jump: Jump, local: str, expected: str) -> None:
    now = datetime.fromisoformat(local).astimezone(UTC)
    assert landing(jump, now, CUSTOMARY) == datetime.fromisoformat(expected)


def test_a_jump_to_a_wall_clock_time_counts_the_hour_that_summer_takes() -> None:
    now = datetime(2026, 3, 28, 21, 0, tzinfo=UTC)  # 22:00 in Berlin, the night before summer time
    assert landing(Jump.DAILY, now, replace(CUSTOMARY, zone="Europe/Berlin")) == datetime(
        2026, 3, 29, 19, 30, tzinfo=UTC
    )


@pytest.mark.parametrize(
    ("jump", "local", "expected"),
    [
        (Jump.HOUR, "2026-06-08T12:00+08:00", ["2026-06-08T13:00+08:00"]),
        (Jump.HOUR, "2026-06-08T21:00+08:00", ["2026-06-08T21:30+08:00", "2026-06-08T22:00+08:00"]),
        (Jump.DAILY, "2026-06-08T12:00+08:00", ["2026-06-08T21:30+08:00"]),
        (
            Jump.WEEKLY,
            "2026-06-13T12:00+08:00",
            ["2026-06-13T21:30+08:00", "2026-06-14T21:30+08:00", "2026-06-15T09:05+08:00"],
        ),
        (
            Jump.DAY,
            "2026-06-14T22:00+08:00",
            ["2026-06-15T09:05+08:00", "2026-06-15T21:30+08:00", "2026-06-15T22:00+08:00"],
        ),
    ],
)
def test_the_clock_passes_every_time_at_which_something_is_posted(jump: Jump, local: str, expected: list[str]) -> None:
    now = datetime.fromisoformat(local).astimezone(UTC)
    assert stops(jump, now, CUSTOMARY) == [datetime.fromisoformat(instant) for instant in expected]


def test_times_that_a_lead_has_changed_are_followed() -> None:
    times = Times("Europe/Berlin", 20 * 60, 8 * 60)
    assert landing(Jump.DAILY, NOON, times) == datetime(2026, 6, 8, 18, 0, tzinfo=UTC)
    assert landing(Jump.WEEKLY, NOON, times) == datetime(2026, 6, 8, 6, 0, tzinfo=UTC)
    assert stops(Jump.DAY, NOON, times) == [
        datetime(2026, 6, 8, 6, 0, tzinfo=UTC),
        datetime(2026, 6, 8, 18, 0, tzinfo=UTC),
        NOON + timedelta(days=1),
    ]


def test_a_time_that_the_clocks_leap_over_is_found_from_either_side() -> None:
    times = Times("Atlantic/Azores", 23 * 60 + 59, None)
    evening = datetime(2026, 3, 28, 12, 0, tzinfo=UTC)  # in the next night 00:00 is followed by 01:00
    first = landing(Jump.DAILY, evening, times)
    assert first == datetime(2026, 3, 29, 0, 59, tzinfo=UTC)
    assert landing(Jump.DAILY, first, times) == datetime(2026, 3, 29, 23, 59, tzinfo=UTC)


@pytest.mark.parametrize(
    ("jump", "times", "left"),
    [
        (Jump.DAILY, replace(CUSTOMARY, daily=None), Jump.WEEKLY),
        (Jump.WEEKLY, replace(CUSTOMARY, weekly=None), Jump.DAILY),
    ],
)
def test_a_post_that_is_switched_off_is_nowhere_on_the_way(jump: Jump, times: Times, left: Jump) -> None:
    assert landing(jump, NOON, times) is None
    assert stops(jump, NOON, times) == []
    week = stops(left, NOON, times)
    assert week == [landing(left, NOON, times)]
    assert landing(left, NOON, CUSTOMARY) == week[-1]


def test_without_any_post_the_clock_goes_straight_ahead() -> None:
    assert stops(Jump.DAY, NOON, Times("UTC", None, None)) == [NOON + timedelta(days=1)]


def test_the_month_s_report_on_the_first_is_passed_as_well() -> None:
    now = datetime(2026, 6, 30, 20, 0, tzinfo=UTC)
    assert stops(Jump.DAY, now, Times("UTC", None, None, 9 * 60 + 5)) == [
        datetime(2026, 7, 1, 9, 5, tzinfo=UTC),
        now + timedelta(days=1),
    ]
    assert stops(Jump.DAY, now - timedelta(days=1), Times("UTC", None, None, 9 * 60 + 5)) == [now]
