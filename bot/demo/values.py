"""What people and the bot exchange in the in-memory Telegram, as plain values."""

from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"
Object: TypeAlias = dict[str, Json]


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with a Telegram account. `language` is what their app says, `zh` or `en`."""

    id: int
    name: str
    username: str | None
    language: str
    is_bot: bool = False


@dataclass(frozen=True, slots=True)
class Upload:
    """A file on its way to Telegram, or shown in a chat."""

    filename: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Button:
    """One button under a message: with `data` it asks the bot, with `url` it opens a page."""

    label: str
    data: str | None
    url: str | None


@dataclass(frozen=True, slots=True)
class Shown:
    """A message as it looks at one moment. `sender` is None for the bot's own, `at` is aware UTC."""

    chat_id: int
    message_id: int
    sender: Person | None
    html: str
    text: str
    buttons: tuple[tuple[Button, ...], ...]
    photo: bytes | None
    document: Upload | None
    reply_to: int | None
    topic: int | None
    reactions: tuple[str, ...]
    edited: bool
    pinned: bool
    anonymous: bool
    at: datetime


@dataclass(frozen=True, slots=True)
class Delivered:
    """A request of the bot's that was carried out. `message_id` is the message that it made or changed."""

    method: str
    chat_id: int | None
    message_id: int | None
    parameters: Object
    at: datetime
