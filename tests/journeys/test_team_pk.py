"""PK between two teams of one lead: leads of both agree, both groups read the result and nothing of any person."""

from datetime import timedelta

import pytest

from bot.demo.telegram import Group, Person, Shown
from tests.journeys.conftest import Crew
from tests.journeys.world import World


@pytest.fixture
async def rivals(world: World, crew: Crew) -> Group:
    """Another group of the same lead, where Zoe sells and Otto leads too; everybody has reported last week."""
    code = {"zh": "zh-hans", "en": "en"}[crew.language]
    zoe = world.telegram.person("Zoe", language=code)
    group = world.telegram.group("Rivals", owner=crew.lead, members=[zoe, crew.ken])
    world.telegram.add_bot(group, crew.lead)
    await world.settle()
    for who, where in ((crew.lead, crew.group), (crew.mei, crew.group), (crew.lead, group), (zoe, group)):
        await world.say(who, where, crew.say("昨天 1单 10", "/sale yesterday 1 10"))
    return group


def accept(crew: Crew) -> str:
    return crew.say("✅ 应战", "✅ Accept")


def shown(world: World, group: Group) -> Shown:
    """The card of the PK in a group."""
    return next(m for m in reversed(world.said(group)) if m.text.startswith("⚔️") and "Rivals" in m.text)


def zoe(world: World, group: Group) -> Person:
    return next(m.sender for m in world.telegram.messages(group) if m.sender is not None and m.sender.name == "Zoe")


async def asked(world: World, crew: Crew, zh: str = "", en: str = "") -> None:
    await world.say(crew.lead, crew.group, crew.say(f"/pk 团队 Rivals {zh}".strip(), f"/pk team Rivals {en}".strip()))


async def results(world: World, crew: Crew, *groups: Group) -> list[str]:
    """What each group reads on Monday."""
    before = [{m.message_id for m in world.telegram.messages(group)} for group in groups]
    world.now = (world.now + timedelta(days=7 - world.now.weekday())).replace(hour=0, minute=1)
    await world.tick()
    await world.tick()
    word = crew.say("PK 结果", "PK result")
    return [m.text for g, known in zip(groups, before, strict=True) for m in world.said(g, known) if word in m.text]


async def test_req_32_two_teams_compete_by_their_sums(world: World, crew: Crew, rivals: Group) -> None:
    await asked(world, crew)
    assert not shown(world, crew.group).buttons
    await world.press(crew.lead, shown(world, rivals), accept(crew))
    for group in (crew.group, rivals):
        assert crew.say("开始", "go!") in shown(world, group).text
    await world.say(crew.mei, crew.group, "/sale 1 700")
    await world.say(crew.ken, crew.group, "/sale 1 200")
    await world.say(zoe(world, rivals), rivals, "/sale 1 800")
    ours, theirs = await results(world, crew, crew.group, rivals)
    assert ours == theirs
    assert f"🏆 {crew.say('花花美妆', 'Flora Beauty')}" in ours
    assert [amount in ours for amount in ("900", "800", "700", "200")] == [True, True, False, False]
    assert [who.name for who in (crew.mei, crew.ken) if who.name in ours] == []


async def test_req_32_by_head_a_small_team_can_win(world: World, crew: Crew, rivals: Group) -> None:
    await asked(world, crew, "本周 人均", "week average")
    await world.press(crew.lead, shown(world, rivals), accept(crew))
    await world.say(crew.mei, crew.group, "/sale 1 700")
    await world.say(crew.ken, crew.group, "/sale 1 300")
    await world.say(zoe(world, rivals), rivals, "/sale 1 800")
    ours, _ = await results(world, crew, crew.group, rivals)
    assert "🏆 Rivals" in ours
    assert ("500" in ours, "800" in ours) == (True, True)


async def test_no_seller_accepts_for_a_team(world: World, crew: Crew, rivals: Group) -> None:
    await asked(world, crew)
    assert await world.press(zoe(world, rivals), shown(world, rivals), accept(crew))
    assert shown(world, rivals).buttons
    assert await results(world, crew, crew.group, rivals) == []


async def test_declined_there_is_no_result(world: World, crew: Crew, rivals: Group) -> None:
    await asked(world, crew)
    await world.press(crew.lead, shown(world, rivals), crew.say("不比了", "No, thanks"))
    for group in (crew.group, rivals):
        assert crew.say("下次再约", "another day") in shown(world, group).text
    assert await results(world, crew, crew.group, rivals) == []


async def test_not_accepted_by_the_middle_of_the_week_it_is_called_off(world: World, crew: Crew, rivals: Group) -> None:
    await asked(world, crew)
    await world.say(crew.lead, crew.lead, "/start")
    before = {m.message_id for m in world.telegram.messages(crew.lead)}
    world.now = world.now.replace(day=11, hour=12, minute=1)
    await world.tick()
    assert crew.say("取消", "called off") in shown(world, rivals).text
    assert any(crew.say("取消", "called off") in m.text for m in world.said(crew.lead, before))


async def test_late_in_the_week_it_is_for_the_next(world: World, crew: Crew, rivals: Group) -> None:
    world.now = world.now.replace(day=12)
    (refused,) = await world.say(crew.lead, crew.group, crew.say("/pk 团队 Rivals", "/pk team Rivals"))
    assert crew.say("下周", "next week") in refused.text
    await asked(world, crew, "下周", "nextweek")
    assert shown(world, rivals).buttons


async def test_it_is_asked_by_buttons(world: World, crew: Crew, rivals: Group) -> None:
    (menu,) = await world.say(crew.lead, crew.group, "/pk")
    before = {m.message_id for m in world.telegram.messages(crew.group)}
    await world.press(crew.lead, menu, crew.say("👥 团队对团队", "👥 Team against team"))
    (choices,) = world.said(crew.group, before)
    await world.press(crew.lead, choices, crew.say("Rivals · 下周 · 人均", "Rivals · Next week · per head"))
    assert shown(world, rivals).buttons


async def test_a_lead_of_one_team_has_none_to_compete_with(world: World, crew: Crew) -> None:
    (said,) = await world.say(crew.lead, crew.group, crew.say("/pk 团队", "/pk team"))
    assert not said.buttons
    (refused,) = await world.say(crew.mei, crew.group, crew.say("/pk 团队", "/pk team"))
    assert not refused.buttons


async def test_the_same_two_compete_once_a_week_and_an_unknown_team_is_answered(
    world: World, crew: Crew, rivals: Group
) -> None:
    await asked(world, crew)
    cards = len(world.said(rivals))
    await asked(world, crew)
    await world.say(crew.lead, crew.group, crew.say("/pk 团队 别家", "/pk team Others"))
    assert len(world.said(rivals)) == cards


async def test_teams_of_two_currencies_are_not_compared(world: World, crew: Crew) -> None:
    group = world.telegram.group("Rivals", owner=crew.lead, members=[crew.ken])
    world.telegram.add_bot(group, crew.lead)
    await world.say(crew.lead, group, "/settings currency JPY")
    for where in (crew.group, group):
        await world.say(crew.lead, where, "/sale 1 10")
    (said,) = await world.say(crew.lead, crew.group, crew.say("/pk 团队 Rivals", "/pk team Rivals"))
    assert "JPY" in said.text
