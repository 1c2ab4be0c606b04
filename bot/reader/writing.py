"""A message as it is read: full-width, traditional, spaced-out and decorated writing brought to one plain form."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from opencc import OpenCC

LIMIT = 1200  # characters; a day's report of forty sellers has fewer

_UNSEEN = re.compile(
    "[\ud800-\udfff\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f]"
)
_KEYCAPS = re.compile("(?m)(^[ ]*)?((?:[0-9]\ufe0f?\u20e3)+)")
_CIRCLED = re.compile("[\u2460-\u2473\u24f5-\u24fe\u2776-\u277f]")
_BULLET = re.compile(r"(?m)^[ \t]*(?:[-•·*>●○▪]+(?=\s|[^\s\d])|(?:[（(]?\d{1,2}[)）、]|\d{1,2}\.(?=\s|[^\s\d])))[ \t]*")
_SPACED = re.compile(
    r"(?m)(?:(?<=^)|(?<=[\s,。;|]))[一-鿿](?:[ \t]+[一-鿿](?![一-鿿]))+"
    r"(?:[ \t]*:[ \t]*\d(?:[ \t]+\d)+(?![\d.]))?(?=[ \t]*[:\d=]|[ \t]*$)"
)
_BLANKS = re.compile(r"[ \t\u3000]+")
# after a count a full-width comma parts it from the next figure; elsewhere it may group thousands (1，280)
_LISTING_COMMA = re.compile(r"(?<=[^\s\d:：¥￥$额绩款计共总收元卖了水额价])(\d{1,3})，(?=\d{3})")
_LABEL_UNIT = re.compile(r"(?<=[一-鿿])\((?:元|单|人|个|件|位|笔|名)\)")
_STRONG = re.compile(r"[*_`~|]{2,}")
_CANTONESE = str.maketrans("咗冇嘅喺佢啲唔哋嚟", "了没的在他些不们来")
_VARIATION = "\ufe0f\ufe0e"


@dataclass(frozen=True, slots=True)
class Writing:
    """The same text twice, character for character: as it is shown, and folded for comparing."""

    shown: str
    folded: str


def writing(text: str) -> Writing:
    """`text` in one plain form: NFKC, no invisible characters or emoji, no list marks, single spaces."""
    plain = _UNSEEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    plain = plain if plain.isascii() else _in_plain_characters(plain)
    plain = _STRONG.sub(" ", plain)
    plain = _BULLET.sub("", plain)
    plain = plain if plain.isascii() else _SPACED.sub(_closed_up, plain)
    shown = "\n".join(_BLANKS.sub(" ", line).strip() for line in plain.split("\n"))
    return Writing(shown, fold(shown))


def _in_plain_characters(text: str) -> str:
    plain = _CIRCLED.sub(", ", _KEYCAPS.sub(_digits, text))
    plain = unicodedata.normalize("NFKC", _LISTING_COMMA.sub(r"\1, ", plain))
    plain = _LABEL_UNIT.sub("", plain)
    return "".join(" " if _is_picture(character) else character for character in plain)


def fold(text: str) -> str:
    """`text` for comparing: lower case, simplified, Cantonese particles as in Mandarin, as long as it was."""
    if text.isascii():
        return text.lower()
    lowered = "".join(low if len(low := character.lower()) == 1 else character for character in text)
    simplified: str = _simplifier().convert(lowered)
    if len(simplified) != len(lowered):
        simplified = "".join(_simple(character) for character in lowered)
    return simplified.translate(_CANTONESE)


def _simple(character: str) -> str:
    simplified: str = _simplifier().convert(character)
    return simplified if len(simplified) == 1 else character


@cache
def _simplifier() -> OpenCC:
    return OpenCC("t2s")


def _digits(match: re.Match[str]) -> str:
    """Keycaps are digits, but a single one at the head of a line numbers it."""
    digits = re.sub("[^0-9]", "", match.group(2))
    return ", " if match.group(1) is not None and len(digits) == 1 else (match.group(1) or "") + digits


def _closed_up(match: re.Match[str]) -> str:
    return re.sub(r"\s", "", match.group())


def _is_picture(character: str) -> bool:
    return character > "\x7f" and (
        character in _VARIATION or unicodedata.category(character) in {"So", "Sk", "Cn", "Co"}
    )
