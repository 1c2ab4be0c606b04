"""Orders that are passed on: with a number, or with a recipient, a telephone and an address. Each is one order."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from bot.reader.drafts import Draft, Gathered
from bot.reader.tokens import Sort, Token
from bot.reader.words import Word

_TELEPHONE = 8  # digits at least
_PLACES = frozenset("省市区县镇路街")  # in an address
_LINES = 2  # breaks at least, in an order that only a telephone marks


def is_forwarded(tokens: Sequence[Token]) -> bool:
    """Whether the message is an order as a shop or a customer wrote it."""
    if any(token.means(Word.ORDER_NUMBER, Word.RECIPIENT) for token in tokens):
        return True
    if any(token.means(Word.ORDERS) and following.shown.startswith("#") for token, following in pairwise(tokens)):
        return True
    if not any(token.sort is Sort.ODD and _digits(token.shown) >= _TELEPHONE for token in tokens):
        return False
    address = any(token.sort is Sort.TEXT and not _PLACES.isdisjoint(token.shown) for token in tokens)
    return address or sum(token.sort is Sort.LINE for token in tokens) >= _LINES


def _digits(text: str) -> int:
    return sum(character.isdecimal() for character in text)


def as_one_order(gathered: Gathered, tokens: Sequence[Token]) -> Gathered:
    """The sales of one forwarded order put together: what was paid, else the total, else the sum of the items.

    A name in it is the seller's only if it is a member's; others are the customer's.
    """
    members = {token.name for token in tokens if token.sort is Sort.MEMBER}
    gathered = replace(gathered, seller=gathered.seller if gathered.seller in members else None)
    sales = [sale for sale in gathered.sales if sale.worth is not None or sale.units is not None]
    if not sales:
        return gathered
    units = [sale.units for sale in sales if sale.units is not None]
    order = Draft(
        day=next((sale.day for sale in reversed(sales) if sale.day is not None), gathered.loose.day),
        seller=sales[0].seller,
        amount=_paid(gathered, sales),
        currency=next((sale.currency for sale in sales if sale.currency), None),
        orders=1,
        units=sum(units) if units else None,
        products=[product for sale in sales for product in _goods(sale)],
    )
    return replace(gathered, sales=[order], total=None)


def _goods(sale: Draft) -> list[str]:
    return sale.products or (sale.texts[-1:] if sale.units is not None else [])


def _paid(gathered: Gathered, sales: Sequence[Draft]) -> Decimal | None:
    paid = [sale.amount for sale in sales if sale.labelled and sale.amount is not None and not sale.units]
    if paid:
        return paid[-1]
    if gathered.total is not None:
        return gathered.total.value
    worths = [sale.worth for sale in sales if sale.worth is not None]
    return sum(worths, Decimal(0)) if worths else None
