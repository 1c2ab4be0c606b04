"""How a month is going."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi.pace import ahead, days_left, needed_per_day, time_progress
from kpi.period import Grain, period_of

JUNE = period_of(Grain.MONTH, date(2026, 6, 8))


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (date(2026, 5, 31), 30),
        (date(2026, 6, 1), 30),
        (date(2026, 6, 8), 23),
        (date(2026, 6, 30), 1),
        (date(2026, 7, 1), 0),
        (date(2026, 9, 1), 0),
    ],
)
def test_the_days_left_of_a_month_count_today(today: date, expected: int) -> None:
    assert days_left(JUNE, today) == expected


@pytest.mark.parametrize(
    ("target", "net", "left", "expected"),
    [
        (12_400_000, 2_377_000, 24, 417_625),  # 100,230 ÷ 24 = 4,176.25
        (100, -20, 3, 40),  # refunds have to be made good
        (100, 99, 1, 1),
        (100, 100, 5, None),
        (100, 130, 5, None),
        (100, 0, 0, None),
        (0, 0, 5, None),
    ],
)
def test_what_is_missing_is_shared_by_the_days_left(target: int, net: int, left: int, expected: int | None) -> None:
    assert needed_per_day(target, net, left) == expected


@given(target=st.integers(1, 10**11), net=st.integers(-(10**11), 10**11), left=st.integers(1, 31))
def test_what_each_day_needs_reaches_the_target_exactly(target: int, net: int, left: int) -> None:
    needed = needed_per_day(target, net, left)
    assert net + (needed or 0) * left == max(net, target)


@pytest.mark.parametrize(
    ("day", "today", "expected"),
    [
        (date(2026, 7, 1), date(2026, 7, 7), Fraction(7, 31)),  # 22.6 %
        (date(2026, 6, 1), date(2026, 5, 1), Fraction(0)),
        (date(2026, 6, 1), date(2026, 5, 31), Fraction(0)),
        (date(2026, 6, 1), date(2026, 6, 1), Fraction(1, 30)),
        (date(2026, 6, 1), date(2026, 6, 30), Fraction(1)),
        (date(2026, 6, 1), date(2026, 7, 30), Fraction(1)),
    ],
)
def test_time_progress_is_the_days_so_far_over_all_days(day: date, today: date, expected: Fraction) -> None:
    assert time_progress(period_of(Grain.MONTH, day), today) == expected


@pytest.mark.parametrize(
    ("net", "target", "progress", "expected"),
    [
        (2_377_000, 12_400_000, Fraction(7, 31), -423_000),
        (2_555_000, 10_850_000, Fraction(7, 31), 105_000),
        (1_837_000, 7_750_000, Fraction(7, 31), 87_000),
        (0, 3, Fraction(1, 2), -2),  # one and a half
        (2_377_000, 12_400_000, Fraction(0), 2_377_000),
    ],
)
def test_who_is_ahead_of_the_calendar_and_who_behind(net: int, target: int, progress: Fraction, expected: int) -> None:
    assert ahead(net, target, progress) == expected
