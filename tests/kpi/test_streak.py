"""Days reported in a row."""

from collections.abc import Collection
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi.period import business_date
from kpi.streak import streak

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
