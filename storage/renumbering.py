"""How rows of one team become rows of another: members under other numbers, amounts in other units."""

from collections.abc import Mapping

from sqlalchemy import ColumnElement, case

from kpi.money import minor_digits
from kpi.team import Team

Renumbered = Mapping[int, int]


def renumbered(column: ColumnElement[int], same: Renumbered) -> ColumnElement[int]:
    """The number in the kept team of the member (or customer) in `column`."""
    return case(same, value=column, else_=column) if same else column


def in_units_of(older: Team, younger: Team, amount: ColumnElement[int]) -> ColumnElement[int]:
    """The same amount as `older` counts it: a new team starts with a currency of its own, maybe with other units."""
    digits = minor_digits(older.currency) - minor_digits(younger.currency)
    same: ColumnElement[int] = amount * 10**digits if digits >= 0 else amount // 10**-digits
    return same
