"""A report of the day's totals does not count what is booked of the day once more."""

from datetime import timedelta

import pytest

from bot.demo.telegram import Shown
from kpi.entry import Measure
from tests.journeys.conftest import Crew, labels
from tests.journeys.test_mistakes import sold, written
from tests.journeys.test_reporting import books, join, told
from tests.journeys.world import World

REPLACE = ("是合计，换成这份", "The total: replace the day")
ADD = ("是另外的，加上去", "On top: add it")
REPORT = ("日报\n销售额：1500\n订单：6", "Daily report\nSales: 1500\nOrders: 6")


@pytest.fixture
async def mei(world: World, crew: Crew) -> Crew:
    """Two reports of today: 5 orders, 1,280, two new customers."""
    await join(world, crew)
    await world.say(crew.mei, crew.mei, crew.say("3单 800 新客2", "3 orders 800 new 2"))
    await world.say(crew.mei, crew.mei, crew.say("2单 480", "2 orders 480"))
    return crew


def last_question(world: World, crew: Crew) -> Shown:
    return [m for m in world.said(crew.mei) if crew.say(*REPLACE) in labels(m)][-1]


TOTALS = [
    REPORT,
    ("今日合计：6单 1500", "today's total: 6 orders 1500"),
    ("今天一共卖了6单 1500", "total today 6 orders 1500"),
    ("今天总共6单1500", "today in total 6 orders 1500"),
    ("晚报 6单 1500", "eod 6 orders 1500"),
    ("销售额：1500\n订单：6\n新客：2", "Orders: 6 | Sales: $1,500 | New: 2"),
    ("/log 日报 6单 1500", "/log daily report 6 orders 1500"),
]


@pytest.mark.parametrize(("zh", "en"), TOTALS)
async def test_the_totals_of_a_day_are_compared_with_what_is_booked(world: World, mei: Crew, zh: str, en: str) -> None:
    (asked,) = await world.say(mei.mei, mei.mei, mei.say(zh, en))
    assert labels(asked) == [mei.say(*REPLACE), mei.say(*ADD), mei.say("取消", "Cancel")]
    assert mei.say("已经记了 2 条", "2 reports booked") in asked.text
    assert "1,280.00" in asked.text
    assert "1,500.00" in asked.text
    lost = mei.say("不再算：新客2", "drops: 2 new")  # which most of the reports say nothing of
    assert (lost in asked.text) is not ("新客" in mei.say(zh, en) or "New" in mei.say(zh, en))
    assert sold(world, mei) == (1280, 5, 2)
    await world.press(mei.mei, asked, mei.say(*REPLACE))
    assert sold(world, mei)[:2] == (1500, 6)


PLAIN = [
    ("今天卖了2单，一共300元", "sold 2 orders today, 300 total"),
    ("2单 300", "2 orders 300"),
    ("又出了2单，合计300", "another 2 orders, total 300"),
    ("面膜2盒198 口红3支102 合计300", "/sale 2 300"),
]


@pytest.mark.parametrize(("zh", "en"), PLAIN)
async def test_a_plain_sale_is_booked_beside_the_others(world: World, mei: Crew, zh: str, en: str) -> None:
    await world.say(mei.mei, mei.mei, mei.say(zh, en))
    assert sold(world, mei)[0] == 1580


async def test_without_anything_booked_it_is_a_report_like_any_other(world: World, crew: Crew) -> None:
    await join(world, crew)
    (card,) = await world.say(crew.mei, crew.mei, crew.say(*REPORT))
    assert card.text.startswith("✅")
    assert sold(world, crew) == (1500, 6, 0)


async def test_added_it_counts_beside_and_cancelled_it_counts_nowhere(world: World, mei: Crew) -> None:
    (asked,) = await world.say(mei.mei, mei.mei, mei.say(*REPORT))
    await world.press(mei.mei, asked, mei.say("取消", "Cancel"))
    assert sold(world, mei) == (1280, 5, 2)
    (again,) = await world.say(mei.mei, mei.mei, mei.say(*REPORT))
    await world.press(mei.mei, again, mei.say(*ADD))
    assert sold(world, mei) == (2780, 11, 2)


@pytest.mark.parametrize(
    ("zh", "en", "after"), [("换", "replace", (1500, 6)), ("加", "add", (2780, 11)), ("取消", "cancel", (1280, 5))]
)
async def test_the_answer_may_be_typed(world: World, mei: Crew, zh: str, en: str, after: tuple[int, int]) -> None:
    await world.say(mei.mei, mei.mei, mei.say(*REPORT))
    await world.say(mei.mei, mei.mei, mei.say(zh, en))
    assert sold(world, mei)[:2] == after


async def test_undoing_the_report_brings_the_others_back_and_restoring_it_takes_them_out(
    world: World, mei: Crew
) -> None:
    first = next(m for m in world.said(mei.mei) if "#1" in m.text)
    (asked,) = await world.say(mei.mei, mei.mei, mei.say(*REPORT))
    await world.press(mei.mei, asked, mei.say(*REPLACE))
    card = next(m for m in world.said(mei.mei) if "#3" in m.text and labels(m))
    assert "1,500.00" in card.text.split("\n")[2]  # the standing of the day counts it once
    replaced = world.look(mei.mei, first)
    assert "#3" in replaced.text
    assert labels(replaced) == []
    await world.press(mei.mei, card, mei.say("↩️ 撤回", "↩️ Undo"))
    assert sold(world, mei) == (1280, 5, 2)
    assert labels(world.look(mei.mei, first)) == mei.say("✏️ 改|↩️ 撤回", "✏️ Change|↩️ Undo").split("|")
    await world.press(mei.mei, world.look(mei.mei, card), mei.say("恢复", "Restore"))
    assert sold(world, mei) == (1500, 6, 0)


async def test_what_was_changed_since_is_not_brought_back(world: World, mei: Crew) -> None:
    (asked,) = await world.say(mei.mei, mei.mei, mei.say(*REPORT))
    await world.press(mei.mei, asked, mei.say(*REPLACE))
    before = {m.message_id for m in world.telegram.messages(mei.mei)}
    await world.edit(written(world, mei, mei.say("2单 480", "2 orders 480")), mei.say("2单 490", "2 orders 490"))
    (said,) = world.said(mei.mei, before)
    assert "#3" in said.text  # it stands in its place
    assert sold(world, mei) == (1500, 6, 0)
    first = next(m for m in world.said(mei.mei) if "#1" in m.text)
    (refused,) = await world.say(mei.mei, mei.mei, mei.say("恢复", "restore"), reply_to=first)
    assert "#3" in refused.text
    assert sold(world, mei) == (1500, 6, 0)


async def test_posted_twice_or_equal_to_what_is_booked_it_adds_nothing(world: World, mei: Crew) -> None:
    same = mei.say("日报\n销售额：1280\n订单：5", "Daily report\nSales: 1280\nOrders: 5")
    (said,) = await world.say(mei.mei, mei.mei, same)
    assert mei.say("没有重复记", "nothing was added") in said.text
    assert sold(world, mei) == (1280, 5, 2)
    (asked,) = await world.say(mei.mei, mei.mei, mei.say(*REPORT))
    await world.press(mei.mei, asked, mei.say(*REPLACE))
    (again,) = await world.say(mei.mei, mei.mei, mei.say(*REPORT))
    assert mei.say("没有重复记", "nothing was added") in again.text
    assert sold(world, mei) == (1500, 6, 0)


async def test_a_later_report_replaces_an_earlier_one(world: World, mei: Crew) -> None:
    (asked,) = await world.say(mei.mei, mei.mei, mei.say(*REPORT))
    await world.press(mei.mei, asked, mei.say(*REPLACE))
    later = mei.say("日报\n销售额：1800\n订单：7", "Daily report\nSales: 1800\nOrders: 7")
    (once_more,) = await world.say(mei.mei, mei.mei, later)
    await world.press(mei.mei, once_more, mei.say(*REPLACE))
    assert sold(world, mei) == (1800, 7, 0)
    await world.say(mei.mei, mei.mei, mei.say("撤回", "undo"))
    assert sold(world, mei) == (1500, 6, 0)
    await world.say(mei.mei, mei.mei, mei.say("撤回", "undo"))
    assert sold(world, mei) == (1280, 5, 2)


async def test_editing_the_report_corrects_it_alone(world: World, mei: Crew) -> None:
    (asked,) = await world.say(mei.mei, mei.mei, mei.say(*REPORT))
    await world.press(mei.mei, asked, mei.say(*REPLACE))
    await world.edit(written(world, mei, mei.say(*REPORT)), mei.say(*REPORT).replace("1500", "1600"))
    assert sold(world, mei) == (1600, 6, 0)


async def test_editing_it_before_the_answer_asks_anew(world: World, mei: Crew) -> None:
    (first,) = await world.say(mei.mei, mei.mei, mei.say(*REPORT))
    await world.edit(written(world, mei, mei.say(*REPORT)), mei.say(*REPORT).replace("1500", "1600"))
    assert labels(world.look(mei.mei, first)) == []
    await world.press(mei.mei, last_question(world, mei), mei.say(*REPLACE))
    assert sold(world, mei) == (1600, 6, 0)


async def test_a_sale_that_is_edited_into_the_days_total_is_asked_about(world: World, mei: Crew) -> None:
    line = mei.say("2单 480", "2 orders 480")
    await world.edit(written(world, mei, line), mei.say("今天一共5单 1290", "total today 5 orders 1290"))
    assert sold(world, mei) == (1280, 5, 2)
    await world.press(mei.mei, last_question(world, mei), mei.say(*REPLACE))
    assert sold(world, mei) == (1290, 5, 0)


async def test_other_days_and_other_people_are_left_alone(world: World, mei: Crew) -> None:
    await world.say(mei.mei, mei.mei, mei.say("昨天 1单 100", "yesterday 1 order 100"))
    await world.say(mei.ken, mei.group, "/sale 1 70")
    (asked,) = await world.say(mei.mei, mei.mei, mei.say(*REPORT))
    await world.press(mei.mei, asked, mei.say(*REPLACE))
    assert sold(world, mei) == (1670, 8, 0)
    (yesterday,) = await world.say(
        mei.mei, mei.mei, mei.say("昨天日报 2单 250", "yesterday's daily report 2 orders 250")
    )
    await world.press(mei.mei, yesterday, mei.say(*REPLACE))
    assert sold(world, mei) == (1820, 9, 0)


async def test_what_the_report_does_not_count_clashes_with_nothing(world: World, crew: Crew) -> None:
    await join(world, crew)
    await world.say(crew.mei, crew.mei, "/new 2")
    (card,) = await world.say(crew.mei, crew.mei, crew.say(*REPORT))
    assert card.text.startswith("✅")
    assert sold(world, crew) == (1500, 6, 2)


async def test_a_lead_who_reports_the_day_of_somebody_sees_whose_it_is(world: World, mei: Crew) -> None:
    line = mei.say("日报\n姓名：{}\n销售额：1500\n订单：6", "Daily report - {}\nSales: 1500\nOrders: 6")
    (asked,) = await world.say(mei.lead, mei.group, line.format(mei.mei.name))
    assert mei.mei.name in asked.text
    await world.press(mei.lead, asked, mei.say(*REPLACE))
    assert sold(world, mei) == (1500, 6, 0)


async def test_an_unanswered_day_is_named_and_answered_later(world: World, mei: Crew) -> None:
    await world.say(mei.mei, mei.mei, mei.say("今天一共6单 1500", "total today 6 orders 1500"))
    world.now += timedelta(hours=3)
    await world.say(mei.mei, mei.mei, mei.say("1单 20", "1 order 20"))
    (standing,) = await world.say(mei.mei, mei.mei, "/me")
    answer = next(label for label in labels(standing) if label.startswith(mei.say("答：", "Answer:")))
    await world.press(mei.mei, standing, answer)
    again = last_question(world, mei)
    assert "1,300.00" in again.text
    await world.press(mei.mei, again, mei.say(*REPLACE))
    assert sold(world, mei) == (1500, 6, 0)


async def test_the_books_agree_with_their_totals_afterwards(world: World, mei: Crew) -> None:
    (asked,) = await world.say(mei.mei, mei.mei, mei.say(*REPORT))
    await world.press(mei.mei, asked, mei.say(*REPLACE))
    assert books(world, mei)[Measure.REPORTS] == 1
    assert "1,500" in told(await world.say(mei.mei, mei.mei, "/me"))
