"""What Telegram sends, read as values: the shapes that other bots stumbled over."""

from datetime import UTC, datetime

import pytest
from telegram import Update

from bot.incoming import Attached, Happening, Incoming, read_plain, read_update
from kpi.ids import TelegramId
from kpi.team import ChatKind

NOW = datetime(2026, 6, 8, 2, 12, tzinfo=UTC)
SENT = int(NOW.timestamp())
MEI = {"id": 42, "is_bot": False, "first_name": "小美", "last_name": "W", "username": "mei", "language_code": "zh-hans"}
BOT = {"id": 9, "is_bot": True, "first_name": "Longhubang", "username": "longhubang_bot"}
GROUP = {"id": -1001, "type": "supergroup", "title": "花花美妆"}
PRIVATE = {"id": 42, "type": "private", "first_name": "小美"}
ANONYMOUS = {"id": 1087968824, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"}
CHANNEL = {"id": -1002, "type": "channel", "title": "News"}

Raw = dict[str, object]


def message(**fields: object) -> Raw:
    return {"message_id": 7, "date": SENT, "chat": GROUP, "from": MEI, "text": "3单 1280"} | fields


def read(**update: object) -> Incoming | None:
    """As the library reads it, and whatever is read without it says the same."""
    raw = {"update_id": 1, **update}
    found, plain = read_update(Update.de_json(raw, None), NOW), read_plain(raw)
    assert plain in {None, found}
    return found


def happening(**update: object) -> Incoming:
    found = read(**update)
    assert found is not None
    return found


def test_a_message_says_who_wrote_what_where_and_when() -> None:
    found = happening(message=message())
    assert (found.happening, found.kind, found.chat) == (Happening.MESSAGE, ChatKind.GROUP, TelegramId(-1001))
    assert (found.sender.telegram_id, found.sender.name, found.sender.username) == (42, "小美 W", "mei")
    assert (found.text, found.message_id, found.sent_at) == ("3单 1280", 7, NOW)


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"chat": PRIVATE},
        {"chat": {"id": -5, "type": "group", "title": "Old"}},
        {"from": {"id": 42, "is_bot": False, "first_name": "Mei", "is_premium": True}},
        {"text": "/sale 3 128", "entities": [{"type": "bot_command", "offset": 0, "length": 5}]},
        {"text": "@ken 3", "entities": [{"type": "mention", "offset": 0, "length": 4}]},
    ],
)
def test_a_message_of_words_alone_is_read_without_the_library(fields: Raw) -> None:
    raw: Raw = {"update_id": 1, "message": message(**fields)}
    assert read_plain(raw) == read(message=raw["message"]) is not None


@pytest.mark.parametrize(
    "fields",
    [
        {"from": ANONYMOUS, "sender_chat": GROUP},
        {"from": {"id": 777000, "is_bot": False, "first_name": "Telegram"}},
        {"from": BOT},
        {"chat": CHANNEL},
        {"text": "小美 3", "entities": [{"type": "text_mention", "offset": 0, "length": 2, "user": MEI}]},
        {"reply_to_message": message()},
        {"message_thread_id": 5, "is_topic_message": True},
        {"sender_chat": GROUP},
        {"forward_origin": {"type": "hidden_user", "sender_user_name": "X", "date": SENT}},
        {"left_chat_member": MEI},
        {"text": None},
        {"date": "yesterday"},
    ],
)
def test_anything_else_is_left_to_the_library(fields: Raw) -> None:
    assert read_plain({"update_id": 1, "message": message(**fields)}) is None


def test_what_is_no_new_message_is_left_to_the_library() -> None:
    for raw in ({"update_id": 1}, {"update_id": 1, "edited_message": message()}, {"message": message()}, {}):
        assert read_plain(raw) is None


def test_an_edit_keeps_its_message_and_says_when() -> None:
    found = happening(edited_message=message(edit_date=SENT + 60))
    assert (found.happening, found.message_id, found.edit_date) == (Happening.EDIT, 7, SENT + 60)


def test_a_caption_is_read_like_a_text() -> None:
    without_text = {key: value for key, value in message().items() if key != "text"}
    photo = [{"file_id": "a", "file_unique_id": "b", "width": 1, "height": 1}]
    assert happening(message={**without_text, "photo": photo, "caption": "3单 1280"}).text == "3单 1280"


def test_a_reply_in_general_is_in_no_topic() -> None:
    assert happening(message=message(message_thread_id=5)).topic is None
    assert happening(message=message(message_thread_id=5, is_topic_message=True)).topic == 5


def test_an_anonymous_administrator_is_nobody_in_particular() -> None:
    found = happening(message={**message(sender_chat=GROUP), "from": ANONYMOUS})
    assert found.sender.anonymous


@pytest.mark.parametrize(
    "update",
    [
        {"message": {**message(), "from": BOT}},
        {"message": {**message(sender_chat=CHANNEL), "from": {**MEI, "id": 777000}}},
        {"message": {**message(sender_chat=CHANNEL), "from": {**BOT, "id": 136817688}}},
        {"channel_post": {"message_id": 7, "date": SENT, "chat": CHANNEL, "text": "3单 1280"}},
        {"message": {**message(chat=CHANNEL)}},
        {"poll_answer": {"poll_id": "1", "user": MEI, "option_ids": [0], "option_persistent_ids": ["0"]}},
        {"callback_query": {"id": "1", "from": MEI, "chat_instance": "x", "inline_message_id": "y", "data": "v1:x"}},
        {},
    ],
)
def test_what_is_not_for_us_is_passed_over(update: Raw) -> None:
    assert read(**update) is None


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, None),
        ({"reply_to_message": message(message_id=5)}, 5),
        ({"reply_to_message": message(message_id=5), "message_thread_id": 5, "is_topic_message": True}, None),
        ({"reply_to_message": message(message_id=6), "message_thread_id": 5, "is_topic_message": True}, 6),
        ({"reply_to_message": message(message_id=5), "message_thread_id": 5}, 5),
    ],
)
def test_a_message_says_which_one_it_answers_but_not_which_topic_it_is_in(fields: Raw, expected: int | None) -> None:
    assert happening(message=message(**fields)).reply_to == expected


def test_a_press_says_what_the_button_carries() -> None:
    query = {"id": "77", "from": MEI, "chat_instance": "x", "message": message(), "data": "v1:undo:1"}
    found = happening(callback_query=query)
    assert (found.happening, found.text, found.callback, found.sent_at) == (Happening.PRESS, "v1:undo:1", "77", NOW)


def test_a_press_on_a_message_that_is_too_old_to_be_shown_still_counts() -> None:
    old = {"chat": GROUP, "message_id": 7, "date": 0}
    query = {"id": "77", "from": MEI, "chat_instance": "x", "message": old, "data": "v1:undo:1"}
    assert happening(callback_query=query).message_id == 7


@pytest.mark.parametrize(
    ("fields", "ids"),
    [
        ({"migrate_to_chat_id": -1009}, (-1001, -1009)),
        ({"migrate_from_chat_id": -500}, (-500, -1001)),
    ],
)
def test_a_group_that_moves_says_from_where_to_where(fields: Raw, ids: tuple[int, int]) -> None:
    found = happening(message=message(text=None, **fields))
    assert (found.happening, found.migrated) == (Happening.MIGRATED, ids)


@pytest.mark.parametrize(
    ("kind", "was", "is_now", "expected"),
    [
        ("my_chat_member", "left", "member", Happening.BOT_ADDED),
        ("my_chat_member", "left", "administrator", Happening.BOT_ADDED),
        ("my_chat_member", "member", "kicked", Happening.BOT_REMOVED),
        ("my_chat_member", "member", "left", Happening.BOT_REMOVED),
        ("my_chat_member", "member", "administrator", None),
        ("chat_member", "member", "left", Happening.MEMBER_LEFT),
        ("chat_member", "member", "kicked", Happening.MEMBER_LEFT),
        ("chat_member", "left", "member", None),
    ],
)
def test_coming_and_going_is_told_from_a_change_of_rights(
    kind: str, was: str, is_now: str, expected: Happening | None
) -> None:
    change = {
        "chat": GROUP,
        "from": MEI,
        "date": SENT,
        "old_chat_member": member(was),
        "new_chat_member": member(is_now),
    }
    found = read(**{kind: change})
    assert (found.happening if found else None) == expected


def member(status: str) -> Raw:
    rights = (
        "can_be_edited is_anonymous can_manage_chat can_delete_messages can_manage_video_chats can_restrict_members "
        "can_promote_members can_change_info can_invite_users can_post_stories can_edit_stories can_delete_stories"
    )
    extra: Raw = dict.fromkeys(rights.split(), False) if status == "administrator" else {}
    if status == "kicked":
        extra = {"until_date": 0}
    return {"status": status, "user": BOT, **extra}


def test_somebody_leaving_is_told_by_the_service_message_too() -> None:
    found = happening(message=message(text=None, left_chat_member=MEI))
    assert (found.happening, found.subject and found.subject.telegram_id) == (Happening.MEMBER_LEFT, 42)


def test_a_mention_without_a_username_says_whom_it_means() -> None:
    entity = {"type": "text_mention", "offset": 6, "length": 2, "user": {**MEI, "id": 43}}
    assert happening(message=message(text="/sale 小美 2 98", entities=[entity])).mentions == (("小美", 43),)


def test_a_document_is_known_by_its_number_name_and_size() -> None:
    without_text = {key: value for key, value in message().items() if key != "text"}
    file = {"file_id": "f1", "file_unique_id": "u1", "file_name": "六月.csv", "file_size": 12}
    found = happening(message={**without_text, "document": file, "caption": "六月"})
    assert found.attached == Attached("f1", "六月.csv", 12)
    assert found.text == "六月"
