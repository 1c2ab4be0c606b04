"""How am I doing: my figures, my place, my streak and what my target asks of me."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from fractions import Fraction

from bot.aims import aims
from bot.board import aim_line
from bot.card import summary
from bot.command import Answer, Answers, Capability, Refusal, Request, Usage, answer, data
from bot.long_view import year_lines
from bot.measured import aimed_metrics, measured
from bot.metric_words import name
from bot.open_points import excerpt
from bot.periods import read_period
from bot.standing import Standing, standing
from handlers.guided import report_row
from kpi.board import By, Seller, attainment, board
from kpi.calendar import Calendar
from kpi.entry import Measure
from kpi.ids import MemberId
from kpi.message import Button, Message, Percent, Say, joined, say
from kpi.metrics import net
from kpi.money import Money, round_half_up
from kpi.pace import Need, Pace, pace
from kpi.period import Grain, Period, period_of, previous
from kpi.progress import days_needed, progress, to_picture
from kpi.streak import streak
from kpi.team import Member, Role, role_of
from storage import calendars, open_reports, period_locks, totals
from storage.open_reports import OpenReport

me = Capability()

_MOST_OPEN = 5  # reports that wait, in one list
_YEAR = {"year", "this year", "今年", "全年", "年"}
_ALL = (Grain.DAY, Grain.WEEK, Grain.MONTH)
_IN_A_GROUP = (Grain.DAY, Grain.MONTH)  # short, for everybody reads it


@me.command(
    "me",
    words=("我的", "我的业绩"),
    zh=("/me", "/me 上周", "/me 5月", "/me 今年", "我的"),
    en=("/me", "/me last week", "/me May", "/me year"),
)
def mine(request: Request) -> Answers:
    """How the person stands now, or stood in the period that is asked for."""
    member = request.member
    if member is None or not member.active:
        raise Refusal(say("not-a-member"))
    title = say("me-title", name=member.name, team=request.its_team.name)
    if role_of(member) is Role.VIEWER:
        return (answer(title, say("me-viewer")),)
    if request.arguments.casefold() in _YEAR and not request.in_group:
        return (answer(title, *year_lines(request, member)),)
    if request.arguments:
        return (answer(title, *_of_period(request, member), buttons=report_row(request)),)
    length = _streak(request, member)
    lines = (title, *_now(request, member), say("me-streak", days=length) if length else say("me-report-like-this"))
    waits = open_reports.of_person(request.db, request.its_team.id, request.person.id, request.now)
    buttons = (*report_row(request), *_answer_rows(request, waits))
    return (Answer(Message((*lines, *_waiting(request, waits)), buttons, _picture(request, member, length))),)


def _waiting(request: Request, reports: Sequence[OpenReport]) -> list[Say]:
    """What the person reported and was asked about, which counts nowhere yet. What it said stays private."""
    if not reports:
        return []
    if request.in_group:
        return [say("me-open-count", n=len(reports))]
    told = [say("me-open-one", report=excerpt(report, request.its_team)) for report in reports[-_MOST_OPEN:]]
    more = len(reports) - _MOST_OPEN
    return [say("me-open", reports=joined(*told, say("summary-more-open", n=more) if more > 0 else None))]


def _answer_rows(request: Request, reports: Sequence[OpenReport]) -> tuple[tuple[Button, ...], ...]:
    """A button for each of the newest, which asks again."""
    if request.in_group:
        return ()
    newest = reports[-_MOST_OPEN:]
    labels = (say("button-answer", report=excerpt(report, request.its_team)) for report in newest)
    return tuple((Button(label, data("open", r.id)),) for label, r in zip(labels, newest, strict=True))


def _of_period(request: Request, member: Member) -> list[Say]:
    period = read_period(request.arguments, request.today)
    if period is None:
        raise Usage
    return _stood(request, member, period)


def _now(request: Request, member: Member) -> list[Say]:
    grains = _IN_A_GROUP if request.in_group else _ALL
    periods = [period_of(grain, request.today) for grain in grains]
    return [line for period in periods for line in _stood(request, member, period)]


def _stood(request: Request, member: Member, period: Period) -> list[Say]:
    """The member's figures of `period`, their place in it and, for a month, how the target stands."""
    now = standing(request.db, request.its_team, period, request.today)
    own = next(seller for seller in now.sellers if seller.member == member.id)
    figures = summary(own.sums, request.its_team.currency) if own.sums else joined(say("me-nothing"))
    when = period.grain.value if request.today in period else "other"
    return [
        say("me-period", when=when, period=period, figures=figures),
        *(_adjustments(request, member, period) if period.grain is Grain.MONTH else []),
        *_place(now, own, period, request.today),
        *(_target(request, own, period) if period.grain is Grain.MONTH else []),
        *(_other_targets(request, member, period) if period.grain is Grain.MONTH else ()),
    ]


def _adjustments(request: Request, member: Member, month: Period) -> list[Say]:
    """Refunds in the figures of `month` that are for days whose books were closed."""
    found = period_locks.adjustments(request.db, request.its_team.id, member.id, month)
    currency = request.its_team.currency
    return [say("me-adjustment", day=day, amount=Money(minor, currency)) for day, minor in found.items()]


def _place(now: Standing, own: Seller, period: Period, today: date) -> list[Say]:
    places = board(By.SALES, now.sellers)
    rank = next((place.rank for place in places if place.member == own.member), None)
    parts = joined(
        say("me-rank", rank=rank, of=len(places)) if rank else None,
        _change(own, period, today),
    )
    return [say("me-place", parts=parts)] if parts.parts else []


def _change(own: Seller, period: Period, today: date) -> Say | None:
    """Net sales against the same part of the period before; nothing to compare with is no line."""
    before = net(own.before)
    if before <= 0 or not own.sums:
        return None
    change = Fraction(net(own.sums) - before, before)
    than = joined(say("me-than", when=period.grain.value if today in period else f"whole-{period.grain.value}"))
    if change == 0:
        return say("me-same", than=than)
    return say("me-rise" if change > 0 else "me-fall", than=than, change=Percent(abs(change)))


def _target(request: Request, own: Seller, month: Period) -> list[Say]:
    if not own.target:
        return []
    currency, reached = request.its_team.currency, net(own.sums)
    stands = pace(own.target, reached, month, request.today, _calendar(request, own.member, month))
    line = say(
        "me-target",
        net=Money(reached, currency),
        target=Money(own.target, currency),
        attainment=Percent(attainment(reached, own.target)),
        progress=Percent(stands.progress),
    )
    if reached >= own.target:
        return [line, say("me-reached", over=Money(reached - own.target, currency))]
    if request.in_group:  # everybody reads it: how far off somebody is stays private
        return [line]
    return [line, say("me-to-go", parts=joined(*_to_go(stands, request.today, currency)))]


def _other_targets(request: Request, member: Member, month: Period) -> Iterator[Say]:
    """How the member stands against each target of another metric."""
    team = request.its_team
    for metric in aimed_metrics(request.db, team, month):
        own = measured(request.db, team, metric, month, request.today).get(member.id)
        if own is not None and own.target is not None:
            line = aim_line(metric, own, team.currency)
            yield say("me-target-of", metric=joined(name(metric)), figures=joined(line))


def _to_go(stands: Pace, today: date, currency: str) -> Iterator[Say]:
    """How far off the pace, and what the next working day and the next campaign must bring."""
    yield say("me-ahead" if stands.ahead >= 0 else "me-behind", gap=Money(abs(stands.ahead), currency))
    if stands.next_day:
        tomorrow = stands.next_day.day == today + timedelta(days=1)
        yield _needed("me-needed-tomorrow" if tomorrow else "me-needed-on", stands.next_day, currency)
    if stands.campaign and stands.campaign != stands.next_day:
        yield _needed("me-needed-campaign", stands.campaign, currency)


def _needed(key: str, need: Need, currency: str) -> Say:
    return say(key, day=need.day, amount=Money(round_half_up(need.amount), currency))


def _picture(request: Request, member: Member, length: int) -> dict[str, object] | None:
    """How the month stands, for the person alone; None when there is nothing to show."""
    if request.in_group:
        return None
    team, today = request.its_team, request.today
    figures = progress(
        totals.of_member_by_day(request.db, team.id, member.id, days_needed(today)),
        today,
        name=member.name,
        team=team.name,
        zone=team.zone,
        currency=team.currency,
        target=aims(request.db, team, period_of(Grain.MONTH, today)).get(member.id),
        streak=length,
        calendar=_calendar(request, member.id, period_of(Grain.MONTH, today)),
    )
    return None if figures is None else to_picture(figures)


def _streak(request: Request, member: Member) -> int:
    """Days reported in a row. Read a month at a time: most streaks are short, and a team keeps years."""
    month, reported = period_of(Grain.MONTH, request.today), set[date]()
    yesterday = request.today - timedelta(days=1)
    while True:
        found = _reported(request, member, month)
        reported |= found
        calendar = _calendar(request, member.id, Period(Grain.MONTH, month.start, request.today + timedelta(days=1)))
        length = streak(reported, request.today, calendar)
        if length < len(reported) or (not found and calendar.elapsed(month, yesterday)):
            return length
        month = previous(month)


def _calendar(request: Request, member: MemberId, period: Period) -> Calendar:
    """When the member works within `period`."""
    whole, own = calendars.of_members(request.db, request.its_team, period)
    return own.get(member, whole)


def _reported(request: Request, member: Member, month: Period) -> set[date]:
    days = totals.of_member_by_day(request.db, request.its_team.id, member.id, month)
    return {day for day, sums in days.items() if sums.get(Measure.REPORTS)}
