"""Customers by alias: who is new, who comes back, who stays, and whom to call again.

A team has one customer of a name, whoever sells to them. They are new once: with their first purchase in the books,
unless it was said then that they had bought before.
"""

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from typing import TypeVar

from kpi.entry import Measure
from kpi.ids import CustomerId, EntryId, MemberId
from kpi.metrics import enough
from kpi.period import Period

CALL_AFTER = 28  # days without a purchase
ACTIVE_FOR = 90  # days after a purchase in which somebody counts as a customer, as repurchase tools have it

SAID = (Measure.NEW_CUSTOMERS, Measure.REPEAT_CUSTOMERS)  # what a line that names a customer may say of them

Key = TypeVar("Key")


def alias_key(alias: str) -> str:
    """What a name is compared by, whatever its case and width. The key of a text contains those of the names in it."""
    return " ".join(unicodedata.normalize("NFKC", alias).casefold().split())


@dataclass(frozen=True, slots=True)
class Customer:
    """Somebody who buys. `alias` is None once they were forgotten: only their figures are left."""

    id: CustomerId
    alias: str | None


@dataclass(frozen=True, slots=True)
class Mention:
    """A line that names `customer` as new or returning (`said`), at its place in the books."""

    day: date
    entry: EntryId
    line: int
    customer: CustomerId
    seller: MemberId
    said: Measure


@dataclass(frozen=True, slots=True)
class Purchase:
    """That `customer` bought from `seller`. `amount` is in minor units, less what was given back, None where unsaid.

    `returning` when it was reported as that of somebody who had bought before.
    """

    customer: CustomerId
    seller: MemberId
    day: date
    amount: int | None = None
    returning: bool = False


@dataclass(frozen=True, slots=True)
class Standing:
    """What a customer bought so far. `amount` is in minor units and of the purchases whose amount is known."""

    customer: Customer
    last: date
    purchases: int
    amount: int


@dataclass(frozen=True, slots=True)
class Share:
    """How many of how many."""

    part: int
    of: int

    @property
    def ratio(self) -> Fraction | None:
        """None when there is nothing to be a share of."""
        return Fraction(self.part, self.of) if self.of else None

    @property
    def is_enough(self) -> bool:
        """Whether it may be ranked."""
        return enough(self.of)


def counted_as(mentions: Iterable[Mention]) -> list[tuple[Mention, Measure | None]]:
    """The mentions in their order, each with what it counts as, None for nothing.

    The first of a customer counts as it was said. Each further one is of somebody who returns, unless it says the
    same purchase again: two names in one report that turned out to be one customer.
    """
    found: list[tuple[Mention, Measure | None]] = []
    known: set[CustomerId] = set()
    purchases: set[tuple[CustomerId, EntryId, MemberId, date]] = set()
    for mention in sorted(mentions, key=lambda m: (m.day, m.entry, m.line)):
        purchase = (mention.customer, mention.entry, mention.seller, mention.day)
        again = purchase in purchases
        later = Measure.REPEAT_CUSTOMERS if mention.customer in known else mention.said
        found.append((mention, None if again else later))
        known.add(mention.customer)
        purchases.add(purchase)
    return found


def arrivals(purchases: Iterable[Purchase]) -> list[Purchase]:
    """The first purchase of each customer who was new with it. Those of one day are in the order they came in."""
    first: dict[CustomerId, Purchase] = {}
    for purchase in sorted(purchases, key=lambda p: p.day):
        first.setdefault(purchase.customer, purchase)
    return [purchase for purchase in first.values() if not purchase.returning]


def new_customers(purchases: Iterable[Purchase], period: Period) -> int:
    """How many customers bought for the first time in `period`. `purchases` are all of the team, from the first on."""
    return sum(1 for purchase in arrivals(purchases) if purchase.day in period)


def new_by_seller(purchases: Iterable[Purchase], period: Period) -> dict[MemberId, int]:
    """The same, under who sold to them first."""
    return dict(Counter(purchase.seller for purchase in arrivals(purchases) if purchase.day in period))


def repurchase(purchases: Iterable[Purchase], window: Period, *, same_day_once: bool = False) -> Share:
    """复购率: the customers with two purchases or more in `window`, of those with one or more.

    With `same_day_once` all that somebody buys on one day is one purchase. (guangfuqiang.com, 复购率和回购率的区别)
    """
    bought = [(p.customer, p.day) for p in purchases if p.day in window]
    times = Counter(customer for customer, _ in (set(bought) if same_day_once else bought))
    return Share(sum(1 for n in times.values() if n > 1), len(times))


def buy_back(purchases: Sequence[Purchase], window: Period, following: Period) -> Share:
    """回购率: of those who bought in `window`, how many bought in the `following` one. (the same source)"""
    before, after = buyers(purchases, window), buyers(purchases, following)
    return Share(len(before & after), len(before))


def retention(start: int, end: int, new: int) -> Fraction | None:
    """留存率: (customers at the end - new ones) ÷ those at the start; None without any. (onmetrix, 50 retail KPIs)"""
    return Fraction(end - new, start) if start else None


def retained(purchases: Sequence[Purchase], period: Period, *, active_for: int = ACTIVE_FOR) -> Fraction | None:
    """Retention over `period` from purchases: a customer is who bought in the last `active_for` days."""
    start = customers_on(purchases, period.start - timedelta(days=1), active_for=active_for)
    end = customers_on(purchases, period.last, active_for=active_for)
    new = {purchase.customer for purchase in arrivals(purchases) if purchase.day in period}
    return retention(len(start), len(end), len(end & new))


def customers_on(purchases: Iterable[Purchase], day: date, *, active_for: int = ACTIVE_FOR) -> set[CustomerId]:
    """Who bought in the last `active_for` days, `day` included."""
    return {p.customer for p in purchases if day - timedelta(days=active_for) < p.day <= day}


def buyers(purchases: Iterable[Purchase], window: Period) -> set[CustomerId]:
    """Who bought in `window`."""
    return {purchase.customer for purchase in purchases if purchase.day in window}


def by_seller(purchases: Iterable[Purchase]) -> dict[MemberId, list[Purchase]]:
    """What each sold, for the rates of one seller: who comes back must come back to them."""
    return _grouped(purchases, lambda purchase: purchase.seller)


def standings(purchases: Iterable[Purchase], customers: Mapping[CustomerId, Customer]) -> list[Standing]:
    """What each customer bought, the last one first."""
    found = [
        Standing(customers[who], max(p.day for p in theirs), len(theirs), sum(p.amount or 0 for p in theirs))
        for who, theirs in _grouped(purchases, lambda purchase: purchase.customer).items()
    ]
    return sorted(found, key=lambda standing: (-standing.last.toordinal(), standing.customer.id))


def is_due(standing: Standing, today: date) -> bool:
    """Whether it is time to call somebody who has not bought for `CALL_AFTER` days."""
    return (today - standing.last).days >= CALL_AFTER


def due(book: Iterable[Standing], today: date) -> list[Standing]:
    """Whom to call, who has not bought for longest first."""
    waiting = [standing for standing in book if is_due(standing, today)]
    return sorted(waiting, key=lambda standing: (standing.last, standing.customer.id))


def _grouped(purchases: Iterable[Purchase], key: Callable[[Purchase], Key]) -> dict[Key, list[Purchase]]:
    groups: dict[Key, list[Purchase]] = {}
    for purchase in purchases:
        groups.setdefault(key(purchase), []).append(purchase)
    return groups
