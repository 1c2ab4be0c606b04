"""The figures that pictures are made of."""

from datetime import date

import pytest

from kpi.entry import Measure
from kpi.figures import Figures, Goal, check_kind, figures, goal, month_so_far
from kpi.metrics import Sums


@pytest.mark.parametrize(
    ("sums", "found"),
    [
        ({}, Figures(net=0, orders=0, aov=None, new_customers=0)),
        (
            {Measure.GROSS: 2_430, Measure.GROSS_OF_ORDERS: 2_430, Measure.REFUNDS: 200, Measure.ORDERS: 3},
            Figures(net=2_230, orders=3, aov=743, new_customers=0),
        ),
        (
            {Measure.GROSS: 5, Measure.GROSS_OF_ORDERS: 5, Measure.ORDERS: 2, Measure.NEW_CUSTOMERS: 4},
            Figures(net=5, orders=2, aov=3, new_customers=4),  # a half goes up
        ),
        ({Measure.REFUNDS: 700}, Figures(net=-700, orders=0, aov=None, new_customers=0)),
    ],
)
def test_figures_are_of_the_sums(sums: Sums, found: Figures) -> None:
    assert figures(sums) == found


def test_a_goal_is_a_target_and_what_was_reached_of_it() -> None:
    sums = {Measure.GROSS: 900, Measure.REFUNDS: 200}

    assert goal(1_000, sums) == Goal(target=1_000, net=700)
    assert goal(None, sums) is None


@pytest.mark.parametrize(
    ("until", "first", "days"),
    [(date(2026, 6, 1), date(2026, 6, 1), 1), (date(2026, 7, 5), date(2026, 7, 1), 5)],
)
def test_a_month_so_far_ends_with_its_last_day(until: date, first: date, days: int) -> None:
    month = month_so_far(until)

    assert (month.start, month.length) == (first, days)


@pytest.mark.parametrize(("kind", "version"), [("weekly", 2), ("monthly", 1)])
def test_another_kind_or_version_is_refused(kind: str, version: int) -> None:
    picture: dict[str, object] = {"kind": "weekly", "version": 1}

    check_kind(picture, "weekly", 1)
    with pytest.raises(ValueError, match="a picture weekly of version 1"):
        check_kind(picture, kind, version)
