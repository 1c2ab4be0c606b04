"""Taking an entry back, bringing it back, and changing it: by command and by the buttons of its card."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

from bot.asking import ask
from bot.card import figures
from bot.command import Answer, Answers, Capability, Refusal, Request, data
from bot.pending import Pending, decode
from bot.reader import read_amount
from bot.report import SOURCE, changed, context, read_report, revise
from bot.scene import in_team
from kpi.entry import Entry, Line, Measure
from kpi.ids import EntryId
from kpi.message import Button, Message, say
from kpi.money import MINOR_LIMIT, to_minor
from storage import chats, entries, outbox
from storage.questions import Question

fix = Capability()

UNDOABLE = timedelta(hours=48)  # by `/undo`; the buttons of a card work for longer
_MONEY = (Measure.GROSS, Measure.GROSS_OF_ORDERS, Measure.REFUNDS)


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
        return Message((say("ask-change", number=entry.id),), ((cancel,),))

    return ask(request, "change", Pending(entry.source_ref, entry.how, ()).encode(), worded)


@fix.answers("change")
def right_line(request: Request, question: Question) -> Answers:
    """The line as it should have been, or only the right amount."""
    pending = decode(question.body)
    entry = entries.by_ref(request.db, question.team, SOURCE, pending.ref)
    if entry is None:
        return ()
    amount = read_amount(request.text, context(request))
    one = None if amount is None else _with_amount(request, entry, amount)
    return revise(request, entry, one) if one else read_report(request, entry.how, pending.ref)


def _with_amount(request: Request, entry: Entry, amount: Decimal) -> tuple[Line, ...] | None:
    """The entry's lines with another amount of money, when there is exactly one to change."""
    minor = to_minor(amount, request.its_team.currency)
    measures = [line.measure for line in entry.lines if line.measure in {Measure.GROSS, Measure.REFUNDS}]
    if len(measures) != 1 or not 0 < minor < MINOR_LIMIT:
        return None
    return tuple(replace(line, value=minor) if line.measure in _MONEY else line for line in entry.lines)


def _undone(request: Request, entry: Entry) -> Answers:
    gone = entries.replace(request.db, entry.team, entry.id, (), by=request.its_member.id, at=request.now)
    return changed(request, gone, entry.lines)


def _own(request: Request) -> tuple[Request, Entry]:
    """The entry that a button belongs to, in its team. Only its author and the leads may change it."""
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
    return request, entry


def _told_slot(entry: Entry) -> str:
    return f"undone:{entry.id}"


def _toast(request: Request, key: str) -> Answer:
    return Answer(Message((say(key),), callback=request.callback))
