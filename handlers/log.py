"""Reporting: sales, refunds and new customers, by command or in plain words, and what follows from an edit."""

from dataclasses import replace
from datetime import timedelta

from bot.asking import pressed, question_slot, settle, unanswered
from bot.card import card
from bot.command import Answer, Answers, Capability, Refusal, Request, Usage, answer
from bot.pending import decode
from bot.reader.bare import read_bare
from bot.report import SOURCE, book, context, lacks_amount, not_counted, read_report, remember, rewrite
from bot.router import no_team
from bot.scene import in_team
from handlers.guided import begin
from kpi.entry import Entry, How
from kpi.message import Message, say
from storage import entries, questions
from storage.questions import Question

log = Capability()

EDITABLE = timedelta(hours=48)  # Telegram lets people edit for that long
_YES = {"是", "是的", "对", "对的", "嗯", "没错", "yes", "y", "yep", "ok"}
_NO = {"否", "不是", "不", "不对", "no", "n", "nope"}


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


@log.command("new", words=("新客",), joins=True, zh=("/new 2", "新客 4"), en=("/new 2",))
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
    answers = tuple(_fresh(request, How.COMMAND, sales_only=sales_only))
    if not answers:
        raise Usage
    return answers


def _fresh(request: Request, how: How, *, sales_only: bool = False) -> Answers:
    """Reads a message that is new. One delivered again, after its key was forgotten, finds its entry."""
    entry = entries.by_ref(request.db, request.its_team.id, SOURCE, request.source_ref)
    if entry is not None:
        return (card(request.db, request.its_team, entry, request.today),)
    return read_report(request, how, request.source_ref, sales_only=sales_only)


def plain(request: Request) -> Answers:
    """A line that is no command: a report, or not for us. That is silence in a group, a hint to who meant the bot."""
    if request.team is None:
        raise no_team(request)
    answers = tuple(_fresh(request, How.TEXT))
    if answers or (request.in_group and not request.addressed):
        return answers
    return (answer(say("hint-not-a-report")),)


def edited(request: Request) -> Answers:
    """An edited message corrects the entry that it made, completed or changed; one that made none is read anew."""
    entry = entries.of_message(request.db, SOURCE, request.source_ref)
    request = in_team(request, entry.team if entry else None)
    if request.team is None or request.now - request.sent_at > EDITABLE:
        return ()
    if entry is None:
        return read_report(request, How.TEXT, request.source_ref)
    if entry.team != request.team.id or _overtaken(request, entry):
        return ()
    if entry.undone:
        return (answer(say("edit-undone", number=entry.id)),)
    try:
        answers = tuple(rewrite(request, entry))
    except Refusal as refusal:
        raise Refusal(*refusal.lines, say("edit-stands"), buttons=refusal.buttons) from None
    return answers or (card(request.db, request.its_team, entry, request.today, say("edit-not-read")),)


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
    answers = tuple(book(request, replace(pending, readings=(filled,))))
    remember(request, pending.ref)
    return answers


@log.answers("unusual")
def confirmed_in_words(request: Request, question: Question) -> Answers:
    """Yes or no, typed."""
    word = request.text.strip().lower().rstrip("。.!！")
    if word in _YES:
        return book(request, decode(question.body), confirmed=True)
    return (*settle(request), not_counted()) if word in _NO else ()


@log.answers("which")
def which(request: Request, question: Question) -> Answers:  # noqa: ARG001 - the shape of all readers of answers
    """The choices are buttons; whatever is written is a message of its own."""
    return ()


@log.press("sure")
def sure(request: Request) -> Answers:
    request, question = pressed(request)
    return book(request, decode(question.body), confirmed=True)


@log.press("meant")
def meant(request: Request) -> Answers:
    request, question = pressed(request)
    pending = decode(question.body)
    index = request.number(1)
    if index >= len(pending.readings):
        raise Refusal(say("button-old"))
    return book(request, replace(pending, readings=(pending.readings[index],)))


@log.press("dismiss")
def dismiss(request: Request) -> Answers:
    request, question = pressed(request)
    questions.close(request.db, question.id, request.now)
    return (Answer(Message((unanswered(question),)), question_slot(question)),)
