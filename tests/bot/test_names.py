import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.names import LONGEST, WIDEST, clean


@pytest.mark.parametrize(
    ("given_name", "shown"),
    [
        ("小美", "小美"),
        ("  小  美 \n", "小 美"),
        ("小美💄<b>$\\frac{1}{$", "小美💄<b>$\\frac{1}{$"),
        ("abc\u202edcba", "abcdcba"),  # right-to-left override
        ("\u2066a\u2069", "a"),
        ("a\x00b\x07", "ab"),
        ("👨‍👩‍👧 家", "👨‍👩‍👧 家"),  # the joiners inside an emoji stay
        ("❤️", "❤️"),
        ("𝕳𝖊𝖑𝖑𝖔 小美", "Hello 小美"),
        ("", "User 4711"),
        ("\u3164", "User 4711"),  # a letter that shows nothing
        ("\u2800 \u2800", "User 4711"),
        ("\u200b\u200b", "User 4711"),
        ("a" * 60, "a" * 24),
    ],
)
def test_a_name_is_made_fit_to_be_shown(given_name: str, shown: str) -> None:
    assert clean(given_name, "User 4711") == shown


@given(st.text())
def test_no_name_is_empty_too_long_or_able_to_turn_text_around(name: str) -> None:
    shown = clean(name, "User 4711")
    assert shown.strip()
    assert len(shown.encode("utf-16-le")) // 2 <= WIDEST
    assert not set(shown) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c\n\x00")


def test_a_name_keeps_at_most_so_many_graphemes() -> None:
    assert clean("🇨🇳" * 40, "x") == "🇨🇳" * 12  # a flag is four units wide
    assert clean("美" * 40, "x") == "美" * LONGEST


def test_a_letter_under_a_heap_of_marks_does_not_cover_the_lines_around_it() -> None:
    assert 1 <= len(clean("e" + "\u0301" * 20, "x")) <= 12
