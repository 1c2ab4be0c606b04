"""Who was named as new and is not: what the totals of named customers are off by, if taken as they were said."""

from collections.abc import Collection

from sqlalchemy import Connection, bindparam, func, select

from kpi.customers import SAID, Mention, counted_as
from kpi.entry import Line, Measure
from kpi.ids import CustomerId, EntryId, MemberId, TeamId
from storage import tables as t

OWN = func.coalesce(t.customer.c.same_as, t.customer.c.id)  # whom a customer counts as
LINES = t.line_customer.join(
    t.entry_line,
    (t.entry_line.c.entry_id == t.line_customer.c.entry_id)
    & (t.entry_line.c.line == t.line_customer.c.line)
    & (t.entry_line.c.revision == t.line_customer.c.revision),
)
NAMED = LINES.join(t.customer, t.customer.c.id == t.line_customer.c.customer_id)
IN_FORCE = (t.line_customer.c.team_id == bindparam("team"), t.entry_line.c.voided_at.is_(None))
_ALL_MENTIONS = (
    select(t.entry_line, OWN.label("own")).select_from(NAMED).where(*IN_FORCE, t.entry_line.c.measure.in_(SAID))
)
_MENTIONS = _ALL_MENTIONS.where(t.line_customer.c.customer_id.in_(bindparam("customers", expanding=True)))
_OWN = select(OWN).where(
    t.customer.c.team_id == bindparam("team"), t.customer.c.id.in_(bindparam("customers", expanding=True))
)
_ALIKE = select(t.customer.c.id).where(
    t.customer.c.team_id == bindparam("team"), OWN.in_(bindparam("own", expanding=True))
)


def alike(db: Connection, team: TeamId, customers: Collection[CustomerId]) -> set[CustomerId]:
    """All customers who are the same as one of `customers`, themselves included."""
    own = db.execute(_OWN, {"team": team, "customers": list(customers)}).scalars().all()
    return {CustomerId(found) for found in db.execute(_ALIKE, {"team": team, "own": own}).scalars()}


def counted(
    db: Connection, team: TeamId, customers: Collection[CustomerId] | None = None
) -> list[tuple[Mention, Measure | None]]:
    """What each mention in force of `customers` (None: of all) counts as."""
    if customers is None:
        rows = db.execute(_ALL_MENTIONS, {"team": team})
    else:
        rows = db.execute(_MENTIONS, {"team": team, "customers": sorted(alike(db, team, customers))})
    return counted_as(
        Mention(
            row.business_date,
            EntryId(row.entry_id),
            row.line,
            CustomerId(row.own),
            MemberId(row.member_id),
            row.measure,
        )
        for row in rows
    )


def miscounted(db: Connection, team: TeamId, customers: Collection[CustomerId] | None = None) -> list[Line]:
    """Lines that make the totals right where a mention of `customers` (None: of anybody) counts as something else."""
    lines: list[Line] = []
    for mention, measure in counted(db, team, customers):
        if measure is not mention.said:
            lines.append(Line(mention.said, -1, mention.day, mention.seller))
            if measure is not None:
                lines.append(Line(measure, 1, mention.day, mention.seller))
    return lines
