"""What is refused or asked about before it is booked."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi.checks import COUNT_LIMIT, FEW, MANY, PastSale, Problem, check, long_past, unusual, unusual_count
from kpi.money import MINOR_LIMIT

TODAY = date(2026, 6, 8)


def problem(
    amount: int | None = 128_000,
    counts: tuple[int | None, ...] = (3, None),
    day: date = TODAY,
    currency: str | None = None,
) -> Problem | None:
    return check(amount, counts=counts, day=day, today=TODAY, currency=currency, team_currency="CNY")


@pytest.mark.parametrize(
    ("amount", "expected"),
    [
        (None, None),
        (1, None),
        (MINOR_LIMIT - 1, None),
        (MINOR_LIMIT, Problem.TOO_LARGE),
        (10**40, Problem.TOO_LARGE),
        (0, Problem.ZERO_AMOUNT),
        (-1, Problem.ZERO_AMOUNT),
        (-(10**40), Problem.ZERO_AMOUNT),
    ],
)
def test_an_amount_is_above_zero_and_below_the_limit(amount: int | None, expected: Problem | None) -> None:
    assert problem(amount=amount) is expected


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ((), None),
        ((None, None), None),
        ((0, COUNT_LIMIT), None),
        ((3, COUNT_LIMIT + 1), Problem.TOO_MANY),
        ((None, 10**40, None), Problem.TOO_MANY),
    ],
)
def test_a_count_is_at_most_a_hundred_thousand(counts: tuple[int | None, ...], expected: Problem | None) -> None:
    assert problem(counts=counts) is expected


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (TODAY, None),
        (date(2026, 5, 4), None),  # 35 days ago
        (date(2026, 5, 3), Problem.TOO_OLD),
        (date(1, 1, 1), Problem.TOO_OLD),
        (date(2026, 6, 9), Problem.FUTURE_DAY),
        (date(9999, 12, 31), Problem.FUTURE_DAY),
    ],
)
def test_a_report_is_for_today_or_up_to_35_days_ago(day: date, expected: Problem | None) -> None:
    assert problem(day=day) is expected


@pytest.mark.parametrize(
    ("currency", "expected"),
    [(None, None), ("CNY", None), ("USD", Problem.OTHER_CURRENCY), ("", Problem.OTHER_CURRENCY)],
)
def test_a_report_is_in_the_teams_currency(currency: str | None, expected: Problem | None) -> None:
    assert problem(currency=currency) is expected


def test_another_currency_is_said_before_its_amount_is_judged() -> None:
    assert problem(amount=MINOR_LIMIT, currency="VND") is Problem.OTHER_CURRENCY


MEIS = [PastSale(182_000, 3), PastSale(115_000, 2)]  # 606.67 and 575.00 an order, 590.83 in the middle
EVEN = [PastSale(20_000, 2), PastSale(10_000, 1)]
UNCOUNTED = [PastSale(20_000, None), PastSale(30_000, None), PastSale(1_000_000, None)]


@pytest.mark.parametrize(
    ("amount", "orders", "past", "expected"),
    [
        pytest.param(1_280_000, 1, MEIS, True, id="one order of 12,800"),
        pytest.param(1_280_000, 20, MEIS, False, id="twenty orders of 640"),
        pytest.param(590_833, 1, MEIS, False, id="just below ten times an order"),
        pytest.param(590_834, 1, MEIS, True, id="just above ten times an order"),
        pytest.param(99_999, 1, EVEN, False, id="below ten times an order of 100"),
        pytest.param(100_000, 1, EVEN, True, id="ten times an order of 100"),
        pytest.param(1_484_999, None, MEIS, False, id="orders unsaid, just below ten times a report"),
        pytest.param(1_485_000, None, MEIS, True, id="orders unsaid, ten times a report"),
        pytest.param(299_999, None, UNCOUNTED, False, id="below ten times the median"),
        pytest.param(300_000, None, UNCOUNTED, True, id="one large sale moves the median little"),
        pytest.param(300_000, 10, UNCOUNTED, True, id="orders said now, never before"),
        pytest.param(300_000, 0, UNCOUNTED, True, id="no orders are no orders to divide by"),
        pytest.param(10**10, 1, MEIS[:1], False, id="one past sale"),
        pytest.param(10**10, 1, [], False, id="the first sale"),
        pytest.param(300_000, 10, [*UNCOUNTED, PastSale(100, 1)], True, id="one past sale with orders is too few"),
    ],
)
def test_a_sale_of_ten_times_the_usual_is_asked_about(
    amount: int, orders: int | None, past: list[PastSale], expected: bool
) -> None:
    assert unusual(amount, orders, past) is expected


past_sales = st.lists(st.builds(PastSale, st.integers(1, 10**9), st.none() | st.integers(1, 50)), max_size=9)


@given(amount=st.integers(1, 10**10), orders=st.none() | st.integers(1, 50), past=past_sales)
def test_what_is_unusual_stays_so_when_the_amount_grows(amount: int, orders: int | None, past: list[PastSale]) -> None:
    assert unusual(amount, orders, past) <= unusual(amount + 1, orders, past)


@pytest.mark.parametrize(
    ("count", "past", "expected"),
    [
        (FEW - 1, [1, 1, 1], False),
        (FEW, [2, 2], True),
        (FEW, [2, 3], False),
        (30, [1, 3, 50], True),
        (29, [1, 3, 50], False),
        (MANY - 1, [], False),
        (MANY, [], True),
        (MANY, [5], True),
        (MANY - 1, [5], False),
        (9999, [400, 500], True),
        (MANY, [400, 500], False),
    ],
)
def test_a_count_of_ten_times_the_usual_is_asked_about(count: int, past: list[int], expected: bool) -> None:
    assert unusual_count(count, past) is expected


@pytest.mark.parametrize(
    ("day", "expected"),
    [(TODAY, False), (date(2026, 6, 1), False), (date(2026, 5, 31), True), (date(2026, 5, 4), True)],
)
def test_a_day_more_than_a_week_back_is_asked_about(day: date, expected: bool) -> None:
    assert long_past(day, TODAY) is expected
