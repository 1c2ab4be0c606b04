"""Known words, also when they are misspelt."""

import pytest

from bot.reader.chinese import CHINESE
from bot.reader.english import ENGLISH
from bot.reader.spelling import known_at, nearest
from bot.reader.words import Word


@pytest.mark.parametrize(
    ("text", "end", "word"),
    [
        ("业绩3000", 2, Word.SALES),
        ("今日业绩", 4, Word.SALES),
        ("麦了3盒", 2, Word.SALES),
        ("合汁1280", 2, Word.TOTAL),
        ("销兽额", 3, Word.REVENUE),
        ("出但3单", 2, Word.DEALS),
        ("new customers", 13, Word.NEW),
        ("new2", 3, Word.NEW),
        ("uv40", 2, Word.VISITORS),
        ("slod", 4, Word.SALES),
        ("odrers", 6, Word.ORDERS),
        ("custmers", 8, Word.PERSON),
    ],
)
def test_the_longest_known_word_is_found(text: str, end: int, word: Word) -> None:
    found = known_at(text, 0)
    assert found is not None
    assert found[0] == end
    assert word in found[1]


@pytest.mark.parametrize("text", ["newton", "m3", "solder", "护肤"])
def test_a_part_of_another_word_is_not_known(text: str) -> None:
    assert known_at(text, 0) is None


@pytest.mark.parametrize("word", ["told", "cold", "solid", "border", "older", "salad", "soled", "so", "each", "return"])
def test_a_word_of_its_own_is_not_taken_for_a_mistyped_one(word: str) -> None:
    assert nearest(word) in {None, word}


def test_every_kind_of_word_has_words() -> None:
    assert set(CHINESE) | set(ENGLISH) == set(Word)
