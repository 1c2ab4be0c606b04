"""The log: one line an event on standard error, never with the token in it."""

import logging
import re

_TOKEN = re.compile(r"\d{6,}:[A-Za-z0-9_-]{30,}")
_SECRET = re.compile(r"(['\"]?secret_token['\"]?\s*[:=]\s*)['\"][^'\"]*['\"]")
_CHATTY = ("httpx", "httpcore", "apscheduler", "matplotlib.font_manager", "alembic")


class TokenFree(logging.Formatter):
    """Takes bot tokens and webhook secrets out of the message, its arguments and its traceback alike."""

    def format(self, record: logging.LogRecord) -> str:
        return _SECRET.sub(r"\1<secret>", _TOKEN.sub("<token>", super().format(record)))


def start_logging(level: str) -> None:
    """Writes everything from `level` on."""
    handler = logging.StreamHandler()
    handler.setFormatter(TokenFree("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.basicConfig(level=level, handlers=[handler], force=True)
    logging.getLogger("apscheduler.executors").setLevel(
        logging.CRITICAL
    )  # a tick that is cut off at the end is no error
    for name in _CHATTY:
        logging.getLogger(name).setLevel(logging.WARNING)
