"""Leaderboards."""

from fractions import Fraction
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi.board import (
    By,
    Contender,
    Place,
    Seller,
    around,
    attainment,
    board,
    improvement,
    medal,
    ranking,
    shares,
    to_next,
)
from kpi.entry import Measure
from kpi.ids import MemberId
from kpi.metrics import Better, NotInTotalsError, Sums
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
COUNTED = (By.SALES, By.ORDERS, By.NEW, By.PERCENT)
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


@pytest.mark.parametrize("by", COUNTED)
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


@pytest.mark.parametrize("by", [By.IMPROVED, By.REPURCHASE, By.SCORE])
def test_what_one_period_does_not_tell_is_not_ranked_by_its_sums(by: By) -> None:
    with pytest.raises(NotInTotalsError):
        board(by, TEAM)


@given(by=st.sampled_from(COUNTED), team=teams, chance=st.randoms(use_true_random=False))
def test_a_board_does_not_depend_on_the_order_of_its_sellers(by: By, team: list[Seller], chance: Random) -> None:
    shuffled = list(team)
    chance.shuffle(shuffled)
    assert board(by, shuffled) == board(by, team)


@given(by=st.sampled_from(COUNTED), team=teams)
def test_a_rank_is_one_more_than_the_sellers_who_are_better(by: By, team: list[Seller]) -> None:
    places = board(by, team)
    for place in places:
        assert place.rank == 1 + sum(other.value > place.value for other in places)
    assert [place.rank for place in places] == sorted(place.rank for place in places)


def contender(number: int, value: int | None, n: int | None = None, before: int | None = None) -> Contender:
    figures = [None if figure is None else Fraction(figure) for figure in (value, before)]
    return Contender(MemberId(number), f"Ken {number}", figures[0], figures[1], n)


def test_where_lower_is_better_the_lowest_is_first() -> None:
    places = ranking([contender(1, 3, before=1), contender(2, 1, before=2), contender(3, 1)], Better.LOWER).places
    assert [(place.member, place.rank, place.movement) for place in places] == [(2, 1, 1), (3, 1, None), (1, 3, -2)]


def test_req_26_a_figure_of_fewer_than_five_buyers_is_shown_apart() -> None:
    found = ranking([contender(1, 50, n=4), contender(2, 30, n=5), contender(3, None, n=0)])
    assert [place.member for place in found.places] == [2]
    assert [few.member for few in found.few] == [1]


def test_req_25_the_board_of_new_customers_ranks_by_their_number() -> None:
    assert [(place.rank, place.name) for place in board(By.NEW, TEAM)] == [(1, "丽丽"), (2, "小美"), (3, "阿强")]


TEN = ranking([contender(number, 100 - number) for number in range(1, 11)]).places


@pytest.mark.parametrize(
    ("member", "expected"),
    [
        (5, [3, 4, 5, 6, 7]),
        (1, [1, 2, 3, 4, 5]),
        (2, [1, 2, 3, 4, 5]),
        (10, [6, 7, 8, 9, 10]),
        (99, []),
    ],
)
def test_the_neighbourhood_is_five_places_around_somebody(member: int, expected: list[int]) -> None:
    assert [place.member for place in around(TEN, MemberId(member))] == expected


def test_a_small_board_is_its_own_neighbourhood() -> None:
    assert around(TEN[:3], MemberId(3)) == TEN[:3]


@pytest.mark.parametrize(("member", "expected"), [(1, None), (2, 10), (3, 10), (4, 20), (99, None)])
def test_how_far_it_is_to_the_next_rank(member: int, expected: int | None) -> None:
    tied = ranking([contender(1, 50), contender(2, 40), contender(3, 40), contender(4, 20)]).places
    assert to_next(tied, MemberId(member)) == expected


def test_req_23_shares_make_exactly_100_percent() -> None:
    found = shares([23_770, 25_550, 18_370])
    assert found is not None
    assert [float(share * 100) for share in found] == [35.1, 37.8, 27.1]  # 35.12, 37.75 and 27.14


@pytest.mark.parametrize("amounts", [[], [0, 0], [100, -100], [-5]])
def test_req_23_nothing_has_no_shares(amounts: list[int]) -> None:
    assert shares(amounts) is None


def test_a_third_each_leaves_the_tenth_to_the_first() -> None:
    assert shares([1, 1, 1]) == (Fraction(334, 1000), Fraction(333, 1000), Fraction(333, 1000))


@given(amounts=st.lists(st.integers(-1000, 10**9), min_size=1, max_size=30))
def test_req_23_shares_are_near_and_make_the_whole(amounts: list[int]) -> None:
    found, whole = shares(amounts), sum(amounts)
    if whole <= 0:
        assert found is None
        return
    assert found is not None
    assert sum(found) == 1
    assert all(abs(share - Fraction(of, whole)) < Fraction(1, 1000) for share, of in zip(found, amounts, strict=True))


@pytest.mark.parametrize(
    ("now", "weight", "before", "weight_before", "expected"),
    [
        (1_200, 6, 4_000, 24, Fraction(1, 5)),  # 200 a day after 166.67
        (600, 6, 4_800, 24, Fraction(-1, 2)),
        (-100, 1, 4_800, 24, Fraction(-3, 2)),
        (1_200, 6, 0, 24, None),  # a newcomer
        (1_200, 6, -50, 24, None),
        (1_200, 0, 4_000, 24, None),  # on leave, and sold all the same
        (1_200, 6, 4_000, 0, None),
    ],
)
def test_improvement_is_against_one_s_own_weeks_before(
    now: int, weight: int, before: int, weight_before: int, expected: Fraction | None
) -> None:
    assert improvement(now, weight, before, weight_before) == expected
