"""What holds for every text: it is read, always the same, and no figure in it goes beyond bounds."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.reader import read
from bot.reader.bare import read_bare
from bot.reader.chinese import CHINESE
from bot.reader.english import ENGLISH
from bot.reader.reading import Nothing, Question, Record, Records
from bot.reader.writing import LIMIT, writing
from tests.bot.reader.team import TEAM

WORDS = [word for words in CHINESE.values() for word in words.split()]
PHRASES = [phrase.strip() for phrases in ENGLISH.values() for phrase in phrases.split(",")]
FIGURES = [
    "3",
    "299",
    "1,280",
    "1.2万",
    "三百五",
    "$45",
    "-5",
    "3.450",
    "1e9",
    "9999999999",
    "三四",
    "11.20",
    "昨天",
    "Nov 20",
]
SIGNS = [" ", "\n", ",", "：", "*", "x", "/", "+", "-", "@", "(", ")", "?", "。", "第", "单", "件", "小王", "面膜"]
MESSAGES = st.lists(st.sampled_from([*WORDS, *PHRASES, *FIGURES, *SIGNS]), max_size=24).map("".join)
DIGITS = st.text("0123456789零一两三四十百千万几多半块元$.,:-+*/x 单号月日第kw天前", max_size=40)
SHORT = st.lists(
    st.sampled_from([*FIGURES, *SIGNS, "1", "卖了", "业绩", "退", "新客", "共", "sold", "orders", "each"]), max_size=5
)
TEXTS = st.text(st.characters(), max_size=200) | MESSAGES | DIGITS | SHORT.map("".join)


@settings(max_examples=400, deadline=None)
@given(TEXTS)
def test_any_text_is_read_and_always_the_same(text: str) -> None:
    assert read(text, TEAM) == read(text, TEAM)
    read_bare(text, TEAM)


@settings(max_examples=400, deadline=None)
@given(MESSAGES)
def test_records_hold_what_they_promise(text: str) -> None:
    for record in _records(text):
        assert record.revenue is None or Decimal(0) <= record.revenue <= Decimal(10) ** 16
        assert all(number is None or number >= 0 for number in (record.orders, record.units, record.count))


@given(st.text(max_size=200))
def test_a_text_and_its_folded_form_are_equally_long(text: str) -> None:
    written = writing(text)
    assert len(written.shown) == len(written.folded)


def _records(text: str) -> tuple[Record, ...]:
    match read(text, TEAM):
        case Records(records):
            return records
        case Question(_, _, readings):
            return tuple(record for reading in readings for record in reading)
        case Nothing():
            return ()


@pytest.mark.parametrize(
    "piece",
    [
        "9",
        "1,",
        "3单",
        "一",
        "百",
        "万",
        "a ",
        "x",
        "*",
        "-",
        "@",
        "3*",
        "一一",
        "new ",
        "1.",
        "/",
        "销 ",
        "\n",
        "㍿",
        "٣",
        "3 ",
    ],
)
def test_a_text_of_one_thing_over_and_over_is_read(piece: str) -> None:
    assert isinstance(read((piece * LIMIT)[:LIMIT], TEAM), Nothing | Records | Question)


@pytest.mark.parametrize("digits", ["٣٤", "३४", "1_000", "１２３", "9" * 2000, "1e400000", "NaN", "Infinity"])
def test_digits_that_trick_number_parsers_are_read(digits: str) -> None:
    assert isinstance(read(f"/sale 3 {digits}", TEAM), Nothing | Records | Question)
