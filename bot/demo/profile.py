"""What the bot tells about itself: its command menus, name and descriptions."""

import re
from dataclasses import dataclass, field

from bot.demo.rejection import bad_request
from bot.demo.values import Json, Object

_COMMAND = re.compile(r"[a-z0-9_]{1,32}")
_LANGUAGE = re.compile(r"[a-z]{2}")
_DESCRIPTION, _COMMANDS = 256, 100
_SCOPES = {
    "default": (),
    "all_private_chats": (),
    "all_group_chats": (),
    "all_chat_administrators": (),
    "chat": ("chat_id",),
    "chat_administrators": ("chat_id",),
    "chat_member": ("chat_id", "user_id"),
}
Scope = tuple[Json, ...]


@dataclass(slots=True)
class Profile:
    """Menus by scope and language, other words by their name and language."""

    menus: dict[tuple[Scope, str], list[Object]] = field(default_factory=dict)
    words: dict[tuple[str, str], str] = field(default_factory=dict)
    buttons: dict[int | None, Object] = field(default_factory=dict)

    def menu(self, scopes: list[Scope], language: str) -> list[Object]:
        """The first menu of `scopes` that exists, in the language before without one."""
        for scope in scopes:
            for tongue in (language, ""):
                if (scope, tongue) in self.menus:
                    return self.menus[scope, tongue]
        return []


def private_scopes(person_id: int) -> list[Scope]:
    """Whose menu a person sees in private, nearest first (Bot API, "Determining list of commands")."""
    return [("chat", person_id), ("all_private_chats",), ("default",)]


def group_scopes(chat_id: int, person_id: int, *, administrator: bool) -> list[Scope]:
    """Whose menu a member sees in a group, nearest first."""
    of_all: list[Scope] = [
        ("chat_member", chat_id, person_id),
        ("chat_administrators", chat_id),
        ("chat", chat_id),
        ("all_chat_administrators",),
        ("all_group_chats",),
        ("default",),
    ]
    return [scope for scope in of_all if administrator or "administrators" not in str(scope[0])]


def scope(given: Json) -> Scope:
    """A `BotCommandScope` as a key."""
    if given is None:
        return ("default",)
    if not isinstance(given, dict) or given.get("type") not in _SCOPES:
        raise bad_request("can't parse BotCommandScope: Unsupported type specified")
    kind = str(given["type"])
    if any(name not in given for name in _SCOPES[kind]):
        raise bad_request("can't parse BotCommandScope")
    return (kind, *(given[name] for name in _SCOPES[kind]))


def language(given: str | None) -> str:
    """A language code, empty for everybody."""
    if given and not _LANGUAGE.fullmatch(given):
        raise bad_request("invalid language code specified")
    return given or ""


def commands(given: Json) -> list[Object]:
    """A list of `BotCommand`."""
    if not isinstance(given, list):
        raise bad_request("can't parse commands")
    if len(given) > _COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    return [_command(one) for one in given]


def _command(given: Json) -> Object:
    if not isinstance(given, dict):
        raise bad_request("can't parse BotCommand: expected an Object")
    if not _COMMAND.fullmatch(str(given.get("command", "")).removeprefix("/")):
        raise bad_request("BOT_COMMAND_INVALID")
    if not 1 <= len(str(given.get("description", ""))) <= _DESCRIPTION:
        raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    return {"command": str(given["command"]).removeprefix("/"), "description": given["description"]}
