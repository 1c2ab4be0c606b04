"""What a typed answer makes of a report with an open point."""

import re
from dataclasses import replace

from bot.command import Request
from bot.pending import Pending
from bot.reader import read
from bot.reader.bare import read_bare
from bot.reader.reading import Context, Doubt, Kind, Question, Record, Records
from bot.report import context

_SOLD = {"卖了", "卖出", "卖出了", "已卖", "是", "是的", "对", "sold", "sold it", "a sale", "yes", "y"}
_UNITS = "件|盒|个|支|瓶|套|包|箱|罐|双|份|条|单|pcs|pieces|piece|boxes|orders|order"
_COUNT = re.compile(rf"(?:卖了|sold|x|×)? ?(.{{1,12}}?) ?(?:{_UNITS})?")

Told = tuple[Record, ...]


def meaning(request: Request, pending: Pending) -> Told | None:
    """What the text says the report means: one of its readings, or what was open in it put right. None for neither."""
    context_now = context(request)
    if pending.readings:
        return _among(request, pending, context_now)
    match read(request.text, context_now):
        case Records(records):
            return records
        case _:
            return _refund(request, pending, context_now) or _put_in(request, pending, context_now)


def _among(request: Request, pending: Pending, context_now: Context) -> Told | None:
    """The reading that the text says in other words."""
    if len(pending.readings) == 1 and request.text.strip().lower() in _SOLD:
        return pending.readings[0]
    match read(request.text, context_now):
        case Records(said) | Question(readings=(said,)):
            same = [reading for reading in pending.readings if _figures(reading) == _figures(said)]
            return same[0] if len(same) == 1 else None
        case _:
            return None


def _figures(records: Told) -> list[tuple[object, ...]]:
    return [(record.kind, record.revenue, record.orders, record.units, record.count) for record in records]


def _refund(request: Request, pending: Pending, context_now: Context) -> Told | None:
    """The amount of a refund that pointed at an earlier sale."""
    given = read_bare(request.text, context_now) if pending.doubt is Doubt.REFUND_WHICH else None
    if given is None:
        return None
    return (Record(kind=Kind.REFUND, day=context_now.today, revenue=given.value, currency=given.currency),)


def _put_in(request: Request, pending: Pending, context_now: Context) -> Told | None:
    """The report with the answer in the place of the piece that was open: 卖了五六百, then 580."""
    if not pending.piece or pending.piece not in pending.text:
        return None
    whole = pending.text.replace(pending.piece, request.text.strip(), 1)
    match read(whole, context_now):
        case Records(records):
            return records
        case _:
            return None


def count_in(text: str, context_now: Context) -> int | None:
    """The number of pieces that `text` is, with or without its unit; None for anything else."""
    bare = _COUNT.fullmatch(text.strip().lower())
    given = read_bare(bare[1], context_now) if bare else None
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
