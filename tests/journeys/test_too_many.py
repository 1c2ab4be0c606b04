"""Nobody keeps the bot from its work by writing more than a person can, and who tries is told so once."""

from datetime import timedelta

import pytest

from bot.allowance import MESSAGES
from kpi.entry import Measure
from tests.journeys.conftest import Crew
from tests.journeys.test_reporting import books
from tests.journeys.world import World


@pytest.fixture
async def rationed(world: World, crew: Crew) -> Crew:
    world.allowed = MESSAGES
    await world.start()
    return crew


async def flood(world: World, crew: Crew, count: int, line: str = "/sale 1 10") -> list[str]:
    """What the bot says to so many lines of one seller, all written within a second."""
    before = {m.message_id for m in world.said(crew.mei)}
    for _ in range(count):
        world.telegram.write(crew.mei, crew.mei, line)
    await world.settle()
    return [message.text for message in world.said(crew.mei, before)]


async def test_twenty_a_minute_count_and_the_next_are_not_read_and_said_so_once(world: World, rationed: Crew) -> None:
    await world.say(rationed.mei, rationed.group, "/sale 1 10")
    world.now += timedelta(minutes=2)
    said = await flood(world, rationed, 30)
    assert len(said) == MESSAGES + 1
    assert [text for text in said if not text.startswith("✅")] == [said[-1]]
    assert rationed.say("这条没有记", "was not counted") in said[-1]
    assert books(world, rationed)[Measure.ORDERS] == 1 + MESSAGES
    world.now += timedelta(minutes=1)
    (again,) = await flood(world, rationed, 1)
    assert again.startswith("✅")


async def test_what_is_refused_counts_too(world: World, rationed: Crew) -> None:
    await world.say(rationed.mei, rationed.group, "/sale 1 10")
    world.now += timedelta(minutes=2)
    assert len(await flood(world, rationed, 30, "/nonsense")) == MESSAGES + 1


async def test_what_people_say_to_each_other_never_counts(world: World, rationed: Crew) -> None:
    for _ in range(3 * MESSAGES):
        world.telegram.write(rationed.mei, rationed.group, rationed.say("今天真热", "so hot today"))
    await world.settle()
    (card,) = await world.say(rationed.mei, rationed.group, "/sale 1 10")
    assert card.text.startswith("✅")


async def test_others_are_answered_meanwhile(world: World, rationed: Crew) -> None:
    await world.say(rationed.mei, rationed.group, "/sale 1 10")
    await flood(world, rationed, 30)
    (card,) = await world.say(rationed.ken, rationed.group, "/sale 1 10")
    assert card.text.startswith("✅")


async def test_what_waited_while_the_bot_was_down_is_no_flood(world: World, rationed: Crew) -> None:
    for _ in range(30):
        world.telegram.write(rationed.mei, rationed.group, "/sale 1 10")
        world.now += timedelta(seconds=4)
    await world.settle()
    assert books(world, rationed)[Measure.ORDERS] == 30
