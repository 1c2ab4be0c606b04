"""The public board of a period: places, the team's total, how many have not reported; and its corrections."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import assert_never

from bot.command import Answer
from kpi.board import By, Place, Seller, attainment, board, medal
from kpi.entry import Measure
from kpi.ids import MemberId
from kpi.message import Joined, Lane, Message, Percent, Say, joined, say
from kpi.metrics import Sums, added, net
from kpi.money import Money, round_half_up
from kpi.pace import time_progress
from kpi.period import Grain, Period, compared, period_of
from kpi.schedule import Post, State
from kpi.team import Chat, Member, Role, Team, role_of
from storage import calendars, chats, entry_checks, members, posts, targets, totals
from storage.connection import Connection
from storage.posts import Made

_MOST = 40  # lines of a board: with names of the longest kind they stay below Telegram's 4,096 units
_POSTED = {State.ON_TIME.value, State.LATE.value}


@dataclass(frozen=True, slots=True)
class Standing:
    """What a team reported in a period.

    `sellers` may stand on its board: everybody but viewers, also who left. `present` are those of them who did not
    leave the team, `away` those who do not work in the period. `targets` are those of the month that the period's last
    day so far lies in; the team's own stands under None.
    """

    total: Sums
    sellers: tuple[Seller, ...]
    present: tuple[Member, ...]
    away: frozenset[MemberId]
    targets: dict[MemberId | None, int]

    @property
    def expected(self) -> tuple[Member, ...]:
        """Whose report is missed when there is none: not of who is `away`, nor of leads, who sell when they like."""
        sellers = (member for member in self.present if role_of(member) is Role.SELLER)
        return tuple(member for member in sellers if member.id not in self.away)

    @property
    def missing(self) -> tuple[Member, ...]:
        reported = {seller.member for seller in self.sellers if seller.sums.get(Measure.REPORTS)}
        return tuple(member for member in self.expected if member.id not in reported)


def standing(db: Connection, team: Team, period: Period, today: date) -> Standing:
    """Where everybody stands in `period`, beside the same part of the period before."""
    sums = totals.by_member(db, team.id, period)
    before = totals.by_member(db, team.id, compared(period, today))
    aims = targets.targets(db, team.id, period_of(Grain.MONTH, so_far(period, today)).key)
    selling = [member for member in members.of_team(db, team.id) if role_of(member) is not Role.VIEWER]
    return Standing(
        added(*sums.values()),
        tuple(
            Seller(member.id, member.name, sums.get(member.id, {}), before.get(member.id, {}), aims.get(member.id))
            for member in selling
        ),
        tuple(member for member in selling if member.active),
        _away(db, team, period, selling),
        aims,
    )


def _away(db: Connection, team: Team, period: Period, selling: Sequence[Member]) -> frozenset[MemberId]:
    """Who does not work on any day of `period`: on leave, not there yet, or everybody on a rest day."""
    whole, own = calendars.of_members(db, team, period)
    return frozenset(member.id for member in selling if not own.get(member.id, whole).weight_of(period))


def so_far(period: Period, today: date) -> date:
    """The last day of `period` up to today."""
    return max(period.start, min(period.last, today))


def ranked_period(period: Period, today: date, by: By) -> Period:
    """The period that a board of `period` covers: targets are of months, so that a board by target is as well."""
    return period_of(Grain.MONTH, so_far(period, today)) if by is By.PERCENT else period


def board_message(db: Connection, team: Team, period: Period, today: date, by: By, *, late: bool = False) -> Message:
    """The public board of `period` (of its month, by target). An empty one is a sentence."""
    return Message(_lines(db, team, ranked_period(period, today, by), today, by, marks=_marks(late=late)))


def daily_message(db: Connection, team: Team, day: date, *, late: bool) -> Message:
    """The board that is posted at the end of `day`."""
    return board_message(db, team, period_of(Grain.DAY, day), day, By.SALES, late=late)


def daily_slot(day: date) -> str:
    """The name of the group's one message with the board of `day`."""
    return f"daily:{day.isoformat()}"


def corrected(db: Connection, team: Team, days: Collection[date]) -> tuple[Answer, ...]:
    """The boards of `days` that were already posted, said anew in their place and marked as amended (补报)."""
    posted = [(day, state) for day in sorted(days) if (state := _state(db, team, day)) in _POSTED]
    if not posted:
        return ()
    group = chats.chat(db, team.chat)
    if not group.active:
        return ()
    return tuple(_amended(db, team, day, group, late=state == State.LATE.value) for day, state in posted)


def _state(db: Connection, team: Team, day: date) -> str | None:
    return posts.state_of(db, Made(team.id, Post.DAILY.value, period_of(Grain.DAY, day).key))


def _amended(db: Connection, team: Team, day: date, group: Chat, *, late: bool) -> Answer:
    lines = _lines(db, team, period_of(Grain.DAY, day), day, By.SALES, marks=_marks(late=late, amended=True))
    return Answer(Message(lines), daily_slot(day), chat=group, topic=team.topic, lane=Lane.BROADCAST)


def _marks(*, late: bool, amended: bool = False) -> Joined:
    return joined(say("board-late") if late else None, say("board-amended") if amended else None)


def _lines(db: Connection, team: Team, period: Period, today: date, by: By, *, marks: Joined) -> tuple[Say, ...]:
    now = standing(db, team, period, today)
    places = board(by, now.sellers)
    marked = (say("board-marks", marks=marks),) if marks.parts else ()
    if not places:
        return (_nothing(period, today, by, now), *marked)
    return (
        _title(period, today, by),
        *_places(by, places, team.currency),
        say("board-total", figures=total(now.total, team.currency)),
        *_month(db, team, period, today, now),
        *_reported(period, today, now),
        *marked,
        _source(db, team, period),
    )


def _source(db: Connection, team: Team, period: Period) -> Say:
    """Where the figures come from: the members' own word, or how much of it a lead has checked, where one does that."""
    if not entry_checks.used(db, team.id):
        return say("board-source", zone=team.zone)
    found = entry_checks.of_all(entry_checks.evidence(db, team.id, period))
    return say("board-source-checked", n=found.entries, unchecked=found.unchecked, zone=team.zone)


def _nothing(period: Period, today: date, by: By, now: Standing) -> Say:
    if by is By.PERCENT and not any(seller.target for seller in now.sellers):
        return say("board-no-targets", period=period)
    return say("board-empty-so-far" if today in period else "board-empty", period=period)


def _title(period: Period, today: date, by: By) -> Say:
    grain = "today" if period == period_of(Grain.DAY, today) else period.grain.value
    return say("board-title", grain=grain, period=period, by=by.name.lower())


def _places(by: By, places: Sequence[Place], currency: str) -> list[Say]:
    had_ranks = any(place.movement is not None for place in places)
    lines = [_place(by, place, currency, had_ranks=had_ranks) for place in places[:_MOST]]
    more = len(places) - len(lines)
    return [*lines, say("board-more", n=more)] if more else lines


def _place(by: By, place: Place, currency: str, *, had_ranks: bool) -> Say:
    figures = joined(
        say("board-name", name=place.name),
        _figure(by, place, currency),
        _movement(place.movement) if had_ranks else None,
    )
    if place.value > 0 and (won := medal(place.rank)):
        return say("board-medal", medal=won, figures=figures)
    return say("board-place", rank=place.rank, figures=figures)


def _figure(by: By, place: Place, currency: str) -> Say:
    match by:
        case By.SALES:
            return say("board-amount", amount=Money(round_half_up(place.value), currency))
        case By.ORDERS:
            return say("figure-orders", value=int(place.value))
        case By.NEW:
            return say("figure-new-customers", value=int(place.value))
        case By.PERCENT:
            return say("board-percent", percent=Percent(place.value))
        case _:
            assert_never(by)


def _movement(ranks: int | None) -> Say | None:
    """How many ranks were gained; None is somebody whom the board before did not know."""
    if ranks is None:
        return say("board-entered")
    if ranks == 0:
        return None
    return say("board-up", n=ranks) if ranks > 0 else say("board-down", n=-ranks)


def total(sums: Sums, currency: str) -> Joined:
    """Net sales, and orders and new customers where there are any, short."""
    orders, new = sums.get(Measure.ORDERS), sums.get(Measure.NEW_CUSTOMERS)
    return joined(
        say("board-amount", amount=Money(net(sums), currency)),
        say("figure-orders", value=orders) if orders else None,
        say("figure-new-customers", value=new) if new else None,
    )


def _month(db: Connection, team: Team, period: Period, today: date, now: Standing) -> tuple[Say, ...]:
    """The line of the month, on boards of a day or a month of a team with a target."""
    target = now.targets.get(None)
    if target is None or period.grain not in {Grain.DAY, Grain.MONTH}:
        return ()
    return (month_line(db, team, target, so_far(period, today), today=today),)


def month_line(db: Connection, team: Team, target: int, day: date, *, today: date) -> Say:
    """How the month of `day` stood against the team's target (minor units) when that day was over."""
    month = period_of(Grain.MONTH, day)
    until = replace(month, end=day + timedelta(days=1))
    reached = net(added(*totals.by_day(db, team.id, until).values()))
    return say(
        "board-month",
        current="yes" if today in month else "no",
        month=month,
        net=Money(reached, team.currency),
        target=Money(target, team.currency),
        attainment=Percent(attainment(reached, target)),
        progress=Percent(time_progress(month, day, calendars.of_team(db, team, month))),
    )


def _reported(period: Period, today: date, now: Standing) -> tuple[Say, ...]:
    """How many of the sellers reported, while it still matters; who did not is for the lead alone."""
    if today not in period or not now.expected:
        return ()
    missing = len(now.missing)
    return (say("board-reported", reported=len(now.expected) - missing, of=len(now.expected), missing=missing),)
