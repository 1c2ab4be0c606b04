"""What a lead had better look at: reports that wait for an answer, doubles, amounts far from usual, unchecked text."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from enum import Enum
from typing import assert_never

from bot.card import card, figures
from bot.command import Answer, Answers, Capability, Refusal, Request, Usage, Where, Who, answer, data
from bot.evidence import checked_note
from bot.leads import of_this_team
from bot.open_points import asked_name, excerpt
from bot.telling import private_chat
from bot.zones import clock
from handlers.fix import undone
from kpi.doubts import USUAL, Booked, Doubt, Outlier, Twin, doubts
from kpi.entry import Entry, How
from kpi.ids import EntryId, MemberId
from kpi.message import Button, Joined, Message, Say, joined, say
from kpi.money import Money
from kpi.period import Grain, Period, business_date
from kpi.team import Chat, Member
from storage import entries, entry_checks, members, open_reports, period_locks, reported
from storage.open_reports import OpenReport

clean = Capability()

_PAGE = 5
_LOOKED_AT = timedelta(weeks=2)  # what is older is past putting right
_ABOUT = 4  # which value of a button says what it is about; before it stand the message, the team, the list, the page

Ways = tuple[tuple[str, str], ...]  # what a button says and does
_BOOKED: Ways = (("button-right", "clean-ok"), ("button-take-back", "clean-undo"), ("button-look", "clean-look"))
_WAITING: Ways = (("button-remind", "clean-remind"), ("button-do-not-count", "clean-drop"))


class View(Enum):
    """Which list is shown."""

    DOUBTS = "d"
    TEXT = "t"  # written in free words and checked by nobody


Item = OpenReport | Doubt | Booked


@dataclass(frozen=True, slots=True)
class Spot:
    """Where somebody is: the message that `number` names within its chat, a list and a page of it."""

    number: int
    view: View
    page: int

    def to(self, request: Request, action: str, *about: int) -> str:
        """What a button carries that does `action` here."""
        return data(action, self.number, request.its_team.id, self.view.value, self.page, *about)


@clean.command("clean", words=("待核对",), who=Who.LEAD, where=Where.PRIVATE, zh=("/clean", "待核对"), en=("/clean",))
def show(request: Request) -> Answers:
    """All that is doubtful, a few at a time."""
    if request.arguments:
        raise Usage
    return (_page(request, Spot(request.message_id or 0, View.DOUBTS, 0)),)


@clean.press("clean", who=Who.LEAD)
def turn(request: Request) -> Answers:
    """Another page or list, in the place of the one at hand."""
    return (_page(request, _spot(request)),)


@clean.press("clean-ok", who=Who.LEAD)
def right(request: Request) -> Answers:
    """The entry is right: it is checked, and not shown again."""
    spot, entry = _spot(request), _entry(request)
    if entry.undone:
        return _done(request, spot, say("already-undone"))
    entry_checks.check(request.db, entry.team, entry.id, by=request.its_member.id, at=request.now)
    return _done(request, spot, say("clean-checked", number=entry.id))


@clean.press("clean-undo", who=Who.LEAD)
def take_back(request: Request) -> Answers:
    """The entry is taken back, as by the button of its card."""
    spot, entry = _spot(request), _entry(request)
    if entry.undone:
        return _done(request, spot, say("already-undone"))
    gone = tuple(undone(request, entry))
    return (*_done(request, spot, say("undone-short")), *gone)


@clean.press("clean-look", who=Who.LEAD)
def look(request: Request) -> Answers:
    """The entry's card, with its buttons."""
    _spot(request)
    entry = _entry(request)
    return (card(request.db, request.its_team, entry, request.today, *checked_note(request, entry)),)


@clean.press("clean-remind", who=Who.LEAD)
def remind(request: Request) -> Answers:
    """Asks the seller in private for the answer."""
    spot, report = _spot(request), _open(request)
    chat = _chat_of(request, report)
    if chat is None:
        return _done(request, spot, say("clean-unreachable"))
    what = excerpt(report, request.its_team)
    asking = say("clean-reminder", team=request.its_team.name, name=request.its_member.name, report=what)
    again = Button(say("button-answer", report=what), data("open", report.id))
    return (*_done(request, spot, say("clean-reminded")), Answer(Message((asking,), ((again,),)), chat=chat))


@clean.press("clean-drop", who=Who.LEAD)
def drop(request: Request) -> Answers:
    """The report is not to count. Who wrote it is told."""
    spot, report = _spot(request), _open(request)
    open_reports.drop(request.db, report.team, report.source_ref)
    chat = _chat_of(request, report)
    what = excerpt(report, request.its_team)
    told = say("clean-dropped", team=request.its_team.name, name=request.its_member.name, report=what)
    telling = () if chat is None else (Answer(Message((told,)), chat=chat),)
    return (*_done(request, spot, say("not-counted")), *telling)


def _spot(request: Request) -> Spot:
    """Where a button was pressed. Its data may be forged."""
    of_this_team(request, 1)
    named = request.values[2] if len(request.values) > 2 else ""  # noqa: PLR2004
    if request.in_group or named not in {view.value for view in View}:
        raise Refusal(say("button-old"))
    return Spot(request.number(0), View(named), request.number(3))


def _entry(request: Request) -> Entry:
    entry = entries.get(request.db, request.its_team.id, EntryId(request.number(_ABOUT)))
    if entry is None:
        raise Refusal(say("button-old"))
    return entry


def _open(request: Request) -> OpenReport:
    report = open_reports.get(request.db, request.its_team.id, request.number(_ABOUT))
    if report is None:
        raise Refusal(say("open-no-more"))
    return report


def _member(request: Request, report: OpenReport) -> Member | None:
    return members.of_person(request.db, report.team, report.person)


def _chat_of(request: Request, report: OpenReport) -> Chat | None:
    member = _member(request, report)
    return private_chat(request.db, member) if member else None


def _done(request: Request, spot: Spot, said: Say) -> Answers:
    """Says what was done, and shows the list without it."""
    return (Answer(Message((said,), callback=request.callback)), _page(request, spot))


@dataclass(frozen=True, slots=True)
class Lists:
    """What there is to look at: `doubtful` in the first list, and below it how much was only written in free words."""

    doubtful: tuple[Item, ...]
    text: tuple[Item, ...]


def _lists(request: Request) -> Lists:
    team, today = request.its_team.id, request.today
    books = reported.booked(request.db, team, Period(Grain.DAY, today - USUAL, today + timedelta(days=1)))
    since = today - _LOOKED_AT
    shut = period_locks.closed(request.db, team, {line.business_date for one in books for line in one.lines})
    found = [doubt for doubt in doubts(books, since) if _is_open(doubt.booked, shut)]
    named = {doubt.booked.entry for doubt in found}
    text = [
        one
        for one in reversed(books)
        if one.unchecked and one.how is How.TEXT and one.entry not in named
        if one.lines[-1].business_date >= since and _is_open(one, shut)
    ]
    waiting = open_reports.of_team(request.db, team, request.now)
    return Lists((*waiting, *found), tuple(text))


def _is_open(one: Booked, shut: Sequence[Period]) -> bool:
    """Whether the entry can still be put right."""
    return not any(line.business_date in period for line in one.lines for period in shut)


def _page(request: Request, spot: Spot) -> Answer:
    """The page at `spot`, or the last one when so many are not left."""
    lists = _lists(request)
    items = lists.doubtful if spot.view is View.DOUBTS else lists.text
    last = max(0, (len(items) - 1) // _PAGE)
    spot = replace(spot, page=min(spot.page, last))
    shown = items[spot.page * _PAGE : (spot.page + 1) * _PAGE]
    names = {member.id: member.name for member in members.of_team(request.db, request.its_team.id)}
    lines = [_line(request, number, item, names) for number, item in enumerate(shown, start=1)]
    rows = [_row(request, spot, number, item) for number, item in enumerate(shown, start=1)]
    head = say(f"clean-head-{spot.view.name.lower()}", team=request.its_team.name, n=len(items))
    buttons = (*rows, *_around(request, spot, last), *_other_list(request, spot, lists))
    return answer(head, *lines, buttons=buttons, slot=f"clean:{spot.number}")


def _around(request: Request, spot: Spot, last: int) -> tuple[tuple[Button, ...], ...]:
    ways = ((-1, "button-previous"), (1, "button-next"))
    there = [(replace(spot, page=spot.page + step), label) for step, label in ways if 0 <= spot.page + step <= last]
    row = tuple(Button(say(label), to.to(request, "clean")) for to, label in there)
    return (row,) if row else ()


def _other_list(request: Request, spot: Spot, lists: Lists) -> tuple[tuple[Button, ...], ...]:
    match spot.view:
        case View.DOUBTS:
            text = Spot(spot.number, View.TEXT, 0).to(request, "clean")
            return ((Button(say("button-clean-text", n=len(lists.text)), text),),) if lists.text else ()
        case View.TEXT:
            doubtful = Spot(spot.number, View.DOUBTS, 0).to(request, "clean")
            return ((Button(say("button-clean-doubts", n=len(lists.doubtful)), doubtful),),)
        case _:
            assert_never(spot.view)


Names = dict[MemberId, str]


def _line(request: Request, number: int, item: Item, names: Names) -> Say:
    """What is doubtful about an item, and whose it is."""
    team = request.its_team
    match item:
        case OpenReport():
            day, time = business_date(item.asked_at, team.zone), clock(item.asked_at, team.zone)
            name = asked_name(request.db, team, item.person)
            return say("clean-open", at=number, name=name, report=excerpt(item, team), day=day, time=time)
        case Twin(booked, before, minutes):
            said = _told(request, booked, names)
            return say("clean-twin", at=number, number=booked.entry, report=said, before=str(before), n=minutes)
        case Outlier(booked, _, _, usual):
            said = _told(request, booked, names)
            return say("clean-outlier", at=number, number=booked.entry, report=said, usual=Money(usual, team.currency))
        case Booked():
            return say("clean-text", at=number, number=item.entry, report=_told(request, item, names))
        case _:
            assert_never(item)


def _told(request: Request, booked: Booked, names: Names) -> Joined:
    """Whose an entry is, its day and its figures."""
    whose = dict.fromkeys(line.member for line in booked.lines)
    return joined(
        *(say("clean-name", name=names.get(member)) for member in whose),
        say("clean-day", day=booked.lines[0].business_date),
        *figures(booked.lines, request.its_team.currency).parts,
    )


def _row(request: Request, spot: Spot, number: int, item: Item) -> tuple[Button, ...]:
    """What can be done with an item."""
    match item:
        case OpenReport():
            return _buttons(request, spot, number, _WAITING, item.id)
        case Twin() | Outlier():
            return _buttons(request, spot, number, _BOOKED, item.booked.entry)
        case Booked():
            return _buttons(request, spot, number, _BOOKED, item.entry)
        case _:
            assert_never(item)


def _buttons(request: Request, spot: Spot, number: int, ways: Ways, about: int) -> tuple[Button, ...]:
    return tuple(Button(say(label, at=number), spot.to(request, action, about)) for label, action in ways)
