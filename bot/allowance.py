"""How much one person may ask for: what a thumb writes in a minute, and not what a program sends."""

from collections import deque
from datetime import datetime, timedelta
from enum import Enum, auto

from kpi.ids import TelegramId

MESSAGES = 20  # of one person in any minute: reliability.md §3, S6
_MINUTE = timedelta(minutes=1)
_REMEMBERED = 10_000  # people


class Verdict(Enum):
    """What becomes of a message that would be answered."""

    ANSWERED = auto()
    TOLD = auto()  # the first one too many: who wrote it is told so
    SILENT = auto()


class Allowance:
    """Counts the messages that are answered, by when they were written: an outage makes nobody a flood.

    Kept in memory: a restart forgives.
    """

    def __init__(self, messages: int = MESSAGES) -> None:
        self._messages = messages
        self._answered: dict[TelegramId, deque[tuple[datetime, int]]] = {}
        self._told: dict[TelegramId, int] = {}

    def verdict(self, person: TelegramId, at: datetime, update_id: int) -> Verdict:
        """What becomes of a message that `person` wrote `at` (aware).

        The same for one that comes again because its transaction was rolled back, on a full disk, say.
        """
        answered = self._of(person)
        while answered and not abs(at - answered[0][0]) < _MINUTE:
            answered.popleft()
        if any(number == update_id for _, number in answered):
            return Verdict.ANSWERED
        if len(answered) < self._messages:
            answered.append((at, update_id))
            self._told.pop(person, None)
            return Verdict.ANSWERED
        return Verdict.TOLD if self._told.setdefault(person, update_id) == update_id else Verdict.SILENT

    def _of(self, person: TelegramId) -> deque[tuple[datetime, int]]:
        if person not in self._answered and len(self._answered) >= _REMEMBERED:
            forgotten = next(iter(self._answered))
            del self._answered[forgotten]
            self._told.pop(forgotten, None)
        return self._answered.setdefault(person, deque())
