"""A lead closes the books of a day or a month: what is refused then, on every way in, and where refunds go."""

from collections.abc import Sequence
from datetime import timedelta

import pytest

from bot.demo.telegram import Shown
from kpi.entry import Measure
from kpi.metrics import Sums
from kpi.period import Grain, Period, period_of
from storage import chats, members, teams, totals
from tests.journeys.conftest import Crew, labels
from tests.journeys.world import World


def told(messages: Sequence[Shown]) -> str:
    return "\n".join(message.text for message in messages)


def books(world: World, crew: Crew, period: Period) -> Sums:
    """What the books say of 小美 in `period`."""
    with world.database.read() as db:
        chat = chats.chat_of(db, crew.group.id)  # type: ignore[arg-type]
        assert chat is not None
        team = teams.of_chat(db, chat.id)
        assert team is not None
        (mei,) = [member for member in members.of_team(db, team.id) if member.name == crew.mei.name]
        return totals.by_member(db, team.id, period).get(mei.id, {})


def yesterday(world: World) -> Period:
    return period_of(Grain.DAY, world.now.date() - timedelta(days=1))


async def lock_yesterday(world: World, crew: Crew) -> Shown:
    (asked,) = await world.say(crew.lead, crew.group, crew.say("锁定 昨天", "/lock yesterday"))
    await world.press(crew.lead, asked, labels(asked)[0])
    locked = world.look(crew.group, asked)
    assert crew.say("已锁定", "is locked") in locked.text
    return locked


async def reported_yesterday(world: World, crew: Crew) -> Shown:
    (card,) = await world.say(crew.mei, crew.group, crew.say("/sale 昨天 2 560", "/sale yesterday 2 560"))
    return card


REPORTS = [
    ("/sale 昨天 1 100", "/sale yesterday 1 100"),
    ("昨天 3单 1280 新客2", "yesterday 3 orders 1280 new 2"),
    ("/log 昨天新客2", "/log 2 new customers yesterday"),
    ("昨天 4单", "yesterday 4 orders"),  # the amount is not even asked for
    ("昨天 3单 1280，退款 100", "yesterday 3 orders 1280, refund 100"),
]


@pytest.mark.parametrize(("zh", "en"), REPORTS)
async def test_nothing_new_is_booked_on_a_locked_day(world: World, crew: Crew, zh: str, en: str) -> None:
    await reported_yesterday(world, crew)
    before = books(world, crew, yesterday(world))
    await lock_yesterday(world, crew)
    (refused,) = await world.say(crew.mei, crew.group, crew.say(zh, en))
    assert crew.say("已锁定", "is locked") in refused.text
    assert crew.say("团队长", "lead") in refused.text
    assert refused.buttons == ()
    assert books(world, crew, yesterday(world)) == before


async def test_other_days_go_on_as_ever(world: World, crew: Crew) -> None:
    await lock_yesterday(world, crew)
    await world.say(crew.mei, crew.group, "/sale 3 300")
    await world.say(crew.mei, crew.group, "/sale 2026-06-06 1 50")
    assert books(world, crew, period_of(Grain.MONTH, world.now.date()))[Measure.GROSS] == 35000


async def test_an_edit_of_what_is_locked_changes_nothing_and_says_why(world: World, crew: Crew) -> None:
    await reported_yesterday(world, crew)
    (written,) = [m for m in world.telegram.messages(crew.group) if m.sender == crew.mei]
    await lock_yesterday(world, crew)
    for text in (crew.say("/sale 昨天 2 700", "/sale yesterday 2 700"), "/sale 2 700", "700"):
        before = len(world.said(crew.group))
        await world.edit(written, text)
        assert crew.say("还按改之前的算", "as it was before the edit") in told(world.said(crew.group)[before:])
    assert books(world, crew, yesterday(world))[Measure.GROSS] == 56000
    assert Measure.GROSS not in books(world, crew, period_of(Grain.DAY, world.now.date()))


async def test_an_edit_cannot_move_a_report_onto_a_locked_day(world: World, crew: Crew) -> None:
    await world.say(crew.mei, crew.group, "/sale 3 300")
    (written,) = [m for m in world.telegram.messages(crew.group) if m.sender == crew.mei]
    await lock_yesterday(world, crew)
    await world.edit(written, crew.say("/sale 昨天 3 300", "/sale yesterday 3 300"))
    assert books(world, crew, period_of(Grain.DAY, world.now.date()))[Measure.GROSS] == 30000
    assert books(world, crew, yesterday(world)) == {}


async def test_the_cards_buttons_and_undo_are_refused(world: World, crew: Crew) -> None:
    card = await reported_yesterday(world, crew)
    change, undo = labels(card)
    await lock_yesterday(world, crew)
    for label in (change, undo):
        assert crew.say("已锁定", "is locked") in await world.press(crew.mei, card, label)
    (refused,) = await world.say(crew.mei, crew.group, "/undo")
    assert crew.say("已锁定", "is locked") in refused.text
    assert books(world, crew, yesterday(world))[Measure.GROSS] == 56000


async def test_what_was_undone_before_cannot_come_back_into_a_locked_day(world: World, crew: Crew) -> None:
    card = await reported_yesterday(world, crew)
    await world.press(crew.mei, card, labels(card)[1])
    await lock_yesterday(world, crew)
    gone = world.look(crew.group, card)
    assert crew.say("已锁定", "is locked") in await world.press(crew.mei, gone, labels(gone)[0])
    assert books(world, crew, yesterday(world)) == {}


async def test_a_question_that_was_open_when_the_day_was_locked_books_nothing(world: World, crew: Crew) -> None:
    await world.say(crew.mei, crew.group, crew.say("昨天 4单", "yesterday 4 orders"))
    await lock_yesterday(world, crew)
    (refused,) = await world.say(crew.mei, crew.group, "800")
    assert crew.say("已锁定", "is locked") in refused.text
    assert books(world, crew, yesterday(world)) == {}


async def test_the_guided_report_refuses_the_day_at_once(world: World, crew: Crew) -> None:
    await world.say(crew.mei, crew.group, "/sale 3 300")
    await lock_yesterday(world, crew)
    (asked,) = await world.say(crew.mei, crew.mei, "/log")
    assert crew.say("已锁定", "is locked") in await world.press(crew.mei, asked, labels(asked)[1])
    assert world.look(crew.mei, asked).buttons == asked.buttons


async def test_a_lead_is_bound_as_well_and_offered_to_unlock(world: World, crew: Crew) -> None:
    await lock_yesterday(world, crew)
    (refused,) = await world.say(crew.lead, crew.group, crew.say("/sale 昨天 1 100", "/sale yesterday 1 100"))
    (unlock,) = labels(refused)
    assert await world.press(crew.mei, refused, unlock) != ""  # not hers to press
    before = len(world.said(crew.group))
    await world.press(crew.lead, refused, unlock)
    (asked,) = world.said(crew.group)[before:]
    await world.press(crew.lead, asked, labels(asked)[0])
    assert crew.say("已解锁", "is unlocked") in world.look(crew.group, asked).text
    await world.say(crew.mei, crew.group, crew.say("/sale 昨天 1 100", "/sale yesterday 1 100"))
    assert books(world, crew, yesterday(world))[Measure.GROSS] == 10000


async def test_a_later_refund_for_a_locked_day_becomes_an_adjustment_of_today(world: World, crew: Crew) -> None:
    """product.md §5.4, steps 5 and 6."""
    await reported_yesterday(world, crew)
    await lock_yesterday(world, crew)
    today = period_of(Grain.DAY, world.now.date())
    (card,) = await world.say(crew.mei, crew.group, crew.say("退款 300 6月7日", "refund 300 June 7"))
    assert crew.say("调整：6月7日 的退款 ¥300.00", "Adjustment: refund $300.00 for Jun 7") in card.text
    assert books(world, crew, yesterday(world))[Measure.GROSS] == 56000
    assert Measure.REFUNDS not in books(world, crew, yesterday(world))
    assert books(world, crew, today)[Measure.REFUNDS] == 30000
    (mine,) = await world.say(crew.mei, crew.group, "/me")
    assert crew.say("6月7日 的退款 ¥300.00（那天已锁定）", "refund for Jun 7 (locked): $300.00") in mine.text


async def test_an_adjustment_can_be_corrected_undone_and_restored(world: World, crew: Crew) -> None:
    await lock_yesterday(world, crew)
    today = period_of(Grain.DAY, world.now.date())
    (card,) = await world.say(crew.mei, crew.group, crew.say("退款 300 6月7日", "refund 300 June 7"))
    (written,) = [m for m in world.telegram.messages(crew.group) if m.sender == crew.mei]
    await world.edit(written, "250")
    note = crew.say("6月7日 的退款 ¥250.00", "$250.00 for Jun 7")
    assert note in world.look(crew.group, card).text
    await world.press(crew.mei, card, labels(card)[1])
    assert books(world, crew, today) == {}
    await world.press(crew.mei, world.look(crew.group, card), crew.say("恢复", "Restore"))
    assert note in world.look(crew.group, card).text
    assert books(world, crew, today)[Measure.REFUNDS] == 25000


async def test_an_adjustment_corrected_a_day_later_stays_where_it_was_booked(world: World, crew: Crew) -> None:
    await lock_yesterday(world, crew)
    booked = period_of(Grain.DAY, world.now.date())
    (card,) = await world.say(crew.mei, crew.group, crew.say("退款 300 6月7日", "refund 300 June 7"))
    world.now += timedelta(days=1)
    await world.press(crew.mei, card, labels(card)[0])
    await world.say(crew.mei, crew.group, "250")
    assert books(world, crew, booked)[Measure.REFUNDS] == 25000


async def test_a_locked_month_holds_all_its_days_and_opens_as_a_whole(world: World, crew: Crew) -> None:
    (asked,) = await world.say(crew.lead, crew.group, crew.say("锁定 5月", "/lock May"))
    await world.press(crew.lead, asked, labels(asked)[0])
    (refused,) = await world.say(crew.mei, crew.group, "/sale 2026-05-31 1 100")
    assert crew.say("2026年5月 已锁定", "May 2026 is locked") in refused.text
    (whole,) = await world.say(crew.lead, crew.group, "/unlock 2026-05-31")
    (unlock,) = labels(whole)
    before = len(world.said(crew.group))
    await world.press(crew.lead, whole, unlock)
    (asked,) = world.said(crew.group)[before:]
    await world.press(crew.lead, asked, labels(asked)[0])
    (card,) = await world.say(crew.mei, crew.group, "/sale 2026-05-31 1 100")
    assert "100.00" in card.text


async def test_a_seller_can_look_but_not_lock(world: World, crew: Crew) -> None:
    await world.say(crew.mei, crew.group, "/sale 3 300")
    locked = await lock_yesterday(world, crew)
    (refused,) = await world.say(crew.mei, crew.group, crew.say("锁定 5月", "/lock May"))
    assert crew.say("团队长", "leads") in refused.text
    (shown,) = await world.say(crew.mei, crew.group, "/lock")
    assert crew.lead.name in shown.text
    assert shown.buttons == ()
    assert crew.say("团队长", "leads") in await world.press(crew.mei, locked, labels(locked)[0])


async def test_buttons_pressed_twice_or_after_cancel_are_answered_politely(world: World, crew: Crew) -> None:
    (asked,) = await world.say(crew.lead, crew.group, crew.say("锁定 昨天", "/lock yesterday"))
    do, cancel = labels(asked)
    await world.press(crew.lead, asked, cancel)
    assert world.look(crew.group, asked).buttons == ()
    (asked,) = await world.say(crew.lead, crew.group, crew.say("锁定 昨天", "/lock yesterday"))
    await world.press(crew.lead, asked, do)
    (again,) = await world.say(crew.lead, crew.group, crew.say("锁定 昨天", "/lock yesterday"))
    assert crew.say("已经锁定", "locked already") in again.text


async def test_a_refund_in_july_for_june_leaves_june_as_it_was_paid(world: World, crew: Crew) -> None:
    """product.md §5.4, step 6: 小美 on the 3rd of July, `退款 3000 6月20日`."""
    june, july = (period_of(Grain.MONTH, world.now.date().replace(month=month)) for month in (6, 7))
    world.now = world.now.replace(day=20)
    await world.say(crew.mei, crew.group, "/sale 9 138880")
    world.now = world.now.replace(month=7, day=1)
    (asked,) = await world.say(crew.lead, crew.group, crew.say("/lock 6月", "/lock June"))
    assert crew.say("¥138,880", "$138,880") in asked.text
    await world.press(crew.lead, asked, labels(asked)[0])
    world.now = world.now.replace(day=3)
    (refused,) = await world.say(crew.mei, crew.group, crew.say("6月20日 1单 10", "/sale 2026-06-20 1 10"))
    assert crew.say("2026年6月 已锁定", "Jun 2026 is locked") in refused.text
    (question,) = await world.say(crew.mei, crew.group, crew.say("退款 3000 6月20日", "refund 3000 20 June"))
    await world.press(crew.mei, question, crew.say("是的", "Yes"))  # a day so long past is asked about first
    card = world.said(crew.group)[-1]
    assert crew.say("调整：6月20日 的退款 ¥3,000.00", "Adjustment: refund $3,000.00 for Jun 20") in card.text
    assert books(world, crew, june)[Measure.GROSS] == 13888000
    assert Measure.REFUNDS not in books(world, crew, june)
    assert books(world, crew, july)[Measure.REFUNDS] == 300000
