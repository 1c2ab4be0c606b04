"""Leaderboards."""

from fractions import Fraction
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi.board import By, Place, Seller, attainment, board, medal
from kpi.entry import Measure
from kpi.ids import MemberId
from kpi.metrics import Sums
from kpi.money import round_half_up


def sold(net: int, orders: int = 0, new: int = 0) -> Sums:
    return {
        Measure.GROSS: net,
        Measure.ORDERS: orders,
        Measure.NEW_CUSTOMERS: new,
        Measure.REPORTS: 1,
    }


def seller(number: int, name: str, sums: Sums, before: Sums | None = None, target: int | None = None) -> Seller:
    return Seller(MemberId(number), name, sums, before or {}, target)


MEI = seller(1, "小美", {**sold(297_000, 5, 2), Measure.REFUNDS: 20_000}, target=400_000)
QIANG = seller(2, "阿强", sold(315_000, 4), target=350_000)
LILI = seller(3, "丽丽", sold(277_000, 9, 5), target=250_000)
TEAM = (MEI, QIANG, LILI)


def ranks(places: tuple[Place, ...]) -> list[tuple[int, str, Fraction]]:
    return [(place.rank, place.name, place.value) for place in places]


def test_the_amount_board_ranks_by_net_sales_and_shares_a_rank() -> None:
    assert ranks(board(By.SALES, TEAM)) == [
        (1, "阿强", Fraction(315_000)),
        (2, "丽丽", Fraction(277_000)),
        (2, "小美", Fraction(277_000)),
    ]


def test_after_a_shared_second_rank_comes_the_fourth() -> None:
    fourth = seller(4, "老王", sold(100_000))
    assert [place.rank for place in board(By.SALES, (*TEAM, fourth))] == [1, 2, 2, 4]


def test_the_percent_board_ranks_by_attainment() -> None:
    shown = [(place.name, round_half_up(place.value * 1000)) for place in board(By.PERCENT, TEAM)]
    assert shown == [("丽丽", 1108), ("阿强", 900), ("小美", 693)]


@pytest.mark.parametrize(
    ("by", "expected"),
    [
        (By.ORDERS, [(1, "丽丽", 9), (2, "小美", 5), (3, "阿强", 4)]),
        (By.NEW, [(1, "丽丽", 5), (2, "小美", 2), (3, "阿强", 0)]),
    ],
)
def test_a_board_of_counts(by: By, expected: list[tuple[int, str, int]]) -> None:
    assert ranks(board(by, TEAM)) == [(rank, name, Fraction(count)) for rank, name, count in expected]


@pytest.mark.parametrize("by", By)
@pytest.mark.parametrize("sums", [{}, {Measure.GROSS: 0, Measure.REPORTS: 0}], ids=["none", "all undone"])
def test_who_reported_nothing_has_no_place(by: By, sums: Sums) -> None:
    assert board(by, (seller(1, "小美", sums, before=sold(100), target=100),)) == ()


def test_who_reported_that_nothing_was_sold_has_a_place() -> None:
    assert ranks(board(By.SALES, (seller(1, "小美", {Measure.REPORTS: 1}),))) == [(1, "小美", Fraction(0))]


def test_a_day_of_refunds_alone_stands_below_zero() -> None:
    refunded = seller(4, "老王", {Measure.REFUNDS: 5_000, Measure.REPORTS: 1})
    assert ranks(board(By.SALES, (refunded, QIANG)))[-1] == (2, "老王", Fraction(-5_000))


@pytest.mark.parametrize("target", [None, 0])
def test_who_has_no_target_is_not_on_the_percent_board(target: int | None) -> None:
    without = seller(4, "老王", sold(100_000), target=target)
    assert [place.name for place in board(By.PERCENT, (without, QIANG))] == ["阿强"]


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["小美", "丽丽", "阿强"], ["阿强", "丽丽", "小美"]),  # ā lì xiǎo
        (["Zoe", "adam", "Bob"], ["adam", "Bob", "Zoe"]),
        (["小美", "Zoe", "💄"], ["Zoe", "💄", "小美"]),
        (["Mei", "Mei"], ["Mei", "Mei"]),
    ],
)
def test_inside_a_tie_names_come_in_the_order_of_a_list(names: list[str], expected: list[str]) -> None:
    places = board(By.SALES, [seller(number, name, sold(100)) for number, name in enumerate(names)])
    assert [place.name for place in places] == expected
    assert {place.rank for place in places} == {1}


def test_movement_is_the_ranks_gained_against_the_period_before() -> None:
    sellers = (
        seller(1, "小美", sold(300), before=sold(100)),
        seller(2, "阿强", sold(200), before=sold(300)),
        seller(3, "丽丽", sold(100)),
        seller(4, "老王", sold(50), before=sold(100)),
        seller(5, "老李", {}, before=sold(200)),
    )
    moved = {place.name: place.movement for place in board(By.SALES, sellers)}
    assert moved == {"小美": 2, "阿强": -1, "丽丽": None, "老王": -1}


@pytest.mark.parametrize(("rank", "expected"), [(1, "🥇"), (2, "🥈"), (3, "🥉"), (4, ""), (30, "")])
def test_the_first_three_ranks_have_medals(rank: int, expected: str) -> None:
    assert medal(rank) == expected


@pytest.mark.parametrize(
    ("net", "target", "tenths"),
    [
        (277_000, 400_000, 693),  # 69.25 % is shown as 69.3 %
        (2_377_000, 12_400_000, 192),
        (2_100_000, 12_400_000, 169),
        (182_000, 400_000, 455),
        (869_000, 1_000_000, 869),
        (6_769_000, 31_000_000, 218),
        (-20_000, 400_000, -50),
    ],
)
def test_attainment_is_net_over_target(net: int, target: int, tenths: int) -> None:
    reached = attainment(net, target)
    assert reached is not None
    assert round_half_up(reached * 1000) == tenths


@pytest.mark.parametrize("target", [None, 0])
def test_without_a_target_there_is_no_attainment(target: int | None) -> None:
    assert attainment(277_000, target) is None


small_sums = st.fixed_dictionaries(
    {Measure.GROSS: st.integers(0, 3), Measure.REFUNDS: st.integers(0, 1), Measure.REPORTS: st.integers(0, 1)}
)
teams = st.lists(
    st.tuples(st.sampled_from(["小美", "阿强", "Ken"]), small_sums, small_sums, st.none() | st.integers(0, 3)),
    max_size=7,
).map(lambda rows: [Seller(MemberId(number), *row) for number, row in enumerate(rows)])


@given(by=st.sampled_from(By), team=teams, chance=st.randoms(use_true_random=False))
def test_a_board_does_not_depend_on_the_order_of_its_sellers(by: By, team: list[Seller], chance: Random) -> None:
    shuffled = list(team)
    chance.shuffle(shuffled)
    assert board(by, shuffled) == board(by, team)


@given(by=st.sampled_from(By), team=teams)
def test_a_rank_is_one_more_than_the_sellers_who_are_better(by: By, team: list[Seller]) -> None:
    places = board(by, team)
    for place in places:
        assert place.rank == 1 + sum(other.value > place.value for other in places)
    assert [place.rank for place in places] == sorted(place.rank for place in places)
