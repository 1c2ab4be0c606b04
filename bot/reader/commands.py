"""Reports by command: /sale, /refund, /new and the words that stand for them, with bare figures behind."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.reader.reading import Context, Doubt, Kind, Nothing, Question, Reading, Record, Records
from bot.reader.tokens import Sort, Token
from bot.reader.words import Word

_HEADS = {
    "sale": Kind.SALE, "报单": Kind.SALE, "销售": Kind.SALE, "refund": Kind.REFUND, "退款": Kind.REFUND,
    "new": Kind.NEW_CUSTOMERS, "新客": Kind.NEW_CUSTOMERS, "log": None,
}  # fmt: skip
_COMMAND = re.compile(r"/ ?(sale|报单|销售|refund|退款|new|新客|log)(?:@\w+)?(?=[\s:]|$|(?<=[一-鿿])\d)[ :]*")
_WORD = re.compile(r"(报单|退款|新客|refund)(?=[\s:])[ :]*")
_MOST_FIGURES = 3
_NO_NUMBERS = {"nan", "snan", "inf", "infinity"}  # what other programs take for numbers
_PLACED = 2  # figures that have their places by a command: orders and amount
_PEOPLE = (Word.NEW, Word.REPEAT, Word.CONTACTS, Word.INQUIRIES, Word.VISITORS, Word.COMPLAINTS)


@dataclass(frozen=True, slots=True)
class Heading:
    """The command at the head of a message: what it reports (None: whatever follows), and where it ends.

    `slash` tells a command from a word, which may also begin a sentence.
    """

    kind: Kind | None
    end: int
    slash: bool


def heading(folded: str) -> Heading | None:
    """The command that `folded` begins with."""
    command = _COMMAND.match(folded)
    if command is not None:
        return Heading(_HEADS[command[1]], command.end(), slash=True)
    word = _WORD.match(folded)
    return None if word is None else Heading(_HEADS[word[1]], word.end(), slash=False)


def positional(kind: Kind, tokens: Sequence[Token], context: Context) -> Reading | None:
    """What a command with nothing but a day, a member and figures says; None when it holds anything else."""
    if any(token.sort is Sort.TEXT and token.shown.lower() in _NO_NUMBERS for token in tokens):
        return Nothing()
    day: date | None = None
    seller: str | None = None
    figures: list[Token] = []
    for token in tokens:
        match token.sort:
            case Sort.DAY if day is None:
                day = token.day
            case Sort.MEMBER if seller is None:
                seller = token.name
            case Sort.NUMBER | Sort.ODD if token.value is not None:
                figures.append(token)
            case Sort.COMMA | Sort.SLASH:
                continue
            case Sort.WORD if len(figures) == _PLACED and token is tokens[-1] and token.means(*_PEOPLE):
                return Nothing()  # /sale 3 1280 新客: how many is not said
            case _:
                return None
    if not figures:
        return None
    if len(figures) > _MOST_FIGURES:
        return Nothing()
    base = Record(kind=kind, day=day or context.today, for_seller=seller)
    return _reading(base, figures)


def _reading(base: Record, figures: Sequence[Token]) -> Reading:
    decimal = next((token for token in figures if token.figure and token.figure.thousands_or_decimals), None)
    if decimal is not None:
        return Question(Doubt.DECIMAL, decimal.shown)
    if base.kind is Kind.NEW_CUSTOMERS:
        return _new(base, figures)
    if len(figures) == 1:
        return Records((_with_amount(base, figures[0]),))
    orders, amount, *new = figures
    counted = [_count(token) for token in (orders, *new)]
    if None in counted or (base.kind is Kind.REFUND and (new or _is_negative(amount))):
        return Nothing()
    record = replace(_with_amount(base, amount), orders=counted[0], new_customers=counted[1] if new else None)
    return Records((record,))


def _new(base: Record, figures: Sequence[Token]) -> Reading:
    count = _count(figures[0])
    if len(figures) > 1 or count is None:
        return Nothing()
    return Records((replace(base, new_customers=count),))


def _with_amount(base: Record, token: Token) -> Record:
    """`base` with the amount; a negative one makes it a refund."""
    figure = token.figure
    if figure is None:
        return base
    kind = Kind.REFUND if figure.negative else base.kind
    return replace(base, kind=kind, revenue=figure.exact, currency=figure.currency)


def _is_negative(token: Token) -> bool:
    return token.figure is not None and token.figure.negative


def _count(token: Token) -> int | None:
    figure, value = token.figure, token.value
    if figure is None or value is None or figure.currency or figure.negative or value != value.to_integral_value():
        return None
    return int(value)
