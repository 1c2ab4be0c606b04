"""Telegram in trouble: nothing is lost, nothing is said twice, and no error ends a loop."""

import pytest

from bot.demo.faults import Fault
from kpi.entry import Measure
from kpi.ids import ChatId
from kpi.message import Lane, Message, encode, say
from storage import outbox
from storage import tables as t
from storage.outbox import Outgoing
from tests.journeys.conftest import Crew
from tests.journeys.test_reporting import books
from tests.journeys.world import World

pytestmark = pytest.mark.parametrize("language", ["en"], indirect=True)


@pytest.mark.parametrize("fault", [Fault.REFUSED, Fault.TOO_MANY, Fault.UNAUTHORIZED, Fault.NOT_FOUND])
async def test_a_card_that_certainly_did_not_arrive_is_sent_again(world: World, crew: Crew, fault: Fault) -> None:
    world.telegram.faults.next("sendMessage", fault, times=2, retry_after=7)
    (card,) = await world.say(crew.mei, crew.group, "/sale 3 1280")
    assert "1,280.00" in card.text


@pytest.mark.parametrize("fault", [Fault.HANG, Fault.RESET, Fault.BAD_GATEWAY, Fault.BAD_JSON])
async def test_a_card_whose_fate_is_unknown_is_never_sent_twice(world: World, crew: Crew, fault: Fault) -> None:
    world.telegram.faults.next("sendMessage", fault)
    answers = await world.say(crew.mei, crew.group, "/sale 3 1280")
    assert len(answers) == 1  # it had arrived
    assert books(world, crew)[Measure.GROSS] == 128000
    (following,) = await world.say(crew.mei, crew.group, "/sale 1 100")
    assert "1,380.00" in following.text


@pytest.mark.parametrize("fault", [Fault.HANG, Fault.BAD_GATEWAY])
async def test_an_edit_whose_fate_is_unknown_is_made_again(world: World, crew: Crew, fault: Fault) -> None:
    (card,) = await world.say(crew.mei, crew.group, "/sale 3 1280")
    (written,) = [m for m in world.telegram.messages(crew.group) if m.sender == crew.mei]
    world.telegram.faults.next("editMessageText", fault)
    await world.edit(written, "/sale 3 1820")
    assert "1,820.00" in world.look(crew.group, card).text
    assert len(world.said(crew.group)) == 2  # the greeting and the card


async def test_a_scheduled_post_whose_fate_is_unknown_is_sent_once_more(world: World, crew: Crew) -> None:
    await world.say(crew.mei, crew.group, "/sale 3 1280")
    world.telegram.faults.next("sendMessage", Fault.BAD_GATEWAY, times=5)
    before = {m.message_id for m in world.telegram.messages(crew.group)}
    await world.pass_time(world.now.replace(hour=21, minute=31))
    assert len(world.said(crew.group, before)) == 2


async def test_a_process_that_dies_while_sending_leaves_no_second_card(world: World, crew: Crew) -> None:
    world.telegram.write(crew.mei, crew.group, "/sale 3 1280")
    await world.receiver.turn()
    await world.sender.round()
    await world.sender.settle()  # sent, and then nobody writes it down
    await world.start()
    await world.settle()
    assert sum("1,280.00" in message.text for message in world.said(crew.group)) == 1


async def test_a_process_that_dies_before_sending_sends_after_the_start(world: World, crew: Crew) -> None:
    world.telegram.write(crew.mei, crew.group, "/sale 3 1280")
    await world.receiver.turn()
    await world.start()
    await world.settle()
    assert sum("1,280.00" in message.text for message in world.said(crew.group)) == 1


async def test_a_batch_that_was_stored_and_not_acknowledged_changes_nothing(world: World, crew: Crew) -> None:
    world.telegram.write(crew.mei, crew.group, "/sale 3 1280")
    await world.receiver.turn()
    await world.start()  # a new process has no offset and gets the same batch once more
    await world.settle()
    assert books(world, crew)[Measure.GROSS] == 128000


async def test_a_question_that_comes_again_is_answered_once(world: World, crew: Crew) -> None:
    before = {m.message_id for m in world.telegram.messages(crew.mei)}
    world.telegram.write(crew.mei, crew.mei, "/nosuch")
    await world.receiver.turn()
    await world.start()  # a new process has no offset and gets the same batch once more
    await world.settle()
    assert len(world.said(crew.mei, before)) == 1


async def test_a_blocked_bot_is_quiet_and_wakes_when_it_is_let_in_again(world: World, crew: Crew) -> None:
    await world.say(crew.mei, crew.group, "/sale 3 1280")
    world.telegram.remove_bot(crew.group, crew.lead)
    await world.pass_time(world.now.replace(hour=21, minute=31))
    world.telegram.add_bot(crew.group, crew.lead)
    before = {m.message_id for m in world.telegram.messages(crew.group)}
    await world.settle()
    (greeting,) = world.said(crew.group, before)
    assert crew.group.title in greeting.text
    assert books(world, crew)[Measure.GROSS] == 128000


async def test_a_topic_that_was_closed_is_forgotten_and_the_group_is_told(world: World, crew: Crew) -> None:
    forum = world.telegram.group("Forum", owner=crew.lead, members=[crew.mei], forum=True)
    world.telegram.add_bot(forum, crew.lead)
    topic = world.telegram.open_topic(forum, "Sales")
    await world.say(crew.lead, forum, "/settings", topic=topic)
    await world.say(crew.mei, forum, "/sale 3 1280", topic=topic)
    world.telegram.remove_bot(crew.group, crew.lead)
    world.telegram.faults.next("sendMessage", Fault.THREAD_NOT_FOUND)
    before = {m.message_id for m in world.telegram.messages(forum)}
    await world.pass_time(world.now.replace(hour=21, minute=31))
    said = world.said(forum, before)
    assert any("1,280" in message.text and message.topic is None for message in said)
    assert any("/settings" in message.text for message in said)


async def test_the_board_goes_to_the_topic_where_settings_was_used(world: World, crew: Crew) -> None:
    forum = world.telegram.group("Forum", owner=crew.lead, members=[crew.mei], forum=True)
    world.telegram.add_bot(forum, crew.lead)
    topic = world.telegram.open_topic(forum, "Sales")
    await world.say(crew.lead, forum, "/settings", topic=topic)
    (card,) = await world.say(crew.mei, forum, "/sale 3 1280")
    assert card.topic is None
    before = {m.message_id for m in world.telegram.messages(forum)}
    await world.pass_time(world.now.replace(hour=21, minute=31))
    (board,) = world.said(forum, before)
    assert board.topic == topic


async def test_what_is_too_long_for_a_message_is_shortened_when_sent_and_when_edited(world: World, crew: Crew) -> None:
    await world.say(crew.lead, crew.group, "/top")
    with world.database.read() as db:
        (here,) = db.execute(t.team.select()).all()
    for name in ("Mei", "K" * 60):
        titles = tuple(say("me-title", name=f"{name} {n}", team="<Beauty>") for n in range(400))
        with world.database.write() as db:
            outbox.put(db, Outgoing(ChatId(here.chat_id), encode(Message(titles)), Lane.ANSWER, slot="long"), world.now)
        await world.settle()
        shown = world.telegram.messages(crew.group)[-1]
        assert shown.text.startswith(f"👤 {name} 0 · <Beauty>")
        assert shown.text.endswith("too long to show all of it.")


async def test_a_busy_group_gets_a_reaction_in_place_of_a_card(world: World, crew: Crew) -> None:
    amounts = range(300, 312)
    for amount in amounts:
        world.telegram.write(crew.mei, crew.group, f"/sale 3 {amount}")
    await world.settle()
    written = [m for m in world.telegram.messages(crew.group) if m.sender == crew.mei]
    assert [m for m in written if m.reactions][-1] == written[-1]
    assert books(world, crew)[Measure.GROSS] == 100 * sum(amounts)


@pytest.mark.parametrize(
    "fault", [Fault.UNAUTHORIZED, Fault.NOT_FOUND, Fault.CONFLICT, Fault.BAD_GATEWAY, Fault.BAD_JSON]
)
async def test_a_poll_that_fails_loses_nothing(world: World, crew: Crew, fault: Fault) -> None:
    world.telegram.write(crew.mei, crew.group, "/sale 3 1280")
    world.telegram.faults.next("getUpdates", fault)
    with pytest.raises(Exception):  # noqa: B017, PT011 - whichever: the loop that calls this goes on after any
        await world.receiver.turn()
    await world.settle()
    assert books(world, crew)[Measure.GROSS] == 128000
