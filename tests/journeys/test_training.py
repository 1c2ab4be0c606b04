"""Training, tips and the checklist of complaints: what a team learns, and what it does with a complaint."""

import pytest

from bot.demo.telegram import Person, Shown
from kpi.entry import Measure
from storage import tips as library
from storage import totals
from tests.journeys.conftest import Crew, said
from tests.journeys.test_pay import here, june
from tests.journeys.world import World


async def opened(world: World, who: Person, title: str) -> Shown:
    """A lesson, as somebody opens it from the list."""
    (listed,) = await world.say(who, who, "/train")
    before = {each.message_id for each in world.said(who)}
    await world.press(who, listed, title)
    return (world.said(who, before) or [world.look(who, listed)])[-1]


async def taught(world: World, shop: Crew) -> str:
    """A lesson for the repurchase rate, until the 12th of June, a Friday."""
    return await said(
        world,
        shop.lead,
        shop.say(
            "/train new 产品知识 https://example.com/mask 指标 复购率 到 6-12",
            "/train new Products https://example.com/mask for repurchase rate by 6-12",
        ),
    )


async def test_req_40_a_lesson_is_learnt_its_progress_seen_and_who_is_late_reminded_once(
    world: World, shop: Crew
) -> None:
    title = shop.say("产品知识", "Products")
    assert shop.say("为了复购率", "for Repurchase rate") in await taught(world, shop)
    for who in (shop.mei, shop.ken):
        lesson = await opened(world, who, title)
        assert "https://example.com/mask" in lesson.text
        await world.press(who, lesson, shop.say("✅ 学完了", "✅ Done"))
        assert shop.say("你已学完", "You are done") in world.look(who, lesson).text
    assert shop.say("学完 2/3", "done 2/3") in await said(world, shop.lead, "/train")
    assert "2/3" not in await said(world, shop.mei, "/train")
    one = await opened(world, shop.lead, title)
    assert shop.say(f"还没学：{shop.lili.name}", "To do: Lili") in one.text

    before = {who: len(world.said(who)) for who in (shop.mei, shop.lili)}
    await world.pass_time(world.now.replace(day=16, hour=12))
    late = [m.text for m in world.said(shop.lili)[before[shop.lili] :] if title in m.text]
    assert len(late) == 1
    assert [m.text for m in world.said(shop.mei)[before[shop.mei] :] if title in m.text] == []


async def test_a_question_is_answered_until_it_is_right(world: World, shop: Crew) -> None:
    title = shop.say("产品知识", "Products")
    await taught(world, shop)
    asked = await said(
        world,
        shop.lead,
        f"/train quiz {title} " + shop.say("多久敷一次？| 每天 | *一周两次", "How often? | daily | *twice a week"),
    )
    assert shop.say("多久敷一次？", "How often?") in asked
    lesson = await opened(world, shop.mei, title)
    toast = await world.press(shop.mei, lesson, shop.say("每天", "daily"))
    assert shop.say("不对", "Not quite") in toast
    await world.press(shop.mei, lesson, shop.say("一周两次", "twice a week"))
    assert shop.say("你已学完", "You are done") in world.look(shop.mei, lesson).text


@pytest.mark.parametrize("text", ["/train new", "/train new x", "/train quiz nothing a | b", "/train effect nothing"])
async def test_what_is_no_lesson_is_answered(world: World, shop: Crew, text: str) -> None:
    assert await said(world, shop.lead, text)
    assert shop.say("还没有培训", "has no training") in await said(world, shop.lead, "/train")


async def test_only_leads_teach(world: World, shop: Crew) -> None:
    await taught(world, shop)
    title = shop.say("产品知识", "Products")
    for text in (
        "/train new x y",
        f"/train effect {title}",
        f"/train off {title}",
        "/tips add x",
        "/complaint steps x",
    ):
        assert shop.say("团队长", "lead") in await said(world, shop.mei, text)
    assert title in await said(world, shop.mei, "/train")


async def test_req_43_the_metric_before_and_after_is_no_proof(world: World, shop: Crew) -> None:
    title = shop.say("选品", "Choice")
    words = shop.say("/train new 选品 看直播 指标 笔单价", "/train new Choice watch-it for AOV")
    await said(world, shop.lead, words)
    assert shop.say("还没有人学完", "Nobody is done") in await said(world, shop.lead, f"/train effect {title}")
    lesson = await opened(world, shop.mei, title)
    await world.pass_time(world.now.replace(day=9, hour=11))
    await world.press(shop.mei, lesson, shop.say("✅ 学完了", "✅ Done"))
    await world.say(shop.mei, shop.group, "/sale 5 1000")
    told = await said(world, shop.lead, f"/train effect {title}")
    money = shop.say("¥", "$")
    assert f"{money}100.00 · n=1 → {money}200.00 · n=5" in told
    assert shop.say("不等于因果", "not proof of cause") in told


async def test_req_41_tips_are_found_by_words_also_misspelt_ones(world: World, shop: Crew) -> None:
    for words in ("逼单：今天下单送面膜", "Closing: order today and get a mask free", "售后：先道歉再解决"):
        await said(world, shop.lead, f"/tips add {words}")
    assert "面膜" in await said(world, shop.mei, "话术 逼单")
    assert "mask free" in await said(world, shop.mei, "/tips closng")
    assert shop.say("没有找到", "No tip about") in await said(world, shop.mei, "/tips 股票大涨")
    (shown,) = await world.say(shop.mei, shop.mei, "/tips")
    assert "1/3" in shown.text.replace(" of ", "/")


async def test_req_41_tips_are_turned_over_one_at_a_time(world: World, shop: Crew) -> None:
    for words in ("客户嫌贵：贵有贵的道理，先看成分：一瓶能用三个月", "客户嫌贵：贵有贵的道理，再看效果：两周见变化"):
        await said(world, shop.lead, f"/tips add {words}")
    (shown,) = await world.say(shop.mei, shop.mei, "/tips 客户嫌贵:贵有贵的道理")
    assert "两周" in shown.text
    await world.press(shop.mei, shown, shop.say("下一页 ›", "Next ›"))
    assert "三个月" in world.look(shop.mei, shown).text
    await world.press(shop.mei, world.look(shop.mei, shown), shop.say("‹ 上一页", "‹ Before"))
    assert "两周" in world.look(shop.mei, shown).text


async def test_req_76_everybody_judges_tips_and_the_lead_sees_how(world: World, shop: Crew) -> None:
    for words in ("第一条", "第二条"):
        await said(world, shop.lead, f"/tips add {words}")
    for who in (shop.mei, shop.ken):
        (shown,) = await world.say(who, who, "/tips 第二条")
        toast = await world.press(who, shown, shop.say("👎 没用", "👎 Not useful"))
        assert shop.say("谢谢", "Thanks") in toast
        await world.press(who, shown, shop.say("👎 没用", "👎 Not useful"))
        assert "👎" not in world.look(who, shown).text
    assert "👍 0 · 👎 2" in await said(world, shop.lead, "/tips 第二条")
    (first,) = await world.say(shop.lili, shop.lili, "/tips")
    assert "第一条" in first.text  # the newer one is shown last
    (lead,) = await world.say(shop.lead, shop.lead, "/tips 第二条")
    await world.press(shop.lead, lead, shop.say("🗑 删除", "🗑 Remove"))
    assert shop.say("没有找到", "No tip about") in world.look(shop.lead, lead).text
    with world.database.read() as db:
        assert [tip.words for tip in library.of_team(db, here(world, shop, db).id)] == ["第一条"]


async def complained(world: World, shop: Crew) -> Shown:
    """A complaint of 小美's customer, opened from the list."""
    await world.say(shop.mei, shop.mei, shop.say("投诉1 小红 破损", "complaint 1 Anna broken"))
    (listed,) = await world.say(shop.mei, shop.mei, "/complaint")
    await world.press(shop.mei, listed, next(b.label for row in listed.buttons for b in row if "#" in b.label))
    return world.look(shop.mei, listed)


async def test_req_42_steps_are_ticked_and_a_complaint_is_solved_with_a_result(world: World, shop: Crew) -> None:
    shown = await complained(world, shop)
    first = shop.say("先安抚，听客户说完", "Listen, and say sorry first")
    await world.press(shop.mei, shown, f"☐ {first}")
    shown = world.look(shop.mei, shown)
    assert f"☑ {first}" in [button.label for row in shown.buttons for button in row]
    await world.press(shop.mei, shown, shop.say("✅ 处理好了", "✅ Solved"))
    asked = world.said(shop.mei)[-1]
    assert shop.say("怎么处理的", "How was") in asked.text
    assert shop.say("待处理", "open") in world.look(shop.mei, shown).text
    await world.say(shop.mei, shop.mei, shop.say("重新寄了一份，客户满意", "sent another one, she is happy"))
    now = world.look(shop.mei, shown)
    assert shop.say("结果：重新寄了一份，客户满意", "Result: sent another one, she is happy") in now.text
    with world.database.read() as db:
        sums = totals.by_member(db, here(world, shop, db).id, june(world))
    assert sum(each.get(Measure.COMPLAINTS, 0) for each in sums.values()) == 1


async def test_req_42_the_lead_chooses_the_steps(world: World, shop: Crew) -> None:
    told = await said(world, shop.lead, shop.say("/complaint 步骤 安抚 | 补发", "/complaint steps calm | resend"))
    assert shop.say("☐ 补发", "☐ resend") in told
    shown = await complained(world, shop)
    labels = [button.label for row in shown.buttons for button in row if "☐" in button.label]
    assert labels == [shop.say("☐ 安抚", "☐ calm"), shop.say("☐ 补发", "☐ resend")]


async def test_a_title_may_have_several_words_and_a_day_that_is_none_is_said_to_be_none(
    world: World, shop: Crew
) -> None:
    added = await said(world, shop.lead, "/train new Mask care https://example.com/mask by 20 Jun")
    assert "Mask care" in added
    assert shop.say("看不出", "do not know the day") in await said(world, shop.lead, "/train new Toner read by 31 Feb")
    assert shop.say("没有“banana 1”", "no “banana 1”") in await said(world, shop.lead, "/train banana 1")


async def test_what_has_no_words_is_no_complaint(world: World, shop: Crew) -> None:
    for words in ("-3", "😀", "3 4"):
        told = await said(world, shop.mei, f"/complaint {words}")
        assert shop.say("这样写", "Write it like this") in told
    assert shop.say("没有待处理", "No open complaints") in await said(world, shop.mei, "/complaint")
