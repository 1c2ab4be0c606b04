"""Text below a picture, which Telegram limits more than a message of its own."""

from collections.abc import Iterable
from html import unescape

from bot.render import line
from bot.texts import LANGUAGES
from kpi.message import Say

LONGEST = 1000  # UTF-16 units, tags counted; Telegram takes 1,024 without them


def fits(lines: Iterable[Say]) -> bool:
    """Whether `lines` may stand below a picture, in whichever language they are read."""
    said = list(lines)
    return all(_length(said, language) <= LONGEST for language in LANGUAGES)


def _length(lines: Iterable[Say], language: str) -> int:
    """How long `lines` are for Telegram, in UTF-16 units; their tags are counted too, to be on the safe side."""
    shown = "\n".join(unescape(line(said, language)) for said in lines)
    return len(shown.encode("utf-16-le")) // 2
