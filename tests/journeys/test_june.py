"""The days of product.md §5 from end to end, in both languages: a seller's day (§5.1) and the group's close (§5.2).

Where the steps are about words of a capability its own journeys say more; here the figures have to agree.
"""

from collections.abc import AsyncIterator, Sequence
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.demo.telegram import Shown
from tests.journeys.conftest import Crew, labels, together
from tests.journeys.world import World

SHANGHAI = ZoneInfo("Asia/Shanghai")
SOLD = ((3500, 3700, 2600),) * 4 + ((3500, 3800, 2600),) * 2  # by 小美, 阿强 and 丽丽 on the 1st to the 6th


@pytest.fixture
async def world(tmp_path: Path) -> AsyncIterator[World]:
    """The morning of the 1st of June 2026."""
    here = World(tmp_path, datetime(2026, 6, 1, 8, 0, tzinfo=SHANGHAI))
    await here.start()
    yield here
    here.database.close()


async def until(world: World, day: int, hour: int, minute: int = 0) -> None:
    await world.pass_time(datetime(2026, 6, day, hour, minute, tzinfo=SHANGHAI))


@pytest.fixture
async def shop(world: World, crew: Crew) -> Crew:
    return await opened(world, crew)


async def opened(world: World, crew: Crew) -> Crew:
    """花花美妆 at 08:55 on the 8th: the calendar and targets of June are set, and six days have been sold."""
    say, lead = crew.say, crew.lead
    for line in ("/settings zone Asia/Shanghai", "/settings currency CNY", "/settings close 02:00"):
        await world.say(lead, crew.group, line)
    for seller in (crew.mei, crew.ken, crew.lili):
        await world.say(seller, seller, "/start")
        await world.say(seller, crew.group, say("1单 1", "1 order 1"))
        await world.say(seller, crew.group, say("撤回", "/undo"))
    (shown,) = await world.say(lead, lead, "/calendar")
    await world.press(lead, shown, say("✓ 周日", "✓ Sun"))
    for line in (
        say("日历 6-16至6-18 x3", "/calendar 16-18 Jun x3"),
        say("日历 6-19 休", "/calendar 6-19 off"),
        say("/target month 销售额 310000", "/target month sales 310000"),
    ):
        await world.say(lead, lead, line)
    (asked,) = await world.say(lead, lead, "/target split 40/35/25")
    await world.press(lead, asked, next(b.label for row in asked.buttons for b in row if "✅" in b.label))
    for day, amounts in enumerate(SOLD, 1):
        await until(world, day, 18)
        for seller, amount in zip((crew.mei, crew.ken, crew.lili), amounts, strict=True):
            await world.say(seller, seller, say(f"3单 {amount}", f"3 orders {amount}"))
    await until(world, 8, 8, 55)
    return crew


def texts(messages: Sequence[Shown]) -> str:
    return "\n".join(message.text for message in messages)


async def test_a_seller_s_day(world: World, shop: Crew) -> None:
    """§5.1, step by step but for the last."""
    say, mei, group = shop.say, shop.mei, shop.group

    # 1: what the day is to bring
    before_nine = {m.message_id for m in world.said(mei)}
    await until(world, 8, 9)
    morning = texts(world.said(mei, before_nine))
    for part in (mei.name, "¥4,000", "¥21,000", "¥124,000", "16.9%", say("该回访：无", "Call today: nobody")):
        assert part in morning

    # 2: one short card in the group
    await until(world, 8, 9, 5)
    await until(world, 8, 10, 12)
    (card,) = await world.say(mei, group, say("3单 1280 新客2", "3 orders 1280 new 2"))
    for part in (say("3单", "3 orders"), "1,280.00", say("新客2", "2 new"), "32.0%"):
        assert part in card.text
    assert labels(card) == say("✏️ 改|↩️ 撤回", "✏️ Change|↩️ Undo").split("|")

    # 3: the same update once more
    before = world.said(group)
    world.telegram.redeliver(world.telegram.last_update_id)
    await world.settle()
    assert world.said(group) == before

    # 4: the message is edited, the card with it, and the record has both
    (written,) = [m for m in world.telegram.messages(group) if m.sender == mei and "1280" in m.text]
    await world.edit(written, say("3单 1820 新客2", "3 orders 1820 new 2"))
    for part in ("1,820.00", "45.5%"):
        assert part in world.look(group, card).text
    record = texts(await world.say(shop.lead, shop.lead, "/audit"))
    assert record.index("1,280.00") < record.index("1,820.00")

    # 5: pieces and returning customers, in private
    await until(world, 8, 15, 40)
    (second,) = await world.say(mei, mei, say("2单 5件 1,150元 老客1", "2 orders 5 pcs ¥1,150 returning 1"))
    for part in ("2,970.00", "74.3%", "1,030.00"):
        assert part in second.text

    # 6: chat is no report; in private a short hint at most
    assert len(await world.say(mei, mei, say("今天真热", "so hot today"))) <= 1

    # 7: without an amount nothing counts, and cancelling ends the question
    (asked,) = await world.say(mei, mei, say("4单", "4 orders"))
    assert say("金额是多少", "How much") in asked.text
    await world.say(mei, mei, say("取消", "cancel"))

    # 8: far above the usual is asked about, and no means no
    (asked,) = await world.say(mei, mei, say("1单 12800", "1 order 12800"))
    assert "¥12,800.00" in asked.text
    await world.press(mei, asked, say("不是", "No"))

    # 9: a refund is taken off the net, the orders stay
    await until(world, 8, 21, 10)
    (refund,) = await world.say(mei, mei, say("退款 200", "refund 200"))
    for part in ("2,770.00", "69.3%", say("5单", "5 orders"), "554.00"):
        assert part in refund.text

    # 10: where she stands, and what the next day needs
    standing = texts(await world.say(mei, mei, say("我的", "/me")))
    for part in ("23,770", "124,000", "19.2%", "22.6%", "4,230", "4,176.25", "12,528.75"):
        assert part in standing

    # 11: until two in the morning it is still the day before, and the board that was posted says so
    await until(world, 8, 21, 30)
    board = world.said(group)[-1]
    assert "2,770" in board.text
    await until(world, 9, 0, 40)
    (late,) = await world.say(mei, mei, say("1单 100", "1 order 100"))
    assert say("记入 6月8日（02:00 前算前一天）", "Counts for Jun 8") in late.text
    assert "2,870.00" in late.text
    amended = world.look(group, board).text
    assert "2,870" in amended
    assert say("有补报", "amended") in amended

    # 12: taken back
    answers = await world.say(mei, mei, say("撤回", "undo"))
    assert "2,770.00" in texts(answers)
    assert say("恢复", "Restore") in [label for message in answers for label in labels(message)]
    assert "2,870" not in world.look(group, board).text


async def test_what_one_earns_is_not_for_the_group(world: World, crew: Crew) -> None:
    """§5.1, step 13."""
    await world.say(crew.mei, crew.group, "/sale 1 10")
    (refused,) = await world.say(crew.mei, crew.group, "/pay")
    assert [str(button.url).split("?")[1] for row in refused.buttons for button in row] == ["start=pay"]
    assert "¥" not in refused.text


async def test_the_group_s_close(world: World, shop: Crew) -> None:
    """§5.2, steps 1 to 5; the steps 6 and 7 are below."""
    say = shop.say
    await until(world, 8, 20, 50)
    for seller, zh, en in ((shop.mei, "5单 2770", "5 orders 2770"), (shop.lili, "2单 2770", "2 orders 2770")):
        await world.say(seller, seller, say(zh, en))
    people = (shop.mei, shop.ken, shop.lili)
    before_nine = {person.id: {m.message_id for m in world.said(person)} for person in people}
    await until(world, 8, 21)
    assert [person for person in people if world.said(person, before_nine[person.id])] == [shop.ken]
    await until(world, 8, 21, 5)
    await world.say(shop.ken, shop.ken, say("3单 3150", "3 orders 3150"))
    await until(world, 8, 21, 30)
    lines = world.said(shop.group)[-1].text.split("\n")
    first, second, third = lines[1:4]
    assert first == f"🥇 {shop.ken.name} · ¥3,150"
    assert {second, third} == {f"🥈 {shop.mei.name} · ¥2,770", f"🥈 {shop.lili.name} · ¥2,770"}
    percent = f"{shop.lili.name} 110.8% · {shop.ken.name} 90.0% · {shop.mei.name} 69.3%"
    assert percent in "\n".join(lines)
    assert any("¥8,690 / ¥10,000 = 86.9%" in line for line in lines)
    assert any("3/3" in line for line in lines)
    (month,) = [line for line in lines if "¥67,690 / ¥310,000 = 21.8%" in line]
    assert "22.6%" in month


async def test_a_close_that_was_missed_comes_once(world: World, shop: Crew) -> None:
    """§5.2, step 6: the bot is away from 21:25 to 21:47."""
    await until(world, 8, 21, 25)
    before = {m.message_id for m in world.telegram.messages(shop.group)}
    world.now = datetime(2026, 6, 8, 21, 47, tzinfo=SHANGHAI)
    await world.start()
    await world.tick()
    (late,) = world.said(shop.group, before)
    assert shop.say("补发", "delayed") in late.text
    await until(world, 9, 21, 20)
    assert [m.message_id for m in world.said(shop.group, before)] == [late.message_id]


async def test_a_group_that_moves_gets_its_close_where_it_is_now(world: World, language: str) -> None:
    """§5.2, step 7: what was sold before stays."""
    shop = await opened(world, await together(world, language, basic=True))
    await until(world, 8, 20, 50)
    await world.say(shop.mei, shop.mei, shop.say("5单 2770", "5 orders 2770"))
    world.telegram.upgrade(shop.group)
    await world.settle()
    await until(world, 8, 21, 30)
    (board,) = [m for m in world.said(shop.group) if "¥310,000" in m.text]
    assert "¥61,770 / ¥310,000" in board.text
