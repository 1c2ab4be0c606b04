"""What the guided report has asked and been told so far."""

import json
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import Enum

from bot.booking import stating
from bot.reader.reading import Kind, Record
from kpi.entry import Measure

OF_SALE = frozenset({Measure.UNITS, Measure.BUYERS})  # who sold nothing has none of them


class Step(Enum):
    """What is asked for."""

    DAY = "day"
    ORDERS = "orders"
    AMOUNT = "amount"
    NEW = "new"
    MORE = "more"  # what else there is to report
    COUNT = "count"  # of what was chosen there


@dataclass(frozen=True, slots=True)
class Beside:
    """What is reported beside the sale, and how much of it when that is known; nothing more when it is None."""

    measure: Measure | None
    n: int | None = None


@dataclass(frozen=True, slots=True)
class Given:
    """What was answered so far. Who sold nothing is not asked for an amount."""

    day: date | None = None
    orders: int | None = None
    amount: Decimal | None = None
    new: int | None = None
    more: tuple[tuple[Measure, int], ...] = ()
    asked: Measure | None = None
    skips: frozenset[Step] = frozenset()  # what the team does not use

    @property
    def step(self) -> Step:
        """What comes next."""
        if self.day is None:
            return Step.DAY
        if self.orders is None and Step.ORDERS not in self.skips:
            return Step.ORDERS
        if self.amount is None:
            return Step.AMOUNT
        if self.new is None and Step.NEW not in self.skips:
            return Step.NEW
        return Step.MORE if self.asked is None else Step.COUNT

    @property
    def before(self) -> "Given":
        """Without the last answer."""
        if self.asked is not None:
            return replace(self, asked=None)
        if self.new is not None:
            return replace(self, new=None, more=())
        if self.amount is None and self.orders is None:
            return Given(skips=self.skips)
        orders = None if self.amount in {None, 0} or Step.ORDERS in self.skips else self.orders
        return replace(self, orders=orders, amount=None, more=())

    def record(self, today: date) -> Record:
        """The sale that it tells of so far."""
        said = dict(self.more)
        return Record(
            kind=Kind.SALE,
            day=self.day or today,
            orders=self.orders,
            revenue=self.amount,
            new_customers=self.new,
            units=said.get(Measure.UNITS),
            buyers=said.get(Measure.BUYERS),
        )

    def records(self, today: date) -> tuple[Record, ...]:
        """The sale, and what is told beside it."""
        sale = self.record(today)
        beside = (stating(measure, Decimal(n), sale.day) for measure, n in self.more if measure not in OF_SALE)
        return (sale, *(record for record in beside if record is not None))

    def encode(self) -> str:
        """JSON for the body of the question."""
        return json.dumps(
            {
                "day": None if self.day is None else self.day.isoformat(),
                "orders": self.orders,
                "amount": None if self.amount is None else str(self.amount),
                "new": self.new,
                "more": [[measure.value, n] for measure, n in self.more],
                "asked": None if self.asked is None else self.asked.value,
                "skips": sorted(step.value for step in self.skips),
            }
        )


def decode(body: str) -> Given:
    """What `Given.encode` wrote."""
    raw = json.loads(body)
    day, amount, chosen = raw["day"], raw["amount"], raw.get("asked")
    return Given(
        None if day is None else date.fromisoformat(day),
        raw["orders"],
        None if amount is None else Decimal(amount),
        raw.get("new"),
        tuple((Measure(measure), n) for measure, n in raw.get("more", ())),
        None if chosen is None else Measure(chosen),
        frozenset(map(Step, raw.get("skips", ()))),
    )
