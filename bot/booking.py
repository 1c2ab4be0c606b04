"""What was read, made into lines of the books."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import assert_never

from bot.reader.reading import Kind, Named, Record
from kpi.customers import SAID
from kpi.entry import Line, Measure
from kpi.ids import CustomerId, MemberId
from kpi.money import to_minor
from kpi.stock import product_key
from kpi.team import Team

_COUNTED = {
    Kind.NEW_CUSTOMERS: Measure.NEW_CUSTOMERS,
    Kind.REPEAT_CUSTOMERS: Measure.REPEAT_CUSTOMERS,
    Kind.CONTACTS: Measure.CONTACTS,
    Kind.INQUIRIES: Measure.INQUIRIES,
    Kind.VISITORS: Measure.VISITORS,
    Kind.COMPLAINT: Measure.COMPLAINTS,
    Kind.WITHDRAWN: Measure.WITHDRAWN_COMPLAINTS,
    Kind.BUYERS: Measure.BUYERS,
    Kind.PAGE_VIEWS: Measure.PAGE_VIEWS,
}
_POSITIVE = 4  # stars
# The gross of reports that also state what it may be divided by.
_GROSS_BESIDE = {Measure.GROSS_OF_ORDERS: Measure.ORDERS, Measure.GROSS_OF_BUYERS: Measure.BUYERS}

_LONGEST = 24  # characters of a product's name

NOBODY: Mapping[str, CustomerId] = {}


def lines_of(
    team: Team,
    records: tuple[Record, ...],
    members: Mapping[str | None, MemberId],
    customers: Mapping[str, CustomerId] = NOBODY,
) -> tuple[Line, ...]:
    """The lines that `records` say, and one `REPORTS` for each member and day among them: a zero is a report too.

    `members` tells who a record's `for_seller` is; None stands for the writer. `customers` are those who are called by
    name; whoever is not among them only counts. Amounts are there and in the team's currency: both were checked.
    """
    lines = [line for record in records for line in _lines(team, record, members[record.for_seller], customers)]
    said = [record for record in records if record.kind is not Kind.SHIPPED]  # of which days ago somebody reported
    reported = dict.fromkeys((record.day, members[record.for_seller]) for record in said)
    return (*lines, *(Line(Measure.REPORTS, 1, day, member) for day, member in reported))


def amended(
    team: Team,
    lines: Sequence[Line],
    said: tuple[Record, ...],
    members: Mapping[str | None, MemberId],
    customers: Mapping[str, CustomerId] = NOBODY,
) -> tuple[Line, ...] | None:
    """`lines` with what `said` says of them put right, and all else as it was. None for several people or days.

    Day and member become those of `said`, so it must carry the entry's own where it means no other.
    """
    if len({(line.member, _day(line)) for line in lines}) != 1:
        return None
    values = {measure: value for record in said for measure, value in _stated(team, record).items()}
    named = [line for line in lines_of(team, said, members, customers) if line.measure in SAID and line.customer]
    right = [line for line in lines if line.measure not in values]
    for measure, value in values.items():
        right.extend(_valued(lines, named, measure, value))
    return tuple(_with_gross_beside(_moved(line, said[0].day, members[said[0].for_seller]) for line in right))


def _day(line: Line) -> date:
    """The day that the line is for, also when it counts on another."""
    return line.for_day or line.business_date


def _moved(line: Line, day: date, member: MemberId) -> Line:
    if day == _day(line):
        return replace(line, member=member)
    return replace(line, member=member, business_date=day, for_day=None)


def _valued(lines: Sequence[Line], named: Sequence[Line], measure: Measure, value: int) -> Iterator[Line]:
    """The lines that make `value` of `measure`.

    Customers whom the correction names are counted; else those who were named stay, as far as the count reaches.
    """
    before = [line for line in lines if line.measure is measure]
    buyers = {line.customer for line in before} if measure not in SAID else set()
    whose = buyers.pop() if len(buyers) == 1 else None
    goods = {line.product for line in before}
    plain = replace(lines[0], measure=measure, customer=whose, product=goods.pop() if len(goods) == 1 else None)
    counted = [line for line in named or before if line.measure is measure and line.customer] if measure in SAID else []
    for line in counted[:value]:
        yield replace(plain, value=1, customer=line.customer)
    if value > len(counted):
        yield replace(plain, value=value - len(counted))


def _with_gross_beside(lines: Iterable[Line]) -> Iterator[Line]:
    """`lines`, and the gross of those that state orders, or buyers, beside the gross itself."""
    plain = [line for line in lines if line.measure not in _GROSS_BESIDE]
    yield from plain
    gross = [line for line in plain if line.measure is Measure.GROSS]
    counted = {line.measure for line in plain}
    for measure, count in _GROSS_BESIDE.items():
        if count in counted:
            yield from (replace(line, measure=measure, customer=None) for line in gross)


def _stated(team: Team, record: Record) -> dict[Measure, int]:
    """The figures that `record` states, a nought among them."""
    unsaid = {
        Measure.GROSS: record.revenue, Measure.REFUNDS: record.revenue, Measure.ORDERS: record.orders,
        Measure.REFUNDED_ORDERS: record.orders, Measure.UNITS: record.units,
        Measure.NEW_CUSTOMERS: record.new_customers if record.count is None else record.count,
        Measure.REPEAT_CUSTOMERS: record.count or _returning(record.customers) or None,
        Measure.BUYERS: record.buyers if record.count is None else record.count,
    }  # fmt: skip
    return {
        measure: value
        for measure, value in _figures(team, record).items()
        if measure not in _GROSS_BESIDE and unsaid.get(measure, value) is not None
    }


def stating(measure: Measure, value: Decimal, day: date, currency: str | None = None) -> Record | None:
    """What a report would say that states nothing but `measure`; None for what no report states alone."""
    match measure:
        case Measure.GROSS:
            return Record(kind=Kind.SALE, day=day, revenue=value, currency=currency)
        case Measure.REFUNDS:
            return Record(kind=Kind.REFUND, day=day, revenue=value, currency=currency)
        case Measure.ORDERS:
            return Record(kind=Kind.SALE, day=day, orders=int(value))
        case Measure.REFUNDED_ORDERS:
            return Record(kind=Kind.REFUND, day=day, orders=int(value))
        case Measure.UNITS:
            return Record(kind=Kind.SALE, day=day, units=int(value))
        case Measure.NEW_CUSTOMERS:
            return Record(kind=Kind.NEW_CUSTOMERS, day=day, new_customers=int(value))
        case _:
            kind = next((kind for kind, counted in _COUNTED.items() if counted is measure), None)
            return None if kind is None else Record(kind=kind, day=day, count=int(value))


def _returning(customers: Iterable[Named]) -> int:
    return sum(not customer.new for customer in customers)


def _said(customer: Named) -> Measure:
    return Measure.NEW_CUSTOMERS if customer.new else Measure.REPEAT_CUSTOMERS


def _lines(team: Team, record: Record, member: MemberId, customers: Mapping[str, CustomerId]) -> Iterator[Line]:
    """A customer called by name is a line of their own. What was sold to one alone is theirs.

    Orders that were shipped together are a line, and the one after it says how long they took.
    """
    for orders, minutes in record.handled:
        yield Line(Measure.SHIPPED, orders, record.day, member)
        yield Line(Measure.HANDLING_MINUTES, orders * minutes, record.day, member)
    if record.kind is Kind.SHIPPED:
        return
    named = {customers[who.name]: _said(who) for who in record.customers if who.name in customers}
    counted = Counter(_said(who) for who in record.customers if who.name in customers)
    buyer = next(iter(named)) if len(named) == len(record.customers) == 1 else None
    for measure, value in _figures(team, record).items():
        rest = value - counted[measure]
        if rest > 0:
            whose = buyer if measure is Measure.GROSS else None
            product = _product(record) if measure is Measure.UNITS else None
            yield Line(measure, rest, record.day, member, customer=whose, product=product)
    for customer, said in named.items():
        yield Line(said, 1, record.day, member, customer=customer)


def _product(record: Record) -> str | None:
    """The key of what was sold. Of several products nobody knows how many pieces each had."""
    named = product_key(record.product or "")
    return named if named and "+" not in named and len(named) <= _LONGEST else None


def _figures(team: Team, record: Record) -> dict[Measure, int]:
    amount = 0 if record.revenue is None else to_minor(record.revenue, team.currency)
    count = record.count or 0
    match record.kind:
        case Kind.SALE:
            return {
                Measure.GROSS: amount,
                Measure.GROSS_OF_ORDERS: amount if record.orders else 0,
                Measure.GROSS_OF_BUYERS: amount if record.buyers else 0,
                Measure.ORDERS: record.orders or 0,
                Measure.BUYERS: record.buyers or 0,
                Measure.UNITS: record.units or 0,
                Measure.NEW_CUSTOMERS: record.new_customers or 0,
                Measure.REPEAT_CUSTOMERS: _returning(record.customers),
            }
        case Kind.REFUND:
            return {Measure.REFUNDS: amount, Measure.REFUNDED_ORDERS: record.orders or 0}
        case Kind.NEW_CUSTOMERS:
            return {Measure.NEW_CUSTOMERS: count or record.new_customers or 0}
        case Kind.COMPLAINT:
            return {Measure.COMPLAINTS: count or 1}
        case Kind.RATINGS:
            return {
                Measure.RATINGS: len(record.stars),
                Measure.RATING_STARS: sum(record.stars),
                Measure.POSITIVE_RATINGS: sum(stars >= _POSITIVE for stars in record.stars),
            }
        case Kind.SHIPPED:
            return {
                Measure.SHIPPED: sum(orders for orders, _ in record.handled),
                Measure.HANDLING_MINUTES: sum(orders * minutes for orders, minutes in record.handled),
            }
        case (
            Kind.REPEAT_CUSTOMERS
            | Kind.CONTACTS
            | Kind.INQUIRIES
            | Kind.VISITORS
            | Kind.WITHDRAWN
            | Kind.BUYERS
            | Kind.PAGE_VIEWS
        ):
            return {_COUNTED[record.kind]: count}
    assert_never(record.kind)
