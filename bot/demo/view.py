"""What one person sees of the in-memory Telegram, as JSON for the chat page."""

import zlib
from collections.abc import Mapping
from datetime import timedelta

from bot.demo.chats import Group, Topic
from bot.demo.safe_html import safe
from bot.demo.sample import Cast
from bot.demo.telegram import MemoryTelegram
from bot.demo.values import Json, Object, Person, Shown

_RECENT = 200  # messages of a chat; the page is no archive
_TYPES = timedelta(seconds=5)  # how long "typing" is shown, when no message ends it (Bot API, sendChatAction)

Place = Group | Person


def place(cast: Cast, person: Person, chat: int) -> Place | None:
    """The chat with this number that `person` has: the group, or their private one with the bot."""
    if chat == cast.group.id:
        return cast.group
    return person if chat == person.id else None


def person_of(telegram: MemoryTelegram, cast: Cast, number: int) -> Person | None:
    """Somebody of the cast, as their account is now."""
    return next((telegram.people[number] for person in cast.people if person.id == number), None)


def message_of(telegram: MemoryTelegram, where: Place, number: int) -> Shown | None:
    return next((shown for shown in telegram.messages(where) if shown.message_id == number), None)


def topics(where: Place) -> Mapping[int, Topic]:
    """The topics of a forum by their numbers; none anywhere else."""
    return where.chat.topics if isinstance(where, Group) else {}


def people(telegram: MemoryTelegram, cast: Cast) -> list[Json]:
    """Everybody who can be played, with what they are in the team."""
    return [_someone(cast, telegram.people[person.id]) for person in cast.people]


def chats(telegram: MemoryTelegram, cast: Cast, person: Person) -> list[Json]:
    """The person's two chats with their latest messages, the group first."""
    group: Object = {"kind": "group", "title": cast.group.title, "members": _members(telegram, cast.group)}
    private: Object = {"kind": "private", "title": "", "members": []}
    return [{**group, **_chat(telegram, cast.group)}, {**private, **_chat(telegram, person)}]


def _someone(cast: Cast, person: Person) -> Object:
    role = "lead" if person.id == cast.lead.id else "newcomer" if person.id == cast.newcomer.id else "seller"
    return {"id": person.id, "name": person.name, "language": person.language, "role": role}


def _chat(telegram: MemoryTelegram, where: Place) -> Object:
    latest = telegram.messages(where)[-_RECENT:]
    return {
        "id": where.id,
        "topics": [{"id": number, "name": topic.name} for number, topic in topics(where).items()],
        "typing": _typing(telegram, where),
        "messages": [_message(shown) for shown in latest],
    }


def _members(telegram: MemoryTelegram, group: Group) -> list[Json]:
    """Who is in the group, the bot with no number and last."""
    roles = group.chat.roles
    found: list[Json] = [{"id": p.id, "name": p.name, "role": roles[p.id].value} for p in telegram.members(group)]
    if group.chat.holds(telegram.me.id):
        found.append({"id": None, "name": "", "role": roles[telegram.me.id].value})
    return found


def _typing(telegram: MemoryTelegram, where: Place) -> str | None:
    """Until when the bot is seen typing there."""
    now = telegram.clock()
    for deed in reversed(telegram.journal):
        if now - deed.at >= _TYPES:
            return None
        if deed.chat_id == where.id and deed.method.startswith("send"):
            return (deed.at + _TYPES).isoformat() if deed.method == "sendChatAction" else None
    return None


def _message(shown: Shown) -> Object:
    sender = shown.sender
    return {
        "id": shown.message_id,
        "sender": None if sender is None else {"id": sender.id, "name": sender.name},
        "html": safe(shown.html),
        "text": shown.text,
        "buttons": [[{"label": b.label, "data": b.data, "url": b.url} for b in row] for row in shown.buttons],
        "photo": None if shown.photo is None else f"{zlib.crc32(shown.photo):08x}",
        "document": None if shown.document is None else shown.document.filename,
        "reply_to": shown.reply_to,
        "topic": shown.topic,
        "reactions": list(shown.reactions),
        "edited": shown.edited,
        "pinned": shown.pinned,
        "at": shown.at.isoformat(),
    }
