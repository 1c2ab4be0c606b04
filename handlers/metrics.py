"""Which metrics a team uses: looked at by everybody, switched by leads."""

from collections.abc import Iterator

from bot.audit import note
from bot.card import card, everywhere
from bot.command import Answer, Answers, Capability, Refusal, Request, Usage, Who, answer, data
from bot.leads import lead, of_this_team
from bot.metric_words import name, read_metric
from bot.settings_words import read_switch
from kpi.ids import EntryId
from kpi.message import Button, Message, Say, joined, say
from kpi.metrics import Group, Metric, in_group
from kpi.switches import GROUPS, SWITCHED
from storage import entries, metrics_off

metrics = Capability()

_ROW = 2  # buttons
_NAMED = 2  # the value of a button that says which group or metric


@metrics.command(
    "metrics",
    words=("指标开关", "开关指标"),
    zh=("/metrics", "/metrics 复购率 关", "指标开关 访客数 开"),
    en=("/metrics", "/metrics repurchase off", "/metrics visitors on"),
)
def show_or_switch(request: Request) -> Answers:
    """What is on and off; for a lead one of them switched."""
    if not request.arguments:
        return (_groups(request, request.message_id or 0),)
    metric, on = _asked(request.arguments)
    lead(request)
    return (answer(*_switch(request, metric, on=on)),)


def _asked(text: str) -> tuple[Metric, bool]:
    """复购率 关, or off repurchase."""
    for named, _, wanted in (text.rpartition(" "), text.partition(" ")[::-1]):
        metric, on = read_metric(named), read_switch(wanted)
        if metric is not None and on is not None:
            return metric, on
    raise Usage


@metrics.press("metrics")
def turn(request: Request) -> Answers:
    """A group with its switches, or all groups."""
    of_this_team(request, 1)
    named = request.values[_NAMED] if len(request.values) > _NAMED else ""
    if not named:
        return (_groups(request, request.number(0)),)
    return (_group(request, request.number(0), _group_named(named)),)


def _group_named(named: str) -> Group:
    found = next((group for group in GROUPS if group.value == named), None)
    if found is None:
        raise Refusal(say("button-old"))
    return found


@metrics.press("metric-switch", who=Who.LEAD)
def switched(request: Request) -> Answers:
    """The other way round, in the group that the switch stands in."""
    of_this_team(request, 1)
    metric, on = _metric(request, _NAMED), "on" in request.values[_NAMED + 1 : _NAMED + 2]
    said = _switch(request, metric, on=on)
    group = next(group for group in GROUPS if metric in in_group(group))
    return (Answer(Message(said, callback=request.callback)), _group(request, request.number(0), group))


@metrics.press("metric-on", who=Who.LEAD)
def use(request: Request) -> Answers:
    """A metric that somebody asked for and that was off."""
    of_this_team(request, 0)
    return (answer(*_switch(request, _metric(request, 1), on=True)),)


@metrics.press("metric-use", who=Who.LEAD)
def use_from_card(request: Request) -> Answers:
    """The same from the card of a report, which then says no more of it."""
    of_this_team(request, 0)
    said = _switch(request, _metric(request, 2), on=True)
    entry = entries.get(request.db, request.its_team.id, EntryId(request.number(1)))
    toast = Answer(Message(said, callback=request.callback))
    if entry is None:
        return (toast,)
    return (toast, *everywhere(request.db, entry, card(request.db, request.its_team, entry, request.today)))


def _metric(request: Request, index: int) -> Metric:
    named = request.values[index] if len(request.values) > index else ""
    found = next((metric for metric in Metric if metric.value == named), None)
    if found is None:
        raise Refusal(say("button-old"))
    return found


def _switch(request: Request, metric: Metric, *, on: bool) -> tuple[Say, ...]:
    """Switches `metric`: what is said of it. `Refusal` for what is always on."""
    if metric not in SWITCHED:
        raise Refusal(say("metrics-always", name=joined(name(metric))))
    before = metrics_off.of_team(request.db, request.its_team.id)
    if (metric not in before) is not on:
        metrics_off.set_off(request.db, request.its_team.id, before - {metric} if on else before | {metric})
        note(request, say("audit-metric", name=joined(name(metric))), old=_state(on=not on), new=_state(on=on))
    return (say("metrics-on" if on else "metrics-off", name=joined(name(metric))),)


def _state(*, on: bool) -> Say:
    return say("settings-on" if on else "settings-off")


def _groups(request: Request, number: int) -> Answer:
    """What is on in each group, and for leads the way to the switches and the templates."""
    off = metrics_off.of_team(request.db, request.its_team.id)
    lines = (
        say("metrics-head", team=request.its_team.name),
        *(line for group in GROUPS for line in _stand(group, off)),
        say("metrics-how" if request.is_lead else "metrics-leads-only"),
    )
    team = request.its_team.id
    if not request.is_lead:
        return answer(*lines, slot=_slot(number))
    buttons = tuple(Button(say(f"kpi-group-{g.value}"), data("metrics", number, team, g.value)) for g in GROUPS)
    template = Button(say("button-template"), data("template", number, team))
    return answer(*lines, buttons=(buttons, (template,)), slot=_slot(number))


def _stand(group: Group, off: frozenset[Metric]) -> Iterator[Say]:
    """The metrics of a group that are on, and those that are off where there are any."""
    on = [name(metric) for metric in in_group(group) if metric not in off]
    rest = [name(metric) for metric in in_group(group) if metric in off]
    label = joined(say(f"kpi-group-{group.value}"))
    yield say("metrics-group", group=label, names=joined(*on) if on else None)
    if rest:
        yield say("metrics-group-off", names=joined(*rest))


def _group(request: Request, number: int, group: Group) -> Answer:
    """A switch for each metric of a group."""
    off, team = metrics_off.of_team(request.db, request.its_team.id), request.its_team.id
    buttons = [
        Button(
            say("metrics-switch-off" if metric in off else "metrics-switch-on", name=joined(name(metric))),
            data("metric-switch", number, team, metric.value, "on" if metric in off else "off"),
        )
        for metric in in_group(group)
        if metric in SWITCHED
    ]
    rows = tuple(tuple(buttons[at : at + _ROW]) for at in range(0, len(buttons), _ROW)) if request.is_lead else ()
    always = (say("metrics-net-always"),) if group is Group.SALES else ()
    shown = (say("metrics-tap"),) if rows else tuple(_stand(group, off))
    lines = (say("kpi-group-title", group=joined(say(f"kpi-group-{group.value}"))), *shown, *always)
    back = Button(say("button-back"), data("metrics", number, team))
    return answer(*lines, buttons=(*rows, (back,)), slot=_slot(number))


def _slot(number: int) -> str:
    return f"metrics:{number}"
