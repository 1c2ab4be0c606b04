"""Longhubang: `python main.py [run|demo|backup|check|…]`. The only reader of the clock and the environment."""

import argparse
import asyncio
import gc
import os
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # imported late: a chart worker starts from this file too, and `parse` needs no Telegram
    from bot.app import App
    from bot.console import Problem
    from bot.demo.run import Stage
    from bot.registry import Registry
    from bot.settings import Settings

OWNER_ONLY = 0o077


def now() -> datetime:
    """The instant, in UTC."""
    return datetime.now(UTC)


def console_language() -> str:
    """The language of whoever sits at the console."""
    from bot.texts import language_of

    return language_of(os.environ.get("LC_ALL") or os.environ.get("LANG"))


def registry() -> "Registry":
    """Everything that the bot can do."""
    from bot.registry import gather
    from handlers import CAPABILITIES

    return gather(CAPABILITIES)


class Complaint(Exception):  # noqa: N818 - an answer to whoever sits at the console, not a fault
    """Why a command cannot do its work, in words."""


def sentence(key: str, **values: str | int) -> str:
    """Something to say in the console's language."""
    from bot.console import sentence as worded

    return worded(console_language(), key, **values)


def complain(key: str, **values: str) -> Complaint:
    """A complaint in the console's language."""
    return Complaint(sentence(key, **values))


def checked_settings() -> "Settings":
    """The settings. `Complaint` with everything that is wrong with them."""
    from bot.console import complaint
    from bot.settings import Settings, read_settings

    found = read_settings()
    if isinstance(found, Settings):
        return found
    raise Complaint(complaint(found, console_language()))


def placed(settings: "Settings") -> "Settings":
    """The settings, when the books are where a bot may write them. `Complaint` with everything against it."""
    from bot.console import complaint
    from bot.refusals import refusals

    if problems := tuple(refusals(settings)):
        raise Complaint(complaint(problems, console_language()))
    return settings


@contextmanager
def database_troubles(url: str) -> Iterator[None]:
    """Says in words why the database at `url` cannot be used."""
    from storage.connection import DatabaseError, shown
    from storage.errors import DamagedDatabaseError, NewerSchemaError, UnknownZoneError

    try:
        yield
    except UnknownZoneError as error:
        raise complain("unknown-zone", team=error.team, zone=error.zone) from error
    except DamagedDatabaseError as error:
        raise complain("database-damaged", database=shown(url)) from error
    except NewerSchemaError as error:
        raise complain("database-newer", database=shown(url)) from error
    except (DatabaseError, OSError) as error:
        raise complain("database-closed", database=shown(url), error=type(error).__name__) from error


def run(_: argparse.Namespace) -> int:
    """The bot on the real Telegram, until it is told to stop."""
    with nothing_collected():
        from bot.app import App
        from bot.logs import start_logging

        settings, known = checked_settings(), registry()
    if not settings.token:
        raise complain("no-token")
    placed(settings)
    start_logging(settings.log_level, settings.log_format)
    try:
        with database_troubles(settings.database_url):
            asyncio.run(serve(App(settings, known, now, time.monotonic)))
    except ExceptionGroup as group:
        if group.subgroup(OSError) is None:
            raise
        raise complain("port-taken", port=str(settings.port)) from group
    return 0


@contextmanager
def nothing_collected() -> Iterator[None]:
    """Imports within are never looked through for garbage: a tenth of a second at the start, and more later on."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


async def serve(app: "App") -> None:
    """Runs the bot until SIGTERM or an interrupt."""
    await app.run(stop_on_signals())


def stop_on_signals() -> asyncio.Event:
    """An event that the first SIGTERM or interrupt sets."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        try:
            loop.add_signal_handler(number, stop.set)
        except NotImplementedError:  # Windows
            signal.signal(number, lambda *_: loop.call_soon_threadsafe(stop.set))
    return stop


def demo(_: argparse.Namespace) -> int:
    """The bot with a Telegram of its own, sample sales and a chat page; needs no token."""
    from bot.demo.run import NoPortError
    from bot.logs import start_logging

    port = checked_settings().port
    start_logging("WARNING")
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        try:
            asyncio.run(play(Path(folder), port))
        except NoPortError as error:
            raise complain("no-port", ports=str(error)) from error
    return 0


async def play(folder: Path, port: int) -> None:
    """The demo, until an interrupt."""
    from bot.demo.run import run_demo

    stop = stop_on_signals()
    await run_demo(demo_bot, stop, real=now, folder=folder, port=port, language=console_language(), tell=say)


def say(line: str) -> None:
    """Writes a line at once, also into a pipe."""
    print(line, flush=True)


async def demo_bot(stage: "Stage", stop: asyncio.Event) -> None:
    """The unchanged bot on the demo's stage."""
    from bot.app import App
    from bot.settings import settings_of

    settings = settings_of(stage.token, stage.api_url, stage.database_url)
    app = App(settings, registry(), stage.clock, time.monotonic)
    stage.clock.when_moved(app.clock_moved)
    await app.run(stop)


def migrate(_: argparse.Namespace) -> int:
    """Brings the database's schema up to date."""
    from storage.database import Database

    url = placed(checked_settings()).database_url
    with database_troubles(url):
        database = Database(url)
        database.migrate()
        database.close()
    return 0


def copy(options: argparse.Namespace) -> int:
    """Copies all books from DATABASE_URL into another, empty database, such as PostgreSQL."""
    from storage.connection import file_of, shown

    source, target = checked_settings().database_url, options.to
    try:
        file, _ = file_of(source), file_of(target)
    except ValueError:
        raise complain("setting-database-url") from None
    if file is not None and not Path(file).is_file():
        raise complain("copy-nothing", database=shown(source))
    say(sentence("copied", n=copied(source, target), database=shown(target)))
    return 0


def copied(source: str, target: str) -> int:
    """Copies the books while no bot runs on them; the number of rows."""
    from storage.connection import shown
    from storage.copying import NotEmptyError, copy_books
    from storage.database import Database
    from storage.lock import Leadership

    lead = Leadership(source)
    with database_troubles(source):
        if not lead.acquire():
            raise complain("copy-running", database=shown(source))
        books = Database(source)
        books.migrate()
    with database_troubles(target):
        copy = Database(target)
        copy.migrate()
        try:
            return copy_books(books, copy)
        except NotEmptyError:
            raise complain("copy-not-empty", database=shown(target)) from None


def backup(options: argparse.Namespace) -> int:
    """Copies the books into a file, while the bot runs or not."""
    import sqlite3

    from storage.backups import back_up

    settings = checked_settings()
    file = books_file(settings)
    if not file.is_file():
        raise complain("copy-nothing", database=str(file))
    try:
        made = back_up(file, options.to or settings.backups, now())
    except (OSError, sqlite3.Error) as error:
        raise complain("backup-failed", error=type(error).__name__) from error
    return told(made, "backed-up")


def verify(options: argparse.Namespace) -> int:
    """Looks a backup through and says what is in it."""
    return told(options.file, "verified")


def restore(options: argparse.Namespace) -> int:
    """Puts a backup in the place of the books, while no bot runs on them."""
    from storage import backups
    from storage.connection import shown
    from storage.lock import Leadership

    settings = checked_settings()
    file = books_file(settings)
    lead = Leadership(settings.database_url)
    with database_troubles(f"sqlite:///{options.file}"):
        if not lead.acquire():
            raise complain("restore-running", database=shown(settings.database_url))
        try:
            kept = backups.restore(options.file, file, now(), replace=options.replace)
        except backups.UsedDatabaseError:
            raise complain("restore-used", database=str(file)) from None
        finally:
            lead.release()
    if kept is not None:
        say(sentence("restore-kept", file=str(kept)))
    return told(file, "restored")


def told(file: Path, key: str) -> int:
    """Says what is in a copy of the books."""
    from storage.backups import contents

    with database_troubles(f"sqlite:///{file}"):
        found = contents(file)
    teams, members, reports, figures = found.rows.values()
    say(sentence(key, file=str(file)))
    say(sentence("contents", schema=found.schema, teams=teams, members=members, reports=reports, figures=figures))
    say(sentence("sums", sums=", ".join(f"{measure} {amount}" for measure, amount in found.sums.items()) or "—"))
    return 0


def books_file(settings: "Settings") -> Path:
    """The file with the books. `Complaint` when they are in PostgreSQL, which has its own tools."""
    from storage.connection import file_of

    file = file_of(settings.database_url)
    if file is None:
        raise complain("backup-postgresql")
    return Path(file)


def check(options: argparse.Namespace) -> int:
    """Looks whether the bot can run here, and says what is still to do."""
    from bot.settings import read_settings

    found = read_settings()
    if options.alive:
        return int(not alive(found))
    from bot import check as checking

    report = asyncio.run(checking.check(found, checking.this_machine(), now()))
    for line in report.lines(console_language()):
        say(line)
    return report.exit_code


def alive(found: "Settings | tuple[Problem, ...]") -> bool:
    """Whether the bot that runs with these settings gave a sign of life within five minutes."""
    from bot.alive import is_alive
    from bot.settings import Settings

    return isinstance(found, Settings) and is_alive(found, now())


def parse(_: argparse.Namespace) -> int:
    """Reads messages as JSON lines from standard input and writes what they report, a line each."""
    from bot.reader.jsonl import parse_lines

    source = open(sys.stdin.fileno(), encoding="utf-8", errors="surrogateescape", closefd=False)  # noqa: SIM115
    out = open(sys.stdout.fileno(), "w", encoding="utf-8", closefd=False)  # noqa: SIM115
    with source, suppress(BrokenPipeError), out:
        for line in parse_lines(source):
            out.write(line + "\n")
            out.flush()
    return 0


def commands(_: argparse.Namespace) -> int:
    """Prints the table of the bot's commands, in the language of the console."""
    from bot.menus import command_table

    print(command_table(registry().commands, console_language()))
    return 0


def columns(_: argparse.Namespace) -> int:
    """Prints the tables of an export's columns and figures, in the language of the console."""
    from bot.exports import columns_table, measures_table

    language = console_language()
    print(columns_table(language), measures_table(language), sep="\n\n")
    return 0


def variables(_: argparse.Namespace) -> int:
    """Prints the table of the variables of the environment, in the language of the console."""
    from bot.settings import settings_table

    print(settings_table(console_language()))
    return 0


def arguments(argv: list[str] | None) -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(prog="main.py", description=__doc__)
    choices = parser.add_subparsers(dest="command")
    for name, command in COMMANDS.items():
        choices.add_parser(name, help=command.__doc__).set_defaults(run=command)
    choices.choices["copy"].add_argument("to", help="postgresql://user:password@host/name, or sqlite:///path")
    choices.choices["backup"].add_argument(
        "--to", type=Path, metavar="FOLDER", help="where to, instead of data/backups"
    )
    choices.choices["verify"].add_argument("file", type=Path)
    choices.choices["restore"].add_argument("file", type=Path)
    choices.choices["restore"].add_argument(
        "--replace", action="store_true", help="keep the books that are there aside"
    )
    choices.choices["check"].add_argument("--alive", action="store_true", help="only whether the bot runs here now")
    parser.set_defaults(run=run)
    return parser.parse_args(argv)


COMMANDS: dict[str, Callable[[argparse.Namespace], int]] = {
    "run": run,
    "demo": demo,
    "migrate": migrate,
    "copy": copy,
    "backup": backup,
    "verify": verify,
    "restore": restore,
    "check": check,
    "parse": parse,
    "commands": commands,
    "variables": variables,
    "columns": columns,
}


def main(argv: list[str] | None = None) -> int:
    """Runs one command; its exit code."""
    os.umask(OWNER_ONLY)
    options = arguments(argv)
    try:
        code: int = options.run(options)
    except Complaint as complaint:
        print(complaint, file=sys.stderr)
        return 2
    return code


if __name__ == "__main__":
    sys.exit(main())
