"""Figures that pictures are made of, and how they travel in the outbox as JSON values.

A chart drawn late still shows what the text below it says, since both were made of the same figures.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from kpi.metrics import Metric, Sums, net, value
from kpi.money import round_half_up
from kpi.period import Grain, Period

RawFigures = tuple[int, int, int | None, int]
RawGoal = tuple[int, int] | None
RawPeriod = tuple[str, str]
RawRatio = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Figures:
    """What one or more people brought on one or more days. Money is in minor units, rounded half-up."""

    net: int
    orders: int
    aov: int | None  # None without orders
    new_customers: int


@dataclass(frozen=True, slots=True)
class Goal:
    """What a month was to bring and what it has brought, in minor units."""

    target: int
    net: int


def figures(sums: Sums) -> Figures:
    """The figures of `sums`."""
    aov = value(Metric.AOV, sums)
    return Figures(
        net=net(sums),
        orders=int(value(Metric.ORDERS, sums) or 0),
        aov=None if aov is None else round_half_up(aov),
        new_customers=int(value(Metric.NEW_CUSTOMERS, sums) or 0),
    )


def goal(target: int | None, of_month: Sums) -> Goal | None:
    """How `of_month` stands against `target`; None without one."""
    return None if target is None else Goal(target, net(of_month))


def month_so_far(until: date) -> Period:
    """The days of a month that its target is compared with on the evening of `until`."""
    return Period(Grain.MONTH, until.replace(day=1), until + timedelta(days=1))


def check_kind(picture: Mapping[str, object], kind: str, version: int) -> None:
    """`ValueError` when `picture` is of another kind, or of a version this code does not know."""
    if (picture["kind"], picture["version"]) != (kind, version):
        raise ValueError(f"a picture {picture['kind']} of version {picture['version']}")


def figures_out(of: Figures) -> list[int | None]:
    return [of.net, of.orders, of.aov, of.new_customers]


def goal_out(of: Goal | None) -> list[int] | None:
    return None if of is None else [of.target, of.net]


def goal_in(raw: RawGoal) -> Goal | None:
    return None if raw is None else Goal(*raw)


def period_out(period: Period) -> list[str]:
    return [period.start.isoformat(), period.end.isoformat()]


def period_in(grain: Grain, raw: RawPeriod) -> Period:
    return Period(grain, date.fromisoformat(raw[0]), date.fromisoformat(raw[1]))


def ratio_out(ratio: Fraction) -> list[int]:
    return [ratio.numerator, ratio.denominator]
