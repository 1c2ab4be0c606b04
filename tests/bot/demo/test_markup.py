"""HTML is read as Telegram reads it."""

import html

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.demo.markup import read_html
from bot.demo.rejection import RejectedError
from bot.demo.styled import utf16


@pytest.mark.parametrize(
    ("written", "text", "entities"),
    [
        ("plain", "plain", []),
        ("<b>3</b> orders", "3 orders", [("bold", 0, 1)]),
        ("<STRONG>3</STRONG>", "3", [("bold", 0, 1)]),
        ("<b>a<i>b</i></b>", "ab", [("bold", 0, 2), ("italic", 1, 1)]),
        ("🥇 <b>小美</b>", "🥇 小美", [("bold", 3, 2)]),
        ("  <b> x </b>  ", "x", [("bold", 0, 1)]),
        ("<b> </b>x", "x", []),
        ("&lt;b&gt; &amp; &quot;", '<b> & "', []),
        ("&#65;&#x42;&#128512;", "AB😀", []),
        ("&nbsp;&copy; & &#0; &#xD800;", "&nbsp;&copy; & &#0; &#xD800;", []),
        ("5 > 4", "5 > 4", []),
        ('<a href="https://example.com/?a=1&amp;b=2">there</a>', "there", [("text_link", 0, 5)]),
        ("<a>nowhere</a>", "nowhere", []),
        ('<a href="https://example.com/?a>b">there</a >', "there", [("text_link", 0, 5)]),
        ("<b>x</>", "x", [("bold", 0, 1)]),
        ('<span class="tg-spoiler">x</span>', "x", [("spoiler", 0, 1)]),
        ("<blockquote expandable>x</blockquote>", "x", [("expandable_blockquote", 0, 1)]),
        ("<code>/sale</code>", "/sale", [("code", 0, 5)]),
        ('<pre><code class="language-python">x</code></pre>', "x", [("pre", 0, 1), ("code", 0, 1)]),
        ('<tg-emoji emoji-id="5">👍</tg-emoji>', "👍", [("custom_emoji", 0, 2)]),
    ],
)
def test_text_and_entities(written: str, text: str, entities: list[tuple[str, int, int]]) -> None:
    styled = read_html(written)
    assert styled.text == text
    assert sorted((e["type"], e["offset"], e["length"]) for e in styled.entities) == sorted(entities)


def test_an_address_is_unescaped() -> None:
    (link,) = read_html("<a href='https://example.com/?a=1&amp;b=2'>x</a>").entities
    assert link["url"] == "https://example.com/?a=1&b=2"


@pytest.mark.parametrize(
    ("written", "languages"),
    [
        ('<pre><code class="language-sql">x</code></pre>', ["sql"]),
        ('<b><code class="language-sql">x</code></b>', []),
        ('<code class="language-sql">x</code>', []),
        ('<pre><code class="other">x</code></pre>', []),
    ],
)
def test_only_code_inside_pre_has_a_language(written: str, languages: list[str]) -> None:
    assert [entity["language"] for entity in read_html(written).entities if "language" in entity] == languages


@pytest.mark.parametrize(
    ("written", "mistake"),
    [
        ("小<p>x</p>", 'Unsupported start tag "p" at byte offset 3'),
        ("1 < 2", 'Unsupported start tag "" at byte offset 2'),
        ("<br/>", 'Unsupported start tag "br/" at byte offset 0'),
        ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("<b><i>x</b></i>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
        ("x <b", "Unclosed start tag at byte offset 2"),
        ("<", "Unclosed start tag at byte offset 0"),
        ("<b>x</b", "Unclosed start tag at byte offset 4"),
        ("<b>x</b c>", "Unclosed end tag at byte offset 4"),
        ("x <b class", 'Unclosed start tag "b" at byte offset 2'),
        ("<b =>x</b>", 'Unexpected end of tag or attribute of the tag "b" at byte offset 0'),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ("<tg-emoji>x</tg-emoji>", 'Tag "tg-emoji" must have attribute "emoji-id" at byte offset 0'),
        ('<a href="x>y</a>', 'Unclosed start tag "a" at byte offset 0'),
        ("<小美>", 'Unsupported start tag "小美" at byte offset 0'),
    ],
)
def test_a_mistake_is_named_with_its_place(written: str, mistake: str) -> None:
    with pytest.raises(RejectedError) as rejected:
        read_html(written)
    assert rejected.value.code == 400
    assert rejected.value.description == f"Bad Request: can't parse entities: {mistake}"


@pytest.mark.parametrize(("count", "refused"), [(100, False), (101, True)])
def test_a_hundred_entities_and_no_more(count: int, *, refused: bool) -> None:
    written = "<b>x</b> " * count
    if refused:
        with pytest.raises(RejectedError, match="too many entities"):
            read_html(written)
    else:
        assert len(read_html(written).entities) == count


@given(st.text())
def test_whatever_is_escaped_comes_through_as_it_was(text: str) -> None:
    assert read_html(html.escape(text)).text == text.strip()


@given(st.lists(st.sampled_from(["<b>", "</b>", "<i>", "</i>", "x", "😀", " ", "&amp;", "<", ">"]), max_size=12))
def test_anything_is_either_refused_or_has_its_entities_inside_the_text(pieces: list[str]) -> None:
    try:
        styled = read_html("".join(pieces))
    except RejectedError:
        return
    for entity in styled.entities:
        start, length = int(str(entity["offset"])), int(str(entity["length"]))
        assert 0 <= start < start + length <= utf16(styled.text)
