"""What the books say of one member, to be found again in a list."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby
from typing import TypeAlias

from kpi.entry import Line, Measure
from kpi.ids import EntryId
from kpi.metrics import Sums
from storage.bulk import Stated

_FOLLOWING = {Measure.REPORTS, Measure.GROSS_OF_ORDERS}  # they follow from the others

Said: TypeAlias = frozenset[tuple[date, frozenset[tuple[Measure, int]]]]


def said_by(lines: Iterable[Line]) -> Said:
    """What the lines say of each of their days; two that say the same are equal."""
    days: dict[date, Sums] = {}
    for line in lines:
        _add(days.setdefault(line.business_date, {}), line.measure, line.value)
    return _frozen(days)


def _stated(stated: Iterable[Stated]) -> Said:
    days: dict[date, Sums] = {}
    for one in stated:
        day = days.setdefault(one.day, {})
        for measure, value in one.sums.items():
            _add(day, measure, value)
    return _frozen(days)


def _add(sums: Sums, measure: Measure, value: int) -> None:
    if measure not in _FOLLOWING:
        sums[measure] = sums.get(measure, 0) + value


def _frozen(days: dict[date, Sums]) -> Said:
    return frozenset((day, frozenset(sums.items())) for day, sums in days.items())


class Books:
    """The entries of one member, by what they say. Each stands for one line of the list at most.

    An entry of `source` whose key begins with `own` was made by this very list.
    """

    def __init__(self, stated: Iterable[Stated], source: str, own: str) -> None:
        self._source, self._own = source, own
        self._left = {number: tuple(some) for number, some in groupby(stated, key=lambda one: one.entry)}
        self._by_said: dict[Said, list[EntryId]] = {}
        self._by_day: dict[date, list[EntryId]] = {}
        for number, some in self._left.items():
            self._by_said.setdefault(_stated(some), []).append(number)
            for one in some:
                self._by_day.setdefault(one.day, []).append(number)
        for numbers in self._by_said.values():
            numbers.sort(key=lambda number: (self.is_own(self._left[number]), -number))  # the last is taken first

    def is_own(self, stated: Sequence[Stated]) -> bool:
        """Whether this very list made the entry."""
        return stated[0].source == self._source and stated[0].source_ref.startswith(self._own)

    def same(self, said: Said) -> tuple[Stated, ...]:
        """The entry that says just this, taken off; one that this list made before any other."""
        numbers = self._by_said.get(said)
        return self._left.pop(numbers.pop()) if numbers else ()

    def together(self, said: Said) -> tuple[Stated, ...]:
        """The entries that say this together, taken off."""
        found = self._on(said)
        return self._taken(found) if found and _stated(found) == said else ()

    def before(self, said: Said) -> tuple[Stated, ...]:
        """What this list said of those days before, taken off."""
        own = [one for one in self._on(said) if self.is_own((one,))]
        return self._taken(tuple(one for one in own if one.entry == own[0].entry))

    def others(self, said: Said) -> tuple[Stated, ...]:
        """What others said of those days."""
        return tuple(one for one in self._on(said) if not self.is_own((one,)))

    def _on(self, said: Said) -> tuple[Stated, ...]:
        days = [day for day, _ in said]
        numbers = dict.fromkeys(number for day in days for number in self._by_day.get(day, ()))
        return tuple(one for number in numbers for one in self._left.get(number, ()) if one.day in days)

    def _taken(self, stated: tuple[Stated, ...]) -> tuple[Stated, ...]:
        for number in {one.entry for one in stated}:
            some = self._left.pop(number)
            self._by_said[_stated(some)].remove(number)
        return stated
