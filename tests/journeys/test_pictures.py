"""Pictures as people meet them in the chat: the charts that switch in place, and one's own in private."""

from tests.journeys.conftest import Crew
from tests.journeys.test_reporting import join, told
from tests.journeys.test_scheduled import sales_of_a_day
from tests.journeys.world import World


async def test_the_buttons_of_a_chart_switch_it_in_place(world: World, crew: Crew) -> None:
    await sales_of_a_day(world, crew)
    (chart,) = await world.say(crew.mei, crew.group, crew.say("图表", "/chart"))
    count = len(world.telegram.messages(crew.group))
    await world.press(crew.ken, chart, crew.say("本月", "This month"))
    shown = world.look(crew.group, chart)
    assert len(world.telegram.messages(crew.group)) == count
    assert crew.say("月报", "monthly report") in shown.text
    assert shown.photo not in {None, chart.photo}


async def test_a_chart_that_would_be_empty_is_a_toast_and_leaves_the_one_that_is_there(
    world: World, crew: Crew
) -> None:
    await sales_of_a_day(world, crew)
    (chart,) = await world.say(crew.mei, crew.group, crew.say("图表 本月", "/chart month"))
    toast = await world.press(crew.ken, chart, crew.say("上月", "Last month"))
    assert crew.say("没有图", "no chart") in toast
    assert world.look(crew.group, chart).text == chart.text


async def test_me_has_a_picture_in_private_and_none_in_the_group(world: World, crew: Crew) -> None:
    await join(world, crew)
    (before,) = await world.say(crew.mei, crew.mei, crew.say("我的", "/me"))
    assert before.photo is None  # nothing to show yet
    await sales_of_a_day(world, crew)
    (own,) = await world.say(crew.mei, crew.mei, crew.say("我的", "/me"))
    assert own.photo is not None
    assert "2,770" in own.text
    in_group = await world.say(crew.mei, crew.group, crew.say("我的", "/me"))
    assert "2,770" in told(in_group)
    assert all(message.photo is None for message in in_group)
