"""Names of members and products, as people write them."""

import pytest

from bot.reader import read
from bot.reader.names import Named, names_of
from bot.reader.reading import Context, Nothing, Record, Records
from bot.reader.writing import fold
from tests.bot.reader.team import TODAY, YESTERDAY, new, sale

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


WORDS = Context(TODAY, "CNY", members=("Will", "May", "Sales", "单单", "今天", "New"))


@pytest.mark.parametrize(
    ("text", "records"),
    [
        ("Will 2 orders 200", (sale("200", 2, for_seller="Will"),)),
        ("will: 2 orders 200", (sale("200", 2, for_seller="Will"),)),
        ("Will sold 3 orders 300", (sale("300", 3, for_seller="Will"),)),
        ("May 2 orders 200", (sale("200", 2, for_seller="May"),)),
        ("New 2单 200", (sale("200", 2, for_seller="New"),)),
        ("Sales 3 orders 200", (sale("200", 3, for_seller="Sales"),)),
        ("单单 3单 300", (sale("300", 3, for_seller="单单"),)),
        ("单单 三单 300", (sale("300", 3, for_seller="单单"),)),
        ("今天 3单 200", (sale("200", 3, for_seller="今天"),)),
        ("昨天 May 2 orders 200", (sale("200", 2, day=YESTERDAY, for_seller="May"),)),
        ("for May 2 orders 200", (sale("200", 2, for_seller="May"),)),
        ("Will 2单 200\nMay 1单 100", (sale("200", 2, for_seller="Will"), sale("100", 1, for_seller="May"))),
        ("/sale May 2 200", (sale("200", 2, for_seller="May"),)),
        ("/sale Will 2 200", (sale("200", 2, for_seller="Will"),)),
    ],
)
def test_a_name_that_is_a_word_is_a_members_before_figures(text: str, records: tuple[Record, ...]) -> None:
    assert read(text, WORDS) == Records(records)


@pytest.mark.parametrize(
    ("text", "records"),
    [
        ("Sales 200", (sale("200"),)),
        ("Sales: 350\nOrders: 5\nNew: 2", (sale("350", 5, new_customers=2),)),
        ("3 orders 200, new 2", (sale("200", 3, new_customers=2),)),
        ("May 5: 2 orders 200", (sale("200", 2, day=TODAY.replace(month=5, day=5)),)),
        ("May 20 sales 450", (sale("450", day=TODAY.replace(month=5, day=20)),)),
        ("今天卖了3单 200", (sale("200", 3),)),
        ("今天业绩 200", (sale("200"),)),
        ("3单 200", (sale("200", 3),)),
        ("/new 2", (new(2),)),
        ("新客 2", (new(2),)),
    ],
)
def test_elsewhere_it_stays_the_word(text: str, records: tuple[Record, ...]) -> None:
    assert read(text, WORDS) == Records(records)


@pytest.mark.parametrize("text", ["will sell 2 orders tomorrow", "I will 2 orders", "New 2", "May 200", "单单"])
def test_a_word_without_figures_of_orders_reports_nothing(text: str) -> None:
    assert read(text, WORDS) == Nothing()


def test_for_a_team_without_such_members_the_words_are_words() -> None:
    nobody = Context(TODAY, "CNY")
    assert read("Will 2 orders 200", nobody) == Nothing()
    assert read("今天 3单 200", nobody) == Records((sale("200", 3),))
