"""Sales that somebody says have gone out: which they are, and how long that took."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from bot.command import Refusal, Request
from bot.reader.reading import Kind, Record
from kpi.entry import Entry, Measure
from kpi.ids import EntryId
from kpi.message import say
from kpi.team import Role
from storage import entries, handling

_MINUTE = timedelta(minutes=1)


def timed(request: Request, records: Sequence[Record], entry: Entry | None) -> tuple[Record, ...]:
    """`records` with the orders and minutes of the sales that they say were shipped.

    `entry` is what said so before, whose own marks are no obstacle. `Refusal` for what is no such sale.
    """
    return tuple(
        replace(record, handled=tuple(_handled(request, EntryId(number), entry) for number in record.shipped))
        if record.kind is Kind.SHIPPED and record.shipped
        else record
        for record in records
    )


def _handled(request: Request, number: EntryId, entry: Entry | None) -> tuple[int, int]:
    sale = entries.get(request.db, request.its_team.id, number)
    if sale is None or all(line.measure is not Measure.GROSS for line in sale.lines):
        raise Refusal(say("ship-no-sale", number=number))
    mine = request.member is not None and request.member.id in {sale.author, *(line.member for line in sale.lines)}
    if not mine and request.role is not Role.LEAD:
        raise Refusal(say("ship-not-yours", number=number))
    by = handling.shipped_by(request.db, request.its_team.id, number)
    if by is not None and (entry is None or by != entry.id):
        raise Refusal(say("ship-already", number=number, report=by))
    orders = sum(line.value for line in sale.lines if line.measure is Measure.ORDERS)
    return max(1, orders), _minutes(sale.recorded_at, request.now if entry is None else entry.recorded_at)


def _minutes(paid_at: datetime, shipped_at: datetime) -> int:
    return max(1, (shipped_at - paid_at) // _MINUTE)


def mark(request: Request, entry: Entry, records: Sequence[Record]) -> None:
    """Writes down which sales `records`, which made `entry`, say were shipped."""
    if any(record.kind is Kind.SHIPPED for record in records):
        sales = [EntryId(number) for record in records for number in record.shipped]
        handling.mark(request.db, request.its_team.id, entry.id, sales)
