"""How a request to Telegram fails without an answer. Which of the two it was decides whether it is repeated."""

from telegram.error import NetworkError


class Unsent(NetworkError):  # noqa: N818 - says what is known, as the library's `TimedOut` does
    """The request certainly did not reach Telegram: no connection, or none free."""


class Ambiguous(NetworkError):  # noqa: N818
    """The request left and no answer came: it may or may not have been carried out."""
