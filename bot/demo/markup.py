"""Telegram's HTML, read as strictly as Telegram reads it (Bot API, "HTML style").

Only its own tags, properly nested and closed; the entities &lt; &gt; &amp; &quot; and numbers. Everything else
is an error, except an unknown entity, which stays as it is written.
"""

import re
from dataclasses import dataclass

from bot.demo.rejection import RejectedError, bad_request
from bot.demo.styled import Styled, utf16
from bot.demo.values import Json, Object

MOST_ENTITIES = 100
_KINDS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "a": "text_link",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "tg-emoji": "custom_emoji",
}
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_ENTITY = re.compile(r"&(?:#x([0-9a-fA-F]{1,8})|#([0-9]{1,9})|(lt|gt|amp|quot));?")
_TAG = re.compile(r"""<(/?)([^\s>]*)((?:"[^"]*"|'[^']*'|[^>"'])*)(>?)""")
_ATTRIBUTE = re.compile(r"""\s*([A-Za-z0-9.-]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([A-Za-z0-9.-]+)))?""")


def read_html(html: str) -> Styled:
    """The text and its entities; a 400 with the place of the mistake otherwise."""
    reader = _Reader(html)
    reader.read()
    return trimmed(Styled("".join(reader.text), tuple(reader.entities)))


def trimmed(styled: Styled) -> Styled:
    """Without white space around it, as Telegram sends it on, and without entities that hold nothing."""
    text = styled.text.strip()
    lead = utf16(styled.text) - utf16(styled.text.lstrip())
    moved = [_moved(entity, lead, utf16(text)) for entity in styled.entities]
    kept = sorted((entity for entity in moved if _number(entity, "length") > 0), key=_place)
    if len(kept) > MOST_ENTITIES:
        raise bad_request("too many entities")
    return Styled(text, tuple(kept))


def _moved(entity: Object, lead: int, end: int) -> Object:
    start = min(max(_number(entity, "offset") - lead, 0), end)
    stop = min(max(_number(entity, "offset") + _number(entity, "length") - lead, 0), end)
    return {**entity, "offset": start, "length": stop - start}


def _number(entity: Object, name: str) -> int:
    return int(str(entity[name]))


def _place(entity: Object) -> tuple[int, int]:
    return _number(entity, "offset"), -_number(entity, "length")


@dataclass(frozen=True, slots=True)
class _Open:
    name: str
    start: int
    details: Object


class _Reader:
    def __init__(self, html: str) -> None:
        self._html = html
        self._open: list[_Open] = []
        self._length = 0
        self.text: list[str] = []
        self.entities: list[Object] = []

    def read(self) -> None:
        position = 0
        while position < len(self._html):
            position = self._step(position)
        if self._open:
            raise _mistake(f'Can\'t find end tag corresponding to start tag "{self._open[-1].name}"')

    def _step(self, position: int) -> int:
        """Reads a tag, an entity or one character: where the next begins."""
        character = self._html[position]
        if character == "<":
            return self._tag(position)
        entity = _ENTITY.match(self._html, position) if character == "&" else None
        self._write(_decoded(entity) if entity else character)
        return entity.end() if entity else position + 1

    def _write(self, text: str) -> None:
        self.text.append(text)
        self._length += utf16(text)

    def _tag(self, position: int) -> int:
        tag = _TAG.match(self._html, position)
        place = f"at byte offset {len(self._html[:position].encode())}"
        if tag is None or tag.end(2) == len(self._html):
            raise _mistake(f"Unclosed start tag {place}")
        closing, name, rest, end = tag[1], tag[2].lower(), tag[3], tag[4]
        if closing:
            self._close(name, place, closed=not rest.strip() and bool(end))
        elif name not in _KINDS:
            raise _mistake(f'Unsupported start tag "{name}" {place}')
        elif not end:
            raise _mistake(f'Unclosed start tag "{name}" {place}')
        else:
            self._open.append(_Open(name, self._length, self._details(name, rest, place)))
        return tag.end()

    def _close(self, name: str, place: str, *, closed: bool) -> None:
        if not self._open:
            raise _mistake(f"Unexpected end tag {place}")
        if not closed:
            raise _mistake(f"Unclosed end tag {place}")
        opened = self._open.pop()
        if name not in {"", opened.name}:
            raise _mistake(f'Unmatched end tag {place}, expected "</{opened.name}>", found "</{name}>"')
        entity: Object = {"type": _KINDS[opened.name], "offset": opened.start, "length": self._length - opened.start}
        if opened.name == "a" and "url" not in opened.details:
            return  # Telegram drops a link that leads nowhere and keeps its words
        self.entities.append(entity | opened.details)

    def _details(self, name: str, rest: str, place: str) -> Object:
        given = _attributes(name, rest, place)
        match name:
            case "span":
                if given.get("class") != "tg-spoiler":
                    raise _mistake(f'Tag "span" must have class "tg-spoiler" {place}')
            case "a":
                return {"url": given["href"]} if given.get("href") else {}
            case "blockquote":
                return {"type": "expandable_blockquote"} if "expandable" in given else {}
            case "tg-emoji":
                return _emoji(given, place)
            case "code":
                return self._language(given)
            case _:
                pass
        return {}

    def _language(self, given: dict[str, str]) -> Object:
        """The language of a program: `<pre><code class="language-…">`."""
        named = given.get("class", "")
        inside = bool(self._open) and self._open[-1].name == "pre"
        return {"language": named.removeprefix("language-")} if inside and named.startswith("language-") else {}


def _emoji(given: dict[str, str], place: str) -> Object:
    if not given.get("emoji-id", "").isdigit():
        raise _mistake(f'Tag "tg-emoji" must have attribute "emoji-id" {place}')
    return {"custom_emoji_id": given["emoji-id"]}


def _attributes(name: str, rest: str, place: str) -> dict[str, str]:
    found: dict[str, str] = {}
    position = 0
    while rest[position:].strip():
        attribute = _ATTRIBUTE.match(rest, position)
        if attribute is None:
            raise _mistake(f'Unexpected end of tag or attribute of the tag "{name}" {place}')
        values: tuple[Json, ...] = attribute.groups()[1:]
        found[attribute[1].lower()] = _plain("".join(str(value) for value in values if value is not None))
        position = attribute.end()
    return found


def _plain(value: str) -> str:
    return _ENTITY.sub(_decoded, value)


def _decoded(entity: re.Match[str]) -> str:
    hexadecimal, decimal, named = entity.groups()
    if named:
        return _NAMED[named]
    code = int(hexadecimal, 16) if hexadecimal else int(decimal)
    is_character = 0 < code < 0x10FFFF and not 0xD800 <= code < 0xE000  # noqa: PLR2004 - Unicode's surrogates
    return chr(code) if is_character else entity[0]


def _mistake(reason: str) -> RejectedError:
    return bad_request(f"can't parse entities: {reason}")
