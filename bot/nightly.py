"""A copy of the books once a night, kept beside them. PostgreSQL is backed up by its own tools."""

import asyncio
import logging
import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

from bot.waiting import rest
from storage import backups
from storage.errors import DamagedDatabaseError

log = logging.getLogger(__name__)

_AT = time(19, 30)  # UTC: half past three in China
_LOOK = 600.0  # seconds


class Nightly:
    """Backs up `database` into `folder`. `clock` gives aware UTC."""

    def __init__(self, database: Path, folder: Path, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._folder = folder
        self._clock = clock

    async def run(self, stop: asyncio.Event) -> None:
        """Looks every ten minutes until `stop` is set, first when the start is well over."""
        while not stop.is_set():
            await rest(stop, _LOOK)
            if not stop.is_set():
                await asyncio.to_thread(self.look)

    def look(self) -> Path | None:
        """Makes the copy that is due, if one is. What goes wrong is in the log, and is tried again."""
        now = self._clock()
        try:
            if not self._due(now):
                return None
            made = backups.back_up(self._database, self._folder, now)
            backups.rotate(self._folder, now.date())
        except (OSError, sqlite3.Error, DamagedDatabaseError) as error:
            log.error("the books were not backed up (%s)", type(error).__name__)  # noqa: TRY400 - the class says it
            return None
        log.info("backed up: %s", made.name)
        return made

    def _due(self, now: datetime) -> bool:
        """Whether there is no copy since the last time at which one is made. One from the future is no copy."""
        slot = datetime.combine(now.date(), _AT, UTC)
        slot -= timedelta(days=now < slot)
        return not any(slot <= backups.made_at(copy) <= now for copy in backups.copies(self._folder))
