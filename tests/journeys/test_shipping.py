"""Orders that have gone out: marked by the sale's number, told with their hours, listed while they wait."""

from datetime import timedelta

from tests.journeys.conftest import Crew
from tests.journeys.test_reporting import told
from tests.journeys.world import World


async def sold(world: World, crew: Crew) -> None:
    await world.say(crew.mei, crew.group, crew.say("2单 500", "2 orders 500"))


async def test_req_10_a_sale_is_marked_by_its_number(world: World, crew: Crew) -> None:
    await sold(world, crew)
    world.now += timedelta(hours=6)
    (card,) = await world.say(crew.mei, crew.group, crew.say("发货 #1", "shipped #1"))
    assert crew.say("发货2单 · 平均 6.0 小时", "2 orders shipped · 6.0 h on average") in card.text
    (again,) = await world.say(crew.mei, crew.mei, crew.say("发货 #1", "shipped #1"))
    assert crew.say("已经标过发货", "marked as shipped already (#2)") in again.text


async def test_req_10_hours_make_mean_median_and_shares(world: World, crew: Crew) -> None:
    await world.say(crew.mei, crew.group, crew.say("发货 2h 4h 30h", "shipped 2h 4h 30h"))
    for metric, value in (("处理时长", "12.0"), ("中位数", "4.0"), ("24小时", "66.7%"), ("48小时", "100.0%")):
        page = told(await world.say(crew.mei, crew.mei, f"/kpi {metric}"))
        assert value in page.splitlines()[4]
        assert crew.say("样本 3 · 样本少，仅供参考", "of 3 · small sample") in page


async def test_req_10_orders_are_told_with_their_average(world: World, crew: Crew) -> None:
    line = crew.say("发货3单 平均6小时", "shipped 3 orders avg 6h")
    (card,) = await world.say(crew.mei, crew.group, line)
    assert crew.say("发货3单 · 平均 6.0 小时", "3 orders shipped · 6.0 h on average") in card.text


async def test_a_mark_that_is_undone_holds_no_more(world: World, crew: Crew) -> None:
    await sold(world, crew)
    (card,) = await world.say(crew.mei, crew.group, crew.say("发货 #1", "shipped #1"))
    await world.press(crew.mei, card, crew.say("↩️ 撤回", "↩️ Undo"))
    (card,) = await world.say(crew.mei, crew.mei, crew.say("发货 #1", "shipped #1"))
    assert "#3" in card.text


async def test_what_waits_is_listed_and_marked_by_a_button(world: World, crew: Crew) -> None:
    await sold(world, crew)
    world.now += timedelta(hours=3)
    (listed,) = await world.say(crew.mei, crew.mei, "/ship")
    assert crew.say("#1 小美 · ¥500.00 · 等了 3 小时", "#1 Mei · $500.00 · waiting 3 h") in listed.text
    await world.press(crew.mei, listed, crew.say("📦 #1 已发", "📦 #1 shipped"))
    assert crew.say("没有等着发货", "No sale is waiting") in world.look(crew.mei, listed).text
    page = told(await world.say(crew.mei, crew.mei, crew.say("/kpi 处理时长", "/kpi processing time")))
    assert crew.say("3.0 小时", "3.0 h") in page


async def test_the_button_pressed_twice_marks_once(world: World, crew: Crew) -> None:
    await sold(world, crew)
    (listed,) = await world.say(crew.mei, crew.mei, "/ship")
    data = listed.buttons[0][0].data
    assert data is not None
    for _ in range(2):
        world.telegram.forge(crew.mei, listed, data)
        await world.settle()
    page = told(await world.say(crew.mei, crew.mei, crew.say("/kpi 处理时长", "/kpi processing time")))
    assert crew.say("样本 2", "of 2") in page


async def test_only_who_reported_it_and_leads_mark_a_sale(world: World, crew: Crew) -> None:
    await sold(world, crew)
    await world.say(crew.ken, crew.group, crew.say("1单 100", "1 order 100"))
    line = crew.say("发货 #1", "shipped #1")
    assert crew.say("不是你的报单", "not your report") in told(await world.say(crew.ken, crew.ken, line))
    assert crew.say("发货2单", "2 orders shipped") in told(await world.say(crew.lead, crew.group, line))


async def test_what_is_no_sale_cannot_be_shipped(world: World, crew: Crew) -> None:
    await world.say(crew.mei, crew.group, crew.say("新客2", "2 new customers"))
    for number in (1, 99):
        refused = told(await world.say(crew.mei, crew.mei, crew.say(f"发货 #{number}", f"shipped #{number}")))
        assert crew.say("不是一条有效的销售报单", "is no sale in force") in refused


async def test_months_of_handling_are_not_believed(world: World, crew: Crew) -> None:
    await sold(world, crew)
    said = told(await world.say(crew.mei, crew.mei, crew.say("发货3单 平均200天", "shipped 3 orders avg 200 days")))
    assert crew.say("用时太长", "too long") in said


async def test_what_waits_for_longer_than_the_team_allows_is_overdue(world: World, crew: Crew) -> None:
    await sold(world, crew)
    late = crew.say("超时了", "overdue")
    world.now += timedelta(hours=30)
    assert late not in told(await world.say(crew.mei, crew.mei, "/ship"))
    said = told(await world.say(crew.lead, crew.group, crew.say("设置 发货 24", "/settings shipping 24")))
    assert crew.say("超过 24 小时算超时", "overdue after 24 hours") in said
    assert late in told(await world.say(crew.mei, crew.mei, "/ship"))
