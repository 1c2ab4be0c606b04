"""What one person sees of the in-memory Telegram, as JSON for the chat page."""

import zlib

from bot.demo.chats import Group
from bot.demo.safe_html import safe
from bot.demo.sample import Cast
from bot.demo.telegram import MemoryTelegram
from bot.demo.values import Json, Object, Person, Shown

_RECENT = 200  # messages of a chat; the page is no archive

Place = Group | Person


def place(cast: Cast, person: Person, chat: int) -> Place | None:
    """The chat with this number that `person` has: the group, or their private one with the bot."""
    if chat == cast.group.id:
        return cast.group
    return person if chat == person.id else None


def person_of(cast: Cast, number: int) -> Person | None:
    return next((person for person in cast.people if person.id == number), None)


def message_of(telegram: MemoryTelegram, where: Place, number: int) -> Shown | None:
    return next((shown for shown in telegram.messages(where) if shown.message_id == number), None)


def people(cast: Cast) -> list[Json]:
    """Everybody who can be played, with what they are in the team."""
    return [_someone(cast, person) for person in cast.people]


def chats(telegram: MemoryTelegram, cast: Cast, person: Person) -> list[Json]:
    """The person's two chats with their latest messages, the group first."""
    return [
        {"id": cast.group.id, "kind": "group", "title": cast.group.title, "messages": _latest(telegram, cast.group)},
        {"id": person.id, "kind": "private", "title": "", "messages": _latest(telegram, person)},
    ]


def _someone(cast: Cast, person: Person) -> Object:
    role = "lead" if person == cast.lead else "newcomer" if person == cast.newcomer else "seller"
    return {"id": person.id, "name": person.name, "language": person.language, "role": role}


def _latest(telegram: MemoryTelegram, where: Place) -> list[Json]:
    return [_message(shown) for shown in telegram.messages(where)[-_RECENT:]]


def _message(shown: Shown) -> Object:
    sender = shown.sender
    return {
        "id": shown.message_id,
        "sender": None if sender is None else {"id": sender.id, "name": sender.name},
        "html": safe(shown.html),
        "text": shown.text,
        "buttons": [[{"label": b.label, "data": b.data, "url": b.url} for b in row] for row in shown.buttons],
        "photo": None if shown.photo is None else f"{zlib.crc32(shown.photo):08x}",
        "reply_to": shown.reply_to,
        "reactions": list(shown.reactions),
        "edited": shown.edited,
        "pinned": shown.pinned,
        "at": shown.at.isoformat(),
    }
