"""What `python main.py check` finds, and what it tells whoever runs the bot to do."""

import asyncio
import shutil
import sqlite3
import warnings
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer, unused_port
from sqlalchemy import make_url, text

from bot.check import Level, Machine, Report, check, this_machine
from bot.console import Problem
from bot.demo.door import door
from bot.demo.faults import Fault
from bot.demo.telegram import MemoryTelegram
from bot.settings import Settings, settings_of
from bot.texts import LANGUAGES
from kpi.ids import TelegramId
from storage import teams
from storage.connection import DatabaseError
from storage.database import Database
from tests.bot.shop import Shop
from tests.conftest import PostgresServer

NOW = datetime(2026, 6, 8, 12, 0, tzinfo=UTC)
TOKEN = "123456789:AAH-abcdefghijklmnopqrstuvwxyz0123456"
ELSEWHERE = "https://other.example/hook/" + TOKEN
MB = 1024 * 1024


def keys(report: Report, level: Level) -> list[str]:
    return [finding.said.key for finding in report.findings if finding.level is level]


def said(report: Report) -> str:
    """The whole report, in all languages."""
    return "\n".join(line for language in LANGUAGES for line in report.lines(language))


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    """A machine on which nothing is wrong."""
    return replace(
        this_machine(), sqlite=(3, 51, 3), mounts=tmp_path / "mounts", free=lambda _: 5000 * MB, draw=lambda _: b""
    )


@pytest.fixture
def file(sqlite_url: str) -> Path:
    """Books with all tables and no team."""
    file = Path(str(make_url(sqlite_url).database))
    file.chmod(0o600)
    return file


@pytest.fixture
def telegram() -> MemoryTelegram:
    return MemoryTelegram(lambda: NOW, token=TOKEN)


@pytest.fixture
async def address(telegram: MemoryTelegram) -> AsyncIterator[str]:
    """Where the in-memory Telegram is reached."""
    server = TestServer(door(telegram))
    await server.start_server()
    yield str(server.make_url("")).rstrip("/")
    await server.close()


@pytest.fixture
def settings(file: Path, address: str) -> Settings:
    return settings_of(TOKEN, address, f"sqlite:///{file}")


def local(file: Path, machine: Machine) -> Report:
    """The report of a bot that has no token yet."""
    return offline(f"sqlite:///{file}", machine)


def offline(url: str, machine: Machine) -> Report:
    """The same, with the books at `url`."""
    return asyncio.run(check(settings_of("", "", url), machine, NOW))


async def test_a_bot_that_can_run_gets_a_list_of_what_is_well(settings: Settings, machine: Machine) -> None:
    report = await check(settings, machine, NOW)
    assert [finding for finding in report.findings if finding.level is not Level.OK] == []
    assert report.exit_code == 0
    assert "@longhubang_bot" in said(report)
    assert "Everything is ready" in said(report)


def test_without_a_token_it_says_how_to_get_one(file: Path, machine: Machine) -> None:
    report = local(file, machine)
    assert keys(report, Level.FAILED) == ["console-no-token"]
    assert report.exit_code == 1
    assert said(report).count("/newbot") == len(LANGUAGES)
    for line in report.lines("en"):
        assert all(below.startswith("    ") for below in line.splitlines()[1:])


async def test_everything_wrong_with_the_settings_is_said_and_the_machine_is_looked_at_all_the_same(
    machine: Machine,
) -> None:
    problems = (Problem("setting-port", "PORT"), Problem("setting-env-readable", ".env"))
    report = await check(problems, machine, NOW)
    assert keys(report, Level.FAILED) == ["console-setting-port", "console-setting-env-readable"]
    assert keys(report, Level.OK) == ["check-zones", "check-chart"]
    assert report.exit_code == 1
    assert "chmod 600 .env" in said(report)


async def test_a_warning_does_not_keep_the_bot_from_starting(settings: Settings, machine: Machine) -> None:
    report = await check(settings, replace(machine, sqlite=(3, 40, 1)), NOW)
    assert keys(report, Level.WARNING) == ["check-sqlite-old"]
    assert report.exit_code == 0


async def test_a_token_file_that_cannot_be_read_is_named(settings: Settings, machine: Machine, tmp_path: Path) -> None:
    report = await check(settings.model_copy(update={"bot_token_file": tmp_path}), machine, NOW)
    assert keys(report, Level.FAILED) == ["console-setting-bot-token-file"]
    assert str(tmp_path) in said(report)


# Machine


def test_the_charts_of_this_installation_can_be_drawn(file: Path) -> None:
    assert "check-chart" in keys(local(file, this_machine()), Level.OK)


def no_font(_: object) -> bytes:
    warnings.warn("Glyph 40857 missing from font(s) DejaVu Sans.", UserWarning, stacklevel=1)
    return b""


def no_library(_: object) -> bytes:
    raise ImportError("libfreetype.so.6")


@pytest.mark.parametrize(("drawing", "reason"), [(no_font, "Glyph 40857"), (no_library, "libfreetype.so.6")])
def test_a_chart_that_comes_out_wrong_is_a_failure(
    file: Path, machine: Machine, drawing: Callable[[object], bytes], reason: str
) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # as in the bot, where a warning ends nothing
        report = local(file, replace(machine, draw=drawing))
    assert "check-chart-failed" in keys(report, Level.FAILED)
    assert reason in said(report)


def test_a_machine_without_time_zones_is_found_though_it_knows_utc(file: Path, machine: Machine) -> None:
    report = local(file, replace(machine, zones=frozenset({"UTC"})))
    assert "check-zones-missing" in keys(report, Level.FAILED)


def test_a_team_whose_zone_is_unknown_is_named(file: Path, machine: Machine) -> None:
    found(file, "Europe/Berlin", "Mars/Olympus")
    report = local(file, machine)
    assert "check-team-zone" in keys(report, Level.FAILED)
    assert said(report).count("Mars/Olympus") == len(LANGUAGES)
    assert said(report).count("Europe/Berlin") == 0


def test_teams_whose_zones_are_known_are_counted(file: Path, machine: Machine) -> None:
    found(file, "Europe/Berlin", "Asia/Shanghai")
    report = local(file, machine)
    assert "check-teams" in keys(report, Level.OK)
    assert "2 teams" in said(report)


def found(file: Path, *zones: str) -> None:
    """Founds a team in each zone."""
    database = Database(f"sqlite:///{file}")
    with database.write() as db:
        for number, zone in enumerate(zones):
            Shop(db, zone=zone, group=TelegramId(-1001 - number))
    database.close()


# The file of the books


@pytest.mark.parametrize(
    ("version", "level"),
    [
        ((3, 40, 1), Level.WARNING),
        ((3, 44, 5), Level.WARNING),
        ((3, 44, 6), Level.OK),
        ((3, 50, 6), Level.WARNING),
        ((3, 50, 7), Level.OK),
        ((3, 51, 2), Level.WARNING),
        ((3, 51, 3), Level.OK),
        ((3, 52, 0), Level.OK),
    ],
)
def test_an_sqlite_with_the_fault_in_its_log_is_a_warning(
    file: Path, machine: Machine, version: tuple[int, ...], level: Level
) -> None:
    report = local(file, replace(machine, sqlite=version))
    (seen,) = (finding.level for finding in report.findings if finding.said.key.startswith("check-sqlite"))
    assert seen is level


def test_books_that_fit_this_version_are_sound(file: Path, machine: Machine) -> None:
    assert "check-current" in keys(local(file, machine), Level.OK)


def test_a_disk_that_is_too_full_for_a_copy_gets_none(file: Path, machine: Machine) -> None:
    report = local(file, replace(machine, free=lambda _: 0))
    assert not [finding for finding in report.findings if finding.said.key == "check-current"]


def test_an_empty_file_is_no_loss(tmp_path: Path, machine: Machine) -> None:
    (tmp_path / "books.db").touch(0o600)
    assert "check-new" in keys(local(tmp_path / "books.db", machine), Level.OK)
    assert (tmp_path / "books.db").read_bytes() == b""


def test_books_are_made_at_the_first_start_and_not_before(tmp_path: Path, machine: Machine) -> None:
    report = local(tmp_path / "new" / "books.db", machine)
    assert {"check-new", "check-no-team"} <= set(keys(report, Level.OK))
    assert list(tmp_path.iterdir()) == []


def test_books_of_an_older_version_are_to_be_copied_before_the_next_start(file: Path, machine: Machine) -> None:
    file.unlink()
    say_to(file, "PRAGMA user_version = 1")
    report = local(file, machine)
    assert "check-older" in keys(report, Level.WARNING)
    assert "VACUUM INTO" in said(report)


def test_books_of_a_newer_version_are_not_touched(file: Path, machine: Machine) -> None:
    say_to(file, "UPDATE alembic_version SET version_num = '9999'")
    assert "check-newer" in keys(local(file, machine), Level.FAILED)


def destroy_header(file: Path) -> None:
    file.write_bytes(b"not a database" + file.read_bytes()[14:])


def destroy_middle(file: Path) -> None:
    content = bytearray(file.read_bytes())
    content[4096 * 2 : 4096 * 6] = b"\xff" * 4096 * 4
    file.write_bytes(content)


def cut_off(file: Path) -> None:
    file.write_bytes(file.read_bytes()[: 4096 * 3])


def lose_file(file: Path) -> None:
    file.with_name(f"{file.name}-wal").write_bytes(b"committed")
    file.unlink()


def lose_content(file: Path) -> None:
    file.with_name(f"{file.name}-wal").write_bytes(b"committed")
    file.write_bytes(b"")


@pytest.mark.parametrize("destroy", [destroy_header, destroy_middle, cut_off, lose_file, lose_content])
def test_damage_is_found_and_left_as_it_is(file: Path, machine: Machine, destroy: Callable[[Path], None]) -> None:
    destroy(file)
    before = contents(file.parent)
    assert "check-damaged" in keys(local(file, machine), Level.FAILED)
    assert before.items() <= contents(file.parent).items()


def test_books_that_cannot_be_opened_are_not_called_damaged(tmp_path: Path, machine: Machine) -> None:
    (tmp_path / "books.db").mkdir(0o700)
    report = local(tmp_path / "books.db", machine)
    assert keys(report, Level.FAILED) == ["check-file-failed", "console-no-token"]


def test_what_a_bot_that_was_killed_left_in_its_log_counts_and_stays_there(
    file: Path, machine: Machine, tmp_path: Path
) -> None:
    database = Database(f"sqlite:///{file}")
    with database.write() as db:
        Shop(db)
    killed = tmp_path / "killed"
    killed.mkdir()
    for part in (file, file.with_name(f"{file.name}-wal")):
        shutil.copy(part, killed)
    database.close()
    before = contents(killed)
    report = local(killed / file.name, machine)
    assert "check-teams" in keys(report, Level.OK)
    assert before.items() <= contents(killed).items()


def test_a_file_that_is_somebody_elses_database_is_not_taken_for_ours(file: Path, machine: Machine) -> None:
    say_to(file, "DROP TABLE alembic_version")
    report = local(file, machine)
    assert "check-file-failed" in keys(report, Level.FAILED)


def test_the_books_are_the_same_after_the_check(file: Path, machine: Machine) -> None:
    before = file.read_bytes()
    local(file, machine)
    assert file.read_bytes() == before
    assert {path.name for path in file.parent.iterdir()} <= {file.name, f"{file.name}-wal", f"{file.name}-shm"}


@pytest.fixture
def writer(file: Path) -> Iterator[None]:
    """A bot that is in the middle of a transaction."""
    database = Database(f"sqlite:///{file}")
    with database.write() as db:
        Shop(db)
        yield
    database.close()


def test_a_bot_that_is_writing_is_not_disturbed(file: Path, machine: Machine, writer: None) -> None:
    report = local(file, machine)
    assert {"check-current", "check-no-team"} <= set(keys(report, Level.OK))


@pytest.mark.parametrize(
    ("mode", "warned"), [(0o600, False), (0o400, False), (0o640, True), (0o604, True), (0o644, True)]
)
def test_books_that_others_can_read_are_a_warning(file: Path, machine: Machine, mode: int, warned: bool) -> None:
    file.chmod(mode)
    report = local(file, machine)
    assert ("check-mode" in keys(report, Level.WARNING)) is warned
    assert (f"chmod 600 {file}" in said(report)) is warned


def test_a_folder_that_is_none_is_a_failure(file: Path, machine: Machine) -> None:
    report = local(file / "books.db", machine)
    assert keys(report, Level.FAILED) == ["check-folder", "console-no-token"]


@pytest.mark.parametrize(
    ("free", "level"),
    [(5000, Level.OK), (1024, Level.OK), (1023, Level.WARNING), (65, Level.WARNING), (64, Level.FAILED)],
)
def test_a_disk_that_gets_full_is_said(file: Path, machine: Machine, free: int, level: Level) -> None:
    report = local(file, replace(machine, free=lambda _: free * MB))
    (seen,) = (finding.level for finding in report.findings if finding.said.key.startswith("check-disk"))
    assert seen is level


@pytest.mark.parametrize(
    ("mounts", "warned"),
    [
        ("{disk} / ext4 rw 0 0", False),
        ("nas:/books {parent} nfs4 rw 0 0", True),
        ("//nas/books {here} cifs rw 0 0", True),
        ("nas:/ / nfs rw 0 0\n{disk} {here} ext4 rw 0 0", False),
        ("nas:/ {here}/deeper nfs rw 0 0\n{disk} / ext4 rw 0 0", False),
    ],
)
def test_a_network_disk_under_the_books_is_a_failure(file: Path, machine: Machine, mounts: str, warned: bool) -> None:
    here = file.parent
    machine.mounts.write_text(mounts.format(disk="/dev/sda1", here=here, parent=here.parent) + "\n")
    assert ("check-network-disk" in keys(local(file, machine), Level.FAILED)) is warned


def test_a_mount_with_a_space_in_its_name_is_found(tmp_path: Path, machine: Machine) -> None:
    (tmp_path / "my books").mkdir()
    machine.mounts.write_text(f"nas:/ {tmp_path}/my\\040books nfs rw 0 0\n")
    report = local(tmp_path / "my books" / "books.db", machine)
    assert "check-network-disk" in keys(report, Level.FAILED)


def say_to(file: Path, statement: str) -> None:
    with closing(sqlite3.connect(file)) as books:
        books.execute(statement)
        books.commit()


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


# PostgreSQL


def test_a_server_with_our_tables_is_well(postgres: PostgresServer, machine: Machine) -> None:
    name = postgres.ready()
    report = offline(postgres.url(name), machine)
    postgres.drop(name)
    assert {"check-server", "check-no-team"} <= set(keys(report, Level.OK))


def test_what_a_start_would_do_on_a_server_is_tried_and_taken_back(postgres: PostgresServer, machine: Machine) -> None:
    name = postgres.empty()
    report = offline(postgres.url(name), machine)
    database = Database(postgres.url(name))
    with pytest.raises(DatabaseError), database.read() as db:
        teams.active(db)
    database.close()
    postgres.drop(name)
    assert "check-server" in keys(report, Level.OK)


def test_a_server_used_by_a_newer_version_is_a_failure(postgres: PostgresServer, machine: Machine) -> None:
    name = postgres.ready()
    database = Database(postgres.url(name))
    with database.write() as db:
        db.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    database.close()
    report = offline(postgres.url(name), machine)
    postgres.drop(name)
    assert "check-newer" in keys(report, Level.FAILED)


def test_a_server_that_does_not_answer_is_a_failure_and_its_password_is_not_said(machine: Machine) -> None:
    report = offline(f"postgresql://bot:open%40sesame@127.0.0.1:{unused_port()}/books", machine)
    assert "check-server-failed" in keys(report, Level.FAILED)
    assert "127.0.0.1" in said(report)
    assert "sesame" not in said(report)


def test_a_password_with_an_at_sign_is_not_taken_for_a_host(machine: Machine) -> None:
    report = offline("postgresql://bot:open@sesame@127.0.0.1/books", machine)
    assert "check-server-at" in keys(report, Level.FAILED)
    assert "sesame" not in said(report)


# Telegram


async def test_privacy_mode_is_explained(machine: Machine, file: Path) -> None:
    telegram = MemoryTelegram(lambda: NOW, token=TOKEN, reads_all=False)
    async with TestServer(door(telegram)) as server:
        url = f"sqlite:///{file}"
        report = await check(settings_of(TOKEN, str(server.make_url("")).rstrip("/"), url), machine, NOW)
    assert keys(report, Level.WARNING) == ["check-privacy"]
    assert said(report).count("/setprivacy") == len(LANGUAGES)


async def test_a_token_that_telegram_does_not_know_is_a_failure(
    settings: Settings, machine: Machine, address: str
) -> None:
    wrong = TOKEN.replace("AAH", "BBH")
    report = await check(settings_of(wrong, address, settings.database_url), machine, NOW)
    assert keys(report, Level.FAILED) == ["check-token-refused"]
    assert wrong not in said(report)


@pytest.mark.parametrize("method", ["getMe", "getWebhookInfo"])
@pytest.mark.parametrize("fault", [Fault.RESET, Fault.BAD_GATEWAY, Fault.BAD_JSON, Fault.TOO_MANY])
async def test_a_telegram_that_does_not_answer_is_a_failure(
    settings: Settings, machine: Machine, telegram: MemoryTelegram, method: str, fault: Fault
) -> None:
    telegram.faults.next(method, fault)
    report = await check(settings, machine, NOW)
    assert keys(report, Level.FAILED) == ["check-no-telegram"]
    assert TOKEN not in said(report)


@pytest.mark.parametrize("token", [TOKEN, "a b", "a\nb", "不是", "../x", "%zz", "x#y", "@host/"])
async def test_nothing_that_stands_for_a_token_breaks_the_check(file: Path, machine: Machine, token: str) -> None:
    closed = f"http://127.0.0.1:{unused_port()}"
    report = await check(settings_of(token, closed, f"sqlite:///{file}"), machine, NOW)
    assert keys(report, Level.FAILED) == ["check-no-telegram"]
    assert closed in said(report)
    assert token not in said(report)


async def test_updates_that_go_elsewhere_are_a_warning_when_the_bot_would_fetch_them(
    settings: Settings, machine: Machine, telegram: MemoryTelegram
) -> None:
    await telegram.call("setWebhook", {"url": ELSEWHERE}, {})
    report = await check(settings, machine, NOW)
    assert keys(report, Level.WARNING) == ["check-other-webhook"]
    assert "other.example" in said(report)
    assert TOKEN not in said(report)


def with_webhook(settings: Settings) -> Settings:
    return settings.model_copy(update={"webhook_url": "https://bot.example/"})


@pytest.mark.parametrize(
    ("registered", "key"),
    [
        ("", "check-webhook-later"),
        (ELSEWHERE, "check-webhook-later"),
        ("https://bot.example/telegram", "check-webhook"),
    ],
)
async def test_a_webhook_that_is_not_ours_yet_will_be_at_the_next_start(
    settings: Settings, machine: Machine, telegram: MemoryTelegram, registered: str, key: str
) -> None:
    await telegram.call("setWebhook", {"url": registered}, {})
    report = await check(with_webhook(settings), machine, NOW)
    assert key in keys(report, Level.OK)
    assert report.exit_code == 0


async def answering(answers: dict[str, dict[str, object]], settings: Settings, machine: Machine) -> Report:
    """The report with a Bot API server that gives these answers, by method."""

    async def answer(request: web.Request) -> web.Response:
        return web.json_response({"ok": True, "result": answers[request.match_info["method"]]})

    return await served(answer, settings, machine)


async def served(
    answer: Callable[[web.Request], Awaitable[web.Response]], settings: Settings, machine: Machine
) -> Report:
    """The report with a Bot API server that answers every method so."""
    application = web.Application()
    application.router.add_route("*", "/bot{token}/{method}", answer)
    async with TestServer(application) as server:
        address = str(server.make_url("")).rstrip("/")
        return await check(settings.model_copy(update={"bot_api_url": address}), machine, NOW)


async def test_an_error_page_that_repeats_the_token_is_not_repeated(settings: Settings, machine: Machine) -> None:
    async def answer(request: web.Request) -> web.Response:
        page = {"ok": False, "error_code": 400, "description": f"nothing at {request.path}"}
        return web.json_response(page, status=400)

    report = await served(answer, settings, machine)
    assert "othing at" in said(report)
    assert TOKEN not in said(report)


def me(**more: bool) -> dict[str, object]:
    rights = {"can_join_groups": True, "can_read_all_group_messages": True, "supports_inline_queries": False} | more
    return {"id": 7, "is_bot": True, "first_name": "L", "username": "longhubang_bot"} | rights


@pytest.mark.parametrize(
    ("ago", "warned"), [(timedelta(minutes=1), True), (timedelta(minutes=59), True), (timedelta(hours=1), False)]
)
async def test_a_webhook_that_failed_within_the_hour_is_a_warning(
    settings: Settings, machine: Machine, ago: timedelta, warned: bool
) -> None:
    hook: dict[str, object] = {
        "url": "https://bot.example/telegram",
        "has_custom_certificate": False,
        "pending_update_count": 12,
        "last_error_date": int((NOW - ago).timestamp()),
        "last_error_message": "Connection refused",
    }
    report = await answering({"getMe": me(), "getWebhookInfo": hook}, with_webhook(settings), machine)
    assert ("check-webhook-error" in keys(report, Level.WARNING)) is warned
    assert ("Connection refused" in said(report)) is warned
    assert "12" in said(report)


async def test_a_bot_that_may_not_join_groups_is_of_no_use_yet(settings: Settings, machine: Machine) -> None:
    hook: dict[str, object] = {"url": "", "has_custom_certificate": False, "pending_update_count": 0}
    report = await answering({"getMe": me(can_join_groups=False), "getWebhookInfo": hook}, settings, machine)
    assert keys(report, Level.WARNING) == ["check-no-groups"]
