"""A payslip as a person reads it."""

from dataclasses import replace

import pytest
from hypothesis import given

from bot.pay_slip import line_said, slip_lines
from bot.render import money, plain
from kpi.metrics import Metric
from kpi.money import Money
from kpi.pay.facts import MemberMonth, Reason, Restated, Reward, Stage
from kpi.pay.payroll import payroll
from kpi.pay.payslip import payslip
from kpi.pay.rules import RateTiers, Rule, RuleSet, SatisfactionRise, TargetBonus, ThresholdBonus
from kpi.pay.terms import Cash, ExtraOf, Step, Tier
from tests.kpi.june import JUNE
from tests.kpi.pay.given import CHAMPION, V1, months, of, rule_sets, sold


@given(rule_set=rule_sets, facts=months)
def test_every_line_is_worded_in_both_languages_with_its_amount(rule_set: RuleSet, facts: MemberMonth) -> None:
    slip = payslip(rule_set, facts)
    for language in ("zh", "en"):
        texts = [plain(said, language) for said in slip_lines(slip, rule_set.currency)]
        assert len(texts) == len(slip.lines) + 1 + bool(slip.gifts)
        for text, line in zip(texts, slip.lines, strict=False):
            assert money(Money(line.amount, rule_set.currency), language, short=bool(line.gift)) in text
        assert money(Money(slip.cash, rule_set.currency), language) in texts[len(slip.lines)]


def read(rule: Rule, facts: MemberMonth, language: str = "zh") -> str:
    slip = payroll(RuleSet((rule,), "CNY"), [facts]).slips[0]
    return "\n".join(plain(line_said(line, "CNY"), language) for line in slip.lines)


@pytest.mark.parametrize(
    ("rule", "facts", "zh", "en"),
    [
        (
            RateTiers((Tier(0, 1_000), Tier(3_300_000, 2_000))),
            of(4_000_000),
            "提成 · 净销售额　¥4,700.00\n　¥33,000.00 × 10% · ¥7,000.00 × 20%",
            "Commission · Net sales: ¥4,700.00\n　¥33,000.00 × 10% · ¥7,000.00 × 20%",
        ),
        (
            ThresholdBonus(Metric.COMPLAINT_RATE, 200, 50_000),
            of(5, orders=100, complaints=3),
            "门槛奖 · 投诉率　¥0.00\n　3.0%，门槛 2.0% · 没到，不发",
            "Threshold bonus · Complaint rate: ¥0.00\n　3.0%, needed 2.0% · not reached",
        ),
        (
            TargetBonus(200_000, steps=(Step(11_000, 3_000),), extra_of=ExtraOf.EXCESS),
            of(11_000_000, 10_000_000),
            (
                "达标奖金 · 净销售额　¥2,000.00\n　完成 110.0%\n"
                "超额奖 · 净销售额　¥3,000.00\n　完成 110.0% · 达到 110%，加超额 ¥10,000.00 的 30%"
            ),
            (
                "Target bonus · Net sales: ¥2,000.00\n　110.0% of the target\n"
                "Extra above the target · Net sales: ¥3,000.00\n"
                "　110.0% of the target · from 110%: 30% of the ¥10,000.00 above the target"
            ),
        ),
        (
            SatisfactionRise(Cash(20_000), 1_000),
            replace(of(5, ratings=20, positive_ratings=15), before=sold(5, ratings=20, positive_ratings=12)),
            "满意度提升奖 · 客户满意度　¥200.00\n　上月 60.0% → 75.0%",
            "Better satisfaction · Customer satisfaction: ¥200.00\n　60.0% last month → 75.0%",
        ),
        (
            CHAMPION,
            of(5, new=9),
            "拓新冠军 · 新客数　¥300.00\n　你 9，最多的 9",
            "New-customer champion · New customers: ¥300.00\n　you 9, the most 9",
        ),
    ],
)
def test_req_56_each_line_carries_its_formula(rule: Rule, facts: MemberMonth, zh: str, en: str) -> None:
    assert [read(rule, facts, language) for language in ("zh", "en")] == [zh, en]


def test_an_adjustment_a_cap_and_a_reward_that_waits_are_explained() -> None:
    waiting = Reward(1, Cash(50_000), Reason.BIG_ORDER, Stage.OFFERED, "6月20日 1万2")
    facts = replace(of(20, 10), rewards=(waiting,), restated=(Restated(JUNE, 200_000, 260_000),))
    texts = [plain(said, "zh") for said in slip_lines(payslip(replace(V1, cap=100_000), facts), "CNY")]
    assert texts[-4:] == [
        "封顶　-¥2,000.00\n　应发 ¥3,000.00，每人每月最多 ¥1,000.00",
        "大客户奖　¥0.00\n　等团队长确认 · 6月20日 1万2",
        "以前月份的调整　-¥600.00\n　2026年6月 有退款：应为 ¥2,000.00，已发 ¥2,600.00",
        "到手合计　¥400.00",
    ]


def test_what_a_lead_gives_without_a_word_is_one_line() -> None:
    given_ = Reward(1, Cash(50_000), Reason.LEAD, Stage.GIVEN)
    slip = payslip(V1, replace(of(5), rewards=(given_,)))
    assert plain(line_said(slip.lines[-1], "CNY"), "zh") == "奖励　¥500.00"
