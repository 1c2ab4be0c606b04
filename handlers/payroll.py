"""工资表: the pay of a month: looked through, sent to everybody, answered, closed, and passed on to the accountant."""

import json
from collections.abc import Callable, Collection, Iterator

from bot.asking import ask, question_slot
from bot.audit import note
from bot.command import Answer, Answers, Capability, Refusal, Request, Usage, Where, Who, answer, data, within
from bot.leads import lead, of_this_team
from bot.pay_slip import slip_lines
from bot.payroll import Sheet, sheet, sheet_lines, table
from bot.payroll_closing import close, closing, over_budget, waits_to_close
from bot.payslip import chat_of, newest, own_slip, slip_at, slot, told
from bot.periods import read_period
from kpi.ids import MemberId
from kpi.message import Button, Form, Message, Say, joined, say
from kpi.pay.closing import MonthStage, SlipStage
from kpi.period import Grain, Period, period_of, previous
from storage import members, payrolls, questions
from storage.payrolls import Slip
from storage.questions import Question

paying = Capability()

WHY, ANSWER = "payroll-why", "slip-answer"
_LONGEST = 300  # characters of a reason
_FORMS = {form.value: form for form in (Form.CSV, Form.XLSX)}


@paying.command(
    "payroll",
    words=("工资表", "发工资"),
    who=Who.LEAD,
    where=Where.PRIVATE,
    zh=("/payroll", "工资表 6月"),
    en=("/payroll", "/payroll June"),
)
def show(request: Request) -> Answers:
    """The pay of a month: of the last one, unless one is named."""
    last = previous(period_of(Grain.MONTH, request.today))
    month = read_period(request.arguments, request.today) if request.arguments else last
    if month is None or month.grain is not Grain.MONTH or month.start > request.today:
        raise Usage
    return (_shown(request, month, request.message_id or 0),)


@paying.press("payroll", who=Who.LEAD)
def again(request: Request) -> Answers:
    """The same, in the place of what the button sits on."""
    number, month = _pressed(request)
    return (_shown(request, month, number),)


def _shown(request: Request, month: Period, number: int, *first: Say) -> Answer:
    found = _sheet(request, month)
    team = request.its_team
    names = {member.id: member.name for member in members.of_team(request.db, team.id)}
    people = [
        Button(
            say("button-payroll-slip", name=names[slip.member]),
            _data("payroll-slip", request, month, number, slip.member),
        )
        for slip in found.pay.slips
    ]
    rows = [tuple(people[at : at + 3]) for at in range(0, len(people), 3)]
    lines = (*first, *sheet_lines(request.db, team, found))
    return answer(*lines, buttons=(*rows, *_steps(request, found, number)), slot=f"payroll:{number}")


def _steps(request: Request, found: Sheet, number: int) -> Iterator[tuple[Button, ...]]:
    """What comes next, and the files."""

    def button(key: str, action: str) -> Button:
        return Button(say(key), _data(action, request, found.month, number))

    if found.stage is MonthStage.OPEN and found.month.last < request.today:
        yield (button("button-payroll-send", "payroll-send"),)
    elif found.changed:
        yield (button("button-payroll-again", "payroll-send"),)
    elif found.stage is MonthStage.PROPOSED:
        yield (button("button-payroll-close", "payroll-end"),)
    yield tuple(
        Button(say("button-payroll-file", form=form.upper()), _data("payroll-file", request, found.month, number, form))
        for form in _FORMS
    )


@paying.press("payroll-slip", who=Who.LEAD)
def look_at_one(request: Request) -> Answers:
    """One slip with every formula, for the lead."""
    number, month = _pressed(request)
    found, member = _sheet(request, month), MemberId(request.number(3))
    slip = next((each for each in found.pay.slips if each.member == member), None)
    name = members.get(request.db, request.its_team.id, member)
    if slip is None or name is None:
        raise Refusal(say("button-old"))
    head = say("payroll-slip-head", name=name.name, month=month)
    sent = found.of(member)
    lines = _as_told(request, sent) if sent else _as_now(found, member)
    back = Button(say("button-back"), _data("payroll", request, month, number))
    more = () if sent is None else (_records(request, sent), *_to_answer(request, sent))
    return (answer(head, *lines, buttons=((*more,), (back,)) if more else ((back,),), slot=f"payroll:{number}"),)


def _as_told(request: Request, slip: Slip) -> tuple[Say, ...]:
    return (say(f"payroll-said-{slip.stage.value}"), *told(request.db, request.its_team, slip))


def _as_now(found: Sheet, member: MemberId) -> tuple[Say, ...]:
    slip = next(each for each in found.now.slips if each.member == member)
    return (say("payroll-said-open"), *slip_lines(slip, found.currency))


def _records(request: Request, slip: Slip) -> Button:
    return Button(say("button-slip-records"), data("slip-records", request.its_team.id, slip.number, 0))


def _to_answer(request: Request, slip: Slip) -> tuple[Button, ...]:
    if slip.stage is not SlipStage.DISPUTED:
        return ()
    return (Button(say("button-slip-answer"), data("slip-answer", request.its_team.id, slip.number)),)


@paying.press("payroll-send", who=Who.LEAD)
def send(request: Request) -> Answers:
    """Tells everybody their slip; again only to whom it says something else now."""
    number, month = _pressed(request)
    found = _sheet(request, month)
    if found.stage is MonthStage.CLOSED or month.last >= request.today:
        raise Refusal(say("payroll-not-over" if found.stage is MonthStage.OPEN else "payroll-is-closed", month=month))
    if not found.now.slips:
        raise Refusal(say("payroll-nobody", month=month))
    team, by = request.its_team, request.its_member
    before = {each.number for each in found.slips}
    payrolls.propose(request.db, team.id, month, found.version, found.now, by=by.id, at=request.now)
    now = _sheet(request, month)
    fresh = [each for each in now.slips if each.number not in before]
    note(request, say("audit-payroll", month=month), new=say("audit-payroll-sent", n=len(fresh)), period=month)
    unread = [each for each in fresh if chat_of(request.db, team, each) is None]
    names = {member.id: member.name for member in members.of_team(request.db, team.id)}
    missing = joined(*(say("plan-name", name=names[each.slip.member]) for each in unread))
    first = [say("payroll-sent", n=len(fresh) - len(unread))]
    first += [say("payroll-unread", names=missing)] if unread else []
    return (_shown(request, month, number, *first), *_slips(request, now, fresh))


def _slips(request: Request, found: Sheet, fresh: Collection[Slip]) -> Iterator[Answer]:
    for slip in fresh:
        chat = chat_of(request.db, request.its_team, slip)
        if chat is not None and found.told is not None:
            first = say("slip-new" if slip.revision == 1 else "slip-anew")
            yield Answer(own_slip(request.db, request.its_team, found.told, slip, first), slot(slip), chat=chat)


@paying.press("slip-answer", who=Who.LEAD)
def begin_answer(request: Request) -> Answers:
    """Asks the lead what they say to a dispute."""
    request, slip = slip_at(request)
    lead(request)
    if slip.stage is not SlipStage.DISPUTED:
        raise Refusal(say("button-old"))
    return ask(request, ANSWER, json.dumps({"slip": slip.number}), _worded(request, slip))


def _worded(request: Request, slip: Slip) -> Callable[[Question], Message]:
    member = members.get(request.db, request.its_team.id, slip.slip.member)
    asked = say("slip-ask-answer", name="" if member is None else member.name, words=slip.said)

    def worded(question: Question) -> Message:
        return Message((asked,), ((Button(say("button-cancel"), data("dismiss", question.id)),),))

    return worded


@paying.press("payroll-end", who=Who.LEAD)
def begin_to_close(request: Request) -> Answers:
    """What is asked before, in a message of its own."""
    _, month = _pressed(request)
    found = _to_close(request, month)
    return (closing(request, found, request.message_id or 0),)


@paying.press("payroll-close", who=Who.LEAD)
def closed(request: Request) -> Answers:
    """For good."""
    number, month = _pressed(request)
    found = _to_close(request, month)
    if found.pay.over:
        raise Refusal(say("payroll-ask-anew"))
    said = Answer(Message((say("payroll-closed", month=month),)), f"lock:{number}")
    return (said, *close(request, found, request.number(3)))


@paying.press("payroll-why", who=Who.LEAD)
def ask_why(request: Request) -> Answers:
    """Beyond the budget a month is closed only with a reason."""
    _, month = _pressed(request)
    found = _to_close(request, month)

    def worded(question: Question) -> Message:
        cancel = Button(say("button-cancel"), data("dismiss", question.id))
        return Message((over_budget(found), say("payroll-ask-why")), ((cancel,),))

    return ask(request, WHY, json.dumps({"month": month.key, "silent": request.number(3)}), worded)


@paying.press("payroll-file", who=Who.LEAD)
def file(request: Request) -> Answers:
    """For the accountant."""
    _, month = _pressed(request)
    form = _FORMS.get(request.value(3))
    if form is None:
        raise Refusal(say("button-old"))
    found = _sheet(request, month)
    lines = (say("payroll-caption", month=month, team=request.its_team.name),)
    return (Answer(Message(lines, document=table(request.db, request.its_team, found, form))),)


def reasons(words: Collection[str]) -> Capability:
    """The capability that reads what leads type: an answer, or why a month may go beyond the budget.

    A line that begins with one of `words` is a command and neither.
    """
    reading = Capability()

    @reading.answers(ANSWER)
    def answered(request: Request, question: Question) -> Answers:
        return () if _is_command(request, words) else _answered(request, question)

    @reading.answers(WHY)
    def explained(request: Request, question: Question) -> Answers:
        return () if _is_command(request, words) else _explained(request, question)

    return reading


def _is_command(request: Request, words: Collection[str]) -> bool:
    return not request.is_lead or request.text.split()[0] in words


def _answered(request: Request, question: Question) -> Answers:
    """Passes the answer on to the person, who may agree now or not."""
    questions.close(request.db, question.id, request.now)
    number, text = json.loads(question.body)["slip"], within(request.text, _LONGEST)
    team, by = request.its_team, request.its_member
    if not payrolls.answer(request.db, team.id, number, text, by=by.id, at=request.now):
        raise Refusal(say("slip-gone-on"))
    slip = payrolls.slip(request.db, team.id, number)
    shown = () if slip is None else _told_anew(request, slip)
    return (Answer(Message((say("slip-answer-sent"),)), question_slot(question)), *shown)


def _told_anew(request: Request, slip: Slip) -> Iterator[Answer]:
    """The slip as a new message in its person's chat: an edit would go unread."""
    chat, now = chat_of(request.db, request.its_team, slip), newest(request, slip)
    month = next(each for each in payrolls.of_team(request.db, request.its_team.id) if each.id == slip.month)
    if chat is not None:
        first = say("slip-has-answer", name=request.its_member.name)
        yield Answer(own_slip(request.db, request.its_team, month, now, first), f"{slot(now)}:answer", chat=chat)


def _explained(request: Request, question: Question) -> Answers:
    questions.close(request.db, question.id, request.now)
    body = json.loads(question.body)
    found = _to_close(request, read_period(body["month"], request.today))
    done = tuple(close(request, found, body["silent"], within(request.text, _LONGEST)))
    return (Answer(Message((say("payroll-closed", month=found.month),)), question_slot(question)), *done)


def _to_close(request: Request, month: Period | None) -> Sheet:
    """The pay of a month that was told and not closed. `Refusal` when there is none any more."""
    found = None if month is None else waits_to_close(request, month)
    if found is None:
        raise Refusal(say("button-old"))
    return found


def _sheet(request: Request, month: Period) -> Sheet:
    found = sheet(request.db, request.its_team, month, request.today)
    if found is None:
        raise Refusal(say("pay-no-rules", month=month), buttons=tuple(_without_rules(request, month)))
    return found


def _without_rules(request: Request, month: Period) -> Iterator[tuple[Button, ...]]:
    """What can be done about a month that no rules hold for: the present one may have some, and new ones be made."""
    now = period_of(Grain.MONTH, request.today)
    if month != now and sheet(request.db, request.its_team, now, request.today) is not None:
        shown = _data("payroll", request, now, request.message_id or 0)
        yield (Button(say("button-payroll-month", month=now), shown),)
    yield (Button(say("button-bonus-new"), data("bonus-new", request.its_team.id)),)


def _data(action: str, request: Request, month: Period, number: int, *more: int | str) -> str:
    return data(action, number, request.its_team.id, month.key, *more)


def _pressed(request: Request) -> tuple[int, Period]:
    """The message and the month of a button. `Refusal` in a group, and for what nobody here has sent."""
    of_this_team(request, 1)
    month = read_period(request.value(2), request.today)
    if month is None or month.grain is not Grain.MONTH or request.in_group:
        raise Refusal(say("button-old"))
    return request.number(0), month
