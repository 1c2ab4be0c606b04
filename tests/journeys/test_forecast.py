"""预测: the month's end by weights of days, on the fixed June data."""

from collections.abc import AsyncIterator
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from tests.journeys.conftest import Crew
from tests.journeys.test_june import opened, until
from tests.journeys.test_reporting import join, told
from tests.journeys.world import World


@pytest.fixture
async def world(tmp_path: Path) -> AsyncIterator[World]:
    """The morning of the 1st of June 2026."""
    here = World(tmp_path, datetime(2026, 6, 1, 8, 0, tzinfo=ZoneInfo("Asia/Shanghai")))
    await here.start()
    yield here
    here.database.close()


@pytest.fixture
async def shop(world: World, crew: Crew) -> Crew:
    """花花美妆 on the evening of 8 June: 67,690 are sold."""
    await opened(world, crew)
    for seller, amount in ((crew.mei, 2770), (crew.ken, 3150), (crew.lili, 2770)):
        await world.say(seller, seller, crew.say(f"3单 {amount}", f"3 orders {amount}"))
    await until(world, 8, 21, 35)
    return crew


async def test_req_02_the_forecast_is_what_was_sold_by_the_weights_of_days(world: World, shop: Crew) -> None:
    """67,690 ÷ 7 x 31, half-up to the fen."""
    text = told(await world.say(shop.lead, shop.lead, shop.say("预测", "/forecast")))

    assert "299,770.00" in text
    assert "67,690" in text
    assert "22.6%" in text
    assert "96.7%" in text  # of 310,000
    assert "10,230" in text
    (likely,) = (line for line in text.splitlines() if shop.say("之间", "between") in line)
    assert "." not in likely  # what is likely is not known to the fen


async def test_req_02_a_day_that_is_not_over_does_not_count_yet(world: World, shop: Crew) -> None:
    await until(world, 9, 10, 0)
    await world.say(shop.mei, shop.mei, shop.say("1单 50", "1 order 50"))

    assert "299,770.00" in told(await world.say(shop.lead, shop.lead, "/forecast"))


async def test_req_02_fewer_than_three_reported_days_are_too_few(world: World, crew: Crew) -> None:
    for day in (1, 2):
        await until(world, day, 18)
        await world.say(crew.mei, crew.group, crew.say("/log 1单 500", "/log 1 order 500"))
    await until(world, 3, 8)
    text = told(await world.say(crew.lead, crew.lead, "/forecast"))

    assert crew.say("数据不足", "Not enough data") in text
    assert "2" in text


async def test_req_02_the_next_month_has_a_target_once_three_weeks_are_known(world: World, crew: Crew) -> None:
    for day in range(1, 23):
        await until(world, day, 18)
        await world.say(crew.mei, crew.group, crew.say("/log 1单 500", "/log 1 order 500"))
    await until(world, 23, 8)
    (shown,) = await world.say(crew.lead, crew.lead, "/forecast")

    assert crew.say("2026年7月目标参考", "target in Jul 2026") in shown.text
    assert crew.say("建议", "15,") in shown.text
    assert shown.buttons


async def test_a_seller_sees_their_own_forecast_and_nobody_else_s(world: World, shop: Crew) -> None:
    own = told(await world.say(shop.mei, shop.mei, "/forecast"))
    assert shop.mei.name in own
    assert "299,770" not in own
    other = told(await world.say(shop.mei, shop.mei, f"/forecast {shop.ken.name}"))
    assert shop.say("只能看自己的", "your own figures only") in other


async def test_a_lead_asks_for_somebody_s_and_nonsense_gets_the_usage(world: World, shop: Crew) -> None:
    await join(world, shop)
    assert shop.ken.name in told(await world.say(shop.lead, shop.lead, f"/forecast {shop.ken.name}"))
    assert "/forecast" in told(await world.say(shop.lead, shop.lead, "/forecast banana"))
