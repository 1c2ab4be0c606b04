"""Several boards, so that not only the strongest can win something, and what of them a team shows to everybody."""

from datetime import timedelta

from bot.demo.telegram import Shown
from tests.journeys.conftest import Crew
from tests.journeys.world import World


async def board(world: World, crew: Crew, what: str = "", *, in_group: bool = True) -> str:
    """The board as 小美 asks for it."""
    (shown,) = await world.say(crew.mei, crew.group if in_group else crew.mei, f"/top {what}".strip())
    return shown.text


def lines_of(crew: Crew, text: str) -> list[str]:
    """The lines that name somebody who sells."""
    return [line for line in text.splitlines() if any(who.name in line for who in (crew.mei, crew.ken, crew.lili))]


async def june(world: World, crew: Crew) -> None:
    """The calendar and the targets of product.md §5, and what the month brought before the 8th."""
    await world.say(crew.lead, crew.group, "/settings close 02:00")
    (calendar,) = await world.say(crew.lead, crew.group, "/calendar")
    await world.press(crew.lead, calendar, crew.say("✓ 周日", "✓ Sun"))
    for line in (
        crew.say("日历 6-16至6-18 x3", "/calendar 16-18 Jun x3"),
        crew.say("日历 6-19 休", "/calendar 6-19 off"),
        "/target 310000",
    ):
        await world.say(crew.lead, crew.group, line)
    for seller, before, target in (
        (crew.mei, 21_000, 124_000),
        (crew.ken, 22_400, 108_500),
        (crew.lili, 15_600, 77_500),
    ):
        for message in await world.say(seller, crew.group, crew.say(f"6-5 20单 {before}", f"/sale 6-5 20 {before}")):
            if message.buttons and any(b.label in {"是的", "Yes"} for row in message.buttons for b in row):
                await world.press(seller, message, crew.say("是的", "Yes"))
        await world.say(crew.lead, crew.group, f"/target @{seller.name} {target}")


async def close_of_the_day(world: World, crew: Crew) -> Shown:
    """阿强 3,150, 小美 and 丽丽 2,770 each; the post of half past nine."""
    await world.say(crew.ken, crew.group, "/sale 4 3150")
    await world.say(crew.mei, crew.group, crew.say("/sale 5 2770 新客2", "/sale 5 2770 new 2"))
    await world.say(crew.lili, crew.group, "/sale 3 2770")
    before = {m.message_id for m in world.telegram.messages(crew.group)}
    await world.pass_time(world.now.replace(hour=21, minute=31))
    (post,) = [message for message in world.said(crew.group, before) if "📌" not in message.text]
    return post


async def test_req_32_the_post_of_the_day_has_four_boards(world: World, crew: Crew) -> None:
    await june(world, crew)
    post = await close_of_the_day(world, crew)
    mei, ken, lili = crew.mei.name, crew.ken.name, crew.lili.name
    for line in (
        f"🥇 {ken} · ¥3,150",
        f"🥈 {mei} · ¥2,770",
        f"🥈 {lili} · ¥2,770",
        crew.say("🎯 达成率", "🎯 % of target") + f" {lili} 110.8% · {ken} 90.0% · {mei} 69.3%",
        crew.say("🌱 拓新", "🌱 New customers") + f" {mei} 2",
        crew.say("今日", "Today") + " ¥8,690 / ¥10,000 = 86.9%",
        crew.say(
            "本月 ¥67,690 / ¥310,000 = 21.8% · 时间进度 22.6%",
            "This month ¥67,690 / ¥310,000 = 21.8% · time gone 22.6%",
        ),
        crew.say("已报 3/3", "Reported 3/3"),
    ):
        assert line in post.text.replace("$", "¥").splitlines()


async def test_req_25_new_customers_have_a_board_of_their_own(world: World, crew: Crew) -> None:
    await world.say(crew.mei, crew.group, crew.say("1单 100 新客2", "1 order 100 new 2"))
    await world.say(crew.ken, crew.group, crew.say("1单 900 新客1", "1 order 900 new 1"))
    first, second = lines_of(crew, await board(world, crew, crew.say("新客", "new")))
    assert first.startswith(f"🥇 {crew.mei.name}")
    assert second.startswith(f"🥈 {crew.ken.name}")


async def test_req_26_who_has_few_buyers_is_named_and_not_ranked(world: World, crew: Crew) -> None:
    names = crew.say("小红 阿玲 阿珍 小兰 小菊", "Anna Bella Carol Dora Emma").split()
    for name in (*names, names[0]):
        await world.say(crew.mei, crew.group, crew.say(f"1单 100 新客 {name}", f"new customer {name} 100"))
        world.now += timedelta(minutes=1)
    await world.say(crew.ken, crew.group, crew.say("1单 100 新客 老王", "new customer Walter 100"))
    ranked, few = lines_of(crew, await board(world, crew, crew.say("复购", "repurchase")))
    assert ranked == f"🥇 {crew.mei.name} · 20.0%"
    assert few.startswith(crew.say("样本不到 5", "Fewer than 5"))
    assert crew.ken.name in few


async def test_who_sells_more_than_they_used_to_leads_by_improvement(world: World, crew: Crew) -> None:
    await world.say(crew.ken, crew.group, "/sale 9 9000")
    for _ in range(3):
        await world.say(crew.mei, crew.group, "/sale 1 100")
        await world.say(crew.ken, crew.group, "/sale 9 9000")
        world.now += timedelta(days=1)
    await world.say(crew.mei, crew.group, "/sale 1 150")
    await world.say(crew.ken, crew.group, "/sale 9 9000")
    first, second = lines_of(crew, await board(world, crew, crew.say("今日 进步", "today improved")))
    assert first == f"🥇 {crew.mei.name} · ▲50.0%"
    assert second.startswith(f"2. {crew.ken.name} · ▼")


async def setting(world: World, crew: Crew, zh: str, en: str) -> None:
    (said,) = await world.say(crew.lead, crew.group, crew.say(f"设置 {zh}", f"/settings {en}"))
    assert said.text.startswith("✅")
    hidden = "live" not in en
    assert (crew.say("要改回来", "To undo") in said.text) is hidden  # or nobody finds the way back


async def four_reports(world: World, crew: Crew) -> None:
    for who, amount in ((crew.mei, 400), (crew.ken, 300), (crew.lili, 200), (crew.lead, 100)):
        await world.say(who, crew.group, f"/sale 1 {amount}")


async def test_the_public_board_can_be_of_the_first_three(world: World, crew: Crew) -> None:
    await four_reports(world, crew)
    await setting(world, crew, "上榜 前三", "shows top")
    (public,) = await world.say(crew.lead, crew.group, "/top")
    assert crew.lead.name not in public.text
    assert "1,000" in public.text
    (own,) = await world.say(crew.lead, crew.lead, "/top")
    assert f"4. {crew.lead.name}" in own.text


async def test_ranks_alone_are_shown_in_the_group_and_the_neighbourhood_in_private(world: World, crew: Crew) -> None:
    await four_reports(world, crew)
    await setting(world, crew, "数字 名次", "figures ranks")
    in_group = await board(world, crew)
    assert [amount for amount in ("400", "300", "200") if amount in in_group] == []
    assert f"🥇 {crew.mei.name}" in in_group.splitlines()
    alone = await board(world, crew, in_group=False)
    _, near = alone.split(crew.say("你的前后", "Around you"))
    assert [amount for amount in ("400", "300", "200", "100") if amount in near] == ["400", "300", "200", "100"]
    (to_lead,) = await world.say(crew.lead, crew.lead, "/top")
    assert "400" in to_lead.text
    assert crew.say("你的前后", "Around you") not in to_lead.text


async def test_percentages_stand_for_amounts_where_somebody_has_a_target(world: World, crew: Crew) -> None:
    await four_reports(world, crew)
    await world.say(crew.lead, crew.group, f"/target @{crew.mei.name} 30000")
    await setting(world, crew, "数字 百分比", "figures percent")
    text = await board(world, crew)
    assert f"🥇 {crew.mei.name} · {crew.say('达成 40.0%', '40.0% of target')}" in text.splitlines()
    assert f"🥈 {crew.ken.name}" in text.splitlines()


async def test_a_chart_in_the_group_keeps_amounts_back_too(world: World, crew: Crew) -> None:
    await four_reports(world, crew)
    await setting(world, crew, "数字 名次", "figures ranks")
    for who, chat, shown in ((crew.mei, crew.group, False), (crew.lead, crew.lead, True)):
        (chart,) = await world.say(who, chat, "/chart")
        assert chart.photo is not None
        assert crew.mei.name in chart.text
        assert ("400" in chart.text) is shown


async def test_a_metric_tells_others_amounts_to_leads_alone(world: World, crew: Crew) -> None:
    await four_reports(world, crew)
    await setting(world, crew, "数字 名次", "figures ranks")
    (public,) = await world.say(crew.mei, crew.group, crew.say("/kpi 销售额", "/kpi revenue"))
    (own,) = await world.say(crew.ken, crew.ken, crew.say("/kpi 销售额", "/kpi revenue"))
    assert [crew.mei.name in public.text, crew.ken.name in public.text] == [False, False]
    assert [crew.mei.name in own.text, f"2. {crew.ken.name}" in own.text] == [False, True]


async def test_targets_of_others_are_kept_back_too(world: World, crew: Crew) -> None:
    await four_reports(world, crew)
    for who in (crew.mei, crew.ken):
        await world.say(crew.lead, crew.lead, f"/target @{who.name} 1000")
    for zh, en, shown in (("百分比", "percent", "40.0%"), ("名次", "ranks", "")):
        await setting(world, crew, f"数字 {zh}", f"figures {en}")
        (public,) = await world.say(crew.ken, crew.group, "/target")
        lines = lines_of(crew, public.text)
        assert lines[:1] == ([f"{crew.mei.name} {shown}"] if shown else [])
        (own,) = await world.say(crew.ken, crew.ken, "/target")
        assert [line for line in lines_of(crew, own.text) if "300" in line]


async def test_what_a_source_brought_of_others_is_kept_back_too(world: World, crew: Crew) -> None:
    await four_reports(world, crew)
    await setting(world, crew, "数字 名次", "figures ranks")
    zh, en = "/sources 命令", "/sources command"
    (public,) = await world.say(crew.ken, crew.group, crew.say(zh, en))
    assert "1,000" in public.text
    assert lines_of(crew, public.text) == []
    (own,) = await world.say(crew.ken, crew.ken, crew.say(zh, en))
    assert [who.name in own.text for who in (crew.mei, crew.ken)] == [False, True]


async def test_the_next_place_is_told_in_private(world: World, crew: Crew) -> None:
    await four_reports(world, crew)
    (own,) = await world.say(crew.ken, crew.ken, "/top")
    assert crew.say("离前一名还差", "to the next place") in own.text
    assert crew.say("离前一名还差", "to the next place") not in await board(world, crew)


async def test_a_live_card_and_the_post_of_the_day_keep_to_what_the_team_chose(world: World, crew: Crew) -> None:
    world.telegram.promote(crew.group, world.telegram.me)
    await setting(world, crew, "置顶 开", "live on")
    await setting(world, crew, "数字 名次", "figures ranks")
    post = await close_of_the_day(world, crew)
    (card,) = [m for m in world.telegram.messages(crew.group) if "📌" in m.text and "🏆" in m.text]
    for shown in (post, card):
        assert "3,150" not in shown.text
        assert "8,690" in shown.text


async def test_a_live_card_takes_back_what_the_team_keeps_to_itself_from_now_on(world: World, crew: Crew) -> None:
    await setting(world, crew, "置顶 开", "live on")
    await four_reports(world, crew)
    await world.tick()
    await setting(world, crew, "数字 名次", "figures ranks")
    world.now += timedelta(minutes=1)
    await world.tick()
    (card,) = [m for m in world.telegram.messages(crew.group) if "📌" in m.text and "🏆" in m.text]
    assert "400" not in card.text


async def test_a_year_and_a_quarter_are_ranked_by_their_own_targets(world: World, crew: Crew) -> None:
    await world.say(crew.mei, crew.group, "/sale 3 1200")
    await world.say(crew.ken, crew.group, "/sale 2 500")
    for said in (crew.say("达成率 今年", "% this year"), crew.say("达成率 本季度", "% Q2")):
        none = await board(world, crew, said)
        assert crew.say("还没有人定目标", "nobody has a target") in none
        assert crew.say("@小美 今年", "@Mei year") in none or crew.say("@小美 本季度", "@Mei quarter") in none
    year, quarter = crew.say("今年", "year"), crew.say("本季度", "quarter")
    for line in (f"@{crew.mei.name} {year} 24000", f"@{crew.ken.name} {year} 5000", f"@{crew.mei.name} {quarter} 6000"):
        await world.say(crew.lead, crew.group, f"/target {line}")
    shown = lines_of(crew, await board(world, crew, crew.say("达成率 2026", "% 2026")))
    money = crew.say("¥", "$")
    assert shown == [
        f"🥇 {crew.ken.name} · {money}500 / {money}5,000 = 10.0%",
        f"🥈 {crew.mei.name} · {money}1,200 / {money}24,000 = 5.0%",
    ]
    shown = lines_of(crew, await board(world, crew, crew.say("达成率 第二季度", "% 2026-Q2")))
    assert shown == [f"🥇 {crew.mei.name} · {money}1,200 / {money}6,000 = 20.0%"]
    sales = lines_of(crew, await board(world, crew, crew.say("今年", "this year")))
    assert sales == [f"🥇 {crew.mei.name} · {money}1,200", f"🥈 {crew.ken.name} · {money}500"]
