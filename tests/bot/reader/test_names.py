"""Names of members and products, as people write them."""

import pytest

from bot.reader import read
from bot.reader.names import Named, names_of
from bot.reader.reading import Context, Records
from bot.reader.writing import fold
from tests.bot.reader.team import TODAY, sale

NAMES = names_of(("小美💄", "莉", "Ken", "Kenneth", "123", "Sales", "新客", ""), ("face mask", "面膜"))


@pytest.mark.parametrize(
    ("text", "end", "spelt", "named"),
    [
        ("小美 3单", 2, "小美💄", Named.MEMBER),
        ("莉 3单", 1, "莉", Named.MEMBER),
        ("ken 3", 3, "Ken", Named.MEMBER),
        ("kenneth 3", 7, "Kenneth", Named.MEMBER),
        ("face masks", 10, "face mask", Named.PRODUCT),
        ("面膜3盒", 2, "面膜", Named.PRODUCT),
    ],
)
def test_a_name_is_found_whole(text: str, end: int, spelt: str, named: Named) -> None:
    assert NAMES.at(fold(text), 0) == (end, spelt, named)


@pytest.mark.parametrize("text", ["kent 3", "莉莉 3单", "123", "sales 5", "新客 2", "masks"])
def test_a_part_of_a_word_or_a_word_of_reports_is_no_name(text: str) -> None:
    assert NAMES.at(fold(text), 0) is None


def test_a_name_may_be_what_looks_like_markup() -> None:
    name = r"小美💄<b>$\frac{1}{$"
    team = Context(TODAY, "CNY", members=(name,))
    assert read(f"{name} 3单 299", team) == Records((sale("299", 3, for_seller=name),))
