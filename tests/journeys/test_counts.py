"""What is told beside orders and money: pieces, buyers, page views and visitors."""

from datetime import timedelta

from kpi.entry import Measure
from tests.journeys.conftest import Crew
from tests.journeys.test_reporting import books, told
from tests.journeys.world import World


async def test_req_04_orders_and_pieces_are_kept_apart(world: World, crew: Crew) -> None:
    await world.say(crew.mei, crew.group, crew.say("2单 5件 1150", "2 orders 5 pcs 1150"))
    assert books(world, crew)[Measure.ORDERS] == 2
    assert books(world, crew)[Measure.UNITS] == 5


async def test_req_04_pieces_alone_ask_for_the_amount_and_leave_orders_unknown(world: World, crew: Crew) -> None:
    (asked,) = await world.say(crew.mei, crew.group, crew.say("5件", "5 pcs"))
    assert crew.say("金额是多少", "How much") in asked.text
    assert books(world, crew) == {}
    await world.say(crew.mei, crew.group, "1150", reply_to=asked)
    assert books(world, crew)[Measure.UNITS] == 5
    assert Measure.ORDERS not in books(world, crew)


async def test_req_05_the_label_follows_what_is_known(world: World, crew: Crew) -> None:
    (card,) = await world.say(crew.mei, crew.group, crew.say("6单 1000", "6 orders 1000"))
    assert crew.say("笔单价 ¥166.67", "AOV $166.67") in card.text
    (said,) = await world.say(crew.mei, crew.mei, crew.say("买家 4", "4 buyers"))
    assert crew.say("4位买家", "4 buyers") in said.text
    card = world.look(crew.group, card)
    assert crew.say("客单价 ¥250.00", "per buyer $250.00") in card.text
    page = told(await world.say(crew.mei, crew.mei, crew.say("/kpi 客单价", "/kpi per buyer")))
    assert "250.00" in page
    assert crew.say("样本少", "small sample") in page


async def test_buyers_of_several_sales_stand_alone_and_say_what_is_missing(world: World, crew: Crew) -> None:
    for line in (crew.say("2单 300", "2 orders 300"), crew.say("1单 100", "1 order 100")):
        await world.say(crew.mei, crew.group, line)
    (card,) = await world.say(crew.mei, crew.group, crew.say("买家 4", "4 buyers"))
    assert crew.say("报单时一起写", "say the buyers with the sale") in card.text


async def test_undoing_a_sale_takes_its_buyers_along(world: World, crew: Crew) -> None:
    (card,) = await world.say(crew.mei, crew.group, crew.say("6单 1000 买家4", "6 orders 1000, 4 buyers"))
    assert books(world, crew)[Measure.BUYERS] == 4
    await world.press(crew.mei, card, crew.say("↩️ 撤回", "↩️ Undo"))
    assert books(world, crew) == {}


async def test_req_11_page_views_of_two_days_add_up(world: World, crew: Crew) -> None:
    await views_of_two_days(world, crew)
    page = told(await world.say(crew.mei, crew.mei, crew.say("/kpi PV 本周", "/kpi PV this week")))
    assert "210" in page


async def test_req_12_a_week_shows_visits_and_a_daily_average_and_no_sum_of_visitors(world: World, crew: Crew) -> None:
    await views_of_two_days(world, crew)
    page = told(await world.say(crew.mei, crew.mei, crew.say("/kpi UV 本周", "/kpi UV this week")))
    assert crew.say("日均 37.5 · 共 75 人次", "37.5 a day · 75 visits") in page
    sources = told(await world.say(crew.mei, crew.mei, crew.say("/sources 本周 文字", "/sources week text")))
    assert crew.say("75人次", "75 visits") in sources
    for shown in (page, sources):
        assert "UV 75" not in shown
        assert crew.say("访客75", "75 visitors") not in shown


async def views_of_two_days(world: World, crew: Crew) -> None:
    await world.say(crew.mei, crew.group, "PV120 UV40")
    world.now += timedelta(days=1)
    await world.say(crew.mei, crew.group, "PV90 UV35")


async def test_a_figure_leads_to_the_reports_behind_it(world: World, crew: Crew) -> None:
    await world.say(crew.mei, crew.group, "PV120 UV40")
    (page,) = await world.say(crew.mei, crew.mei, "/kpi PV")
    await world.press(crew.mei, page, crew.say("🔎 看报单", "🔎 Reports"))
    shown = world.look(crew.mei, page).text
    assert crew.say("#1 小美 · 6月8日 · 访客40 · 浏览120", "#1 Mei · Jun 8 · 40 visitors · 120 page views") in shown
    await world.press(crew.mei, world.look(crew.mei, page), crew.say("‹ 返回", "‹ Back"))
    assert "120" in world.look(crew.mei, page).text


async def test_what_is_begun_in_a_form_of_its_own_is_answered_by_that_form(world: World, crew: Crew) -> None:
    await world.say(crew.mei, crew.group, crew.say("1单 100", "1 order 100"))
    shipped = told(await world.say(crew.mei, crew.mei, crew.say("发货3单", "shipped 3")))
    assert crew.say("发货3单 平均6小时", "shipped 3 orders avg 6h") in shipped
    for line in (crew.say("好评2", "ratings 7"), crew.say("评分 6", "rating 0")):
        assert crew.say("评分 5,5,4", "ratings 5,5,4") in told(await world.say(crew.mei, crew.mei, line))
        assert await world.say(crew.mei, crew.group, line) == []
