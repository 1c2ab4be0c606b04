"""Days reported in a row."""

from collections.abc import Collection
from datetime import UTC, date, datetime, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi.calendar import Calendar, Presence
from kpi.period import business_date
from kpi.streak import Participation, participation, streak
from tests.kpi.june import JUNE, SHOP, june

TODAY = date(2026, 6, 8)


def back(*days: int) -> set[date]:
    return {TODAY - timedelta(days=day) for day in days}


@pytest.mark.parametrize(
    ("reported", "expected"),
    [
        ([], 0),
        (back(0), 1),
        (back(0, 1, 2), 3),
        (back(1, 2), 2),  # today is still open
        (back(2, 3), 0),  # yesterday was missed
        (back(0, 2, 3), 1),
        (back(-1, 0), 1),  # a report for tomorrow, from before the team's zone was changed
    ],
)
def test_a_streak_is_the_days_in_a_row_up_to_today_or_yesterday(reported: Collection[date], expected: int) -> None:
    assert streak(reported, TODAY) == expected


@given(length=st.integers(0, 60), open_today=st.booleans())
def test_a_day_still_open_takes_nothing_away(length: int, open_today: bool) -> None:
    assert streak(back(*range(open_today, length + open_today)), TODAY) == length


def test_reports_after_midnight_and_over_a_clock_change_keep_the_streak() -> None:
    # Berlin sets its clocks back on 25 October 2026; the team's day closes at 02:00.
    reports = [
        datetime(2026, 10, 24, 19, tzinfo=UTC),
        datetime(2026, 10, 25, 23, 30, tzinfo=UTC),  # 00:30 on the 26th
        datetime(2026, 10, 26, 20, tzinfo=UTC),
    ]
    days = {business_date(instant, "Europe/Berlin", 120) for instant in reports}
    assert streak(days, date(2026, 10, 26)) == 3


@pytest.mark.parametrize(
    ("reported", "today", "leave", "expected"),
    [
        ({5, 6, 8}, 8, (), 3),  # Sunday the 7th is a day of rest
        ({5, 6, 7, 8}, 8, (), 4),  # and counts when somebody reports all the same
        ({5, 6}, 8, (), 2),  # today is open
        ({5, 6}, 9, (), 0),
        ({5, 6, 9}, 9, (8,), 3),
        ({5, 6}, 9, (8, 9), 2),  # on leave since yesterday
        ((), 8, (8,), 0),
    ],
)
def test_rest_days_and_leave_break_no_streak(
    reported: Collection[int], today: int, leave: Collection[int], expected: int
) -> None:
    own = SHOP.of(Presence(leave=frozenset(map(june, leave))))
    assert streak(set(map(june, reported)), june(today), own) == expected


def test_where_nobody_works_reports_still_make_a_streak() -> None:
    assert streak({june(1), june(8)}, june(8), Calendar(frozenset())) == 2


@pytest.mark.parametrize(
    ("reported", "leave", "expected"),
    [
        ({1, 2, 3, 4, 5, 6, 8}, (), Participation(7, 7)),
        ({1, 2, 3, 7}, (), Participation(3, 7)),  # a Sunday makes up for nothing
        ({1, 2, 3}, (4, 5), Participation(3, 5)),
        ({9}, (), Participation(0, 7)),
        ((), range(1, 31), Participation(0, 0)),
    ],
)
def test_req_49_leave_is_not_counted_as_missing(
    reported: Collection[int], leave: Collection[int], expected: Participation
) -> None:
    own = SHOP.of(Presence(leave=frozenset(map(june, leave))))
    found = participation(set(map(june, reported)), JUNE, june(8), own)
    assert found == expected
    assert found.rate == (Fraction(expected.reported, expected.expected) if expected.expected else None)
