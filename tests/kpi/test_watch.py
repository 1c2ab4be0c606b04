"""What a lead is told of."""

from fractions import Fraction

import pytest

from kpi.metrics import Metric
from kpi.watch import Alarm, Drop, Side, Watch, alarm, crossed, drop, limit, spike

REPURCHASE = Watch(Metric.REPURCHASE, Side.BELOW, Fraction(70, 100), of_team=True)
COMPLAINTS = Watch(Metric.COMPLAINT_RATE, Side.ABOVE, Fraction(2, 100), of_team=False)


def test_req_54_the_limit_of_the_examples() -> None:
    """小美 15.0 % (6/40) against the team's 30.0 % (39/130): the limit is 21.0 %."""
    team = Fraction(39, 130)
    assert limit(REPURCHASE, team) == Fraction(21, 100)
    assert crossed(REPURCHASE, Fraction(6, 40), team, n=40) is True
    assert crossed(REPURCHASE, Fraction(9, 40), team, n=40) is False


@pytest.mark.parametrize(
    ("watch", "value", "team", "n", "expected"),
    [
        (REPURCHASE, Fraction(21, 100), Fraction(30, 100), 40, False),  # at the limit it is kept
        (REPURCHASE, Fraction(0), Fraction(30, 100), 4, None),  # four buyers say nothing
        (REPURCHASE, None, Fraction(30, 100), 40, None),
        (REPURCHASE, Fraction(15, 100), None, 40, None),
        (COMPLAINTS, Fraction(3, 100), None, 50, True),
        (COMPLAINTS, Fraction(2, 100), None, 50, False),
        (Watch(Metric.NET, Side.BELOW, Fraction(100), of_team=False), Fraction(99), None, None, True),
    ],
)
def test_req_51_a_limit_is_crossed_or_kept(
    watch: Watch, value: Fraction | None, team: Fraction | None, n: int | None, expected: bool | None
) -> None:
    assert crossed(watch, value, team, n) is expected


def test_req_51_an_alarm_is_raised_once_and_again_only_after_it_recovered() -> None:
    seen, told = False, []
    for now in (False, True, True, None, True, False, True):
        told.append(alarm(seen, now))
        seen = seen if now is None else now
    none = Alarm.NONE
    assert told == [none, Alarm.RAISED, none, none, none, Alarm.ENDED, Alarm.RAISED]


@pytest.mark.parametrize(
    ("now", "weight", "before", "weight_before", "expected"),
    [
        (420, 6, 2_400, 24, Drop(Fraction(70), Fraction(100), Fraction(3, 10), 6)),
        (421, 6, 2_400, 24, None),
        (-60, 6, 2_400, 24, Drop(Fraction(-10), Fraction(100), Fraction(11, 10), 6)),
        (0, 2, 2_400, 24, None),  # two days
        (0, 6, 0, 24, None),
        (0, 6, 2_400, 0, None),
    ],
)
def test_req_52_a_drop_is_against_one_s_own_four_weeks(
    now: int, weight: int, before: int, weight_before: int, expected: Drop | None
) -> None:
    assert drop(now, weight, before, weight_before) == expected


@pytest.mark.parametrize(
    ("complaints", "orders", "before", "orders_before", "expected"),
    [
        (2, 10, 10, 100, True),
        (2, 11, 10, 100, False),
        (1, 1, 1, 100, False),  # one may always happen
        (2, 10, 0, 100, True),
        (2, 0, 1, 100, True),  # complaints of orders before
        (5, 10, 0, 0, False),  # nothing to compare with
    ],
)
def test_req_52_many_complaints_at_once_are_told(
    complaints: int, orders: int, before: int, orders_before: int, expected: bool
) -> None:
    assert spike(complaints, orders, before, orders_before) is expected
