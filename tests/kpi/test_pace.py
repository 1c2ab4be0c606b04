"""How a month is going."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi.calendar import Calendar, Presence
from kpi.pace import Forecast, Need, ahead, forecast, needed_per_day, pace, time_progress
from kpi.period import Grain, period_of
from tests.kpi.june import JUNE, SHOP, june

WEIGHTS = st.dictionaries(st.dates(june(1), june(30)), st.integers(0, 4))


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


@pytest.mark.parametrize(
    ("today", "presence", "expected"),
    [
        (june(8), Presence(), Fraction(7, 31)),  # 22.6 %, where 8 of 30 days are 26.7 %
        (june(7), Presence(), Fraction(6, 31)),
        (june(8), Presence(leave=frozenset({june(10)})), Fraction(7, 30)),
        (june(17), Presence(since=june(16)), Fraction(6, 18)),
        (june(8), Presence(since=date(2026, 7, 1)), Fraction(8, 30)),  # nobody works: the days are all there is
        (date(2026, 5, 31), Presence(), Fraction(0)),
        (date(2026, 7, 1), Presence(), Fraction(1)),
    ],
)
def test_time_progress_goes_by_the_weights_of_the_days(today: date, presence: Presence, expected: Fraction) -> None:
    assert time_progress(JUNE, today, SHOP.of(presence)) == expected


def test_the_evening_of_the_examples_comes_out_exactly() -> None:
    """小美 on 8 June: 落后 4,230 · 明日需 4,176.25 · 大促日需 12,528.75."""
    stands = pace(12_400_000, 2_377_000, JUNE, june(8), SHOP)
    assert stands.progress == Fraction(7, 31)
    assert stands.ahead == -423_000
    assert stands.today == 400_000
    assert stands.next_day == Need(june(9), Fraction(417_625))
    assert stands.campaign == Need(june(16), Fraction(1_252_875))
    assert not stands.reached


@pytest.mark.parametrize("actual", [12_400_000, 13_000_000])
def test_who_has_reached_the_target_needs_nothing_more(actual: int) -> None:
    stands = pace(12_400_000, actual, JUNE, june(8), SHOP)
    assert (stands.reached, stands.next_day, stands.campaign) == (True, None, None)


def test_on_the_last_day_nothing_can_be_made_up_for() -> None:
    stands = pace(12_400_000, 1, JUNE, june(30), SHOP)
    assert (stands.progress, stands.next_day, stands.campaign) == (Fraction(1), None, None)


def test_somebody_on_leave_all_month_is_asked_for_nothing_on_any_day() -> None:
    away = SHOP.of(Presence(leave=frozenset(JUNE.days())))
    stands = pace(7_750_000, 0, JUNE, june(8), away)
    assert (stands.today, stands.next_day, stands.campaign) == (0, None, None)


@given(special=WEIGHTS, target=st.integers(1, 10**9), actual=st.integers(-(10**9), 10**9), day=st.integers(1, 30))
def test_bringing_what_every_day_to_come_needs_reaches_the_target(
    special: dict[date, int], target: int, actual: int, day: int
) -> None:
    calendar = Calendar(special=special)
    need = needed_per_day(target, actual, calendar.left(JUNE, june(day)))
    to_come = [calendar.weight(of) for of in JUNE.days() if of > june(day)]
    if need is not None:
        assert actual + sum(need * weight for weight in to_come) == target


EIGHT_DAYS = {
    june(day): amount for day, amount in enumerate((10_000, 9_000, 11_000, 9_000, 10_000, 10_000, 0, 8_690), 1)
}


def test_req_02_the_month_s_end_goes_on_as_its_weights_went() -> None:
    found = forecast({day: amount * 100 for day, amount in EIGHT_DAYS.items()}, JUNE, june(8), SHOP)
    assert found is not None
    assert found.amount == Fraction(6_769_000, 7) * 31 == 29_977_000


@pytest.mark.parametrize("reported", [0, 1, 2])
def test_req_02_fewer_than_three_reported_days_say_nothing(reported: int) -> None:
    by_day = dict(list(EIGHT_DAYS.items())[:reported])
    assert forecast(by_day, JUNE, june(8), SHOP) is None


def test_days_that_nobody_works_say_nothing_of_those_to_come() -> None:
    sundays = Calendar(frozenset({6}))
    assert forecast(EIGHT_DAYS, JUNE, june(8), sundays) is None


def test_days_outside_the_period_or_not_over_yet_are_not_counted() -> None:
    inside = {june(day): 100 for day in range(1, 4)}
    around = {**inside, date(2026, 5, 31): 9_000, june(4): 9_000}
    assert forecast(around, JUNE, june(3)) == Forecast(Fraction(3_000), 3_000, 3_000)


def test_even_days_leave_no_doubt_and_a_campaign_counts_by_its_weight() -> None:
    even = {day: 100 * SHOP.weight(day) for day in JUNE.days() if day <= june(17)}
    assert forecast(even, JUNE, june(17), SHOP) == Forecast(Fraction(3_100), 3_100, 3_100)


def test_the_range_is_that_of_eight_ends_in_ten() -> None:
    """Three days of 0, 100, 200 vary by s = 100, and 27 days to come by √(27 · (1 + 27/3)) times that."""
    found = forecast({june(1): 0, june(2): 100, june(3): 200}, JUNE, june(3))
    assert found == Forecast(Fraction(3_000), 3_000 - 2_103, 3_000 + 2_103)


def test_what_is_brought_is_not_lost_again() -> None:
    found = forecast({june(1): 0, june(2): 0, june(3): 900}, JUNE, june(3))
    assert found is not None
    assert found.low == 900


@given(
    by_day=st.dictionaries(st.dates(june(1), june(30)), st.integers(0, 10**9)),
    special=WEIGHTS,
    until=st.integers(1, 30),
)
def test_a_forecast_lies_in_its_range(by_day: dict[date, int], special: dict[date, int], until: int) -> None:
    found = forecast(by_day, JUNE, june(until), Calendar(special=special))
    if found is not None:
        assert found.low <= found.amount + 1
        assert found.amount <= found.high + 1
