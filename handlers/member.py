"""Members as they are there to sell: who came when, who works part of the time, who leaves; also without Telegram."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from bot.aim_draft import Draft
from bot.aim_overview import gap, gap_lines
from bot.aim_setting import put
from bot.aim_text import aimed
from bot.aim_words import read_amount
from bot.aims import aims
from bot.audit import note
from bot.called import called
from bot.command import Answer, Answers, Capability, Refusal, Request, Usage, answer
from bot.day_spans import read_days
from bot.leads import lead
from bot.names import clean
from handlers.target_parts import gap_row
from kpi.calendar import ALWAYS, Presence
from kpi.message import Joined, Percent, Say, joined, say
from kpi.metrics import Metric
from kpi.period import Grain, Period, period_of
from kpi.team import Member, Role, role_of
from storage import calendars, members, targets

presence = Capability()

_LONGEST_LIST = 50
_WHOLE = 100  # percent
_ADD = {"add", "添加", "加", "新增"}
_FULL = re.compile(r"(?:全月|整月|full[- ]?month)[:：]?\s*(?P<amount>\S.*)$", re.IGNORECASE)
_PERCENT = re.compile(r"(?:兼职|part[- ]?time)?\s*(?P<n>\d{1,3})\s*[%％]", re.IGNORECASE)
_HALF = re.compile(r"半职|half[- ]?time", re.IGNORECASE)
_UNTIL = re.compile(r"(?:离开|离职|做到|干到|until|till|leaves)\s*(?P<day>\S.*)$", re.IGNORECASE)
_SINCE = re.compile(r"^(?:从|自|since|from)\s*|\s*(?:起|开始|入职)$", re.IGNORECASE)


@presence.command(
    "member",
    words=("人员",),
    zh=("/member", "人员 添加 小周 6-16 全月62000", "人员 小美 50%", "人员 小美 离开 6-30"),
    en=("/member", "/member add Zhou 16 Jun full month 62000", "/member @Mei 50%", "/member @Mei until 30 Jun"),
)
def show_or_change(request: Request) -> Answers:
    """When everybody is there; for a lead, somebody new, or other days of somebody known."""
    text = request.arguments
    if not text:
        return (_list(request),)
    lead(request)
    word, _, rest = text.partition(" ")
    adding = word.lower() in _ADD
    found = called(request, rest if adding else text)
    if found is not None:
        return _changed(request, found.member, _read(request, found.rest), new=False)
    if not adding or not rest.strip():
        raise Refusal(say("member-nobody", name=word.removeprefix("@")[:64])) if not adding else Usage()
    name, _, said = rest.strip().partition(" ")
    wanted = _read(request, said)
    return _changed(request, _joined(request, name.removeprefix("@")), wanted, new=True)


def _joined(request: Request, name: str) -> Member:
    """Somebody without Telegram, or who was once in the team by that name without it."""
    known = clean(name, "")
    if not known:
        raise Usage
    everybody = members.of_team(request.db, request.its_team.id)
    left = next((m for m in everybody if m.name == known and m.person is None and not m.active), None)
    if left is None:
        return members.join(request.db, request.its_team.id, None, known)
    members.set_active(request.db, left.team, left.id, active=True)
    return replace(left, active=True)


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What was said of somebody's presence; None for what was not. `full` is a full-timer's target in minor units."""

    since: date | None = None
    until: date | None = None
    percent: int | None = None
    full: int | None = None


def _read(request: Request, text: str) -> _Wanted:
    """`Usage` for anything that is neither a day, a part of the time nor a target."""
    wanted, rest = _Wanted(), text.strip(" ,，")
    if found := _FULL.search(rest):
        full = read_amount(request, Metric.NET, found["amount"])
        if full is None:
            raise Usage
        wanted, rest = replace(wanted, full=full), rest[: found.start()]
    if found := _PERCENT.search(rest) or _HALF.search(rest):
        wanted = replace(wanted, percent=_percent(found))
        rest = rest[: found.start()] + rest[found.end() :]
    if found := _UNTIL.search(rest):
        wanted, rest = replace(wanted, until=_day(request, found["day"])), rest[: found.start()]
    rest = _SINCE.sub("", _SINCE.sub("", rest.strip(" ,，")))
    return replace(wanted, since=_day(request, rest)) if rest.strip() else wanted


def _percent(found: re.Match[str]) -> int:
    percent = int(found.groupdict().get("n") or _WHOLE // 2)
    if not 1 <= percent <= _WHOLE:
        raise Refusal(say("member-percent"))
    return percent


def _day(request: Request, text: str) -> date:
    days = read_days(text.strip(" ,，"), request.today)
    if days is None or days.length != 1:
        raise Usage
    return days.start


def _changed(request: Request, member: Member, wanted: _Wanted, *, new: bool) -> Answers:
    """Books it, and says what follows for the target of the month that it begins in."""
    month = period_of(Grain.MONTH, max(request.today, wanted.since or request.today))
    before = _presence(request, member, month)
    if wanted == _Wanted() and not new:
        return (answer(say("member-line", name=member.name, parts=_worded(before))),)
    now = _with(before, wanted)
    calendars.set_presence(
        request.db, member.team, member.id, since=now.since, until=now.until, percent=int(now.hours * _WHOLE)
    )
    old = None if new else say("member-noted", parts=_worded(before))
    note(
        request,
        say("audit-member", name=member.name),
        old=old,
        new=say("member-noted", parts=_worded(now)),
        member=member,
    )
    told = _aim(request, member, month, wanted.full)
    done = say("member-added" if new else "member-changed", name=member.name, parts=_worded(now))
    return (_answer(request, done, member, month), *told)


def _with(before: Presence, wanted: _Wanted) -> Presence:
    now = Presence(
        wanted.since or before.since,
        wanted.until or before.until,
        hours=before.hours if wanted.percent is None else Fraction(wanted.percent, _WHOLE),
    )
    if now.since and now.until and now.until < now.since:
        raise Refusal(say("member-backwards", since=now.since, until=now.until))
    return now


def _presence(request: Request, member: Member, month: Period) -> Presence:
    return calendars.presences(request.db, member.team, month).get(member.id, ALWAYS)


def _aim(request: Request, member: Member, month: Period, full: int | None) -> Answers:
    if full is None:
        return ()
    draft = Draft(Metric.NET, int(member.id), month, full)
    return put(request, [draft], whole_time=frozenset({member.id}))


def _answer(request: Request, done: Say, member: Member, month: Period) -> Answer:
    """What was done, what the target of the month is now, and whether the parts still make the whole."""
    number, found = request.message_id or 0, gap(request, month)
    told = list(_target(request, member, month))
    lines = (done, *told, *(gap_lines(request, found) if found and told else ()))
    buttons = tuple(gap_row(request, month, number)) if told else ()
    return answer(*lines, buttons=buttons, slot=f"targets:{number}")


def _target(request: Request, member: Member, month: Period) -> Iterator[Say]:
    """The member's target of net sales, and of what it is a part."""
    set_for = targets.targets(request.db, member.team, month.key).get(member.id)
    amount = aims(request.db, request.its_team, month).get(member.id)
    if set_for is None:
        return
    currency = request.its_team.currency
    if amount == set_for:
        key = "member-target-whole" if request.its_team.prorates else "member-target-stays"
        yield say(key, name=member.name, period=month, amount=aimed(Metric.NET, amount, currency))
        return
    yield say(
        "member-target",
        name=member.name,
        period=month,
        amount=aimed(Metric.NET, amount or 0, currency),
        full=aimed(Metric.NET, set_for, currency),
        share=Percent(Fraction(amount or 0, set_for)),
    )


def _worded(there: Presence) -> Joined:
    parts = joined(
        say("member-since", day=there.since) if there.since else None,
        say("member-until", day=there.until) if there.until else None,
        say("member-part", share=Percent(there.hours)) if there.hours != 1 else None,
    )
    return parts if parts.parts else joined(say("member-always"))


def _list(request: Request) -> Answer:
    """Everybody who sells, with when they are there."""
    month = period_of(Grain.MONTH, request.today)
    there = calendars.presences(request.db, request.its_team.id, month)
    everybody = members.of_team(request.db, request.its_team.id)
    selling = [member for member in everybody if member.active and role_of(member) is not Role.VIEWER]
    lines = [
        say("member-line", name=member.name, parts=_worded(there.get(member.id, ALWAYS)))
        for member in selling[:_LONGEST_LIST]
    ]
    how = [say("member-how")] if request.is_lead else []
    return answer(say("member-head", team=request.its_team.name, n=len(selling)), *lines, *how)
