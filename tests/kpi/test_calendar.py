"""Which days a team works, and how much each weighs."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi.calendar import EVERY_DAY, Calendar, Presence, weeks_before
from kpi.period import Grain, Period, period_of
from tests.kpi.june import JUNE, SHOP, june

weights = st.dictionaries(st.dates(june(1), june(30)), st.integers(0, 5))
work_weeks = st.frozensets(st.integers(0, 6))
calendars = st.builds(Calendar, work_weeks, weights)


@pytest.mark.parametrize(
    ("day", "weight"),
    [
        (6, 1),  # a Saturday
        (7, 0),  # a Sunday
        (15, 1),
        (16, 3),
        (19, 0),  # Dragon Boat Festival
    ],
)
def test_a_day_weighs_what_the_team_says(day: int, weight: int) -> None:
    assert SHOP.weight(june(day)) == weight


def test_the_june_of_the_examples_weighs_31() -> None:
    assert SHOP.weight_of(JUNE) == 31
    assert sum(SHOP.weight(day) > 0 for day in JUNE.days()) == 25


def test_a_team_that_says_nothing_works_every_day() -> None:
    assert [EVERY_DAY.weight(day) for day in JUNE.days()] == [1] * 30


def test_a_date_of_its_own_goes_before_the_weekday() -> None:
    """China moves working days to Sundays (调休)."""
    assert Calendar(frozenset(range(5)), {june(7): 1}).weight(june(7)) == 1
    assert Calendar(frozenset(range(5)), {june(8): 0}).weight(june(8)) == 0


def test_no_day_weighs_less_than_nothing() -> None:
    with pytest.raises(ValueError, match="less than nothing"):
        Calendar(special={june(8): -1})


@pytest.mark.parametrize(
    ("today", "elapsed", "left"),
    [(date(2026, 5, 31), 0, 31), (june(1), 1, 30), (june(8), 7, 24), (june(17), 19, 12), (june(30), 31, 0)],
)
def test_weights_are_over_or_left(today: date, elapsed: int, left: int) -> None:
    assert (SHOP.elapsed(JUNE, today), SHOP.left(JUNE, today)) == (elapsed, left)


@pytest.mark.parametrize(
    ("presence", "weight"),
    [
        (Presence(), 31),
        (Presence(leave=frozenset({june(10)})), 30),
        (Presence(leave=frozenset({june(7)})), 31),  # nobody works then
        (Presence(leave=frozenset({june(17)})), 28),
        (Presence(since=june(16)), 18),
        (Presence(until=june(15)), 13),
        (Presence(since=june(16), until=june(16)), 3),
        (Presence(hours=Fraction(1, 2)), 31),  # half the target, on the same days
        (Presence(since=date(2026, 7, 1)), 0),
    ],
)
def test_days_on_which_a_member_is_not_there_weigh_nothing(presence: Presence, weight: int) -> None:
    assert SHOP.of(presence).weight_of(JUNE) == weight


def test_the_next_working_day_and_the_next_campaign() -> None:
    assert SHOP.next_day(JUNE, june(6)) == june(8)
    assert SHOP.next_campaign(JUNE, june(8)) == june(16)
    assert SHOP.next_campaign(JUNE, june(18)) is None
    assert SHOP.next_day(JUNE, june(30)) is None
    assert SHOP.next_day(JUNE, date(2026, 5, 1)) == june(1)


def test_four_weeks_before_a_day() -> None:
    assert weeks_before(june(8), 4) == Period(Grain.WEEK, date(2026, 5, 11), june(8))


@given(calendar=calendars, day=st.dates(date(2026, 5, 1), date(2026, 7, 31)))
def test_what_is_over_and_what_is_left_make_the_whole(calendar: Calendar, day: date) -> None:
    assert calendar.elapsed(JUNE, day) + calendar.left(JUNE, day) == calendar.weight_of(JUNE)


@given(calendar=calendars, leave=st.frozensets(st.dates(june(1), june(30))))
def test_nobody_works_more_than_the_team(calendar: Calendar, leave: frozenset[date]) -> None:
    own = calendar.of(Presence(leave=leave))
    assert all(own.weight(day) in {0, calendar.weight(day)} for day in period_of(Grain.MONTH, june(1)).days())
