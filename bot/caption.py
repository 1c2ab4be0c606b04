"""Text below a picture, which Telegram limits more than a message of its own."""

from collections.abc import Iterable

from bot.render import CAPTION_UNITS, line, units
from bot.texts import LANGUAGES
from kpi.message import Say


def fits(lines: Iterable[Say]) -> bool:
    """Whether `lines` may stand below a picture, in whichever language they are read."""
    said = list(lines)
    return all(_length(said, language) <= CAPTION_UNITS for language in LANGUAGES)


def _length(lines: Iterable[Say], language: str) -> int:
    """How long `lines` are for Telegram, in UTF-16 units; their tags are counted too, to be on the safe side."""
    return units("\n".join(line(said, language) for said in lines))
