"""A confirmed list into the books: all of its ready lines in the transaction at hand, or none."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.board import corrected
from bot.card import card, slot
from bot.command import Answer, Request
from bot.lists.plan import Judged, Plan, Point, State, key
from bot.lists.roster import folded
from bot.lists.sheet import Booked, Sheet, Source
from bot.locks import refuse_locked
from bot.names import clean
from bot.stock import sold_lines
from bot.telling import listed
from kpi.entry import Entry, How, Line
from kpi.ids import EntryId, MemberId
from storage import aliases, bulk, chats, entries, members, outbox
from storage.bulk import Report, Stated


@dataclass(frozen=True, slots=True)
class Done:
    """The entries that say what the list said, in its order; what it did; what else is said anew because of it."""

    numbers: tuple[EntryId, ...]
    booked: Booked
    answers: tuple[Answer, ...]


def book_plan(request: Request, sheet: Sheet, judged: Plan) -> Done:
    """Books the ready lines. `request` is a lead's, who is their author."""
    ready = judged.of(State.READY)
    people = _make_members(request, sheet, ready)
    ready = [_with_member(one, people) for one in ready]
    days = {line.business_date for one in ready for line in one.lines}
    refuse_locked(request, days)
    revised, changed = _replace(request, ready)
    fresh = [one for one in ready if one.index not in revised]
    made = bulk.record_all(
        request.db,
        request.its_team.id,
        _reports(request, sheet, fresh),
        author=request.its_member.id,
        source=sheet.source.value,
        how=How.IMPORT,
        at=request.now,
    )
    numbers = revised | {one.index: number for one, number in zip(fresh, made, strict=True)}
    days |= {stated.day for one in ready if one.replaces for stated in one.against}
    return Done(
        tuple(numbers[one.index] for one in ready),
        Booked(tuple(made), tuple((entry.id, entry.revision) for entry in changed)),
        (
            *_cards(request, changed),
            *listed(request, [line for one in ready for line in one.lines]),
            *sold_lines(request, [line for one in ready for line in one.lines]),
            *corrected(request.db, request.its_team, days),
        ),
    )


def _make_members(request: Request, sheet: Sheet, ready: Sequence[Judged]) -> dict[str, MemberId]:
    """Makes the members who are to be made, and remembers who was said to be whom: their numbers by folded name."""
    team, found = request.its_team.id, dict[str, MemberId]()
    named = {folded(one.row.who): one for one in ready if sheet.answers.get(key(one.index, Point.WHO))}
    for name, one in named.items():
        member = one.member
        if member is None or member < 0:
            member = members.join(request.db, team, None, clean(one.row.who, name)).id
        found[name] = member
        aliases.remember(request.db, team, name, member)
    return found


def _with_member(one: Judged, made: Mapping[str, MemberId]) -> Judged:
    """The line of a member who was only just made."""
    if one.member is None or one.member > 0:
        return one
    member = made[folded(one.row.who)]
    return replace(one, member=member, lines=tuple(replace(line, member=member) for line in one.lines))


def _replace(request: Request, ready: Iterable[Judged]) -> tuple[dict[int, EntryId], list[Entry]]:
    """Puts lines in the place of what they replace: the entries that say them now, by line, and all that changed."""
    revised: dict[int, EntryId] = {}
    changed: list[Entry] = []
    for one in ready:
        for number in sorted({stated.entry for stated in one.against}) if one.replaces else ():
            entry = entries.get(request.db, request.its_team.id, number)
            if entry is None or entry.undone:
                continue
            if not one.beside:
                revised[one.index] = number
            lines = _without(entry, one.against) if one.beside else one.lines
            after = entries.replace(request.db, entry.team, number, lines, by=request.its_member.id, at=request.now)
            changed.append(after)
    return revised, changed


def _without(entry: Entry, against: Iterable[Stated]) -> tuple[Line, ...]:
    """The lines of `entry` for other members and days."""
    gone = {(stated.member, stated.day) for stated in against}
    return tuple(line for line in entry.lines if (line.member, line.business_date) not in gone)


def _cards(request: Request, changed: Iterable[Entry]) -> Iterator[Answer]:
    """The cards of entries in the chats that show them."""
    for entry in changed:
        said = card(request.db, request.its_team, entry, request.today)
        for chat in outbox.shown_in(request.db, slot(entry)):
            yield replace(said, chat=chats.chat(request.db, chat))


def _reports(request: Request, sheet: Sheet, fresh: Sequence[Judged]) -> list[Report]:
    """The new entries, each under a key that no other has: of the list, the day, the member, and a number."""
    bases = [_base(request, sheet, one) for one in fresh]
    numbers = dict.fromkeys(range(len(fresh)), 0)
    waiting = list(numbers)
    taken: set[str] = set()
    while waiting:
        for index in waiting:
            numbers[index] += 1
            while f"{bases[index]}:{numbers[index]}" in taken:
                numbers[index] += 1
            taken.add(f"{bases[index]}:{numbers[index]}")
        refs = {f"{bases[index]}:{numbers[index]}": index for index in waiting}
        known = bulk.known_refs(request.db, request.its_team.id, sheet.source.value, refs)
        waiting = [refs[ref] for ref in known]
    return [Report(f"{bases[index]}:{numbers[index]}", one.lines) for index, one in enumerate(fresh)]


def _base(request: Request, sheet: Sheet, one: Judged) -> str:
    where = f"{one.row.line}" if sheet.source is Source.IMPORT else f"{_first_day(one.lines)}:{one.member}"
    return f"{request.its_team.id}:{sheet.key}:{where}"


def _first_day(lines: Sequence[Line]) -> date:
    return min(line.business_date for line in lines)


def take_back(request: Request, booked: Booked) -> tuple[Answer, ...]:
    """Undoes what a list did, save for entries that somebody changed since."""
    team, by = request.its_team, request.its_member.id
    gone = bulk.take_back(request.db, team.id, booked.made, by=by, at=request.now)
    days = {line.business_date for line in gone}
    changed = []
    for number, revision in booked.changed:
        entry = entries.get(request.db, team.id, number)
        if entry is None or entry.revision != revision:
            continue
        before = entries.revisions(request.db, team.id, number).get(revision - 1, ())
        changed.append(entries.replace(request.db, team.id, number, before, by=by, at=request.now))
        days |= {line.business_date for line in (*entry.lines, *before)}
    refuse_locked(request, days)
    return (*_cards(request, changed), *corrected(request.db, team, days))
