"""What people do in the in-memory Telegram, and what they see. Each deed makes the updates that Telegram sends."""

import html
from collections.abc import Iterable, Sequence
from urllib.parse import parse_qs, urlsplit

from bot.demo import wire
from bot.demo.chats import Attachment, Chat, Group, Kind, Post, Role, Topic
from bot.demo.keyboard import buttons
from bot.demo.profile import group_scopes, private_scopes
from bot.demo.styled import TEXT_UNITS, Styled, utf16
from bot.demo.typed import typed
from bot.demo.values import Button, Object, Person, Shown, Upload
from bot.demo.world import Query, World

_FIRST_PERSON, _FIRST_SUPERGROUP, _FIRST_GROUP = 7_000_000_001, -1_002_000_000_001, -4_000_001
_FIRST_QUERY = 4_382_000_000_000_000_001


class People(World):
    """The people's side. Nothing here is refused politely: a deed that an app would not offer is a ValueError."""

    def person(self, name: str, *, language: str = "zh", username: str | None = None) -> Person:
        """A new account."""
        person = Person(_FIRST_PERSON + len(self.people), name, username, language)
        self.people[person.id] = person
        self.chats[person.id] = Chat(person.id, Kind.PRIVATE, "", person, roles={person.id: Role.MEMBER})
        return person

    def group(
        self,
        title: str,
        *,
        owner: Person,
        members: Sequence[Person] = (),
        forum: bool = False,
        basic: bool = False,
    ) -> Group:
        """A new supergroup; `basic` makes one of the old kind, which can be upgraded. The bot is not in it yet."""
        chat = self._new_chat(Kind.GROUP if basic else Kind.SUPERGROUP, title)
        chat.forum = forum
        chat.roles = {owner.id: Role.OWNER} | {member.id: Role.MEMBER for member in members if member is not owner}
        group = Group(chat)
        self.groups.append(group)
        return group

    def add_bot(self, group: Group, by: Person) -> None:
        """The bot is put into the group."""
        self._set_role(group.chat, by, self.me, Role.MEMBER)
        self._serve(group.chat, by, {"new_chat_members": [wire.user(self.me)]})

    def remove_bot(self, group: Group, by: Person) -> None:
        """The bot is thrown out of the group."""
        self._set_role(group.chat, by, self.me, Role.KICKED)

    def join(self, group: Group, person: Person, by: Person | None = None) -> None:
        """Somebody comes in, of themselves or brought along by somebody."""
        self._set_role(group.chat, by or person, person, Role.MEMBER)
        self._serve(group.chat, by or person, {"new_chat_members": [wire.user(person)]})

    def leave(self, group: Group, person: Person) -> None:
        """Somebody goes."""
        self._inside(group.chat, person)
        self._serve(group.chat, person, {"left_chat_member": wire.user(person)})
        self._set_role(group.chat, person, person, Role.LEFT)

    def promote(self, group: Group, person: Person) -> None:
        """The owner makes somebody an administrator: a member, or the bot (`telegram.me`)."""
        self._inside(group.chat, person)
        self._set_role(group.chat, self._owner(group), person, Role.ADMINISTRATOR)

    def demote(self, group: Group, person: Person) -> None:
        """The owner makes an administrator a member again."""
        self._inside(group.chat, person)
        self._set_role(group.chat, self._owner(group), person, Role.MEMBER)

    def upgrade(self, group: Group) -> int:
        """The old-style group becomes a supergroup: its new id. Message ids start anew there."""
        old = group.chat
        if old.kind is not Kind.GROUP:
            raise ValueError("only a group made with basic=True can be upgraded")
        new = self._new_chat(Kind.SUPERGROUP, old.title)
        new.roles = dict(old.roles)
        group.chat = new
        owner = self._owner(group)
        self._serve(old, owner, {"migrate_to_chat_id": new.id})
        self._serve(new, owner, {"migrate_from_chat_id": old.id})
        old.upgraded_to = new.id
        return new.id

    def block(self, person: Person) -> None:
        """Somebody stops the bot in their private chat. Their next private message starts it again."""
        self._set_role(self.chats[person.id], person, self.me, Role.KICKED)

    def open_topic(self, group: Group, name: str) -> int:
        """A new topic of a forum: its thread id."""
        if not group.chat.forum:
            raise ValueError("the group has no topics")
        owner = self._owner(group)
        opened: Object = {"forum_topic_created": {"name": name, "icon_color": 7322096}}
        post = self._post(group.chat, owner, Styled(), "", service=opened)
        post.topic = post.thread = post.message_id
        group.chat.topics[post.message_id] = Topic(name)
        self.tell_message(group.chat, post)
        return post.message_id

    def close_topic(self, group: Group, topic: int) -> None:
        """Nobody but administrators may write in it any more."""
        group.chat.topics[topic].closed = True

    def delete_topic(self, group: Group, topic: int) -> None:
        """It is gone with all that was written in it."""
        del group.chat.topics[topic]
        group.chat.posts = {number: post for number, post in group.chat.posts.items() if post.topic != topic}

    def switch_reactions(self, group: Group, *, on: bool) -> None:
        """The owner allows or forbids reactions."""
        group.chat.reactions_on = on

    def write(
        self,
        person: Person,
        chat: Group | Person,
        text: str,
        *,
        reply_to: int | None = None,
        topic: int | None = None,
        anonymous: bool = False,
        forwarded: bool = False,
        mentions: Iterable[Person] = (),
    ) -> Shown:
        """A message of theirs. `mentions` are people named in `text` whom the writer chose from the app's list."""
        place = self._place(person, chat)
        if anonymous and not place.administrates(person.id):
            raise ValueError(f"{person.name} is no administrator and cannot hide")
        styled = _sendable(text, mentions)
        post = self._post(place, person, styled, _as_html(styled), reply_to=reply_to, topic=topic)
        post.anonymous, post.forwarded = anonymous, forwarded
        self.tell_message(place, post)
        return self._shown(place, post)

    def upload(
        self, person: Person, chat: Group | Person, file: Upload, caption: str = "", *, photo: bool = False
    ) -> Shown:
        """A document of theirs, or a photo."""
        place = self._place(person, chat)
        styled = typed(caption)
        attachment = self.files.photo(file) if photo else self.files.document(file)
        post = self._post(place, person, styled, _as_html(styled), attachment=attachment)
        self.tell_message(place, post)
        return self._shown(place, post)

    def edit(self, message: Shown, text: str) -> None:
        """The writer changes a message."""
        place = self.chats[message.chat_id]
        post = place.posts[message.message_id]
        if post.author is self.me:
            raise ValueError("people cannot edit the bot's messages")
        post.styled, post.edited_at = _sendable(text), self.clock()
        post.html = _as_html(post.styled)
        self.tell_message(place, post, "edited_message")

    def press(self, person: Person, message: Shown, label: str) -> str:
        """Presses the button with this label or data: the id of the query.

        A button that leads to the bot's own private chat sends what it carries, and has no id.
        """
        post = self.chats[message.chat_id].posts[message.message_id]
        found = [b for row in buttons(post.keyboard) for b in row if label in {b.label, b.data}]
        if not found:
            raise ValueError(f"no button {label!r} under {post.styled.text!r}")
        if found[0].data is None:
            return self._follow(person, found[0])
        return self.forge(person, message, found[0].data)

    def forge(self, person: Person, message: Shown, data: str) -> str:
        """Sends `data` as if a button of the message carried it, which Telegram does not check: the query's id."""
        place = self.chats[message.chat_id]
        self._inside(place, person)
        post = place.post(message.message_id)
        gone: Object = {"chat": wire.chat(place), "message_id": message.message_id, "date": 0}
        query_id = str(_FIRST_QUERY + len(self.queries))
        self.queries[query_id] = Query(person, self.clock())
        body: Object = {
            "id": query_id,
            "from": wire.user(person),
            "message": gone if post is None else wire.message(place, post),
            "chat_instance": str(place.id),
            "data": data,
        }
        self.updates.add("callback_query", body)
        return query_id

    def remove(self, message: Shown) -> None:
        """Somebody deletes a message. Telegram does not tell bots."""
        self.chats[message.chat_id].posts.pop(message.message_id, None)

    def redeliver(self, update_id: int) -> None:
        """The update comes once more, as after a confirmation that got lost."""
        self.updates.redeliver(update_id)

    @property
    def last_update_id(self) -> int:
        """The newest update's id."""
        return self.updates.last_id

    def messages(self, chat: Group | Person) -> list[Shown]:
        """What was written there, newest last, as it looks now. Service messages are left out."""
        place = chat.chat if isinstance(chat, Group) else self.chats[chat.id]
        return [self._shown(place, post) for post in place.posts.values() if not post.service]

    def toasts(self, person: Person) -> list[str]:
        """What popped up over their chats after presses, newest last."""
        return list(self.shown_toasts.get(person.id, []))

    def members(self, group: Group) -> list[Person]:
        """The people in the group, without the bot."""
        return [self.people[who] for who in group.chat.roles if who in self.people and group.chat.holds(who)]

    def menu(self, person: Person, chat: Group | Person) -> list[tuple[str, str]]:
        """The commands that their app offers there, each with its description."""
        scopes = private_scopes(person.id)
        if isinstance(chat, Group):
            scopes = group_scopes(chat.id, person.id, administrator=chat.chat.administrates(person.id))
        menu = self.profile.menu(scopes, person.language[:2])
        return [(str(one["command"]), str(one["description"])) for one in menu]

    def _follow(self, person: Person, button: Button) -> str:
        address = urlsplit(button.url or "")
        start = parse_qs(address.query).get("start")
        if address.path.strip("/") == self.me.username and start:
            self.write(person, person, f"/start {start[0]}")
        return ""

    def _place(self, person: Person, chat: Group | Person) -> Chat:
        place = chat.chat if isinstance(chat, Group) else self.chats[chat.id]
        self._inside(place, person)
        if place.kind is Kind.PRIVATE and not place.holds(self.me.id):
            self._start(place, person)
        return place

    def _start(self, place: Chat, person: Person) -> None:
        """The first message opens the chat with the bot; after a block Telegram says so, else it does not."""
        if place.role(self.me.id) is Role.KICKED:
            self._set_role(place, person, self.me, Role.MEMBER)
        place.roles[self.me.id] = Role.MEMBER

    def _post(
        self,
        place: Chat,
        author: Person,
        styled: Styled,
        shown: str,
        *,
        attachment: Attachment | None = None,
        reply_to: int | None = None,
        topic: int | None = None,
        service: Object | None = None,
    ) -> Post:
        if topic is not None and topic not in place.topics:
            raise ValueError(f"there is no topic {topic}")
        if reply_to is not None and reply_to not in place.posts:
            raise ValueError(f"there is no message {reply_to} to answer")
        topic, thread = place.spot(topic, reply_to)
        number, now = self.number(place), self.clock()
        post = Post(number, author, now, styled, shown, attachment, None, reply_to, topic, thread)
        post.service = service or {}
        place.posts[number] = post
        return post

    def _serve(self, place: Chat, author: Person, service: Object) -> None:
        self.tell_message(place, self._post(place, author, Styled(), "", service=service))

    def _set_role(self, place: Chat, by: Person, who: Person, role: Role) -> None:
        was = place.role(who.id)
        place.roles[who.id] = role
        self.tell_role(place, by, who, was)

    def _new_chat(self, kind: Kind, title: str) -> Chat:
        first = _FIRST_GROUP if kind is Kind.GROUP else _FIRST_SUPERGROUP
        chat = Chat(first - len(self.chats), kind, title)
        self.chats[chat.id] = chat
        return chat

    def _owner(self, group: Group) -> Person:
        return self.people[next(who for who, role in group.chat.roles.items() if role is Role.OWNER)]

    def _inside(self, place: Chat, person: Person) -> None:
        if not place.holds(person.id):
            raise ValueError(f"{person.name} is not in the chat")

    def _shown(self, place: Chat, post: Post) -> Shown:
        attachment = post.attachment
        return Shown(
            place.id,
            post.message_id,
            None if post.author is self.me else post.author,
            post.html,
            post.styled.text,
            buttons(post.keyboard),
            attachment.upload.content if attachment and attachment.is_photo else None,
            attachment.upload if attachment and not attachment.is_photo else None,
            post.reply_to,
            post.topic,
            post.reactions,
            post.edited_at is not None,
            post.message_id in place.pinned,
            post.anonymous,
            post.at,
        )


def _sendable(text: str, mentions: Iterable[Person] = ()) -> Styled:
    """A text as an app sends it: without white space around it, not empty, and not so long that it is split."""
    kept = text.strip()
    if not 1 <= utf16(kept) <= TEXT_UNITS:
        raise ValueError(f"no app sends a text of {utf16(kept)} units")
    return typed(kept, mentions)


def _as_html(styled: Styled) -> str:
    return html.escape(styled.text, quote=False)
