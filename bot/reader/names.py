"""The names a team knows: who its members are and what it sells."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache

from bot.reader.spelling import known_at, slips_between
from bot.reader.words import Word
from bot.reader.writing import writing

SURNAMES = (  # the common ones, without those that are words of reports: 万, 单, 金
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆"
    "范汪廖石贾韦夏付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵钱武戴莫孔向汤施严温俞章鲁倪殷"
)
_NUMBERED = re.compile(rf"[{SURNAMES}](?:[一-鿿]?[一二三四五六七八九])(?![一二三四五六七八九十百千万几多点])")
_FIGURE_BEYOND = re.compile(r"(?s).{0,20}?(?:\d|[一二两三四五六七八九十][单笔])")
_FIGURES_FOLLOW = re.compile(  # 2 orders, 2单, or two figures: orders and amount
    r"[ :]{0,2}(?:(?:sold|closed|made) )?"
    r"(?:(?:\d{1,2}|[一二两三四五六七八九十]{1,3}) ?(?:[单笔]|(?:orders?|deals?)(?![a-z]))"
    r"|\d{1,3} [¥$]?\d++(?! ?(?:[单笔]|orders?|deals?|sales?)))"
)
_LATIN_SLIPS_FROM, _TWO_SLIPS_FROM, _HAN_SLIPS_FROM = 5, 8, 3  # characters of a name that is known with a slip in it
_NUMERALS = "一二两三四五六七八九十百千万几半"
_WORDS = tuple(re.compile(r"[a-z]+" + r" [a-z]+" * more + r"(?![a-z])") for more in range(4))  # by blanks
_UNITS = frozenset({Word.ORDER, Word.PIECE, Word.THING, Word.PERSON, Word.OTHER_UNIT, Word.ORDERS})


class Named(Enum):
    """What a name names."""

    MEMBER = auto()
    PRODUCT = auto()


_Name = tuple[str, str, Named]  # folded, as the team spells it, and what it names


@dataclass(frozen=True, slots=True)
class Names:
    """Names by their first character, longest first, folded; each with how the team spells it."""

    by_head: dict[str, tuple[_Name, ...]]
    members: dict[str, tuple[_Name, ...]]  # also those whose names are words: Sales, 单单
    goods: tuple[str, ...]  # products long enough to be known when miswritten

    def at(self, folded: str, position: int) -> tuple[int, str, Named] | None:
        """Where the longest name at `position` ends, its spelling and what it names."""
        for name, spelt, named in self.by_head.get(folded[position], ()):
            if folded.startswith(name, position) and (end := _end(folded, position, name, named)) is not None:
                return end, spelt, named
        return None

    def miswritten(self, folded: str, position: int) -> int | None:
        """Where a product that is written with a slip ends: candel, 洗发谁."""
        for name in self.goods:
            end = _latin_slip(folded, position, name) if name.isascii() else _han_slip(folded, position, name)
            if end is not None:
                return end
        return None

    def before_figures(self, folded: str, position: int) -> tuple[int, str] | None:
        """Where a member's name ends that figures of orders follow, and its spelling. It may be a word: Will, May."""
        for name, spelt, named in self.members.get(folded[position], ()):
            end = _end(folded, position, name, named) if folded.startswith(name, position) else None
            if end is not None and _FIGURES_FOLLOW.match(folded, end):
                return end, spelt
        return None


@lru_cache(maxsize=256)
def names_of(members: tuple[str, ...], products: tuple[str, ...]) -> Names:
    """The names of one team. Empty ones and digits name nobody; words of reports (Sales, 新客) do before figures."""
    who, goods = _folded(members, Named.MEMBER), _folded(products, Named.PRODUCT)
    who = [name for name in who if not name[0].isdecimal()]
    known = _by_head([*(name for name in who if not _is_word(name[0])), *goods])
    return Names(
        known,
        _by_head(who),
        tuple(name for name, _, _ in goods if len(name) >= _slips_from(name) and name.count(" ") < len(_WORDS)),
    )


def _slips_from(name: str) -> int:
    return _LATIN_SLIPS_FROM if name.isascii() else _HAN_SLIPS_FROM


def _latin_slip(folded: str, position: int, name: str) -> int | None:
    """One slip, or two in a long name, never in its first letter; in the plural, too."""
    if folded[position] != name[0] or (position and _letter(folded[position - 1])):
        return None
    words = _WORDS[name.count(" ")].match(folded, position)
    if words is None:
        return None
    slips = 2 if len(name) >= _TWO_SLIPS_FROM else 1
    near = min(slips_between(words[0], other, slips) for other in (name, name + "s"))
    return words.end() if near <= slips else None


def _han_slip(folded: str, position: int, name: str) -> int | None:
    """One character for another."""
    written = folded[position : position + len(name)]
    if len(written) < len(name) or not all(_han(character) for character in written):
        return None
    wrong = [character for character, right in zip(written, name, strict=True) if character != right]
    return position + len(name) if len(wrong) == 1 and wrong[0] not in _NUMERALS else None


def _folded(spellings: Sequence[str], named: Named) -> list[_Name]:
    names = [(writing(spelt).folded, spelt, named) for spelt in spellings]
    return [name for name in names if name[0]]


def _by_head(names: Sequence[_Name]) -> dict[str, tuple[_Name, ...]]:
    heads: dict[str, list[_Name]] = {}
    for name in names:
        heads.setdefault(name[0][0], []).append(name)
    return {head: tuple(sorted(found, key=lambda item: -len(item[0]))) for head, found in heads.items()}


def _is_word(name: str) -> bool:
    found = known_at(name, 0)
    return found is not None and found[0] == len(name)


def numbered_end(folded: str, position: int) -> int | None:
    """Where a Chinese name with a numeral in it ends (王五, 李小二), when a figure stands soon behind it."""
    match = _NUMBERED.match(folded, position)
    if match is None or _FIGURE_BEYOND.match(folded, match.end()) is None:
        return None
    word = known_at(folded, position)
    if (word is not None and word[0] > position + 1) or _unit_at(folded, match.end()):
        return None
    return match.end()


def _unit_at(folded: str, position: int) -> bool:
    """Whether a unit follows at once: 王五单 is five orders."""
    unit = known_at(folded, position) if folded[position : position + 1].strip() else None
    return unit is not None and not unit[1].isdisjoint(_UNITS)


_PLURAL = re.compile(r"(?:es|s)?(?![a-z])")


def _end(folded: str, position: int, name: str, named: Named) -> int | None:
    """Where `name` ends; None inside a longer Latin word. A product may stand in the plural."""
    end = position + len(name)
    if len(name) == 1 and not name.isascii():
        return None if _han(folded[position - 1 : position]) or _han(folded[end : end + 1]) else end
    if name[0].isascii() and position and _letter(folded[position - 1]):
        return None
    if not _letter(name[-1]):
        return end
    if named is Named.PRODUCT:
        plural = _PLURAL.match(folded, end)
        return plural.end() if plural else None
    return None if _letter(folded[end : end + 1]) else end


def _han(character: str) -> bool:
    return "一" <= character <= "鿿"


def _letter(character: str) -> bool:
    return character.isascii() and character.isalpha()
