"""Leads name metrics with limits, and hear once of whoever crosses one."""

from datetime import timedelta

import pytest

from bot.demo.telegram import Person, Shown
from tests.journeys.conftest import Crew
from tests.journeys.world import World


@pytest.fixture
async def sold(world: World, crew: Crew) -> Crew:
    """阿强 sells at 180 an order, 丽丽 at 50; 小美 at 10, but in three orders only. The lead has a private chat."""
    for who, line in ((crew.mei, "/sale 3 30"), (crew.ken, "/sale 5 900"), (crew.lili, "/sale 6 300")):
        await world.say(who, crew.group, line)
    await world.say(crew.lead, crew.lead, "/start")
    return crew


async def read(world: World, crew: Crew, text: str, who: Person | None = None) -> str:
    return (await shown(world, who or crew.lead, text)).text


async def shown(world: World, who: Person, text: str) -> Shown:
    return (await world.say(who, who, text))[-1]


async def evening(world: World, crew: Crew, *, days: int = 0) -> list[str]:
    """What the lead is told of limits by the next board, `days` after today's."""
    before = {message.message_id for message in world.telegram.messages(crew.lead)}
    world.now = world.now.replace(hour=22) + timedelta(days=days)
    await world.tick()
    await world.settle()
    return [message.text for message in world.said(crew.lead, before) if message.text.startswith("👀")]


async def next_morning(world: World) -> None:
    world.now = (world.now + timedelta(days=1)).replace(hour=10)
    await world.tick()


async def test_req_51_a_crossed_limit_is_told_once_and_again_only_after_it_recovered(world: World, sold: Crew) -> None:
    await read(world, sold, sold.say("/watch 笔单价 <100", "/watch aov <100"))
    (told,) = await evening(world, sold)
    assert (
        sold.say(f"笔单价 低于 ¥100：{sold.lili.name} ¥50（样本 6）", f"below $100: {sold.lili.name} $50 (n 6)") in told
    )
    assert sold.mei.name not in told  # three orders say nothing
    await next_morning(world)
    assert await evening(world, sold) == []  # still below it
    await next_morning(world)
    await world.say(sold.lili, sold.group, "/sale 2 2000")
    assert await evening(world, sold) == []  # recovered
    await next_morning(world)
    for _ in range(3):
        await world.say(sold.lili, sold.group, "/sale 9 9")
    (again,) = await evening(world, sold)
    assert sold.lili.name in again


async def test_req_51_a_limit_may_be_a_part_of_the_teams_own_figure(world: World, sold: Crew) -> None:
    set_so = await read(world, sold, sold.say("/watch 笔单价 <70%队均", "/watch aov <70% of team"))
    assert sold.say("笔单价低于队均的 70%", "below 70% of the team’s average") in set_so
    (told,) = await evening(world, sold)
    # 1,230 ÷ 14 orders = 87.86, of which 70 % are 61.50
    assert sold.say("低于 ¥61.50（队均 ¥87.86 的 70%）", "below $61.50 (70% of the team’s $87.86)") in told
    assert f"{sold.lili.name} " in told


async def test_what_adds_up_is_looked_at_by_the_day_against_what_each_brought(world: World, sold: Crew) -> None:
    await read(world, sold, sold.say("关注 净销售额 低于队均的70%", "/watch revenue under 70% of the team average"))
    (told,) = await evening(world, sold)
    assert sold.say("低于 ¥287（队均 ¥410 的 70%）", "below $287 (70% of the team’s $410)") in told
    assert sold.mei.name in told
    assert sold.lili.name not in told


async def test_req_51_a_limit_is_set_and_removed_by_buttons(world: World, sold: Crew) -> None:
    menu = await shown(world, sold.lead, "/watch")
    for zh, en in (("➕ 加一条", "➕ Add"), ("投诉率", "Complaint rate"), ("全队高于…", "Whole team above…")):
        await world.press(sold.lead, world.look(sold.lead, menu), sold.say(zh, en))
    assert sold.say("大于 0 的数", "one number above 0") in await read(world, sold, "abc")
    assert sold.say("全队投诉率高于 2.5%", "Complaint rate of the whole team above 2.5%") in await read(
        world, sold, "2.5%"
    )
    listed = await shown(world, sold.lead, "/watch")
    assert "2.5%" in listed.text
    await world.press(sold.lead, listed, "✖ 1")
    assert sold.say("还没有关注的指标", "watches nothing yet") in world.look(sold.lead, listed).text
    assert await evening(world, sold) == []
    assert sold.say("关注", "watch list") in await read(world, sold, "/audit")


async def test_a_part_of_the_average_is_pressed(world: World, sold: Crew) -> None:
    menu = await shown(world, sold.lead, "/watch")
    for zh, en in (("➕ 加一条", "➕ Add"), ("净销售额", "Net sales"), ("低于…", "Below…")):
        await world.press(sold.lead, world.look(sold.lead, menu), sold.say(zh, en))
    question = world.said(sold.lead)[-1]
    await world.press(sold.lead, question, sold.say("队均的 70%", "70% of average"))
    assert sold.say("净销售额低于队均的 70%", "Net sales below 70% of the team’s average") in await read(
        world, sold, "/watch"
    )


async def test_another_limit_of_the_same_takes_its_place(world: World, sold: Crew) -> None:
    for limit in (100, 60):
        await read(world, sold, sold.say(f"/watch 笔单价 <{limit}", f"/watch aov below {limit}"))
    text = await read(world, sold, "/watch")
    assert sold.say("低于 ¥60", "below $60") in text
    assert sold.say("¥100", "$100") not in text.replace("&lt;100", "")


@pytest.mark.parametrize(
    ("asked", "zh", "en"),
    [
        ("aov", "这样写", "Write it like this"),
        ("nonsense < 3", "没有“nonsense”这个指标", "no metric “nonsense”"),
        ("time progress < 3%", "不能关注", "cannot be watched"),
        ("aov < many", "这样写", "Write it like this"),
        ("aov < 0", "大于 0", "above 0"),
        ("days of stock < 70% of team", "没有队均可比", "no average to compare with"),
    ],
)
async def test_what_cannot_be_watched_is_answered(world: World, sold: Crew, asked: str, zh: str, en: str) -> None:
    assert sold.say(zh, en) in await read(world, sold, f"/watch {asked}")
    assert sold.say("还没有关注的指标", "watches nothing yet") in await read(world, sold, "/watch")


async def test_only_leads_watch(world: World, sold: Crew) -> None:
    await read(world, sold, "/start", sold.mei)
    text = await read(world, sold, "/watch", sold.mei)
    assert sold.say("要团队长", "Only the team lead") in text or "👀" not in text


async def test_no_more_than_ten_are_watched(world: World, sold: Crew) -> None:
    metrics = ("net", "gross", "orders", "units", "aov", "returning", "conversion", "contacts", "inquiries", "stars")
    for metric in metrics:
        assert (await read(world, sold, f"/watch {metric} < 5")).startswith("✅")
    assert "10" in await read(world, sold, "/watch visitors < 5")
    assert (await read(world, sold, "/watch net < 7")).startswith("✅")
