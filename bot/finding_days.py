"""Findings about single days: which weekdays are strong, and which days stand out."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

from bot.finding import Finding, Kind, Scope, amount, by_day, calendar_of, drawn, on, results
from kpi.analysis import Outliers, TooLittle, Weekdays, outliers, weekdays
from kpi.message import Say, joined, say
from kpi.metrics import CATALOGUE, Unit
from kpi.money import round_half_up
from kpi.period import Grain, Period
from kpi.plot import Accent, Point, Shape
from storage.connection import Connection

_BACK = timedelta(weeks=8)
_NAMES = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_LISTED = 10
_TENTHS = 10


def weekday_finding(db: Connection, scope: Scope) -> Finding:
    """星期: what an average Monday to Sunday brings."""
    span = _span(scope)
    found = results(scope, by_day(db, scope, span))
    span = _begun(span, found)
    told = weekdays(found, span, calendar_of(db, scope, span))
    if isinstance(told, TooLittle):
        return Finding(Kind.WEEKDAYS, _shown(span, scope), say("analysis-few-weekdays", n=told.n, needed=told.needed))
    sentence = say(
        "analysis-weekdays",
        best=joined(_name(told.best)),
        high=amount(scope, told.means[told.best] or 0),
        worst=joined(_name(told.worst)),
        low=amount(scope, told.means[told.worst] or 0),
    )
    points = _points(told, _scale(scope))
    rows = (_row(scope, point) for point in points)
    plot = replace(drawn(scope, Kind.WEEKDAYS, sentence, Shape.BARS, points, span=span), scale=_scale(scope))
    return Finding(
        Kind.WEEKDAYS,
        span,
        sentence,
        (say("analysis-points", points=joined(*rows)), say("analysis-days", n=told.n)),
        plot,
    )


def outlier_finding(db: Connection, scope: Scope) -> Finding:
    """异常: the reported days that are far from the usual."""
    span = _span(scope)
    found = results(scope, by_day(db, scope, span))
    span = _begun(span, found)
    told = outliers(found, calendar_of(db, scope, span))
    if isinstance(told, TooLittle):
        return Finding(Kind.OUTLIERS, _shown(span, scope), say("analysis-few-outliers", n=told.n, needed=told.needed))
    sentence = _standing_out(scope, told)
    points = tuple(Point(on(day), n, accent=_accent(day, n, told)) for day, n in sorted(found.items()))
    plot = drawn(scope, Kind.OUTLIERS, sentence, Shape.BARS, points, span=span)
    plot = replace(plot, level=round_half_up(told.usual), legend=say("analysis-usual", net=amount(scope, told.usual)))
    return Finding(Kind.OUTLIERS, span, sentence, (*_far(scope, told), say("analysis-days", n=told.n)), plot)


def _span(scope: Scope) -> Period:
    """The period where it is over, else the last eight weeks up to yesterday: today is not over."""
    if scope.is_over and scope.period.length >= _BACK.days // 2:
        return scope.period
    return Period(Grain.WEEK, _end(scope) - _BACK, _end(scope))


def _begun(span: Period, found: Mapping[date, int]) -> Period:
    """Without the days before the first report."""
    return replace(span, start=max(span.start, min(found, default=span.end)))


def _end(scope: Scope) -> date:
    return scope.seen.end - timedelta(days=not scope.is_over)


def _shown(span: Period, scope: Scope) -> Period:
    """Days that a title can name, of which there may be none."""
    return span if span.length > 0 else scope.seen


def _name(weekday: int) -> Say:
    return say("analysis-weekday", on=_NAMES[weekday])


def _scale(scope: Scope) -> int:
    """Money is whole in minor units already; half a customer a day is something."""
    return 1 if CATALOGUE[scope.metric].unit is Unit.MONEY else _TENTHS


def _points(told: Weekdays, scale: int) -> tuple[Point, ...]:
    """A bar for each weekday that is worked."""
    accents = {told.worst: Accent.LOW, told.best: Accent.HIGH}
    return tuple(
        Point(_name(weekday), round_half_up(mean * scale), accent=accents.get(weekday, Accent.NONE))
        for weekday, mean in enumerate(told.means)
        if mean is not None
    )


def _row(scope: Scope, point: Point) -> Say:
    return say(
        "analysis-point", label=joined(point.label), net=amount(scope, Fraction(point.amount or 0, _scale(scope)))
    )


def _accent(day: date, brought: int, told: Outliers) -> Accent:
    if not any(day == far for far, _ in told.days):
        return Accent.NONE
    return Accent.HIGH if brought > told.usual else Accent.LOW


def _standing_out(scope: Scope, told: Outliers) -> Say:
    usual = amount(scope, told.usual)
    if not told.days:
        return say("analysis-outliers-none", usual=usual)
    return say("analysis-outliers", n=len(told.days), usual=usual)


def _far(scope: Scope, told: Outliers) -> tuple[Say, ...]:
    """The latest of the days, each with what it brought."""
    rows = [
        say("analysis-high" if brought > told.usual else "analysis-low", day=day, net=amount(scope, brought))
        for day, brought in told.days[-_LISTED:]
    ]
    return tuple(rows)
