"""What is open is asked about with buttons for its likely answers; nothing counts before, and nothing is forgotten."""

from datetime import timedelta

import pytest

from kpi.entry import Measure
from tests.journeys.conftest import Crew, labels
from tests.journeys.test_mistakes import sold, written
from tests.journeys.test_reporting import books, join, told
from tests.journeys.world import World


@pytest.fixture
async def mei(world: World, crew: Crew) -> Crew:
    await join(world, crew)
    return crew


# what is written; the labels; which is pressed; money, orders and new customers afterwards
READINGS = [
    ("面膜 299", "serum 28", "卖了 ¥299.00|Sold $28.00", (299, 0, 0), (28, 0, 0)),
    ("299元", "$299", "卖了 ¥299.00|Sold $299.00", (299, 0, 0), (299, 0, 0)),
    ("收定金300", "deposit 300", "先记 ¥300.00|Count $300.00 now", (300, 0, 0), (300, 0, 0)),
    (
        "面膜3盒297 口红2支158 合计555",
        "sold 3 boxes 297, 2 bottles 158, total 555",
        "按合计 5件 · ¥555.00|By total: 5 pieces · $555.00",
        (555, 0, 0),
        (555, 0, 0),
    ),
    (
        "面膜3盒297 口红2支158 合计555",
        "sold 3 boxes 297, 2 bottles 158, total 555",
        "按明细 5件 · ¥455.00|By items: 5 pieces · $455.00",
        (455, 0, 0),
        (455, 0, 0),
    ),
]


@pytest.mark.parametrize(("zh", "en", "label", "after_zh", "after_en"), READINGS)
async def test_the_reading_that_is_pressed_counts(  # noqa: PLR0917 - the columns of the table
    world: World, mei: Crew, zh: str, en: str, label: str, after_zh: tuple[int, ...], after_en: tuple[int, ...]
) -> None:
    (asked,) = await world.say(mei.mei, mei.group, mei.say(zh, en))
    assert sold(world, mei) == (0, 0, 0)
    await world.press(mei.mei, asked, mei.say(*label.split("|")))
    assert sold(world, mei) == (after_zh if mei.language == "zh" else after_en)


async def test_an_amount_that_was_a_price_asks_how_many_were_sold(world: World, mei: Crew) -> None:
    (asked,) = await world.say(mei.mei, mei.group, mei.say("面膜 299", "serum 299"))
    assert labels(asked) == mei.say(
        "卖了 ¥299.00|这是单价|不是报单", "Sold $299.00|That is the price of one|Not a report"
    ).split("|")
    before = {m.message_id for m in world.telegram.messages(mei.group)}
    await world.press(mei.mei, asked, mei.say("这是单价", "That is the price of one"))
    (how_many,) = world.said(mei.group, before)
    assert "299.00" in how_many.text
    assert sold(world, mei) == (0, 0, 0)
    await world.press(mei.mei, how_many, "3")
    assert sold(world, mei) == (897, 0, 0)
    assert books(world, mei)[Measure.UNITS] == 3


@pytest.mark.parametrize(("zh", "en"), [("4", "4"), ("4盒", "4 pcs"), ("卖了4个", "sold 4")])
async def test_how_many_may_be_typed(world: World, mei: Crew, zh: str, en: str) -> None:
    (asked,) = await world.say(mei.mei, mei.mei, mei.say("面膜 100", "serum 100"))
    await world.press(mei.mei, asked, mei.say("这是单价", "That is the price of one"))
    await world.say(mei.mei, mei.mei, mei.say(zh, en))
    assert (sold(world, mei)[0], books(world, mei)[Measure.UNITS]) == (400, 4)


async def test_only_a_price_ends_politely(world: World, mei: Crew) -> None:
    (asked,) = await world.say(mei.mei, mei.mei, mei.say("面膜 100", "serum 100"))
    await world.press(mei.mei, asked, mei.say("这是单价", "That is the price of one"))
    how_many = world.said(mei.mei)[-1]
    await world.press(mei.mei, how_many, mei.say("只是报价，没卖", "Only a price, nothing sold"))
    assert mei.say("没有记", "nothing was counted") in world.look(mei.mei, how_many).text
    assert sold(world, mei) == (0, 0, 0)
    assert mei.say("待确认", "To be answered") not in told(await world.say(mei.mei, mei.mei, "/me"))


async def test_a_small_number_is_orders_or_money_and_orders_need_an_amount(world: World, mei: Crew) -> None:
    (asked,) = await world.say(mei.mei, mei.mei, mei.say("业绩 5", "sales 5"))
    assert labels(asked) == mei.say("5单|¥5.00|不是报单", "5 orders|$5.00|Not a report").split("|")
    await world.press(mei.mei, asked, mei.say("5单", "5 orders"))
    await world.say(mei.mei, mei.mei, "600")
    assert sold(world, mei) == (600, 5, 0)


TYPED = [
    # what is open, the answer in words, what counts then
    (("卖了五六百", "580"), ("sold around 500 today", "sold 480 today"), (580, 0, 0), (480, 0, 0)),
    (("收款3.450", "3450"), ("revenue 3.450", "3450"), (3450, 0, 0), (3450, 0, 0)),
    (("业绩 5", "5元"), ("sales 5", "$5"), (5, 0, 0), (5, 0, 0)),
    (("面膜 299", "卖了"), ("serum 28", "sold"), (299, 0, 0), (28, 0, 0)),
]


@pytest.mark.parametrize(("zh", "en", "after_zh", "after_en"), TYPED)
async def test_an_open_point_may_be_answered_in_words(  # noqa: PLR0917 - the columns of the table
    world: World,
    mei: Crew,
    zh: tuple[str, str],
    en: tuple[str, str],
    after_zh: tuple[int, ...],
    after_en: tuple[int, ...],
) -> None:
    line, reply = zh if mei.language == "zh" else en
    (asked,) = await world.say(mei.mei, mei.mei, line)
    await world.say(mei.mei, mei.mei, reply)
    assert sold(world, mei) == (after_zh if mei.language == "zh" else after_en)
    assert world.look(mei.mei, asked).buttons == ()
    await world.edit(written(world, mei, reply), mei.say("改成 77", "make it 77"))
    assert sold(world, mei)[0] == 77


async def test_two_counts_are_two_buttons(world: World, mei: Crew) -> None:
    (asked,) = await world.say(mei.mei, mei.mei, mei.say("3单还是4单 500", "3 or 4 orders 500"))
    assert labels(asked)[:2] == mei.say("3单 · ¥500.00|4单 · ¥500.00", "3 orders · $500.00|4 orders · $500.00").split(
        "|"
    )
    await world.press(mei.mei, asked, labels(asked)[1])
    assert sold(world, mei) == (500, 4, 0)


WHO = [("是我的", "mine", True), ("阿强", "Ken", False), ("丽丽2单 200", "Lili 2 orders 200", False)]


@pytest.mark.parametrize(("zh", "en", "own"), WHO)
async def test_an_unknown_name_asks_whose_it_is(world: World, mei: Crew, zh: str, en: str, own: bool) -> None:
    for somebody in (mei.ken, mei.lili):
        await world.say(somebody, mei.group, "/sale 1 1")
    await world.say(mei.lead, mei.group, "/sale 1 1")
    (asked,) = await world.say(mei.lead, mei.group, mei.say("Bob 2单 200", "Bob 2 orders 200"))
    assert labels(asked)[0] == mei.say("是我的：2单 · ¥200.00", "Mine: 2 orders · $200.00")
    (card,) = await world.say(mei.lead, mei.group, mei.say(zh, en))
    assert (mei.lead.name in card.text.split("\n")[0]) is own
    assert sold(world, mei) == (203, 5, 0)
    assert world.look(mei.group, asked).text == mei.say("好的。", "OK.")


@pytest.mark.parametrize(("zh", "en", "after"), [("是的", "yes", (203, 5, 0)), ("不是", "no", (3, 3, 0))])
async def test_whether_it_is_one_s_own_may_be_answered_in_words(
    world: World, mei: Crew, zh: str, en: str, after: tuple[int, int, int]
) -> None:
    for somebody in (mei.ken, mei.lili, mei.mei):
        await world.say(somebody, mei.group, "/sale 1 1")
    await world.say(mei.mei, mei.mei, mei.say("/log 丽丽 2单 200", "/log Lili 2 orders 200"))
    assert sold(world, mei) == (3, 3, 0)
    await world.say(mei.mei, mei.mei, mei.say(zh, en))
    assert sold(world, mei) == after


@pytest.mark.parametrize(("zh", "en", "booked"), [("是的", "yes", True), ("不是", "no", False)])
async def test_whether_it_was_that_long_ago_may_be_answered_in_words(
    world: World, mei: Crew, zh: str, en: str, booked: bool
) -> None:
    await world.say(mei.mei, mei.mei, "/sale 2026-05-20 2 560")
    (said,) = await world.say(mei.mei, mei.mei, mei.say(zh, en))
    assert said.text.startswith("✅") is booked


async def test_an_unrelated_line_never_becomes_a_part_of_what_is_open(world: World, mei: Crew) -> None:
    await world.say(mei.mei, mei.mei, mei.say("Bob 2单 200", "Bob 2 orders 200"))
    await world.say(mei.mei, mei.mei, mei.say("上面那单退了", "the last order was returned"))
    await world.say(mei.mei, mei.mei, mei.say("今天真热", "so hot today"))
    assert sold(world, mei) == (0, 0, 0)
    assert Measure.REFUNDS not in books(world, mei)
    await world.say(mei.mei, mei.mei, mei.say("周末两天一共卖了2600", "sold 2,600 over the weekend"))
    await world.say(mei.mei, mei.mei, "/sale 1 90")
    await world.say(mei.mei, mei.mei, mei.say("日报 销售额：1500 订单：6", "Daily report, sales: 1500, orders: 6"))
    assert sold(world, mei) == (90, 1, 0)  # the totals of the day are asked about, whatever else is open


async def test_what_is_asked_next_of_the_same_report_is_no_unanswered_question(world: World, mei: Crew) -> None:
    (asked,) = await world.say(mei.mei, mei.mei, mei.say("面膜 299", "serum 299"))
    await world.press(mei.mei, asked, mei.say("这是单价", "That is the price of one"))
    assert world.look(mei.mei, asked).text == mei.say("好的。", "OK.")


UNUSUAL = [("/new 9999", "/new 9999"), ("新客 3000", "/new 3000"), ("500单 900", "500 orders 900")]


@pytest.mark.parametrize(("zh", "en"), UNUSUAL)
async def test_a_count_far_above_the_usual_is_asked_about(world: World, mei: Crew, zh: str, en: str) -> None:
    for line in ("/sale 1 100 2", "/sale 2 220 3", "/sale 1 90 1"):
        await world.say(mei.mei, mei.mei, line)
    before = sold(world, mei)
    (asked,) = await world.say(mei.mei, mei.mei, mei.say(zh, en))
    assert labels(asked) == mei.say("是的|不是", "Yes|No").split("|")
    assert sold(world, mei) == before
    await world.press(mei.mei, asked, mei.say("是的", "Yes"))
    assert sold(world, mei) != before


@pytest.mark.parametrize("line", ["/new 12", "/sale 12 1200"])
async def test_a_good_day_is_not_asked_about(world: World, mei: Crew, line: str) -> None:
    for said in ("/sale 1 100 1", "/sale 1 100 1"):
        await world.say(mei.mei, mei.mei, said)
    (card,) = await world.say(mei.mei, mei.mei, line)
    assert card.text.startswith("✅")


DAYS = [
    # days back, whether it is asked
    (7, False),
    (8, True),
    (35, True),
]


@pytest.mark.parametrize(("days", "asked"), DAYS)
async def test_a_day_more_than_a_week_past_is_asked_about(world: World, mei: Crew, days: int, asked: bool) -> None:
    day = world.now.date() - timedelta(days=days)
    (message,) = await world.say(mei.mei, mei.mei, f"/sale {day.isoformat()} 2 560")
    assert (mei.say("一周以前", "more than a week ago") in message.text) is asked
    if asked:
        assert mei.say(f"{day.month}月{day.day}日", f"{day:%b} {day.day}") in message.text
        await world.press(mei.mei, message, mei.say("是的", "Yes"))
    card = world.said(mei.mei)[-1]
    assert card.text.startswith("✅")
    assert mei.say(f"{day.month}月{day.day}日", f"{day:%b} {day.day}") in card.text


async def test_a_long_past_amount_far_above_the_usual_is_asked_about_twice(world: World, mei: Crew) -> None:
    for line in ("/sale 1 100", "/sale 1 110", "/sale 1 90"):
        await world.say(mei.mei, mei.mei, line)
    (first,) = await world.say(mei.mei, mei.mei, "/sale 2026-05-20 1 50000")
    await world.press(mei.mei, first, mei.say("是的", "Yes"))
    assert sold(world, mei) == (300, 3, 0)
    second = world.said(mei.mei)[-1]
    assert "50,000" in second.text
    await world.press(mei.mei, second, mei.say("是的", "Yes"))
    assert world.said(mei.mei)[-1].text.startswith("✅")


# an unanswered question is named until it is answered, dismissed, or a week old


async def test_me_names_what_waits_and_asks_again(world: World, mei: Crew) -> None:
    line = mei.say("面膜 299", "serum 299")
    await world.say(mei.mei, mei.mei, line)
    (ended,) = [m for m in world.said(mei.mei) if mei.say("不是报单", "Not a report") in labels(m)]
    await world.say(mei.mei, mei.mei, "/sale 1 100")
    assert mei.say("还没确认", "Not answered yet") in world.look(mei.mei, ended).text
    (standing,) = await world.say(mei.mei, mei.mei, "/me")
    assert f"“{line}”" in standing.text
    assert mei.say("待确认", "To be answered") in standing.text
    before = {m.message_id for m in world.telegram.messages(mei.mei)}
    await world.press(mei.mei, standing, mei.say(f"答：“{line}”", f"Answer: “{line}”"))
    (again,) = world.said(mei.mei, before)
    assert f"“{line}”" in again.text
    await world.press(mei.mei, again, mei.say("卖了 ¥299.00", "Sold $299.00"))
    assert sold(world, mei) == (399, 1, 0)
    assert line not in told(await world.say(mei.mei, mei.mei, "/me"))
    toast = await world.press(mei.mei, standing, mei.say(f"答：“{line}”", f"Answer: “{line}”"))
    assert toast == mei.say("这条已经不用答了", "This one needs no answer any more")


async def test_the_buttons_of_a_question_answer_it_when_its_time_is_over(world: World, mei: Crew) -> None:
    (asked,) = await world.say(mei.mei, mei.mei, mei.say("面膜 299", "serum 299"))
    world.now += timedelta(hours=5)
    await world.press(mei.mei, asked, mei.say("卖了 ¥299.00", "Sold $299.00"))
    assert sold(world, mei) == (299, 0, 0)
    assert world.look(mei.mei, asked).buttons == ()


async def test_a_report_that_waits_for_more_than_a_week_is_named_no_more(world: World, mei: Crew) -> None:
    line = mei.say("面膜 299", "serum 299")
    (asked,) = await world.say(mei.mei, mei.mei, line)
    world.now += timedelta(days=6)
    assert line in told(await world.say(mei.mei, mei.mei, "/me"))
    world.now += timedelta(days=2)
    assert line not in told(await world.say(mei.mei, mei.mei, "/me"))
    await world.tick()
    assert await world.press(mei.mei, asked, mei.say("卖了 ¥299.00", "Sold $299.00")) != ""
    assert sold(world, mei) == (0, 0, 0)


async def test_what_is_dismissed_cancelled_or_edited_away_is_named_no_more(world: World, mei: Crew) -> None:
    line = mei.say("面膜 299", "serum 299")
    (asked,) = await world.say(mei.mei, mei.mei, line)
    await world.press(mei.mei, asked, mei.say("不是报单", "Not a report"))
    assert line not in told(await world.say(mei.mei, mei.mei, "/me"))
    await world.say(mei.mei, mei.mei, line)
    await world.say(mei.mei, mei.mei, mei.say("取消", "cancel"))
    assert line not in told(await world.say(mei.mei, mei.mei, "/me"))
    await world.say(mei.mei, mei.mei, line)
    await world.edit(written(world, mei, line), mei.say("今天真热", "so hot today"))
    assert line not in told(await world.say(mei.mei, mei.mei, "/me"))
    await world.say(mei.mei, mei.mei, line)
    await world.edit(written(world, mei, line), mei.say("面膜卖了1盒 299", "sold 1 serum for 299"))
    assert sold(world, mei)[0] == 299
    assert line not in told(await world.say(mei.mei, mei.mei, "/me"))


async def test_the_leads_summary_names_who_was_asked_what(world: World, mei: Crew) -> None:
    await world.say(mei.lead, mei.lead, "/start")
    greeting = world.said(mei.group)[0]
    (link,) = [button.url for row in greeting.buttons for button in row if button.url]
    await world.say(mei.lead, mei.lead, f"/start {link.partition('?start=')[2]}")
    line = mei.say("面膜 299", "serum 299")
    await world.say(mei.mei, mei.mei, line)
    before = {m.message_id for m in world.telegram.messages(mei.lead)}
    await world.pass_time(world.now.replace(hour=21, minute=31))
    summary = told(world.said(mei.lead, before))
    assert mei.say(f"{mei.mei.name}：“{line}”", f"{mei.mei.name}: “{line}”") in summary
    assert mei.say("待确认", "Not answered") in summary


async def test_in_the_group_me_only_counts_what_waits(world: World, mei: Crew) -> None:
    line = mei.say("面膜 299", "serum 299")
    await world.say(mei.mei, mei.mei, line)
    (standing,) = await world.say(mei.mei, mei.group, "/me")
    assert line not in standing.text
    assert mei.say("有 1 条待确认", "1 report waits") in standing.text


async def test_nobody_else_can_ask_for_the_question(world: World, mei: Crew) -> None:
    await world.say(mei.ken, mei.group, "/sale 1 10")
    await world.say(mei.mei, mei.mei, mei.say("面膜 299", "serum 299"))
    (standing,) = await world.say(mei.mei, mei.mei, "/me")
    carried = next(b.data for row in standing.buttons for b in row if b.data and b.data.startswith("v1:open"))
    before = {m.message_id for m in world.telegram.messages(mei.group)}
    (mine,) = await world.say(mei.ken, mei.group, "/me")
    assert carried
    assert all(carried != b.data for row in mine.buttons for b in row)
    assert [m for m in world.said(mei.group, before) if "299" in m.text] == []


async def test_nobody_else_can_answer_the_question(world: World, mei: Crew) -> None:
    (asked,) = await world.say(mei.mei, mei.group, mei.say("面膜 299", "serum 299"))
    toast = await world.press(mei.ken, asked, asked.buttons[0][0].label)
    assert mei.say("不是给你点的", "not for you to press") in toast
    assert world.look(mei.group, asked).text == asked.text


async def test_a_day_that_no_year_has_is_asked_about_and_a_day_answers(world: World, crew: Crew) -> None:
    await join(world, crew)
    line = crew.say("6月31日 2单 300", "31 Jun 2 orders 300")
    (asked,) = await world.say(crew.mei, crew.mei, line)
    assert crew.say("没有 6月31日", "There is no 31 Jun") in asked.text
    assert books(world, crew) == {}
    hint = await world.say(crew.mei, crew.mei, crew.say("香蕉", "banana"))
    assert crew.say("还等着回答", "still waits") in told(hint)
    assert books(world, crew) == {}
    await world.say(crew.mei, crew.mei, crew.say("昨天", "yesterday"))
    assert books(world, crew)[Measure.GROSS] == 30_000


async def test_orders_of_a_month_are_no_day_of_it(world: World, crew: Crew) -> None:
    await join(world, crew)
    said = await world.say(crew.mei, crew.mei, "June 31 orders 5000")
    assert "There is no" not in told(said)


async def test_cancelling_nothing_is_said_to_be_that(world: World, crew: Crew) -> None:
    await join(world, crew)
    said = await world.say(crew.mei, crew.mei, crew.say("取消", "cancel"))
    assert crew.say("没有要取消的", "nothing to cancel") in told(said)
    assert await world.say(crew.mei, crew.group, crew.say("取消", "cancel")) == []
