"""The numbers of a team's chart as text, for below it."""

from collections.abc import Iterator, Sequence
from datetime import date

from bot.aims import aims
from bot.caption import fits
from bot.pictures.words import change, compared_with
from bot.privacy import View
from kpi.board import attainment
from kpi.figures import Figures, Goal, month_so_far
from kpi.message import Message, Percent, Say, Value, joined, say
from kpi.money import Money
from kpi.performance import Performance, SellerPerformance, as_one, days_needed, performance, rank, to_picture
from kpi.period import Grain, Period, period_of
from kpi.team import Openness, Shows, Team
from storage import calendars, members, totals
from storage.connection import Connection

MOST_SELLERS = 10
_TOP = 3  # ranks


def figures_of(db: Connection, team: Team, period: Period, last: date) -> Performance | None:
    """How `period` went up to and including `last`, one of its days; None when nobody reported by then."""
    return performance(
        team,
        period,
        last,
        members=members.of_team(db, team.id),
        by_member_day=totals.by_member_day(db, team.id, days_needed(period)),
        of_month=totals.by_member(db, team.id, month_so_far(last)),
        targets=aims(db, team, period_of(Grain.MONTH, last)),
        calendar=calendars.of_team(db, team, period_of(Grain.MONTH, last)),
    )


def charted(figures: Performance, view: View, above: Sequence[Say], below: Sequence[Say]) -> Message:
    """The chart with `above`, the totals, `below`, and as many sellers as there is room for and `view` allows.

    Where it does not allow all of everybody, the picture is of the team alone.
    """
    opening = (*above, *_totals(figures), *below)
    drawn = figures if view.is_whole else as_one(figures)
    return Message((*opening, *_sellers(figures, view, opening)), picture=to_picture(drawn))


def _sellers(figures: Performance, view: View, opening: Sequence[Say]) -> tuple[Say, ...]:
    """As many sellers as fit below a photo, in whichever language it is read."""
    public = [s for s in figures.sellers if view.shows is Shows.ALL or rank(figures.sellers, s) <= _TOP]
    tried = (_rows(figures, view, shown) for shown in range(min(len(public), MOST_SELLERS), 0, -1))
    return next((rows for rows in tried if fits((*opening, *rows))), _rows(figures, view, 0))


def _rows(figures: Performance, view: View, shown: int) -> tuple[Say, ...]:
    own, rest = figures.sellers[:shown], figures.sellers[shown:]
    if view.openness is not Openness.AMOUNTS:
        return tuple(_in_part(rank(figures.sellers, seller), seller, view.openness) for seller in own)
    return (
        *(_seller(rank(figures.sellers, seller), seller, figures) for seller in own),
        *_more(rest, figures.currency),
    )


def _in_part(place: int, seller: SellerPerformance, openness: Openness) -> Say:
    """A seller without amounts: with ratios, or the rank alone."""
    ratios = openness is Openness.PERCENT
    share = _share(seller.goal) if ratios and seller.goal is not None else None
    moved = change(seller.net, seller.before) if ratios else None
    return say("board-place", rank=place, figures=joined(say("board-name", name=seller.name), moved, share))


def _totals(figures: Performance) -> Iterator[Say]:
    now, before, currency = figures.total, figures.before, figures.currency
    compared = joined(change(now.net, before.net), compared_with(figures))
    yield say("chart-total", net=Money(now.net, currency), compared=compared)
    yield compared_figures(now, before, currency)
    if figures.goal is not None:
        yield _goal(figures.goal, figures)


def compared_figures(now: Figures, before: Figures, currency: str) -> Say:
    """Orders, AOV and new customers in one line, each with its change."""
    return say(
        "chart-figures",
        what=joined(
            _compared("chart-figure-orders", now.orders, now.orders, before.orders),
            None if now.aov is None else _compared("chart-figure-aov", Money(now.aov, currency), now.aov, before.aov),
            _compared("chart-figure-new", now.new_customers, now.new_customers, before.new_customers),
        ),
    )


def _compared(key: str, value: Value, now: int, before: int | None) -> Say:
    return say(key, value=value, change=joined(change(now, before)))


def _goal(goal: Goal, figures: Performance) -> Say:
    return say(
        "chart-goal-line",
        month=figures.month,
        net=Money(goal.net, figures.currency),
        target=Money(goal.target, figures.currency),
        share=Percent(attainment(goal.net, goal.target)),
        elapsed=Percent(figures.elapsed),
    )


def _seller(place: int, seller: SellerPerformance, figures: Performance) -> Say:
    what = joined(change(seller.net, seller.before), None if seller.goal is None else _share(seller.goal))
    return say("chart-seller", place=place, name=seller.name, net=Money(seller.net, figures.currency), what=what)


def _share(goal: Goal) -> Say:
    return say("chart-seller-goal", share=Percent(attainment(goal.net, goal.target)))


def _more(rest: Sequence[SellerPerformance], currency: str) -> Iterator[Say]:
    if rest:
        yield say("chart-more", n=len(rest), net=Money(sum(seller.net for seller in rest), currency))
