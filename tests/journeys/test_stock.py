"""Stock: what comes in and is counted, what sales take from it, and when a lead hears of it."""

from datetime import datetime, timedelta

import pytest

from bot.demo.telegram import Shown
from tests.journeys.conftest import Crew
from tests.journeys.world import World


async def write(world: World, crew: Crew, zh: str, en: str) -> Shown:
    """The lead writes in private; the last that the bot says to it."""
    *_, said = await world.say(crew.lead, crew.lead, crew.say(zh, en))
    return said


async def sell(world: World, crew: Crew, pieces: int, amount: int = 300) -> Shown:
    """小美 sells masks; the card."""
    text = crew.say(f"面膜{pieces}盒 {amount}", f"sold {pieces} mask for {amount}")
    (said,) = await world.say(crew.mei, crew.group, text)
    return said


async def listed(world: World, crew: Crew) -> str:
    return (await write(world, crew, "/stock", "/stock")).text


async def came_in(world: World, crew: Crew, pieces: int, cost: int = 30) -> None:
    await write(world, crew, f"/stock in 面膜 {pieces} 成本{cost}", f"/stock in mask {pieces} cost {cost}")


def alerts(world: World, crew: Crew) -> list[str]:
    return [message.text for message in world.said(crew.lead) if message.text.startswith("🔔")]


async def at(world: World, day: datetime) -> None:
    world.now = day
    await world.tick()


async def test_req_09_goods_that_came_in_and_were_sold_give_the_turnover_of_the_examples(
    world: World, crew: Crew
) -> None:
    """12000 ÷ ((5000 + 3000) ÷ 2) are 3.00 turns: in 30 days one in 10.0 days."""
    await came_in(world, crew, 500, cost=10)
    await at(world, world.now.replace(month=7, day=1))
    await came_in(world, crew, 1000, cost=10)
    for _ in range(8):
        await sell(world, crew, 150, 4_500)
    await at(world, world.now.replace(day=30))
    text = await listed(world, crew)
    assert crew.say("面膜　300 件", "mask · 300 pieces") in text
    assert crew.say("周转 3.00 次 · 一次 10.0 天", "3.00 turns · 10.0 days each") in text
    shown = (await write(world, crew, "/kpi 周转率", "/kpi turnover")).text
    assert "3.00" in shown
    assert "10.0" in (await write(world, crew, "/kpi 周转天数", "/kpi turnover days")).text


async def test_req_09_a_missing_cost_is_asked_for_in_one_question_and_never_is_the_price(
    world: World, crew: Crew
) -> None:
    asked = await write(world, crew, "/stock in 面膜 100", "/stock in mask 100")
    assert crew.say("每件进价多少", "cost you") in asked.text
    assert crew.say("还没有库存记录", "no stock on record") in await listed(world, crew)
    await write(world, crew, "/stock in 面膜 100", "/stock in mask 100")
    done = await write(world, crew, "25.5", "25.5")
    assert "25.50" in done.text
    again = await write(world, crew, "/stock in 面膜 10", "/stock in mask 10")
    assert await world.press(crew.lead, again, crew.say("和上次一样 ¥25.50", "As last time, $25.50")) == ""
    assert crew.say("面膜　110 件", "mask · 110 pieces") in await listed(world, crew)


async def test_req_09_without_a_cost_there_is_no_turnover_until_somebody_says_it(world: World, crew: Crew) -> None:
    asked = await write(world, crew, "/stock in 面膜 100", "/stock in mask 100")
    await world.press(crew.lead, asked, crew.say("不知道", "I don't know"))
    await sell(world, crew, 10, 5_000)
    without = crew.say("周转率要有进价才能算，还差：面膜", "Turnover takes what goods cost; missing for mask")
    assert without in await listed(world, crew)
    assert without in (await write(world, crew, "/kpi 周转率", "/kpi turnover")).text
    await write(world, crew, "/stock cost 面膜 30", "/stock cost mask 30")
    assert crew.say("周转 0.22 次", "0.22 turns") in await listed(world, crew)  # 300 ÷ ((0 + 2700) ÷ 2)


async def test_req_09_a_count_takes_the_place_of_what_is_on_record_and_says_how_far_it_is_off(
    world: World, crew: Crew
) -> None:
    await came_in(world, crew, 100)
    said = await write(world, crew, "盘点 面膜 60", "/stock count mask 60")
    assert crew.say("比账上少 40 件", "40 fewer than on record") in said.text
    await sell(world, crew, 5)
    assert crew.say("面膜　55 件", "mask · 55 pieces") in await listed(world, crew)
    await world.press(crew.lead, said, crew.say("↩️ 撤回", "↩️ Undo"))
    assert crew.say("面膜　95 件", "mask · 95 pieces") in await listed(world, crew)


async def test_a_sale_takes_from_the_stock_and_undoing_it_brings_that_back(world: World, crew: Crew) -> None:
    await came_in(world, crew, 100)
    card = await sell(world, crew, 8)
    assert crew.say("92 件", "92 pieces") in await listed(world, crew)
    await world.press(crew.mei, card, crew.say("↩️ 撤回", "↩️ Undo"))
    assert crew.say("100 件", "100 pieces") in await listed(world, crew)
    await world.press(crew.mei, world.look(crew.group, card), crew.say("恢复", "Restore"))
    assert crew.say("92 件", "92 pieces") in await listed(world, crew)


@pytest.mark.parametrize(
    ("zh", "en", "left"),
    [
        ("面膜2盒 精华1瓶 共500", "sold 2 mask and 1 serum for 500", (98, 99)),
        ("面膜2盒 199 精华1瓶 299", "sold 2 pcs mask 199, 1 pcs serum 299", (98, 99)),
        ("3件 500 面膜和精华", "sold 3 pcs for 500, mask or serum", (100, 100)),
        ("面膜2盒 500", "sold 2 masks for 500", (98, 100)),
        ("护手霜2支 500", "sold 2 hand creams for 500", (100, 100)),
    ],
)
async def test_each_product_gives_the_pieces_that_stand_beside_it(
    world: World, crew: Crew, zh: str, en: str, left: tuple[int, int]
) -> None:
    masks, serums = left
    await came_in(world, crew, 100)
    await write(world, crew, "/stock in 精华 100 成本80", "/stock in serum 100 cost 80")
    (said,) = await world.say(crew.mei, crew.group, crew.say(zh, en))
    assert said.text.startswith("✅")
    text = await listed(world, crew)
    assert crew.say(f"面膜　{masks} 件", f"mask · {masks} pieces") in text
    assert crew.say(f"精华　{serums} 件", f"serum · {serums} pieces") in text


async def test_a_corrected_sale_takes_what_it_says_then(world: World, crew: Crew) -> None:
    await came_in(world, crew, 100)
    await sell(world, crew, 8)
    (mine,) = [message for message in world.telegram.messages(crew.group) if message.sender == crew.mei]
    await world.edit(mine, crew.say("面膜6盒 300", "sold 6 mask for 300"))
    assert crew.say("94 件", "94 pieces") in await listed(world, crew)


async def test_what_was_sold_before_a_count_is_not_taken_off_once_more(world: World, crew: Crew) -> None:
    await came_in(world, crew, 100)
    await sell(world, crew, 8)
    await write(world, crew, "盘点 面膜 90", "/stock count mask 90")
    assert crew.say("90 件", "90 pieces") in await listed(world, crew)
    await world.say(crew.mei, crew.group, crew.say("昨天面膜3盒 300", "yesterday sold 3 mask for 300"))
    assert crew.say("90 件", "90 pieces") in await listed(world, crew)


async def test_a_day_report_leaves_the_goods_that_were_named_where_they_are(world: World, crew: Crew) -> None:
    await came_in(world, crew, 100)
    await sell(world, crew, 8)
    (asked,) = await world.say(crew.mei, crew.group, crew.say("日报 3单 900", "total today 3 orders 900"))
    await world.press(crew.mei, asked, asked.buttons[0][0].label)
    assert crew.say("92 件", "92 pieces") in await listed(world, crew)


async def test_req_01_forty_pieces_at_five_a_day_last_for_8_days(world: World, crew: Crew) -> None:
    await came_in(world, crew, 70)
    for day in range(6):
        await sell(world, crew, 5)
        world.now += timedelta(days=1 if day < 5 else 0)
    assert crew.say("面膜　40 件 · 够卖 8.0 天", "mask · 40 pieces · enough for 8.0 days") in await listed(world, crew)


async def test_req_01_below_the_limit_the_lead_is_told_once_and_again_only_after_it_recovered(
    world: World, crew: Crew
) -> None:
    await came_in(world, crew, 70)
    for _ in range(7):
        await sell(world, crew, 5)
        world.now += timedelta(days=1)
    assert alerts(world, crew) == []  # 35 at 5 a day are 7.0 days: not below it
    for _ in range(3):
        await sell(world, crew, 5)
        world.now += timedelta(days=1)
    (told,) = alerts(world, crew)
    assert crew.say("面膜 快卖完了", "mask is running low") in told
    await came_in(world, crew, 100)
    for _ in range(10):
        await sell(world, crew, 11)
        world.now += timedelta(days=1)
    assert len(alerts(world, crew)) == 2


async def test_req_01_a_team_sets_its_own_limit_or_none(world: World, crew: Crew) -> None:
    await write(world, crew, "设置 库存提醒 关", "/settings stock off")
    await came_in(world, crew, 20)
    await sell(world, crew, 19)
    assert alerts(world, crew) == []
    done = await write(world, crew, "设置 库存提醒 10", "/settings stock 10")
    assert crew.say("关 → 不够 10 天", "off → below 10 days") in done.text
    await sell(world, crew, 1, 40)
    assert len(alerts(world, crew)) == 1
    assert crew.say("卖完了", "sold out") in alerts(world, crew)[0]


async def test_req_29_what_was_not_sold_for_30_days_is_listed_with_the_money_in_it(world: World, crew: Crew) -> None:
    await came_in(world, crew, 12)
    await write(world, crew, "/stock in 口红 5 成本20", "/stock in lipstick 5 cost 20")
    await at(world, world.now + timedelta(days=20))
    await sell(world, crew, 2)
    assert crew.say("没有 30 天", "Nothing has gone unsold") in (await write(world, crew, "滞销", "/stock slow")).text
    await at(world, world.now + timedelta(days=10))
    text = (await write(world, crew, "/stock slow", "/stock slow")).text
    money = crew.say("¥100.00", "$100.00")
    assert (
        crew.say(f"口红　5 件 · 30 天没卖 · 压着 {money}", f"lipstick · 5 left · 30 days without a sale · {money}")
        in text
    )
    assert crew.say("面膜", "mask") not in text
    (open_to_all,) = await world.say(crew.mei, crew.group, "/stock slow")
    assert crew.say("口红", "lipstick") in open_to_all.text
    assert money not in open_to_all.text


async def test_stock_is_written_down_by_buttons_alone(world: World, crew: Crew) -> None:
    await came_in(world, crew, 100)
    shown = await write(world, crew, "/stock", "/stock")
    await world.press(crew.lead, shown, crew.say("面膜", "mask"))
    asked_before = {m.message_id for m in world.said(crew.lead)}
    await world.press(crew.lead, world.look(crew.lead, shown), crew.say("📥 入库", "📥 Goods in"))
    (asked,) = world.said(crew.lead, asked_before)
    await world.press(crew.lead, asked, "50")
    await world.press(crew.lead, world.look(crew.lead, asked), crew.say("和上次一样 ¥30.00", "As last time, $30.00"))
    assert crew.say("150 件", "150 pieces") in await listed(world, crew)
    assert world.look(crew.lead, asked).text == crew.say("好的。", "OK.")


async def test_stock_is_written_down_step_by_step(world: World, crew: Crew) -> None:
    shown = await write(world, crew, "库存", "/stock")
    await world.press(crew.lead, shown, crew.say("📥 入库", "📥 Goods in"))
    await write(world, crew, "精华", "serum")
    await write(world, crew, "12瓶", "12 pcs")
    done = await write(world, crew, "88", "88")
    assert crew.say("精华 入库 12 件，进价 ¥88.00", "serum: 12 in, cost $88.00") in done.text


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("入库 面膜 -5 成本30", "/stock in mask -5 cost 30"),
        ("入库 面膜 1.5 成本30", "/stock in mask 1.5 cost 30"),
        ("入库 面膜 0 成本30", "/stock in mask 0 cost 30"),
        ("入库 面膜 99999999 成本30", "/stock in mask 99999999 cost 30"),
        ("入库 面膜 10 成本0", "/stock in mask 10 cost 0"),
        ("入库 面膜 10 成本很贵", "/stock in mask 10 cost much"),
        ("入库 面膜 10 成本30美元", "/stock in mask 10 cost 30 EUR"),
        ("入库 100 200", "/stock in 100 200"),
        ("盘点 面膜", "/stock count mask 1 2 3.4.5"),
        ("/stock 沙发", "/stock sofa"),
    ],
)
async def test_what_is_no_step_is_answered_and_changes_nothing(world: World, crew: Crew, zh: str, en: str) -> None:
    said = await write(world, crew, zh, en)
    assert "✅" not in said.text
    await write(world, crew, "取消", "cancel")
    assert crew.say("还没有库存记录", "no stock on record") in await listed(world, crew)


async def test_only_leads_write_stock_down_and_read_what_it_cost(world: World, crew: Crew) -> None:
    await came_in(world, crew, 100)
    await sell(world, crew, 1)
    (said,) = await world.say(crew.mei, crew.group, crew.say("入库 面膜 20 成本3", "/stock in mask 20 cost 3"))
    assert crew.say("团队长", "for leads") in said.text
    (mine,) = await world.say(crew.mei, crew.mei, crew.say("/stock 面膜", "/stock mask"))
    assert "30.00" not in mine.text
    assert "30.00" in (await write(world, crew, "/stock 面膜", "/stock mask")).text
    assert [b.label for row in mine.buttons for b in row] == [crew.say("‹ 返回", "‹ Back")]


async def test_a_sentence_that_begins_with_stock_is_none_of_ours(world: World, crew: Crew) -> None:
    for text in ("库存 不多了大家快抢", "盘点 今天的销冠是谁", "入库 了没有"):
        assert await world.say(crew.mei, crew.group, text) == []


async def test_a_command_or_a_report_is_no_answer_about_stock(world: World, crew: Crew) -> None:
    shown = await write(world, crew, "/stock", "/stock")
    await world.press(crew.lead, shown, crew.say("📥 入库", "📥 Goods in"))
    said = await write(world, crew, "面膜3盒 299", "3 pcs mask 299")
    assert said.text.startswith(crew.say("✅ 林小花", "✅ Flora"))
    shown = await write(world, crew, "/stock", "/stock")
    await world.press(crew.lead, shown, crew.say("📥 入库", "📥 Goods in"))
    undone = await write(world, crew, "撤回", "/undo")
    assert "↩️" in undone.text
    assert crew.say("还没有库存记录", "no stock on record") in await listed(world, crew)


async def test_what_is_typed_and_cannot_be_is_asked_again(world: World, crew: Crew) -> None:
    shown = await write(world, crew, "/stock", "/stock")
    await world.press(crew.lead, shown, crew.say("📥 入库", "📥 Goods in"))
    assert crew.say("没看懂", "did not get that") in (await write(world, crew, "12", "12")).text
    await write(world, crew, "精华", "serum")
    assert crew.say("整数", "whole number") in (await write(world, crew, "口红 5", "lipstick 5")).text
    await write(world, crew, "5", "5")
    assert crew.say("没看懂进价", "did not get the cost") in (await write(world, crew, "便宜", "cheap")).text
    done = await write(world, crew, "不知道", "skip")
    assert crew.say("精华 入库 5 件", "serum: 5 in") in done.text


@pytest.mark.parametrize("data", ["c:0", "c:999999999999", "n:0", "n:99999999", "x:1", "c", "n:-1"])
async def test_a_forged_answer_changes_nothing(world: World, crew: Crew, data: str) -> None:
    asked = await write(world, crew, "/stock in 面膜 100", "/stock in mask 100")
    (number,) = {button.data.split(":")[2] for row in asked.buttons for button in row if button.data}
    world.telegram.forge(crew.lead, asked, f"v1:stock-take:{number}:{data}")
    await world.settle()
    await write(world, crew, "取消", "cancel")
    assert crew.say("还没有库存记录", "no stock on record") in await listed(world, crew)


async def test_many_products_are_paged_and_the_slow_ones_open_by_a_button(world: World, crew: Crew) -> None:
    for number in range(12):
        letter = "ABCDEFGHIJKL"[number]
        await write(world, crew, f"/stock in 面霜{letter} 10 成本3", f"/stock in cream {letter} 10 cost 3")
    shown = await write(world, crew, "/stock", "/stock")
    assert crew.say("面霜L", "cream L") not in shown.text
    await world.press(crew.lead, shown, crew.say("更多…", "More…"))
    page = world.look(crew.lead, shown)
    assert crew.say("面霜L", "cream L") in page.text
    assert crew.say("面霜A", "cream A") not in page.text
    await at(world, world.now + timedelta(days=30))
    await world.press(crew.lead, page, crew.say("🐢 卖不动的", "🐢 Slow movers"))
    assert crew.say("一共压着 ¥360.00", "$360.00 tied up in all") in world.look(crew.lead, shown).text


async def test_a_corrected_number_of_pieces_stays_with_its_product(world: World, crew: Crew) -> None:
    await came_in(world, crew, 100)
    card = await sell(world, crew, 8)
    await world.say(crew.mei, crew.group, crew.say("改成5件", "should be 5 pcs"), reply_to=card)
    assert crew.say("95 件", "95 pieces") in await listed(world, crew)


async def test_an_imported_sale_takes_from_the_stock(world: World, crew: Crew) -> None:
    await came_in(world, crew, 100)
    await sell(world, crew, 1)
    table = f"成员,日期,金额,件数,商品\n{crew.mei.name},2026-06-08,777,7,{crew.say('面膜', 'mask')}\n"
    *_, shown = await world.send(crew.lead, crew.lead, "june.csv", table.encode())
    confirm = next(b.label for row in shown.buttons for b in row if "✅" in b.label)
    await world.press(crew.lead, shown, confirm)
    assert crew.say("92 件", "92 pieces") in await listed(world, crew)


async def test_help_leads_to_stock_operations_and_switches_by_buttons_alone(world: World, crew: Crew) -> None:
    for command, head in (("/ops", "🏪"), ("/stock", "📦"), ("/metrics", "🎛"), ("/template", "🧩")):
        shown = await write(world, crew, "/help", "/help")
        await world.press(crew.lead, shown, crew.say("🏪 货和运营", "🏪 Goods, operations"))
        before = {message.message_id for message in world.said(crew.lead)}
        await world.press(crew.lead, world.look(crew.lead, shown), f"▶ {command}")
        (opened,) = world.said(crew.lead, before)
        assert opened.text.startswith(head)
