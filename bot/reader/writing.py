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
# and in brackets or with a dot: they number a list, save before what is counted (③单)
_CIRCLED = re.compile(
    "[\u2460-\u249b\u24ea\u24f5-\u24fe\u2776-\u2793\u3220-\u3229\u3251-\u325f\u3280-\u3289\u32b1-\u32bf"
    "\U0001f100-\U0001f10a](?P<unit>[单單笔筆件盒支瓶个個])?"
)
# powers, indices and fractions: NFKC would make 29² to 292, and 3½ to 31⁄2
PARTS = "".join(
    chr(code)
    for codes in (
        (0xB2, 0xB4),
        (0xB9, 0xBA),
        (0xBC, 0xBF),
        (0x2070, 0x2071),
        (0x2074, 0x207A),
        (0x2080, 0x208A),
        (0x2150, 0x2160),
    )
    for code in range(*codes)
)
_PARTS = re.compile(f"([{PARTS}]+)")
_BULLET = re.compile(
    r"(?m)^[ \t]*(?:[-•·*>●○▪]+(?=\s|[^\s\d])|(?:[（(]?\d{1,2}[)）、]|\d{1,2}\.(?=\s|[^\s\d.])"
    r"|[一二三四五六七八九十]{1,3}[、.](?![\d一二两三四五六七八九十])))[ \t]*"
)
_SPACED = re.compile(
    r"(?m)(?:(?<=^)|(?<=[\s,。;|]))[一-鿿](?:[ \t]+[一-鿿](?![一-鿿]))+"
    r"(?:[ \t]*:[ \t]*\d(?:[ \t]+\d)+(?![\d.]))?(?=[ \t]*[:\d=]|[ \t]*$)"
)
_BLANKS = re.compile(r"[ \t\u3000]+")
# after a count a full-width comma parts it from the next figure; elsewhere it may group thousands (1，280)
_LISTING_COMMA = re.compile(r"(?<=[^\s\d:：¥￥$额绩款计共总收元卖了水额价])(\d{1,3})，(?=\d{3})")
_LABEL_UNIT = re.compile(r"(?<=[一-鿿])\((?:元|单|人|个|件|位|笔|名)\)")
_STRONG = re.compile(r"[*_`~|]{2,}")
_ARABIC_SIGNS = {"٫": ".", "٬": ",", "،": ","}
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
    plain = _CIRCLED.sub(_listed, _KEYCAPS.sub(_digits, text))
    kept = _PARTS.split(_LISTING_COMMA.sub(r"\1, ", plain))
    plain = "".join(piece if index % 2 else unicodedata.normalize("NFKC", piece) for index, piece in enumerate(kept))
    plain = _LABEL_UNIT.sub("", plain)
    return "".join(" " if _is_picture(character) else _plain_digit(character) for character in plain)


def _listed(match: re.Match[str]) -> str:
    """A number in a circle counts when a unit or nothing follows, else it numbers what follows."""
    rest = match.string[match.end() :].partition("\n")[0]
    counts = match["unit"] or not rest.strip()
    return f" {unicodedata.numeric(match[0][0]):.0f}{match['unit'] or ''}" if counts else ", "


def _plain_digit(character: str) -> str:
    """٣ and ๓ are 3, and the signs between Arabic digits those between ours."""
    if character < "\u0600":
        return character
    digit = unicodedata.decimal(character, None)
    return _ARABIC_SIGNS.get(character, character) if digit is None else str(digit)


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
