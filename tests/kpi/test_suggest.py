"""What a target could be, and whether it can be reached."""

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi.calendar import Calendar
from kpi.period import Grain, period_of
from kpi.suggest import Past, Suggestion, Verdict, attainable, history, suggestion
from tests.kpi.june import JUNE, SHOP, june


def days(first: date, last: date, amount: int = 100) -> dict[date, int]:
    return {first + timedelta(days=ahead): amount for ahead in range((last - first).days + 1)}


def months(*amounts: int) -> list[Past]:
    return [Past(JUNE, amount, 30) for amount in amounts]


def month(number: int) -> date:
    return date(2026, number, 1)


@pytest.mark.parametrize(
    ("first", "until", "expected"),
    [
        (month(4), june(8), [("2026-04", 3_000), ("2026-05", 3_100)]),
        (month(4), june(21), [("2026-04", 3_000), ("2026-05", 3_100), ("2026-06", 3_000)]),  # 2,100 in 21 of 30 days
        (date(2026, 4, 9), june(8), [("2026-04", 3_000), ("2026-05", 3_100)]),  # 22 days of April
        (date(2026, 4, 15), june(8), [("2026-05", 3_100)]),  # 16 days
        (date(2026, 5, 20), june(8), []),  # twenty days, of two months
        (date(2026, 5, 19), june(8), [("2026-06", 3_000)]),  # three weeks, of two months
        (june(8), june(7), []),
    ],
)
def test_months_that_were_seen_for_three_weeks_count(first: date, until: date, expected: list[tuple[str, int]]) -> None:
    found = history(days(first, max(first, until)), until, Grain.MONTH)
    assert [(past.period.key, past.amount) for past in found] == expected


def test_whole_weeks_count_as_they_are() -> None:
    found = history(days(june(3), june(23)), june(23), Grain.WEEK)
    assert [(past.period.key, past.amount) for past in found] == [("2026-W24", 700), ("2026-W25", 700)]


def test_what_was_seen_in_part_is_scaled_by_the_weights_of_its_days() -> None:
    """The campaign is over: 22 days that weigh 25 brought 2,500, and the rest of the month weighs 6."""
    brought = {day: 100 * SHOP.weight(day) for day in JUNE.days()}
    assert history(brought, june(23), Grain.MONTH, SHOP) == (Past(JUNE, 3_100, 31),)


def test_nothing_reported_is_no_history() -> None:
    assert history({}, june(30), Grain.MONTH) == ()
    assert history(days(month(4), june(8)), june(8), Grain.MONTH, Calendar(frozenset())) == ()


@pytest.mark.parametrize(
    ("amounts", "weight", "expected"),
    [
        ((100,), 30, Suggestion(usual=100, best=100, low=100, high=100, n=1)),
        ((100, 300, 200), 30, Suggestion(usual=200, best=300, low=200, high=240, n=3)),  # no more than 120 %
        ((100, 110, 120), 30, Suggestion(usual=110, best=120, low=110, high=120, n=3)),
        ((100, 110), 33, Suggestion(usual=105, best=110, low=116, high=121, n=2)),  # a heavier month
        ((-50, 0), 30, Suggestion(usual=-25, best=0, low=0, high=0, n=2)),
    ],
)
def test_req_35_a_target_is_suggested_between_the_usual_and_the_best(
    amounts: tuple[int, ...], weight: int, expected: Suggestion
) -> None:
    assert suggestion(months(*amounts), weight) == expected


def test_req_35_without_a_history_nothing_is_suggested() -> None:
    assert suggestion([], 30) is None
    assert suggestion([Past(JUNE, 100, 0)], 30) is None


@pytest.mark.parametrize(
    ("target", "verdict"),
    [
        (100, Verdict.USUAL),
        (200, Verdict.USUAL),
        (201, Verdict.STRETCH),
        (300, Verdict.STRETCH),
        (301, Verdict.RECORD),
        (450, Verdict.RECORD),  # 150 % is not above it
        (451, Verdict.TOO_HIGH),
    ],
)
def test_req_35_a_target_is_held_against_the_best_month(target: int, verdict: Verdict) -> None:
    assert attainable(target, months(100, 300, 200)) is verdict


def test_req_35_under_three_weeks_there_is_no_verdict() -> None:
    twenty = history(days(june(1), june(20)), june(20), Grain.MONTH)
    assert attainable(10**9, twenty) is Verdict.UNKNOWN
    three_weeks = history(days(june(1), june(21)), june(21), Grain.MONTH)
    assert attainable(10**9, three_weeks) is Verdict.TOO_HIGH


@given(amounts=st.lists(st.integers(0, 10**9), min_size=1, max_size=24), weight=st.integers(1, 90))
def test_what_is_suggested_for_a_usual_month_is_attainable(amounts: list[int], weight: int) -> None:
    past = [Past(period_of(Grain.MONTH, june(1)), amount, weight) for amount in amounts]
    found = suggestion(past, weight)
    assert found is not None
    assert found.low <= found.high
    assert Fraction(found.high) <= max(amounts) + 1
    assert attainable(found.high, past) in {Verdict.USUAL, Verdict.STRETCH}
