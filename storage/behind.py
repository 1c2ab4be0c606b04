"""The entries that a figure is made of: the newest of them, found by way of the totals."""

from collections.abc import Collection

from sqlalchemy import Connection, select

from kpi.entry import Entry, Measure
from kpi.ids import MemberId, TeamId
from kpi.period import Period
from storage import day_reports, entries
from storage import tables as t


def newest(
    db: Connection,
    team: TeamId,
    measures: Collection[Measure],
    period: Period,
    most: int,
    *,
    of: MemberId | None = None,
) -> list[Entry]:
    """The newest entries in force that report any of `measures` in `period`, of everybody or of one member."""
    column = t.member_day.c
    days = (
        select(column.member_id, column.business_date)
        .where(column.team_id == team, column.business_date >= period.start, column.business_date < period.end)
        .where(column.measure.in_(measures), column.value != 0)
        .distinct()
        .order_by(column.business_date.desc(), column.member_id)
        .limit(most)
    )
    rows = db.execute(days if of is None else days.where(column.member_id == of)).all()
    numbers = {
        number for row in rows for number in day_reports.of_day(db, team, MemberId(row.member_id), row.business_date)
    }
    whole = (entries.get(db, team, number) for number in sorted(numbers, reverse=True))
    told = (entry for entry in whole if entry and any(line.measure in measures for line in entry.lines))
    return [entry for entry, _ in zip(told, range(most), strict=False)]
