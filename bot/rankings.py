"""Who stands where by any of the boards, with the figures that each is ranked by."""

from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from typing import assert_never

from bot.aims import aims
from bot.metric_figures import figures
from bot.scores import scores
from bot.standing import Standing, so_far
from kpi.board import By, Contender, Ranking, board, improvement, ranking
from kpi.calendar import weeks_before
from kpi.cascade import of_day
from kpi.ids import MemberId
from kpi.metrics import Metric, net
from kpi.pace import FEWEST_DAYS
from kpi.period import Grain, Period, period_of
from kpi.team import Team
from storage import calendars, metrics_off, totals
from storage.connection import Connection

RANKED_BY = {By.ORDERS: Metric.ORDERS, By.NEW: Metric.NEW_CUSTOMERS, By.REPURCHASE: Metric.REPURCHASE}
WEEKS = 4  # that somebody's own average is taken from


def ranked(db: Connection, team: Team, by: By, period: Period, today: date, *, now: Standing) -> Ranking:
    """The places of `period`, whose figures so far are `now`, and whose figure rests on too little."""
    match by:
        case By.SALES | By.ORDERS | By.NEW:
            return Ranking(board(by, now.sellers), ())
        case By.PERCENT:
            due = dues(db, team, period, today)
            return Ranking(board(by, [replace(seller, target=due.get(seller.member)) for seller in now.sellers]), ())
        case By.IMPROVED:
            return ranking(_improved(db, team, period, today, now))
        case By.SCORE:
            return ranking([each.contender for each in scores(db, team, period, today)])
        case By.REPURCHASE:
            return ranking(figures(db, team, Metric.REPURCHASE, period, today).sellers)
        case _:
            assert_never(by)


def boards_of(db: Connection, team: Team) -> list[By]:
    """The boards whose metric the team uses."""
    off = metrics_off.of_team(db, team.id)
    return [by for by in By if RANKED_BY.get(by) not in off]


def dues(db: Connection, team: Team, period: Period, today: date) -> dict[MemberId | None, int]:
    """What everybody's targets ask of `period` in minor units, the team's own under None.

    A day and a week get their part of the month's, or months', by the weights of their days.
    """
    if period.grain not in {Grain.DAY, Grain.WEEK}:
        return aims(db, team, period_of(Grain.MONTH, so_far(period, today)))
    found: dict[MemberId | None, int] = {}
    for month in sorted({period_of(Grain.MONTH, day) for day in period.days()}, key=lambda month: month.start):
        whole, own = calendars.of_members(db, team, month)
        for whose, amount in aims(db, team, month).items():
            calendar = whole if whose is None else own.get(whose, whole)
            asked = sum(of_day(amount, month, day, calendar) for day in period.days())
            found[whose] = found.get(whose, 0) + asked
    return found


@dataclass(frozen=True, slots=True)
class Usual:
    """What somebody's last weeks brought: net sales in minor units, and what the days weigh that they were there."""

    net: int
    weight: int

    @property
    def a_day(self) -> Fraction:
        """Of a day that weighs 1, in minor units."""
        return Fraction(self.net, self.weight)


def usual(db: Connection, team: Team, start: date) -> dict[MemberId, Usual]:
    """Everybody's own four weeks before `start`, from their first report in them on.

    Who reported on fewer than three days of them has none.
    """
    before = weeks_before(start, WEEKS)
    whole, own = calendars.of_members(db, team, before)
    return {
        member: Usual(net(span.sums), weight)
        for member, span in totals.spans(db, team.id, before).items()
        if span.days >= FEWEST_DAYS and (weight := own.get(member, whole).weight_of(replace(before, start=span.first)))
    }


def _improved(db: Connection, team: Team, period: Period, today: date, now: Standing) -> list[Contender]:
    """Everybody's net sales, by the weights of the days that they were there, against their own four weeks before."""
    before = usual(db, team, period.start)
    whole, own = calendars.of_members(db, team, period)
    return [
        Contender(
            seller.member,
            seller.name,
            improvement(net(seller.sums), own.get(seller.member, whole).elapsed(period, today), then.net, then.weight),
        )
        for seller in now.sellers
        if seller.sums and (then := before.get(seller.member)) is not None
    ]
