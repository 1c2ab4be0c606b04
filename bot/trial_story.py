"""What the four sellers of a trial team sold: thirty days that tell a story, the same for everybody who asks.

One is steady and has the same month's total as another (a tie), one climbs from week to week, one falls behind and was
on leave. Two campaign days weigh three times as much as others; the next one is to come. Nothing here is read from a
clock or from chance: each figure follows from the day's place among the thirty.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

DAYS = 30  # before today
CAMPAIGN = (16, 15)  # days ago
CAMPAIGN_WEIGHT = 3  # of the calendar, and how much more is sold
NEXT_CAMPAIGN = 4  # days ahead
LEAVE = (9, 8)  # days ago, of who falls behind
_SATURDAY = 5
_HUNDRED = 100


class Pace(Enum):
    """How somebody's month goes."""

    STEADY = "steady"
    LEVEL = "level"  # with who is steady: the tie
    CLIMBS = "climbs"
    BEHIND = "behind"


@dataclass(frozen=True, slots=True)
class Seller:
    """One of the four; `month` is the month's target in whole units of the currency."""

    name: str
    pace: Pace
    month: int


@dataclass(frozen=True, slots=True)
class Product:
    """What is sold, and its price in whole units of the currency."""

    name: str
    price: int


@dataclass(frozen=True, slots=True)
class Script:
    """The names and prices in one language, and the regulars that each seller has, in the sellers' order."""

    team: str  # with the mark that it is a trial: so it stands wherever the team is named
    sellers: tuple[Seller, ...]
    products: tuple[Product, ...]
    customers: tuple[tuple[str, ...], ...]
    currency: str  # that the prices are in
    zone: str


SCRIPTS = {
    "zh": Script(
        "小店示范（试用队）",
        (
            Seller("小美", Pace.STEADY, 24_000),
            Seller("小周", Pace.LEVEL, 24_000),
            Seller("丽丽", Pace.CLIMBS, 20_000),
            Seller("阿强", Pace.BEHIND, 26_000),
        ),
        (Product("面膜", 98), Product("口红", 168), Product("精华", 268), Product("防晒霜", 128), Product("礼盒", 399)),
        (("阿玲", "王姐", "小红"), ("张老师", "陈太太"), ("莉莉安", "周姐", "小鱼"), ("李总",)),
        "CNY",
        "Asia/Shanghai",
    ),
    "en": Script(
        "Sample Shop (trial)",
        (
            Seller("Mia", Pace.STEADY, 3_600),
            Seller("Zoe", Pace.LEVEL, 3_600),
            Seller("Lily", Pace.CLIMBS, 3_000),
            Seller("Ken", Pace.BEHIND, 3_900),
        ),
        (
            Product("Mask", 14),
            Product("Lipstick", 24),
            Product("Serum", 39),
            Product("Sunscreen", 19),
            Product("Gift box", 58),
        ),
        (("Anna", "Mrs King", "Ruby"), ("Mr Chan", "Carol"), ("Lilian", "Joan", "Fay"), ("Mr Lee",)),
        "USD",
        "UTC",
    ),
}


@dataclass(frozen=True, slots=True)
class Sale:
    """One report: how many pieces of one product in how many orders, who was new, who came back by name."""

    seller: int  # its place among the four
    product: Product
    pieces: int
    orders: int
    new: int
    customer: str | None
    returns: bool  # whether the named customer bought before
    minutes: int  # after the shop's opening

    @property
    def amount(self) -> int:
        """Whole units of the currency."""
        return self.product.price * self.pieces


def sales(script: Script, today: date, ago: int) -> Iterator[Sale]:
    """What all four sold so many days before `today`."""
    day = today - timedelta(days=ago)
    for seller in range(len(script.sellers)):
        yield from _day(script, seller, day, ago)


def _day(script: Script, seller: int, day: date, ago: int) -> Iterator[Sale]:
    pace = script.sellers[seller].pace
    if pace is Pace.BEHIND and (ago in LEAVE or ago % 5 == 0):
        return
    rush = CAMPAIGN_WEIGHT if ago in CAMPAIGN else 1
    like, shift = (0, _neighbour(day, ago)) if pace is Pace.LEVEL else (seller, 0)
    weekend = 1 if (day + timedelta(days=shift)).weekday() >= _SATURDAY else 0
    for turn in range(_reports(pace, ago)):
        mark = _mark(like, ago - shift, turn)
        product = script.products[mark % len(script.products)]
        pieces = (1 + mark % 3 + weekend) * rush
        regular = script.customers[seller][mark % len(script.customers[seller])] if mark % 4 == 0 else None
        new = mark % 2 if regular is None else 0
        orders = max(1, pieces - mark % 2)
        yield Sale(seller, product, pieces, orders, new, regular, ago < DAYS - 6, 40 + 260 * turn + mark % 120)


def _neighbour(day: date, ago: int) -> int:
    """From a day to the other one of its pair, forward or back: who is level sells on either what the other sold on
    its neighbour, so that their months hardly differ and their days do.
    """
    shift = 1 if day.toordinal() % 2 else -1
    return 0 if ago in CAMPAIGN or ago - shift in CAMPAIGN or ago - shift < 0 else shift


def _reports(pace: Pace, ago: int) -> int:
    """How many reports somebody makes on a day."""
    match pace:
        case Pace.STEADY | Pace.LEVEL:
            return 2
        case Pace.CLIMBS:
            return 1 if ago > DAYS * 60 // _HUNDRED else 2 if ago > DAYS // 4 else 3
        case Pace.BEHIND:
            return 2 if ago > DAYS // 2 else 1


def _mark(seller: int, ago: int, turn: int) -> int:
    """A number that looks like chance and is always the same."""
    return (seller * 31 + ago * 17 + turn * 43 + ago * ago % 11) % 97
