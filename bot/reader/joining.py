"""Figures that belong together: sums (3+2单, 300+280=580), and alternatives (3单还是4单), which are rough figures."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from bot.reader.money import Figure
from bot.reader.tokens import Sort, Token
from bot.reader.words import Word

_COUNTS = (Word.ORDER, Word.ORDERS, Word.PIECE, Word.THING)
_MANY = 50  # no summand of a count; a summand of money is mostly more than _FEW
_FEW = 5


def joined(tokens: Sequence[Token], shown: str) -> tuple[Token, ...]:
    """`tokens`, pieces of `shown`, with every sum and every alternative as one figure."""
    found: list[Token] = []
    at = 0
    while at < len(tokens):
        one = _sum_at(tokens, at, shown) or _either_at(tokens, at, shown)
        token, at = one or (tokens[at], at + 1)
        if not token.means(Word.OR):
            found.append(token)
    return tuple(found)


def _sum_at(tokens: Sequence[Token], at: int, shown: str) -> tuple[Token, int] | None:
    """The sum that begins at `at`, and where the tokens go on. A stated result is passed over if it is right."""
    summands, end = _summands(tokens, at)
    if len(summands) < 2:  # noqa: PLR2004 - a sum of one
        return None
    result = sum((token.value or Decimal(0) for token in summands), Decimal(0))
    unit = tokens[end] if end < len(tokens) else None
    if unit is not None and unit.means(*_COUNTS):
        counted = tokens[at - 1 : at] and tokens[at - 1].means(*_COUNTS)  # 2单 30+1单 40
        if counted or any(not _may_count(token) for token in summands):
            return None
        return _as_one(summands, result, shown, money=False), end
    if any((token.value or 0) < _FEW for token in summands):
        return None
    if end + 1 < len(tokens) and unit is not None and unit.shown == "=" and tokens[end + 1].value == result:
        end += 2
    return _as_one(summands, result, shown, money=True), end


def _summands(tokens: Sequence[Token], at: int) -> tuple[list[Token], int]:
    """The figures of a chain with plus signs, and where it ends. 2单+1单 is one, too: the units are left out."""
    summands: list[Token] = []
    end = at
    while _is_summand(tokens, end):
        summands.append(tokens[end])
        end += 1
        between = _same_unit(tokens, at + 1, end)
        plus = end + between
        if plus < len(tokens) and tokens[plus].sort is Sort.PLUS and _is_summand(tokens, plus + 1):
            if between and not _same_unit(tokens, at + 1, plus + 2):
                return summands, end
            end = plus + 1
        elif not (plus < len(tokens) and not between and _is_signed(tokens[plus])):
            break
    return summands, end


def _same_unit(tokens: Sequence[Token], first: int, other: int) -> bool:
    """Whether the tokens at `first` and `other` are the same unit of orders."""
    if max(first, other) >= len(tokens):
        return False
    one, two = tokens[first], tokens[other]
    return one.means(Word.ORDER) and two.means(Word.ORDER) and one.shown == two.shown


def _is_summand(tokens: Sequence[Token], at: int) -> bool:
    token = tokens[at] if at < len(tokens) else None
    return token is not None and token.sort is Sort.NUMBER and token.figure is not None and not token.figure.negative


def _is_signed(token: Token) -> bool:
    return token.sort is Sort.NUMBER and token.figure is not None and token.figure.plus


def _may_count(token: Token) -> bool:
    value = token.value or Decimal(0)
    return value == value.to_integral_value() and value < _MANY and not (token.figure and token.figure.currency)


def _as_one(summands: Sequence[Token], result: Decimal, shown: str, *, money: bool) -> Token:
    first, last = summands[0], summands[-1]
    figures = [token.figure for token in summands if token.figure is not None]
    figure = Figure(
        last.end,
        result,
        currency=next((figure.currency for figure in figures if figure.currency), None),
        sure_money=money and any(figure.sure_money for figure in figures),
    )
    return replace(first, shown=shown[first.start : last.end], end=last.end, figure=figure)


def _either_at(tokens: Sequence[Token], at: int, shown: str) -> tuple[Token, int] | None:
    """3单还是4单, 3 or 4 orders: the one or the other. The unit of the second is left to stand."""
    if tokens[at].sort is not Sort.NUMBER:
        return None
    middle = at + 1 + (at + 1 < len(tokens) and tokens[at + 1].means(*_COUNTS))
    if not (middle + 1 < len(tokens) and tokens[middle].means(Word.OR) and tokens[middle + 1].sort is Sort.NUMBER):
        return None
    first, second = tokens[at], tokens[middle + 1]
    figure = Figure(second.end, None)
    rough = replace(first, sort=Sort.ROUGH, shown=shown[first.start : second.end], end=second.end, figure=figure)
    return rough, middle + 2
