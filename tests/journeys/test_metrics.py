"""Asking what a metric is: from /help by buttons alone, and in words."""

import pytest

from tests.journeys.conftest import Crew
from tests.journeys.test_reporting import told
from tests.journeys.test_scheduled import sales_of_a_day
from tests.journeys.world import World


async def test_a_metric_is_reached_from_help_by_buttons_alone(world: World, crew: Crew) -> None:
    await sales_of_a_day(world, crew)
    (menu,) = await world.say(crew.lead, crew.lead, "/help")
    await world.press(crew.lead, menu, crew.say("🔍 分析", "🔍 Analysis"))
    before = {message.message_id for message in world.telegram.messages(crew.lead)}
    await world.press(crew.lead, world.look(crew.lead, menu), "▶ /kpi")
    (groups,) = world.said(crew.lead, before)
    for label in (crew.say("💰 销售", "💰 Sales"), crew.say("笔单价", "Order value (AOV)")):
        assert await world.press(crew.lead, world.look(crew.lead, groups), label) == ""
    page = world.look(crew.lead, groups)
    assert page.text.startswith(crew.say("📊 笔单价", "📊 Order value (AOV)"))
    assert "166.67" in page.text  # the example
    assert "724.17" in page.text  # 8,690 ÷ 12, the team's own
    for _ in range(2):
        await world.press(crew.lead, world.look(crew.lead, groups), crew.say("‹ 返回", "‹ Back"))
    assert world.look(crew.lead, groups).text == groups.text


@pytest.mark.parametrize("line", ["/kpi 转化率", "指标 转化率", "/kpi conversion"])
async def test_what_nobody_reports_is_said_and_not_zero(world: World, crew: Crew, line: str) -> None:
    await sales_of_a_day(world, crew)
    answer = told(await world.say(crew.mei, crew.group, line))
    assert crew.say("没有人报：买家数 · 访客", "nobody has reported: buyers · visitors") in answer


async def test_req_34_what_is_no_metric_gets_the_choice(world: World, crew: Crew) -> None:
    (answer,) = await world.say(crew.lead, crew.lead, crew.say("/kpi 更努力", "/kpi work harder"))
    assert crew.say("没有“更努力”", "no metric “work harder”") in answer.text
    await world.press(crew.lead, answer, crew.say("👥 客户", "👥 Customers"))
    shown = [answer, *world.said(crew.lead)]
    assert any(crew.say("复购率", "Repurchase rate") in message.text for message in shown)
