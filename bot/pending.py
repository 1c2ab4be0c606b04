"""A report that waits for an answer: what was read so far, kept in the body of an open question."""

import json
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from bot.reader.reading import Kind, Record
from kpi.entry import How

Readings = tuple[tuple[Record, ...], ...]


@dataclass(frozen=True, slots=True)
class Pending:
    """`readings` are the possible meanings, the likeliest first; `ref` is the key its entry will have."""

    ref: str
    how: How
    readings: Readings

    def encode(self) -> str:
        """JSON for a question's body."""
        readings = [[_out(record) for record in reading] for reading in self.readings]
        return json.dumps({"ref": self.ref, "how": self.how.value, "readings": readings}, ensure_ascii=False)


def decode(body: str) -> Pending:
    """What `Pending.encode` wrote."""
    raw = json.loads(body)
    readings = tuple(tuple(_in(record) for record in reading) for reading in raw["readings"])
    return Pending(raw["ref"], How(raw["how"]), readings)


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
    }


def _in(raw: dict[str, object]) -> Record:
    revenue, day = raw.pop("revenue"), raw.pop("day")
    return Record(
        kind=Kind(raw.pop("kind")),
        revenue=None if revenue is None else Decimal(str(revenue)),
        day=date.fromisoformat(str(day)),
        **raw,  # type: ignore[arg-type]  # the remaining fields are written as they are
    )
