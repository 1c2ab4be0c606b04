"""One person's teams side by side, in private: unlike currencies and days stand apart, and nobody else reads it."""

from datetime import timedelta

import pytest

from bot.demo.faults import Fault
from bot.demo.telegram import Group, Person, Shown
from tests.journeys.conftest import Crew
from tests.journeys.world import World


@pytest.fixture
async def second(world: World, crew: Crew) -> Group:
    """Another group of the same lead, who has reported in both; Ken sells in both."""
    group = await another(world, crew, "Rivals", crew.ken)
    await world.say(crew.lead, crew.group, "/sale 2 100.50")
    await world.say(crew.lead, group, "/sale 1 200")
    await world.say(crew.ken, group, "/sale 3 30.25")
    return group


async def another(world: World, crew: Crew, name: str, *sellers: Person) -> Group:
    group = world.telegram.group(name, owner=crew.lead, members=list(sellers))
    world.telegram.add_bot(group, crew.lead)
    await world.settle()
    return group


async def asked(world: World, who: Person, text: str = "/company") -> Shown:
    return (await world.say(who, who, text))[-1]


def ours(crew: Crew) -> str:
    return crew.say("花花美妆", "Flora Beauty")


def line(shown: Shown, head: str) -> str:
    return next(line for line in shown.text.split("\n") if line.startswith(head))


def links(shown: Shown) -> list[str]:
    """What the buttons that are links lead to in the bot."""
    return [button.url.partition("?")[2] for row in shown.buttons for button in row if button.url]


async def test_req_98_the_company_is_the_sum_of_its_teams(world: World, crew: Crew, second: Group) -> None:
    await world.say(crew.lead, crew.group, crew.say("退款 0.75", "/refund 0.75"))
    shown = await asked(world, crew.lead)
    assert "330" in line(shown, crew.say("合计", "Together"))  # 100.50 - 0.75 + 200 + 30.25
    assert "99.75" in line(shown, ours(crew))
    assert "230.25" in line(shown, "Rivals")
    assert crew.say("6单", "6 orders") in line(shown, crew.say("合计", "Together"))
    assert shown.text.index("Rivals") < shown.text.index(ours(crew))


async def test_each_team_shows_how_much_of_its_own_target_it_reached(world: World, crew: Crew, second: Group) -> None:
    await world.say(crew.lead, second, "/target 460.50")
    shown = await asked(world, crew.lead, crew.say("公司 本月", "/company month"))
    assert line(shown, "Rivals").endswith(crew.say("达成 50.0%", "50.0% of target"))
    assert line(shown, ours(crew)).endswith(crew.say("没定目标", "no target"))


async def test_another_period_takes_the_place_of_the_one_shown(world: World, crew: Crew, second: Group) -> None:
    await world.say(crew.lead, second, crew.say("6月3日 1单 1000", "/sale 6/3 1 1000"))
    shown = await asked(world, crew.lead)
    for label, has in ((crew.say("本月", "Month"), True), (crew.say("本周", "Week"), False)):
        await world.press(crew.lead, shown, label)
        shown = world.look(crew.lead, shown)
        assert ("1,230.25" in shown.text) is has
        assert f"✓ {label}" in [button.label for row in shown.buttons for button in row]


async def test_different_currencies_are_listed_apart_and_never_added(world: World, crew: Crew, second: Group) -> None:
    third = await another(world, crew, "Tokyo")
    await world.say(crew.lead, third, "/settings currency JPY")
    await world.say(crew.lead, third, "/sale 1 5000")
    shown = await asked(world, crew.lead)
    home = crew.say("CNY", "USD")
    assert "330.75" in line(shown, crew.say(f"{home} 合计", f"{home} together"))
    assert "5,000" in line(shown, crew.say("JPY 合计", "JPY together"))
    assert "5,330" not in shown.text
    assert shown.text.index("JPY") < shown.text.index("Tokyo")


async def test_in_another_zone_it_is_another_day(world: World, crew: Crew, second: Group) -> None:
    """In Samoa it is still Sunday, the 7th: the sale there counts today."""
    third = await another(world, crew, "Tula")
    await world.say(crew.lead, third, "/settings zone Pacific/Pago_Pago")
    await world.say(crew.lead, third, "/sale 1 77")
    shown = await asked(world, crew.lead)
    assert crew.say("6月7日", "Jun 7") in line(shown, "Tula")
    assert "77" in line(shown, "Tula")
    assert crew.say("6月8日", "Jun 8") in line(shown, "Rivals")
    assert "407.75" in line(shown, crew.say("合计", "Together"))


async def test_who_leads_one_team_is_told_how_to_get_another(world: World, crew: Crew) -> None:
    for who in (crew.lead, crew.mei):
        await world.say(who, crew.group, "/sale 1 10")
    shown = await asked(world, crew.lead)
    assert ours(crew) in shown.text
    assert links(shown) == ["startgroup=1"]
    shown = await asked(world, crew.mei)
    assert ours(crew) not in shown.text
    assert shown.buttons


async def test_a_seller_of_two_teams_sees_neither_together(world: World, crew: Crew, second: Group) -> None:
    await world.say(crew.ken, crew.group, "/sale 1 10")
    for text in ("/company", crew.say("公司 本月", "/company month")):
        shown = await asked(world, crew.ken, text)
        assert "330" not in shown.text
        assert "200" not in shown.text


async def test_who_only_looks_at_two_teams_sees_both(world: World, crew: Crew, second: Group) -> None:
    await world.say(crew.ken, crew.group, "/sale 1 10")
    for group in (crew.group, second):
        await world.say(crew.lead, group, crew.say("/team 角色 阿强 只看", "/team role Ken viewer"))
    assert "340.75" in (await asked(world, crew.ken)).text


async def test_who_leads_no_more_sees_it_no_more(world: World, crew: Crew, second: Group) -> None:
    shown = await asked(world, crew.lead)
    await world.say(crew.ken, crew.group, "/sale 1 10")
    await world.say(crew.lead, crew.group, crew.say("/team 角色 阿强 组长", "/team role Ken lead"))
    await world.say(crew.lead, crew.group, crew.say("/team 角色 林小花 销售", "/team role Flora seller"))
    await world.press(crew.lead, shown, crew.say("本周", "Week"))
    assert "330" not in world.look(crew.lead, shown).text


async def test_in_a_group_it_is_a_way_to_the_private_chat(world: World, crew: Crew, second: Group) -> None:
    (said,) = await world.say(crew.lead, crew.group, "/company")
    assert "330" not in said.text
    assert "Rivals" not in said.text
    assert links(said) == ["start=company"]


async def test_a_period_that_nobody_knows_is_answered_by_the_usage(world: World, crew: Crew, second: Group) -> None:
    assert crew.say("这样写：", "Write it like this:") in (await asked(world, crew.lead, "/company nonsense")).text


async def test_how_to_get_another_team_is_said_by_team_new(world: World, crew: Crew) -> None:
    for where in (crew.group, crew.lead):
        (said,) = await world.say(crew.lead, where, crew.say("团队 新建", "/team new"))
        assert links(said) == ["startgroup=1"]


async def test_somebody_of_no_team_is_told_how_to_come_to_one(world: World, crew: Crew) -> None:
    code = crew.say("zh-hans", "en")
    stranger = world.telegram.person("Wu", language=code)
    assert crew.say("群", "group") in (await asked(world, stranger)).text


async def test_while_telegram_does_not_say_who_leads_nobody_sees_it(world: World, crew: Crew, second: Group) -> None:
    world.now += timedelta(minutes=5)
    world.telegram.faults.next("getChatAdministrators", Fault.BAD_GATEWAY, times=9)
    assert "330" not in (await asked(world, crew.lead)).text


async def test_who_just_came_into_a_team_that_they_administrate_leads_it_at_once(
    world: World, crew: Crew, second: Group
) -> None:
    third = await another(world, crew, "Tokyo", crew.ken)
    await world.say(crew.ken, third, "/sale 1 7")
    await world.say(crew.lead, third, "/sale 1 8")
    assert "345.75" in (await asked(world, crew.lead)).text


async def test_of_very_many_teams_the_largest_are_listed_and_all_are_added(world: World, crew: Crew) -> None:
    for number in range(27):
        await world.say(crew.lead, await another(world, crew, f"T{number}"), f"/sale 1 {100 + number}")
    shown = await asked(world, crew.lead)
    assert "3,051" in line(shown, crew.say("合计", "Together"))
    assert "T26" in shown.text
    assert "T1:" not in shown.text.replace("：", ":")
    assert crew.say("还有 3 个团队", "and 3 more teams") in shown.text


async def test_the_invented_team_of_a_trial_is_no_part_of_it(world: World, crew: Crew, second: Group) -> None:
    await world.say(crew.lead, crew.lead, "/demo")
    shown = await asked(world, crew.lead)
    assert crew.say("2 个团队", "2 teams") in shown.text
    assert "330.75" in shown.text
