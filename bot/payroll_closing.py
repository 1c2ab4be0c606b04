"""Closing a month's pay, which locks its books: what stands against it, and what is asked before."""

from collections.abc import Iterator

from bot.audit import note
from bot.command import Answer, Refusal, Request, answer, data
from bot.payroll import Sheet, sheet
from bot.payslip import chat_of, own_slip, slot
from kpi.message import Button, Joined, Say, joined, say
from kpi.money import Money
from kpi.pay.closing import Blocked, Blocker, MonthStage, blocked
from kpi.period import Grain, Period
from storage import members, payrolls, period_locks


def waits_to_close(request: Request, period: Period) -> Sheet | None:
    """The pay of a month that was told and not closed; None when there is none."""
    if period.grain is not Grain.MONTH:
        return None
    found = sheet(request.db, request.its_team, period, request.today)
    return found if found is not None and found.stage is MonthStage.PROPOSED else None


def refuse_paid(request: Request, period: Period) -> None:
    """`Refusal` to open the books of a month whose pay is closed: its slips stay as they were told."""
    for month in payrolls.of_team(request.db, request.its_team.id):
        if month.stage is MonthStage.CLOSED and month.month.start < period.end and period.start < month.month.end:
            raise Refusal(say("payroll-paid", month=month.month))


def closing(request: Request, found: Sheet, number: int) -> Answer:
    """What a lead is asked before the month is closed for good. `Refusal` while something is left to settle.

    `number` names the message with the question within its chat.
    """
    against = _against(found)
    if _of(against, Blocker.DISPUTED):
        raise Refusal(say("payroll-disputed", names=_names(request, _of(against, Blocker.DISPUTED))))
    if found.changed:
        raise Refusal(say("payroll-send-again"))
    silent = _of(against, Blocker.WAITING)
    lines = [say("payroll-ask-close", month=found.month)]
    if silent:
        lines.append(say("payroll-ask-silent", names=_names(request, silent), n=len(silent)))
    if found.pay.over:
        lines.append(over_budget(found))
    action = "payroll-why" if found.pay.over else "payroll-close"
    do = Button(say("button-payroll-close"), data(action, number, request.its_team.id, found.month.key, len(silent)))
    leave = Button(say("button-cancel"), data("lock-leave", number))
    return answer(*lines, buttons=((do, leave),), slot=f"lock:{number}")


def over_budget(found: Sheet) -> Say:
    excess = found.pay.variable - (found.pay.limit or 0)
    return say("payroll-ask-over", excess=Money(excess, found.currency))


def close(request: Request, found: Sheet, silent: int, reason: str = "") -> Iterator[Answer]:
    """Closes the month and locks its books. `silent` are so many whose silence the lead has read is taken for a yes.

    `Refusal` when that has changed since they were asked.
    """
    against = _against(found)
    waiting = [each.member for each in _of(against, Blocker.WAITING) if each.member is not None]
    if len(waiting) != silent or _of(against, Blocker.DISPUTED) or found.changed:
        raise Refusal(say("payroll-ask-anew"))
    team, by = request.its_team, request.its_member
    payrolls.close(
        request.db,
        team.id,
        found.month,
        over_budget=found.pay.over,
        reason=reason,
        passed_over=waiting,
        by=by.id,
        at=request.now,
    )
    period_locks.lock(request.db, team.id, found.month, by=by.id, at=request.now)
    paid = say("audit-payroll-closed", cost=Money(found.pay.cost, found.currency))
    note(request, say("audit-payroll", month=found.month), new=paid, period=found.month)
    yield from _tell(request, found)


def _tell(request: Request, found: Sheet) -> Iterator[Answer]:
    """Everybody reads of it under their slip."""
    month = payrolls.get(request.db, request.its_team.id, found.month)
    for slip in found.slips if month is not None else ():
        chat = chat_of(request.db, request.its_team, slip)
        if month is not None and chat is not None:
            said = own_slip(request.db, request.its_team, month, slip)
            yield Answer(said, slot(slip), chat=chat)


def _against(found: Sheet) -> tuple[Blocked, ...]:
    said = [(each.slip.member, each.stage) for each in found.slips]
    return blocked(found.stage, said, over_budget=found.pay.over, reason="")


def _of(against: tuple[Blocked, ...], wanted: Blocker) -> tuple[Blocked, ...]:
    return tuple(each for each in against if each.by is wanted)


def _names(request: Request, against: tuple[Blocked, ...]) -> Joined:
    names = {member.id: member.name for member in members.of_team(request.db, request.its_team.id)}
    return joined(*(say("plan-name", name=names[each.member]) for each in against if each.member is not None))
