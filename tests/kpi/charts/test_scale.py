"""From amounts to places on a sheet."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi.charts.scale import columns, finite, scaled, share
from kpi.charts.style import Box

amounts = st.floats(-1e9, 1e9, allow_nan=False)


@given(st.lists(amounts, min_size=1))
def test_every_amount_and_zero_have_a_place_between_the_heights(found: list[float]) -> None:
    scale = scaled(found, 100, 300)

    assert all(99.99 <= scale.y(amount) <= 300.01 for amount in (0.0, *found))


def test_more_is_further_up() -> None:
    scale = scaled([-50, 150], 100, 300)

    assert [scale.y(amount) for amount in (150, 50, 0, -50)] == [100, 200, 250, 300]


def test_a_bar_of_little_is_seen_all_the_same() -> None:
    assert scaled([1e9], 100, 300).upright(Box(0, 0, 10, 10), 0.5, 0, 1).height == 2


def test_columns_share_a_box() -> None:
    parts = columns(Box(10, 20, 90, 40), 3)

    assert [(part.left, part.right, part.top, part.height) for part in parts] == [
        (10, 40, 20, 40),
        (40, 70, 20, 40),
        (70, 100, 20, 40),
    ]


@pytest.mark.parametrize(("amount", "drawn"), [(5.5, 5.5), (math.nan, 0), (math.inf, 0), (-math.inf, 0)])
def test_what_is_no_number_is_zero(amount: float, drawn: float) -> None:
    assert finite(amount) == drawn


@pytest.mark.parametrize(("ratio", "shown"), [(-0.1, 0), (0, 0), (0.4, 0.4), (1, 1), (7, 1), (math.inf, 0)])
def test_a_share_is_between_nothing_and_all(ratio: float, shown: float) -> None:
    assert share(ratio) == shown
