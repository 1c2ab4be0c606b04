"""Labels and the numbers they label."""

from decimal import Decimal

from bot.reader.facts import What
from bot.reader.tokens import Sort, Token
from bot.reader.words import Word

COUNTED = {
    Word.ORDERS: What.ORDERS,
    Word.DEALS: What.ORDERS,
    Word.PIECES: What.UNITS,
    Word.NEW: What.NEW,
    Word.REPEAT: What.REPEAT,
    Word.CONTACTS: What.CONTACTS,
    Word.INQUIRIES: What.INQUIRIES,
    Word.VISITORS: What.VISITORS,
    Word.COMPLAINTS: What.COMPLAINTS,
    Word.COMPLAINED: What.COMPLAINTS,
}
LABELS = (*COUNTED, Word.SALES, Word.REVENUE, Word.EARNED, Word.AVERAGE, Word.SKIPPED, Word.PAYMENT)
SMALL = 50  # below, a bare number under 业绩 or sales may be orders
MANY_PEOPLE = 50
FEW_RETURNS = 10  # a smaller number beside refunds is no money
_THOUSAND = 1000
_SHORT_LABELS = {"新", "老", "复"}


def whole(token: Token) -> bool:
    """Whether the number may be a count."""
    value = token.value
    return value is not None and value == value.to_integral_value() and not (token.figure and token.figure.currency)


def counted_by(token: Token | None) -> What | None:
    """What the label `token` counts; None when it is none, or one of money."""
    if token is None or token.sort is not Sort.WORD:
        return None
    return next((what for word, what in COUNTED.items() if word in token.words), None)


def owns(number: Token, label: Token, after: Token | None) -> bool:
    """Whether the number before a label is the label's, and not the one after it (3 new 2 repeat; 280 新客 2)."""
    if (
        label.means(Word.PAYMENT, Word.SALES, Word.REVENUE, Word.EARNED, Word.DEALS, Word.COMPLAINED)
        and not label.shown[0].isascii()
    ):
        return False
    if after is None or after.sort not in {Sort.NUMBER, Sort.COLON, Sort.ROUGH}:
        return not (label.means(Word.DEALS, Word.EARNED) or label.shown.lower() == "sold")
    if after.sort is Sort.COLON and after.shown == "-":
        return not surely_money(number) and label.means(Word.ORDERS)
    if after.sort is not Sort.NUMBER:
        return False
    if label.shown in _SHORT_LABELS:
        return number.end == label.start and (number.value or 0) < MANY_PEOPLE
    before_value, after_value = number.value or Decimal(0), after.value or Decimal(0)
    if surely_money(number) or label.means(Word.SALES, Word.REVENUE, Word.EARNED, Word.AVERAGE, Word.DEALS):
        small = not surely_money(number) and before_value < SMALL <= after_value
        return small and label.shown.lower() in {"sale", "sales"}
    if surely_money(after):
        return True
    if not label.shown[0].isascii():
        return number.end == label.start and label.end < after.start
    return label.means(Word.ORDERS) or before_value < MANY_PEOPLE or before_value <= after_value


def surely_money(token: Token) -> bool:
    """Whether the number can hardly be a count."""
    return bool(token.figure and (token.figure.sure_money or token.figure.negative)) or (token.value or 0) >= _THOUSAND
