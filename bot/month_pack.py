"""What leads get of a month that is over: pictures of its trend and its 80/20, and what else was found."""

from collections.abc import Iterator
from datetime import timedelta

from bot.finding import Kind, Scope, kind_name
from bot.findings import finding_message, findings
from kpi.message import Message, joined, say
from kpi.period import Period
from kpi.team import Team
from storage.connection import Connection

PICTURED = (Kind.TREND, Kind.PARETO)
TOLD = (Kind.LAST_PERIOD, Kind.LAST_YEAR, Kind.STRUCTURE, Kind.FUNNEL, Kind.WEEKDAYS, Kind.OUTLIERS)


def month_pack(db: Connection, team: Team, month: Period) -> Iterator[Message]:
    """The messages, for who may read everything; none for which there are too few figures."""
    scope = Scope(team, month, month.last + timedelta(days=1))
    for found in findings(db, scope, PICTURED):
        yield finding_message(scope, found)
    if told := findings(db, scope, TOLD):
        lines = (say("month-finding", kind=joined(kind_name(f.kind)), finding=joined(f.sentence)) for f in told)
        yield Message((say("month-findings", team=team.name, month=month), *lines))
