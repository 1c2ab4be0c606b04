"""What pay is told from: a member's month in figures, as it stood when it was told."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from fractions import Fraction

from kpi.entry import Measure
from kpi.ids import MemberId
from kpi.metrics import CATALOGUE, Lives, Metric, Sums, net, sample, value
from kpi.pay.base import Spell
from kpi.pay.terms import Prize
from kpi.period import Period


class Reason(Enum):
    """What a reward is for."""

    LEAD = "lead"  # a lead says why
    BIG_ORDER = "big_order"
    PRAISE = "praise"


class Stage(Enum):
    """How far a reward is."""

    OFFERED = "offered"  # by a rule; waits for a lead
    GIVEN = "given"
    DECLINED = "declined"


@dataclass(frozen=True, slots=True)
class Reward:
    """Something beside the rules that count by themselves. `ref` is its own number in the books."""

    ref: int
    prize: Prize
    reason: Reason
    stage: Stage
    note: str = ""


@dataclass(frozen=True, slots=True)
class Champions:
    """Who won most new customers in a month, and how many."""

    members: tuple[MemberId, ...]
    most: int


@dataclass(frozen=True, slots=True)
class Restated:
    """An earlier month that was paid, whose figures have changed since: what it would bring now, and did bring."""

    month: Period
    due: int
    paid: int  # with all that was settled since


@dataclass(frozen=True, slots=True)
class MemberMonth:
    """A member's month. `others` are figures of metrics that are no sums; `before` is the month before.

    `targets` are in the units of `kpi.aim`. `base` are the pieces of the month with one base pay each.
    """

    member: MemberId
    month: Period
    sums: Sums
    before: Sums = field(default_factory=dict)
    targets: Mapping[Metric, int] = field(default_factory=dict)
    others: Mapping[Metric, Fraction] = field(default_factory=dict)
    base: tuple[Spell, ...] = ()
    rewards: tuple[Reward, ...] = ()
    champions: Champions | None = None
    restated: tuple[Restated, ...] = ()

    @property
    def net(self) -> int:
        return net(self.sums)

    def value(self, metric: Metric) -> Fraction | None:
        """None when nobody knows it."""
        if CATALOGUE[metric].lives is not Lives.TOTALS or metric in self.others:
            return self.others.get(metric)
        return value(metric, self.sums)

    def sample(self, metric: Metric) -> int | None:
        """How many orders, buyers or ratings `metric` rests on; None for what is no ratio of sums."""
        return None if CATALOGUE[metric].lives is not Lives.TOTALS else sample(metric, self.sums)


def restate(sums: Sums, refunds: int) -> Sums:
    """The figures of a month with `refunds` that were booked elsewhere; below zero takes them out of it."""
    return {**sums, Measure.REFUNDS: sums.get(Measure.REFUNDS, 0) + refunds}
