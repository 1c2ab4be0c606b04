"""Names of people and groups, made fit to be shown: in a message, on a card, in a picture."""

import unicodedata
from functools import lru_cache

import regex

LONGEST = 24  # graphemes
WIDEST = 48  # UTF-16 units, Telegram's measure, so that a board of 40 lines stays below its limit of 4,096
_GRAPHEME = regex.compile(r"\X")
_BLANK = set("\u115f\u1160\u2800\u3164\uffa0")  # letters and symbols that show nothing
_MATHEMATICAL = {chr(code) for code in range(0x1D400, 0x1D800)}  # 𝕳𝖊𝖑𝖑𝖔: letters that no chart's font has
_KEPT_FORMAT = {"\u200d", "\ufe0f"}  # inside emoji; every other format character may turn text around or hide


@lru_cache(maxsize=4096)  # the name of whoever writes is cleaned for every message
def clean(name: str, fallback: str) -> str:
    """`name` without control and direction-changing characters, at most 24 graphemes; else `fallback`."""
    normal = unicodedata.normalize("NFC", name[:4096])
    shown = "".join(_shown(character) for character in normal)
    cut = _cut(" ".join(shown.split()))
    return cut if any(_visible(character) for character in cut) else fallback


def _cut(name: str) -> str:
    """The first graphemes that fit. A letter under a heap of combining marks counts as too wide."""
    kept = ""
    for grapheme in _GRAPHEME.findall(name)[:LONGEST]:
        if len((kept + grapheme).encode("utf-16-le")) > 2 * WIDEST:
            break
        kept += grapheme[:12]
    return kept.strip()


def _shown(character: str) -> str:
    if character in _MATHEMATICAL:
        return unicodedata.normalize("NFKC", character)
    category = unicodedata.category(character)
    if category in {"Zs", "Zl", "Zp"} or character in "\t\n\r":
        return " "
    if character in _KEPT_FORMAT or category[0] != "C":
        return character
    return ""


def _visible(character: str) -> bool:
    return unicodedata.category(character)[0] in "LNPS" and character not in _BLANK
