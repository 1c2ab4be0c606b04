"""分红: a pool of a year that is shared out by scores or by units. How much is in it, a lead says."""

from collections.abc import Mapping
from enum import Enum
from fractions import Fraction
from math import lcm

from kpi.cascade import by_shares
from kpi.ids import MemberId


class SharedBy(Enum):
    """What the shares of a pool follow."""

    SCORE = "score"
    UNITS = "units"  # vested ones of the register


def shared(amount: int, weights: Mapping[MemberId, Fraction]) -> dict[MemberId, int]:
    """`amount` in minor units among members by their scores or units, adding up exactly.

    What is left over goes to the largest remainders, of equal ones to the lower id. `ValueError` when nobody has any,
    or somebody less than nothing.
    """
    if any(weight < 0 for weight in weights.values()):
        raise ValueError("a share of less than nothing")
    whole = lcm(*(weight.denominator for weight in weights.values()))
    return by_shares(amount, {member: int(weight * whole) for member, weight in weights.items()})
