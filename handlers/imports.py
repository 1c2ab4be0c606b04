"""Bringing the past in: a file of what several people sold, read and shown for checking before it counts."""

from bot.command import Answer, Answers, Capability, Refusal, Request, Where, Who, answer
from bot.lists.file import MANY, BadFile, Sent
from bot.lists.receiving import show
from bot.lists.sheet import Sheet, Source
from bot.names import clean
from bot.reader.columns import FIGURES, Column, Header, header_of, read_table
from bot.reader.reading import Context
from kpi.message import Cell, Document, Form, Message, joined, say
from storage import members

imports = Capability()

_OFFERED = (
    Column.DAY,
    Column.SELLER,
    Column.AMOUNT,
    Column.ORDERS,
    Column.UNITS,
    Column.NEW,
    Column.REFUND,
    Column.REPEAT,
    Column.CONTACTS,
    Column.INQUIRIES,
    Column.VISITORS,
    Column.COMPLAINTS,
    Column.BUYERS,
    Column.PAGE_VIEWS,
    Column.RATINGS,
    Column.SHIPPED,
    Column.HOURS,
)
_NEEDED = (Column.DAY, Column.SELLER)
_MOST_NAMES = 100


@imports.command("import", words=("导入",), who=Who.LEAD, where=Where.PRIVATE, zh=("/import",), en=("/import",))
def offer(request: Request) -> Answers:
    """How it is done, and the table to fill in, with everybody's name in it."""
    head: tuple[Cell, ...] = tuple(say(f"column-{column.value}") for column in _OFFERED)
    blank: tuple[Cell, ...] = (None,) * (len(_OFFERED) - len(_NEEDED))
    known = [member for member in members.of_team(request.db, request.its_team.id) if member.active][:_MOST_NAMES]
    rows = (head, *((request.today, member.name, *blank) for member in known))
    files = (Document(say("import-template"), form, rows) for form in (Form.XLSX, Form.CSV))
    return (answer(say("import-how", n=MANY)), *(Answer(Message(document=file)) for file in files))


def received(request: Request) -> Answers:
    """The rows of the file, shown for checking."""
    sent = request.file or Sent("", bad=BadFile.NOT_FETCHED)
    if sent.bad is not None:
        raise Refusal(say(f"file-{sent.bad.value}", n=MANY))
    header = header_of(sent.table)
    if header is None:
        raise Refusal(say("file-no-columns"))
    _refuse_incomplete(header)
    listing = read_table(sent.table, header, Context(request.today, request.its_team.currency), dated=True)
    if not listing.rows:
        raise Refusal(say(f"file-{BadFile.EMPTY.value}", n=MANY))
    if len(listing.rows) > MANY:
        raise Refusal(say(f"file-{BadFile.TOO_MANY.value}", n=MANY))
    title = clean(sent.name, "")
    return show(request, Sheet(Source.IMPORT, sent.digest, title, listing.rows, listing.total, listing.ignored))


imports.document = received


def _refuse_incomplete(header: Header) -> None:
    """`Refusal` when a column is missing without which no row can be booked."""
    missing = [column for column in _NEEDED if column not in header.columns]
    if not any(column in header.columns for column in FIGURES):
        missing.append(Column.AMOUNT)
    if missing:
        raise Refusal(say("file-missing", columns=joined(*(say(f"column-{column.value}") for column in missing))))
