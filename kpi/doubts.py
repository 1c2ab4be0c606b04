"""What a lead had better look at in the books: the same report twice, and amounts far above a seller's usual."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from fractions import Fraction
from statistics import median

from kpi.checks import PastSale, unusual
from kpi.entry import How, Line, Measure
from kpi.ids import EntryId, MemberId
from kpi.money import round_half_up

TWINS = timedelta(minutes=10)  # the same figures again so soon may be the same sale
USUAL = timedelta(weeks=4)  # what a seller usually sells is judged by so much


@dataclass(frozen=True, slots=True)
class Booked:
    """An entry in force: how and when it came, and whether its seller's word is all that it rests on."""

    entry: EntryId
    author: MemberId
    how: How
    recorded_at: datetime
    lines: tuple[Line, ...]
    unchecked: bool


@dataclass(frozen=True, slots=True)
class Twin:
    """An entry that says the very same as one shortly before it."""

    booked: Booked
    before: EntryId
    minutes: int


@dataclass(frozen=True, slots=True)
class Outlier:
    """An entry whose sale is far above what the member's other sales usually bring. Both in minor units."""

    booked: Booked
    member: MemberId
    amount: int
    usual: int


Doubt = Twin | Outlier


def doubts(books: Sequence[Booked], since: date) -> list[Doubt]:
    """What is doubtful among `books`, the newest first: one doubt of an entry, none of those that a lead has checked.

    Looked at are entries with a day from `since` on; the older ones only tell what is usual.
    """
    open_ones = [one for one in books if one.unchecked and any(line.business_date >= since for line in one.lines)]
    before = _before(books)
    sales = _sales(books)
    found = (_twin(one, before) or _outlier(one, sales) for one in open_ones)
    return sorted((doubt for doubt in found if doubt), key=lambda doubt: -doubt.booked.entry)


def _before(books: Iterable[Booked]) -> dict[EntryId, Booked]:
    """The last entry before each that says the same."""
    last: dict[frozenset[tuple[Line, int]], Booked] = {}
    found: dict[EntryId, Booked] = {}
    for one in sorted(books, key=lambda booked: (booked.recorded_at, booked.entry)):
        same = _content(one.lines)
        if same in last:
            found[one.entry] = last[same]
        last[same] = one
    return found


def _content(lines: tuple[Line, ...]) -> frozenset[tuple[Line, int]]:
    """The lines in no order, and how often each is there."""
    return frozenset((line, lines.count(line)) for line in lines)


def _twin(one: Booked, before: dict[EntryId, Booked]) -> Twin | None:
    same = before.get(one.entry)
    if same is None or one.recorded_at - same.recorded_at > TWINS:
        return None
    return Twin(one, same.entry, (one.recorded_at - same.recorded_at) // timedelta(minutes=1))


def _sales(books: Iterable[Booked]) -> dict[MemberId, dict[EntryId, PastSale]]:
    """Each member's sales by the entry that they are of."""
    sales: dict[MemberId, dict[EntryId, PastSale]] = {}
    for one in books:
        for member, sale in _of_members(one.lines):
            sales.setdefault(member, {})[one.entry] = sale
    return sales


def _of_members(lines: tuple[Line, ...]) -> Iterator[tuple[MemberId, PastSale]]:
    """The sale of each member that `lines` tell of."""
    for member in dict.fromkeys(line.member for line in lines):
        own = [line for line in lines if line.member == member]
        gross = sum(line.value for line in own if line.measure is Measure.GROSS)
        orders = sum(line.value for line in own if line.measure is Measure.ORDERS)
        if gross:
            yield member, PastSale(gross, orders or None)


def _outlier(one: Booked, sales: dict[MemberId, dict[EntryId, PastSale]]) -> Outlier | None:
    for member, sale in _of_members(one.lines):
        others = [other for entry, other in sales[member].items() if entry != one.entry]
        if unusual(sale.gross, sale.orders, others):
            usual = round_half_up(median(Fraction(other.gross) for other in others))
            return Outlier(one, member, sale.gross, usual)
    return None
