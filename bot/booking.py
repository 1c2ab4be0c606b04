"""What was read, made into lines of the books."""

from collections.abc import Mapping
from typing import assert_never

from bot.reader.reading import Kind, Record
from kpi.entry import Line, Measure
from kpi.ids import MemberId
from kpi.money import to_minor
from kpi.team import Team


def lines_of(team: Team, records: tuple[Record, ...], members: Mapping[str | None, MemberId]) -> tuple[Line, ...]:
    """The lines that `records` say, and one `REPORTS` for each member and day among them.

    `members` tells who a record's `for_seller` is; None stands for the writer. Amounts are there and in the
    team's currency: both were checked.
    """
    lines = [line for record in records for line in _lines(team, record, members[record.for_seller])]
    reported = dict.fromkeys((line.business_date, line.member) for line in lines)
    return (*lines, *(Line(Measure.REPORTS, 1, day, member) for day, member in reported))


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
        case Kind.REPEAT_CUSTOMERS:
            return {Measure.REPEAT_CUSTOMERS: count}
        case Kind.CONTACTS:
            return {Measure.CONTACTS: count}
        case Kind.INQUIRIES:
            return {Measure.INQUIRIES: count}
        case Kind.VISITORS:
            return {Measure.VISITORS: count}
        case Kind.COMPLAINT:
            return {Measure.COMPLAINTS: count or 1}
    assert_never(record.kind)
