"""关注: the metrics that leads watch, with the limits at which they want to hear of it."""

import json
from collections.abc import Collection, Iterator
from fractions import Fraction

from bot.asking import ask, pressed, settle
from bot.audit import note
from bot.command import Answer, Answers, Capability, Refusal, Request, Usage, Where, Who, answer, data
from bot.leads import lead, of_this_team
from bot.metric_words import name
from bot.reader.counts import read_all
from bot.reader.reading import Records
from bot.report import context
from bot.switches import refuse_off, used
from bot.watch_words import of_team_only, read_limit, read_watch, ruled, stands
from bot.watching import seen
from kpi.message import Button, Message, Say, joined, say
from kpi.metrics import CATALOGUE, Metric, Unit
from kpi.watch import Side, Watch
from storage import watches
from storage.questions import Question
from storage.watches import Watched

watch = Capability()

_MOST = 10  # limits of a team
_NAMES = 5  # of who is beyond one
_QUESTION = "watch"
_OFFERED = (
    Metric.NET,
    Metric.ORDERS,
    Metric.PER_BUYER,
    Metric.NEW_CUSTOMERS,
    Metric.REPURCHASE,
    Metric.CONVERSION,
    Metric.SATISFACTION,
    Metric.COMPLAINT_RATE,
    Metric.HANDLING,
    Metric.STOCK_DAYS,
)
_PERCENTS = {Side.BELOW: (50, 70, 90), Side.ABOVE: (120, 150, 200)}
_EXAMPLES = {Unit.MONEY: "100", Unit.COUNT: "5", Unit.PERCENT: "20%", Unit.RATIO: "4", Unit.DAYS: "7", Unit.HOURS: "24"}


@watch.command(
    "watch",
    words=("关注",),
    who=Who.LEAD,
    where=Where.PRIVATE,
    zh=("/watch", "/watch 复购率 <70%队均", "关注 客单价 低于 100"),
    en=("/watch", "/watch repurchase rate <70% of team", "/watch aov below 100"),
)
def show_or_add(request: Request) -> Answers:
    """What is watched and how it stands; or one more."""
    return _added(request, read_watch(request, request.arguments)) if request.arguments else (_list(request),)


@watch.press("watch", who=Who.LEAD)
def turn(request: Request) -> Answers:
    """The list in place of what the button sits on."""
    _at_hand(request)
    return (_list(request),)


@watch.press("watch-add", who=Who.LEAD)
def add(request: Request) -> Answers:
    """The metrics to choose from."""
    _at_hand(request)
    _refuse_full(request)
    buttons = [
        Button(name(metric), _data(request, "watch-metric", metric.value))
        for metric in used(request.db, request.its_team, _OFFERED)
    ]
    rows = tuple(tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2))
    return (answer(say("watch-choose"), buttons=(*rows, (_back(request, "watch"),)), slot=_slot(request)),)


@watch.press("watch-metric", who=Who.LEAD)
def choose_side(request: Request) -> Answers:
    """Whether it is to be told of when it is low or high, of each or of the team."""
    _at_hand(request)
    metric = _metric(_value(request, 2))
    sides = [
        tuple(_to_limit(request, metric, side, whole=whole) for side in Side)
        for whole in ((True,) if of_team_only(metric) else (False, True))
    ]
    asked = say("watch-choose-side", metric=joined(name(metric)))
    return (answer(asked, buttons=(*sides, (_back(request, "watch-add"),)), slot=_slot(request)),)


@watch.press("watch-limit", who=Who.LEAD)
def ask_limit(request: Request) -> Answers:
    """Asks for the number."""
    _at_hand(request)
    _refuse_full(request)
    metric, side = _metric(_value(request, 2)), _side(_value(request, 3))
    body = json.dumps({"metric": metric.value, "side": side.value, "whole": bool(request.number(4))})
    return ask(request, _QUESTION, body, _worded)


def watching(words: Collection[str]) -> Capability:
    """The capability that reads a number. A line that begins with one of `words` is a command instead."""
    reading = Capability()

    @reading.answers(_QUESTION)
    def typed(request: Request, question: Question) -> Answers:
        return () if request.text.split()[0] in words else _typed(request, question)

    return reading


def _typed(request: Request, question: Question) -> Answers:
    """The number that was typed. A report is one, whatever is open, unless it is but a number."""
    metric, side, whole = _decode(question)
    try:
        found = read_limit(request, metric, side, request.text, whole=whole)
    except Usage:
        if isinstance(read_all(request.text, context(request)), Records):
            return ()
        return (answer(say("watch-unclear", example=_example(metric))),)
    lead(request)
    return (*settle(request, f"{question.kind}:{question.id}"), *_added(request, found))


@watch.press("watch-percent", who=Who.LEAD)
def take_percent(request: Request) -> Answers:
    """A part of the team's average that was offered."""
    request, question = pressed(request)
    percent = request.number(1)
    if question.kind != _QUESTION or percent not in {each for offered in _PERCENTS.values() for each in offered}:
        raise Refusal(say("button-old"))
    lead(request)
    metric, side, whole = _decode(question)
    if whole:
        raise Refusal(say("button-old"))
    found = Watch(metric, side, Fraction(percent, 100), of_team=True)
    return (*settle(request, f"{question.kind}:{question.id}"), *_added(request, found))


@watch.press("watch-remove", who=Who.LEAD)
def remove(request: Request) -> Answers:
    """No longer watches; the list as it is then."""
    _at_hand(request)
    found = next((each for each in _watched(request) if each.id == request.number(2)), None)
    if found is None:
        return (_list(request),)
    watches.remove(request.db, request.its_team.id, found.id)
    rule = ruled(found.watch, request.its_team.currency)
    note(request, say("audit-watch"), old=rule)
    return (_list(request, say("watch-removed", rule=joined(rule))),)


def _added(request: Request, found: Watch) -> Answers:
    refuse_off(request, found.metric)
    _refuse_full(request, found)
    watches.put(request.db, request.its_team.id, found)
    rule = ruled(found, request.its_team.currency)
    note(request, say("audit-watch"), new=rule)
    shown = Button(say("button-watch-list"), _data(request, "watch"))
    return (answer(say("watch-set", rule=joined(rule)), _now(request, found), buttons=((shown,),)),)


def _list(request: Request, *said: Say) -> Answer:
    watched = _watched(request)
    team = request.its_team.name
    head = say("watch-head", team=team, n=len(watched)) if watched else say("watch-none", team=team)
    lines = [line for number, each in enumerate(watched, 1) for line in _line(request, number, each)]
    remove = [
        Button(say("button-watch-remove", number=number), _data(request, "watch-remove", each.id))
        for number, each in enumerate(watched, 1)
    ]
    rows = tuple(tuple(remove[at : at + 5]) for at in range(0, len(remove), 5))
    more = ((Button(say("button-watch-add"), _data(request, "watch-add")),),) if len(watched) < _MOST else ()
    return answer(*said, head, *lines, say("watch-how"), buttons=(*rows, *more), slot=_slot(request))


def _line(request: Request, number: int, each: Watched) -> Iterator[Say]:
    yield say("watch-line", number=number, rule=joined(ruled(each.watch, request.its_team.currency)))
    yield _now(request, each.watch)


def _now(request: Request, found: Watch) -> Say:
    """Who is beyond the limit now."""
    team = request.its_team
    beyond = seen(request.db, team, found, request.today).beyond
    if not beyond:
        return say("watch-now-nobody")
    more = len(beyond) - _NAMES
    names = joined(
        *(stands(who, found, team.currency) for who in beyond[:_NAMES]),
        say("summary-more-names", n=more) if more > 0 else None,
    )
    return say("watch-now", names=names)


def _worded(question: Question) -> Message:
    metric, side, whole = _decode(question)
    asked = say(
        "watch-ask",
        metric=joined(name(metric)),
        side=side.value,
        whole="yes" if whole else "no",
        example=_example(metric),
    )
    percents = tuple(_to_percent(question, each) for each in _PERCENTS[side])
    cancel = Button(say("button-cancel"), data("dismiss", question.id))
    return Message((asked,), (*(() if whole else (percents,)), (cancel,)))


def _to_percent(question: Question, percent: int) -> Button:
    label = say("button-watch-percent", percent=percent)
    return Button(label, data("watch-percent", question.id, percent))


def _decode(question: Question) -> tuple[Metric, Side, bool]:
    body = json.loads(question.body)
    return Metric(body["metric"]), Side(body["side"]), bool(body["whole"])


def _example(metric: Metric) -> str:
    return _EXAMPLES[CATALOGUE[metric].unit]


def _to_limit(request: Request, metric: Metric, side: Side, *, whole: bool) -> Button:
    label = f"button-watch-{'team-' if whole else ''}{side.value}"
    return Button(say(label), _data(request, "watch-limit", metric.value, side.value, int(whole)))


def _watched(request: Request) -> list[Watched]:
    return watches.of_team(request.db, request.its_team.id)


def _refuse_full(request: Request, found: Watch | None = None) -> None:
    watched = _watched(request)
    if len(watched) >= _MOST and not (found and any(_alike(each.watch, found) for each in watched)):
        raise Refusal(say("watch-full", n=_MOST))


def _alike(one: Watch, other: Watch) -> bool:
    return (one.metric, one.side, one.whole) == (other.metric, other.side, other.whole)


def _metric(named: str) -> Metric:
    for metric in _OFFERED:
        if metric.value == named:
            return metric
    raise Refusal(say("button-old"))


def _side(named: str) -> Side:
    for side in Side:
        if side.value == named:
            return side
    raise Refusal(say("button-old"))


def _value(request: Request, index: int) -> str:
    return request.values[index] if index < len(request.values) else ""


def _at_hand(request: Request) -> None:
    """`Refusal` in a group, where names of who is behind are not shown, and for another team's list."""
    if request.in_group:
        raise Refusal(say("button-old"))
    of_this_team(request, 0)
    request.number(1)


def _back(request: Request, to: str) -> Button:
    return Button(say("button-back"), _data(request, to))


def _data(request: Request, action: str, *values: str | int) -> str:
    return data(action, request.its_team.id, _number(request), *values)


def _number(request: Request) -> int:
    """The number of the message that first asked, by which the buttons know it."""
    return request.number(1) if len(request.values) > 1 else request.message_id or 0


def _slot(request: Request) -> str:
    return f"watch:{_number(request)}"
