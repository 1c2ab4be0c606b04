"""Targets of a team and of members: how much of a metric in a period."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, delete, insert, select

from kpi.ids import MemberId, TeamId
from kpi.metrics import CATALOGUE, Metric, Unit
from storage import tables as t
from storage.prepared import Prepared
from storage.rows import Found

_TARGETS = Prepared(
    select(t.target).where(
        t.target.c.team_id == bindparam("team"),
        t.target.c.period == bindparam("period"),
        t.target.c.metric == bindparam("metric"),
    )
)


@dataclass(frozen=True, slots=True)
class Target:
    """What was set for a period (its key): of a member, or with None of the team, in the units of `kpi.aim`.

    One for the `whole_time` is what somebody would get who is there on all days, and theirs is told by their presence.
    """

    metric: Metric
    period: str
    member: MemberId | None
    amount: int
    whole_time: bool


def set_target(  # noqa: PLR0917 - in the order in which one says it
    db: Connection,
    team: TeamId,
    member: MemberId | None,
    period: str,
    amount: int,
    metric: Metric = Metric.NET,
    *,
    by: MemberId,
    at: datetime,
    whole_time: bool = False,
) -> None:
    """Sets the target of a period (its key, `2026-06`) for a member, or with None for the team."""
    remove(db, team, member, period, metric)
    values = {
        "team_id": team,
        "metric": metric,
        "period": period,
        "member_id": member,
        "amount": amount,
        "whole_time": whole_time,
        "set_by": by,
        "set_at": at,
    }
    db.execute(insert(t.target).values(values))


def remove(db: Connection, team: TeamId, member: MemberId | None, period: str, metric: Metric) -> None:
    """Takes a target away, if there is one."""
    column = t.target.c
    whose = column.member_id.is_(None) if member is None else column.member_id == member
    this = (column.team_id == team, column.period == period, column.metric == metric, whose)
    db.execute(delete(t.target).where(*this))


def of_metric(db: Connection, team: TeamId, period: str, metric: Metric) -> list[Target]:
    """The targets of one metric in a period, as they were set."""
    return [_target(row) for row in _TARGETS.all(db, team=team, period=period, metric=metric)]


def of_periods(db: Connection, team: TeamId, periods: Collection[str]) -> list[Target]:
    """The targets of all metrics in these periods, in the order in which they were first set."""
    found = select(t.target).where(t.target.c.team_id == team, t.target.c.period.in_(periods))
    return [_target(row) for row in db.execute(found.order_by(t.target.c.id))]


def targets(db: Connection, team: TeamId, period: str, metric: Metric = Metric.NET) -> dict[MemberId | None, int]:
    """What was set, the team's own under None. What it asks of each, `bot.aims.aims` tells."""
    return {found.member: found.amount for found in of_metric(db, team, period, metric)}


def has_money(db: Connection, team: TeamId) -> bool:
    """Whether there is any target in the team's currency."""
    money = [metric for metric in Metric if CATALOGUE[metric].unit is Unit.MONEY]
    found = select(t.target.c.id).where(t.target.c.team_id == team, t.target.c.metric.in_(money)).limit(1)
    return db.execute(found).first() is not None


def _target(row: Found) -> Target:
    member = None if row.member_id is None else MemberId(row.member_id)
    return Target(row.metric, row.period, member, row.amount, bool(row.whole_time))
