"""What sellers hear in private by themselves, and what a lead can pause, in the June of product.md §5."""

from collections.abc import AsyncIterator
from datetime import datetime
from pathlib import Path

import pytest

from bot.demo.telegram import Person, Shown
from kpi.entry import Measure
from tests.journeys.conftest import Crew
from tests.journeys.test_june import SHANGHAI, opened, texts, until
from tests.journeys.test_reporting import books
from tests.journeys.world import World


@pytest.fixture
async def world(tmp_path: Path) -> AsyncIterator[World]:
    here = World(tmp_path, datetime(2026, 6, 1, 8, 0, tzinfo=SHANGHAI))
    await here.start()
    yield here
    here.database.close()


@pytest.fixture
async def shop(world: World, crew: Crew) -> Crew:
    return await opened(world, crew)


class Ear:
    """What the bot says to somebody in private from now on."""

    def __init__(self, world: World, person: Person) -> None:
        self._world, self._person = world, person
        self._known = {message.message_id for message in world.said(person)}

    def heard(self) -> list[Shown]:
        return self._world.said(self._person, self._known)


async def test_req_97_the_line_names_the_metric_with_the_largest_gap(world: World, shop: Crew) -> None:
    """Revenue is at 69 % of what it should be, new customers at 120 %."""
    lead, mei, say = shop.lead, shop.mei, shop.say
    await world.say(lead, lead, say("目标 小美 本月 新客 10", "/target @Mei month new customers 10"))
    await world.say(mei, mei, "/new 5")
    ear = Ear(world, mei)
    await until(world, 8, 9)
    (line,) = ear.heard()
    assert say("早上好，小美", "Good morning Mei") in line.text
    assert say("今日重点：净销售额", "Focus of the day: Net sales") in line.text
    assert "¥4,120" in line.text  # 103,000 are left for 25 weights


async def test_customers_who_are_due_are_named_to_their_seller_alone(world: World, crew: Crew) -> None:
    name = crew.say("小红", "Anna")
    for seller in (crew.mei, crew.ken):
        await world.say(seller, seller, "/start")
        await world.say(seller, crew.group, "/sale 1 10")
    await world.say(crew.mei, crew.group, crew.say(f"新客 {name}", f"new: {name}"))
    await world.say(crew.lead, crew.group, "/settings zone Asia/Shanghai")
    world.now = datetime(2026, 7, 6, 8, 0, tzinfo=SHANGHAI)
    for seller in (crew.mei, crew.ken):
        await world.say(seller, crew.group, "/sale 1 10")
    hers, his = Ear(world, crew.mei), Ear(world, crew.ken)
    world.now = datetime(2026, 7, 7, 9, 0, tzinfo=SHANGHAI)
    await world.tick()
    assert name in texts(hers.heard())
    assert name not in texts(his.heard())


async def test_on_leave_and_on_a_rest_day_there_is_no_line(world: World, shop: Crew) -> None:
    await world.say(shop.lead, shop.lead, shop.say("/leave 小美 6-08", "/leave Mei 8 Jun"))
    hers, his = Ear(world, shop.mei), Ear(world, shop.ken)
    await until(world, 8, 9)
    assert (len(hers.heard()), len(his.heard())) == (0, 1)
    before = len(his.heard())
    await until(world, 13, 12)
    on_working_days = len(his.heard())
    await until(world, 14, 12)  # a Sunday
    assert len([m for m in his.heard()[on_working_days:] if "☀️" in m.text]) == 0
    assert on_working_days > before


async def test_everybody_can_switch_the_line_off_and_on_again(world: World, shop: Crew) -> None:
    ear = Ear(world, shop.mei)
    await until(world, 8, 9)
    (line,) = ear.heard()
    await world.press(shop.mei, line, shop.say("🔕 不用每天早上发", "🔕 No more mornings"))
    quiet = Ear(world, shop.mei)
    await until(world, 9, 10)
    assert [m.text for m in quiet.heard() if "☀️" in m.text] == []
    (state,) = await world.say(shop.mei, shop.mei, shop.say("早安", "/morning"))
    await world.press(shop.mei, state, shop.say("☀️ 打开", "☀️ Switch on"))
    again = Ear(world, shop.mei)
    await until(world, 10, 9)
    assert len([m for m in again.heard() if m.text.startswith("☀️")]) == 1


async def test_only_who_has_not_reported_is_reminded_and_in_private(world: World, shop: Crew) -> None:
    await until(world, 8, 20, 50)
    for seller in (shop.mei, shop.lili):
        await world.say(seller, seller, shop.say("2单 2770", "2 orders 2770"))
    ears = {person.name: Ear(world, person) for person in (shop.mei, shop.ken, shop.lili, shop.lead)}
    in_group = {m.message_id for m in world.said(shop.group)}
    await until(world, 8, 21)
    heard = {name: ear.heard() for name, ear in ears.items() if ear.heard()}
    assert set(heard) == {shop.ken.name}
    assert world.said(shop.group, in_group) == []
    (reminder,) = heard[shop.ken.name]
    assert shop.say("还没报单", "no report of yours today") in reminder.text


async def test_that_nothing_was_sold_is_a_button_away_and_counts_once(world: World, shop: Crew) -> None:
    await until(world, 8, 20, 50)
    ear = Ear(world, shop.ken)
    await until(world, 8, 21)
    (reminder,) = ear.heard()
    label = shop.say("今天没开单", "Nothing sold today")
    for _ in range(2):
        await world.press(shop.ken, reminder, label)
    assert books(world, shop)[Measure.REPORTS] == 6 * 3 + 1
    await until(world, 8, 21, 30)
    assert "1/3" in world.said(shop.group)[-1].text
    await until(world, 9, 10)
    assert await world.press(shop.ken, reminder, label) == shop.say(
        "那一天已经过去了。补报请写日期，例如：昨天没开单",
        "That day is over. To report it late name the day: no sales yesterday",
    )


async def test_req_92_everything_scheduled_is_listed_with_its_time_and_zone(world: World, shop: Crew) -> None:
    (shown,) = await world.say(shop.lead, shop.lead, "/schedule")
    assert "Asia/Shanghai" in shown.text
    for zh, en in (
        ("每日榜", "Leaderboard of the day"),
        ("报单提醒", "Reminder to report"),
        ("周报", "Chart of the week"),
    ):
        assert shop.say(zh, en) in shown.text
    (board,) = [line for line in shown.text.split("\n") if shop.say("每日榜", "Leaderboard of the day") in line]
    assert shop.say("6月8日", "Jun 8") in board
    assert "21:30" in board


async def test_req_92_a_post_is_paused_and_resumed_by_a_button(world: World, shop: Crew) -> None:
    (shown,) = await world.say(shop.lead, shop.lead, "/schedule")
    await world.press(shop.lead, shown, shop.say("⏸ 每日榜", "⏸ Leaderboard of the day"))
    paused = world.look(shop.lead, shown)
    assert shop.say("每日榜：⏸ 已暂停", "Leaderboard of the day: ⏸ paused") in paused.text
    before = {m.message_id for m in world.said(shop.group)}
    await until(world, 8, 22)
    assert [m.text for m in world.said(shop.group, before) if "🏆" in m.text] == []
    await world.press(shop.lead, paused, shop.say("▶ 每日榜", "▶ Leaderboard of the day"))
    await until(world, 9, 22)
    (board,) = [m for m in world.said(shop.group, before) if "🏆" in m.text]
    assert shop.say("6月9日", "Jun 9") in board.text  # the one of the 8th is not made up for


async def test_req_92_all_is_paused_until_a_day(world: World, shop: Crew) -> None:
    said = texts(await world.say(shop.lead, shop.lead, shop.say("计划任务 暂停 6-10", "/schedule pause 6-10")))
    assert shop.say("⏸ 暂停到 6月10日", "⏸ paused until") in said
    before = {m.message_id for m in world.said(shop.group)}
    await until(world, 9, 23)
    assert world.said(shop.group, before) == []
    await until(world, 10, 22)
    assert len([m for m in world.said(shop.group, before) if "🏆" in m.text]) == 1


async def test_sellers_read_the_schedule_and_change_nothing(world: World, shop: Crew) -> None:
    (shown,) = await world.say(shop.mei, shop.mei, "/schedule")
    assert shown.buttons == ()
    said = texts(await world.say(shop.mei, shop.mei, shop.say("计划任务 暂停", "/schedule pause")))
    assert shop.say("团队长", "leads") in said
    for line in ("/schedule pause yesterday", "/schedule nonsense", "/schedule pause 2020-06-01"):
        await world.say(shop.lead, shop.lead, line)
    (unchanged,) = await world.say(shop.mei, shop.mei, "/schedule")
    assert unchanged.text == shown.text
