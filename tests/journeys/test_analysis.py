"""分析: what has changed and what it is made of, as leads and sellers ask for it."""

from collections.abc import Sequence
from datetime import timedelta

import pytest

from bot.demo.telegram import Shown
from tests.journeys.conftest import Crew, labels
from tests.journeys.test_reporting import join, told
from tests.journeys.test_scheduled import sales_of_a_day
from tests.journeys.world import World

WEEKS = 4


async def weeks(world: World, crew: Crew, *, more: str = "") -> None:
    """Four weeks of sales up to Sunday the 5th of July; 小美 sells 100 more in each week, and ten times as much on
    the 1st of July.
    """
    for day in range(7 * WEEKS):
        for number, seller in enumerate((crew.mei, crew.ken, crew.lili)):
            amount = (300 + 100 * (day // 7)) * (10 if day == 23 else 1) if not number else 300 // number
            await world.say(seller, crew.group, f"/log {crew.say('1单', '1 order')} {amount}{more}")
            if day == 23 and not number:
                asked = next(m for m in world.said(crew.group)[::-1] if m.buttons)
                await world.press(seller, asked, asked.buttons[0][0].label)
        world.now += timedelta(days=1)


async def ask(world: World, crew: Crew, zh: str, en: str) -> Shown:
    (shown,) = await world.say(crew.lead, crew.lead, crew.say(zh, en))
    return shown


async def test_req_18_the_trend_says_where_it_goes_then_the_numbers_then_a_chart(world: World, crew: Crew) -> None:
    await weeks(world, crew)
    shown = await ask(world, crew, "分析", "/analyze")

    assert crew.say("4周来在上升", "Rising over 4 weeks") in shown.text
    assert crew.say("6月8日", "Jun 8") in shown.text
    assert shown.photo is not None
    assert crew.say("✓ 按周", "✓ By week") in labels(shown)


@pytest.mark.parametrize(
    ("zh", "en", "sentence"),
    [
        ("分析 趋势 天", "/analyze trend day", ("14天来", "over 14 days")),
        ("分析 趋势 6月", "/analyze trend June", ("23天来", "over 23 days")),
        ("分析 环比 上周", "/analyze compare last week", ("多", "more")),
        ("分析 环比 昨天", "/analyze compare yesterday", ("和", "same")),
        ("分析 结构 6月", "/analyze shares June", ("贡献最多", "brings most")),
        ("分析 二八 6月", "/analyze pareto June", ("3 人里 2 人", "2 of 3 sellers")),
        ("分析 星期", "/analyze weekday", ("最旺", "strongest")),
        ("分析 异常", "/analyze outliers", ("有 1 天不寻常", "1 day stands out")),
        ("分析 小美 结构 6月", "/analyze Mei shares June", ("最多", "strongest week")),
        ("分析 小美 二八 6月", "/analyze Mei 80/20 June", ("天里", "days make")),
    ],
)
async def test_req_18_each_analysis_answers_with_a_sentence_numbers_and_a_chart(
    world: World, crew: Crew, zh: str, en: str, sentence: tuple[str, str]
) -> None:
    await weeks(world, crew)
    shown = await ask(world, crew, zh, en)

    assert crew.say(*sentence) in shown.text
    assert len(shown.text.splitlines()) > 2
    assert shown.photo is not None


@pytest.mark.parametrize(
    ("zh", "en", "sentence"),
    [
        ("分析 趋势 月", "/analyze trend month", ("至少要 2 个", "takes 2 whole months")),
        ("分析 环比", "/analyze compare", ("要有两期", "two periods")),
        ("分析 同比", "/analyze yoy", ("要有两期", "two periods")),
        ("分析 星期", "/analyze weekday", ("至少要 14 天", "takes 14 days")),
        ("分析 异常", "/analyze outliers", ("至少要报过 7 天", "take 7 reported days")),
        ("分析 漏斗", "/analyze funnel", ("至少要报两步", "takes two reported steps")),
        ("分析 小美 二八", "/analyze Mei pareto", ("至少要 2 天", "takes 2 days")),
        ("分析 结构 昨天", "/analyze shares yesterday", ("还没有可分析", "no figures")),
    ],
)
async def test_req_18_with_fewer_than_two_periods_it_says_so_without_a_chart(
    world: World, crew: Crew, zh: str, en: str, sentence: tuple[str, str]
) -> None:
    await sales_of_a_day(world, crew)
    shown = await ask(world, crew, zh, en)

    assert crew.say(*sentence) in shown.text
    assert shown.photo is None


@pytest.mark.parametrize(
    ("zh", "en", "sentence"),
    [
        ("分析 新客", "/analyze new customers", ("每周多 7", "by about 7 a week")),
        ("分析 环比 新客 上周", "/analyze compare new customers last week", ("28，比", "28, which is 7 more than 21")),
        ("分析 新客 结构 6月", "/analyze new customers shares June", ("合计 50", "of 50")),
        ("分析 星期 新客", "/analyze weekday new customers", ("平均 2.5", "2.5 on average")),
        ("分析 异常 新客", "/analyze outliers new customers", ("平常一天 2.5", "a usual day brings 2.5")),
        ("分析 小美 新客 二八 6月", "/analyze Mei new customers pareto June", ("做出了 ", "of the whole")),
    ],
)
async def test_req_18_what_adds_up_is_analysed_like_the_sales(
    world: World, crew: Crew, zh: str, en: str, sentence: tuple[str, str]
) -> None:
    """小美 wins one new customer a day in the first week, two in the second, and so on; in June that is 50."""
    for day in range(7 * WEEKS):
        await world.say(crew.mei, crew.group, f"/sale 1 100 {1 + day // 7}")
        world.now += timedelta(days=1)
    shown = await ask(world, crew, zh, en)
    assert crew.say(*sentence) in shown.text
    assert crew.say("新客数", "New customers") in shown.text
    assert crew.say("¥", "$") not in shown.text
    assert shown.photo is not None
    assert crew.say("✓ 新客数", "✓ New customers") in labels(shown)


async def test_buttons_keep_the_metric_and_change_it(world: World, crew: Crew) -> None:
    await weeks(world, crew)
    shown = await ask(world, crew, "分析 订单 结构", "/analyze orders shares")
    await world.press(crew.lead, shown, crew.say("星期", "Weekdays"))
    assert crew.say("订单数", "Orders") in world.look(crew.lead, shown).text
    await world.press(crew.lead, shown, crew.say("净销售额", "Net sales"))
    assert crew.say("¥", "$") in world.look(crew.lead, shown).text


async def test_what_does_not_add_up_and_what_is_off_is_refused_with_the_way(world: World, crew: Crew) -> None:
    ratio = await ask(world, crew, "分析 复购率", "/analyze repurchase rate")
    assert crew.say("不能加起来", "does not add up") in ratio.text
    await world.say(crew.lead, crew.lead, crew.say("/metrics off 新客", "/metrics off new customers"))
    off = await ask(world, crew, "分析 新客", "/analyze new customers")
    assert crew.say("没开“新客数”", "does not use") in off.text
    shown = await ask(world, crew, "分析 结构", "/analyze shares")
    assert crew.say("新客数", "New customers") not in labels(shown)


async def test_req_85_the_funnel_shows_a_missing_step_as_missing_and_not_as_0(world: World, crew: Crew) -> None:
    await world.say(crew.mei, crew.group, crew.say("/log 3单 1280 UV40", "/log 3 orders 1280 UV40"))
    await world.say(crew.ken, crew.group, crew.say("/log 2单 500 老客1", "/log 2 orders 500 returning 1"))
    shown = await ask(world, crew, "分析 漏斗", "/analyze funnel")

    assert crew.say("咨询：没有报", "Inquiries: not reported") in shown.text
    assert crew.say("访客人次：40", "Visits: 40") in shown.text
    assert crew.say("复购（老客）：1（上一步的 20.0%）", "Returning: 1 (20.0% of the step before)") in shown.text
    assert shown.photo is not None


async def test_req_85_the_funnel_names_the_step_where_most_are_lost(world: World, crew: Crew) -> None:
    line = crew.say(
        "/log 3单 1280 UV40 咨询12 买家3 老客1", "/log 3 orders 1280 UV40 inquiries 12 buyers 3 returning 1"
    )
    await world.say(crew.mei, crew.group, line)
    shown = await ask(world, crew, "分析 漏斗", "/analyze funnel")

    assert crew.say("成交（买家）", "Buyers") in shown.text.splitlines()[1]
    assert "25.0%" in shown.text.splitlines()[1]


async def test_its_buttons_lead_to_every_kind_and_period_in_place(world: World, crew: Crew) -> None:
    await weeks(world, crew)
    shown = await ask(world, crew, "分析", "/analyze")
    count = len(world.telegram.messages(crew.lead))

    for zh, en in (("环比", "vs last period"), ("上月", "Last month"), ("结构", "Shares"), ("星期", "Weekdays")):
        before = world.look(crew.lead, shown)
        toast = await world.press(crew.lead, before, crew.say(zh, en))
        now = world.look(crew.lead, shown)
        assert now != before or toast
    assert crew.say("✓ 星期", "✓ Weekdays") in labels(now)
    assert len(world.telegram.messages(crew.lead)) == count


async def test_a_button_to_what_has_no_chart_says_so_and_leaves_the_one_that_is_there(world: World, crew: Crew) -> None:
    await weeks(world, crew)
    shown = await ask(world, crew, "分析", "/analyze")

    assert crew.say("要有两期", "two periods") in await world.press(crew.lead, shown, crew.say("同比", "vs last year"))
    assert world.look(crew.lead, shown).text == shown.text


async def test_sellers_analyse_their_own_and_nobody_else(world: World, crew: Crew) -> None:
    await weeks(world, crew)
    await join(world, crew)
    (own,) = await world.say(crew.mei, crew.mei, crew.say("分析", "/analyze"))
    assert crew.mei.name in own.text
    assert own.photo is not None
    other = await world.say(crew.mei, crew.mei, crew.say("分析 阿强 趋势", "/analyze Ken trend"))
    assert crew.say("只能看自己的", "your own figures only") in told(other)


async def test_a_lead_s_button_pressed_by_a_seller_shows_nothing(world: World, crew: Crew) -> None:
    await weeks(world, crew)
    (shown,) = await world.say(crew.lead, crew.group, crew.say("分析", "/analyze"))

    toast = await world.press(crew.mei, shown, crew.say("结构", "Shares"))

    assert crew.say("只能看自己的", "your own figures only") in toast
    assert world.look(crew.group, shown).text == shown.text


@pytest.mark.parametrize(
    ("setting", "kind", "kept"),
    [
        ("/settings figures percent", ("分析 结构", "/analyze shares"), True),
        ("/settings figures ranks", ("分析 小美 趋势", "/analyze Mei trend"), True),
        ("/settings shows top", ("分析 结构 6月", "/analyze shares June"), False),
    ],
)
async def test_a_team_that_keeps_amounts_to_itself_does_so_in_the_group(
    world: World, crew: Crew, setting: str, kind: tuple[str, str], *, kept: bool
) -> None:
    await weeks(world, crew)
    await world.say(crew.lead, crew.group, setting)

    in_group = told(await world.say(crew.lead, crew.group, crew.say(*kind)))
    in_private = told(await world.say(crew.lead, crew.lead, crew.say(*kind)))

    hidden = crew.say("不公开每个人的金额", "single amounts to itself")
    assert (hidden in in_group) is kept
    assert hidden not in in_private


async def test_a_pareto_of_kept_amounts_says_how_many_and_not_who(world: World, crew: Crew) -> None:
    await weeks(world, crew)
    await world.say(crew.lead, crew.group, "/settings figures ranks")
    shown: Sequence[Shown] = await world.say(crew.lead, crew.group, crew.say("分析 二八 6月", "/analyze pareto June"))

    assert crew.say("3 人里 2 人", "2 of 3") in told(shown)
    assert crew.mei.name not in told(shown)
    assert shown[0].photo is None
