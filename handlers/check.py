"""Checking: a lead looks at what was reported for a day and says that it is right."""

from bot.audit import note
from bot.board import total
from bot.command import Answer, Answers, Capability, Refusal, Request, Usage, Where, Who, answer, data
from bot.leads import of_this_team
from bot.periods import read_period
from kpi.ids import MemberId
from kpi.message import Button, Message, Say, say
from kpi.period import Period, period_of, previous
from storage import entry_checks, members, totals
from storage.entry_checks import Evidence

check = Capability()

_LONGEST_LIST = 40  # members
_VALUES = 4  # of the button that checks: the message's number, the team, the period, the newest line that was seen


@check.command(
    "check",
    words=("核对",),
    who=Who.LEAD,
    where=Where.PRIVATE,
    zh=("/check", "/check 6-08", "核对 昨天"),
    en=("/check", "/check 6-08", "/check yesterday"),
)
def look(request: Request) -> Answers:
    """What was reported for a period, today when none is named, by seller, to be checked as a whole."""
    period = read_period(request.arguments or "today", request.today)
    if period is None:
        raise Usage
    return (_page(request, period, request.message_id or 0),)


@check.press("check", who=Who.LEAD)
def turn(request: Request) -> Answers:
    """Another period, in the place of the one at hand."""
    return (_page(request, _pressed(request), request.number(0)),)


@check.press("check-all", who=Who.LEAD)
def right(request: Request) -> Answers:
    """What was shown is right. What came in since then was not shown and is not checked."""
    period = _pressed(request)
    if len(request.values) < _VALUES:
        raise Refusal(say("button-old"))
    before = _found(request, period).unchecked
    team, by, newest = request.its_team.id, request.its_member.id, request.number(3)
    entry_checks.check_all(request.db, team, period, newest=newest, by=by, at=request.now)
    done = before - _found(request, period).unchecked
    if done:
        note(request, say("audit-checked", period=period, n=done), period=period)
    toast = Answer(Message((say("checking-done", n=done),), callback=request.callback))
    return (toast, _page(request, period, request.number(0)))


def _pressed(request: Request) -> Period:
    of_this_team(request, 1)
    period = read_period(request.values[2], request.today) if len(request.values) > 2 else None  # noqa: PLR2004
    if period is None or request.in_group:
        raise Refusal(say("button-old"))
    return period


def _found(request: Request, period: Period) -> Evidence:
    return entry_checks.of_all(entry_checks.evidence(request.db, request.its_team.id, period))


def _page(request: Request, period: Period, number: int) -> Answer:
    team = request.its_team
    found = entry_checks.evidence(request.db, team.id, period)
    whole = entry_checks.of_all(found)
    head = say("checking-head", team=team.name, period=period, n=whole.entries, unchecked=whole.unchecked)
    buttons = _rows(request, period, number, whole)
    return answer(head, *_lines(request, period, found), buttons=buttons, slot=f"check:{number}")


def _lines(request: Request, period: Period, found: dict[MemberId, Evidence]) -> list[Say]:
    """Each seller's figures and how many reports stand behind them, the most unchecked first."""
    team = request.its_team
    names = {member.id: member.name for member in members.of_team(request.db, team.id)}
    sums = totals.by_member(request.db, team.id, period)
    ordered = sorted(found, key=lambda member: (-found[member].unchecked, member))
    lines = [
        say(
            "checking-line",
            name=names.get(member),
            figures=total(sums.get(member, {}), team.currency),
            n=found[member].entries,
            unchecked=found[member].unchecked,
        )
        for member in ordered[:_LONGEST_LIST]
    ]
    more = len(ordered) - _LONGEST_LIST
    return [*lines, say("checking-more", n=more)] if more > 0 else lines


def _rows(request: Request, period: Period, number: int, whole: Evidence) -> tuple[tuple[Button, ...], ...]:
    around = tuple(_to(request, other, number) for other in (previous(period), period_of(period.grain, period.end)))
    others = around if period.end <= request.today else around[:1]
    if not whole.unchecked:
        return (others,)
    checking = data("check-all", number, request.its_team.id, period.key, whole.newest)
    return ((Button(say("button-check-all", n=whole.unchecked), checking),), others)


def _to(request: Request, other: Period, number: int) -> Button:
    return Button(say("button-period", period=other), data("check", number, request.its_team.id, other.key))
