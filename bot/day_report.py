"""A report of a day's totals beside what is booked of that day: compared, put in its place, and taken away again."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.card import card, figures, slot, sums_of
from bot.command import Answer, Answers, Request, answer
from kpi.entry import Entry, Line, Measure
from kpi.ids import EntryId, MemberId
from kpi.message import Say, say
from storage import chats, day_reports, entries, members, outbox
from storage.day_reports import Replaced

_NO_FIGURES = frozenset({Measure.REPORTS, Measure.GROSS_OF_ORDERS, Measure.GROSS_OF_BUYERS})  # they follow from others


@dataclass(frozen=True, slots=True)
class Met:
    """One member's day: what is booked of it in `entries`, and what the report says it came to."""

    member: MemberId
    day: date
    entries: tuple[Entry, ...]
    booked: tuple[Line, ...]
    told: tuple[Line, ...]

    @property
    def is_same(self) -> bool:
        """Whether all that the report states is booked already."""
        booked, told = sums_of(self.booked), sums_of(self.told)
        return all(booked.get(measure) == value for measure, value in told.items() if measure not in _NO_FIGURES)

    def only(self, wanted: Collection[EntryId]) -> "Met":
        """The same with no other entries than those."""
        return replace(self, entries=tuple(entry for entry in self.entries if entry.id in wanted))

    @property
    def clashes(self) -> bool:
        """Whether something would count twice."""
        return not _measured(self.booked).isdisjoint(_measured(self.told))


def met(request: Request, report: Entry | None, lines: Sequence[Line]) -> list[Met]:
    """The days of `lines`, the report's, of which something is booked in other entries that would count twice."""
    days = dict.fromkeys((line.member, line.business_date) for line in lines)
    found = (_met(request, report, member, day, lines) for member, day in days)
    return [one for one in found if one.clashes]


def _met(request: Request, report: Entry | None, member: MemberId, day: date, lines: Sequence[Line]) -> Met:
    numbers = day_reports.of_day(request.db, request.its_team.id, member, day)
    others = (entries.get(request.db, request.its_team.id, number) for number in sorted(numbers))
    beside = tuple(one for one in others if one is not None and (report is None or one.id != report.id))
    booked = tuple(line for one in beside for line in one.lines if _is_of(line, member, day))
    return Met(member, day, beside, booked, tuple(line for line in lines if _is_of(line, member, day)))


def _is_of(line: Line, member: MemberId, day: date) -> bool:
    """Whether the line is of that member and day; adjustments for a locked day are of none that a report tells of."""
    return line.member == member and line.business_date == day and line.for_day is None


def _measured(lines: Iterable[Line]) -> set[Measure]:
    return {line.measure for line in lines if line.value} - _NO_FIGURES


def compared(request: Request, days: Sequence[Met]) -> tuple[Say, ...]:
    """What is booked of each day, what the report says, and the question."""
    said: list[Say] = []
    for one in days:
        whose = _name(request, one.member) if len(days) > 1 or one.member != request.its_member.id else None
        said += [
            say("day-head", day=one.day, name=whose, n=len(one.entries), whose="other" if whose else "own"),
            say("day-booked", figures=figures(one.booked, request.its_team.currency)),
            say("day-told", figures=figures(one.told, request.its_team.currency)),
            *_lost(request, one),
        ]
    return (*said, say("ask-day"))


def _lost(request: Request, day: Met) -> list[Say]:
    """What is booked and the report says nothing of: refunds, new customers."""
    told = _measured(day.told)
    lost = [line for line in day.booked if line.measure not in told and line.measure not in _NO_FIGURES]
    return [say("day-lost", figures=figures(lost, request.its_team.currency))] if lost else []


def _name(request: Request, member: MemberId) -> str:
    found = members.get(request.db, request.its_team.id, member)
    return found.name if found else ""


def is_booked(days: Sequence[Met], lines: Iterable[Line]) -> bool:
    """Whether all that `lines` state is booked already, to the last fen."""
    known = {(one.member, one.day) for one in days if one.is_same}
    return all((line.member, line.business_date) in known for line in lines)


def said_already(request: Request, days: Sequence[Met]) -> Answer:
    """Says that all of it is booked."""
    told = tuple(line for one in days for line in one.told)
    return answer(say("day-same", figures=figures(told, request.its_team.currency)))


Out = list[tuple[Entry, Entry]]  # entries before and after they lost what a report says


def taken_out(request: Request, days: Sequence[Met]) -> Out:
    """Takes what is booked of `days` out of the entries that say it."""
    others = {entry.id: entry for one in days for entry in one.entries}
    return [(entry, _stripped(request, entry, days)) for entry in others.values()]


def _stripped(request: Request, entry: Entry, days: Iterable[Met]) -> Entry:
    """`entry` without what it said of these days."""
    rest = tuple(line for line in entry.lines if not any(_is_of(line, one.member, one.day) for one in days))
    return entries.replace(request.db, entry.team, entry.id, rest, by=request.its_member.id, at=request.now)


def put_aside(request: Request, report: EntryId, out: Out) -> Answers:
    """Notes that `report` took the place of what was taken out, for undoing it, and shows it."""
    for before, _ in out:
        day_reports.note(request.db, before.team, report, before.id, before.revision)
    return _shown(request, [after for _, after in out])


def brought_back(request: Request, report: Entry) -> Answers:
    """What `report`, which was taken back, took the place of, as far as nobody changed it since."""
    found = day_reports.replaced(request.db, report.team, report.id)
    return _shown(request, [entry for one in found if (entry := _back(request, report, one)) is not None])


def _back(request: Request, report: Entry, found: Replaced) -> Entry | None:
    entry = entries.get(request.db, report.team, found.entry)
    if entry is None or entry.revision != found.revision + 1:
        return None
    lines = entries.revisions(request.db, report.team, found.entry)[found.revision]
    return entries.replace(request.db, report.team, found.entry, lines, by=request.its_member.id, at=request.now)


def taken_out_again(request: Request, report: Entry) -> Out:
    """Takes out of the same entries what `report`, which comes back, says."""
    again = {found.entry for found in day_reports.replaced(request.db, report.team, report.id)}
    days = met(request, report, report.lines) if again else []
    return taken_out(request, [one.only(again) for one in days])


def _shown(request: Request, changed: Iterable[Entry]) -> Answers:
    """The cards of the entries where they are shown."""
    return tuple(
        replace(card(request.db, request.its_team, entry, request.today), chat=chats.chat(request.db, chat))
        for entry in changed
        for chat in outbox.shown_in(request.db, slot(entry))
    )
