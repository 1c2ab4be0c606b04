"""The sign of life that a health check reads."""

import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.alive import Heartbeat, Pulse, heartbeat_of
from bot.settings import settings_of

NOW = datetime(2026, 6, 8, 12, 0, tzinfo=UTC)
SECOND = timedelta(seconds=1)


@pytest.mark.parametrize(
    ("later", "fresh"),
    [
        (timedelta(), True),
        (timedelta(seconds=90), True),
        (timedelta(minutes=5), True),
        (timedelta(minutes=5, seconds=1), False),
        (timedelta(days=30), False),
        (timedelta(minutes=-4), True),  # the clock was set back a little
        (timedelta(hours=-1), False),
    ],
)
def test_a_beat_is_fresh_for_five_minutes(tmp_path: Path, later: timedelta, fresh: bool) -> None:
    Heartbeat(tmp_path / "alive").beat(NOW)
    assert Heartbeat(tmp_path / "alive").fresh(NOW + later) is fresh


def test_a_bot_that_never_ran_is_not_alive(tmp_path: Path) -> None:
    assert not Heartbeat(tmp_path / "alive").fresh(NOW)


def test_beats_within_a_second_cost_nothing(tmp_path: Path) -> None:
    file = tmp_path / "alive"
    heart = Heartbeat(file)
    heart.beat(NOW)
    file.unlink()
    heart.beat(NOW + 0.9 * SECOND)
    assert not file.exists()
    heart.beat(NOW + SECOND)
    assert heart.fresh(NOW + SECOND)


def test_a_clock_that_was_set_back_does_not_silence_it(tmp_path: Path) -> None:
    heart = Heartbeat(tmp_path / "alive")
    heart.beat(NOW)
    heart.beat(NOW - timedelta(hours=3))
    assert heart.fresh(NOW - timedelta(hours=3))


def test_a_place_that_cannot_be_written_to_ends_nothing_and_is_not_alive(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    heart = Heartbeat(tmp_path / "file" / "alive")
    heart.beat(NOW)
    assert not heart.fresh(NOW)


def test_it_stands_beside_the_database_for_its_owner_alone(tmp_path: Path) -> None:
    heartbeat_of(settings_of("", "", f"sqlite:///{tmp_path / 'new' / 'deeper' / 'books.db'}")).beat(NOW)
    file = tmp_path / "new" / "deeper" / "alive"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


class Hours:
    """Two clocks in step."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def clock(self) -> datetime:
        return NOW + timedelta(seconds=self.seconds)

    def monotonic(self) -> float:
        return self.seconds


@pytest.mark.parametrize(
    ("tick", "receive", "alive"),
    [
        ((0,), (0,), True),
        ((), (0,), False),  # never ticked
        ((0,), (), False),  # never received
        ((0,), (100,), True),
        ((0,), (121,), False),  # the ticks failed since
        ((0, 400), (10, 401), True),
    ],
)
def test_the_heart_beats_when_updates_come_and_ticks_go_through(
    tmp_path: Path, tick: tuple[int, ...], receive: tuple[int, ...], alive: bool
) -> None:
    hours = Hours()
    pulse = Pulse(Heartbeat(tmp_path / "alive"), hours.clock, hours.monotonic)
    for at in sorted({*tick, *receive}):
        hours.seconds = at
        pulse.turned()
        if at in tick:
            pulse.ticked()
        if at in receive:
            pulse.received(0)
    assert pulse.fresh() is alive


def test_a_loop_that_turns_in_vain_does_not_hang_but_is_not_alive(tmp_path: Path) -> None:
    hours = Hours()
    pulse = Pulse(Heartbeat(tmp_path / "alive"), hours.clock, hours.monotonic)
    pulse.ticked()
    pulse.received(3)
    for hours.seconds in range(0, 600, 30):
        pulse.turned()
        pulse.ticked()
    assert (pulse.still(), pulse.fresh(), pulse.updates) == (0, False, 3)


def test_who_stands_by_is_alive(tmp_path: Path) -> None:
    hours = Hours()
    pulse = Pulse(Heartbeat(tmp_path / "alive"), hours.clock, hours.monotonic)
    pulse.stands_by()
    assert pulse.fresh()
