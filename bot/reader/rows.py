"""Lines of a list of what several people sold: whose they are and what they say."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import Enum
from typing import assert_never

from bot.reader import read
from bot.reader.reading import Context, Doubt, Kind, Nothing, Question, Record, Records

LONGEST = 60  # characters of a line that are kept to show it
_LONGEST_READ = 300
_SMALL = 50  # a single bare number below may count orders or money
_NOUGHT = re.compile(r"(?:0|零|无|没有|没|nil|none|no|-|—|/)[。.!！]?", re.IGNORECASE)
_BARE = re.compile(r"[^\d]{0,2}\d{1,2}[^\d]{0,2}")
_FIGURE = re.compile(r"\d|[一二两三四五六七八九十百千万]")
_SHORT_NEW = re.compile(r"(?<![一-鿿])新(?=[ :：]?\d)")  # 新2 stands for 新客2 behind other figures


class Fault(Enum):
    """Why a line cannot be booked as it is written."""

    NO_NAME = "no-name"
    NO_FIGURE = "no-figure"
    NO_AMOUNT = "no-amount"
    UNCLEAR = "unclear"  # 5: orders or money
    UNREAD = "unread"
    TO_COME = "to-come"  # its day
    NO_DAY = "no-day"
    BAD_DAY = "bad-day"
    BAD_NUMBER = "bad-number"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A line of a list. `records` name no seller: they are those of `who`, as the writer spelt it.

    `line` is its place, counted from 1; `said` what stands behind the name, or the cell that is at `fault`.
    """

    line: int
    who: str
    said: str
    records: tuple[Record, ...] = ()
    fault: Fault | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """A list. `total` is the sum of money that stands below it, in major units, if one does.

    `sure`: it calls itself a list of sales (接龙, 业绩), so that its lines need no words of selling.
    """

    title: str
    rows: tuple[Row, ...]
    total: Decimal | None = None
    sure: bool = False
    ignored: tuple[str, ...] = ()  # columns that nothing is known about


def read_row(line: int, who: str, said: str, context: Context) -> Row:
    """The row that `said`, what stands behind the name `who`, makes. `context` names no members."""
    row = Row(line=line, who=who, said=said[:LONGEST])
    if _NOUGHT.fullmatch(said):
        return replace(row, records=(nothing_sold(context),))
    if not said or not _FIGURE.search(said):
        return _told(row, read(f"/sale {said}", context), Fault.NO_FIGURE)
    if _BARE.fullmatch(said) and _small(said):
        return replace(row, fault=Fault.UNCLEAR)
    return _told(row, read(f"/sale {_SHORT_NEW.sub('新客', said[:_LONGEST_READ])}", context), Fault.UNREAD)


def nothing_sold(context: Context) -> Record:
    """A report of a day without a sale."""
    return Record(kind=Kind.SALE, day=context.today, revenue=Decimal(0), orders=0)


def lacks_amount(records: tuple[Record, ...]) -> bool:
    """Whether a sale or refund among them was told without what it came to."""
    return any(record.kind in {Kind.SALE, Kind.REFUND} and record.revenue is None for record in records)


def _small(said: str) -> bool:
    digits = "".join(character for character in said if character.isdecimal())
    return digits == "".join(said.split()) and 0 < int(digits) < _SMALL


def _told(row: Row, reading: Records | Question | Nothing, otherwise: Fault) -> Row:
    match reading:
        case Nothing():
            return replace(row, fault=otherwise)
        case Question(doubt):
            return replace(row, fault=Fault.TO_COME if doubt is Doubt.FUTURE_DATE else Fault.UNREAD)
        case Records(records) if lacks_amount(records):
            return replace(row, fault=Fault.NO_AMOUNT)
        case Records(records):
            return replace(row, records=tuple(_nobodys(record) for record in records))
        case _:
            assert_never(reading)


def _nobodys(record: Record) -> Record:
    """Without a seller; a sale of nothing is one of no orders."""
    if record.kind is Kind.SALE and not record.revenue and not record.orders:
        return replace(record, for_seller=None, orders=0)
    return replace(record, for_seller=None)
