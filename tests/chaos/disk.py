"""R8 and R9: a disk on which nothing can be written for a while, and a file that was damaged."""

import asyncio
import resource
import shutil
import sqlite3
import time
from contextlib import closing
from pathlib import Path
from random import Random

from bot.demo.telegram import MemoryTelegram
from storage.connection import DatabaseError
from storage.database import Database
from storage.errors import DamagedDatabaseError, NewerSchemaError
from tests.chaos.books import amounts
from tests.chaos.goals import Found, Run
from tests.conftest import migrated
from tests.journeys.process import staged, team_of, terminate
from tests.storage import given

_LOOK = 0.05  # seconds
_RESUMED = 60.0
_SELLERS = 30
_A_TIME = 10  # reports before the disk is full, and as many while it is
_NOTHING = 1  # byte: as far as a file may be written, and every file goes further
_DAMAGES = ("random bytes", "zeros", "cut", "another page")


def full(run: Run) -> list[Found]:
    """R8: no file of the process can be written to, as when the disk is full. No root is needed for that."""
    return asyncio.run(_full(run))


async def _full(run: Run) -> list[Found]:
    cycles, lasts = run.size(2, 20), run.size(1, 2)
    async with staged(run.folder) as stage, asyncio.timeout(cycles * (lasts + _RESUMED)):
        stage.telegram.flood.on = False
        group, sellers = team_of(stage, _SELLERS)
        process = await stage.start(LOG_LEVEL="ERROR")
        written, held, slowest = 0, 0, 0.0
        for _ in range(cycles):
            for limit in (resource.RLIM_INFINITY, _NOTHING):
                _let_write(process.pid, limit)
                for _ in range(_A_TIME):
                    stage.telegram.write(sellers[written % _SELLERS], group, f"/sale 1 {(10_000 + written) / 100}")
                    written += 1
                await (_acknowledged(stage.telegram) if limit != _NOTHING else asyncio.sleep(lasts))
            held += stage.telegram.updates.waiting > 0
            _let_write(process.pid, resource.RLIM_INFINITY)
            begun = time.perf_counter()
            await _acknowledged(stage.telegram)
            slowest = max(slowest, time.perf_counter() - begun)
        ended = process.returncode is not None or await terminate(process) != 0
        in_books = amounts(stage.database)
        return [
            Found("disk-held", held, cycles),
            Found("disk-lost", written - len(set(in_books)), cycles),
            Found("disk-doubled", len(in_books) - len(set(in_books)), cycles),
            Found("disk-ended", ended, cycles),
            Found("disk-resumed", slowest, cycles),
        ]


def _let_write(pid: int, limit: int) -> None:
    """How far the process may write into its files, in bytes. The hard limit stays, so that this can be undone."""
    resource.prlimit(pid, resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))


async def _acknowledged(telegram: MemoryTelegram) -> None:
    while telegram.updates.waiting:  # noqa: ASYNC110 - nobody tells
        await asyncio.sleep(_LOOK)


def damaged(run: Run) -> list[Found]:
    """R9: whatever SQLite's own check sees is refused, and the file is left as it is."""
    chance, number = run.chance("R9"), run.size(40, 200)
    sound, file = _books(run.folder / "sound.db"), run.folder / "books.db"
    unnoticed = changed = seen = 0
    for _ in range(number):
        shutil.copy(sound, file)
        _damage(file, chance)
        content, bad = file.read_bytes(), not _is_sound(file, run.folder / "looked-at.db")
        started = _starts(file)
        seen += bad
        unnoticed += bad and started
        changed += not started and file.read_bytes() != content
    return [
        Found("damage-seen", seen, number),
        Found("damage-unnoticed", unnoticed, number),
        Found("damage-changed", changed, number),
    ]


def _books(file: Path) -> Path:
    """A database of some size, in one piece."""
    database = migrated(f"sqlite:///{file}")
    with database.write() as db:
        seller = given.seller(db, given.team(db), "小美", 1)
        for number in range(300):
            given.report(db, seller, f"{number}", given.line(seller.id, 100 + number))
    database.close()
    return file


def _damage(file: Path, chance: Random) -> None:
    content = bytearray(file.read_bytes())
    at, length = chance.randrange(len(content)), chance.choice([1, 16, 512, 4096, 20_000])
    match chance.choice(_DAMAGES):
        case "random bytes":
            content[at : at + length] = chance.randbytes(min(length, len(content) - at))
        case "zeros":
            content[at : at + length] = bytes(min(length, len(content) - at))
        case "cut":
            del content[max(at, 1) :]
        case _:
            other, here = (chance.randrange(len(content) // 4096) * 4096 for _ in range(2))
            content[here : here + 4096] = content[other : other + 4096]
    file.write_bytes(content)


def _is_sound(file: Path, copy: Path) -> bool:
    """What SQLite itself says of a copy."""
    shutil.copy(file, copy)
    try:
        with closing(sqlite3.connect(copy)) as db:
            checks = ("quick_check(1)", "foreign_key_check")
            return [db.execute(f"PRAGMA {check}").fetchall() for check in checks] == [[("ok",)], []]
    except (sqlite3.DatabaseError, UnicodeDecodeError):
        return False


def _starts(file: Path) -> bool:
    """Whether the bot would start on the file. Nothing may stop it but what `main.py` has a sentence for."""
    database = None
    try:
        database = Database(f"sqlite:///{file}")
        database.migrate()
    except (DamagedDatabaseError, NewerSchemaError, DatabaseError):
        return False
    finally:
        if database is not None:
            database.close()
    return True
