"""People whom the team does not know: figures beside such a name are nobody's until somebody says whose they are."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.reader.labels import LABELS
from bot.reader.tokens import Sort, Token
from bot.reader.words import Word

_ENDS = {Sort.COMMA, Sort.STOP, Sort.LINE, Sort.SLASH}
_BEFORE = (Word.FOR, Word.SOLD)  # 帮王五 3单
_GIVEN_BACK = (Word.REFUND, Word.CANCELLED, Word.RETURNS)  # goods are, too
_BETWEEN = (Word.SIDE, Word.SOLD, Word.TOTAL, *LABELS, *_GIVEN_BACK)  # a name and its figures
_ORDERS_AND_AMOUNT = 2  # figures
_ORDERS = (Word.ORDER, Word.ORDERS, Word.DEALS)
_GOODS = (Word.PIECE, Word.THING, Word.PERSON, Word.EACH)


@dataclass(frozen=True, slots=True)
class _Entry:
    """A name at the head of a clause, with figures behind it; `orders` when the first of them counts orders."""

    who: Token
    orders: bool
    refunded: bool

    def is_like(self, other: "_Entry") -> bool:
        """Whether it belongs in one list with `other`."""
        return self.refunded == other.refunded and (self.orders or not other.orders)


def stranger_in(tokens: Sequence[Token], *, commanded: bool) -> Token | None:
    """The first unknown name with figures of its own: one that looks like a name (王五), one in a list of members,
    or, after a command, the word before the figures.
    """
    heads = [_entry(clause) for clause in _clauses(tokens)]
    entries = [entry for entry in heads if entry is not None]
    members = [entry for entry in entries if entry.who.sort is Sort.MEMBER]
    for entry in entries:
        listed = any(entry.is_like(member) for member in members)
        first = commanded and entry is heads[0]
        if entry.who.sort is Sort.TEXT and (_is_stranger(entry.who) or listed or first):
            return entry.who
    return None


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
    if at == len(clause) or not _names(clause[at]):
        return None
    who, at = clause[at], at + 1
    if at < len(clause) and clause[at].shown.startswith("下"):  # 李四下单: a customer's
        return None
    first = at
    while at < len(clause) and (clause[at].sort in {Sort.DAY, Sort.COLON} or clause[at].means(*_BETWEEN)):
        at += 1
    if at < len(clause) and clause[at].means(Word.NO_SALE):
        return _Entry(who, orders=True, refunded=False)
    if at == len(clause) or clause[at].sort is not Sort.NUMBER:
        return None
    return _counted(who, clause[first:at], clause[at + 1 :])


def _counted(who: Token, between: Sequence[Token], after: Sequence[Token]) -> _Entry | None:
    """The entry, unless its figure counts goods: 身体乳 2盒, body lotion 2 jars. 王五 2盒 names none."""
    unit = after[0] if after else None
    goods = any(token.sort in {Sort.TIMES, Sort.PRODUCT, Sort.TEXT} for token in after[: 2 if who.name else 1])
    if goods or (unit is not None and unit.means(*_GOODS) and not who.name):
        return None
    labelled = any(token.means(Word.ORDERS, Word.DEALS) for token in between)
    orders = labelled or (unit is not None and unit.means(*_ORDERS))
    return _Entry(who, orders, refunded=any(token.means(*_GIVEN_BACK) for token in between))
