"""What comes by itself: the day's board, the week's chart, the leads' summary; and what was missed while down."""

from datetime import datetime, timedelta

from tests.journeys.conftest import Crew
from tests.journeys.test_reporting import join, told
from tests.journeys.world import World


def at(world: World, hour: int, minute: int, *, days: int = 0) -> datetime:
    """That time of the team's day, `days` from now."""
    return (world.now + timedelta(days=days)).replace(hour=hour, minute=minute, second=0)


async def sales_of_a_day(world: World, crew: Crew) -> None:
    """阿强 3,150, 小美 and 丽丽 2,770 each."""
    await world.say(crew.ken, crew.group, "/sale 4 3150")
    await world.say(crew.mei, crew.group, "/sale 5 2770")
    await world.say(crew.lili, crew.group, "/sale 3 2770")


async def test_the_board_comes_at_half_past_nine_once(world: World, crew: Crew) -> None:
    await sales_of_a_day(world, crew)
    before = {m.message_id for m in world.telegram.messages(crew.group)}
    await world.pass_time(at(world, 21, 29))
    assert world.said(crew.group, before) == []
    await world.pass_time(at(world, 21, 31))
    (board,) = world.said(crew.group, before)
    assert "8,690" in board.text
    lines = [
        line
        for line in board.text.splitlines()
        if any(n in line for n in (crew.ken.name, crew.mei.name, crew.lili.name))
    ]
    assert [line[0] for line in lines] == ["🥇", "🥈", "🥈"]
    await world.pass_time(at(world, 23, 59))
    assert len(world.said(crew.group, before)) == 1


async def test_who_did_not_report_is_a_number_in_the_group_and_a_name_for_the_lead(world: World, crew: Crew) -> None:
    await sales_of_a_day(world, crew)
    await world.say(crew.lead, crew.lead, "/start")
    await world.pass_time(at(world, 9, 0, days=1))
    await world.say(crew.ken, crew.group, "/sale 1 100")
    in_group = {m.message_id for m in world.telegram.messages(crew.group)}
    in_private = {m.message_id for m in world.telegram.messages(crew.lead)}
    await world.pass_time(at(world, 21, 31))
    (board,) = world.said(crew.group, in_group)
    assert crew.say("2 人", "2 ") in board.text
    assert crew.lili.name not in board.text
    (summary,) = world.said(crew.lead, in_private)
    assert crew.mei.name in summary.text
    assert crew.lili.name in summary.text


async def test_req_50_monday_brings_the_chart_of_the_week_before_with_its_numbers(world: World, crew: Crew) -> None:
    await sales_of_a_day(world, crew)
    await world.pass_time(at(world, 9, 0, days=7))
    before = {m.message_id for m in world.telegram.messages(crew.group)}
    await world.pass_time(at(world, 9, 6))
    (chart,) = world.said(crew.group, before)
    assert chart.photo is not None
    assert chart.photo.startswith(b"\x89PNG")
    assert "8,690" in chart.text


async def test_a_week_without_anything_is_one_sentence(world: World, crew: Crew) -> None:
    await world.pass_time(at(world, 9, 0, days=7))
    before = {m.message_id for m in world.telegram.messages(crew.group)}
    await world.pass_time(at(world, 9, 6))
    (sentence,) = world.said(crew.group, before)
    assert sentence.photo is None
    assert len(sentence.text.splitlines()) <= 2


async def test_what_was_missed_while_down_comes_once_and_says_so(world: World, crew: Crew) -> None:
    await sales_of_a_day(world, crew)
    before = {m.message_id for m in world.telegram.messages(crew.group)}
    world.now = at(world, 21, 47)
    await world.start()
    await world.tick()
    await world.tick()
    (board,) = world.said(crew.group, before)
    assert crew.say("补发", "delayed") in board.text.lower()


async def test_what_was_missed_too_long_ago_is_not_posted(world: World, crew: Crew) -> None:
    await sales_of_a_day(world, crew)
    before = {m.message_id for m in world.telegram.messages(crew.group)}
    world.now = at(world, 4, 0, days=1)
    await world.start()
    await world.tick()
    assert world.said(crew.group, before) == []


async def test_a_late_report_amends_the_board_that_was_posted(world: World, crew: Crew) -> None:
    await sales_of_a_day(world, crew)
    before = {m.message_id for m in world.telegram.messages(crew.group)}
    await world.pass_time(at(world, 21, 31))
    (board,) = world.said(crew.group, before)
    await world.say(crew.mei, crew.group, "/sale 1 100")
    amended = world.look(crew.group, board)
    assert "8,790" in amended.text
    assert crew.say("补报", "amended") in amended.text.lower()


async def test_a_group_that_became_a_supergroup_gets_its_board_and_keeps_its_history(world: World, crew: Crew) -> None:
    group = world.telegram.group("Old", owner=crew.lead, members=[crew.mei], basic=True)
    world.telegram.add_bot(group, crew.lead)
    await world.say(crew.mei, group, "/sale 3 1280")
    world.telegram.upgrade(group)
    await world.pass_time(at(world, 21, 31))
    assert any("1,280" in message.text for message in world.said(group))


async def test_switched_off_is_off(world: World, crew: Crew) -> None:
    await sales_of_a_day(world, crew)
    await world.say(crew.lead, crew.group, "/settings daily off")
    await world.say(crew.lead, crew.group, "/settings weekly off")
    before = {m.message_id for m in world.telegram.messages(crew.group)}
    await world.pass_time(at(world, 9, 30, days=7))
    assert world.said(crew.group, before) == []


async def test_req_82_a_time_still_ahead_today_is_used_today(world: World, crew: Crew) -> None:
    await sales_of_a_day(world, crew)
    answers = await world.say(crew.lead, crew.group, "/settings time 20:00")
    assert "20:00" in told(answers)
    before = {m.message_id for m in world.telegram.messages(crew.group)}
    await world.pass_time(at(world, 20, 1))
    assert len(world.said(crew.group, before)) == 1
    await world.pass_time(at(world, 22, 0))
    assert len(world.said(crew.group, before)) == 1


async def test_a_lead_without_a_private_chat_is_not_written_to(world: World, crew: Crew) -> None:
    await sales_of_a_day(world, crew)
    await world.pass_time(at(world, 21, 31))
    assert world.said(crew.lead) == []
    await join(world, crew)
    assert world.said(crew.mei) != []


async def test_monday_tells_each_lead_how_the_week_went(world: World, crew: Crew) -> None:
    await sales_of_a_day(world, crew)
    await world.say(crew.lead, crew.lead, "/start")
    await world.say(crew.lead, crew.group, "/settings daily off")
    await world.pass_time(at(world, 9, 0, days=7))
    before = {m.message_id for m in world.telegram.messages(crew.lead)}
    await world.pass_time(at(world, 9, 6))
    (summary,) = world.said(crew.lead, before)
    assert "8,690" in summary.text
    assert crew.say("6月8日至14日", "Jun 8\u2009–\u200914") in summary.text


async def test_a_tie_in_the_week_shares_its_place(world: World, crew: Crew) -> None:
    await sales_of_a_day(world, crew)
    await world.say(crew.lead, crew.group, "/sale 1 100")
    (chart,) = await world.say(crew.mei, crew.group, "/chart")
    rows = [line.split()[0] for line in chart.text.splitlines() if line[:1].isdigit() and ". " in line[:4]]
    assert rows == ["1.", "2.", "2.", "4."]


async def month(world: World, crew: Crew) -> None:
    """Sales on each day from the 8th to the 30th of June, and the morning of the 1st of July."""
    for day in range(23):
        for seller, amount in ((crew.mei, 900 + 10 * day), (crew.ken, 400), (crew.lili, 200)):
            await world.say(seller, crew.group, f"/sale 1 {amount}")
        await world.pass_time(at(world, 9, 0, days=1))


async def test_the_first_brings_the_month_s_chart_to_the_group_and_its_findings_to_leads(
    world: World, crew: Crew
) -> None:
    await world.say(crew.lead, crew.lead, "/start")
    await month(world, crew)
    in_group = {m.message_id for m in world.telegram.messages(crew.group)}
    in_private = {m.message_id for m in world.telegram.messages(crew.lead)}

    await world.pass_time(at(world, 9, 6))

    (report,) = world.said(crew.group, in_group)
    assert report.photo is not None
    assert crew.say("月报", "monthly report") in report.text
    assert "37,030" in report.text
    trend, pareto, more = world.said(crew.lead, in_private)
    assert trend.photo is not None
    assert crew.say("23天来", "over 23 days") in trend.text
    assert pareto.photo is not None
    assert crew.say("3 人里 2 人", "2 of 3 sellers") in pareto.text
    assert crew.say("最旺", "strongest") in more.text
    assert crew.say("环比", "vs last period") not in more.text  # there was no month before
    await world.pass_time(at(world, 23, 0))
    assert len([m for m in world.said(crew.group, in_group) if m.photo]) == 1


async def test_a_month_missed_while_down_comes_late_and_says_so(world: World, crew: Crew) -> None:
    await month(world, crew)
    before = {m.message_id for m in world.telegram.messages(crew.group)}
    world.now = at(world, 12, 0, days=1)
    await world.start()
    await world.tick()

    (report,) = [m for m in world.said(crew.group, before) if crew.say("月报", "monthly report") in m.text]
    assert "⏰" in report.text


async def test_a_team_that_wants_no_monthly_report_gets_none(world: World, crew: Crew) -> None:
    await month(world, crew)
    await world.say(crew.lead, crew.group, crew.say("设置 月报 关", "/settings monthly off"))
    before = {m.message_id for m in world.telegram.messages(crew.group)}

    await world.pass_time(at(world, 12, 0))

    assert not [m for m in world.said(crew.group, before) if m.photo]


async def test_a_monthly_report_without_a_weekly_time_says_what_is_missing(world: World, crew: Crew) -> None:
    for line in ("weekly off", "monthly off"):
        await world.say(crew.lead, crew.group, f"/settings {line}")
    shown = told(await world.say(crew.lead, crew.group, "/settings monthly on"))
    assert crew.say("设置 周报 09:05", "/settings weekly 09:05") in shown


async def test_monday_tells_leads_the_largest_change_of_the_week(world: World, crew: Crew) -> None:
    await world.say(crew.lead, crew.lead, "/start")
    await sales_of_a_day(world, crew)
    await world.pass_time(at(world, 10, 0, days=7))
    await world.say(crew.mei, crew.group, "/sale 2 1385")
    await world.say(crew.ken, crew.group, "/sale 4 3050")
    await world.pass_time(at(world, 9, 0, days=7))
    before = {m.message_id for m in world.telegram.messages(crew.lead)}

    await world.pass_time(at(world, 9, 6))

    (summary,) = world.said(crew.lead, before)
    (change,) = [line for line in summary.text.splitlines() if line.startswith("💡")]
    assert crew.lili.name in change  # who sold nothing after 2,770
    assert "▼100.0%" in change
    assert crew.say("0单，上周3单", "0 orders, 3 the week before") in change
