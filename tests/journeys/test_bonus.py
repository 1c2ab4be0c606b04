"""A lead takes a template, sees what it costs, and publishes it; nobody else can."""

from datetime import date

import pytest

from bot.command import Who
from bot.demo.telegram import Shown
from handlers.bonus import bonus
from kpi.metrics import Metric
from kpi.pay.base import BasePay
from kpi.pay.rules import (
    BigOrder,
    NewCustomerChampion,
    Praise,
    RateTiers,
    Rule,
    RuleSet,
    SatisfactionRise,
    TargetBonus,
    ThresholdBonus,
)
from kpi.pay.templates import Template, template
from kpi.pay.terms import Applies, Cash, Gate, Gift, Step, Tie, Tier
from kpi.pay.versions import RulesStage, Version
from storage import base_pay, members, pay_rules, targets
from tests.journeys.conftest import Crew, labels
from tests.journeys.test_pay import here, june
from tests.journeys.world import World

TARGETS = (12_400_000, 10_850_000, 7_750_000)


def aimed(world: World, crew: Crew, base: int = 300_000) -> None:
    """The targets of June, and a base pay of 3,000 for each unless it is said to be another."""
    with world.database.write() as db:
        team = here(world, crew, db)
        by = {member.name: member.id for member in members.of_team(db, team.id)}
        lead = by[crew.lead.name]
        for who, amount in zip((crew.mei, crew.ken, crew.lili), TARGETS, strict=True):
            member = by[who.name]
            targets.set_target(db, team.id, member, june(world).key, amount, by=lead, at=world.now)
            if base:
                base_pay.set_base(db, team.id, member, BasePay(june(world).start, base), by=lead, at=world.now)


def versions(world: World, crew: Crew) -> list[Version]:
    with world.database.read() as db:
        return pay_rules.of_team(db, here(world, crew, db).id)


@pytest.fixture
async def sellers(world: World, crew: Crew) -> Crew:
    for who in (crew.mei, crew.ken, crew.lili):
        await world.say(who, crew.group, "/sale 1 100")
    await world.say(crew.lead, crew.lead, "/start")
    return crew


async def press(world: World, crew: Crew, message: Shown, zh: str, en: str) -> Shown:
    """What the lead sees after the button: a newer message, or the same one changed."""
    before = {each.message_id for each in world.said(crew.lead)}
    await world.press(crew.lead, message, label(message, crew.say(zh, en)))
    return (world.said(crew.lead, before) or [world.look(crew.lead, message)])[-1]


def label(message: Shown, part: str) -> str:
    """The whole label of the button that has `part` in it."""
    return next(button.label for row in message.buttons for button in row if part in button.label)


async def drafted(world: World, crew: Crew) -> Shown:
    (asked,) = await world.say(crew.lead, crew.lead, crew.say("奖金 新建", "/bonus wizard"))
    return await press(world, crew, asked, "成长", "Growth")


async def test_req_75_a_template_is_read_back_as_it_is_stored_without_typing_a_formula(
    world: World, sellers: Crew
) -> None:
    draft = await drafted(world, sellers)
    for part in (
        ("净销售额达标：发奖金 ¥2,000", "Net sales on target: $2,000 bonus"),
        ("完成 80% 起按比例发，不到 80% 不发", "in proportion from 80% on, nothing below 80%"),
        ("达到 110%：另加奖金的 30%", "from 110%: 30% of the bonus on top"),
        ("达到 120%：另加奖金的 50%", "from 120%: 50% of the bonus on top"),
        ("投诉率超过 2%：不发超额奖", "Complaint rate above 2%: no extra above the target"),
        ("预算：奖金总额不超过净销售额的 3%", "bonuses stay within 3% of net sales"),
    ):
        assert sellers.say(*part) in draft.text
    (version,) = versions(world, sellers)
    assert version.rule_set == template(Template.GROWTH, version.rule_set.currency)
    assert version.stage is RulesStage.DRAFT


async def test_req_57_the_simulation_of_the_fixed_data(world: World, sellers: Crew) -> None:
    aimed(world, sellers)
    tried = await press(world, sellers, await drafted(world, sellers), "试算", "Simulate")
    money = sellers.say("¥", "$")
    for percent, variable, net in (
        (80, "4,800", "1.94"),
        (100, "6,000", "1.94"),
        (120, "9,000", "2.42"),
        (150, "9,000", "1.94"),
    ):
        zh = f"完成 {percent}%：奖金 {money}{variable}\n　占净销售额 {net}%，占毛利 —"
        en = f"at {percent}%: bonuses {money}{variable}\n　{net}% of net sales, — of margin"
        assert sellers.say(zh, en) in tried.text
    assert f"{money}15,000" in tried.text
    assert "4.84%" in tried.text  # with base pay, at 100 %
    assert sellers.say("都在预算以内", "All within the budget") in tried.text
    assert tried.photo is not None


async def test_req_45_what_is_published_is_not_edited_and_a_change_holds_later(world: World, sellers: Crew) -> None:
    draft = await drafted(world, sellers)
    tried = await press(world, sellers, draft, "试算", "Simulate")
    done = await press(world, sellers, tried, "6月", "Jun")
    assert sellers.say("已发布", "is published") in done.text
    assert sellers.say("达到 110%", "from 110%") in done.text
    await press(world, sellers, tried, "发布，", "Publish from")  # pressed twice
    (first,) = versions(world, sellers)
    assert first.since == date(2026, 6, 1)
    (list_,) = await world.say(sellers.lead, sellers.lead, "/bonus")
    copied = await press(world, sellers, list_, "另做一版", "New version like")
    asked = await press(world, sellers, copied, "＋ 拓新冠军奖", "＋ New-customer champion")
    asked = await press(world, sellers, asked, "300", "300")
    more = await press(world, sellers, asked, "都发", "Each gets it")
    assert sellers.say("拓新冠军（当月新客最多）", "New-customer champion (most") in more.text
    tried = await press(world, sellers, more, "试算", "Simulate")
    labels = [button.label for row in tried.buttons for button in row]
    assert not any(sellers.say("6月", "Jun") in each for each in labels)
    await press(world, sellers, tried, "7月", "Jul")
    with world.database.read() as db:
        now = pay_rules.of_month(db, here(world, sellers, db).id, june(world))
    assert now == first
    assert versions(world, sellers)[1].since == date(2026, 7, 1)


async def test_a_draft_that_was_changed_is_simulated_anew_before_it_is_published(world: World, sellers: Crew) -> None:
    draft = await drafted(world, sellers)
    tried = await press(world, sellers, draft, "试算", "Simulate")
    await press(world, sellers, draft, "结账后的退款", "Late refunds")
    toast = await world.press(sellers.lead, tried, label(tried, sellers.say("6月", "Jun")))
    said = toast + world.said(sellers.lead)[-1].text
    assert sellers.say("请先试算再发布", "simulate before you publish") in said
    assert versions(world, sellers)[0].stage is RulesStage.DRAFT


async def test_req_65_recruits_are_refused_with_the_reason_and_it_is_written_down(world: World, sellers: Crew) -> None:
    wish = sellers.say("奖金 每招1个代理 100", "/bonus 100 for every new agent")
    (said,) = await world.say(sellers.lead, sellers.lead, wish)
    assert sellers.say("拉人头", "pyramid selling") in said.text
    assert versions(world, sellers) == []
    (audit,) = await world.say(sellers.lead, sellers.lead, "/audit")
    assert sellers.say("法律不允许", "against the law") in audit.text


async def test_req_56_a_seller_sees_what_98_110_and_120_percent_pay_them(world: World, sellers: Crew) -> None:
    aimed(world, sellers)
    (before,) = await world.say(sellers.mei, sellers.mei, "/sim")
    assert sellers.say("还没有发布工资规则", "No rules of pay are published") in before.text
    tried = await press(world, sellers, await drafted(world, sellers), "试算", "Simulate")
    await press(world, sellers, tried, "6月", "Jun")
    (own,) = await world.say(sellers.mei, sellers.mei, sellers.say("试算", "/sim"))
    money = sellers.say("¥", "$")
    for percent, variable, whole in ((98, "1,960", "4,960"), (110, "2,600", "5,600"), (120, "3,000", "6,000")):
        zh = f"完成 {percent}%：奖金 {money}{variable}，连基本工资 {money}{whole}"
        en = f"At {percent}%: bonus {money}{variable}, with base pay {money}{whole}"
        assert sellers.say(zh, en) in own.text
    assert sellers.ken.name not in own.text
    (lead_s,) = await world.say(sellers.lead, sellers.lead, "/sim")
    assert sellers.say("试算 团队", "/sim team") in lead_s.text


async def test_where_no_base_pay_is_set_none_is_told(world: World, sellers: Crew) -> None:
    aimed(world, sellers, base=0)
    tried = await press(world, sellers, await drafted(world, sellers), "试算", "Simulate")
    assert sellers.say("基本工资", "base pay") not in tried.text
    await press(world, sellers, tried, "6月", "Jun")
    (own,) = await world.say(sellers.mei, sellers.mei, "/sim")
    assert sellers.say("完成 98%：奖金 ¥1,960\n", "At 98%: bonus $1,960\n") in own.text


async def test_only_leads_see_rules_and_what_the_team_costs(world: World, sellers: Crew) -> None:
    await drafted(world, sellers)
    for text in ("/bonus", "/bonus wizard", "/sim team"):
        (said,) = await world.say(sellers.mei, sellers.mei, text)
        assert sellers.say("团队长", "lead") in said.text
        assert sellers.say("¥", "$") not in said.text
    assert {press.who for press in bonus.presses} == {Who.LEAD}  # dispatch asks for each press anew
    (version,) = versions(world, sellers)
    assert version.stage is RulesStage.DRAFT
    for who in (sellers.mei, sellers.lead):
        for text in ("/bonus", "/sim", "/sim team"):
            (said,) = await world.say(who, sellers.group, text)
            assert sellers.say("¥", "$") not in said.text


async def test_req_75_the_field_guide_s_example_takes_ten_taps_and_is_read_back_as_stored(
    world: World, sellers: Crew
) -> None:
    """More than the target by 10 %: 20 to 50 % extra. From the list to what is published, by buttons only."""
    (shown,) = await world.say(sellers.lead, sellers.lead, "/bonus")
    taps = (
        ("新建", "New"),
        ("5 个问题", "5 questions"),
        ("2,000", "2,000"),
        ("80%", "80%"),
        ("110% 加 20%", "110%: +20%"),
        ("2%", "2%"),
        ("3%", "3%"),
        ("试算", "Simulate"),
        ("6月", "Jun"),
    )
    for zh, en in taps:
        shown = await press(world, sellers, shown, zh, en)
    (version,) = versions(world, sellers)
    assert version.stage is RulesStage.PUBLISHED
    steps = (Step(11_000, 2_000), Step(12_000, 5_000))
    bonus_ = TargetBonus(200_000, floor=8_000, steps=steps, gates=(Gate(Metric.COMPLAINT_RATE, 200),))
    assert version.rule_set == RuleSet((bonus_,), version.rule_set.currency, budget=300)
    assert sellers.say("达到 110%：另加奖金的 20%", "from 110%: 20% of the bonus on top") in shown.text
    assert len(taps) <= 10


async def test_req_75_numbers_may_be_typed(world: World, sellers: Crew) -> None:
    (shown,) = await world.say(sellers.lead, sellers.lead, "/bonus wizard")
    await press(world, sellers, shown, "5 个问题", "5 questions")
    for text in ("1500", "85%", "110 25 130 60", "1.5%", sellers.say("没有", "none")):
        shown = (await world.say(sellers.lead, sellers.lead, text))[-1]
    (version,) = versions(world, sellers)
    (rule,) = version.rule_set.rules
    assert rule == TargetBonus(
        150_000,
        floor=8_500,
        steps=(Step(11_000, 2_500), Step(13_000, 6_000)),
        gates=(Gate(Metric.COMPLAINT_RATE, 150),),
    )
    assert version.rule_set.budget is None
    assert sellers.say("达到 130%：另加奖金的 60%", "from 130%: 60% of the bonus on top") in shown.text


async def test_a_ladder_that_cannot_be_is_refused_and_asked_again(world: World, sellers: Crew) -> None:
    (shown,) = await world.say(sellers.lead, sellers.lead, "/bonus wizard")
    await press(world, sellers, shown, "5 个问题", "5 questions")
    unclear = await world.say(sellers.lead, sellers.lead, sellers.say("随便", "whatever"))
    assert sellers.say("没看懂", "did not understand") in unclear[0].text
    for text in ("1500", "85%"):
        await world.say(sellers.lead, sellers.lead, text)
    (said,) = await world.say(sellers.lead, sellers.lead, "90 25")
    assert sellers.say("100% 以上", "above 100%") in said.text
    assert "3/5" in said.text  # what was answered before is kept
    for text in ("110 25", "2%"):
        await world.say(sellers.lead, sellers.lead, text)
    (said,) = await world.say(sellers.lead, sellers.lead, "0%")
    assert "5/5" in said.text
    assert versions(world, sellers) == []
    await world.say(sellers.lead, sellers.lead, "4%")
    assert len(versions(world, sellers)) == 1


async def test_an_answer_can_be_gone_back_to(world: World, sellers: Crew) -> None:
    (shown,) = await world.say(sellers.lead, sellers.lead, "/bonus wizard")
    shown = await press(world, sellers, shown, "5 个问题", "5 questions")
    assert sellers.say("返回", "Back") not in "".join(labels(shown))
    shown = await press(world, sellers, shown, "500", "500")
    shown = await press(world, sellers, shown, "返回", "Back")
    assert "1/5" in shown.text
    await press(world, sellers, shown, "3,000", "3,000")
    for text in ("85%", "0", "0", "0"):
        await world.say(sellers.lead, sellers.lead, text)
    (version,) = versions(world, sellers)
    assert version.rule_set.rules == (TargetBonus(300_000, floor=8_500),)


async def test_req_62_rates_rise_in_tiers_for_what_lies_above_or_for_all(world: World, sellers: Crew) -> None:
    """Tiers of 10 % and, from 33,000 on, 20 %: 40,000 pay 4,700 above the step only, 8,000 for all."""
    for ending, applies in ((("分段", "marginal"), Applies.MARGINAL), (("全额", "whole"), Applies.WHOLE)):
        line = sellers.say(f"奖金 提成 0 10% 33000 20% {ending[0]}", f"/bonus tiers 0 10% 33000 20% {ending[1]}")
        (shown,) = await world.say(sellers.lead, sellers.lead, line)
        assert "33,000" in shown.text
        (version,) = versions(world, sellers)
        assert version.rule_set.rules == (RateTiers((Tier(0, 1_000), Tier(3_300_000, 2_000)), applies),)


async def test_req_61_a_rule_on_the_complaint_rate_pays_when_it_is_below(world: World, sellers: Crew) -> None:
    line = sellers.say("奖金 门槛 投诉率 2% 200", "/bonus threshold complaint rate 2% 200")
    (shown,) = await world.say(sellers.lead, sellers.lead, line)
    assert sellers.say("投诉率不超过 2%：发 ¥200", "Complaint rate of 2% or less: $200") in shown.text
    tried = await press(world, sellers, shown, "试算", "Simulate")
    await press(world, sellers, tried, "6月", "Jun")
    for who, report in ((sellers.mei, "/sale 99 100"), (sellers.ken, "/sale 99 100")):
        await world.say(who, sellers.group, report)
    await world.say(sellers.ken, sellers.group, sellers.say("投诉 3", "complaints 3"))
    for who, paid in ((sellers.mei, "200.00"), (sellers.ken, "0.00")):
        (slip,) = await world.say(who, who, "/pay")
        assert sellers.say(f"门槛奖 · 投诉率　¥{paid}", f"Threshold bonus · Complaint rate: ${paid}") in slip.text


async def test_req_66_better_satisfaction_is_a_rule_of_its_own(world: World, sellers: Crew) -> None:
    line = sellers.say("奖金 满意度 10% 300", "/bonus satisfaction 10% 300")
    (shown,) = await world.say(sellers.lead, sellers.lead, line)
    assert sellers.say("10 个百分点", "10 points") in shown.text
    line = sellers.say("奖金 拓新 300 平分", "/bonus champion 300 split")
    (shown,) = await world.say(sellers.lead, sellers.lead, line)
    (version,) = versions(world, sellers)  # put to the draft that is open
    assert version.rule_set.rules == (
        SatisfactionRise(Cash(30_000), 1_000),
        NewCustomerChampion(Cash(30_000), tie=Tie.SPLIT),
    )


BY_QUESTIONS: list[tuple[tuple[str, str], list[tuple[str, str]], Rule]] = [
    (
        ("提成", "Commission"),
        [("5% · ¥30,000 起 8%", "5% · from $30,000: 8%"), ("全部都用", "To everything")],
        RateTiers((Tier(0, 500), Tier(3_000_000, 800)), Applies.WHOLE),
    ),
    (
        ("门槛奖", "Threshold bonus"),
        [("投诉率", "Complaint rate"), ("2%", "2%"), ("200", "200")],
        ThresholdBonus(Metric.COMPLAINT_RATE, 200, 20_000, least=5),
    ),
    (
        ("满意度奖", "Satisfaction"),
        [("10 个百分点", "10 points"), ("300", "300")],
        SatisfactionRise(Cash(30_000), 1_000),
    ),
    (
        ("拓新冠军奖", "New-customer champion"),
        [("300", "300"), ("平分", "Split it")],
        NewCustomerChampion(Cash(30_000), tie=Tie.SPLIT),
    ),
    (("大客户奖", "Big order"), [("10,000", "10,000"), ("500", "500")], BigOrder(1_000_000, Cash(50_000))),
    (("好评奖", "Praise"), [("100", "100")], Praise(Cash(10_000))),
]
TYPED: list[tuple[tuple[str, str], list[tuple[str, str]], Rule]] = [
    (
        ("提成", "Commission"),
        [("0 4% 5万 6.5% 10万 9%", "0 4% 50000 6.5% 100000 9%"), ("分段", "marginal")],
        RateTiers((Tier(0, 400), Tier(5_000_000, 650), Tier(10_000_000, 900))),
    ),
    (("提成", "Commission"), [("6%", "6%")], RateTiers((Tier(0, 600),))),
    (
        ("提成", "Commission"),
        [("0 1% 5000 2%", "0 1% 5000 2%"), ("全额", "whole")],
        RateTiers((Tier(0, 100), Tier(500_000, 200)), Applies.WHOLE),
    ),
    (
        ("门槛奖", "Threshold bonus"),
        [("新客", "new customers"), ("15 个", "15"), ("260", "260")],
        ThresholdBonus(Metric.NEW_CUSTOMERS, 15, 26_000),
    ),
    (
        ("拓新冠军奖", "New-customer champion"),
        [("礼品 护手霜 套装 80", "gift 护手霜 套装 80")],
        NewCustomerChampion(Gift("护手霜 套装", 8_000)),
    ),
    (
        ("大客户奖", "Big order"),
        [("1.5万", "15000"), ("礼品 mug 30", "gift mug 30")],
        BigOrder(1_500_000, Gift("mug", 3_000)),
    ),
    (("好评奖", "Praise"), [("88", "88")], Praise(Cash(8_800))),
]


async def added(world: World, sellers: Crew, kind: tuple[str, str]) -> Shown:
    """The first question about a rule that is put to a draft."""
    draft = await drafted(world, sellers)
    return await press(world, sellers, draft, f"＋ {kind[0]}", f"＋ {kind[1]}")


@pytest.mark.parametrize(("kind", "taps", "rule"), BY_QUESTIONS)
async def test_req_75_every_kind_of_rule_is_put_together_by_buttons_alone(
    world: World, sellers: Crew, kind: tuple[str, str], taps: list[tuple[str, str]], rule: Rule
) -> None:
    shown = await added(world, sellers, kind)
    for zh, en in taps:
        shown = await press(world, sellers, shown, zh, en)
    (version,) = versions(world, sellers)
    assert version.rule_set.rules[-1] == rule
    assert len(version.rule_set.rules) == 2
    called = taps[0] if isinstance(rule, ThresholdBonus) else kind
    without = await press(world, sellers, shown, f"－ {called[0]}", f"－ {called[1]}")
    assert versions(world, sellers)[0].rule_set == template(Template.GROWTH, version.rule_set.currency)
    assert without.message_id == shown.message_id


@pytest.mark.parametrize(("kind", "texts", "rule"), TYPED)
async def test_req_75_every_question_takes_words_too(
    world: World, sellers: Crew, kind: tuple[str, str], texts: list[tuple[str, str]], rule: Rule
) -> None:
    await added(world, sellers, kind)
    for zh, en in texts:
        (unclear, *_) = await world.say(sellers.lead, sellers.lead, sellers.say("再说吧", "later maybe"))
        assert sellers.say("没看懂", "did not understand") in unclear.text
        await world.say(sellers.lead, sellers.lead, sellers.say(zh, en))
    (version,) = versions(world, sellers)
    assert version.rule_set.rules[-1] == rule


async def test_limits_of_a_rule_set_are_asked_and_can_be_taken_away(world: World, sellers: Crew) -> None:
    draft = await drafted(world, sellers)
    asked = await press(world, sellers, draft, "＋ 封顶", "＋ Cap")
    shown = await press(world, sellers, asked, "3,000", "3,000")
    assert versions(world, sellers)[0].rule_set.cap == 300_000
    await press(world, sellers, shown, "＋ 预算", "＋ Budget")
    (shown, *_) = reversed(await world.say(sellers.lead, sellers.lead, "4.5%"))
    assert versions(world, sellers)[0].rule_set.budget == 450
    await world.say(sellers.lead, sellers.lead, sellers.say("奖金 封顶 无", "/bonus cap none"))
    await world.say(sellers.lead, sellers.lead, sellers.say("预算 3%", "/budget 3%"))
    assert versions(world, sellers)[0].rule_set == template(
        Template.GROWTH, versions(world, sellers)[0].rule_set.currency
    )
    (shown,) = await world.say(sellers.lead, sellers.lead, "/bonus")
    shown = await press(world, sellers, shown, "草稿", "Draft")
    shown = await press(world, sellers, shown, "结账后的退款", "Late refunds")
    assert sellers.say("不再追溯", "change nothing any more") in shown.text
    assert not versions(world, sellers)[0].rule_set.adjusts
    await press(world, sellers, shown, "结账后的退款", "Late refunds")
    assert versions(world, sellers)[0].rule_set.adjusts


async def test_what_limits_nothing_is_refused(world: World, sellers: Crew) -> None:
    for zh, en in (("奖金 封顶 3000", "/bonus cap 3000"), ("预算 3%", "/budget 3%")):
        (said,) = await world.say(sellers.lead, sellers.lead, sellers.say(zh, en))
        assert sellers.say("还没有奖金规则", "no bonus rules yet") in said.text
    assert versions(world, sellers) == []


async def test_a_question_about_a_draft_that_was_published_meanwhile_changes_nothing(
    world: World, sellers: Crew
) -> None:
    draft = await drafted(world, sellers)
    tried = await press(world, sellers, draft, "试算", "Simulate")
    asked = await press(world, sellers, draft, "＋ 好评奖", "＋ Praise")
    await press(world, sellers, tried, "6月", "Jun")
    toast = await world.press(sellers.lead, asked, label(asked, "300"))
    assert sellers.say("已经发布，不能再改", "is published and cannot be edited") in toast
    (version,) = versions(world, sellers)
    assert version.rule_set == template(Template.GROWTH, version.rule_set.currency)


async def test_the_last_rule_of_a_draft_stays(world: World, sellers: Crew) -> None:
    (shown,) = await world.say(sellers.lead, sellers.lead, sellers.say("奖金 好评 80", "/bonus praise 80"))
    assert not any(each.startswith("－") for each in labels(shown))
    longer = sellers.say("奖金 大单 10000 500", "/bonus bigorder 10000 500")
    (shown,) = await world.say(sellers.lead, sellers.lead, longer)
    drop = next(button for row in shown.buttons for button in row if "big-order" in (button.data or ""))
    await press(world, sellers, shown, "－ 好评奖", "－ Praise")
    world.telegram.forge(sellers.lead, shown, drop.data or "")  # as an old screen still shows it
    await world.settle()
    toast = world.telegram.toasts(sellers.lead)[-1]
    assert sellers.say("至少要留一条规则", "At least one rule must stay") in toast
    assert len(versions(world, sellers)[0].rule_set.rules) == 1


@pytest.mark.parametrize(
    "line", ["提成 5%", "门槛 好心情 2% 200", "满意度", "大单 10000", "拓新 礼品", "tiers 100 5% 50 8%"]
)
async def test_a_line_that_is_no_rule_gets_examples(world: World, sellers: Crew, line: str) -> None:
    (said,) = await world.say(sellers.lead, sellers.lead, f"/bonus {line}")
    assert sellers.say("这样写", "Write it like this") in said.text
    assert versions(world, sellers) == []


async def test_before_the_first_month_of_rules_the_payroll_offers_the_present_one(world: World, sellers: Crew) -> None:
    tried = await press(world, sellers, await drafted(world, sellers), "试算", "Simulate")
    await press(world, sellers, tried, "6月", "Jun")
    (none,) = await world.say(sellers.lead, sellers.lead, "/payroll")
    assert sellers.say("还没有发布工资规则", "No rules of pay are published") in none.text
    shown = await press(world, sellers, none, "6月", "Jun")
    assert sellers.say("2026年6月 工资表", "Payroll of Jun 2026") in shown.text


async def test_a_command_in_one_word_is_one_also_while_a_question_is_open(world: World, sellers: Crew) -> None:
    (shown,) = await world.say(sellers.lead, sellers.lead, "/bonus wizard")
    await press(world, sellers, shown, "5 个问题", "5 questions")
    (board,) = await world.say(sellers.lead, sellers.lead, sellers.say("排行", "/top"))
    assert "🏆" in board.text
    (asked,) = await world.say(sellers.lead, sellers.lead, "1500")
    assert "2/5" in asked.text
