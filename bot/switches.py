"""The metrics that a team has switched off: what is said of them, and how one is switched on again."""

from collections.abc import Iterable

from bot.command import Refusal, Request, data
from bot.metric_words import name
from kpi.entry import Entry, Measure
from kpi.message import Button, Say, joined, say
from kpi.metrics import Metric
from kpi.switches import is_unused, made_of
from kpi.team import Team
from storage import metrics_off
from storage.connection import Connection

Rows = tuple[tuple[Button, ...], ...]


def used(db: Connection, team: Team, metrics: Iterable[Metric]) -> tuple[Metric, ...]:
    """Those of `metrics` that the team uses."""
    off = metrics_off.of_team(db, team.id)
    return tuple(metric for metric in metrics if metric not in off)


def unused_measures(db: Connection, team: Team, measures: Iterable[Measure]) -> tuple[Measure, ...]:
    """Those of `measures` from which nothing is told that the team uses."""
    off = metrics_off.of_team(db, team.id)
    return tuple(measure for measure in measures if is_unused(measure, off)) if off else ()


def off_note(db: Connection, team: Team, entry: Entry, shown: Iterable[Measure]) -> tuple[tuple[Say, ...], Rows]:
    """That some of what a report says is kept and not looked at, and the button by which leads change that."""
    reported = {line.measure for line in entry.lines}
    unused = unused_measures(db, team, (measure for measure in shown if measure in reported))
    if not unused:
        return (), ()
    metrics = tuple(dict.fromkeys(made_of(measure)[0] for measure in unused))
    note = say("metrics-card-off", names=joined(*map(name, metrics)))
    buttons = tuple(
        (Button(say("button-metric-use", name=joined(name(m))), data("metric-use", team.id, entry.id, m.value)),)
        for m in metrics
    )
    return (note,), buttons


def refuse_off(request: Request, metric: Metric) -> None:
    """`Refusal` with the way to switch it on when the team does not use `metric`."""
    if used(request.db, request.its_team, (metric,)):
        return
    button = Button(
        say("button-metric-use", name=joined(name(metric))), data("metric-on", request.its_team.id, metric.value)
    )
    raise Refusal(say("metrics-is-off", name=joined(name(metric))), buttons=((button,),) if request.is_lead else ())
