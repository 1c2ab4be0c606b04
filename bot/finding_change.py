"""Findings over time: where the results are going, and how a period compares with another."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from fractions import Fraction
from typing import assert_never

from bot.chart_text import compared_figures
from bot.finding import Finding, Kind, Scope, amount, by_day, drawn, listed, on, result, results
from kpi.analysis import Against, Change, Direction, TooLittle, Trend, change, trend, year_before
from kpi.figures import figures
from kpi.message import Percent, Say, joined, say
from kpi.metrics import Metric, added
from kpi.period import Grain, Period, compared, period_of, pieces, previous
from kpi.plot import Plot, Point, Shape
from storage.connection import Connection

_LAST = {Grain.DAY: 14, Grain.WEEK: 8, Grain.MONTH: 6, Grain.QUARTER: 4, Grain.YEAR: 3}  # periods of a trend


def trend_finding(db: Connection, scope: Scope) -> Finding:
    """趋势 over the periods that are over, before the same number of them, or before the days of the last period."""
    grain = scope.grain or Grain.DAY
    spans, before = _spans(scope)
    whole = Period(grain, min(span.start for span in (*spans, *before, scope.seen) if span), scope.seen.end)
    found = results(scope, by_day(db, scope, whole))
    first = min(found, default=scope.seen.end)
    known = [
        (span, then) for span, then in zip(spans, before, strict=True) if span.start >= first
    ]  # the first one is whole, too
    told = trend([_sum(found, span) for span, _ in known])
    over = _around([span for span, _ in known], grain) if known else scope.seen
    if isinstance(told, TooLittle):
        few = say("analysis-few-trend", n=told.n, needed=told.needed, grain=grain.value)
        return Finding(Kind.TREND, over, few)
    sentence = _going(scope, told, grain)
    points = tuple(
        Point(_label(span), _sum(found, span), _sum(found, then) if then and then.end > first else None)
        for span, then in known
    )
    return Finding(
        Kind.TREND, over, sentence, _numbers(scope, points, told), _line(scope, Kind.TREND, sentence, points, over)
    )


def change_finding(db: Connection, scope: Scope, against: Against) -> Finding:
    """环比 or 同比: the period so far beside the same part of the one before, or of the year before."""
    kind = Kind.LAST_PERIOD if against is Against.LAST_PERIOD else Kind.LAST_YEAR
    then = _compared(scope, against)
    now, before = by_day(db, scope, scope.seen), by_day(db, scope, then)
    sums, sums_then = added(*now.values()), added(*before.values())
    told = change(result(scope, sums), result(scope, sums_then) if before else None, against)
    if isinstance(told, TooLittle) or not now:
        key = "analysis-few-change" if now else "analysis-nothing"
        return Finding(kind, scope.seen, say(key, period=_named_days(then) if now else scope.seen))
    sentence = _moved(scope, told, then)
    beside = compared_figures(figures(sums), figures(sums_then), scope.team.currency)
    numbers = (beside,) if scope.metric is Metric.NET else ()
    pair = _Pair(then, results(scope, now), results(scope, before))
    return Finding(kind, scope.seen, sentence, numbers, _beside(scope, kind, sentence, pair))


def _spans(scope: Scope) -> tuple[list[Period], list[Period | None]]:
    """The periods of a trend, the earliest first, and what each is drawn before."""
    last = scope.today - timedelta(days=1)
    if scope.grain is None:
        over = [day for day in pieces(scope.period, Grain.DAY) if day.last <= last]
        return over, _days_before(scope.period, len(over))
    end = period_of(scope.grain, scope.today)
    found = list[Period]()
    for _ in range(2 * _LAST[scope.grain]):
        end = previous(end)
        found.insert(0, end)
    return found[_LAST[scope.grain] :], [*found[: _LAST[scope.grain]]]


def _days_before(period: Period, number: int) -> list[Period | None]:
    """As many days of the period before; None where it was shorter."""
    days: list[Period | None] = [*pieces(previous(period), Grain.DAY)]
    return (days + [None] * number)[:number]


def _sum(found: Mapping[date, int], span: Period) -> int:
    return sum(found.get(day, 0) for day in span.days())


def _around(spans: Sequence[Period], grain: Grain) -> Period:
    """All of them as days that a title can name."""
    return spans[0] if len(spans) == 1 else Period(_named(grain), spans[0].start, spans[-1].end)


def _named(grain: Grain) -> Grain:
    match grain:
        case Grain.DAY | Grain.WEEK | Grain.MONTH:
            return Grain.WEEK  # from day to day
        case Grain.QUARTER | Grain.YEAR:
            return grain
        case _:
            assert_never(grain)


def _label(span: Period) -> Say:
    return on(span.start) if span.grain in {Grain.DAY, Grain.WEEK} else say("analysis-period", period=span)


def _going(scope: Scope, told: Trend, grain: Grain) -> Say:
    n, by = len(told.results), amount(scope, abs(told.slope))
    match told.direction:
        case Direction.UP:
            return say("analysis-trend-up", n=n, grain=grain.value, by=by)
        case Direction.DOWN:
            return say("analysis-trend-down", n=n, grain=grain.value, by=by)
        case Direction.STEADY:
            return say("analysis-trend-steady", n=n, grain=grain.value)
        case _:
            assert_never(told.direction)


def _numbers(scope: Scope, points: tuple[Point, ...], told: Trend) -> tuple[Say, ...]:
    """The mean, the best and the worst, and how much the line rises or falls in all; few points one by one."""
    best = max(points, key=lambda point: point.amount or 0)
    worst = min(points, key=lambda point: point.amount or 0)
    mean = Fraction(sum(told.results), len(told.results))
    ends = (
        say("analysis-mean", net=amount(scope, mean)),
        say("analysis-best", label=joined(best.label), net=amount(scope, best.amount or 0)),
        say("analysis-worst", label=joined(worst.label), net=amount(scope, worst.amount or 0)),
    )
    steady = told.direction is Direction.STEADY
    rise = () if told.change is None or steady else (say("analysis-rise", change=Percent(told.change)),)
    return (*listed(scope, points), say("analysis-points", points=joined(*ends)), *rise)


def _compared(scope: Scope, against: Against) -> Period:
    match against:
        case Against.LAST_PERIOD:
            return compared(scope.period, scope.today)
        case Against.LAST_YEAR:
            then = year_before(scope.period)
            if scope.today >= scope.period.last:
                return then
            return replace(then, end=min(then.end, then.start + timedelta(days=scope.seen.length)))
        case _:
            assert_never(against)


def _moved(scope: Scope, told: Change, then: Period) -> Say:
    """How much more or less it is, and in percent where there is something to take these of."""
    key = "more" if told.difference > 0 else "less" if told.difference < 0 else "same"
    return say(
        f"analysis-change-{key}",
        now=amount(scope, told.now),
        before=amount(scope, told.before),
        by=amount(scope, abs(told.difference)),
        change=Percent(None if told.ratio is None else abs(told.ratio)),
        then=_named_days(then),
    )


@dataclass(frozen=True, slots=True)
class _Pair:
    """What the days of a period brought, and those of `then`."""

    then: Period
    now: Mapping[date, int]
    before: Mapping[date, int]


def _named_days(part: Period) -> Period:
    """A part of a month or a year by its days: its name would be that of the whole."""
    return part if part == period_of(part.grain, part.start) else replace(part, grain=Grain.WEEK)


def _beside(scope: Scope, kind: Kind, sentence: Say, pair: _Pair) -> Plot:
    """The days beside those of the other period; of single days two bars."""
    then, seen, days = pair.then, scope.seen, pair.then.days()
    if seen.length == 1:
        bars = (Point(on(then.start), _sum(pair.before, then)), Point(on(seen.start), _sum(pair.now, seen)))
        return drawn(scope, kind, sentence, Shape.BARS, bars)
    points = tuple(
        Point(on(day), pair.now.get(day, 0), pair.before.get(days[at], 0) if at < len(days) else None)
        for at, day in enumerate(seen.days())
    )
    return _line(scope, kind, sentence, points, seen)


def _line(scope: Scope, kind: Kind, sentence: Say, points: tuple[Point, ...], span: Period) -> Plot:
    plot = drawn(scope, kind, sentence, Shape.LINE, points, span=span)
    grey = any(point.before is not None for point in points)
    return replace(
        plot, legend=say("analysis-legend-year" if kind is Kind.LAST_YEAR else "analysis-legend") if grey else None
    )
