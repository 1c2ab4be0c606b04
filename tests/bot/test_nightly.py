"""The copy of the books that is made by itself."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.nightly import Nightly
from bot.render import plain
from bot.service import Service
from kpi.ids import TelegramId
from kpi.message import decode
from kpi.team import ChatKind
from storage import backups, chats
from storage import tables as t
from storage.database import Database
from tests.conftest import migrated

OPERATOR = TelegramId(7)
EVENING = datetime(2026, 6, 7, 19, 29, tzinfo=UTC)  # a Sunday


class Night:
    """Books whose operator has a private chat with the bot, and a clock."""

    def __init__(self, folder: Path) -> None:
        self.now = EVENING
        self.file = folder / "books.db"
        self.database: Database = migrated(f"sqlite:///{self.file}")
        with self.database.write() as db:
            chats.open_chat(db, OPERATOR, ChatKind.PRIVATE, "en")
        service = Service(EVENING, frozenset({OPERATOR}), self.file, folder / "backups")
        self.folder = service.backups
        self.nightly = Nightly(self.database, self.file, service, lambda: self.now, lambda: None)

    def made(self) -> list[datetime]:
        return [backups.made_at(copy) for copy in backups.copies(self.folder)]

    def told(self) -> list[str]:
        with self.database.read() as db:
            bodies = db.execute(select(t.outbox.c.body).order_by(t.outbox.c.id)).scalars().all()
        return ["\n".join(plain(line, "en") for line in decode(body).lines) for body in bodies]


@pytest.fixture
def night(tmp_path: Path) -> Iterator[Night]:
    night = Night(tmp_path)
    yield night
    night.database.close()


def test_one_copy_is_made_a_night(night: Night) -> None:
    for _ in range(3 * 24 * 6):
        night.nightly.look()
        night.now += timedelta(minutes=10)
    # There was none yet, so one was made at once, and then one a night; of each day the last is kept.
    assert night.made() == [datetime(2026, 6, day, 19, 39, tzinfo=UTC) for day in (7, 8, 9)]


def test_a_night_that_was_missed_is_made_up_for(night: Night) -> None:
    night.nightly.look()
    night.now += timedelta(days=3)
    assert night.nightly.look()
    assert not night.nightly.look()
    assert night.made() == [EVENING, EVENING + timedelta(days=3)]


def test_a_clock_that_was_set_back_does_not_end_it(night: Night) -> None:
    night.now += timedelta(days=20)
    night.nightly.look()
    night.now -= timedelta(days=20)
    night.nightly.look()
    assert EVENING in night.made()


def test_what_goes_wrong_is_told_once_and_tried_again(night: Night, caplog: pytest.LogCaptureFixture) -> None:
    night.folder.write_text("a file where the folder should be")
    for _ in range(3):
        night.nightly.look()
        night.now += timedelta(minutes=10)
    assert "not backed up" in caplog.text
    assert len(night.told()) == 1
    assert "No backup was made" in night.told()[0]
    night.folder.unlink()
    night.nightly.look()
    assert len(night.made()) == 1


def test_on_mondays_whoever_runs_the_bot_hears_how_it_went(night: Night) -> None:
    for _ in range(14):
        night.nightly.look()
        night.now += timedelta(days=1)
    assert len(night.told()) == 2
    for told in night.told():
        assert "Last backup: 2026-06-" in told
        assert "Messages given up in 7 days: 0" in told
