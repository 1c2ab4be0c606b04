"""Plans: who does what until when; accepting, progress, comments, and the team's board."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace

from bot.asking import ask, question_slot
from bot.audit import note
from bot.called import called
from bot.command import Answer, Answers, Capability, Refusal, Request, Where, answer, data
from bot.leads import lead, of_this_team
from bot.plan import (
    SHOWN,
    card,
    is_mine,
    item_at,
    name_of,
    named,
    number_of,
    owner_is_lead,
    shown_again,
    slot,
    talked,
    to_leads,
    to_owner,
)
from bot.plan_text import Progress, read_progress
from handlers.plan_new import ADD, NEW, added_in_words, begin
from kpi.message import Button, Message, Say, joined, say
from kpi.plan import Item, Stage, Standing, counted, standing
from kpi.team import Member
from storage import members, outbox, plans, questions
from storage.questions import Question

plan = Capability()

REASON = "plan-reason"
_TEAM = {"team", "团队", "全队", "看板", "board"}
_DONE = {"完成", "做完了", "搞定", "已完成", "done", "finished"}
_PAGE = 6
_MENTION = re.compile(r"@(?=\S)")
_LONGEST = 500  # characters of a comment
_ORDER = (Standing.OVERDUE, Standing.DECLINED, Standing.OPEN, Standing.DONE)


@plan.command(
    "plan",
    words=("计划",),
    where=Where.PRIVATE,
    zh=("/plan", "/plan add @小美 回访10位老客 6-15", "/plan new", "/plan team", "计划 4/10"),
    en=("/plan", "/plan add @Mei call back 10 customers 6-15", "/plan new", "/plan team", "/plan 4/10"),
)
def show_or_add(request: Request) -> Answers:
    """The plans that concern somebody; adds one, tells how far one is."""
    text = request.arguments
    word, _, rest = text.partition(" ")
    if not text or word.casefold() in _TEAM:
        return (_listed(request, request.message_id or 0, 0, team=bool(text) or request.is_lead),)
    if word.casefold() in NEW:
        return begin(request)
    if word.casefold() in ADD:
        return added_in_words(request, rest)
    progress = read_progress(text)
    if progress is not None:
        return _progress_in_words(request, progress)
    return added_in_words(request, text)


@plan.press("plans")
def turn(request: Request) -> Answers:
    """Another page of a list, in the place of the one at hand."""
    of_this_team(request, 1)
    return (_listed(request, request.number(0), request.number(2), team=bool(request.number(3))),)


def _listed(request: Request, number: int, page: int, *, team: bool) -> Answer:
    """What is to be done: the team's board for leads, one's own for everybody."""
    if team:
        lead(request)
    today, items = request.today, plans.of_team(request.db, request.its_team.id)
    mine = [item for item in items if team or is_mine(request, item)]
    shown = sorted((i for i in mine if standing(i, today)), key=lambda item: _place(request, item))
    here = shown[page * _PAGE : (page + 1) * _PAGE]
    if page and not here:
        raise Refusal(say("button-old"))
    counts = counted(mine, today)
    declined = counts[Standing.DECLINED]
    lines = [
        say("plan-board" if team else "plan-own", team=request.its_team.name),
        say(
            "plan-counts",
            done=counts[Standing.DONE],
            open=counts[Standing.OPEN],
            overdue=counts[Standing.OVERDUE],
        ),
        *([say("plan-count-declined", n=declined)] if declined else []),
        *(_line(request, item) for item in here),
        *([] if shown else [say("plan-none-team" if request.is_lead else "plan-none")]),
    ]
    rows = [(Button(say("button-plan-open", number=i.id, task=named(i)), data("plan-open", i.id)),) for i in here]
    more = _pages(request, number, page, len(shown), team=team)
    new = [(Button(say("button-plan-new"), data("plan-new", request.its_team.id)),)] if request.is_lead else []
    return answer(*lines, buttons=(*rows, *more, *new), slot=f"plans:{number}")


def _place(request: Request, item: Item) -> tuple[int, int, int]:
    found = standing(item, request.today)
    assert found is not None  # noqa: S101
    return _ORDER.index(found), item.task.deadline.toordinal(), item.id


def _line(request: Request, item: Item) -> Say:
    found = standing(item, request.today)
    assert found is not None  # noqa: S101
    goal = item.task.goal
    progress = None if goal is None else say("plan-of", done=item.done, goal=goal)
    return say(
        f"plan-line-{found.value}",
        number=item.id,
        task=named(item),
        about=joined(
            say("plan-name", name=name_of(request.db, request.its_team, item.owner)),
            say("plan-until", day=item.task.deadline),
            progress,
            say("plan-short-asked") if item.stage is Stage.ASKED else None,
            say("plan-short-reported") if item.stage is Stage.REPORTED else None,
        ),
    )


def _pages(request: Request, number: int, page: int, total: int, *, team: bool) -> Iterator[tuple[Button, ...]]:
    steps = (("button-plan-before", page - 1, page > 0), ("button-plan-next", page + 1, (page + 1) * _PAGE < total))
    row = tuple(
        Button(say(key), data("plans", number, request.its_team.id, to, int(team))) for key, to, there in steps if there
    )
    if row:
        yield row


@plan.press("plan-open")
def open_item(request: Request) -> Answers:
    """The card of an item, as a new message."""
    request, item = item_at(request, request.number(0))
    outbox.forget_slot(request.db, request.chat.id, slot(item.id))
    return (_card(request, item),)


def _card(request: Request, item: Item) -> Answer:
    mine = is_mine(request, item)
    as_lead = not mine or (item.stage not in {Stage.ASKED, Stage.OPEN} and request.is_lead)
    return Answer(card(request.db, request.its_team, item, request.today, lead=as_lead), slot(item.id))


@plan.press("plan-yes")
def accept(request: Request) -> Answers:
    """The owner takes it on."""
    request, item = _own(request, Stage.ASKED)
    now = _saved(request, replace(item, stage=Stage.OPEN), "audit-plan-accepted")
    return (*shown_again(request, now), *to_leads(request, now, _by(request, "plan-told-accepted")))


@plan.press("plan-no")
def talk_back(request: Request) -> Answers:
    """Asks the owner why not."""
    request, item = _own(request, Stage.ASKED)

    def worded(question: Question) -> Message:
        cancel = Button(say("button-cancel"), data("dismiss", question.id))
        return Message((say("plan-ask-reason", number=item.id, task=named(item)),), ((cancel,),))

    return ask(request, REASON, f'{{"item": {item.id}}}', worded)


def talking(words: frozenset[str]) -> Capability:
    """The capability that reads a reason. A line that begins with one of `words` is a command and no reason."""
    reading = Capability()

    @reading.answers(REASON)
    def reason(request: Request, question: Question) -> Answers:
        text = request.text.strip()
        if text.split()[0] in words:
            return ()
        return _declined(request, question, text)

    return reading


def _declined(request: Request, question: Question, reason: str) -> Answers:
    number = json.loads(question.body)["item"]
    item = plans.get(request.db, question.team, number)
    questions.close(request.db, question.id, request.now)
    if item is None or item.stage is not Stage.ASKED or not is_mine(request, item):
        raise Refusal(say("button-old"))
    plans.comment(request.db, item, reason[:_LONGEST], by=item.owner, at=request.now)
    now = _saved(request, replace(item, stage=Stage.DECLINED), "audit-plan-declined")
    told = Answer(Message((say("plan-reason-sent"),)), question_slot(question))
    return (told, *shown_again(request, now), *to_leads(request, now, _by(request, "plan-told-declined")))


@plan.press("plan-step")
def step(request: Request) -> Answers:
    """One more, or one less."""
    request, item = _own(request, Stage.OPEN)
    by = 1 if request.number(1) else -1
    return _moved(request, item, item.done + by)


def _moved(request: Request, item: Item, done: int) -> Answers:
    """`item` with so many done. What goes beyond the goal is not counted."""
    goal = item.task.goal or 0
    now = replace(item, done=min(max(done, 0), goal))
    if now.done == item.done:
        raise Refusal(say("plan-all-there" if done > 0 else "plan-none-there"))
    plans.save(request.db, now)
    told = say("plan-of", done=item.done, goal=goal), say("plan-of", done=now.done, goal=goal)
    note(request, say("audit-plan-progress", number=item.id), old=told[0], new=told[1], by=request.its_member)
    return tuple(shown_again(request, now))


def _progress_in_words(request: Request, progress: Progress) -> Answers:
    """How far the only open item is that can be meant; else asks which."""
    items = plans.of_team(request.db, request.its_team.id)
    mine = [i for i in items if is_mine(request, i) and i.stage is Stage.OPEN and i.task.goal is not None]
    fitting = [item for item in mine if progress.of in {None, item.task.goal}]
    if not fitting:
        raise Refusal(say("plan-no-such-goal" if mine else "plan-nothing-open"))
    if len(fitting) == 1:
        return _told(request, fitting[0], progress)
    rows = tuple(
        (Button(say("button-plan-open", number=i.id, task=named(i)), data("plan-at", i.id, _done(i, progress))),)
        for i in fitting[:_PAGE]
    )
    return (answer(say("plan-which"), buttons=rows, slot=f"plan-which:{request.message_id or 0}"),)


def _done(item: Item, progress: Progress) -> int:
    return item.done + progress.done if progress.more else progress.done


def _told(request: Request, item: Item, progress: Progress) -> Answers:
    """The progress, and the card at the end of the chat where it is seen."""
    done = _done(item, progress)
    if done > (item.task.goal or 0):
        raise Refusal(say("plan-too-many", goal=item.task.goal))
    if done != item.done:
        tuple(_moved(request, item, done))
    now = replace(item, done=done)
    outbox.forget_slot(request.db, request.chat.id, slot(item.id))
    return (_card(request, now), *(a for a in shown_again(request, now) if a.chat != request.chat))


@plan.press("plan-at")
def progress_of(request: Request) -> Answers:
    """The same, once it is known which item is meant."""
    done = request.number(1)
    request, item = _own(request, Stage.OPEN)
    return _told(request, item, Progress(done))


@plan.press("plan-done")
def done(request: Request) -> Answers:
    """The owner says that it is done; of a lead's own nobody has to confirm it."""
    request, item = _own(request, Stage.OPEN)
    return _reported(request, item)


def _reported(request: Request, item: Item) -> Answers:
    confirmed = owner_is_lead(request.db, request.its_team, item)
    now = replace(item, stage=Stage.DONE if confirmed else Stage.REPORTED)
    _saved(request, now, "audit-plan-done" if confirmed else "audit-plan-reported")
    told = () if confirmed else tuple(to_leads(request, now, _by(request, "plan-told-reported")))
    return (*shown_again(request, now), *told)


@plan.press("plan-confirm")
def confirm(request: Request) -> Answers:
    """A lead finds it done."""
    request, item = _led(request, Stage.REPORTED)
    now = _saved(request, replace(item, stage=Stage.DONE), "audit-plan-done")
    return (*shown_again(request, now), *to_owner(request, now, _by(request, "plan-told-confirmed")))


@plan.press("plan-reopen")
def reopen(request: Request) -> Answers:
    """A lead takes back that it is done or called off."""
    request, item = _led(request, Stage.REPORTED, Stage.DONE, Stage.CANCELLED)
    now = _saved(request, replace(item, stage=Stage.OPEN), "audit-plan-reopened")
    return (*shown_again(request, now), *to_owner(request, now, _by(request, "plan-told-reopened")))


@plan.press("plan-cancel")
def cancel(request: Request) -> Answers:
    """A lead calls it off."""
    request, item = _led(request, Stage.ASKED, Stage.OPEN, Stage.DECLINED)
    now = _saved(request, replace(item, stage=Stage.CANCELLED), "audit-plan-cancelled")
    return (*shown_again(request, now), *to_owner(request, now, _by(request, "plan-told-cancelled")))


def replied(request: Request) -> Answers | None:
    """What answers a card: progress, or a comment. None for what answers anything else."""
    found = outbox.slot_of(request.db, request.chat.id, request.reply_to or 0) or ""
    number = number_of(found)
    if number is None:
        return None
    request, item = item_at(request, number)
    text = request.text.strip()
    if is_mine(request, item) and item.stage is Stage.OPEN:
        progress = read_progress(text.removeprefix("计划").strip())
        if progress is not None and item.task.goal is not None:
            return _told(request, item, progress)
        if text.casefold().rstrip("。.!！") in _DONE:
            return _reported(request, item)
    return _commented(request, item, text)


plan.replied = replied


def _commented(request: Request, item: Item, text: str) -> Answers:
    """Keeps what was said and passes it on: to the other side, and to whoever is mentioned."""
    by = request.its_member
    said = plans.comment(request.db, item, text[:_LONGEST], by=by.id, at=request.now)
    team = request.its_team
    others = {item.owner, item.made_by, *(member.id for member in _mentioned(request, text))} - {by.id}
    people = [found for number in sorted(others) if (found := members.get(request.db, team.id, number))]
    passed = [a for member in people if member.active for a in talked(request, item, said, member)]
    names = joined(*(say("plan-name", name=member.name) for member in people))
    told = say("plan-comment-passed", names=names) if passed else say("plan-comment-kept")
    return (answer(told), *shown_again(request, item), *passed)


def _mentioned(request: Request, text: str) -> Iterator[Member]:
    for at in _MENTION.finditer(text):
        found = called(request, text[at.start() :])
        if found is not None:
            yield found.member


def _own(request: Request, *stages: Stage) -> tuple[Request, Item]:
    """The item of a button that only its owner presses. `Refusal` when it has gone on since."""
    request, item = item_at(request, request.number(0))
    if not is_mine(request, item):
        raise Refusal(say("plan-owner-only"))
    return request, _in(item, *stages)


def _led(request: Request, *stages: Stage) -> tuple[Request, Item]:
    """The same for a button of leads."""
    request, item = item_at(request, request.number(0))
    lead(request)
    return request, _in(item, *stages)


def _in(item: Item, *stages: Stage) -> Item:
    if item.stage not in stages:
        raise Refusal(say(f"plan-now-{item.stage.value}"))
    return item


def _by(request: Request, key: str) -> Say:
    return say(key, name=request.its_member.name)


def _saved(request: Request, item: Item, what: str) -> Item:
    plans.save(request.db, item)
    owner = members.get(request.db, item.team, item.owner)
    note(request, say(what, number=item.id, task=item.task.text[:SHOWN]), member=owner, by=request.its_member)
    return item
