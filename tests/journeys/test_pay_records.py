"""Base pay, rewards, units, pools and the budget: what a lead puts on record, and who may read it."""

from datetime import datetime, timedelta

import pytest

from kpi.pay.base import BasePay
from kpi.pay.rules import BigOrder, RuleSet, TargetBonus
from kpi.pay.terms import Cash, Step
from kpi.pay.vesting import Grant
from kpi.period import Grain, period_of
from storage import base_pay, equity, members, pay_rules, targets
from tests.journeys.conftest import Crew, labels, said
from tests.journeys.test_pay import here, june
from tests.journeys.world import World


async def test_req_44_base_pay_is_the_lead_s_and_one_s_own_to_read(world: World, shop: Crew) -> None:
    told = await said(world, shop.lead, f"/pay base @{shop.mei.name} 3000")
    assert shop.say("¥3,000，6月1日 起", "$3,000 a month from Jun 1 on") in told
    assert shop.say("¥3,000 / 月", "$3,000 a month") in await said(world, shop.mei, "/pay base")
    assert "3,000" not in await said(world, shop.ken, "/pay base")
    assert shop.say("团队长", "lead") in await said(world, shop.ken, f"/pay base {shop.mei.name} 1")
    (refused,) = await world.say(shop.lead, shop.group, "/pay base")
    assert "3,000" not in refused.text


async def test_base_pay_from_a_later_month_does_not_count_before(world: World, shop: Crew) -> None:
    await said(world, shop.lead, f"/pay base {shop.ken.name} 2500 " + shop.say("从 7月", "from July"))
    told = await said(world, shop.lead, "/pay base")
    assert (
        shop.say(f"{shop.ken.name}　没定 · ¥2,500 / 月，7月1日 起", "Ken: none · $2,500 a month from Jul 1 on") in told
    )


@pytest.mark.parametrize("text", ["/pay base @Nobody 3000", "/pay base", "/pay market x 5", "/pay grade x y z"])
async def test_what_is_no_record_is_answered_and_changes_nothing(world: World, shop: Crew, text: str) -> None:
    assert await said(world, shop.lead, text)
    with world.database.read() as db:
        team = here(world, shop, db).id
        assert base_pay.of_team(db, team) == {}
        assert base_pay.references(db, team) == []
        assert base_pay.grades(db, team) == []


@pytest.mark.parametrize(
    ("amount", "zh", "en"),
    [
        (2500, "低于区间", "below the range"),
        (3000, "在区间内", "within the range"),
        (5000, "高于区间", "above the range"),
    ],
)
async def test_req_58_base_pay_stands_beside_what_others_pay(
    world: World, shop: Crew, amount: int, zh: str, en: str
) -> None:
    await said(world, shop.lead, f"/pay base {shop.mei.name} {amount}")
    told = await said(world, shop.lead, '/pay market 客服 2800 4200 "招聘网 6月"')
    assert "招聘网 6月" in told
    assert shop.say(zh, en) in await said(world, shop.lead, "/pay base")
    world.now += timedelta(days=366)
    assert shop.say("参考已过期", "outdated") in await said(world, shop.lead, "/pay base")
    assert shop.say("参考已过期", "outdated") in await said(world, shop.lead, "/pay market")


async def test_req_59_the_same_post_with_different_base_pay_is_shown_to_the_lead(world: World, shop: Crew) -> None:
    await said(world, shop.lead, "/pay grade 客服 3 2 1")
    for who, amount in ((shop.mei, 3000), (shop.ken, 2500)):
        await said(world, shop.lead, f"/pay base {who.name} {amount}")
        told = await said(world, shop.lead, f"/pay grade {who.name} 客服")
    assert shop.say("客服 · 6 分", "客服, 6 points") in told
    unequal = shop.say(f"{shop.ken.name} ¥2,500 · {shop.mei.name} ¥3,000", "Ken $2,500 · Mei $3,000")
    assert unequal in told
    assert shop.say("没有岗位", "There is no post") in await said(world, shop.lead, f"/pay grade {shop.mei.name} 老板")


async def test_req_60_facts_on_who_might_leave_are_the_lead_s_alone(world: World, shop: Crew) -> None:
    with world.database.write() as db:
        team = here(world, shop, db)
        by = {member.name: member.id for member in members.of_team(db, team.id)}
        since = period_of(Grain.MONTH, world.now.date() - timedelta(days=400)).start
        base_pay.set_base(db, team.id, by[shop.ken.name], BasePay(since, 250_000), by=by[shop.lead.name], at=world.now)
    await said(world, shop.lead, "/pay market x 2800 4200")
    told = await said(world, shop.lead, shop.say("/team 留人", "/team staying"))
    assert shop.say("没有涨过基本工资", "no rise of base pay in 12 months") in told
    assert shop.say("低于同行区间", "below what others pay") in told
    assert shop.mei.name not in told
    for who, where in ((shop.mei, shop.mei), (shop.lead, shop.group)):
        (refused,) = await world.say(who, where, shop.say("/team 留人", "/team staying"))
        assert shop.say("基本工资", "base pay") not in refused.text


async def test_req_69_cash_is_part_of_the_month_s_pay(world: World, shop: Crew) -> None:
    rules(world, shop)
    told = await said(
        world, shop.lead, f"/reward @{shop.ken.name} " + shop.say("现金 500 大客户", "cash 500 big customer")
    )
    assert shop.say(f"{shop.ken.name} · 现金 ¥500 · 大客户", "Ken · $500 in cash · big customer") in told
    assert shop.say("奖励　¥500", "Reward: $500") in await said(world, shop.ken, "/pay")
    assert shop.say("奖金 ¥500", "variable pay $500") in await said(world, shop.lead, "/budget")
    assert "500" not in await said(world, shop.mei, "/reward")
    last = world.said(shop.lead)
    (given,) = [each for each in last if shop.say("↩️ 撤回", "↩️ Take back") in labels(each)]
    await world.press(shop.lead, given, shop.say("↩️ 撤回", "↩️ Take back"))
    assert shop.say("奖励　¥500", "Reward: $500") not in await said(world, shop.ken, "/pay")


async def test_req_70_a_gift_counts_by_its_value_and_its_receiver_says_that_it_is_there(
    world: World, shop: Crew
) -> None:
    await said(world, shop.lead, f"/reward {shop.mei.name} " + shop.say("礼品 “护手霜” 80", 'gift "护手霜" 80'))
    told = world.said(shop.mei)[-1]
    assert shop.say("礼品“护手霜”，价值 ¥80", "gift “护手霜”, worth $80") in told.text
    await world.press(shop.mei, told, shop.say("✅ 已收到", "✅ Received"))
    assert shop.say("已收到 ✓", "received ✓") in world.look(shop.mei, told).text
    assert shop.say("已收到 ✓", "received ✓") in await said(world, shop.lead, "/reward")


async def test_req_65_a_reward_for_recruits_is_refused_and_on_record(world: World, shop: Crew) -> None:
    wish = shop.say("现金 100 每招1个代理", "cash 100 for every new agent")
    assert shop.say("拉人头", "pyramid") in await said(world, shop.lead, f"/reward {shop.mei.name} {wish}")
    assert shop.say("法律不允许", "against the law") in await said(world, shop.lead, "/audit")
    assert shop.say("还没有奖励", "No rewards") in await said(world, shop.lead, "/reward")


async def test_req_67_a_big_order_is_the_lead_s_to_reward_once(world: World, shop: Crew) -> None:
    rules(world, shop)
    await world.say(shop.ken, shop.group, "/sale 3 15000")  # three orders are no single one
    before = len(world.said(shop.lead))
    await world.say(shop.ken, shop.group, "/sale 1 12000")
    (asked,) = world.said(shop.lead)[before:]
    assert shop.say("大单", "Big order") in asked.text
    await world.press(shop.lead, asked, shop.say("发", "Give"))
    assert shop.say("大客户奖　¥500", "Big order: $500") in await said(world, shop.ken, "/pay")
    assert labels(world.look(shop.lead, asked)) == []


async def test_the_step_that_is_near_is_told_in_private_after_an_entry(world: World, shop: Crew) -> None:
    rules(world, shop)
    before = len(world.said(shop.mei))
    await world.say(shop.mei, shop.group, "/sale 5 700")  # 800 of 1,000: more than a tenth of the way is left
    assert world.said(shop.mei)[before:] == []
    await world.say(shop.mei, shop.group, "/sale 1 230")
    (told,) = world.said(shop.mei)[before:]
    assert (
        shop.say("再卖 ¥70 到 110.0%：奖金 ¥2,000 → ¥2,600", "Sell $70 more, to 110.0%: bonus $2,000 → $2,600")
        in told.text
    )


def rules(world: World, crew: Crew) -> None:
    """2,000 for 1,000 sold, 30 % more at 110 %, and 500 for an order of 10,000."""
    with world.database.write() as db:
        team = here(world, crew, db)
        by = {member.name: member.id for member in members.of_team(db, team.id)}
        rule_set = RuleSet(
            (TargetBonus(200_000, steps=(Step(11_000, 3_000),)), BigOrder(1_000_000, Cash(50_000))),
            team.currency,
            budget=300,
        )
        version = pay_rules.draft(db, team.id, rule_set, by=by[crew.lead.name], at=world.now)
        pay_rules.publish(db, team.id, version.number, june(world), by=by[crew.lead.name], at=world.now)
        targets.set_target(
            db, team.id, by[crew.mei.name], june(world).key, 100_000, by=by[crew.lead.name], at=world.now
        )


async def test_req_71_units_vest_month_by_month_and_only_the_register_says_so(world: World, shop: Crew) -> None:
    told = await said(world, shop.lead, f"/equity grant @{shop.mei.name} 100 " + shop.say("4年", "4 years"))
    assert shop.say("仅记录", "record only") in told
    world.now = world.now.replace(year=2027)
    assert shop.say("已归属 25 份（12/48 个月）", "25 vested (12 of 48 months)") in await said(
        world, shop.mei, "/equity"
    )
    assert shop.mei.name not in await said(world, shop.ken, "/equity")
    await said(world, shop.lead, f"/equity leave {shop.mei.name}")
    world.now = world.now.replace(year=2029)
    assert shop.say("已归属 25 份（12/48 个月）", "25 vested (12 of 48 months)") in await said(
        world, shop.lead, "/equity"
    )


async def test_req_72_shares_of_a_pool_sum_to_it(world: World, shop: Crew) -> None:
    with world.database.write() as db:
        team = here(world, shop, db)
        by = {member.name: member.id for member in members.of_team(db, team.id)}
        granted = datetime(2020, 6, 8, tzinfo=world.now.tzinfo).date()
        for who, units in ((shop.mei, 1), (shop.ken, 1), (shop.lili, 1)):
            equity.grant(db, team.id, Grant(by[who.name], units, granted, 12), by=by[shop.lead.name], at=world.now)
    (asked,) = await world.say(
        shop.lead, shop.lead, shop.say("/dividend 2026 池 50000 股份", "/dividend 2026 pool 50000 units")
    )
    assert asked.text.count("16,666.67") == 2
    assert asked.text.count("16,666.66") == 1
    with world.database.read() as db:
        assert equity.pools(db, here(world, shop, db).id) == []
    await world.press(shop.lead, asked, labels(asked)[0])
    with world.database.read() as db:
        (pool,) = equity.pools(db, here(world, shop, db).id)
    assert sum(share.amount for share in pool.shares.values()) == 5_000_000
    assert "50,000" in await said(world, shop.lead, "/dividend")


async def test_req_73_the_long_view_of_one_s_year(world: World, shop: Crew) -> None:
    await said(world, shop.lead, f"/equity grant {shop.mei.name} 100 " + shop.say("4年", "4 years"))
    with world.database.write() as db:
        team = here(world, shop, db)
        by = {member.name: member.id for member in members.of_team(db, team.id)}
        targets.set_target(db, team.id, by[shop.mei.name], "2026", 1_000_000, by=by[shop.lead.name], at=world.now)
    told = await said(world, shop.mei, shop.say("/me 今年", "/me year"))
    money = shop.say("¥", "$")
    assert f"{money}100 / {money}10,000 = 1.0%" in told
    assert shop.say("已归属 0 / 100 份", "0 of 100 vested") in told
    (public,) = await world.say(shop.mei, shop.group, shop.say("/me 今年", "/me year"))
    assert shop.say("股权", "Units") not in public.text


async def test_req_74_another_budget_is_a_draft_to_be_tried_out(world: World, shop: Crew) -> None:
    assert shop.say("还没有发布", "No rules of pay") in await said(world, shop.lead, "/budget")
    rules(world, shop)
    assert shop.say("净销售额的 3%", "3% of net sales") in await said(world, shop.lead, "/budget")
    assert shop.say("第 2 版", "version 2") in await said(world, shop.lead, shop.say("预算 4%", "/budget 4%"))
    with world.database.read() as db:
        first, second = pay_rules.of_team(db, here(world, shop, db).id)
    assert (first.rule_set.budget, second.rule_set.budget, second.since) == (300, 400, None)
