"""Targets as a lead sets them, with the June of product.md §5: 25 workdays, a campaign, a rest day, weight 31."""

from datetime import datetime, timedelta

import pytest

from bot.demo.telegram import Group, Person, Shown
from tests.journeys.conftest import Crew, labels
from tests.journeys.world import World


@pytest.fixture
async def june(world: World, crew: Crew) -> Crew:
    """The crew as members, with the calendar of June."""
    for seller in (crew.mei, crew.ken, crew.lili):
        await world.say(seller, seller, "/start")
        await world.say(seller, crew.group, crew.say("1单 1", "1 order 1"))
        await world.say(seller, crew.group, crew.say("撤回", "/undo"))
    (shown,) = await world.say(crew.lead, crew.group, "/calendar")
    await world.press(crew.lead, shown, crew.say("✓ 周日", "✓ Sun"))
    for zh, en in (("日历 6-16至6-18 x3", "/calendar 16-18 Jun x3"), ("日历 6-19 休", "/calendar 6-19 off")):
        await world.say(crew.lead, crew.group, crew.say(zh, en))
    return crew


async def told(world: World, person: Person, chat: Group | Person, text: str) -> str:
    return "\n".join(message.text for message in await world.say(person, chat, text))


async def pressed(world: World, person: Person, message: Shown, label: str, chat: Group | Person) -> Shown:
    """The message as it looks after one of its buttons, whose label holds `label`, was pressed."""
    whole = next(one for one in labels(message) if label in one)
    await world.press(person, message, whole)
    return world.look(chat, message)


async def overview(world: World, crew: Crew) -> str:
    return await told(world, crew.lead, crew.lead, "/target")


def money(crew: Crew, amount: str) -> str:
    return f"{crew.say('¥', '$')}{amount}"


async def test_req_13_a_long_term_target_keeps_who_set_it_and_asks_before_it_is_replaced(
    world: World, june: Crew
) -> None:
    line = june.say("目标 今年 销售额 3720000", "/target year sales 3720000")
    assert money(june, "3,720,000") in await told(world, june.lead, june.lead, line)
    (asked,) = await world.say(june.lead, june.lead, line.replace("3720000", "3800000"))
    assert money(june, "3,720,000") in asked.text
    assert money(june, "3,800,000") in asked.text
    assert money(june, "3,720,000") in await overview(world, june)
    await pressed(world, june.lead, asked, money(june, "3,800,000"), june.lead)
    assert money(june, "3,800,000") in await overview(world, june)
    record = await told(world, june.lead, june.lead, "/audit")
    assert june.lead.name in record
    assert f"{money(june, '3,720,000')} → {money(june, '3,800,000')}" in record.replace("\n　", " ")


async def test_req_14_the_june_of_the_shop_in_weeks_days_and_people(world: World, june: Crew) -> None:
    await world.say(june.lead, june.lead, june.say("/target month 销售额 310000", "/target month sales 310000"))
    asked = (await world.say(june.lead, june.lead, "/target split 40/35/25"))[0]
    for amount in ("124,000", "108,500", "77,500"):
        assert money(june, amount) in asked.text
    assert "124,000" not in await overview(world, june)
    await pressed(world, june.lead, asked, "✅", june.lead)
    shown = await overview(world, june)
    assert june.say("和团队目标一致 ✓", "just the team's target ✓") in shown
    days = await told(world, june.lead, june.lead, "/target days")
    assert days.count(money(june, "10,000")) == 6
    own = await told(world, june.mei, june.mei, "/target days")
    assert own.count(money(june, "4,000")) == 6


async def test_req_14_a_year_is_shown_in_months_that_make_it(world: World, june: Crew) -> None:
    await world.say(june.lead, june.lead, june.say("目标 今年 销售额 372万", "/target year sales 3720000"))
    shown = await told(world, june.lead, june.lead, june.say("目标 今年", "/target year"))
    sign = june.say("¥", "$")
    parts = [line.rsplit(sign, 1)[1] for line in shown.split("\n") if " · " in line and sign in line]
    amounts = [round(float(part.split("(")[0].split("（")[0].replace(",", "")) * 100) for part in parts]
    assert len(amounts) == 12
    assert sum(amounts) == 372_000_000


async def test_req_37_weeks_make_the_month_and_are_cut_where_it_ends(world: World, june: Crew) -> None:
    await world.say(june.lead, june.lead, "/target 310000")
    shown = await told(world, june.lead, june.lead, "/target weeks")
    amounts = [line for line in shown.split("\n")[1:] if " · " in line]
    expected = ("60,000", "60,000", "110,000", "60,000", "20,000")
    assert len(amounts) == 5
    for line, amount in zip(amounts, expected, strict=True):
        assert money(june, amount) in line
    assert june.say("6月29日", "Jun 29") in amounts[-1]


async def test_req_33_what_is_missing_is_asked_by_buttons_one_at_a_time(world: World, june: Crew) -> None:
    (shown,) = await world.say(june.lead, june.lead, "/target")
    await world.press(june.lead, shown, june.say("➕ 定目标", "➕ New target"))
    asked = world.said(june.lead)[-1]
    asked = await pressed(world, june.lead, asked, june.say("新客", "New customers"), june.lead)
    await world.start()  # a restart in the middle loses nothing
    asked = await pressed(world, june.lead, asked, june.lili.name, june.lead)
    asked = await pressed(world, june.lead, asked, june.say("2026年6月", "Jun 2026"), june.lead)
    assert "/ 30" not in await overview(world, june)
    await world.say(june.lead, june.lead, "30")
    assert f"{june.lili.name} · " in await overview(world, june)
    assert "/ 30" in await overview(world, june)


async def test_req_33_a_metric_without_a_period_is_asked_for_one(world: World, june: Crew) -> None:
    (asked,) = await world.say(june.lead, june.lead, june.say("/target 新客 30", "/target new customers 30"))
    done = await pressed(world, june.lead, asked, june.say("2026年6月", "Jun 2026"), june.lead)
    assert done.text.startswith("✅")


async def test_a_target_that_is_being_set_can_be_given_up(world: World, june: Crew) -> None:
    (asked,) = await world.say(june.lead, june.lead, june.say("/target 新客 30", "/target new customers 30"))
    done = await pressed(world, june.lead, asked, june.say("取消", "Cancel"), june.lead)
    assert june.say("没有改", "changed") in done.text
    assert "/ 30" not in await overview(world, june)


async def test_req_34_only_what_is_measured_can_be_a_target(world: World, june: Crew) -> None:
    for line in (june.say("目标 更努力", "/target harder"), june.say("目标 更努力 500", "/target harder 500")):
        (refused,) = await world.say(june.lead, june.lead, line)
        assert june.say("更努力", "harder") in refused.text
        assert "✅" not in refused.text
        assert len(labels(refused)) >= 2
    await world.press(june.lead, refused, labels(refused)[0])
    assert june.say("谁的目标", "Whose target") in world.said(june.lead)[-1].text


async def sold(world: World, crew: Crew, days: int, amount: int) -> None:
    """小美 sells that much on each of so many days, from the 1st of July on, until the 1st of August."""
    zone = world.now.tzinfo
    for day in range(1, days + 1):
        world.now = datetime(2026, 7, day, 12, 0, tzinfo=zone)
        await world.say(crew.mei, crew.group, crew.say(f"1单 {amount}", f"1 order {amount}"))
        for message in world.said(crew.group)[-1:]:
            sure = [label for label in labels(message) if label in {"是的", "Yes"}]
            if sure:
                await world.press(crew.mei, message, sure[0])
    world.now = datetime(2026, 8, 1, 10, 0, tzinfo=zone)


async def test_req_35_a_target_far_above_the_best_month_needs_a_yes(world: World, crew: Crew) -> None:
    await sold(world, crew, 31, 100)
    (asked,) = await world.say(crew.lead, crew.lead, "/target 5000")
    assert "⚠️" in asked.text
    assert "161.3%" in asked.text
    used = await pressed(world, crew.lead, asked, crew.say("用 ", "Use "), crew.lead)
    assert used.text.startswith("✅")
    assert money(crew, "3,100") in used.text


async def test_req_35_up_to_half_more_than_the_best_month_is_judged_and_set(world: World, crew: Crew) -> None:
    await sold(world, crew, 31, 100)
    assert "🚀" in await told(world, crew.lead, crew.lead, "/target 4650")


async def test_req_35_under_three_weeks_there_is_no_verdict(world: World, crew: Crew) -> None:
    await sold(world, crew, 20, 100)
    zone = world.now.tzinfo
    world.now = datetime(2026, 7, 21, 10, 0, tzinfo=zone)
    said = await told(world, crew.lead, crew.lead, "/target 900000")
    assert said.startswith("✅")
    assert "📊" not in said
    assert crew.say("数据还不到三周", "No verdict yet: that takes three weeks") in said


async def test_req_35_a_ratio_is_never_judged_and_promised_no_verdict(world: World, june: Crew) -> None:
    line = june.say("目标 本月 投诉率 2%", "/target month complaint rate 2%")
    assert "⏳" not in await told(world, june.lead, june.lead, line)


@pytest.mark.parametrize(
    ("lili", "zh", "en"),
    [("77500", "一致 ✓", "just the team's target ✓"), ("97500", "多 ¥20,000", "$20,000 above it"),
     ("57500", "少 ¥20,000", "$20,000 below it")],
)  # fmt: skip
async def test_req_36_the_gap_between_people_and_the_team_is_shown(
    world: World, june: Crew, lili: str, zh: str, en: str
) -> None:
    await world.say(june.lead, june.lead, june.say("目标 团队 310000", "/target team 310000"))
    for seller, amount in ((june.mei, "124000"), (june.ken, "108500"), (june.lili, lili)):
        await world.say(june.lead, june.lead, f"/target @{seller.username} {amount}")
    assert june.say(zh, en) in await overview(world, june)


async def test_req_36_the_team_s_target_is_raised_or_kept_by_a_button(world: World, june: Crew) -> None:
    await world.say(june.lead, june.lead, "/target 1000")
    await world.say(june.lead, june.lead, f"/target @{june.mei.username} 1500")
    (shown,) = await world.say(june.lead, june.lead, "/target")
    kept = await pressed(world, june.lead, shown, june.say("保持", "Keep"), june.lead)
    assert money(june, "1,500") not in " ".join(labels(kept))
    (shown,) = await world.say(june.lead, june.lead, "/target")
    raised = await pressed(world, june.lead, shown, money(june, "1,500"), june.lead)
    assert june.say("一致 ✓", "just the team's target ✓") in raised.text


async def test_req_38_the_month_s_target_is_copied_with_the_next_month_s_own_workdays(world: World, june: Crew) -> None:
    await world.say(june.lead, june.lead, "/target month 310000")
    for seller, amount in ((june.mei, "124000"), (june.ken, "108500"), (june.lili, "77500")):
        await world.say(june.lead, june.lead, f"/target @{seller.username} {amount}")
    (asked,) = await world.say(june.lead, june.lead, "/target month copy")
    assert money(june, "310,000") in asked.text
    assert money(june, "270,000") in asked.text
    line = june.say("目标 7月", "/target July")
    assert "310,000" not in await told(world, june.lead, june.lead, line)
    await pressed(world, june.lead, asked, june.say("按工作日", "working days"), june.lead)
    shown = await told(world, june.lead, june.lead, line)
    assert money(june, "270,000") in shown
    assert june.say("一致 ✓", "just the team's target ✓") in shown
    again = await told(world, june.lead, june.lead, "/target copy")
    assert june.say("已经有目标", "has targets already") in again


async def test_req_39_a_target_on_new_customers(world: World, june: Crew) -> None:
    line = june.say("目标 丽丽 本月 新客 30", "/target @Lili month new customers 30")
    await world.say(june.lead, june.group, line)
    (card,) = await world.say(june.lili, june.lili, june.say("1单 100 新客34", "1 order 100 new 34"))
    for label in labels(card):
        if label in {"是的", "Yes"}:
            await world.press(june.lili, card, label)
    assert "34 / 30" in await overview(world, june)
    assert "113.3%" in await overview(world, june)


async def test_req_39_boards_score_and_me_tell_a_target_on_new_customers(world: World, june: Crew) -> None:
    for who, amount in ((june.lili, 30), (june.mei, 10)):
        metric = june.say("新客", "new customers")
        await world.say(june.lead, june.group, f"/target @{who.name} {metric} {amount}")
    (asked,) = await world.say(june.lili, june.lili, june.say("1单 100 新客34", "1 order 100 new 34"))
    for label in labels(asked):
        if label in {"是的", "Yes"}:
            await world.press(june.lili, asked, label)
    (board,) = await world.say(june.mei, june.group, june.say("/top 达成率 新客", "/top % new customers"))
    title, first, second, *_ = board.text.splitlines()
    assert title.endswith(june.say("达成率 · 新客数", "% of target · New customers"))
    assert first == f"🥇 {june.lili.name} · 34 / 30 = 113.3%"
    assert second == f"2. {june.mei.name} · 0 / 10 = 0.0%"
    assert june.say("🎯 新客数 34 / 30 = 113.3%", "🎯 New customers 34 / 30 = 113.3%") in await told(
        world, june.lili, june.lili, "/me"
    )
    assert "113.3%" in await told(world, june.lili, june.lili, "/score")


async def test_req_39_the_board_of_a_metric_is_a_button_below_the_one_of_net_sales(world: World, june: Crew) -> None:
    await world.say(june.lead, june.group, june.say("/target @丽丽 新客 30", "/target @Lili new customers 30"))
    await world.say(june.lili, june.group, june.say("1单 100 新客3", "1 order 100 new 3"))
    (board,) = await world.say(june.mei, june.group, "/top")
    percent = await pressed(world, june.mei, board, june.say("达成率", "%"), june.group)
    assert june.say("🎯 新客数", "🎯 New customers") in labels(percent)
    found = await pressed(world, june.mei, percent, "🎯", june.group)
    assert f"🥇 {june.lili.name} · 3 / 30 = 10.0%" in found.text.splitlines()


async def test_req_39_a_metric_without_targets_says_how_to_set_one(world: World, june: Crew) -> None:
    (board,) = await world.say(june.mei, june.group, june.say("/top 上月 达成率 订单", "/top last month % orders"))
    assert "/target @" in board.text


async def test_a_ratio_where_less_is_better_is_measured_the_other_way_round(world: World, june: Crew) -> None:
    line = june.say("目标 本月 投诉率 2%", "/target month complaint rate 2%")
    said = await told(world, june.lead, june.lead, line)
    assert "2.0%" in said
    assert "2.0%" in await overview(world, june)


async def test_req_53_a_change_with_a_reason_is_on_record_and_told_to_whom_it_concerns(
    world: World, june: Crew
) -> None:
    await world.say(june.lead, june.lead, f"/target @{june.mei.username} 20000")
    before = len(world.said(june.mei))
    line = june.say("目标 改 小美 3万 大促加码", "/target change @Mei 30000 because of the campaign")
    said = await told(world, june.lead, june.lead, line)
    assert f"{money(june, '20,000')} → {money(june, '30,000')}" in said
    (heard,) = world.said(june.mei)[before:]
    why = june.say("大促加码", "campaign")
    for words in (money(june, "20,000"), money(june, "30,000"), why, june.lead.name):
        assert words in heard.text
    record = await told(world, june.lead, june.lead, "/audit")
    for words in (money(june, "20,000"), money(june, "30,000"), why, june.lead.name):
        assert words in record


async def test_req_53_a_reason_can_be_the_answer_to_the_question(world: World, june: Crew) -> None:
    await world.say(june.lead, june.lead, "/target 20000")
    await world.say(june.lead, june.lead, "/target 30000")
    await world.say(june.lead, june.lead, june.say("大促加码", "campaign ahead"))
    assert money(june, "30,000") in await overview(world, june)
    assert june.say("大促加码", "campaign ahead") in await told(world, june.lead, june.lead, "/audit")


async def test_a_command_in_words_is_no_reason(world: World, june: Crew) -> None:
    await world.say(june.lead, june.lead, "/target 20000")
    await world.say(june.lead, june.lead, "/target 30000")
    await world.say(june.lead, june.lead, june.say("团队", "team"))
    assert money(june, "30,000") not in await overview(world, june)


async def test_a_seller_sets_copies_and_splits_nothing(world: World, june: Crew) -> None:
    await world.say(june.lead, june.lead, "/target 20000")
    for line in ("/target 5", "/target split 1/1/1", "/target copy", "/target change 7 because"):
        assert june.say("团队长", "leads") in await told(world, june.mei, june.mei, line)
    (asked,) = await world.say(june.lead, june.group, "/target 30000")
    assert await world.press(june.mei, asked, labels(asked)[0])
    assert money(june, "20,000") in await overview(world, june)


async def test_a_button_pressed_after_the_question_is_over_answers_politely(world: World, june: Crew) -> None:
    (asked,) = await world.say(june.lead, june.lead, june.say("/target 新客 30", "/target new customers 30"))
    world.now += timedelta(hours=3)
    assert await world.press(june.lead, asked, labels(asked)[0])
    assert "/ 30" not in await overview(world, june)


@pytest.mark.parametrize(
    ("zh", "en"),
    [("目标 Q3 销售额 90万", "/target Q3 sales 900000"), ("目标 下周 5万", "/target next week 50000"),
     ("目标 7月 50000", "/target July 50000"), ("目标 本季度 订单 300单", "/target quarter orders 300"),
     ("目标 本月复购率30%", "/target month repeat rate 30%")],
)  # fmt: skip
async def test_any_metric_and_period_in_one_line(world: World, june: Crew, zh: str, en: str) -> None:
    said = await told(world, june.lead, june.lead, june.say(zh, en))
    assert said.startswith("✅"), said


async def test_shares_must_be_one_for_each_seller(world: World, june: Crew) -> None:
    await world.say(june.lead, june.lead, "/target 310000")
    assert "✅" not in await told(world, june.lead, june.lead, "/target split 40/60")
    (asked,) = await world.say(june.lead, june.lead, june.say("目标 拆分", "/target split"))
    await world.say(june.lead, june.lead, "1/1/2")
    assert money(june, "155,000") in world.look(june.lead, asked).text
    even = await pressed(world, june.lead, world.look(june.lead, asked), june.say("平均", "Equal"), june.lead)
    assert "103,333.3" in even.text


async def test_targets_are_looked_at_by_buttons_alone(world: World, june: Crew) -> None:
    await world.say(june.lead, june.lead, "/target 310000")
    (home,) = await world.say(june.lead, june.lead, "/target")
    for zh, en, part in (("按周", "Weeks", "110,000"), ("按天", "Days", "10,000")):
        parts = await pressed(world, june.lead, world.look(june.lead, home), june.say(zh, en), june.lead)
        assert money(june, part) in parts.text
        back = await pressed(world, june.lead, parts, june.say("返回", "Back"), june.lead)
        assert back.text == home.text
    year = await pressed(world, june.lead, world.look(june.lead, home), june.say("全年", "Year"), june.lead)
    assert june.say("2026年6月 · 团队", "Jun 2026 · Team") in year.text


async def test_targets_are_shared_out_by_buttons_alone(world: World, june: Crew) -> None:
    await world.say(june.lead, june.lead, "/target 310000")
    (home,) = await world.say(june.lead, june.lead, "/target")
    await pressed(world, june.lead, home, june.say("拆分", "Share out"), june.lead)
    asked = world.said(june.lead)[-1]
    assert june.mei.name in asked.text
    even = await pressed(world, june.lead, asked, june.say("平均", "Equal"), june.lead)
    assert "103,333.3" in even.text


async def test_req_38_copying_by_buttons_can_be_skipped(world: World, june: Crew) -> None:
    await world.say(june.lead, june.lead, "/target 310000")
    (home,) = await world.say(june.lead, june.lead, "/target")
    await pressed(world, june.lead, home, june.say("照搬", "Copy to next month"), june.lead)
    asked = world.said(june.lead)[-1]
    assert money(june, "270,000") in asked.text
    skipped = await pressed(world, june.lead, asked, june.say("跳过", "Skip"), june.lead)
    assert skipped.buttons == ()
    assert "270,000" not in await told(world, june.lead, june.lead, june.say("目标 7月", "/target July"))


async def test_where_there_is_no_target_only_a_first_one_is_offered(world: World, june: Crew) -> None:
    (home,) = await world.say(june.lead, june.lead, "/target")
    assert labels(home) == [june.say("➕ 定目标", "➕ New target")]


async def test_the_step_before_is_asked_again(world: World, june: Crew) -> None:
    (shown,) = await world.say(june.lead, june.lead, "/target")
    await pressed(world, june.lead, shown, june.say("定目标", "New target"), june.lead)
    metric = world.said(june.lead)[-1]
    whose = await pressed(world, june.lead, metric, june.say("新客", "New customers"), june.lead)
    again = await pressed(world, june.lead, whose, june.say("返回", "Back"), june.lead)
    assert again.text == metric.text


async def shared_out(world: World, june: Crew) -> None:
    """310,000 by shares of 40, 35 and 25."""
    await world.say(june.lead, june.lead, "/target 310000")
    (asked,) = await world.say(june.lead, june.lead, "/target split 40/35/25")
    await pressed(world, june.lead, asked, "✅", june.lead)


@pytest.mark.parametrize(("prorates", "gap"), [(False, ("346,000", "36,000")), (True, ("343,500", "33,500"))])
async def test_req_36_leave_and_a_late_joiner_as_the_lead_s_day_has_them(
    world: World, june: Crew, prorates: bool, gap: tuple[str, str]
) -> None:
    """Product.md §5.3, steps 6 and 7."""
    await shared_out(world, june)
    if prorates:
        await world.say(june.lead, june.lead, june.say("设置 折算 开", "/settings prorate on"))
    leave = await told(world, june.lead, june.lead, june.say("/leave 丽丽 6-10", "/leave Lili 10 Jun"))
    assert (money(june, "75,000") in leave) is prorates
    line = june.say("/member add 小周 6-16 全月62000", "/member add Zhou 16 Jun full month 62000")
    (added,) = await world.say(june.lead, june.lead, line)
    assert money(june, "36,000") in added.text
    for amount in (*gap, "310,000"):
        assert money(june, amount) in added.text
    assert june.say("保持", "Keep") in labels(added)
    raised = await pressed(world, june.lead, added, money(june, gap[0]), june.lead)
    assert june.say("一致 ✓", "just the team's target ✓") in raised.text


async def test_the_day_s_target_of_somebody_on_leave_is_kept_for_the_others_days(world: World, june: Crew) -> None:
    await shared_out(world, june)
    await world.say(june.lead, june.lead, june.say("设置 折算 开", "/settings prorate on"))
    await world.say(june.lead, june.lead, june.say("/leave 丽丽 6-10", "/leave Lili 10 Jun"))
    own = await told(world, june.lili, june.lili, june.say("目标 按天", "/target days"))
    assert own.count(money(june, "2,500")) == 5


async def test_who_is_there_when_is_told_and_on_record(world: World, june: Crew) -> None:
    await world.say(june.lead, june.lead, june.say("人员 小美 50%", "/member @Mei 50%"))
    await world.say(june.lead, june.lead, june.say("人员 小美 离开 6-30", "/member @Mei until 30 Jun"))
    shown = await told(world, june.mei, june.mei, "/member")
    for words in ("50.0%", june.say("6月30日", "Jun 30")):
        assert words in shown
    assert "50.0%" in await told(world, june.lead, june.lead, "/audit")


@pytest.mark.parametrize(
    ("zh", "en"),
    [("人员 小美 0%", "/member @Mei 0%"), ("人员 小美 什么", "/member @Mei whatever"),
     ("人员 谁啊 50%", "/member who 50%"),
     ("人员 添加", "/member add"), ("人员 小美 6-20 离开 6-10", "/member @Mei 20 Jun until 10 Jun"),
     ("人员 添加 小周 全月 abc", "/member add Zhou full month abc")],
)  # fmt: skip
async def test_what_is_no_presence_changes_nothing(world: World, june: Crew, zh: str, en: str) -> None:
    before = await told(world, june.lead, june.lead, "/member")
    assert "✅" not in await told(world, june.lead, june.lead, june.say(zh, en))
    assert await told(world, june.lead, june.lead, "/member") == before


async def test_a_seller_adds_nobody(world: World, june: Crew) -> None:
    line = june.say("人员 添加 小周 6-16", "/member add Zhou 16 Jun")
    assert june.say("团队长", "leads") in await told(world, june.mei, june.mei, line)


async def test_req_38_on_the_first_each_lead_is_asked_once_to_copy_change_or_skip(world: World, june: Crew) -> None:
    await world.say(june.lead, june.lead, "/target 310000")
    zone = world.now.tzinfo
    world.now = datetime(2026, 7, 1, 8, 50, tzinfo=zone)
    await world.tick()
    before = {message.message_id for message in world.telegram.messages(june.lead)}
    for minute in (1, 2, 3):
        world.now = datetime(2026, 7, 1, 9, minute, tzinfo=zone)
        await world.tick()
    (asked,) = [message for message in world.said(june.lead, before) if "📋" in message.text]
    assert money(june, "310,000") in asked.text
    assert len(labels(asked)) == 4
    done = await pressed(world, june.lead, asked, june.say("照搬", "The same"), june.lead)
    assert done.text.startswith("✅")
    assert money(june, "310,000") in await overview(world, june)


async def test_req_38_skipping_leaves_the_month_without_targets(world: World, june: Crew) -> None:
    await world.say(june.lead, june.lead, "/target 310000")
    zone = world.now.tzinfo
    world.now = datetime(2026, 7, 1, 9, 1, tzinfo=zone)
    before = {message.message_id for message in world.telegram.messages(june.lead)}
    await world.tick()
    (asked,) = [message for message in world.said(june.lead, before) if "📋" in message.text]
    await pressed(world, june.lead, asked, june.say("跳过", "Skip"), june.lead)
    assert "310,000" not in await overview(world, june)


@pytest.mark.parametrize("had", ["nothing", "this month's already"])
async def test_nobody_is_asked_where_there_is_nothing_to_copy_or_no_need_to(world: World, june: Crew, had: str) -> None:
    zone = world.now.tzinfo
    if had == "this month's already":
        await world.say(june.lead, june.lead, "/target 310000")
        await world.say(june.lead, june.lead, june.say("目标 7月 5000", "/target July 5000"))
    world.now = datetime(2026, 7, 1, 9, 1, tzinfo=zone)
    before = {message.message_id for message in world.telegram.messages(june.lead)}
    await world.tick()
    assert all("📋" not in message.text for message in world.said(june.lead, before))


async def test_what_a_group_says_to_one_another_is_no_reason(world: World, june: Crew) -> None:
    await world.say(june.lead, june.group, "/target 20000")
    (asked,) = await world.say(june.lead, june.group, "/target 30000")
    await world.say(june.lead, june.group, june.say("大家加油", "well done everybody"))
    assert money(june, "30,000") not in await overview(world, june)
    await world.say(june.lead, june.group, june.say("大促加码", "campaign ahead"), reply_to=asked)
    assert money(june, "30,000") in await overview(world, june)


async def test_what_is_no_answer_to_the_wizard_is_answered_by_what_would_be_one(world: World, june: Crew) -> None:
    lead = june.lead
    (shown,) = await world.say(lead, lead, "/target")
    await world.press(lead, shown, june.say("➕ 定目标", "➕ New target"))
    asked = world.said(lead)[-1]
    for word in ("hello 😀", "123 4"):
        assert june.say("没法衡量", "cannot be measured") in await told(world, lead, lead, word)
    await told(world, lead, lead, june.say("新客", "new customers"))
    assert june.say("没人叫", "Nobody in the team is called that") in await told(world, lead, lead, "nobody")
    await told(world, lead, lead, june.mei.name)
    assert june.say("哪段时间", "Which time is that") in await told(world, lead, lead, "banana")
    await told(world, lead, lead, "Q3")
    for word in ("abc", "-5", "💰", "2026-07-01", "五个人"):
        assert june.say("一个大于 0 的数", "one number above 0") in await told(world, lead, lead, word)
    assert june.say("大于 0", "above 0") in await told(world, lead, lead, "0")
    await told(world, lead, lead, "30")
    assert june.say("2026年第3季度 新客数目标：30", "New customers in Q3 2026: 30") in world.look(lead, asked).text


async def test_a_word_that_answers_no_open_question_does_not_hide_that_it_is_open(world: World, june: Crew) -> None:
    await world.say(june.mei, june.mei, "-5")
    hint = await told(world, june.mei, june.mei, "hello")
    assert june.say("上一个问题还等着", "last question still waits") in hint
    await told(world, june.mei, june.mei, june.say("取消", "cancel"))
    assert june.say("报单这样写", "Report like this") in await told(world, june.mei, june.mei, "hello")


async def test_part_time_says_how_it_comes_to_change_the_target(world: World, june: Crew) -> None:
    await shared_out(world, june)
    line = june.say("人员 小美 50%", "/member @Mei 50%")
    assert june.say("没有变", "as before") in await told(world, june.lead, june.lead, line)
    await world.say(june.lead, june.lead, june.say("设置 折算 开", "/settings prorate on"))
    assert june.say("的 50.0%", "(50.0% of") in await told(world, june.lead, june.lead, line)
