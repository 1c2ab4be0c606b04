"""What a seller's reports usually count, to tell a slip of the finger by."""

from datetime import date

from sqlalchemy import Connection, bindparam, select

from kpi.entry import Measure
from kpi.ids import MemberId, TeamId
from storage import tables as t

_NEWEST = 40  # reports: more of them hardly move a median

_COUNTS = (
    select(t.entry_line.c.value)
    .where(
        t.entry_line.c.team_id == bindparam("team"),
        t.entry_line.c.member_id == bindparam("member"),
        t.entry_line.c.business_date >= bindparam("since"),
        t.entry_line.c.measure == bindparam("measure"),
        t.entry_line.c.voided_at.is_(None),
    )
    .order_by(t.entry_line.c.business_date.desc(), t.entry_line.c.id.desc())
    .limit(_NEWEST)
)


def counts(db: Connection, team: TeamId, member: MemberId, measure: Measure, since: date) -> list[int]:
    """What the newest lines in force of the member since that day say of `measure`."""
    found = db.execute(_COUNTS, {"team": team, "member": member, "measure": measure, "since": since})
    return [int(value) for value in found.scalars()]
