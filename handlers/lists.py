"""Lists of what several people sold: the buttons of the preview."""

from dataclasses import replace

from bot.command import Answer, Answers, Capability, Refusal, Request
from bot.leads import lead
from bot.lists.booking import book_plan, take_back
from bot.lists.card import booked, numbered, preview, settled, sheet_slot
from bot.lists.plan import ADD, ANSWERS, BESIDE, REPLACE, SKIP, Plan, Point, State, key, plan, same_name
from bot.lists.receiving import only_a_list
from bot.lists.sheet import Booked, Sheet, decode, decode_booked
from bot.scene import in_team
from kpi.message import Message, say
from storage import sheets
from storage.sheets import Kept

lists = Capability()
lists.forwarded = only_a_list


@lists.press("list")
def answered(request: Request) -> Answers:
    """What becomes of one line; who somebody is holds for all lines of that name."""
    request, kept, sheet = _open(request)
    index, point, given = request.number(1), _value(request, 2), _value(request, 3)
    judged = plan(request, sheet)
    if index >= len(sheet.rows) or not _asked(judged, index, point, given):
        return (preview(request, kept.id, sheet, judged),)
    alike = same_name(sheet, index) if point == Point.WHO.value else iter((index,))
    name = SKIP if given == SKIP else point
    return _go_on(request, kept, sheet.answered({key(other, name): given for other in alike}))


def _asked(judged: Plan, index: int, point: str, given: str) -> bool:
    """Whether that answer is one to what is open in the line. A button may be forged, or late."""
    one = judged.lines[index]
    if one.state is not State.ASKED or one.point is None:
        return False
    if point == Point.WHO.value and one.point in {Point.WHO, Point.SEVERAL}:
        return given in ANSWERS[one.point] or given in {str(member) for member in judged.roster.members}
    return point == one.point.value and given in ANSWERS[one.point]


@lists.press("list-all")
def all_answered(request: Request) -> Answers:
    """The same answer for all lines with the same point open."""
    request, kept, sheet = _open(request)
    point, given = _value(request, 1), _value(request, 2)
    judged = plan(request, sheet)
    alike = [one for one in judged.of(State.ASKED) if one.point is not None and one.point.value == point]
    told = {
        key(one.index, SKIP if given == SKIP else point): given
        for one in alike
        if _asked(judged, one.index, point, given)
    }
    return _go_on(request, kept, sheet.answered(told))


@lists.press("list-beside")
def beside(request: Request) -> Answers:
    """Whether lines count beside what others told of their days, or in its place."""
    request, kept, sheet = _open(request)
    given = _value(request, 1)
    if given not in {ADD, REPLACE}:
        raise Refusal(say("button-old"))
    stand = [one for one in plan(request, sheet).of(State.READY) if one.beside]
    return _go_on(request, kept, sheet.answered({key(one.index, BESIDE): given for one in stand}))


@lists.press("list-page")
def more_members(request: Request) -> Answers:
    request, kept, sheet = _open(request)
    return (preview(request, kept.id, sheet, plan(request, sheet), page=request.number(2)),)


@lists.press("list-book")
def confirm(request: Request) -> Answers:
    """Books what is shown as ready, if it is still just that."""
    request, kept, sheet = _open(request)
    judged = plan(request, sheet)
    if judged.fingerprint != _value(request, 1):
        return (_toast(request, "list-changed"), preview(request, kept.id, sheet, judged))
    done = book_plan(request, sheet, judged)
    sheets.close(request.db, kept.id, request.now, done.booked.encode())
    return (booked(request, kept.id, sheet, judged, done.numbers), *done.answers)


@lists.press("list-drop")
def drop(request: Request) -> Answers:
    request, kept, _ = _open(request)
    sheets.close(request.db, kept.id, request.now)
    return (Answer(Message((say("not-counted"),)), sheet_slot(kept.id)),)


@lists.press("list-undo")
def undo(request: Request) -> Answers:
    """Takes back whatever is in force still of what the list booked."""
    request, kept = _leads(request)
    did = decode_booked(kept.body) if kept.closed else Booked()
    if did == Booked():
        raise Refusal(say("list-over"))
    sheets.close(request.db, kept.id, request.now)
    numbers = [*did.made, *(number for number, _ in did.changed)]
    told = say("list-undone", numbers=numbered(numbers))
    return (Answer(Message((told,)), sheet_slot(kept.id)), *take_back(request, did))


def _go_on(request: Request, kept: Kept, sheet: Sheet) -> Answers:
    judged = plan(request, sheet)
    if settled(judged):
        sheets.close(request.db, kept.id, request.now)
    else:
        sheets.change(request.db, kept.id, sheet.encode())
    return (preview(request, kept.id, sheet, judged),)


def _open(request: Request) -> tuple[Request, Kept, Sheet]:
    """The list that a button belongs to, while it waits."""
    request, kept = _leads(request)
    if kept.closed:
        raise Refusal(say("list-over"))
    return request, kept, decode(kept.body)


def _leads(request: Request) -> tuple[Request, Kept]:
    """The list whose number a button carries first, in its team, for a lead of that."""
    kept = sheets.get(request.db, request.number(0), request.now)
    if kept is None:
        raise Refusal(say("list-over"))
    request = in_team(request, kept.team)
    if request.its_team.id != kept.team:
        raise Refusal(say("list-over"))
    return replace(request, member=lead(request)), kept


def _value(request: Request, index: int) -> str:
    return request.values[index] if index < len(request.values) else ""


def _toast(request: Request, text: str) -> Answer:
    return Answer(Message((say(text),), callback=request.callback))
