"""Stock at cost."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi.period import Grain, period_of
from kpi.stock import (
    Ledger,
    Lot,
    Move,
    Product,
    Step,
    days_of_stock,
    goods_days_left,
    goods_turnover,
    slow_movers,
    turnover,
    turnover_days,
    unit_cost,
    used,
)
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


def ledger(*moves: Move, sold: dict[date, int] | None = None, after: dict[int, int] | None = None) -> Ledger:
    return Ledger("mask", "mask", moves, sold or {}, after or {})


def came(number: int, pieces: int, day: date, cost: int | None = 1_000) -> Move:
    return Move(number, Step.IN, pieces, cost, day)


def counted(number: int, pieces: int, day: date) -> Move:
    return Move(number, Step.COUNT, pieces, None, day)


def test_req_09_the_turnover_follows_from_what_came_in_and_was_sold() -> None:
    """5000 + 10000 - 12000 = 3000 at cost."""
    goods = ledger(came(1, 500, date(2026, 5, 31)), came(2, 1000, june(1)), sold={june(20): 1200})
    june_ = period_of(Grain.MONTH, june(1))
    assert goods.pieces_on(june(30)) == 300
    assert goods_turnover([goods], june_) == 3


def test_req_01_forty_pieces_at_five_a_day_last_for_eight_days() -> None:
    goods = ledger(came(1, 70, june(1)), sold={june(day): 5 for day in range(1, 7)}, after={1: 5})
    assert goods.days_left(june(6)) == 8
    assert goods_days_left([goods], june(6)) == 8


@pytest.mark.parametrize(
    ("after", "pieces", "missing"),
    [(0, 60, 32), (3, 57, 35), (8, 52, 40)],
    ids=["all sold before the count", "three after it", "all after it"],
)
def test_req_09_a_count_holds_whatever_was_sold_before_it(after: int, pieces: int, missing: int) -> None:
    goods = ledger(came(1, 100, june(1)), counted(2, 60, june(3)), sold={june(3): 8}, after={2: after})
    assert goods.pieces_on(june(3)) == pieces
    assert sum(balance.missing for balance in goods.balances) == missing


def test_what_was_sold_before_goods_were_ever_on_record_is_none_of_them() -> None:
    goods = ledger(came(1, 100, june(3)), sold={june(1): 50, june(3): 9}, after={1: 4})
    assert goods.pieces_on(june(3)) == 96
    assert goods.gone(period_of(Grain.MONTH, june(1))) == 4


def test_more_found_than_on_record_is_not_sold_backwards() -> None:
    goods = ledger(came(1, 100, june(1)), counted(2, 120, june(2)))
    assert goods.pieces_on(june(2)) == 120
    assert goods.gone(period_of(Grain.MONTH, june(1))) == 0


@pytest.mark.parametrize(
    ("moves", "cost"),
    [
        ((came(1, 100, june(1), 3_000), came(2, 300, june(2), 2_000)), Fraction(2_250)),
        ((came(1, 100, june(1), 3_000), came(2, 300, june(2), None)), None),
        ((came(1, 100, june(1), None), Move(2, Step.COST, 0, 900, june(2))), Fraction(900)),
        ((counted(1, 5, june(1)),), None),
        ((counted(1, 5, june(1)), Move(2, Step.COST, 0, 700, june(2))), Fraction(700)),
    ],
)
def test_req_09_a_piece_costs_what_all_lots_cost_on_average(moves: tuple[Move, ...], cost: Fraction | None) -> None:
    assert ledger(*moves).cost == cost


def test_one_product_without_a_cost_leaves_the_turnover_open() -> None:
    june_ = period_of(Grain.MONTH, june(1))
    priced, bare = ledger(came(1, 5, june(1))), ledger(came(2, 5, june(1), None))
    assert goods_turnover([priced, bare], june_) is None
    assert goods_turnover([priced], june_) == 0
    assert goods_turnover([], june_) is None
    assert goods_days_left([], june(1)) is None


@given(
    st.lists(st.tuples(st.integers(1, 30), st.integers(0, 200)), max_size=12),
    st.dictionaries(st.integers(1, 30), st.integers(1, 50), max_size=12),
)
def test_goods_in_less_what_was_sold_are_what_is_left(lots: list[tuple[int, int]], sales: dict[int, int]) -> None:
    moves = [came(n, pieces, june(day)) for n, (day, pieces) in enumerate(sorted(lots, key=lambda lot: lot[0]), 1)]
    goods = ledger(*moves, sold={june(day): n for day, n in sales.items()})
    first = min((day for day, _ in lots), default=31)
    left = sum(pieces for _, pieces in lots) - sum(n for day, n in sales.items() if day > first)
    assert goods.pieces_on(june(30)) == left
