"""From what somebody wrote to an entry in the books: every check, and every question that has to come first."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta

from bot.asking import settle
from bot.awards import after
from bot.bests import best_day
from bot.board import corrected
from bot.booking import amended, lines_of
from bot.called import callings
from bot.card import card, everywhere, gone
from bot.command import Answer, Answers, Refusal, Request
from bot.customers import carried, numbered, own_in
from bot.day_report import compared, is_booked, met, put_aside, said_already, taken_out
from bot.evidence import checked_note
from bot.feedback import keep_words, says_otherwise, still_withdrawn
from bot.goods import with_goods
from bot.lists.receiving import receive
from bot.locks import adjusted, refuse_locked
from bot.open_points import ask_open, refuse_foreign
from bot.pending import Open, Pending, Totals
from bot.reader.alternatives import either, with_piece
from bot.reader.bare import Bare, read_bare
from bot.reader.counts import read_all
from bot.reader.goods import COMMON
from bot.reader.reading import Context, Doubt, Kind, Nothing, Record, Records
from bot.reader.reading import Question as Unclear
from bot.report_checks import Sellers, Told, is_long_past, is_unusual, lacks_amount, refuse_bad
from bot.shipping import mark, timed
from bot.stock import sold_lines
from bot.telling import reported, retold
from kpi.doubts import TWINS
from kpi.entry import Entry, How, Line, Measure
from kpi.ids import CustomerId, MemberId
from kpi.message import Say, say
from kpi.team import Member, Role
from storage import entries, entry_checks, members, open_reports, products

SOURCE = "telegram"

_FIGURES = re.compile(r"/\w+[\d\s.,]*")  # a command with figures alone names nobody: no need to know who there is

_NAME = re.compile(r"[^\W\d_][^\d\n]{1,19}")  # of goods, so short that it may stand beside a number
_THING = re.compile(r"[^\d\n]{1,24}\d[\d.,]{0,9}[^\d\n]{0,4}")  # words, and one number

Called = Mapping[str, tuple[Member, ...]]


def read_report(
    request: Request, how: How, ref: str, *, entry: Entry | None = None, sales_only: bool = False
) -> Answers:
    """Reads the request's text as the report with the key `ref`: booked, asked about, shown as a list, or not for us.

    `entry` is what that report made before, if it is not new.
    """
    listed = () if entry is not None else tuple(receive(request, how, ref))
    if listed:
        return listed
    match read_all(request.text, context(request)):
        case Nothing():
            return ()
        case Unclear(Doubt.CORRECTION) if entry is None:
            return ()  # of no report that is known, as `bot.correcting` would have seen
        case Unclear() as unclear:
            return _ask_which(request, unclear, Pending(ref, how, unclear.readings, request.text))
        case Records(records) if sales_only and any(record.kind is Kind.REFUND for record in records):
            raise Refusal(say("problem-negative-sale"))
        case Records(records, of_day):
            totals = Totals.ASK if of_day else Totals.NONE
            said = timed(request, records, entry)
            return _book(request, Pending(ref, how, (said,), request.text, totals=totals), entry)


def rewrite(request: Request, entry: Entry) -> Answers:
    """The request's text as what `entry` should say: a whole report, or nothing but the right amount."""
    bare, kinds = read_bare(request.text, context(request)), amounts(entry)
    if bare is None or len(kinds) != 1:
        return read_report(request, entry.how, entry.source_ref, entry=entry)
    return amend(request, entry, (_amount(kinds[0], entry, bare),))


def _amount(kind: Kind, entry: Entry, bare: Bare) -> Record:
    return Record(kind=kind, day=day_of(entry), revenue=bare.value, currency=bare.currency)


def amend(request: Request, entry: Entry, said: Told) -> Answers:
    """Puts right of `entry` what `said` says, and nothing else of it, after every check; or asks first."""
    pending = Pending(entry.source_ref, entry.how, (said,), request.text, amends=True)
    return _book(request, pending, entry)


def restate(request: Request, entry: Entry, said: Told) -> Answers:
    """Puts `said` in the place of all that `entry` says, after every check; or asks first."""
    return _book(request, Pending(entry.source_ref, entry.how, (said,), request.text), entry)


def amounts(entry: Entry) -> list[Kind]:
    """What of `entry` is money: a sale, a refund, or both. Nothing for an entry of several people or days."""
    if len({(line.member, line.for_day or line.business_date) for line in entry.lines}) != 1:
        return []
    measures = {line.measure for line in entry.lines}
    kinds = {Measure.GROSS: Kind.SALE, Measure.REFUNDS: Kind.REFUND}
    return [kind for measure, kind in kinds.items() if measure in measures]


def day_of(entry: Entry) -> date:
    """The day that the entry is for; the first of them when it is of several."""
    return entry.lines[0].for_day or entry.lines[0].business_date


def remember(request: Request, ref: str) -> None:
    """Notes that the answer at hand belongs to the entry with key `ref`: an edit of it is an edit of that."""
    entry = entries.by_ref(request.db, request.its_team.id, SOURCE, ref)
    if entry is not None and request.source_ref != ref:
        entries.answered(request.db, entry.id, SOURCE, request.source_ref)


def context(request: Request) -> Context:
    """What the reader needs to know of the team."""
    names_nobody = _FIGURES.fullmatch(request.text) is not None
    return Context(
        today=request.today,
        currency=request.its_team.currency,
        members=() if names_nobody else tuple(_called(request)),
        products=_goods(request),
        lang=request.chat.language,
        customers=() if names_nobody else own_in(request),
    )


def _goods(request: Request) -> tuple[str, ...]:
    """What the team sells, for a text that may put forward one thing with an amount: 面膜 299."""
    if not _THING.fullmatch(request.text):
        return ()
    return (*products.names(request.db, request.its_team.id), *COMMON)


def _called(request: Request) -> Called:
    """The members by everything they may be called."""
    called: dict[str, tuple[Member, ...]] = {}
    for name, member in callings(request):
        called[name] = (*called.get(name, ()), member)
    return called


def book(request: Request, pending: Pending) -> Answers:
    """Writes the one reading of `pending`, which was asked about, after every check that was not answered yet."""
    open_reports.drop(request.db, request.its_team.id, pending.ref)
    entry = entries.by_ref(request.db, request.its_team.id, SOURCE, pending.ref)
    return _book(request, pending, entry)


def _book(request: Request, pending: Pending, entry: Entry | None) -> Answers:
    """Writes what was read; or asks, when something is missing or unusual."""
    request = _as_member(request)
    (records,) = pending.readings
    if entry is not None:
        refuse_locked(request, _days(entry.lines))
    sellers = _sellers(request, entry, records)
    if sellers is None:
        return _ask_mine(request, pending)
    for record in records:
        refuse_bad(request, record)
    point = _open_point(request, pending, entry, sellers)
    if point is not None:
        return ask_open(request, point, pending)
    named = numbered(request, records)
    if entry is not None and pending.amends:
        return revise(request, entry, _amended(request, entry, records, sellers, named))
    lines = lines_of(request.its_team, records, sellers, named)
    lines = with_goods(request.db, request.its_team.id, pending.text, lines)
    if entry is not None:
        keep_words(request.db, request.its_team, entry, records)
        mark(request, entry, records)
        lines = still_withdrawn(entry.lines, lines)
    if pending.totals in {Totals.ASK, Totals.REPLACE}:
        return _book_day(request, pending, entry, lines)
    return revise(request, entry, lines) if entry else _record(request, pending, lines)


def _book_day(request: Request, pending: Pending, entry: Entry | None, lines: tuple[Line, ...]) -> Answers:
    """Writes what a day came to. Where some of the day is booked, that is taken out, or it has to be asked first.

    Customers who were named in what is taken out, or in the report before, stay named.
    """
    lines = carried(lines, entry.lines) if entry else lines
    days = [] if entry is not None and lines == entry.lines else met(request, entry, lines)
    if days and pending.totals is Totals.ASK:
        if entry is None and is_booked(days, lines):
            return (said_already(request, days),)
        return ask_open(request, Open.DAY, pending, *compared(request, days))
    out = taken_out(request, days)
    lines = carried(lines, [line for one in days for line in one.booked])
    answers = tuple(revise(request, entry, lines) if entry else _record(request, pending, lines))
    report = entries.by_ref(request.db, request.its_team.id, SOURCE, pending.ref)
    return (*answers, *(put_aside(request, report.id, out) if report else ()))


def _amended(
    request: Request, entry: Entry, said: Told, sellers: Sellers, named: Mapping[str, CustomerId]
) -> tuple[Line, ...]:
    """The lines of `entry` with what `said` says put right. `Refusal` when it cannot be told of which line."""
    if entry.undone:
        raise Refusal(gone(request.db, entry))
    lines = amended(request.its_team, entry.lines, said, sellers, named)
    if lines is None:
        raise Refusal(say("correct-several", number=entry.id))
    return lines


def _open_point(request: Request, pending: Pending, entry: Entry | None, sellers: Sellers) -> Open | None:
    """What has to be asked before the report counts; None when nothing is open, or all of it was answered."""
    (records,) = pending.readings
    if not pending.amends and any(lacks_amount(record) for record in records):
        return Open.AMOUNT
    known = _days(entry.lines) if entry else set()
    if Open.PAST not in pending.confirmed and is_long_past(request, records, known):
        return Open.PAST
    if Open.UNUSUAL not in pending.confirmed and is_unusual(request, records, sellers):
        return Open.UNUSUAL
    return None


def _record(request: Request, pending: Pending, lines: tuple[Line, ...]) -> Answers:
    """Makes a new entry of `lines`. It answers whatever was asked before."""
    settled = settle(request, pending.ref)
    lines = adjusted(request, lines)
    products.saw(request.db, request.its_team.id, _sold(pending), request.now)
    by_lead = any(line.member != request.its_member.id for line in lines)
    entry = entries.record(
        request.db,
        request.its_team.id,
        author=request.its_member.id,
        source=SOURCE,
        source_ref=pending.ref,
        how=How.LEAD if by_lead else pending.how,
        lines=lines,
        at=request.now,
    )
    (records,) = pending.readings
    keep_words(request.db, request.its_team, entry, records)
    mark(request, entry, records)
    boards = corrected(request.db, request.its_team, _days(lines))
    told = (*reported(request, entry), *sold_lines(request, lines), *after(request, entry), *best_day(request, entry))
    return (*settled, _new_card(request, entry), *told, *boards)


def _new_card(request: Request, entry: Entry) -> Answer:
    """The card of a new entry. One that looks like the same again says so, and is no mere acknowledgement then."""
    before = entries.twin(request.db, entry, TWINS)
    if before is None or says_otherwise(request.db, request.its_team, entry, before):
        return _card(request, entry)
    minutes = (entry.recorded_at - before.recorded_at) // timedelta(minutes=1)
    return replace(_card(request, entry, say("card-twin", number=before.id, n=minutes)), acknowledges=False)


def _sold(pending: Pending) -> set[str]:
    """The goods that a report names, as they may be put forward alone another time."""
    (records,) = pending.readings
    named = {name.strip() for record in records for name in (record.product or "").split("+")}
    return {name for name in named if _NAME.fullmatch(name)}


def revise(request: Request, entry: Entry, lines: tuple[Line, ...]) -> Answers:
    """Puts `lines` in the place of what the entry said before. They answer whatever was asked before."""
    settled = settle(request, entry.source_ref)
    lines = adjusted(request, lines, entry.lines)
    open_reports.drop(request.db, entry.team, entry.source_ref)
    now = entries.replace(request.db, entry.team, entry.id, lines, by=request.its_member.id, at=request.now)
    return (*settled, *changed(request, now, entry.lines))


def changed(request: Request, entry: Entry, before: tuple[Line, ...]) -> Answers:
    """The card of an entry wherever it is shown, and the boards of its days that were posted already.

    `Refusal`, which undoes the change, when one of its days is locked.
    """
    days = _days((*before, *entry.lines)) if before != entry.lines else set()
    refuse_locked(request, days)
    if request.is_lead:
        entry_checks.follow(request.db, entry)
    shown = everywhere(request.db, entry, _card(request, entry, *checked_note(request, entry)))
    told = (*retold(request, entry, before), *sold_lines(request, (*before, *entry.lines)))
    return (*shown, *told, *corrected(request.db, request.its_team, days))


def _card(request: Request, entry: Entry, *notes: Say) -> Answer:
    return card(request.db, request.its_team, entry, request.today, *notes, *_which_team(request))


def _days(lines: Iterable[Line]) -> set[date]:
    return {line.business_date for line in lines}


def _which_team(request: Request) -> tuple[Say, ...]:
    """In private, the team that the entry is in, where it might be another one."""
    chosen = request.person.current_team
    sure = len(request.teams) == 1 and chosen in {None, request.its_team.id}
    return () if request.in_group or sure else (say("card-team", team=request.its_team.name),)


def _as_member(request: Request) -> Request:
    """The request of a member: reporting makes one of somebody who was none. Viewers only look."""
    if request.role is Role.VIEWER:
        raise Refusal(say("viewers-only-look"))
    if request.member is not None and request.member.active:
        return request
    member = members.join(request.db, request.its_team.id, request.person.id, request.person.name)
    return replace(request, member=member)


def _sellers(request: Request, entry: Entry | None, records: Told) -> Sellers | None:
    """Who each name in `records` is. None when somebody who does not lead names a colleague.

    A record without a name belongs to whom the entry belonged to before, else to the writer.
    """
    own = entry.lines[0].member if entry and entry.lines else request.its_member.id
    found: dict[str | None, MemberId] = {None: own}
    named = {record.for_seller for record in records if record.for_seller is not None}
    called = _called(request) if named else {}
    for name in named:
        candidates = called.get(name, ())
        if not candidates:
            raise Refusal(say("no-such-member", name=name))
        if len({member.id for member in candidates}) > 1:
            raise Refusal(say("name-of-several", name=name))
        if candidates[0].id != request.its_member.id and not request.is_lead:
            return None
        found[name] = candidates[0].id
    return found


def _ask_mine(request: Request, pending: Pending) -> Answers:
    """Reporting for others is for leads; somebody else who names a colleague may still mean their own sale."""
    (records,) = pending.readings
    own = tuple(replace(record, for_seller=None) for record in records)
    asked = replace(pending, readings=(own,), piece=_first_other(request, records))
    return ask_open(request, Open.MINE, asked)


def _first_other(request: Request, records: Told) -> str:
    """The first name in `records` that is not the writer's own."""
    called = _called(request)
    names = [record.for_seller for record in records if record.for_seller is not None]
    mine = {name for name in names if request.its_member.id in {member.id for member in called.get(name, ())}}
    return next(name for name in names if name not in mine)


def _ask_which(request: Request, unclear: Unclear, pending: Pending) -> Answers:
    readings = pending.readings or _likely(request, unclear)
    pending = replace(pending, readings=readings, doubt=unclear.doubt, piece=unclear.piece)
    refuse_foreign(request.its_team, pending)
    return ask_open(request, Open.WHICH, pending)


def _likely(request: Request, unclear: Unclear) -> tuple[Told, ...]:
    """The readings of a report that wavers between two counts, or that names somebody unknown: the writer's own."""
    match unclear.doubt:
        case Doubt.APPROX:
            return either(request.text, unclear.piece, context(request))
        case Doubt.WHO:
            own = with_piece(request.text, unclear.piece, "", context(request))
            return () if own is None else (own.records,)
        case _:
            return ()
