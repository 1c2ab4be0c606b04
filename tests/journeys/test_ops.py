"""The operations board: stock, processing time, and the orders that wait for too long."""

from datetime import timedelta

from tests.journeys.conftest import Crew
from tests.journeys.world import World


async def board(world: World, crew: Crew, asked: str = "/ops") -> str:
    *_, said = await world.say(crew.lead, crew.lead, asked)
    return said.text


async def test_req_01_the_operations_board_shows_stock_processing_and_what_is_late(world: World, crew: Crew) -> None:
    await world.say(crew.lead, crew.lead, crew.say("/stock in 面膜 70 成本30", "/stock in mask 70 cost 30"))
    for _ in range(6):
        await world.say(crew.mei, crew.group, crew.say("面膜5盒 300", "sold 5 mask for 300"))
        world.now += timedelta(days=1)
    world.now -= timedelta(days=1)
    await world.say(crew.mei, crew.group, crew.say("发货 2h 4h 30h", "shipped 2h 4h 30h"))
    text = await board(world, crew)
    assert crew.say("库存周转率 1.50", "Stock turnover: 1.50") in text  # 900 ÷ ((0 + 1200) ÷ 2)
    assert crew.say("可售天数 8.0 天", "Days of stock: 8.0 days") in text
    assert crew.say("订单处理时长 12.0 小时 · 3 单", "Order processing time: 12.0 hours · 3 orders") in text
    assert crew.say("处理时长（中位数） 4.0 小时", "Processing time (median): 4.0 hours") in text
    assert crew.say("24 小时发货率 66.7%", "Shipped in 24 hours: 66.7%") in text
    assert crew.say("48 小时发货率 100.0%", "Shipped in 48 hours: 100.0%") in text
    assert "👍" not in text  # nobody marks which sale has gone out, so nobody knows what waits


async def test_req_28_an_order_older_than_the_limit_appears_and_vanishes_when_it_is_shipped(
    world: World, crew: Crew
) -> None:
    for amount in (300, 500):
        await world.say(crew.mei, crew.group, f"/sale 1 {amount}")
    await world.say(crew.mei, crew.group, crew.say("发货 #1", "shipped #1"))
    late = crew.say("#2 小美", "#2 Mei")
    assert late not in await board(world, crew)
    world.now += timedelta(hours=72)
    text = await board(world, crew)
    assert late in text
    assert "#1 " not in text
    await world.say(crew.mei, crew.group, crew.say("发货 #2", "shipped #2"))
    text = await board(world, crew)
    assert late not in text
    assert crew.say("👍 没有超过", "👍 No sale has waited") in text


async def test_the_board_shows_what_there_is_and_how_the_rest_comes(world: World, crew: Crew) -> None:
    text = await board(world, crew)
    assert crew.say("还没有库存记录", "No stock is on record") in text
    assert crew.say("还没有发货记录", "No orders are marked") in text


async def test_what_is_off_is_not_on_the_board(world: World, crew: Crew) -> None:
    for zh, en in (("周转率", "turnover"), ("周转天数", "turnover days"), ("可售天数", "stock days")):
        await world.say(crew.lead, crew.lead, crew.say(f"/metrics {zh} 关", f"/metrics {en} off"))
    text = await board(world, crew)
    assert "📦" not in text
    assert "🚚" in text
    for zh, en in (("处理时长", "handling"), ("中位数", "median"), ("24小时", "24h"), ("48小时", "48h")):
        await world.say(crew.lead, crew.lead, crew.say(f"/metrics {zh} 关", f"/metrics {en} off"))
    assert "/metrics" in await board(world, crew)


async def test_the_board_is_refreshed_by_its_button_and_leads_to_the_stock(world: World, crew: Crew) -> None:
    (shown,) = await world.say(crew.lead, crew.lead, crew.say("运营", "/ops"))
    await world.say(crew.lead, crew.lead, crew.say("/stock in 面膜 70 成本30", "/stock in mask 70 cost 30"))
    await world.press(crew.lead, shown, crew.say("🔄 刷新", "🔄 Refresh"))
    assert crew.say("库存周转率", "Stock turnover") in world.look(crew.lead, shown).text
    before = {message.message_id for message in world.said(crew.lead)}
    await world.press(crew.lead, world.look(crew.lead, shown), crew.say("📦 全部库存", "📦 All stock"))
    (stock,) = world.said(crew.lead, before)
    assert crew.say("面膜　70 件", "mask · 70 pieces") in stock.text


async def test_only_months_that_have_begun_have_a_board(world: World, crew: Crew) -> None:
    usage = crew.say("这样写", "Write it like this")
    assert usage in await board(world, crew, crew.say("/ops 下月", "/ops next month"))
    assert usage in await board(world, crew, crew.say("/ops 今天", "/ops today"))
    assert usage not in await board(world, crew, crew.say("/ops 上月", "/ops last month"))
