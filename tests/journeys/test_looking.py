"""Looking: my own figures, the board of any period, the chart, and the month's targets."""

import pytest

from tests.journeys.conftest import Crew
from tests.journeys.test_reporting import join, told
from tests.journeys.test_scheduled import sales_of_a_day
from tests.journeys.world import World


async def test_me_shows_today_week_and_month_with_rank_and_streak(world: World, crew: Crew) -> None:
    await sales_of_a_day(world, crew)
    await world.say(crew.lead, crew.group, f"/target @{crew.mei.username} 20000")
    await join(world, crew)
    text = told(await world.say(crew.mei, crew.mei, crew.say("我的", "/me")))
    assert text.count("2,770.00") >= 3  # today, this week, this month
    assert crew.say("5单", "5 orders") in text
    assert "554.00" in text
    assert crew.say("第2名", "2") in text
    assert "13.9%" in text  # 2,770 of 20,000
    assert "🔥" in text


async def test_me_without_a_report_says_how_to_report(world: World, crew: Crew) -> None:
    answers = await world.say(crew.mei, crew.group, "/me")
    assert len(answers) == 1
    assert "1280" in told(answers) or crew.say("加入", "join") in told(answers).lower()


BOARDS = [
    ("/top", "8,690"),
    ("/top week", "8,690"),
    ("/top month", "8,690"),
    ("/top week orders", "12"),
    ("/top 上周", None),
    ("/top 5月", None),
    ("/top new", None),
    ("/top %", None),
    ("排行", "8,690"),
]


@pytest.mark.parametrize(("line", "shown"), BOARDS)
async def test_the_board_of_any_period_by_any_measure(world: World, crew: Crew, line: str, shown: str | None) -> None:
    await sales_of_a_day(world, crew)
    (board,) = await world.say(crew.mei, crew.group, line)
    assert shown is None or shown in board.text
    assert board.buttons


async def test_ties_share_the_medal_and_the_next_rank_is_skipped(world: World, crew: Crew) -> None:
    await sales_of_a_day(world, crew)
    await world.say(crew.lead, crew.group, "/sale 1 100")
    (board,) = await world.say(crew.mei, crew.group, "/top")
    ranks = [line.split()[0] for line in board.text.splitlines() if "·" in line and line[0] in "🥇🥈🥉4"]
    assert ranks == ["🥇", "🥈", "🥈", "4."]


async def test_the_buttons_of_a_board_switch_it_in_place(world: World, crew: Crew) -> None:
    await sales_of_a_day(world, crew)
    (board,) = await world.say(crew.mei, crew.group, "/top")
    count = len(world.telegram.messages(crew.group))
    await world.press(crew.ken, board, crew.say("订单", "Orders"))
    assert len(world.telegram.messages(crew.group)) == count
    assert "12" in world.look(crew.group, board).text
    assert world.look(crew.group, board).text != board.text


async def test_the_chart_is_a_picture_with_its_numbers(world: World, crew: Crew) -> None:
    await sales_of_a_day(world, crew)
    (chart,) = await world.say(crew.mei, crew.group, crew.say("图表", "/chart"))
    assert chart.photo is not None
    assert "8,690" in chart.text


async def test_targets_are_set_by_leads_and_seen_by_all(world: World, crew: Crew) -> None:
    await sales_of_a_day(world, crew)
    refused = told(await world.say(crew.mei, crew.group, "/target 50000"))
    assert crew.say("团队长", "leads") in refused
    assert "50,000" in told(await world.say(crew.lead, crew.group, "/target 50000"))
    assert "20,000" in told(await world.say(crew.lead, crew.group, f"/target @{crew.mei.username} 20000"))
    shown = told(await world.say(crew.mei, crew.group, "/target"))
    assert "17.4%" in shown  # 8,690 of 50,000
    assert "13.9%" in shown


async def test_help_lists_what_one_may_do_here(world: World, crew: Crew) -> None:
    (short,) = await world.say(crew.mei, crew.group, "/help")
    assert crew.say("3单 1280", "3 orders 1280") in short.text
    await join(world, crew)
    (link,) = [str(button.url) for row in short.buttons for button in row]
    (menu,) = await world.say(crew.mei, crew.mei, f"/start {link.partition('?start=')[2]}")
    await world.press(crew.mei, menu, crew.say("🧾 报业绩", "🧾 Report"))
    page = world.look(crew.mei, menu)
    assert "/sale 3 299" in page.text
    assert "/undo" in page.text
    await world.press(crew.mei, page, crew.say("‹ 返回", "‹ Back"))
    assert world.look(crew.mei, menu).text == menu.text
    (one,) = await world.say(crew.mei, crew.group, "/help sale")
    assert "/sale 5 1280 3" in one.text


async def test_an_unknown_command_in_private_points_to_help(world: World, crew: Crew) -> None:
    await join(world, crew)
    assert "/help" in told(await world.say(crew.mei, crew.mei, "/dance"))
    assert await world.say(crew.mei, crew.group, "/dance") == []  # another bot's, perhaps
