"""Corrections as people write them: which entry is meant, what of it is put right, and what is asked when unsure."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from bot.asking import ask
from bot.booking import stating
from bot.card import differences, figures, gone, restoring
from bot.command import Answer, Answers, Refusal, Request, answer, data
from bot.open_points import ask_open, reply_to_this
from bot.pending import Open, Pending
from bot.reader.bare import Bare
from bot.reader.correcting import Claim, Correction, may_correct, read_correction
from bot.reader.counts import mentions_buyers, read_all
from bot.reader.reading import Doubt, Kind, Question, Record, Records
from bot.report import SOURCE, amend, amounts, context, day_of, remember, restate, rewrite
from bot.scene import in_team
from kpi.entry import MONEY_MEASURES, Entry, Measure
from kpi.ids import EntryId, MemberId
from kpi.message import Button, Lane, Message, say
from kpi.money import Money, to_minor
from kpi.team import Role
from storage import day_reports, entries, outbox
from storage.questions import Question as Asked

CORRECTABLE = timedelta(hours=48)  # in words that name no entry; a card can be answered for longer
_SMALL = 50  # a whole number below may count orders
_ALIKE = 5  # times: an amount so near to the one before is one
_SLANG = frozenset(map(Decimal, (66, 666, 6666, 66666, 88, 888, 233, 2333, 520, 1314)))  # said for what they sound like

Told = tuple[Record, ...]


@dataclass(frozen=True, slots=True)
class Answered:
    """The entry that somebody's message answers, in its team: by the bot's card, or by the report itself."""

    request: Request
    entry: Entry
    by_card: bool


def answered(request: Request) -> Answered | None:
    """The entry that the message answers; None when it answers anything else."""
    if request.reply_to is None:
        return None
    slot = outbox.slot_of(request.db, request.chat.id, request.reply_to) or ""
    kind, _, number = slot.partition(":")
    if kind in {"entry", "undone"}:
        return _by_card(request, EntryId(int(number)))
    ref = f"{request.chat.telegram_id}:{request.reply_to}"
    return _of_team(request, entries.of_message(request.db, SOURCE, ref), by_card=False)


def _by_card(request: Request, number: EntryId) -> Answered | None:
    team = entries.team_of_entry(request.db, number)
    return _of_team(request, None if team is None else entries.get(request.db, team, number), by_card=True)


def _of_team(request: Request, entry: Entry | None, *, by_card: bool) -> Answered | None:
    request = in_team(request, entry.team if entry else None)
    if entry is None or request.team is None or request.team.id != entry.team:
        return None
    return Answered(request, entry, by_card)


def may_change(request: Request, entry: Entry) -> bool:
    """Whether the person may change the entry: who reported it, whom it is for, and leads. Viewers only look."""
    member = request.member
    if member is None or not member.active or request.role is Role.VIEWER:
        return False
    return request.is_lead or entry.author == member.id or any(line.member == member.id for line in entry.lines)


def correct_answered(found: Answered) -> Answers | None:
    """What an answer to a card puts right; None when it puts nothing right, and is like any other message."""
    request, entry = found.request, found.entry
    correction = _read(request, entry)
    if correction is None or (correction.claim is Claim.NONE and _is_chat(request, correction)):
        return None
    if not may_change(request, entry):
        if correction.claim is Claim.NONE or not found.by_card:
            return None  # their own report, or a word among colleagues
        raise Refusal(say("not-your-entry"))
    return _correct(request, entry, correction)


def _is_chat(request: Request, correction: Correction) -> bool:
    """666 below a card in a group is applause."""
    bare = correction.bare
    return request.in_group and bare is not None and bare.currency is None and bare.value in _SLANG


def _read(request: Request, entry: Entry) -> Correction | None:
    """The text as a correction of `entry`: days that it does not name are the entry's own."""
    if entry.undone:
        return read_correction(request.text, context(request))
    known = context(request)
    found = read_correction(request.text, replace(known, today=day_of(entry)))
    if found is None or all(record.day == day_of(entry) for record in found.records):
        return found
    now = read_correction(request.text, known)
    return found if now is None else _dated(found, now, entry)


def _dated(found: Correction, now: Correction, entry: Entry) -> Correction:
    """`found` with the days that it names counted from now, not from the entry's day."""
    own = day_of(entry)
    both = zip(found.records, now.records, strict=True)
    return replace(found, records=tuple(record if record.day == own else said for record, said in both))


def correct_in_words(request: Request) -> Answers | None:
    """What a message that answers no card puts right of the writer's last report; None when it puts nothing right.

    Silence when it is not sure enough to trouble people who may only be talking.
    """
    if not may_correct(request.text):
        return None
    recent = _recent(request)
    if not recent:
        return _nothing_to_correct(request)
    entry, sure = _meant(request, recent)
    correction = _read(request, entry)
    if correction is None:
        return ask_change(request, entry) if _is_one(request) else None
    pointed = correction.instead_of is not None or not request.in_group
    if sure and (correction.claim is Claim.STATED or (correction.claim is Claim.IMPLIED and pointed)):
        return _correct(request, entry, correction)
    if correction.claim is Claim.STATED or _is_one(request):
        return _ask_target(request, entry, correction)
    return None


def tell_buyers(request: Request) -> Answers | None:
    """Puts 买家 4, said alone, on the one sale of the writer's day, so that both are corrected and undone together.

    None for any other message, and for a day of several sales, or none: then it is a report by itself.
    """
    if request.member is None or not mentions_buyers(request.text):
        return None
    found = read_all(request.text, context(request))
    if not isinstance(found, Records):
        return None
    if [(record.kind, record.for_seller) for record in found.records] != [(Kind.BUYERS, None)]:
        return None
    sale = _sale_without_buyers(request, request.member.id, found.records[0].day)
    if sale is None:
        return None
    answers = tuple(amend(request, sale, found.records))
    remember(request, sale.source_ref)
    return (*answers, *_acknowledged(request, sale))


def _sale_without_buyers(request: Request, member: MemberId, day: date) -> Entry | None:
    """The only sale of the member's day, as long as nothing of the day says how many bought."""
    numbers = day_reports.of_day(request.db, request.its_team.id, member, day)
    found = (entries.get(request.db, request.its_team.id, number) for number in numbers)
    booked = [entry for entry in found if entry is not None]
    if any(line.measure is Measure.BUYERS for entry in booked for line in entry.lines):
        return None
    sales = [entry for entry in booked if any(line.measure is Measure.GROSS for line in entry.lines)]
    return sales[0] if len(sales) == 1 else None


def _recent(request: Request) -> Sequence[Entry]:
    """The writer's entries that words can mean, the last one first."""
    if request.member is None or not request.member.active:
        return ()
    return entries.since(request.db, request.its_team.id, request.member.id, request.now - CORRECTABLE)


def _nothing_to_correct(request: Request) -> Answers | None:
    """Says so to who surely wanted to correct a report; in a group only to who reports."""
    correction = read_correction(request.text, context(request))
    stated = correction is not None and correction.claim is Claim.STATED
    if not stated and not _is_one(request):
        return None
    said = (answer(say("nothing-to-correct")),)
    return said if not request.in_group or (stated and request.member is not None) else ()


def _is_one(request: Request) -> bool:
    """Whether the reader takes the text for a correction, though it may not tell of what."""
    match read_all(request.text, context(request)):
        case Question(Doubt.CORRECTION):
            return True
        case _:
            return False


def _meant(request: Request, recent: Sequence[Entry]) -> tuple[Entry, bool]:
    """The entry that is meant, and whether that is sure: the last, or the only one with the figure that was wrong."""
    correction = read_correction(request.text, context(request))
    if correction is None or correction.instead_of is None:
        return recent[0], True
    wrong = correction.instead_of
    with_it = [entry for entry in recent if _measures(request, entry, wrong)]
    if not with_it or (len(with_it) > 1 and with_it[0] != recent[0]):
        return recent[0], False
    return with_it[0], True


def _measures(request: Request, entry: Entry, figure: Decimal) -> list[Measure]:
    """What of the entry is that figure."""
    currency = request.its_team.currency
    return [
        line.measure
        for line in entry.lines
        if (Money(line.value, currency).major if line.measure in MONEY_MEASURES else line.value) == figure
        and line.measure not in {Measure.REPORTS, Measure.GROSS_OF_ORDERS, Measure.GROSS_OF_BUYERS}
    ]


def _correct(request: Request, entry: Entry, correction: Correction) -> Answers:
    """Puts the entry right as far as the correction is clear, else asks."""
    if entry.undone:
        raise Refusal(gone(request.db, entry), buttons=restoring(request.db, entry))
    readings = _readings(request, entry, correction)
    match readings:
        case []:
            return ask_change(request, entry)
        case [said] if _is_nothing(said):
            answers = tuple(restate(request, entry, said))
        case [said]:
            answers = tuple(amend(request, entry, said))
        case _:
            piece = f"{correction.bare.value:f}" if correction.bare else request.text
            pending = _pending(request, entry, tuple(readings))
            return ask_open(request, Open.WHICH, replace(pending, doubt=Doubt.WHICH_NUMBER, piece=piece))
    remember(request, entry.source_ref)
    return (*answers, *_acknowledged(request, entry))


def _is_nothing(said: Told) -> bool:
    """没开单: nothing of the report is left."""
    return all(record.orders == 0 and not record.revenue for record in said)


def _pending(request: Request, entry: Entry, readings: tuple[Told, ...]) -> Pending:
    return Pending(entry.source_ref, entry.how, readings, request.text, amends=True)


def _acknowledged(request: Request, before: Entry) -> Answers:
    """Says what was put right, where its card is not at hand: in private in words, in a group by a sign."""
    after = entries.get(request.db, before.team, before.id)
    if after is None or after.revision == before.revision:
        return ()
    if request.in_group:
        return (Answer(Message(reaction="👍", reply_to=request.message_id), lane=Lane.BUTTON),)
    changes = differences(request.db, request.its_team, before.lines, after.lines)
    return (answer(say("corrected", number=after.id, changes=changes)),)


def _readings(request: Request, entry: Entry, correction: Correction) -> list[Told]:
    """What of the entry the correction may put right, the likeliest first."""
    if correction.bare is None:
        return [_like(entry, correction.records)]
    wrong = correction.instead_of
    measures = [] if wrong is None else _measures(request, entry, wrong)
    if len(measures) == 1:
        return list(_stating(entry, measures[0], correction.bare))
    possible = _possible(request, entry, correction.bare)
    return [said for measure in possible for said in _stating(entry, measure, correction.bare)]


def _like(entry: Entry, records: Told) -> Told:
    """`records` as they are meant of `entry`: 3单 250 below a refund tells of the refund."""
    if amounts(entry) != [Kind.REFUND] or any(record.new_customers for record in records):
        return records
    return tuple(replace(record, kind=Kind.REFUND) if record.kind is Kind.SALE else record for record in records)


def _possible(request: Request, entry: Entry, bare: Bare) -> list[Measure]:
    """What the number alone may be: the amount, or for a small one also the orders."""
    money = [Measure.GROSS if kind is Kind.SALE else Measure.REFUNDS for kind in amounts(entry)]
    counts = [line.measure for line in entry.lines if line.measure not in {*MONEY_MEASURES, Measure.REPORTS}]
    whole = bare.currency is None and bare.value == bare.value.to_integral_value()
    if not money:
        return list(dict.fromkeys(counts)) if whole else []
    if not whole or bare.value >= _SMALL or len(money) > 1 or _is_near(request, entry, money[0], bare.value):
        return money if len(money) == 1 else []
    count = Measure.ORDERS if money == [Measure.GROSS] else Measure.REFUNDED_ORDERS
    return [count, *money]


def _is_near(request: Request, entry: Entry, measure: Measure, amount: Decimal) -> bool:
    """Whether `amount` may well be what the entry's money should have been."""
    before = sum(line.value for line in entry.lines if line.measure is measure)
    return before < _ALIKE * to_minor(amount, request.its_team.currency)


def _stating(entry: Entry, measure: Measure, bare: Bare) -> tuple[Told, ...]:
    """What says that `measure` of the entry is the number; nothing for what no report can say."""
    record = stating(measure, bare.value, day_of(entry), bare.currency)
    return () if record is None else ((record,),)


def _ask_target(request: Request, entry: Entry, correction: Correction) -> Answers:
    """Asks whether that entry is meant, when the one with the wrong figure is not found."""
    readings = _readings(request, entry, correction)
    if len(readings) != 1:
        return ask_change(request, entry)
    return ask_open(request, Open.TARGET, _pending(request, entry, (readings[0],)))


def ask_change(request: Request, entry: Entry) -> Answers:
    """Asks how the entry should read; what is written next takes its place."""
    told = figures(entry.lines, request.its_team.currency)

    def worded(question: Asked) -> Message:
        cancel = Button(say("button-cancel"), data("dismiss", question.id))
        return Message((say("ask-change", number=entry.id, figures=told), *reply_to_this(request)), ((cancel,),))

    return ask(request, "change", Pending(entry.source_ref, entry.how, ()).encode(), worded)


def reword(request: Request, entry: Entry) -> Answers:
    """The text as what `entry` should say: a number or a part of it puts that right, a whole line takes its place."""
    correction = None if entry.undone else _read(request, entry)
    if correction is None or any(record.revenue is not None for record in correction.records):
        return rewrite(request, entry)
    return _correct(request, entry, correction)
