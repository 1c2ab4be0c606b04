"""A report, one number at a time: by buttons and typed numbers, in one message of the private chat."""

from dataclasses import dataclass
from datetime import timedelta

import pytest

from bot.demo.telegram import Shown
from kpi.entry import Measure
from kpi.period import Grain
from tests.journeys.conftest import Crew
from tests.journeys.test_reporting import books, join, told
from tests.journeys.world import World


@dataclass
class Guide:
    """The message that asks Mei in her private chat."""

    world: World
    crew: Crew
    message: Shown

    @property
    def now(self) -> Shown:
        return self.world.look(self.crew.mei, self.message)

    @property
    def labels(self) -> list[str]:
        return [button.label for row in self.now.buttons for button in row]

    async def press(self, label: str) -> str:
        """Presses the button whose label begins so; the toast."""
        whole = next(one for one in self.labels if one.startswith(label))
        return await self.world.press(self.crew.mei, self.now, whole)

    async def write(self, text: str) -> str:
        """What the bot says below."""
        return told(await self.world.say(self.crew.mei, self.crew.mei, text))


@pytest.fixture
async def guide(world: World, crew: Crew) -> Guide:
    """Begun by `/log` alone."""
    await join(world, crew)
    (message,) = await world.say(crew.mei, crew.mei, "/log")
    return Guide(world, crew, message)


async def test_buttons_and_one_typed_number_make_the_usual_card(world: World, crew: Crew, guide: Guide) -> None:
    before = {m.message_id for m in world.said(crew.mei)}
    await guide.press(crew.say("今天", "Today"))
    await guide.press("3")
    assert await guide.write("1280") == ""
    assert crew.say("3单 · ¥1,280.00", "3 orders · $1,280.00") in guide.now.text
    assert books(world, crew) == {}
    await guide.press("2")
    (card,) = world.said(crew.mei, before)
    assert crew.say("3单 · ¥1,280.00 · 新客2", "3 orders · $1,280.00 · 2 new") in card.text
    assert [button.label for row in card.buttons for button in row] == crew.say("✏️ 改|↩️ 撤回", "✏️ Change|↩️ Undo").split(
        "|"
    )
    assert guide.now.buttons == ()
    assert books(world, crew) == {
        Measure.GROSS: 128000, Measure.GROSS_OF_ORDERS: 128000, Measure.ORDERS: 3, Measure.NEW_CUSTOMERS: 2,
        Measure.REPORTS: 1,
    }  # fmt: skip


@pytest.mark.parametrize("units", [True, False])
async def test_every_step_can_be_typed(world: World, crew: Crew, guide: Guide, units: bool) -> None:
    await guide.write(crew.say("昨天", "yesterday"))
    await guide.write(crew.say("12单", "12 orders") if units else "12")
    await guide.write(crew.say("1.2万", "12,000"))
    card = await guide.write(crew.say("新客11", "11 new customers") if units else "11")
    assert "12,000.00" in card
    assert crew.say("6月7日", "Jun 7") in card
    assert books(world, crew, Grain.DAY) == {}
    found = books(world, crew)
    assert (found[Measure.ORDERS], found[Measure.GROSS], found[Measure.NEW_CUSTOMERS]) == (12, 1200000, 11)


async def test_who_sold_nothing_is_not_asked_for_an_amount(world: World, crew: Crew, guide: Guide) -> None:
    await guide.press(crew.say("今天", "Today"))
    await guide.press(crew.say("没开单", "Nothing sold"))
    card = await guide.write("0")
    assert crew.say("没开单", "nothing sold") in card
    assert books(world, crew) == {Measure.REPORTS: 1}


WRONG = [
    # what is typed at the steps before, what is typed then, and what the answer says (zh, en)
    ([], "abc", "6-08", "8 Jun"),
    ([], "6-31", "6-08", "8 Jun"),
    ([], "2026-06-09", "还没到", "still to come"),
    ([], "2026-04-01", "35", "35"),
    (["6-08"], "abc", "整数", "whole number"),
    (["6-08"], "3.5", "整数", "whole number"),
    (["6-08"], "-3", "整数", "whole number"),
    (["6-08"], "9" * 12, "太大", "too large"),
    (["6-08", "3"], "abc", "1280", "1280"),
    (["6-08", "3"], "-500", "1280", "1280"),
    (["6-08", "3"], "0", "金额是 0", "amount is 0"),
    (["6-08", "3"], "9" * 11, "太大", "too large"),
    (["6-08", "3"], "€299", "EUR", "EUR"),
    (["6-08", "3", "1280"], "abc", "写 0", "0 if"),
    (["6-08", "3", "1280"], "1e9", "太大|整数", "too large|whole number"),
]


@pytest.mark.parametrize(("before", "typed", "zh", "en"), WRONG)
async def test_a_wrong_answer_gets_a_sentence_and_the_step_stays(  # noqa: PLR0917 - the columns of the table
    world: World, crew: Crew, guide: Guide, before: list[str], typed: str, zh: str, en: str
) -> None:
    for answer in before:
        await guide.write(answer)
    asked = guide.now
    said = await guide.write(typed)
    assert any(part in said for part in crew.say(zh, en).split("|"))
    assert guide.now == asked
    for answer in ["6-08", "3", "1280", "1"][len(before) :]:
        await guide.write(answer)
    assert books(world, crew)[Measure.GROSS] == 128000


@pytest.mark.parametrize("steps", [0, 1, 2, 3])
@pytest.mark.parametrize("typed", [True, False])
async def test_it_can_be_cancelled_at_every_step(
    world: World, crew: Crew, guide: Guide, steps: int, typed: bool
) -> None:
    for answer in ["6-08", "3", "1280"][:steps]:
        await guide.write(answer)
    cancel = crew.say("取消", "cancel")
    if typed:
        assert await guide.write(cancel) != ""
    else:
        await guide.press(cancel.capitalize())
    assert guide.now.buttons == ()
    for answer in ["6-08", "3", "1280", "1"]:
        await guide.write(answer)
    assert books(world, crew) == {}


async def test_a_restart_in_the_middle_loses_nothing(world: World, crew: Crew, guide: Guide) -> None:
    await guide.press(crew.say("今天", "Today"))
    await world.start()
    await guide.write("3")
    await world.start()
    await guide.write("1280")
    await world.start()
    await guide.press(crew.say("没有新客", "No new"))
    assert (books(world, crew)[Measure.ORDERS], books(world, crew)[Measure.GROSS]) == (3, 128000)


async def test_back_asks_the_step_before_again(world: World, crew: Crew, guide: Guide) -> None:
    for answer in ["6-07", "5", "99"]:
        await guide.write(answer)
    for _ in range(3):
        await guide.press("‹")
    assert crew.say("哪一天", "Which day") in guide.now.text
    for answer in ["6-08", "3", "1280", "0"]:
        await guide.write(answer)
    assert books(world, crew, Grain.DAY)[Measure.ORDERS] == 3


async def test_back_from_new_customers_of_nobody_skips_the_amount(crew: Crew, guide: Guide) -> None:
    await guide.write("6-08")
    await guide.press(crew.say("没开单", "Nothing sold"))
    await guide.press("‹")
    assert crew.say("几单", "How many orders") in guide.now.text


async def test_a_whole_report_in_between_is_booked_and_ends_it(world: World, crew: Crew, guide: Guide) -> None:
    await guide.write("6-08")
    card = await guide.write(crew.say("2单 560 新客1", "2 orders 560 new 1"))
    assert "560.00" in card
    assert guide.now.buttons == ()
    await guide.write("3")
    assert books(world, crew)[Measure.ORDERS] == 2


@pytest.mark.parametrize("line", ["/sale 2 560", "/log 2单 560", "报单 2 560"])
async def test_a_command_that_reports_ends_it_too(world: World, crew: Crew, guide: Guide, line: str) -> None:
    await guide.write("6-08")
    assert "560.00" in await guide.write(line)
    assert guide.now.buttons == ()
    assert books(world, crew)[Measure.GROSS] == 56000


@pytest.mark.parametrize("line", ["/me", "我的", "排行"])
async def test_another_command_is_answered_and_the_step_stays(crew: Crew, guide: Guide, line: str) -> None:
    await guide.write("6-08")
    asked = guide.now
    assert crew.mei.name in await guide.write(line) or line == "排行"
    assert guide.now == asked
    await guide.write("3")
    assert crew.say("一共多少钱", "How much in all") in guide.now.text


async def test_an_unusual_amount_is_asked_about(world: World, crew: Crew, guide: Guide) -> None:
    for line in ("/sale 3 300", "/sale 2 200"):
        await guide.write(line)
    again = Guide(world, crew, (await world.say(crew.mei, crew.mei, "/log"))[0])
    for answer in ["6-08", "1"]:
        await again.write(answer)
    await again.write("12800")
    question = await again.write("0")
    assert "12,800" in question
    assert books(world, crew)[Measure.GROSS] == 50000
    assert "12,800" in await again.write(crew.say("是的", "yes"))
    assert books(world, crew)[Measure.GROSS] == 1330000


async def test_after_two_hours_it_is_over(world: World, crew: Crew, guide: Guide) -> None:
    await guide.write("6-08")
    world.now += timedelta(hours=2, minutes=1)
    assert crew.say("过期", "out of date") in await guide.press("3")
    await guide.write("3")
    assert books(world, crew) == {}


async def test_each_answer_gives_two_more_hours(world: World, crew: Crew, guide: Guide) -> None:
    for answer in ["6-08", "3", "1280", "1"]:
        world.now += timedelta(hours=1, minutes=50)
        await guide.write(answer)
    assert books(world, crew)[Measure.ORDERS] == 3


async def test_it_stays_on_the_day_that_was_chosen_past_midnight(world: World, crew: Crew, guide: Guide) -> None:
    world.now = world.now.replace(hour=23, minute=59)
    (message,) = await world.say(crew.mei, crew.mei, "/log")
    late = Guide(world, crew, message)
    await late.press(crew.say("今天", "Today"))
    world.now += timedelta(minutes=2)
    for answer in ["3", "1280", "0"]:
        await late.write(answer)
    assert books(world, crew, Grain.DAY) == {}
    assert books(world, crew)[Measure.GROSS] == 128000


async def test_a_second_one_takes_the_buttons_off_the_first(world: World, crew: Crew, guide: Guide) -> None:
    (second,) = await world.say(crew.mei, crew.mei, "/log")
    assert guide.now.buttons == ()
    assert second.buttons != ()


@pytest.mark.parametrize("line", ["/start", "/help", "/me"])
async def test_a_button_in_the_private_chat_begins_it(world: World, crew: Crew, guide: Guide, line: str) -> None:
    (message,) = await world.say(crew.mei, crew.mei, line)
    before = {m.message_id for m in world.said(crew.mei)}
    await world.press(crew.mei, message, crew.say("📝 一步步报单", "📝 Report step by step"))
    (asked,) = world.said(crew.mei, before)
    assert crew.say("哪一天", "Which day") in asked.text


async def test_in_a_group_it_leads_to_the_private_chat(world: World, crew: Crew) -> None:
    (answer,) = await world.say(crew.mei, crew.group, "/log")
    (link,) = [str(button.url) for row in answer.buttons for button in row]
    (asked,) = await world.say(crew.mei, crew.mei, f"/start {link.partition('?start=')[2]}")
    assert crew.group.title in asked.text
    assert asked.buttons != ()


async def test_a_viewer_reports_nothing(world: World, crew: Crew, guide: Guide) -> None:
    await world.say(crew.lead, crew.group, f"/team role {crew.mei.name} viewer")
    refused = await guide.write("/log")
    assert crew.say("只看不报", "viewer") in refused
    (menu,) = await world.say(crew.mei, crew.mei, "/start")
    assert crew.say("报单", "Report") not in "".join(button.label for row in menu.buttons for button in row)


async def test_its_card_is_changed_and_undone_like_any_other(world: World, crew: Crew, guide: Guide) -> None:
    for answer in ["6-08", "3", "1280"]:
        await guide.write(answer)
    (card,) = await world.say(crew.mei, crew.mei, "2")
    before = {m.message_id for m in world.said(crew.mei)}
    await world.press(crew.mei, card, crew.say("✏️ 改", "✏️ Change"))
    assert len(world.said(crew.mei, before)) == 1
    await guide.write("1820")
    assert (books(world, crew)[Measure.GROSS], books(world, crew)[Measure.NEW_CUSTOMERS]) == (182000, 2)
    await world.press(crew.mei, world.look(crew.mei, card), crew.say("↩️ 撤回", "↩️ Undo"))
    assert books(world, crew) == {}


async def used_by_the_team(world: World, crew: Crew) -> None:
    """Somebody has reported buyers and page views lately."""
    await world.say(crew.ken, crew.group, crew.say("3单 900 买家2 PV50", "3 orders 900, 2 buyers, PV 50"))


async def sold_so_far(crew: Crew, guide: Guide) -> None:
    await guide.press(crew.say("今天", "Today"))
    await guide.press("6")
    await guide.write("1000")
    await guide.press("2")


async def test_what_the_team_reports_beside_sales_is_offered(world: World, crew: Crew, guide: Guide) -> None:
    await used_by_the_team(world, crew)
    before = {m.message_id for m in world.said(crew.mei)}
    await sold_so_far(crew, guide)
    offered = crew.say("买家数|浏览|✅ 就这些", "buyers|page views|✅ That is all").split("|")
    assert guide.labels[: len(offered)] == offered
    await guide.press(crew.say("买家数", "buyers"))
    await guide.press("4")
    assert crew.say("4位买家", "4 buyers") in guide.now.text
    assert crew.say("买家数", "buyers") not in guide.labels
    await guide.write("PV120")  # the last that fits
    (card,) = world.said(crew.mei, before)
    assert crew.say("6单 · 4位买家 · ¥1,000.00", "6 orders · 4 buyers · $1,000.00") in card.text
    assert crew.say("浏览120", "120 page views") in card.text


async def test_who_has_nothing_more_to_report_says_so(world: World, crew: Crew, guide: Guide) -> None:
    await used_by_the_team(world, crew)
    await sold_so_far(crew, guide)
    assert await guide.write("abc") == crew.say(
        "没看懂。点一个，或写一样，例如 买家4；没有了就点“就这些”",
        "I did not get that. Press one or write it, such as 4 buyers; if there is no more, press That is all",
    )
    await guide.press(crew.say("✅ 就这些", "✅ That is all"))
    assert guide.now.buttons == ()
    assert books(world, crew)[Measure.GROSS] == 190000


async def test_one_goes_back_from_what_is_beside(world: World, crew: Crew, guide: Guide) -> None:
    await used_by_the_team(world, crew)
    await sold_so_far(crew, guide)
    await guide.press(crew.say("买家数", "buyers"))
    for _ in range(2):
        await guide.press(crew.say("‹ 返回", "‹ Back"))
    assert crew.say("新客几位", "new customers") in guide.now.text


async def test_who_sold_nothing_is_not_asked_for_buyers(world: World, crew: Crew, guide: Guide) -> None:
    await used_by_the_team(world, crew)
    await guide.press(crew.say("今天", "Today"))
    await guide.press(crew.say("没开单", "Nothing sold"))
    await guide.press(crew.say("没有新客", "No new ones"))
    assert crew.say("浏览", "page views") in guide.labels
    assert crew.say("买家数", "buyers") not in guide.labels
