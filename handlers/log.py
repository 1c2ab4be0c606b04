"""Reporting: sales, refunds and new customers, by command or in plain words, and what follows from an edit."""

from dataclasses import replace
from datetime import timedelta

from bot.asking import dismissed, pressed, withdrawn
from bot.card import card, gone
from bot.command import Answers, Capability, Refusal, Request, Usage, answer
from bot.correcting import correct_in_words, reword, tell_buyers
from bot.meaning import count_in, meaning, sold_at
from bot.open_points import ask_again, ask_open
from bot.pending import Open, Pending, Totals, decode
from bot.reader.bare import read_bare
from bot.reader.counts import begun
from bot.reader.reading import Kind
from bot.report import SOURCE, book, context, read_report, remember, rewrite
from bot.report_checks import lacks_amount
from bot.router import no_team
from bot.scene import in_team
from handlers.guided import begin
from kpi.entry import Entry, How
from kpi.message import say
from storage import entries, open_reports, questions
from storage.questions import Question

log = Capability()

# Said to who meant to report something in a form of its own.
_HINTS: dict[Kind | None, str] = {Kind.SHIPPED: "hint-shipped", Kind.RATINGS: "hint-ratings"}

EDITABLE = timedelta(hours=48)  # Telegram lets people edit for that long
_YES = {"是", "是的", "对", "对的", "嗯", "没错", "yes", "y", "yep", "ok"}
_WAYS = {
    **dict.fromkeys(("替换", "换", "换成日报", "覆盖", "是", "是的", "replace", "replace it", "yes"), Totals.REPLACE),
    **dict.fromkeys(("加", "加上", "相加", "另外的", "add", "add it", "add both"), Totals.ADD),
}
_NO = {"否", "不是", "不", "不对", "不是报单", "没卖", "都不是", "no", "n", "nope", "not a sale", "none"}


@log.command(
    "sale",
    words=("报单", "销售"),
    joins=True,
    zh=("/sale 3 299", "/sale 5 1280 3", "/sale 昨天 2 560", "报单 2 198"),
    en=("/sale 3 299", "/sale 5 1280 3", "/sale yesterday 2 560", "/sale 299"),
)
def sale(request: Request) -> Answers:
    return _report(request, sales_only=True)


@log.command("refund", words=("退款",), joins=True, zh=("/refund 1 128", "退款 128"), en=("/refund 1 128",))
def refund(request: Request) -> Answers:
    return _report(request)


@log.command(
    "new", words=("新客",), joins=True, zh=("/new 2", "新客 4", "新客 小红 阿玲"), en=("/new 2", "/new Anna, Bo")
)
def new(request: Request) -> Answers:
    return _report(request)


@log.command(
    "log",
    joins=True,
    zh=("/log 3单 1280 新客2", "/log 今天卖了5单，一共1280元", "/log"),
    en=("/log 3 orders 1280 new 2", "/log sold 5 orders for 1,280", "/log"),
)
def free(request: Request) -> Answers:
    """A report in a sentence; without one, the questions that lead to it."""
    return _report(request) if request.arguments else begin(request)


def _report(request: Request, *, sales_only: bool = False) -> Answers:
    answers = tuple(fresh(request, How.COMMAND, sales_only=sales_only))
    if not answers:
        raise Usage
    return answers


def fresh(request: Request, how: How, *, sales_only: bool = False) -> Answers:
    """Reads a message that is new. One delivered again, after its key was forgotten, finds its entry."""
    entry = entries.by_ref(request.db, request.its_team.id, SOURCE, request.source_ref)
    if entry is not None:
        return (card(request.db, request.its_team, entry, request.today),)
    corrected = None if how is How.COMMAND and not request.text.startswith("/log") else correct_in_words(request)
    if corrected is not None:
        return corrected
    told = tell_buyers(request)
    if told is not None:
        return told
    return read_report(request, how, request.source_ref, sales_only=sales_only)


def plain(request: Request) -> Answers:
    """A line that is no command: a report, or not for us. That is silence in a group, a hint to who meant the bot."""
    if request.team is None:
        raise no_team(request)
    answers = tuple(fresh(request, How.TEXT))
    if answers or (request.in_group and not request.addressed):
        return answers
    asked = questions.open_for(request.db, request.chat.id, request.person.id, request.now)
    hint = "hint-not-a-report" if asked is None else "hint-still-asked"
    return (answer(say(_HINTS.get(begun(request.text), hint))),)


def edited(request: Request) -> Answers:
    """An edited message corrects the entry that it made, completed or changed; one that made none is read anew."""
    entry = entries.of_message(request.db, SOURCE, request.source_ref)
    request = in_team(request, entry.team if entry else None)
    if request.team is None or request.now - request.sent_at > EDITABLE:
        return ()
    if entry is None:
        waited = open_reports.drop(request.db, request.team.id, request.source_ref)
        answers = tuple(read_report(request, How.TEXT, request.source_ref))
        return answers or (withdrawn(request, request.source_ref) if waited else ())
    if entry.team != request.team.id or _overtaken(request, entry):
        return ()
    if entry.undone:
        return (answer(gone(request.db, entry)),)
    try:
        answers = tuple(_edited(request, entry))
    except Refusal as refusal:
        raise Refusal(*refusal.lines, say("edit-stands"), buttons=refusal.buttons) from None
    return answers or (card(request.db, request.its_team, entry, request.today, say("edit-not-read")),)


def _edited(request: Request, entry: Entry) -> Answers:
    """A report that is edited says it all anew; what completed or corrected one may say a part of it."""
    return rewrite(request, entry) if entry.source_ref == request.source_ref else reword(request, entry)


log.plain = plain
log.edited = edited


def _overtaken(request: Request, entry: Entry) -> bool:
    """Whether a later edit was applied already; Telegram may deliver them out of order."""
    last, this = entries.edited_at(request.db, entry.team, entry.id), request.edit_date or 0
    if last is not None and this < last:
        return True
    entries.set_edited_at(request.db, entry.team, entry.id, this)
    return False


@log.answers("amount")
def amount(request: Request, question: Question) -> Answers:
    """The amount that was missing. A report that says it all is one of its own."""
    given = read_bare(request.text, context(request))
    if given is None:
        return ()
    pending = decode(question.body)
    (records,) = pending.readings
    filled = tuple(
        replace(record, revenue=given.value, currency=given.currency) if lacks_amount(record) else record
        for record in records
    )
    return _completed(request, replace(pending, readings=(filled,)))


@log.answers("unusual")
@log.answers("past")
def confirmed_in_words(request: Request, question: Question) -> Answers:
    """Yes or no, typed."""
    match _yes_or_no(request):
        case True:
            return book(request, decode(question.body).confirm(Open(question.kind)))
        case False:
            return _refused(request, question)
        case None:
            return ()


@log.answers("mine")
def own_in_words(request: Request, question: Question) -> Answers:
    """Whether it is the writer's own, typed."""
    match _yes_or_no(request):
        case True:
            return book(request, decode(question.body))
        case False:
            return _refused(request, question)
        case None:
            return ()


@log.answers("which")
def which(request: Request, question: Question) -> Answers:
    """One of the readings in words, or what was open, written anew."""
    if _yes_or_no(request) is False:
        return _refused(request, question)
    pending = decode(question.body)
    meant = meaning(request, pending)
    if meant is None:
        return ()
    totals = Totals.ASK if meant.of_day else pending.totals
    return _completed(request, replace(pending.read_as(meant.records), totals=totals))


@log.answers("pieces")
def pieces_in_words(request: Request, question: Question) -> Answers:
    """How many were sold at the price that was put forward, typed."""
    if _yes_or_no(request) is False:
        return _refused(request, question)
    pending = decode(question.body)
    sold = sold_at(pending, count_in(request.text, context(request)))
    return () if sold is None else _completed(request, pending.read_as(sold))


def _yes_or_no(request: Request) -> bool | None:
    word = request.text.strip().lower().rstrip("。.!！")
    return True if word in _YES else False if word in _NO else None


def _refused(request: Request, question: Question) -> Answers:
    return (*dismissed(request, question), answer(say("not-counted")))


def _completed(request: Request, pending: Pending) -> Answers:
    """Books what the message at hand completed."""
    answers = tuple(book(request, pending))
    remember(request, pending.ref)
    return answers


@log.press("sure")
def sure(request: Request) -> Answers:
    request, question = pressed(request)
    return book(request, decode(question.body).confirm(Open(question.kind)))


@log.press("meant")
def meant(request: Request) -> Answers:
    request, question = pressed(request)
    pending = decode(question.body)
    index = request.number(1)
    if index >= len(pending.readings):
        raise Refusal(say("button-old"))
    return book(request, pending.read_as(pending.readings[index]))


@log.press("price")
def price(request: Request) -> Answers:
    """The amount is what one costs: how many were sold comes next."""
    request, question = pressed(request)
    return ask_open(request, Open.PIECES, decode(question.body))


@log.press("pieces")
def pieces(request: Request) -> Answers:
    request, question = pressed(request)
    pending = decode(question.body)
    sold = sold_at(pending, request.number(1))
    if sold is None:
        raise Refusal(say("button-old"))
    return book(request, pending.read_as(sold))


@log.press("day")
def day(request: Request) -> Answers:
    """Whether the day's totals take the place of what is booked, or add to it."""
    request, question = pressed(request)
    ways = {way.value: way for way in (Totals.ADD, Totals.REPLACE)}
    way = ways.get(request.values[1] if len(request.values) > 1 else "")
    if way is None or question.kind != Open.DAY.value:
        raise Refusal(say("button-old"))
    return book(request, replace(decode(question.body), totals=way))


@log.answers("day")
def day_in_words(request: Request, question: Question) -> Answers:
    """The same, typed."""
    if _yes_or_no(request) is False:
        return _refused(request, question)
    way = _WAYS.get(request.text.strip().lower().rstrip("。.!！"))
    return () if way is None else book(request, replace(decode(question.body), totals=way))


@log.press("dismiss")
def dismiss(request: Request) -> Answers:
    request, question = pressed(request)
    return dismissed(request, question)


@log.press("open")
def ask_anew(request: Request) -> Answers:
    """Asks again about a report that still waits."""
    report = open_reports.get(request.db, request.its_team.id, request.number(0))
    if report is None or request.now - report.asked_at > open_reports.KEPT:
        raise Refusal(say("open-no-more"))
    if report.person != request.person.id:
        raise Refusal(say("not-yours"))
    if report.kind == Open.DAY.value:  # what is booked of the day may be another sum by now
        return book(request, decode(report.body))
    return ask_again(request, report)
