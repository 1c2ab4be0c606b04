"""Findings about what a whole is made of: shares, how few make most of it, and how many get from step to step."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from bot.finding import Finding, Kind, Scope, amount, by_day, drawn, on, result, results
from bot.privacy import View
from kpi.analysis import (
    FUNNEL,
    MOST,
    Contribution,
    Funnel,
    Pareto,
    Step,
    Structure,
    TooLittle,
    funnel,
    pareto,
    structure,
)
from kpi.entry import Measure
from kpi.message import Percent, Say, joined, say
from kpi.metrics import Metric, added
from kpi.money import round_half_up
from kpi.period import Grain, pieces
from kpi.plot import Accent, Plot, Point, Shape
from kpi.team import Openness, Shows
from storage import members, totals
from storage.connection import Connection

_ROWS = 8  # parts with a row or bar of their own
_TOP = 3  # places that everybody may read
_BY_ORDERS = tuple(Measure.ORDERS if step is Measure.BUYERS else step for step in FUNNEL)


@dataclass(frozen=True, slots=True)
class _Part:
    """Somebody, a week or a day: a part of a whole, by a number of its own."""

    number: int
    label: Say


def structure_finding(db: Connection, scope: Scope) -> Finding:
    """占比: what each seller brings of the team's sales, or each week of a member's."""
    if scope.member is None and scope.view.openness is not Openness.AMOUNTS:
        return Finding(Kind.STRUCTURE, scope.seen, say("analysis-kept"))
    told = structure(_sellers(db, scope) if scope.member is None else _weeks(db, scope))
    if isinstance(told, TooLittle):
        return Finding(Kind.STRUCTURE, scope.seen, say("analysis-nothing", period=scope.seen))
    best = told.parts[0]
    sentence = say(
        "analysis-structure",
        n=len(told.parts),
        what=_counted(scope),
        first=joined(best.part.label),
        share=Percent(best.share),
        whole=amount(scope, told.whole),
    )
    rows = _own_rows(told.parts, _TOP if _only_top(scope) else _ROWS)
    points = tuple(Point(c.part.label, c.amount, note=_percent(c.share)) for c in rows)
    points = (*points, *_others(scope, told, len(rows)))
    plot = drawn(scope, Kind.STRUCTURE, sentence, Shape.ROWS, points)
    return Finding(Kind.STRUCTURE, scope.seen, sentence, tuple(_row(scope, point) for point in points), plot)


def pareto_finding(db: Connection, scope: Scope) -> Finding:
    """二八: how few sellers make four fifths of the team's sales, or how few days of a member's."""
    amounts = _sellers(db, scope) if scope.member is None else _days(db, scope)
    told, what = pareto(amounts), _counted(scope, days=True)
    if isinstance(told, TooLittle):
        few = say(
            "analysis-few-pareto", n=told.n, needed=told.needed, what=_counted(scope, days=True), sales=_sales(scope)
        )
        return Finding(Kind.PARETO, scope.seen, few)
    even, what = len(told.top) == told.n, _counted(scope, days=True)
    sentence = (
        say("analysis-pareto-even", n=told.n, what=what)
        if even
        else say(
            "analysis-pareto", top=len(told.top), n=told.n, what=what, share=Percent(told.share), sales=_sales(scope)
        )
    )
    if scope.member is None and not _whole(scope.view):
        return Finding(Kind.PARETO, scope.seen, sentence, (say("analysis-kept"),))
    return Finding(Kind.PARETO, scope.seen, sentence, (_names(scope, told),), _bars(scope, sentence, amounts, told))


def funnel_finding(db: Connection, scope: Scope) -> Finding:
    """漏斗: whoever looks, asks, buys and buys again. A step that nobody reported is missing, which is not 0.

    Where no buyers are reported, orders stand for them.
    """
    sums = added(*by_day(db, scope, scope.seen).values())
    steps = FUNNEL if Measure.BUYERS in sums or Measure.ORDERS not in sums else _BY_ORDERS
    told = funnel(sums, steps)
    if isinstance(told, TooLittle):
        missing = joined(*(_step_name(step) for step in steps if step not in sums))
        return Finding(
            Kind.FUNNEL,
            scope.seen,
            say("analysis-few-funnel", n=told.n, missing=missing),
            (say("analysis-report-steps"),),
        )
    sentence = _narrowest(told)
    points = tuple(Point(_step_name(s.measure), s.count, note=_reached(s)) for s in told.steps)
    plot = replace(drawn(scope, Kind.FUNNEL, sentence, Shape.FUNNEL, points), amounts=False)
    lines = tuple(map(_step_line, told.steps))
    how = (say("analysis-report-steps"),) if told.missing else ()
    return Finding(Kind.FUNNEL, scope.seen, sentence, (*lines, *how), plot)


def _sellers(db: Connection, scope: Scope) -> dict[_Part, int]:
    sums = totals.by_member(db, scope.team.id, scope.seen)
    named = {member.id: member.name for member in members.of_team(db, scope.team.id)}
    return {
        _Part(member, say("analysis-name", name=named[member])): result(scope, found)
        for member, found in sums.items()
        if member in named
    }


def _weeks(db: Connection, scope: Scope) -> dict[_Part, int]:
    found = results(scope, by_day(db, scope, scope.seen))
    return {
        _Part(week.start.toordinal(), say("analysis-period", period=week)): _sum(found, week.days())
        for week in pieces(scope.seen, Grain.WEEK)
    }


def _days(db: Connection, scope: Scope) -> dict[_Part, int]:
    found = results(scope, by_day(db, scope, scope.seen))
    return {_Part(day.toordinal(), on(day)): brought for day, brought in sorted(found.items())}


def _sum(found: dict[date, int], days: Sequence[date]) -> int:
    return sum(found.get(day, 0) for day in days)


def _counted(scope: Scope, *, days: bool = False) -> str:
    """What the parts are, for the text to choose by."""
    return "sellers" if scope.member is None else "days" if days else "weeks"


def _sales(scope: Scope) -> str:
    """Whether it is the sales that are looked at, for the text to choose by."""
    return "yes" if scope.metric is Metric.NET else "no"


def _whole(view: View) -> bool:
    return view.openness is Openness.AMOUNTS and view.shows is Shows.ALL


def _only_top(scope: Scope) -> bool:
    return scope.member is None and scope.view.shows is Shows.TOP


def _own_rows(parts: Sequence[Contribution[_Part]], most: int) -> Sequence[Contribution[_Part]]:
    """Those with a row of their own; a single one left over has one too."""
    return parts if len(parts) <= most else parts[: most - (most == _ROWS)]


def _others(scope: Scope, told: Structure[_Part], shown: int) -> Iterator[Point]:
    rest = told.parts[shown:]
    if rest:
        share = sum((part.share for part in rest), start=Fraction(0))
        label = say("analysis-others", n=len(rest), what=_counted(scope))
        yield Point(label, sum(part.amount for part in rest), note=_percent(share), accent=Accent.OTHERS)


def _percent(share: Fraction) -> Say:
    return say("analysis-percent", share=Percent(share))


def _row(scope: Scope, point: Point) -> Say:
    return say(
        "analysis-row",
        label=joined(point.label),
        net=amount(scope, point.amount or 0),
        share=joined(point.note),
    )


def _names(scope: Scope, told: Pareto[_Part]) -> Say:
    names = joined(
        *(part.label for part in told.top[:_ROWS]),
        say("analysis-others", n=len(told.top) - _ROWS, what=_counted(scope, days=True))
        if len(told.top) > _ROWS
        else None,
    )
    return say("analysis-points", points=names)


def _bars(scope: Scope, sentence: Say, amounts: dict[_Part, int], told: Pareto[_Part]) -> Plot:
    """The parts, the largest first; what finds no bar is one together."""
    ordered = sorted(amounts.items(), key=lambda part: -part[1])
    own = ordered if len(ordered) <= _ROWS else ordered[: _ROWS - 1]
    top = set(told.top)
    points = [Point(part.label, n, accent=Accent.NONE if part in top else Accent.OTHERS) for part, n in own]
    if rest := ordered[len(own) :]:
        label = say("analysis-others", n=len(rest), what=_counted(scope, days=True))
        points.append(Point(label, sum(brought for _, brought in rest), accent=Accent.OTHERS))
    whole = sum(amounts.values())
    plot = drawn(scope, Kind.PARETO, sentence, Shape.PARETO, tuple(points))
    return replace(plot, level=round_half_up(MOST * whole))


def _narrowest(told: Funnel) -> Say:
    """Where most are lost, and how many come through from the first step known to the last."""
    rates = {step.measure: step.rate for step in told.steps}
    if told.weakest is None:
        known = [step for step in told.steps if step.rate is not None]
        if not known:
            return say("analysis-funnel-gaps", missing=joined(*map(_step_name, told.missing)))
        return say("analysis-funnel-one", step=joined(_step_name(known[0].measure)), rate=Percent(known[0].rate))
    return say("analysis-funnel", step=joined(_step_name(told.weakest)), rate=Percent(rates[told.weakest]))


def _step_name(measure: Measure) -> Say:
    return say(f"analysis-step-{measure.value.replace('_', '-')}")


def _reached(step: Step) -> Say | None:
    if step.count is None:
        return say("analysis-missing")
    return None if step.rate is None else _percent(step.rate)


def _step_line(step: Step) -> Say:
    name = joined(_step_name(step.measure))
    if step.count is None:
        return say("analysis-step-none", step=name)
    if step.rate is None:
        return say("analysis-step-first", step=name, n=step.count)
    return say("analysis-step-rate", step=name, n=step.count, rate=Percent(step.rate))
