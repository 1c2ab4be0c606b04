"""What whoever runs the bot can ask it."""

from dataclasses import replace

import pytest

from kpi.ids import TelegramId
from storage import backups
from tests.journeys.conftest import Crew
from tests.journeys.test_reporting import told
from tests.journeys.world import World


@pytest.fixture
async def operated(world: World, crew: Crew) -> Crew:
    """The lead runs the bot."""
    world.service = replace(world.service, operators=frozenset({TelegramId(crew.lead.id)}))
    await world.start()
    await world.say(crew.mei, crew.group, "/sale 1 10")
    return crew


async def test_the_operator_sees_how_it_is_doing(world: World, operated: Crew) -> None:
    said = told(await world.say(operated.lead, operated.lead, "/status"))
    for zh, en in (
        ("1 个团队", "teams: 1"),
        ("报单 1 条", "Reports in 24 hours: 1"),
        ("没发出去的消息 0 条", "given up in 7 days: 0"),
        ("还没有备份", "There is no backup yet"),
    ):
        assert operated.say(zh, en) in said
    assert world.service.database is not None
    backups.back_up(world.service.database, world.service.backups, world.now)
    said = told(await world.say(operated.lead, operated.lead, operated.say("运行状态", "/status")))
    assert f"{world.service.started:%Y-%m-%d}" in said.split(operated.say("上次备份", "Last backup"))[1]


async def test_what_was_lost_and_who_cannot_be_reached_is_counted(world: World, operated: Crew) -> None:
    await world.say(operated.mei, operated.mei, "/start")
    world.telegram.block(operated.mei)
    await world.settle()
    said = told(await world.say(operated.lead, operated.lead, "/status"))
    assert operated.say("（被屏蔽）1 个", "blocked the bot: 1") in said


async def test_for_everybody_else_it_does_not_exist(world: World, operated: Crew) -> None:
    nothing = told(await world.say(operated.mei, operated.mei, "/nosuchcommand"))
    assert told(await world.say(operated.mei, operated.mei, "/status")) == nothing.replace("nosuchcommand", "status")
    await world.say(operated.mei, operated.mei, "/help")
    menu = world.said(operated.mei)[-1]
    world.telegram.forge(operated.mei, menu, "v1:run:/status")
    await world.settle()
    assert not any(operated.say("上次备份", "backup") in m.text for m in world.said(operated.mei))
    assert "status" not in told(await world.say(operated.mei, operated.mei, "/help status")).lower().split("/help")[0]


async def test_it_is_no_group_s_business(world: World, operated: Crew) -> None:
    said = told(await world.say(operated.lead, operated.group, "/status"))
    assert operated.say("备份", "backup") not in said
