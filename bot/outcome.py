"""What became of a message that was sent, and what an error of Telegram's says about it."""

from dataclasses import dataclass

from telegram.error import BadRequest, ChatMigrated, Forbidden, InvalidToken, RetryAfter, TelegramError

from bot.errors import Unsent, seconds
from kpi.ids import TelegramId


@dataclass(frozen=True, slots=True)
class Delivered:
    """It arrived, as `message_id` when it is a message."""

    message_id: int | None = None
    photo: bool = False


@dataclass(frozen=True, slots=True)
class NotYet:
    """It certainly did not arrive: again after `seconds`. `flooded` when Telegram asked for the pause."""

    seconds: float
    flooded: bool = False


@dataclass(frozen=True, slots=True)
class Unknown:
    """The request left and nobody knows what became of it."""


@dataclass(frozen=True, slots=True)
class Gone:
    """It will never arrive."""

    reason: str


@dataclass(frozen=True, slots=True)
class ChatClosed:
    """Nothing will arrive in this chat any more: blocked, removed, deleted."""

    reason: str


@dataclass(frozen=True, slots=True)
class ChatMoved:
    """The group is a supergroup now."""

    telegram_id: TelegramId


@dataclass(frozen=True, slots=True)
class TopicClosed:
    """The forum topic is no more, the group is."""


@dataclass(frozen=True, slots=True)
class MessageLost:
    """The message that was to be edited is no more."""


Outcome = Delivered | NotYet | Unknown | Gone | ChatClosed | ChatMoved | TopicClosed | MessageLost

_NO_CONNECTION = 3.0  # seconds
_REJECTED = 30.0  # seconds; a 401 or 404 that a proxy made up passes
_TOPIC = ("message thread not found", "topic_closed", "topic_deleted", "topic_id_invalid")
_CHAT = ("chat not found", "bot was kicked", "user is deactivated", "peer_id_invalid", "group chat was deactivated")
_SAME = "message is not modified"
_MESSAGE = ("message to edit not found", "message can't be edited", "message_id_invalid", "there is no text in the")


def judge(error: Exception) -> Outcome:
    """What an error of a request says about the message. Only what certainly did not arrive is `NotYet`."""
    match error:
        case RetryAfter():
            return NotYet(seconds(error), flooded=True)
        case ChatMigrated():
            return ChatMoved(TelegramId(error.new_chat_id))
        case Unsent():
            return NotYet(_NO_CONNECTION)
        case InvalidToken():
            return NotYet(_REJECTED)
        case Forbidden():
            return ChatClosed(error.message)
        case BadRequest():
            return _rejected(error.message)
        case TelegramError():
            return Unknown()
        case _:
            return Gone(type(error).__name__)


def _rejected(description: str) -> Outcome:
    said = description.lower()
    if _SAME in said:
        return Delivered()
    if any(part in said for part in _TOPIC):
        return TopicClosed()
    if any(part in said for part in _CHAT):
        return ChatClosed(description)
    if any(part in said for part in _MESSAGE):
        return MessageLost()
    return Gone(description)
