"""The board of the day, pinned in the group: one message a day that changes as reports come."""

from collections.abc import Sequence
from datetime import timedelta

import pytest

from bot.demo.telegram import Shown
from tests.journeys.conftest import Crew
from tests.journeys.world import World


def cards(world: World, crew: Crew) -> Sequence[Shown]:
    return [message for message in world.telegram.messages(crew.group) if "📌" in message.text and "🏆" in message.text]


@pytest.fixture
async def live(world: World, crew: Crew) -> None:
    """A bot that may pin, in a group whose lead wants the live card."""
    world.telegram.promote(crew.group, world.telegram.me)
    await world.say(crew.lead, crew.group, crew.say("/settings 置顶 开", "/settings live on"))


@pytest.mark.usefixtures("live")
async def test_it_begins_with_the_days_first_report_and_is_pinned(world: World, crew: Crew) -> None:
    await world.tick()
    assert cards(world, crew) == []
    await world.say(crew.mei, crew.group, crew.say("3单 1280", "3 orders 1280"))
    await world.tick()
    (card,) = cards(world, crew)
    assert card.pinned
    assert "1,280" in card.text


@pytest.mark.usefixtures("live")
async def test_req_86_a_report_changes_the_same_message_at_most_every_20_seconds(world: World, crew: Crew) -> None:
    for text in (crew.say("3单 1280", "3 orders 1280"), crew.say("1单 100", "1 order 100")):
        await world.say(crew.mei, crew.group, text)
        await world.tick()
    (early,) = cards(world, crew)
    assert "1,380" not in early.text
    world.now += timedelta(seconds=20)
    await world.tick()
    (late,) = cards(world, crew)
    assert (late.message_id, "1,380" in late.text) == (early.message_id, True)


@pytest.mark.usefixtures("live")
async def test_what_is_taken_back_leaves_it_too(world: World, crew: Crew) -> None:
    await world.say(crew.mei, crew.group, crew.say("3单 1280", "3 orders 1280"))
    await world.say(crew.ken, crew.group, crew.say("1单 500", "1 order 500"))
    await world.tick()
    await world.say(crew.mei, crew.group, crew.say("撤回", "/undo"))
    world.now += timedelta(seconds=20)
    await world.tick()
    (card,) = cards(world, crew)
    assert "1,280" not in card.text
    assert "500" in card.text


@pytest.mark.usefixtures("live")
async def test_nothing_new_says_nothing(world: World, crew: Crew) -> None:
    await world.say(crew.mei, crew.group, crew.say("3单 1280", "3 orders 1280"))
    await world.tick()
    edits = len(world.telegram.journal)
    for _ in range(3):
        world.now += timedelta(minutes=1)
        await world.tick()
    assert len(world.telegram.journal) == edits


@pytest.mark.usefixtures("live")
async def test_the_next_day_has_a_card_of_its_own_in_the_place_of_the_last(world: World, crew: Crew) -> None:
    await world.say(crew.mei, crew.group, crew.say("3单 1280", "3 orders 1280"))
    await world.tick()
    world.now += timedelta(days=1)
    await world.say(crew.mei, crew.group, crew.say("2单 560", "2 orders 560"))
    await world.tick()
    yesterday, today = cards(world, crew)
    assert (yesterday.pinned, today.pinned) == (False, True)
    assert "1,280" in yesterday.text


@pytest.mark.usefixtures("live")
async def test_it_survives_a_restart(world: World, crew: Crew) -> None:
    await world.say(crew.mei, crew.group, crew.say("3单 1280", "3 orders 1280"))
    await world.tick()
    await world.start()
    await world.say(crew.ken, crew.group, crew.say("1单 500", "1 order 500"))
    world.now += timedelta(seconds=20)
    await world.tick()
    assert len(cards(world, crew)) == 1


async def test_where_the_bot_may_not_pin_it_is_a_message_all_the_same(world: World, crew: Crew) -> None:
    (said,) = await world.say(crew.lead, crew.group, crew.say("/settings 置顶 开", "/settings live on"))
    assert crew.say("管理员", "administrator") in said.text
    await world.say(crew.mei, crew.group, crew.say("3单 1280", "3 orders 1280"))
    await world.tick()
    (card,) = cards(world, crew)
    assert not card.pinned


@pytest.mark.usefixtures("live")
async def test_switched_off_it_stays_as_it_was(world: World, crew: Crew) -> None:
    await world.say(crew.mei, crew.group, crew.say("3单 1280", "3 orders 1280"))
    await world.tick()
    await world.say(crew.lead, crew.group, crew.say("/settings 置顶 关", "/settings live off"))
    await world.say(crew.ken, crew.group, crew.say("1单 500", "1 order 500"))
    world.now += timedelta(minutes=1)
    await world.tick()
    (card,) = cards(world, crew)
    assert "1,780" not in card.text
