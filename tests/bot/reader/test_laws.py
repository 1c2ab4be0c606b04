"""What holds for every text: it is read always the same. That it is read at all: `tests/chaos/inputs.py`."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.reader import read
from bot.reader.reading import Nothing, Question, Records
from bot.reader.writing import LIMIT, writing
from tests.bot.reader.fuzz import MESSAGES
from tests.bot.reader.team import TEAM


@settings(max_examples=300, deadline=None)
@given(MESSAGES)
def test_the_same_text_is_always_read_the_same(text: str) -> None:
    assert read(text, TEAM) == read(text, TEAM)


@given(st.text(max_size=200))
def test_a_text_and_its_folded_form_are_equally_long(text: str) -> None:
    written = writing(text)
    assert len(written.shown) == len(written.folded)


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
