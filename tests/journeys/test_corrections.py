"""Corrections as people write them: one entry, one correction, the history kept, and before → after on the card."""

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.demo.telegram import Shown
from kpi.entry import Measure
from storage import entries
from tests.journeys.conftest import ZONES, Crew, labels
from tests.journeys.test_mistakes import sold, written
from tests.journeys.test_reporting import books, join
from tests.journeys.world import World


@pytest.fixture
async def mei(world: World, crew: Crew) -> Crew:
    await join(world, crew)
    return crew


def money(crew: Crew, amount: int) -> str:
    return f"{'¥' if crew.language == 'zh' else '$'}{amount:,}.00"


def corrected(crew: Crew, *changes: tuple[str, str]) -> str:
    return crew.say("更正：", "Corrected: ") + " · ".join(f"{before} → {after}" for before, after in changes)


def revisions(world: World, card: Shown) -> int:
    """How many times the entry of a card was written."""
    number = int(card.text.split("#")[1].split()[0].rstrip("。 ("))
    with world.database.read() as db:
        team = entries.team_of_entry(db, number)  # type: ignore[arg-type]
        assert team is not None
        return len(entries.revisions(db, team, number))  # type: ignore[arg-type]


# what is written in answer to the card of "3 orders 285 new 2", and what the entry says then
REPLIES = [
    ("250", "250", (250, 3, 2)),
    ("改成 250", "should be 250", (250, 3, 2)),
    ("改成250元", "make it $250", (250, 3, 2)),
    ("应该是二百五", "it should be two hundred and fifty", (250, 3, 2)),
    ("4单 250", "4 orders 250", (250, 4, 2)),
    ("4单", "4 orders", (285, 4, 2)),
    ("单数应该是4", "orders should be 4", (285, 4, 2)),
    ("新客3", "3 new customers", (285, 3, 3)),
    ("285改成258", "285 -> 258", (258, 3, 2)),
    ("不是3单是4单", "4 orders not 3", (285, 4, 2)),
    ("打错了，是258", "typo, 258", (258, 3, 2)),
    ("没开单", "no sales", (0, 0, 0)),
    ("撤回", "undo", (0, 0, 0)),
]


@pytest.mark.parametrize("private", [False, True])
@pytest.mark.parametrize(("zh", "en", "after"), REPLIES)
async def test_an_answer_to_the_card_puts_its_entry_right(  # noqa: PLR0917 - the columns of the table
    world: World, mei: Crew, private: bool, zh: str, en: str, after: tuple[int, int, int]
) -> None:
    where = mei.mei if private else mei.group
    (card,) = await world.say(mei.mei, where, mei.say("3单 285 新客2", "3 orders 285 new 2"))
    await world.say(mei.mei, where, "/sale 1 99")
    await world.say(mei.mei, where, mei.say(zh, en), reply_to=card)
    assert sold(world, mei) == (after[0] + 99, after[1] + 1, after[2])
    if after[0]:
        assert revisions(world, card) == 2


async def test_the_card_shows_before_and_after_whichever_way_the_correction_came(world: World, mei: Crew) -> None:
    (card,) = await world.say(mei.mei, mei.group, mei.say("3单 285", "3 orders 285"))
    line = written_in_group(world, mei, mei.say("3单 285", "3 orders 285"))
    await world.edit(line, mei.say("3单 258", "3 orders 258"))
    assert corrected(mei, (money(mei, 285), money(mei, 258))) in world.look(mei.group, card).text
    await world.say(mei.mei, mei.group, "259", reply_to=card)
    assert corrected(mei, (money(mei, 258), money(mei, 259))) in world.look(mei.group, card).text
    await world.say(mei.mei, mei.group, mei.say("刚才报错了应该是260", "correction: my last one should be 260"))
    assert corrected(mei, (money(mei, 259), money(mei, 260))) in world.look(mei.group, card).text
    before = {m.message_id for m in world.telegram.messages(mei.group)}
    await world.press(mei.mei, card, mei.say("✏️ 改", "✏️ Change"))
    (question,) = world.said(mei.group, before)
    assert money(mei, 260) in question.text
    await world.say(mei.mei, mei.group, mei.say("2单 261", "2 orders 261"), reply_to=question)
    shown = world.look(mei.group, card).text
    assert (
        corrected(mei, (mei.say("3单", "3 orders"), mei.say("2单", "2 orders")), (money(mei, 260), money(mei, 261)))
        in shown
    )
    assert sold(world, mei) == (261, 2, 0)
    assert revisions(world, card) == 5


def written_in_group(world: World, crew: Crew, text: str) -> Shown:
    return [m for m in world.telegram.messages(crew.group) if m.sender == crew.mei and m.text == text][-1]


async def test_in_private_the_correction_is_also_said_below(world: World, mei: Crew) -> None:
    (card,) = await world.say(mei.mei, mei.mei, mei.say("3单 285", "3 orders 285"))
    (said,) = await world.say(mei.mei, mei.mei, "258", reply_to=card)
    assert said.text == mei.say("✏️ #1 更正：¥285.00 → ¥258.00", "✏️ #1 corrected: $285.00 → $258.00")


async def test_in_a_group_a_correction_makes_no_new_message(world: World, mei: Crew) -> None:
    (card,) = await world.say(mei.mei, mei.group, mei.say("3单 285", "3 orders 285"))
    assert await world.say(mei.mei, mei.group, "258", reply_to=card) == []
    assert money(mei, 258) in world.look(mei.group, card).text
    assert world.look(mei.group, written_in_group(world, mei, "258")).reactions


# after "3 orders 285" and "2 orders 198": what is written without answering anything, and the books then
WORDS = [
    ("刚才报错了应该是258", "my last one should be 258", (543, 5)),
    ("上一单改成 258", "change my last one to 258", (543, 5)),
    ("更正：3单 258", "correction: 3 orders 258", (543, 6)),
    ("打错了，是3单", "typo, 3 orders", (483, 6)),
    ("刚才那单报错了，应该是258不是285", "sorry, 258 not 285", (456, 5)),
    ("285改成258", "change 285 to 258", (456, 5)),
    ("不好意思，打错了，198应该是189", "oops, my mistake, it should be 189 instead of 198", (474, 5)),
]


@pytest.mark.parametrize("private", [False, True])
@pytest.mark.parametrize(("zh", "en", "after"), WORDS)
async def test_words_put_the_last_report_right_or_the_one_that_has_the_wrong_figure(  # noqa: PLR0917 - the columns
    world: World, mei: Crew, private: bool, zh: str, en: str, after: tuple[int, int]
) -> None:
    where = mei.mei if private else mei.group
    await world.say(mei.mei, where, mei.say("3单 285", "3 orders 285"))
    await world.say(mei.mei, where, mei.say("2单 198", "2 orders 198"))
    await world.say(mei.ken, mei.group, "/sale 1 0.01")
    await world.say(mei.mei, where, mei.say(zh, en))
    assert sold(world, mei) == (after[0], after[1] + 1, 0)


async def test_a_small_number_that_may_be_orders_or_money_is_asked_about(world: World, mei: Crew) -> None:
    await world.say(mei.mei, mei.mei, mei.say("2单 285", "2 orders 285"))
    (asked,) = await world.say(mei.mei, mei.mei, mei.say("上一单应该是3", "my last one should be 3"))
    assert labels(asked) == mei.say("3单|¥3.00|不改", "3 orders|$3.00|Leave it").split("|")
    assert sold(world, mei) == (285, 2, 0)
    await world.press(mei.mei, asked, mei.say("3单", "3 orders"))
    assert sold(world, mei) == (285, 3, 0)
    (again,) = await world.say(mei.mei, mei.mei, mei.say("上一单应该是4", "my last one should be 4"))
    await world.press(mei.mei, again, mei.say("不改", "Leave it"))
    assert mei.say("没有改", "nothing was changed") in world.look(mei.mei, again).text
    assert sold(world, mei) == (285, 3, 0)


async def test_what_the_small_number_stands_for_may_be_clear(world: World, mei: Crew) -> None:
    await world.say(mei.mei, mei.mei, mei.say("2单 285", "2 orders 285"))
    await world.say(mei.mei, mei.mei, mei.say("上一单应该是3不是2", "my last one should be 3 not 2"))
    assert sold(world, mei) == (285, 3, 0)
    await world.say(mei.mei, mei.mei, "/new 2")
    await world.say(mei.mei, mei.mei, mei.say("刚才报错了，是1", "correction: 1"))
    assert sold(world, mei) == (285, 3, 1)
    await world.say(mei.mei, mei.mei, "/sale 1 28")
    await world.say(mei.mei, mei.mei, mei.say("刚才报错了，是25", "correction: 25"))
    assert sold(world, mei) == (310, 4, 1)


async def test_who_surely_corrects_but_says_not_what_is_asked_for_the_line(world: World, mei: Crew) -> None:
    await world.say(mei.mei, mei.mei, mei.say("2单 285", "2 orders 285"))
    (asked,) = await world.say(mei.mei, mei.mei, mei.say("上一单多报了100", "my last one was 100 too much"))
    assert "#1" in asked.text
    assert money(mei, 285) in asked.text
    await world.say(mei.mei, mei.mei, "185")
    assert sold(world, mei) == (185, 2, 0)


async def test_an_unknown_wrong_figure_asks_whether_the_last_report_is_meant(world: World, mei: Crew) -> None:
    await world.say(mei.mei, mei.mei, mei.say("2单 300", "2 orders 300"))
    line = mei.say("刚才报错了，应该是258不是285", "correction: 258 not 285")
    (asked,) = await world.say(mei.mei, mei.mei, line)
    assert money(mei, 300) in asked.text
    assert money(mei, 258) in asked.text
    assert sold(world, mei) == (300, 2, 0)
    await world.press(mei.mei, asked, mei.say("是的", "Yes"))
    assert sold(world, mei) == (258, 2, 0)


async def test_without_a_report_of_the_last_two_days_there_is_nothing_to_correct(world: World, mei: Crew) -> None:
    line = mei.say("刚才报错了应该是258", "my last one should be 258")
    (said,) = await world.say(mei.mei, mei.mei, line)
    assert mei.say("没有可以更正的", "no report of yours") in said.text
    assert await world.say(mei.ken, mei.group, line) == []  # who never reported may be talking of anything
    await world.say(mei.mei, mei.mei, "/sale 1 100")
    world.now = world.now.replace(day=11)
    (old,) = await world.say(mei.mei, mei.mei, line)
    assert mei.say("没有可以更正的", "no report of yours") in old.text
    assert sold(world, mei) == (100, 1, 0)


CHAT = [
    ("谢谢", "thanks"),
    ("666", "666"),
    ("厉害啊", "nice one"),
    ("250？", "250?"),
    ("应该是8点吧", "should be at 8"),
    ("好的，明天见", "ok, see you tomorrow"),
]


@pytest.mark.parametrize(("zh", "en"), CHAT)
async def test_chat_below_a_card_is_met_with_silence_in_the_group(world: World, mei: Crew, zh: str, en: str) -> None:
    (card,) = await world.say(mei.mei, mei.group, mei.say("3单 285", "3 orders 285"))
    for who in (mei.mei, mei.ken):
        assert await world.say(who, mei.group, mei.say(zh, en), reply_to=card) == []
    assert sold(world, mei) == (285, 3, 0)
    assert len(await world.say(mei.mei, mei.mei, mei.say("谢谢", "thanks"))) <= 1


TALK = [
    ("应该是8点开会", "the meeting should be at 8"),
    ("应该是258", "should be 258"),
    ("会议改成3点", "make it 3 pm"),
    ("不是我，是他", "not me but him"),
    ("285不是258", "his was 285 not 258"),
]


@pytest.mark.parametrize(("zh", "en"), TALK)
async def test_talk_in_a_group_corrects_nothing(world: World, mei: Crew, zh: str, en: str) -> None:
    await world.say(mei.mei, mei.group, mei.say("3单 300", "3 orders 300"))
    assert await world.say(mei.mei, mei.group, mei.say(zh, en)) == []
    assert sold(world, mei) == (300, 3, 0)


async def test_only_the_author_whom_it_is_for_and_leads_may_correct(world: World, mei: Crew) -> None:
    await world.say(mei.ken, mei.group, "/sale 1 10")
    (card,) = await world.say(mei.lead, mei.group, f"/sale @{mei.mei.username} 2 285")
    (refused,) = await world.say(mei.ken, mei.group, mei.say("改成 250", "should be 250"), reply_to=card)
    assert mei.say("不是你的", "not yours") in refused.text.lower()
    (undo,) = await world.say(mei.ken, mei.group, mei.say("撤回", "undo"), reply_to=card)
    assert mei.say("不是你的", "not yours") in undo.text.lower()
    assert sold(world, mei)[0] == 295
    await world.say(mei.mei, mei.group, "250", reply_to=card)  # whom it is for
    assert sold(world, mei)[0] == 260
    await world.say(mei.lead, mei.group, "240", reply_to=card)  # who typed it, and leads
    assert sold(world, mei)[0] == 250
    assert mei.mei.name in world.look(mei.group, card).text


async def test_a_report_below_a_colleagues_card_is_ones_own(world: World, mei: Crew) -> None:
    (card,) = await world.say(mei.mei, mei.group, mei.say("3单 285", "3 orders 285"))
    (own,) = await world.say(mei.ken, mei.group, mei.say("2单 100", "2 orders 100"), reply_to=card)
    assert mei.ken.name in own.text
    assert sold(world, mei) == (385, 5, 0)
    (more,) = await world.say(mei.mei, mei.group, mei.say("又出了1单 50", "another order 50"), reply_to=card)
    assert more.text.startswith("✅")
    assert sold(world, mei) == (435, 6, 0)


async def test_the_card_of_an_undone_entry_says_so(world: World, mei: Crew) -> None:
    (card,) = await world.say(mei.mei, mei.group, mei.say("3单 285", "3 orders 285"))
    await world.press(mei.mei, card, mei.say("↩️ 撤回", "↩️ Undo"))
    (said,) = await world.say(mei.mei, mei.group, "250", reply_to=card)
    assert mei.say("已经撤回", "taken back") in said.text
    assert labels(said) == [mei.say("恢复", "Restore")]
    (again,) = await world.say(mei.mei, mei.group, mei.say("撤回", "undo"), reply_to=card)
    assert mei.say("已经撤回", "taken back") in again.text
    assert sold(world, mei) == (0, 0, 0)
    await world.say(mei.mei, mei.group, mei.say("恢复", "restore"), reply_to=card)
    assert sold(world, mei) == (285, 3, 0)


async def test_undo_as_an_answer_takes_back_what_is_answered(world: World, mei: Crew) -> None:
    (card,) = await world.say(mei.mei, mei.group, mei.say("3单 285", "3 orders 285"))
    await world.say(mei.mei, mei.group, "/sale 1 99")
    await world.say(mei.mei, mei.group, "/undo", reply_to=card)
    assert sold(world, mei) == (99, 1, 0)


async def test_answering_ones_own_report_corrects_it(world: World, mei: Crew) -> None:
    await world.say(mei.mei, mei.group, mei.say("3单 285", "3 orders 285"))
    line = written_in_group(world, mei, mei.say("3单 285", "3 orders 285"))
    await world.say(mei.mei, mei.group, "/sale 1 99")
    await world.say(mei.mei, mei.group, mei.say("改成 250", "should be 250"), reply_to=line)
    assert sold(world, mei) == (349, 4, 0)
    assert await world.say(mei.ken, mei.group, mei.say("改成 1", "should be 1"), reply_to=line) == []
    assert sold(world, mei) == (349, 4, 0)


async def test_a_correction_that_is_edited_corrects_again(world: World, mei: Crew) -> None:
    (card,) = await world.say(mei.mei, mei.mei, mei.say("3单 285 新客2", "3 orders 285 new 2"))
    await world.say(mei.mei, mei.mei, "250", reply_to=card)
    await world.edit(written(world, mei, "250"), "260")
    assert sold(world, mei) == (260, 3, 2)
    line = mei.say("刚才报错了应该是270", "my last one should be 270")
    await world.say(mei.mei, mei.mei, line)
    await world.edit(written(world, mei, line), mei.say("刚才报错了应该是280", "my last one should be 280"))
    assert sold(world, mei) == (280, 3, 2)


async def test_a_correction_is_checked_like_a_report(world: World, mei: Crew) -> None:
    for line in ("/sale 1 100", "/sale 1 110", "/sale 1 90"):
        await world.say(mei.mei, mei.mei, line)
    (card,) = await world.say(mei.mei, mei.mei, "/sale 1 95")
    (asked,) = await world.say(mei.mei, mei.mei, "95000", reply_to=card)
    assert "95,000" in asked.text
    assert sold(world, mei) == (395, 4, 0)
    await world.press(mei.mei, asked, mei.say("是的", "Yes"))
    assert sold(world, mei) == (95300, 4, 0)
    (refused,) = await world.say(mei.mei, mei.mei, mei.say("改成 0", "should be 0"), reply_to=card)
    assert "0" in refused.text
    (foreign,) = await world.say(mei.mei, mei.mei, "50 EUR", reply_to=card)
    assert "EUR" in foreign.text
    assert sold(world, mei) == (95300, 4, 0)


async def test_an_entry_of_yesterday_stays_there_unless_another_day_is_named(world: World, mei: Crew) -> None:
    (card,) = await world.say(mei.mei, mei.mei, mei.say("/sale 昨天 2 560", "/sale yesterday 2 560"))
    await world.say(mei.mei, mei.mei, mei.say("3单 580", "3 orders 580"), reply_to=card)
    shown = world.look(mei.mei, card).text
    assert mei.say("6月7日", "Jun 7") in shown
    assert money(mei, 580) in shown
    await world.say(mei.mei, mei.mei, mei.say("前天 3单 580", "3 orders 580 on Saturday"), reply_to=card)
    assert mei.say("6月7日 → 6月6日", "Jun 7 → Jun 6") in world.look(mei.mei, card).text
    assert sold(world, mei) == (580, 3, 0)


async def test_a_refund_is_corrected_as_one(world: World, mei: Crew) -> None:
    (card,) = await world.say(mei.mei, mei.mei, "/refund 1 128")
    await world.say(mei.mei, mei.mei, "120", reply_to=card)
    assert books(world, mei)[Measure.REFUNDS] == 12000
    await world.say(mei.mei, mei.mei, mei.say("2单 118", "2 orders 118"), reply_to=card)
    assert (books(world, mei)[Measure.REFUNDS], books(world, mei)[Measure.REFUNDED_ORDERS]) == (11800, 2)
    assert Measure.GROSS not in books(world, mei)


@pytest.mark.parametrize("language", ["zh", "en"])
async def test_with_privacy_mode_on_an_answer_to_the_card_arrives(tmp_path: Path, language: str) -> None:
    world = World(tmp_path, datetime(2026, 6, 8, 10, 12, tzinfo=ZoneInfo(ZONES[language])), reads_all=False)
    await world.start()
    mei = world.telegram.person("小美", language=language)
    group = world.telegram.group("花花美妆", owner=mei)
    world.telegram.add_bot(group, mei)
    (card,) = await world.say(mei, group, "/sale 3 285")
    assert await world.say(mei, group, "刚才报错了应该是250") == []  # which the bot does not see
    await world.say(mei, group, "250", reply_to=card)
    assert "250.00" in world.look(group, card).text
    world.database.close()
