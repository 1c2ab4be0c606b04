"""Who is told of what: a report for somebody else, changes by a lead, and the same line sent twice."""

from datetime import timedelta

import pytest

from bot.demo.telegram import Person, Shown
from kpi.entry import Measure
from tests.journeys.conftest import Crew, labels
from tests.journeys.test_reporting import books
from tests.journeys.world import World


async def reachable(world: World, crew: Crew) -> Person:
    """阿强 is a member and has written to the bot in private."""
    await world.say(crew.ken, crew.group, "/sale 1 50")
    await world.say(crew.ken, crew.ken, "/start")
    return crew.ken


def heard(world: World, who: Person) -> list[Shown]:
    return world.said(who)[1:]  # the first is the answer to /start


LINES = [
    ("代 @{name} 2单 900", "for @{name} 2 orders 900"),
    ("代 {name} 2单 900", "for {name}: 2 orders 900"),
    ("代报 @{username} 2单 900", "for @{username} 2 orders 900"),
    ("/sale @{name} 2 900", "/sale @{name} 2 900"),
    ("/log 代 {name} 2单 900", "/log for {name} 2 orders 900"),
]


@pytest.mark.parametrize(("zh", "en"), LINES)
async def test_req_87_a_lead_reports_for_somebody_who_is_told_in_private(
    world: World, crew: Crew, zh: str, en: str
) -> None:
    ken = await reachable(world, crew)
    line = crew.say(zh, en).format(name=ken.name, username=ken.username)
    (card,) = await world.say(crew.lead, crew.group, line)
    assert crew.say(f"{crew.lead.name} 代报", f"reported by {crew.lead.name}") in card.text
    (message,) = heard(world, ken)
    assert crew.say(f"{crew.lead.name} 替你报了 #2", f"{crew.lead.name} reported #2 for you") in message.text
    assert "900.00" in message.text
    assert books(world, crew)[Measure.GROSS] == 95000


async def test_who_has_no_private_chat_is_not_written_to(world: World, crew: Crew) -> None:
    await world.say(crew.ken, crew.group, "/sale 1 50")
    (card,) = await world.say(crew.lead, crew.group, f"/sale @{crew.ken.name} 2 900")
    assert crew.ken.name in card.text
    assert world.said(crew.ken) == []


async def test_a_seller_who_reports_for_a_colleague_is_asked_and_nobody_is_told(world: World, crew: Crew) -> None:
    ken = await reachable(world, crew)
    await world.say(crew.mei, crew.group, crew.say(f"代 {ken.name} 2单 900", f"for {ken.name} 2 orders 900"))
    assert heard(world, ken) == []
    assert books(world, crew)[Measure.GROSS] == 5000


async def test_what_others_change_of_ones_figures_is_told_before_and_after(world: World, crew: Crew) -> None:
    ken = await reachable(world, crew)
    (card,) = await world.say(crew.lead, crew.group, f"/sale @{ken.name} 2 900")
    (written,) = [m for m in world.telegram.messages(crew.group) if m.sender == crew.lead and "900" in m.text]
    await world.edit(written, f"/sale @{ken.name} 2 800")
    await world.press(crew.lead, card, labels(card)[1])
    await world.press(crew.lead, world.look(crew.group, card), crew.say("恢复", "Restore"))
    _, changed, gone, back = heard(world, ken)
    assert "900.00" in changed.text
    assert "→" in changed.text
    assert "800.00" in changed.text
    assert crew.say("撤回了你的 #2", "took back your #2") in gone.text
    assert crew.say("恢复了你的 #2", "restored your #2") in back.text


async def test_one_is_not_told_of_what_one_does_oneself(world: World, crew: Crew) -> None:
    ken = await reachable(world, crew)
    (card,) = await world.say(ken, crew.group, "/sale 2 900")
    await world.press(ken, card, labels(card)[1])
    await world.say(crew.lead, crew.group, "/sale 3 900")
    assert heard(world, ken) == []


async def test_the_same_line_again_within_minutes_is_booked_and_marked(world: World, crew: Crew) -> None:
    await world.say(crew.mei, crew.group, "/sale 3 300")
    world.now += timedelta(minutes=3)
    (card,) = await world.say(crew.mei, crew.group, "/sale 3 300")
    assert crew.say("同样的一条 #1 3 分钟前", "The same was counted 3 minutes ago: #1") in card.text
    assert books(world, crew)[Measure.GROSS] == 60000
    await world.press(crew.mei, card, labels(card)[1])
    assert books(world, crew)[Measure.GROSS] == 30000


NOT_THE_SAME = [
    ("/sale 3 301", 3),
    ("/sale 3 300", 11),
    ("/sale 2026-06-07 3 300", 3),
]


@pytest.mark.parametrize(("line", "minutes"), NOT_THE_SAME)
async def test_other_figures_or_the_same_much_later_are_not_marked(
    world: World, crew: Crew, line: str, minutes: int
) -> None:
    await world.say(crew.mei, crew.group, "/sale 3 300")
    world.now += timedelta(minutes=minutes)
    (card,) = await world.say(crew.mei, crew.group, line)
    assert "⚠️" not in card.text


async def test_what_was_taken_back_is_no_twin_and_another_seller_is_none_either(world: World, crew: Crew) -> None:
    (card,) = await world.say(crew.mei, crew.group, "/sale 3 300")
    await world.press(crew.mei, card, labels(card)[1])
    for who in (crew.mei, crew.ken):
        (again,) = await world.say(who, crew.group, "/sale 3 300")
        assert "⚠️" not in again.text


async def test_a_twin_is_told_even_where_the_group_is_so_busy_that_cards_are_reactions(
    world: World, crew: Crew
) -> None:
    for amount in range(100, 112):
        await world.say(crew.ken, crew.group, f"/sale 1 {amount}")
    assert await world.say(crew.mei, crew.group, "/sale 3 300") == []
    (card,) = await world.say(crew.mei, crew.group, "/sale 3 300")
    assert "⚠️" in card.text
