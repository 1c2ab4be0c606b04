"""A seller's month in figures, and their way through the outbox."""

import json
from collections.abc import Mapping
from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi.entry import Measure
from kpi.figures import Figures, Goal
from kpi.metrics import Sums
from kpi.progress import Mark, Progress, days_needed, from_picture, progress, to_picture

TODAY = date(2026, 6, 17)  # a Wednesday
ZERO: Sums = {Measure.REPORTS: 1}


def sold(net: int, orders: int = 0, new: int = 0) -> Sums:
    return {
        Measure.GROSS: net,
        Measure.GROSS_OF_ORDERS: net if orders else 0,
        Measure.ORDERS: orders,
        Measure.NEW_CUSTOMERS: new,
        Measure.REPORTS: 1,
    }


def found(by_day: Mapping[date, Sums], today: date = TODAY, target: int | None = None) -> Progress | None:
    return progress(
        by_day,
        today,
        name="小美",
        team="花花美妆",
        zone="Asia/Shanghai",
        currency="CNY",
        target=target,
        streak=3,
    )


def of(by_day: Mapping[date, Sums], today: date = TODAY, target: int | None = None) -> Progress:
    figures = found(by_day, today, target)
    assert figures is not None
    return figures


def back(days: int) -> date:
    return TODAY - timedelta(days=days)


def june(day: int) -> date:
    return date(2026, 6, day)


def test_the_month_so_far_stands_beside_the_same_days_of_the_one_before() -> None:
    figures = of(
        {
            june(1): sold(1_000, 2, 1),
            TODAY: sold(500, 1),
            date(2026, 5, 17): sold(70, 1),
            date(2026, 5, 18): sold(9_000, 9),
        }
    )

    assert figures.total == Figures(net=1_500, orders=3, aov=500, new_customers=1)
    assert figures.before == Figures(net=70, orders=1, aov=70, new_customers=0)
    assert figures.elapsed == Fraction(17, 30)


def test_the_target_is_compared_with_the_month_so_far() -> None:
    by_day = {TODAY: sold(500), date(2026, 5, 31): sold(4_000)}

    assert of(by_day, target=2_000).goal == Goal(target=2_000, net=500)
    assert of(by_day).goal is None


def test_four_whole_weeks_stand_before_the_one_at_hand() -> None:
    figures = of(
        {
            TODAY: sold(5),
            june(15): sold(2),
            june(14): sold(30),
            june(1): sold(400),
            date(2026, 5, 31): sold(1_000),
            date(2026, 5, 18): sold(7_000),
            date(2026, 5, 17): sold(90_000),
        }
    )

    assert figures.weeks == (7_000, 1_000, 400, 30)
    assert figures.week == 7


@pytest.mark.parametrize(("net", "usual"), [(8, 2), (10, 3), (-10, -3), (0, 0)])
def test_what_is_usual_is_the_mean_of_those_weeks_rounded_half_up(net: int, usual: int) -> None:
    assert of({back(7): sold(net), TODAY: sold(77)}).usual == usual


@pytest.mark.parametrize(
    ("sums", "mark"),
    [
        (sold(100), Mark.REPORTED),
        ({Measure.NEW_CUSTOMERS: 2, Measure.REPORTS: 1}, Mark.REPORTED),
        ({Measure.REFUNDS: 2, Measure.REPORTS: 1}, Mark.REPORTED),
        (ZERO, Mark.ZERO),
        ({Measure.GROSS: 0, Measure.REPORTS: 1}, Mark.ZERO),
        ({}, Mark.MISSED),
    ],
)
def test_a_day_that_is_over_is_reported_zero_or_missed(sums: Sums, mark: Mark) -> None:
    assert of({june(1): sold(1), june(5): sums}).marks[4] is mark


@pytest.mark.parametrize(("sums", "mark"), [(sold(1), Mark.REPORTED), (ZERO, Mark.ZERO), ({}, Mark.OPEN)])
def test_today_is_not_missed_before_it_is_over(sums: Sums, mark: Mark) -> None:
    assert of({june(1): sold(1), TODAY: sums}).marks[16] is mark


def test_days_to_come_are_open() -> None:
    figures = of({june(1): sold(1)})

    assert len(figures.marks) == 30
    assert set(figures.marks[17:]) == {Mark.OPEN}


def test_nobody_missed_a_day_before_their_first_report() -> None:
    marks = of({june(10): sold(1)}).marks

    assert set(marks[:9]) == {Mark.OPEN}
    assert set(marks[10:16]) == {Mark.MISSED}


def test_who_reported_last_month_missed_the_days_of_this_one() -> None:
    assert of({date(2026, 5, 30): sold(1)}).marks[:17] == (*(Mark.MISSED,) * 16, Mark.OPEN)


def test_who_reported_nothing_has_no_picture() -> None:
    assert found({}) is None


@pytest.mark.parametrize(
    ("today", "first"),
    [
        (date(2026, 6, 1), date(2026, 5, 1)),  # a Monday: four weeks reach back to 4 May
        (date(2026, 3, 1), date(2026, 1, 26)),  # a Sunday: the week began on 23 February
        (date(2026, 6, 30), date(2026, 5, 1)),
        (date(2026, 1, 5), date(2025, 12, 1)),
    ],
)
def test_the_days_needed_reach_back_to_the_month_before_and_four_weeks(today: date, first: date) -> None:
    needed = days_needed(today)

    assert (needed.start, needed.last) == (first, today)


days = st.dates(date(2026, 4, 20), TODAY)
reports = st.dictionaries(
    days, st.builds(sold, st.integers(-(10**11), 10**11), st.integers(0, 9), st.integers(0, 9)), min_size=1
)


@given(reports, days, st.none() | st.integers(1, 10**12))
def test_figures_come_out_of_the_outbox_as_they_went_in(
    by_day: Mapping[date, Sums], today: date, target: int | None
) -> None:
    figures = of(by_day, today, target)

    assert from_picture(json.loads(json.dumps(to_picture(figures)))) == figures


@pytest.mark.parametrize("other", [{"kind": "funnel"}, {"version": 1}])
def test_another_kind_or_version_is_refused(other: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="a picture"):
        from_picture(to_picture(of({TODAY: sold(5)})) | other)
