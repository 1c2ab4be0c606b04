"""What is asked about a report before it counts: each question in words, with buttons for its likely answers.

A report that was asked about is kept with its question, so that the same can be asked again later.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import assert_never

from bot.asking import ask
from bot.booking import lines_of
from bot.card import figures
from bot.command import Answers, Refusal, Request, data
from bot.pending import Open, Pending, Totals, decode
from bot.reader.reading import Doubt, Kind, Record
from kpi.ids import MemberId, PersonId
from kpi.message import Button, Joined, Message, Say, joined, say
from kpi.money import Money, to_minor
from kpi.team import Team
from storage import entries, members, open_reports, people
from storage.connection import Connection
from storage.open_reports import OpenReport
from storage.questions import Question

_EXCERPT = 30  # characters of a message that are quoted
_MOST = 10  # people in one list
_MOST_OF_ONE = 4  # reports of one of them
_PIECES = range(1, 6)  # the numbers to press

# What stands on the buttons of the readings, by what is open; elsewhere only the figures.
_READINGS = {
    Doubt.PRODUCT_PRICE: ("button-sold",),
    Doubt.BARE_MONEY: ("button-sold",),
    Doubt.MISMATCH: ("button-by-items", "button-by-total"),
    Doubt.DEPOSIT: ("button-deposit",),
    Doubt.WHO: ("button-own",),
}
# What stands on the button that ends the question without an entry.
_NEITHER: dict[Doubt | None, str] = {
    Doubt.PRODUCT_PRICE: "button-no-report",
    Doubt.BARE_MONEY: "button-no-report",
    Doubt.WHICH_NUMBER: "button-no-report",
    Doubt.WHO: "button-cancel",
    Doubt.MISMATCH: "button-none-of-these",
    Doubt.DEPOSIT: "button-when-paid",
}


def ask_open(request: Request, point: Open, pending: Pending, *more: Say) -> Answers:
    """Asks about `point` of the report, which counts nowhere until that is answered. `more` is said as well."""
    body, said = pending.encode(), (*_quote(request, pending), *_question(request, point, pending), *more)
    open_reports.keep(
        request.db, request.its_team.id, request.person.id, pending.ref, point.value, body, at=request.now
    )
    return ask(request, point.value, body, lambda question: Message(said, _buttons(request, point, pending, question)))


def ask_again(request: Request, report: OpenReport) -> Answers:
    """The question that the report waits for, once more."""
    return ask_open(request, Open(report.kind), decode(report.body))


def excerpt(report: OpenReport, team: Team) -> Joined:
    """What was written, or the figures that were given, short enough for a list."""
    pending = decode(report.body)
    return joined(say("open-text", text=_short(pending.text))) if pending.text else told(team, pending.readings[0])


def waiting(db: Connection, team: Team, now: datetime) -> list[Say]:
    """The reports of the team that wait for an answer, a line for each person. Empty when there are none."""
    by_person: dict[PersonId, list[OpenReport]] = {}
    for report in open_reports.of_team(db, team.id, now):
        by_person.setdefault(report.person, []).append(report)
    lines = [_waiting(db, team, person, reports) for person, reports in list(by_person.items())[:_MOST]]
    more = len(by_person) - _MOST
    rest = [say("summary-more-names", n=more)] if more > 0 else []
    return [say("summary-open"), *lines, *rest] if lines else []


def _waiting(db: Connection, team: Team, person: PersonId, reports: Sequence[OpenReport]) -> Say:
    told = [excerpt(report, team) for report in reports[:_MOST_OF_ONE]]
    more = len(reports) - _MOST_OF_ONE
    rest = joined(say("summary-more-open", n=more) if more > 0 else None)
    parts = tuple(part for one in (*told, rest) for part in one.parts)
    return say("summary-open-one", name=asked_name(db, team, person), reports=Joined(parts))


def asked_name(db: Connection, team: Team, person: PersonId) -> str:
    """What somebody who was asked is called; asked may be who is no member yet."""
    member = members.of_person(db, team.id, person)
    return member.name if member else people.person(db, person).name


def told(team: Team, records: tuple[Record, ...]) -> Joined:
    """The figures of `records`, and whose they are when a colleague is named."""
    nobody = {record.for_seller: MemberId(0) for record in records}
    names = dict.fromkeys(record.for_seller for record in records if record.for_seller is not None)
    own = figures(lines_of(team, records, nobody), team.currency)
    return Joined((*(say("open-name", name=name) for name in names), *own.parts))


def reply_to_this(request: Request) -> tuple[Say, ...]:
    """Where the bot sees no plain messages, an answer has to be a reply."""
    return (say("ask-by-reply"),) if request.in_group and not request.sees_all else ()


def _quote(request: Request, pending: Pending) -> tuple[Say, ...]:
    """What was written, where the question does not stand right below it."""
    if request.callback is None or not pending.text:
        return ()
    return (say("ask-quote", text=_short(pending.text)),)


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _EXCERPT else f"{words[:_EXCERPT]}…"


def _question(request: Request, point: Open, pending: Pending) -> tuple[Say, ...]:
    team = request.its_team
    match point:
        case Open.AMOUNT:
            return (say("ask-amount"), *reply_to_this(request))
        case Open.UNUSUAL:
            return (say("ask-unusual", figures=told(team, pending.readings[0])),)
        case Open.PAST:
            day = min(record.day for record in pending.readings[0])
            return (say("ask-past", day=day, figures=told(team, pending.readings[0])),)
        case Open.WHICH:
            return _doubt(request, pending)
        case Open.PIECES:
            return (say("ask-pieces", price=_price(team, pending)), *reply_to_this(request))
        case Open.MINE:
            return (say("ask-mine", name=pending.piece, figures=told(team, pending.readings[0])),)
        case Open.TARGET:
            return _target(request, pending)
        case Open.DAY:
            return ()  # the sums that are compared say it all
        case _:
            assert_never(point)


def _doubt(request: Request, pending: Pending) -> tuple[Say, ...]:
    """Where no reading can be pressed, what was meant has to be written."""
    key = "doubt-which-number" if pending.doubt is None else f"doubt-{pending.doubt.value}"
    if pending.doubt is Doubt.BARE_MONEY and not pending.readings:
        key = "doubt-negative"
    asked = say(key, piece=pending.piece, currency=request.its_team.currency)
    return (asked,) if pending.readings else (asked, *reply_to_this(request))


def _target(request: Request, pending: Pending) -> tuple[Say, ...]:
    """The entry that is to be put right, and how."""
    team = request.its_team
    entry = entries.by_ref(request.db, team.id, "telegram", pending.ref)
    lines, number = (entry.lines, entry.id) if entry else ((), None)
    return (
        say(
            "ask-target",
            number=number,
            before=figures(lines, team.currency),
            after=told(team, pending.readings[0]),
        ),
    )


def _price(team: Team, pending: Pending) -> Money:
    """What was put forward with a product; there is one, or it would not be a price."""
    amount = pending.readings[0][0].revenue
    assert amount is not None  # noqa: S101
    return Money(to_minor(amount, team.currency), team.currency)


def _buttons(request: Request, point: Open, pending: Pending, question: Question) -> tuple[tuple[Button, ...], ...]:
    match point:
        case Open.AMOUNT:
            return ((_neither(question, "button-cancel"),),)
        case Open.UNUSUAL | Open.PAST | Open.TARGET:
            return ((Button(say("button-yes"), data("sure", question.id)), _neither(question, "button-no")),)
        case Open.WHICH:
            return _choices(request, pending, question)
        case Open.PIECES:
            numbers = tuple(Button(say("guided-number", n=n), data("pieces", question.id, n)) for n in _PIECES)
            return (numbers, (_neither(question, "button-only-price"),))
        case Open.DAY:
            ways = (Totals.REPLACE, Totals.ADD)
            rows = [(Button(say(f"button-day-{way.value}"), data("day", question.id, way.value)),) for way in ways]
            return (*rows, (_neither(question, "button-cancel"),))
        case Open.MINE:
            mine = Button(say("button-mine"), data("meant", question.id, 0))
            return ((mine, _neither(question, "button-no")),)
        case _:
            assert_never(point)


def _choices(request: Request, pending: Pending, question: Question) -> tuple[tuple[Button, ...], ...]:
    """A row for each reading, the one of a price where there is one, and the way out."""
    keys = () if pending.doubt is None else _READINGS.get(pending.doubt, ())
    rows = []
    for index, records in enumerate(pending.readings):
        label = _reading(request.its_team, records, keys[index] if index < len(keys) else "")
        rows.append(Button(label, data("meant", question.id, index)))
    if pending.doubt is Doubt.PRODUCT_PRICE:
        rows.append(Button(say("button-price"), data("price", question.id)))
    default = "button-none-of-these" if rows else "button-cancel"
    rows.append(_neither(question, "button-keep" if pending.amends else _NEITHER.get(pending.doubt, default)))
    return tuple((button,) for button in rows)


def _reading(team: Team, records: tuple[Record, ...], key: str) -> Say:
    refunds = any(record.kind is Kind.REFUND for record in records)  # whose figures say so
    return say("button-reading" if refunds or not key else key, figures=told(team, records))


def _neither(question: Question, label: str) -> Button:
    return Button(say(label), data("dismiss", question.id))


def refuse_foreign(team: Team, pending: Pending) -> None:
    """`Refusal` for an amount of another currency: it cannot be booked, whatever it means."""
    for reading in pending.readings:
        for record in reading:
            if record.currency not in {None, team.currency}:
                raise Refusal(say("problem-other-currency", currency=record.currency, own=team.currency))
