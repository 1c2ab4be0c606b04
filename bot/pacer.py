"""How fast messages may leave: Telegram's limits, kept evenly so that it never has to enforce them.

About 30 messages a second over all, and one a second and 20 a minute in a group (python-telegram-bot's wiki,
"Avoiding flood limits"; Telegram does not document them precisely).
"""

from collections import deque
from collections.abc import Callable

from kpi.ids import ChatId
from kpi.team import ChatKind

RATE = 28.1  # a second; with the burst at most 30 in any second
# Evenly; what is above one is for rounds that come late, by up to 30 ms, and for an answer just after another message,
# which waits for 6 ms: somebody who reports a sale is not to notice the picture that was sent to somebody else.
BURST = 1.85
SPACING = {ChatKind.GROUP: 1.05, ChatKind.PRIVATE: 0.35}  # seconds between two messages to one chat
PER_MINUTE = 19  # in a group
MINUTE = 60.5  # seconds; Telegram's clock is not ours
_NEIGHBOURS = 1.0  # seconds between refusals to two chats that mean: all of us are too fast


class Pacer:
    """Knows which chats must wait and how many messages may leave now. `monotonic` gives seconds."""

    def __init__(self, monotonic: Callable[[], float]) -> None:
        self._monotonic = monotonic
        self._tokens = BURST
        self._counted_at = monotonic()
        self._free_at: dict[ChatId, float] = {}
        self._recent: dict[ChatId, deque[float]] = {}
        self._refused: tuple[ChatId, float] | None = None
        self._all_free_at = 0.0

    def room(self) -> int:
        """How many messages may leave now."""
        now = self._monotonic()
        if now < self._all_free_at:
            return 0
        self._tokens = min(BURST, self._tokens + (now - self._counted_at) * RATE)
        self._counted_at = now
        return int(self._tokens)

    def busy(self) -> set[ChatId]:
        """The chats that may not be written to yet."""
        now = self._monotonic()
        self._free_at = {chat: at for chat, at in self._free_at.items() if at > now}
        return set(self._free_at)

    def left(self, chat: ChatId, kind: ChatKind) -> None:
        """A message to `chat` leaves now."""
        now = self._monotonic()
        self._tokens -= 1
        self._wait(chat, now + SPACING[kind])
        if kind is ChatKind.GROUP:
            recent = self._recent.setdefault(chat, deque(maxlen=PER_MINUTE))
            recent.append(now)
            if len(recent) == PER_MINUTE:
                self._wait(chat, recent[0] + MINUTE)

    def refused(self, chat: ChatId, seconds: float) -> None:
        """Telegram asks to leave `chat` alone for `seconds`; two chats at once mean everybody."""
        now = self._monotonic()
        self._wait(chat, now + seconds)
        if self._refused and self._refused[0] != chat and now - self._refused[1] < _NEIGHBOURS:
            self._all_free_at = now + seconds
        self._refused = (chat, now)

    def wait(self) -> float:
        """Seconds until something that has to wait now may go; none of it later than a second is worth a look."""
        now = self._monotonic()
        if self.room() == 0:
            until = max(self._all_free_at, now + (1 - self._tokens) / RATE)
        else:
            until = min((at for at in self._free_at.values() if at > now), default=now + 1.0)
        return min(until - now, 1.0)

    def _wait(self, chat: ChatId, until: float) -> None:
        self._free_at[chat] = max(until, self._free_at.get(chat, 0.0))
