"""A rule is put to a set in the place of another of its kind, and taken from it."""

from dataclasses import replace

import pytest
from hypothesis import given

from kpi.metrics import Metric
from kpi.pay.edits import key_of, with_rule, without
from kpi.pay.rules import Rule, RuleSet, ThresholdBonus
from kpi.pay.terms import MOST_RULES, Cash, Fault, RuleError, payable
from tests.kpi.pay.given import BONUS, CHAMPION, V1, rules


@given(rule=rules)
def test_a_rule_is_put_once_and_taken_away_again(rule: Rule) -> None:
    others = tuple(each for each in V1.rules if key_of(each) != key_of(rule))
    more = with_rule(V1, rule, "CNY")
    assert more == replace(V1, rules=(*others, rule))
    assert with_rule(more, rule, "CNY") == more
    assert without(more, key_of(rule)) == replace(V1, rules=others)


def test_the_first_rule_makes_a_set() -> None:
    assert with_rule(None, CHAMPION, "CNY") == RuleSet((CHAMPION,), "CNY")


def test_thresholds_of_several_metrics_stand_beside_one_another() -> None:
    rule_set = with_rule(
        with_rule(None, ThresholdBonus(Metric.NET, 1, 1), "CNY"), ThresholdBonus(Metric.AOV, 1, 1), "CNY"
    )
    assert [key_of(rule) for rule in rule_set.rules] == ["threshold.net", "threshold.aov"]
    assert [key_of(rule) for rule in without(rule_set, "threshold.net").rules] == ["threshold.aov"]


def test_one_rule_stays() -> None:
    with pytest.raises(RuleError) as refused:
        without(RuleSet((BONUS,), "CNY"), key_of(BONUS))
    assert refused.value.fault is Fault.EMPTY


def test_there_are_not_too_many() -> None:
    metrics = [metric for metric in Metric if payable(metric)][:MOST_RULES]
    assert len(metrics) == MOST_RULES
    full = RuleSet(tuple(ThresholdBonus(metric, 1, 1) for metric in metrics), "CNY")
    with pytest.raises(RuleError) as refused:
        with_rule(full, replace(CHAMPION, prize=Cash(1)), "CNY")
    assert refused.value.fault is Fault.EMPTY
