"""A plan item that is asked for step by step: what is known of it so far."""

import json
from dataclasses import dataclass, replace
from enum import Enum

from kpi.ids import MemberId
from kpi.metrics import Metric
from kpi.plan import Aim


class Step(Enum):
    """What is asked for. The value is part of buttons."""

    OWNER = "owner"
    TASK = "task"
    WANTED = "wanted"  # which value of a metric
    DEADLINE = "deadline"


@dataclass(frozen=True, slots=True)
class Draft:
    """`metric` is what is to be moved, from `present` to `wanted` (units of `kpi.aim`); `text` what is to be done.

    `alert` is the coaching alert that it answers, `instead_of` the item whose place it takes.
    """

    owner: MemberId | None = None
    text: str = ""
    metric: Metric | None = None
    present: int | None = None
    wanted: int | None = None
    alert: int | None = None
    instead_of: int | None = None

    @property
    def step(self) -> Step:
        if self.owner is None:
            return Step.OWNER
        if self.metric is not None and self.wanted is None:
            return Step.WANTED
        return Step.DEADLINE if self.text else Step.TASK

    @property
    def aim(self) -> Aim | None:
        if self.metric is None or self.wanted is None:
            return None
        return Aim(self.metric, self.present, self.wanted)

    @property
    def before(self) -> "Draft":
        """The draft one step back; what an alert said stays."""
        match self.step:
            case Step.DEADLINE if self.alert is not None or self.metric is None:
                return replace(self, text="")
            case Step.DEADLINE:
                return replace(self, text="", wanted=None)
            case Step.WANTED:
                return replace(self, metric=None, present=None)
            case Step.TASK | Step.OWNER:
                return Draft()

    def encode(self) -> str:
        """JSON for a question's body."""
        metric = self.metric.value if self.metric else None
        return json.dumps(
            {
                "owner": self.owner,
                "text": self.text,
                "metric": metric,
                "present": self.present,
                "wanted": self.wanted,
                "alert": self.alert,
                "instead_of": self.instead_of,
            },
            ensure_ascii=False,
        )


def decode(body: str) -> Draft:
    """What `Draft.encode` wrote."""
    raw = json.loads(body)
    owner, metric = raw.pop("owner"), raw.pop("metric")
    return Draft(
        owner=None if owner is None else MemberId(int(owner)), metric=Metric(metric) if metric else None, **raw
    )
