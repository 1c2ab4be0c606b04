"""What was read, made into lines of the books."""

from collections.abc import Mapping
from decimal import Decimal
from typing import assert_never

from bot.reader.reading import Kind, Record
from kpi.entry import Line, Measure
from kpi.ids import MemberId
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


def lines_of(team: Team, records: tuple[Record, ...], members: Mapping[str | None, MemberId]) -> tuple[Line, ...]:
    """The lines that `records` say, and one `REPORTS` for each member and day among them: a zero is a report too.

    `members` tells who a record's `for_seller` is; None stands for the writer. Amounts are there and in the
    team's currency: both were checked.
    """
    lines = [line for record in records for line in _lines(team, record, members[record.for_seller])]
    reported = dict.fromkeys((record.day, members[record.for_seller]) for record in records)
    return (*lines, *(Line(Measure.REPORTS, 1, day, member) for day, member in reported))


def records_of(team: Team, lines: tuple[Line, ...]) -> tuple[Record, ...] | None:
    """What was read when `lines` were booked, for one member and day without names; None for several."""
    if len({(line.member, line.for_day or line.business_date) for line in lines}) != 1:
        return None
    day, found = lines[0].for_day or lines[0].business_date, {line.measure: line.value for line in lines}
    records = []
    if {Measure.GROSS, Measure.ORDERS, Measure.UNITS} & found.keys():
        sale = Record(
            kind=Kind.SALE,
            revenue=_major(team, found.get(Measure.GROSS)),
            orders=found.get(Measure.ORDERS),
            units=found.get(Measure.UNITS),
            new_customers=found.pop(Measure.NEW_CUSTOMERS, None),
            day=day,
        )
        records.append(sale)
    if {Measure.REFUNDS, Measure.REFUNDED_ORDERS} & found.keys():
        amount, orders = found.get(Measure.REFUNDS), found.get(Measure.REFUNDED_ORDERS)
        records.append(Record(kind=Kind.REFUND, revenue=_major(team, amount), orders=orders, day=day))
    counts = ((kind, found[measure]) for kind, measure in _COUNTED.items() if measure in found)
    return (*records, *(Record(kind=kind, count=count, day=day) for kind, count in counts))


def _major(team: Team, minor: int | None) -> Decimal | None:
    return None if minor is None else Money(minor, team.currency).major


def _lines(team: Team, record: Record, member: MemberId) -> list[Line]:
    return [Line(measure, value, record.day, member) for measure, value in _figures(team, record).items() if value]


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
