"""What is reported beside sales and not by `read`: buyers, page views, ratings, shipped orders, a customer's words.

Each is a piece of a message in a fixed form. What stands around the pieces is read as always, and they count only
where it is a report as well, or nothing but a day and a name.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal

from bot.reader import read
from bot.reader.bare import read_bare
from bot.reader.reading import Context, Doubt, Kind, Question, Reading, Record, Records
from bot.reader.writing import LIMIT, Writing, writing

_LONGEST_NOTE = 60  # characters
_MOST_ORDERS = 10_000
_N = r"(\d{1,3}(?:,\d{3})+|\d{1,8})(?![\d.:/%])"
_HINT = re.compile(
    r"买家|買家|顾客|顧客|位|人数|buyer|pv|浏览|瀏覽|访问|訪問|page ?view|评|評|星|star|rating|发货|發貨|shipp?ed"
    r"|投诉|投訴|客诉|客訴|差评|差評|complain"
)
_OF_BUYERS = re.compile(r"买家|買家|顾客|顧客|位|人数|buyer")
_BEGUN = re.compile(r" *(?:(?P<shipped>已?发货|shipped)|好评|评分|打分|ratings?\b) ?#?\d")
_UNITS = re.compile(r"\s*(\d{1,4}) ?(?:件|pcs|pieces)[。.!！]?\s*", re.IGNORECASE)
_SHORT = 16  # characters
_HEAD = re.compile(r"/ ?(?:log|sale|报单)(?:@\w+)?\s*|报单\s+")

_OWN = r"(?<!new )(?<!repeat )(?<!returning )(?<![新老])"  # of buyers: there are other words for those
# A label before its number, and behind it.
_NO_UNIT = r"(?! ?(?:[单笔件盒个元块万]|orders?\b|deals?\b|pcs\b))"
_BUYERS = (
    re.compile(
        _OWN + "(?:(?:买家|购买人数|成交人数|下单人数|付款人数|顾客)数? ?[::=]? ?" + _N + r" ?[位个名人]?"
        r"|\bbuyers? ?[:=]? ?" + _N + ")" + _NO_UNIT
    ),
    re.compile(
        r"(?<![\w.])" + _N + " ?(?:[位个名] ?买家|位 ?(?:客户|顾客|客人))"
        r"|(?<![^\W\d元单件块][ :,])(?<![\w.:])" + _N + r" ?位(?!\w)"
        r"|(?<![\w.])" + _N + r" (?:paying )?buyers?\b"
    ),
)
_PAGE_VIEWS = (
    re.compile(r"(?:\bpv|浏览量|浏览数|浏览|页面访问量|访问量|\bpage ?views?) ?[::=]? ?" + _N + " ?次?"),
    re.compile(r"(?<![\w.])" + _N + r" ?(?:page ?views?\b|次浏览|pv\b)"),
)
_VISITORS = (
    re.compile(r"(?:\buv|独立访客数?|访客数?|\bvisitors?) ?[::=]? ?" + _N + " ?[位个人]?"),
    re.compile(r"(?<![\w.])" + _N + r" ?(?:visitors?\b|[位个]?访客|uv\b)"),
)
_STARS = r"(?P<{name}>[1-5](?:(?: ?[,，、/;] ?| )[1-5])*)(?![\d.%:])"
_RATING = re.compile(
    "|".join(
        (
            r"(?:评分|打分|星级) ?[::]? ?" + _STARS.format(name="a") + " ?[分星]?",
            r"好评 ?[::]? ?(?P<b>[45])(?![\d.%:]) ?[分星]?(?![单条个])",
            r"(?P<c>[1-5]) ?星(?:好评|评价|中评)",
            r"\bratings? ?:? ?" + _STARS.format(name="d") + r"(?: stars?)?(?! ?(?:of|out)\b)",
            r"\b(?P<e>[1-5])[- ]stars?(?: rating| review)?(?= from\b| ?[\"“「]|:|$)",
        )
    )
)
_LASTED = r"\d{1,4}(?:\.\d{1,2})? ?(?:小时|hours?|hrs?|h|分钟|minutes?|mins?|天|days?|d)(?![a-z])"
_SHIPPED = r"(?:已发货|发货|shipped|ship) ?:? ?"
_SHIPPED_NUMBERS = re.compile(_SHIPPED + r"(?P<numbers>#\s?\d{1,15}(?:(?: ?[,，、和] ?| )#?\d{1,15})*)")
_SHIPPED_TOGETHER = re.compile(
    _SHIPPED
    + r"(?P<n>\d{1,5}) ?(?:单|笔|orders?)? ?[,，]? ?(?:平均|均|用时|用了|耗时|average|avg\.?|in|after) ?"
    + rf"(?:of )?(?P<each>{_LASTED})"
)
_SHIPPED_EACH = re.compile(_SHIPPED + rf"(?P<times>{_LASTED}(?:(?: ?[,，、/和] ?| ){_LASTED})*)")
_TIME = re.compile(r"(\d{1,4}(?:\.\d{1,2})?) ?([a-z]+|小时|分钟|天)")
_ABOUT = re.compile(r"^(?:from|about)\b ?", re.IGNORECASE)
_ASKS = re.compile(r"^ ?[的了过]|[吗呢么嘛?？] ?$")
_DAYS = {"today", "yesterday", "今天", "昨天", "今日"}
_COMPLAINT = re.compile(r"(?:投诉|客诉|差评|complaints?) ?:? ?(?P<n>\d{0,3}) ?[个单条起次]?(?P<note>.*)$", re.DOTALL)


@dataclass(frozen=True, slots=True)
class _Piece:
    """What stands from `start` to `end` of a message."""

    start: int
    end: int
    record: Record


def begun(text: str) -> Kind | None:
    """What somebody began to report whose message is no report: 发货3单 does not say how long that took."""
    found = _BEGUN.match(text.lower())
    return None if found is None else Kind.SHIPPED if found["shipped"] else Kind.RATINGS


def mentions_buyers(text: str) -> bool:
    """Whether `text` may say how many bought. Made for every message, to look no further into most."""
    return len(text) <= LIMIT and _OF_BUYERS.search(text.lower()) is not None


def read_all(text: str, context: Context) -> Reading:
    """What `text` reports, as `read` has it, and what is reported beside it."""
    if len(text) > LIMIT or not _HINT.search(text.lower()):
        return _pieces_alone(text, context) or read(text, context)
    written = writing(text)
    pieces = sorted(_pieces(written.shown, written.folded, context), key=lambda piece: piece.start)
    if not pieces:
        return _complained(text, written, context)
    return _read_around(written.shown, pieces, context) or read(text, context)


def _pieces_alone(text: str, context: Context) -> Reading | None:
    """5件 and nothing else: sold pieces, of how many orders and for how much was not said."""
    found = _UNITS.fullmatch(text) if len(text) <= _SHORT else None
    if found is None or not int(found[1]):
        return None
    return Records((Record(kind=Kind.SALE, day=context.today, units=int(found[1])),))


def _complained(text: str, written: Writing, context: Context) -> Reading:
    """What `text` reports, a complaint with what was said: 少发一件 in it is no sale."""
    found = _with_words(read(text, context), written)
    told = _COMPLAINT.search(written.folded)
    if told is None or not told["n"] or not int(told["n"]) or _asks(told["note"]) or _has_money(found):
        return found
    note = _note(written.shown[told.start("note") :])
    record = Record(kind=Kind.COMPLAINT, day=context.today, count=int(told["n"]), note=note)
    piece = _Piece(told.start(), len(written.shown), record)
    return _read_around(written.shown, [piece], context) or found


def _has_money(found: Reading) -> bool:
    """Whether it is settled what it says: amounts beside a complaint, or nothing but complaints."""
    match found:
        case Records(records):
            alone = all(record.kind is Kind.COMPLAINT for record in records)
            return alone or any(record.revenue is not None for record in records)
        case _:
            return False


def _asks(said: str) -> bool:
    """Whether it goes on as a question, or as a sentence of which the piece is a part."""
    return _ASKS.search(said) is not None


def _pieces(shown: str, folded: str, context: Context) -> Iterator[_Piece]:
    """The pieces that were found, none in another."""
    whole = [*_ratings(shown, folded, context), *_shipped(folded, context)][:1]
    if whole:
        yield from whole
        return
    yield from _bought(folded, context)
    yield from _views(folded, context)


def _bought(folded: str, context: Context) -> Iterator[_Piece]:
    """Buyers; where a number stands on either side of the word, the smaller is no amount."""
    found = [piece for pattern in _BUYERS for piece in _counted(pattern, Kind.BUYERS, folded, context)]
    yield from sorted(found, key=lambda piece: piece.record.count or 0)[:1]


def _views(folded: str, context: Context) -> Iterator[_Piece]:
    """Page views, and the visitors beside them, their labels all before the numbers or all behind them."""
    ways = [
        (views, list(_counted(visitors, Kind.VISITORS, folded, context))[:1])
        for of_views, visitors in zip(_PAGE_VIEWS, _VISITORS, strict=True)
        for views in list(_counted(of_views, Kind.PAGE_VIEWS, folded, context))[:1]
    ]
    for views, visitors in sorted(ways, key=lambda way: min(piece.start for piece in (way[0], *way[1])))[:1]:
        yield views
        yield from visitors


def _counted(pattern: re.Pattern[str], kind: Kind, folded: str, context: Context) -> Iterator[_Piece]:
    for found in pattern.finditer(folded):
        number = next(group for group in found.groups() if group)
        yield _Piece(*found.span(), Record(kind=kind, day=context.today, count=int(number.replace(",", ""))))


def _ratings(shown: str, folded: str, context: Context) -> Iterator[_Piece]:
    """Ratings, with what stands behind them: who gave them, and what was said."""
    found = _RATING.search(folded)
    if found is None:
        return
    stars = tuple(int(star) for group in found.groups() if group for star in re.findall(r"[1-5]", group))
    record = Record(kind=Kind.RATINGS, day=context.today, stars=stars)
    rest = shown[found.end() :]
    if _asks(rest):
        return
    if isinstance(read(rest, context), Records):
        yield _Piece(*found.span(), record)
    else:
        yield _Piece(found.start(), len(folded), replace(record, note=_note(rest)))


def _shipped(folded: str, context: Context) -> Iterator[_Piece]:
    shipped = Record(kind=Kind.SHIPPED, day=context.today)
    if found := _SHIPPED_NUMBERS.search(folded):
        numbers = tuple(dict.fromkeys(int(number) for number in re.findall(r"\d+", found["numbers"])))
        yield _Piece(*found.span(), replace(shipped, shipped=numbers))
    elif found := _SHIPPED_TOGETHER.search(folded):
        orders = min(int(found["n"]), _MOST_ORDERS)
        yield _Piece(*found.span(), replace(shipped, handled=((orders, _minutes(found["each"])[0]),) if orders else ()))
    elif found := _SHIPPED_EACH.search(folded):
        handled = tuple((1, minutes) for minutes in _minutes(found["times"]))
        yield _Piece(*found.span(), replace(shipped, handled=handled))


def _minutes(times: str) -> list[int]:
    """Whole minutes, at least one each."""
    of_unit = {"小": 60, "h": 60, "分": 1, "m": 1, "天": 24 * 60, "d": 24 * 60}
    found = ((Decimal(amount), of_unit[unit[0]]) for amount, unit in _TIME.findall(times))
    return [max(1, int((amount * unit).to_integral_value(ROUND_HALF_UP))) for amount, unit in found]


def _read_around(shown: str, pieces: list[_Piece], context: Context) -> Reading | None:
    """The pieces and what stands around them; None where that is no report."""
    head = _HEAD.match(shown.lower())
    start = head.end() if head else 0
    rest = _without(shown, pieces, "")
    if not rest[start:].strip(" ,，。.、;；\n!！"):
        return Records(tuple(piece.record for piece in pieces))
    match read(rest, context):
        case Records(records, of_day):
            return Records(tuple(_joined(records, pieces)), of_day)
        case Question() as question if question.doubt not in {Doubt.BARE_MONEY, Doubt.PRODUCT_PRICE}:
            readings = tuple(tuple(_joined(records, pieces)) for records in question.readings)
            return replace(question, readings=readings)
        case _:
            return _sold_to(rest, pieces, context) or _of_day(shown, pieces, context)


def _sold_to(rest: str, pieces: list[_Piece], context: Context) -> Reading | None:
    """1000 beside buyers is what they paid."""
    amount = read_bare(rest.strip(" ,，"), context)
    if amount is None or all(piece.record.kind is not Kind.BUYERS for piece in pieces):
        return None
    sale = Record(kind=Kind.SALE, day=context.today, revenue=amount.value, currency=amount.currency)
    return Records(tuple(_joined((sale,), pieces)))


def _of_day(shown: str, pieces: list[_Piece], context: Context) -> Reading | None:
    """The pieces alone, of the day and the member that stand beside them.

    What is a question or a plan is none with a count in the place of the pieces either.
    """
    match read(_without(shown, pieces, " UV 1 "), context):
        case Records((Record(kind=Kind.VISITORS, count=1) as alone,)):
            return Records(tuple(replace(piece.record, day=alone.day, for_seller=alone.for_seller) for piece in pieces))
        case _:
            return None


def _without(shown: str, pieces: list[_Piece], instead: str) -> str:
    """The message without the pieces, and `instead` in the place of the first."""
    left, at = "", 0
    for index, piece in enumerate(pieces):
        left += shown[at : piece.start] + (instead if index == 0 else " ")
        at = piece.end
    return " ".join((left + shown[at:]).split(" ")).strip()


def _joined(records: tuple[Record, ...], pieces: list[_Piece]) -> Iterator[Record]:
    """`records`, the buyers on the one sale among them, and the other pieces of their day and member."""
    sales = [record for record in records if record.kind is Kind.SALE]
    buyers = next((piece.record.count for piece in pieces if piece.record.kind is Kind.BUYERS), None)
    for record in records:
        yield replace(record, buyers=buyers) if sales == [record] and buyers else record
    for piece in pieces:
        if piece.record.kind is not Kind.BUYERS or len(sales) != 1:
            yield replace(piece.record, day=records[0].day, for_seller=records[0].for_seller)


def _with_words(reading: Reading, written: Writing) -> Reading:
    """A complaint with what stands behind it: whose it is, and about what."""
    match reading:
        case Records((Record(kind=Kind.COMPLAINT) as complaint,), of_day) if found := _COMPLAINT.search(written.folded):
            return Records((replace(complaint, note=_note(written.shown[found.start("note") :])),), of_day)
        case _:
            return reading


def _note(said: str) -> str:
    words = _ABOUT.sub("", " ".join(said.split())).strip(" ,，:：。;；")[:_LONGEST_NOTE]
    return "" if words.lower() in _DAYS else words
