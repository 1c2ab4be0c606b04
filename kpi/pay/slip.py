"""A payslip: lines that say what was paid and why, or why not."""

from dataclasses import dataclass
from enum import Enum
from fractions import Fraction

from kpi.ids import MemberId
from kpi.metrics import Metric
from kpi.period import Period


class Kind(Enum):
    """What a line pays for."""

    BASE = "base"
    TARGET = "target"
    ACCELERATOR = "accelerator"
    THRESHOLD = "threshold"
    TIERS = "tiers"
    CHAMPION = "champion"
    SATISFACTION = "satisfaction"
    BIG_ORDER = "big_order"
    PRAISE = "praise"
    REWARD = "reward"
    CAP = "cap"
    ADJUSTMENT = "adjustment"


class Why(Enum):
    """Why a line pays what it pays."""

    MET = "met"
    IN_PROPORTION = "in_proportion"
    BELOW_TARGET = "below_target"
    BELOW_FLOOR = "below_floor"
    BELOW_STEP = "below_step"
    BELOW_LIMIT = "below_limit"
    NO_TARGET = "no_target"
    UNKNOWN = "unknown"  # nothing was reported that would tell
    TOO_FEW = "too_few"  # orders, buyers or ratings
    NOT_FIRST = "not_first"
    GATE = "gate"
    WAITING = "waiting"  # for a lead
    DECLINED = "declined"
    NO_SALES = "no_sales"
    CAPPED = "capped"
    RESTATED = "restated"


class Term(Enum):
    """What stands in the formula of a line."""

    ACTUAL = "actual"  # in the metric's own unit, money in minor units
    TARGET = "target"
    ATTAINMENT = "attainment"
    BONUS = "bonus"
    FLOOR = "floor"
    STEP = "step"
    EXTRA = "extra"
    EXCESS = "excess"
    LIMIT = "limit"
    SAMPLE = "sample"
    LEAST = "least"
    BEFORE = "before"
    SAMPLE_BEFORE = "sample_before"
    RISE = "rise"
    MOST = "most"
    WINNERS = "winners"
    PRIZE = "prize"
    SALES = "sales"  # that a tier's rate applies to
    RATE = "rate"
    DAYS = "days"
    DAYS_OF_MONTH = "days_of_month"
    MONTHLY = "monthly"
    DUE = "due"
    PAID = "paid"
    GATE = "gate"  # what the closed gate saw
    GATE_LIMIT = "gate_limit"
    CAP = "cap"


Inputs = tuple[tuple[Term, Fraction], ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One line. `rule` is the place of its rule in the rule set, `metric` what it looks at (or the gate that held it).

    The terms of several tiers or spells follow one another. A `gift` is named; its amount is its value, not cash.
    `ref` is the reward's number, `month` the one that an adjustment is for.
    """

    kind: Kind
    amount: int
    why: Why
    inputs: Inputs = ()
    rule: int | None = None
    metric: Metric | None = None
    gift: str = ""
    note: str = ""
    ref: int | None = None
    month: Period | None = None

    def term(self, wanted: Term) -> Fraction | None:
        """The first value of a term."""
        return next((value for term, value in self.inputs if term is wanted), None)


@dataclass(frozen=True, slots=True)
class Payslip:
    """What a month brings somebody, in minor units of the rule set's currency."""

    member: MemberId
    month: Period
    lines: tuple[Line, ...]

    @property
    def base(self) -> int:
        return sum(line.amount for line in self.lines if line.kind is Kind.BASE)

    @property
    def variable(self) -> int:
        """All beside base pay and what settles earlier months, gifts by their value: what a budget limits."""
        return sum(line.amount for line in self.lines if line.kind not in {Kind.BASE, Kind.ADJUSTMENT})

    @property
    def bonus(self) -> int:
        """What rules pay by themselves, without awards: what a refund changes later."""
        return sum(line.amount for line in self.lines if line.kind in _BY_FIGURES)

    @property
    def gifts(self) -> int:
        """The value of what is handed over."""
        return sum(line.amount for line in self.lines if line.gift)

    @property
    def adjustments(self) -> int:
        return sum(line.amount for line in self.lines if line.kind is Kind.ADJUSTMENT)

    @property
    def cost(self) -> int:
        """All that it costs the team."""
        return sum(line.amount for line in self.lines)

    @property
    def cash(self) -> int:
        """What is paid out. Below zero when more is settled than earned."""
        return self.cost - self.gifts


_BY_FIGURES = frozenset({Kind.TARGET, Kind.ACCELERATOR, Kind.THRESHOLD, Kind.TIERS, Kind.CAP})
