"""What the books hold about somebody, making them forget it, and teams that the bot was taken out of."""

import json
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from bot.demo.telegram import Person
from kpi.entry import Measure
from storage import tables as t
from storage import totals
from tests.journeys.conftest import Crew, said
from tests.journeys.test_pay import here, june
from tests.journeys.world import World


@pytest.fixture
async def shop(world: World, crew: Crew) -> Crew:
    """小美 has reported in the group and in private, named a customer, complained, commented, and been told things."""
    for who in (crew.lead, crew.mei, crew.ken):
        await world.say(who, who, "/start") if who is crew.lead else await world.say(who, crew.group, "/sale 1 100")
    await world.say(crew.mei, crew.mei, "/start")
    await world.say(crew.mei, crew.mei, crew.say("1单 1280 新客 秘密客户", "1 order 1280 new customer Secretia"))
    await world.say(crew.mei, crew.mei, crew.say("投诉1 秘密客户 破损", "complaint 1 Secretia broken"))
    await world.say(
        crew.lead, crew.lead, f"/plan add @{crew.mei.name} " + crew.say("回访10位老客 6-15", "call 10 6-15")
    )
    await world.say(crew.mei, crew.mei, crew.say("好评 秘密好评", "/praise secret praise"))
    await world.say(crew.lead, crew.lead, f"/team role {crew.mei.name} " + crew.say("销售", "seller"))
    return crew


def everything(world: World) -> str:
    """Every cell of every table."""
    with world.database.read() as db:
        rows = [row for table in t.metadata.sorted_tables for row in db.execute(select(table))]
    return "\n".join(repr(tuple(row)) for row in rows)


async def forgotten(world: World, shop: Crew) -> None:
    (asked,) = await world.say(shop.mei, shop.mei, shop.say("忘记我", "/forget"))
    assert shop.say("业绩数字", "figures") in asked.text
    await world.press(shop.mei, asked, shop.say("🧽 忘记我", "🧽 Forget me"))
    assert shop.say("已经忘记你", "You are forgotten") in world.look(shop.mei, asked).text


async def test_my_data_is_all_about_me_and_nobody_else(world: World, shop: Crew) -> None:
    (written,) = await world.say(shop.mei, shop.mei, shop.say("我的数据", "/mydata"))
    assert written.document is not None
    content = json.loads(written.document.content)
    text = written.document.content.decode()
    assert str(shop.mei.id) in text
    assert shop.mei.name in text
    for other in (shop.ken, shop.lili):
        assert str(other.id) not in text
        assert other.name not in json.dumps(content, ensure_ascii=False)
    (group,) = await world.say(shop.mei, shop.group, "/mydata")
    assert group.document is None


async def test_after_forget_no_cell_holds_the_name_the_number_or_the_words(world: World, shop: Crew) -> None:
    with world.database.read() as db:
        before = totals.by_day(db, here(world, shop, db).id, june(world))
    await forgotten(world, shop)
    await world.pass_time(world.now + timedelta(hours=2))
    kept = everything(world)
    for secret in (str(shop.mei.id), f"'{shop.mei.name}'", f'"{shop.mei.name}"', shop.say("秘密客户", "Secretia")):
        assert secret not in kept, secret
    world.now += timedelta(days=8)  # what the bot has told others with her words is forgotten after a week
    await world.tick()
    assert shop.say("秘密", "ecret") not in everything(world)
    with world.database.read() as db:
        assert totals.by_day(db, here(world, shop, db).id, june(world)) == before
    board = await said(world, shop.lead, shop.say("/top 本月", "/top month"))
    assert shop.say("成员", "Former member") in board
    assert shop.mei.name not in board


async def test_whoever_writes_again_is_somebody_new(world: World, shop: Crew) -> None:
    await forgotten(world, shop)
    await world.say(shop.mei, shop.group, "/sale 1 50")
    board = await said(world, shop.lead, shop.say("/top 本月", "/top month"))
    assert shop.mei.name in board
    assert shop.say("成员", "Former member") in board


async def test_nobody_is_forgotten_by_somebody_else(world: World, shop: Crew) -> None:
    assert shop.say("只能忘记你自己", "only have yourself") in await said(world, shop.lead, f"/forget @{shop.mei.name}")
    (asked,) = await world.say(shop.lead, shop.lead, "/forget")
    assert shop.say("唯一的团队长", "the only lead") in asked.text
    (own,) = await world.say(shop.ken, shop.ken, "/start")
    world.telegram.forge(shop.ken, own, f"v1:forget-me:{_person(world, shop.mei)}")
    await world.settle()
    assert str(shop.mei.id) in everything(world)


def _person(world: World, who: Person) -> int:
    with world.database.read() as db:
        return int(db.execute(select(t.person.c.id).where(t.person.c.telegram_id == who.id)).scalar_one())


async def test_a_team_that_the_bot_was_taken_out_of_is_removed_after_30_days(world: World, shop: Crew) -> None:
    world.telegram.remove_bot(shop.group, shop.lead)
    await world.settle()
    assert shop.say("保留 30 天", "for 30 days") in world.said(shop.lead)[-1].text
    world.now += timedelta(days=29)
    await world.tick()
    assert _gross(world) > 0
    world.now += timedelta(days=2)
    await world.tick()
    with world.database.read() as db:
        left = {
            table.name
            for table in t.metadata.sorted_tables
            if db.execute(select(func.count()).select_from(table)).scalar()
        }
    assert left <= {"person", "chat", "outbox", "slot", "update_key", "spent_number"}


async def test_a_week_before_the_leads_are_told_once_more(world: World, shop: Crew) -> None:
    world.telegram.remove_bot(shop.group, shop.lead)
    await world.settle()
    taken_out, told = world.now, len(world.said(shop.lead))
    world.now = taken_out + timedelta(days=22, hours=23)
    await world.tick()
    assert len(world.said(shop.lead)) == told
    for hours in (24, 26, 48, 6 * 24):
        world.now = taken_out + timedelta(days=22, hours=hours)
        await world.start()
        await world.tick()
        (soon,) = world.said(shop.lead)[told:]
        assert shop.say("还有 7 天就删除 花花美妆 的", "In 7 days all of Flora Beauty is") in soon.text
    assert [who for who in (shop.mei, shop.ken) if shop.say("天就删除", "is removed") in _heard(world, who)] == []


async def test_nothing_is_said_of_a_team_that_is_back_and_again_when_it_is_left_again(world: World, shop: Crew) -> None:
    world.telegram.remove_bot(shop.group, shop.lead)
    world.now += timedelta(days=20)
    world.telegram.add_bot(shop.group, shop.lead)
    await world.settle()
    world.now += timedelta(days=4)
    await world.tick()
    soon = shop.say("天就删除", "is removed. To keep it")
    assert soon not in _heard(world, shop.lead)
    for times in (1, 2):
        world.telegram.remove_bot(shop.group, shop.lead)
        await world.settle()
        world.now += timedelta(days=29)
        await world.tick()
        assert _heard(world, shop.lead).count(soon) == times
        world.telegram.add_bot(shop.group, shop.lead)
        await world.settle()
    assert shop.say("还有 1 天", "In 1 day all") in _heard(world, shop.lead)


async def test_a_lead_who_blocked_the_bot_holds_up_neither_the_word_nor_the_removal(world: World, shop: Crew) -> None:
    world.telegram.block(shop.lead)
    world.telegram.remove_bot(shop.group, shop.lead)
    await world.settle()
    for days in (24, 7):
        world.now += timedelta(days=days)
        await world.tick()
    assert _teams(world) == 0


def _heard(world: World, who: Person) -> str:
    return "\n".join(each.text for each in world.said(who))


async def test_a_team_that_the_bot_comes_back_to_is_kept(world: World, shop: Crew) -> None:
    world.telegram.remove_bot(shop.group, shop.lead)
    await world.settle()
    world.now += timedelta(days=20)
    world.telegram.add_bot(shop.group, shop.lead)
    await world.settle()
    world.now += timedelta(days=20)
    await world.tick()
    assert _gross(world) > 0


def _gross(world: World) -> int:
    with world.database.read() as db:
        lines = t.entry_line.c
        return int(db.execute(select(func.count()).where(lines.measure == Measure.GROSS)).scalar_one())


def _teams(world: World) -> int:
    with world.database.read() as db:
        return int(db.execute(select(func.count()).select_from(t.team)).scalar_one())
