"""Stock at cost: how fast it turns, how long it lasts, and what does not move. Money is in minor units.

Cost is what was paid for the goods, never what they sell for; where it is not known, neither is the figure.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

IDLE = timedelta(days=30)  # without a sale, for a slow mover


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
