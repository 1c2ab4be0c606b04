"""PK between two sellers: both agree, the result comes when the day is over."""

from datetime import timedelta

import pytest

from bot.demo.telegram import Person, Shown
from tests.journeys.conftest import Crew
from tests.journeys.test_scheduled import at
from tests.journeys.world import World


@pytest.fixture
async def known(world: World, crew: Crew) -> None:
    """Everybody sells, 阿强 twice as much as 小美, for three days; now it is the morning of the fourth."""
    for _ in range(3):
        for who, amount in ((crew.mei, 500), (crew.ken, 1_000), (crew.lili, 100)):
            await world.say(who, crew.group, f"/sale 1 {amount}")
        world.now += timedelta(days=1)
    await world.say(crew.mei, crew.mei, "/start")


def accept(crew: Crew) -> str:
    return crew.say("✅ 应战", "✅ Accept")


async def asked(world: World, crew: Crew, zh: str, en: str, by: Person) -> Shown:
    (card,) = await world.say(by, crew.group, crew.say(zh, en))
    return card


async def result(world: World, crew: Crew) -> list[str]:
    """What the group reads of the result on the next morning, once."""
    before = {m.message_id for m in world.telegram.messages(crew.group)}
    await world.pass_time(at(world, 8, 0, days=1))
    found = [m for m in world.said(crew.group, before) if crew.say("PK 结果", "PK result") in m.text]
    assert len(found) <= 1
    return found[0].text.splitlines() if found else []


@pytest.mark.usefixtures("known")
async def test_req_32_a_pk_is_on_when_the_other_accepts_and_ends_with_the_day(world: World, crew: Crew) -> None:
    card = await asked(world, crew, f"/pk @{crew.ken.name} 今天", f"/pk @{crew.ken.name} today", crew.mei)
    await world.press(crew.ken, card, accept(crew))
    assert crew.say("开始", "go!") in world.look(crew.group, card).text
    await world.say(crew.mei, crew.group, "/sale 1 900")
    await world.say(crew.ken, crew.group, "/sale 1 800")
    _, won, *scores = await result(world, crew)
    assert crew.mei.name in won
    assert ("900" in scores[0], "800" in scores[1]) == (True, True)
    assert await result(world, crew) == []


@pytest.mark.usefixtures("known")
async def test_req_32_a_lead_sets_two_against_each_other_with_a_handicap(world: World, crew: Crew) -> None:
    mei, ken = crew.mei.name, crew.ken.name
    card = await asked(
        world, crew, f"/pk {mei} vs {ken} 今天 差额让分", f"/pk {mei} vs {ken} today handicap", crew.lead
    )
    await world.press(crew.mei, card, accept(crew))
    assert ken in world.look(crew.group, card).text.splitlines()[1]
    await world.press(crew.ken, card, accept(crew))
    assert "500" in world.look(crew.group, card).text  # half of what 阿强 sells
    await world.say(crew.mei, crew.group, "/sale 1 450")
    await world.say(crew.ken, crew.group, "/sale 1 900")
    _, won, *scores = await result(world, crew)
    assert mei in won
    assert "950" in scores[0]


@pytest.mark.usefixtures("known")
async def test_who_is_challenged_hears_of_it_in_private_as_well(world: World, crew: Crew) -> None:
    await world.say(crew.ken, crew.ken, "/start")
    before = {m.message_id for m in world.telegram.messages(crew.ken)}
    await asked(world, crew, f"/pk {crew.ken.name}", f"/pk @{crew.ken.name}", crew.mei)
    (note,) = world.said(crew.ken, before)
    assert crew.mei.name in note.text


@pytest.mark.usefixtures("known")
async def test_selling_alike_is_a_tie(world: World, crew: Crew) -> None:
    card = await asked(world, crew, f"/pk {crew.ken.name}", f"/pk @{crew.ken.name}", crew.mei)
    await world.press(crew.ken, card, accept(crew))
    for who in (crew.mei, crew.ken):
        await world.say(who, crew.group, "/sale 1 900")
    assert crew.say("平手", "tie") in "\n".join(await result(world, crew))


@pytest.mark.usefixtures("known")
async def test_declined_nothing_is_posted_and_the_challenger_hears_it_politely(world: World, crew: Crew) -> None:
    card = await asked(world, crew, f"/pk {crew.ken.name}", f"/pk @{crew.ken.name}", crew.mei)
    before = {m.message_id for m in world.telegram.messages(crew.mei)}
    await world.press(crew.ken, card, crew.say("不比了", "No, thanks"))
    (note,) = world.said(crew.mei, before)
    assert crew.say("下次再约", "another day") in note.text
    toast = await world.press(crew.ken, card, accept(crew)) if world.look(crew.group, card).buttons else ""
    assert toast == ""
    assert await result(world, crew) == []


@pytest.mark.usefixtures("known")
async def test_not_accepted_in_the_first_half_it_is_called_off(world: World, crew: Crew) -> None:
    card = await asked(world, crew, f"/pk {crew.ken.name}", f"/pk @{crew.ken.name}", crew.mei)
    before = {m.message_id for m in world.telegram.messages(crew.mei)}
    await world.pass_time(at(world, 12, 1))
    (note,) = [message for message in world.said(crew.mei, before) if "☀️" not in message.text]
    assert crew.say("取消", "called off") in note.text
    assert not world.look(crew.group, card).buttons
    assert await result(world, crew) == []


@pytest.mark.usefixtures("known")
async def test_who_is_on_leave_is_not_challenged(world: World, crew: Crew) -> None:
    await world.say(crew.lead, crew.group, crew.say(f"请假 {crew.ken.name} 今天", f"/leave @{crew.ken.name} today"))
    card = await asked(world, crew, f"/pk {crew.ken.name}", f"/pk @{crew.ken.name}", crew.mei)
    assert not card.buttons
    assert crew.ken.name in card.text


@pytest.mark.usefixtures("known")
async def test_leave_that_comes_before_the_answer_stops_it_too(world: World, crew: Crew) -> None:
    card = await asked(world, crew, f"/pk {crew.ken.name}", f"/pk @{crew.ken.name}", crew.mei)
    await world.say(crew.lead, crew.group, crew.say(f"请假 {crew.ken.name} 今天", f"/leave @{crew.ken.name} today"))
    assert crew.ken.name in await world.press(crew.ken, card, accept(crew))
    assert await result(world, crew) == []


@pytest.mark.usefixtures("known")
async def test_nobody_else_accepts_and_a_seller_sets_no_others_against_each_other(world: World, crew: Crew) -> None:
    card = await asked(world, crew, f"/pk {crew.ken.name}", f"/pk @{crew.ken.name}", crew.mei)
    assert await world.press(crew.lili, card, accept(crew))
    assert crew.ken.name in world.look(crew.group, card).text.splitlines()[1]
    mei, ken = crew.mei.name, crew.ken.name
    refused = await asked(world, crew, f"/pk {mei} vs {ken} 明天", f"/pk {mei} vs {ken} tomorrow", crew.lili)
    assert not refused.buttons


@pytest.mark.usefixtures("known")
@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("/pk 小美", "/pk @Mei"),  # oneself
        ("/pk 老张", "/pk @Zack"),
        ("/pk 阿强 上周", "/pk @Ken last week"),
        ("/pk 阿强 本月", "/pk @Ken month"),
        ("/pk 阿强 怎么样", "/pk @Ken please"),
        ("/pk 小美 vs", "/pk Mei vs"),
    ],
)
async def test_what_is_no_pk_is_answered(world: World, crew: Crew, zh: str, en: str) -> None:
    said = await asked(world, crew, zh, en, crew.mei)
    assert not said.buttons


@pytest.mark.usefixtures("known")
async def test_the_same_two_have_one_at_a_time(world: World, crew: Crew) -> None:
    await asked(world, crew, f"/pk {crew.ken.name}", f"/pk @{crew.ken.name}", crew.mei)
    again = await asked(world, crew, f"/pk {crew.mei.name}", f"/pk @{crew.mei.name}", crew.ken)
    assert not again.buttons


@pytest.mark.usefixtures("known")
async def test_in_the_afternoon_it_is_for_tomorrow(world: World, crew: Crew) -> None:
    world.now = at(world, 15, 0)
    late = await asked(world, crew, f"/pk {crew.ken.name}", f"/pk @{crew.ken.name}", crew.mei)
    assert not late.buttons
    card = await asked(world, crew, f"/pk {crew.ken.name} 明天", f"/pk @{crew.ken.name} tomorrow", crew.mei)
    assert card.buttons


@pytest.mark.usefixtures("known")
async def test_it_is_asked_by_buttons_from_the_private_chat(world: World, crew: Crew) -> None:
    (menu,) = await world.say(crew.mei, crew.mei, "/pk")
    await world.press(crew.mei, menu, crew.ken.name)
    await world.press(crew.mei, world.look(crew.mei, menu), crew.say("‹ 返回", "‹ Back"))
    assert world.look(crew.mei, menu).text == menu.text
    await world.press(crew.mei, world.look(crew.mei, menu), crew.ken.name)
    before = {m.message_id for m in world.telegram.messages(crew.group)}
    await world.press(crew.mei, world.look(crew.mei, menu), crew.say("今天 · 让分", "Today · handicap"))
    (card,) = world.said(crew.group, before)
    await world.press(crew.ken, card, accept(crew))
    assert "500" in world.look(crew.group, card).text


@pytest.mark.usefixtures("known")
async def test_a_result_that_was_missed_comes_once_and_says_so(world: World, crew: Crew) -> None:
    card = await asked(world, crew, f"/pk {crew.ken.name}", f"/pk @{crew.ken.name}", crew.mei)
    await world.press(crew.ken, card, accept(crew))
    before = {m.message_id for m in world.telegram.messages(crew.group)}
    world.now = at(world, 3, 0, days=1)
    await world.start()
    await world.tick()
    await world.tick()
    (late,) = [m for m in world.said(crew.group, before) if crew.say("PK 结果", "PK result") in m.text]
    assert crew.say("补发", "delayed") in late.text


@pytest.mark.usefixtures("known")
async def test_a_team_that_shows_ranks_alone_reads_who_won_and_no_amounts(world: World, crew: Crew) -> None:
    await world.say(crew.lead, crew.group, crew.say("设置 数字 名次", "/settings figures ranks"))
    card = await asked(world, crew, f"/pk {crew.ken.name} 让分", f"/pk @{crew.ken.name} handicap", crew.mei)
    await world.press(crew.ken, card, accept(crew))
    assert "500" not in world.look(crew.group, card).text
    await world.say(crew.ken, crew.group, "/sale 1 999")
    _, won, *rest = await result(world, crew)
    assert crew.ken.name in won
    assert [line for line in rest if "999" in line] == []


@pytest.mark.usefixtures("known")
async def test_a_week_ends_on_monday(world: World, crew: Crew) -> None:
    card = await asked(world, crew, f"/pk {crew.ken.name} 下周", f"/pk @{crew.ken.name} next week", crew.mei)
    await world.press(crew.ken, card, accept(crew))
    assert await result(world, crew) == []
    world.now = at(world, 9, 0, days=4)
    await world.say(crew.ken, crew.group, "/sale 1 999")
    world.now = at(world, 23, 0, days=6)
    assert crew.ken.name in "\n".join(await result(world, crew))


@pytest.mark.usefixtures("known")
async def test_a_button_that_was_pressed_before_answers_politely(world: World, crew: Crew) -> None:
    card = await asked(world, crew, f"/pk {crew.ken.name}", f"/pk @{crew.ken.name}", crew.mei)
    for _ in range(2):
        world.telegram.press(crew.ken, card, accept(crew))
    before = len(world.telegram.toasts(crew.ken))
    await world.settle()
    assert crew.say("已经开始", "started already") in "\n".join(world.telegram.toasts(crew.ken)[before:])
