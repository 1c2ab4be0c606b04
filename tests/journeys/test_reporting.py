"""A seller reports, in the group and in private: what is understood, what it counts for, and how it is put right."""

from collections.abc import Sequence

import pytest

from bot.demo.telegram import Shown
from kpi.entry import Measure
from kpi.metrics import Sums
from kpi.period import Grain, period_of
from storage import chats, teams, totals
from tests.journeys.conftest import Crew
from tests.journeys.world import World


def told(messages: Sequence[Shown]) -> str:
    return "\n".join(message.text for message in messages)


def books(world: World, crew: Crew, grain: Grain = Grain.MONTH) -> Sums:
    """What the team's books say of the period so far."""
    with world.database.read() as db:
        chat = chats.chat_of(db, crew.group.id)  # type: ignore[arg-type]
        assert chat is not None
        team = teams.of_chat(db, chat.id)
        assert team is not None
        by_member = totals.by_member(db, team.id, period_of(grain, world.now.date()))
    return {
        measure: total for measure in Measure if (total := sum(sums.get(measure, 0) for sums in by_member.values()))
    }


COMMANDS = [
    # what is written, its orders, its money in minor units, its new customers
    ("/sale 3 299", "/sale 3 299", 3, 29900, 0),
    ("/sale 299", "/sale 299", 0, 29900, 0),
    ("/sale 5 1280 3", "/sale 5 1280 3", 5, 128000, 3),
    ("/sale@longhubang_bot 3 299", "/SALE 3 299", 3, 29900, 0),
    ("/sale 昨天 2 560", "/sale yesterday 2 560", 2, 56000, 0),
    ("/log 3单 1280 新客2", "/log 3 orders 1280 new 2", 3, 128000, 2),
    ("报单 2 198", "/sale 2 198", 2, 19800, 0),
    ("3单 1280 新客2", "3 orders 1280 new 2", 3, 128000, 2),
    ("今天卖了5单，一共1280元，新客3个", "sold 5 orders for 1,280, 3 new customers", 5, 128000, 3),
]


@pytest.mark.parametrize("private", [False, True])
@pytest.mark.parametrize(("zh", "en", "orders", "gross", "new"), COMMANDS)
async def test_a_report_is_booked_and_answered_by_one_card(  # noqa: PLR0917 - the columns of the table
    world: World, crew: Crew, private: bool, zh: str, en: str, orders: int, gross: int, new: int
) -> None:
    await world.say(crew.mei, crew.group, "/me")  # makes nobody a member
    if private:
        await join(world, crew)
    where = crew.mei if private else crew.group
    answers = await world.say(crew.mei, where, crew.say(zh, en))
    assert len(answers) == 1
    assert f"{gross / 100:,.2f}" in answers[0].text
    assert crew.mei.name in answers[0].text
    assert [button.label for row in answers[0].buttons for button in row] == crew.say(
        "✏️ 改|↩️ 撤回", "✏️ Change|↩️ Undo"
    ).split("|")
    found = books(world, crew)
    assert found.get(Measure.ORDERS, 0) == orders
    assert found[Measure.GROSS] == gross
    assert found.get(Measure.NEW_CUSTOMERS, 0) == new


async def join(world: World, crew: Crew) -> None:
    """The seller follows the Join button of the greeting."""
    greeting = world.said(crew.group)[0]
    (link,) = [button.url for row in greeting.buttons for button in row if button.url]
    payload = link.partition("?start=")[2]
    answers = await world.say(crew.mei, crew.mei, f"/start {payload}")
    assert crew.group.title in told(answers)


REFUNDS = [
    ("/refund 1 128", "/refund 1 128", 12800),
    ("退款 128", "refund 128", 12800),
]


@pytest.mark.parametrize(("zh", "en", "refund"), REFUNDS)
async def test_a_refund_is_taken_off_the_net_and_leaves_the_order(
    world: World, crew: Crew, zh: str, en: str, refund: int
) -> None:
    await world.say(crew.mei, crew.group, "/sale 3 1280")
    answers = await world.say(crew.mei, crew.group, crew.say(zh, en))
    assert "1,152.00" in told(answers)
    found = books(world, crew)
    assert (found[Measure.GROSS], found[Measure.REFUNDS], found[Measure.ORDERS]) == (128000, refund, 3)


async def test_more_given_back_than_orders_brought_is_no_value_of_an_order(world: World, crew: Crew) -> None:
    """Goods were sold without saying in how many orders, and some of them came back."""
    await world.say(crew.mei, crew.group, "/sale 1 100")
    await world.say(crew.mei, crew.group, crew.say("卖了3件面膜300", "3 pcs mask 300"))
    (card,) = await world.say(crew.mei, crew.group, crew.say("退款 199", "refund 199"))
    assert crew.say("今日 ¥201.00 · 1单\n", "Today $201.00 · 1 order\n") in card.text


@pytest.mark.parametrize(("zh", "en", "new"), [("/new 2", "/new 2", 2), ("新客 4", "/new 4", 4)])
async def test_new_customers_are_booked_alone(world: World, crew: Crew, zh: str, en: str, new: int) -> None:
    await world.say(crew.mei, crew.group, crew.say(zh, en))
    assert books(world, crew) == {Measure.NEW_CUSTOMERS: new, Measure.REPORTS: 1}


CHATTER = [
    ("今天真热", "so hot today"),
    ("晚上8点开会", "meeting at 8 tonight"),
    ("666", "666"),
    ("面膜99一盒，买3送1", "3 lipsticks for $60, DM me"),
    ("今天卖了几单？", "how many orders today?"),
]


@pytest.mark.parametrize(("zh", "en"), CHATTER)
async def test_chatter_in_a_group_is_met_with_silence(world: World, crew: Crew, zh: str, en: str) -> None:
    assert await world.say(crew.mei, crew.group, crew.say(zh, en)) == []
    assert books(world, crew) == {}


REFUSED = [
    ("/sale 0", "/sale 0", "0"),
    ("/sale -500", "/sale -500", "/refund 500"),
    ("/sale 1e9", "/sale 1e9", "大|large"),
    ("/sale 2 9999999999", "/sale 2 9999999999", "大|large"),
    ("/sale 2027-01-01 2 560", "/sale 2027-01-01 2 560", "没有记|nothing was counted"),
    ("/sale 2026-04-01 2 560", "/sale 2026-04-01 2 560", "35"),
    ("/sale 3 299欧元", "/sale 3 €299", "EUR"),
    ("/sale abc", "/sale abc", "/sale 3 299"),
    ("/sale", "/sale", "/sale 3 299"),
    ("/sale 3 299 9 9", "/sale 3 299 9 9", "/sale 3 299"),
    ("/sale @Nobody 2 98", "/sale @Nobody 2 98", "Nobody"),
    ("/sale " + "9" * 4000, "/sale " + "9" * 4000, "|"),
]


@pytest.mark.parametrize(("zh", "en", "because"), REFUSED)
async def test_what_cannot_be_is_refused_with_the_reason(
    world: World, crew: Crew, zh: str, en: str, because: str
) -> None:
    answers = await world.say(crew.mei, crew.group, crew.say(zh, en))
    assert len(answers) == 1
    words = because.split("|")
    assert words[0 if crew.language == "zh" else -1] in told(answers)
    assert books(world, crew) == {}


async def test_req_16_an_amount_ten_times_the_usual_is_asked_about(world: World, crew: Crew) -> None:
    for line in ("/sale 3 300", "/sale 2 200", "/sale 1 110"):
        await world.say(crew.mei, crew.group, line)
    (question,) = await world.say(crew.mei, crew.group, crew.say("1单 12800", "1 order 12800"))
    assert "12,800" in question.text
    assert books(world, crew)[Measure.GROSS] == 61000
    await world.press(crew.mei, question, crew.say("不是", "No"))
    assert books(world, crew)[Measure.GROSS] == 61000
    (again,) = await world.say(crew.mei, crew.group, crew.say("1单 12800", "1 order 12800"))
    assert await world.press(crew.ken, again, crew.say("是的", "Yes")) != ""  # it was not his question
    assert books(world, crew)[Measure.GROSS] == 61000
    await world.press(crew.mei, again, crew.say("是的", "Yes"))
    assert books(world, crew)[Measure.GROSS] == 61000 + 1280000


async def test_a_missing_amount_is_asked_for(world: World, crew: Crew) -> None:
    await join(world, crew)
    (question,) = await world.say(crew.mei, crew.mei, crew.say("4单", "4 orders"))
    assert books(world, crew) == {}
    answers = await world.say(crew.mei, crew.mei, "800")
    assert "800.00" in told(answers)
    assert (books(world, crew)[Measure.ORDERS], books(world, crew)[Measure.GROSS]) == (4, 80000)
    assert world.look(crew.mei, question).buttons == ()


async def test_a_question_ends_with_cancel(world: World, crew: Crew) -> None:
    await join(world, crew)
    await world.say(crew.mei, crew.mei, crew.say("4单", "4 orders"))
    assert len(await world.say(crew.mei, crew.mei, crew.say("取消", "cancel"))) == 1
    await world.say(crew.mei, crew.mei, "800")
    assert books(world, crew) == {}


async def test_an_edit_corrects_the_entry_once_and_edits_its_card(world: World, crew: Crew) -> None:
    (card,) = await world.say(crew.mei, crew.group, crew.say("3单 1280 新客2", "3 orders 1280 new 2"))
    (written,) = [m for m in world.telegram.messages(crew.group) if m.sender == crew.mei and "1280" in m.text]
    before = len(world.telegram.messages(crew.group))
    await world.edit(written, crew.say("3单 1820 新客2", "3 orders 1820 new 2"))
    assert "1,820.00" in world.look(crew.group, card).text
    assert len(world.telegram.messages(crew.group)) == before
    assert books(world, crew)[Measure.GROSS] == 182000
    world.telegram.redeliver(world.telegram.last_update_id)
    await world.settle()
    assert books(world, crew)[Measure.GROSS] == 182000


async def test_an_update_delivered_again_changes_nothing(world: World, crew: Crew) -> None:
    await world.say(crew.mei, crew.group, "/sale 3 1280")
    before = world.telegram.messages(crew.group)
    world.telegram.redeliver(world.telegram.last_update_id)
    await world.settle()
    assert world.telegram.messages(crew.group) == before
    assert books(world, crew)[Measure.GROSS] == 128000


async def test_undo_takes_the_last_one_back_and_offers_to_restore_it(world: World, crew: Crew) -> None:
    (card,) = await world.say(crew.mei, crew.group, "/sale 3 1280")
    await world.say(crew.mei, crew.group, "/sale 1 100")
    (answer,) = await world.say(crew.mei, crew.group, crew.say("撤回", "/undo"))
    assert "100.00" in answer.text
    assert books(world, crew)[Measure.GROSS] == 128000
    await world.press(crew.mei, answer, crew.say("恢复", "Restore"))
    assert books(world, crew)[Measure.GROSS] == 138000
    assert "1,280.00" in world.look(crew.group, card).text


async def test_the_buttons_of_a_card_undo_restore_and_change(world: World, crew: Crew) -> None:
    (card,) = await world.say(crew.mei, crew.group, "/sale 3 1280")
    await world.press(crew.ken, card, crew.say("↩️ 撤回", "↩️ Undo"))
    assert books(world, crew)[Measure.GROSS] == 128000  # not his entry
    await world.press(crew.mei, card, crew.say("↩️ 撤回", "↩️ Undo"))
    assert books(world, crew) == {}
    await world.press(crew.mei, world.look(crew.group, card), crew.say("恢复", "Restore"))
    assert books(world, crew)[Measure.GROSS] == 128000
    before = {m.message_id for m in world.telegram.messages(crew.group)}
    await world.press(crew.mei, world.look(crew.group, card), crew.say("✏️ 改", "✏️ Change"))
    (question,) = world.said(crew.group, before)
    await world.say(crew.mei, crew.group, "1820", reply_to=question)
    assert books(world, crew)[Measure.GROSS] == 182000
    assert "1,820.00" in world.look(crew.group, card).text


async def test_a_lead_reports_for_others_and_a_seller_is_asked(world: World, crew: Crew) -> None:
    await world.say(crew.ken, crew.group, "/sale 1 50")
    (card,) = await world.say(crew.lead, crew.group, f"/sale @{crew.ken.name} 2 98")
    assert crew.ken.name in card.text
    assert crew.lead.name in card.text
    (question,) = await world.say(crew.mei, crew.group, f"/sale @{crew.ken.username} 2 70")
    assert str(crew.ken.username) in question.text
    assert books(world, crew)[Measure.GROSS] == 14800


async def test_a_name_that_is_markup_is_only_a_name(world: World, crew: Crew) -> None:
    odd = world.telegram.person("小美💄<b>$\\frac{1}{$", language="zh-hans")
    world.telegram.join(crew.group, odd)
    (card,) = await world.say(odd, crew.group, "/sale 3 1280")
    assert "小美💄<b>$\\frac{1}{$" in card.text


async def test_somebody_in_two_teams_is_asked_once_and_keeps_each_report_in_its_team(world: World, crew: Crew) -> None:
    other = world.telegram.group("Other", owner=crew.lead, members=[crew.mei])
    world.telegram.add_bot(other, crew.lead)
    await world.say(crew.mei, crew.group, "/sale 1 100")
    await world.say(crew.mei, other, "/sale 1 200")
    (question,) = await world.say(crew.mei, crew.mei, "/start")
    (asked,) = await world.say(crew.mei, crew.mei, "/sale 1 300")
    assert {button.label for row in asked.buttons for button in row} == {crew.group.title, "Other"}
    await world.press(crew.mei, asked, crew.group.title)
    (card,) = await world.say(crew.mei, crew.mei, "/sale 1 300")
    assert books(world, crew)[Measure.GROSS] == 40000
    await world.press(crew.mei, question, "Other")
    (written,) = [m for m in world.telegram.messages(crew.mei) if m.text == "/sale 1 300"][-1:]
    await world.edit(written, "/sale 1 350")
    assert books(world, crew)[Measure.GROSS] == 45000
    await world.press(crew.mei, world.look(crew.mei, card), crew.say("↩️ 撤回", "↩️ Undo"))
    assert books(world, crew)[Measure.GROSS] == 10000
