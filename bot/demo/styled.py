"""A text with its markup, as Telegram keeps and counts it."""

from dataclasses import dataclass

from bot.demo.values import Object

TEXT_UNITS, CAPTION_UNITS = 4096, 1024  # the most, counted after the markup is read


@dataclass(frozen=True, slots=True)
class Styled:
    """A text and Telegram's message entities in it, whose offsets count UTF-16 units."""

    text: str = ""
    entities: tuple[Object, ...] = ()


def utf16(text: str) -> int:
    """Length as Telegram counts it."""
    return len(text.encode("utf-16-le")) // 2
