"""Versions of a team's rules: drafted, simulated, published. What was published is never changed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum

from kpi.pay.rules import RuleSet
from kpi.period import Period


class RulesStage(Enum):
    """How far a version is."""

    DRAFT = "draft"
    SIMULATED = "simulated"
    PUBLISHED = "published"


@dataclass(frozen=True, slots=True)
class Version:
    """A version of a team's rules, by its `number` there. Once published it holds from the month of `since` on."""

    id: int
    number: int
    rule_set: RuleSet
    stage: RulesStage
    since: date | None


def in_force(versions: Iterable[Version], month: Period) -> Version | None:
    """The version that `month` is paid by: the one published for the latest month up to it, the newest of several."""
    found = [(each.since, each.number, each) for each in versions if each.since and each.since <= month.start]
    return max(found, key=lambda each: each[:2])[2] if found else None
