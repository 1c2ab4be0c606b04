"""Taking an entry back, bringing it back, and changing it: by command and by the buttons of its card."""

from dataclasses import replace
from datetime import timedelta

from bot.asking import ask, settle
from bot.card import figures
from bot.command import Answer, Answers, Capability, Refusal, Request, data
from bot.locks import refuse_locked
from bot.open_points import reply_to_this
from bot.pending import Pending, decode
from bot.report import SOURCE, changed, remember, rewrite
from bot.scene import in_team
from kpi.entry import Entry
from kpi.ids import EntryId
from kpi.message import Button, Message, say
from storage import chats, entries, outbox
from storage.questions import Question

fix = Capability()

UNDOABLE = timedelta(hours=48)  # by `/undo`; the buttons of a card work for longer


@fix.command("undo", words=("撤回", "撤销", "undo"), zh=("/undo",), en=("/undo",))
def undo_last(request: Request) -> Answers:
    member = request.member
    entry = entries.latest(request.db, request.its_team.id, member.id) if member else None
    if entry is None or request.now - entry.recorded_at > UNDOABLE:
        raise Refusal(say("nothing-to-undo"))
    restore = Button(say("button-restore"), data("restore", entry.id))
    told = say("undone", number=entry.id, figures=figures(entry.lines, request.its_team.currency))
    return (Answer(Message((told,), ((restore,),)), _told_slot(entry)), *_undone(request, entry))


@fix.press("undo")
def undo(request: Request) -> Answers:
    request, entry = _own(request)
    if entry.undone:
        return (_toast(request, "already-undone"),)
    return (_toast(request, "undone-short"), *_undone(request, entry))


@fix.press("restore")
def restore(request: Request) -> Answers:
    request, entry = _own(request)
    if not entry.undone:
        return (_toast(request, "already-there"),)
    back = entries.restore(request.db, entry.team, entry.id, by=request.its_member.id, at=request.now)
    told = Answer(Message((say("restored", number=entry.id),)), _told_slot(entry))
    shown = outbox.shown_in(request.db, _told_slot(entry))
    everywhere = (replace(told, chat=chats.chat(request.db, chat)) for chat in shown)
    return (_toast(request, "restored-short"), *everywhere, *changed(request, back, ()))


@fix.press("change")
def change(request: Request) -> Answers:
    """Asks for the right line; what is written next takes the place of the entry."""
    request, entry = _own(request)

    def worded(question: Question) -> Message:
        cancel = Button(say("button-cancel"), data("dismiss", question.id))
        return Message((say("ask-change", number=entry.id), *reply_to_this(request)), ((cancel,),))

    return ask(request, "change", Pending(entry.source_ref, entry.how, ()).encode(), worded)


@fix.answers("change")
def right_line(request: Request, question: Question) -> Answers:
    """The line as it should have been, or only the right amount."""
    entry = entries.by_ref(request.db, question.team, SOURCE, decode(question.body).ref)
    if entry is None:
        return ()
    answers = tuple(rewrite(request, entry))
    remember(request, entry.source_ref)
    return answers


def _undone(request: Request, entry: Entry) -> Answers:
    gone = entries.replace(request.db, entry.team, entry.id, (), by=request.its_member.id, at=request.now)
    return (*settle(request), *changed(request, gone, entry.lines))


def _own(request: Request) -> tuple[Request, Entry]:
    """The entry that a button belongs to, in its team. Its author and the leads may change it, until it is locked."""
    number = EntryId(request.number(0))
    request = in_team(request, entries.team_of_entry(request.db, number))
    entry = entries.get(request.db, request.its_team.id, number)
    if entry is None:
        raise Refusal(say("button-old"))
    author = request.member is not None and entry.author == request.member.id
    if not author and not request.is_lead:
        raise Refusal(say("not-yours"))
    if request.member is None:
        raise Refusal(say("not-a-member"))
    refuse_locked(request, {line.business_date for line in entry.lines})
    return request, entry


def _told_slot(entry: Entry) -> str:
    return f"undone:{entry.id}"


def _toast(request: Request, key: str) -> Answer:
    return Answer(Message((say(key),), callback=request.callback))
