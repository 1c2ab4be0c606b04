"""For the boss, who may only look: a picture of how the team stands, and a report to pass on."""

from dataclasses import replace
from typing import assert_never

from bot.boss import boss_message
from bot.boss_report import report_message
from bot.command import Answer, Answers, Capability, Refusal, Request, Usage, Where, Who, data
from bot.leads import of_this_team
from bot.periods import read_period
from kpi.message import Bound, Button, Say, say
from kpi.period import Grain, Period, period_of, previous

boss = Capability()

_BOUND = {bound.value: bound for bound in Bound}
_USUAL = "month"
_ROW = 2  # buttons


@boss.command(
    "boss",
    words=("老板看板", "看板"),
    who=Who.VIEWER,
    where=Where.PRIVATE,
    zh=("/boss", "老板看板"),
    en=("/boss",),
)
def look(request: Request) -> Answers:
    """How the team stands now, in one picture."""
    return (_shown(request, request.message_id or 0),)


@boss.press("boss", who=Who.VIEWER)
def look_again(request: Request) -> Answers:
    """The same in its place, as it is by now."""
    of_this_team(request, 1)
    return (_shown(request, request.number(0)),)


@boss.command(
    "report",
    words=("出报告",),
    who=Who.VIEWER,
    where=Where.PRIVATE,
    zh=("/report", "出报告", "出报告 上周", "/report 6月", "/report 6月 png"),
    en=("/report", "/report last week", "/report June", "/report June png"),
)
def report(request: Request) -> Answers:
    """A week or a month as a file to pass on: this month so far as a PDF, when nothing is said."""
    *named, last = request.arguments.split() or [""]
    bound = _BOUND.get(last.casefold())
    asked = " ".join(named) if bound else request.arguments
    period = read_period(asked or _USUAL, request.today)
    if period is None or period.start > request.today:
        raise Usage
    return (_reported(request, _reportable(period), bound or Bound.PDF),)


@boss.press("pack", who=Who.VIEWER)
def report_again(request: Request) -> Answers:
    """Another report, by a button below one."""
    of_this_team(request, 0)
    named, bound = (*request.values[1:], "", "")[:2]
    period = read_period(named, request.today)
    if period is None or period.start > request.today or bound not in _BOUND:
        raise Refusal(say("button-old"))
    return (_reported(request, _reportable(period), _BOUND[bound]),)


def _reportable(period: Period) -> Period:
    """The period, or of a single day its week."""
    match period.grain:
        case Grain.DAY:
            return period_of(Grain.WEEK, period.start)
        case Grain.WEEK | Grain.MONTH:
            return period
        case Grain.QUARTER | Grain.YEAR:
            raise Usage
        case _:
            assert_never(period.grain)


def _reported(request: Request, period: Period, bound: Bound) -> Answer:
    """The file, with buttons for the same as the other kind of file, and for the periods before."""
    message = report_message(request.db, request.its_team, period, request.today, bound)
    month = period_of(Grain.MONTH, request.today)
    week = period_of(Grain.WEEK, request.today)
    other = Bound.PNG if bound is Bound.PDF else Bound.PDF
    as_other = (_report_button(request, period, other, say(f"button-report-{other.value}")),)
    periods = (
        (month, "chart-show-month"),
        (previous(month), "chart-show-last-month"),
        (week, "chart-show-week"),
        (previous(week), "chart-show-last-week"),
    )
    others = [_report_button(request, each, bound, say(label)) for each, label in periods if each != period]
    rows = (tuple(others[:_ROW]), tuple(others[_ROW:]))
    return Answer(replace(message, buttons=((as_other, *rows) if message.pack else rows)))


def _report_button(request: Request, period: Period, bound: Bound, label: Say) -> Button:
    return Button(label, data("pack", request.its_team.id, period.key, bound.value))


def _shown(request: Request, number: int) -> Answer:
    team = request.its_team
    message = boss_message(request.db, team, request.today, request.now)
    again = Button(say("button-refresh"), data("boss", number, team.id))
    report = Button(say("button-boss-report"), data("run", "/report"))
    return Answer(replace(message, buttons=((again, report),)), slot=f"boss:{number}")
