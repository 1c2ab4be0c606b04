"""A seller's day, step by step: the amounts are the ones that the product promises."""

from datetime import timedelta

from kpi.entry import Measure
from kpi.period import Grain
from tests.journeys.conftest import Crew
from tests.journeys.test_reporting import books, join, told
from tests.journeys.world import World


async def test_a_sellers_day(world: World, crew: Crew) -> None:
    say = crew.say
    await world.say(crew.lead, crew.group, "/settings close 02:00")
    await join(world, crew)

    # 2: one short card in the group
    (card,) = await world.say(crew.mei, crew.group, say("3单 1280 新客2", "3 orders 1280 new 2"))
    assert "1,280.00" in card.text
    assert say("新客2", "2 new") in card.text

    # 3: the same update once more
    world.telegram.redeliver(world.telegram.last_update_id)
    await world.settle()
    assert books(world, crew, Grain.DAY)[Measure.GROSS] == 128000

    # 4: the message is edited, and the card with it
    (written,) = [m for m in world.telegram.messages(crew.group) if m.sender == crew.mei]
    await world.edit(written, say("3单 1820 新客2", "3 orders 1820 new 2"))
    assert "1,820.00" in world.look(crew.group, card).text

    # 5: pieces and returning customers, in private
    (second,) = await world.say(crew.mei, crew.mei, say("2单 5件 1,150元 老客1", "2 orders 5 pcs 1,150 returning 1"))
    assert "2,970.00" in second.text

    # 6: chat is no report; in private a short hint at most
    hint = await world.say(crew.mei, crew.mei, say("今天真热", "so hot today"))
    assert len(hint) <= 1
    assert books(world, crew, Grain.DAY)[Measure.GROSS] == 297000

    # 7: without an amount nothing counts; cancelling ends the question
    await world.say(crew.mei, crew.mei, say("4单", "4 orders"))
    assert books(world, crew, Grain.DAY)[Measure.ORDERS] == 5
    await world.say(crew.mei, crew.mei, say("取消", "cancel"))

    # 8: far above the usual is asked about, and no means no
    (asked,) = await world.say(crew.mei, crew.mei, say("1单 12800", "1 order 12800"))
    assert "12,800.00" in asked.text
    await world.press(crew.mei, asked, say("不是", "No"))
    assert books(world, crew, Grain.DAY)[Measure.GROSS] == 297000

    # 9: a refund is taken off the net, the orders stay, and so AOV is 554.00
    (refund,) = await world.say(crew.mei, crew.mei, say("退款 200", "refund 200"))
    assert "2,770.00" in refund.text
    assert "554.00" in refund.text

    # the board is posted at half past nine
    before = {m.message_id for m in world.telegram.messages(crew.group)}
    await world.pass_time(world.now.replace(hour=21, minute=31))
    (board,) = world.said(crew.group, before)
    assert "2,770" in board.text

    # 11: twenty minutes to one still belongs to the day before, and the board says so
    await world.pass_time((world.now + timedelta(days=1)).replace(hour=0, minute=40))
    (late,) = await world.say(crew.mei, crew.mei, say("1单 100", "1 order 100"))
    assert say("记入 6月8日", "Counts for Jun 8") in late.text
    assert "2,870.00" in late.text
    assert "2,870" in world.look(crew.group, board).text
    assert say("补报", "amended") in world.look(crew.group, board).text.lower()

    # 12: taken back
    answers = await world.say(crew.mei, crew.mei, say("撤回", "undo"))
    assert say("恢复", "Restore") in [button.label for m in answers for row in m.buttons for button in row]
    standing = await world.say(crew.mei, crew.mei, "/me")
    assert "2,770" in told(standing)
