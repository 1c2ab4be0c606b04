"""New plan items: in one line, or asked for step by step, maybe begun by an alert."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from bot.aim_text import aimed, what
from bot.aim_words import read_amount
from bot.asking import PATIENCE, ask, pressed, question_slot
from bot.audit import note
from bot.called import called, nobody
from bot.coach_text import card as alert_card
from bot.coach_text import key
from bot.coach_text import slot as alert_slot
from bot.command import Answer, Answers, Capability, Refusal, Request, Who, answer, data
from bot.leads import lead, of_this_team
from bot.plan import SHOWN, aim_line, card, item_at, shown_again, slot
from bot.plan_draft import Draft, Step, decode
from bot.plan_text import checked_days, present_value, read_dates, read_goal, task_of
from bot.reader import read
from bot.reader.reading import Records
from bot.render import plain
from bot.report import context
from bot.telling import private_chat
from kpi.coaching import Answer as Verdict
from kpi.ids import MemberId
from kpi.message import Button, Message, Say, say
from kpi.metrics import CATALOGUE, Metric
from kpi.money import MINOR_LIMIT
from kpi.period import Grain, period_of
from kpi.plan import LONGEST, Stage, Task
from kpi.team import Member, Role, role_of
from storage import chats, coaching, members, outbox, plans, questions
from storage.questions import Question

planning = Capability()

KIND = "plan"
ADD = {"add", "加", "新增", "添加"}
NEW = {"new", "新建", "新"}
_MOST_MEMBERS = 30
_DAYS = (3, 7, 14, 30)  # deadlines on buttons
_METRICS = (Metric.NET, Metric.NEW_CUSTOMERS, Metric.REPURCHASE, Metric.AOV, Metric.SATISFACTION, Metric.COMPLAINT_RATE)
_BETTER = (110, 120, 150)  # percent of the present value, on buttons


def added_in_words(request: Request, text: str) -> Answers:
    """@小美 回访10位老客 6-15: an item with one owner, until the last of the days that are named."""
    lead(request)
    whom = called(request, text)
    if whom is None:
        raise nobody(text) if text.startswith("@") else _no_owner(request)
    if called(request, whom.rest) is not None and whom.rest.startswith("@"):
        raise Refusal(say("plan-one-owner"))
    said, days = read_dates(whom.rest, request.today)
    owner = _able(whom.member)
    if not said:
        return _proceed(request, Draft(owner=owner.id))
    if not days:
        return _proceed(request, Draft(owner=owner.id, text=said[:LONGEST]))
    return _made(request, owner, task_of(request, owner.id, said, days))


def _no_owner(request: Request) -> Refusal:
    begin_it = Button(say("button-plan-new"), data("plan-new", request.its_team.id))
    return Refusal(say("plan-no-owner"), say("plan-how"), buttons=((begin_it,),))


def _able(member: Member) -> Member:
    """`Refusal` for somebody who could not accept."""
    if not member.active or member.person is None or role_of(member) is Role.VIEWER:
        raise Refusal(say("plan-cannot-own", name=member.name))
    return member


def begin(request: Request) -> Answers:
    """Asks for one thing after the other."""
    lead(request)
    return _proceed(request, Draft())


@planning.press("plan-new", who=Who.LEAD)
def begin_by_button(request: Request) -> Answers:
    of_this_team(request, 0)
    return begin(request)


@planning.press("plan-again", who=Who.LEAD)
def propose_again(request: Request) -> Answers:
    """A declined item with another deadline, or other words."""
    request, item = item_at(request, request.number(0))
    lead(request)
    if item.stage is not Stage.DECLINED:
        raise Refusal(say(f"plan-now-{item.stage.value}"))
    aim = item.task.aim
    draft = Draft(item.owner, item.task.text, alert=item.alert, instead_of=item.id)
    return _proceed(
        request, replace(draft, metric=aim.metric, present=aim.present, wanted=aim.wanted) if aim else draft
    )


def begin_from(request: Request, draft: Draft) -> Answers:
    """What an alert says is known already."""
    return _proceed(request, draft)


def _proceed(request: Request, draft: Draft, question: Question | None = None) -> Answers:
    if question is None:
        return ask(request, KIND, draft.encode(), lambda asked: _question(request, asked, draft))
    questions.go_on(request.db, question.id, draft.encode(), request.now + PATIENCE)
    return (Answer(_question(request, question, draft), question_slot(question)),)


@dataclass(frozen=True, slots=True)
class _Offer:
    """What is asked in a step, and answers with their values."""

    lines: tuple[Say, ...]
    choices: tuple[tuple[Say, str], ...] = ()


def _question(request: Request, question: Question, draft: Draft) -> Message:
    """What is known, what is asked, and the answers to press."""
    offer = _OFFERS[draft.step](request, draft)
    buttons = [Button(label, data("plan-say", question.id, draft.step.value, value)) for label, value in offer.choices]
    rows = tuple(tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2))
    cancel = Button(say("button-cancel"), data("dismiss", question.id))
    back = () if draft.before == draft else (Button(say("button-back"), data("plan-step-back", question.id)),)
    return Message((*_known(request, draft), *offer.lines), (*rows, (*back, cancel)))


def _known(request: Request, draft: Draft) -> tuple[Say, ...]:
    owner = members.get(request.db, request.its_team.id, draft.owner) if draft.owner is not None else None
    return (
        say("plan-new-head", team=request.its_team.name),
        *([say("plan-new-owner", name=owner.name)] if owner else []),
        *([aim_line(draft.aim, request.its_team.currency)] if draft.aim else []),
        *([say("plan-new-task", task=draft.text)] if draft.text else []),
    )


def _offer_owners(request: Request, draft: Draft) -> _Offer:  # noqa: ARG001 - one shape for all steps
    able = [m for m in members.of_team(request.db, request.its_team.id) if _may_own(m)]
    choices = tuple((say("plan-name", name=m.name), str(m.id)) for m in able[:_MOST_MEMBERS])
    return _Offer((say("plan-ask-owner"),), choices)


def _may_own(member: Member) -> bool:
    return member.active and member.person is not None and role_of(member) is not Role.VIEWER


def _offer_tasks(request: Request, draft: Draft) -> _Offer:
    if draft.alert is not None:
        return _Offer((say("plan-ask-task-alert"),), (*_suggested(request, draft),))
    return _Offer((say("plan-ask-task"),), tuple((say("plan-metric", metric=what(m)), m.value) for m in _METRICS))


def _suggested(request: Request, draft: Draft) -> list[tuple[Say, str]]:
    """What the alert suggests to do."""
    alert = coaching.get(request.db, request.its_team.id, draft.alert or 0)
    return [] if alert is None else [(say(f"coach-task-{key(alert.finding.seen.rule)}"), "suggested")]


def _offer_wanted(request: Request, draft: Draft) -> _Offer:
    metric, present = draft.metric or Metric.NET, draft.present
    better = [present * part // 100 for part in _BETTER] if present and present > 0 else []
    if CATALOGUE[metric].better.value == "lower" and present:
        better = [present * part // 100 for part in (90, 80, 50)]
    currency = request.its_team.currency
    choices = tuple((say("plan-amount", amount=aimed(metric, a, currency)), str(a)) for a in better if a > 0)
    now = [say("plan-present", present=aimed(metric, present, currency))] if present is not None else []
    return _Offer((*now, say("plan-ask-wanted", metric=what(metric))), choices)


def _offer_deadlines(request: Request, draft: Draft) -> _Offer:  # noqa: ARG001
    today = request.today
    days = sorted({*(today + timedelta(days=ahead) for ahead in _DAYS), period_of(Grain.MONTH, today).last})
    return _Offer((say("plan-ask-deadline"),), tuple((say("plan-day", day=day), day.isoformat()) for day in days))


_OFFERS: dict[Step, Callable[[Request, Draft], _Offer]] = {
    Step.OWNER: _offer_owners,
    Step.TASK: _offer_tasks,
    Step.WANTED: _offer_wanted,
    Step.DEADLINE: _offer_deadlines,
}


@planning.press("plan-say", who=Who.LEAD)
def answered(request: Request) -> Answers:
    """One of the offered answers. A button of an earlier step is out of date."""
    request, question, draft = _open(request)
    given, value = (*request.values[1:3], "", "")[:2]
    if given != draft.step.value:
        raise Refusal(say("button-old"))
    return _taken(request, draft, question, value)


@planning.press("plan-step-back", who=Who.LEAD)
def back(request: Request) -> Answers:
    """The step before, asked again."""
    request, question, draft = _open(request)
    return _proceed(request, draft.before, question)


def _open(request: Request) -> tuple[Request, Question, Draft]:
    request, question = pressed(request)
    if question.kind != KIND:
        raise Refusal(say("button-old"))
    lead(request)
    return request, question, decode(question.body)


def _taken(request: Request, draft: Draft, question: Question, value: str) -> Answers:
    """The draft with what a button says."""
    match draft.step:
        case Step.OWNER:
            owner = members.get(request.db, request.its_team.id, MemberId(_whole(value)))
            if owner is None:
                raise Refusal(say("button-old"))
            return _proceed(request, replace(draft, owner=_able(owner).id), question)
        case Step.TASK:
            return _proceed(request, _with_task(request, draft, value), question)
        case Step.WANTED:
            return _proceed(request, _with_wanted(request, draft, _whole(value)), question)
        case Step.DEADLINE:
            return _finished(request, draft, question, (_day(value),))


def _whole(value: str) -> int:
    if not (value.isascii() and value.isdecimal() and 0 < int(value[:16]) < MINOR_LIMIT):
        raise Refusal(say("button-old"))
    return int(value)


def _day(value: str) -> date:
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise Refusal(say("button-old")) from None


def _with_task(request: Request, draft: Draft, value: str) -> Draft:
    """What an alert suggests, or a metric."""
    if value == "suggested" and (offered := _suggested(request, draft)):
        return replace(draft, text=plain(offered[0][0], request.chat.language))
    metric = next((metric for metric in _METRICS if metric.value == value), None)
    if metric is None or draft.owner is None:
        raise Refusal(say("button-old"))
    return replace(draft, metric=metric, present=present_value(request, draft.owner, metric))


def _with_wanted(request: Request, draft: Draft, wanted: int) -> Draft:
    """The aim is the task, in the lead's words, where nothing else was said."""
    draft = replace(draft, wanted=wanted)
    metric, currency = draft.metric or Metric.NET, request.its_team.currency
    to = aimed(metric, wanted, currency)
    said = say("plan-metric-task-to", metric=what(metric), wanted=to)
    if draft.present is not None:
        said = say("plan-metric-task", metric=what(metric), present=aimed(metric, draft.present, currency), wanted=to)
    return replace(draft, text=draft.text or plain(said, request.chat.language))


def _finished(request: Request, draft: Draft, question: Question, days: tuple[date, ...]) -> Answers:
    owner = members.get(request.db, request.its_team.id, draft.owner or MemberId(0))
    if owner is None:
        raise Refusal(say("button-old"))
    deadline, checkpoints = checked_days(days, request.today)
    goal = None if draft.metric is not None and draft.alert is None else read_goal(draft.text)
    task = Task(draft.text, deadline, goal, draft.aim, checkpoints)
    made = _made(request, _able(owner), task, draft)
    questions.close(request.db, question.id, request.now)
    return (Answer(Message((say("plan-asked"),)), question_slot(question)), *made)


def _made(request: Request, owner: Member, task: Task, draft: Draft | None = None) -> Answers:
    """The item, for its owner to answer. What leads give themselves is accepted."""
    own, by = owner.id == request.its_member.id, request.its_member
    alert = draft.alert if draft else None
    item = plans.add(
        request.db,
        request.its_team.id,
        owner.id,
        task,
        request.today,
        Stage.OPEN if own else Stage.ASKED,
        by=by.id,
        at=request.now,
        alert=alert,
    )
    said = say("audit-plan-added", number=item.id, task=task.text[:SHOWN])
    note(request, said, member=owner, new=say("plan-owner", name=owner.name, day=task.deadline))
    gone = _settled(request, draft)
    here = card(request.db, request.its_team, item, request.today, lead=not own)
    if own:
        return (*gone, Answer(here, slot(item.id)))
    chat = private_chat(request.db, owner)
    unheard = () if chat is not None else (say("plan-unheard", name=owner.name),)
    shown = Answer(replace(here, lines=(*here.lines, *unheard)), slot(item.id))
    if chat is None:
        return (*gone, shown)
    asked = card(request.db, request.its_team, item, request.today, lead=False)
    first = say("plan-told-asked", name=by.name)
    return (*gone, shown, Answer(replace(asked, lines=(first, *asked.lines)), slot(item.id), chat=chat))


def _settled(request: Request, draft: Draft | None) -> Answers:
    """What the new item comes from is answered: the alert, and an item that was declined."""
    if draft is None:
        return ()
    alert = coaching.get(request.db, request.its_team.id, draft.alert) if draft.alert is not None else None
    planned = () if alert is None else tuple(_planned(request, alert))
    old = plans.get(request.db, request.its_team.id, draft.instead_of) if draft.instead_of is not None else None
    if old is None or old.stage is not Stage.DECLINED:
        return planned
    now = replace(old, stage=Stage.CANCELLED)
    plans.save(request.db, now)
    return (*planned, *shown_again(request, now))


def _planned(request: Request, alert: coaching.Alert) -> Iterator[Answer]:
    """The cards of the alert, which is answered with a plan."""
    coaching.answer(request.db, alert, Verdict.PLAN)
    shown = alert_card(request.db, request.its_team, replace(alert, answer=Verdict.PLAN))
    for chat in outbox.shown_in(request.db, alert_slot(alert)):
        yield Answer(shown, alert_slot(alert), chat=chats.chat(request.db, chat))


def writing(words: Collection[str]) -> Capability:
    """The capability that reads typed answers. A line that begins with one of `words` is a command and no answer."""
    reading = Capability()

    @reading.answers(KIND)
    def written(request: Request, question: Question) -> Answers:
        if not request.is_lead or request.text.split()[0] in words:
            return ()
        return _written(request, decode(question.body), question, request.text.strip())

    return reading


def _written(request: Request, draft: Draft, question: Question, text: str) -> Answers:
    """An answer that is typed. What is none may be a report, or nothing for us."""
    match draft.step:
        case Step.OWNER:
            whom = called(request, text)
            if whom is None or whom.rest:
                return _unclear(request, text, "plan-owner-unclear")
            return _proceed(request, replace(draft, owner=_able(whom.member).id), question)
        case Step.TASK:
            return () if _is_report(request, text) else _task_written(request, draft, question, text)
        case Step.WANTED:
            amount = read_amount(request, draft.metric or Metric.NET, text)
            if amount is None:
                return _unclear(request, text, "plan-wanted-unclear")
            return _proceed(request, _with_wanted(request, draft, amount), question)
        case Step.DEADLINE:
            rest, days = read_dates(text, request.today)
            if days and not rest:
                return _finished(request, draft, question, days)
            return _unclear(request, text, "plan-no-day")


def _task_written(request: Request, draft: Draft, question: Question, text: str) -> Answers:
    said, days = read_dates(text, request.today)
    if not any(letter.isalpha() for letter in said):
        return (answer(say("plan-no-task")),)
    known = replace(draft, text=said[:LONGEST])
    return _finished(request, known, question, days) if days else _proceed(request, known, question)


def _unclear(request: Request, text: str, key: str) -> Answers:
    """What was said is no answer: what would be one, unless it is a report, or meant for the group."""
    if _is_report(request, text) or (request.in_group and not request.addressed):
        return ()
    return (answer(say(key)),)


def _is_report(request: Request, text: str) -> bool:
    return isinstance(read(text, context(request)), Records)
