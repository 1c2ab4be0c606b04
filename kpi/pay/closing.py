"""The end of a month: slips are proposed, each confirmed or disputed, and then the month is closed for good."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import Enum

from kpi.ids import MemberId


class MonthStage(Enum):
    """How far the pay of a month is. A month that nobody has proposed is open."""

    OPEN = "open"
    PROPOSED = "proposed"
    CLOSED = "closed"


class SlipStage(Enum):
    """What the person says to their slip."""

    WAITING = "waiting"
    CONFIRMED = "confirmed"
    DISPUTED = "disputed"
    ANSWERED = "answered"  # the lead has answered the dispute; it may be disputed again


class Blocker(Enum):
    """What keeps a month from being closed."""

    NOT_PROPOSED = "not_proposed"
    DISPUTED = "disputed"
    WAITING = "waiting"
    OVER_BUDGET = "over_budget"  # and no reason was given


@dataclass(frozen=True, slots=True)
class Blocked:
    """One thing that keeps a month open, and whose slip it is."""

    by: Blocker
    member: MemberId | None = None


def may_become(stage: SlipStage) -> frozenset[SlipStage]:
    """What a slip may become next, while its month is proposed."""
    return _NEXT[stage]


def blocked(
    month: MonthStage,
    slips: Sequence[tuple[MemberId, SlipStage]],
    *,
    over_budget: bool,
    reason: str,
    passed_over: Collection[MemberId] = (),
) -> tuple[Blocked, ...]:
    """All that keeps a month from being closed; nothing when it may be.

    `passed_over` are members whose silence a lead takes for a yes, such as those without Telegram: it is never taken
    for an answer to a dispute.
    """
    if month is not MonthStage.PROPOSED:
        return (Blocked(Blocker.NOT_PROPOSED),)
    found = [Blocked(Blocker.DISPUTED, member) for member, stage in slips if stage is SlipStage.DISPUTED]
    found += [
        Blocked(Blocker.WAITING, member)
        for member, stage in slips
        if stage is SlipStage.WAITING and member not in passed_over
    ]
    if over_budget and not reason.strip():
        found.append(Blocked(Blocker.OVER_BUDGET))
    return tuple(found)


_NEXT = {
    SlipStage.WAITING: frozenset({SlipStage.CONFIRMED, SlipStage.DISPUTED}),
    SlipStage.DISPUTED: frozenset({SlipStage.ANSWERED}),
    SlipStage.ANSWERED: frozenset({SlipStage.CONFIRMED, SlipStage.DISPUTED}),
    SlipStage.CONFIRMED: frozenset({SlipStage.DISPUTED}),
}
