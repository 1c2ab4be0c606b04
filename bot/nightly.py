"""A copy of the books once a night, kept beside them, and once a week a word to whoever runs the bot.

PostgreSQL is backed up by its own tools.
"""

import asyncio
import logging
import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

from bot.service import Service, tell_operators
from bot.waiting import rest
from kpi.message import Say, say
from storage import backups, health
from storage.database import Database
from storage.errors import DamagedDatabaseError

log = logging.getLogger(__name__)

_AT = time(19, 30)  # UTC: half past three in China
_LOOK = 600.0  # seconds
_TOLD_ON = 0  # Monday


class Nightly:
    """Backs up `file`, which `database` uses, as `service` says. `clock` gives aware UTC; `stored` is called when there
    is something to send.
    """

    def __init__(
        self,
        database: Database,
        file: Path,
        service: Service,
        clock: Callable[[], datetime],
        stored: Callable[[], None],
    ) -> None:
        self._database = database
        self._file = file
        self._service = service
        self._clock = clock
        self._stored = stored
        self._failing = False

    async def run(self, stop: asyncio.Event) -> None:
        """Looks every ten minutes until `stop` is set, first when the start is well over."""
        while not stop.is_set():
            await rest(stop, _LOOK)
            if not stop.is_set() and await asyncio.to_thread(self.look):
                self._stored()

    def look(self) -> bool:
        """Makes the copy that is due, if one is. What goes wrong is said once, and tried again at the next look."""
        now, folder = self._clock(), self._service.backups
        if not _due(folder, now):
            return False
        try:
            made = backups.back_up(self._file, folder, now)
            backups.rotate(folder, now.date())
        except (OSError, sqlite3.Error, DamagedDatabaseError) as error:
            log.error("the books were not backed up (%s)", type(error).__name__)  # noqa: TRY400 - the class says it
            self._failed(type(error).__name__, now)
            return True
        log.info("backed up: %s", made.name)
        self._failing = False
        if now.weekday() == _TOLD_ON:
            self._tell(now, say("status-week"))
        return True

    def _failed(self, error: str, now: datetime) -> None:
        if not self._failing:
            self._failing = True
            self._tell(now, say("status-backup-failed", error=error))

    def _tell(self, now: datetime, first: Say) -> None:
        with self._database.write() as db:
            lines = tuple(self._service.lines(health.look(db, now), now))
            tell_operators(db, self._service, now, first, *lines)


def _due(folder: Path, now: datetime) -> bool:
    """Whether there is no copy since the last time at which one is made. One from the future is no copy."""
    slot = datetime.combine(now.date(), _AT, UTC)
    slot -= timedelta(days=now < slot)
    return not any(slot <= backups.made_at(copy) <= now for copy in backups.copies(folder))
