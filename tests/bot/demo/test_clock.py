"""The demo's clock runs with real time and jumps forwards."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.demo.clock import DemoClock, Jump, landing, stops

NOON = datetime(2026, 6, 8, 4, 0, tzinfo=UTC)  # a Monday, 12:00 in Shanghai


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
    assert landing(jump, now, "Asia/Shanghai") == datetime.fromisoformat(expected)


def test_a_jump_to_a_wall_clock_time_counts_the_hour_that_summer_takes() -> None:
    now = datetime(2026, 3, 28, 21, 0, tzinfo=UTC)  # 22:00 in Berlin, the night before summer time
    assert landing(Jump.DAILY, now, "Europe/Berlin") == datetime(2026, 3, 29, 19, 30, tzinfo=UTC)


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
    assert stops(jump, now, "Asia/Shanghai") == [datetime.fromisoformat(instant) for instant in expected]
