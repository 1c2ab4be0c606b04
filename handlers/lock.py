"""Closing the books of a day or a month, and opening them again."""

from collections.abc import Iterator
from datetime import timedelta
from enum import Enum
from typing import assert_never

from bot.audit import note
from bot.board import total
from bot.command import Answer, Answers, Capability, Refusal, Request, Usage, Who, answer, data
from bot.leads import lead, of_this_team
from bot.locks import unlock_button
from bot.payroll_closing import closing, refuse_paid, waits_to_close
from bot.periods import read_period
from kpi.message import Button, Joined, Message, Say, say
from kpi.metrics import added
from kpi.period import Grain, Period, business_date, period_of, previous
from storage import members, period_locks, totals
from storage.period_locks import Locked

lock = Capability()

_LONGEST_LIST = 12  # locked periods
_BUTTONS = 4  # of them that can be unlocked by a button


class Turn(Enum):
    """Which way the key is turned."""

    LOCK = "lock"
    UNLOCK = "unlock"


@lock.command(
    "lock",
    words=("锁定", "锁账"),
    zh=("/lock", "/lock 6-08", "锁定 5月"),
    en=("/lock", "/lock 6-08", "/lock May"),
)
def close(request: Request) -> Answers:
    """Shows what is locked; asks a lead before locking more."""
    return _start(request, Turn.LOCK)


@lock.command(
    "unlock", words=("解锁",), zh=("/unlock", "/unlock 6-08", "解锁 5月"), en=("/unlock", "/unlock 6-08", "/unlock May")
)
def reopen(request: Request) -> Answers:
    return _start(request, Turn.UNLOCK)


def _start(request: Request, turn: Turn) -> Answers:
    if not request.arguments:
        return (_overview(request),)
    lead(request)
    period = read_period(request.arguments, request.today)
    if period is None:
        raise Usage
    return (_ask(request, turn, period),)


def _overview(request: Request) -> Answer:
    """What is locked; for a lead with buttons to lock what is usually locked and to unlock what was."""
    found = period_locks.locked(request.db, request.its_team.id)
    more = len(found) - _LONGEST_LIST
    lines = [
        say("lock-head" if found else "lock-none", team=request.its_team.name),
        *(_line(request, one) for one in found[:_LONGEST_LIST]),
        *([say("lock-more", n=more)] if more > 0 else []),
        say("lock-how" if request.is_lead else "lock-leads-only"),
    ]
    return answer(*lines, buttons=tuple(_rows(request, found)) if request.is_lead else ())


def _line(request: Request, one: Locked) -> Say:
    by = members.get(request.db, request.its_team.id, one.by)
    return say(
        "lock-line", period=one.period, name=by.name if by else None, day=business_date(one.at, request.its_team.zone)
    )


def _rows(request: Request, found: list[Locked]) -> Iterator[tuple[Button, ...]]:
    yesterday = period_of(Grain.DAY, request.today - timedelta(days=1))
    usual = (yesterday, previous(period_of(Grain.MONTH, request.today)))
    shut = {one.period for one in found}
    still_open = [period for period in usual if period not in shut]
    if still_open:
        yield tuple(
            Button(say("button-lock", period=p), data("lock-ask", request.its_team.id, Turn.LOCK.value, p.key))
            for p in still_open
        )
    for one in found[:_BUTTONS]:
        yield (unlock_button(request, one.period),)


@lock.press("lock-ask", who=Who.LEAD)
def asked(request: Request) -> Answers:
    """The question whether to do it, in a message of its own."""
    of_this_team(request, 0)
    turn, period = _pressed(request, 1)
    return (_ask(request, turn, period),)


def _ask(request: Request, turn: Turn, period: Period) -> Answer:
    """What would be locked or unlocked, and the button that does it. `Refusal` when that cannot be."""
    _refuse(request, turn, period)
    team, number = request.its_team, request.message_id or 0
    to_pay = waits_to_close(request, period) if turn is Turn.LOCK and not request.in_group else None
    if to_pay is not None:
        return closing(request, to_pay, number)
    figures = total(added(*totals.by_day(request.db, team.id, period).values()), team.currency)
    asking, does = _question(turn, period, figures)
    do = Button(does, data("lock-do", number, team.id, turn.value, period.key))
    leave = Button(say("button-cancel"), data("lock-leave", number))
    return answer(asking, buttons=((do, leave),), slot=_slot(number))


def _question(turn: Turn, period: Period, figures: Joined) -> tuple[Say, Say]:
    """What is asked, and the button that says yes."""
    match turn:
        case Turn.LOCK:
            return say("lock-ask", period=period, figures=figures), say("button-lock", period=period)
        case Turn.UNLOCK:
            return say("unlock-ask", period=period, figures=figures), say("button-unlock", period=period)
        case _:
            assert_never(turn)


def _refuse(request: Request, turn: Turn, period: Period) -> None:
    shut = period_locks.closed(request.db, request.its_team.id, period.days())
    match turn:
        case Turn.LOCK:
            if period.last > request.today:
                raise Refusal(say("lock-not-over", period=period))
            if any(other.start <= period.start and period.end <= other.end for other in shut):
                raise Refusal(say("lock-already", period=period))
        case Turn.UNLOCK:
            refuse_paid(request, period)
            wider = [other for other in shut if other != period]
            if period not in shut and wider:
                buttons = tuple((unlock_button(request, other),) for other in wider[:_BUTTONS])
                raise Refusal(say("unlock-other", period=period), buttons=buttons)
            if period not in shut:
                raise Refusal(say("unlock-already", period=period))
        case _:
            assert_never(turn)


@lock.press("lock-do", who=Who.LEAD)
def turned(request: Request) -> Answers:
    """Locks or unlocks, and says so in the place of the question."""
    number = request.number(0)
    of_this_team(request, 1)
    turn, period = _pressed(request, 2)
    _refuse(request, turn, period)
    by, team = request.its_member, request.its_team.id
    match turn:
        case Turn.LOCK:
            period_locks.lock(request.db, team, period, by=by.id, at=request.now)
            done, back = say("lock-done", period=period, name=by.name), unlock_button(request, period)
        case Turn.UNLOCK:
            period_locks.unlock(request.db, team, period)
            done = say("unlock-done", period=period, name=by.name)
            again = data("lock-ask", team, Turn.LOCK.value, period.key)
            back = Button(say("button-lock", period=period), again)
        case _:
            assert_never(turn)
    note(request, say(f"audit-{turn.value}", period=period), period=period)
    return (Answer(Message((done,), ((back,),)), _slot(number)),)


@lock.press("lock-leave", who=Who.LEAD)
def left(request: Request) -> Answers:
    return (Answer(Message((say("not-changed"),)), _slot(request.number(0))),)


def _pressed(request: Request, index: int) -> tuple[Turn, Period]:
    """What a button is about. Its data may be forged, so it is read like something written."""
    try:
        turn, key = request.values[index : index + 2]
        period = read_period(key, request.today)
        chosen = Turn(turn)
    except ValueError:
        raise Refusal(say("button-old")) from None
    if period is None:
        raise Refusal(say("button-old"))
    return chosen, period


def _slot(number: int) -> str:
    """The message with the question that `number` names within its chat."""
    return f"lock:{number}"
