"""The public board of a period: places, the team's total, how many have not reported; and its corrections."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from fractions import Fraction
from typing import assert_never

from bot.aim_text import figure
from bot.command import Answer
from bot.measured import Measured, contenders, measured
from bot.metric_words import name
from bot.privacy import View, of_group
from bot.rankings import boards_of, dues, ranked
from bot.score_words import said
from bot.scores import weights
from bot.standing import Standing, so_far, standing
from kpi.board import By, Contender, Place, around, attainment, medal, ranking, to_next
from kpi.entry import Measure
from kpi.ids import MemberId
from kpi.message import Joined, Lane, Message, Number, Percent, Say, joined, say
from kpi.metrics import FEWEST, Metric, Sums, added, net
from kpi.money import Money, round_half_up
from kpi.pace import time_progress
from kpi.period import Grain, Period, period_of
from kpi.schedule import Post, State
from kpi.team import Chat, Openness, Shows, Team
from storage import calendars, chats, entry_checks, posts, totals
from storage.connection import Connection
from storage.posts import Made

# Lines of a board, and of one with more below: with names of the longest kind they stay below Telegram's 4,096 units.
_MOST = 40
_MOST_OF_SEVERAL = 30
_MEDALS = 3  # ranks
_TOP = 5  # names on a line: three, and who shares a place with them
_HARDER = {By.PERCENT, By.IMPROVED, By.REPURCHASE, By.SCORE}  # boards that reports alone do not bring about
_COUNTED = {By.SALES, By.ORDERS, By.NEW}  # boards whose figures are no ratios
_NO_MARKS = joined()
_POSTED = {State.ON_TIME.value, State.LATE.value}


def ranked_period(period: Period, today: date, by: By, metric: Metric = Metric.NET) -> Period:
    """The period that a board of `period` covers: scores are of a month, and of net sales alone there are targets for
    every day and week.
    """
    too_short = period.grain in {Grain.DAY, Grain.WEEK} and metric is not Metric.NET
    if by is By.SCORE or (by is By.PERCENT and too_short):
        return period_of(Grain.MONTH, so_far(period, today))
    return period


def board_message(
    db: Connection,
    team: Team,
    period: Period,
    today: date,
    by: By,
    *,
    view: View | None = None,
    metric: Metric = Metric.NET,
) -> Message:
    """The board of `period` as `view` lets it be read, else as the group does. An empty one is a sentence.

    `metric` is whose targets a board by % of the target is about.
    """
    covered = ranked_period(period, today, by, metric)
    return Message(_lines(db, team, _Asked(covered, today, by, view or of_group(team), metric=metric)))


def daily_message(db: Connection, team: Team, day: date, *, late: bool) -> Message:
    """The board that is posted at the end of `day`, with who leads the other boards of that day."""
    return Message(_daily(db, team, day, _marks(late=late)))


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
    lines = _daily(db, team, day, _marks(late=late, amended=True))
    return Answer(Message(lines), daily_slot(day), chat=group, topic=team.topic, lane=Lane.BROADCAST)


def _marks(*, late: bool, amended: bool = False) -> Joined:
    return joined(say("board-late") if late else None, say("board-amended") if amended else None)


@dataclass(frozen=True, slots=True)
class _Asked:
    """A board: of what, and for whom. `also` are others whose first it names, `metric` is what is aimed at."""

    period: Period
    today: date
    by: By
    view: View
    also: tuple[By, ...] = ()
    metric: Metric = Metric.NET

    @property
    def by_own_targets(self) -> bool:
        """Whether targets of just this period are ranked by, and none that are broken down to its days."""
        long = self.period.grain in {Grain.QUARTER, Grain.YEAR}
        return self.metric is not Metric.NET or (self.by is By.PERCENT and long)

    @property
    def most(self) -> int:
        """How many lines there is room for."""
        return _MOST if self.view.own is None and not self.also else _MOST_OF_SEVERAL


def _daily(db: Connection, team: Team, day: date, marks: Joined) -> tuple[Say, ...]:
    """Four boards in one post, so that not only the strongest can win something."""
    on = boards_of(db, team)
    also = tuple(by for by in (By.PERCENT, By.IMPROVED, By.NEW) if by in on)
    return _lines(db, team, _Asked(period_of(Grain.DAY, day), day, By.SALES, of_group(team), also), marks)


def _lines(db: Connection, team: Team, asked: _Asked, marks: Joined = _NO_MARKS) -> tuple[Say, ...]:
    period, today = asked.period, asked.today
    now = standing(db, team, period, today)
    stands = measured(db, team, asked.metric, period, today) if asked.by_own_targets else {}
    if stands:
        found = ranking(contenders(asked.metric, stands, now.sellers))
    else:
        found = ranked(db, team, asked.by, period, today, now=now)
    marked = (say("board-marks", marks=marks),) if marks.parts else ()
    if not found.places and not found.few:
        return (_nothing(asked, now, stands), *marked)
    in_percent = asked.by is By.SALES and asked.view.openness is Openness.PERCENT
    figures = _Figures(team, asked, dues(db, team, period, today) if in_percent else {}, stands)
    return (
        _title(asked),
        *_weights(db, team, asked.by),
        *_places(found.places, asked, figures),
        *_few(found.few, asked.view),
        *_around(found.places, asked, figures),
        *_others(db, team, asked, now),
        say("board-total", figures=total(now.total, team.currency)),
        *_day(db, team, period, today, now),
        *(_aimed(team, asked, stands) if stands else _month(db, team, period, today, now)),
        *_reported(period, today, now),
        *marked,
        _source(db, team, period),
    )


def _weights(db: Connection, team: Team, by: By) -> Iterator[Say]:
    """What a score is made of, for everybody to see."""
    if by is By.SCORE:
        yield said(weights(db, team))


def _few(contenders: Sequence[Contender], view: View) -> Iterator[Say]:
    """Who is not ranked, since the figure rests on too little."""
    if contenders and view.openness is not Openness.RANKS:
        named = (say("kpi-few-one", name=each.name, value=_ratio(each.value), n=each.n) for each in contenders[:_TOP])
        yield say("kpi-few", fewest=FEWEST, figures=joined(*named))


def _ratio(value: Fraction | None) -> Joined:
    return joined(say("board-percent", percent=Percent(value)))


def _others(db: Connection, team: Team, asked: _Asked, now: Standing) -> Iterator[Say]:
    """Who leads each of the other boards, on one line; none where nobody has anything to show."""
    for by in asked.also:
        places = ranked(db, team, by, asked.period, asked.today, now=now).places
        yield from leading(by, places, asked.view.openness)


def leading(by: By, places: Sequence[Place], openness: Openness) -> Iterator[Say]:
    """The first of a board on one line; nothing when nobody has anything to show there."""
    first = [place for place in places if place.rank <= _MEDALS and place.value > 0][:_TOP]
    if first:
        yield say("board-also", by=by.name.lower(), names=joined(*(_also(by, place, openness) for place in first)))


def _also(by: By, place: Place, openness: Openness) -> Say:
    if not _is_open(by, openness):
        return say("board-name", name=place.name)
    bare = say("board-count", n=int(place.value)) if by is By.NEW else _ratio_of(by, place.value)
    return say("board-also-one", name=place.name, figure=joined(bare))


def _is_open(by: By, openness: Openness) -> bool:
    """Whether a figure of such a board may be read."""
    match openness:
        case Openness.AMOUNTS:
            return True
        case Openness.PERCENT:
            return by not in _COUNTED
        case Openness.RANKS:
            return False
        case _:
            assert_never(openness)


def _source(db: Connection, team: Team, period: Period) -> Say:
    """Where the figures come from: the members' own word, or how much of it a lead has checked, where one does that."""
    if not entry_checks.used(db, team.id):
        return say("board-source", zone=team.zone)
    found = entry_checks.of_all(entry_checks.evidence(db, team.id, period))
    return say("board-source-checked", n=found.entries, unchecked=found.unchecked, zone=team.zone)


def _nothing(asked: _Asked, now: Standing, stands: Mapping[MemberId | None, Measured]) -> Say:
    period, today, by = asked.period, asked.today, asked.by
    aimless = not any(one.target for member, one in stands.items() if member is not None)
    if stands and aimless and asked.metric is not Metric.NET:
        return say("board-no-aims", period=period, metric=joined(name(asked.metric)))
    if by is By.PERCENT and (aimless if stands else not now.targets):
        return say("board-no-targets", period=period, grain=period.grain.value)
    if by in _HARDER and now.total:
        return say(f"board-none-{by.name.lower()}", period=period)
    return say("board-empty-so-far" if today in period else "board-empty", period=period)


def _title(asked: _Asked) -> Say:
    period = asked.period
    grain = "today" if period == period_of(Grain.DAY, asked.today) else period.grain.value
    title = say("board-title", grain=grain, period=period, by=asked.by.name.lower())
    if asked.metric is Metric.NET:
        return title
    return say("board-title-of", title=joined(title), metric=joined(name(asked.metric)))


def _places(places: Sequence[Place], asked: _Asked, figures: "_Figures") -> list[Say]:
    had_ranks = any(place.movement is not None for place in places)
    public = [place for place in places if asked.view.shows is Shows.ALL or place.rank <= _MEDALS]
    lines = [_place(place, figures.public(place), had_ranks=had_ranks) for place in public[: asked.most]]
    more = len(places) - len(lines)
    return [*lines, say("board-more", n=more)] if more else lines


def _around(places: Sequence[Place], asked: _Asked, figures: "_Figures") -> Iterator[Say]:
    """For a seller alone: their own neighbourhood where the board does not show it, and how far the next place is."""
    own = asked.view.own
    if own is None:
        return
    shown = asked.view.is_whole and all(place.member != own for place in places[asked.most :])
    if not shown and (near := around(places, own)):
        yield say("board-near")
        yield from (_place(place, figures.of(place), had_ranks=False) for place in near)
    if (gap := to_next(places, own)) is not None and asked.by is By.SALES:
        yield say("board-to-next", gap=Money(round_half_up(gap), figures.team.currency))


def _place(place: Place, figure: Say | None, *, had_ranks: bool) -> Say:
    figures = joined(
        say("board-name", name=place.name),
        figure,
        _movement(place.movement) if had_ranks else None,
    )
    if place.value > 0 and (won := medal(place.rank)):
        return say("board-medal", medal=won, figures=figures)
    return say("board-place", rank=place.rank, figures=figures)


@dataclass(frozen=True, slots=True)
class _Figures:
    """The figures of a board in words. `due` is what targets ask for, where percentages stand for amounts, `stands`
    what the percentages of a metric are made of.
    """

    team: Team
    asked: _Asked
    due: Mapping[MemberId | None, int]
    stands: Mapping[MemberId | None, Measured]

    def public(self, place: Place) -> Say | None:
        """What everybody may read of a place; None for nothing but the rank."""
        if _is_open(self.asked.by, self.asked.view.openness):
            return self.of(place)
        target = self.due.get(place.member)
        return say("board-of-target", percent=Percent(Fraction(place.value, target))) if target else None

    def of(self, place: Place) -> Say:
        match self.asked.by:
            case By.SALES:
                return say("board-amount", amount=Money(round_half_up(place.value), self.team.currency))
            case By.ORDERS:
                return say("figure-orders", value=int(place.value))
            case By.NEW:
                return say("figure-new-customers", value=int(place.value))
            case By.SCORE:
                return say("board-score", points=Number(place.value, 1))
            case By.PERCENT if self.stands and self.asked.view.openness is Openness.AMOUNTS:
                return aim_line(self.asked.metric, self.stands[place.member], self.team.currency)
            case By.PERCENT | By.REPURCHASE | By.IMPROVED:
                return _ratio_of(self.asked.by, place.value)
            case _:
                assert_never(self.asked.by)


def aim_line(metric: Metric, stands: Measured, currency: str) -> Say:
    """What there is of `metric`, what its target asks for, and how much of it that is."""
    return say(
        "board-aim",
        value=figure(metric, stands.actual, currency),
        target=figure(metric, stands.target, currency),
        attainment=Percent(stands.achieved(metric)),
    )


def _ratio_of(by: By, value: Fraction) -> Say:
    if by is By.IMPROVED:
        return say("board-less" if value < 0 else "board-more-than", percent=Percent(abs(value)))
    return say("board-percent", percent=Percent(value))


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


def _day(db: Connection, team: Team, period: Period, today: date, now: Standing) -> tuple[Say, ...]:
    """The line of a day's target."""
    target = dues(db, team, period, today).get(None) if period.grain is Grain.DAY else None
    if not target:
        return ()
    return (
        say(
            "board-day",
            current="yes" if today in period else "no",
            net=Money(net(now.total), team.currency),
            target=Money(target, team.currency),
            attainment=Percent(attainment(net(now.total), target)),
        ),
    )


def _month(db: Connection, team: Team, period: Period, today: date, now: Standing) -> tuple[Say, ...]:
    """The line of the month, on boards of a day or a month of a team with a target."""
    target = now.targets.get(None)
    if target is None or period.grain not in {Grain.DAY, Grain.MONTH}:
        return ()
    return (month_line(db, team, target, so_far(period, today), today=today),)


def _aimed(team: Team, asked: _Asked, stands: Mapping[MemberId | None, Measured]) -> Iterator[Say]:
    """How the team stands against its own target of the board's metric."""
    if stands[None].target is not None and asked.view.openness is Openness.AMOUNTS:
        line = aim_line(asked.metric, stands[None], team.currency)
        yield say("board-aim-team", metric=joined(name(asked.metric)), figures=joined(line))


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
