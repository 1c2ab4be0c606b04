"""What changed, and what it is made of."""

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi.analysis import (
    Against,
    Change,
    Contribution,
    Direction,
    Funnel,
    Outliers,
    Pareto,
    Step,
    Structure,
    TooLittle,
    Trend,
    Weekdays,
    change,
    funnel,
    outliers,
    pareto,
    structure,
    trend,
    weekdays,
    year_before,
)
from kpi.calendar import Calendar
from kpi.entry import Measure
from kpi.metrics import Sums
from kpi.period import Grain, Period, period_of
from tests.kpi.june import SHOP, june

results = st.lists(st.integers(-(10**6), 10**9), min_size=2, max_size=24)
wholes = st.dictionaries(st.integers(1, 40), st.integers(0, 10**9), min_size=2)
SEVEN = {june(day): 100 + day for day in range(1, 8)}


@pytest.mark.parametrize(
    ("results", "direction", "slope", "change"),
    [
        ([100, 110, 120], Direction.UP, 10, Fraction(20, 110)),
        ([120, 100], Direction.DOWN, -20, Fraction(-20, 110)),
        ([100, 100, 100], Direction.STEADY, 0, Fraction(0)),
        ([100, 104], Direction.STEADY, 4, Fraction(4, 102)),
        ([100, 200, 100], Direction.STEADY, 0, Fraction(0)),  # it came back
        ([0, 0], Direction.STEADY, 0, None),
        ([-30, -10], Direction.UP, 20, None),  # refunds alone, fewer of them
    ],
)
def test_req_18_a_trend_is_the_line_through_the_periods(
    results: list[int], direction: Direction, slope: int, change: Fraction | None
) -> None:
    assert trend(results) == Trend(direction, Fraction(slope), change, tuple(results))


@pytest.mark.parametrize("results", [[], [100]])
def test_req_18_fewer_than_two_periods_are_too_little(results: list[int]) -> None:
    assert trend(results) == TooLittle(len(results), 2)
    assert change(100, None, Against.LAST_PERIOD) == TooLittle(1, 2)


@given(results=results)
def test_a_trend_backwards_goes_the_other_way(results: list[int]) -> None:
    there, back = trend(results), trend(results[::-1])
    assert isinstance(there, Trend)
    assert isinstance(back, Trend)
    assert there.slope == -back.slope


@pytest.mark.parametrize(
    ("now", "before", "difference", "ratio"),
    [
        (6_769_000, 5_000_000, 1_769_000, Fraction(3538, 10_000)),
        (50, 100, -50, Fraction(-1, 2)),
        (100, 100, 0, Fraction(0)),
        (100, 0, 100, None),
        (100, -20, 120, None),
        (-20, 100, -120, Fraction(-6, 5)),
    ],
)
def test_req_18_a_period_stands_against_another(now: int, before: int, difference: int, ratio: Fraction | None) -> None:
    for against in Against:
        found = change(now, before, against)
        assert found == Change(against, now, before, ratio)
        assert found.difference == difference


@pytest.mark.parametrize(
    ("period", "key"),
    [
        (period_of(Grain.MONTH, june(8)), "2025-06"),
        (period_of(Grain.DAY, date(2024, 2, 29)), "2023-02-28"),
        (period_of(Grain.WEEK, june(8)), "2025-W24"),
        (period_of(Grain.WEEK, date(2026, 12, 31)), "2025-W52"),  # its number is 53
        (period_of(Grain.QUARTER, june(8)), "2025-Q2"),
        (period_of(Grain.YEAR, june(8)), "2025"),
    ],
)
def test_req_18_the_same_period_a_year_ago(period: Period, key: str) -> None:
    assert year_before(period).key == key


def test_req_18_the_parts_of_a_whole_stand_by_size_and_make_100_percent() -> None:
    assert structure({"小美": 23_770, "阿强": 25_550, "丽丽": 18_370}) == Structure(
        67_690,
        (
            Contribution("阿强", 25_550, Fraction(378, 1000)),
            Contribution("小美", 23_770, Fraction(351, 1000)),
            Contribution("丽丽", 18_370, Fraction(271, 1000)),
        ),
    )


@pytest.mark.parametrize("amounts", [{}, {"小美": 0}, {"小美": -100, "阿强": 50}])
def test_nothing_has_no_parts(amounts: dict[str, int]) -> None:
    assert isinstance(structure(amounts), TooLittle)
    assert isinstance(pareto(amounts), TooLittle)


@pytest.mark.parametrize(
    ("amounts", "top", "share"),
    [
        ({"a": 80, "b": 10, "c": 10}, ("a",), Fraction(80, 100)),
        ({"c": 10, "a": 79, "b": 11}, ("a", "b"), Fraction(90, 100)),
        ({"a": 25, "b": 25, "c": 25, "d": 25}, ("a", "b", "c", "d"), Fraction(1)),
        ({"a": 110, "b": -10}, ("a",), Fraction(110, 100)),
    ],
)
def test_req_18_how_few_make_80_percent(amounts: dict[str, int], top: tuple[str, ...], share: Fraction) -> None:
    assert pareto(amounts) == Pareto(top, len(amounts), share)


@given(amounts=wholes)
def test_the_few_make_80_percent_and_one_less_would_not(amounts: dict[int, int]) -> None:
    found = pareto(amounts)
    if isinstance(found, TooLittle):
        assert not any(amounts.values())
        return
    without = sum(amounts[part] for part in found.top[:-1])
    assert found.share >= Fraction(80, 100) > Fraction(without, sum(amounts.values()))


@pytest.mark.parametrize(
    ("sums", "counts", "rates", "weakest", "missing"),
    [
        (
            {Measure.VISITORS: 75, Measure.INQUIRIES: 15, Measure.BUYERS: 4, Measure.REPEAT_CUSTOMERS: 1},
            (75, 15, 4, 1),
            (None, Fraction(1, 5), Fraction(4, 15), Fraction(1, 4)),
            Measure.INQUIRIES,
            (),
        ),
        (
            {Measure.VISITORS: 75, Measure.BUYERS: 4},
            (75, None, 4, None),
            (None, None, None, None),
            None,
            (Measure.INQUIRIES, Measure.REPEAT_CUSTOMERS),
        ),
        (
            {Measure.VISITORS: 75, Measure.INQUIRIES: 0, Measure.BUYERS: 4},
            (75, 0, 4, None),
            (None, Fraction(0), None, None),
            None,
            (Measure.REPEAT_CUSTOMERS,),
        ),
    ],
)
def test_req_85_a_missing_step_is_missing_and_not_zero(
    sums: Sums,
    counts: tuple[int | None, ...],
    rates: tuple[Fraction | None, ...],
    weakest: Measure | None,
    missing: tuple[Measure, ...],
) -> None:
    steps = (Measure.VISITORS, Measure.INQUIRIES, Measure.BUYERS, Measure.REPEAT_CUSTOMERS)
    found = funnel(sums)
    assert found == Funnel(tuple(map(Step, steps, counts, rates)), weakest)
    assert found.missing == missing


@pytest.mark.parametrize("sums", [{}, {Measure.BUYERS: 4}])
def test_req_85_one_step_is_no_funnel(sums: Sums) -> None:
    assert funnel(sums) == TooLittle(len(sums), 2)


def test_req_18_which_days_of_the_week_are_strong() -> None:
    two_weeks = Period(Grain.WEEK, june(1), june(15))
    by_day = {june(1): 100, june(8): 300, june(2): 50, june(6): 900}
    assert weekdays(by_day, two_weeks, Calendar(frozenset(range(6)))) == Weekdays(
        (Fraction(200), Fraction(25), Fraction(0), Fraction(0), Fraction(0), Fraction(450), None), best=5, worst=2, n=12
    )


def test_a_campaign_says_nothing_of_its_weekday() -> None:
    found = weekdays({june(16): 9_000}, Period(Grain.WEEK, june(8), june(22)), SHOP)
    assert isinstance(found, Weekdays)
    assert found.means[1] == 0


def test_two_weeks_are_the_least() -> None:
    assert weekdays(SEVEN, Period(Grain.WEEK, june(1), june(14))) == TooLittle(13, 14)


def test_days_of_the_week_that_nobody_works_cannot_be_compared() -> None:
    assert weekdays({}, Period(Grain.WEEK, june(1), june(15)), Calendar(frozenset({0}))) == TooLittle(1, 2)


def test_req_18_a_day_far_from_the_usual_stands_out() -> None:
    assert outliers({**SEVEN, june(8): 1_000}) == Outliers(((june(8), 1_000),), Fraction(209, 2), 8)
    assert outliers(SEVEN) == Outliers((), Fraction(104), 7)


@pytest.mark.parametrize(("amount", "found"), [(79, 1), (80, 0), (100, 0), (120, 0), (121, 1)])
def test_where_days_are_alike_a_fifth_more_or_less_is_nothing_unusual(amount: int, found: int) -> None:
    alike = {june(day): 100 for day in range(1, 10)}
    assert outliers({**alike, june(10): amount}) == Outliers(((june(10), amount),)[:found], Fraction(100), 10)


def test_a_campaign_day_stands_against_its_weight() -> None:
    days = {day: 100 * SHOP.weight(day) + day.day for day in map(june, range(8, 19)) if SHOP.weight(day)}
    by_weight, by_amount = outliers(days, SHOP), outliers(days)
    assert isinstance(by_weight, Outliers)
    assert isinstance(by_amount, Outliers)
    assert by_weight.days == ()
    assert [day.day for day, _ in by_amount.days] == [16, 17, 18]


def test_six_days_are_too_few_for_outliers() -> None:
    assert outliers(dict(list(SEVEN.items())[:6])) == TooLittle(6, 7)


@given(st.dictionaries(st.integers(1, 30).map(june), st.integers(0, 10**9), min_size=7))
def test_outliers_are_never_most_of_the_days(by_day: dict[date, int]) -> None:
    found = outliers(by_day)
    assert isinstance(found, Outliers)
    assert 2 * len(found.days) <= len(by_day)
    assert all(by_day[day] == amount for day, amount in found.days)


@given(day=st.dates(date(2001, 1, 1), date(2099, 12, 31)), grain=st.sampled_from(Grain))
def test_a_year_ago_is_about_a_year_ago(day: date, grain: Grain) -> None:
    period = period_of(grain, day)
    assert abs(period.start - year_before(period).start - timedelta(days=365)) <= timedelta(days=7)
