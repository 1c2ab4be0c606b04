"""What was read, made into lines of the books."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import assert_never

from bot.reader.reading import Kind, Named, Record
from kpi.customers import SAID
from kpi.entry import Line, Measure
from kpi.ids import CustomerId, MemberId
from kpi.metrics import Sums
from kpi.money import Money, to_minor
from kpi.team import Team

_COUNTED = {
    Kind.NEW_CUSTOMERS: Measure.NEW_CUSTOMERS,
    Kind.REPEAT_CUSTOMERS: Measure.REPEAT_CUSTOMERS,
    Kind.CONTACTS: Measure.CONTACTS,
    Kind.INQUIRIES: Measure.INQUIRIES,
    Kind.VISITORS: Measure.VISITORS,
    Kind.COMPLAINT: Measure.COMPLAINTS,
}

NOBODY: Mapping[str, CustomerId] = {}
UNNAMED: Mapping[CustomerId, str] = {}


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
    reported = dict.fromkeys((record.day, members[record.for_seller]) for record in records)
    return (*lines, *(Line(Measure.REPORTS, 1, day, member) for day, member in reported))


def records_of(
    team: Team, lines: tuple[Line, ...], aliases: Mapping[CustomerId, str] = UNNAMED
) -> tuple[Record, ...] | None:
    """What was read when `lines` were booked, for one member and day without colleagues' names; None for several.

    `aliases` are the names of the customers whom the lines name.
    """
    if len({(line.member, line.for_day or line.business_date) for line in lines}) != 1:
        return None
    day, found = lines[0].for_day or lines[0].business_date, _sums(lines)
    customers = _named(lines, aliases)
    records = []
    if {Measure.GROSS, Measure.ORDERS, Measure.UNITS} & found.keys():
        sale = Record(
            kind=Kind.SALE,
            revenue=_major(team, found.get(Measure.GROSS)),
            orders=found.get(Measure.ORDERS),
            units=found.get(Measure.UNITS),
            new_customers=found.pop(Measure.NEW_CUSTOMERS, None),
            day=day,
            customers=customers,
        )
        records.append(sale)
        found[Measure.REPEAT_CUSTOMERS] = found.get(Measure.REPEAT_CUSTOMERS, 0) - _returning(customers)
        customers = ()
    if {Measure.REFUNDS, Measure.REFUNDED_ORDERS} & found.keys():
        amount, orders = found.get(Measure.REFUNDS), found.get(Measure.REFUNDED_ORDERS)
        records.append(Record(kind=Kind.REFUND, revenue=_major(team, amount), orders=orders, day=day))
    for kind, measure in _COUNTED.items():
        if found.get(measure):
            theirs = tuple(customer for customer in customers if _said(customer) is measure)
            records.append(Record(kind=kind, count=found[measure], day=day, customers=theirs))
    return tuple(records)


def _sums(lines: Iterable[Line]) -> Sums:
    sums: Sums = {}
    for line in lines:
        sums[line.measure] = sums.get(line.measure, 0) + line.value
    return sums


def _named(lines: Iterable[Line], aliases: Mapping[CustomerId, str]) -> tuple[Named, ...]:
    said = ((line.customer, line.measure) for line in lines if line.measure in SAID)
    return tuple(
        Named(aliases[customer], new=measure is Measure.NEW_CUSTOMERS)
        for customer, measure in said
        if customer is not None and customer in aliases
    )


def _said(customer: Named) -> Measure:
    return Measure.NEW_CUSTOMERS if customer.new else Measure.REPEAT_CUSTOMERS


def _returning(customers: Iterable[Named]) -> int:
    return sum(not customer.new for customer in customers)


def _major(team: Team, minor: int | None) -> Decimal | None:
    return None if minor is None else Money(minor, team.currency).major


def _lines(team: Team, record: Record, member: MemberId, customers: Mapping[str, CustomerId]) -> Iterator[Line]:
    """A customer called by name is a line of their own. What was sold to one alone is theirs."""
    named = {customers[who.name]: _said(who) for who in record.customers if who.name in customers}
    counted = Counter(_said(who) for who in record.customers if who.name in customers)
    buyer = next(iter(named)) if len(named) == len(record.customers) == 1 else None
    for measure, value in _figures(team, record).items():
        rest = value - counted[measure]
        if rest > 0:
            whose = buyer if measure is Measure.GROSS else None
            yield Line(measure, rest, record.day, member, customer=whose)
    for customer, said in named.items():
        yield Line(said, 1, record.day, member, customer=customer)


def _figures(team: Team, record: Record) -> dict[Measure, int]:
    amount = 0 if record.revenue is None else to_minor(record.revenue, team.currency)
    count = record.count or 0
    match record.kind:
        case Kind.SALE:
            return {
                Measure.GROSS: amount,
                Measure.GROSS_OF_ORDERS: amount if record.orders else 0,
                Measure.ORDERS: record.orders or 0,
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
        case Kind.REPEAT_CUSTOMERS | Kind.CONTACTS | Kind.INQUIRIES | Kind.VISITORS:
            return {_COUNTED[record.kind]: count}
    assert_never(record.kind)
