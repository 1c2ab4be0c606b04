"""Versions of a team's rules of pay. What was published is never changed: a later month gets a later version."""

from datetime import date, datetime

from sqlalchemy import Connection, bindparam, delete, func, insert, select, update

from kpi.ids import MemberId, TeamId
from kpi.pay.rules import RuleSet
from kpi.pay.stored import decode, encode
from kpi.pay.versions import RulesStage, Version, in_force
from kpi.period import Grain, Period, period_of
from storage import tables as t
from storage.prepared import Prepared
from storage.rows import Found

_OF_TEAM = Prepared(
    select(t.pay_rules).where(t.pay_rules.c.team_id == bindparam("team")).order_by(t.pay_rules.c.number)
)
_PAID_BY = Prepared(
    select(t.pay_month.c.rules_id).where(
        t.pay_month.c.team_id == bindparam("team"), t.pay_month.c.start_day == bindparam("start")
    )
)


class PublishedError(ValueError):
    """A version that is published, or is not there, was to be changed."""


class PaidMonthError(ValueError):
    """A version was to hold for a month whose pay was told by another one. `month` is the last such month."""

    def __init__(self, month: Period) -> None:
        super().__init__(month.key)
        self.month = month


def draft(db: Connection, team: TeamId, rule_set: RuleSet, *, by: MemberId, at: datetime) -> Version:
    """A new version, which holds nowhere until it is published."""
    column = t.pay_rules.c
    last = db.execute(select(func.max(column.number)).where(column.team_id == team)).scalar()
    values = {
        "team_id": team,
        "number": (last or 0) + 1,
        "body": encode(rule_set),
        "stage": RulesStage.DRAFT,
        "made_by": by,
        "made_at": at,
    }
    return _version(db.execute(insert(t.pay_rules).values(values).returning(*column)).one())


def edit(db: Connection, team: TeamId, number: int, rule_set: RuleSet) -> None:
    """Other rules in a version that is not published; it is a draft again. `PublishedError` for one that is."""
    _change(db, team, number, body=encode(rule_set), stage=RulesStage.DRAFT)


def simulated(db: Connection, team: TeamId, number: int) -> None:
    """That somebody has seen what these rules would have cost. `PublishedError` for a version that is published."""
    _change(db, team, number, stage=RulesStage.SIMULATED)


def publish(db: Connection, team: TeamId, number: int, month: Period, *, by: MemberId, at: datetime) -> None:
    """The version holds from `month` on.

    `PublishedError` when it already holds; `PaidMonthError` when the pay of that month, or a later one, was told.
    """
    paid = last_paid(db, team)
    if paid is not None and month.start <= paid.start:
        raise PaidMonthError(paid)
    _change(db, team, number, stage=RulesStage.PUBLISHED, since=month.start, published_by=by, published_at=at)


def discard(db: Connection, team: TeamId, number: int) -> None:
    """Takes away a version that was never published. `PublishedError` for one that was."""
    column = t.pay_rules.c
    unpublished = (column.team_id == team, column.number == number, column.stage != RulesStage.PUBLISHED)
    if not db.execute(delete(t.pay_rules).where(*unpublished)).rowcount:
        raise PublishedError(str(number))


def of_team(db: Connection, team: TeamId) -> list[Version]:
    """All versions, by their numbers."""
    return [_version(row) for row in _OF_TEAM.all(db, team=team)]


def get(db: Connection, team: TeamId, number: int) -> Version | None:
    return next((version for version in of_team(db, team) if version.number == number), None)


def of_month(db: Connection, team: TeamId, month: Period) -> Version | None:
    """The version that `month` was paid by or, while its pay was not told, the one in force."""
    versions = of_team(db, team)
    used = _PAID_BY.first(db, team=team, start=month.start) if versions else None
    if used is None:
        return in_force(versions, month)
    return next(version for version in versions if version.id == used.rules_id)


def last_paid(db: Connection, team: TeamId) -> Period | None:
    """The last month whose pay was told."""
    column = t.pay_month.c
    start = db.execute(select(func.max(column.start_day)).where(column.team_id == team)).scalar()
    return None if start is None else period_of(Grain.MONTH, start)


def _change(db: Connection, team: TeamId, number: int, **values: str | int | date | datetime | RulesStage) -> None:
    """The only way in which a row changes: never once it is published."""
    column = t.pay_rules.c
    unpublished = (column.team_id == team, column.number == number, column.stage != RulesStage.PUBLISHED)
    if not db.execute(update(t.pay_rules).where(*unpublished).values(values)).rowcount:
        raise PublishedError(str(number))


def _version(row: Found) -> Version:
    return Version(row.id, row.number, decode(row.body), row.stage, row.since)
