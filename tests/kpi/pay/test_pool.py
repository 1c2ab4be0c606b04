"""A pool that is shared out."""

from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kpi.ids import MemberId
from kpi.pay.pool import shared
from tests.kpi.june import LILI, MEI, QIANG

weights = st.dictionaries(
    st.integers(1, 20).map(MemberId), st.fractions(0, 200, max_denominator=10_000), min_size=1, max_size=12
)


def test_req_72_a_pool_is_shared_by_units_and_what_is_left_over_goes_to_the_lower_id() -> None:
    assert shared(5_000_000, dict.fromkeys((LILI, QIANG, MEI), Fraction(25))) == {
        MEI: 1_666_667,
        QIANG: 1_666_667,
        LILI: 1_666_666,
    }


def test_req_72_a_pool_is_shared_by_exact_scores() -> None:
    scores = {MEI: Fraction(931, 10), QIANG: Fraction(265, 3), LILI: Fraction(0)}
    assert shared(100_000, scores) == {MEI: 51_314, QIANG: 48_686, LILI: 0}


@given(amount=st.integers(0, 10**11), by=weights)
def test_req_72_shares_add_up_to_the_pool_exactly(amount: int, by: dict[MemberId, Fraction]) -> None:
    assume(any(by.values()))
    found = shared(amount, by)
    whole = sum(by.values())
    assert sum(found.values()) == amount
    assert all(abs(found[member] - amount * weight / whole) < 1 for member, weight in by.items())


@pytest.mark.parametrize("by", [{MEI: Fraction(0)}, {MEI: Fraction(3), LILI: Fraction(-1)}])
def test_a_pool_is_not_shared_by_nothing_or_less(by: dict[MemberId, Fraction]) -> None:
    with pytest.raises(ValueError, match="nothing"):
        shared(100, by)
