"""The service's state, and what of it the bot gets to hear."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.demo import wire
from bot.demo.chats import Chat, Group, Kind, Post, Role
from bot.demo.faults import Faults
from bot.demo.files import Files
from bot.demo.flood import Flood
from bot.demo.profile import Profile
from bot.demo.rejection import bad_request, upgraded
from bot.demo.typed import addresses
from bot.demo.updates import Updates
from bot.demo.values import Delivered, Json, Person

PATIENCE = timedelta(seconds=15)  # a button press that is older is not answered any more


@dataclass(slots=True)
class Query:
    """A button press that waits for its answer."""

    person: Person
    at: datetime
    answered: bool = False


class World:
    """Everything there is: the bot `me`, people, chats, files, waiting updates."""

    def __init__(self, clock: Callable[[], datetime], *, token: str, username: str, reads_all: bool) -> None:
        self.clock = clock
        self.token = token
        self.me = Person(int(token.partition(":")[0]), "Longhubang", username, "", is_bot=True)
        self.reads_all = reads_all
        self.people: dict[int, Person] = {}
        self.chats: dict[int, Chat] = {}
        self.groups: list[Group] = []
        self.queries: dict[str, Query] = {}
        self.shown_toasts: dict[int, list[str]] = {}
        self.updates = Updates()
        self.files = Files()
        self.flood = Flood()
        self.faults = Faults()
        self.profile = Profile()
        self.journal: list[Delivered] = []
        self.unknown: list[str] = []
        self._last_message_id = 0

    def chat(self, chat_id: Json) -> Chat:
        """The chat of a request, if the bot may be there."""
        found = self.chats.get(chat_id) if isinstance(chat_id, int) else None
        if found is None:
            raise bad_request("chat not found")
        if found.upgraded_to is not None:
            raise upgraded(found.upgraded_to)
        refusal = found.refusal(self.me.id)
        if refusal is not None:
            raise refusal
        return found

    def account(self, person_id: int) -> Person | None:
        """Whose number it is: a person's, or the bot's own."""
        return self.me if person_id == self.me.id else self.people.get(person_id)

    def number(self, chat: Chat) -> int:
        """The id of the next message: a supergroup counts by itself, all other chats of the bot together."""
        if chat.kind is Kind.SUPERGROUP:
            chat.last_id += 1
            return chat.last_id
        self._last_message_id += 1
        return self._last_message_id

    def tell_message(self, chat: Chat, post: Post, kind: str = "message") -> None:
        """The bot hears of a message, if it is in the chat and privacy mode lets it through."""
        if chat.holds(self.me.id) and self._hears(chat, post):
            self.updates.add(kind, wire.message(chat, post))

    def tell_role(self, chat: Chat, by: Person, who: Person, was: Role) -> None:
        """The bot hears what became of itself, and of others where it is an administrator."""
        if who is not self.me and not chat.administrates(self.me.id):
            return
        kind = "my_chat_member" if who is self.me else "chat_member"
        self.updates.add(kind, wire.change(chat, by, who, (was, chat.role(who.id)), self.clock()))

    def _hears(self, chat: Chat, post: Post) -> bool:
        if chat.kind is Kind.PRIVATE or self.reads_all or chat.administrates(self.me.id) or post.service:
            return True
        answered = chat.post(post.reply_to)
        to_bot = answered is not None and answered.author is self.me
        return to_bot or addresses(post.styled.text, str(self.me.username))
