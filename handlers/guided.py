"""The guided report: a day, the orders, the amount and the new customers, asked one by one in one message.

A team that reports more is then offered what it reports: pieces, buyers, page views and so on.

It is for the private chat. In a group each of its numbers would be a message that everybody reads, and the bot could
not tell them from what people say to one another; with privacy mode on it would not even see them.
"""

from collections.abc import Collection
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import assert_never

from bot.asking import PATIENCE, ask, pressed, question_slot
from bot.card import figure
from bot.command import Answer, Answers, Capability, Refusal, Request, answer, data
from bot.guided_draft import OF_SALE, Beside, Given, Step, decode
from bot.pending import Pending
from bot.periods import read_period
from bot.reader.bare import Bare, read_bare
from bot.reader.counts import read_all
from bot.reader.reading import Kind, Record, Records
from bot.report import book, context, read_report
from bot.report_checks import lacks_amount, refuse_bad
from bot.router import no_team
from bot.switches import unused_measures
from kpi.entry import How, Measure
from kpi.message import Button, Message, Say, joined, say
from kpi.metrics import added
from kpi.money import Money, to_minor
from kpi.period import Grain, Period, period_of
from kpi.team import Role
from storage import questions, totals
from storage.questions import Question

KIND = "guided"
# What may be offered beside the sale, in the order of a report, and by what it is told in words.
_BESIDE = {
    Measure.UNITS: None,
    Measure.BUYERS: Kind.BUYERS,
    Measure.REPEAT_CUSTOMERS: Kind.REPEAT_CUSTOMERS,
    Measure.INQUIRIES: Kind.INQUIRIES,
    Measure.CONTACTS: Kind.CONTACTS,
    Measure.PAGE_VIEWS: Kind.PAGE_VIEWS,
    Measure.VISITORS: Kind.VISITORS,
}
_LATELY = timedelta(days=30)  # what was not reported for so long is not offered
_DONE = "done"
_ROW = 3  # buttons
_COUNTS = (range(1, 6), range(6, 11))  # the rows of numbers to press


def begin(request: Request) -> Answers:
    """Asks for the first number, in the private chat; anywhere else the way there."""
    if request.team is None:
        raise no_team(request)
    if request.role is Role.VIEWER:
        raise Refusal(say("viewers-only-look"))
    if request.in_group:
        link = Button(say("button-private"), url=f"https://t.me/{request.bot_username}?start=log")
        return (answer(say("guided-in-private"), buttons=((link,),)),)
    start = Given(skips=_skipped(request))
    return ask(request, KIND, start.encode(), lambda question: _asked(request, question, start))


def _skipped(request: Request) -> frozenset[Step]:
    """What is not asked, since the team does not use it."""
    asked = {Measure.ORDERS: Step.ORDERS, Measure.NEW_CUSTOMERS: Step.NEW}
    return frozenset(asked[measure] for measure in unused_measures(request.db, request.its_team, asked))


def report_row(request: Request) -> tuple[tuple[Button, ...], ...]:
    """A row with the button that begins, where that is possible."""
    if request.in_group or request.team is None or request.role is Role.VIEWER:
        return ()
    return ((Button(say("button-report"), data("report")),),)


def guiding(words: Collection[str]) -> Capability:
    """The capability of the guided report. A line that begins with one of `words` is a command and no answer."""
    guided = Capability()

    @guided.answers(KIND)
    def written(request: Request, question: Question) -> Answers:
        """An answer that is typed, or a whole report, which ends the questions."""
        if request.text.split()[0] in words:
            return ()
        given = decode(question.body)
        found = _reading(request, given)
        if found is not None:
            return _take(request, question, given, found)
        if _is_report(request):
            return read_report(request, How.TEXT, request.source_ref)
        return (answer(say(f"guided-wrong-{given.step.value}")),)

    guided.press("report")(begin)
    guided.press("guide")(_answer_pressed)
    guided.press("guide-back")(_back)
    return guided


def _answer_pressed(request: Request) -> Answers:
    """One of the offered answers. A button of an earlier step is out of date."""
    request, question, given = _open(request)
    found = _value(request, given.step, request.values[2] if len(request.values) > 2 else "")  # noqa: PLR2004
    if request.values[1:2] != (given.step.value,) or found is None:
        raise Refusal(say("button-old"))
    return _take(request, question, given, found)


def _back(request: Request) -> Answers:
    """The step before, asked again."""
    request, question, given = _open(request)
    return _go_on(request, question, given.before)


def _open(request: Request) -> tuple[Request, Question, Given]:
    request, question = pressed(request)
    if question.kind != KIND:
        raise Refusal(say("button-old"))
    return request, question, decode(question.body)


Found = date | int | Bare | Beside


def _reading(request: Request, given: Given) -> Found | None:
    """What the text answers to the step at hand, with or without its unit; None when it does not."""
    match read_all(request.text, context(request)):
        case Records((record,)) if given.step is Step.MORE:
            return _told_beside(record)
        case Records((record,)):
            return _alone(given.step, record)
        case Records():
            return None
        case _:
            return _value(request, given.step, request.text)


def _alone(step: Step, record: Record) -> int | None:
    """The count in a record that says nothing but what is asked for: 3单, 没开单, 新客2."""
    bare = Record(kind=record.kind, day=record.day)
    match step:
        case Step.ORDERS if replace(record, orders=None, revenue=record.revenue or None) == bare:
            return record.orders
        case Step.NEW if replace(record, new_customers=None, count=None) == bare:
            return record.new_customers
        case _:
            return None


def _told_beside(record: Record) -> Beside | None:
    """买家 4, which needs no button."""
    for measure, kind in _BESIDE.items():
        if (
            record.count
            and record == Record(kind=record.kind, day=record.day, count=record.count)
            and kind is record.kind
        ):
            return Beside(measure, record.count)
    return None


def _value(request: Request, step: Step, text: str) -> Found | None:
    match step:
        case Step.DAY:
            period = read_period(text, request.today)
            return period.start if period and period.grain is Grain.DAY else None
        case Step.AMOUNT:
            return read_bare(text, context(request))
        case Step.MORE:
            return Beside(None) if text == _DONE else next((Beside(m) for m in _BESIDE if m.value == text), None)
        case Step.ORDERS | Step.NEW | Step.COUNT:
            number = read_bare(text, context(request))
            whole = number is not None and number.currency is None and number.value == number.value.to_integral_value()
            return int(number.value) if number and whole else None
        case _:
            assert_never(step)


def _is_report(request: Request) -> bool:
    """Whether the text is a report that can stand by itself."""
    match read_all(request.text, context(request)):
        case Records(records):
            return not any(lacks_amount(record) for record in records)
        case _:
            return False


def _take(request: Request, question: Question, given: Given, found: Found) -> Answers:
    """The next step after an answer that can be, or the card after the last. `Refusal` for one that cannot."""
    if found == Beside(None):
        return _booked(request, question, given)
    following = _following(given, found)
    currency = found.currency if isinstance(found, Bare) else None
    for record in following.records(request.today):
        refuse_bad(request, replace(record, currency=currency))
    if following.step is Step.MORE and not _fitting(request, following):
        return _booked(request, question, following)
    return _go_on(request, question, following)


def _following(given: Given, found: Found) -> Given:
    """What is given after an answer."""
    match found:
        case date():
            return replace(given, day=found)
        case Bare(amount) if not amount and Step.ORDERS in given.skips:
            return replace(given, orders=0, amount=Decimal(0))
        case Bare(amount):
            return replace(given, amount=amount)
        case Beside(measure, n):
            return replace(given, asked=measure) if measure is None or n is None else _with(given, measure, n)
        case int() if given.step is Step.NEW:
            return replace(given, new=found)
        case int() if given.asked is not None:
            return _with(given, given.asked, found)
        case int():
            return replace(given, orders=found, amount=None if found else Decimal(0))
        case _:
            assert_never(found)


def _with(given: Given, measure: Measure, n: int) -> Given:
    """What was given, with so much of `measure` in the place of what was said of it before."""
    others = tuple(one for one in given.more if one[0] is not measure)
    return replace(given, more=(*others, (measure, n)), asked=None)


def _fitting(request: Request, given: Given) -> list[Measure]:
    """What the team reports beside sales and nothing was said of yet."""
    days = Period(Grain.MONTH, request.today - _LATELY, request.today + timedelta(days=1))
    used = added(*totals.by_day(request.db, request.its_team.id, days).values())
    told = {measure for measure, _ in given.more} | (set() if given.amount else OF_SALE)
    told |= set(unused_measures(request.db, request.its_team, _BESIDE))
    return [measure for measure in _BESIDE if measure in used and measure not in told]


def _booked(request: Request, question: Question, given: Given) -> Answers:
    records = given.records(request.today)
    return book(request, Pending(f"{KIND}:{question.id}", How.FORM, (records,)))


def _go_on(request: Request, question: Question, given: Given) -> Answers:
    questions.go_on(request.db, question.id, given.encode(), request.now + PATIENCE)
    return (Answer(_asked(request, question, given), question_slot(question)),)


def _asked(request: Request, question: Question, given: Given) -> Message:
    """The message as it stands: what was answered, what is asked now, and the answers to press."""
    rows = [
        tuple(Button(label, data("guide", question.id, given.step.value, value)) for label, value in row)
        for row in _offered(request, given)
    ]
    cancel = Button(say("button-cancel"), data("dismiss", question.id))
    back = () if given.step is Step.DAY else (Button(say("button-back"), data("guide-back", question.id)),)
    return Message((*_so_far(request, given), _question(given)), (*rows, (*back, cancel)))


def _question(given: Given) -> Say:
    if given.asked is None:
        return say(f"guided-{given.step.value}")
    return say("guided-count", what=joined(_name(given.asked)))


def _name(measure: Measure) -> Say:
    return say(f"measure-{measure.value.replace('_', '-')}")


def _so_far(request: Request, given: Given) -> list[Say]:
    head = say("guided-head", team=request.its_team.name)
    if given.day is None:
        return [head]
    currency = request.its_team.currency
    parts = (
        say("guided-so-far-day", day=period_of(Grain.DAY, given.day)),
        None if given.orders is None else say("figure-orders", value=given.orders),
        None if given.amount is None else say("figure-gross", value=Money(to_minor(given.amount, currency), currency)),
        say("figure-new-customers", value=given.new) if given.new else None,
        *(figure(measure, n, currency) for measure, n in given.more),
    )
    return [head, say("guided-so-far", parts=joined(*parts))]


def _offered(request: Request, given: Given) -> list[list[tuple[Say, str]]]:
    """Rows of answers to press: their labels and what they stand for."""
    step = given.step
    match step:
        case Step.DAY:
            yesterday = request.today - timedelta(days=1)
            return [
                [
                    (say("guided-today", day=request.today), request.today.isoformat()),
                    (say("guided-yesterday", day=yesterday), yesterday.isoformat()),
                ]
            ]
        case Step.AMOUNT:
            return [[(say("guided-nothing-sold"), "0")]] if Step.ORDERS in given.skips else []
        case Step.MORE:
            named = [(_name(measure), measure.value) for measure in _fitting(request, given)]
            return [*(named[at : at + _ROW] for at in range(0, len(named), _ROW)), [(say("guided-done"), _DONE)]]
        case Step.COUNT:
            return _numbers()
        case Step.ORDERS:
            return [*_numbers(), [(say("guided-nothing-sold"), "0")]]
        case Step.NEW:
            return [[(say("guided-no-new"), "0")], *_numbers()]
        case _:
            assert_never(step)


def _numbers() -> list[list[tuple[Say, str]]]:
    return [[(say("guided-number", n=n), str(n)) for n in row] for row in _COUNTS]
