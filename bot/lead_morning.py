"""What leads hear in private each morning: how yesterday went, what waits for them, what has turned for the worse."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import islice

from bot.aims import aims
from bot.standing import Standing, standing
from bot.summary import ahead_and_behind, missing
from kpi.board import attainment
from kpi.cascade import of_day
from kpi.entry import Measure
from kpi.message import Message, Percent, Say, say
from kpi.metrics import Sums, added, net
from kpi.money import Money, round_half_up
from kpi.pace import ahead, time_progress
from kpi.period import Grain, Period, period_of
from kpi.team import Team
from kpi.watch import drop, spike
from storage import calendars, entry_checks, open_reports, totals
from storage.connection import Connection

_LATELY, _BEFORE = timedelta(days=7), timedelta(days=28)
_MOST = 5  # of what has turned for the worse
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class _Spans:
    """The last week, and the four weeks before it."""

    lately: Period
    before: Period

    @classmethod
    def until(cls, day: date) -> "_Spans":
        end = day + _DAY
        return cls(Period(Grain.WEEK, end - _LATELY, end), Period(Grain.WEEK, end - _LATELY - _BEFORE, end - _LATELY))


def lead_morning(db: Connection, team: Team, day: date, now: datetime) -> Message | None:
    """How `day`, which is over, went, and what waits `now`. None for a team that has neither sales nor a target."""
    spans, period = _Spans.until(day), period_of(Grain.DAY, day)
    stands = standing(db, team, period, day)
    if not stands.targets and not any(totals.by_member(db, team.id, span) for span in (spans.lately, spans.before)):
        return None
    lines = (
        *_yesterday(db, team, stands, day),
        *ahead_and_behind(db, team, period, stands),
        *_to_check(db, team, period, now),
        *missing(stands),
    )
    found = tuple(islice(_turned(db, team, spans, day), _MOST))
    title = say("lead-morning-title", team=team.name, day=day)
    return Message((title, *(lines or found or (say("lead-morning-nothing"),)), *(found if lines else ())))


def _yesterday(db: Connection, team: Team, stands: Standing, day: date) -> Iterator[Say]:
    """What the team brought of what the day was to bring."""
    month = period_of(Grain.MONTH, day)
    target = stands.targets.get(None)
    due = 0 if target is None else of_day(target, month, day, calendars.of_team(db, team, month))
    reached = net(stands.total)
    sold = Money(reached, team.currency)
    if due:
        asked = Money(due, team.currency)
        yield say("lead-morning-of", reached=sold, target=asked, attainment=Percent(attainment(reached, due)))
    elif stands.total:
        yield say("lead-morning-sold", reached=sold)


def _to_check(db: Connection, team: Team, day: Period, now: datetime) -> Iterator[Say]:
    """How many reports wait for an answer; where leads check what is reported, also what of the day nobody checked."""
    waiting = len(open_reports.of_team(db, team.id, now))
    unchecked = entry_checks.of_all(entry_checks.evidence(db, team.id, day)).unchecked
    count = waiting + (unchecked if entry_checks.used(db, team.id) else 0)
    if count:
        yield say("lead-morning-check", n=count)


def _turned(db: Connection, team: Team, spans: _Spans, day: date) -> Iterator[Say]:
    """What has turned for the worse, the most important first: each with what it is compared with and rests on."""
    yield from _gap(db, team, day)
    lately, before = (totals.by_member(db, team.id, span) for span in (spans.lately, spans.before))
    yield from _spike(added(*lately.values()), added(*before.values()))
    yield from _drops(db, team, spans, day)


def _gap(db: Connection, team: Team, day: date) -> Iterator[Say]:
    month = period_of(Grain.MONTH, day)
    target = aims(db, team, month).get(None)
    if not target:
        return
    so_far = Period(Grain.MONTH, month.start, day + _DAY)
    reached = net(added(*totals.by_day(db, team.id, so_far).values()))
    progress = time_progress(month, day, calendars.of_team(db, team, month))
    behind = -ahead(reached, target, progress)
    if behind > 0:
        yield say(
            "lead-morning-gap",
            gap=Money(behind, team.currency),
            attainment=Percent(attainment(reached, target)),
            progress=Percent(progress),
            n=(day - month.start).days + 1,
        )


def _spike(lately: Sums, before: Sums) -> Iterator[Say]:
    complaints, usual = _complaints(lately), _complaints(before)
    orders, usual_orders = lately.get(Measure.ORDERS, 0), before.get(Measure.ORDERS, 0)
    if spike(complaints, orders, usual, usual_orders):
        yield say(
            "lead-morning-complaints", complaints=complaints, orders=orders, before=usual, orders_before=usual_orders
        )


def _complaints(sums: Sums) -> int:
    return sums.get(Measure.COMPLAINTS, 0) - sums.get(Measure.WITHDRAWN_COMPLAINTS, 0)


def _drops(db: Connection, team: Team, spans: _Spans, day: date) -> Sequence[Say]:
    """Who sells less than in their own four weeks before, the furthest fallen first. Days off do not count."""
    lately, before = (totals.by_member(db, team.id, span) for span in (spans.lately, spans.before))
    (whole, own), (whole_before, own_before) = (
        calendars.of_members(db, team, span) for span in (spans.lately, spans.before)
    )
    fallen = []
    for member in standing(db, team, period_of(Grain.DAY, day), day).expected:
        found = drop(
            net(lately.get(member.id, {})),
            own.get(member.id, whole).weight_of(spans.lately),
            net(before.get(member.id, {})),
            own_before.get(member.id, whole_before).weight_of(spans.before),
        )
        if found is not None:
            fallen.append((member.name, found))
    return [
        say(
            "lead-morning-drop",
            name=name,
            now=Money(round_half_up(found.now), team.currency),
            usual=Money(round_half_up(found.usual), team.currency),
            by=Percent(found.by),
            n=found.n,
        )
        for name, found in sorted(fallen, key=lambda each: -each[1].by)
    ]
