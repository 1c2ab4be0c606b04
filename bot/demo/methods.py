"""The methods that the in-memory Telegram knows, and the parameters of each (Bot API 10.1).

A request with any other parameter is refused: silence would let a mistake pass that Telegram punishes.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import assert_never

from bot.demo.rejection import bad_request
from bot.demo.values import Json, Object, Upload

_NUMBER = re.compile(r"-?\d{1,19}")


class Shape(Enum):
    """How a parameter is written: form fields carry structures as JSON text."""

    NUMBER = "number"
    TEXT = "text"
    FLAG = "flag"
    STRUCTURE = "structure"
    CHAT = "chat"
    FILE = "file"


N, T, F, S, C, U = Shape.NUMBER, Shape.TEXT, Shape.FLAG, Shape.STRUCTURE, Shape.CHAT, Shape.FILE


@dataclass(frozen=True, slots=True)
class Method:
    """Parameters that must be there, that may be, and that Telegram has but this one has not."""

    required: Mapping[str, Shape] = field(default_factory=dict)
    optional: Mapping[str, Shape] = field(default_factory=dict)
    missing: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Request:
    """The parameters of one request, by their shape."""

    values: Object
    files: Mapping[str, Upload]

    def number(self, name: str) -> int | None:
        """A whole number."""
        value = self.values.get(name)
        return value if isinstance(value, int) else None

    def text(self, name: str) -> str | None:
        """A text."""
        value = self.values.get(name)
        return value if isinstance(value, str) else None

    def flag(self, name: str) -> bool:
        """Whether it is true."""
        return self.values.get(name) is True

    def message_id(self) -> int:
        """The message that the request is about; 0, which is none, without one."""
        return self.number("message_id") or 0

    def file(self, name: str) -> Upload | None:
        """A file that came along, under its own name or as `attach://…`."""
        value = self.values.get(name)
        attached = value.removeprefix("attach://") if isinstance(value, str) else name
        return self.files.get(attached)


_SEND_MISSING = frozenset(
    {
        "business_connection_id",
        "direct_messages_topic_id",
        "allow_paid_broadcast",
        "message_effect_id",
        "suggested_post_parameters",
    }
)
_SEND = {
    "message_thread_id": N,
    "disable_notification": F,
    "protect_content": F,
    "reply_parameters": S,
    "reply_markup": S,
}
_CAPTION = {"caption": T, "parse_mode": T}
_EDIT = {"reply_markup": S}
_MESSAGE = {"chat_id": C, "message_id": N}
_EDIT_MISSING = frozenset({"business_connection_id", "inline_message_id"})
_BUSINESS = frozenset({"business_connection_id"})
_MENU = {"scope": S, "language_code": T}

METHODS: dict[str, Method] = {
    "getUpdates": Method(optional={"offset": N, "limit": N, "timeout": N, "allowed_updates": S}),
    "setWebhook": Method(
        {"url": T},
        {"max_connections": N, "allowed_updates": S, "drop_pending_updates": F, "secret_token": T, "ip_address": T},
        frozenset({"certificate"}),
    ),
    "deleteWebhook": Method(optional={"drop_pending_updates": F}),
    "getWebhookInfo": Method(),
    "getMe": Method(),
    "logOut": Method(),
    "close": Method(),
    "sendMessage": Method(
        {"chat_id": C, "text": T},
        {**_SEND, "parse_mode": T, "link_preview_options": S},
        _SEND_MISSING | {"entities"},
    ),
    "sendPhoto": Method(
        {"chat_id": C, "photo": U},
        {**_SEND, **_CAPTION, "show_caption_above_media": F, "has_spoiler": F},
        _SEND_MISSING | {"caption_entities"},
    ),
    "sendDocument": Method(
        {"chat_id": C, "document": U},
        {**_SEND, **_CAPTION, "disable_content_type_detection": F},
        _SEND_MISSING | {"caption_entities", "thumbnail"},
    ),
    "editMessageText": Method(
        {**_MESSAGE, "text": T},
        {**_EDIT, "parse_mode": T, "link_preview_options": S},
        _EDIT_MISSING | {"entities", "rich_message"},
    ),
    "editMessageCaption": Method(
        _MESSAGE, {**_EDIT, **_CAPTION, "show_caption_above_media": F}, _EDIT_MISSING | {"caption_entities"}
    ),
    "editMessageMedia": Method({**_MESSAGE, "media": S}, _EDIT, _EDIT_MISSING),
    "editMessageReplyMarkup": Method(_MESSAGE, _EDIT, _EDIT_MISSING),
    "deleteMessage": Method(_MESSAGE),
    "answerCallbackQuery": Method(
        {"callback_query_id": T}, {"text": T, "show_alert": F, "cache_time": N}, frozenset({"url"})
    ),
    "setMessageReaction": Method(_MESSAGE, {"reaction": S, "is_big": F}),
    "pinChatMessage": Method(_MESSAGE, {"disable_notification": F}, _BUSINESS),
    "unpinChatMessage": Method({"chat_id": C}, {"message_id": N}, _BUSINESS),
    "getChat": Method({"chat_id": C}),
    "getChatAdministrators": Method({"chat_id": C}, {"return_bots": F}),
    "getChatMember": Method({"chat_id": C, "user_id": N}),
    "getFile": Method({"file_id": T}),
    "setMyCommands": Method({"commands": S}, _MENU),
    "getMyCommands": Method(optional=_MENU),
    "deleteMyCommands": Method(optional=_MENU),
    "setMyDescription": Method(optional={"description": T, "language_code": T}),
    "setMyShortDescription": Method(optional={"short_description": T, "language_code": T}),
    "setMyName": Method(optional={"name": T, "language_code": T}),
    "setChatMenuButton": Method(optional={"chat_id": N, "menu_button": S}),
    "sendChatAction": Method({"chat_id": C, "action": T}, {"message_thread_id": N}, _BUSINESS),
    "leaveChat": Method({"chat_id": C}),
}


def strangers(method: str, parameters: Mapping[str, object]) -> list[str]:
    """The parameters that the method does not take here."""
    known = METHODS[method]
    return [name for name in parameters if name not in known.required and name not in known.optional]


def read(method: str, parameters: Mapping[str, object], files: Mapping[str, Upload]) -> Request:
    """The request, its values in their shapes. `parameters` come from a form or from JSON."""
    known = METHODS[method]
    shapes = {**known.required, **known.optional}
    values = {name: _value(name, shapes[name], value) for name, value in parameters.items() if value is not None}
    for name in known.required:
        if name not in values and name not in files:
            raise bad_request("message text is empty" if name == "text" else f'parameter "{name}" is required')
    return Request(values, files)


def _value(name: str, shape: Shape, given: object) -> Json:
    match shape:
        case Shape.NUMBER:
            return _number(name, given)
        case Shape.TEXT | Shape.FILE:
            return _text(given)
        case Shape.FLAG:
            return str(given).lower() in {"true", "yes", "1"}
        case Shape.STRUCTURE:
            return _structure(name, given)
        case Shape.CHAT:
            return _text(given) if str(given).startswith("@") else _number(name, given)
        case _:
            assert_never(shape)


def _number(name: str, given: object) -> int:
    if not _NUMBER.fullmatch(str(given)):
        raise bad_request(f'parameter "{name}" must be a number')
    return int(str(given))


def _text(given: object) -> str:
    text = str(given)
    try:
        text.encode()
    except UnicodeEncodeError:
        raise bad_request("strings must be encoded in UTF-8") from None
    return text


def _structure(name: str, given: object) -> Json:
    try:
        found: Json = json.loads(given if isinstance(given, str) else json.dumps(given))
    except ValueError:
        raise bad_request(f'can\'t parse "{name}" JSON object') from None
    return found
