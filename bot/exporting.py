"""Exports are written in a process of their own, which reads the books itself.

A hundred thousand lines take seconds and hundreds of megabytes: in a thread they held up the loop for half a second at
a time, and what they took stayed taken.
"""

import asyncio

from bot.exports import made
from bot.worker import Worker
from kpi.message import Export
from storage.database import Database

_PATIENCE = 120.0  # seconds


class ExportWorker:
    """Writes one export at a time, each in a new process. `url` is the database's."""

    def __init__(self, url: str) -> None:
        self._url = url
        self.worker = Worker(_PATIENCE, tasks=1)
        self._turn = asyncio.Lock()

    async def make(self, export: Export, language: str) -> tuple[str, bytes]:
        """The file's name and content. `TimeoutError` when it takes too long, `LookupError` when the team is gone."""
        async with self._turn:
            try:
                return await self.worker.do(made_from, self._url, export, language)
            finally:
                self.worker.close()

    def close(self) -> None:
        """Ends the process without waiting for what it writes."""
        self.worker.close()


def made_from(url: str, export: Export, language: str) -> tuple[str, bytes]:
    """The file's name and content, from the database at `url`."""
    database = Database(url)
    try:
        return made(database, export, language)
    finally:
        database.close()
