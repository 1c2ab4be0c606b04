"""When the team sells: work week, rest days and campaigns, and who is away."""

from datetime import timedelta

import pytest

from bot.demo.telegram import Shown
from tests.journeys.conftest import Crew
from tests.journeys.world import World


async def calendar(world: World, crew: Crew) -> Shown:
    (shown,) = await world.say(crew.lead, crew.group, "/calendar")
    return shown


async def test_at_first_every_day_counts_the_same(world: World, crew: Crew) -> None:
    shown = await calendar(world, crew)
    assert crew.say("每天", "every day") in shown.text
    assert crew.say("共 30 个工作日，权重 30", "30 working days, weight 30") in shown.text


async def test_req_14_the_june_of_a_team_with_a_campaign_and_a_rest_day(world: World, crew: Crew) -> None:
    shown = await calendar(world, crew)
    await world.press(crew.lead, shown, crew.say("✓ 周日", "✓ Sun"))
    for line in (
        crew.say("日历 6-16至6-18 x3", "/calendar 16-18 Jun x3"),
        crew.say("日历 6-19 休", "/calendar 6-19 off"),
    ):
        (said,) = await world.say(crew.lead, crew.group, line)
        assert said.text.startswith("✅")
    shown = await calendar(world, crew)
    assert crew.say("周一至周六", "Monday to Saturday") in shown.text
    assert crew.say("6月16日至18日：大促 ×3", "Jun 16\u2009–\u200918: campaign ×3") in shown.text
    assert crew.say("共 25 个工作日，权重 31", "25 working days, weight 31") in shown.text


async def test_a_day_becomes_an_ordinary_one_again(world: World, crew: Crew) -> None:
    await world.say(crew.lead, crew.group, crew.say("日历 6-19 休", "/calendar 6-19 off"))
    await world.say(crew.lead, crew.group, crew.say("日历 6-19 正常", "/calendar 6-19 normal"))
    assert crew.say("权重 30", "weight 30") in (await calendar(world, crew)).text


async def test_the_months_are_turned_in_place(world: World, crew: Crew) -> None:
    shown = await calendar(world, crew)
    await world.press(crew.lead, shown, crew.say("2026年7月 ›", "Jul 2026 ›"))
    (now,) = [message for message in world.telegram.messages(crew.group) if message.message_id == shown.message_id]
    assert crew.say("31 个工作日", "31 working days") in now.text


async def test_a_week_keeps_one_working_day(world: World, crew: Crew) -> None:
    shown = await calendar(world, crew)
    days = crew.say("周一 周二 周三 周四 周五 周六 周日", "Mon Tue Wed Thu Fri Sat Sun").split()
    for day in days[:-1]:
        await world.press(crew.lead, shown, f"✓ {day}")
    toast = await world.press(crew.lead, shown, f"✓ {days[-1]}")
    assert crew.say("总得有一天", "needs one working day") in toast


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("日历 6-19", "/calendar 6-19"),
        ("日历 明年 休", "/calendar next year off"),
        ("日历 6-19 x99", "/calendar 6-19 x99"),
    ],
)
async def test_what_is_no_day_or_weight_is_answered(world: World, crew: Crew, zh: str, en: str) -> None:
    (said,) = await world.say(crew.lead, crew.lead, crew.say(zh, en))
    assert "✅" not in said.text
    assert crew.say("权重 30", "weight 30") in (await calendar(world, crew)).text


async def test_a_seller_looks_and_changes_nothing(world: World, crew: Crew) -> None:
    (shown,) = await world.say(crew.mei, crew.mei, "/calendar")
    assert [button.label for row in shown.buttons for button in row if "✓" in button.label] == []
    (said,) = await world.say(crew.mei, crew.mei, crew.say("日历 6-19 休", "/calendar 6-19 off"))
    assert "✅" not in said.text


async def test_who_is_on_leave_is_not_missing(world: World, crew: Crew) -> None:
    await join_all(world, crew)
    (said,) = await world.say(crew.lead, crew.group, crew.say(f"请假 {crew.lili.name} 今天", "/leave @Lili today"))
    assert said.text.startswith("🌴")
    (board,) = await world.say(crew.lead, crew.group, "/top")
    assert crew.say("已报 2/2", "Reported 2/2") in board.text


async def join_all(world: World, crew: Crew) -> None:
    """Everybody reports yesterday; today two of three do."""
    for seller in (crew.mei, crew.ken, crew.lili):
        await world.say(seller, crew.group, crew.say("昨天 1单 100", "/sale yesterday 1 100"))
    for seller in (crew.mei, crew.ken):
        await world.say(seller, crew.group, crew.say("1单 200", "1 order 200"))


async def test_leave_is_marked_for_oneself_and_taken_back_by_a_button(world: World, crew: Crew) -> None:
    await join_all(world, crew)
    (said,) = await world.say(crew.lili, crew.lili, crew.say("请假 6-10至6-12", "/leave 10-12 Jun"))
    assert not await nobody_is_away(world, crew)
    await world.press(crew.lili, said, crew.say("不请了", "Not after all"))
    assert await nobody_is_away(world, crew)


async def nobody_is_away(world: World, crew: Crew) -> bool:
    (shown,) = await world.say(crew.lead, crew.lead, "/leave")
    return crew.say("没人请假", "Nobody") in shown.text


async def test_a_seller_marks_nobody_elses_leave(world: World, crew: Crew) -> None:
    await join_all(world, crew)
    line = crew.say(f"请假 {crew.lili.name} 6-10", "/leave @Lili 6-10")
    (said,) = await world.say(crew.mei, crew.mei, line)
    assert "🌴" not in said.text
    assert await nobody_is_away(world, crew)


async def test_a_button_for_anothers_leave_is_refused(world: World, crew: Crew) -> None:
    await join_all(world, crew)
    (said,) = await world.say(crew.lili, crew.group, crew.say("请假 6-10", "/leave 6-10"))
    toast = await world.press(crew.mei, said, crew.say("不请了", "Not after all"))
    assert toast
    assert not await nobody_is_away(world, crew)


async def test_leave_breaks_no_streak(world: World, crew: Crew) -> None:
    report, leave = crew.say("1单 100", "1 order 100"), crew.say("请假 今天", "/leave today")
    for line in (report, leave, report):
        await world.say(crew.mei, crew.group, line)
        world.now += timedelta(days=1)
    (shown,) = await world.say(crew.mei, crew.group, "/me")
    assert crew.say("连续报单 2 天", "2 days in a row") in shown.text


async def test_who_changed_it_is_on_record(world: World, crew: Crew) -> None:
    await world.say(crew.lead, crew.group, crew.say("日历 6-19 休", "/calendar 6-19 off"))
    (shown,) = await world.say(crew.lead, crew.lead, "/audit")
    assert crew.say("日历", "calendar") in shown.text
    assert crew.lead.name in shown.text
