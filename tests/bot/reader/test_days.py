"""Days, seen from Monday 23 November 2026."""

from datetime import date

import pytest

from bot.reader.days import day_at, dotted_at, latest
from tests.bot.reader.team import TODAY


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("今天", (2026, 11, 23)),
        ("昨晚", (2026, 11, 22)),
        ("前天", (2026, 11, 21)),
        ("大前天", (2026, 11, 20)),
        ("3天前", (2026, 11, 20)),
        ("三天前", (2026, 11, 20)),
        ("周一", (2026, 11, 23)),
        ("周五", (2026, 11, 20)),
        ("周日", (2026, 11, 22)),
        ("星期天", (2026, 11, 22)),
        ("礼拜六", (2026, 11, 21)),
        ("上周五", (2026, 11, 20)),
        ("上周一", (2026, 11, 16)),
        ("下周五", (2026, 12, 4)),
        ("8号", (2026, 11, 8)),
        ("30号", (2026, 10, 30)),
        ("31号", (2026, 10, 31)),
        ("二十号", (2026, 11, 20)),
        ("8月3日", (2026, 8, 3)),
        ("12月30日", (2025, 12, 30)),
        ("11月27日", (2026, 11, 27)),
        ("12月24日", (2026, 12, 24)),
        ("12月25日", (2025, 12, 25)),
        ("11-20", (2026, 11, 20)),
        ("8/3", (2026, 8, 3)),
        ("19/11", (2026, 11, 19)),
        ("2026/11/21", (2026, 11, 21)),
        ("2026-11-20", (2026, 11, 20)),
        ("2026年11月5日", (2026, 11, 5)),
        ("11/21/2026", (2026, 11, 21)),
        ("2027-01-01", (2027, 1, 1)),
        ("2026-11-23 10:21:08", (2026, 11, 23)),
        ("2day", (2026, 11, 23)),
        ("yestrday", (2026, 11, 22)),
        ("last night", (2026, 11, 22)),
        ("friday", (2026, 11, 20)),
        ("monday", (2026, 11, 23)),
        ("last monday", (2026, 11, 16)),
        ("last friday", (2026, 11, 20)),
        ("next friday", (2026, 11, 27)),
        ("nov 20th", (2026, 11, 20)),
        ("22 nov", (2026, 11, 22)),
        ("dec 30", (2025, 12, 30)),
        ("nov 27, 2025", (2025, 11, 27)),
        ("the 8th", (2026, 11, 8)),
        ("3 days ago", (2026, 11, 20)),
        ("29 february", (2024, 2, 29)),
    ],
)
def test_a_day_is_found_with_the_whole_of_its_name(text: str, day: tuple[int, int, int]) -> None:
    assert day_at(text, 0, TODAY) == (date(*day), len(text))


@pytest.mark.parametrize("text", ["3-4单", "2/30", "13-13", "saturn", "8号楼", "40号", "14:30", "99/盒", "mark 5"])
def test_what_is_no_day_is_not_taken_for_one(text: str) -> None:
    assert day_at(text, 0, TODAY) is None


def test_a_date_with_a_dot_is_one_only_where_it_is_asked_for() -> None:
    assert day_at("11.20", 0, TODAY) is None
    assert dotted_at("11.20", 0, TODAY) == (date(2026, 11, 20), 5)
    assert dotted_at("1.2万", 0, TODAY) is None


def test_a_day_that_never_comes_is_none() -> None:
    assert latest(2, 30, TODAY) is None
