"""The weighted score."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi.metrics import Metric
from kpi.score import CAP, Weighed, WeightsError, achievement, capped, check_weights, score

SHOP = {Metric.NET: 50, Metric.NEW_CUSTOMERS: 20, Metric.ORDERS: 20, Metric.COMPLAINT_RATE: 10}


def percent(number: int) -> Fraction:
    return Fraction(number, 100)


def weighed(reached: dict[Metric, int | None]) -> list[Weighed]:
    """The shop's metrics, each at so many percent of its target; where lower is better, of the inverse."""
    return [
        Weighed(metric, weight, actual=None if at is None else _actual(metric, at), target=Fraction(1))
        for metric, weight in SHOP.items()
        for at in [reached[metric]]
    ]


def _actual(metric: Metric, at: int) -> Fraction:
    return percent(at) if metric is not Metric.COMPLAINT_RATE else 1 / percent(at)


def test_req_30_the_score_of_the_examples() -> None:
    """50/20/20/10 at 90 %, 120 %, 80 %, 80 % make 93.0."""
    found = score(weighed(dict(zip(SHOP, (90, 120, 80, 80), strict=True))))
    assert found is not None
    assert found.points == 93
    assert found.counted == 100
    assert [part.points for part in found.components] == [45, 24, 16, 8]


@pytest.mark.parametrize(
    ("weights", "total"),
    [
        ({Metric.NET: 50, Metric.ORDERS: 40}, 90),
        ({Metric.NET: 50, Metric.ORDERS: 51}, 101),
        ({Metric.NET: 100, Metric.ORDERS: 0}, 100),
        ({Metric.NET: 120, Metric.ORDERS: -20}, 100),
        ({}, 0),
    ],
)
def test_req_30_weights_that_are_not_100_are_refused(weights: dict[Metric, int], total: int) -> None:
    with pytest.raises(WeightsError) as refused:
        check_weights(weights)
    assert refused.value.total == total
    with pytest.raises(WeightsError):
        score([Weighed(metric, weight, Fraction(1), Fraction(1)) for metric, weight in weights.items()])


@pytest.mark.parametrize(
    ("metric", "actual", "target", "expected"),
    [
        (Metric.NET, 277_000, 400_000, Fraction(277, 400)),
        (Metric.NET, 0, 400_000, Fraction(0)),
        (Metric.NET, -500, 400_000, Fraction(0)),  # refunds alone
        (Metric.NET, 1_000_000, 400_000, CAP),
        (Metric.NET, 100, 0, None),
        (Metric.NET, None, 100, None),
        (Metric.NET, 100, None, None),
        (Metric.COMPLAINT_RATE, 2, 2, Fraction(1)),
        (Metric.COMPLAINT_RATE, 4, 2, Fraction(1, 2)),
        (Metric.COMPLAINT_RATE, 1, 2, CAP),
        (Metric.COMPLAINT_RATE, 0, 2, CAP),  # no complaint at all
        (Metric.COMPLAINT_RATE, 0, 0, CAP),
        (Metric.COMPLAINT_RATE, 1, 0, Fraction(0)),
        (Metric.COMPLAINT_RATE, None, 2, None),
        (Metric.COMPLAINT_RATE, 0, None, None),
    ],
)
def test_an_achievement_is_capped_and_inverted_where_lower_is_better(
    metric: Metric, actual: int | None, target: int | None, expected: Fraction | None
) -> None:
    reached, aim = (None if number is None else Fraction(number) for number in (actual, target))
    assert capped(metric, reached, aim) == expected


def test_an_achievement_by_itself_is_not_capped() -> None:
    """R-39: 34 of 30 new customers are 113.3 %, and 60 of 30 are 200 %."""
    assert achievement(Metric.NEW_CUSTOMERS, Fraction(34), Fraction(30)) == Fraction(34, 30)
    assert achievement(Metric.NEW_CUSTOMERS, Fraction(60), Fraction(30)) == 2


def test_the_team_s_own_cap_counts() -> None:
    high = [Weighed(Metric.NET, 100, Fraction(300), Fraction(100))]
    assert [found.points for cap in ("1", "6/5", "2") if (found := score(high, Fraction(cap)))] == [100, 120, 200]


def test_a_metric_without_a_value_is_left_out_and_the_others_weigh_more() -> None:
    found = score(weighed({Metric.NET: 90, Metric.NEW_CUSTOMERS: 120, Metric.ORDERS: 80, Metric.COMPLAINT_RATE: None}))
    assert found is not None
    assert (found.points, found.counted) == (Fraction(8_500, 90), 90)
    assert (found.components[-1].achieved, found.components[-1].points) == (None, Fraction(0))


def test_without_any_value_there_is_no_score() -> None:
    assert score(weighed(dict.fromkeys(SHOP))) is None


@given(reached=st.fixed_dictionaries({metric: st.none() | st.integers(1, 400) for metric in SHOP}))
def test_a_score_lies_between_nothing_and_the_cap(reached: dict[Metric, int | None]) -> None:
    found = score(weighed(reached))
    if found is not None:
        assert 0 <= found.points <= 100 * CAP
        assert found.points == sum(part.points for part in found.components)


@given(
    reached=st.fixed_dictionaries({metric: st.integers(1, 140) for metric in SHOP}), more=st.sampled_from(list(SHOP))
)
def test_doing_better_on_a_metric_never_lowers_the_score(reached: dict[Metric, int], more: Metric) -> None:
    before, after = score(weighed({**reached})), score(weighed({**reached, more: reached[more] + 10}))
    assert before is not None
    assert after is not None
    assert after.points > before.points
