"""Complaints and ratings: reported in a line, shown with what was said, settled by a button."""

import pytest

from bot.demo.telegram import Shown
from tests.journeys.conftest import Crew
from tests.journeys.test_reporting import told
from tests.journeys.world import World


async def complain(world: World, crew: Crew, what: str = "") -> Shown:
    line = what or crew.say("投诉1 小红 破损", "complaint 1 Anna broken")
    (card,) = await world.say(crew.mei, crew.group, line)
    return card


async def rate(world: World, crew: Crew) -> str:
    return told(await world.say(crew.lead, crew.lead, crew.say("/kpi 投诉率", "/kpi complaints")))


async def test_req_08_a_withdrawn_complaint_comes_off_at_once(world: World, crew: Crew) -> None:
    await world.say(crew.mei, crew.group, crew.say("50单 5000", "50 orders 5000"))
    first = await complain(world, crew)
    await complain(world, crew, crew.say("投诉1 小兰 过敏", "complaint 1 Bea itching"))
    assert "4.0%" in await rate(world, crew)
    number = crew.say("撤诉 2", "/complaint 2")
    (page,) = await world.say(crew.lead, crew.lead, number)
    if crew.language == "en":
        await world.press(crew.lead, page, "↩️ Withdrawn")
    page = world.look(crew.lead, page)
    assert crew.say("已撤诉", "withdrawn") in page.text
    assert crew.say("本月投诉率 2.0%（1 ÷ 50单）", "this month 2.0% (1 of 50 orders)") in page.text
    assert "2.0%" in await rate(world, crew)
    assert (
        crew.say("投诉 #2 已撤诉：小红 破损", "Complaint #2 withdrawn: Anna broken")
        in world.look(crew.group, first).text
    )


async def test_a_withdrawn_complaint_can_be_opened_again(world: World, crew: Crew) -> None:
    await world.say(crew.mei, crew.group, crew.say("50单 5000", "50 orders 5000"))
    card = await complain(world, crew)
    await world.press(crew.mei, card, crew.say("↩️ 客户撤诉", "↩️ Withdrawn"))
    assert "0.0%" in await rate(world, crew)
    await world.press(crew.mei, world.look(crew.group, card), crew.say("重新打开", "Open again"))
    assert "2.0%" in await rate(world, crew)


async def test_a_solved_complaint_still_counts_and_leaves_the_list(world: World, crew: Crew) -> None:
    await world.say(crew.mei, crew.group, crew.say("50单 5000", "50 orders 5000"))
    await complain(world, crew)
    (listed,) = await world.say(crew.mei, crew.mei, "/complaint")
    assert crew.say("小红 破损", "Anna broken") in listed.text
    await world.press(crew.mei, listed, "#2")
    await world.press(crew.mei, world.look(crew.mei, listed), crew.say("✅ 处理好了", "✅ Solved"))
    await world.press(crew.mei, world.said(crew.mei)[-1], crew.say("补发了", "Sent again"))
    assert crew.say("结果：补发了", "Result: Sent again") in world.look(crew.mei, listed).text
    assert crew.say("已处理", "solved") in world.look(crew.mei, listed).text
    await world.press(crew.mei, world.look(crew.mei, listed), crew.say("📮 全部投诉", "📮 All complaints"))
    assert crew.say("没有待处理的投诉", "No open complaints") in world.look(crew.mei, listed).text
    assert "2.0%" in await rate(world, crew)


async def test_what_a_customer_said_is_not_repeated_in_the_group(world: World, crew: Crew) -> None:
    await complain(world, crew)
    (listed,) = await world.say(crew.lead, crew.group, "/complaint")
    assert "#1" in listed.text
    assert crew.say("小红 破损", "Anna broken") not in listed.text.splitlines()[1]


async def test_other_sellers_neither_see_nor_settle_it(world: World, crew: Crew) -> None:
    await complain(world, crew)
    await world.say(crew.ken, crew.group, crew.say("1单 100", "1 order 100"))
    (listed,) = await world.say(crew.ken, crew.ken, "/complaint")
    assert crew.say("没有待处理的投诉", "No open complaints") in listed.text
    (refused,) = await world.say(crew.ken, crew.ken, "/complaint 1")
    assert crew.say("没有 #1 这条投诉", "no complaint #1") in refused.text


async def test_an_undone_complaint_is_in_no_list_and_comes_back_open(world: World, crew: Crew) -> None:
    card = await complain(world, crew)
    await world.press(crew.mei, card, crew.say("↩️ 撤回", "↩️ Undo"))
    none = crew.say("没有待处理的投诉", "No open complaints")
    assert none in told(await world.say(crew.mei, crew.mei, "/complaint"))
    await world.press(crew.mei, world.look(crew.group, card), crew.say("恢复", "Restore"))
    assert none not in told(await world.say(crew.mei, crew.mei, "/complaint"))


async def test_an_edited_complaint_keeps_that_it_was_withdrawn(world: World, crew: Crew) -> None:
    await world.say(crew.mei, crew.group, crew.say("50单 5000", "50 orders 5000"))
    card = await complain(world, crew)
    await world.press(crew.mei, card, crew.say("↩️ 客户撤诉", "↩️ Withdrawn"))
    (mine,) = [message for message in world.telegram.messages(crew.group) if message.message_id == card.message_id - 1]
    await world.edit(mine, crew.say("投诉1 小红 少发一件", "complaint 1 Anna one missing"))
    text = world.look(crew.group, card).text
    assert crew.say("已撤诉：小红 少发一件", "withdrawn: Anna one missing") in text
    assert "0.0%" in await rate(world, crew)


async def test_a_complaint_in_words_is_reported_by_command(world: World, crew: Crew) -> None:
    (card,) = await world.say(crew.mei, crew.group, crew.say("/complaint 小红 破损", "/complaint Anna broken"))
    assert crew.say("待处理：小红 破损", "open: Anna broken") in card.text


async def test_req_27_ratings_make_satisfaction_and_say_how_many(world: World, crew: Crew) -> None:
    (card,) = await world.say(crew.mei, crew.group, crew.say("评分 5,5,4,3,1", "ratings 5,5,4,3,1"))
    assert crew.say("评价5 · 好评3 · 平均 3.60 星", "5 ratings · 3 positive · 3.60 stars on average") in card.text
    page = told(await world.say(crew.mei, crew.mei, crew.say("/kpi 满意度", "/kpi csat")))
    assert "60.0%" in page
    assert crew.say("评价5", "5 ratings") in page
    assert "3.60" in told(await world.say(crew.mei, crew.group, crew.say("/kpi 星级", "/kpi stars")))


async def test_req_27_a_rating_comes_with_what_was_said(world: World, crew: Crew) -> None:
    line = crew.say('好评5 小红 "很好用"', 'rating 5 Anna "so good"')
    (card,) = await world.say(crew.mei, crew.group, line)
    assert crew.say('小红 "很好用"', 'Anna "so good"') in card.text
    page = told(await world.say(crew.mei, crew.mei, crew.say("/kpi 满意度", "/kpi csat")))
    assert crew.say('小红 "很好用"', 'Anna "so good"') in page


@pytest.mark.parametrize("pressed", ["v1:complaint-set:99:solved:0", "v1:complaint-set:1:gone:0", "v1:complaint:1"])
async def test_a_forged_button_is_answered(world: World, crew: Crew, pressed: str) -> None:
    card = await complain(world, crew)
    world.telegram.forge(crew.mei, card, pressed)
    await world.settle()
    assert crew.say("待处理", "open") in world.look(crew.group, card).text
