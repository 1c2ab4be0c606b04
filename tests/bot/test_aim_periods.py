"""The periods that targets are set for, by name."""

from datetime import date

import pytest

from bot.aim_periods import aim_period_at, read_aim_period

MONDAY = date(2026, 6, 8)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("今年", "2026"), ("year", "2026"), ("明年", "2027"),
        ("next year", "2027"), ("2027年", "2027"), ("2027", "2027"),
        ("本季度", "2026-Q2"), ("quarter", "2026-Q2"), ("下季度", "2026-Q3"), ("Q3", "2026-Q3"),
        ("第三季度", "2026-Q3"),
        ("3季度", "2026-Q3"), ("2027Q1", "2027-Q1"), ("2027-Q1", "2027-Q1"),
        ("本月", "2026-06"), ("month", "2026-06"), ("this month", "2026-06"), ("下个月", "2026-07"),
        ("上月", "2026-05"),
        ("7月", "2026-07"), ("七月", "2026-07"), ("July", "2026-07"), ("12月", "2026-12"), ("1月", "2026-01"),
        ("2026-09", "2026-09"), ("2027年3月", "2027-03"),
        ("本周", "2026-W24"), ("week", "2026-W24"), ("下周", "2026-W25"), ("next week", "2026-W25"),
        ("2026-W30", "2026-W30"),
    ],
)  # fmt: skip
def test_a_week_a_month_a_quarter_or_a_year(text: str, key: str) -> None:
    found = read_aim_period(text, MONDAY)
    assert found is not None
    assert found.key == key


@pytest.mark.parametrize("text", ["", "今天", "6-08", "Q5", "13月", "某天", "五季度", "50000", "新客"])
def test_anything_else_is_none(text: str) -> None:
    assert read_aim_period(text, MONDAY) is None


@pytest.mark.parametrize(
    ("today", "key"),
    [(date(2026, 11, 20), "2027-02"), (date(2026, 7, 31), "2026-02"), (date(2026, 8, 1), "2027-02")],
)
def test_a_month_without_a_year_is_at_most_half_a_year_back(today: date, key: str) -> None:
    found = read_aim_period("2月", today)
    assert found is not None
    assert found.key == key


@pytest.mark.parametrize(
    ("text", "key", "rest"),
    [("本月新客30", "2026-06", "新客30"), ("7月5万", "2026-07", "5万"), ("next month 500", "2026-07", "500"),
     ("year sales 5", "2026", "sales 5"), ("本季度 300", "2026-Q2", "300"), ("12月 3", "2026-12", "3")],
)  # fmt: skip
def test_at_the_head_of_a_line_chinese_needs_no_space(text: str, key: str, rest: str) -> None:
    found = aim_period_at(text, MONDAY)
    assert found is not None
    assert (found[0].key, found[1]) == (key, rest)
