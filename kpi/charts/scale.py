"""From amounts to places on a sheet."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

from kpi.charts.style import Box


@dataclass(frozen=True, slots=True)
class Scale:
    """From amounts to pixels. Zero has a place on it, whatever the amounts."""

    low: float
    high: float
    top: float
    bottom: float

    def y(self, amount: float) -> float:
        span = self.high - self.low or 1.0
        return self.bottom - (amount - self.low) / span * (self.bottom - self.top)

    def upright(self, column: Box, part: float, start: float, end: float) -> Box:
        """The bar from `start` to `end` that takes `part` of the width of `column`."""
        top, bottom = sorted((self.y(start), self.y(end)))
        width = column.width * part
        return Box(column.centre - width / 2, top, width, max(2.0, bottom - top))


def scaled(amounts: Iterable[float], top: float, bottom: float) -> Scale:
    """The scale between two heights that has a place for zero and all of `amounts`."""
    known = [0.0, *amounts]
    return Scale(min(known), max(known), top, bottom)


def columns(box: Box, number: int) -> list[Box]:
    """`box` in as many parts side by side."""
    width = box.width / max(1, number)
    return [Box(box.left + width * i, box.top, width, box.height) for i in range(number)]


def finite(amount: float) -> float:
    """`amount`, or zero for what is no number."""
    return amount if math.isfinite(amount) else 0.0


def share(ratio: float) -> float:
    """`ratio` as far as a bar can show it."""
    return min(1.0, max(0.0, finite(ratio)))
