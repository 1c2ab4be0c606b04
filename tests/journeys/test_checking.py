"""A lead checks what was reported; boards say how much is unchecked, once anybody does."""

import pytest

from tests.journeys.conftest import Crew, labels
from tests.journeys.world import World


@pytest.fixture
async def day(world: World, crew: Crew) -> Crew:
    """Two reports of 小美 and one of 阿强; the lead has a private chat."""
    for who, line in ((crew.mei, "/sale 3 300"), (crew.mei, "/sale 2 200"), (crew.ken, "/sale 1 50")):
        await world.say(who, crew.group, line)
    await world.say(crew.lead, crew.group, "/me")
    await world.say(crew.lead, crew.lead, "/start")
    return crew


async def board(world: World, crew: Crew) -> str:
    (shown,) = await world.say(crew.mei, crew.group, "/top")
    return shown.text


async def test_a_day_is_checked_at_one_press(world: World, day: Crew) -> None:
    (shown,) = await world.say(day.lead, day.lead, day.say("核对 今天", "/check today"))
    assert day.say("3 条，3 条未核对", "3 reports, 3 not checked") in shown.text
    assert f"{day.mei.name} " in shown.text
    toast = await world.press(day.lead, shown, day.say("✓ 这 3 条没问题", "✓ These 3 are right"))
    assert toast == day.say("核对了 3 条", "Checked 3 reports")
    now = world.look(day.lead, shown)
    assert day.say("都已核对", "all checked") in now.text
    assert len(labels(now)) == 1  # the day before


async def test_boards_say_nothing_of_checking_until_somebody_checks(world: World, day: Crew) -> None:
    assert day.say("成员自报", "self-reported") in await board(world, day)
    (shown,) = await world.say(day.lead, day.lead, "/check")
    await world.press(day.lead, shown, labels(shown)[0])
    assert day.say("3 条都已核对", "all 3 reports checked") in await board(world, day)
    await world.say(day.ken, day.group, "/sale 1 60")
    assert day.say("4 条中 1 条未核对", "1 of 4 reports not checked") in await board(world, day)


async def test_a_sellers_correction_makes_it_unchecked_and_a_leads_does_not(world: World, day: Crew) -> None:
    (shown,) = await world.say(day.lead, day.lead, "/check")
    await world.press(day.lead, shown, labels(shown)[0])
    (hers, *_) = [m for m in world.telegram.messages(day.group) if m.text == "/sale 3 300"]
    card = next(m for m in world.said(day.group) if "#1" in m.text)
    await world.edit(hers, "/sale 3 310")
    assert day.say("3 条中 1 条未核对", "1 of 3 reports not checked") in await board(world, day)
    assert day.say("已核对", "checked by") not in world.look(day.group, card).text
    (again,) = await world.say(day.lead, day.lead, "/check")
    await world.press(day.lead, again, labels(again)[0])
    await world.press(day.lead, card, labels(card)[0])
    await world.say(day.lead, day.group, "320")
    assert day.say("3 条都已核对", "all 3 reports checked") in await board(world, day)
    assert day.say(f"✓ {day.lead.name} 已核对", f"checked by {day.lead.name}") in world.look(day.group, card).text


async def test_what_came_in_after_the_list_was_shown_is_not_checked_with_it(world: World, day: Crew) -> None:
    (shown,) = await world.say(day.lead, day.lead, "/check")
    await world.say(day.ken, day.group, "/sale 1 60")
    await world.press(day.lead, shown, labels(shown)[0])
    assert day.say("4 条，1 条未核对", "4 reports, 1 not checked") in world.look(day.lead, shown).text


async def test_other_days_are_a_button_away(world: World, day: Crew) -> None:
    (shown,) = await world.say(day.lead, day.lead, "/check")
    await world.press(day.lead, shown, labels(shown)[-1])
    before = world.look(day.lead, shown)
    assert day.say("还没人报单", "no reports") in before.text
    await world.press(day.lead, before, labels(before)[-1])
    assert world.look(day.lead, shown).text == shown.text


async def test_checking_is_for_leads_and_in_private(world: World, day: Crew) -> None:
    await world.say(day.mei, day.mei, "/start")
    (refused,) = await world.say(day.mei, day.mei, "/check")
    assert day.say("团队长", "leads") in refused.text
    (refused,) = await world.say(day.lead, day.group, "/check")
    assert day.say("私聊", "private") in refused.text


async def test_checking_stands_in_the_record(world: World, day: Crew) -> None:
    (shown,) = await world.say(day.lead, day.lead, "/check")
    await world.press(day.lead, shown, labels(shown)[0])
    (record,) = await world.say(day.lead, day.lead, "/audit")
    assert record.text.count(day.say("（3 条）", "(3 reports)")) == 1
