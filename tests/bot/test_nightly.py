"""The copy of the books that is made by itself."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.nightly import Nightly
from storage import backups
from tests.conftest import migrated

EVENING = datetime(2026, 6, 8, 19, 29, tzinfo=UTC)


class Clock:
    now = EVENING

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "books.db"
    migrated(f"sqlite:///{file}").close()
    return file


def test_one_copy_is_made_a_night(file: Path, tmp_path: Path) -> None:
    clock, made = Clock(), []
    nightly = Nightly(file, tmp_path / "backups", clock)
    for _ in range(3 * 24 * 6):
        if (copy := nightly.look()) is not None:
            made.append(backups.made_at(copy))
        clock.now += timedelta(minutes=10)
    assert made[0] == EVENING  # there was none yet
    assert made[1:] == [datetime(2026, 6, day, 19, 39, tzinfo=UTC) for day in (8, 9, 10)]


def test_a_night_that_was_missed_is_made_up_for(file: Path, tmp_path: Path) -> None:
    clock = Clock()
    nightly = Nightly(file, tmp_path / "backups", clock)
    nightly.look()
    clock.now += timedelta(days=3)
    assert nightly.look() is not None
    assert nightly.look() is None


def test_a_clock_that_was_set_back_does_not_end_it(file: Path, tmp_path: Path) -> None:
    clock = Clock()
    nightly = Nightly(file, tmp_path / "backups", clock)
    clock.now += timedelta(days=30)
    nightly.look()
    clock.now -= timedelta(days=30)
    assert nightly.look() is not None


def test_what_goes_wrong_is_said_and_tried_again(file: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    sound = file.read_bytes()
    file.write_text("no database")
    nightly = Nightly(file, tmp_path / "backups", Clock())
    assert nightly.look() is None
    assert "not backed up" in caplog.text
    file.write_bytes(sound)
    assert nightly.look() is not None
