"""The books of some days, figure by figure, for whoever takes them elsewhere."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, Connection, func, select

from kpi.customers import Customer
from kpi.entry import How, Measure
from kpi.ids import CustomerId, EntryId, MemberId, TeamId
from kpi.period import Period
from storage import tables as t
from storage.entries import beside
from storage.newcomers import OWN, counted

# Amounts that stand in the books twice, for those of them that may be divided.
REPEATED = (Measure.GROSS_OF_ORDERS, Measure.GROSS_OF_BUYERS)


_MEMBERS = select(t.member.c.id)


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure in force, as it counts. `entered_by` wrote it as it is now; `product` is its key."""

    entry: EntryId
    line: int
    revision: int
    business_date: date
    for_day: date | None
    member: MemberId
    measure: Measure
    value: int
    customer: Customer | None
    product: str | None
    how: How
    recorded_at: datetime
    entered_by: MemberId


def figures(db: Connection, team: TeamId, period: Period, member: MemberId | None) -> Iterator[Figure]:
    """What counts in `period`, of one member or of all, by day, entry and line.

    Somebody named as new who was known already is the returning customer as whom they count, so that figures add up
    to the totals. What was undone is not among them, nor `REPEATED`.
    """
    counts = {(mention.entry, mention.line): measure for mention, measure in counted(db, team)}
    line = t.entry_line.c
    rows = (
        select(
            *(line.entry_id, line.line, line.revision, line.business_date, line.member_id, line.measure, line.value),
            *(line.recorded_at, line.recorded_by, t.entry.c.how, t.adjustment.c.for_day, t.line_product.c.product),
            *(t.customer.c.alias, OWN.label("own")),
        )
        .join(t.entry, t.entry.c.id == line.entry_id)
        .outerjoin(t.adjustment, beside(t.adjustment))
        .outerjoin(t.line_product, beside(t.line_product))
        .outerjoin(t.line_customer, beside(t.line_customer))
        .outerjoin(t.customer, t.customer.c.id == t.line_customer.c.customer_id)
        .where(*_in_force(team, period, member))
        .order_by(line.business_date, line.entry_id, line.line)
    )
    for row in db.execute(rows):
        measure = counts.get((EntryId(row.entry_id), row.line), row.measure)
        if measure is not None:
            who = None if row.own is None else Customer(CustomerId(row.own), row.alias)
            yield Figure(
                EntryId(row.entry_id),
                row.line,
                row.revision,
                row.business_date,
                row.for_day,
                MemberId(row.member_id),
                measure,
                row.value,
                who,
                row.product,
                row.how,
                row.recorded_at,
                MemberId(row.recorded_by),
            )


def count(db: Connection, team: TeamId, period: Period, member: MemberId | None) -> int:
    """How many figures `figures` has at most."""
    return int(db.execute(select(func.count()).where(*_in_force(team, period, member))).scalar_one())


def _in_force(team: TeamId, period: Period, member: MemberId | None) -> tuple[ColumnElement[bool], ...]:
    """Of all members by naming each: the index of their days leaves the other days of the team out."""
    line = t.entry_line.c
    whose = line.member_id == member if member else line.member_id.in_(_MEMBERS.where(t.member.c.team_id == team))
    days = (line.business_date >= period.start, line.business_date < period.end)
    return (line.team_id == team, whose, *days, line.voided_at.is_(None), line.measure.not_in(REPEATED))
