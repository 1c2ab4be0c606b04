"""A team switches on only what it uses, by hand or by the template of its trade."""

import pytest

from bot.demo.telegram import Person, Shown
from tests.journeys.conftest import Crew, labels
from tests.journeys.world import World


async def read(world: World, crew: Crew, zh: str, en: str, *, by: Person | None = None) -> Shown:
    who = by or crew.lead
    *_, said = await world.say(who, who, crew.say(zh, en))
    return said


async def test_a_lead_switches_by_buttons_and_revenue_stays(world: World, crew: Crew) -> None:
    shown = await read(world, crew, "/metrics", "/metrics")
    await world.press(crew.lead, shown, crew.say("💰 销售", "💰 Sales"))
    page = world.look(crew.lead, shown)
    assert not any(crew.say("净销售额", "Net sales") in label for label in labels(page))
    toast = await world.press(crew.lead, page, crew.say("✅ 连带率", "✅ Units per order"))
    assert toast == crew.say("⬜ 连带率：关", "⬜ Units per order: off")
    assert crew.say("⬜ 连带率", "⬜ Units per order") in labels(world.look(crew.lead, shown))
    await world.press(crew.lead, world.look(crew.lead, shown), crew.say("⬜ 连带率", "⬜ Units per order"))
    assert crew.say("✅ 连带率", "✅ Units per order") in labels(world.look(crew.lead, shown))
    said = await read(world, crew, "/metrics 销售额 关", "/metrics revenue off")
    assert crew.say("不能关", "cannot be switched off") in said.text
    assert crew.say("指标 连带率", "the metric Units per order") in (await read(world, crew, "/audit", "/audit")).text


async def test_what_is_off_is_not_shown(world: World, crew: Crew) -> None:
    await world.say(crew.mei, crew.group, "/sale 3 900 2")
    for zh, en in (("新客", "new customers"), ("复购率", "repurchase"), ("投诉率", "complaints")):
        assert "⬜" in (await read(world, crew, f"/metrics {zh} 关", f"/metrics {en} off")).text
    _, _, *groups = (await read(world, crew, "/kpi", "/kpi")).text.splitlines()
    assert crew.say("复购率", "Repurchase rate") not in "\n".join(groups)
    page = await read(world, crew, "/kpi 复购率", "/kpi repurchase")
    assert crew.say("团队没开", "does not use") in page.text
    top = await read(world, crew, "/top", "/top")
    assert crew.say("新客", "New") not in labels(top)
    assert crew.say("复购", "Repurchase") not in labels(top)
    assert crew.say("团队没开", "does not use") in (await read(world, crew, "/top 新客", "/top new")).text
    weights = (await read(world, crew, "/score 权重", "/score weights")).text
    assert crew.say("净销售额 100", "Net sales 100") in weights
    assert crew.say("没有人有目标", "nobody has a target") in (await read(world, crew, "/top 综合", "/top score")).text
    assert crew.say("新客", "New customers") not in weights.splitlines()[1]
    refused = await read(world, crew, "/score 权重 销售额 60 新客 40", "/score weights revenue 60 new customers 40")
    assert crew.say("团队没开", "does not use") in refused.text
    await world.press(crew.lead, refused, crew.say("🎛 开启 新客数", "🎛 Use New customers"))
    done = await read(world, crew, "/score 权重 销售额 60 新客 40", "/score weights revenue 60 new customers 40")
    assert done.text.startswith("✅")


async def test_what_is_off_is_not_asked_for(world: World, crew: Crew) -> None:
    await read(world, crew, "/metrics 新客 关", "/metrics new customers off")
    shown = await read(world, crew, "/log", "/log")
    await world.press(crew.lead, shown, shown.buttons[0][0].label)
    await world.press(crew.lead, world.look(crew.lead, shown), "3")
    (card,) = await world.say(crew.lead, crew.lead, "900")
    assert card.text.startswith("✅")


async def test_without_orders_the_form_asks_for_the_amount_at_once(world: World, crew: Crew) -> None:
    for zh, en in (
        ("订单数", "orders"),
        ("笔单价", "aov"),
        ("连带率", "units per order"),
        ("投诉率", "complaints"),
        ("新客", "new customers"),
    ):
        assert "⬜" in (await read(world, crew, f"/metrics {zh} 关", f"/metrics {en} off")).text
    shown = await read(world, crew, "/log", "/log")
    await world.press(crew.lead, shown, shown.buttons[0][0].label)
    asked = world.look(crew.lead, shown)
    assert crew.say("一共多少钱", "How much") in asked.text
    await world.press(crew.lead, asked, crew.say("‹ 返回", "‹ Back"))
    await world.press(crew.lead, world.look(crew.lead, shown), shown.buttons[0][0].label)
    before = {message.message_id for message in world.said(crew.lead)}
    await world.press(crew.lead, world.look(crew.lead, shown), crew.say("没开单", "Nothing sold"))
    (card,) = world.said(crew.lead, before)
    assert crew.say("没开单", "nothing sold") in card.text


async def test_a_figure_that_is_off_is_stored_and_its_card_offers_leads_to_switch_it_on(
    world: World, crew: Crew
) -> None:
    await read(world, crew, "/metrics 新客 关", "/metrics new customers off")
    (card,) = await world.say(crew.mei, crew.group, crew.say("3单 900 新客2", "3 orders 900 new 2"))
    assert crew.say("📴 新客数：团队没开这项，数已存下", "📴 New customers: off for this team, but kept") in card.text
    use = crew.say("🎛 开启 新客数", "🎛 Use New customers")
    assert crew.say("团队长", "leads") in await world.press(crew.mei, card, use)
    assert "📴" in world.look(crew.group, card).text
    await world.press(crew.lead, card, use)
    after = world.look(crew.group, card)
    assert "📴" not in after.text
    assert use not in labels(after)
    assert " 2" in (await read(world, crew, "/kpi 新客", "/kpi new customers")).text


async def test_a_report_without_what_is_off_says_nothing_of_it(world: World, crew: Crew) -> None:
    await read(world, crew, "/metrics 新客 关", "/metrics new customers off")
    (card,) = await world.say(crew.mei, crew.group, "/sale 3 900")
    assert "📴" not in card.text


async def test_only_leads_switch(world: World, crew: Crew) -> None:
    await world.say(crew.mei, crew.group, "/sale 3 900")
    shown = await read(world, crew, "/metrics", "/metrics", by=crew.mei)
    assert labels(shown) == []
    said = await read(world, crew, "/metrics 新客 关", "/metrics new customers off", by=crew.mei)
    assert crew.say("团队长", "leads") in said.text
    said = await read(world, crew, "/template 美妆", "/template beauty", by=crew.mei)
    assert crew.say("团队长", "leads") in said.text


@pytest.mark.parametrize(
    ("zh", "en"), [("/metrics 更努力 关", "/metrics harder off"), ("/metrics 新客", "/metrics new")]
)
async def test_what_is_no_switch_gets_the_usage(world: World, crew: Crew, zh: str, en: str) -> None:
    assert crew.say("这样写", "Write it like this") in (await read(world, crew, zh, en)).text


async def test_req_83_a_template_shows_before_and_after_and_asks_before_it_replaces(world: World, crew: Crew) -> None:
    shown = await read(world, crew, "/template", "/template")
    await world.press(crew.lead, shown, crew.say("🍜 食品", "🍜 Food"))
    asked = world.look(crew.lead, shown)
    assert crew.say("权重 净销售额 50 · ", "Weights: Net sales 50 · ") in asked.text
    assert crew.say("净销售额 40", "Net sales 40") in asked.text
    assert crew.say("24 小时", "24 h") in asked.text
    before = await read(world, crew, "/score 权重", "/score weights")
    assert crew.say("净销售额 50", "Net sales 50") in before.text
    await world.press(crew.lead, asked, crew.say("✅ 换成这套", "✅ Replace"))
    assert crew.say("换成了", "is in place") in world.look(crew.lead, shown).text
    assert crew.say("净销售额 40", "Net sales 40") in (await read(world, crew, "/score 权重", "/score weights")).text
    assert crew.say("访客", "Visitors") not in (await read(world, crew, "/kpi", "/kpi")).text
    again = await read(world, crew, "/template 食品", "/template food")
    assert crew.say("现在用的就是这套", "stands already") in again.text
    assert crew.say("行业模板", "template") in (await read(world, crew, "/audit", "/audit")).text


async def test_req_83_templates_are_offered_at_the_end_of_setup_and_in_the_settings(world: World, crew: Crew) -> None:
    offered = crew.say("🧩 行业模板", "🧩 Templates")
    (shown,) = await world.say(crew.lead, crew.group, "/setup")
    await world.press(crew.lead, shown, shown.buttons[0][0].label)
    done = world.look(crew.group, shown)
    assert offered in labels(done)
    settings = await read(world, crew, "/settings", "/settings")
    before = {message.message_id for message in world.said(crew.lead)}
    await world.press(crew.lead, settings, offered)
    (trades,) = world.said(crew.lead, before)
    assert crew.say("👗 服饰", "👗 Fashion") in labels(trades)
