"""Trouble on demand: what goes wrong with the next requests."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from bot.demo.rejection import (
    RejectedError,
    bad_request,
    conflict,
    forbidden,
    not_found,
    too_many,
    unauthorized,
)


class Fault(Enum):
    """The first four happen after the request was carried out, all others instead of it."""

    HANG = "no answer ever comes"
    RESET = "the connection breaks before the answer"
    BAD_GATEWAY = "a proxy answers 502"
    BAD_JSON = "the answer is cut off"
    REFUSED = "no connection"
    UNAUTHORIZED = "401"
    NOT_FOUND = "404"
    CONFLICT = "409"
    TOO_MANY = "429"
    FORBIDDEN = "403"
    THREAD_NOT_FOUND = "400, the topic is gone"
    NOT_ENOUGH_RIGHTS = "400, the bot may not write"


class Broken(Enum):
    """How a request ends without an answer from Telegram."""

    SILENT = "no answer ever comes"
    CUT = "the connection breaks"
    BAD_GATEWAY = "a proxy answers 502"
    BAD_JSON = "half an answer"
    UNSENT = "no connection"


BAD_GATEWAY_BODY = b"<html><head><title>502 Bad Gateway</title></head></html>"
BAD_JSON_BODY = b'{"ok":true,"result":'
_AFTERWARDS = {
    Fault.HANG: Broken.SILENT,
    Fault.RESET: Broken.CUT,
    Fault.BAD_GATEWAY: Broken.BAD_GATEWAY,
    Fault.BAD_JSON: Broken.BAD_JSON,
}


class BrokenAnswerError(Exception):
    """No answer of Telegram's reaches the bot, though all but an `UNSENT` request was carried out."""

    def __init__(self, broken: Broken) -> None:
        super().__init__(broken.value)
        self.broken = broken


@dataclass(frozen=True, slots=True)
class Trouble:
    """A fault and, for `TOO_MANY`, the seconds to wait."""

    fault: Fault
    retry_after: int

    @property
    def afterwards(self) -> Broken | None:
        """How the answer is lost when the request is carried out first."""
        return _AFTERWARDS.get(self.fault)


class Faults:
    """The script of what goes wrong. `choose`, when set, is asked for requests that the script leaves alone."""

    def __init__(self) -> None:
        self._script: dict[str, deque[Trouble]] = {}
        self.choose: Callable[[str], Fault | None] | None = None

    def next(self, method: str, fault: Fault, *, times: int = 1, retry_after: int = 1) -> None:
        """The next `times` requests of `method` that have no fault in store yet meet `fault`."""
        self._script.setdefault(method, deque()).extend([Trouble(fault, retry_after)] * times)

    def clear(self) -> None:
        """Nothing goes wrong any more."""
        self._script.clear()
        self.choose = None

    def take(self, method: str) -> Trouble | None:
        """What this request meets. Asked once for each request."""
        script = self._script.get(method)
        if script:
            return script.popleft()
        fault = self.choose(method) if self.choose is not None else None
        return None if fault is None else Trouble(fault, 1)


def refusal(trouble: Trouble) -> RejectedError | BrokenAnswerError:
    """What happens instead of carrying out the request."""
    match trouble.fault:
        case Fault.UNAUTHORIZED:
            return unauthorized()
        case Fault.NOT_FOUND:
            return not_found()
        case Fault.CONFLICT:
            return conflict("terminated by other getUpdates request; make sure that only one bot instance is running")
        case Fault.TOO_MANY:
            return too_many(trouble.retry_after)
        case Fault.FORBIDDEN:
            return forbidden("bot was kicked from the supergroup chat")
        case Fault.THREAD_NOT_FOUND:
            return bad_request("message thread not found")
        case Fault.NOT_ENOUGH_RIGHTS:
            return bad_request("not enough rights to send text messages to the chat")
        case Fault.REFUSED:
            return BrokenAnswerError(Broken.UNSENT)
        case Fault.HANG | Fault.RESET | Fault.BAD_GATEWAY | Fault.BAD_JSON:
            return BrokenAnswerError(_AFTERWARDS[trouble.fault])
