"""The list of what a lead had better look at: found, put right, remembered."""

from datetime import timedelta

import pytest

from bot.demo.telegram import Shown
from kpi.entry import Measure
from tests.journeys.conftest import Crew, labels
from tests.journeys.test_reporting import books
from tests.journeys.world import World


def with_number(message: Shown, number: int, words: str) -> str:
    return next(label for label in labels(message) if label.startswith(f"{number} ") and words in label)


@pytest.fixture
async def team(world: World, crew: Crew) -> Crew:
    """小美 and the lead have private chats; 小美 has usual sales of the days before."""
    await world.say(crew.mei, crew.group, "/sale 1 100")
    for day in ("06-05", "06-06", "06-07"):
        await world.say(crew.mei, crew.group, f"/sale 2026-{day} 1 100")
    await world.say(crew.lead, crew.group, "/me")
    for who in (crew.lead, crew.mei):
        await world.say(who, who, "/start")
    return crew


async def listed(world: World, team: Crew) -> Shown:
    (shown,) = await world.say(team.lead, team.lead, team.say("待核对", "/clean"))
    return shown


async def doubled(world: World, team: Crew) -> None:
    """小美 sends the same twice."""
    for _ in range(2):
        world.now += timedelta(minutes=2)
        await world.say(team.mei, team.group, "/sale 3 300")


async def slipped(world: World, team: Crew) -> None:
    """小美 says yes to an amount far above her usual."""
    (question,) = await world.say(team.mei, team.group, "/sale 1 12800")
    await world.press(team.mei, question, labels(question)[0])


async def test_nothing_doubtful_is_said_to_be_so(world: World, team: Crew) -> None:
    assert team.say("都清楚了", "nothing to look at") in (await listed(world, team)).text


async def test_a_double_is_listed_and_taken_back_from_there(world: World, team: Crew) -> None:
    await doubled(world, team)
    shown = await listed(world, team)
    assert team.say("和 #5 一样，只隔 2 分钟", "the same as #5, 2 minutes later") in shown.text
    assert team.mei.name in shown.text
    await world.press(team.lead, shown, with_number(shown, 1, team.say("撤回", "Undo")))
    assert books(world, team)[Measure.GROSS] == 70000
    assert team.say("都清楚了", "nothing to look at") in world.look(team.lead, shown).text
    assert team.say("撤回了你的 #6", "took back your #6") in world.said(team.mei)[-1].text


async def test_what_is_right_is_remembered_and_not_shown_again(world: World, team: Crew) -> None:
    await doubled(world, team)
    await slipped(world, team)
    shown = await listed(world, team)
    assert team.say("平时一次约 ¥100", "usually about $100 each") in shown.text
    toast = await world.press(team.lead, shown, with_number(shown, 1, team.say("没问题", "Right")))
    assert toast == team.say("✓ #7 没问题，记下了", "✓ #7 is right, noted")
    left = world.look(team.lead, shown)
    assert team.say("待核对 1 条", "1 thing to look at") in left.text
    again = await listed(world, team)
    assert "#7" not in again.text
    assert "#6" in again.text


async def test_a_correction_of_what_was_found_right_is_looked_at_anew(world: World, team: Crew) -> None:
    await doubled(world, team)
    shown = await listed(world, team)
    await world.press(team.lead, shown, with_number(shown, 1, team.say("没问题", "Right")))
    (*_, last) = [m for m in world.telegram.messages(team.group) if m.text == "/sale 3 300"]
    await world.edit(last, "/sale 3 301")
    assert team.say("都清楚了", "nothing to look at") in (await listed(world, team)).text
    await world.edit(last, "/sale 3 300")
    assert "#6" in (await listed(world, team)).text


async def test_a_look_shows_the_card_with_its_buttons(world: World, team: Crew) -> None:
    await doubled(world, team)
    shown = await listed(world, team)
    before = len(world.said(team.lead))
    await world.press(team.lead, shown, with_number(shown, 1, team.say("看", "Look")))
    (card,) = world.said(team.lead)[before:]
    assert "#6" in card.text
    assert labels(card) == team.say("✏️ 改|↩️ 撤回", "✏️ Change|↩️ Undo").split("|")


async def test_a_report_that_waits_for_an_answer_is_listed_reminded_of_and_dropped(world: World, team: Crew) -> None:
    await world.say(team.mei, team.group, team.say("4单", "4 orders"))
    world.now += timedelta(hours=5)
    shown = await listed(world, team)
    assert team.say("“4单”", "4 orders") in shown.text
    assert team.say("还没回答", "not answered yet") in shown.text
    toast = await world.press(team.lead, shown, with_number(shown, 1, team.say("提醒", "Remind")))
    assert toast == team.say("已私聊提醒", "Reminded in private")
    reminder = world.said(team.mei)[-1]
    assert team.lead.name in reminder.text
    await world.press(team.mei, reminder, labels(reminder)[0])
    await world.say(team.mei, team.mei, "800")
    assert books(world, team)[Measure.GROSS] == 40000 + 80000
    assert team.say("都清楚了", "nothing to look at") in (await listed(world, team)).text


async def test_who_never_reported_before_is_named_too(world: World, team: Crew) -> None:
    await world.say(team.ken, team.group, team.say("4单", "4 orders"))
    assert team.ken.name in (await listed(world, team)).text


async def test_a_lead_may_say_that_it_does_not_count_and_the_seller_hears_of_it(world: World, team: Crew) -> None:
    await world.say(team.mei, team.group, team.say("4单", "4 orders"))
    shown = await listed(world, team)
    await world.press(team.lead, shown, with_number(shown, 1, team.say("不记", "Drop")))
    assert team.say("都清楚了", "nothing to look at") in world.look(team.lead, shown).text
    assert team.say("说这条不记", "does not count") in world.said(team.mei)[-1].text
    assert books(world, team)[Measure.GROSS] == 40000


async def test_six_doubles_are_two_pages(world: World, team: Crew) -> None:
    for amount in range(201, 207):
        for _ in range(2):
            await world.say(team.mei, team.mei, f"/sale 1 {amount}")
    shown = await listed(world, team)
    assert team.say("待核对 6 条", "6 things to look at") in shown.text
    await world.press(team.lead, shown, team.say("下一页 ›", "Next ›"))
    second = world.look(team.lead, shown)
    assert second.text.count("👯") == 1
    await world.press(team.lead, second, with_number(second, 1, team.say("没问题", "Right")))
    first = world.look(team.lead, shown)  # its page is no more, so the one before it
    assert first.text.count("👯") == 5
    assert team.say("下一页 ›", "Next ›") not in labels(first)


async def test_written_reports_that_nobody_checked_are_a_list_of_their_own(world: World, team: Crew) -> None:
    await world.say(team.mei, team.group, team.say("3单 290", "3 orders 290"))
    shown = await listed(world, team)
    assert team.say("都清楚了", "nothing to look at") in shown.text
    await world.press(team.lead, shown, team.say("📝 未核对的文字报单 1 条", "📝 1 unchecked written report"))
    text = world.look(team.lead, shown)
    assert "290.00" in text.text
    await world.press(team.lead, text, with_number(text, 1, team.say("没问题", "Right")))
    assert team.say("都核对了", "all written reports are checked") in world.look(team.lead, shown).text


async def test_locked_days_are_past_putting_right(world: World, team: Crew) -> None:
    for _ in range(2):
        await world.say(team.mei, team.group, "/sale 2026-06-07 3 310")
    (asked,) = await world.say(team.lead, team.lead, "/lock 6-07")
    shown = await listed(world, team)
    assert "310.00" in shown.text
    await world.press(team.lead, asked, labels(asked)[0])
    assert team.say("都清楚了", "nothing to look at") in (await listed(world, team)).text
    unlock = team.say("解锁", "Unlock")
    before = len(world.said(team.lead))
    await world.press(team.lead, shown, with_number(shown, 1, team.say("撤回", "Undo")))  # from the list as it was
    assert any(unlock in label for message in world.said(team.lead)[before:] for label in labels(message))


async def test_the_list_is_for_leads_in_private(world: World, team: Crew) -> None:
    (refused,) = await world.say(team.mei, team.mei, "/clean")
    assert team.say("团队长", "leads") in refused.text
    (refused,) = await world.say(team.lead, team.group, "/clean")
    assert team.say("私聊", "private") in refused.text
