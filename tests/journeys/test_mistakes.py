"""What people do while a question is open, and how they put things right: nothing counts twice, nothing is mangled."""

import pytest

from bot.demo.telegram import Shown
from kpi.entry import Measure
from storage import entries
from tests.journeys.conftest import Crew
from tests.journeys.test_reporting import books, join, told
from tests.journeys.world import World


def sold(world: World, crew: Crew) -> tuple[int, int, int]:
    """Money (major units), orders and new customers in the books."""
    found = books(world, crew)
    return found.get(Measure.GROSS, 0) // 100, found.get(Measure.ORDERS, 0), found.get(Measure.NEW_CUSTOMERS, 0)


def written(world: World, crew: Crew, text: str) -> Shown:
    """The seller's last message with this text."""
    return [m for m in world.telegram.messages(crew.mei) if m.sender == crew.mei and m.text == text][-1]


@pytest.fixture
async def mei(world: World, crew: Crew) -> Crew:
    await join(world, crew)
    for line in ("/sale 1 100", "/sale 1 110", "/sale 1 90"):
        await world.say(crew.mei, crew.mei, line)
    return crew


async def test_a_new_report_while_a_question_is_open_is_one_of_its_own(world: World, mei: Crew) -> None:
    (asked,) = await world.say(mei.mei, mei.mei, "/sale 1 50000")
    await world.say(mei.mei, mei.mei, "/sale 2 120")
    assert sold(world, mei) == (420, 5, 0)
    assert world.look(mei.mei, asked).buttons == ()
    await world.edit(written(world, mei, "/sale 2 120"), "/sale 2 130")
    assert sold(world, mei) == (430, 5, 0)
    await world.edit(written(world, mei, "/sale 1 50000"), "/sale 1 500")
    assert sold(world, mei) == (930, 6, 0)


async def test_an_unusual_edit_that_was_never_confirmed_changes_nothing(world: World, mei: Crew) -> None:
    await world.say(mei.mei, mei.mei, "/sale 1 111")
    await world.edit(written(world, mei, "/sale 1 111"), "/sale 1 111000")
    await world.say(mei.mei, mei.mei, "/sale 2 222")
    await world.edit(written(world, mei, "/sale 2 222"), "/sale 2 223")
    assert sold(world, mei) == (300 + 111 + 223, 6, 0)


async def test_a_whole_report_is_no_answer_to_how_much_it_was(world: World, mei: Crew) -> None:
    await world.say(mei.mei, mei.mei, mei.say("4单", "4 orders"))
    await world.say(mei.mei, mei.mei, mei.say("3单 180 新客2", "3 orders 180 new 2"))
    assert sold(world, mei) == (480, 6, 2)


async def test_an_answer_that_is_edited_corrects_what_it_completed(world: World, mei: Crew) -> None:
    await world.say(mei.mei, mei.mei, mei.say("4单", "4 orders"))
    await world.say(mei.mei, mei.mei, "500")
    assert sold(world, mei) == (800, 7, 0)
    await world.edit(written(world, mei, "500"), "600")
    assert sold(world, mei) == (900, 7, 0)
    await world.edit(written(world, mei, "600"), mei.say("5单 650", "5 orders 650"))
    assert sold(world, mei) == (950, 8, 0)


CHANGES = [
    ("2单 66 新客1", "2 orders 66 new 1", (66, 2, 1)),
    ("66", "66", (66, 1, 0)),
    ("改成 66元", "make it 66", (66, 1, 0)),
    ("没开单", "no sales", (0, 0, 0)),
]


@pytest.mark.parametrize(("zh", "en", "after"), CHANGES)
async def test_change_takes_an_amount_or_a_whole_line(
    world: World, mei: Crew, zh: str, en: str, after: tuple[int, int, int]
) -> None:
    (card,) = await world.say(mei.mei, mei.mei, "/sale 1 88")
    await world.press(mei.mei, card, mei.say("✏️ 改", "✏️ Change"))
    await world.say(mei.mei, mei.mei, mei.say(zh, en))
    assert sold(world, mei) == (300 + after[0], 3 + after[1], after[2])
    assert f"#{4}" in world.look(mei.mei, card).text
    await world.edit(written(world, mei, mei.say(zh, en)), mei.say("3单 77", "3 orders 77"))
    assert sold(world, mei) == (377, 6, 0)


async def test_a_change_to_another_day_moves_the_entry(world: World, mei: Crew) -> None:
    (card,) = await world.say(mei.mei, mei.mei, "/sale 1 88")
    await world.press(mei.mei, card, mei.say("✏️ 改", "✏️ Change"))
    await world.say(mei.mei, mei.mei, mei.say("昨天 2单 67", "yesterday 2 orders 67"))
    assert mei.say("6月7日", "Jun 7") in world.look(mei.mei, card).text


@pytest.mark.parametrize("given", ["71 EUR", "0", "1000000000", "99999"])
async def test_a_change_is_checked_like_a_report(world: World, mei: Crew, given: str) -> None:
    (card,) = await world.say(mei.mei, mei.mei, "/sale 1 88")
    await world.press(mei.mei, card, mei.say("✏️ 改", "✏️ Change"))
    (refused,) = [m for m in await world.say(mei.mei, mei.mei, given) if m.message_id != card.message_id]
    assert refused.text
    assert sold(world, mei) == (388, 4, 0)


async def test_the_answer_in_another_currency_is_refused(world: World, mei: Crew) -> None:
    await world.say(mei.mei, mei.mei, mei.say("4单", "4 orders"))
    refused = told(await world.say(mei.mei, mei.mei, "50 EUR"))
    assert "EUR" in refused
    assert sold(world, mei) == (300, 3, 0)
    await world.say(mei.mei, mei.mei, "50")
    assert sold(world, mei) == (350, 7, 0)


async def test_undo_ends_a_change_that_is_open(world: World, mei: Crew) -> None:
    (card,) = await world.say(mei.mei, mei.mei, "/sale 1 88")
    await world.press(mei.mei, card, mei.say("✏️ 改", "✏️ Change"))
    await world.say(mei.mei, mei.mei, mei.say("撤回", "undo"))
    await world.say(mei.mei, mei.mei, "/sale 1 89")
    assert sold(world, mei) == (389, 4, 0)
    assert mei.say("撤回", "taken back") in world.look(mei.mei, card).text


@pytest.mark.parametrize(("zh", "en"), [("没开单", "no sales"), ("0单", "0 orders")])
async def test_nothing_sold_is_a_report_too(world: World, crew: Crew, zh: str, en: str) -> None:
    (card,) = await world.say(crew.mei, crew.group, crew.say(zh, en))
    assert crew.say("没开单", "nothing sold") in card.text
    before = {m.message_id for m in world.telegram.messages(crew.group)}
    await world.pass_time(world.now.replace(hour=21, minute=31))
    (board,) = world.said(crew.group, before)
    assert crew.say("已报 1/1", "Reported 1/1") in board.text


MENTIONS = [
    ("@longhubang_bot 3单 99", "@longhubang_bot 3 orders 99", "99.00"),
    ("3单 99 @longhubang_bot", "3 orders 99 @longhubang_bot", "99.00"),
    ("@longhubang_bot /sale 3 99", "@longhubang_bot /sale 3 99", "99.00"),
    ("@longhubang_bot 排行", "@longhubang_bot /top", "🏆"),
]


@pytest.mark.parametrize(("zh", "en", "shown"), MENTIONS)
async def test_a_mention_of_the_bot_works_like_the_plain_line(
    world: World, crew: Crew, zh: str, en: str, shown: str
) -> None:
    await world.say(crew.ken, crew.group, "/sale 1 10")
    (answer,) = await world.say(crew.mei, crew.group, crew.say(zh, en))
    assert shown in answer.text


async def test_a_refund_far_above_what_is_sold_is_asked_about(world: World, mei: Crew) -> None:
    (asked,) = await world.say(mei.mei, mei.mei, "/refund 1 5000000")
    assert "5,000,000" in asked.text
    assert Measure.REFUNDS not in books(world, mei)


async def test_a_refused_edit_says_that_the_entry_stands(world: World, mei: Crew) -> None:
    await world.say(mei.mei, mei.mei, "/sale 1 95")
    before = {m.message_id for m in world.telegram.messages(mei.mei)}
    await world.edit(written(world, mei, "/sale 1 95"), "/sale 0")
    (refused,) = world.said(mei.mei, before)
    assert mei.say("还按改之前的算", "still counts") in refused.text
    assert sold(world, mei) == (395, 4, 0)


async def test_a_group_that_is_renamed_renames_its_team(world: World, crew: Crew) -> None:
    crew.group.chat.title = "New name"
    assert "New name" in told(await world.say(crew.lead, crew.group, "/settings"))


async def test_what_a_message_made_is_found_by_its_answers_too(world: World, mei: Crew) -> None:
    await world.say(mei.mei, mei.mei, mei.say("4单", "4 orders"))
    await world.say(mei.mei, mei.mei, "500")
    answer = written(world, mei, "500")
    with world.database.read() as db:
        entry = entries.of_message(db, "telegram", f"{mei.mei.id}:{answer.message_id}")
    assert entry is not None
    assert not entry.undone


async def test_the_message_of_an_undone_entry_can_be_edited_without_counting_again(world: World, mei: Crew) -> None:
    await world.say(mei.mei, mei.mei, "/sale 1 95")
    await world.say(mei.mei, mei.mei, mei.say("撤回", "undo"))
    before = {m.message_id for m in world.telegram.messages(mei.mei)}
    await world.edit(written(world, mei, "/sale 1 95"), "/sale 1 96")
    (told_so,) = world.said(mei.mei, before)
    assert mei.say("撤回", "taken back") in told_so.text
    assert sold(world, mei) == (300, 3, 0)


async def test_nothing_but_the_name_of_the_bot_gets_a_hint(world: World, crew: Crew) -> None:
    (hint,) = await world.say(crew.mei, crew.group, "@longhubang_bot")
    assert "1280" in hint.text


async def test_a_question_says_whether_it_was_answered(world: World, mei: Crew) -> None:
    (asked,) = await world.say(mei.mei, mei.mei, "/sale 1 50000")
    await world.say(mei.mei, mei.mei, "/sale 2 120")
    assert mei.say("没有记", "nothing was counted") in world.look(mei.mei, asked).text
    (again,) = await world.say(mei.mei, mei.mei, "/sale 1 50000")
    await world.press(mei.mei, again, mei.say("是的", "Yes"))
    assert world.look(mei.mei, again).text == mei.say("好的。", "OK.")


async def test_a_seller_who_names_a_colleague_is_asked_about_the_colleague(world: World, mei: Crew) -> None:
    await world.say(mei.ken, mei.group, "/sale 1 10")
    line = mei.say("{} 1单 10\n{} 2单 20", "{} 1 order 10\n{} 2 orders 20")
    (asked,) = await world.say(mei.mei, mei.mei, line.format(mei.mei.name, mei.ken.name))
    assert mei.ken.name in asked.text


async def test_undo_takes_back_the_report_whose_number_is_said_and_no_other(world: World, mei: Crew) -> None:
    first = min(
        int(line.partition("#")[2].split()[0]) for line in told(world.said(mei.mei)).splitlines() if "#" in line
    )
    for words in ("banana", "31 Feb", "-5", "9" * 30):
        await world.say(mei.mei, mei.mei, f"/undo {words}")
    assert sold(world, mei) == (300, 3, 0)
    (refused,) = await world.say(mei.ken, mei.ken, f"/undo {first}")
    assert sold(world, mei) == (300, 3, 0)
    assert refused.text
    await world.say(mei.mei, mei.mei, mei.say(f"撤回 #{first}", f"/undo #{first}"))
    assert sold(world, mei) == (200, 2, 0)
