"""A report whose piece wavers between two counts has two readings."""

import pytest

from bot.reader.alternatives import either, with_piece
from bot.reader.reading import Record, Records
from tests.bot.reader.team import TEAM, sale


@pytest.mark.parametrize(
    ("text", "piece", "readings"),
    [
        ("3单还是4单 500", "3单还是4单", (sale("500", 3), sale("500", 4))),
        ("今天卖了3-4单 500", "3-4单", (sale("500", 3), sale("500", 4))),
        ("今天卖了三四单 500", "三四单", (sale("500", 3), sale("500", 4))),
        ("4 or 5 orders 500", "4 or 5 orders", (sale("500", 4), sale("500", 5))),
        ("卖了五六百", "五六百", ()),
        ("卖了三七单 500", "三七单", ()),
        ("sold 300-ish today", "300-ish", ()),
        ("卖了500-600", "500-600", ()),
        ("3单还是4单 500", "", ()),
        ("3单还是4单 500", "elsewhere", ()),
    ],
)
def test_two_counts(text: str, piece: str, readings: tuple[Record, ...]) -> None:
    assert either(text, piece, TEAM) == tuple((record,) for record in readings)


@pytest.mark.parametrize(
    ("text", "piece", "instead", "expected"),
    [
        ("卖了五六百", "五六百", "580", Records((sale("580"),))),
        ("Bob 2单 200", "Bob", "丽丽", Records((sale("200", 2, for_seller="丽丽"),))),
        ("Bob 2单 200", "Bob", "", Records((sale("200", 2),))),
        ("业绩约1500", "1500", "1480", None),  # 约 stays, and so does the doubt
        ("卖了五六百", "", "580", None),
    ],
)
def test_something_else_in_the_place_of_a_piece(text: str, piece: str, instead: str, expected: Records | None) -> None:
    assert with_piece(text, piece, instead, TEAM) == expected
