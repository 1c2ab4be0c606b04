"""A metric of a team in figures: the team's own, what they were before, and those of each seller."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from fractions import Fraction
from itertools import chain
from typing import assert_never

from bot.standing import Standing, standing
from kpi.board import Contender, attainment, shares
from kpi.calendar import Calendar
from kpi.customers import Purchase, Share, buy_back, by_seller, customers_on, repurchase, retained
from kpi.ids import MemberId
from kpi.metrics import CATALOGUE, Adds, Lives, Metric, Sums, added, missing, net, over_days, sample, value
from kpi.pace import pace, time_progress
from kpi.period import Period, compared, previous
from kpi.processing import Processing, Shipped, processing
from kpi.stock import Ledger, goods_days_left, goods_turnover, turnover_days
from kpi.team import Team
from storage import calendars, customers, handling, stock, totals
from storage.connection import Connection

WINDOW = timedelta(days=90)  # in which somebody buys again, as repurchase tools have it


@dataclass(frozen=True, slots=True)
class Figure:
    """A value, and how many orders, buyers or ratings a ratio rests on."""

    value: Fraction | None
    n: int | None = None


_UNKNOWN = Figure(None)


@dataclass(frozen=True, slots=True)
class Figures:
    """A metric in a period so far, of the team and of who may stand on its board; `before` is the same part of the
    period before. `sums` are the team's, for what is told from the totals.
    """

    team: Figure
    before: Figure = _UNKNOWN
    sellers: tuple[Contender, ...] = ()
    sums: Sums = field(default_factory=dict)


def figures(db: Connection, team: Team, metric: Metric, month: Period, today: date) -> Figures:
    """`metric` in `month`, up to and including `today`. What nobody keeps books of has no value."""
    lives = CATALOGUE[metric].lives
    match lives:
        case Lives.TOTALS if CATALOGUE[metric].adds is Adds.DAILY:
            return _by_day(db, team, metric, month, today)
        case Lives.TOTALS:
            return _of_totals(standing(db, team, month, today), metric)
        case Lives.CUSTOMERS:
            return _of_customers(db, team, metric, month, today)
        case Lives.TARGETS:
            return _of_targets(
                standing(db, team, month, today), metric, month, today, calendars.of_team(db, team, month)
            )
        case Lives.ORDERS:
            return _of_orders(db, team, metric, month, today)
        case Lives.STOCK:
            return _of_stock(db, team, metric, month, today)
        case _:
            assert_never(lives)


def _of_totals(now: Standing, metric: Metric) -> Figures:
    return Figures(
        _told(metric, now.total),
        _told(metric, added(*(seller.before for seller in now.sellers))),
        tuple(
            Contender(seller.member, seller.name, told.value, _told(metric, seller.before).value, told.n)
            for seller in now.sellers
            for told in [_told(metric, seller.sums)]
        ),
        now.total,
    )


def _told(metric: Metric, sums: Sums) -> Figure:
    return _UNKNOWN if missing(metric, sums) else Figure(value(metric, sums), sample(metric, sums))


def _by_day(db: Connection, team: Team, metric: Metric, month: Period, today: date) -> Figures:
    now, before = standing(db, team, month, today), totals.by_day(db, team.id, compared(month, today))
    by_member: dict[MemberId, list[Sums]] = {}
    for (member, _), sums in totals.by_member_day(db, team.id, month).items():
        by_member.setdefault(member, []).append(sums)
    return Figures(
        Figure(over_days(metric, totals.by_day(db, team.id, month).values())),
        Figure(over_days(metric, before.values())),
        tuple(
            Contender(seller.member, seller.name, over_days(metric, by_member.get(seller.member, ())))
            for seller in now.sellers
        ),
        now.total,
    )


def _of_customers(db: Connection, team: Team, metric: Metric, month: Period, today: date) -> Figures:
    told, bought = _RATES[metric], customers.purchases(db, team.id)
    sellers, of_seller = standing(db, team, month, today).sellers, by_seller(bought)
    so_far, before = _so_far(month, min(month.last, today)), _so_far(previous(month), compared(month, today).last)
    own = {seller.member: told(of_seller.get(seller.member, []), so_far) for seller in sellers}
    return Figures(
        told(bought, so_far),
        told(bought, before),
        tuple(
            Contender(seller.member, seller.name, own[seller.member].value, n=own[seller.member].n)
            for seller in sellers
        ),
    )


def _so_far(month: Period, until: date) -> Period:
    return Period(month.grain, month.start, until + timedelta(days=1))


def _repurchase(bought: Sequence[Purchase], so_far: Period) -> Figure:
    return _share(repurchase(bought, Period(so_far.grain, so_far.end - WINDOW, so_far.end)))


def _bought_again(bought: Sequence[Purchase], so_far: Period) -> Figure:
    return _share(buy_back(bought, previous(so_far), so_far))


def _share(share: Share) -> Figure:
    return Figure(share.ratio, share.of)


def _retention(bought: Sequence[Purchase], so_far: Period) -> Figure:
    at_start = customers_on(bought, so_far.start - timedelta(days=1))
    return Figure(retained(bought, so_far), len(at_start))


_RATES: Mapping[Metric, Callable[[Sequence[Purchase], Period], Figure]] = {
    Metric.REPURCHASE: _repurchase,
    Metric.BOUGHT_AGAIN: _bought_again,
    Metric.RETENTION: _retention,
}


def _of_stock(db: Connection, team: Team, metric: Metric, month: Period, today: date) -> Figures:
    """How the goods stand today, or did at the end of an earlier month; nobody sells a stock of their own."""
    found = stock.ledgers(db, team.id)
    last, before = min(month.last, today), compared(month, today).last
    return Figures(
        Figure(_stock_value(found, metric, _so_far(month, last))),
        Figure(_stock_value(found, metric, _so_far(previous(month), before))),
    )


def _stock_value(found: Sequence[Ledger], metric: Metric, so_far: Period) -> Fraction | None:
    if metric is Metric.STOCK_DAYS:
        return goods_days_left(found, so_far.last)
    turns = goods_turnover(found, so_far)
    return turns if metric is Metric.TURNOVER else turnover_days(turns, (so_far.end - so_far.start).days)


def _of_orders(db: Connection, team: Team, metric: Metric, month: Period, today: date) -> Figures:
    told, sellers = _TIMES[metric], standing(db, team, month, today).sellers
    of_seller = handling.shipped(db, team.id, month)
    before = handling.shipped(db, team.id, compared(month, today))
    own = {seller.member: _time(told, of_seller.get(seller.member, ())) for seller in sellers}
    return Figures(
        _time(told, chain.from_iterable(of_seller.values())),
        _time(told, chain.from_iterable(before.values())),
        tuple(
            Contender(seller.member, seller.name, own[seller.member].value, n=own[seller.member].n)
            for seller in sellers
        ),
    )


def _time(told: Callable[[Processing], Fraction], shipped: Iterable[Shipped]) -> Figure:
    found = processing(tuple(shipped))
    return _UNKNOWN if found is None else Figure(told(found), found.n)


_TIMES: Mapping[Metric, Callable[[Processing], Fraction]] = {
    Metric.HANDLING: lambda found: found.mean,
    Metric.HANDLING_MEDIAN: lambda found: found.median,
    Metric.WITHIN_24H: lambda found: found.within_24h,
    Metric.WITHIN_48H: lambda found: found.within_48h,
}


def _of_targets(now: Standing, metric: Metric, month: Period, today: date, calendar: Calendar) -> Figures:
    target, reached = now.targets.get(None), net(now.total)
    match metric:
        case Metric.SHARE:
            return _shares(now)
        case Metric.ATTAINMENT:
            return Figures(Figure(attainment(reached, target)), sellers=_attainments(now))
        case Metric.TIME_PROGRESS:
            return Figures(Figure(time_progress(month, today, calendar)))
        case Metric.NEEDED if target is not None:
            need = pace(target, reached, month, today, calendar).next_day
            return Figures(Figure(None if need is None else need.amount))
        case _:
            return Figures(_UNKNOWN)  # nobody has said what weighs how much


def _shares(now: Standing) -> Figures:
    selling = [seller for seller in now.sellers if seller.sums]
    found = shares([net(seller.sums) for seller in selling])
    if found is None:
        return Figures(_UNKNOWN)
    own = tuple(Contender(s.member, s.name, share) for s, share in zip(selling, found, strict=True))
    return Figures(Figure(Fraction(1)), sellers=own)


def _attainments(now: Standing) -> tuple[Contender, ...]:
    return tuple(Contender(s.member, s.name, attainment(net(s.sums), s.target)) for s in now.sellers)
