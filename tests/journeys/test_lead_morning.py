"""What leads hear at nine, in the June of product.md §5.3."""

from collections.abc import AsyncIterator
from datetime import datetime
from pathlib import Path

import pytest

from tests.journeys.conftest import Crew
from tests.journeys.test_june import SHANGHAI, opened, until
from tests.journeys.test_morning import Ear
from tests.journeys.world import World


@pytest.fixture
async def world(tmp_path: Path) -> AsyncIterator[World]:
    here = World(tmp_path, datetime(2026, 6, 1, 8, 0, tzinfo=SHANGHAI))
    await here.start()
    yield here
    here.database.close()


@pytest.fixture
async def sold(world: World, crew: Crew) -> Crew:
    """The 8th of June, a report of 小美 left unanswered."""
    shop = await opened(world, crew)
    await until(world, 8, 18)
    for seller, amount in ((shop.mei, 2_770), (shop.ken, 3_150), (shop.lili, 2_770)):
        await world.say(seller, seller, shop.say(f"3单 {amount}", f"3 orders {amount}"))
    await world.say(shop.mei, shop.mei, shop.say("4单", "4 orders"))
    return shop


async def morning(world: World, crew: Crew, day: int) -> list[str]:
    await until(world, day, 8, 55)
    ear = Ear(world, crew.lead)
    await until(world, day, 9, 1)
    return [message.text for message in ear.heard() if message.text.startswith("☀️")]


async def test_req_52_the_morning_of_the_ninth(world: World, sold: Crew) -> None:
    (text,) = await morning(world, sold, 9)
    mei, ken, lili = sold.mei.name, sold.ken.name, sold.lili.name
    assert text.splitlines()[1:] == [
        sold.say("全队 ¥8,690 / ¥10,000 = 86.9%", "Team ¥8,690 / ¥10,000 = 86.9%"),
        sold.say("📈 比进度领先：", "📈 Ahead of schedule: ") + f"{ken} +¥1,050 · {lili} +¥870",
        sold.say("📉 比进度落后：", "📉 Behind schedule: ") + f"{mei} −¥4,230",
        sold.say("✋ 待核对：1 条（/clean）", "✋ To check: 1 report (/clean)"),
        sold.say("✅ 全员已报", "✅ Everybody reported"),
        sold.say(
            "⚠️ 本月落后进度 ¥2,310：21.8%，时间进度 22.6%（8 天）",
            "⚠️ The month is ¥2,310 behind schedule: 21.8%, time gone 22.6% (8 days)",
        ),
    ]


async def test_the_evening_leaves_who_is_ahead_to_the_morning(world: World, sold: Crew) -> None:
    ear = Ear(world, sold.lead)
    await until(world, 8, 21, 31)
    evening = next(message.text for message in ear.heard() if message.text.startswith("📋"))
    assert "1,050" not in evening
    paused = sold.say("团队长的早报（私聊）", "Leads' morning line (private)")
    (shown,) = await world.say(sold.lead, sold.lead, "/schedule")
    await world.press(sold.lead, shown, f"⏸ {paused}")
    assert await morning(world, sold, 9) == []
    ear = Ear(world, sold.lead)
    await until(world, 9, 21, 31)
    evening = next(message.text for message in ear.heard() if message.text.startswith("📋"))
    assert sold.say("比进度落后", "Behind schedule") in evening


async def test_monday_does_not_say_twice_who_is_behind(world: World, sold: Crew) -> None:
    await until(world, 15, 8, 55)
    ear = Ear(world, sold.lead)
    await until(world, 15, 9, 10)
    telling = [message.text for message in ear.heard() if sold.say("比进度落后：", "Behind schedule: ") in message.text]
    assert len(telling) == 1
    assert telling[0].startswith("☀️")


async def test_req_52_who_sells_far_less_than_before_is_named_with_figures(world: World, sold: Crew) -> None:
    for day in range(9, 31):
        await until(world, day, 18)
        await world.say(sold.ken, sold.ken, sold.say("3单 3000", "3 orders 3000"))
        await world.say(sold.mei, sold.mei, sold.say("3单 2800", "3 orders 2800") if day < 24 else "/sale 1 100")
    await until(world, 30, 23)
    ear = Ear(world, sold.lead)
    await world.pass_time(datetime(2026, 7, 1, 9, 1, tzinfo=SHANGHAI))
    text = next(message.text for message in ear.heard() if message.text.startswith("☀️"))
    (mei,) = [line for line in text.splitlines() if line.startswith(f"⚠️ {sold.mei.name}")]
    assert "¥116.67" in mei or "¥117" in mei or "¥100" in mei
    assert [line for line in text.splitlines() if line.startswith(f"⚠️ {sold.ken.name}")] == []
    missing = next(line for line in text.splitlines() if line.startswith("❗"))
    assert sold.lili.name in missing


async def test_a_team_without_sales_or_targets_hears_nothing(world: World, crew: Crew) -> None:
    await world.say(crew.lead, crew.lead, "/start")
    assert await morning(world, crew, 2) == []
