"""The log: one line an event on standard error, never with a secret or with what somebody wrote in it."""

import json
import logging
import re
import traceback
from datetime import UTC, datetime
from types import TracebackType
from typing import Literal

LogFormat = Literal["line", "json"]

_TOKEN = re.compile(r"\d{6,}:[A-Za-z0-9_-]{30,}")
_SECRET = re.compile(r"(['\"]?secret_token['\"]?\s*[:=]\s*)['\"][^'\"]*['\"]")
# At DEBUG some of these log each statement with its values and each call with its text.
_CHATTY = (
    "httpx",
    "httpcore",
    "apscheduler",
    "matplotlib.font_manager",
    "alembic",
    "sqlalchemy",
    "telegram",
    "asyncio",
)
_ExcInfo = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class TokenFree(logging.Formatter):
    """Takes bot tokens and webhook secrets out of a line, and out of a traceback what its exceptions say.

    What an exception says is often the very text that it stumbled over; its class and place are enough to find it.
    """

    def format(self, record: logging.LogRecord) -> str:
        return _free(super().format(record))

    def formatException(self, ei: _ExcInfo) -> str:  # noqa: N802 - the library's name
        return "\n".join(_places(ei[1])) if ei[1] is not None else ""


class JsonLines(TokenFree):
    """One JSON object a line: `at`, `level`, `logger`, `said`, and `error` and `trace` where something was raised."""

    def format(self, record: logging.LogRecord) -> str:
        line = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "said": _free(record.getMessage()),
        }
        if record.exc_info and record.exc_info[1] is not None:
            line |= {"error": type(record.exc_info[1]).__name__, "trace": self.formatException(record.exc_info)}
        return json.dumps(line, ensure_ascii=False)


def start_logging(level: str, form: LogFormat = "line") -> None:
    """Writes everything from `level` on."""
    handler = logging.StreamHandler()
    handler.setFormatter(
        JsonLines() if form == "json" else TokenFree("%(asctime)s %(levelname)s %(name)s: %(message)s")
    )
    logging.basicConfig(level=level, handlers=[handler], force=True)
    for name in _CHATTY:
        logging.getLogger(name).setLevel(logging.WARNING)
    logging.getLogger("apscheduler.executors").setLevel(
        logging.CRITICAL
    )  # a tick that is cut off at the end is no error


def error_class(record: logging.LogRecord) -> str | None:
    """The class of the error that a warning or worse is about: what was raised, or what the house says in brackets."""
    if record.levelno < logging.WARNING:
        return None
    if record.exc_info and record.exc_info[0] is not None:
        return record.exc_info[0].__name__
    last = record.args[-1] if isinstance(record.args, tuple) and record.args else None
    return last if isinstance(last, str) and last.isidentifier() and last[:1].isupper() else record.module


def _free(line: str) -> str:
    return _SECRET.sub(r"\1<secret>", _TOKEN.sub("<token>", line))


def _places(error: BaseException) -> list[str]:
    """Where it was raised, after what caused it; of a group also what is in it."""
    before = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    within = error.exceptions if isinstance(error, BaseExceptionGroup) else ()
    return [
        *(_places(before) if before is not None else ()),
        *(line for one in within for line in _places(one)),
        *(f"  {frame.filename}:{frame.lineno} in {frame.name}" for frame in traceback.extract_tb(error.__traceback__)),
        type(error).__name__,
    ]
