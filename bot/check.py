"""`python main.py check`: whether the bot can run here, and what a person must still do. The books stay as they are."""

import os
import shutil
import sqlite3
import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit
from zoneinfo import available_timezones

from telegram import Bot, WebhookInfo
from telegram.error import InvalidToken, TelegramError

from bot.console import Problem
from bot.http import connect
from bot.refusals import network_disk
from bot.render import plain
from bot.settings import Settings
from bot.webhook import PATH
from kpi.charts import draw
from kpi.charts.spec import Change, Day, Headline, Series, Trend, WeeklyChart
from kpi.message import Say, say
from kpi.team import Team
from storage import teams
from storage.connection import DatabaseError, file_of
from storage.database import Database
from storage.errors import DamagedDatabaseError, NewerSchemaError
from storage.migrations import upgrade

# SQLite versions without the race of sqlite.org/wal.html#walresetbug: the first, and two that got the repair later.
_REPAIRED = (3, 51, 3)
_REPAIRED_LATER = frozenset({(3, 44, 6), (3, 50, 7)})

_MB = 1024 * 1024
_SCARCE, _TOO_LITTLE = 1024 * _MB, 64 * _MB  # bytes of free disk space
_GROUP_OR_WORLD = 0o077
_RECENT = timedelta(hours=1)


class Level(Enum):
    """What a finding means for whoever runs the bot."""

    OK = "ok"
    WARNING = "warning"  # it runs, but this wants to be known
    FAILED = "failed"  # it does not run, or not for everybody


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at."""

    level: Level
    said: Say


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that was looked at, in the order in which it matters."""

    findings: tuple[Finding, ...]

    @property
    def exit_code(self) -> int:
        """0 when the bot can run, else 1."""
        return int(self._count(Level.FAILED) > 0)

    def lines(self, language: str) -> Iterator[str]:
        """The report for a reader of `language`, and what follows from it."""
        for finding in self.findings:
            said = plain(finding.said, language).replace("\n", "\n    ")
            yield plain(say(f"check-line-{finding.level.value}", said=said), language)
        yield plain(self._conclusion(), language)

    def _conclusion(self) -> Say:
        if failed := self._count(Level.FAILED):
            return say("check-conclusion-failed", n=failed)
        if warned := self._count(Level.WARNING):
            return say("check-conclusion-warning", n=warned)
        return say("check-conclusion-ok")

    def _count(self, level: Level) -> int:
        return sum(finding.level is level for finding in self.findings)


@dataclass(frozen=True, slots=True)
class Machine:
    """What is asked of the machine that the bot runs on."""

    sqlite: tuple[int, ...]  # version
    zones: frozenset[str]  # IANA names
    mounts: Path  # in the manner of fstab(5); may be missing
    free: Callable[[Path], int]  # bytes on the disk of a folder
    draw: Callable[[object], bytes]  # a chart


def this_machine() -> Machine:
    """The one that runs this."""
    return Machine(
        sqlite=sqlite3.sqlite_version_info,
        zones=frozenset(available_timezones()),
        mounts=Path("/proc/self/mounts"),
        free=lambda folder: shutil.disk_usage(folder).free,
        draw=draw,
    )


async def check(found: Settings | tuple[Problem, ...], machine: Machine, now: datetime) -> Report:
    """Looks at everything that can be looked at with what `read_settings` found. `now` is aware.

    Nothing that it finds raises, and nothing that it says holds the token or the database's password.
    """
    local = [*_settings(found), *_zones(machine), *_chart(machine)]
    if not isinstance(found, Settings):
        return Report(tuple(local))
    return Report((*local, *_books(found, machine), *await _telegram(found, now)))


def _ok(said: Say) -> Finding:
    return Finding(Level.OK, said)


def _warning(said: Say) -> Finding:
    return Finding(Level.WARNING, said)


def _failed(said: Say) -> Finding:
    return Finding(Level.FAILED, said)


def _settings(found: Settings | tuple[Problem, ...]) -> Iterator[Finding]:
    if isinstance(found, Settings):
        yield _ok(say("check-settings"))
        return
    for problem in found:
        yield _failed(say(f"console-{problem.key}", subject=problem.subject))


def _zones(machine: Machine) -> Iterator[Finding]:
    """Small systems have no zones but UTC, which hides it until a team lives elsewhere."""
    if "Asia/Shanghai" in machine.zones:
        yield _ok(say("check-zones", n=len(machine.zones)))
    else:
        yield _failed(say("check-zones-missing"))


def _chart(machine: Machine) -> Iterator[Finding]:
    """Without its fonts a chart is drawn all the same, with boxes for letters, and only a warning tells."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            machine.draw(_SPECIMEN)
    except Exception as error:  # noqa: BLE001 - whatever a broken installation raises
        yield _failed(say("check-chart-failed", reason=f"{type(error).__name__}: {error}"))
    else:
        yield _ok(say("check-chart"))


_SAME = Change("±0", Trend.NEUTRAL)
_SPECIMEN = WeeklyChart(
    title="龙虎榜 🏆",
    subtitle="Ä",
    headline=Headline("净", "¥1", _SAME, ""),
    goal=None,
    daily="日",
    legend="前",
    days=(Day("一", "¥1", 1.0),),
    tiles=(),
    columns=("", "", ""),
    sellers=(Series("喆 💄", (1.0,), "¥1", _SAME, None),),
    footer="",
)


def _books(settings: Settings, machine: Machine) -> Iterator[Finding]:
    url, allowed = settings.database_url, settings.allow_network_disk
    file = file_of(url)
    if file is None:
        yield from _server(url, machine)
    else:
        yield from _network(Path(file).resolve(), machine, allowed=allowed)
        yield from _file(Path(file).resolve(), machine)


def _server(url: str, machine: Machine) -> Iterator[Finding]:
    if url.count("@") > 1:  # a password with an @ ends at that, and the rest would be said as the host's name
        yield _failed(say("check-server-at"))
        return
    try:
        found = _tried_on_server(url)
    except NewerSchemaError:
        yield _failed(say("check-newer"))
    except DatabaseError as error:
        yield _failed(say("check-server-failed", reason=_reason(error)))
    else:
        yield _ok(say("check-server"))
        yield from _team_zones(found, machine)


class _TriedError(Exception):
    """Takes back what was only tried."""


def _tried_on_server(url: str) -> list[Team]:
    """The teams, after what a start would do to the schema was done and taken back."""
    found: list[Team] = []
    database = Database(url)
    try:
        with suppress(_TriedError), database.write() as db:
            upgrade(db)
            found = teams.active(db)
            raise _TriedError
    finally:
        database.close()
    return found


def _network(file: Path, machine: Machine, *, allowed: bool) -> Iterator[Finding]:
    kind = network_disk(file, machine.mounts)
    if kind is not None:
        said = say("check-network-disk", folder=str(file.parent), kind=kind)
        yield _warning(said) if allowed else _failed(said)


def _file(file: Path, machine: Machine) -> Iterator[Finding]:
    yield from _sqlite(machine)
    folder = next(place for place in file.parents if place.exists())
    place = [*_folder(folder), *_disk(file, folder, machine)]
    yield from place
    yield from _mode(file)
    if all(finding.level is not Level.FAILED for finding in place):
        yield from _start(file, folder, machine)


def _sqlite(machine: Machine) -> Iterator[Finding]:
    version = ".".join(str(part) for part in machine.sqlite)
    if machine.sqlite >= _REPAIRED or machine.sqlite in _REPAIRED_LATER:
        yield _ok(say("check-sqlite", version=version))
    else:
        yield _warning(say("check-sqlite-old", version=version))


def _folder(folder: Path) -> Iterator[Finding]:
    if not folder.is_dir() or not os.access(folder, os.W_OK | os.X_OK):
        yield _failed(say("check-folder", folder=str(folder)))


def _disk(file: Path, folder: Path, machine: Machine) -> Iterator[Finding]:
    free = machine.free(folder)
    if free < _TOO_LITTLE + _size(file):
        yield _failed(say("check-disk-full", free=free // _MB))
    elif free < _SCARCE:
        yield _warning(say("check-disk-scarce", free=free // _MB))
    else:
        yield _ok(say("check-disk", free=free // _MB))


def _mode(file: Path) -> Iterator[Finding]:
    """Windows has no such modes."""
    if os.name != "nt" and file.exists() and file.stat().st_mode & _GROUP_OR_WORLD:
        yield _warning(say("check-mode", file=str(file)))


def _start(file: Path, folder: Path, machine: Machine) -> Iterator[Finding]:
    try:
        changed, found = _tried_on_copy(file, folder)
    except DamagedDatabaseError:
        yield _failed(say("check-damaged", file=str(file)))
    except NewerSchemaError:
        yield _failed(say("check-newer"))
    except (DatabaseError, sqlite3.Error, OSError) as error:
        yield _failed(say("check-file-failed", file=str(file), reason=_reason(error)))
    else:
        yield _schema(file, changed=changed)
        yield from _team_zones(found, machine)


def _schema(file: Path, *, changed: bool) -> Finding:
    if not _size(file):
        return _ok(say("check-new", file=str(file)))
    if changed:
        return _warning(say("check-older", file=str(file)))
    return _ok(say("check-current", file=str(file)))


def _tried_on_copy(file: Path, folder: Path) -> tuple[bool, list[Team]]:
    """Starts on a copy of the books: whether that changed it, and the teams in it.

    So everything is found that a start would find, while the bot may be running on the books themselves.
    """
    with TemporaryDirectory(dir=folder, prefix=".check-") as place:
        copy = Path(place) / "copy.db"
        _copy(file, copy)
        database = Database(f"sqlite:///{copy}")
        try:
            database.migrate()
            changed = _size(_log_of(copy)) > 0
            with database.read() as db:
                return changed, teams.active(db)
        finally:
            database.close()


def _copy(file: Path, copy: Path) -> None:
    """One state of the books. Of books that are gone, what is left: a log without its file is a loss."""
    if not _size(file):
        if _size(_log_of(file)):
            shutil.copyfile(_log_of(file), _log_of(copy))
        return
    try:
        with (
            closing(sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True)) as books,
            closing(sqlite3.connect(copy)) as into,
        ):
            books.backup(into)
    except sqlite3.OperationalError:  # busy, full, not to be opened
        raise
    except sqlite3.DatabaseError as error:
        raise DamagedDatabaseError(str(error)) from error


def _size(file: Path) -> int:
    return file.stat().st_size if file.exists() else 0


def _log_of(file: Path) -> Path:
    return file.with_name(f"{file.name}-wal")


def _reason(error: Exception) -> str:
    """The first line of what went wrong."""
    return str(error).partition("\n")[0] or type(error).__name__


def _team_zones(found: Sequence[Team], machine: Machine) -> Iterator[Finding]:
    if not found:
        yield _ok(say("check-no-team"))
        return
    unknown = [team for team in found if team.zone not in machine.zones]
    for team in unknown:
        yield _failed(say("check-team-zone", team=team.name, zone=team.zone))
    if not unknown:
        yield _ok(say("check-teams", n=len(found)))


async def _telegram(settings: Settings, now: datetime) -> list[Finding]:
    try:
        token = settings.token
    except (OSError, ValueError):
        return [_failed(say("console-setting-bot-token-file", subject=str(settings.bot_token_file)))]
    if not token:
        return [_failed(say("console-no-token"))]
    try:
        async with connect(token, settings.bot_api_url) as bot:
            return [*_bot(bot), *_delivery(await bot.get_webhook_info(), settings, now)]
    except InvalidToken:  # its text holds the token
        return [_failed(say("check-token-refused", address=settings.bot_api_url))]
    except TelegramError as error:
        reason = _reason(error).replace(token, "***")  # a proxy's error page may repeat the path
        return [_failed(say("check-no-telegram", address=settings.bot_api_url, reason=reason))]


def _bot(bot: Bot) -> Iterator[Finding]:
    yield _ok(say("check-bot", name=f"@{bot.username}"))
    if not bot.bot.can_join_groups:
        yield _warning(say("check-no-groups"))
    if bot.bot.can_read_all_group_messages:
        yield _ok(say("check-reads-all"))
    else:
        yield _warning(say("check-privacy"))


def _delivery(hook: WebhookInfo, settings: Settings, now: datetime) -> Iterator[Finding]:
    """How updates come, and whether Telegram sees that the same way."""
    waiting = hook.pending_update_count
    if not settings.webhook_url:
        yield _other_webhook(hook) if hook.url else _ok(say("check-polling", n=waiting))
    elif hook.url != settings.webhook_url.rstrip("/") + PATH:
        yield _ok(say("check-webhook-later"))
    else:
        yield _ok(say("check-webhook", n=waiting))
        if hook.last_error_date is not None and now - hook.last_error_date < _RECENT:
            yield _warning(say("check-webhook-error", reason=hook.last_error_message))


def _other_webhook(hook: WebhookInfo) -> Finding:
    """Only its host is said: many a webhook has the token in its path."""
    return _warning(say("check-other-webhook", host=urlsplit(hook.url).hostname or ""))
