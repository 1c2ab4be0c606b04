"""Periods by the names that people give them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.periods import read_period
from kpi.period import Grain, period_of

TODAY = date(2026, 6, 10)  # a Wednesday


@pytest.mark.parametrize(
    ("asked", "key"),
    [
        ("day", "2026-06-10"),
        ("today", "2026-06-10"),
        ("今天", "2026-06-10"),
        ("今日", "2026-06-10"),
        ("昨天", "2026-06-09"),
        ("Yesterday", "2026-06-09"),
        ("前天", "2026-06-08"),
        ("week", "2026-W24"),
        ("本周", "2026-W24"),
        ("这周", "2026-W24"),
        ("this week", "2026-W24"),
        ("上周", "2026-W23"),
        ("last  week", "2026-W23"),
        ("month", "2026-06"),
        ("本月", "2026-06"),
        ("这个月", "2026-06"),
        ("上月", "2026-05"),
        ("上个月", "2026-05"),
        ("last month", "2026-05"),
        ("5月", "2026-05"),
        ("5 月", "2026-05"),
        ("５月份", "2026-05"),
        ("五月", "2026-05"),
        ("May", "2026-05"),
        ("june", "2026-06"),
        ("6月", "2026-06"),
        ("7月", "2025-07"),
        ("十二月", "2025-12"),
        ("Dec", "2025-12"),
        ("sept", "2025-09"),
        ("2026-05", "2026-05"),
        ("2025年12月", "2025-12"),
        ("2026-W23", "2026-W23"),
        ("6-08", "2026-06-08"),
        ("6/8", "2026-06-08"),
        ("6月8日", "2026-06-08"),
        ("6月8号", "2026-06-08"),
        ("6-10", "2026-06-10"),
        ("6-11", "2025-06-11"),
        ("2-29", "2024-02-29"),
        ("本季度", "2026-Q2"),
        ("上季度", "2026-Q1"),
        ("last quarter", "2026-Q1"),
        ("Q2", "2026-Q2"),
        ("第三季度", "2025-Q3"),
        ("Q4", "2025-Q4"),
        ("2025-Q3", "2025-Q3"),
        ("Q3 2025", "2025-Q3"),
        ("2025年第一季度", "2025-Q1"),
        ("今年", "2026"),
        ("去年", "2025"),
        ("last year", "2025"),
        ("2024", "2024"),
        ("2024年", "2024"),
        ("2026-06-08", "2026-06-08"),
        ("2026年6月8日", "2026-06-08"),
    ],
)
def test_a_name_means_the_latest_such_period(asked: str, key: str) -> None:
    period = read_period(asked, TODAY)
    assert period is not None
    assert period.key == key


@pytest.mark.parametrize(
    "asked",
    [
        "", "   ", "sales", "下周", "13月", "0月", "2026-13", "2026-00", "6-31", "13-01", "2026-02-30", "2026-W54",
        "8", "1999-12", "9999-12", "0001-01-01", "2026-06-08-09", "六-八", "Q5", "Q0",
        "2025Q1 2024", "1999", "五季度", "明年",
    ],
)  # fmt: skip
def test_what_names_no_period_is_none(asked: str) -> None:
    assert read_period(asked, TODAY) is None


@given(
    st.sampled_from(Grain),
    st.dates(date(2000, 1, 3), date(2099, 12, 20)),
    st.dates(date(2000, 1, 1), date(2099, 12, 31)),
)
def test_the_key_of_a_period_reads_as_that_period(grain: Grain, day: date, today: date) -> None:
    period = period_of(grain, day)
    assert read_period(period.key, today) == period


@given(st.text("0123456789-年月日号wq季度上本周五", max_size=11), st.dates(date(2001, 1, 1), date(2099, 12, 31)))
def test_whatever_is_asked_the_answer_is_none_or_a_whole_period(asked: str, today: date) -> None:
    period = read_period(asked, today)
    assert period is None or period == period_of(period.grain, period.start)
