"""A sign of life, for whoever watches the process from outside: a container's health check, a service manager."""

import logging
import os
from collections.abc import Callable
from datetime import datetime, timedelta
from http import HTTPStatus
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

from bot.settings import Settings

log = logging.getLogger(__name__)

HOST = "127.0.0.1"
STALE = timedelta(minutes=5)  # a long poll and the pause after an error take 75 seconds at most
_SELDOM = timedelta(seconds=1)
_TICKED_WITHIN = 120.0  # seconds; a tick comes every 15, and makes much after a long silence
_OWNER_ONLY_FILE = 0o600
_ANSWERED_WITHIN = 5.0  # seconds


class Heartbeat:
    """When the bot last did its work, as the modification time of `file`."""

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


class Pulse:
    """What the loops say of themselves. `clock` gives aware UTC, `monotonic` seconds.

    The heart beats when updates were received and stored while ticks go through: a loop that turns in vain is no life.
    What hangs is another matter: see `still`.
    """

    def __init__(self, heart: Heartbeat, clock: Callable[[], datetime], monotonic: Callable[[], float]) -> None:
        self._heart = heart
        self._clock = clock
        self._monotonic = monotonic
        self._turned_at = monotonic()
        self.received_at: float | None = None  # by `monotonic`
        self.ticked_at: float | None = None
        self.updates = 0

    def turned(self) -> None:
        """The receive loop goes round, whatever came of it."""
        self._turned_at = self._monotonic()

    def still(self) -> float:
        """Seconds since the receive loop last went round."""
        return self._monotonic() - self._turned_at

    def stands_by(self) -> None:
        """Another process leads, and this one waits for it as it should."""
        self.turned()
        self._heart.beat(self._clock())

    def received(self, updates: int) -> None:
        """So many updates came, possibly none, and are stored."""
        self.updates += updates
        self.received_at = self._monotonic()
        if self.ticked_at is not None and self.received_at - self.ticked_at <= _TICKED_WITHIN:
            self._heart.beat(self._clock())

    def ticked(self) -> None:
        """What was due is made."""
        self.ticked_at = self._monotonic()

    def since(self, at: float | None) -> float | None:
        """Seconds since then."""
        return None if at is None else self._monotonic() - at

    def fresh(self) -> bool:
        """Whether the last beat is recent."""
        return self._heart.fresh(self._clock())


def heartbeat_of(settings: Settings) -> Heartbeat:
    """Where the bot with these settings gives its sign of life: the file `alive` beside the database."""
    return Heartbeat(settings.state_folder / "alive")


def is_alive(settings: Settings, now: datetime) -> bool:
    """Whether the bot with these settings works: what it says itself where METRICS_PORT is set, else by its file."""
    if settings.metrics_port is not None:
        try:
            with urlopen(f"http://{HOST}:{settings.metrics_port}/healthz", timeout=_ANSWERED_WITHIN) as answer:
                return bool(answer.status == HTTPStatus.OK)
        except HTTPError:
            return False
        except (URLError, OSError):
            log.debug("nothing answers at port %d", settings.metrics_port)
    return heartbeat_of(settings).fresh(now)
