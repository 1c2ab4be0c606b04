"""A target that is being set: what is known of it so far, and what has to be asked next."""

import json
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum

from bot.aim_periods import read_aim_period
from kpi.ids import MemberId
from kpi.metrics import Metric
from kpi.period import Period

TEAM = 0  # in the place of a member: the whole team


class Step(Enum):
    """What is asked for, in this order."""

    METRIC = "metric"
    WHOSE = "whose"
    PERIOD = "period"
    AMOUNT = "amount"
    SURE = "sure"  # whether it is to replace another, or is really meant to be that high


@dataclass(frozen=True, slots=True)
class Draft:
    """None is what is not known yet. `whose` is a member's number or `TEAM`, `amount` in the units of `kpi.aim`."""

    metric: Metric | None = None
    whose: int | None = None
    period: Period | None = None
    amount: int | None = None
    reason: str = ""

    @property
    def step(self) -> Step:
        """What comes next."""
        if self.metric is None:
            return Step.METRIC
        if self.whose is None:
            return Step.WHOSE
        if self.period is None:
            return Step.PERIOD
        return Step.AMOUNT if self.amount is None else Step.SURE

    @property
    def before(self) -> "Draft":
        """Without the last answer."""
        match self.step:
            case Step.METRIC | Step.WHOSE:
                return replace(self, metric=None)
            case Step.PERIOD:
                return replace(self, whose=None)
            case Step.AMOUNT:
                return replace(self, period=None)
            case Step.SURE:
                return replace(self, amount=None)

    @property
    def member(self) -> MemberId | None:
        """Whose it is; None for the team's."""
        return MemberId(self.whose) if self.whose else None

    def encode(self) -> str:
        """JSON for the body of the question. Until it is answered, nothing is changed (`amends`)."""
        return json.dumps(
            {
                "metric": self.metric.value if self.metric else None,
                "whose": self.whose,
                "period": self.period.key if self.period else None,
                "amount": self.amount,
                "reason": self.reason,
                "amends": True,
            },
            ensure_ascii=False,
        )


def decode(body: str, today: date) -> Draft:
    """What `Draft.encode` wrote."""
    raw = json.loads(body)
    return Draft(
        Metric(raw["metric"]) if raw["metric"] else None,
        raw["whose"],
        read_aim_period(raw["period"], today) if raw["period"] else None,
        raw["amount"],
        raw["reason"],
    )
