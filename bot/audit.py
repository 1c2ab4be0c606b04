"""Who changed what: writing it down, and telling it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import assert_never

from bot.card import figures
from bot.command import Request
from bot.leads import lead
from bot.render import line
from bot.texts import LANGUAGES, TextError
from bot.zones import clock
from kpi.entry import Line
from kpi.ids import EntryId, MemberId
from kpi.message import Joined, Say, joined, say
from kpi.period import Period, business_date
from kpi.team import Member, Team
from storage import audit, entries, members
from storage.audit import Change, Turn
from storage.connection import Connection

_MOST_GROUPS = 6  # members and days told of one correction

Groups = Mapping[tuple[MemberId, date], tuple[Line, ...]]


def note(
    request: Request,
    what: Say,
    *,
    old: Say | None = None,
    new: Say | None = None,
    member: Member | None = None,
    period: Period | None = None,
    by: Member | None = None,
) -> None:
    """Writes down what `by`, else the lead who asks, has changed; `member` or `period` is whom or when it concerns."""
    audit.note(
        request.db,
        request.its_team.id,
        by=(by or lead(request)).id,
        at=request.now,
        what=what,
        old=old,
        new=new,
        member=member.id if member else None,
        period=period,
    )


@dataclass(frozen=True, slots=True)
class Teller:
    """Words changes in the books of `team`, whose members are called `names`."""

    db: Connection
    team: Team
    names: Mapping[MemberId, str]

    def told(self, change: Change | Turn) -> Say:
        """One change, with who made it and when."""
        match change:
            case Change():
                return self._other(change)
            case Turn():
                return self._turn(change)
            case _:
                assert_never(change)

    def _other(self, change: Change) -> Say:
        what, old, new = _known(change.what), _known(change.old), _known(change.new)
        by = self._by(change.at, change.by)
        if new is None:
            return say("audit-done", by=by, what=joined(what))
        if old is None:
            return say("audit-set", by=by, what=joined(what), new=joined(new))
        return say("audit-changed", by=by, what=joined(what), old=joined(old), new=joined(new))

    def _turn(self, turn: Turn) -> Say:
        told = entries.revisions(self.db, self.team.id, turn.entry)
        before = max((number for number in told if number < turn.revision), default=0)
        was, now = _grouped(told.get(before, ())), _grouped(told[turn.revision])
        by, number = self._by(turn.at, turn.by), turn.entry
        if turn.undone:
            return say("audit-undone", by=by, number=number, figures=self._figures(now, now))
        if turn.revision == 1:
            return say("audit-made", by=by, number=number, how=self._how(number), figures=self._figures(now, now))
        if before < turn.revision - 1:
            return say("audit-restored", by=by, number=number, figures=self._figures(now, now))
        differing = {key: lines for key, lines in {**was, **now}.items() if was.get(key) != now.get(key)}
        old, new = (self._figures({k: s[k] for k in differing if k in s}, {**was, **now}) for s in (was, now))
        return say("audit-corrected", by=by, number=number, old=old, new=new)

    def _how(self, entry: EntryId) -> Joined:
        found = entries.get(self.db, self.team.id, entry)
        return joined(say(f"how-{found.how.value}") if found else None)

    def _by(self, at: datetime, by: MemberId) -> Joined:
        day = business_date(at, self.team.zone)
        return joined(say("audit-by", day=day, time=clock(at, self.team.zone), name=self.names.get(by)))

    def _figures(self, groups: Groups, among: Groups) -> Joined:
        """The figures of `groups`, each with its day where days differ `among` them; always with whose they are."""
        several = len({day for _, day in among}) > 1
        if not groups:
            return joined(say("audit-nothing"))
        told = [
            say("audit-group", name=self.names.get(member), figures=self._group(day if several else None, lines))
            for (member, day), lines in groups.items()
        ]
        return joined(*told[:_MOST_GROUPS])

    def _group(self, day: date | None, lines: tuple[Line, ...]) -> Joined:
        adjusted = sorted({line.for_day for line in lines if line.for_day is not None})
        return joined(
            say("audit-day", day=day) if day else None,
            *figures(lines, self.team.currency).parts,
            *(say("audit-for-day", day=day) for day in adjusted),
        )


def teller(request: Request) -> Teller:
    team = request.its_team
    return Teller(request.db, team, {member.id: member.name for member in members.of_team(request.db, team.id)})


def _grouped(lines: tuple[Line, ...]) -> dict[tuple[MemberId, date], tuple[Line, ...]]:
    groups: dict[tuple[MemberId, date], tuple[Line, ...]] = {}
    for one in lines:
        key = (one.member, one.business_date)
        groups[key] = (*groups.get(key, ()), one)
    return groups


def _known(said: Say | None) -> Say | None:
    """`said`, or where a later release has no such text any more, that there was one."""
    if said is None:
        return None
    try:
        for language in LANGUAGES:
            line(said, language)
    except TextError:
        return say("audit-unknown")
    return said
