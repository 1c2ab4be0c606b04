"""What is due and not yet made, for every team: found, claimed, built and queued."""

import logging
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta
from itertools import chain
from typing import Literal, assert_never
from zoneinfo import ZoneInfoNotFoundError

from bot.aim_copying import Copying, copy_message, copy_slot, is_open
from bot.board import daily_message, daily_slot
from bot.coaching import coaching_cards
from bot.lead_morning import lead_morning
from bot.lessons import lesson_reminders
from bot.month_pack import month_pack
from bot.monthly import monthly_message
from bot.morning import Told, morning_messages, reminders
from bot.plan_reminders import plan_reminders
from bot.praise import month_praise
from bot.quiet import Quiet
from bot.summary import leads_in_private, skipped_message, summary_message
from bot.watching import alarms
from bot.weekly import weekly_message
from kpi.ids import ChatId, TeamId
from kpi.message import Lane, Message, encode
from kpi.period import Period, previous
from kpi.schedule import Due, Post, State, due, is_coming
from kpi.team import Chat, Team
from storage import outbox, posts, teams, trials
from storage.connection import Connection, is_trouble, savepoint
from storage.outbox import Outgoing
from storage.posts import Made

log = logging.getLogger(__name__)

_LOOK_BACK = timedelta(weeks=5)  # as far as `kpi.schedule.due` looks

_KINDS = {kind.value: kind for kind in Post}

_UNMISSED = {
    Post.MORNING,
    Post.LEAD_MORNING,
    Post.REMINDER,
    Post.PRAISE,
}  # nobody needs to hear that yesterday's did not come

_Known = set[tuple[Post, str]]


Missing = tuple[Team, Due]
_InPrivate = Literal[Post.TARGETS, Post.MORNING, Post.LEAD_MORNING, Post.REMINDER, Post.PLANS, Post.COACHING]


def make(db: Connection, missing: Iterable[Missing], now: datetime) -> int:
    """Makes those of the posts that nobody else has made meanwhile: how many.

    Each is claimed by a row in the same transaction, so that it exists once, whoever else ticks. One that cannot be
    built is logged and tried again by the next tick; the others go out. Trouble of the database itself rises.
    """
    claimed = [(team, post) for team, post in missing if _make(db, team, post, now)]
    _tell_skipped(db, claimed, now)
    return len(claimed)


def find_due(db: Connection, now: datetime, quiet: Quiet) -> Iterator[Missing]:
    """What is due by `now` (aware) and was not made, of every team but those that `quiet` knows to have everything."""
    hushed = trials.hushed(db, now)
    awake = quiet.others((team for team in teams.active(db) if team.id not in hushed), now)
    made = _made(db, awake, now)
    for team in awake:
        try:
            missing = due(team, now, made[team.id])
        except ZoneInfoNotFoundError:
            log.exception("team %d has a zone that this machine does not know", team.id)
            continue
        if not missing:
            quiet.rest(team, now)
        yield from ((team, post) for post in missing)


def _made(db: Connection, awake: Sequence[Team], now: datetime) -> defaultdict[TeamId, _Known]:
    """What exists, by team, read once for all of them. Kinds of a newer version are left alone."""
    made: defaultdict[TeamId, _Known] = defaultdict(set)
    for team, kind, period in posts.made_since(db, now - _LOOK_BACK, [team.id for team in awake]):
        if kind in _KINDS:
            made[team].add((_KINDS[kind], period))
    return made


def _make(db: Connection, team: Team, post: Due, now: datetime) -> bool:
    """Whether this tick made `post`: its row and its messages, or nothing of both."""
    try:
        with savepoint(db):
            if not _claim(db, post, now):
                return False
            _queue(db, _outgoing(db, team, post, now), now)
    except Exception as error:
        if is_trouble(error):
            raise
        log.exception("the %s post of team %d could not be made", post.kind.value, team.id)
        return False
    return True


def _claim(db: Connection, post: Due, now: datetime) -> bool:
    made = Made(post.team, post.kind.value, post.period.key)
    return posts.claim(db, made, due_at=post.due_at, state=post.state.value, at=now)


def _queue(db: Connection, messages: Iterable[Outgoing], now: datetime) -> None:
    for outgoing in messages:
        outbox.put(db, outgoing, now)


def _outgoing(db: Connection, team: Team, post: Due, now: datetime) -> Iterator[Outgoing]:
    """The messages of a post; none of one that is only recorded."""
    if post.state in {State.SKIPPED, State.PAUSED}:
        return
    late = post.state is State.LATE
    match post.kind:
        case Post.DAILY:
            day = post.period.start
            yield _broadcast(team.chat, daily_message(db, team, day, late=late), team.topic, daily_slot(day))
        case Post.WEEKLY:
            yield _broadcast(team.chat, weekly_message(db, team, post.period, late=late), team.topic)
        case Post.MONTHLY:
            report = monthly_message(db, team, post.period, until=post.period.last, late=late)
            yield _broadcast(team.chat, report, team.topic)
            yield from _month_in_private(db, team, post.period)
            return
        case Post.PRAISE:
            if (praised := month_praise(db, team, post.period)) is not None:
                yield _broadcast(team.chat, praised, team.topic)
            return
        case Post.TARGETS | Post.MORNING | Post.LEAD_MORNING | Post.REMINDER | Post.PLANS | Post.COACHING:
            yield from _to_people(db, team, post.kind, post.period, now)
            return
        case _:
            assert_never(post.kind)
    if leads := leads_in_private(db, team):
        gaps = not is_coming(team, Post.LEAD_MORNING, now)
        yield from _to_each(leads, summary_message(db, team, post.period, late=late, now=now, gaps=gaps))
        if post.kind is Post.DAILY and (found := alarms(db, team, post.period.last)):
            yield from _to_each(leads, found)


def _to_people(db: Connection, team: Team, kind: _InPrivate, period: Period, now: datetime) -> Iterator[Outgoing]:
    """What goes to some people in private and nowhere else."""
    match kind:
        case Post.TARGETS:
            return _targets(db, team, period)
        case Post.MORNING:
            return _private(morning_messages(db, team, period.start))
        case Post.LEAD_MORNING:
            return _lead_morning(db, team, period.start, now)
        case Post.REMINDER:
            return _private(reminders(db, team, period.start))
        case Post.PLANS:
            return chain(plan_reminders(db, team, period.start), lesson_reminders(db, team, period.start, now))
        case Post.COACHING:
            return coaching_cards(db, team, period.start)
        case _:
            assert_never(kind)


def _targets(db: Connection, team: Team, month: Period) -> Iterator[Outgoing]:
    """Asks each lead whether the last month's targets are to be taken over, where there were some and are none yet."""
    if is_open(db, team, month):
        message = copy_message(db, team, Copying(previous(month), month), 0)
        for chat in leads_in_private(db, team):
            yield _broadcast(chat.id, message, slot=copy_slot(month, 0))


def _month_in_private(db: Connection, team: Team, month: Period) -> Iterator[Outgoing]:
    """The month's findings, to each lead."""
    if leads := leads_in_private(db, team):
        for message in month_pack(db, team, month):
            yield from _to_each(leads, message)


def _lead_morning(db: Connection, team: Team, day: date, now: datetime) -> Iterator[Outgoing]:
    """How `day` went, to each lead; where no board is posted, also what of it crossed a limit."""
    if leads := leads_in_private(db, team):
        told = (lead_morning(db, team, day, now), alarms(db, team, day) if team.daily_at is None else None)
        for message in told:
            if message is not None:
                yield from _to_each(leads, message)


def _private(told: Iterable[Told]) -> Iterator[Outgoing]:
    return (_broadcast(chat.id, message) for chat, message in told)


def _to_each(leads: Iterable[Chat], message: Message) -> Iterator[Outgoing]:
    for chat in leads:
        yield _broadcast(chat.id, message)


def _broadcast(chat: ChatId, message: Message, topic: int | None = None, slot: str | None = None) -> Outgoing:
    return Outgoing(chat, encode(message), Lane.BROADCAST, topic=topic, slot=slot, scheduled=True)


def _tell_skipped(db: Connection, claimed: Iterable[Missing], now: datetime) -> None:
    """One line to the leads of each team about all that will not be posted any more."""
    skipped: defaultdict[Team, list[Due]] = defaultdict(list)
    for team, post in claimed:
        if post.state is State.SKIPPED and post.kind not in _UNMISSED:
            skipped[team].append(post)
    for team, missed in skipped.items():
        _queue(db, _to_each(leads_in_private(db, team), skipped_message(team, missed)), now)
