"""Plan items as people see them: cards, who hears of what, and what may be done by whom."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from fractions import Fraction

from bot.aim_text import aimed, what
from bot.command import Answer, Refusal, Request, data
from bot.scene import in_team
from bot.summary import leads_in_private
from bot.telling import private_chat
from kpi.ids import ChatId, MemberId
from kpi.message import Button, Message, Percent, Say, joined, say
from kpi.plan import Aim, Item, Stage, Standing, standing
from kpi.team import Chat, Member, Role, Team, role_of
from storage import chats, members, outbox, plans
from storage.connection import Connection
from storage.plans import Comment

_COMMENTS_SHOWN = 3
SHOWN = 60  # characters of a task where it is only named


def slot(number: int) -> str:
    """The name of the message that shows an item in a chat."""
    return f"plan:{number}"


def card(db: Connection, team: Team, item: Item, today: date, *, lead: bool) -> Message:
    """The item, with what its owner or with `lead` a lead can do about it."""
    lines = (*_told(db, team, item, today), *_said(db, team, item))
    return Message(lines, tuple(_rows(item, lead=lead)))


def _told(db: Connection, team: Team, item: Item, today: date) -> Iterator[Say]:
    task = item.task
    yield say("plan-title", number=item.id, task=task.text)
    yield say("plan-owner", name=name_of(db, team, item.owner), day=task.deadline)
    if task.checkpoints:
        yield say("plan-checkpoints", days=joined(*(say("plan-day", day=day) for day in task.checkpoints)))
    if task.aim is not None:
        yield aim_line(task.aim, team.currency)
    if task.goal is not None:
        yield say("plan-progress", done=item.done, goal=task.goal, share=Percent(share(item)))
    overdue = standing(item, today) is Standing.OVERDUE
    yield say("plan-overdue" if overdue and item.stage is Stage.OPEN else f"plan-stage-{item.stage.value}")


def aim_line(aim: Aim, currency: str) -> Say:
    """The metric with its value then, where it was known, and the one that is wanted."""
    wanted = aimed(aim.metric, aim.wanted, currency)
    if aim.present is None:
        return say("plan-aim-to", metric=what(aim.metric), wanted=wanted)
    return say("plan-aim", metric=what(aim.metric), present=aimed(aim.metric, aim.present, currency), wanted=wanted)


def share(item: Item) -> Fraction | None:
    """How much of its goal is done."""
    return Fraction(item.done, item.task.goal) if item.task.goal else None


def _said(db: Connection, team: Team, item: Item) -> Iterator[Say]:
    for comment in plans.comments(db, item)[-_COMMENTS_SHOWN:]:
        yield say("plan-said", name=name_of(db, team, comment.by), words=comment.words)


def _rows(item: Item, *, lead: bool) -> Iterator[tuple[Button, ...]]:
    def button(key: str, action: str, *values: int) -> Button:
        return Button(say(key), data(action, item.id, *values))

    match item.stage:
        case Stage.ASKED if not lead:
            yield (button("button-plan-accept", "plan-yes"), button("button-plan-talk", "plan-no"))
        case Stage.OPEN if not lead:
            if item.task.goal is not None:
                yield (button("button-plan-less", "plan-step", 0), button("button-plan-more", "plan-step", 1))
            yield (button("button-plan-done", "plan-done"),)
        case Stage.REPORTED if lead:
            yield (button("button-plan-confirm", "plan-confirm"), button("button-plan-back", "plan-reopen"))
        case Stage.DECLINED if lead:
            yield (button("button-plan-again", "plan-again"), button("button-plan-cancel", "plan-cancel"))
        case Stage.ASKED | Stage.OPEN if lead:
            yield (button("button-plan-cancel", "plan-cancel"),)
        case Stage.CANCELLED | Stage.DONE if lead:
            yield (button("button-plan-restore", "plan-reopen"),)
        case _:
            return


def name_of(db: Connection, team: Team, member: MemberId) -> str:
    found = members.get(db, team.id, member)
    return found.name if found else ""


def named(item: Item) -> str:
    """The task, short enough for a line or a button."""
    text = item.task.text
    return text if len(text) <= SHOWN else text[: SHOWN - 1] + "…"


def its_lead(db: Connection, team: Team, item: Item) -> list[Chat]:
    """Where leads read about the item: who made it, else all of them."""
    maker = members.get(db, team.id, item.made_by)
    chat = private_chat(db, maker) if maker and maker.active and role_of(maker) is Role.LEAD else None
    return [chat] if chat is not None else leads_in_private(db, team)


def owner_chat(db: Connection, team: Team, item: Item) -> Chat | None:
    """Where its owner reads about it."""
    owner = members.get(db, team.id, item.owner)
    return private_chat(db, owner) if owner is not None and owner.active else None


def owner_is_lead(db: Connection, team: Team, item: Item) -> bool:
    owner = members.get(db, team.id, item.owner)
    return owner is not None and role_of(owner) is Role.LEAD


def shown_again(request: Request, item: Item) -> Iterator[Answer]:
    """The item as it is now, wherever its card stands, and in the message that was pressed or answered."""
    team, own = request.its_team, owner_chat(request.db, request.its_team, item)
    here = request.reply_to or request.message_id
    pressed = outbox.slot_of(request.db, request.chat.id, here) if here is not None else None
    places = {(chat, slot(item.id)) for chat in outbox.shown_in(request.db, slot(item.id))}
    if pressed is not None and number_of(pressed) == item.id and not pressed.startswith("plan-talk:"):
        places.add((request.chat.id, pressed))
    for chat, name in sorted(places):
        message = card(request.db, team, item, request.today, lead=_as_lead(request, item, own, chat))
        yield Answer(message, name, chat=chats.chat(request.db, chat))


def _as_lead(request: Request, item: Item, own: Chat | None, chat: ChatId) -> bool:
    """Whether a card in `chat` is a lead's. Leads who do something themselves get both, one after the other."""
    if own is None or chat != own.id:
        return True
    return item.stage not in {Stage.ASKED, Stage.OPEN} and owner_is_lead(request.db, request.its_team, item)


def number_of(found_slot: str) -> int | None:
    """The item that a message in this slot is about: its card, a reminder of it, or what was said about it."""
    kind, _, rest = found_slot.partition(":")
    number = rest.partition(":")[0]
    return int(number) if kind in {"plan", "plan-talk"} and number.isdecimal() else None


def item_at(request: Request, number: int) -> tuple[Request, Item]:
    """The item of that number, in its team, for its owner and for leads. `Refusal` for everybody else."""
    request = in_team(request, plans.team_of(request.db, number))
    item = plans.get(request.db, request.its_team.id, number)
    if item is None:
        raise Refusal(say("button-old"))
    if not is_mine(request, item) and not request.is_lead:
        raise Refusal(say("plan-not-yours"))
    return request, item


def is_mine(request: Request, item: Item) -> bool:
    return request.member is not None and request.member.active and request.member.id == item.owner


def to_leads(request: Request, item: Item, *first: Say) -> Iterator[Answer]:
    """A new card for the leads concerned, with what is new on top; not for who does it."""
    shown = card(request.db, request.its_team, item, request.today, lead=True)
    for chat in its_lead(request.db, request.its_team, item):
        if chat.id != request.chat.id:
            yield Answer(replace(shown, lines=(*first, *shown.lines)), _anew(request, item), chat=chat)


def to_owner(request: Request, item: Item, *first: Say) -> Iterator[Answer]:
    """The same for the owner."""
    chat = owner_chat(request.db, request.its_team, item)
    if chat is not None and chat.id != request.chat.id:
        shown = card(request.db, request.its_team, item, request.today, lead=False)
        yield Answer(replace(shown, lines=(*first, *shown.lines)), _anew(request, item), chat=chat)


def _anew(request: Request, item: Item) -> str:
    """The name of a message that people hear of: not an edit of what stands further up."""
    return f"{slot(item.id)}:{int(request.now.timestamp())}"


def talked(request: Request, item: Item, comment: Comment, to: Member) -> Iterator[Answer]:
    """What somebody said about an item, passed on. Answering it is a comment, too."""
    chat = private_chat(request.db, to)
    if chat is not None:
        name = name_of(request.db, request.its_team, comment.by)
        line = say("plan-comment", name=name, words=comment.words)
        about = say("plan-about", number=item.id, task=named(item))
        how = say("plan-comment-how")
        yield Answer(Message((line, about, how)), f"plan-talk:{item.id}:{comment.id}", chat=chat)
