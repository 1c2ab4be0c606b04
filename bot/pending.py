"""A report that waits for an answer: what was read so far, and what is open in it."""

import json
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any

from bot.reader.reading import Doubt, Kind, Named, Record
from kpi.entry import How

_LONGEST_TEXT = 400  # characters of the message that are kept

Readings = tuple[tuple[Record, ...], ...]


class Open(Enum):
    """What is asked about a report before it counts. The value is the kind of the question."""

    AMOUNT = "amount"  # how much it was
    UNUSUAL = "unusual"  # whether a figure far above the usual is right
    PAST = "past"  # whether it really was that long ago
    WHICH = "which"  # which of its readings is meant
    PIECES = "pieces"  # how many were sold at that price
    MINE = "mine"  # whether it is the writer's own, though it names a colleague
    DAY = "day"  # whether the day's totals take the place of what is booked, or add to it
    TARGET = "target"  # whether that entry is to be put right


class Totals(Enum):
    """How a report meets what is booked of its day already."""

    NONE = "none"  # it is a sale like any other
    ASK = "ask"  # it states the totals of the day: that has to be asked
    ADD = "add"  # beside what is there
    REPLACE = "replace"  # in the place of what is there


@dataclass(frozen=True, slots=True)
class Pending:
    """`readings` are the possible meanings, the likeliest first; `ref` is the key its entry will have.

    `text` is what was written, `doubt` and `piece` are what the reader found open in it. `confirmed` are the
    questions that were answered with yes.
    """

    ref: str
    how: How
    readings: Readings
    text: str = ""
    doubt: Doubt | None = None
    piece: str = ""
    confirmed: frozenset[Open] = frozenset()
    totals: Totals = Totals.NONE
    amends: bool = False  # it changes the entry with key `ref` in what it says, and nothing else of it

    def confirm(self, point: Open) -> "Pending":
        """The same, once `point` was answered with yes."""
        return replace(self, confirmed=self.confirmed | {point})

    def read_as(self, records: tuple[Record, ...]) -> "Pending":
        """The same, once it is known what is meant."""
        return replace(self, readings=(records,), doubt=None, piece="")

    def encode(self) -> str:
        """JSON for a question's body."""
        return json.dumps(
            {
                "ref": self.ref,
                "how": self.how.value,
                "readings": [[_out(record) for record in reading] for reading in self.readings],
                "text": self.text[:_LONGEST_TEXT],
                "doubt": self.doubt.value if self.doubt else None,
                "piece": self.piece,
                "confirmed": sorted(point.value for point in self.confirmed),
                "totals": self.totals.value,
                "amends": self.amends,
            },
            ensure_ascii=False,
        )


def decode(body: str) -> Pending:
    """What `Pending.encode` wrote, also in a version that kept less."""
    raw = json.loads(body)
    doubt = raw.get("doubt")
    return Pending(
        raw["ref"],
        How(raw["how"]),
        tuple(tuple(_in(record) for record in reading) for reading in raw["readings"]),
        raw.get("text", ""),
        Doubt(doubt) if doubt else None,
        raw.get("piece", ""),
        frozenset(Open(point) for point in raw.get("confirmed", ())),
        Totals(raw.get("totals", "none")),
        raw.get("amends", False),
    )


def _out(record: Record) -> dict[str, object]:
    return {
        "kind": record.kind.value,
        "revenue": None if record.revenue is None else str(record.revenue),
        "orders": record.orders,
        "units": record.units,
        "new_customers": record.new_customers,
        "count": record.count,
        "product": record.product,
        "day": record.day.isoformat(),
        "for_seller": record.for_seller,
        "currency": record.currency,
        "customers": [[customer.name, customer.new] for customer in record.customers],
        "buyers": record.buyers,
        "stars": record.stars,
        "handled": record.handled,
        "shipped": record.shipped,
        "note": record.note,
    }


def _in(raw: dict[str, Any]) -> Record:
    revenue, day, customers = raw.pop("revenue"), raw.pop("day"), raw.pop("customers", ())
    handled = tuple((orders, minutes) for orders, minutes in raw.pop("handled", ()))
    stars, shipped = tuple(raw.pop("stars", ())), tuple(raw.pop("shipped", ()))
    return Record(
        kind=Kind(raw.pop("kind")),
        revenue=None if revenue is None else Decimal(str(revenue)),
        day=date.fromisoformat(str(day)),
        customers=tuple(Named(name, new=new) for name, new in customers),
        handled=handled,
        stars=stars,
        shipped=shipped,
        **raw,  # the remaining fields are written as they are
    )
