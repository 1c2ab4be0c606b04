"""Who only looks: the owner, or somebody that a lead let in, writes nothing and sees no pay."""

from collections.abc import AsyncIterator
from datetime import datetime
from pathlib import Path

import pytest

from kpi.entry import Measure
from tests.journeys.conftest import Crew
from tests.journeys.test_june import SHANGHAI, opened, until
from tests.journeys.test_reporting import books
from tests.journeys.world import World


@pytest.fixture
async def world(tmp_path: Path) -> AsyncIterator[World]:
    here = World(tmp_path, datetime(2026, 6, 1, 8, 0, tzinfo=SHANGHAI))
    await here.start()
    yield here
    here.database.close()


@pytest.fixture
async def sold(world: World, crew: Crew) -> Crew:
    """The evening of the 8th of June; 阿强 sold nothing that day, and only looks from now on."""
    shop = await opened(world, crew)
    await until(world, 8, 18)
    for seller, amount in ((shop.mei, 2_770), (shop.lili, 2_770)):
        await world.say(seller, seller, shop.say(f"3单 {amount}", f"3 orders {amount}"))
    await world.say(shop.lead, shop.lead, f"/team role {shop.ken.name} viewer")
    return shop


WRITING = (
    "/sale 3 100",
    "/refund 10",
    "/new 1",
    "/log",
    "3单 100",
    "3 orders 100",
    "/complaint 破损",
    "/ship 3单 平均6小时",
    "/undo",
    "/leave 6-10",
    "/target 5000",
    "/lock 5月",
    "/settings daily off",
    "/stock in 面膜 5 30",
    "/score weights net 60 aov 40",
    "/calendar 6-10 off",
    "/schedule pause",
    "/watch aov < 100",
    "/check",
    "/clean",
)


@pytest.mark.parametrize("line", WRITING)
async def test_req_93_who_only_looks_writes_nothing_and_is_answered(world: World, sold: Crew, line: str) -> None:
    before = books(world, sold)
    said = await world.say(sold.ken, sold.ken, line)
    assert len(said) == 1
    viewer = sold.say("你是只看", "You are a viewer")
    leads_only = sold.say("要团队长", "for leads")
    assert viewer in said[0].text or leads_only in said[0].text
    assert books(world, sold) == before
    assert before[Measure.GROSS] == 6_454_000


async def test_req_93_who_only_looks_sees_no_pay(world: World, sold: Crew) -> None:
    (told,) = await world.say(sold.ken, sold.ken, sold.say("工资", "/pay"))
    assert sold.say("没有工资单", "no pay slip") in told.text


async def test_req_93_who_only_looks_cannot_take_back_what_they_once_reported(world: World, sold: Crew) -> None:
    cards = [m for m in world.said(sold.ken) if any("↩" in b.label for row in m.buttons for b in row)]
    before = books(world, sold)
    await world.press(sold.ken, cards[-1], sold.say("↩️ 撤回", "↩️ Undo"))
    await world.say(sold.ken, sold.ken, sold.say("1单 5", "1 order 5"), reply_to=cards[-1])
    assert books(world, sold) == before
