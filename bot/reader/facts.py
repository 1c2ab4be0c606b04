"""Single statements: an amount, a count, a price, a day, a name."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum, auto


class What(Enum):
    """What a fact states."""

    __hash__ = object.__hash__  # as in Word

    AMOUNT = auto()
    BARE = auto()  # a number that nothing explains
    TOTAL = auto()
    PART = auto()  # an amount by one way of payment
    PRICE = auto()
    AVERAGE = auto()
    ORDERS = auto()
    UNITS = auto()
    NEW = auto()
    REPEAT = auto()
    CONTACTS = auto()
    INQUIRIES = auto()
    VISITORS = auto()
    COMPLAINTS = auto()
    NO_SALE = auto()
    PRODUCT = auto()
    TEXT = auto()  # perhaps a product
    SELLER = auto()
    DAY = auto()
    SOLD = auto()  # that something was sold, without a figure
    REFUND = auto()
    ROUGH = auto()
    UNREAD = auto()  # a labelled figure that is open: 3.450
    COMMA = auto()
    LINE = auto()


@dataclass(frozen=True, slots=True)
class Fact:
    """One statement. `labelled` when a word of selling stands with it; a refund is, when its count follows."""

    what: What
    value: Decimal = Decimal(0)
    currency: str | None = None
    negative: bool = False
    plus: bool = False
    labelled: bool = False
    earned: bool = False  # under a word that fits other money too
    small: bool = False  # under a label that fits money and orders
    pieces: bool = False  # and the label is a verb: sold 3
    dealt: bool = False  # a count under a word that fits money, too: 出单 580
    worded: bool = False
    plain: bool = False  # a count that stands alone only with a day
    headed: bool = False  # its label stands before it
    of_total: bool = False  # said in the clause of a total
    name: str = ""
    day: date | None = None
    customers: tuple[str, ...] = ()  # whom a count of customers names
