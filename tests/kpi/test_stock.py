"""Stock at cost."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi.stock import Lot, Product, days_of_stock, slow_movers, turnover, turnover_days, unit_cost, used
from tests.kpi.june import june


def product(
    name: str, pieces: int, cost: int | None, last_sold: date | None, since: date = date(2026, 1, 1)
) -> Product:
    return Product(name, pieces, None if cost is None else Fraction(cost), since, last_sold)


def test_req_09_the_turnover_of_the_examples() -> None:
    """12000 ÷ ((3000 + 5000) ÷ 2) are 3.00 turns; in 30 days, one in 10.0 days."""
    turns = turnover(1_200_000, 300_000, 500_000)
    assert turns == 3
    assert turnover_days(turns, 30) == 10


@pytest.mark.parametrize(
    ("cost", "start", "end"),
    [(None, 300_000, 500_000), (1_200_000, 0, 0)],
)
def test_req_09_without_a_cost_or_a_stock_there_is_no_turnover(cost: int | None, start: int, end: int) -> None:
    assert turnover(cost, start, end) is None


@pytest.mark.parametrize("turns", [None, Fraction(0)])
def test_a_stock_that_did_not_turn_takes_no_number_of_days(turns: Fraction | None) -> None:
    assert turnover_days(turns, 30) is None


@pytest.mark.parametrize(
    ("pieces", "sold", "days", "expected"),
    [(40, 5, 1, 8), (40, 150, 30, 8), (0, 5, 1, 0), (40, 0, 30, None), (40, 5, 0, None), (40, -1, 30, None)],
)
def test_req_01_stock_lasts_as_long_as_it_sells(pieces: int, sold: int, days: int, expected: int | None) -> None:
    assert days_of_stock(pieces, sold, days) == expected


@pytest.mark.parametrize(
    ("lots", "expected"),
    [
        ([Lot(100, 3_000)], Fraction(3_000)),
        ([Lot(100, 3_000), Lot(50, 3_300)], Fraction(3_100)),
        ([Lot(100, 3_000), Lot(50, None)], None),  # the selling price is no cost
        ([], None),
        ([Lot(0, 3_000)], None),
    ],
)
def test_a_piece_costs_the_average_of_its_lots(lots: list[Lot], expected: Fraction | None) -> None:
    assert unit_cost(lots) == expected


@pytest.mark.parametrize(
    ("start", "came_in", "counted", "expected"), [(0, 100, 60, 40), (60, 0, 60, 0), (60, 0, 70, -10)]
)
def test_a_count_tells_what_went_out(start: int, came_in: int, counted: int, expected: int) -> None:
    assert used(start, came_in, counted) == expected


def test_req_29_slow_movers_stand_by_the_money_that_is_tied_up_in_them() -> None:
    stock = [
        product("面膜", 40, 3_000, june(29)),
        product("口红", 10, 2_000, date(2026, 5, 31)),
        product("香水", 20, 9_000, None),
        product("精华", 5, None, date(2026, 3, 1)),
        product("眼霜", 0, 5_000, date(2026, 3, 1)),
        product("新品", 90, 5_000, None, since=june(20)),
    ]
    found = slow_movers(stock, june(30))
    assert [(slow.product.name, slow.idle, slow.tied_up) for slow in found] == [
        ("香水", 180, 180_000),
        ("口红", 30, 20_000),
        ("精华", 121, None),
    ]


@pytest.mark.parametrize(("last_sold", "slow"), [(june(1), False), (date(2026, 5, 31), True)])
def test_req_29_thirty_days_without_a_sale_are_slow(last_sold: date, slow: bool) -> None:
    assert bool(slow_movers([product("面膜", 40, 3_000, last_sold)], june(30))) is slow


@given(st.lists(st.builds(Lot, st.integers(1, 1_000), st.integers(0, 10**6)), min_size=1))
def test_an_average_lies_between_the_cheapest_and_the_dearest(lots: list[Lot]) -> None:
    found, costs = unit_cost(lots), [lot.cost or 0 for lot in lots]
    assert found is not None
    assert min(costs) <= found <= max(costs)
