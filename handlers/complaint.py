"""Complaints: which are open, what each is about, and that one is solved or withdrawn."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from bot.asking import pressed, question_slot, settle
from bot.checklist import LONGEST_RESULT, MOST_STEPS, RESULT, RESULTS, about, ask_result, checklist, tick
from bot.command import Answer, Answers, Capability, Refusal, Request, Usage, answer, data, within
from bot.correcting import may_change
from bot.customer_book import in_pairs, turning
from bot.feedback import settling, status
from bot.leads import lead, of_this_team
from bot.locks import refuse_locked
from bot.metric_words import worded
from bot.render import plain
from bot.report import changed
from bot.router import no_team
from bot.scene import in_team
from handlers.log import fresh
from kpi.entry import Entry, How, Line, Measure
from kpi.ids import EntryId, MemberId
from kpi.message import Button, Message, Say, joined, say
from kpi.metrics import Metric, added, value
from kpi.period import Grain, period_of
from kpi.team import Role
from storage import checklists, entries, feedback, members, questions, totals
from storage.feedback import Complaint, Status
from storage.questions import Question

complaint = Capability()

_PAGE = 6  # complaints in a message
_STEPS = {"steps", "步骤", "清单"}
_LONGEST_STEP = 40  # characters
_NUMBER = re.compile(r"#?\s*(\d{1,15})")
_STATUS = {status.value: status for status in Status}
_TEAM = 2  # the value of a button that says whose it is
_SLOT = 2  # and the message that it sits on, where it is no card


@complaint.command(
    "complaint",
    words=("投诉单", "撤诉"),
    zh=("/complaint", "/complaint 小红 破损", "/complaint 步骤 安抚 | 核对 | 补发", "撤诉 12"),
    en=("/complaint", "/complaint Anna, broken", "/complaint steps listen | check | resend"),
)
def show(request: Request) -> Answers:
    """The open complaints; one of them by its number; or a new one in words. 撤诉 withdraws one."""
    if request.role is Role.VIEWER:
        raise Refusal(say("viewers-only-look"))
    withdraws = request.text.startswith("撤诉")
    number = _NUMBER.fullmatch(request.arguments)
    if not request.arguments:
        return (_listed(request, 0, request.message_id or 0),)
    if number is not None:
        entry = _meant(request, EntryId(int(number[1])))
        slot = request.message_id or 0
        return _put(request, entry, Status.WITHDRAWN, slot) if withdraws else (_one(request, entry, slot),)
    if withdraws:
        raise Usage
    if not any(letter.isalpha() for letter in request.arguments):
        raise Usage  # -3 is no complaint, and no refund either
    word, _, rest = request.arguments.partition(" ")
    if word.casefold() in _STEPS:
        return (_set_steps(request, rest),)
    return _reported(request)


def _set_steps(request: Request, text: str) -> Answer:
    """Other steps for every complaint, separated by bars; those that everybody has when none is said."""
    lead(request)
    words = [each.strip()[:_LONGEST_STEP] for each in re.split(r"[|｜]", text) if each.strip()]
    if len(words) > MOST_STEPS:
        raise Refusal(say("checklist-too-long", most=MOST_STEPS))
    checklists.set_steps(request.db, request.its_team.id, words)
    lines = [say("checklist-line", step=joined(step.words)) for step in checklist(request, EntryId(0))]
    return answer(say("checklist-set"), *lines)


def _reported(request: Request) -> Answers:
    """A complaint in words, which makes one."""
    answers = tuple(fresh(replace(request, text=f"投诉1 {request.arguments}"), How.COMMAND))
    if not answers:
        raise Usage
    return answers


def _meant(request: Request, number: EntryId) -> Entry:
    """The entry of a complaint that is any business of the person's. `Refusal` for every other number."""
    entry = entries.get(request.db, request.its_team.id, number)
    found = feedback.complaint(request.db, request.its_team.id, number)
    if entry is None or found is None or not may_change(request, entry):
        raise Refusal(say("complaint-none-such", number=number), buttons=(_to_list(request, request.message_id or 0),))
    return entry


@complaint.press("complaints")
def turn(request: Request) -> Answers:
    """A page of the list, in the place of what the button sits on."""
    of_this_team(request, _TEAM)
    return (_listed(request, request.number(1), request.number(0)),)


@complaint.press("complaint")
def open_one(request: Request) -> Answers:
    of_this_team(request, _TEAM)
    return (_one(request, _meant(request, EntryId(request.number(1))), request.number(0)),)


@complaint.press("complaint-set")
def settled(request: Request) -> Answers:
    """Solved, withdrawn or open again, by the button of a card or of the list's."""
    number = EntryId(request.number(0))
    request = in_team(request, entries.team_of_entry(request.db, number))
    if request.team is None:
        raise no_team(request)
    now = _STATUS.get(request.value(1))
    if now is None:
        raise Refusal(say("button-old"))
    if now is Status.SOLVED:
        return ask_result(request, _meant(request, number), request.number(_SLOT))
    return _put(request, _meant(request, number), now, request.number(_SLOT))


def _put(request: Request, entry: Entry, now: Status, slot: int) -> Answers:
    """Makes the complaint stand as it is said to, and shows it wherever it is shown."""
    refuse_locked(request, {line.business_date for line in entry.lines})
    team, by = request.its_team, request.its_member.id
    if now is Status.SOLVED:
        feedback.settle(request.db, team.id, entry.id, by=by, at=request.now)
    elif now is Status.OPEN:
        feedback.reopen(request.db, team.id, entry.id)
    lines = _withdrawn(entry.lines) if now is Status.WITHDRAWN else _standing(entry.lines)
    after = entries.replace(request.db, team.id, entry.id, lines, by=by, at=request.now)
    shown = changed(request, after, entry.lines)
    return (*settle(request), *((_one(request, after, slot),) if slot else ()), *shown)


def _standing(lines: Sequence[Line]) -> tuple[Line, ...]:
    return tuple(line for line in lines if line.measure is not Measure.WITHDRAWN_COMPLAINTS)


def _withdrawn(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The same, all its complaints withdrawn on the day that they count for."""
    standing = _standing(lines)
    off = (replace(line, measure=Measure.WITHDRAWN_COMPLAINTS) for line in standing if _complains(line))
    return (*standing, *off)


def _complains(line: Line) -> bool:
    return line.measure is Measure.COMPLAINTS


def _listed(request: Request, page: int, number: int) -> Answer:
    """The open complaints: one's own, or for a lead the whole team's."""
    mine = None if request.is_lead or request.member is None else request.member.id
    found = [] if request.member is None and not request.is_lead else _open(request, mine)
    here = found[page * _PAGE : (page + 1) * _PAGE]
    if page and not here:
        raise Refusal(say("button-old"))
    lines = (say("complaints-head", n=len(found)) if found else say("complaints-none"), *_lines(request, here))
    return answer(
        *lines, *_rate(request), say("complaint-how"), buttons=_rows(request, found, page, number), slot=_slot(number)
    )


def _open(request: Request, mine: MemberId | None) -> list[Complaint]:
    found = feedback.complaints(request.db, request.its_team.id)
    return [one for one in found if one.status is Status.OPEN and mine in {None, one.member}]


def _lines(request: Request, here: Sequence[Complaint]) -> Iterator[Say]:
    for one in here:
        yield _line(request, one)


def _line(request: Request, one: Complaint) -> Say:
    """A complaint in a line. What the customer said is for those concerned, and not for a group."""
    who = members.get(request.db, request.its_team.id, one.member)
    said = "" if request.in_group else one.said
    key = "complaint-line-said" if said else "complaint-line"
    return say(key, number=one.entry, name=who.name if who else "", day=one.day, n=one.n, said=said)


def _rate(request: Request) -> Iterator[Say]:
    """The team's complaint rate of the month."""
    month = period_of(Grain.MONTH, request.today)
    sums = added(*totals.by_day(request.db, request.its_team.id, month).values())
    rate = value(Metric.COMPLAINT_RATE, sums)
    if rate is not None:
        shown = worded(Metric.COMPLAINT_RATE, rate, request.its_team.currency)
        counted = sums.get(Measure.COMPLAINTS, 0) - sums.get(Measure.WITHDRAWN_COMPLAINTS, 0)
        yield say("complaint-rate", value=joined(shown), n=counted, orders=sums.get(Measure.ORDERS, 0))


def _rows(request: Request, found: Sequence[Complaint], page: int, number: int) -> tuple[tuple[Button, ...], ...]:
    here = [_button(request, one, number) for one in found[page * _PAGE : (page + 1) * _PAGE]]
    pages = turning(
        page,
        more=len(found) > (page + 1) * _PAGE,
        to=lambda at: data("complaints", number, at, request.its_team.id),
    )
    return (*in_pairs(here), *pages)


def _button(request: Request, one: Complaint, number: int) -> Button:
    label = say("button-complaint", number=one.entry)
    return Button(label, data("complaint", number, one.entry, request.its_team.id))


def _one(request: Request, entry: Entry, number: int) -> Answer:
    """One complaint: how it stands, and what can be done about it."""
    found = feedback.complaint(request.db, request.its_team.id, entry.id)
    if found is None:
        raise Refusal(say("button-old"))
    lines = (_line(request, found), say("complaint-stands", status=joined(status(found))), *_rate(request))
    steps = checklist(request, entry.id)
    ticks = tuple((tick(request, step, entry.id, number),) for step in steps) if found.status is Status.OPEN else ()
    result = checklists.result(request.db, request.its_team.id, entry.id)
    told = [say("complaint-result", words=result)] if result and found.status is Status.SOLVED else []
    rows = (*ticks, settling(found, number), _to_list(request, number))
    return answer(*lines, *told, buttons=rows, slot=_slot(number))


@complaint.press("complaint-step")
def step(request: Request) -> Answers:
    """Ticks a step of the checklist, or takes the tick back."""
    of_this_team(request, _TEAM)
    entry, place = _meant(request, EntryId(request.number(1))), request.number(3)
    if place >= len(checklist(request, entry.id)):
        raise Refusal(say("button-old"))
    checklists.turn(request.db, request.its_team.id, entry.id, place, by=request.its_member.id, at=request.now)
    return (_one(request, entry, request.number(0)),)


@complaint.press("complaint-result")
def result_picked(request: Request) -> Answers:
    """How it was solved, as a button says."""
    request, question = pressed(request)
    words = RESULTS.get(request.value(1))
    if question.kind != RESULT or words is None:
        raise Refusal(say("button-old"))
    return _solved(request, question, plain(say(words), request.chat.language))


def reading_results(words: Collection[str]) -> Capability:
    """The capability that reads how a complaint was solved. A line that begins with one of `words` is a command."""
    reading = Capability()

    @reading.answers(RESULT)
    def told(request: Request, question: Question) -> Answers:
        return (
            () if request.text.split()[0] in words else _solved(request, question, within(request.text, LONGEST_RESULT))
        )

    return reading


def _solved(request: Request, question: Question, words: str) -> Answers:
    """The complaint is solved, and on record how."""
    number, slot = about(question)
    entry = _meant(request, EntryId(number))
    by = request.its_member.id
    checklists.set_result(request.db, request.its_team.id, entry.id, words, by=by, at=request.now)
    done = Answer(Message((say("complaint-solved-how", words=words),)), question_slot(question))
    questions.close(request.db, question.id, request.now)
    return (done, *_put(request, entry, Status.SOLVED, slot))


def _to_list(request: Request, number: int) -> tuple[Button, ...]:
    return (Button(say("button-complaints"), data("complaints", number, 0, request.its_team.id)),)


def _slot(number: int) -> str:
    return f"complaint:{number}"
