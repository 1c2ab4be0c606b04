"""People whom the team does not know: figures beside such a name are nobody's until somebody says whose they are."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.reader.clauses import clauses
from bot.reader.labels import LABELS
from bot.reader.names import SURNAMES
from bot.reader.tokens import Sort, Token
from bot.reader.words import Word

_ENDS = {Sort.COMMA, Sort.STOP, Sort.LINE, Sort.SLASH}
_BEFORE = (Word.FOR, Word.SOLD)  # 帮王五 3单
_GIVEN_BACK = (Word.REFUND, Word.CANCELLED, Word.RETURNS)  # goods are, too
_BETWEEN = (Word.SIDE, Word.SOLD, Word.TOTAL, *LABELS, *_GIVEN_BACK)  # a name and its figures
_ORDERS_AND_AMOUNT = 2  # figures
_NAME = 2  # characters at least, or words at most
_ORDERS = (Word.ORDER, Word.ORDERS, Word.DEALS)
_GOODS = (Word.PIECE, Word.THING, Word.PERSON, Word.EACH)
_BUYING = (Word.CUSTOMER, Word.BOUGHT, Word.PERSON)

_LATIN = re.compile(r"[a-z]{2,12}", re.IGNORECASE)
_LENGTHENED = re.compile(r"(.)\1\1", re.IGNORECASE)  # yesss, haaa: no names
_HAN = re.compile(r"[一-鿿]{2,3}|[一-鿿]{1,2}[a-z]{2,12}", re.IGNORECASE)
_CALLED = re.compile(rf"[阿小老大][一-鿿]{{1,2}}|[{SURNAMES}][一-鿿]{{1,2}}")
# the last characters of many goods: 身体乳, 香皂
_GOODS_END = frozenset(
    "膜霜油水膏粉液乳皂茶酒糖包衣鞋裙裤袜帽巾装盒露洗奶蜜贴饼面米果肉鱼枣精素片丸灯杯壶锅碗伞箱链戒环表镜笔纸刷梳"
    "蜡垫枕被毯书卡券餐套品货机器具料饮汁剂胶棒球车仪"
)
_SELLING = {"卖了", "做了", "出了", "sold", "made", "did"}
_SAID_OF = "报"  # 小芳报 3单


@dataclass(frozen=True, slots=True)
class _Entry:
    """A name at the head of a clause, with figures behind it; `orders` when the first of them counts orders."""

    who: Token
    orders: bool
    refunded: bool
    aside: bool = False  # 帮小芳, 小芳那边
    sold: bool = False  # 小芳今天卖了3000

    @property
    def unknown(self) -> bool:
        """Whether it names somebody whom the team does not know, as far as can be told from the name and what is
        said of it.
        """
        if self.who.sort is not Sort.TEXT:
            return False
        name = self.who.shown.strip().removesuffix(_SAID_OF)
        return _is_stranger(self.who) or (
            (self.orders or self.sold) and (_may_name(name) or (self.aside and len(name) > 1))
        )

    def is_like(self, other: "_Entry") -> bool:
        """Whether it belongs in one list with `other`."""
        return self.refunded == other.refunded and (self.orders or not other.orders)


def stranger_in(tokens: Sequence[Token], *, commanded: bool) -> Token | None:
    """The first unknown name with figures of its own: one that looks like a name (王五, Bob), one in a list of
    members, or, after a command, the word before the figures.
    """
    heads = [_entry(clause) for clause in _clauses(tokens)]
    entries = [entry for entry in heads if entry is not None]
    members = [entry for entry in entries if entry.who.sort is Sort.MEMBER]
    for entry in entries:
        listed = any(entry.is_like(member) for member in members)
        first = commanded and entry is heads[0]
        if entry.unknown or (entry.who.sort is Sort.TEXT and (listed or first)):
            return _without_verb(entry.who)
    return next(filter(None, map(_trailing, clauses(tokens))), None)


def _without_verb(who: Token) -> Token:
    return replace(who, shown=who.shown.strip().removesuffix(_SAID_OF)) if len(who.shown) > _NAME else who


def _may_name(text: str) -> bool:
    """Whether an unknown word before figures of orders may be a name, and is neither goods nor a cheer."""
    words = text.split()
    if all(_LATIN.fullmatch(word) for word in words):
        return len(words) in {1, _NAME} and _LENGTHENED.search(text) is None and (len(words) == 1 or text.istitle())
    called = len(text) <= _NAME or _CALLED.fullmatch(text) is not None or not text.isalpha() or text[-1].isascii()
    return _HAN.fullmatch(text) is not None and called and text[-1] not in _GOODS_END


def _trailing(ended: Sequence[Token]) -> Token | None:
    """The name behind orders and amount: 2单 200 阿珍. There a word must look like a name indeed."""
    clause = [token for token in ended if token.sort not in _ENDS]
    if len(clause) <= _ORDERS_AND_AMOUNT or any(token.means(*_BUYING) or token.sort is Sort.MEMBER for token in clause):
        return None
    *before, figure, who = clause
    figures = [token for token in (*before, figure) if token.sort is Sort.NUMBER]
    counts = any(token.means(*_ORDERS) for token in before)
    if who.sort is not Sort.TEXT or figure.sort is not Sort.NUMBER or who.start > figure.end + 1:
        return None
    return who if counts and len(figures) >= _ORDERS_AND_AMOUNT and _is_called(who.shown.strip()) else None


def _is_called(text: str) -> bool:
    if _LATIN.fullmatch(text):
        return text.istitle() and _LENGTHENED.search(text) is None
    return _CALLED.fullmatch(text) is not None and text[-1] not in _GOODS_END


def _clauses(tokens: Sequence[Token]) -> list[list[Token]]:
    """The tokens between commas, slashes, stops and line breaks; a name alone on its line belongs to the next one,
    and one that stands behind two figures or looks like a name begins another clause.
    """
    found: list[list[Token]] = [[]]
    figures = 0
    for token in tokens:
        alone = token.sort is Sort.LINE and any(_names(first) for first in found[-1][:1]) and _is_bare(found[-1][1:])
        another = _names(token) and (figures >= _ORDERS_AND_AMOUNT or _is_stranger(token))
        labelled = bool(found[-1]) and found[-1][-1].sort is Sort.COLON  # 姓名：王五
        if found[-1] and ((another and not labelled) or (token.sort in _ENDS and not alone)):
            found.append([])
            figures = 0
        if token.sort not in _ENDS:
            found[-1].append(token)
            figures += token.sort is Sort.NUMBER
    return found


def _is_stranger(token: Token) -> bool:
    """Whether it looks like a name: 王五."""
    return token.sort is Sort.TEXT and bool(token.name)


def _names(token: Token) -> bool:
    return token.sort in {Sort.MEMBER, Sort.TEXT}


def _is_bare(rest: Sequence[Token]) -> bool:
    return all(token.sort is Sort.COLON for token in rest)


def _entry(clause: Sequence[Token]) -> _Entry | None:
    at = 0
    while at < len(clause) and (clause[at].sort is Sort.DAY or clause[at].means(*_BEFORE)):
        at += 1
    aside = any(token.means(Word.FOR) for token in clause[:at])
    if at == len(clause) or not _names(clause[at]):
        return None
    who, at = clause[at], at + 1
    if at < len(clause) and clause[at].shown.startswith("下"):  # 李四下单: a customer's
        return None
    if at < len(clause) and not aside and clause[at].start > who.end + 1:  # 累死了 出了5单: no name has an ending
        return None
    first = at
    while at < len(clause) and (clause[at].sort in {Sort.DAY, Sort.COLON} or clause[at].means(*_BETWEEN)):
        at += 1
    if at < len(clause) and clause[at].means(Word.NO_SALE):
        return _Entry(who, orders=True, refunded=False)
    if at == len(clause) or clause[at].sort is not Sort.NUMBER:
        return None
    entry = _counted(who, clause[first:at], clause[at + 1 :])
    aside = aside or any(token.means(Word.SIDE) for token in clause[first:at])
    return None if entry is None else replace(entry, aside=aside)


def _counted(who: Token, between: Sequence[Token], after: Sequence[Token]) -> _Entry | None:
    """The entry, unless its figure counts goods: 身体乳 2盒, body lotion 2 jars. 王五 2盒 names none."""
    unit = after[0] if after else None
    goods = any(token.sort in {Sort.TIMES, Sort.PRODUCT, Sort.TEXT} for token in after[: 2 if who.name else 1])
    if goods or (unit is not None and unit.means(*_GOODS) and not who.name):
        return None
    labelled = any(token.means(Word.ORDERS, Word.DEALS) for token in between)
    orders = labelled or (unit is not None and unit.means(*_ORDERS))
    sold = any(token.shown.lower() in _SELLING for token in between)
    return _Entry(who, orders, refunded=any(token.means(*_GIVEN_BACK) for token in between), sold=sold)
