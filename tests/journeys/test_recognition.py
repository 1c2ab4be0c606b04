"""Praise, levels, posters, the tour and a word to the leads."""

from kpi.pay.rules import Praise, RuleSet, TargetBonus
from kpi.pay.terms import Gift
from storage import levels, members, pay_rules, targets
from storage import tables as t
from tests.journeys.conftest import Crew, labels, said
from tests.journeys.test_pay import here, june
from tests.journeys.world import World


def aim(world: World, shop: Crew, period: str, amounts: tuple[int, ...]) -> None:
    """Targets of 小美, 阿强 and 丽丽, in whole units."""
    with world.database.write() as db:
        team = here(world, shop, db)
        by = {member.name: member.id for member in members.of_team(db, team.id)}
        for who, amount in zip((shop.mei, shop.ken, shop.lili), amounts, strict=True):
            targets.set_target(db, team.id, by[who.name], period, amount * 100, by=by[shop.lead.name], at=world.now)


async def test_req_32_the_month_is_praised_in_the_group_on_the_first_without_pay(world: World, shop: Crew) -> None:
    """§5.4, step 8: the first three by %, who won most customers."""
    aim(world, shop, "2026-06", (124_000, 108_500, 77_500))
    for who, amount in zip((shop.mei, shop.ken, shop.lili), (138_780, 106_230, 92_900), strict=True):
        await world.say(who, shop.group, f"/sale 9 {amount}")
    await world.say(shop.lili, shop.group, shop.say("新客 34", "/new 34"))
    await world.pass_time(world.now.replace(month=7, day=1, hour=9, minute=9))
    before = {each.message_id for each in world.said(shop.group)}
    await world.pass_time(world.now.replace(minute=10))
    (praised,) = [m for m in world.said(shop.group, before) if "🌟" in m.text]
    order = [praised.text.index(part) for part in (shop.lili.name, "120.0%", shop.mei.name, "112.0%", "98.0%")]
    assert order == sorted(order)
    assert praised.text.splitlines()[2].endswith(f"{shop.lili.name} 34")
    for secret in ("¥", "$", shop.say("工资", "pay")):
        assert secret not in praised.text
    again = len(world.said(shop.group))
    await world.pass_time(world.now.replace(hour=9, minute=40))
    assert len(world.said(shop.group)) == again


async def test_the_best_day_ever_is_told_once(world: World, shop: Crew) -> None:
    for day in range(9, 17):
        await world.pass_time(world.now.replace(day=day, hour=12))
        await world.say(shop.mei, shop.group, "/sale 1 200")
    told = shop.say("个人最高纪录", "best day ever")
    assert [m for m in world.said(shop.mei) if told in m.text] == []
    await world.say(shop.mei, shop.group, "/sale 1 50")
    await world.say(shop.mei, shop.group, "/sale 1 50")
    assert len([m for m in world.said(shop.mei) if told in m.text]) == 1


async def _scored(world: World, shop: Crew) -> None:
    """Three months: 小美 steadily at 90 %, 阿强 one lucky month and two weak ones, 丽丽 too little."""
    shares = {6: (90, 250, 50), 7: (88, 20, 50), 8: (92, 20, 50)}
    with world.database.write() as db:
        chosen = here(world, shop, db)
        levels.set_levels(db, chosen.id, ())
    for month, of in shares.items():
        world.now = world.now.replace(month=month, day=10)
        aim(world, shop, f"2026-{month:02}", (1_000, 1_000, 1_000))
        for who, share in zip((shop.mei, shop.ken, shop.lili), of, strict=True):
            await world.say(who, shop.group, f"/sale 10 {share * 10}")
    world.now = world.now.replace(month=9, day=8)


async def test_req_48_a_lucky_month_does_not_make_somebody_steady(world: World, shop: Crew) -> None:
    await _scored(world, shop)
    (listed,) = await world.say(shop.lead, shop.lead, "/promote")
    assert shop.mei.name in listed.text
    assert shop.ken.name not in listed.text
    assert shop.lili.name not in listed.text


async def test_req_46_nobody_is_promoted_without_the_lead_s_tap(world: World, shop: Crew) -> None:
    await _scored(world, shop)
    (criteria,) = await world.say(shop.mei, shop.mei, "/level")
    assert shop.say("新人 · 60 分", "Starter: 60 points") in criteria.text
    assert shop.say("你还没有等级", "no level yet") in criteria.text
    (listed,) = await world.say(shop.lead, shop.lead, "/promote")
    await world.press(shop.lead, listed, labels(listed)[0])
    with world.database.read() as db:
        assert levels.held(db, here(world, shop, db).id) == {}
    await world.press(shop.lead, listed, shop.say("取消", "Cancel"))
    assert world.look(shop.lead, listed).text == listed.text
    await world.press(shop.lead, listed, labels(listed)[0])
    await world.press(shop.lead, world.look(shop.lead, listed), shop.say("✅ 晋升", "✅ Promote"))
    assert shop.say("恭喜，你升为", "Congratulations, you are") in world.said(shop.mei)[-1].text
    assert shop.say("你现在是：骨干", "You are: Pro") in await said(world, shop.mei, "/level")
    (listed,) = await world.say(shop.lead, shop.lead, "/promote")
    assert shop.mei.name not in listed.text
    assert shop.say("团队长", "lead") in await said(world, shop.mei, "/promote")
    assert shop.say("你现在是：骨干", "You are: Pro") in await said(world, shop.mei, shop.say("/me 今年", "/me year"))


async def test_the_lead_sets_the_criteria(world: World, shop: Crew) -> None:
    told = await said(world, shop.lead, "/level set A 10 | B 20")
    assert shop.say("A · 10 分\nB · 20 分", "A: 10 points\nB: 20 points") in told
    for wrong in ("/level set A 20 | B 10", "/level set A", "/level set A 10 | A 20"):
        assert shop.say("这样写", "Write it like this") in await said(world, shop.lead, wrong)
    assert shop.say("团队长", "lead") in await said(world, shop.mei, "/level set A 1")


async def test_req_68_praise_with_a_picture_is_confirmed_by_the_lead_and_paid_by_a_rule(
    world: World, shop: Crew
) -> None:
    with world.database.write() as db:
        team = here(world, shop, db)
        lead = next(m.id for m in members.of_team(db, team.id) if m.name == shop.lead.name)
        rules = RuleSet((TargetBonus(100), Praise(Gift("护手霜", 8_000))), team.currency)
        version = pay_rules.draft(db, team.id, rules, by=lead, at=world.now)
        pay_rules.publish(db, team.id, version.number, june(world), by=lead, at=world.now)
    before = {each.message_id for each in world.said(shop.lead)}
    await world.snap(shop.mei, shop.mei, shop.say("好评 她很满意", "/praise she is happy"))
    (asked,) = world.said(shop.lead, before)
    assert asked.photo is not None
    assert shop.say("她很满意", "she is happy") in asked.text
    await world.press(shop.lead, asked, shop.say("✅ 确认", "✅ Confirm"))
    assert shop.say("已确认，谢谢", "is confirmed") in world.said(shop.mei)[-1].text
    assert "护手霜" in await said(world, shop.mei, "/pay")
    assert f"✅ {shop.mei.name}" in await said(world, shop.lead, "/praise")


async def test_req_68_without_a_picture_it_counts_as_unverified(world: World, shop: Crew) -> None:
    told = await said(world, shop.mei, shop.say("好评 她很满意", "/praise she is happy"))
    assert shop.say("未核实", "unverified") in told
    asked = world.said(shop.lead)[-1]
    assert shop.say("未核实", "unverified") in asked.text
    await world.press(shop.lead, asked, shop.say("不算", "Does not count"))
    assert shop.say("没有通过", "does not count") in world.said(shop.mei)[-1].text


async def test_req_77_a_poster_has_a_picture_and_its_text_and_nothing_of_customers(world: World, shop: Crew) -> None:
    aim(world, shop, "2026-06", (1_000, 1_000, 1_000))
    await world.say(shop.mei, shop.mei, shop.say("1单 1280 新客 秘密客户", "1 order 1280 new customer Secretia"))
    (shown,) = await world.say(shop.mei, shop.mei, shop.say("喜报", "/poster"))
    assert shown.photo is not None
    money = shop.say("¥", "$")
    for part in (shop.mei.name, f"{money}1,380", "138.0%", shop.say("第 1 名", "Number 1")):
        assert part in shown.text
    with world.database.read() as db:
        bodies = db.execute(t.outbox.select().order_by(t.outbox.c.id.desc()).limit(1)).one().body
    assert shop.say("秘密客户", "Secretia") not in shown.text + bodies
    (team,) = await world.say(shop.lead, shop.lead, shop.say("喜报 团队", "/poster team"))
    assert f"{money}1,580" in team.text
    assert shop.say("团队长", "lead") in await said(world, shop.mei, shop.say("喜报 团队", "/poster team"))
    assert shop.say("还没有业绩", "Nothing was sold") in await said(
        world, shop.mei, shop.say("喜报 上月", "/poster last month")
    )


async def test_req_55_the_tour_has_five_steps_and_can_be_taken_up_again(world: World, shop: Crew) -> None:
    (shown,) = await world.say(shop.mei, shop.mei, shop.say("带看", "/tour"))
    for step in range(2, 4):
        await world.press(shop.mei, shown, next(b for b in labels(world.look(shop.mei, shown)) if "›" in b))
        assert f"{step}" in world.look(shop.mei, shown).text.splitlines()[0]
    await world.press(shop.mei, world.look(shop.mei, shown), shop.say("⏹ 先停", "⏹ Stop here"))
    await world.start()  # the process dies and begins again
    world.now = world.now.replace(day=20)
    await world.press(shop.mei, world.look(shop.mei, shown), shop.say("▶ 继续", "▶ Go on"))
    assert "3" in world.look(shop.mei, shown).text.splitlines()[0]
    for _ in range(2):
        await world.press(shop.mei, shown, next(b for b in labels(world.look(shop.mei, shown)) if "›" in b))
    await world.press(shop.mei, world.look(shop.mei, shown), shop.say("✅ 看完了", "✅ Done"))
    assert labels(world.look(shop.mei, shown)) == []


async def test_req_80_a_word_to_the_leads_goes_with_a_name_or_without(world: World, shop: Crew) -> None:
    (asked,) = await world.say(shop.mei, shop.mei, "/feedback")
    assert shop.say("想对团队长说什么", "What do you want to tell the leads") in asked.text
    (how,) = await world.say(shop.mei, shop.mei, shop.say("周会太长了", "meetings are too long"))
    assert shop.say("没有改", "nothing was changed") not in world.look(shop.mei, asked).text
    await world.press(shop.mei, how, shop.say("不留名字", "Without my name"))
    told = world.said(shop.lead)[-1]
    assert shop.say("周会太长了", "meetings are too long") in told.text
    assert shop.mei.name not in told.text
    with world.database.read() as db:
        kept = [row.body for row in db.execute(t.question.select())]
    assert not any(shop.say("周会", "meetings") in body for body in kept)

    (how,) = await world.say(shop.ken, shop.ken, shop.say("反馈 想学直播", "/feedback teach us streaming"))
    await world.press(shop.ken, how, shop.say("留名字", "With my name"))
    named = world.said(shop.lead)[-1]
    assert shop.ken.name in named.text
    await world.say(shop.lead, shop.lead, shop.say("下周安排", "next week"), reply_to=named)
    assert shop.say("下周安排", "next week") in world.said(shop.ken)[-1].text


async def test_words_that_are_too_long_are_refused_and_not_cut(world: World, shop: Crew) -> None:
    told = await said(world, shop.mei, "/feedback " + "x" * 1001)
    assert shop.say("太长了：1,001 个字", "Too long: 1,001 characters") in told
