"""What the bot writes: messages, edits, deletions, reactions, pins. Each function carries out one method."""

import html
from datetime import timedelta

from telegram.constants import ReactionEmoji

from bot.demo import wire
from bot.demo.chats import Attachment, Chat, Kind, Post
from bot.demo.keyboard import read_keyboard
from bot.demo.markup import read_html, trimmed
from bot.demo.methods import Request
from bot.demo.rejection import bad_request
from bot.demo.styled import CAPTION_UNITS, TEXT_UNITS, Styled, utf16
from bot.demo.values import Json
from bot.demo.world import PATIENCE, World

_DELETABLE = timedelta(hours=48)
_REACTIONS = {emoji.value for emoji in ReactionEmoji}
Worded = tuple[Styled, str]  # and the HTML that shows it
_NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same as a current "
    "content and reply markup of the message"
)


def send_message(world: World, request: Request) -> Json:
    """`sendMessage`."""
    chat = world.chat(request.values["chat_id"])
    return _send(world, request, chat, text_of(request), None)


def send_photo(world: World, request: Request) -> Json:
    """`sendPhoto`."""
    chat = world.chat(request.values["chat_id"])
    upload = request.file("photo")
    photo = world.files.known(request.text("photo") or "") if upload is None else world.files.photo(upload)
    return _send(world, request, chat, caption_of(request), photo)


def send_document(world: World, request: Request) -> Json:
    """`sendDocument`."""
    chat = world.chat(request.values["chat_id"])
    upload = request.file("document")
    document = world.files.known(request.text("document") or "") if upload is None else world.files.document(upload)
    return _send(world, request, chat, caption_of(request), document)


def edit_text(world: World, request: Request) -> Json:
    """`editMessageText`."""
    chat, post = _own(world, request)
    if post.attachment is not None:
        raise bad_request("there is no text in the message to edit")
    return _change(world, request, (chat, post), text_of(request), None)


def edit_caption(world: World, request: Request) -> Json:
    """`editMessageCaption`."""
    chat, post = _own(world, request)
    if post.attachment is None:
        raise bad_request("there is no caption in the message to edit")
    return _change(world, request, (chat, post), caption_of(request), post.attachment)


def edit_media(world: World, request: Request) -> Json:
    """`editMessageMedia`, for photos and documents."""
    chat, post = _own(world, request)
    media = request.values["media"]
    if not isinstance(media, dict) or media.get("type") not in {"photo", "document"}:
        raise bad_request("can't parse InputMedia")
    within = Request({**media}, request.files)
    attachment = _media(world, within, str(media["type"]))
    return _change(world, request, (chat, post), caption_of(within), attachment)


def edit_keyboard(world: World, request: Request) -> Json:
    """`editMessageReplyMarkup`."""
    chat, post = _own(world, request)
    return _change(world, request, (chat, post), (post.styled, post.html), post.attachment)


def delete(world: World, request: Request) -> Json:
    """`deleteMessage`."""
    chat = world.chat(request.values["chat_id"])
    post = chat.post(request.message_id())
    if post is None:
        raise bad_request("message to delete not found")
    allowed = post.author is world.me or chat.kind is Kind.PRIVATE or chat.administrates(world.me.id)
    if not allowed or world.clock() - post.at > _DELETABLE:
        raise bad_request("message can't be deleted")
    del chat.posts[post.message_id]
    chat.pinned = [pinned for pinned in chat.pinned if pinned != post.message_id]
    return True


def react(world: World, request: Request) -> Json:
    """`setMessageReaction`: one of the service's own emoji, or none."""
    chat = world.chat(request.values["chat_id"])
    post = chat.post(request.message_id())
    if post is None or post.service:
        raise bad_request("message to react not found")
    given = request.values.get("reaction")
    reactions = [_emoji(one) for one in given] if isinstance(given, list) else []
    if len(reactions) > 1:
        raise bad_request("REACTIONS_TOO_MANY")
    if reactions and not chat.reactions_on:
        raise bad_request("REACTION_INVALID")
    post.reactions = tuple(reactions)
    return True


def pin(world: World, request: Request) -> Json:
    """`pinChatMessage`."""
    chat = _pinnable(world, request)
    if request.message_id() not in chat.posts:
        raise bad_request("message to pin not found")
    chat.pinned = [*(pinned for pinned in chat.pinned if pinned != request.message_id()), request.message_id()]
    return True


def unpin(world: World, request: Request) -> Json:
    """`unpinChatMessage`: the one given, else the newest."""
    chat = _pinnable(world, request)
    target = request.number("message_id") or (chat.pinned[-1] if chat.pinned else None)
    if target not in chat.pinned:
        raise bad_request("message to unpin not found")
    chat.pinned.remove(target)
    return True


def answer_query(world: World, request: Request) -> Json:
    """`answerCallbackQuery`: once, and within 15 seconds."""
    query = world.queries.get(request.text("callback_query_id") or "")
    if query is None or query.answered or world.clock() - query.at > PATIENCE:
        raise bad_request("query is too old and response timeout expired or query ID is invalid")
    text = request.text("text") or ""
    if utf16(text) > 200:  # noqa: PLR2004 - Bot API, answerCallbackQuery
        raise bad_request("MESSAGE_TOO_LONG")
    query.answered = True
    if text:
        world.shown_toasts.setdefault(query.person.id, []).append(text)
    return True


def text_of(request: Request) -> Worded:
    """The text of a message and the HTML that shows it."""
    styled, shown = _worded(request, "text")
    if not styled.text:
        raise bad_request("message text is empty")
    if utf16(styled.text) > TEXT_UNITS:
        raise bad_request("message is too long")
    return styled, shown


def caption_of(request: Request) -> Worded:
    """The caption of a picture or document, which may be empty."""
    styled, shown = _worded(request, "caption")
    if utf16(styled.text) > CAPTION_UNITS:
        raise bad_request("message caption is too long")
    return styled, shown


def _worded(request: Request, name: str) -> Worded:
    written, mode = request.text(name) or "", request.text("parse_mode") or ""
    if not mode:
        return trimmed(Styled(written)), html.escape(written.strip(), quote=False)
    if mode.lower() != "html":
        raise bad_request(f"parse_mode {mode} is not in this Telegram")
    return read_html(written), written.strip()


def _send(world: World, request: Request, chat: Chat, worded: Worded, attachment: Attachment | None) -> Json:
    _check_topic(chat, request.number("message_thread_id"))
    keyboard = read_keyboard(request.values.get("reply_markup"))
    reply_to = _answered(chat, request.values.get("reply_parameters"))
    topic, thread = chat.spot(request.number("message_thread_id"), reply_to)
    _admit(world, chat)
    styled, shown = worded
    number, now = world.number(chat), world.clock()
    post = Post(number, world.me, now, styled, shown, attachment, keyboard, reply_to, topic, thread)
    chat.posts[post.message_id] = post
    return wire.message(chat, post)


def _change(
    world: World, request: Request, place: tuple[Chat, Post], worded: Worded, attachment: Attachment | None
) -> Json:
    chat, post = place
    keyboard = read_keyboard(request.values.get("reply_markup"), inline=True)
    if (worded[0], keyboard, attachment) == (post.styled, post.keyboard, post.attachment):
        raise bad_request(_NOT_MODIFIED)
    _admit(world, chat)
    post.styled, post.html = worded
    post.keyboard, post.attachment, post.edited_at = keyboard, attachment, world.clock()
    return wire.message(chat, post)


def _own(world: World, request: Request) -> tuple[Chat, Post]:
    chat = world.chat(request.values["chat_id"])
    post = chat.post(request.message_id())
    if post is None:
        raise bad_request("message to edit not found")
    if post.author is not world.me:
        raise bad_request("message can't be edited")
    return chat, post


def _media(world: World, within: Request, kind: str) -> Attachment:
    upload = within.file("media")
    if upload is None:
        return world.files.known(within.text("media") or "")
    return world.files.photo(upload) if kind == "photo" else world.files.document(upload)


def _check_topic(chat: Chat, topic: int | None) -> None:
    """General has the id 1, and Telegram does not find it either (telegram-bot-api issue 798)."""
    if topic is None:
        return
    if topic not in chat.topics:
        raise bad_request("message thread not found")
    if chat.topics[topic].closed:
        raise bad_request("TOPIC_CLOSED")


def _answered(chat: Chat, given: Json) -> int | None:
    if given is None:
        return None
    if not isinstance(given, dict) or not isinstance(given.get("message_id"), int):
        raise bad_request("can't parse ReplyParameters")
    message_id = int(str(given["message_id"]))
    if message_id in chat.posts:
        return message_id
    if given.get("allow_sending_without_reply") is True:
        return None
    raise bad_request("message to be replied not found")


def _admit(world: World, chat: Chat) -> None:
    world.flood.admit(chat.id, world.clock(), group=chat.kind is not Kind.PRIVATE)


def _pinnable(world: World, request: Request) -> Chat:
    chat = world.chat(request.values["chat_id"])
    if chat.kind is not Kind.PRIVATE and not chat.administrates(world.me.id):
        raise bad_request("not enough rights to manage pinned messages in the chat")
    return chat


def _emoji(given: Json) -> str:
    if isinstance(given, dict) and given.get("type") == "emoji" and given.get("emoji") in _REACTIONS:
        return str(given["emoji"])
    raise bad_request("REACTION_INVALID")
