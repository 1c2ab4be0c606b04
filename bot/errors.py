"""How a request to Telegram fails without an answer. Which of the two it was decides whether it is repeated."""

from datetime import timedelta

from telegram.error import NetworkError, RetryAfter


class Unsent(NetworkError):  # noqa: N818 - says what is known, as the library's `TimedOut` does
    """The request certainly did not reach Telegram: no connection, or none free."""


class Ambiguous(NetworkError):  # noqa: N818
    """The request left and no answer came: it may or may not have been carried out."""


def seconds(error: RetryAfter) -> float:
    """How long Telegram asks to wait."""
    wait = error.retry_after
    return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)
