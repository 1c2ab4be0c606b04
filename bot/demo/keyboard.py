"""What may stand under a message: the checks that Telegram makes of `reply_markup`."""

from urllib.parse import urlsplit

from bot.demo.rejection import bad_request
from bot.demo.values import Button, Json, Object

_DATA_BYTES = 64
_MOST_BUTTONS = 100
_SCHEMES = {"http", "https", "tg"}
_OTHER = ("keyboard", "remove_keyboard", "force_reply")
_ACTIONS = ("url", "callback_data")


def read_keyboard(given: Json, *, inline: bool = False) -> Object | None:
    """The inline keyboard to be shown, or None. `inline` allows no other kind, as in an edit."""
    if given is None:
        return None
    if not isinstance(given, dict):
        raise bad_request("object expected as reply markup")
    if "inline_keyboard" in given:
        return _inline(given["inline_keyboard"])
    if inline or not any(kind in given for kind in _OTHER):
        raise bad_request("inline keyboard expected")
    return None


def buttons(keyboard: Object | None) -> tuple[tuple[Button, ...], ...]:
    """The rows of a keyboard that was read before."""
    rows = (keyboard or {}).get("inline_keyboard")
    return tuple(tuple(_button(one) for one in row) for row in _list(rows))


def _inline(given: Json) -> Object | None:
    rows = [[_checked(one) for one in row] for row in _list(given) if row]
    if sum(len(row) for row in rows) > _MOST_BUTTONS:
        raise bad_request("reply markup is too long")
    kept: list[Json] = [list[Json](row) for row in rows]
    return {"inline_keyboard": kept} if kept else None


def _list(given: Json) -> list[list[Json]]:
    if given is None:
        return []
    if not isinstance(given, list) or not all(isinstance(row, list) for row in given):
        raise bad_request('field "inline_keyboard" must be of type Array of Arrays')
    return [row for row in given if isinstance(row, list)]


def _checked(given: Json) -> Object:
    if not isinstance(given, dict):
        raise bad_request("can't parse inline keyboard button: expected an Object")
    if not str(given.get("text") or "").strip():
        raise bad_request("can't parse inline keyboard button: Can't find field \"text\"")
    actions = [name for name in given if name not in {"text", "style", "icon_custom_emoji_id"}]
    if not actions:
        raise bad_request("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
    if len(actions) > 1 or actions[0] not in _ACTIONS:
        raise bad_request(f"can't parse inline keyboard button: {', '.join(actions)} is not in this Telegram")
    _check_action(given)
    return given


def _check_action(given: Object) -> None:
    if "url" in given:
        address = urlsplit(str(given["url"]))
        if address.scheme not in _SCHEMES or not address.netloc:
            raise bad_request(f"inline keyboard button URL '{given['url']}' is invalid: Wrong HTTP URL")
    elif not 1 <= len(str(given["callback_data"]).encode()) <= _DATA_BYTES:
        raise bad_request("BUTTON_DATA_INVALID")


def _button(given: Json) -> Button:
    shape = given if isinstance(given, dict) else {}
    data, url = shape.get("callback_data"), shape.get("url")
    return Button(str(shape.get("text")), None if data is None else str(data), None if url is None else str(url))
