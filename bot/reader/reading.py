"""What reading a message gives: nothing, records of what was sold, or a question."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import Enum


class Kind(Enum):
    """What a record reports."""

    SALE = "sale"
    REFUND = "refund"
    NEW_CUSTOMERS = "new_customers"
    REPEAT_CUSTOMERS = "repeat_customers"
    CONTACTS = "contacts"
    INQUIRIES = "inquiries"
    VISITORS = "visitors"
    COMPLAINT = "complaint"
    # not by `read`: `bot.reader.counts` finds these beside what it finds
    WITHDRAWN = "withdrawn"
    BUYERS = "buyers"
    PAGE_VIEWS = "page_views"
    RATINGS = "ratings"
    SHIPPED = "shipped"


@dataclass(frozen=True, slots=True)
class Named:
    """A customer called by `name`, and whether the writer counts them as `new`."""

    name: str
    new: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One fact as its writer stated it; None is "not said".

    `buyers` stands on a sale, `stars` are those of each rating, `handled` are orders that were shipped with the minutes
    that each took, `shipped` the numbers of the sales that they were, and `note` what a customer said.

    `revenue` is in major units and never negative: `kind` carries the sign. `currency` is the ISO code that the
    message names, `for_seller` the colleague it names, spelt as among the members when it is one of them.
    `customers` are those it names; the counts include them.
    """

    kind: Kind
    day: date
    revenue: Decimal | None = None
    orders: int | None = None
    units: int | None = None
    new_customers: int | None = None
    count: int | None = None
    product: str | None = None
    for_seller: str | None = None
    currency: str | None = None
    customers: tuple[Named, ...] = ()
    buyers: int | None = None
    stars: tuple[int, ...] = ()
    handled: tuple[tuple[int, int], ...] = ()
    shipped: tuple[int, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Context:
    """What the team knows: its business date, its currency, and the names of its members, products and customers.

    `customers` are the writer's own, and known names are needed only where no word says that somebody is one.
    """

    today: date
    currency: str
    members: tuple[str, ...] = ()
    products: tuple[str, ...] = ()
    lang: str = "zh"
    customers: tuple[str, ...] = ()


class Doubt(Enum):
    """What is open in a message that plainly reports something."""

    APPROX = "approx"
    CORRECTION = "correction"
    PRODUCT_PRICE = "product-price"
    BARE_MONEY = "bare-money"
    WHICH_NUMBER = "which-number"
    SPAN = "span"
    MISMATCH = "mismatch"
    DEPOSIT = "deposit"
    REFUND_WHICH = "refund-which"
    DECIMAL = "decimal"
    FUTURE_DATE = "future-date"
    NO_SUCH_DAY = "no-such-day"
    WHO = "who"


@dataclass(frozen=True, slots=True)
class Nothing:
    """Not for us."""


@dataclass(frozen=True, slots=True)
class Records:
    """Sales facts that have happened.

    `of_day` when the message states the totals of a day, in which other reports of that day are contained. What it
    reports is the same for that.
    """

    records: tuple[Record, ...]
    of_day: bool = field(default=False, compare=False)


@dataclass(frozen=True, slots=True)
class Question:
    """A report with an open point: `piece` is what is open, `readings` are what it may mean (perhaps none)."""

    doubt: Doubt
    piece: str
    readings: tuple[tuple[Record, ...], ...] = ()


Reading = Nothing | Records | Question
