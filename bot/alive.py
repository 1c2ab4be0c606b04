"""A sign of life, for whoever watches the process from outside: a container's health check, a service manager."""

import logging
import os
from datetime import datetime, timedelta
from pathlib import Path

from bot.settings import Settings

log = logging.getLogger(__name__)

STALE = timedelta(minutes=5)  # a long poll and the pause after an error take 75 seconds at most
_SELDOM = timedelta(seconds=1)
_OWNER_ONLY_FILE = 0o600


class Heartbeat:
    """When the bot last went round its loop, as the modification time of `file`.

    It says that the process is not stuck, not that Telegram answers: starting a bot anew brings no network back.
    """

    def __init__(self, file: Path) -> None:
        self._file = file
        self._last: datetime | None = None

    def beat(self, now: datetime) -> None:
        """Marks the aware instant `now`, at most once a second. What cannot be written is left to `fresh` to notice."""
        if self._last is not None and timedelta() <= now - self._last < _SELDOM:
            return
        self._last = now
        try:
            self._mark(now.timestamp())
        except OSError as error:
            log.warning("no sign of life could be given (%s)", error.strerror)

    def fresh(self, now: datetime) -> bool:
        """Whether the last beat is at most five minutes from `now`; one far ahead is older than a clock set back."""
        try:
            last = self._file.stat().st_mtime
        except OSError:
            return False
        return abs(now.timestamp() - last) <= STALE.total_seconds()

    def _mark(self, at: float) -> None:
        self._file.parent.mkdir(parents=True, exist_ok=True)
        self._file.touch(_OWNER_ONLY_FILE)
        os.utime(self._file, (at, at))


def heartbeat_of(settings: Settings) -> Heartbeat:
    """Where the bot with these settings gives its sign of life: the file `alive` beside the database."""
    return Heartbeat(settings.state_folder / "alive")
