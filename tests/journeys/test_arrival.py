"""The bot comes into a group: a team exists, says what it can see, is set up, and people join."""

from datetime import timedelta
from pathlib import Path

import pytest

from bot.demo.telegram import Fault
from tests.journeys.conftest import ZONES, Crew
from tests.journeys.test_reporting import join, told
from tests.journeys.world import World


async def test_the_greeting_says_what_it_sees_and_what_it_assumed(world: World, crew: Crew) -> None:
    (greeting,) = world.said(crew.group)
    assert crew.group.title in greeting.text
    assert ZONES[crew.language] in greeting.text
    assert crew.say("CNY", "USD") in greeting.text
    assert "21:30" in greeting.text
    assert "09:05" in greeting.text
    assert crew.say("3单 1280", "3 orders 1280") in greeting.text


@pytest.mark.parametrize("language", ["zh", "en"], indirect=True)
async def test_a_bot_that_sees_only_commands_says_so(tmp_path: Path, world: World, language: str) -> None:
    here = World(tmp_path / "other", world.now, reads_all=False)
    await here.start()
    lead = here.telegram.person("Lin", language={"zh": "zh-hans", "en": "en"}[language])
    group = here.telegram.group("G", owner=lead)
    here.telegram.add_bot(group, lead)
    await here.settle()
    (greeting,) = here.said(group)
    assert "/sale 3 1280" in greeting.text
    assert await here.say(lead, group, "3单 1280") == []  # it cannot even see this
    (card,) = await here.say(lead, group, "/sale 3 1280")
    assert "1,280.00" in card.text
    here.database.close()


SETTINGS = [
    ("zone Europe/Berlin", "Europe/Berlin"),
    ("time 20:00", "20:00"),
    ("close 02:00", "02:00"),
    ("currency EUR", "EUR"),
    ("daily off", None),
    ("weekly off", None),
]


@pytest.mark.parametrize(("line", "shown"), SETTINGS)
async def test_an_administrator_changes_a_setting_and_nobody_else(
    world: World, crew: Crew, line: str, shown: str | None
) -> None:
    before = told(await world.say(crew.mei, crew.group, "/settings"))
    refused = told(await world.say(crew.mei, crew.group, f"/settings {line}"))
    assert crew.say("管理员", "administrators") in refused
    assert told(await world.say(crew.mei, crew.group, "/settings")).splitlines()[1:] == before.splitlines()[1:]
    changed = told(await world.say(crew.lead, crew.group, f"/settings {line}"))
    assert (shown or crew.say("关", "off")) in changed
    after = told(await world.say(crew.mei, crew.group, "/settings"))
    assert (shown or crew.say("关", "off")) in after
    assert after != before


async def test_the_language_of_the_team_is_the_language_of_the_group(world: World, crew: Crew) -> None:
    other = crew.say("en", "zh")
    await world.say(crew.lead, crew.group, f"/settings language {other}")
    (card,) = await world.say(crew.mei, crew.group, "/sale 3 1280")
    assert crew.say("Today", "今日") in card.text


@pytest.mark.parametrize(
    "line", ["zone Nowhere/Land", "time 25:00", "close 13:00", "currency XXX", "language fr", "daily maybe", "nonsense"]
)
async def test_a_wrong_setting_gets_an_example_and_changes_nothing(world: World, crew: Crew, line: str) -> None:
    before = told(await world.say(crew.lead, crew.group, "/settings"))
    answer = told(await world.say(crew.lead, crew.group, f"/settings {line}"))
    assert "/settings" in answer or crew.say("设置", "/settings") in answer
    assert told(await world.say(crew.lead, crew.group, "/settings")).splitlines()[1:] == before.splitlines()[1:]


async def test_sellers_join_by_reporting_or_by_the_button(world: World, crew: Crew) -> None:
    await world.say(crew.ken, crew.group, "/sale 1 100")
    await join(world, crew)
    team = told(await world.say(crew.lead, crew.group, "/team"))
    assert crew.ken.name in team
    assert crew.mei.name in team
    assert crew.lili.name not in team
    assert crew.lead.name in team  # the adder


async def test_a_stranger_with_the_link_does_not_get_in(world: World, crew: Crew) -> None:
    stranger = world.telegram.person("Stranger", language="en")
    answers = await world.say(stranger, stranger, "/start join_1")
    assert len(answers) == 1
    assert crew.group.title not in told(answers)
    assert "Stranger" not in told(await world.say(crew.lead, crew.group, "/team"))


async def test_a_link_to_ones_own_team_opens_no_other(world: World, crew: Crew) -> None:
    secret = world.telegram.group("Secret", owner=crew.lead)
    world.telegram.add_bot(secret, crew.lead)
    await world.settle()
    for team in (1, 2):
        world.telegram.write(crew.mei, crew.mei, f"/start join_{team}")
    await world.settle()
    answers = told(world.said(crew.mei))
    assert crew.group.title in answers
    assert "Secret" not in answers


async def test_rights_are_denied_while_telegram_does_not_say_who_leads(world: World, crew: Crew) -> None:
    await world.say(crew.lead, crew.group, "/settings time 20:00")
    world.now += timedelta(minutes=2)  # what was known is too old now
    world.telegram.faults.next("getChatAdministrators", Fault.BAD_GATEWAY)
    refused = told(await world.say(crew.lead, crew.group, "/settings time 19:00"))
    assert crew.say("管理员", "administrators") in refused


async def test_a_private_chat_of_somebody_in_no_team_says_how_to_begin(world: World, crew: Crew) -> None:
    nobody = world.telegram.person("Nobody", language={"zh": "zh-hans", "en": "en"}[crew.language])
    (answer,) = await world.say(nobody, nobody, "/sale 3 1280")
    assert crew.say("团队", "team") in answer.text


async def test_leads_give_roles_and_viewers_only_look(world: World, crew: Crew) -> None:
    await world.say(crew.ken, crew.group, "/sale 1 100")
    await world.say(crew.lead, crew.group, f"/team role {crew.ken.name} viewer")
    refused = await world.say(crew.ken, crew.group, "/sale 1 100")
    assert len(refused) == 1
    assert "100.00" not in told(refused)


async def test_an_anonymous_administrator_is_asked_who_they_are(world: World, crew: Crew) -> None:
    world.telegram.write(crew.lead, crew.group, "/settings time 20:00", anonymous=True)
    before = {m.message_id for m in world.said(crew.group)}
    await world.settle()
    (question,) = world.said(crew.group, before)
    label = question.buttons[0][0].label
    await world.press(crew.mei, question, label)
    assert "21:30" in told(await world.say(crew.lead, crew.group, "/settings"))
    await world.press(crew.lead, question, label)
    assert "21:30" not in told(await world.say(crew.lead, crew.group, "/settings"))


async def test_an_anonymous_report_belongs_to_nobody_and_is_refused(world: World, crew: Crew) -> None:
    before = {m.message_id for m in world.said(crew.group)}
    world.telegram.write(crew.lead, crew.group, crew.say("3单 1280", "3 orders 1280"), anonymous=True)
    await world.settle()
    (refusal,) = world.said(crew.group, before)
    assert crew.say("匿名", "nonymous") in refusal.text
