"""Where the bot does not start, and the sentence that says why: each by the command itself."""

import asyncio
import gc
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import text

from bot import refusals
from main import main
from tests.conftest import migrated
from tests.storage.given import team

LANGUAGES = {"en": "C", "zh": "zh_CN.UTF-8"}


@pytest.fixture(params=LANGUAGES)
def said(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., str]:
    """What `main.py run`, or another command, says on its way out with exit code 2.

    Were it not to refuse, it would end at once with code 0: it is told to stop before it has begun to receive.
    """
    for name in ("BOT_TOKEN", "BOT_TOKEN_FILE", "PORT", "LOG_LEVEL", "LC_ALL", "METRICS_PORT", "ALLOW_NETWORK_DISK"):
        monkeypatch.delenv(name, raising=False)
    language: str = request.param
    monkeypatch.setenv("LANG", LANGUAGES[language])
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path}/books.db")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("bot.logs.start_logging", lambda *_: None)  # it would take the log from the tests after this
    monkeypatch.setattr("main.stop_on_signals", _stopped)

    def ran(command: str = "run", *, zh: str, en: str, **environment: str) -> str:
        for name, value in {"BOT_TOKEN": "1:a", **environment}.items():
            monkeypatch.setenv(name, value)
        assert _code(command) == 2
        words = capsys.readouterr().err
        assert {"zh": zh, "en": en}[language] in words
        assert "Traceback" not in words
        return words

    return ran


def _stopped() -> asyncio.Event:
    """What a bot that was told to stop looks at."""
    stop = asyncio.Event()
    stop.set()
    return stop


def _code(command: str) -> int:
    """The exit code of a command that runs here."""
    before = os.umask(0o077)
    try:
        return main([command])
    finally:
        os.umask(before)
        gc.unfreeze()


def test_with_nothing_wrong_it_does_not_refuse(said: Callable[..., str], monkeypatch: pytest.MonkeyPatch) -> None:
    assert said is not None  # for its environment
    monkeypatch.setenv("BOT_TOKEN", "1:a")
    assert _code("run") == 0


def test_all_bad_settings_are_said_at_once(said: Callable[..., str]) -> None:
    words = said(zh="METRICS_PORT 要是", en="METRICS_PORT must", METRICS_PORT="x", PORT="0", LOG_FORMAT="xml")
    assert [name in words for name in ("PORT", "LOG_FORMAT")] == [True, True]
    assert len(words.strip().splitlines()) == 3


def test_a_token_file_that_everybody_can_read(said: Callable[..., str], tmp_path: Path) -> None:
    (tmp_path / "token").write_text("1:a")
    (tmp_path / "token").chmod(0o644)
    said(zh="别人也能读", en="others on this machine can read it", BOT_TOKEN_FILE=str(tmp_path / "token"))


def test_an_environment_file_that_others_can_read(said: Callable[..., str], tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("BOT_TOKEN=1:a")
    (tmp_path / ".env").chmod(0o640)
    said(zh="chmod 600 .env", en="chmod 600 .env")


def test_a_team_whose_zone_is_unknown_here(said: Callable[..., str], tmp_path: Path) -> None:
    database = migrated(f"sqlite:///{tmp_path}/books.db")
    with database.write() as db:
        team(db)
        db.execute(text("UPDATE team SET zone = 'Mars/Olympus'"))
    database.close()
    words = said(zh="这台机器不认识", en="does not know Mars/Olympus")
    assert "tzdata" in words


def test_a_damaged_database(said: Callable[..., str], tmp_path: Path) -> None:
    (tmp_path / "books.db").write_text("no database")
    said(zh="坏了", en="damaged")
    assert (tmp_path / "books.db").read_text() == "no database"


def test_a_database_of_a_newer_release(said: Callable[..., str], tmp_path: Path) -> None:
    database = migrated(f"sqlite:///{tmp_path}/books.db")
    with database.write() as db:
        db.execute(text("UPDATE alembic_version SET version_num = 'v9999'"))
    database.close()
    said(zh="更新的版本", en="newer release")


def test_a_network_disk_unless_it_is_said_to_be_wanted(
    said: Callable[..., str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text(f"nas:/books {tmp_path} nfs4 rw 0 0\n")
    monkeypatch.setattr(refusals, "MOUNTS", mounts)
    said(zh="网络盘", en="network disk")
    assert not (tmp_path / "books.db").exists()
    (tmp_path / "books.db").write_text("no database")
    words = said(zh="坏了", en="damaged", ALLOW_NETWORK_DISK="yes")  # so it went on to the file itself
    assert "nfs" not in words


@pytest.mark.parametrize("left", [None, b""])
def test_no_new_books_over_old_ones_of_which_there_are_backups(
    said: Callable[..., str], tmp_path: Path, left: bytes | None
) -> None:
    (tmp_path / "backups").mkdir()
    copy = tmp_path / "backups" / "longhubang-2026-06-08T193000Z.db"
    copy.write_bytes(b"")
    if left is not None:
        (tmp_path / "books.db").write_bytes(left)
    words = said(zh="账本不见了", en="books are gone")
    assert f"restore {copy}" in words
    assert (tmp_path / "books.db").exists() is (left is not None)


def test_no_new_books_where_a_log_of_old_ones_is_left(said: Callable[..., str], tmp_path: Path) -> None:
    (tmp_path / "books.db-wal").write_bytes(b"x")
    said(zh="坏了", en="damaged")
    assert not (tmp_path / "books.db").exists()


def test_a_migration_makes_no_new_books_over_old_ones_either(said: Callable[..., str], tmp_path: Path) -> None:
    (tmp_path / "backups").mkdir()
    (tmp_path / "backups" / "longhubang-2026-06-08T193000Z.db").write_bytes(b"")
    said("migrate", zh="账本不见了", en="books are gone")
    assert not (tmp_path / "books.db").exists()
