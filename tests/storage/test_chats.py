"""Chats: our numbers for Telegram's, closed and opened again, and a group that gets another number."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Connection

from kpi.ids import ChatId, TelegramId
from kpi.message import Lane
from kpi.team import Chat, ChatKind
from storage import chats, outbox, questions, teams
from storage.database import Database
from storage.outbox import Outgoing
from tests.storage.given import NOW, group, later, seller, team

OLD, NEW = TelegramId(-100), TelegramId(-1001)


@pytest.fixture
def db(database: Database) -> Iterator[Connection]:
    with database.write() as connection:
        yield connection


def test_a_chat_is_made_once_and_keeps_its_language(db: Connection) -> None:
    first = chats.open_chat(db, OLD, ChatKind.GROUP, "zh")
    assert first == Chat(first.id, OLD, ChatKind.GROUP, "zh", active=True)
    assert chats.open_chat(db, OLD, ChatKind.GROUP, "en") == first
    assert chats.chat_of(db, OLD) == chats.chat(db, first.id) == first
    assert chats.chat_of(db, NEW) is None


def test_a_chats_language_can_be_changed(db: Connection) -> None:
    chats.set_language(db, group(db).id, "en")
    assert group(db).language == "en"


def test_a_closed_chat_is_opened_by_the_next_thing_that_happens_in_it(db: Connection) -> None:
    chat = group(db)
    chats.close_chat(db, chat.id, "kicked", NOW)
    assert not chats.chat(db, chat.id).active
    assert group(db) == chat


def test_a_group_that_becomes_a_supergroup_stays_the_same_chat_and_team(db: Connection) -> None:
    ours = team(db, OLD)
    chats.move_chat(db, OLD, NEW)
    assert chats.chat_of(db, OLD) is None
    assert chats.chat(db, ours.chat).telegram_id == NEW
    assert teams.of_chat(db, ours.chat) == ours


def test_the_second_news_of_a_move_changes_nothing(db: Connection) -> None:
    ours = team(db, OLD)
    chats.move_chat(db, OLD, NEW)
    moved = chats.chat(db, ours.chat)
    chats.move_chat(db, OLD, NEW)
    assert chats.chat_of(db, NEW) == moved


def test_the_news_of_an_unknown_group_changes_nothing(db: Connection) -> None:
    chats.move_chat(db, OLD, NEW)
    assert chats.chat_of(db, NEW) is None


def test_a_move_opens_what_leaving_the_old_group_had_closed(db: Connection) -> None:
    chats.close_chat(db, team(db, OLD).chat, "removed", NOW)
    chats.move_chat(db, OLD, NEW)
    assert group(db, NEW).active


def put(db: Connection, chat: ChatId, body: str, slot: str) -> None:
    outbox.put(db, Outgoing(chat, body, Lane.ANSWER, slot=slot), NOW)


def deliver(db: Connection, message_id: int) -> None:
    for waiting in outbox.take(db, NOW, 10, ()):
        outbox.leaving(db, [waiting.id])
        outbox.delivered(db, waiting.id, message_id=message_id, photo=False, at=NOW)


def test_messages_of_the_old_group_cannot_be_edited_in_the_new_one(db: Connection) -> None:
    chat = group(db, OLD).id
    put(db, chat, "card", "entry:1")
    deliver(db, message_id=41)
    chats.move_chat(db, OLD, NEW)
    put(db, chat, "card, corrected", "entry:1")
    assert [(waiting.chat.telegram_id, waiting.edits) for waiting in outbox.take(db, NOW, 10, ())] == [(NEW, None)]


def test_what_waits_and_what_was_sent_in_the_new_group_stay(db: Connection) -> None:
    old, new = group(db, OLD).id, group(db, NEW).id
    put(db, new, "card of 2", "entry:2")
    deliver(db, message_id=7)
    put(db, old, "card of 1", "entry:1")
    put(db, new, "card of 2, corrected", "entry:2")
    chats.move_chat(db, OLD, NEW)
    taken = outbox.take(db, NOW, 10, ())
    assert [(waiting.outgoing.body, waiting.chat.telegram_id) for waiting in taken] == [("card of 1", NEW)]
    deliver(db, message_id=8)
    taken = outbox.take(db, NOW, 10, ())
    assert [(waiting.outgoing.body, waiting.edits) for waiting in taken] == [("card of 2, corrected", 7)]


def test_a_person_asked_in_both_groups_is_asked_what_was_asked_last(db: Connection) -> None:
    old, new = team(db, OLD), team(db, NEW)
    mei, ken = seller(db, old, "小美", 1).person, seller(db, old, "Ken", 2).person
    assert mei is not None
    assert ken is not None
    questions.ask(db, old.id, old.chat, mei, "amount", "first", at=NOW, expires_at=later(60))
    questions.ask(db, new.id, new.chat, mei, "amount", "second", at=later(1), expires_at=later(60))
    questions.ask(db, old.id, old.chat, ken, "amount", "third", at=NOW, expires_at=later(60))
    chats.move_chat(db, OLD, NEW)
    still = [questions.open_for(db, group(db, NEW).id, person, later(2)) for person in (mei, ken)]
    assert [(question.body, question.team) for question in still if question] == [
        ("second", old.id),
        ("third", old.id),
    ]
