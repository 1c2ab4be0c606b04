"""What Telegram recognises in a text that a person typed: commands and names."""

import re
from collections.abc import Iterable

from bot.demo import wire
from bot.demo.styled import Styled, utf16
from bot.demo.values import Object, Person

_COMMAND = re.compile(r"/([A-Za-z0-9_]{1,32})(?:@([A-Za-z0-9_]+))?(?!\S)")
_MENTION = re.compile(r"(?<!\w)@([A-Za-z0-9_]{4,32})\b")


def typed(text: str, mentioned: Iterable[Person] = ()) -> Styled:
    """The text with its entities. `mentioned` were chosen by name from the list in the writer's app."""
    found: list[Object] = []
    command = _COMMAND.match(text)
    if command:
        found.append(_entity("bot_command", text, command.start(), command.end()))
    found += [_entity("mention", text, name.start(), name.end()) for name in _MENTION.finditer(text)]
    for person in mentioned:
        start = text.index(person.name)
        found.append({**_entity("text_mention", text, start, start + len(person.name)), "user": wire.user(person)})
    return Styled(text, tuple(found))


def addresses(text: str, username: str) -> bool:
    """Whether a text is a command for the bot, or for any bot, or names it."""
    command = _COMMAND.match(text)
    if command:
        return command[2] is None or command[2].lower() == username.lower()
    return any(name[1].lower() == username.lower() for name in _MENTION.finditer(text))


def _entity(kind: str, text: str, start: int, end: int) -> Object:
    return {"type": kind, "offset": utf16(text[:start]), "length": utf16(text[start:end])}
