"""From what somebody wrote to an entry in the books: every check, and every question that has to come first."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import assert_never

from bot.asking import ask, settle
from bot.board import corrected
from bot.booking import lines_of, records_of
from bot.called import callings
from bot.card import card, everywhere, figures
from bot.command import Answer, Answers, Refusal, Request, answer, data
from bot.locks import adjusted, refuse_locked
from bot.pending import Pending
from bot.reader import read
from bot.reader.bare import read_bare
from bot.reader.reading import Context, Kind, Nothing, Record, Records
from bot.reader.reading import Question as Unclear
from kpi.checks import Problem, check, unusual
from kpi.entry import Entry, How, Line
from kpi.ids import MemberId
from kpi.message import Button, Joined, Message, Say, say
from kpi.money import Money, to_minor
from kpi.team import Member, Role
from storage import entries, members
from storage.questions import Question

SOURCE = "telegram"
USUAL_DAYS = 30  # what is usual for a seller is judged by this many days

_FIGURES = re.compile(r"/\w+[\d\s.,]*")  # a command with figures alone names nobody: no need to know who there is

Called = Mapping[str, tuple[Member, ...]]
Told = tuple[Record, ...]


def read_report(
    request: Request, how: How, ref: str, *, entry: Entry | None = None, sales_only: bool = False
) -> Answers:
    """Reads the request's text as the report with the key `ref`: booked, asked about, or not for us (nothing).

    `entry` is what that report made before, if it is not new.
    """
    match read(request.text, context(request)):
        case Nothing():
            return ()
        case Unclear() as unclear:
            return _ask_which(request, unclear, Pending(ref, how, unclear.readings))
        case Records(records) if sales_only and any(record.kind is Kind.REFUND for record in records):
            raise Refusal(say("problem-negative-sale"))
        case Records(records):
            return _book(request, Pending(ref, how, (records,)), entry)


def rewrite(request: Request, entry: Entry) -> Answers:
    """The request's text as what `entry` should say: a whole report, or nothing but the right amount."""
    bare, records = read_bare(request.text, context(request)), records_of(request.its_team, entry.lines)
    if bare is None or records is None or sum(record.revenue is not None for record in records) != 1:
        return read_report(request, entry.how, entry.source_ref, entry=entry)
    right = tuple(
        record if record.revenue is None else replace(record, revenue=bare.value, currency=bare.currency)
        for record in records
    )
    return _book(request, Pending(entry.source_ref, entry.how, (right,)), entry)


def remember(request: Request, ref: str) -> None:
    """Notes that the answer at hand belongs to the entry with key `ref`: an edit of it is an edit of that."""
    entry = entries.by_ref(request.db, request.its_team.id, SOURCE, ref)
    if entry is not None and request.source_ref != ref:
        entries.answered(request.db, entry.id, SOURCE, request.source_ref)


def context(request: Request) -> Context:
    """What the reader needs to know of the team."""
    return Context(
        today=request.today,
        currency=request.its_team.currency,
        members=() if _FIGURES.fullmatch(request.text) else tuple(_called(request)),
        lang=request.chat.language,
    )


def _called(request: Request) -> Called:
    """The members by everything they may be called."""
    called: dict[str, tuple[Member, ...]] = {}
    for name, member in callings(request):
        called[name] = (*called.get(name, ()), member)
    return called


def book(request: Request, pending: Pending, *, confirmed: bool = False) -> Answers:
    """Writes the one reading of `pending`, after every check; or asks, when something is missing or unusual."""
    entry = entries.by_ref(request.db, request.its_team.id, SOURCE, pending.ref)
    return _book(request, pending, entry, confirmed=confirmed)


def _book(request: Request, pending: Pending, entry: Entry | None, *, confirmed: bool = False) -> Answers:
    request = _as_member(request)
    (records,) = pending.readings
    if entry is not None:
        refuse_locked(request, _days(entry.lines))
    sellers = _sellers(request, entry, records)
    if sellers is None:
        return _ask_mine(request, pending)
    for record in records:
        refuse_bad(request, record)
    if any(lacks_amount(record) for record in records):
        return _ask_amount(request, pending)
    doubtful = None if confirmed else _unusual(request, records, sellers)
    if doubtful is not None:
        return _ask_unusual(request, pending, doubtful)
    lines = lines_of(request.its_team, records, sellers)
    return revise(request, entry, lines) if entry else _record(request, pending, lines)


def _record(request: Request, pending: Pending, lines: tuple[Line, ...]) -> Answers:
    """Makes a new entry of `lines`. It answers whatever was asked before."""
    settled = settle(request, pending.ref)
    lines = adjusted(request, lines)
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
    return (*settled, _card(request, entry), *corrected(request.db, request.its_team, _days(lines)))


def revise(request: Request, entry: Entry, lines: tuple[Line, ...]) -> Answers:
    """Puts `lines` in the place of what the entry said before. They answer whatever was asked before."""
    settled = settle(request, entry.source_ref)
    lines = adjusted(request, lines, entry.lines)
    now = entries.replace(request.db, entry.team, entry.id, lines, by=request.its_member.id, at=request.now)
    return (*settled, *changed(request, now, entry.lines))


def changed(request: Request, entry: Entry, before: tuple[Line, ...]) -> Answers:
    """The card of an entry wherever it is shown, and the boards of its days that were posted already.

    `Refusal`, which undoes the change, when one of its days is locked.
    """
    days = _days((*before, *entry.lines)) if before != entry.lines else set()
    refuse_locked(request, days)
    shown = everywhere(request.db, entry, _card(request, entry))
    return (*shown, *corrected(request.db, request.its_team, days))


def _card(request: Request, entry: Entry) -> Answer:
    return card(request.db, request.its_team, entry, request.today, *_which_team(request))


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


def _sellers(request: Request, entry: Entry | None, records: Told) -> Mapping[str | None, MemberId] | None:
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


def lacks_amount(record: Record) -> bool:
    """Whether a sale or refund was told without what it came to."""
    return record.kind in {Kind.SALE, Kind.REFUND} and record.revenue is None


def refuse_bad(request: Request, record: Record) -> None:
    """`Refusal` when `record` cannot be booked as it stands. A refund can for a locked day: it is adjusted."""
    team = request.its_team
    nothing_sold = not record.revenue and record.orders == 0
    problem = check(
        None if record.revenue is None or nothing_sold else to_minor(record.revenue, team.currency),
        counts=(record.orders, record.units, record.new_customers, record.count),
        day=record.day,
        today=request.today,
        currency=record.currency,
        team_currency=team.currency,
    )
    match problem:
        case None if record.kind is Kind.REFUND:
            return
        case None:
            refuse_locked(request, {record.day})
        case Problem.OTHER_CURRENCY:
            raise Refusal(say("problem-other-currency", currency=record.currency, own=team.currency))
        case Problem.FUTURE_DAY | Problem.TOO_OLD:
            raise Refusal(say(f"problem-{problem.value}", day=record.day))
        case Problem.ZERO_AMOUNT | Problem.TOO_LARGE | Problem.TOO_MANY:
            raise Refusal(say(f"problem-{problem.value}"))
        case _:
            assert_never(problem)


def _unusual(request: Request, records: Told, sellers: Mapping[str | None, MemberId]) -> Record | None:
    """The first amount far above what its seller usually sells."""
    since, currency = request.today - timedelta(days=USUAL_DAYS), request.its_team.currency
    for record in records:
        if record.kind in {Kind.SALE, Kind.REFUND} and record.revenue:
            usual = entries.recent_sales(request.db, request.its_team.id, sellers[record.for_seller], since)
            if unusual(to_minor(record.revenue, currency), record.orders, usual):
                return record
    return None


def _dismiss(question: Question, label: str) -> Button:
    return Button(say(label), data("dismiss", question.id))


def _meant(question: Question, index: int, label: str) -> Button:
    return Button(say(label), data("meant", question.id, index))


def _ask_amount(request: Request, pending: Pending) -> Answers:
    def worded(question: Question) -> Message:
        asked = (say("ask-amount"), *reply_to_this(request))
        return Message(asked, ((_dismiss(question, "button-cancel"),),))

    return ask(request, "amount", pending.encode(), worded)


def reply_to_this(request: Request) -> tuple[Say, ...]:
    """Where the bot sees no plain messages, an answer has to be a reply."""
    return (say("ask-by-reply"),) if request.in_group and not request.sees_all else ()


def _ask_unusual(request: Request, pending: Pending, record: Record) -> Answers:
    currency = request.its_team.currency
    amount = Money(to_minor(record.revenue or Decimal(0), currency), currency)

    def worded(question: Question) -> Message:
        yes = Button(say("button-yes"), data("sure", question.id))
        return Message((say("ask-unusual", amount=amount),), ((yes, _dismiss(question, "button-no")),))

    return ask(request, "unusual", pending.encode(), worded)


def _ask_mine(request: Request, pending: Pending) -> Answers:
    """Reporting for others is for leads; somebody else who names a colleague may still mean their own sale."""
    (records,) = pending.readings
    name = _first_other(request, records)
    own = tuple(replace(record, for_seller=None) for record in records)

    def worded(question: Question) -> Message:
        buttons = (_meant(question, 0, "button-mine"), _dismiss(question, "button-no"))
        return Message((say("ask-mine", name=name),), (buttons,))

    return ask(request, "which", replace(pending, readings=(own,)).encode(), worded)


def _first_other(request: Request, records: Told) -> str:
    """The first name in `records` that is not the writer's own."""
    called = _called(request)
    names = [record.for_seller for record in records if record.for_seller is not None]
    mine = {name for name in names if request.its_member.id in {member.id for member in called.get(name, ())}}
    return next(name for name in names if name not in mine)


def _ask_which(request: Request, unclear: Unclear, pending: Pending) -> Answers:
    asked = say(f"doubt-{unclear.doubt.value}", piece=unclear.piece, currency=request.its_team.currency)
    readings = [_summary(request, reading) for reading in unclear.readings]

    def worded(question: Question) -> Message:
        choices = tuple(
            (Button(say("button-reading", figures=figures), data("meant", question.id, index)),)
            for index, figures in enumerate(readings)
        )
        none = _dismiss(question, "button-none-of-these" if choices else "button-cancel")
        return Message((asked,), (*choices, (none,)))

    return ask(request, "which", pending.encode(), worded)


def _summary(request: Request, reading: Told) -> Joined:
    nobody = {record.for_seller: MemberId(0) for record in reading}
    return figures(lines_of(request.its_team, reading, nobody), request.its_team.currency)


def not_counted() -> Answer:
    """What is said when a question ends without an entry."""
    return answer(say("not-counted"))
