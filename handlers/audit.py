"""The record of changes: who changed what, when, what it was and what it is."""

import re
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.audit import teller
from bot.called import called, nobody
from bot.command import Answer, Answers, Capability, Refusal, Request, Usage, Where, answer, data
from bot.leads import of_this_team
from bot.periods import read_period
from kpi.ids import EntryId, MemberId
from kpi.message import Button, Say, say
from kpi.period import Period
from kpi.schedule import due_at
from kpi.team import Member
from storage import audit as changes
from storage import entries, members
from storage.audit import Wanted

audit = Capability()

_PAGE = 5
_ENTRY = re.compile(r"[#＃]\s*(\d{1,15})", re.ASCII)
_VALUES = 4  # of a button: the message's number, the team, the page, which changes


@dataclass(frozen=True, slots=True)
class Asked:
    """Which changes are asked for, at most one of these; `key` is how a button says it."""

    entry: EntryId | None = None
    member: Member | None = None
    period: Period | None = None

    @property
    def key(self) -> str:
        if self.entry is not None:
            return f"e{self.entry}"
        if self.member is not None:
            return f"m{self.member.id}"
        return f"p{self.period.key}" if self.period else ""


@audit.command(
    "audit",
    words=("变更", "变更记录", "修改记录"),
    where=Where.PRIVATE,
    zh=("/audit", "/audit 小美", "/audit 6-08", "/audit #12", "变更 上周"),
    en=("/audit", "/audit Ken", "/audit 6-08", "/audit #12", "/audit last week"),
)
def show(request: Request) -> Answers:
    """The newest changes: all of them for a lead, one's own for everybody else."""
    return (_page(request, _asked(request), request.message_id or 0, 0),)


@audit.press("audit")
def turn(request: Request) -> Answers:
    """Another page, in the place of the one at hand."""
    if len(request.values) < _VALUES or request.in_group:
        raise Refusal(say("button-old"))
    of_this_team(request, 1)
    return (_page(request, _pressed(request, request.values[3]), request.number(0), request.number(2)),)


def _asked(request: Request) -> Asked:
    text = request.arguments
    if not text:
        return Asked()
    if found := _ENTRY.fullmatch(text):
        return Asked(entry=EntryId(int(found[1])))
    period = read_period(text, request.today)
    if period is not None:
        return Asked(period=period)
    whom = called(request, text)
    if whom is None and not text.startswith(("#", "＃")):
        raise nobody(text)
    if whom is None or whom.rest:
        raise Usage
    return Asked(member=whom.member)


def _pressed(request: Request, key: str) -> Asked:
    kind, rest = key[:1], key[1:]
    if not key:
        return Asked()
    number = int(rest) if rest.isascii() and rest.isdecimal() and len(rest) < 16 else None  # noqa: PLR2004 - digits
    if kind == "e" and number is not None:
        return Asked(entry=EntryId(number))
    member = members.get(request.db, request.its_team.id, MemberId(number)) if kind == "m" and number else None
    period = read_period(rest, request.today) if kind == "p" else None
    if member is None and period is None:
        raise Refusal(say("button-old"))
    return Asked(member=member, period=period)


def _page(request: Request, asked: Asked, number: int, page: int) -> Answer:
    wanted = _wanted(request, asked)
    found = changes.changes(request.db, request.its_team.id, wanted, most=_PAGE + 1, after=page * _PAGE)
    if not found and page:
        raise Refusal(say("button-old"))
    telling = teller(request)
    lines = [telling.told(change) for change in found[:_PAGE]] or [say("audit-empty")]
    buttons = tuple(
        Button(say(label), data("audit", number, request.its_team.id, to, asked.key))
        for label, to, there in (
            ("button-newer", page - 1, page > 0),
            ("button-older", page + 1, len(found) > _PAGE),
        )
        if there
    )
    rows = (buttons,) if buttons else ()
    return answer(_head(request, asked), *lines, buttons=rows, slot=f"audit:{number}")


def _head(request: Request, asked: Asked) -> Say:
    team = request.its_team.name
    if asked.entry is not None:
        return say("audit-head-entry", team=team, number=asked.entry)
    if asked.member is not None:
        return say("audit-head-member", team=team, name=asked.member.name)
    if asked.period is not None:
        return say("audit-head-period", team=team, period=asked.period)
    return say("audit-head" if request.is_lead else "audit-head-own", team=team)


def _wanted(request: Request, asked: Asked) -> Wanted:
    """What is looked for. `Refusal` when it is no business of somebody who does not lead."""
    since, until = _instants(request, asked.period) if asked.period else (None, None)
    if request.is_lead:
        member = asked.member.id if asked.member else None
        _refuse_unknown(request, asked.entry)
        return Wanted(asked.entry, member, asked.period, since, until)
    own = request.member
    if own is None or (asked.member is not None and asked.member.id != own.id):
        raise Refusal(say("audit-own-only"))
    if asked.entry is not None and not _concerns(request, asked.entry, own):
        raise Refusal(say("audit-own-only"))
    return Wanted(asked.entry, own.id, asked.period, since, until)


def _refuse_unknown(request: Request, entry: EntryId | None) -> None:
    if entry is not None and entries.get(request.db, request.its_team.id, entry) is None:
        raise Refusal(say("audit-no-entry", number=entry))


def _concerns(request: Request, number: EntryId, own: Member) -> bool:
    """Whether the entry is by or was ever for the member."""
    entry = entries.get(request.db, request.its_team.id, number)
    if entry is None:
        return False
    told = entries.revisions(request.db, request.its_team.id, number)
    return own.id in {entry.author, *(line.member for lines in told.values() for line in lines)}


def _instants(request: Request, period: Period) -> tuple[datetime, datetime]:
    """When the team's days of `period` begin and end."""
    team = request.its_team
    zone = ZoneInfo(team.zone)
    return due_at(period.start, team.day_close, zone), due_at(period.end, team.day_close, zone)
