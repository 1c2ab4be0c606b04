"""订单处理时长: orders that were shipped with how long they took, and sales that nobody has shipped yet.

Orders that went out are lines of `SHIPPED`, each with the minutes of all of them in the line after it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, and_, case, delete, func, insert, select

from kpi.entry import Measure
from kpi.ids import EntryId, MemberId, TeamId
from kpi.period import Period
from kpi.processing import Shipped
from storage import tables as t

_SHIPPING = t.entry_line.alias("shipping")
_IN_FORCE = select(t.shipment).join(
    _SHIPPING,
    and_(
        _SHIPPING.c.team_id == t.shipment.c.team_id,
        _SHIPPING.c.entry_id == t.shipment.c.entry_id,
        _SHIPPING.c.measure == Measure.SHIPPED,
        _SHIPPING.c.voided_at.is_(None),
    ),
)
LOOKED_BACK = timedelta(days=30)  # a sale that is not marked by then was shipped without a mark

LATELY = timedelta(days=2)


@dataclass(frozen=True, slots=True)
class Unshipped:
    """A sale that is paid and has no shipping mark. `orders` is None where the report did not say how many."""

    entry: EntryId
    member: MemberId
    paid_at: datetime
    orders: int | None
    gross: int  # minor units


def shipped(db: Connection, team: TeamId, period: Period) -> dict[MemberId, list[Shipped]]:
    """What each member's entries in force say was shipped in `period`."""
    orders, minutes = t.entry_line, t.entry_line.alias("minutes")
    after = and_(
        minutes.c.entry_id == orders.c.entry_id,
        minutes.c.revision == orders.c.revision,
        minutes.c.line == orders.c.line + 1,
        minutes.c.measure == Measure.HANDLING_MINUTES,
    )
    rows = db.execute(
        select(orders.c.member_id, orders.c.value.label("orders"), minutes.c.value.label("minutes"))
        .join(minutes, after)
        .where(
            orders.c.team_id == team,
            orders.c.business_date >= period.start,
            orders.c.business_date < period.end,
            orders.c.measure == Measure.SHIPPED,
            orders.c.voided_at.is_(None),
        )
        .order_by(orders.c.id)
    )
    found: dict[MemberId, list[Shipped]] = {}
    for row in rows:
        found.setdefault(MemberId(row.member_id), []).append(Shipped(row.minutes // row.orders, row.orders))
    return found


def mark(db: Connection, team: TeamId, entry: EntryId, sales: Iterable[EntryId]) -> None:
    """`entry` says that the orders of `sales` have gone out; what it said before of sales holds no more."""
    db.execute(delete(t.shipment).where(t.shipment.c.team_id == team, t.shipment.c.entry_id == entry))
    rows = [{"entry_id": entry, "sale_id": sale, "team_id": team} for sale in sales]
    if rows:
        db.execute(insert(t.shipment), rows)


def marked(db: Connection, team: TeamId, entry: EntryId) -> tuple[EntryId, ...]:
    """The sales that `entry` says were shipped."""
    theirs = (t.shipment.c.team_id == team, t.shipment.c.entry_id == entry)
    found = db.execute(select(t.shipment.c.sale_id).where(*theirs).order_by(t.shipment.c.sale_id)).scalars()
    return tuple(EntryId(sale) for sale in found)


def shipped_by(db: Connection, team: TeamId, sale: EntryId) -> EntryId | None:
    """The entry in force that says the sale was shipped; None while it waits."""
    in_force = _IN_FORCE.where(t.shipment.c.team_id == team, t.shipment.c.sale_id == sale)
    found: int | None = db.execute(in_force.with_only_columns(t.shipment.c.entry_id).limit(1)).scalar()
    return None if found is None else EntryId(found)


def unshipped(db: Connection, team: TeamId, now: datetime, *, lately: bool = False) -> list[Unshipped]:
    """The sales without a shipping mark, the longest waiting first.

    None in a team that marks no sales, unless those paid `lately` are asked for; and what was paid before the first
    that is marked was shipped without.
    """
    first = _first_marked(db, team, now)
    if first is None and lately:
        first = now - LATELY
    if first is None:
        return []
    line, gone = t.entry_line.c, _IN_FORCE.with_only_columns(t.shipment.c.sale_id)
    gross = func.sum(case((line.measure == Measure.GROSS, line.value), else_=0))
    rows = db.execute(
        select(
            t.entry.c.id,
            func.min(line.member_id).label("member_id"),
            t.entry.c.recorded_at,
            func.sum(case((line.measure == Measure.ORDERS, line.value))).label("orders"),
            gross.label("gross"),
        )
        .join(t.entry_line, (line.team_id == t.entry.c.team_id) & (line.entry_id == t.entry.c.id))
        .where(t.entry.c.team_id == team, t.entry.c.recorded_at >= first, line.voided_at.is_(None))
        .where(t.entry.c.id.not_in(gone.where(t.shipment.c.team_id == team)))
        .group_by(t.entry.c.id, t.entry.c.recorded_at)
        .having(gross > 0)
        .order_by(t.entry.c.recorded_at, t.entry.c.id)
    )
    return [
        Unshipped(
            EntryId(row.id),
            MemberId(row.member_id),
            row.recorded_at,
            None if row.orders is None else int(row.orders),
            int(row.gross),
        )
        for row in rows
    ]


def overdue(db: Connection, team: TeamId, now: datetime, limit: timedelta) -> list[Unshipped]:
    """The sales without a shipping mark that have waited for longer than `limit`, the longest first."""
    return [sale for sale in unshipped(db, team, now) if now - sale.paid_at > limit]


def marks_sales(db: Connection, team: TeamId, now: datetime) -> bool:
    """Whether the team marks which of its sales have gone out. In one that does not, nobody knows what waits."""
    return _first_marked(db, team, now) is not None


def _first_marked(db: Connection, team: TeamId, now: datetime) -> datetime | None:
    """When the first of the marked sales was paid, as far as one looks back."""
    sale = t.entry.alias("sale")
    paid = _IN_FORCE.join(sale, (sale.c.team_id == t.shipment.c.team_id) & (sale.c.id == t.shipment.c.sale_id)).where(
        t.shipment.c.team_id == team, sale.c.recorded_at >= now - LOOKED_BACK
    )
    found: datetime | None = db.execute(paid.with_only_columns(func.min(sale.c.recorded_at))).scalar()
    return found
