"""What looks like the name of a customer, where one is expected: behind 新客 or "new:", or before 回购.

Elsewhere a word is never taken for a name. Where one is expected it must look like one (小红, 王姐, 李雨桐, Anna), or
several stand there of which nothing else is said; when unsure there is no name, and the figures count without.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from bot.reader.names import SURNAMES
from bot.reader.no_names import NO_CHINESE_NAMES, NO_ENGLISH_NAMES
from bot.reader.spelling import known_at
from bot.reader.tokens import Sort, Token
from bot.reader.words import Word
from bot.reader.writing import Writing, writing

_TITLES = (
    "姐|哥|总|姨|叔|嫂|婶|太|妈|爸|妹|阿姨|老师|女士|先生|小姐|太太|老板|老板娘|经理|医生|同学|大姐|大哥|妹妹|妹子|"
    "姐姐|哥哥|妈妈|爸爸|奶奶|爷爷|宝妈|护士|美女|主任"
)
_HAN = "[一-鿿]"
_SHAPES = tuple(
    re.compile(shape)
    for shape in (
        rf"(?:[阿小老大]?{_HAN}|{_HAN}{{2}})(?:{_TITLES})",  # 王姐, 小红妈妈
        rf"[阿小老]{_HAN}",
        rf"({_HAN})\1",
        rf"[{SURNAMES}]{_HAN}{{1,2}}",
    )
)
_PERHAPS = re.compile(rf"{_HAN}{{2,3}}")
_MIXED = re.compile(r"[阿小老][A-Z][a-z]{1,12}")  # 阿May
_LATIN_TITLE = r"(?:(?:Mr|Mrs|Ms|Miss|Madam|Mdm|Auntie|Aunty|Uncle|Sis|Bro)\.? )?"
_LATIN = re.compile(rf"{_LATIN_TITLE}[A-Z][a-z'’]{{1,15}}(?: [A-Z][a-z'’]{{1,15}})?(?![a-z])")
_LONGEST = 5  # characters of a Chinese name
_BETWEEN = re.compile(r" *(?:[、,&+/]|和|跟|与|及|还有|and(?= ))? *")
_JOINED = set("和跟与及还")
_GOODS_END = frozenset("膜霜水液油粉乳膏茶衣裤裙鞋包酒奶糖饼套盒瓶霞笔刷皂露胶丸片机器卡票券款品货物类装色")
_WEAK_PARTS = frozenset(
    {
        Word.CUSTOMER,
        Word.FILLER,
        Word.PIECE,
        Word.ORDER,
        Word.THING,
        Word.OTHER_UNIT,
        Word.SIDE,
        Word.PERSON,
        Word.BUYING,
        Word.OFFER,
        Word.STOCK,
        Word.FUTURE,
        Word.QUESTION,
        Word.SKIPPED,
        Word.IDLE,
    }
)  # fmt: skip - what a single character inside a name may mean elsewhere: 小花, 王总, 阿几


@dataclass(frozen=True, slots=True)
class Run:
    """Names that stand together, up to `end`. `sure` when they look like names."""

    names: tuple[str, ...]
    end: int
    sure: bool = True


@dataclass(frozen=True, slots=True)
class _Item:
    name: str
    end: int
    sure: bool
    listed: bool  # a list's own sign stands before it: 、


class Buyers:
    """Looks for names in a message, of which `tokens` are the pieces.

    `known` are customers whose names are taken as they are; `members` are colleagues, and never customers.
    """

    def __init__(
        self, tokens: Sequence[Token], written: Writing, known: Collection[str], members: Collection[str]
    ) -> None:
        self._shown, self._folded = written.shown, written.folded
        self._tokens = tokens
        self._starts = [token.start for token in tokens]
        self._heads = {token.start for token in tokens if token.sort is not Sort.TEXT}
        self._known = sorted((writing(name).folded for name in known), key=len, reverse=True)
        self._members = frozenset(writing(name).folded for name in members)

    def run_at(self, at: int, *, told: bool, stated: int | None = None) -> Run | None:
        """The names from `at` on. `told` that these are names (/new 雅琪), or how many there are (新客2 雅琪、思涵)."""
        items = self._items(at)
        if not all(item.sure for item in items) and not self._are_names(items, told=told, stated=stated):
            sure = next(index for index, item in enumerate(items) if not item.sure)
            items = items[:sure]
        names = tuple(dict.fromkeys(item.name for item in items))
        if not names or (stated is not None and stated < len(names)):
            return None
        return Run(names, items[-1].end)

    def before_again(self, at: int) -> Run | None:
        """The names at `at` in front of 回购. A single word there may be one that does not look it: 雅琪 回购 199."""
        items = self._items(at)
        if len(items) == 1 and not items[0].sure and items[0].name[-1] not in _GOODS_END:
            return Run((items[0].name,), items[0].end, sure=False)
        return self.run_at(at, told=False)

    def known_at(self, at: int) -> Run | None:
        """The known customer whose name stands at `at`."""
        item = self._known_item(at)
        return None if item is None else Run((item.name,), item.end)

    def _items(self, at: int) -> list[_Item]:
        found: list[_Item] = []
        between = ""
        while (item := self._item(at, listed="、" in between)) is not None:
            if "," in between and self._marker_at(item.end):  # 新客 小红，阿玲 回购 199
                break
            found.append(item)
            match = _BETWEEN.match(self._folded, item.end)
            between = match[0] if match else ""
            if not between:
                break
            at = item.end + len(between)
        return found

    def _are_names(self, items: Sequence[_Item], *, told: bool, stated: int | None) -> bool:
        """Whether words that do not look like names must be some, for nothing else stands there."""
        if told:
            return True
        listed = stated == len(items) or all(item.listed for item in items[1:])
        goods = any(item.name[-1] in _GOODS_END for item in items if not item.sure)
        return len(items) > 1 and listed and not goods and not self._figure_at(items[-1].end)

    def _item(self, at: int, *, listed: bool) -> _Item | None:
        """What looks like a name at `at`; a known one, unless it is only the beginning of another: Anna Lee."""
        known = self._known_item(at)
        end, sure = self._chinese(at) or self._latin(at) or (at, False)
        if known is not None and (not sure or known.end >= end):
            return known
        if end == at or self._folded[at:end] in self._members or self._is_taken(at, end):
            return known
        return _Item(self._shown[at:end], end, sure, listed)

    def _known_item(self, at: int) -> _Item | None:
        for name in self._known:
            end = at + len(name)
            if (
                name
                and self._folded.startswith(name, at)
                and self._ends(end)
                and not self._is_taken(at, end, known=True)
            ):
                return _Item(self._shown[at:end], end, sure=True, listed=False)
        return None

    def _chinese(self, at: int) -> tuple[int, bool] | None:
        """Where a Chinese name at `at` ends, and whether it surely looks like one. The longest that does."""
        perhaps: tuple[int, bool] | None = None
        for length in range(_LONGEST, 1, -1):
            end = at + length
            piece = self._folded[at:end]
            if len(piece) < length or not self._ends(end) or piece in NO_CHINESE_NAMES:
                continue
            if any(shape.fullmatch(piece) for shape in _SHAPES):
                return end, True
            if perhaps is None and _PERHAPS.fullmatch(piece):
                perhaps = end, False
        return perhaps

    def _latin(self, at: int) -> tuple[int, bool] | None:
        mixed = _MIXED.match(self._shown, at)
        if mixed is not None:
            return mixed.end(), True
        match = _LATIN.match(self._shown, at)
        if match is None:
            return None
        first, *more = match[0].split()
        if not _is_latin_name(first):
            return None
        return (match.end() if all(_is_latin_name(word) for word in more) else at + len(first)), True

    def _ends(self, end: int) -> bool:
        """Whether a name may end here: before a space, a sign, a figure, a known word, or 和."""
        following = self._folded[end : end + 1]
        return not following.isalpha() or following in _JOINED or end in self._heads

    def _is_taken(self, start: int, end: int, *, known: bool = False) -> bool:
        """Whether what stands there is something else: a colleague, goods, a figure, a day, a word of reports.

        A `known` name may hold such a word, and be longer than a colleague's: 小美妈.
        """
        for token in self._between(start, end):
            match token.sort:
                case Sort.TEXT:
                    continue
                case Sort.WORD:
                    taken = not known and not _may_be_part(token, start, end)
                case Sort.MEMBER:
                    taken = not known or token.end - token.start >= end - start
                case _:
                    taken = True
            if taken:
                return True
        return False

    def _marker_at(self, at: int) -> bool:
        following = self._following(at)
        return following is not None and following.means(Word.NEW, Word.REPEAT)

    def _figure_at(self, at: int) -> bool:
        following = self._following(at)
        return following is not None and following.sort is Sort.NUMBER

    def _following(self, at: int) -> Token | None:
        """The token that stands at `at`, or after a space."""
        index = bisect_left(self._starts, at)
        return self._tokens[index] if index < len(self._tokens) and self._starts[index] <= at + 1 else None

    def _between(self, start: int, end: int) -> Sequence[Token]:
        """The tokens that have a part of what stands there."""
        first = bisect_right(self._starts, start) - 1
        first += first < 0 or self._tokens[first].end <= start
        return self._tokens[first : bisect_left(self._starts, end)]


def _may_be_part(token: Token, start: int, end: int) -> bool:
    """Whether a known word may be a piece of a name: the 姐 of 王姐, the 花 of 小花; 王总 as a whole."""
    if token.words == {Word.CUSTOMER}:
        return not (token.start == start and token.end == end) or token.shown[0] in SURNAMES
    return len(token.shown) == 1 and token.words <= _WEAK_PARTS


def _is_latin_name(word: str) -> bool:
    lowered = word.lower().strip(".'’")
    found = known_at(lowered, 0)
    title = found is not None and found[1] == {Word.CUSTOMER}
    return lowered not in NO_ENGLISH_NAMES and (found is None or found[0] < len(lowered) or title)
