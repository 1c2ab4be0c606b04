"""What a report with an open piece may say, read with something else in the place of that piece."""

import re

from bot.reader.counts import read_all
from bot.reader.reading import Context, Record, Records

_MOST = 20  # a larger number is no count that somebody wavers between
_TWO = re.compile(
    r"(?P<one>\d{1,2}) ?(?P<unit>[单笔件盒支]|orders?|deals?|pcs)?"
    r" ?(?:还是|或者?是?|or|/|-|~|到|至|、) ?(?P<other>\d{1,2}) ?(?P<last>[单笔件盒支]|orders?|deals?|pcs)?"
)
_NEIGHBOURS = re.compile(r"([一二三四五六七八九])([一二三四五六七八九])([单笔件盒支])")
_ORDER = "一二三四五六七八九"

Told = tuple[Record, ...]


def with_piece(text: str, piece: str, instead: str, context: Context) -> Records | None:
    """What `text` reports with `instead` in the place of `piece`; None when that is no clear report."""
    if not piece or piece not in text:
        return None
    match read_all(text.replace(piece, instead, 1), context):
        case Records() as found:
            return found
        case _:
            return None


def either(text: str, piece: str, context: Context) -> tuple[Told, ...]:
    """The two readings of a report whose piece wavers between two counts: 3单还是4单, 三四单, 4 or 5 orders."""
    found = [with_piece(text, piece, count, context) for count in _counts(piece)]
    readings = [one.records for one in found if one is not None]
    return tuple(readings) if len(readings) > 1 else ()


def _counts(piece: str) -> tuple[str, ...]:
    two = _TWO.fullmatch(piece)
    if two is not None and max(int(two["one"]), int(two["other"])) <= _MOST:
        unit = two["last"] or two["unit"] or ""
        space = " " if unit.isascii() and unit else ""
        return tuple(f"{two[which]}{space}{unit}" for which in ("one", "other"))
    neighbours = _NEIGHBOURS.fullmatch(piece)
    if neighbours is not None and _ORDER.index(neighbours[2]) == _ORDER.index(neighbours[1]) + 1:
        return (f"{neighbours[1]}{neighbours[3]}", f"{neighbours[2]}{neighbours[3]}")
    return ()
