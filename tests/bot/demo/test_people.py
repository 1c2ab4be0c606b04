"""What people do makes the updates that Telegram sends, and messages look to them as they are now."""

from collections.abc import Callable

import pytest
from telegram import InlineKeyboardButton, InlineKeyboardMarkup
from telegram.constants import ChatMemberStatus, ChatType

from bot.demo.values import Upload
from tests.bot.demo.conftest import Scene


async def test_the_bot_is_told_that_it_was_added_and_by_whom(scene: Scene) -> None:
    other = scene.telegram.group("二队", owner=scene.mei)
    scene.telegram.add_bot(other, scene.mei)
    added, service = await scene.updates()
    assert added.my_chat_member
    assert added.my_chat_member.from_user.id == scene.mei.id
    assert added.my_chat_member.chat.title == "二队"
    assert added.my_chat_member.old_chat_member.status == ChatMemberStatus.LEFT
    assert added.my_chat_member.new_chat_member.status == ChatMemberStatus.MEMBER
    assert service.message
    assert [user.id for user in service.message.new_chat_members or ()] == [scene.bot.id]


async def test_a_message_says_who_wrote_it_where_and_in_which_language(scene: Scene) -> None:
    scene.telegram.write(scene.mei, scene.group, "/sale 3 299")
    (message,) = await scene.heard()
    assert message.from_user
    assert (message.from_user.id, message.from_user.first_name) == (scene.mei.id, "小美")
    assert (message.from_user.username, message.from_user.language_code) == (None, "zh-hans")
    assert (message.chat.id, message.chat.type) == (scene.group.id, ChatType.SUPERGROUP)
    assert message.text == "/sale 3 299"
    assert message.date == scene.clock.now
    assert [(e.type, e.offset, e.length) for e in message.entities] == [("bot_command", 0, 5)]


async def test_a_private_chat_begins_with_the_persons_first_message(scene: Scene) -> None:
    scene.telegram.write(scene.mei, scene.mei, "/start join_3")
    (message,) = await scene.heard()
    assert (message.chat.id, message.chat.type, message.text) == (scene.mei.id, ChatType.PRIVATE, "/start join_3")
    assert (await scene.say("hello", scene.mei)).text == "hello"


async def test_an_edit_comes_with_its_time_and_is_seen(scene: Scene) -> None:
    written = scene.telegram.write(scene.mei, scene.group, "/sale 3 299")
    await scene.updates()
    scene.clock.move(minutes=1)
    scene.telegram.edit(written, "/sale 3 399")
    (update,) = await scene.updates()
    assert update.edited_message
    assert (update.edited_message.message_id, update.edited_message.text) == (written.message_id, "/sale 3 399")
    assert update.edited_message.edit_date == scene.clock.now
    assert (scene.last().text, scene.last().edited) == ("/sale 3 399", True)


async def test_a_reply_carries_what_it_answers(scene: Scene) -> None:
    card = await scene.say("card")
    scene.telegram.write(scene.mei, scene.group, "299", reply_to=card.message_id)
    (message,) = await scene.heard()
    assert message.reply_to_message
    assert message.reply_to_message.message_id == card.message_id
    assert message.reply_to_message.from_user
    assert message.reply_to_message.from_user.id == scene.bot.id


async def test_a_reply_outside_topics_has_a_thread_id_and_is_no_topic_message(scene: Scene) -> None:
    card = await scene.say("card")
    scene.telegram.write(scene.mei, scene.group, "299", reply_to=card.message_id)
    (message,) = await scene.heard()
    assert message.message_thread_id == card.message_id
    assert not message.is_topic_message


async def test_a_topic_message_says_so_and_an_answer_stays_in_the_topic(scene: Scene) -> None:
    forum = scene.telegram.group("论坛", owner=scene.li, forum=True)
    scene.telegram.add_bot(forum, scene.li)
    topic = scene.telegram.open_topic(forum, "日报")
    written = scene.telegram.write(scene.li, forum, "/top", topic=topic)
    message = (await scene.heard())[-1]
    assert (message.message_thread_id, message.is_topic_message, message.chat.is_forum) == (topic, True, True)
    assert message.reply_to_message
    assert message.reply_to_message.forum_topic_created
    await scene.bot.send_message(forum.id, "board", reply_to_message_id=written.message_id)
    assert scene.last(forum).topic == topic


async def test_a_topic_is_deleted_with_what_was_written_in_it(scene: Scene) -> None:
    forum = scene.telegram.group("论坛", owner=scene.li, forum=True)
    general, topic = scene.telegram.write(scene.li, forum, "a"), scene.telegram.open_topic(forum, "日报")
    scene.telegram.write(scene.li, forum, "b", topic=topic)
    scene.telegram.delete_topic(forum, topic)
    assert scene.telegram.messages(forum) == [general]


async def test_an_anonymous_administrator_writes_as_the_group_and_presses_as_themself(scene: Scene) -> None:
    card = await scene.bot.send_message(scene.group.id, "card", reply_markup=keyboard("撤销", "u:1"))
    scene.telegram.write(scene.li, scene.group, "/settings", anonymous=True)
    (message,) = await scene.heard()
    assert message.from_user
    assert message.from_user.id == 1087968824
    assert message.sender_chat
    assert message.sender_chat.id == scene.group.id
    shown = next(m for m in scene.telegram.messages(scene.group) if m.message_id == card.message_id)
    scene.telegram.press(scene.li, shown, "撤销")
    (update,) = await scene.updates()
    assert update.callback_query
    assert update.callback_query.from_user.id == scene.li.id


def keyboard(label: str, action: str) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup([[InlineKeyboardButton(label, callback_data=action)]])


@pytest.mark.parametrize("by", ["撤销", "u:1"])
async def test_a_press_sends_the_buttons_data_with_its_message(scene: Scene, by: str) -> None:
    await scene.bot.send_message(scene.group.id, "card", reply_markup=keyboard("撤销", "u:1"))
    query_id = scene.telegram.press(scene.mei, scene.last(), by)
    (update,) = await scene.updates()
    assert update.callback_query
    assert (update.callback_query.id, update.callback_query.data) == (query_id, "u:1")
    assert update.callback_query.message
    assert update.callback_query.message.message_id == scene.last().message_id


async def test_the_answer_to_a_press_pops_up_once_and_in_time(scene: Scene) -> None:
    await scene.bot.send_message(scene.group.id, "card", reply_markup=keyboard("撤销", "u:1"))
    query_id = scene.telegram.press(scene.mei, scene.last(), "撤销")
    await scene.bot.answer_callback_query(query_id, "已撤销")
    assert scene.telegram.toasts(scene.mei) == ["已撤销"]
    assert scene.telegram.toasts(scene.li) == []
    again = await scene.ask("answerCallbackQuery", callback_query_id=query_id)
    late = scene.telegram.press(scene.mei, scene.last(), "撤销")
    scene.clock.move(seconds=16)
    too_late = await scene.ask("answerCallbackQuery", callback_query_id=late)
    never = await scene.ask("answerCallbackQuery", callback_query_id="1")
    for answer in (again, too_late, never):
        assert "query is too old" in str(answer["description"])


async def test_a_press_may_be_forged_and_may_come_from_a_message_that_is_gone(scene: Scene) -> None:
    card = await scene.say("card")
    scene.telegram.remove(card)
    scene.telegram.forge(scene.mei, card, "v9:drop")
    (update,) = await scene.updates()
    assert update.callback_query
    assert update.callback_query.data == "v9:drop"
    assert update.callback_query.message
    assert not update.callback_query.message.is_accessible


async def test_a_link_to_the_bot_opens_the_private_chat_with_what_it_carries(scene: Scene) -> None:
    link = InlineKeyboardButton("加入", url="https://t.me/lhb_bot?start=join_3")
    await scene.bot.send_message(scene.group.id, "hello", reply_markup=InlineKeyboardMarkup([[link]]))
    scene.telegram.press(scene.mei, scene.last(), "加入")
    (message,) = await scene.heard()
    assert (message.chat.id, message.text) == (scene.mei.id, "/start join_3")


async def test_people_who_come_and_go_are_told_in_the_group(scene: Scene) -> None:
    ken = scene.telegram.person("Ken", language="en")
    scene.telegram.join(scene.group, ken, scene.li)
    scene.telegram.leave(scene.group, ken)
    joined, left = await scene.heard()
    assert [user.id for user in joined.new_chat_members or ()] == [ken.id]
    assert left.left_chat_member
    assert left.left_chat_member.id == ken.id
    assert scene.telegram.members(scene.group) == [scene.li, scene.mei]


@pytest.mark.parametrize(("administrates", "told"), [(True, ["member", "left"]), (False, [])])
async def test_roles_of_others_are_told_to_administrators_only(
    scene: Scene, told: list[str], *, administrates: bool
) -> None:
    if administrates:
        scene.telegram.promote(scene.group, scene.telegram.me)
        await scene.updates()
    ken = scene.telegram.person("Ken")
    scene.telegram.join(scene.group, ken)
    scene.telegram.leave(scene.group, ken)
    changes = [update.chat_member for update in await scene.updates() if update.chat_member]
    assert [change.new_chat_member.status for change in changes] == told


async def test_promotion_of_the_bot_is_told(scene: Scene) -> None:
    scene.telegram.promote(scene.group, scene.telegram.me)
    (update,) = await scene.updates()
    assert update.my_chat_member
    assert update.my_chat_member.new_chat_member.status == ChatMemberStatus.ADMINISTRATOR


async def test_removal_ends_what_the_bot_hears(scene: Scene) -> None:
    scene.telegram.remove_bot(scene.group, scene.li)
    scene.telegram.write(scene.mei, scene.group, "/sale 1 9")
    (update,) = await scene.updates()
    assert update.my_chat_member
    assert update.my_chat_member.new_chat_member.status == ChatMemberStatus.BANNED


async def test_block_and_return_are_told(scene: Scene) -> None:
    scene.telegram.write(scene.mei, scene.mei, "/start")
    scene.telegram.block(scene.mei)
    scene.telegram.write(scene.mei, scene.mei, "/me")
    _, blocked, back, message = await scene.updates()
    assert blocked.my_chat_member
    assert blocked.my_chat_member.new_chat_member.status == ChatMemberStatus.BANNED
    assert back.my_chat_member
    assert back.my_chat_member.new_chat_member.status == ChatMemberStatus.MEMBER
    assert message.message


async def test_an_upgrade_is_told_on_both_sides_and_starts_message_ids_anew(scene: Scene) -> None:
    old = scene.telegram.group("小组", owner=scene.li, members=[scene.mei], basic=True)
    scene.telegram.add_bot(old, scene.li)
    old_id = old.id
    written = scene.telegram.write(scene.mei, old, "/sale 1 9")
    await scene.updates()
    new_id = scene.telegram.upgrade(old)
    to, came = await scene.heard()
    assert (to.chat.id, to.migrate_to_chat_id) == (old_id, new_id)
    assert (came.chat.id, came.migrate_from_chat_id, came.chat.type) == (new_id, old_id, ChatType.SUPERGROUP)
    assert came.message_id <= written.message_id
    assert old.id == new_id
    assert scene.telegram.members(old) == [scene.li, scene.mei]


HEARD_IN_PRIVACY_MODE = [
    ("/sale 3 299", True),
    ("/sale@lhb_bot 3 299", True),
    ("/sale@LHB_bot 3 299", True),
    ("/sale@other_bot 3 299", False),
    ("3单 1280", False),
    ("3单 1280 @lhb_bot", True),
    ("3单 1280 @lhb_bots", False),
    ("see /sale", False),
    ("//", False),
]


@pytest.mark.parametrize(("text", "heard"), HEARD_IN_PRIVACY_MODE)
async def test_privacy_mode_lets_through_what_is_meant_for_the_bot(scene: Scene, text: str, *, heard: bool) -> None:
    scene.telegram.reads_all = False
    written = scene.telegram.write(scene.mei, scene.group, text)
    scene.telegram.edit(written, text)
    assert len(await scene.updates()) == (2 if heard else 0)


@pytest.mark.parametrize(("text", "_heard"), HEARD_IN_PRIVACY_MODE)
async def test_an_administrator_hears_everything(scene: Scene, text: str, *, _heard: bool) -> None:
    scene.telegram.reads_all = False
    scene.telegram.promote(scene.group, scene.telegram.me)
    scene.telegram.write(scene.mei, scene.group, text)
    assert len(await scene.heard()) == 1


async def test_privacy_mode_lets_answers_to_the_bot_and_private_messages_through(scene: Scene) -> None:
    scene.telegram.reads_all = False
    card, chat = await scene.say("card"), scene.telegram.write(scene.li, scene.group, "well done")
    scene.telegram.write(scene.mei, scene.group, "299", reply_to=card.message_id)
    scene.telegram.write(scene.mei, scene.group, "thanks", reply_to=chat.message_id)
    scene.telegram.write(scene.mei, scene.mei, "3单 1280")
    assert [message.text for message in await scene.heard()] == ["299", "3单 1280"]


async def test_somebody_without_a_username_is_mentioned_by_name(scene: Scene) -> None:
    scene.telegram.write(scene.li, scene.group, "/sale 🎉 小美 2 98", mentions=[scene.mei])
    (message,) = await scene.heard()
    named = message.parse_entities(["text_mention"])
    assert [(entity.user.id, text) for entity, text in named.items() if entity.user] == [(scene.mei.id, "小美")]


async def test_a_forwarded_message_says_so(scene: Scene) -> None:
    scene.telegram.write(scene.mei, scene.group, "/sale 3 299", forwarded=True)
    (message,) = await scene.heard()
    assert message.forward_origin


async def test_a_document_can_be_fetched(scene: Scene) -> None:
    scene.telegram.upload(scene.mei, scene.mei, Upload("六月.csv", b"a,b"), "/import")
    (message,) = await scene.heard()
    assert message.document
    assert (message.document.file_name, message.caption) == ("六月.csv", "/import")
    file = await scene.bot.get_file(message.document.file_id)
    assert bytes(await file.download_as_bytearray()) == b"a,b"


async def test_people_see_text_buttons_and_markup_of_what_the_bot_wrote(scene: Scene) -> None:
    await scene.bot.send_message(
        scene.group.id, "<b>3</b> &lt; 4", parse_mode="HTML", reply_markup=keyboard("撤销", "u:1")
    )
    shown = scene.last()
    assert (shown.sender, shown.text, shown.html) == (None, "3 < 4", "<b>3</b> &lt; 4")
    assert [[button.label for button in row] for row in shown.buttons] == [["撤销"]]


def test_what_people_type_is_shown_as_they_typed_it(scene: Scene) -> None:
    shown = scene.telegram.write(scene.mei, scene.group, "<b>1 & 2")
    assert (shown.sender, shown.text, shown.html) == (scene.mei, "<b>1 & 2", "&lt;b&gt;1 &amp; 2")


async def test_white_space_around_a_text_is_not_sent(scene: Scene) -> None:
    scene.telegram.write(scene.mei, scene.group, " \n/sale 3 299\n")
    (message,) = await scene.heard()
    assert (message.text, message.entities[0].offset) == ("/sale 3 299", 0)


IMPOSSIBLE: dict[str, Callable[[Scene], object]] = {
    "write nothing": lambda s: s.telegram.write(s.mei, s.group, " "),
    "write more than fits": lambda s: s.telegram.write(s.mei, s.group, "x" * 4097),
    "write where one is not": lambda s: s.telegram.write(s.telegram.person("Eve"), s.group, "x"),
    "write into a topic that is not": lambda s: s.telegram.write(s.mei, s.group, "x", topic=99),
    "answer nothing": lambda s: s.telegram.write(s.mei, s.group, "x", reply_to=99),
    "hide without being an administrator": lambda s: s.telegram.write(s.mei, s.group, "x", anonymous=True),
    "press a button that is not": lambda s: s.telegram.press(s.mei, s.telegram.write(s.li, s.group, "x"), "y"),
    "promote a stranger": lambda s: s.telegram.promote(s.group, s.telegram.person("Eve")),
    "demote a stranger": lambda s: s.telegram.demote(s.group, s.telegram.person("Eve")),
    "leave where one is not": lambda s: s.telegram.leave(s.group, s.telegram.person("Eve")),
    "upgrade a supergroup": lambda s: s.telegram.upgrade(s.group),
    "open a topic in no forum": lambda s: s.telegram.open_topic(s.group, "x"),
    "redeliver what never was": lambda s: s.telegram.redeliver(1),
}


@pytest.mark.parametrize("deed", IMPOSSIBLE)
def test_what_no_app_offers_is_an_error_of_the_test(scene: Scene, deed: str) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        IMPOSSIBLE[deed](scene)


async def test_nobody_edits_what_the_bot_wrote(scene: Scene) -> None:
    card = await scene.say("card")
    with pytest.raises(ValueError, match="cannot edit"):
        scene.telegram.edit(card, "x")
