"""The weekly report: the week's chart, and the same numbers as text below it."""

from collections.abc import Iterator, Sequence
from datetime import date
from html import unescape

from bot.pictures import change, compared_with
from bot.render import line
from bot.texts import LANGUAGES
from kpi.board import attainment
from kpi.message import Message, Percent, Say, Value, joined, say
from kpi.money import Money
from kpi.period import Grain, Period, period_of
from kpi.team import Team
from kpi.weekly import (
    Goal,
    SellerWeek,
    WeekFigures,
    month_so_far,
    to_picture,
    week_figures,
    weeks_compared,
)
from storage import members, targets, totals
from storage.connection import Connection

LONGEST = 1000  # UTF-16 units, tags counted; Telegram takes 1,024 without them below a photo
MOST_SELLERS = 10


def weekly_message(db: Connection, team: Team, week: Period, *, late: bool, until: date | None = None) -> Message:
    """The report of `week`: all of it, or while it is not over the days up to `until`.

    A week in which nobody reported is one sentence without a picture.
    """
    last = week.last if until is None else min(until, week.last)
    figures = _figures(db, team, week, last)
    note = (say("board-late"),) if late else ()
    if figures is None:
        return Message((*note, say("weekly-empty", week=week)))
    return Message((*note, *_fitting(figures)), picture=to_picture(figures))


def _figures(db: Connection, team: Team, week: Period, last: date) -> WeekFigures | None:
    return week_figures(
        team,
        week,
        last,
        members=members.of_team(db, team.id),
        by_member_day=totals.by_member_day(db, team.id, weeks_compared(week)),
        of_month=totals.by_member(db, team.id, month_so_far(last)),
        targets=targets.targets(db, team.id, period_of(Grain.MONTH, last).key),
    )


def _fitting(figures: WeekFigures) -> tuple[Say, ...]:
    """The text with as many sellers as fit below a photo, in whichever language it is read."""
    said = _text(figures, 0)
    for shown in range(1, min(len(figures.sellers), MOST_SELLERS) + 1):
        longer = _text(figures, shown)
        if max(_length(longer, language) for language in LANGUAGES) > LONGEST:
            break
        said = longer
    return said


def _length(lines: Sequence[Say], language: str) -> int:
    """How long `lines` are for Telegram, in UTF-16 units; their tags are counted too, to be on the safe side."""
    shown = "\n".join(unescape(line(said, language)) for said in lines)
    return len(shown.encode("utf-16-le")) // 2


def _text(figures: WeekFigures, shown: int) -> tuple[Say, ...]:
    return (
        say("weekly-heading" if figures.is_over else "weekly-heading-part", team=figures.team, week=figures.week),
        *_totals(figures),
        _days(figures),
        *(_seller(place, seller, figures) for place, seller in enumerate(figures.sellers[:shown], start=1)),
        *_more(figures.sellers[shown:], figures.currency),
    )


def _totals(figures: WeekFigures) -> Iterator[Say]:
    now, before, currency = figures.total, figures.before, figures.currency
    compared = joined(change(now.net, before.net), compared_with(figures))
    yield say("weekly-total", net=Money(now.net, currency), compared=compared)
    yield say(
        "weekly-figures",
        what=joined(
            _compared("weekly-figure-orders", now.orders, now.orders, before.orders),
            None if now.aov is None else _compared("weekly-figure-aov", Money(now.aov, currency), now.aov, before.aov),
            _compared("weekly-figure-new", now.new_customers, now.new_customers, before.new_customers),
        ),
    )
    if figures.goal is not None:
        yield _goal(figures.goal, figures)


def _compared(key: str, value: Value, now: int, before: int | None) -> Say:
    return say(key, value=value, change=joined(change(now, before)))


def _goal(goal: Goal, figures: WeekFigures) -> Say:
    return say(
        "weekly-goal-line",
        month=figures.month,
        net=Money(goal.net, figures.currency),
        target=Money(goal.target, figures.currency),
        share=Percent(attainment(goal.net, goal.target)),
        elapsed=Percent(figures.elapsed),
    )


def _days(figures: WeekFigures) -> Say:
    days = zip(figures.week.days(), figures.days, strict=False)  # the week may have days to come
    said = (say("weekly-day", day=day, net=Money(of.net, figures.currency)) for day, of in days)
    return say("weekly-days", what=joined(*said))


def _seller(place: int, seller: SellerWeek, figures: WeekFigures) -> Say:
    what = joined(change(seller.net, seller.before), None if seller.goal is None else _share(seller.goal))
    return say("weekly-seller", place=place, name=seller.name, net=Money(seller.net, figures.currency), what=what)


def _share(goal: Goal) -> Say:
    return say("weekly-seller-goal", share=Percent(attainment(goal.net, goal.target)))


def _more(rest: Sequence[SellerWeek], currency: str) -> Iterator[Say]:
    if rest:
        yield say("weekly-more", n=len(rest), net=Money(sum(seller.net for seller in rest), currency))
