"""The first loop: updates in. A batch is acknowledged only after its transaction is committed.

No error of Telegram's, of the network or of the database ends the loop; it waits longer each time and goes on.
"""

import asyncio
import logging
from collections.abc import Sequence
from contextlib import suppress

from telegram import Update
from telegram.error import Conflict, RetryAfter, TelegramError

from bot.alive import Pulse
from bot.dispatch import Dispatch
from bot.errors import seconds
from bot.http import TelegramBot
from bot.incoming import Incoming, read_plain
from bot.waiting import rest, unless
from storage.connection import DatabaseError
from storage.errors import LostTransactionError

log = logging.getLogger(__name__)

KINDS = ("message", "edited_message", "callback_query", "my_chat_member", "chat_member")
BATCH = 100  # Telegram gives no more at once
PATIENCE = 25  # seconds of one long poll
_FIRST_PAUSE, _LONGEST_PAUSE = 1.0, 30.0  # seconds
_CONFLICT_PAUSE = 5.0

Raw = dict[str, object]


class Receiver:
    """Asks Telegram for updates and hands them to `dispatch`. `pulse` hears of every turn."""

    def __init__(self, bot: TelegramBot, dispatch: Dispatch, pulse: Pulse) -> None:
        self._bot = bot
        self._dispatch = dispatch
        self._pulse = pulse
        self._offset: int | None = None  # never stored: update ids may start anew

    async def run(self, stop: asyncio.Event) -> None:
        """Receives until `stop` is set. A batch that is being stored then is finished first."""
        pause = 0.0
        while not stop.is_set():
            self._pulse.turned()
            try:
                raws = await unless(stop, self._poll(PATIENCE)) or []
                await self._handle(raws)
                self._pulse.received(len(raws))
                pause = 0.0
            except Exception as error:  # noqa: BLE001 - nothing ends this loop
                await self._leave_webhook(error)
                pause = _pause_after(error, pause)
                await rest(stop, pause)

    async def _leave_webhook(self, error: Exception) -> None:
        """A webhook of an earlier run keeps updates from everybody who asks for them. What waits there stays."""
        if isinstance(error, Conflict) and "webhook" in error.message.lower():
            with suppress(TelegramError):
                await self._bot.delete_webhook()

    async def turn(self) -> int:
        """One poll that does not wait: how many updates it brought, now committed."""
        raws = await self._poll(0)
        await self._handle(raws)
        return len(raws)

    async def _poll(self, patience: int) -> list[Raw]:
        return await self._bot.raw_updates(offset=self._offset, limit=BATCH, patience=patience, kinds=KINDS)

    async def _handle(self, raws: Sequence[Raw]) -> None:
        """Stores the batch; what is stored is acknowledged by the next poll, which asks for what comes after."""
        if not raws:
            return
        if self._dispatch.careful or not await self._together(raws):
            for raw in raws:
                await self._accept([raw])
                self._offset = _number(raw) + 1
            self._dispatch.calm()
        self._offset = _number(raws[-1]) + 1

    async def _together(self, raws: Sequence[Raw]) -> bool:
        """Whether the batch went through as one transaction."""
        try:
            await self._accept(raws)
        except (DatabaseError, LostTransactionError) as error:
            log.warning("a batch of %d was rolled back (%s)", len(raws), type(error).__name__)
            return False
        return True

    async def _accept(self, raws: Sequence[Raw]) -> None:
        await self._dispatch.handle([update for raw in raws if (update := parsed(raw, self._bot)) is not None])


def parsed(raw: Raw, bot: TelegramBot) -> Update | Incoming | None:
    """The update, or None for one of a shape that the library does not understand: logged and passed over."""
    try:
        return read_plain(raw) or Update.de_json(raw, bot)
    except Exception as error:  # noqa: BLE001 - whatever the library raises over what Telegram sent
        log.warning("update %s cannot be read (%s)", raw.get("update_id"), type(error).__name__)
        return None


def _number(raw: Raw) -> int:
    return int(str(raw["update_id"]))


def _pause_after(error: Exception, last: float) -> float:
    """How many seconds to wait after `error`: as long as Telegram says when it says, else longer each time."""
    if isinstance(error, RetryAfter):
        return seconds(error)
    if isinstance(error, Conflict) and "webhook" in error.message.lower():
        log.warning("a webhook of an earlier run held the updates back; it is taken away")
    elif isinstance(error, Conflict):
        log.error("somebody else receives this bot's updates: stop the other process, or revoke the token")
    elif isinstance(error, TelegramError):
        log.warning("no updates from Telegram (%s)", type(error).__name__)
    else:
        log.error("updates could not be stored", exc_info=error)
    first = _CONFLICT_PAUSE if isinstance(error, Conflict) else _FIRST_PAUSE
    return min(max(last * 2, first), _LONGEST_PAUSE)
