"""Base pay: who gets how much from when on, the grade of a post, and what others pay for such work."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from kpi.ids import MemberId
from kpi.period import Period


@dataclass(frozen=True, slots=True)
class BasePay:
    """`amount` a month from `since` on, until there is a later one. Zero ends it."""

    since: date
    amount: int


@dataclass(frozen=True, slots=True)
class Grade:
    """The value of a post in points: what it asks for in skill, in duty and in difficulty."""

    name: str
    skill: int
    duty: int
    difficulty: int

    @property
    def points(self) -> int:
        return self.skill + self.duty + self.difficulty


@dataclass(frozen=True, slots=True)
class Spell:
    """So many days of a month with one base pay."""

    amount: int
    days: int


class Standing(Enum):
    """Where a base pay lies beside what others pay."""

    BELOW = "below"
    INSIDE = "inside"
    ABOVE = "above"


@dataclass(frozen=True, slots=True)
class MarketReference:
    """What others pay a month for such work, from `low` to `high`, as `source` said `as_of` a day."""

    work: str
    low: int
    high: int
    source: str
    as_of: date

    def __post_init__(self) -> None:
        if not 0 < self.low <= self.high:
            raise ValueError("a range from nothing, or upside down")

    def standing(self, amount: int) -> Standing:
        if amount < self.low:
            return Standing.BELOW
        return Standing.INSIDE if amount <= self.high else Standing.ABOVE

    def outdated(self, today: date) -> bool:
        """Whether it is more than twelve months old."""
        last = (self.as_of.year + 1, self.as_of.month, self.as_of.day)
        return (today.year, today.month, today.day) > last


def on(records: Iterable[BasePay], day: date) -> int:
    """The base pay a month that is in force on `day`; 0 before the first."""
    in_force = [record for record in records if record.since <= day]
    return max(in_force, key=lambda record: record.since).amount if in_force else 0


def spells(records: Sequence[BasePay], month: Period, since: date | None, until: date | None) -> tuple[Spell, ...]:
    """The pieces of `month` with one base pay each, within the days from `since` up to and including `until`."""
    amounts = [
        on(records, day) for day in month.days() if (since is None or since <= day) and (until is None or day <= until)
    ]
    found: list[Spell] = []
    for amount in amounts:
        if found and found[-1].amount == amount:
            found[-1] = Spell(amount, found[-1].days + 1)
        else:
            found.append(Spell(amount, 1))
    return tuple(spell for spell in found if spell.amount)


def unequal(grades: Mapping[MemberId, str], pay: Mapping[MemberId, int]) -> dict[str, tuple[MemberId, ...]]:
    """The grades whose members do not all have the same base pay, with those members, the lowest paid first."""
    found: dict[str, tuple[MemberId, ...]] = {}
    for grade in sorted(set(grades.values())):
        holders = [member for member in sorted(grades) if grades[member] == grade and member in pay]
        if len({pay[member] for member in holders}) > 1:
            found[grade] = tuple(sorted(holders, key=lambda member: (pay[member], member)))
    return found
