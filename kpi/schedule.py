"""What is due: scheduled posts that should exist by now and do not.

Nothing is computed from a last run. A post is due when its time has passed and its period has none, so restarts,
clock steps and several replicas need no case of their own.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import Enum
from functools import lru_cache
from typing import assert_never
from zoneinfo import ZoneInfo

from kpi.ids import TeamId
from kpi.period import Grain, Period, period_of, previous
from kpi.team import Team

# A tick comes every 15 s and within 30 s of a restart; nobody in a chat takes two minutes for a delay.
PUNCTUAL = timedelta(minutes=2)

_TARGETS_AT = 9 * 60  # on the first of a month
_MORNING_AT = 9 * 60
_REMINDED_BEFORE = 30  # minutes before the day's board
_USUAL_BOARD_AT = 21 * 60 + 30  # what reminders go by where no board is posted
_FAR_AHEAD = timedelta(days=62)  # no kind of post comes less often than once a month
_PLANS_AT = 9 * 60
_COACHING_AT = 9 * 60 + 10

_DAY = 24 * 60  # minutes
_AHEAD = timedelta(days=1)  # as far as is looked for what comes next


class Post(Enum):
    """What is posted by itself."""

    DAILY = "daily"
    WEEKLY = "weekly"
    MONTHLY = "monthly"  # on the first, of the month before
    TARGETS = "targets"  # on the first of a month: whether the last one's targets are to be taken over
    MORNING = "morning"  # to each seller in private: what the day is to bring
    LEAD_MORNING = "lead-morning"  # to each lead in private: how the day before went
    REMINDER = "reminder"  # in private, to who has not reported when the day's board is near
    PLANS = "plans"  # reminders of what is to be done
    COACHING = "coaching"  # to leads: whose figures are worth a talk
    PRAISE = "praise"  # on the first, to the group: who stood out in the month before


class State(Enum):
    """How a due post is to be made."""

    ON_TIME = "on time"
    LATE = "late"  # post it, marked as late
    SKIPPED = "skipped"  # record it, post nothing
    PAUSED = "paused"  # the same, because the team wanted it so


@dataclass(frozen=True, slots=True)
class Due:
    """A post to make: the `period` it covers, and the instant (UTC) at which it was due."""

    team: TeamId
    kind: Post
    period: Period
    due_at: datetime
    state: State


@dataclass(frozen=True, slots=True)
class _Patience:
    late: timedelta  # a post still makes sense
    back: timedelta  # what is older is not even recorded


_PATIENCE = {
    Post.DAILY: _Patience(late=timedelta(hours=6), back=timedelta(days=14)),
    Post.WEEKLY: _Patience(late=timedelta(hours=36), back=timedelta(weeks=5)),
    # Still worth reading days later, and a team that had none before hears of no skipped one.
    Post.MONTHLY: _Patience(late=timedelta(days=10), back=timedelta(days=10)),
    Post.TARGETS: _Patience(late=timedelta(days=10), back=timedelta(days=10)),
    Post.MORNING: _Patience(late=timedelta(hours=3), back=timedelta(days=1)),
    Post.LEAD_MORNING: _Patience(late=timedelta(hours=3), back=timedelta(days=1)),
    Post.REMINDER: _Patience(late=timedelta(minutes=25), back=timedelta(days=1)),
    Post.PLANS: _Patience(late=timedelta(hours=12), back=timedelta(hours=12)),
    Post.COACHING: _Patience(late=timedelta(hours=12), back=timedelta(hours=12)),
    Post.PRAISE: _Patience(late=timedelta(days=5), back=timedelta(days=10)),
}


def due(team: Team, now: datetime, made: Collection[tuple[Post, str]]) -> list[Due]:
    """What `team` should have by `now` (aware) and has not, the oldest first.

    `made` holds the kinds and period keys of the posts that exist, at least those of the last five weeks. Nothing
    due at `team.scheduled_since` or before is in it. `ZoneInfoNotFoundError` for a zone that does not exist.
    """
    found = [post for kind in Post for post in _missing(team, kind, now, made)]
    return sorted(found, key=lambda post: post.due_at)


def quiet_until(team: Team, now: datetime) -> datetime:
    """The instant (UTC) before which no more can become due than is at `now` (aware), while `team` stays as it is."""
    horizon = now + _AHEAD
    coming = (slot.at for kind in Post for slot in _slots_between(team, kind, now, horizon) if slot.at > now)
    return min(coming, default=horizon)


def next_at(team: Team, kind: Post, now: datetime) -> datetime | None:
    """The instant (UTC) of the next post of `kind` after `now` (aware); None when it is switched off or paused."""
    slots = _slots_between(team, kind, now, now + _FAR_AHEAD)
    return next((slot.at for slot in slots if slot.at > now and not _is_paused(team, kind, slot.day)), None)


def is_coming(team: Team, kind: Post, now: datetime) -> bool:
    """Whether a post of `kind` comes within a day of `now` (aware)."""
    coming = next_at(team, kind, now)
    return coming is not None and coming - now <= _AHEAD


def due_at(day: date, minutes: int, zone: ZoneInfo) -> datetime:
    """The instant (UTC) of the wall time `minutes` after midnight on `day`: exactly one for each date.

    A time that the clocks leap over comes later by the leap; of a time that they show twice it is the first.
    """
    return datetime.combine(day, time(minutes // 60, minutes % 60, fold=0), zone).astimezone(UTC)


def _missing(team: Team, kind: Post, now: datetime, made: Collection[tuple[Post, str]]) -> Iterator[Due]:
    patience = _PATIENCE[kind]
    oldest = now - patience.back
    earliest = max(team.scheduled_since, oldest)
    for slot in _slots_between(team, kind, oldest, now):
        if earliest < slot.at <= now and (kind, slot.key) not in made:
            state = State.PAUSED if _is_paused(team, kind, slot.day) else _state(now - slot.at, patience)
            yield Due(team.id, kind, slot.period, slot.at, state)


def _is_paused(team: Team, kind: Post, day: date) -> bool:
    pauses = (pause for pause in team.pauses if pause.kind == kind.value)
    return any(pause.until is None or day < pause.until for pause in pauses)


@dataclass(frozen=True, slots=True)
class _Slot:
    """An instant that has a post, its local date, and what the post covers."""

    at: datetime
    day: date
    period: Period
    key: str


@dataclass(frozen=True, slots=True)
class _Wall:
    """What the slots of a kind depend on."""

    zone: ZoneInfo
    minutes: int
    day_close: int


def _slots_between(team: Team, kind: Post, start: datetime, end: datetime) -> tuple[_Slot, ...]:
    """All slots from `start` to `end`, and a few around them."""
    minutes = _minutes(team, kind)
    if minutes is None:
        return ()
    zone = ZoneInfo(team.zone)
    # The day before as well: 23:30 in a leap of the clocks may be 00:30 of the next date.
    first, last = start.astimezone(zone).date() - timedelta(days=1), end.astimezone(zone).date()
    return _slots(kind, _Wall(zone, minutes, team.day_close), first, last)


@lru_cache(maxsize=1024)  # very many teams have few different times between them, and to work them out takes 70 µs
def _slots(kind: Post, wall: _Wall, first: date, last: date) -> tuple[_Slot, ...]:
    covered = ((day, _covered(kind, day, wall)) for day in _dates(kind, first, last))
    return tuple(_Slot(due_at(day, wall.minutes, wall.zone), day, period, period.key) for day, period in covered)


def _minutes(team: Team, kind: Post) -> int | None:
    match kind:
        case Post.DAILY:
            return team.daily_at
        case Post.WEEKLY:
            return team.weekly_at
        case Post.MONTHLY:
            return team.weekly_at if team.monthly else None
        case Post.TARGETS:
            return None if _is_silent(team) else _TARGETS_AT
        case Post.MORNING | Post.LEAD_MORNING:
            return None if _is_silent(team) else _MORNING_AT
        case Post.REMINDER if _is_silent(team):
            return None
        case Post.REMINDER:
            board = _USUAL_BOARD_AT if team.daily_at is None else team.daily_at
            return (board - _REMINDED_BEFORE) % _DAY
        case Post.COACHING | Post.PRAISE:
            return None if _is_silent(team) else _COACHING_AT
        case Post.PLANS:  # whoever plans wants to be reminded
            return _PLANS_AT
        case _:
            assert_never(kind)


def _is_silent(team: Team) -> bool:
    """Whether the team wants to hear nothing by itself."""
    return team.daily_at is None and team.weekly_at is None


def _dates(kind: Post, first: date, last: date) -> Iterator[date]:
    """The local dates that have a post of `kind`, from `first` up to and including `last`."""
    for ahead in range((last - first).days + 1):
        day = first + timedelta(days=ahead)
        if _is_on(kind, day):
            yield day


def _is_on(kind: Post, day: date) -> bool:
    match kind:
        case Post.DAILY | Post.MORNING | Post.LEAD_MORNING | Post.REMINDER | Post.PLANS | Post.COACHING:
            return True
        case Post.WEEKLY:
            return day.weekday() == 0
        case Post.MONTHLY | Post.TARGETS | Post.PRAISE:
            return day.day == 1
        case _:
            assert_never(kind)


def _covered(kind: Post, day: date, wall: _Wall) -> Period:
    """What the post of the local date `day` is about.

    Daily: the business date that its time lies in or closes. Told by the time as it was set, not as the clocks
    moved it, so that every business date has one post. The reminder is about the day on which it comes, or that
    closes after it. Weekly, monthly and praise: the week or month before. Targets: the month that begins.
    Plans and coaching: the day itself.
    """
    match kind:
        case Post.DAILY | Post.REMINDER:
            return period_of(Grain.DAY, day if wall.minutes > wall.day_close else day - timedelta(days=1))
        case Post.MORNING | Post.PLANS | Post.COACHING:
            return period_of(Grain.DAY, day)
        case Post.LEAD_MORNING:
            return previous(period_of(Grain.DAY, day))
        case Post.WEEKLY:
            return previous(period_of(Grain.WEEK, day))
        case Post.MONTHLY | Post.PRAISE:
            return previous(period_of(Grain.MONTH, day))
        case Post.TARGETS:
            return period_of(Grain.MONTH, day)
        case _:
            assert_never(kind)


def _state(delay: timedelta, patience: _Patience) -> State:
    if delay <= PUNCTUAL:
        return State.ON_TIME
    return State.LATE if delay <= patience.late else State.SKIPPED
