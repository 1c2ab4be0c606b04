"""What a rule is read back as: every number that is stored, and no other, in both languages."""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from typing import get_args

import pytest
from hypothesis import given

from bot.pay_readback import read_back, read_back_rule, read_back_rules
from bot.render import plain
from kpi.aim import scale
from kpi.message import Joined, Number, Say
from kpi.metrics import CATALOGUE, Metric, Unit
from kpi.money import Money
from kpi.pay.rules import RateTiers, Rule, RuleSet, SatisfactionRise, TargetBonus, ThresholdBonus
from kpi.pay.stored import Raw, rule_out
from kpi.pay.terms import Applies, ExtraOf, Gate, Holds, Step, Tier
from tests.kpi.pay.given import BONUS, CHAMPION, CREAM, V1, rule_sets, rules

_MONEY = {"amount", "cash", "value", "at_least"}
_SHARES = {"floor", "rise"}


def stored(raw: Raw) -> Iterator[Fraction]:
    """The numbers of a stored rule as people say them: money in minor units, shares in percent."""
    for key, value in raw.items():
        match key, value:
            case _, None:
                pass
            case "prize", dict():
                yield from stored(value)
            case "limit", int():
                yield _limit(Metric(raw["metric"]), value)
            case "least", int():
                yield from [Fraction(value)] if value else []
            case "steps", list():
                yield from (Fraction(part, 100) for step in value for part in step)
            case "tiers", list():
                yield from (Fraction(number) for start, rate in value for number in (start, Fraction(rate, 100)))
            case "gates", list():
                yield from (_limit(Metric(metric), limit) for metric, limit, _ in value)
            case _, int():
                assert key in _MONEY | _SHARES
                yield Fraction(value, 100 if key in _SHARES else 1)
            case _:
                assert isinstance(value, str)


def _limit(metric: Metric, limit: int) -> Fraction:
    return Fraction(limit, scale(metric)) * (100 if CATALOGUE[metric].unit is Unit.PERCENT else 1)


def spoken(said: Say) -> Iterator[Fraction]:
    for _, value in said.values:
        match value:
            case Joined(parts):
                for part in parts:
                    yield from spoken(part)
            case Money():
                yield Fraction(value.minor)
            case Number():
                assert (value.value * 10**value.digits).denominator == 1  # nothing is rounded away
                yield value.value
            case int():
                yield Fraction(value)
            case _:
                assert isinstance(value, str)


@given(rule=rules)
def test_req_75_a_rule_is_read_back_with_the_numbers_that_are_stored(rule: Rule) -> None:
    numbers = [number for said in read_back_rule(rule, "CNY") for number in spoken(said)]
    assert sorted(numbers) == sorted(stored(rule_out(rule)))


@given(rule_set=rule_sets)
def test_req_75_every_rule_is_read_back_in_both_languages_and_so_is_what_holds_for_all(rule_set: RuleSet) -> None:
    said = read_back(rule_set)
    of_rules = list(read_back_rules(rule_set))
    for language in ("zh", "en"):
        texts = [plain(each, language) for each in said]
        assert len(texts) == len(of_rules) + 1 + (rule_set.cap is not None) + (rule_set.budget is not None)
        assert sum(text.startswith("•") for text in texts) == len(rule_set.rules)
    numbers = [number for each in said[len(of_rules) :] for number in spoken(each)]
    of_all = (rule_set.cap, None if rule_set.budget is None else Fraction(rule_set.budget, 100))
    assert numbers == [number for number in of_all if number is not None]


EVERY_TYPE: list[Rule] = [
    BONUS,
    ThresholdBonus(Metric.NET, 5_000_000, 50_000),
    RateTiers((Tier(0, 1_000), Tier(3_300_000, 2_000))),
    CHAMPION,
    SatisfactionRise(CREAM, 1_000),
    *V1.rules[2:],
]


def test_every_type_of_rule_is_among_the_examples() -> None:
    assert {type(rule) for rule in EVERY_TYPE} == set(get_args(Rule))


def in_lines(*rules: str) -> str:
    """Each rule in a line, and its conditions, which are written behind it here, in lines below it."""
    return "\n".join(rule.replace(" · ", "\n　") for rule in rules)


def test_req_75_the_rules_of_the_examples_in_chinese() -> None:
    assert "\n".join(plain(each, "zh") for each in read_back(V1)) == in_lines(
        (
            "• 净销售额达标：发奖金 ¥2,000 · 完成 80% 起按比例发，不到 80% 不发"
            " · 达到 110%：另加奖金的 30% · 达到 120%：另加奖金的 50%"
        ),
        "• 拓新冠军（当月新客最多）：现金 ¥300 · 至少 1 位新客 · 并列的都发",
        "• 大客户（一单满 ¥10,000）：现金 ¥500 · 团队长确认才发，一单只发一次",
        "• 客户好评：礼品“护手霜”，价值 ¥80 · 团队长确认才发",
        "预算：奖金总额不超过净销售额的 3%，超了提醒团队长",
        "结账以后的退款，在下一个月的工资里调整",
    )


def test_req_75_the_rules_of_the_examples_in_english() -> None:
    said = read_back(replace(V1, cap=500_000, adjusts=False))
    assert "\n".join(plain(each, "en") for each in said) == in_lines(
        (
            "• Net sales on target: ¥2,000 bonus · in proportion from 80% on, nothing below 80%"
            " · from 110%: 30% of the bonus on top · from 120%: 50% of the bonus on top"
        ),
        (
            "• New-customer champion (most of the month): ¥300 cash"
            " · at least 1 new customer · in a tie, everybody gets it"
        ),
        "• Big order (¥10,000 or more): ¥500 cash · once a lead confirms it, one time per order",
        "• Praise from a customer: gift “护手霜”, worth ¥80 · once a lead confirms it",
        "At most ¥5,000 of cash bonus per person and month",
        "Budget: bonuses stay within 3% of net sales, else leads are warned",
        "Refunds after a month is closed change nothing any more",
    )


@pytest.mark.parametrize(
    ("rule", "zh", "en"),
    [
        (
            TargetBonus(200_000, steps=(Step(11_000, 1_250),), extra_of=ExtraOf.EXCESS),
            "• 净销售额达标：发奖金 ¥2,000 · 没达标不发 · 达到 110%：另加超额部分的 12.5%",
            (
                "• Net sales on target: ¥2,000 bonus · nothing below the target"
                " · from 110%: 12.5% of what is above the target on top"
            ),
        ),
        (
            ThresholdBonus(Metric.COMPLAINT_RATE, 205, 50_000, least=10),
            "• 投诉率不超过 2.05%：发 ¥500 · 至少要有 10 笔数据",
            "• Complaint rate of 2.05% or less: ¥500 · from a sample of 10 on",
        ),
        (
            ThresholdBonus(Metric.STARS, 45_000, 50_001),
            "• 平均星级做到 4.5：发 ¥500.01",
            "• Average stars of 4.5 or more: ¥500.01",
        ),
        (
            RateTiers((Tier(0, 1_000), Tier(3_300_000, 2_000)), Applies.WHOLE),
            "• 按净销售额提成，到哪一档，全额就按哪一档 · ¥0 起 10% · ¥33,000 起 20%",
            "• Net sales: commission, the rate of the highest tier on all of it · from ¥0: 10% · from ¥33,000: 20%",
        ),
        (
            RateTiers((Tier(0, 300),), gates=(Gate(Metric.SATISFACTION, 9_000, Holds.ALL),)),
            "• 按净销售额提成，分段算，每段各按各的比例 · ¥0 起 3% · 客户满意度不到 90%：这项全不发",
            (
                "• Net sales: commission, each rate within its own tier · from ¥0: 3%"
                " · Customer satisfaction below 90%: nothing of this"
            ),
        ),
        (
            replace(BONUS, steps=(), gates=(Gate(Metric.COMPLAINT_RATE, 200),)),
            "• 净销售额达标：发奖金 ¥2,000 · 完成 80% 起按比例发，不到 80% 不发 · 投诉率超过 2%：不发超额奖",
            (
                "• Net sales on target: ¥2,000 bonus · in proportion from 80% on, nothing below 80%"
                " · Complaint rate above 2%: no extra above the target"
            ),
        ),
        (
            SatisfactionRise(CREAM, 1_000),
            "• 客户满意度比上月高 10 个百分点以上：礼品“护手霜”，价值 ¥80 · 两个月都要有至少 10 条评价",
            (
                "• Satisfaction up by 10 points or more from the month before: gift “护手霜”, worth ¥80"
                " · both months with 10 ratings or more"
            ),
        ),
    ],
)
def test_req_75_each_type_of_rule_reads_as_people_say_it(rule: Rule, zh: str, en: str) -> None:
    for language, lines in (("zh", zh), ("en", en)):
        assert "\n".join(plain(each, language) for each in read_back_rule(rule, "CNY")) == in_lines(lines)
