"""Stock at cost: how fast it turns, how long it lasts, and what does not move. Money is in minor units.

Cost is what was paid for the goods, never what they sell for; where it is not known, neither is the figure.
"""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import Enum
from fractions import Fraction

from kpi.period import Period

IDLE = timedelta(days=30)  # without a sale, for a slow mover
SELLING = 30  # days from which it is told how fast a product goes


def product_key(name: str) -> str:
    """What a product is compared by, whatever its case, width and spaces."""
    return "".join(unicodedata.normalize("NFKC", name).casefold().split())


class Step(Enum):
    """What is written down of a product beside its sales."""

    IN = "in"  # pieces came in
    COUNT = "count"  # so many are there
    COST = "cost"  # what one costs, where that was not said when they came in


@dataclass(frozen=True, slots=True)
class Move:
    """A step: `cost` is that of a piece in minor units, None when it was not said. A cost alone has no pieces."""

    number: int
    step: Step
    pieces: int
    cost: int | None
    day: date


@dataclass(frozen=True, slots=True)
class Balance:
    """A day of a product: the pieces left at its end, sold on it, and found missing by a count."""

    day: date
    pieces: int
    sold: int = 0
    missing: int = 0


@dataclass(frozen=True, slots=True)
class Ledger:
    """All that is known of a product: its steps in their order, and the pieces sold by day.

    `after` has, by the number of a step, how many of its day's were sold after it.
    """

    key: str
    name: str
    moves: tuple[Move, ...]
    sold: Mapping[date, int] = field(default_factory=dict)
    after: Mapping[int, int] = field(default_factory=dict)

    @property
    def balances(self) -> Iterator[Balance]:
        """The days on which something changed, from the first on which it is known how many there are."""
        steps = [move for move in self.moves if move.step is not Step.COST]
        if steps:
            last = Balance(steps[0].day, 0)
            days = {move.day for move in steps} | {day for day in self.sold if day > steps[0].day}
            for day in sorted(days):
                last = self._after_day(last, day, [move for move in steps if move.day == day], steps[0])
                yield last

    def _after_day(self, before: Balance, day: date, moves: Sequence[Move], first: Move) -> Balance:
        """What was sold before the very first step is none of what is in stock."""
        pieces, sold, missing = before.pieces, 0, 0
        left = self.sold.get(day, 0)
        for move in moves:
            then = self.after.get(move.number, 0)
            went = 0 if move is first else left - then
            pieces, sold, left = pieces - went, sold + went, then
            if move.step is Step.COUNT:
                missing += 0 if move is first else max(0, used(pieces, 0, move.pieces))
                pieces = move.pieces
            else:
                pieces += move.pieces
        return Balance(day, pieces - left, sold + left, missing)

    @property
    def since(self) -> date:
        """When it was first in stock."""
        return self.moves[0].day

    @property
    def cost(self) -> Fraction | None:
        """What a piece costs; what was said last of the cost alone holds for pieces that came in without one."""
        alone = [move.cost for move in self.moves if move.step is Step.COST]
        later = alone[-1] if alone else None
        lots = [Lot(m.pieces, later if m.cost is None else m.cost) for m in self.moves if m.step is Step.IN]
        if not lots:
            return None if later is None else Fraction(later)
        return unit_cost(lots)

    def pieces_on(self, day: date) -> int:
        """The pieces at the end of `day`; below zero when more was sold than ever came in."""
        return next((each.pieces for each in reversed(list(self.balances)) if each.day <= day), 0)

    def gone(self, period: Period) -> int:
        """The pieces that were sold in `period`, or found missing."""
        return sum(each.sold + each.missing for each in self.balances if each.day in period)

    def days_left(self, today: date) -> Fraction | None:
        """可售天数, when as many go a day as in the last 30, or since it first came in."""
        days = min(SELLING, (today - self.since).days + 1)
        recent = today - timedelta(days=days)
        went = sum(each.sold for each in self.balances if recent < each.day <= today)
        return days_of_stock(max(self.pieces_on(today), 0), went, days)

    def product(self, today: date) -> "Product":
        last = max((each.day for each in self.balances if each.sold > 0 and each.day <= today), default=None)
        return Product(self.name, max(self.pieces_on(today), 0), self.cost, self.since, last)


def goods_turnover(ledgers: Sequence[Ledger], so_far: Period) -> Fraction | None:
    """库存周转率 of all products together in `so_far`. None when a cost is not known, or nothing was ever in stock."""
    before = so_far.start - timedelta(days=1)
    cost, start, end = Fraction(0), Fraction(0), Fraction(0)
    for ledger in ledgers:
        pieces = (ledger.gone(so_far), max(ledger.pieces_on(before), 0), max(ledger.pieces_on(so_far.last), 0))
        if not any(pieces):
            continue
        if ledger.cost is None:
            return None
        cost, start, end = (sum_ + n * ledger.cost for sum_, n in zip((cost, start, end), pieces, strict=True))
    return turnover(cost, start, end)


def goods_days_left(ledgers: Sequence[Ledger], today: date) -> Fraction | None:
    """可售天数 of all products together: pieces ÷ pieces that go a day."""
    if not ledgers:
        return None
    days = min(SELLING, max((today - ledger.since).days + 1 for ledger in ledgers))
    recent = today - timedelta(days=days)
    went = sum(each.sold for ledger in ledgers for each in ledger.balances if recent < each.day <= today)
    return days_of_stock(sum(max(ledger.pieces_on(today), 0) for ledger in ledgers), went, days)


@dataclass(frozen=True, slots=True)
class Lot:
    """Pieces that came in, and what each cost; None when that was not said."""

    pieces: int
    cost: int | None


@dataclass(frozen=True, slots=True)
class Product:
    """What is in stock of a product. `cost` is that of a piece; `since` is when it first came in."""

    name: str
    pieces: int
    cost: Fraction | None
    since: date
    last_sold: date | None


@dataclass(frozen=True, slots=True)
class SlowMover:
    """A product without a sale in 30 days: how many days, and what is tied up in it (None: the cost is not known)."""

    product: Product
    idle: int
    tied_up: Fraction | None


def unit_cost(lots: Sequence[Lot]) -> Fraction | None:
    """What a piece cost on the average of all lots. None when one has no cost, or there are no pieces."""
    pieces = sum(lot.pieces for lot in lots)
    if not pieces or any(lot.cost is None for lot in lots):
        return None
    return Fraction(sum(lot.pieces * (lot.cost or 0) for lot in lots), pieces)


def used(start: int, came_in: int, counted: int) -> int:
    """How many pieces went out between two counts. Below zero when more is there than can be."""
    return start + came_in - counted


def turnover(cost_of_goods: Fraction | int | None, start: Fraction | int, end: Fraction | int) -> Fraction | None:
    """库存周转率: the cost of the goods sold ÷ the average of the stock at cost at the period's start and end.

    None when a cost is missing, or nothing was ever in stock.
    """
    average = Fraction(start + end) / 2
    return None if cost_of_goods is None or average <= 0 else Fraction(cost_of_goods) / average


def turnover_days(turns: Fraction | None, days: int) -> Fraction | None:
    """周转天数: how many of the period's `days` one turn takes. None when the stock did not turn."""
    return Fraction(days) / turns if turns is not None and turns > 0 else None


def days_of_stock(pieces: int, sold: int, days: int) -> Fraction | None:
    """可售天数: how long `pieces` last when as many go as in the last `days`. None when none went."""
    return Fraction(pieces * days, sold) if sold > 0 and days > 0 else None


def slow_movers(products: Sequence[Product], today: date) -> tuple[SlowMover, ...]:
    """What is in stock and has not been sold for 30 days, or since it came in: the most tied-up money first.

    Those whose cost is not known come last.
    """
    slow = [_slow(product, today) for product in products if product.pieces > 0]
    found = [mover for mover in slow if mover.idle >= IDLE.days]
    return tuple(sorted(found, key=lambda mover: (mover.tied_up is None, -(mover.tied_up or 0), mover.product.name)))


def _slow(product: Product, today: date) -> SlowMover:
    tied_up = None if product.cost is None else product.pieces * product.cost
    return SlowMover(product, (today - (product.last_sold or product.since)).days, tied_up)
