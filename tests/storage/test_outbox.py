"""The queue of messages on their way out: their order, what replaces what, and what a crash leaves behind."""

import re
from collections.abc import Collection, Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, select, text

from kpi.ids import ChatId, OutboxId
from kpi.message import Lane
from kpi.team import Chat
from storage import chats, outbox
from storage import tables as t
from storage.database import Database
from storage.outbox import Outgoing, Waiting
from tests.storage.given import NOW, group, later


@pytest.fixture
def db(database: Database) -> Iterator[Connection]:
    with database.write() as connection:
        yield connection


@pytest.fixture
def chat(db: Connection) -> Chat:
    return group(db)


def put(
    db: Connection, chat: Chat, body: str, lane: Lane = Lane.ANSWER, slot: str | None = None, *, scheduled: bool = False
) -> OutboxId:
    expires = later(10) if lane is Lane.BUTTON else None
    return outbox.put(db, Outgoing(chat.id, body, lane, slot=slot, expires_at=expires, scheduled=scheduled), NOW)


def take(
    db: Connection, *, seconds: float = 0, limit: int = 100, busy: Collection[ChatId] = frozenset()
) -> list[Waiting]:
    return outbox.take(db, later(seconds), limit, busy)


def bodies(taken: list[Waiting]) -> list[str]:
    return [waiting.outgoing.body for waiting in taken]


def leave(db: Connection) -> list[Waiting]:
    """Takes what may leave, as the sender does."""
    taken = take(db)
    for waiting in taken:
        outbox.leaving(db, [waiting.id])
    return taken


def deliver(db: Connection, *, message_id: int | None = 1, photo: bool = False) -> list[str]:
    """Sends what may leave; all of it arrives."""
    taken = leave(db)
    for waiting in taken:
        outbox.delivered(db, waiting.id, message_id=message_id, photo=photo, at=NOW)
    return bodies(taken)


def state(db: Connection, row: OutboxId) -> tuple[str, str | None]:
    found = db.execute(select(t.outbox.c.state, t.outbox.c.reason).where(t.outbox.c.id == row)).one()
    return found.state.value, found.reason


# Order


def test_a_message_comes_out_as_it_was_put_in(db: Connection, chat: Chat) -> None:
    said = Outgoing(chat.id, "{}", Lane.BROADCAST, 17, "daily:2026-06-08", later(60), scheduled=True)
    row = outbox.put(db, said, NOW)
    assert take(db) == [Waiting(row, chat, said, attempts=0, edits=None, edits_photo=False)]


def test_a_chat_gets_its_messages_one_after_the_other(db: Connection, chat: Chat) -> None:
    for body in ("1", "2", "3"):
        put(db, chat, body)
    assert bodies(leave(db)) == ["1"]
    assert leave(db) == []
    outbox.delivered(db, OutboxId(1), message_id=5, photo=False, at=NOW)
    assert [deliver(db), deliver(db), deliver(db)] == [["2"], ["3"], []]


def test_chats_do_not_wait_for_each_other(db: Connection, chat: Chat) -> None:
    other = group(db, -200)
    put(db, chat, "slow")
    leave(db)
    put(db, chat, "behind it")
    put(db, other, "elsewhere")
    assert bodies(take(db)) == ["elsewhere"]


def test_answers_go_before_broadcasts_within_a_chat_and_over_all(db: Connection, chat: Chat) -> None:
    other = group(db, -200)
    put(db, chat, "broadcast", Lane.BROADCAST)
    put(db, other, "other broadcast", Lane.BROADCAST)
    put(db, chat, "answer")
    assert bodies(take(db)) == ["answer", "other broadcast"]
    assert bodies(take(db, limit=1)) == ["answer"]


def test_a_broadcast_under_way_keeps_an_answer_waiting(db: Connection, chat: Chat) -> None:
    put(db, chat, "broadcast", Lane.BROADCAST)
    leave(db)
    put(db, chat, "answer")
    assert take(db) == []


def test_busy_chats_are_passed_over(db: Connection, chat: Chat) -> None:
    put(db, chat, "1")
    put(db, group(db, -200), "2")
    assert bodies(take(db, busy={chat.id})) == ["2"]


def test_a_first_message_that_has_to_wait_holds_up_those_behind_it(db: Connection, chat: Chat) -> None:
    put(db, chat, "1")
    put(db, chat, "2")
    (first,) = leave(db)
    outbox.later(db, first.id, later(30), counted=False)
    assert take(db, seconds=29) == []
    assert bodies(take(db, seconds=30)) == ["1"]


STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("put"), st.sampled_from([-100, -200]), st.sampled_from([Lane.ANSWER, Lane.BROADCAST])),
        st.tuples(st.sampled_from(["leave", "deliver", "refuse"]), st.just(0), st.just(Lane.ANSWER)),
    ),
    max_size=30,
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_whatever_happens_a_chat_gets_one_message_at_a_time_and_each_lane_in_order(
    sqlite_database: Database, steps: list[tuple[str, int, Lane]]
) -> None:
    with sqlite_database.write() as db, db.begin_nested() as trial:
        under_way: list[Waiting] = []
        arrived: dict[tuple[ChatId, Lane], list[OutboxId]] = {}
        for step, number, lane in steps:
            match step:
                case "put":
                    put(db, group(db, number), "{}", lane)
                case "leave":
                    under_way += leave(db)
                case "deliver" if under_way:
                    sent = under_way.pop(0)
                    outbox.delivered(db, sent.id, message_id=1, photo=False, at=NOW)
                    arrived.setdefault((sent.chat.id, sent.outgoing.lane), []).append(sent.id)
                case "refuse" if under_way:
                    outbox.later(db, under_way.pop().id, NOW, counted=False)
            chats_busy = [waiting.chat.id for waiting in under_way]
            assert len(chats_busy) == len(set(chats_busy))
        assert all(ids == sorted(ids) for ids in arrived.values())
        trial.rollback()


# Buttons


def test_answers_to_buttons_wait_for_nothing_and_hold_up_nothing(db: Connection, chat: Chat) -> None:
    put(db, chat, "answer")
    leave(db)
    put(db, chat, "toast", Lane.BUTTON)
    put(db, chat, "another toast", Lane.BUTTON)
    assert bodies(take(db, busy={chat.id})) == ["toast", "another toast"]
    leave(db)
    outbox.delivered(db, OutboxId(1), message_id=5, photo=False, at=NOW)
    put(db, chat, "next answer")
    assert bodies(take(db)) == ["next answer"]


def test_answers_to_buttons_leave_together_and_take_no_room(db: Connection) -> None:
    chat = group(db)
    put(db, chat, "answer")
    for number in range(9):
        put(db, chat, str(number), Lane.BUTTON)
    for expected in (["0", "1", "2", "3", "4", "5", "6", "7"], ["8"], ["answer"]):
        taken = take(db, limit=1)
        outbox.leaving(db, [waiting.id for waiting in taken])
        assert bodies(taken) == expected


def test_an_answer_to_a_button_expires(db: Connection, chat: Chat) -> None:
    row = put(db, chat, "toast", Lane.BUTTON)
    assert bodies(take(db, seconds=9.9)) == ["toast"]
    assert take(db, seconds=10) == []
    assert state(db, row) == ("gone", "expired")
    assert outbox.waiting_count(db) == 0


# Slots


def test_a_waiting_message_is_replaced_in_its_place(db: Connection, chat: Chat) -> None:
    put(db, chat, "card of 1", slot="entry:1")
    put(db, chat, "card of 2", slot="entry:2")
    put(db, chat, "card of 1, corrected", slot="entry:1")
    assert [deliver(db), deliver(db), deliver(db)] == [["card of 1, corrected"], ["card of 2"], []]


def test_an_urgent_replacement_moves_up_and_stays_a_scheduled_post(db: Connection, chat: Chat) -> None:
    put(db, chat, "board", Lane.BROADCAST, "daily:1", scheduled=True)
    put(db, chat, "board, amended", slot="daily:1")
    (waiting,) = take(db)
    assert (waiting.outgoing.body, waiting.outgoing.lane, waiting.outgoing.scheduled) == (
        "board, amended",
        Lane.ANSWER,
        True,
    )


def test_a_replacement_is_never_less_urgent_than_what_it_replaces(db: Connection, chat: Chat) -> None:
    put(db, chat, "card", slot="entry:1")
    put(db, chat, "card, corrected", Lane.BROADCAST, slot="entry:1")
    assert [waiting.outgoing.lane for waiting in take(db)] == [Lane.ANSWER]


def test_the_same_slot_in_another_chat_is_another_message(db: Connection, chat: Chat) -> None:
    put(db, chat, "here", slot="daily:1")
    put(db, group(db, -200), "there", slot="daily:1")
    assert bodies(take(db)) == ["here", "there"]


def test_a_sent_message_is_edited_by_the_next_in_its_slot(db: Connection, chat: Chat) -> None:
    put(db, chat, "chart", slot="weekly:1")
    deliver(db, message_id=41, photo=True)
    put(db, chat, "chart, amended", slot="weekly:1")
    (edit,) = take(db)
    assert (edit.edits, edit.edits_photo) == (41, True)
    outbox.leaving(db, [edit.id])
    outbox.delivered(db, edit.id, message_id=42, photo=False, at=NOW)
    put(db, chat, "text instead", slot="weekly:1")
    assert [(again.edits, again.edits_photo) for again in take(db)] == [(42, False)]


def test_a_slot_whose_first_message_is_under_way_is_not_sent_again_beside_it(db: Connection, chat: Chat) -> None:
    put(db, chat, "board", Lane.BROADCAST, "daily:1")
    leave(db)
    put(db, chat, "board, amended", slot="daily:1")
    assert take(db) == []
    outbox.delivered(db, OutboxId(1), message_id=41, photo=False, at=NOW)
    assert [(edit.outgoing.body, edit.edits) for edit in take(db)] == [("board, amended", 41)]


def test_what_was_said_while_a_message_was_refused_takes_its_place(db: Connection, chat: Chat) -> None:
    put(db, chat, "card", slot="entry:1")
    put(db, chat, "behind it")
    (first,) = leave(db)
    put(db, chat, "card, corrected", slot="entry:1")
    outbox.later(db, first.id, NOW, counted=False)
    assert [deliver(db), deliver(db), deliver(db)] == [["card, corrected"], ["behind it"], []]


def test_a_message_that_is_no_more_is_said_anew(db: Connection, chat: Chat) -> None:
    put(db, chat, "card", slot="entry:1")
    deliver(db, message_id=41)
    outbox.forget_slot(db, chat.id, "entry:1")
    put(db, chat, "card, corrected", slot="entry:1")
    assert [waiting.edits for waiting in take(db)] == [None]


def test_a_reaction_in_a_slot_is_no_message_to_edit(db: Connection, chat: Chat) -> None:
    put(db, chat, "reaction", slot="entry:1")
    deliver(db, message_id=None)
    put(db, chat, "card", slot="entry:1")
    assert [waiting.edits for waiting in take(db)] == [None]


# Outcomes


@pytest.mark.parametrize(("counted", "attempts"), [(False, 0), (True, 1)])
def test_only_requests_of_unknown_fate_count_as_attempts(
    db: Connection, chat: Chat, counted: bool, attempts: int
) -> None:
    put(db, chat, "board", Lane.BROADCAST, scheduled=True)
    (first,) = leave(db)
    outbox.later(db, first.id, NOW, counted=counted)
    assert [again.attempts for again in take(db)] == [attempts]


def test_a_message_to_a_lost_topic_goes_to_the_group(db: Connection, chat: Chat) -> None:
    outbox.put(db, Outgoing(chat.id, "board", Lane.BROADCAST, topic=17), NOW)
    (first,) = leave(db)
    outbox.without_topic(db, first.id)
    assert [(again.outgoing.topic, again.attempts) for again in take(db)] == [(None, 0)]


def test_what_is_gone_stays_gone(db: Connection, chat: Chat) -> None:
    row = put(db, chat, "1")
    leave(db)
    outbox.gone(db, row, "markup", NOW)
    assert take(db) == []
    assert state(db, row) == ("gone", "markup")


def test_a_closed_chat_gets_nothing_not_even_later(db: Connection, chat: Chat) -> None:
    waiting = put(db, chat, "waiting")
    chats.close_chat(db, chat.id, "blocked", NOW)
    after = put(db, chat, "after")
    assert state(db, waiting) == ("gone", "blocked")
    assert state(db, after) == ("gone", "closed")
    group(db)
    put(db, chat, "open again")
    assert deliver(db) == ["open again"]
    assert take(db) == []


def test_closed_chats_take_no_room_from_open_ones(db: Connection, chat: Chat) -> None:
    put(db, chat, "under way when it closed")
    (first,) = leave(db)
    chats.close_chat(db, chat.id, "blocked", NOW)
    outbox.later(db, first.id, NOW, counted=False)
    put(db, group(db, -200), "elsewhere")
    assert bodies(take(db, limit=1)) == ["elsewhere"]


# After a crash


def test_after_a_crash_an_answer_of_unknown_fate_is_never_sent_again(db: Connection, chat: Chat) -> None:
    row = put(db, chat, "card", slot="entry:1")
    leave(db)
    outbox.unknown_after_restart(db, later(5))
    assert state(db, row) == ("gone", "ambiguous")
    assert take(db) == []


def test_after_a_crash_an_edit_is_made_again(db: Connection, chat: Chat) -> None:
    put(db, chat, "card", slot="entry:1")
    deliver(db, message_id=41)
    put(db, chat, "card, corrected", slot="entry:1")
    leave(db)
    outbox.unknown_after_restart(db, later(5))
    assert [(again.outgoing.body, again.edits) for again in take(db)] == [("card, corrected", 41)]


def test_after_a_crash_a_scheduled_post_is_sent_once_more_and_only_once(db: Connection, chat: Chat) -> None:
    row = put(db, chat, "board", Lane.BROADCAST, "daily:1", scheduled=True)
    assert bodies(leave(db)) == ["board"]
    outbox.unknown_after_restart(db, later(5))
    assert bodies(leave(db)) == ["board"]
    outbox.unknown_after_restart(db, later(10))
    assert state(db, row) == ("gone", "ambiguous")


def test_after_a_crash_what_did_not_leave_is_sent(db: Connection, chat: Chat) -> None:
    put(db, chat, "1")
    outbox.unknown_after_restart(db, later(5))
    assert deliver(db) == ["1"]


# Counting and forgetting


def test_messages_to_a_chat_are_counted_without_answers_to_buttons(db: Connection, chat: Chat) -> None:
    put(db, chat, "toast", Lane.BUTTON)
    put(db, chat, "1")
    put(db, group(db, -200), "elsewhere")
    assert [outbox.count_since(db, chat.id, since, most=9) for since in (NOW, later(1))] == [1, 0]


def test_messages_to_a_chat_are_counted_no_further_than_somebody_wants_to_know(db: Connection, chat: Chat) -> None:
    for number in range(3):
        put(db, chat, "new", slot=f"entry:{number}")
        put(db, chat, "changed", slot=f"entry:{number}")
    assert [outbox.count_since(db, chat.id, NOW, most=most) for most in (2, 3, 4)] == [2, 3, 3]


def test_what_is_not_settled_counts_as_waiting(db: Connection, chat: Chat) -> None:
    assert outbox.waiting_count(db) == 0
    put(db, chat, "1")
    outbox.put(db, Outgoing(chat.id, "2", Lane.ANSWER), later(60))
    leave(db)
    assert outbox.waiting_count(db) == 2
    outbox.delivered(db, OutboxId(1), message_id=5, photo=False, at=NOW)
    assert outbox.waiting_count(db) == 1


def test_settled_messages_are_forgotten_after_a_while_and_waiting_ones_never(db: Connection, chat: Chat) -> None:
    put(db, chat, "sent")
    deliver(db)
    put(db, chat, "waiting")
    outbox.prune(db, NOW)
    assert db.execute(select(t.outbox.c.body)).scalars().all() == ["sent", "waiting"]
    outbox.prune(db, later(1))
    assert db.execute(select(t.outbox.c.body)).scalars().all() == ["waiting"]


def test_what_was_sent_long_ago_is_not_searched(sqlite_database: Database) -> None:
    plans: list[str] = []
    busy = tuple(f"busy_{number}" for number in range(4))
    asked = [outbox._IN_SLOT, outbox._LATE, outbox._first_waiting(busy), outbox._UNSETTLED]
    with sqlite_database.read() as db:
        for statement in (prepared._for(db.dialect).sql for prepared in asked):
            driver = db.connection.cursor()
            driver.execute(f"EXPLAIN QUERY PLAN {statement}", [None] * statement.count("?"))
            plans.extend(step[-1] for step in driver.fetchall())
    searches = [step for step in plans if re.search(r"\b(outbox|other)\b", step)]
    assert [step for step in searches if " INDEX ix_outbox_" not in step] == []
    assert {match for step in searches for match in re.findall(r"ix_outbox_\w+", step)} == {
        "ix_outbox_chat",
        "ix_outbox_expires_at",
        "ix_outbox_queue",
        "ix_outbox_slot",
    }
    assert not any("TEMP B-TREE" in step for step in plans)


def test_an_answer_can_be_queued_after_its_update_was_rolled_back(database: Database) -> None:
    with database.write() as db:
        chat = group(db)
        with db.begin_nested() as update:
            put(db, chat, "half an answer")
            update.rollback()
        put(db, chat, "why not")
    with database.write() as db:
        assert bodies(take(db)) == ["why not"]


def test_a_settled_row_is_settled_at_some_time(db: Connection, chat: Chat) -> None:
    put(db, chat, "1")
    with pytest.raises(Exception, match="ck_outbox_state"), db.begin_nested():
        db.execute(text("UPDATE outbox SET state = 'sent'"))


def test_a_message_tells_what_it_shows(db: Connection, chat: Chat) -> None:
    put(db, chat, "a card", slot="entry:12")
    deliver(db, message_id=7)
    assert outbox.slot_of(db, chat.id, 7) == "entry:12"
    assert outbox.slot_of(db, chat.id, 8) is None
    assert outbox.slot_of(db, group(db, -200).id, 7) is None
