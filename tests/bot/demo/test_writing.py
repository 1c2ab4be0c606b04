"""What the bot writes appears in the chat, or is refused in Telegram's words."""

from datetime import UTC, datetime

import pytest
from telegram import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaDocument,
    InputMediaPhoto,
    ReactionTypeEmoji,
    ReplyParameters,
)
from telegram.error import BadRequest, ChatMigrated, Forbidden, RetryAfter

from tests.bot.demo.conftest import Scene
from tests.bot.demo.pictures import png

KEYBOARD = InlineKeyboardMarkup([[InlineKeyboardButton("撤销", callback_data="u:1")]])


async def test_a_message_appears_as_an_answer_with_buttons(scene: Scene) -> None:
    written = scene.telegram.write(scene.mei, scene.group, "/sale 3 299")
    sent = await scene.bot.send_message(
        scene.group.id,
        "<b>3</b> orders",
        parse_mode="HTML",
        reply_markup=KEYBOARD,
        reply_parameters=ReplyParameters(written.message_id),
    )
    assert (sent.text, sent.date) == ("3 orders", scene.clock.now)
    shown = scene.last()
    assert (shown.message_id, shown.reply_to, shown.at) == (sent.message_id, written.message_id, scene.clock.now)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "Message text is empty"),
        (" \n ", "Message text is empty"),
        ("<b></b>", "Message text is empty"),
        ("x" * 4097, "Message is too long"),
        ("😀" * 2049, "Message is too long"),
        ("<b>x", "Can't parse entities"),
    ],
)
async def test_texts_that_telegram_refuses(scene: Scene, text: str, reason: str) -> None:
    with pytest.raises(BadRequest, match=reason):
        await scene.say(text)
    assert scene.telegram.messages(scene.group) == []


@pytest.mark.parametrize("text", ["x" * 4096, "<b>" + "😀" * 2048 + "</b>", "&amp;" * 4096])
async def test_length_is_counted_in_utf16_units_after_the_markup_is_read(scene: Scene, text: str) -> None:
    assert len((await scene.say(text)).text.encode("utf-16-le")) == 2 * 4096


async def test_without_a_parse_mode_markup_is_text(scene: Scene) -> None:
    await scene.bot.send_message(scene.group.id, "<b>x")
    assert (scene.last().text, scene.last().html) == ("<b>x", "&lt;b&gt;x")


async def test_another_parse_mode_fails_loudly(scene: Scene) -> None:
    with pytest.raises(BadRequest, match="markdownv2 is not in this telegram"):
        await scene.bot.send_message(scene.group.id, "*x*", parse_mode="MarkdownV2")


async def test_an_unknown_chat_is_not_found(scene: Scene) -> None:
    with pytest.raises(BadRequest, match="Chat not found"):
        await scene.bot.send_message(-1, "x")


async def test_nobody_is_written_to_who_did_not_start_the_bot_or_blocked_it(scene: Scene) -> None:
    with pytest.raises(Forbidden, match="bot can't initiate conversation with a user"):
        await scene.say("x", scene.mei)
    scene.telegram.write(scene.mei, scene.mei, "/start")
    await scene.say("x", scene.mei)
    scene.telegram.block(scene.mei)
    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await scene.say("x", scene.mei)


async def test_a_group_that_threw_the_bot_out_is_forbidden(scene: Scene) -> None:
    scene.telegram.remove_bot(scene.group, scene.li)
    with pytest.raises(Forbidden, match="bot was kicked from the supergroup chat"):
        await scene.say("x")
    with pytest.raises(Forbidden, match="bot is not a member of the supergroup chat"):
        await scene.say("x", scene.telegram.group("二队", owner=scene.li))


async def test_an_upgraded_group_names_its_new_id(scene: Scene) -> None:
    group = scene.telegram.group("小组", owner=scene.li, basic=True)
    scene.telegram.add_bot(group, scene.li)
    old_id = group.id
    new_id = scene.telegram.upgrade(group)
    with pytest.raises(ChatMigrated) as moved:
        await scene.bot.send_message(old_id, "x")
    assert moved.value.new_chat_id == new_id
    assert (await scene.say("x", group)).chat_id == new_id


@pytest.mark.parametrize("lenient", [True, False])
async def test_an_answer_to_a_message_that_is_gone(scene: Scene, *, lenient: bool) -> None:
    written = scene.telegram.write(scene.mei, scene.group, "/sale 3 299")
    scene.telegram.remove(written)
    quoted = ReplyParameters(written.message_id, allow_sending_without_reply=lenient)
    if lenient:
        await scene.bot.send_message(scene.group.id, "x", reply_parameters=quoted)
        assert scene.last().reply_to is None
    else:
        with pytest.raises(BadRequest, match="Message to be replied not found"):
            await scene.bot.send_message(scene.group.id, "x", reply_parameters=quoted)


async def test_reply_parameters_must_name_a_message(scene: Scene) -> None:
    answer = await scene.ask("sendMessage", chat_id=scene.group.id, text="x", reply_parameters={"quote": "y"})
    assert answer["description"] == "Bad Request: can't parse ReplyParameters"


async def test_a_topic_takes_messages_until_it_is_closed_or_deleted(scene: Scene) -> None:
    forum = scene.telegram.group("论坛", owner=scene.li, forum=True)
    scene.telegram.add_bot(forum, scene.li)
    topic = scene.telegram.open_topic(forum, "日报")
    sent = await scene.bot.send_message(forum.id, "board", message_thread_id=topic)
    assert (sent.message_thread_id, sent.is_topic_message) == (topic, True)
    assert scene.last(forum).topic == topic
    scene.telegram.close_topic(forum, topic)
    with pytest.raises(BadRequest, match="Topic_closed"):
        await scene.bot.send_message(forum.id, "board", message_thread_id=topic)
    scene.telegram.delete_topic(forum, topic)
    for gone in (topic, 1):
        with pytest.raises(BadRequest, match="Message thread not found"):
            await scene.bot.send_message(forum.id, "board", message_thread_id=gone)


async def test_a_photo_appears_with_its_caption_and_can_be_sent_again_by_id(scene: Scene) -> None:
    picture = png(1280, 720)
    sent = await scene.bot.send_photo(scene.group.id, picture, caption="<b>本周</b>", parse_mode="HTML")
    assert (sent.photo[0].width, sent.photo[0].height, sent.caption) == (1280, 720, "本周")
    assert (scene.last().photo, scene.last().text) == (picture, "本周")
    scene.telegram.write(scene.mei, scene.mei, "/start")
    await scene.bot.send_photo(scene.mei.id, sent.photo[0].file_id)
    assert scene.last(scene.mei).photo == picture


@pytest.mark.parametrize(
    ("picture", "reason"),
    [
        (b"no picture", "Image_process_failed"),
        (b"no picture, and a long one", "Image_process_failed"),
        (png(9000, 1001), "Photo_invalid_dimensions"),
        (png(21, 1), "Photo_invalid_dimensions"),
        (png(0, 0), "Photo_invalid_dimensions"),
        (b"\x89PNG\r\n\x1a\n", "Image_process_failed"),
        (png() + b"\0" * 10_000_000, "too big"),
    ],
)
async def test_pictures_that_telegram_refuses(scene: Scene, picture: bytes, reason: str) -> None:
    with pytest.raises(BadRequest, match=reason):
        await scene.bot.send_photo(scene.group.id, picture)


@pytest.mark.parametrize("file_id", ["nothing", "https://example.com/a.png"])
async def test_an_unknown_file_is_refused(scene: Scene, file_id: str) -> None:
    with pytest.raises(BadRequest, match="Wrong file identifier"):
        await scene.bot.send_photo(scene.group.id, file_id)


async def test_a_caption_has_at_most_1024_units(scene: Scene) -> None:
    await scene.bot.send_photo(scene.group.id, png(), caption="x" * 1024)
    with pytest.raises(BadRequest, match="Message caption is too long"):
        await scene.bot.send_photo(scene.group.id, png(), caption="x" * 1025)


async def test_a_document_appears_with_its_name(scene: Scene) -> None:
    scene.telegram.write(scene.mei, scene.mei, "/export")
    await scene.bot.send_document(scene.mei.id, b"a,b", filename="六月.csv", caption="2 行")
    shown = scene.last(scene.mei)
    assert shown.document
    assert (shown.document.filename, shown.document.content, shown.text) == ("六月.csv", b"a,b", "2 行")


async def test_an_empty_document_is_refused(scene: Scene) -> None:
    with pytest.raises(BadRequest, match="File must be non-empty"):
        await scene.bot.send_document(scene.group.id, b"")


async def test_a_jpeg_is_a_photo(scene: Scene) -> None:
    await scene.bot.send_photo(scene.group.id, b"\xff\xd8\xff\xe0")
    assert scene.last().photo == b"\xff\xd8\xff\xe0"


async def test_an_edit_changes_the_message_in_its_place(scene: Scene) -> None:
    card = await scene.say("card")
    await scene.bot.edit_message_text("<i>new</i>", scene.group.id, card.message_id, parse_mode="HTML")
    (shown,) = scene.telegram.messages(scene.group)
    assert (shown.message_id, shown.text, shown.edited) == (card.message_id, "new", True)


async def test_an_edit_without_buttons_takes_them_away(scene: Scene) -> None:
    sent = await scene.bot.send_message(scene.group.id, "card", reply_markup=KEYBOARD)
    await scene.bot.edit_message_text("new", scene.group.id, sent.message_id)
    assert scene.last().buttons == ()
    await scene.bot.edit_message_reply_markup(scene.group.id, sent.message_id, reply_markup=KEYBOARD)
    assert scene.last().buttons != ()


async def test_an_edit_that_changes_nothing_is_refused(scene: Scene) -> None:
    sent = await scene.bot.send_message(scene.group.id, "<b>x</b>", parse_mode="HTML", reply_markup=KEYBOARD)
    with pytest.raises(BadRequest, match="Message is not modified"):
        await scene.bot.edit_message_text(
            "<strong>x</strong>", scene.group.id, sent.message_id, parse_mode="HTML", reply_markup=KEYBOARD
        )
    with pytest.raises(BadRequest, match="Message is not modified"):
        await scene.bot.edit_message_reply_markup(scene.group.id, sent.message_id, reply_markup=KEYBOARD)
    await scene.bot.edit_message_text("x", scene.group.id, sent.message_id, reply_markup=KEYBOARD)


async def test_only_the_bots_own_messages_are_edited(scene: Scene) -> None:
    written = scene.telegram.write(scene.mei, scene.group, "/sale 3 299")
    with pytest.raises(BadRequest, match="Message can't be edited"):
        await scene.bot.edit_message_text("x", scene.group.id, written.message_id)
    with pytest.raises(BadRequest, match="Message to edit not found"):
        await scene.bot.edit_message_text("x", scene.group.id, 99)


async def test_a_photo_has_a_caption_and_a_text_has_none(scene: Scene) -> None:
    photo = await scene.bot.send_photo(scene.group.id, png(), caption="a")
    card = await scene.say("card")
    await scene.bot.edit_message_caption(scene.group.id, photo.message_id, caption="b")
    assert scene.telegram.messages(scene.group)[0].text == "b"
    with pytest.raises(BadRequest, match="There is no text in the message to edit"):
        await scene.bot.edit_message_text("x", scene.group.id, photo.message_id)
    with pytest.raises(BadRequest, match="There is no caption in the message to edit"):
        await scene.bot.edit_message_caption(scene.group.id, card.message_id, caption="x")


async def test_a_picture_is_replaced_in_its_place(scene: Scene) -> None:
    photo = await scene.bot.send_photo(scene.group.id, png(4, 3), caption="a")
    media = InputMediaPhoto(png(8, 6), caption="<b>b</b>", parse_mode="HTML")
    await scene.bot.edit_message_media(media, scene.group.id, photo.message_id)
    assert (scene.last().photo, scene.last().text) == (png(8, 6), "b")
    document = InputMediaDocument(b"a,b", filename="a.csv")
    await scene.bot.edit_message_media(document, scene.group.id, photo.message_id)
    assert scene.last().document
    scene.clock.move(seconds=1)
    await scene.bot.edit_message_media(InputMediaPhoto(photo.photo[0].file_id), scene.group.id, photo.message_id)
    assert scene.last().photo == png(4, 3)


async def test_a_medium_that_is_neither_photo_nor_document_is_refused(scene: Scene) -> None:
    card = await scene.say("card")
    place = {"chat_id": scene.group.id, "message_id": card.message_id}
    answer = await scene.ask("editMessageMedia", **place, media={"type": "video", "media": "x"})
    assert answer["description"] == "Bad Request: can't parse InputMedia"


async def test_the_bot_deletes_its_own_messages_and_as_administrator_all(scene: Scene) -> None:
    written = scene.telegram.write(scene.mei, scene.group, "x")
    card = await scene.say("card")
    await scene.bot.delete_message(scene.group.id, card.message_id)
    with pytest.raises(BadRequest, match="Message to delete not found"):
        await scene.bot.delete_message(scene.group.id, card.message_id)
    with pytest.raises(BadRequest, match="Message can't be deleted"):
        await scene.bot.delete_message(scene.group.id, written.message_id)
    scene.telegram.promote(scene.group, scene.telegram.me)
    await scene.bot.delete_message(scene.group.id, written.message_id)
    assert scene.telegram.messages(scene.group) == []


async def test_after_two_days_nothing_is_deleted(scene: Scene) -> None:
    card = await scene.say("card")
    scene.clock.move(hours=48, seconds=1)
    with pytest.raises(BadRequest, match="Message can't be deleted"):
        await scene.bot.delete_message(scene.group.id, card.message_id)


async def test_a_reaction_is_one_of_the_services_own(scene: Scene) -> None:
    written = scene.telegram.write(scene.mei, scene.group, "/sale 3 299")
    await scene.bot.set_message_reaction(scene.group.id, written.message_id, "👍")
    assert scene.last().reactions == ("👍",)
    with pytest.raises(BadRequest, match="Reaction_invalid"):
        await scene.bot.set_message_reaction(scene.group.id, written.message_id, "✅")
    with pytest.raises(BadRequest, match="Reactions_too_many"):
        await scene.bot.set_message_reaction(
            scene.group.id, written.message_id, [ReactionTypeEmoji("👍"), ReactionTypeEmoji("🔥")]
        )
    with pytest.raises(BadRequest, match="Message to react not found"):
        await scene.bot.set_message_reaction(scene.group.id, 99, "👍")
    await scene.bot.set_message_reaction(scene.group.id, written.message_id)
    assert scene.last().reactions == ()


async def test_a_group_may_have_reactions_switched_off(scene: Scene) -> None:
    written = scene.telegram.write(scene.mei, scene.group, "/sale 3 299")
    scene.telegram.switch_reactions(scene.group, on=False)
    with pytest.raises(BadRequest, match="Reaction_invalid"):
        await scene.bot.set_message_reaction(scene.group.id, written.message_id, "👍")


async def test_pinning_in_a_group_needs_the_right(scene: Scene) -> None:
    card = await scene.say("board")
    with pytest.raises(BadRequest, match="Not enough rights to manage pinned messages"):
        await scene.bot.pin_chat_message(scene.group.id, card.message_id)
    scene.telegram.promote(scene.group, scene.telegram.me)
    await scene.bot.pin_chat_message(scene.group.id, card.message_id)
    assert scene.last().pinned
    await scene.bot.unpin_chat_message(scene.group.id)
    assert not scene.last().pinned
    with pytest.raises(BadRequest, match="Message to unpin not found"):
        await scene.bot.unpin_chat_message(scene.group.id)


async def test_too_many_messages_are_refused_with_the_time_to_wait(scene: Scene) -> None:
    for number in range(20):
        await scene.bot.send_message(scene.group.id, str(number))
        scene.clock.move(seconds=1)
    with pytest.raises(RetryAfter) as refused:
        await scene.bot.send_message(scene.group.id, "20")
    assert "Retry in 40 seconds" in str(refused.value)
    scene.clock.move(seconds=40)
    await scene.bot.send_message(scene.group.id, "20")


async def test_edits_count_as_messages_and_reactions_do_not(scene: Scene) -> None:
    card = await scene.say("0")
    for number in range(1, 20):
        scene.clock.move(seconds=1)
        await scene.bot.edit_message_text(str(number), scene.group.id, card.message_id)
        await scene.bot.set_message_reaction(scene.group.id, card.message_id, "👍")
    scene.clock.move(seconds=1)
    with pytest.raises(RetryAfter):
        await scene.bot.edit_message_text("20", scene.group.id, card.message_id)


async def test_the_journal_holds_what_was_carried_out_and_nothing_else(scene: Scene) -> None:
    scene.telegram.journal.clear()
    card = await scene.say("card")
    with pytest.raises(BadRequest):
        await scene.say("<b>")
    await scene.bot.edit_message_text("new", scene.group.id, card.message_id)
    journal = [(done.method, done.chat_id, done.message_id) for done in scene.telegram.journal]
    assert journal == [
        ("sendMessage", scene.group.id, card.message_id),
        ("editMessageText", scene.group.id, card.message_id),
    ]
    assert scene.telegram.journal[0].parameters["text"] == "card"
    assert scene.telegram.journal[0].at == datetime(2026, 6, 1, 12, 0, 4, tzinfo=UTC)
