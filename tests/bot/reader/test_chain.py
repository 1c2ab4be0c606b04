"""Lists of what several people sold, as they are written: whose each line is and what it says."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.reader.chain import read_listing
from bot.reader.reading import Kind, Record
from bot.reader.rows import Fault, Listing
from tests.bot.reader.team import TEAM, YESTERDAY, counted, refund, sale

FRIDAY = date(2026, 11, 20)
Told = tuple[str, Record | Fault]


def listing(text: str) -> Listing:
    found = read_listing(text, TEAM)
    assert found is not None
    return found


def told(text: str) -> list[tuple[str, tuple[Record, ...] | Fault]]:
    return [(row.who, row.fault or row.records) for row in listing(text).rows]


def one(*lines: Told) -> list[tuple[str, tuple[Record, ...] | Fault]]:
    return [(who, (said,) if isinstance(said, Record) else said) for who, said in lines]


NOTHING = sale("0", 0)

LISTS: list[tuple[str, list[Told]]] = [
    (
        "#接龙\n11月20日业绩\n1. 小王 3单 450\n2. Ken 2单 98\n3. 丽丽🌸 5单 1280 新客2",
        [
            ("小王", sale("450", 3, day=FRIDAY)),
            ("Ken", sale("98", 2, day=FRIDAY)),
            ("丽丽", sale("1280", 5, day=FRIDAY, new_customers=2)),
        ],
    ),
    ("小王 3单 450 / Ken 2 98", [("小王", sale("450", 3)), ("Ken", sale("98", 2))]),
    ("小王 3单 450；Ken 2单 98", [("小王", sale("450", 3)), ("Ken", sale("98", 2))]),
    ("小王 450，Ken 98", [("小王", sale("450")), ("Ken", sale("98"))]),
    ("Ken 2 orders 150 and Lily 1 order 60", [("Ken", sale("150", 2)), ("Lily", sale("60", 1))]),
    ("小王 3单 599\n丽丽 0", [("小王", sale("599", 3)), ("丽丽", NOTHING)]),
    ("小王 3单 599\n丽丽 没开单\nKen 无", [("小王", sale("599", 3)), ("丽丽", NOTHING), ("Ken", NOTHING)]),
    (
        "昨天 小王 3单 450 / Ken 2单 98",
        [("小王", sale("450", 3, day=YESTERDAY)), ("Ken", sale("98", 2, day=YESTERDAY))],
    ),
    (
        "11月20日\n小王 450\n11月22日\n小王 300\nKen 退款 50",
        [
            ("小王", sale("450", day=FRIDAY)),
            ("小王", sale("300", day=YESTERDAY)),
            ("Ken", refund("50", day=YESTERDAY)),
        ],
    ),
    ("小王 3单 450 20号\nKen 2单 98", [("小王", sale("450", 3, day=FRIDAY)), ("Ken", sale("98", 2))]),
    (
        "11.20\n小王\n3单 450\nKen\n2单 98",
        [("小王", sale("450", 3, day=FRIDAY)), ("Ken", sale("98", 2, day=FRIDAY))],
    ),
    (
        "1、小王：3单 450\n2）Ken：98\n③ 丽丽 3*99",
        [("小王", sale("450", 3)), ("Ken", sale("98")), ("丽丽", sale("297", units=3))],
    ),
    ("1️⃣ 小王 3单 450\n🔟 小周三单四百五", [("小王", sale("450", 3)), ("小周", sale("450", 3))]),
    ("- 小王 +450\n- Ken +98", [("小王", sale("450")), ("Ken", sale("98"))]),
    ("3单 450 小王\n2单 98 Ken", [("小王", sale("450", 3)), ("Ken", sale("98", 2))]),
    ("@Ken 3单 450\n@nobody 1单 30", [("Ken", sale("450", 3)), ("nobody", sale("30", 1))]),
    (
        "#接龙\n1. 花开🌸富贵 450\n2. A-阿珍 600 新2",
        [("花开🌸富贵", sale("450")), ("A-阿珍", sale("600", new_customers=2))],
    ),
    (
        "Lily 2 orders 200\nAmy Li 3 orders 90\nKen none",
        [("Lily", sale("200", 2)), ("Amy Li", sale("90", 3)), ("Ken", NOTHING)],
    ),
    ("Ken 3单 450 / 晓晴 1单 99", [("Ken", sale("450", 3)), ("晓晴", sale("99", 1))]),
    (
        "今日业绩：小王 3单 450，Ken 2单 98，阿珍 1单 99",
        [("小王", sale("450", 3)), ("Ken", sale("98", 2)), ("阿珍", sale("99", 1))],
    ),
    ("小王 3单1280，新客2\nKen 2单98", [("小王", sale("1280", 3, new_customers=2)), ("Ken", sale("98", 2))]),
    (
        "销售日报\n小王\n销售额：1280\n订单：3\nKen\n销售额：98\n订单：2",
        [("小王", sale("1280", 3)), ("Ken", sale("98", 2))],
    ),
    ("小王 1.2万\nKen ¥98", [("小王", sale("12000")), ("Ken", sale("98", currency="CNY"))]),
    ("丽丽 $45\nKen 98", [("丽丽", sale("45", currency="USD")), ("Ken", sale("98"))]),
    (
        "小王 大概500\nKen 3单\n丽丽 5\n老张 请假\n大刘 3单 450 帮Ken 2单 98",
        [
            ("小王", Fault.UNREAD),
            ("Ken", Fault.NO_AMOUNT),
            ("丽丽", Fault.UNCLEAR),
            ("老张", Fault.NO_FIGURE),
            ("大刘", Fault.UNREAD),
        ],
    ),
    (
        "1. 小王 3单 450\n2. 3单 98\n3. Ken 2 98",
        [("小王", sale("450", 3)), ("", Fault.NO_NAME), ("Ken", sale("98", 2))],
    ),
]


@pytest.mark.parametrize(("text", "lines"), LISTS)
def test_every_line_is_somebodys(text: str, lines: list[Told]) -> None:
    assert told(text) == one(*lines)


def test_a_line_may_say_several_things() -> None:
    assert told("小王 3单 450 退1单 99\nKen 2单 98 老客1") == [
        ("小王", (sale("450", 3), refund("99", 1))),
        ("Ken", (sale("98", 2), counted(Kind.REPEAT_CUSTOMERS, 1))),
    ]


def test_what_stands_around_the_lines_is_no_line() -> None:
    found = listing(
        "#接龙\n花花美妆 11月20日 战报\n例 名字 单数 金额\n1. 小王 3单 450\n辛苦了\n2. Ken 2单 98\n3.\n合计 5单 548"
    )
    assert [(row.line, row.who) for row in found.rows] == [(1, "小王"), (2, "Ken")]
    assert found.title == "花花美妆 战报"
    assert found.total == Decimal(548)
    assert found.sure
    assert {record.day for row in found.rows for record in row.records} == {FRIDAY}


NO_LISTS = [
    "",
    "3单 1280 新客2",
    "今天好累\n小王出了3单\n我去睡了",
    "小王 3单 450",
    "小王\n销售额：1280\n订单：3",
    "x" * 5000,
]


@pytest.mark.parametrize("text", NO_LISTS)
def test_what_tells_of_fewer_than_two_is_no_list(text: str) -> None:
    assert read_listing(text, TEAM) is None


def test_a_chain_may_have_one_line() -> None:
    assert told("#接龙\n1. 小王 3单 450") == one(("小王", sale("450", 3)))


def test_more_lines_than_a_message_can_hold_are_no_list() -> None:
    assert read_listing("\n".join(["小王 1单 9"] * 201), TEAM) is None


@given(st.text("小王丽丽Ken阿珍 \n/，,;：:0123456789.单笔元新客退款接龙#合计1️⃣③-+*¥万", max_size=80))
def test_no_text_makes_it_fail(text: str) -> None:
    found = read_listing(text, TEAM)
    for row in found.rows if found else ():
        assert row.fault is not None or row.records
        assert row.fault is None or not row.records
        assert all(record.revenue is None or record.revenue >= 0 for record in row.records)
        assert all(record.for_seller is None for record in row.records)
