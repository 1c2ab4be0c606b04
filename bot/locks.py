"""Locked days: who wants to book, correct or take back something of one is told so, and a refund counts today.

Whatever writes entries comes through here: `refuse_locked` for the days that it touches, `adjusted` for what it books.
"""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date

from bot.command import Refusal, Request, data
from kpi.entry import Line, Measure
from kpi.message import Button, say
from kpi.period import Period
from storage import period_locks

_REFUND = frozenset({Measure.REFUNDS, Measure.REFUNDED_ORDERS, Measure.RETURNED_UNITS})
_MOVES = _REFUND | {Measure.REPORTS}


def refuse_locked(request: Request, days: Collection[date]) -> None:
    """`Refusal` when the books of any of `days` are closed. Leads are offered to open them: they are bound as well."""
    for period in period_locks.closed(request.db, request.its_team.id, days)[:1]:
        if not request.is_lead:
            raise Refusal(say("locked", period=period))
        raise Refusal(say("locked-for-lead", period=period), buttons=((unlock_button(request, period),),))


def unlock_button(request: Request, period: Period) -> Button:
    """Asks whether to unlock."""
    return Button(say("button-unlock", period=period), data("lock-ask", request.its_team.id, "unlock", period.key))


def adjusted(request: Request, lines: Sequence[Line], before: Sequence[Line] = ()) -> tuple[Line, ...]:
    """`lines` with refunds for locked days as adjustments: they count on an open day and say which one they are for.

    That is today, or the day on which the same entry, whose lines were `before`, was adjusted already.
    """
    days = {line.business_date for line in lines if line.measure in _REFUND}
    shut = period_locks.closed(request.db, request.its_team.id, days)
    if not shut:
        return tuple(lines)
    day = next((line.business_date for line in before if line.for_day), request.today)
    moved = tuple(
        replace(line, business_date=day, for_day=line.business_date) if _moves(line, shut) else line for line in lines
    )
    refuse_locked(request, {line.business_date for line in moved})
    return moved


def _moves(line: Line, shut: Sequence[Period]) -> bool:
    return line.measure in _MOVES and any(line.business_date in period for period in shut)
