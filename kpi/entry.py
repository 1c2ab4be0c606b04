"""What a report says once it is booked: lines of measures, each on a business date and for a member."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from kpi.ids import CustomerId, EntryId, MemberId, TeamId


class Measure(Enum):
    """What is counted and adds up. Money measures are in minor units of the team's currency."""

    __hash__ = object.__hash__  # one object each; Enum's own is slow, and all sums are kept by measure

    GROSS = "gross"
    GROSS_OF_ORDERS = "gross_of_orders"  # the gross of reports that also state orders: what AOV may divide
    GROSS_OF_BUYERS = "gross_of_buyers"  # and of those that state buyers
    REFUNDS = "refunds"  # positive; net = gross - refunds
    ORDERS = "orders"
    REFUNDED_ORDERS = "refunded_orders"
    UNITS = "units"
    RETURNED_UNITS = "returned_units"
    BUYERS = "buyers"  # of a report: who buys on two days counts twice, unless customers are named
    NEW_CUSTOMERS = "new_customers"
    REPEAT_CUSTOMERS = "repeat_customers"
    CONTACTS = "contacts"
    INQUIRIES = "inquiries"
    VISITORS = "visitors"  # of a day: who comes on two days counts twice
    PAGE_VIEWS = "page_views"
    COMPLAINTS = "complaints"
    WITHDRAWN_COMPLAINTS = "withdrawn_complaints"
    RATINGS = "ratings"
    RATING_STARS = "rating_stars"  # of all ratings together
    POSITIVE_RATINGS = "positive_ratings"  # four or five stars of five
    SHIPPED = "shipped"  # orders that went out on the day
    HANDLING_MINUTES = "handling_minutes"  # of those in the line before, from being paid to being shipped
    REPORTS = "reports"  # one for each report, so that a day with a zero still counts as reported


MONEY_MEASURES = frozenset({Measure.GROSS, Measure.GROSS_OF_ORDERS, Measure.GROSS_OF_BUYERS, Measure.REFUNDS})


class How(Enum):
    """How an entry came in."""

    COMMAND = "command"
    TEXT = "text"
    FORM = "form"
    IMPORT = "import"
    LEAD = "lead"  # typed by a lead for somebody else (代报)


@dataclass(frozen=True, slots=True)
class Line:
    """One figure of a report: `value` of `measure` on `business_date` for `member`.

    `for_day` makes it an adjustment: the refund is for that day, whose books were locked, and counts on
    `business_date` instead.

    Somebody named as a new or returning `customer` is a line of 1 as they were said to be. Whether somebody new really
    was follows from all that is in the books (`kpi.customers`).

    `product` is what was sold, by its key (`kpi.stock.product_key`), of a line of units.
    """

    measure: Measure
    value: int
    business_date: date
    member: MemberId
    for_day: date | None = None
    customer: CustomerId | None = None
    product: str | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """A report as it stands in the books now.

    `lines` are those in force, empty when the entry is undone. `revision` counts from 1 and grows with each
    correction, undo and restore.
    """

    id: EntryId
    team: TeamId
    author: MemberId
    source: str
    source_ref: str
    how: How
    recorded_at: datetime
    revision: int
    lines: tuple[Line, ...]

    @property
    def undone(self) -> bool:
        return not self.lines
