"""The menu of /help, button by button."""

from tests.journeys.conftest import Crew
from tests.journeys.world import World


async def test_every_button_of_the_menu_does_what_it_says(world: World, crew: Crew) -> None:
    await world.say(crew.lead, crew.group, "/sale 3 1280")
    (menu,) = await world.say(crew.lead, crew.lead, "/help")
    done = set()
    for section in (button for row in menu.buttons[1:] for button in row):
        await world.press(crew.lead, world.look(crew.lead, menu), section.label)
        page = world.look(crew.lead, menu)
        does = (button for row in page.buttons for button in row if button.label.startswith("▶"))
        for button in (button for button in does if button.label != "▶ /demo"):  # makes another team the one at hand
            before = {m.message_id for m in world.said(crew.lead)}
            assert await world.press(crew.lead, page, button.label) == ""
            assert world.said(crew.lead, before) != []
            done.add(button.label.removeprefix("▶ "))
        *_, (back,) = page.buttons
        await world.press(crew.lead, page, back.label)
        assert world.look(crew.lead, menu).text == menu.text
    named = "/log /undo /me /top /chart /target /team /settings /setup /language /analyze /export"
    assert done >= set(named.split())


async def test_the_menu_opens_from_the_greeting_by_way_of_the_private_chat(world: World, crew: Crew) -> None:
    (greeting,) = world.said(crew.group)
    await world.press(crew.mei, greeting, crew.say("怎么用", "How it works"))
    (_, short) = world.said(crew.group)
    assert len(short.text.split("\n")) == 2
    (link,) = [str(button.url) for row in short.buttons for button in row]
    (menu,) = await world.say(crew.mei, crew.mei, f"/start {link.partition('?start=')[2]}")
    assert crew.say("加入团队", "Join the team") in menu.text  # she is in no team yet


async def test_req_96_what_is_left_to_other_software_is_said(world: World, crew: Crew) -> None:
    await world.say(crew.lead, crew.group, "/sale 3 1280")
    (asked,) = await world.say(crew.lead, crew.lead, crew.say("帮助 范围", "/help scope"))
    assert crew.say("财务", "accounting") in asked.text
    (menu,) = await world.say(crew.lead, crew.lead, "/help")
    await world.press(crew.lead, menu, crew.say("🧭 我不管什么", "🧭 What I leave to others"))
    assert world.look(crew.lead, menu).text == asked.text
    (in_group,) = await world.say(crew.mei, crew.group, crew.say("帮助 范围", "/help scope"))
    assert in_group.buttons == ()
