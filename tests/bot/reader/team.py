"""A team for the reader's tests, and short words for what it should read."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import TypedDict, Unpack

from bot.reader.reading import Context, Kind, Record

TODAY = date(2026, 11, 23)  # a Monday
YESTERDAY = TODAY - timedelta(days=1)
TEAM = Context(
    today=TODAY,
    currency="CNY",
    members=("小王", "丽丽", "老张", "大刘", "阿May", "Ken", "Lily", "Siti"),
    products=("面膜", "口红", "精华液", "眼霜", "lipstick", "serum", "face mask"),
)


class More(TypedDict, total=False):
    """What a record may say besides its kind, amount and orders."""

    day: date
    units: int
    new_customers: int
    product: str
    for_seller: str
    currency: str


def sale(revenue: str | None = None, orders: int | None = None, **more: Unpack[More]) -> Record:
    """A sale, of today if nothing else is said."""
    return _record(Kind.SALE, revenue, orders, more)


def refund(revenue: str | None = None, orders: int | None = None, **more: Unpack[More]) -> Record:
    return _record(Kind.REFUND, revenue, orders, more)


def counted(kind: Kind, value: int, **more: Unpack[More]) -> Record:
    return replace(_record(kind, None, None, more), count=value)


def new(value: int, **more: Unpack[More]) -> Record:
    return replace(_record(Kind.NEW_CUSTOMERS, None, None, more), new_customers=value)


def _record(kind: Kind, revenue: str | None, orders: int | None, more: More) -> Record:
    fields: More = {"day": TODAY, **more}
    return Record(kind=kind, revenue=None if revenue is None else Decimal(revenue), orders=orders, **fields)
