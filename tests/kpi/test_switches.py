"""What a team switches off, and the templates of trades."""

import pytest

from kpi.entry import Measure
from kpi.metrics import CATALOGUE, Group, Metric
from kpi.score import check_weights
from kpi.switches import SWITCHED, TEMPLATES, Trade, is_unused, made_of


def test_revenue_is_always_on_and_all_else_of_sales_customers_and_operations_can_be_off() -> None:
    assert Metric.NET not in SWITCHED
    others = {metric for metric, told in CATALOGUE.items() if told.group is not Group.TARGETS}
    assert {*SWITCHED, Metric.NET} == others


@pytest.mark.parametrize("trade", Trade)
def test_req_83_each_trade_has_a_template_whose_weights_are_whole_and_of_what_it_uses(trade: Trade) -> None:
    template = TEMPLATES[trade]
    check_weights(template.weights)
    assert set(template.weights) - {Metric.NET} <= template.uses
    assert template.uses <= set(SWITCHED)
    assert template.off.isdisjoint(template.uses)
    assert all(CATALOGUE[metric].aimed_at for metric in template.weights)


def test_req_83_no_two_trades_are_alike() -> None:
    assert len({template.uses for template in TEMPLATES.values()}) == len(Trade)
    assert len({tuple(template.weights.items()) for template in TEMPLATES.values()}) == len(Trade)


@pytest.mark.parametrize(
    ("measure", "off", "unused"),
    [
        (Measure.NEW_CUSTOMERS, {Metric.NEW_CUSTOMERS}, True),
        (Measure.NEW_CUSTOMERS, {Metric.RETURNING}, False),
        (Measure.UNITS, {Metric.UNITS}, False),
        (Measure.UNITS, {Metric.UNITS, Metric.UNITS_PER_ORDER}, True),
        (Measure.GROSS, set(SWITCHED), False),
        (Measure.REPORTS, set(SWITCHED), False),
        (Measure.SHIPPED, set(made_of(Measure.SHIPPED)), True),
    ],
)
def test_a_measure_is_unused_when_nothing_that_is_on_is_told_from_it(
    measure: Measure, off: set[Metric], *, unused: bool
) -> None:
    assert is_unused(measure, frozenset(off)) is unused
