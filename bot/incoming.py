"""A Telegram update as a plain value: what happened, where, by whom. The only reader of Telegram's types."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import Enum
from typing import Any

from telegram import CallbackQuery, Chat, ChatMember, ChatMemberUpdated, Message, MessageEntity, Update, User
from telegram.constants import ChatMemberStatus, ChatType

from kpi.ids import TelegramId
from kpi.team import ChatKind

# Telegram's stand-ins for "an administrator who hides", "a linked channel" and "a channel": no people.
ANONYMOUS = 1087968824
NOT_PEOPLE = {ANONYMOUS, 777000, 136817688}
_GONE = {ChatMemberStatus.LEFT, ChatMemberStatus.BANNED}
_KINDS = {
    ChatType.PRIVATE.value: ChatKind.PRIVATE,
    ChatType.GROUP.value: ChatKind.GROUP,
    ChatType.SUPERGROUP.value: ChatKind.GROUP,
}


class Happening(Enum):
    """What an update is about. Everything else that Telegram sends is passed over."""

    MESSAGE = "message"
    EDIT = "edit"
    PRESS = "press"
    BOT_ADDED = "bot added"
    BOT_REMOVED = "bot removed"
    MEMBER_LEFT = "member left"
    MIGRATED = "migrated"


@dataclass(frozen=True, slots=True)
class Sender:
    """Who did it. `language` is the IETF tag of their Telegram, if it says one."""

    telegram_id: TelegramId
    name: str
    username: str | None
    language: str | None
    anonymous: bool = False


@dataclass(frozen=True, slots=True)
class Attached:
    """A file that came with a message; `size` in bytes as Telegram says, None when it does not."""

    file_id: str
    name: str
    size: int | None


@dataclass(frozen=True, slots=True)
class Incoming:
    """One thing that happened. `migrated` is the old and the new id of a group that became a supergroup."""

    update_id: int
    happening: Happening
    chat: TelegramId
    kind: ChatKind
    title: str
    sender: Sender
    sent_at: datetime
    text: str = ""
    message_id: int | None = None
    topic: int | None = None
    edit_date: int | None = None
    callback: str | None = None
    forwarded: bool = False
    migrated: tuple[TelegramId, TelegramId] | None = None
    subject: Sender | None = None  # the member who left
    mentions: tuple[tuple[str, TelegramId], ...] = field(default=())
    reply_to: int | None = None  # the message that it answers
    attached: Attached | None = None
    photo: str | None = None  # Telegram's number of a picture


def read_plain(raw: Mapping[str, object]) -> Incoming | None:
    """A new message of words alone, as nearly all are, read from what Telegram sent; None for anything else.

    The library would make seven objects of it, which takes longer than any other step of a report but storing it.
    """
    match raw:
        case {
            "update_id": int(number),
            "message": {
                "message_id": int(message_id),
                "from": {"id": int(), "is_bot": False, "first_name": str()} as person,
                "chat": {"id": int(chat_id), "type": str(kind)} as chat,
                "date": int(date),
                "text": str(text),
                **more,
            },
        } if kind in _KINDS and person["id"] not in NOT_PEOPLE and _says_nothing_else(more):
            return Incoming(
                number,
                Happening.MESSAGE,
                TelegramId(chat_id),
                _KINDS[kind],
                chat.get("title") or "",
                _plain_sender(person),
                datetime.fromtimestamp(date, UTC),
                text=text,
                message_id=message_id,
            )
        case _:
            return None


def _says_nothing_else(more: Mapping[Any, Any]) -> bool:
    """Whether `more` of a message is nothing, or marks pieces of its text without saying who somebody is."""
    if not more:
        return True
    entities = more.get("entities")
    if len(more) > 1 or not isinstance(entities, list):
        return False
    return all(isinstance(entity, dict) and entity.get("type") != MessageEntity.TEXT_MENTION for entity in entities)


def _plain_sender(person: Mapping[str, Any]) -> Sender:
    last = person.get("last_name")
    name = f"{person['first_name']} {last}" if last else person["first_name"]
    return Sender(TelegramId(person["id"]), name, person.get("username"), person.get("language_code"))


def read_update(update: Update, now: datetime) -> Incoming | None:
    """What `update` says, or None when it is nothing for us (channels, other bots, kinds we do not use)."""
    if update.message is not None:
        return _message(update.update_id, update.message, Happening.MESSAGE)
    if update.edited_message is not None:
        return _message(update.update_id, update.edited_message, Happening.EDIT)
    if update.callback_query is not None:
        return _press(update.update_id, update.callback_query, now)
    if update.my_chat_member is not None:
        return _own_membership(update.update_id, update.my_chat_member)
    if update.chat_member is not None:
        return _membership(update.update_id, update.chat_member)
    return None


def kind_of(chat: Chat) -> ChatKind | None:
    """Private or group; None for channels."""
    match chat.type:
        case ChatType.PRIVATE:
            return ChatKind.PRIVATE
        case ChatType.GROUP | ChatType.SUPERGROUP:
            return ChatKind.GROUP
        case _:
            return None


def _message(update_id: int, message: Message, happening: Happening) -> Incoming | None:
    kind = kind_of(message.chat)
    sender = _author(message)
    if kind is None or sender is None:
        return None
    migrated = _migrated(message)
    left = message.left_chat_member
    return Incoming(
        update_id,
        _what(message, happening),
        TelegramId(message.chat.id),
        kind,
        message.chat.title or "",
        sender,
        message.date,
        text=message.text or message.caption or "",
        message_id=message.message_id,
        topic=_topic(message),
        edit_date=int(message.edit_date.timestamp()) if message.edit_date else None,
        forwarded=message.forward_origin is not None,
        migrated=migrated,
        subject=_sender(left) if left else None,
        mentions=_mentions(message),
        reply_to=_answered(message),
        attached=_attached(message),
        photo=message.photo[-1].file_id if message.photo else None,
    )


def _attached(message: Message) -> Attached | None:
    found = message.document
    return None if found is None else Attached(found.file_id, found.file_name or "", found.file_size)


def _what(message: Message, happening: Happening) -> Happening:
    if _migrated(message):
        return Happening.MIGRATED
    left = message.left_chat_member
    return Happening.MEMBER_LEFT if left and not left.is_bot else happening


def _author(message: Message) -> Sender | None:
    user = message.from_user
    if user is None or (user.is_bot and user.id != ANONYMOUS):
        return None
    hidden = user.id == ANONYMOUS or (message.sender_chat is not None and message.sender_chat.id == message.chat.id)
    if user.id in NOT_PEOPLE and not hidden:
        return None
    return _sender(user, anonymous=hidden)


def _sender(user: User, *, anonymous: bool = False) -> Sender:
    return Sender(TelegramId(user.id), user.full_name, user.username, user.language_code, anonymous)


def _migrated(message: Message) -> tuple[TelegramId, TelegramId] | None:
    if message.migrate_to_chat_id is not None:
        return TelegramId(message.chat.id), TelegramId(message.migrate_to_chat_id)
    if message.migrate_from_chat_id is not None:
        return TelegramId(message.migrate_from_chat_id), TelegramId(message.chat.id)
    return None


def _topic(message: Message) -> int | None:
    """The forum topic. Replies in General carry a thread id that is no topic, so the flag decides."""
    return message.message_thread_id if message.is_topic_message else None


def _answered(message: Message) -> int | None:
    """The message that it answers. What is said in a topic seems to answer the message that opened it."""
    answered = message.reply_to_message
    if answered is None or (message.is_topic_message and answered.message_id == message.message_thread_id):
        return None
    return answered.message_id


def _mentions(message: Message) -> tuple[tuple[str, TelegramId], ...]:
    """Names that the writer's Telegram resolved to a person who has no username."""
    found = message.parse_entities(["text_mention"]) if message.text else {}
    return tuple((name, TelegramId(entity.user.id)) for entity, name in found.items() if entity.user)


def _press(update_id: int, query: CallbackQuery, now: datetime) -> Incoming | None:
    message = query.message
    if message is None or (kind := kind_of(message.chat)) is None:
        return None
    return Incoming(
        update_id,
        Happening.PRESS,
        TelegramId(message.chat.id),
        kind,
        message.chat.title or "",
        _sender(query.from_user),
        now,
        text=query.data or "",
        message_id=message.message_id,
        topic=_topic(message) if isinstance(message, Message) else None,
        callback=query.id,
    )


def _own_membership(update_id: int, change: ChatMemberUpdated) -> Incoming | None:
    was, now = _inside(change.old_chat_member), _inside(change.new_chat_member)
    if now and (not was or change.chat.type == ChatType.PRIVATE):
        return _change(update_id, change, Happening.BOT_ADDED)
    if was and not now:
        return _change(update_id, change, Happening.BOT_REMOVED)
    return None


def _membership(update_id: int, change: ChatMemberUpdated) -> Incoming | None:
    if _inside(change.old_chat_member) and not _inside(change.new_chat_member):
        return _change(update_id, change, Happening.MEMBER_LEFT)
    return None


def _inside(member: ChatMember) -> bool:
    return member.status not in _GONE and getattr(member, "is_member", True)


def _change(update_id: int, change: ChatMemberUpdated, happening: Happening) -> Incoming | None:
    kind = kind_of(change.chat)
    if kind is None:
        return None
    return Incoming(
        update_id,
        happening,
        TelegramId(change.chat.id),
        kind,
        change.chat.title or "",
        _sender(change.from_user),
        change.date,
        subject=_sender(change.new_chat_member.user),
    )
