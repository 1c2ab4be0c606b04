"""What keeps a report from being booked as it stands, and what has to be asked about it first."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import assert_never

from bot.booking import lines_of
from bot.command import Refusal, Request
from bot.locks import refuse_locked
from bot.reader.reading import Kind, Record
from kpi.checks import FEW, USUAL_DAYS, Problem, check, long_past, unusual, unusual_count
from kpi.entry import MONEY_MEASURES, Measure
from kpi.ids import MemberId
from kpi.message import say
from kpi.money import to_minor
from storage import entries, usual

_MOST_VIEWS = 10_000_000
_LONGEST_HANDLING = 90 * 24 * 60  # minutes
_DERIVED = frozenset({*MONEY_MEASURES, Measure.HANDLING_MINUTES, Measure.RATING_STARS})  # from what was counted

Sellers = Mapping[str | None, MemberId]
Told = tuple[Record, ...]


def lacks_amount(record: Record) -> bool:
    """Whether a sale or refund was told without what it came to."""
    return record.kind in {Kind.SALE, Kind.REFUND} and record.revenue is None


def refuse_bad(request: Request, record: Record) -> None:
    """`Refusal` when `record` cannot be booked as it stands. A refund can for a locked day: it is adjusted."""
    team = request.its_team
    nothing_sold = not record.revenue and record.orders == 0
    problem = check(
        None if record.revenue is None or nothing_sold else to_minor(record.revenue, team.currency),
        counts=(record.orders, record.units, record.new_customers, record.buyers, *_counts(record)),
        day=record.day,
        today=request.today,
        currency=record.currency,
        team_currency=team.currency,
    )
    if any(minutes > _LONGEST_HANDLING for _, minutes in record.handled):
        raise Refusal(say("problem-too-long"))
    match problem:
        case None if record.kind is Kind.REFUND:
            return
        case None:
            refuse_locked(request, {record.day})
        case Problem.OTHER_CURRENCY:
            raise Refusal(say("problem-other-currency", currency=record.currency, own=team.currency))
        case Problem.FUTURE_DAY | Problem.TOO_OLD:
            raise Refusal(say(f"problem-{problem.value}", day=record.day))
        case Problem.ZERO_AMOUNT | Problem.TOO_LARGE | Problem.TOO_MANY:
            raise Refusal(say(f"problem-{problem.value}"))
        case _:
            assert_never(problem)


def _counts(record: Record) -> tuple[int | None, ...]:
    """The counts that may not be too large; of page views there may be many."""
    views = record.kind is Kind.PAGE_VIEWS and (record.count or 0) <= _MOST_VIEWS
    return (None if views else record.count, sum(orders for orders, _ in record.handled))


def is_long_past(request: Request, records: Told, known: set[date]) -> bool:
    """Whether a day that is not `known` to be meant is long past."""
    return any(long_past(day, request.today) for day in {record.day for record in records} - known)


def is_unusual(request: Request, records: Told, sellers: Sellers) -> bool:
    """Whether an amount or a count is far above what its seller usually reports."""
    team, since = request.its_team, request.today - timedelta(days=USUAL_DAYS)
    for record in records:
        if record.kind in {Kind.SALE, Kind.REFUND} and record.revenue:
            sales = entries.recent_sales(request.db, team.id, sellers[record.for_seller], since)
            if unusual(to_minor(record.revenue, team.currency), record.orders, sales):
                return True
    lines = lines_of(team, records, sellers)
    counted = (line for line in lines if line.measure not in _DERIVED and line.value >= FEW)
    return any(
        unusual_count(line.value, usual.counts(request.db, team.id, line.member, line.measure, since))
        for line in counted
    )
