"""What somebody does with their payslip: looks at the records behind it, agrees, or says what is wrong."""

import json
from collections.abc import Collection, Iterator

from bot.asking import ask, question_slot
from bot.card import figures
from bot.command import Answer, Answers, Capability, Refusal, Request, answer, data, within
from bot.payslip import is_mine, month_of, newest, own, own_slip, shown_again, slip_at, slot
from bot.summary import leads_in_private
from kpi.entry import Measure
from kpi.ids import TeamId
from kpi.message import Button, Message, say
from kpi.pay.closing import SlipStage
from storage import behind, payrolls, questions
from storage.payrolls import Slip
from storage.questions import Question

slips = Capability()

WHY = "slip-why"
_PAGE = 8  # entries in a message
_LONGEST = 300  # characters of a reason
_PAID_FOR = frozenset(Measure) - {Measure.REPORTS}


@slips.press("slip-records")
def records(request: Request) -> Answers:
    """The entries of the month, page by page: for the person, and for leads."""
    request, slip = slip_at(request)
    if not is_mine(request, slip) and not request.is_lead:
        raise Refusal(say("slip-not-yours"))
    page, month, team = request.number(2), month_of(request, slip).month, request.its_team
    found = behind.newest(request.db, team.id, _PAID_FOR, month, (page + 1) * _PAGE + 1, of=slip.slip.member)
    here = found[page * _PAGE : (page + 1) * _PAGE]
    if page and not here:
        raise Refusal(say("button-old"))
    lines = [
        say("slip-entry", number=each.id, day=each.lines[0].business_date, figures=figures(each.lines, team.currency))
        for each in here
    ]
    turns = (("button-newer", page - 1, page > 0), ("button-older", page + 1, len(found) > (page + 1) * _PAGE))
    row = tuple(Button(say(key), data("slip-records", team.id, slip.number, to)) for key, to, there in turns if there)
    rows = (row,) if row else ()
    head = say("slip-records", month=month) if lines else say("slip-no-records", month=month)
    return (answer(head, *lines, buttons=rows, slot=f"slip-records:{slip.number}"),)


@slips.press("slip-yes")
def confirm(request: Request) -> Answers:
    """The person agrees."""
    request, slip = own(request)
    if not payrolls.confirm(request.db, request.its_team.id, slip.number, slip.slip.member, at=request.now):
        raise Refusal(say("slip-gone-on"))
    return (*_shown(request, newest(request, slip)), *_to_leads(request, slip, "slip-told-confirmed"))


@slips.press("slip-no")
def begin_dispute(request: Request) -> Answers:
    """Asks what is wrong."""
    request, slip = own(request)
    if slip.stage is SlipStage.DISPUTED:
        raise Refusal(say("slip-disputed-already"))

    def worded(question: Question) -> Message:
        return Message((say("slip-ask-why"),), ((Button(say("button-cancel"), data("dismiss", question.id)),),))

    return ask(request, WHY, json.dumps({"slip": slip.number}), worded)


def disputing(words: Collection[str]) -> Capability:
    """The capability that reads what is wrong. A line that begins with one of `words` is a command instead."""
    reading = Capability()

    @reading.answers(WHY)
    def disputed(request: Request, question: Question) -> Answers:
        return () if request.text.split()[0] in words else _disputed(request, question)

    return reading


def _disputed(request: Request, question: Question) -> Answers:
    questions.close(request.db, question.id, request.now)
    number, text = json.loads(question.body)["slip"], within(request.text, _LONGEST)
    slip = payrolls.slip(request.db, request.its_team.id, number)
    if slip is None or not is_mine(request, slip):
        raise Refusal(say("slip-not-yours"))
    if not payrolls.dispute(request.db, request.its_team.id, number, slip.slip.member, text, at=request.now):
        raise Refusal(say("slip-gone-on"))
    now = newest(request, slip)
    sent = Answer(Message((say("slip-dispute-sent"),)), question_slot(question))
    return (sent, *shown_again(request, now), *_to_leads(request, now, "slip-told-disputed"))


def _shown(request: Request, slip: Slip) -> Iterator[Answer]:
    """The slip, in the message that was pressed."""
    yield Answer(own_slip(request.db, request.its_team, month_of(request, slip), slip), slot(slip))


def _to_leads(request: Request, slip: Slip, key: str) -> Iterator[Answer]:
    """Leads read what somebody says to their slip, and may answer a dispute."""
    said = say(key, name=request.its_member.name, month=month_of(request, slip).month, words=slip.said)
    buttons = _to_answer(request.its_team.id, slip) if slip.stage is SlipStage.DISPUTED else ()
    for chat in leads_in_private(request.db, request.its_team):
        if chat.id != request.chat.id:
            yield Answer(Message((said,), buttons), chat=chat)


def _to_answer(team: TeamId, slip: Slip) -> tuple[tuple[Button, ...], ...]:
    return ((Button(say("button-slip-answer"), data("slip-answer", team, slip.number)),),)
