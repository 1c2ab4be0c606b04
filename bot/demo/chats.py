"""Chats of the in-memory Telegram: who is in them and what was written."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum

from bot.demo.rejection import RejectedError, forbidden
from bot.demo.styled import Styled
from bot.demo.values import Json, Object, Person, Upload


class Kind(Enum):
    """Telegram's kinds of chat that a bot of ours meets."""

    PRIVATE = "private"
    GROUP = "group"
    SUPERGROUP = "supergroup"


class Role(Enum):
    """Telegram's names of what somebody is in a group. `LEFT` is also who never was there."""

    OWNER = "creator"
    ADMINISTRATOR = "administrator"
    MEMBER = "member"
    LEFT = "left"
    KICKED = "kicked"


@dataclass(frozen=True, slots=True)
class Attachment:
    """A photo or document: what `getFile` finds, and its description in a message."""

    upload: Upload
    described: Json
    is_photo: bool


@dataclass(slots=True, eq=False)
class Post:
    """A message in a chat. `service` holds what a service message tells; `thread` is Telegram's thread id."""

    message_id: int
    author: Person
    at: datetime
    styled: Styled
    html: str
    attachment: Attachment | None = None
    keyboard: Object | None = None
    reply_to: int | None = None
    topic: int | None = None
    thread: int | None = None
    service: Object = field(default_factory=dict)
    anonymous: bool = False
    forwarded: bool = False
    edited_at: datetime | None = None
    reactions: tuple[str, ...] = ()


@dataclass(slots=True)
class Topic:
    """A topic of a forum. Its id is the message that opened it."""

    name: str
    closed: bool = False


@dataclass(slots=True, eq=False)
class Chat:
    """One chat as the service keeps it. `person` is the other side of a private chat."""

    id: int
    kind: Kind
    title: str
    person: Person | None = None
    forum: bool = False
    roles: dict[int, Role] = field(default_factory=dict)
    topics: dict[int, Topic] = field(default_factory=dict)
    posts: dict[int, Post] = field(default_factory=dict)
    pinned: list[int] = field(default_factory=list)
    upgraded_to: int | None = None
    reactions_on: bool = True
    last_id: int = 0  # of a supergroup; all other chats share one count

    def post(self, message_id: int | None) -> Post | None:
        """The message with this number, if it is still there."""
        return None if message_id is None else self.posts.get(message_id)

    def role(self, person_id: int) -> Role:
        """What somebody is here."""
        return self.roles.get(person_id, Role.LEFT)

    def holds(self, person_id: int) -> bool:
        """Whether somebody is inside."""
        return self.role(person_id) not in {Role.LEFT, Role.KICKED}

    def administrates(self, person_id: int) -> bool:
        """Whether somebody is an administrator or the owner."""
        return self.role(person_id) in {Role.OWNER, Role.ADMINISTRATOR}

    def spot(self, topic: int | None, reply_to: int | None) -> tuple[int | None, int | None]:
        """Topic and thread id of a message.

        An answer stands in the topic of what it answers. Outside topics Telegram gives it a thread id too, the
        number of the message that began the exchange.
        """
        answered = self.post(reply_to)
        if answered is None or topic is not None:
            return topic, topic
        return answered.topic, answered.thread or answered.message_id

    def refusal(self, bot_id: int) -> RejectedError | None:
        """Why the bot may not be here, if so."""
        role = self.role(bot_id)
        if self.holds(bot_id):
            return None
        if self.kind is Kind.PRIVATE:
            blocked = "bot was blocked by the user"
            return forbidden(blocked if role is Role.KICKED else "bot can't initiate conversation with a user")
        if role is Role.KICKED:
            return forbidden(f"bot was kicked from the {self.kind.value} chat")
        return forbidden(f"bot is not a member of the {self.kind.value} chat")


class Group:
    """A group as its people know it: the same one after it became a supergroup, with a new id."""

    def __init__(self, chat: Chat) -> None:
        self.chat = chat

    @property
    def id(self) -> int:
        """Telegram's number of the chat, as of now."""
        return self.chat.id

    @property
    def title(self) -> str:
        """The group's name."""
        return self.chat.title
