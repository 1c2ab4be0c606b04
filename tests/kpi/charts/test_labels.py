"""Labels are cut to fit, between what a reader sees as characters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi.charts.labels import broken, characters, shortened


@pytest.mark.parametrize(
    ("label", "most", "shown"),
    [
        ("小美", 2, "小美"),
        ("小美丽", 3, "小美丽"),
        ("小美丽人", 3, "小美…"),
        ("Ann Lee", 5, "Ann…"),  # no space before the dots
        ("小美💄", 1, "…"),
        ("", 0, ""),
    ],
)
def test_a_label_is_cut_to_what_fits(label: str, most: int, shown: str) -> None:
    assert shortened(label, lambda part: len(part) <= most) == shown


@pytest.mark.parametrize(
    ("label", "lines"),
    [
        ("Mei brings most", ["Mei brings", "most"]),
        ("小美贡献最多，占一半多。", ["小美贡献最多，占一半", "多。"]),
        ("从五月多到六月少了（▲30.3%）。", ["从五月多到六月少了", "（▲30.3%）。"]),  # signs stay with their figure
        ("one two three four five six", ["one two", "three fou…"]),
        ("", [""]),
    ],
)
def test_a_sentence_is_broken_between_words(label: str, lines: list[str]) -> None:
    assert broken(label, lambda part: len(part) <= 10, 2) == lines


@pytest.mark.parametrize(
    ("label", "parts"),
    [
        ("小美", ["小", "美"]),
        ("👍🏽好", ["👍🏽", "好"]),
        ("👨‍👩‍👧家", ["👨‍👩‍👧", "家"]),
        ("🇨🇳🇩🇪", ["🇨🇳", "🇩🇪"]),
        ("🇨a", ["🇨", "a"]),
        ("e\u0301te", ["e\u0301", "t", "e"]),
        ("❤️!", ["❤️", "!"]),
        ("1️⃣2", ["1️⃣", "2"]),
    ],
)
def test_what_is_one_character_to_a_reader_stays_whole(label: str, parts: list[str]) -> None:
    assert characters(label) == parts


@given(st.text())
def test_nothing_is_lost_in_the_characters(label: str) -> None:
    assert "".join(characters(label)) == label


@given(st.text(max_size=30), st.integers(1, 30))
def test_what_is_left_fits(label: str, most: int) -> None:
    assert len(shortened(label, lambda part: len(part) <= most)) <= most
