"""Taking an entry back, bringing it back, and changing it: by command and by the buttons of its card."""

import re
from dataclasses import replace
from datetime import timedelta

from bot.asking import settle
from bot.card import figures, its_day, replaced_by_report, restoring
from bot.command import Answer, Answers, Capability, Refusal, Request, Usage, data
from bot.correcting import Answered, answered, ask_change, correct_answered, may_change, reword
from bot.day_report import brought_back, put_aside, taken_out_again
from bot.leads import refuse_viewer
from bot.locks import refuse_locked
from bot.pending import decode
from bot.report import SOURCE, changed, remember
from bot.scene import in_team
from kpi.entry import Entry
from kpi.ids import EntryId
from kpi.message import Button, Message, say
from storage import chats, entries, outbox
from storage.questions import Question

fix = Capability()

UNDOABLE = timedelta(hours=48)  # by `/undo`; the buttons of a card work for longer
_TAKE_BACK = {
    "撤回",
    "撤销",
    "撤",
    "删除",
    "删掉",
    "删了",
    "作废",
    "取消",
    "undo",
    "delete",
    "remove",
    "cancel",
    "take it back",
}
_NUMBERED = re.compile(r"[#＃]?\s*([0-9]{1,15})")
_BRING_BACK = {"恢复", "restore", "bring it back"}


@fix.command("undo", words=("撤回", "撤销", "undo"), zh=("/undo", "/undo 18"), en=("/undo", "/undo 18"))
def undo_last(request: Request) -> Answers:
    """Takes back what the message answers, or what its number says, else the last report."""
    found = answered(request)
    if found is not None:
        return _take_back(_mine(found), found.entry)
    return _undo_numbered(request) if request.arguments else _undo_last(request)


def _undo_numbered(request: Request) -> Answers:
    """Takes back the entry whose number stands on its card. `Usage` for words that name none."""
    refuse_viewer(request)
    said = _NUMBERED.fullmatch(request.arguments)
    if said is None:
        raise Usage
    entry = entries.get(request.db, request.its_team.id, EntryId(int(said[1])))
    if entry is None or not may_change(request, entry):
        raise Refusal(say("nothing-numbered", number=said[1]))
    refuse_locked(request, {line.business_date for line in entry.lines})
    return _take_back(request, entry)


def _undo_last(request: Request) -> Answers:
    refuse_viewer(request)
    member = request.member
    entry = entries.latest(request.db, request.its_team.id, member.id) if member else None
    if entry is None or request.now - entry.recorded_at > UNDOABLE:
        raise Refusal(say("nothing-to-undo"))
    return _take_back(request, entry)


def _take_back(request: Request, entry: Entry) -> Answers:
    restore = Button(say("button-restore"), data("restore", entry.id))
    if entry.undone:
        said = replaced_by_report(request.db, entry) or say("undone-before", number=entry.id)
        raise Refusal(said, buttons=restoring(request.db, entry))
    gone = tuple(undone(request, entry))
    told = say("undone", number=entry.id, figures=figures(entry.lines, request.its_team.currency))
    left = its_day(request.db, request.its_team, entry, request.today)
    return (Answer(Message((told, left), ((restore,),)), _told_slot(entry)), *gone)


def _mine(found: Answered) -> Request:
    """The request, in the team of an entry that the person may change. `Refusal` when they may not."""
    if not may_change(found.request, found.entry):
        raise Refusal(say("not-your-entry"))
    return found.request


def replied(request: Request) -> Answers | None:
    """What an answer to a card, or to the report itself, puts right; None when it is like any other message."""
    found = answered(request)
    if found is None:
        return None
    word = request.text.strip().lower().rstrip("。.!！")
    if word in _TAKE_BACK:
        return _take_back(_mine(found), found.entry)
    if word in _BRING_BACK and found.entry.undone:
        return _brought_back(_mine(found), found.entry)
    return correct_answered(found)


fix.replied = replied


@fix.press("undo")
def undo(request: Request) -> Answers:
    request, entry = _own(request)
    if entry.undone:
        return (_toast(request, "already-undone"),)
    return (_toast(request, "undone-short"), *undone(request, entry))


@fix.press("restore")
def restore(request: Request) -> Answers:
    request, entry = _own(request)
    if not entry.undone:
        return (_toast(request, "already-there"),)
    return (_toast(request, "restored-short"), *_brought_back(request, entry))


def _brought_back(request: Request, entry: Entry) -> Answers:
    replaced = replaced_by_report(request.db, entry)
    if replaced is not None:
        raise Refusal(replaced)
    back = entries.restore(request.db, entry.team, entry.id, by=request.its_member.id, at=request.now)
    out = taken_out_again(request, back)
    told = Answer(Message((say("restored", number=entry.id),)), _told_slot(entry))
    shown = outbox.shown_in(request.db, _told_slot(entry))
    everywhere = (replace(told, chat=chats.chat(request.db, chat)) for chat in shown)
    return (*everywhere, *changed(request, back, ()), *put_aside(request, back.id, out))


@fix.press("change")
def change(request: Request) -> Answers:
    """Asks for the right line; what is written next takes the place of the entry."""
    request, entry = _own(request)

    return ask_change(request, entry)


@fix.answers("change")
def right_line(request: Request, question: Question) -> Answers:
    """The line as it should have been, or only the right amount."""
    entry = entries.by_ref(request.db, question.team, SOURCE, decode(question.body).ref)
    if entry is None:
        return ()
    answers = tuple(reword(request, entry))
    remember(request, entry.source_ref)
    return answers


def undone(request: Request, entry: Entry) -> Answers:
    """Takes the entry back; its cards and boards follow."""
    gone = entries.replace(request.db, entry.team, entry.id, (), by=request.its_member.id, at=request.now)
    beside = brought_back(request, gone)
    return (*settle(request), *changed(request, gone, entry.lines), *beside)


def _own(request: Request) -> tuple[Request, Entry]:
    """The entry that a button belongs to, in its team. Who may change it can, until it is locked."""
    number = EntryId(request.number(0))
    request = in_team(request, entries.team_of_entry(request.db, number))
    entry = entries.get(request.db, request.its_team.id, number)
    if entry is None:
        raise Refusal(say("button-old"))
    if request.member is None:
        raise Refusal(say("not-a-member" if request.is_lead else "not-your-entry"))
    if not may_change(request, entry):
        raise Refusal(say("not-your-entry"))
    refuse_locked(request, {line.business_date for line in entry.lines})
    return request, entry


def _told_slot(entry: Entry) -> str:
    return f"undone:{entry.id}"


def _toast(request: Request, key: str) -> Answer:
    return Answer(Message((say(key),), callback=request.callback))
