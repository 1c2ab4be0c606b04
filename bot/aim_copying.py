"""The targets of one month taken over into the next, as they are or by its own working days."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from fractions import Fraction

from bot.aim_draft import TEAM, Draft
from bot.aim_text import aimed, what, whose
from bot.command import data
from kpi.aim import shared
from kpi.cascade import by_shares
from kpi.ids import MemberId
from kpi.message import Button, Message, Say, joined, say
from kpi.metrics import Metric
from kpi.money import round_half_up
from kpi.period import Grain, Period, following, period_of, previous
from kpi.team import Member, Team
from storage import calendars, members, targets
from storage.connection import Connection
from storage.targets import Target

_LONGEST_LIST = 20  # targets


class How(Enum):
    """How they are taken over."""

    SAME = "same"
    BY_DAYS = "days"  # in proportion to what the days of both months weigh


@dataclass(frozen=True, slots=True)
class Copying:
    """From which month to which."""

    old: Period
    new: Period


def months(db: Connection, team: Team, today: date) -> Copying | None:
    """Into this month while it has no targets and the last one had, else into the next. None without any targets."""
    now = period_of(Grain.MONTH, today)
    if _found(db, team, now):
        return Copying(now, following(now))
    before = previous(now)
    return Copying(before, now) if _found(db, team, before) else None


def is_open(db: Connection, team: Team, month: Period) -> bool:
    """Whether the month has no targets, and the one before had some of people who are still there."""
    return not _found(db, team, month) and bool(_found(db, team, previous(month)))


def _found(db: Connection, team: Team, month: Period) -> list[Target]:
    there = {member.id for member in members.of_team(db, team.id) if member.active}
    found = targets.of_periods(db, team.id, (month.key,))
    return [target for target in found if target.member is None or target.member in there]


def drafts(db: Connection, team: Team, of: Copying, how: How) -> tuple[list[Draft], frozenset[MemberId]]:
    """The targets of the new month, and whose are for the whole time."""
    found = _found(db, team, of.old)
    amounts = _by_days(db, team, of, found) if how is How.BY_DAYS else [target.amount for target in found]
    copied = [
        Draft(target.metric, int(target.member) if target.member else TEAM, of.new, amount)
        for target, amount in zip(found, amounts, strict=True)
        if amount > 0
    ]
    return copied, frozenset(target.member for target in found if target.whole_time and target.member is not None)


def _by_days(db: Connection, team: Team, of: Copying, found: Sequence[Target]) -> list[int]:
    """Each by the weights of both months. Where the members' made the team's, they make it again."""
    ratio = _ratio(db, team, of)
    amounts = [round_half_up(one.amount * ratio) if shared(one.metric) else one.amount for one in found]
    for metric in {target.metric for target in found if shared(target.metric)}:
        own = {one.member: one.amount for one in found if one.metric is metric and one.member is not None}
        whole = next((at for at, one in enumerate(found) if one.metric is metric and one.member is None), None)
        if whole is not None and own and sum(own.values()) == found[whole].amount:
            parts = by_shares(amounts[whole], own)
            amounts = [
                parts[one.member] if one.metric is metric and one.member is not None else amount
                for one, amount in zip(found, amounts, strict=True)
            ]
    return amounts


def _ratio(db: Connection, team: Team, of: Copying) -> Fraction:
    old, new = (calendars.of_team(db, team, month).weight_of(month) for month in (of.old, of.new))
    return Fraction(new, old) if old and new else Fraction(1)


def copy_slot(month: Period, number: int) -> str:
    """The message of a chat that asks about `month`, and says later what was chosen."""
    return f"targets-copy:{month.key}:{number}"


def copy_message(db: Connection, team: Team, of: Copying, number: int) -> Message:
    """What the new month's targets would be either way, and the question which. Nothing is saved yet."""
    same, by_days = (drafts(db, team, of, how)[0] for how in How)
    days = [_days(db, team, month) for month in (of.old, of.new)]
    names = {member.id: member for member in members.of_team(db, team.id)}
    head = say("target-copy-head", team=team.name, old=of.old, new=of.new)
    calendar = say("target-copy-days", old=of.old, before=joined(days[0]), new=of.new, now=joined(days[1]))
    more = [say("target-more-others", n=len(same) - _LONGEST_LIST)] if len(same) > _LONGEST_LIST else []
    lines = list(_lines(team, same, by_days, names))[:_LONGEST_LIST]
    return Message((head, calendar, *lines, *more, say("target-copy-ask")), tuple(_buttons(team, of, number)))


def _days(db: Connection, team: Team, month: Period) -> Say:
    calendar = calendars.of_team(db, team, month)
    working = sum(1 for day in month.days() if calendar.weight(day))
    return say("target-copy-work", days=working, weight=calendar.weight_of(month))


def _lines(team: Team, same: Sequence[Draft], by_days: Sequence[Draft], names: dict[MemberId, Member]) -> Iterator[Say]:
    scaled = {(draft.metric, draft.whose): draft.amount for draft in by_days}
    for draft in same:
        metric = draft.metric or Metric.NET
        whom = whose(names.get(draft.member) if draft.member else None)
        subject = whom if metric is Metric.NET else replace(whom, parts=(*whom.parts, *what(metric).parts))
        now, then = (
            aimed(metric, amount or 0, team.currency) for amount in (draft.amount, scaled.get((metric, draft.whose)))
        )
        yield say("target-copy-line", whose=subject, same=now, days=then)


def _buttons(team: Team, of: Copying, number: int) -> Iterator[tuple[Button, ...]]:
    carried = (number, team.id, of.new.key)
    yield (Button(say("button-copy-same"), data("aim-copy", *carried, How.SAME.value)),)
    yield (Button(say("button-copy-days"), data("aim-copy", *carried, How.BY_DAYS.value)),)
    yield (
        Button(say("button-copy-change"), data("aim-new")),
        Button(say("button-copy-skip"), data("aim-skip", *carried)),
    )
