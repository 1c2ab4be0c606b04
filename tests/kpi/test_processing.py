"""How long orders take."""

from datetime import UTC, datetime, timedelta
from fractions import Fraction
from statistics import median

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi.processing import Processing, Shipped, Waiting, overdue, processing

NOW = datetime(2026, 6, 8, 12, 0, tzinfo=UTC)


def hours(*taken: int) -> list[Shipped]:
    return [Shipped(each * 60) for each in taken]


def test_req_10_the_hours_of_the_examples() -> None:
    """2 h, 4 h and 30 h: mean 12.0, median 4.0, within 24 h 66.7 %."""
    assert processing(hours(30, 2, 4)) == Processing(3, Fraction(12), Fraction(4), Fraction(2, 3), Fraction(1))


def test_req_10_three_orders_of_six_hours_each_are_three() -> None:
    assert processing([Shipped(360, 3), Shipped(3_000)]) == Processing(
        4, Fraction(17), Fraction(6), Fraction(3, 4), Fraction(3, 4)
    )


def test_no_orders_take_no_time() -> None:
    assert processing([]) is None


@pytest.mark.parametrize(("minutes", "within"), [(24 * 60, 1), (24 * 60 + 1, 0)])
def test_a_day_to_the_minute_is_within_24_hours(minutes: int, within: int) -> None:
    found = processing([Shipped(minutes)])
    assert found is not None
    assert found.within_24h == within


@given(st.lists(st.builds(Shipped, st.integers(0, 10_000), st.integers(1, 5)), min_size=1))
def test_orders_shipped_together_count_one_by_one(shipped: list[Shipped]) -> None:
    found, each = processing(shipped), [one.minutes for one in shipped for _ in range(one.orders)]
    assert found is not None
    assert found.n == len(each)
    assert found.median * 60 == median(map(Fraction, each))
    assert found.mean * 60 == Fraction(sum(each), len(each))
    assert found == processing([Shipped(minutes) for minutes in each])


def test_req_28_orders_that_wait_too_long_stand_by_how_long() -> None:
    waiting = [Waiting(number, NOW - timedelta(hours=waited)) for number, waited in ((1, 25), (2, 24), (3, 50), (4, 1))]
    assert [order.number for order in overdue(waiting, NOW, timedelta(hours=24))] == [3, 1]
