"""Tables of sales: rows of cells, with or without names above them."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.reader.columns import Column, guessed, header_of, read_table
from bot.reader.reading import Kind, Record
from bot.reader.rows import Fault, Listing
from tests.bot.reader.team import TEAM, YESTERDAY, counted, new, refund, sale

JUNE_8 = date(2026, 6, 8)
HEAD = "日期,姓名,单数,金额"


def cells(text: str) -> list[list[str]]:
    return [line.split(",") for line in text.split("\n")]


def table(text: str, *, dated: bool = True) -> Listing:
    rows = cells(text)
    header = header_of(rows) or guessed(rows, TEAM)
    assert header is not None
    return read_table(rows, header, TEAM, dated=dated)


def told(text: str, *, dated: bool = True) -> list[tuple[int, str, tuple[Record, ...] | Fault]]:
    return [(row.line, row.who, row.fault or row.records) for row in table(text, dated=dated).rows]


NAMED = [
    ("日期,姓名,单数,金额,新客\n2026-06-08,小王,3,450,2", sale("450", 3, day=JUNE_8, new_customers=2)),
    ("金额（元）,销售员,订单数,日期\n450.50,小王,3,2026/6/8", sale("450.50", 3, day=JUNE_8)),
    ("Date,Seller,Orders,Amount,New customers\n2026-06-08,小王,3,450,2", sale("450", 3, day=JUNE_8, new_customers=2)),
    ("order_date,agent,total_amount\n2026-06-08T10:00:00Z,小王,450", sale("450", day=JUNE_8)),
    ('日期,销售,销售额\n6月8日,小王,"450"'.replace('"', ""), sale("450", day=JUNE_8)),
    ("日期,姓名,销售\n2026年6月8日,小王,450", sale("450", day=JUNE_8)),
    ("日期,姓名,金额\n昨天,小王,1.2万", sale("12000", day=YESTERDAY)),
    ("日期,姓名,金额\n2026-06-08 10:31,小王,¥450", sale("450", day=JUNE_8, currency="CNY")),
    ("日期,姓名,件数,金额,商品\n2026-06-08,小王,3,297,面膜", sale("297", units=3, day=JUNE_8, product="面膜")),
    ("日期,姓名,金额,币种\n2026-06-08,小王,45,USD", sale("45", day=JUNE_8, currency="USD")),
    ("日期,姓名,金额,币种\n2026-06-08,小王,45,人民币", sale("45", day=JUNE_8, currency="CNY")),
    ("日期,姓名,金额\n2026-06-08,小王,-50", refund("50", day=JUNE_8)),
    ("日期,姓名,金额\n2026-06-08,小王,(50)", refund("50", day=JUNE_8)),
    ("日期,姓名,退款金额,退单\n2026-06-08,小王,50,1", refund("50", 1, day=JUNE_8)),
    ("日期,姓名,金额,新客\n2026-06-08,小王,,4", new(4, day=JUNE_8)),
    ("日期,姓名,单数,金额\n2026-06-08,小王,0,0", sale("0", 0, day=JUNE_8)),
    ("日期,姓名,单数,金额\n2026-06-08,小王,3单,450元", sale("450", 3, day=JUNE_8, currency="CNY")),
    ("日期,姓名,访客\n2026-06-08,小王,30", counted(Kind.VISITORS, 30, day=JUNE_8)),
]


BESIDE = [
    ("日期,姓名,单数,金额,买家数\n2026-06-08,小王,6,1000,4", replace(sale("1000", 6, day=JUNE_8), buyers=4)),
    ("日期,姓名,买家数\n2026-06-08,小王,4", counted(Kind.BUYERS, 4, day=JUNE_8)),
    ("Date,Name,Page views\n2026-06-08,小王,120", counted(Kind.PAGE_VIEWS, 120, day=JUNE_8)),
    ("日期,姓名,撤诉\n2026-06-08,小王,1", counted(Kind.WITHDRAWN, 1, day=JUNE_8)),
    ("日期,姓名,评分\n2026-06-08,小王,5 5 4", Record(kind=Kind.RATINGS, day=JUNE_8, stars=(5, 5, 4))),
    (
        "日期,姓名,发货单数,发货时长\n2026-06-08,小王,3,1.5",
        Record(kind=Kind.SHIPPED, day=JUNE_8, handled=((3, 90),)),
    ),
    ("日期,姓名,评分\n2026-06-08,小王,4.8", Fault.BAD_NUMBER),
    ("日期,姓名,发货单数\n2026-06-08,小王,3", Fault.BAD_NUMBER),
]


@pytest.mark.parametrize(("text", "record"), BESIDE)
def test_what_stands_beside_sales_has_columns_too(text: str, record: Record | Fault) -> None:
    assert told(text) == [(2, "小王", record if isinstance(record, Fault) else (record,))]


@pytest.mark.parametrize(("text", "record"), NAMED)
def test_columns_are_known_by_their_names_in_any_order(text: str, record: Record) -> None:
    assert told(text) == [(2, "小王", (record,))]


FAULTY = [
    (",小王,3,450", Fault.NO_DAY),
    ("八月,小王,3,450", Fault.BAD_DAY),
    ("2026-13-40,小王,3,450", Fault.BAD_DAY),
    ("2026-06-08,,3,450", Fault.NO_NAME),
    ("2026-06-08,小王,3,", Fault.NO_AMOUNT),
    ("2026-06-08,小王,3.5,450", Fault.BAD_NUMBER),
    ("2026-06-08,小王,-3,450", Fault.BAD_NUMBER),
    ("2026-06-08,小王,3,四五零!", Fault.BAD_NUMBER),
    ("2026-06-08,小王,3,3.450", Fault.BAD_NUMBER),
    ("2026-06-08,小王,3,NaN", Fault.BAD_NUMBER),
    ("2026-06-08,小王,3," + "9" * 400, Fault.BAD_NUMBER),
    ("2026-06-08,小王,3,=1+1", Fault.BAD_NUMBER),
]


@pytest.mark.parametrize(("row", "fault"), FAULTY)
def test_a_bad_cell_is_named_with_its_line(row: str, fault: Fault) -> None:
    found = told(f"{HEAD}\n2026-06-08,Ken,1,10\n{row}")
    assert [(line, said) for line, _, said in found][1:] == [(3, fault)]


def test_empty_lines_and_sums_are_no_rows() -> None:
    found = table(f"花花美妆 6月,,,\n,,,\n{HEAD}\n2026-06-08,小王,3,450\n,,,\n2026-06-08,Ken,1,98\n合计,,4,548")
    assert [row.line for row in found.rows] == [4, 6]
    assert found.title.strip() == "花花美妆 6月"
    assert found.total == Decimal(548)


def test_columns_that_nobody_knows_are_named() -> None:
    assert table("日期,姓名,金额,备注,门店\n2026-06-08,小王,1,好,东店").ignored == ("备注", "门店")


GUESSED = [
    ("小王,3,450\nKen,2,98", [sale("450", 3), sale("98", 2)]),
    ("450,小王,3\n98,Ken,2", [sale("450", 3), sale("98", 2)]),
    ("小王,450\nKen,98", [sale("450"), sale("98")]),
    (
        "6月8日,小王,3,450,1\n6月8日,Ken,2,98,0",
        [sale("450", 3, new_customers=1, day=JUNE_8), sale("98", 2, new_customers=0, day=JUNE_8)],
    ),
]


@pytest.mark.parametrize(("text", "records"), GUESSED)
def test_without_names_the_cells_tell_the_columns(text: str, records: list[Record]) -> None:
    found = told(text, dated=False)
    assert [(who, said) for _, who, said in found] == [
        (who, (record,)) for who, record in zip(("小王", "Ken"), records, strict=True)
    ]


@pytest.mark.parametrize("text", ["小王,Ken\n丽丽,老张", "1,2\n3,4", "小王,1,2,3,4\nKen,1,2,3,4", ""])
def test_what_is_no_table_of_sales_has_no_columns(text: str) -> None:
    assert header_of(cells(text)) is None
    assert guessed(cells(text), TEAM) is None


@example([["0", "0 0"]])
@example([["小王", "3", "1 2"], ["Ken", "1", "99"]])
@given(st.lists(st.lists(st.text("小王0123456789.-/¥万,:=()NaNe \u0663½", max_size=12), max_size=5), max_size=6))
def test_no_cell_makes_it_fail(rows: list[list[str]]) -> None:
    named = [[*HEAD.split(",")], *rows]
    header = header_of(named)
    assert header is not None
    assert header.columns[Column.AMOUNT] == 3
    for row in read_table(named, header, TEAM, dated=True).rows:
        assert row.fault is not None or row.records
        assert all(record.revenue is None or record.revenue >= 0 for record in row.records)
    own = guessed(rows, TEAM)
    if own is not None:
        read_table(rows, own, TEAM, dated=False)
