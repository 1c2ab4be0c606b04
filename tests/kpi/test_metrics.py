"""The catalogue's formulas."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi.entry import MONEY_MEASURES, Measure
from kpi.metrics import CATALOGUE, Metric, Sums, Unit, added, net, value
from kpi.money import round_half_up

MEI: Sums = {  # 3单 1820 新客2; 2单 5件 1,150; 退款 200
    Measure.GROSS: 297_000,
    Measure.GROSS_OF_ORDERS: 297_000,
    Measure.REFUNDS: 20_000,
    Measure.ORDERS: 5,
    Measure.UNITS: 5,
    Measure.NEW_CUSTOMERS: 2,
}

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


@pytest.mark.parametrize("metric", [metric for metric in Metric if CATALOGUE[metric].over])
@pytest.mark.parametrize("sums", [{}, {Measure.GROSS: 29_900}, {Measure.GROSS: 29_900, Measure.ORDERS: 0}])
def test_a_ratio_over_nothing_has_no_value(metric: Metric, sums: Sums) -> None:
    assert value(metric, sums) is None


@pytest.mark.parametrize("metric", Metric)
def test_every_metric_is_defined_and_money_is_made_of_money_alone(metric: Metric) -> None:
    formula = CATALOGUE[metric]
    assert (set(formula.weights) <= MONEY_MEASURES) == (formula.unit is Unit.MONEY)


@given(days=st.lists(sums, max_size=5))
def test_what_adds_up_is_the_same_by_day_and_as_a_whole(days: list[Sums]) -> None:
    for metric in (metric for metric in Metric if CATALOGUE[metric].over is None):
        assert value(metric, added(*days)) == sum(value(metric, day) or 0 for day in days)


def test_a_ratio_over_a_group_is_sum_over_sum() -> None:
    one = {Measure.GROSS_OF_ORDERS: 10_000, Measure.ORDERS: 1}
    many = {Measure.GROSS_OF_ORDERS: 90_000, Measure.ORDERS: 9, Measure.REFUNDS: 50_000}
    assert value(Metric.AOV, added(one, many)) == 5_000


@given(parts=st.lists(sums, max_size=4))
def test_sums_are_the_same_in_any_order(parts: list[Sums]) -> None:
    assert added(*parts) == added(*reversed(parts))
