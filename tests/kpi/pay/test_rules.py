"""Rules that are none."""

from collections.abc import Callable

import pytest

from kpi.metrics import Metric
from kpi.pay.rules import (
    BigOrder,
    NewCustomerChampion,
    RateTiers,
    RuleSet,
    SatisfactionRise,
    TargetBonus,
    ThresholdBonus,
)
from kpi.pay.terms import Applies, Cash, ExtraOf, Fault, Gate, Gift, RuleError, Step, Tie, Tier
from tests.kpi.pay.given import BONUS, CREAM


@pytest.mark.parametrize(
    ("make", "fault"),
    [
        (lambda: TargetBonus(0), Fault.AMOUNT),
        (lambda: TargetBonus(10**11), Fault.AMOUNT),
        (lambda: TargetBonus(1, Metric.ATTAINMENT), Fault.METRIC),
        (lambda: TargetBonus(1, Metric.ORDERS, extra_of=ExtraOf.EXCESS), Fault.METRIC),
        (lambda: TargetBonus(1, floor=0), Fault.FLOOR),
        (lambda: TargetBonus(1, floor=10_000), Fault.FLOOR),
        (lambda: TargetBonus(1, steps=(Step(10_000, 1),)), Fault.STEPS),
        (lambda: TargetBonus(1, steps=(Step(11_000, 0),)), Fault.STEPS),
        (lambda: TargetBonus(1, steps=(Step(12_000, 1), Step(11_000, 2))), Fault.STEPS),
        (lambda: TargetBonus(1, steps=(Step(11_000, 2), Step(12_000, 1))), Fault.STEPS),
        (lambda: TargetBonus(1, steps=(Step(11_000, 10**9),)), Fault.STEPS),
        (lambda: ThresholdBonus(Metric.TIME_PROGRESS, 1, 1), Fault.METRIC),
        (lambda: ThresholdBonus(Metric.NET, -1, 1), Fault.LIMIT),
        (lambda: ThresholdBonus(Metric.NET, 1, 1, least=-1), Fault.COUNT),
        (lambda: Gate(Metric.NET, 1), Fault.METRIC),
        (lambda: Gate(Metric.COMPLAINT_RATE, -1), Fault.LIMIT),
        (lambda: RateTiers(()), Fault.TIERS),
        (lambda: RateTiers((Tier(1, 100),)), Fault.TIERS),
        (lambda: RateTiers((Tier(0, 100), Tier(0, 200))), Fault.TIERS),
        (lambda: RateTiers((Tier(0, 0),)), Fault.TIERS),
        (lambda: RateTiers((Tier(0, 10_001),)), Fault.TIERS),
        (lambda: RateTiers((Tier(0, 200), Tier(9, 100)), Applies.WHOLE), Fault.TIERS),
        (lambda: RateTiers((Tier(0, 100),), metric=Metric.ORDERS), Fault.METRIC),
        (lambda: NewCustomerChampion(CREAM, tie=Tie.SPLIT), Fault.TIE),
        (lambda: NewCustomerChampion(CREAM, least=0), Fault.COUNT),
        (lambda: SatisfactionRise(CREAM, 0), Fault.LIMIT),
        (lambda: SatisfactionRise(CREAM, 1, least=0), Fault.COUNT),
        (lambda: BigOrder(0, CREAM), Fault.LIMIT),
        (lambda: Gift("  ", 1), Fault.NAME),
        (lambda: Gift("口红", 0), Fault.AMOUNT),
        (lambda: Cash(-1), Fault.AMOUNT),
        (lambda: RuleSet((), "CNY"), Fault.EMPTY),
        (lambda: RuleSet((BONUS,) * 13, "CNY"), Fault.EMPTY),
        (lambda: RuleSet((BONUS,), "XXX"), Fault.CURRENCY),
        (lambda: RuleSet((BONUS,), "CNY", budget=0), Fault.BUDGET),
        (lambda: RuleSet((BONUS,), "CNY", cap=0), Fault.AMOUNT),
    ],
)
def test_a_rule_that_nobody_could_explain_is_refused(make: Callable[[], object], fault: Fault) -> None:
    with pytest.raises(RuleError) as refused:
        make()
    assert refused.value.fault is fault


def test_a_marginal_rate_may_fall() -> None:
    assert RateTiers((Tier(0, 200), Tier(9, 100))).applies is Applies.MARGINAL
