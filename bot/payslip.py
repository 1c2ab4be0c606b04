"""A payslip as its person reads it: what it says, what was said of it, and what they can do about it."""

from collections.abc import Iterator

from bot.command import Answer, Refusal, Request, data
from bot.pay_slip import slip_lines
from bot.router import no_team
from bot.scene import in_team
from bot.telling import private_chat
from kpi.ids import TeamId
from kpi.message import Button, Message, Say, say
from kpi.pay.closing import MonthStage, SlipStage, may_become
from kpi.pay.versions import Version
from kpi.team import Chat, Team
from storage import members, pay_rules, payrolls
from storage.connection import Connection
from storage.payrolls import PayMonth, Slip

Rows = tuple[tuple[Button, ...], ...]


def slot(slip: Slip) -> str:
    """The name of the message that shows a slip to its person."""
    return f"slip:{slip.number}"


def own_slip(db: Connection, team: Team, month: PayMonth, slip: Slip, *first: Say) -> Message:
    """The slip with the buttons of its person."""
    head = say("pay-head-told", month=month.month, stage=_stage(month, slip), team=team.name)
    return Message((*first, head, *told(db, team, slip)), _rows(team, month, slip))


def told(db: Connection, team: Team, slip: Slip) -> Iterator[Say]:
    """Every line, and what was said against them."""
    yield from slip_lines(slip.slip, its_version(db, team, slip).rule_set.currency)
    if slip.said:
        yield say("slip-said", words=slip.said)
    if slip.answer:
        yield say("slip-answered", words=slip.answer)


def its_version(db: Connection, team: Team, slip: Slip) -> Version:
    """The rules that the slip was told by."""
    rules = next(each.rules_id for each in payrolls.of_team(db, team.id) if each.id == slip.month)
    return next(each for each in pay_rules.of_team(db, team.id) if each.id == rules)


def _stage(month: PayMonth, slip: Slip) -> str:
    return MonthStage.CLOSED.value if month.stage is MonthStage.CLOSED else slip.stage.value


def _rows(team: Team, month: PayMonth, slip: Slip) -> Rows:
    """The records behind it; and, while the month is open to it, to agree or not."""
    records = Button(say("button-slip-records"), data("slip-records", team.id, slip.number, 0))
    steps = {
        SlipStage.CONFIRMED: Button(say("button-slip-yes"), data("slip-yes", team.id, slip.number)),
        SlipStage.DISPUTED: Button(say("button-slip-no"), data("slip-no", team.id, slip.number)),
    }
    open_ = may_become(slip.stage) if month.stage is MonthStage.PROPOSED else frozenset()
    onward = tuple(button for stage, button in steps.items() if stage in open_)
    return ((records,), onward) if onward else ((records,),)


def chat_of(db: Connection, team: Team, slip: Slip) -> Chat | None:
    """Where the person reads it; None for who never wrote to the bot in private."""
    member = members.get(db, team.id, slip.slip.member)
    return None if member is None else private_chat(db, member)


def shown_again(request: Request, slip: Slip, *first: Say) -> Iterator[Answer]:
    """The slip as it is now, in its place in its person's chat."""
    chat, month = chat_of(request.db, request.its_team, slip), month_of(request, slip)
    if chat is not None:
        yield Answer(own_slip(request.db, request.its_team, month, slip, *first), slot(slip), chat=chat)


def month_of(request: Request, slip: Slip) -> PayMonth:
    return next(each for each in payrolls.of_team(request.db, request.its_team.id) if each.id == slip.month)


def slip_at(request: Request) -> tuple[Request, Slip]:
    """The slip of a button, in its team. `Refusal` in a group, and for a slip that there is not."""
    wanted = TeamId(request.number(0))
    request = in_team(request, wanted)
    if request.team is None:
        raise no_team(request)
    found = payrolls.slip(request.db, wanted, request.number(1)) if request.team.id == wanted else None
    if found is None or request.in_group:
        raise Refusal(say("button-old"))
    return request, found


def own(request: Request) -> tuple[Request, Slip]:
    """The same, for nobody but its person."""
    request, found = slip_at(request)
    if not is_mine(request, found):
        raise Refusal(say("slip-not-yours"))
    return request, found


def is_mine(request: Request, slip: Slip) -> bool:
    return request.member is not None and request.member.active and request.member.id == slip.slip.member


def newest(request: Request, slip: Slip) -> Slip:
    """The same slip as it is in the books now."""
    found = payrolls.slip(request.db, request.its_team.id, slip.number)
    if found is None:
        raise Refusal(say("button-old"))
    return found
