"""Days for a calendar, as people name them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.day_spans import read_days

TODAY = date(2026, 6, 9)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("6-10", "2026-06-10", "2026-06-10"),
        ("6月10日", "2026-06-10", "2026-06-10"),
        ("10 Jun", "2026-06-10", "2026-06-10"),
        ("明天", "2026-06-10", "2026-06-10"),
        ("tomorrow", "2026-06-10", "2026-06-10"),
        ("6-16至6-18", "2026-06-16", "2026-06-18"),
        ("6月16日到6月18日", "2026-06-16", "2026-06-18"),
        ("6月16-18日", "2026-06-16", "2026-06-18"),
        ("6-16 至 18", "2026-06-16", "2026-06-18"),
        ("16 Jun to 18 Jun", "2026-06-16", "2026-06-18"),
        ("16-18 Jun", "2026-06-16", "2026-06-18"),
        ("6-16~6-18", "2026-06-16", "2026-06-18"),
        ("11-11", "2026-11-11", "2026-11-11"),
        ("5-01", "2026-05-01", "2026-05-01"),
        ("12-30至1-02", "2025-12-30", "2026-01-02"),
        ("2026-09-30至10-07", "2026-09-30", "2026-10-07"),
        ("2027-02-10", "2027-02-10", "2027-02-10"),
    ],
)
def test_days_are_read(text: str, first: str, last: str) -> None:
    found = read_days(text, TODAY)
    assert found is not None
    assert (found.start, found.last) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    "text",
    ["", "6月", "soon", "6-31", "13-40", "6-18至6-16至6-17", "6-16至", "至6-16", "6-10 小美", "2026-06-18至2026-06-16"],
)
def test_anything_else_is_not(text: str) -> None:
    assert read_days(text, TODAY) is None


@given(st.dates(date(2020, 1, 1), date(2030, 12, 31)), st.integers(-150, 150))
def test_a_day_without_its_year_is_the_nearest(today: date, away: int) -> None:
    day = today + timedelta(days=away)
    found = read_days(f"{day.month}-{day.day}", today)
    if (day.month, day.day) != (2, 29):
        assert found is not None
        assert found.start == day


@given(st.text(max_size=30))
def test_whatever_is_written_raises_nothing(text: str) -> None:
    found = read_days(text, TODAY)
    assert found is None or found.start < found.end
