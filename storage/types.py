"""The only column types: how values lie in the database.

SQLite's STRICT tables know INTEGER and TEXT only, and SQLite drops time zones; so an instant is a whole number of
microseconds since 1970 in UTC, a date is ISO text, and an enum is its value.
"""

# ruff: noqa: ARG002 - the signatures are SQLAlchemy's
from datetime import UTC, date, datetime, timedelta
from enum import Enum
from typing import Any, Generic, TypeVar

from sqlalchemy import BigInteger, Boolean, Dialect, Integer, Text
from sqlalchemy.types import TypeDecorator

from kpi.calendar import EVERY_WEEKDAY
from kpi.team import Pause

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)

# 64 bits on both: INTEGER on SQLite (STRICT has no BIGINT), BIGINT on PostgreSQL.
Whole = BigInteger().with_variant(Integer(), "sqlite")


class NaiveInstantError(ValueError):
    """An instant without a time zone was about to be stored."""


class Instant(TypeDecorator[datetime]):
    """An aware `datetime`, stored as microseconds since the epoch."""

    impl = Whole
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise NaiveInstantError(str(value))
        return (value - _EPOCH) // _MICROSECOND

    def process_result_value(self, value: int | None, dialect: Dialect) -> datetime | None:
        return None if value is None else _EPOCH + value * _MICROSECOND


class Day(TypeDecorator[date]):
    """A `date`, stored as ISO text, which sorts like the dates."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: date | None, dialect: Dialect) -> str | None:
        return None if value is None else value.isoformat()

    def process_result_value(self, value: str | None, dialect: Dialect) -> date | None:
        return None if value is None else date.fromisoformat(value)


class Flag(TypeDecorator[bool]):
    """A truth value, stored as 0 or 1 (STRICT has no BOOLEAN)."""

    impl = Boolean
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> Any:
        return dialect.type_descriptor(Integer() if dialect.name == "sqlite" else Boolean())

    def process_bind_param(self, value: bool | None, dialect: Dialect) -> bool | int | None:
        return int(value) if value is not None and dialect.name == "sqlite" else value

    def process_result_value(self, value: bool | int | None, dialect: Dialect) -> bool | None:
        return None if value is None else bool(value)


class Weekdays(TypeDecorator[frozenset[int]]):
    """Days of the week, Monday being 0, stored as their digits. NULL stands for all of them."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: frozenset[int] | None, dialect: Dialect) -> str | None:
        return None if value is None else "".join(map(str, sorted(value)))

    def process_result_value(self, value: str | None, dialect: Dialect) -> frozenset[int]:
        return EVERY_WEEKDAY if value is None else frozenset(map(int, value))


class Pauses(TypeDecorator[tuple[Pause, ...]]):
    """What is paused, stored as words: a kind of post, with `:` and the day until which, if one was named."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: tuple[Pause, ...] | None, dialect: Dialect) -> str | None:
        return " ".join(kind if until is None else f"{kind}:{until}" for kind, until in value or ()) or None

    def process_result_value(self, value: str | None, dialect: Dialect) -> tuple[Pause, ...]:
        found = (word.partition(":") for word in (value or "").split())
        return tuple(Pause(kind, date.fromisoformat(until) if until else None) for kind, _, until in found)


E = TypeVar("E", bound=Enum)


class Choice(TypeDecorator[E], Generic[E]):
    """A closed enum, stored as its value."""

    impl = Text
    cache_ok = True

    def __init__(self, choices: type[E]) -> None:
        super().__init__()
        self.choices = choices
        self._by_value = {str(choice.value): choice for choice in choices}

    def process_bind_param(self, value: E | None, dialect: Dialect) -> str | None:
        return None if value is None else str(value.value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> E | None:
        return None if value is None else self._by_value[value]
