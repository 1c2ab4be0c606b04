"""What two teams that become one keep of plans and of coaching."""

from sqlalchemy import Connection, case, select, tuple_, update

from kpi.metrics import CATALOGUE, Metric, Unit
from kpi.team import Team
from storage import tables as t
from storage.renumbering import Renumbered, in_units_of, renumbered


def move_alerts(db: Connection, younger: Team, older: Team, same: Renumbered) -> None:
    """Of somebody whom both teams were told of, the older team's alert stands; what the other was is over."""
    column, there = t.coaching_alert.c, t.coaching_alert.alias()
    standing = select(there.c.member_id, there.c.rule).where(
        there.c.team_id == older.id, there.c.recovered_on.is_(None)
    )
    twice = tuple_(renumbered(column.member_id, same), column.rule).in_(standing)
    theirs = (column.team_id == younger.id, column.recovered_on.is_(None))
    db.execute(update(t.coaching_alert).where(*theirs, twice).values(recovered_on=column.raised_on))
    moved = {"team_id": older.id, "member_id": renumbered(column.member_id, same)}
    db.execute(update(t.coaching_alert).where(column.team_id == younger.id).values(moved))


def move_plans(db: Connection, younger: Team, older: Team, same: Renumbered) -> None:
    column = t.plan_item.c
    money = column.metric.in_([metric for metric in Metric if CATALOGUE[metric].unit is Unit.MONEY])
    moved = {
        "team_id": older.id,
        "owner_id": renumbered(column.owner_id, same),
        "made_by": renumbered(column.made_by, same),
        "present": case((money, in_units_of(older, younger, column.present)), else_=column.present),
        "wanted": case((money, in_units_of(older, younger, column.wanted)), else_=column.wanted),
    }
    db.execute(update(t.plan_item).where(column.team_id == younger.id).values(moved))
    said = t.plan_comment.c
    moved = {"team_id": older.id, "said_by": renumbered(said.said_by, same)}
    db.execute(update(t.plan_comment).where(said.team_id == younger.id).values(moved))
    db.execute(update(t.plan_checkpoint).where(t.plan_checkpoint.c.team_id == younger.id).values(team_id=older.id))
