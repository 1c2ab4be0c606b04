"""Customers by name: who is new and who comes back, as sellers report it, correct it and take it back."""

import pytest

from bot.demo.telegram import Shown
from kpi.entry import Measure
from tests.journeys.conftest import Crew
from tests.journeys.test_reporting import books, join, told
from tests.journeys.world import World

NEW, REPEAT = Measure.NEW_CUSTOMERS, Measure.REPEAT_CUSTOMERS


def counts(world: World, crew: Crew) -> tuple[int, int]:
    """The new and the returning customers of the month."""
    found = books(world, crew)
    return found.get(NEW, 0), found.get(REPEAT, 0)


NAMED = [
    # what is written, its money, the new and the returning customers, and whom the card names
    ("新客 小红 阿玲", "new: Anna, Bo", 0, 2, 0, "小红 · 阿玲|Anna · Bo"),
    ("新客2 小红、阿玲", "new customers Anna and Bo", 0, 2, 0, "小红 · 阿玲|Anna · Bo"),
    ("/new 小红 阿玲", "/new Anna, Bo", 0, 2, 0, "小红 · 阿玲|Anna · Bo"),
    ("小红 回购 199", "Anna bought again 199", 19900, 0, 1, "小红|Anna"),
    ("新客 小红 299", "new customer Anna 299", 29900, 1, 0, "小红|Anna"),
    ("3单 599 新客2（小红、阿玲）", "3 orders 599 new: Anna, Bo", 59900, 2, 0, "小红 · 阿玲|Anna · Bo"),
]


@pytest.mark.parametrize("private", [False, True])
@pytest.mark.parametrize(("zh", "en", "gross", "new", "returning", "names"), NAMED)
async def test_customers_are_counted_and_the_card_names_them(  # noqa: PLR0917 - the columns of the table
    world: World, crew: Crew, private: bool, zh: str, en: str, gross: int, new: int, returning: int, names: str
) -> None:
    if private:
        await join(world, crew)
    (card,) = await world.say(crew.mei, crew.mei if private else crew.group, crew.say(zh, en))
    assert crew.say(*names.split("|")) in card.text
    assert books(world, crew).get(Measure.GROSS, 0) == gross
    assert counts(world, crew) == (new, returning)


async def test_req_06_the_same_alias_is_not_new_again(world: World, crew: Crew) -> None:
    await world.say(crew.mei, crew.group, crew.say("新客 小红", "new: Anna"))
    (card,) = await world.say(crew.mei, crew.group, crew.say("新客 小红 299", "new customer Anna 299"))
    assert crew.say("小红 已是团队的老客", "Anna is a customer of the team already") in card.text
    assert crew.say("👤 老客：小红", "👤 Returning: Anna") in card.text
    assert counts(world, crew) == (1, 1)


async def test_one_name_is_one_customer_of_the_team_and_another_name_is_another(world: World, crew: Crew) -> None:
    await world.say(crew.mei, crew.group, crew.say("新客 小红", "new: Anna"))
    (card,) = await world.say(crew.ken, crew.group, crew.say("新客 小红", "new: Anna"))
    assert crew.say("加上姓", "a surname") in card.text
    (written,) = [m for m in world.telegram.messages(crew.group) if m.sender == crew.ken]
    await world.edit(written, crew.say("新客 李小红", "new: Anna Lee"))
    assert "ℹ️" not in world.look(crew.group, card).text
    assert counts(world, crew) == (2, 0)


async def test_a_known_name_alone_is_a_sale_to_that_customer_for_their_seller_only(world: World, crew: Crew) -> None:
    line = crew.say("小红 299", "Anna 299")
    assert await world.say(crew.mei, crew.group, line) == []
    await world.say(crew.mei, crew.group, crew.say("新客 小红", "new: Anna"))
    (card,) = await world.say(crew.mei, crew.group, line)
    assert crew.say("👤 老客：小红", "👤 Returning: Anna") in card.text
    assert await world.say(crew.ken, crew.group, line) == []
    assert books(world, crew)[Measure.GROSS] == 29900
    assert counts(world, crew) == (1, 1)


async def test_a_colleagues_name_is_no_customer(world: World, crew: Crew) -> None:
    await world.say(crew.ken, crew.group, "/sale 1 50")
    assert await world.say(crew.mei, crew.group, crew.say(f"新客 {crew.ken.name}", f"new: {crew.ken.name}")) == []
    assert counts(world, crew) == (0, 0)


async def test_undo_restore_and_edit_keep_new_customers_in_step(world: World, crew: Crew) -> None:
    (card,) = await world.say(crew.mei, crew.group, crew.say("新客 小红", "new: Anna"))
    await world.say(crew.mei, crew.group, crew.say("新客 小红 299", "new customer Anna 299"))
    assert counts(world, crew) == (1, 1)
    await world.press(crew.mei, card, crew.say("↩️ 撤回", "↩️ Undo"))
    assert counts(world, crew) == (1, 0)
    await world.press(crew.mei, world.look(crew.group, card), crew.say("恢复", "Restore"))
    assert counts(world, crew) == (1, 1)
    (first, _) = [m for m in world.telegram.messages(crew.group) if m.sender == crew.mei]
    await world.edit(first, crew.say("新客 阿玲", "new: Bo"))
    assert counts(world, crew) == (2, 0)
    assert crew.say("👤 新客：阿玲", "👤 New: Bo") in world.look(crew.group, card).text


async def test_another_amount_for_the_same_customer_keeps_the_name(world: World, crew: Crew) -> None:
    (card,) = await world.say(crew.mei, crew.group, crew.say("新客 小红 299", "new customer Anna 299"))
    before = {m.message_id for m in world.telegram.messages(crew.group)}
    await world.press(crew.mei, card, crew.say("✏️ 改", "✏️ Change"))
    (question,) = world.said(crew.group, before)
    await world.say(crew.mei, crew.group, "399", reply_to=question)
    shown: Shown = world.look(crew.group, card)
    assert "399.00" in shown.text
    assert crew.say("👤 新客：小红", "👤 New: Anna") in shown.text
    assert counts(world, crew) == (1, 0)


async def test_an_amount_that_was_asked_for_belongs_to_the_customer_who_was_named(world: World, crew: Crew) -> None:
    await join(world, crew)
    (question,) = await world.say(crew.mei, crew.mei, crew.say("2单 新客 小红", "2 orders new: Anna"))
    assert books(world, crew) == {}
    answers = await world.say(crew.mei, crew.mei, "500")
    assert crew.say("👤 新客：小红", "👤 New: Anna") in told(answers)
    assert counts(world, crew) == (1, 0)
    assert world.look(crew.mei, question).buttons == ()


async def test_a_days_report_that_replaces_the_day_keeps_the_names(world: World, crew: Crew) -> None:
    await world.say(crew.mei, crew.group, crew.say("新客 小红 299", "new customer Anna 299"))
    line = crew.say("日报\n销售额：500\n订单：3\n新客：2", "Daily report\nSales: 500\nOrders: 3\nNew customers: 2")
    (question,) = await world.say(crew.mei, crew.group, line)
    await world.press(crew.mei, question, question.buttons[0][0].label)
    assert books(world, crew)[Measure.GROSS] == 50000
    assert counts(world, crew) == (2, 0)
    (book,) = await world.say(crew.mei, crew.mei, "/customers")
    assert "299.00" in book.text
    await world.say(crew.mei, crew.group, "/undo")
    assert counts(world, crew) == (1, 0)
    assert books(world, crew)[Measure.GROSS] == 29900
