"""How a list is shown: its lines with what becomes of them, the next open point, and the buttons."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import assert_never

from bot.booking import lines_of
from bot.card import figures
from bot.command import Answer, Request, data
from bot.lists.plan import ADD, ANSWERS, REPLACE, Judged, Plan, Point, State
from bot.lists.sheet import Sheet, Source
from kpi.entry import MONEY_MEASURES, Line, Measure
from kpi.ids import EntryId, MemberId
from kpi.message import Button, Joined, Message, Say, joined, say
from kpi.money import Money, to_minor
from kpi.period import Grain, period_of
from kpi.team import Member

_SHOWN = 20  # lines; more of them would not fit into one message
_ASKED_SHOWN = 10
_CHOICES = 6  # members offered at once
_IN_BULK = {Point.OLD, Point.TWICE, Point.KNOWN, Point.DIFFERS, Point.UNUSUAL}
Buttons = tuple[tuple[Button, ...], ...]


def sheet_slot(number: int) -> str:
    """The name of the message that shows the list and is edited as it changes."""
    return f"sheet:{number}"


def preview(request: Request, number: int, sheet: Sheet, judged: Plan, page: int = 0) -> Answer:
    """The list before it is booked. `page` is of the members to choose from."""
    lines = [_head(sheet, judged), *_shown(sheet, judged, request), *_total(request, sheet), _counts(request, judged)]
    if sheet.ignored:
        lines.append(say("list-ignored", names=", ".join(sheet.ignored)[:200]))
    asked = judged.open
    if asked is not None:
        lines.append(_question(request, asked))
    return Answer(Message(tuple(lines), _buttons(number, judged, asked, page)), sheet_slot(number))


def settled(judged: Plan) -> bool:
    """Whether nothing is left to confirm or to ask."""
    return not judged.of(State.READY) and judged.open is None


def booked(request: Request, number: int, sheet: Sheet, judged: Plan, numbers: Sequence[EntryId]) -> Answer:
    """The list after it was booked."""
    ready = judged.of(State.READY)
    told = figures((line for one in ready for line in one.lines), request.its_team.currency)
    head = say("list-done", n=len(ready), numbers=numbered(numbers), figures=told)
    lines = [_head(sheet, judged), head, *_lines(request, sheet, judged, ready[:_SHOWN])]
    if len(ready) > _SHOWN:
        lines.append(say("list-more", n=len(ready) - _SHOWN))
    left = judged.of(State.ASKED)
    if left:
        lines.append(say("list-left", n=len(left)))
        lines += _lines(request, sheet, judged, left[: _SHOWN // 2])
    undo = Button(say("list-undo", n=len(ready)), data("list-undo", number))
    return Answer(Message(tuple(lines), ((undo,),)), sheet_slot(number))


def numbered(numbers: Iterable[EntryId]) -> str:
    """#12–#14, #20."""
    runs: list[list[int]] = []
    for number in sorted(set(numbers)):
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    told = [f"#{run[0]}" if len(run) == 1 else f"#{run[0]}–#{run[-1]}" for run in runs]
    return ", ".join(told[:_SHOWN]) + (" …" if len(told) > _SHOWN else "")


def _head(sheet: Sheet, judged: Plan) -> Say:
    untitled = "list-untitled-file" if sheet.source is Source.IMPORT else "list-untitled"
    title = joined(say("list-title", title=sheet.title) if sheet.title else say(untitled))
    days = {line.business_date for one in judged.lines for line in one.lines}
    if len(days) != 1 or sheet.source is Source.IMPORT:
        return say("list-head", title=title)
    return say("list-head-day", title=title, day=period_of(Grain.DAY, days.pop()))


def _shown(sheet: Sheet, judged: Plan, request: Request) -> list[Say]:
    """All lines, or of a long list those with an open point before others."""
    if len(judged.lines) <= _SHOWN:
        return _lines(request, sheet, judged, judged.lines)
    asked = judged.of(State.ASKED)[:_ASKED_SHOWN]
    others = [one for one in judged.lines if one.state is not State.ASKED][: _SHOWN - len(asked)]
    some = sorted((*asked, *others), key=lambda one: one.index)
    return [*_lines(request, sheet, judged, some), say("list-more", n=len(judged.lines) - len(some))]


def _lines(request: Request, sheet: Sheet, judged: Plan, some: Iterable[Judged]) -> list[Say]:
    days = {line.business_date for one in judged.lines for line in one.lines}
    several = len(days) > 1 or sheet.source is Source.IMPORT
    return [_line(request, one, _what(request, sheet, one, dated=several)) for one in some]


def _line(request: Request, one: Judged, what: Joined) -> Say:
    match one.state:
        case State.READY if one.against:
            beside = say(
                "list-replacing" if one.replaces else "list-beside",
                figures=_before(one, request.its_team.currency),
                numbers=numbered(booked.entry for booked in one.against),
            )
            return say("list-line-beside", what=what, beside=joined(beside))
        case State.READY:
            return say("list-line-ready", what=what)
        case State.BOOKED:
            return say("list-line-booked", what=what, numbers=numbered(booked.entry for booked in one.against))
        case State.ASKED:
            return say("list-line-asked", what=what, why=joined(_why(request, one)))
        case State.SKIPPED:
            return say("list-line-skipped", what=what)
        case _:
            assert_never(one.state)


def _what(request: Request, sheet: Sheet, one: Judged, *, dated: bool) -> Joined:
    made = one.member is not None and one.member < 0
    days = sorted({line.business_date for line in one.lines})
    read = bool(one.row.records) and one.row.fault is None
    return joined(
        say("list-row", line=one.row.line) if sheet.source is Source.IMPORT else None,
        say("list-name", name=one.name) if one.name else None,
        say("list-new-member") if made else None,
        _day(request, days[0]) if dated and len(days) == 1 else None,
        _told(request, one) if read else _said(one),
    )


def _day(request: Request, day: date) -> Say:
    """With its year where that is another than this one."""
    return say("list-day", day=day) if day.year == request.today.year else say("list-said", said=day.isoformat())


def _said(one: Judged) -> Say | None:
    return say("list-said", said=one.row.said) if one.row.said else None


def _told(request: Request, one: Judged) -> Say:
    """What the line says, also of somebody who is not known yet."""
    if one.point is Point.PROBLEM:
        return say("list-said", said=one.row.said)
    lines = one.lines or lines_of(request.its_team, one.row.records, {None: MemberId(0)})
    return say("list-figures", figures=figures(lines, request.its_team.currency))


def _why(request: Request, one: Judged) -> Say:
    currency, numbers = request.its_team.currency, numbered(booked.entry for booked in one.against)
    match one.point:
        case Point.FAULT:
            return say(f"list-fault-{one.row.fault.value if one.row.fault else ''}")
        case Point.PROBLEM:
            return say(f"list-problem-{one.problem.value if one.problem else ''}", own=currency)
        case Point.KNOWN:
            return say("list-why-known", numbers=numbers)
        case Point.DIFFERS:
            return say("list-why-differs", numbers=numbers, figures=_before(one, currency))
        case Point.LOCKED | Point.WHO | Point.SEVERAL | Point.OLD | Point.TWICE | Point.UNUSUAL:
            return say(f"list-why-{one.point.value}")
        case None:
            return say("list-fault-unread")
        case _:
            assert_never(one.point)


def _before(one: Judged, currency: str) -> Joined:
    """What the books say of the line's member and days."""
    lines = [
        Line(measure, value, booked.day, booked.member)
        for booked in one.against
        for measure, value in booked.sums.items()
    ]
    return figures(lines, currency)


def _total(request: Request, sheet: Sheet) -> list[Say]:
    """Says so when the lines do not add up to the total that stands below them."""
    if sheet.total is None:
        return []
    currency = request.its_team.currency
    told = sum(
        to_minor(record.revenue, currency) for row in sheet.rows for record in row.records if record.revenue is not None
    )
    written = to_minor(sheet.total, currency)
    if told == written:
        return []
    return [say("list-total", written=Money(written, currency), told=Money(told, currency))]


def _counts(request: Request, judged: Plan) -> Say:
    ready = judged.of(State.READY)
    sums: dict[Measure, int] = {}
    for line in (line for one in ready for line in one.lines if line.measure in MONEY_MEASURES):
        sums[line.measure] = sums.get(line.measure, 0) + line.value
    net = Money(sums.get(Measure.GROSS, 0) - sums.get(Measure.REFUNDS, 0), request.its_team.currency)
    numbers = {state: len(judged.of(state)) for state in State}
    parts = joined(
        say("list-count-ready", n=len(ready), net=net) if ready else say("list-count-nothing"),
        *(say(f"list-count-{state.value}", n=n) for state, n in numbers.items() if n and state is not State.READY),
    )
    return say("list-counts", parts=parts)


def _question(request: Request, one: Judged) -> Say:
    currency = request.its_team.currency
    match one.point:
        case Point.WHO | Point.SEVERAL:
            return say("list-ask-who", name=one.name)
        case Point.DIFFERS:
            return say(
                "list-ask-differs", name=one.name, before=_before(one, currency), after=figures(one.lines, currency)
            )
        case _:
            return say("list-ask-book", name=one.name, figures=figures(one.lines, currency))


def _buttons(number: int, judged: Plan, asked: Judged | None, page: int) -> Buttons:
    rows: list[tuple[Button, ...]] = [] if asked is None else _choices(number, judged, asked, page)
    ready = judged.of(State.READY)
    beside = [one for one in ready if one.beside]
    if beside:
        given = ADD if all(one.replaces for one in beside) else REPLACE
        rows.append((Button(say(f"list-beside-{given}", n=len(beside)), data("list-beside", number, given)),))
    cancel = Button(say("button-cancel"), data("list-drop", number))
    if ready:
        label = say("list-confirm", n=len(ready))
        rows.append((Button(label, data("list-book", number, judged.fingerprint)), cancel))
    elif asked is not None:
        rows.append((cancel,))
    return tuple(rows)


def _choices(number: int, judged: Plan, asked: Judged, page: int) -> list[tuple[Button, ...]]:
    point = asked.point
    if point is None:
        return []
    rows = _members(number, judged, asked, page) if point in {Point.WHO, Point.SEVERAL} else []
    name = Point.WHO if point is Point.SEVERAL else point
    rows.append(
        tuple(Button(say(f"list-answer-{a}"), data("list", number, asked.index, name.value, a)) for a in ANSWERS[point])
    )
    alike = sum(one.point is point for one in judged.of(State.ASKED))
    if alike > 1 and point in _IN_BULK:
        rows.append(
            tuple(
                Button(say(f"list-all-{a}", n=alike), data("list-all", number, point.value, a)) for a in ANSWERS[point]
            )
        )
    return rows


def _members(number: int, judged: Plan, asked: Judged, page: int) -> list[tuple[Button, ...]]:
    """Two members in a row, the likeliest first."""
    likely = judged.roster.likely(asked.row.who)
    if asked.point is Point.SEVERAL:
        likely = [member for member in likely if member.id in judged.roster.who(asked.row.who)]
    shown = likely[page * _CHOICES : (page + 1) * _CHOICES]
    buttons = [_member(number, judged, asked, member) for member in shown]
    rows = [tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2)]
    if len(likely) > _CHOICES:
        following = (page + 1) % ((len(likely) + _CHOICES - 1) // _CHOICES)
        rows.append((Button(say("list-more-members"), data("list-page", number, asked.index, following)),))
    return rows


def _member(number: int, judged: Plan, asked: Judged, member: Member) -> Button:
    label = say("list-member", name=judged.roster.label(member))
    return Button(label, data("list", number, asked.index, Point.WHO.value, member.id))
