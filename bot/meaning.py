"""What a typed answer makes of a report with an open point."""

import re
from dataclasses import replace

from bot.command import Request
from bot.pending import Pending
from bot.reader.alternatives import with_piece
from bot.reader.bare import read_bare
from bot.reader.counts import read_all
from bot.reader.days import is_day
from bot.reader.reading import Context, Doubt, Kind, Question, Record, Records
from bot.report import context

_SOLD = {"卖了", "卖出", "卖出了", "已卖", "是", "是的", "对", "sold", "sold it", "a sale", "yes", "y"}
_MINE = {"我", "我的", "我自己", "自己", "是我的", "me", "mine", "my own", "it is mine", "it's mine"}
_UNITS = "件|盒|个|支|瓶|套|包|箱|罐|双|份|条|单|pcs|pieces|piece|boxes|orders|order"
_COUNT = re.compile(rf"(?:卖了|sold|x|×)? ?(.{{1,12}}?) ?(?:{_UNITS})?")

Told = tuple[Record, ...]


def meaning(request: Request, pending: Pending) -> Records | None:
    """What the text says the report means: one of its readings, or what was open in it put right. None for neither."""
    known = context(request)
    if pending.readings:
        reading = _among(request, pending, known)
        return _put_in(request, pending, known) if reading is None else Records(reading)
    match read_all(request.text, known):
        case Records() as said if _answers(pending, said, known):
            return said
        case Records():
            return None  # a report of its own
        case _:
            return _refund(request, pending, known) or _put_in(request, pending, known)


def _answers(pending: Pending, said: Records, known: Context) -> bool:
    """Whether a whole report says anew what was open, and is none of its own."""
    if said.of_day:
        return False
    match pending.doubt:
        case Doubt.SPAN:
            return len({record.day for record in said.records}) > 1
        case Doubt.REFUND_WHICH:
            return all(record.kind is Kind.REFUND for record in said.records)
        case Doubt.WHO:
            meant = with_piece(pending.text, pending.piece, "", known)
            return meant is not None and _figures(meant.records) == _figures(said.records)
        case _:
            return len(said.records) == 1


def _among(request: Request, pending: Pending, known: Context) -> Told | None:
    """The reading that the text says in other words."""
    whose = pending.doubt is Doubt.WHO
    if len(pending.readings) == 1 and not whose and request.text.strip().lower() in _SOLD:
        return pending.readings[0]
    match read_all(request.text, known):
        case Records(said) | Question(readings=(said,)):
            same = [reading for reading in pending.readings if _figures(reading) == _figures(said)]
            if len(same) != 1 or (not whose and _sellers(same[0]) != _sellers(said)):
                return None
            return said if whose else same[0]
        case _:
            return None


def _figures(records: Told) -> list[tuple[object, ...]]:
    return [(record.kind, record.revenue, record.orders, record.units, record.count) for record in records]


def _sellers(records: Told) -> list[str | None]:
    return [record.for_seller for record in records]


def _refund(request: Request, pending: Pending, known: Context) -> Records | None:
    """The amount of a refund that pointed at an earlier sale."""
    given = read_bare(request.text, known) if pending.doubt is Doubt.REFUND_WHICH else None
    if given is None:
        return None
    return Records((Record(kind=Kind.REFUND, day=known.today, revenue=given.value, currency=given.currency),))


def _put_in(request: Request, pending: Pending, known: Context) -> Records | None:
    """The report with the answer in the place of the piece that was open: 卖了五六百, then 580."""
    answer = request.text.strip().rstrip("。.!！")
    if pending.doubt is Doubt.WHO:
        return _belongs(answer, pending, known)
    if pending.doubt is Doubt.NO_SUCH_DAY:
        return with_piece(pending.text, pending.piece, answer, known) if is_day(answer, known.today) else None
    fits = read_bare(answer, known) is not None or count_in(answer, known) is not None
    return with_piece(pending.text, pending.piece, answer, known) if fits else None


def _belongs(answer: str, pending: Pending, known: Context) -> Records | None:
    """The report of whom the answer names: a member, or the writer."""
    if answer.lower() in _MINE:
        return with_piece(pending.text, pending.piece, "", known)
    name = answer.removeprefix("@")
    return with_piece(pending.text, pending.piece, name, known) if name in known.members else None


def count_in(text: str, known: Context) -> int | None:
    """The number of pieces that `text` is, with or without its unit; None for anything else."""
    bare = _COUNT.fullmatch(text.strip().lower())
    given = read_bare(bare[1], known) if bare else None
    if given is None or given.currency is not None or given.value != given.value.to_integral_value():
        return None
    return int(given.value)


def sold_at(pending: Pending, pieces: int | None) -> Told | None:
    """The one sale of `pending`, whose amount is the price of one, for that many pieces. None for none at all."""
    if not pieces or not pending.readings:
        return None
    (sale, *_) = pending.readings[0]
    assert sale.revenue is not None  # noqa: S101
    return (replace(sale, units=pieces, revenue=sale.revenue * pieces),)
