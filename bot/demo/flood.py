"""Telegram's flood limits, as strict as python-telegram-bot's wiki ("Avoiding flood limits") gives them.

30 messages in any second over all, 20 in any minute in a group. Of "about one a second in one chat" three in
any second are let through, as Telegram lets short bursts pass.
"""

from collections import deque
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from math import ceil

from bot.demo.rejection import too_many


@dataclass(slots=True)
class Window:
    """At most `most` in any `length`."""

    most: int
    length: timedelta
    times: deque[datetime] = field(default_factory=deque)

    def wait(self, now: datetime) -> timedelta:
        """How long until one more is allowed. What a clock that was set back left in the future is forgotten."""
        self.times = deque(at for at in self.times if now - self.length < at <= now)
        return self.times[-self.most] + self.length - now if len(self.times) >= self.most else timedelta(0)


class Flood:
    """Counts messages and edits. `too_early` lists the chats written to before their pause was over, with the time."""

    def __init__(self) -> None:
        self.on = True
        self.too_early: list[tuple[int, datetime]] = []
        self._all = Window(30, timedelta(seconds=1))
        self._chats: dict[int, tuple[Window, ...]] = {}
        self._paused: dict[int, datetime] = {}

    def admit(self, chat_id: int, now: datetime, *, group: bool) -> None:
        """Counts one more message to the chat; a 429 when it is one too many."""
        if not self.on:
            return
        windows = (self._all, *self._of_chat(chat_id, group=group))
        self._check_pause(chat_id, now)
        wait = max(window.wait(now) for window in windows)
        if wait > timedelta(0):
            raise self._pause(chat_id, now, wait)
        for window in windows:
            window.times.append(now)

    def pause(self, chat_id: int, now: datetime, seconds: int) -> None:
        """The bot was told to leave the chat alone for so long."""
        self._paused[chat_id] = now + timedelta(seconds=seconds)

    def _check_pause(self, chat_id: int, now: datetime) -> None:
        wait = self._paused.get(chat_id, now) - now
        if wait > timedelta(0):
            self.too_early.append((chat_id, now))
            raise too_many(ceil(wait.total_seconds()))

    def _pause(self, chat_id: int, now: datetime, wait: timedelta) -> Exception:
        seconds = ceil(wait.total_seconds())
        self.pause(chat_id, now, seconds)
        return too_many(seconds)

    def _of_chat(self, chat_id: int, *, group: bool) -> tuple[Window, ...]:
        if chat_id not in self._chats:
            burst = Window(3, timedelta(seconds=1))
            minute = Window(20, timedelta(minutes=1))
            self._chats[chat_id] = (burst, minute) if group else (burst,)
        return self._chats[chat_id]
