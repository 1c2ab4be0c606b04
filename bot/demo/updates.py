"""The updates that wait for the bot, and how `getUpdates` hands them out."""

import asyncio

from bot.demo.rejection import bad_request, conflict
from bot.demo.values import Json, Object

# What comes when the bot never said what it wants (Bot API, getUpdates, allowed_updates).
_ON_REQUEST = {"chat_member", "message_reaction", "message_reaction_count"}
_MOST = 100
_LONGEST = 50  # seconds
_OTHER_POLL = "terminated by other getUpdates request; make sure that only one bot instance is running"
_WEBHOOK = "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"


class Updates:
    """Waiting updates, oldest first. One is gone as soon as it was asked for a higher one, and not before."""

    def __init__(self) -> None:
        self.webhook = ""
        self.last_id = 870_000_000
        self._waiting: dict[int, Object] = {}
        self._ever: dict[int, Object] = {}
        self._again: list[int] = []
        self._allowed: frozenset[str] = frozenset()
        self._poll: asyncio.Future[bool] | None = None

    @property
    def waiting(self) -> int:
        """How many are not confirmed."""
        return len(self._waiting)

    def add(self, kind: str, body: Object) -> None:
        """One more update, unless the bot does not want its kind."""
        if not self._wants(kind):
            return
        self.last_id += 1
        self._waiting[self.last_id] = self._ever[self.last_id] = {"update_id": self.last_id, kind: body}
        self._wake()

    def redeliver(self, update_id: int) -> None:
        """The update comes once more, whatever was confirmed: as after a confirmation that got lost."""
        if update_id not in self._ever:
            raise ValueError(f"there was no update {update_id}")
        self._again.append(update_id)
        self._wake()

    def allow(self, kinds: Json) -> None:
        """Only `kinds` from now on: an empty list is Telegram's own choice, None the one before.

        What waits already stays.
        """
        if isinstance(kinds, list):
            self._allowed = frozenset(str(kind) for kind in kinds)

    def drop(self) -> None:
        """Forgets everything that waits."""
        self._waiting.clear()
        self._again.clear()

    async def take(self, offset: int | None, limit: int, seconds: float) -> list[Object]:
        """Confirms what is below `offset` and gives what waits, at most `limit`.

        Waits up to `seconds` for the first. A poll that still waits when another one comes ends with a 409.
        """
        if self.webhook:
            raise conflict(_WEBHOOK)
        if not 1 <= limit <= _MOST:
            raise bad_request("limit must be between 1 and 100")
        self._end_poll(superseded=True)
        self._confirm(offset)
        if seconds > 0 and not self._waiting and not self._again:
            await self._wait(min(seconds, _LONGEST))
        return self._batch(limit)

    def _confirm(self, offset: int | None) -> None:
        if offset is None or offset == 0:
            return
        kept = sorted(self._waiting)[offset:] if offset < 0 else [i for i in self._waiting if i >= offset]
        self._waiting = {number: self._waiting[number] for number in kept}

    def _batch(self, limit: int) -> list[Object]:
        again, self._again = self._again[:limit], self._again[limit:]
        found = [self._ever[number] for number in again]
        fresh = [update for number, update in self._waiting.items() if number not in again]
        return found + fresh[: limit - len(found)]

    async def _wait(self, seconds: float) -> None:
        poll = self._poll = asyncio.get_running_loop().create_future()
        try:
            async with asyncio.timeout(seconds):
                if await poll:
                    raise conflict(_OTHER_POLL)
        except TimeoutError:
            pass
        finally:
            if self._poll is poll:
                self._poll = None

    def _wake(self) -> None:
        self._end_poll(superseded=False)

    def _end_poll(self, *, superseded: bool) -> None:
        poll, self._poll = self._poll, None
        if poll is not None and not poll.done():
            poll.set_result(superseded)

    def _wants(self, kind: str) -> bool:
        return kind in self._allowed if self._allowed else kind not in _ON_REQUEST
