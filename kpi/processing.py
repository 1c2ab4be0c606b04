"""订单处理时长: how long orders take from being paid to being shipped."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from fractions import Fraction

_MINUTES = 60


@dataclass(frozen=True, slots=True)
class Shipped:
    """`orders` that were shipped together, and how many minutes after being paid; cancelled ones are none of them."""

    minutes: int
    orders: int = 1


@dataclass(frozen=True, slots=True)
class Processing:
    """How long `n` orders took, in hours, and the shares of those shipped within 24 and 48 hours.

    One late order distorts the mean, so the median stands beside it.
    """

    n: int
    mean: Fraction
    median: Fraction
    within_24h: Fraction
    within_48h: Fraction


@dataclass(frozen=True, slots=True)
class Waiting:
    """An order that is paid and not shipped."""

    number: int
    paid_at: datetime


def processing(shipped: Sequence[Shipped]) -> Processing | None:
    """How long `shipped` took; None without orders."""
    n = sum(each.orders for each in shipped)
    if not n:
        return None
    return Processing(
        n=n,
        mean=Fraction(sum(each.minutes * each.orders for each in shipped), n * _MINUTES),
        median=_median(shipped, n),
        within_24h=_within(shipped, 24, n),
        within_48h=_within(shipped, 48, n),
    )


def overdue(waiting: Iterable[Waiting], now: datetime, limit: timedelta) -> tuple[Waiting, ...]:
    """The orders that have waited for longer than `limit`, the longest first."""
    return tuple(sorted((each for each in waiting if now - each.paid_at > limit), key=lambda each: each.paid_at))


def _within(shipped: Iterable[Shipped], hours: int, n: int) -> Fraction:
    return Fraction(sum(each.orders for each in shipped if each.minutes <= hours * _MINUTES), n)


def _median(shipped: Iterable[Shipped], n: int) -> Fraction:
    """In hours. Of an even number of orders, the mean of the two in the middle."""
    middle = {(n - 1) // 2, n // 2}
    counted, found = 0, list[int]()
    for each in sorted(shipped, key=lambda each: each.minutes):
        found += [each.minutes for at in sorted(middle) if counted <= at < counted + each.orders]
        counted += each.orders
    return Fraction(sum(found), len(found) * _MINUTES)
