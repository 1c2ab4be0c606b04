"""A team's week or month as a chart, this one so far or an earlier one, with buttons to switch between them."""

from dataclasses import dataclass, replace

from bot.command import Answer, Answers, Capability, Refusal, Request, Usage, data
from bot.monthly import monthly_message
from bot.periods import read_period
from bot.privacy import of_reader
from bot.weekly import weekly_message
from kpi.message import Button, Message, Say, joined, say
from kpi.period import Grain, Period, period_of

charts = Capability()

# By two, or a phone has no room for the labels. What a button names is read like something written.
_BUTTONS = (
    (("week", say("chart-show-week")), ("lastweek", say("chart-show-last-week"))),
    (("month", say("chart-show-month")), ("lastmonth", say("chart-show-last-month"))),
)


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A chart to show: of a week or a month, and `number`, the message that first asked, by which buttons know it."""

    number: int
    period: Period


@charts.command(
    "chart",
    words=("图表", "周报"),
    zh=("图表", "图表 上周", "图表 本月", "/chart 5月", "/chart 6-08"),
    en=("/chart", "/chart last week", "/chart month", "/chart May", "/chart 6-08"),
)
def chart(request: Request) -> Answers:
    """The chart with its numbers: of this week, when nothing is said."""
    period = _charted(request.arguments or "week", request)
    if period is None:
        raise Usage
    return (_shown(request, _Wanted(request.message_id or 0, period)),)


@charts.press("chart")
def switch(request: Request) -> Answers:
    """Another chart in place of the one that the button sits under. One that would be empty leaves it alone."""
    period = _charted(request.values[1], request) if len(request.values) > 1 else None
    if period is None:
        raise Refusal(say("button-old"))
    shown = _shown(request, _Wanted(request.number(0), period))
    if shown.message.picture is None:
        raise Refusal(*shown.message.lines)
    return (shown,)


def _charted(named: str, request: Request) -> Period | None:
    """The week or month that is named, or the week of a day. None for any other, or one that is yet to come."""
    asked = read_period(named, request.today)
    if asked is None or asked.start > request.today:
        return None
    match asked.grain:
        case Grain.DAY:
            return period_of(Grain.WEEK, asked.start)
        case Grain.WEEK | Grain.MONTH:
            return asked
        case Grain.QUARTER | Grain.YEAR:
            return None


def _shown(request: Request, wanted: _Wanted) -> Answer:
    message = replace(_message(request, wanted.period), buttons=_buttons(request, wanted))
    return Answer(message, slot=f"chart:{wanted.number}")


def _message(request: Request, period: Period) -> Message:
    db, team, view = request.db, request.its_team, of_reader(request)
    if period.grain is Grain.MONTH:
        return monthly_message(db, team, period, until=request.today, view=view)
    return weekly_message(db, team, period, late=False, until=request.today, view=view)


def _buttons(request: Request, wanted: _Wanted) -> tuple[tuple[Button, ...], ...]:
    return tuple(tuple(_button(request, wanted, word, label) for word, label in row) for row in _BUTTONS)


def _button(request: Request, wanted: _Wanted, word: str, label: Say) -> Button:
    chosen = read_period(word, request.today) == wanted.period
    shown = say("board-chosen", label=joined(label)) if chosen else label
    return Button(shown, data("chart", wanted.number, word))
