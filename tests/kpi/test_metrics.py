"""The catalogue's formulas."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi.entry import MONEY_MEASURES, Measure
from kpi.metrics import (
    CATALOGUE,
    Adds,
    Better,
    Group,
    Lives,
    Metric,
    NotInTotalsError,
    Sums,
    Unit,
    added,
    enough,
    in_group,
    missing,
    net,
    over_days,
    sample,
    value,
)
from kpi.money import round_half_up

MEI: Sums = {  # 3单 1820 新客2; 2单 5件 1,150; 退款 200
    Measure.GROSS: 297_000,
    Measure.GROSS_OF_ORDERS: 297_000,
    Measure.REFUNDS: 20_000,
    Measure.ORDERS: 5,
    Measure.UNITS: 5,
    Measure.NEW_CUSTOMERS: 2,
}

OF_TOTALS = [metric for metric in Metric if CATALOGUE[metric].lives is Lives.TOTALS]

sums = st.dictionaries(st.sampled_from(Measure), st.integers(0, 10**11))


@pytest.mark.parametrize(
    ("metric", "expected"),
    [
        (Metric.NET, 277_000),
        (Metric.GROSS, 297_000),
        (Metric.ORDERS, 5),
        (Metric.AOV, 55_400),
        (Metric.UNITS, 5),
        (Metric.UNITS_PER_ORDER, 1),
        (Metric.NEW_CUSTOMERS, 2),
        (Metric.COMPLAINT_RATE, 0),
    ],
)
def test_a_sellers_day(metric: Metric, expected: int) -> None:
    assert value(metric, MEI) == expected


@pytest.mark.parametrize(
    ("metric", "sums", "expected"),
    [
        (Metric.GROSS, {Measure.GROSS: 128_000 + 115_000, Measure.REFUNDS: 20_000}, 243_000),
        (Metric.NET, {Measure.GROSS: 128_000 + 115_000, Measure.REFUNDS: 20_000}, 223_000),
        (Metric.NET, {Measure.REFUNDS: 20_000}, -20_000),
        (Metric.ORDERS, {Measure.ORDERS: 5, Measure.REFUNDS: 20_000}, 5),
        (Metric.AOV, {Measure.GROSS_OF_ORDERS: 100_000, Measure.ORDERS: 6}, 16_667),
        (Metric.AOV, {Measure.GROSS: 130_000, Measure.GROSS_OF_ORDERS: 100_000, Measure.ORDERS: 4}, 25_000),
        (Metric.COMPLAINT_RATE, {Measure.COMPLAINTS: 1, Measure.ORDERS: 2}, 1),
    ],
)
def test_a_metric_rounded_half_up(metric: Metric, sums: Sums, expected: int) -> None:
    figure = value(metric, sums)
    assert figure is not None
    assert round_half_up(figure) == expected


@pytest.mark.parametrize(("sums", "expected"), [(MEI, 277_000), ({Measure.REFUNDS: 20_000}, -20_000), ({}, 0)])
def test_net_sales_are_whole_minor_units(sums: Sums, expected: int) -> None:
    assert net(sums) == expected


def test_a_ratio_is_exact_until_it_is_shown() -> None:
    assert value(Metric.UNITS_PER_ORDER, {Measure.UNITS: 5, Measure.ORDERS: 3}) == Fraction(5, 3)


@pytest.mark.parametrize("metric", [metric for metric in OF_TOTALS if CATALOGUE[metric].adds is Adds.RATIO])
@pytest.mark.parametrize("sums", [{}, {Measure.GROSS: 29_900}, {Measure.GROSS: 29_900, Measure.ORDERS: 0}])
def test_a_ratio_over_nothing_has_no_value(metric: Metric, sums: Sums) -> None:
    assert value(metric, sums) is None


@pytest.mark.parametrize("metric", OF_TOTALS)
def test_money_is_made_of_money_alone(metric: Metric) -> None:
    formula = CATALOGUE[metric]
    assert (set(formula.weights) <= MONEY_MEASURES) == (formula.unit is Unit.MONEY)
    assert formula.over not in MONEY_MEASURES


@given(days=st.lists(sums, max_size=5))
def test_what_adds_up_is_the_same_by_day_and_as_a_whole(days: list[Sums]) -> None:
    for metric in (metric for metric in OF_TOTALS if CATALOGUE[metric].adds is not Adds.RATIO):
        assert value(metric, added(*days)) == sum(value(metric, day) or 0 for day in days)


def test_a_ratio_over_a_group_is_sum_over_sum() -> None:
    one = {Measure.GROSS_OF_ORDERS: 10_000, Measure.ORDERS: 1}
    many = {Measure.GROSS_OF_ORDERS: 90_000, Measure.ORDERS: 9, Measure.REFUNDS: 50_000}
    assert value(Metric.AOV, added(one, many)) == 5_000


@given(parts=st.lists(sums, max_size=4))
def test_sums_are_the_same_in_any_order(parts: list[Sums]) -> None:
    assert added(*parts) == added(*reversed(parts))


def test_every_metric_is_in_the_catalogue_and_in_one_group() -> None:
    assert list(CATALOGUE) == list(Metric)
    assert [metric for group in Group for metric in in_group(group)] == list(Metric)


@pytest.mark.parametrize("metric", [metric for metric in Metric if metric not in OF_TOTALS])
def test_what_lives_elsewhere_is_not_read_from_the_totals(metric: Metric) -> None:
    assert CATALOGUE[metric].adds is Adds.ANEW
    assert CATALOGUE[metric].needs == ()
    with pytest.raises(NotInTotalsError):
        value(metric, MEI)


@pytest.mark.parametrize(
    ("metric", "sums", "expected"),
    [
        (Metric.UNITS, {Measure.UNITS: 5, Measure.RETURNED_UNITS: 1}, 4),
        (Metric.UNITS_PER_ORDER, {Measure.UNITS: 5, Measure.ORDERS: 2}, Fraction(5, 2)),
        (Metric.PER_BUYER, {Measure.GROSS_OF_BUYERS: 100_000, Measure.BUYERS: 4}, 25_000),
        (Metric.PER_BUYER, {Measure.GROSS: 100_000, Measure.ORDERS: 4}, None),
        (Metric.AOV, {Measure.GROSS_OF_ORDERS: 100_000, Measure.ORDERS: 6}, Fraction(50_000, 3)),
        (
            Metric.COMPLAINT_RATE,
            {Measure.COMPLAINTS: 2, Measure.WITHDRAWN_COMPLAINTS: 1, Measure.ORDERS: 50},
            Fraction(2, 100),
        ),
        (Metric.SATISFACTION, {Measure.RATINGS: 5, Measure.POSITIVE_RATINGS: 3}, Fraction(6, 10)),
        (Metric.STARS, {Measure.RATINGS: 5, Measure.RATING_STARS: 5 + 5 + 4 + 3 + 1}, Fraction(36, 10)),
        (Metric.PAGE_VIEWS, {Measure.PAGE_VIEWS: 120 + 90}, 210),
        (Metric.CONVERSION, {Measure.BUYERS: 4, Measure.VISITORS: 75}, Fraction(4, 75)),
        (Metric.CONVERSION, {Measure.ORDERS: 4, Measure.VISITORS: 75}, 0),  # orders are not buyers
    ],
)
def test_the_vectors_of_the_catalogue(metric: Metric, sums: Sums, expected: Fraction | int | None) -> None:
    assert value(metric, sums) == expected


def test_req_12_visitors_of_several_days_are_visits_and_a_over_days() -> None:
    days: list[Sums] = [{Measure.VISITORS: 40}, {Measure.VISITORS: 35}, {Measure.GROSS: 100}]
    assert CATALOGUE[Metric.VISITORS].adds is Adds.DAILY
    assert value(Metric.VISITORS, added(*days)) == 75
    assert over_days(Metric.VISITORS, days) == Fraction(75, 2)


@pytest.mark.parametrize(
    ("metric", "days", "expected"),
    [
        (Metric.VISITORS, [], None),
        (Metric.VISITORS, [{Measure.VISITORS: 40}], 40),
        (Metric.PAGE_VIEWS, [{Measure.PAGE_VIEWS: 120}, {Measure.PAGE_VIEWS: 90}], 210),
        (Metric.AOV, [{Measure.GROSS_OF_ORDERS: 100, Measure.ORDERS: 1}, {Measure.ORDERS: 1}], 50),
        (Metric.AOV, [], None),
    ],
)
def test_only_visitors_are_a_over_days(metric: Metric, days: list[Sums], expected: int | None) -> None:
    assert over_days(metric, days) == expected


@pytest.mark.parametrize(
    ("metric", "n"),
    [(Metric.NET, None), (Metric.ORDERS, None), (Metric.AOV, 5), (Metric.SATISFACTION, 0)],
)
def test_a_ratio_says_what_it_rests_on(metric: Metric, n: int | None) -> None:
    assert sample(metric, MEI) == n


@pytest.mark.parametrize(("n", "ranked"), [(None, True), (0, False), (4, False), (5, True)])
def test_req_26_fewer_than_five_are_not_ranked(n: int | None, ranked: bool) -> None:
    assert enough(n) is ranked


@pytest.mark.parametrize(
    ("metric", "sums", "expected"),
    [
        (Metric.NET, {Measure.GROSS: 100}, ()),
        (Metric.NET, {Measure.REPORTS: 1}, (Measure.GROSS,)),
        (Metric.CONVERSION, {Measure.VISITORS: 75, Measure.ORDERS: 4}, (Measure.BUYERS,)),
        (Metric.CONVERSION, {}, (Measure.BUYERS, Measure.VISITORS)),
        (Metric.COMPLAINT_RATE, {Measure.ORDERS: 50}, ()),  # no complaint is none
        (Metric.COMPLAINT_RATE, {Measure.COMPLAINTS: 1}, (Measure.ORDERS,)),
        (Metric.SATISFACTION, {Measure.RATINGS: 2}, ()),
        (Metric.PER_BUYER, {Measure.GROSS: 100}, (Measure.BUYERS,)),  # and so no amount of theirs
        (Metric.PER_BUYER, {Measure.BUYERS: 4}, (Measure.GROSS_OF_BUYERS,)),
        (Metric.SCORE, {}, ()),
    ],
)
def test_what_was_never_reported_is_missing_and_not_zero(
    metric: Metric, sums: Sums, expected: tuple[Measure, ...]
) -> None:
    assert missing(metric, sums) == expected


def test_what_is_told_from_targets_is_no_target() -> None:
    assert [metric for metric in Metric if not CATALOGUE[metric].aimed_at] == list(in_group(Group.TARGETS))


def test_fewer_complaints_and_faster_parcels_are_better() -> None:
    lower = {metric for metric in Metric if CATALOGUE[metric].better is Better.LOWER}
    assert lower == {Metric.COMPLAINT_RATE, Metric.HANDLING, Metric.HANDLING_MEDIAN, Metric.TURNOVER_DAYS}
