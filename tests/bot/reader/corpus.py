"""Labelled messages, and how far the reading of one is what its label says.

A file of them holds one JSON object a line: `expect` is a list of records, "none" or "ambiguous".
"""

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import NotRequired, TypedDict

from bot.reader.reading import Context, Kind, Nothing, Question, Reading, Record, Records

HERE = Path(__file__).parent
DEV = HERE / "entry-dev.jsonl"  # the development part of the entry corpus
OWN = HERE / "own.jsonl"  # invented for these tests
CHITCHAT = HERE / "chitchat.txt"  # talk in sellers' groups, invented too: one message a line
CORE = frozenset({Kind.SALE, Kind.REFUND, Kind.NEW_CUSTOMERS})

_Core = tuple[Kind, date, str, Decimal | None, int | None, int | None, str | None]
_Money = tuple[Kind, date, str, Decimal, str | None]


class Expected(TypedDict):
    """One record, as the label has it."""

    kind: str
    revenue: str | None
    orders: int | None
    units: int | None
    new_customers: int | None
    count: int | None
    product: str | None
    day: str
    for_seller: str | None
    currency: str | None
    product_ok: NotRequired[list[str]]


@dataclass(frozen=True, slots=True)
class Message:
    """One message and its label: the records it states, or "none", or "ambiguous"."""

    id: str
    language: str
    sort: str
    tags: tuple[str, ...]
    text: str
    expect: str | list[Expected]


def messages_of(file: Path) -> list[Message]:
    """All messages of a labelled file."""
    lines = map(json.loads, file.read_text(encoding="utf-8").splitlines())
    return [
        Message(line["id"], line["lang"], line["class"], tuple(line["tags"]), line["text"], line["expect"])
        for line in lines
    ]


def context_beside(file: Path) -> Context:
    """What is known of the team in a labelled file: it stands in the `.context.json` beside it."""
    known = json.loads(file.with_suffix(".context.json").read_text(encoding="utf-8"))
    today = datetime.fromisoformat(known["now"]).date()
    return Context(today, known["currency"], tuple(known["members"]), tuple(known["products"]))


def is_exact(message: Message, reading: Reading, context: Context) -> bool:
    """Whether every field of every record is as labelled, in any order."""
    if isinstance(message.expect, str):
        return _outcome(reading) == message.expect
    if not isinstance(reading, Records) or len(reading.records) != len(message.expect):
        return False
    left = list(reading.records)
    for one in message.expect:
        found = next((record for record in left if _is(record, one, context)), None)
        if found is None:
            return False
        left.remove(found)
    return True


def is_core(message: Message, reading: Reading, context: Context) -> bool:
    """Whether sales, refunds and new customers are as labelled; pieces, products and other counts may differ."""
    if isinstance(message.expect, str):
        return _outcome(reading) == message.expect
    expected = Counter(_core(record, context) for record in _records(message.expect, context) if record.kind in CORE)
    if not isinstance(reading, Records):
        return not expected and isinstance(reading, Nothing)
    return Counter(_core(record, context) for record in reading.records if record.kind in CORE) == expected


def is_wrong_money(message: Message, reading: Reading, context: Context) -> bool:
    """Whether an amount is logged that the label does not hold (or holds for another kind, day or person), or one
    of several is left out. A record without an amount leads to a question, so it is no wrong money.
    """
    logged = reading.records if isinstance(reading, Records) else ()
    expected = () if isinstance(message.expect, str) else _records(message.expect, context)
    booked, right = Counter(_money(logged, context)), Counter(_money(expected, context))
    asked = any(record.revenue is None and record.kind in CORE for record in logged)
    return bool(booked - right) or (bool(booked) and not asked and booked != right)


def _outcome(reading: Reading) -> str:
    match reading:
        case Nothing():
            return "none"
        case Question():
            return "ambiguous"
        case Records():
            return "records"


def _records(expect: Sequence[Expected], context: Context) -> tuple[Record, ...]:
    return tuple(
        Record(
            kind=Kind(one["kind"]),
            day=_day(one["day"], context.today),
            revenue=None if one["revenue"] is None else Decimal(one["revenue"]),
            orders=one["orders"],
            units=one["units"],
            new_customers=one["new_customers"],
            count=one["count"],
            for_seller=one["for_seller"],
            currency=one["currency"],
        )
        for one in expect
    )


def _day(day: str, today: date) -> date:
    known = {"today": today, "yesterday": today - timedelta(days=1)}
    return known[day] if day in known else date.fromisoformat(day)


def _core(record: Record, context: Context) -> _Core:
    return (
        record.kind,
        record.day,
        record.currency or context.currency,
        record.revenue,
        record.orders,
        record.new_customers,
        record.for_seller,
    )


def _money(records: Sequence[Record], context: Context) -> list[_Money]:
    return [
        (record.kind, record.day, record.currency or context.currency, record.revenue, record.for_seller)
        for record in records
        if record.revenue is not None
    ]


def _is(record: Record, expected: Expected, context: Context) -> bool:
    (labelled,) = _records([expected], context)
    products = [expected["product"], *expected.get("product_ok", [])]
    return (
        _core(record, context) == _core(labelled, context)
        and (record.units, record.count) == (labelled.units, labelled.count)
        and _singular(record.product) in map(_singular, products)
    )


def _singular(product: str | None) -> str | None:
    """A product without the plurals of its parts: one is as good as the other."""
    if product is None:
        return None
    return "+".join(part.strip().removesuffix("s") for part in product.lower().split("+"))
