"""The units in which targets are kept."""

from fractions import Fraction

import pytest

from kpi.aim import asked, shared
from kpi.metrics import Metric


@pytest.mark.parametrize(
    ("metric", "amount", "value"),
    [
        (Metric.NET, 31_000_000, Fraction(31_000_000)),
        (Metric.NEW_CUSTOMERS, 30, Fraction(30)),
        (Metric.COMPLAINT_RATE, 200, Fraction(2, 100)),
        (Metric.HANDLING, 125_000, Fraction(25, 2)),
    ],
)
def test_money_and_counts_are_whole_and_the_rest_in_ten_thousandths(
    metric: Metric, amount: int, value: Fraction
) -> None:
    assert asked(metric, amount) == value


@pytest.mark.parametrize(
    ("metric", "adds_up"),
    [(Metric.NET, True), (Metric.NEW_CUSTOMERS, True), (Metric.AOV, False), (Metric.VISITORS, False),
     (Metric.REPURCHASE, False)],
)  # fmt: skip
def test_only_what_adds_up_is_shared_out(metric: Metric, adds_up: bool) -> None:
    assert shared(metric) is adds_up
