"""What a lead hears in private after the day and the week: who is ahead, who is behind, who did not report."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import assert_never

from bot.board import month_line, total
from bot.largest_change import largest_change
from bot.open_points import waiting
from bot.standing import Standing, standing
from bot.telling import private_chat
from kpi.message import Joined, Message, Say, joined, say
from kpi.metrics import net
from kpi.money import Money
from kpi.pace import ahead, time_progress
from kpi.period import Grain, Period, period_of
from kpi.schedule import Due, Post
from kpi.team import Chat, Member, Role, Team, role_of
from storage import calendars, members, totals
from storage.connection import Connection

# Names in one list; three lists of the longest names stay below Telegram's 4,096 units.
_MOST_FIGURES = 12
_MOST_MISSING = 30
_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class _Gap:
    """How far somebody is ahead of what was to be expected, or behind it (negative), in minor units."""

    name: str
    minor: int


def summary_message(
    db: Connection, team: Team, period: Period, *, late: bool, now: datetime, gaps: bool = True
) -> Message:
    """How `period`, a day or a week, went, for the leads of `team`, and what waits for an answer `now`.

    Ahead and behind are measured by the month's targets and its time progress where members have targets, else
    against the same day, or the week, a week before. Without `gaps` they are left to the morning.
    """
    day = period.last
    stands = standing(db, team, period, day)
    target = stands.targets.get(None)
    return Message(
        (
            say("summary-title", team=team.name, period=period),
            say("summary-team", figures=total(stands.total, team.currency)),
            *([] if target is None else [month_line(db, team, target, day, today=day)]),
            *(ahead_and_behind(db, team, period, stands) if gaps else []),
            *missing(stands),
            *(largest_change(stands, team) if period.grain is Grain.WEEK else ()),
            *waiting(db, team, now),
            *([say("summary-late")] if late else []),
        )
    )


def skipped_message(team: Team, skipped: Iterable[Due]) -> Message:
    """That posts were due for so long that they will not be made any more."""
    return Message((say("summary-skipped", team=team.name, posts=joined(*map(_post, skipped))),))


def leads_in_private(db: Connection, team: Team) -> list[Chat]:
    """The private chats of the team's leads that the bot can write to."""
    found = (private_chat(db, member) for member in members.of_team(db, team.id) if _leads(member))
    return [chat for chat in found if chat is not None]


def _leads(member: Member) -> bool:
    return member.active and role_of(member) is Role.LEAD


def _post(post: Due) -> Say:
    match post.kind:
        case Post.DAILY:
            return say("summary-skipped-daily", period=post.period)
        case Post.WEEKLY:
            return say("summary-skipped-weekly", period=post.period)
        case Post.MONTHLY:
            return say("summary-skipped-monthly", period=post.period)
        case Post.TARGETS:
            return say("summary-skipped-targets", period=post.period)
        case Post.MORNING | Post.LEAD_MORNING | Post.REMINDER | Post.PLANS | Post.COACHING | Post.PRAISE:
            raise ValueError(post.kind)  # nobody misses those
        case _:
            assert_never(post.kind)


def ahead_and_behind(db: Connection, team: Team, period: Period, now: Standing) -> list[Say]:
    """Who is ahead and who is behind: of the month's targets where there are any, else of the week before."""
    if any(now.targets.get(member.id) for member in now.present):
        return _gaps("summary-ahead", "summary-behind", _by_target(db, team, period.last, now), team.currency)
    return _gaps("summary-more", "summary-less", _by_last_week(db, team, period, now), team.currency)


def _by_target(db: Connection, team: Team, day: date, now: Standing) -> list[_Gap]:
    """Each member with a target against what it asks for by the end of `day`."""
    month = period_of(Grain.MONTH, day)
    reached = totals.by_member(db, team.id, replace(month, end=day + timedelta(days=1)))
    whole, own = calendars.of_members(db, team, month)
    return [
        _Gap(
            member.name,
            ahead(net(reached.get(member.id, {})), target, time_progress(month, day, own.get(member.id, whole))),
        )
        for member in now.present
        if (target := now.targets.get(member.id))
    ]


def _by_last_week(db: Connection, team: Team, period: Period, now: Standing) -> list[_Gap]:
    """Each member who reported a week before against what they sold then."""
    earlier = replace(period, start=period.start - _WEEK, end=period.end - _WEEK)
    before = totals.by_member(db, team.id, earlier)
    sums = {seller.member: seller.sums for seller in now.sellers}
    return [
        _Gap(member.name, net(sums[member.id]) - net(before[member.id]))
        for member in now.present
        if member.id in before
    ]


def _gaps(leading_key: str, trailing_key: str, gaps: Sequence[_Gap], currency: str) -> list[Say]:
    """The two lists under these texts' keys, the widest gap first; an empty one is left out."""
    ordered = sorted(gaps, key=lambda gap: -abs(gap.minor))
    leading = [say("summary-plus", name=g.name, gap=Money(g.minor, currency)) for g in ordered if g.minor > 0]
    trailing = [say("summary-minus", name=g.name, gap=Money(-g.minor, currency)) for g in ordered if g.minor < 0]
    lists = ((leading_key, leading), (trailing_key, trailing))
    return [say(key, names=_first(names, _MOST_FIGURES)) for key, names in lists if names]


def missing(now: Standing) -> list[Say]:
    """Who has not reported, or that everybody has; nothing where nobody had to."""
    if not now.expected:
        return []
    names = [say("summary-name", name=member.name) for member in now.missing]
    return [say("summary-missing", names=_first(names, _MOST_MISSING)) if names else say("summary-all-in")]


def _first(names: Sequence[Say], most: int) -> Joined:
    more = len(names) - most
    return joined(*names[:most], say("summary-more-names", n=more) if more > 0 else None)
