"""A bot as a process of its own: started, asked for its CPU and memory, stopped."""

import asyncio
import os
import sys
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.bench.service import TOKEN

ROOT = Path(__file__).parent.parent.parent
OTHER_PYTHON = ROOT / ".venv" / "bench" / "bin" / "python"  # aiogram wants another pydantic than we have
# The packages of requirements.lock alone: with those of development httpx imports a command line of its own, 12 MB.
PLAIN_PYTHON = ROOT / ".venv" / "plain" / "bin" / "python"
_PATIENCE = 20.0  # seconds to end in


@dataclass(frozen=True, slots=True)
class Bot:
    """A running bot. Children of its own, such as the chart worker, count for nothing here."""

    process: asyncio.subprocess.Process

    @property
    def cpu(self) -> float:
        """Seconds of CPU that all its threads have used."""
        return time.clock_gettime(~self.process.pid << 3 | 2)  # the clock of a process, clock_getcpuclockid(3)

    @property
    def resident(self) -> float:
        """Its memory, in megabytes (of 10⁶ bytes)."""
        return resident(self.process.pid)


def resident(pid: int) -> float:
    """VmRSS of a process, in megabytes (of 10⁶ bytes)."""
    status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    line = next(line for line in status.splitlines() if line.startswith("VmRSS:"))
    return int(line.split()[1]) * 1024 / 1e6


@asynccontextmanager
async def ours(api_url: str, file: Path) -> AsyncIterator[Bot]:
    """`main.py run` on the SQLite file; its log goes beside it."""
    settings = {
        "PATH": os.environ["PATH"],
        "BOT_TOKEN": TOKEN,
        "BOT_API_URL": api_url,
        "DATABASE_URL": f"sqlite:///{file}",
    }
    python = PLAIN_PYTHON if PLAIN_PYTHON.exists() else sys.executable
    async with _running([str(python), str(ROOT / "main.py"), "run"], settings, file) as bot:
        yield bot


@asynccontextmanager
async def other(module: str, python: Path, api_url: str, file: Path, *options: str) -> AsyncIterator[Bot]:
    """A bot of this folder that is compared with ours."""
    command = [str(python), "-m", f"tests.bench.{module}", api_url, str(file), *options]
    async with _running(command, {"PATH": os.environ["PATH"]}, file) as bot:
        yield bot


@asynccontextmanager
async def _running(command: list[str], settings: dict[str, str], file: Path) -> AsyncIterator[Bot]:
    with file.with_suffix(".log").open("wb") as log:
        process = await asyncio.create_subprocess_exec(*command, env=settings, cwd=ROOT, stderr=log)
    try:
        yield Bot(process)
    finally:
        if process.returncode is None:
            process.terminate()
        async with asyncio.timeout(_PATIENCE):
            await process.wait()
