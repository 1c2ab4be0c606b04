"""Labels cut to a width, never inside what a reader sees as one character."""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Callable

ELLIPSIS = "…"
_JOINER = "\u200d"
_SKIN_TONES = range(0x1F3FB, 0x1F400)
# What a line may end behind: a word, or a character of another script, with the signs that cling to it.
_WORD = re.compile(r"[（“《▲▼]*(?:[!-\u024f]+ *|.)[，。、；：！？）》”’]*", re.DOTALL)
_FLAG_LETTERS = range(0x1F1E6, 0x1F200)


def shortened(label: str, fits: Callable[[str], bool]) -> str:
    """`label`, or as many of its first characters as fit with an ellipsis behind them."""
    if fits(label):
        return label
    parts = characters(label)

    def cut(kept: int) -> str:
        return "".join(parts[:kept]).rstrip() + ELLIPSIS

    too_many = bisect_left(range(len(parts)), True, key=lambda kept: not fits(cut(kept)))
    return cut(max(0, too_many - 1))


def broken(label: str, fits: Callable[[str], bool], most: int) -> list[str]:
    """`label` on up to `most` lines that fit, the last one shortened when it is longer than that."""
    lines = [""]
    for word in _WORD.findall(label):
        if lines[-1] and len(lines) < most and not fits((lines[-1] + word).rstrip()):
            lines.append("")
        lines[-1] += word
    return [shortened(line.strip(), fits) for line in lines]


def characters(label: str) -> list[str]:
    """What a reader sees as single characters: with their accents, skin tones, joined emoji and flags."""
    parts: list[str] = []
    for point in label:
        if parts and _continues(parts[-1], point):
            parts[-1] += point
        else:
            parts.append(point)
    return parts


def _continues(before: str, point: str) -> bool:
    if point == _JOINER or unicodedata.category(point)[0] == "M" or ord(point) in _SKIN_TONES:
        return True
    return before.endswith(_JOINER) or (ord(point) in _FLAG_LETTERS and _half_flag(before))


def _half_flag(before: str) -> bool:
    return len(before) == 1 and ord(before) in _FLAG_LETTERS
