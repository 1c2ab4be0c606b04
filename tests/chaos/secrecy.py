"""R14: the token, looked for wherever something is written, with everything logged and much of it going wrong."""

import asyncio
import os
import sys
from datetime import UTC, datetime
from pathlib import Path

from bot.demo.telegram import Fault
from storage.backups import back_up
from tests.chaos.goals import Found, Run
from tests.journeys.process import ROOT, TOKEN, Stage, staged, team_of, terminate

_SECRET = TOKEN.partition(":")[2].encode()
_FAULTS = (Fault.BAD_GATEWAY, Fault.BAD_JSON, Fault.RESET, Fault.UNAUTHORIZED, Fault.NOT_FOUND)
_PATIENCE = 120  # seconds


def token(run: Run) -> list[Found]:
    """R14."""
    rounds = run.size(1, 20)
    said = asyncio.run(_played(run.folder, rounds))
    back_up(run.folder / "bot.db", run.folder / "copies", datetime.now(UTC))
    places = [said, *(file.read_bytes() for file in run.folder.rglob("*") if file.is_file())]
    return [
        Found("token-seen", sum(text.count(_SECRET) for text in places), len(places)),
        Found("token-sought", float(any(b"sendMessage" in text or b"getMe" in text for text in places)), len(places)),
    ]


async def _played(folder: Path, rounds: int) -> bytes:
    """Leaves in the folder all that the bot writes: its log, its files, its books. What `main.py check` says."""
    async with staged(folder) as stage, asyncio.timeout(_PATIENCE):
        group, sellers = team_of(stage, 3)
        stage.telegram.faults.next("getMe", Fault.BAD_GATEWAY)
        for _ in range(rounds):
            for fault in _FAULTS:
                stage.telegram.faults.next("sendMessage", fault)
        stage.telegram.faults.next("getUpdates", Fault.UNAUTHORIZED)
        process = await stage.start(LOG_LEVEL="DEBUG", PYTHONASYNCIODEBUG="1")
        for round_ in range(rounds):
            for seller in sellers:
                stage.telegram.write(seller, group, f"/sale 1 {100 + round_}")
            await stage.until_acknowledged()
        assert await terminate(process) == 0
        return await _checked(stage)


async def _checked(stage: Stage) -> bytes:
    settings = {
        "PATH": os.environ["PATH"],
        "BOT_TOKEN": TOKEN,
        "BOT_API_URL": stage.api_url,
        "DATABASE_URL": stage.database_url,
    }
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        str(ROOT / "main.py"),
        "check",
        env=settings,
        cwd=stage.folder,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    said, _ = await process.communicate()
    return said
