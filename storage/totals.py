"""Daily totals by member and of the team, kept with the entries so that reading never adds up messages."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TypeVar

from sqlalchemy import ColumnElement, Connection, Table, bindparam, case, delete, func, insert, select

from kpi.entry import Line, Measure
from kpi.ids import MemberId, TeamId
from kpi.metrics import CATALOGUE, Metric, Sums
from kpi.period import Period
from storage import tables as t
from storage.newcomers import miscounted
from storage.prepared import Found, Prepared, Value
from storage.rows import insert_into
from storage.types import Whole

Key = TypeVar("Key")

_DAY_AND_PERIOD = Prepared(
    select(
        t.member_day.c.measure,
        func.sum(t.member_day.c.value).label("in_period"),
        func.sum(case((t.member_day.c.business_date == bindparam("day"), t.member_day.c.value))).label("on_day"),
    )
    .where(
        t.member_day.c.team_id == bindparam("team"),
        t.member_day.c.member_id == bindparam("member"),
        t.member_day.c.business_date >= bindparam("start"),
        t.member_day.c.business_date < bindparam("end"),
        t.member_day.c.value != 0,
    )
    .group_by(t.member_day.c.measure)
)


_WEIGHED = (
    (t.member_day.c.measure == measure, weight * t.member_day.c.value)
    for measure, weight in CATALOGUE[Metric.NET].weights.items()
)
_NET = func.sum(case(*_WEIGHED, else_=0))
_OF_MEMBER = (
    t.member_day.c.team_id == bindparam("team"),
    t.member_day.c.member_id == bindparam("member"),
    t.member_day.c.value != 0,
)
_THAT_DAY = select(_NET).where(*_OF_MEMBER, t.member_day.c.business_date == bindparam("day")).scalar_subquery()
# From the newest day backwards, so that reading ends at the first that was nearly as good.
_RIVAL = Prepared(
    select((_NET - _THAT_DAY).label("ahead"))
    .where(*_OF_MEMBER, t.member_day.c.business_date >= bindparam("since"))
    .where(t.member_day.c.business_date < bindparam("day"))
    .group_by(t.member_day.c.business_date)
    .having(_NET - _THAT_DAY + bindparam("short", type_=Whole) >= 0)
    .order_by(t.member_day.c.business_date.desc())
    .limit(1)
)

# With the rows of `Measure.REPORTS`, on how many days somebody reported and when first.
_SPANS = Prepared(
    select(
        t.member_day.c.member_id,
        t.member_day.c.measure,
        func.sum(t.member_day.c.value).label("value"),
        func.min(t.member_day.c.business_date).label("first"),
        func.count().label("days"),
    )
    .where(
        t.member_day.c.team_id == bindparam("team"),
        t.member_day.c.business_date >= bindparam("start"),
        t.member_day.c.business_date < bindparam("end"),
        t.member_day.c.value != 0,
    )
    .group_by(t.member_day.c.member_id, t.member_day.c.measure)
)


@dataclass(frozen=True, slots=True)
class Span:
    """What somebody reported in a period, on how many of its days, and on which first."""

    sums: Sums
    first: date
    days: int


def add(db: Connection, team: TeamId, lines: Iterable[Line], *, sign: int) -> None:
    """Adds `lines` to the totals, or with `sign` -1 takes them off."""
    changes: list[dict[str, Value]] = [
        {
            "team_id": team,
            "business_date": line.business_date,
            "measure": line.measure,
            "member_id": line.member,
            "value": sign * line.value,
        }
        for line in lines
    ]
    if changes:
        for table in (t.member_day, t.team_day):
            _raising(db.dialect.name, table).run_each(db, changes)


@cache  # saying a statement anew takes longer than carrying it out
def _raising(dialect: str, table: Table) -> Prepared:
    new = insert_into(dialect, table).inline()
    raised = {"value": table.c.value + new.excluded.value}
    key = list(table.primary_key.columns)
    return Prepared(new.on_conflict_do_update(index_elements=key, set_=raised), *table.columns.keys())


def by_member(db: Connection, team: TeamId, period: Period) -> dict[MemberId, Sums]:
    """What each member reported in `period`."""
    column = t.member_day.c
    rows = db.execute(
        select(column.member_id, column.measure, func.sum(column.value).label("value"))
        .where(*_within(t.member_day, team, period))
        .group_by(column.member_id, column.measure)
    )
    return _grouped((MemberId(row.member_id), row) for row in rows)


def of_day_and_period(db: Connection, team: TeamId, member: MemberId, day: date, period: Period) -> tuple[Sums, Sums]:
    """What one member reported on `day`, and in the whole `period` that it lies in."""
    rows = _DAY_AND_PERIOD.all(db, team=team, member=member, day=day, start=period.start, end=period.end)
    return (
        {row.measure: int(row.on_day) for row in rows if row.on_day is not None},
        {row.measure: int(row.in_period) for row in rows},
    )


def spans(db: Connection, team: TeamId, period: Period) -> dict[MemberId, Span]:
    """What each member reported in `period`, with the days; who reported on none is not among them."""
    rows = _SPANS.all(db, team=team, start=period.start, end=period.end)
    sums = _grouped((MemberId(row.member_id), row) for row in rows)
    return {
        MemberId(row.member_id): Span(sums[MemberId(row.member_id)], row.first, row.days)
        for row in rows
        if row.measure is Measure.REPORTS
    }


def by_day(db: Connection, team: TeamId, period: Period) -> dict[date, Sums]:
    """What the whole team reported on each day of `period` that has anything."""
    rows = db.execute(select(t.team_day).where(*_within(t.team_day, team, period)))
    return _grouped((row.business_date, row) for row in rows)


def of_member_by_day(db: Connection, team: TeamId, member: MemberId, period: Period) -> dict[date, Sums]:
    """What one member reported on each day of `period` that has anything."""
    rows = db.execute(
        select(t.member_day).where(*_within(t.member_day, team, period), t.member_day.c.member_id == member)
    )
    return _grouped((row.business_date, row) for row in rows)


def rival(db: Connection, team: TeamId, member: MemberId, day: date, *, since: date, short: int) -> int | None:
    """How much more a member sold, net, than on `day` on the last day before it that was at most `short` worse.

    None when no day since then was.
    """
    row = _RIVAL.first(db, team=team, member=member, day=day, since=since, short=short)
    return None if row is None else int(row.ahead)


def days_reported(db: Connection, team: TeamId, period: Period) -> dict[MemberId, frozenset[date]]:
    """The days of `period` on which each member reported anything; who never did is not among them."""
    column, found = t.member_day.c, dict[MemberId, set[date]]()
    rows = select(column.member_id, column.business_date).where(*_within(t.member_day, team, period))
    for row in db.execute(rows.where(column.measure == Measure.REPORTS)):
        found.setdefault(MemberId(row.member_id), set()).add(row.business_date)
    return {member: frozenset(days) for member, days in found.items()}


def by_member_day(db: Connection, team: TeamId, period: Period) -> dict[tuple[MemberId, date], Sums]:
    """What each member reported on each day of `period`."""
    rows = db.execute(select(t.member_day).where(*_within(t.member_day, team, period)))
    return _grouped(((MemberId(row.member_id), row.business_date), row) for row in rows)


def rebuild(db: Connection, team: TeamId) -> None:
    """Adds the totals up anew from the entries in force."""
    line = t.entry_line.c
    for table in (t.member_day, t.team_day):
        db.execute(delete(table).where(table.c.team_id == team))
        names = [column.name for column in table.primary_key.columns]
        keys = [line[name] for name in names]
        in_force = select(*keys, func.sum(line.value)).where(line.team_id == team, line.voided_at.is_(None))
        db.execute(insert(table).from_select([*names, "value"], in_force.group_by(*keys)))
    add(db, team, miscounted(db, team), sign=1)


def _grouped(rows: Iterable[tuple[Key, Found]]) -> dict[Key, Sums]:
    found: dict[Key, Sums] = {}
    for key, row in rows:
        found.setdefault(key, {})[row.measure] = int(row.value)  # PostgreSQL adds up to a Decimal
    return found


def _within(table: Table, team: TeamId, period: Period) -> tuple[ColumnElement[bool], ...]:
    """The team's rows of `period`. What was undone leaves zeros behind, which nobody reported."""
    days = table.c.business_date
    return (table.c.team_id == team, days >= period.start, days < period.end, table.c.value != 0)
