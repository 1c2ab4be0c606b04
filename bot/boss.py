"""老板看板: today, the month, the first three and 14 days in one picture, for who may read everything."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.board import total
from bot.page_parts import moved, plain_note
from bot.rankings import dues, ranked
from bot.standing import Standing, standing
from kpi.board import By, Place, attainment
from kpi.figures import Goal
from kpi.message import Message, Minutes, Percent, Say, joined, say
from kpi.metrics import added, net
from kpi.money import Money
from kpi.pace import time_progress
from kpi.period import Grain, Period, period_of
from kpi.plot import Accent, Plot, Point, Shape
from kpi.snapshot import Aim, Bars, Part, Row, Rows, Snapshot, Total, to_picture
from kpi.team import Team
from storage import calendars, totals
from storage.connection import Connection

DAYS = 14
_TOP = 3  # ranks
_MOST = 5  # rows of these: who shares a rank has it, too


@dataclass(frozen=True, slots=True)
class _View:
    """How the team stands: today's reports, the month's, what today is to bring, and how far the month is."""

    team: Team
    today: date
    day: Standing
    month: Standing
    due: int | None
    elapsed: Percent
    places: tuple[Place, ...]
    days: tuple[tuple[date, int], ...]

    @property
    def period(self) -> Period:
        return period_of(Grain.MONTH, self.today)

    @property
    def target(self) -> int | None:
        return self.month.targets.get(None)

    def money(self, minor: int) -> Money:
        return Money(minor, self.team.currency)


def boss_message(db: Connection, team: Team, today: date, now: datetime) -> Message:
    """The picture and its figures as text, as they are `now`; a sentence where nothing was reported at all."""
    view = _look(db, team, today)
    if not any(amount for _, amount in view.days) and not view.month.total:
        return Message((say("boss-empty", team=team.name),))
    local = now.astimezone(ZoneInfo(team.zone))
    at = Minutes(local.hour * 60 + local.minute)
    lines = (
        say("boss-title", team=team.name, day=today, at=at),
        *_lines(view),
        say("boss-top", names=joined(*(_named(view, place) for place in _first(view.places)))),
        _best(view),
    )
    subtitle = say("boss-subtitle", day=period_of(Grain.DAY, today), at=at)
    page = Snapshot(team.name, subtitle, team.currency, team.zone, tuple(_parts(view)))
    return Message(lines, picture=to_picture(page))


def _look(db: Connection, team: Team, today: date) -> _View:
    day, month = period_of(Grain.DAY, today), period_of(Grain.MONTH, today)
    of_month = standing(db, team, month, today)
    span = Period(Grain.DAY, today - timedelta(days=DAYS - 1), today + timedelta(days=1))
    by_day = totals.by_day(db, team.id, span)
    return _View(
        team=team,
        today=today,
        day=standing(db, team, day, today),
        month=of_month,
        due=dues(db, team, day, today).get(None),
        elapsed=Percent(time_progress(month, today, calendars.of_team(db, team, month))),
        places=tuple(ranked(db, team, By.SALES, month, today, now=of_month).places),
        days=tuple((each, net(by_day.get(each, {}))) for each in span.days()),
    )


def _lines(view: _View) -> Iterator[Say]:
    """Today and the month, each against its target where it has one."""
    sold, reached = net(view.day.total), net(view.month.total)
    if view.due:
        share = Percent(attainment(sold, view.due))
        yield say("boss-day-target", net=view.money(sold), target=view.money(view.due), share=share)
    else:
        yield say("boss-day", net=view.money(sold))
    if view.target:
        share = Percent(attainment(reached, view.target))
        target = view.money(view.target)
        yield say("boss-month-target", net=view.money(reached), target=target, share=share, elapsed=view.elapsed)
    else:
        yield say("boss-month", net=view.money(reached))


def _first(places: Sequence[Place]) -> list[Place]:
    return [place for place in places if place.rank <= _TOP][:_MOST]


def _named(view: _View, place: Place) -> Say:
    return say("boss-top-one", rank=place.rank, name=place.name, net=view.money(int(place.value)))


def _best(view: _View) -> Say:
    day, most = max(view.days, key=lambda one: one[1])
    whole = sum(amount for _, amount in view.days)
    if not most:
        return say("boss-days-none", n=DAYS)
    return say("boss-days-line", n=DAYS, net=view.money(whole), day=day, best=view.money(most))


def _parts(view: _View) -> Iterator[Part]:
    yield Total(say("boss-today"), net(view.day.total), None, _reported(view), _today_aim(view))
    before = net(added(*(seller.before for seller in view.month.sellers)))
    then = say("chart-before-part", grain=Grain.MONTH.value, net=view.money(before))
    yield Total(say("boss-this-month"), net(view.month.total), moved(net(view.month.total), before), then, _aim(view))
    yield _top_rows(view)
    if any(amount for _, amount in view.days):
        yield Bars(_plot(view))


def _reported(view: _View) -> Say:
    """What stands beside the day's amount: its orders, and how many have reported."""
    expected = len(view.day.expected)
    figures = total(view.day.total, view.team.currency).parts[1:]
    reported = say("boss-reported", reported=expected - len(view.day.missing), of=expected) if expected else None
    return say("boss-beside", figures=joined(*figures, reported))


def _today_aim(view: _View) -> Aim | None:
    if not view.due:
        return None
    gap = view.due - net(view.day.total)
    left = say("boss-left", gap=view.money(gap)) if gap > 0 else say("boss-done")
    return Aim(say("boss-day-goal"), Goal(view.due, net(view.day.total)), None, left)


def _aim(view: _View) -> Aim | None:
    if not view.target:
        return None
    goal = Goal(view.target, net(view.month.total))
    return Aim(say("chart-goal", month=view.period), goal, view.elapsed.ratio, say("chart-time", share=view.elapsed))


def _top_rows(view: _View) -> Rows:
    """The first of the month; beside their month what they have sold today."""
    today = {seller.member: net(seller.sums) for seller in view.day.sellers}
    rows = []
    for place in _first(view.places):
        target = view.month.targets.get(place.member)
        rows.append(
            Row(
                name=say("board-name", name=place.name),
                value=say("board-amount", amount=view.money(int(place.value))),
                moved=plain_note(say("board-amount", amount=view.money(today.get(place.member, 0)))),
                place=place.rank,
                goal=Goal(target, int(place.value)) if target else None,
            )
        )
    columns = (say("boss-this-month"), say("boss-column-today"), say("chart-goal", month=view.period))
    return Rows(say("boss-best"), columns, tuple(rows), view.elapsed.ratio)


def _plot(view: _View) -> Plot:
    """A bar for each day; the best one stands out."""
    best = max(amount for _, amount in view.days)
    points = tuple(
        Point(say("analysis-day", day=day), amount, accent=Accent.HIGH if amount == best > 0 else Accent.NONE)
        for day, amount in view.days
    )
    title = say("boss-days", n=DAYS)
    return Plot(Shape.BARS, view.team.name, title, title, points, view.team.currency, view.team.zone)
