"""Telegram's HTML, made safe for a browser: its own tags and nothing else."""

import html
from html.parser import HTMLParser
from urllib.parse import urlsplit

# Telegram's tags and the ones a browser gets for them.
_TAGS = {
    "b": "b", "strong": "b", "i": "i", "em": "i", "u": "u", "ins": "u", "s": "s", "strike": "s", "del": "s",
    "code": "code", "pre": "pre", "blockquote": "blockquote",
}  # fmt: skip
_SCHEMES = {"http", "https", "tg"}
_SPOILER = '<span class="spoiler">'


def safe(markup: str) -> str:
    """`markup` with everything that is no tag of Telegram's left out or escaped, and every tag closed."""
    parser = _Parser()
    parser.feed(markup)
    parser.close()
    return parser.finished()


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._out: list[str] = []
        self._open: list[tuple[str, str]] = []  # the tag as written, and as it goes out ("" when left out)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        shown = _opening(tag, dict(attrs))
        self._out.append(shown)
        self._open.append((tag, shown))

    def handle_endtag(self, tag: str) -> None:
        if tag in {written for written, _ in self._open}:
            while self._close() != tag:
                pass

    def handle_data(self, data: str) -> None:
        self._out.append(html.escape(data))

    def finished(self) -> str:
        while self._open:
            self._close()
        return "".join(self._out)

    def _close(self) -> str:
        written, shown = self._open.pop()
        if shown:
            self._out.append(f"</{shown[1:].split()[0].rstrip('>')}>")
        return written


def _opening(tag: str, attributes: dict[str, str | None]) -> str:
    """The tag that a browser gets; empty for one that Telegram does not have."""
    if tag == "a":
        return _link(attributes.get("href") or "")
    if tag == "tg-spoiler" or (tag == "span" and attributes.get("class") == "tg-spoiler"):
        return _SPOILER
    return f"<{_TAGS[tag]}>" if tag in _TAGS else ""


def _link(address: str) -> str:
    try:
        known = urlsplit(address.strip()).scheme in _SCHEMES
    except ValueError:
        return ""
    return f'<a href="{html.escape(address.strip())}" rel="noopener noreferrer" target="_blank">' if known else ""
