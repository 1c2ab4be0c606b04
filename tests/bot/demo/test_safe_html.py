"""The page shows Telegram's HTML and nothing else."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.demo.safe_html import safe

ALLOWED = {"b", "i", "u", "s", "code", "pre", "blockquote", "a", "span"}
ATTRIBUTES = {"a": {"href", "rel", "target"}, "span": {"class"}}


@pytest.mark.parametrize(
    ("markup", "shown"),
    [
        ("小美 3 单", "小美 3 单"),
        ("<b>1,280</b>", "<b>1,280</b>"),
        ("<strong>a</strong><em>b</em>", "<b>a</b><i>b</i>"),
        ("<b><i>x</i></b>", "<b><i>x</i></b>"),
        ("a &lt;b&gt; &amp; c", "a &lt;b&gt; &amp; c"),
        ("<tg-spoiler>x</tg-spoiler>", '<span class="spoiler">x</span>'),
        ('<span class="tg-spoiler">x</span>', '<span class="spoiler">x</span>'),
        ('<span class="other">x</span>', "x"),
        ('<a href="https://t.me/x?a=1&amp;b=2">x</a>', None),
        ("<script>alert(1)</script>", "alert(1)"),
        ("<img src=x onerror=alert(1)>x", "x"),
        ('<b onclick="alert(1)">x</b>', "<b>x</b>"),
        ('<a href="javascript:alert(1)">x</a>', "x"),
        ('<a href=" JAVASCRIPT:alert(1)">x</a>', "x"),
        ('<a href="https://[">x</a>', "x"),
        ("<b>never closed", "<b>never closed</b>"),
        ("</b>never opened", "never opened"),
        ("<b><i>crossed</b></i>", "<b><i>crossed</i></b>"),
        ("1 < 2 && 3 > 2", "1 &lt; 2 &amp;&amp; 3 &gt; 2"),
    ],
)
def test_only_telegrams_tags_come_through(markup: str, shown: str | None) -> None:
    assert safe(markup) == (shown or markup.replace('">', '" rel="noopener noreferrer" target="_blank">'))


class Tags(HTMLParser):
    """Collects every tag that a browser would see."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


SCRAPS = st.sampled_from(
    [
        "<b>",
        "</b>",
        "<script>",
        "</script>",
        "<svg/onload=x>",
        "<a href='",
        "javascript:x",
        "https://x",
        "'>",
        '">',
        "<!--",
    ]
)


@given(st.lists(st.one_of(SCRAPS, st.text(max_size=8))).map("".join))
def test_whatever_comes_in_no_other_tag_goes_out(markup: str) -> None:
    tags = Tags()
    shown = safe(markup)
    tags.feed(shown)
    for tag, attributes in tags.found:
        assert tag in ALLOWED
        assert set(attributes) == ATTRIBUTES.get(tag, set())
        assert re.match("(https?|tg):", attributes.get("href") or "tg:")
