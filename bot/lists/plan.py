"""What would become of each line of a list: booked, known already, or open for a reason."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import Enum

from bot.booking import lines_of
from bot.command import Request
from bot.lists.books import Books, Said, said_by
from bot.lists.roster import Roster, folded, roster
from bot.lists.sheet import Sheet, Source
from bot.reader.reading import Kind, Record
from bot.reader.rows import Row
from kpi.checks import FEW, USUAL_DAYS, PastSale, Problem, check, unusual, unusual_count
from kpi.entry import MONEY_MEASURES, Line, Measure
from kpi.ids import MemberId
from kpi.money import to_minor
from kpi.period import Period
from kpi.team import Team
from storage import bulk, entries, period_locks, usual
from storage.bulk import Stated

_HISTORY = timedelta(days=3660)  # as far back as a file may reach
NEW = "new"
SKIP = "skip"
YES = "yes"
ADD = "add"
REPLACE = "replace"
BESIDE = "beside"


class State(Enum):
    """What becomes of a line when the list is confirmed."""

    READY = "ready"
    BOOKED = "booked"
    ASKED = "asked"
    SKIPPED = "skipped"


class Point(Enum):
    """What is open in a line."""

    FAULT = "fault"  # it cannot be read: nothing but writing it anew helps
    PROBLEM = "problem"  # it cannot be booked as it stands
    LOCKED = "locked"  # the books of its day are closed
    WHO = "who"
    SEVERAL = "several"
    OLD = "old"
    TWICE = "twice"
    KNOWN = "known"  # the same figures are in the books, from elsewhere
    DIFFERS = "differs"  # this list said something else before
    UNUSUAL = "unusual"


ANSWERS = {
    Point.FAULT: (), Point.PROBLEM: (), Point.LOCKED: (),
    Point.WHO: (NEW, SKIP), Point.SEVERAL: (SKIP,), Point.OLD: (YES, SKIP),
    Point.TWICE: (YES, SKIP), Point.KNOWN: (YES, SKIP), Point.DIFFERS: (REPLACE, ADD, SKIP),
    Point.UNUSUAL: (YES, SKIP),
}  # fmt: skip
"""The answers that are offered beside members."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A line with what becomes of it. `against` is what the books say already; `member` is None while unknown.

    The number of a member who is to be made is below zero, the same for the same name.
    """

    index: int
    row: Row
    state: State
    member: MemberId | None = None
    name: str = ""
    lines: tuple[Line, ...] = ()
    point: Point | None = None
    problem: Problem | None = None
    against: tuple[Stated, ...] = ()
    replaces: bool = False
    beside: bool = False  # `against` is what others told of that day; both count unless the line replaces it

    @property
    def answerable(self) -> bool:
        return self.state is State.ASKED and self.point is not None and bool(ANSWERS[self.point])

    def open(self, point: Point) -> "Judged":
        return replace(self, state=State.ASKED, point=point)


@dataclass(frozen=True, slots=True)
class Plan:
    """The judged lines of a list, in its order."""

    lines: tuple[Judged, ...]
    roster: Roster

    def of(self, state: State) -> list[Judged]:
        return [judged for judged in self.lines if judged.state is state]

    @property
    def open(self) -> Judged | None:
        """The first line that an answer may settle."""
        return next((judged for judged in self.lines if judged.answerable), None)

    @property
    def fingerprint(self) -> str:
        """Tells two plans apart that would book different things."""
        told = [
            (judged.index, judged.member, judged.lines, judged.replaces and [b.entry for b in judged.against])
            for judged in self.of(State.READY)
        ]
        return hashlib.sha256(repr(told).encode()).hexdigest()[:8]


def plan(request: Request, sheet: Sheet) -> Plan:
    """What would become of `sheet` if it were confirmed now."""
    known = roster(request)
    judged = [_judged(request, sheet, known, index) for index in range(len(sheet.rows))]
    judged = _locked(request, _against_books(request, sheet, judged))
    return Plan(tuple(_usual(request, sheet, judged)), known)


def key(index: int, point: Point | str) -> str:
    """The name of the answer to `point` of the line at `index`."""
    return f"{index}:{point if isinstance(point, str) else point.value}"


def same_name(sheet: Sheet, index: int) -> Iterator[int]:
    """The lines of whoever the line at `index` is of."""
    wanted = folded(sheet.rows[index].who)
    return (other for other, row in enumerate(sheet.rows) if folded(row.who) == wanted)


def _judged(request: Request, sheet: Sheet, known: Roster, index: int) -> Judged:
    """The line by itself, without the books."""
    row = sheet.rows[index]
    judged = Judged(index, row, State.READY, name=row.who)
    if sheet.answers.get(key(index, SKIP)):
        return replace(judged, state=State.SKIPPED)
    if row.fault is not None:
        return judged.open(Point.FAULT)
    problem = _problem(request, sheet, row)
    if problem is not None and problem is not Problem.TOO_OLD:
        return replace(judged.open(Point.PROBLEM), problem=problem)
    judged = _identified(sheet, known, judged)
    if judged.member is None:
        return judged
    judged = replace(judged, lines=lines_of(request.its_team, row.records, {None: judged.member}))
    if problem is Problem.TOO_OLD and not sheet.answers.get(key(index, Point.OLD)):
        return judged.open(Point.OLD)
    return judged


def _problem(request: Request, sheet: Sheet, row: Row) -> Problem | None:
    for record in row.records:
        found = _problem_of(request.its_team, record, request.today)
        if found is Problem.TOO_OLD and sheet.source is Source.IMPORT and record.day >= request.today - _HISTORY:
            continue  # a file is for bringing the past in
        if found is not None:
            return found
    return None


def _problem_of(team: Team, record: Record, today: date) -> Problem | None:
    nothing = not record.revenue and record.orders == 0
    return check(
        None if record.revenue is None or nothing else to_minor(record.revenue, team.currency),
        counts=(record.orders, record.units, record.new_customers, record.count),
        day=record.day,
        today=today,
        currency=record.currency,
        team_currency=team.currency,
    )


def _identified(sheet: Sheet, known: Roster, judged: Judged) -> Judged:
    who = known.who(judged.row.who)
    if len(who) == 1:
        (member,) = who
        return replace(judged, member=member, name=known.members[member].name)
    chosen = sheet.answers.get(key(judged.index, Point.WHO))
    if chosen == NEW:
        first = next(same_name(sheet, judged.index))
        return replace(judged, member=MemberId(-1 - first))
    if chosen is not None and MemberId(int(chosen)) in known.members:
        return replace(judged, member=MemberId(int(chosen)), name=known.members[MemberId(int(chosen))].name)
    return judged.open(Point.SEVERAL if who else Point.WHO)


def _locked(request: Request, judged: Sequence[Judged]) -> list[Judged]:
    """The lines, with those that a locked day keeps out of the books."""
    days = {line.business_date for one in judged for line in one.lines}
    shut = period_locks.closed(request.db, request.its_team.id, days)
    return [one.open(Point.LOCKED) if _touches(one, shut) else one for one in judged]


def _touches(one: Judged, shut: Sequence[Period]) -> bool:
    books = one.state in {State.READY, State.ASKED}
    return books and any(line.business_date in period for line in one.lines for period in shut)


def _against_books(request: Request, sheet: Sheet, judged: Sequence[Judged]) -> list[Judged]:
    """The lines as they stand beside what was booked already. Equal figures find each other first."""
    theirs: dict[MemberId, list[Judged]] = {}
    for one in judged:
        if one.member is not None and one.lines and one.state is State.READY:
            theirs.setdefault(one.member, []).append(one)
    found = {one.index: one for one in judged}
    for member, books in _books(request, sheet, theirs).items():
        told = {one.index: said_by(one.lines) for one in theirs[member]}
        exact = {index: books.same(said) for index, said in told.items()}
        before: set[Said] = set()
        for one in theirs[member]:
            said = told[one.index]
            same = exact[one.index] or books.together(said)
            found[one.index] = _beside(sheet, books, one, said, same, twice=said in before)
            before.add(said)
    return [found[one.index] for one in judged]


def _beside(sheet: Sheet, books: Books, one: Judged, said: Said, same: tuple[Stated, ...], *, twice: bool) -> Judged:
    if same:
        if books.is_own(same):
            return replace(one, state=State.BOOKED, against=same)
        return _unless(sheet, replace(one, against=same), Point.KNOWN)
    if twice:
        return _unless(sheet, one, Point.TWICE)
    before = books.before(said) if sheet.grows else ()
    if before:
        return _unless(sheet, replace(one, against=before), Point.DIFFERS)
    others = books.others(said)
    replaces = sheet.answers.get(key(one.index, BESIDE)) == REPLACE
    return replace(one, against=others, beside=True, replaces=replaces) if others else one


def _unless(sheet: Sheet, one: Judged, point: Point) -> Judged:
    """Open at `point`, unless that was answered."""
    answer = sheet.answers.get(key(one.index, point))
    return replace(one, replaces=answer == REPLACE) if answer else one.open(point)


def _books(request: Request, sheet: Sheet, theirs: Mapping[MemberId, Sequence[Judged]]) -> dict[MemberId, Books]:
    """The books of all members in the list, for its days."""
    days = [line.business_date for some in theirs.values() for one in some for line in one.lines]
    if not days:
        return {}
    team = request.its_team
    own = f"{team.id}:" if sheet.source is Source.IMPORT else f"{team.id}:{sheet.key}:"
    real = [member for member in theirs if member > 0]
    stated: dict[MemberId, list[Stated]] = {member: [] for member in theirs}
    for one in bulk.booked(request.db, team.id, real, min(days), max(days)):
        stated[one.member].append(one)
    return {member: Books(some, sheet.source.value, own) for member, some in stated.items()}


def _usual(request: Request, sheet: Sheet, judged: Sequence[Judged]) -> Iterator[Judged]:
    """The lines, with those asked about that are far above what their seller usually reports."""
    known = _Usual(request)
    for one in judged:
        real = one.state is State.READY and one.member is not None and one.member > 0
        yield _unless(sheet, one, Point.UNUSUAL) if real and known.is_far_below(one) else one


class _Usual:
    """What members usually report; each is looked up once."""

    def __init__(self, request: Request) -> None:
        self._db, self._team = request.db, request.its_team
        self._since = request.today - timedelta(days=USUAL_DAYS)
        self._sales: dict[MemberId, list[PastSale]] = {}
        self._counts: dict[tuple[MemberId, Measure], list[int]] = {}

    def is_far_below(self, one: Judged) -> bool:
        """Whether an amount or a count of the line is far above it."""
        lines = (line for line in one.lines if line.measure not in MONEY_MEASURES and line.value >= FEW)
        records = (record for record in one.row.records if record.kind in {Kind.SALE, Kind.REFUND} and record.revenue)
        return any(self._is_far_above(one, record) for record in records) or any(
            unusual_count(line.value, self._counted(line)) for line in lines
        )

    def _is_far_above(self, one: Judged, record: Record) -> bool:
        if one.member is None or record.revenue is None:
            return False
        if one.member not in self._sales:
            self._sales[one.member] = entries.recent_sales(self._db, self._team.id, one.member, self._since)
        return unusual(to_minor(record.revenue, self._team.currency), record.orders, self._sales[one.member])

    def _counted(self, line: Line) -> list[int]:
        key = (line.member, line.measure)
        if key not in self._counts:
            self._counts[key] = usual.counts(self._db, self._team.id, line.member, line.measure, self._since)
        return self._counts[key]
