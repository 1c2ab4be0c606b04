"""Commands: figures by their places, or anything that can be said in a free line."""

from datetime import date

import pytest

from bot.reader import read
from bot.reader.reading import Doubt, Kind, Nothing, Question, Record, Records
from tests.bot.reader.team import TEAM, YESTERDAY, counted, new, refund, sale

D = date


@pytest.mark.parametrize(
    ("text", "record"),
    [
        ("/sale 299", sale("299")),
        ("/sale 3 299", sale("299", 3)),
        ("/sale 5 1280 3", sale("1280", 5, new_customers=3)),
        ("/SALE 3 299", sale("299", 3)),
        ("/sale@SomeBot 1 69.90", sale("69.90", 1)),
        ("/sale 3, 299", sale("299", 3)),
        ("/sale 三 299", sale("299", 3)),
        ("/sale 3 1.2万", sale("12000", 3)),
        ("/sale 3 299元", sale("299", 3, currency="CNY")),
        ("/sale 3 $299", sale("299", 3, currency="USD")),
        ("/sale 昨天 2 560", sale("560", 2, day=YESTERDAY)),
        ("/sale yesterday 2 560", sale("560", 2, day=YESTERDAY)),
        ("/sale 2 560 yesterday", sale("560", 2, day=YESTERDAY)),
        ("/sale 2026-11-20 2 310.50", sale("310.50", 2, day=D(2026, 11, 20))),
        ("/sale 2026-09-01 2 560", sale("560", 2, day=D(2026, 9, 1))),
        ("/sale 2027-01-01 2 560", sale("560", 2, day=D(2027, 1, 1))),
        ("/sale 明天 2 560", sale("560", 2, day=D(2026, 11, 24))),
        ("/sale @Ken 2 98", sale("98", 2, for_seller="Ken")),
        ("/sale @ken 2 98", sale("98", 2, for_seller="Ken")),
        ("/sale Ken 2 98", sale("98", 2, for_seller="Ken")),
        ("/sale @大刘 2 98", sale("98", 2, for_seller="大刘")),
        ("/sale @Foo 2 98", sale("98", 2, for_seller="Foo")),
        ("/sale 0", sale("0")),
        ("/sale 0 0", sale("0", 0)),
        ("/sale -500", refund("500")),
        ("/sale 3 -299", refund("299", 3)),
        ("/sale 1e9", sale("1000000000")),
        ("/sale 9999999999", sale("9999999999")),
        ("/sale 2 9999999999", sale("9999999999", 2)),
        ("/refund 128", refund("128")),
        ("/refund 1 128", refund("128", 1)),
        ("/refund 昨天 1 128", refund("128", 1, day=YESTERDAY)),
        ("/new 2", new(2)),
        ("/new @Lily 2", new(2, for_seller="Lily")),
        ("/销售 2 198", sale("198", 2)),
        ("/退款 128", refund("128")),
        ("/新客 3", new(3)),
        ("报单 299", sale("299")),
        ("报单 2 198", sale("198", 2)),
        ("报单：2 198", sale("198", 2)),
        ("报单 昨天 2 560", sale("560", 2, day=YESTERDAY)),
        ("退款 128", refund("128")),
        ("退款 1 128", refund("128", 1)),
        ("新客 4", new(4)),
        ("refund 1 30", refund("30", 1)),
        ("Refund: 2 60", refund("60", 2)),
        ("refund yesterday 1 30", refund("30", 1, day=YESTERDAY)),
        ("refund 30", refund("30")),
    ],
)
def test_figures_after_a_command_have_their_places(text: str, record: Record) -> None:
    assert read(text, TEAM) == Records((record,))


@pytest.mark.parametrize(
    ("text", "records"),
    [
        ("/sale 面膜*3 299", (sale("299", units=3, product="面膜"),)),
        ("/sale lipstick x2 50", (sale("50", units=2, product="lipstick"),)),
        ("/sale 面膜 299", (sale("299", product="面膜"),)),
        ("/sale orders=4 total=260 new=2", (sale("260", 4, new_customers=2),)),
        ("/sale 3单 299 新客1", (sale("299", 3, new_customers=1),)),
        ("/sale 2 198 新客1", (sale("198", 2, new_customers=1),)),
        ("/sale 3 1280 2 新客", (sale("1280", 3, new_customers=2),)),
        ("/sale 3 1280 新客 2", (sale("1280", 3, new_customers=2),)),
        ("/sale 3 1280 2 new customers", (sale("1280", 3, new_customers=2),)),
        ("/sale 2 200 thanks all", (sale("200", 2),)),
        ("/sale 2 lipsticks 50", (sale("50", units=2, product="lipsticks"),)),
        ("/sale 3单", (sale(None, 3),)),
        ("/sale 2 orders 198", (sale("198", 2),)),
        ("/sale 3*99", (sale("297", units=3),)),
        ("/refund 1单 128", (refund("128", 1),)),
        ("/new 新客 3", (new(3),)),
        ("/log 3单 1280 新客2", (sale("1280", 3, new_customers=2),)),
        ("/log sold 5 orders for 1,280", (sale("1280", 5),)),
        ("/log 卖了3单 共299，老客1", (sale("299", 3), counted(Kind.REPEAT_CUSTOMERS, 1))),
    ],
)
def test_free_text_after_a_command_is_read_as_a_report(text: str, records: tuple[Record, ...]) -> None:
    assert read(text, TEAM) == Records(records)


@pytest.mark.parametrize(
    "text",
    [
        "/sale",
        "/sale abc",
        "/sale 3 299 9 9",
        "/sale 3元 299",
        "/refund",
        "/refund abc",
        "/refund 1 128 3",
        "/refund 1 -5",
        "/refund -1 30",
        "/sale -3 128",
        "退款 1 -30",
        "/sale 3 1280 新客",
        "/sale 3 280 新客",
        "/sale 3 1280 new",
        "/sale 3 1280 new customers",
        "/sale 3 1280 老客",
        "/sale 昨天 3 1280 新客",
        "报单 3 1280 新客",
        "/new",
        "/new abc",
        "/new 2 3",
        "/new 2.5",
        "/log",
        "/log 今天真热",
        "/saleable 3 299",
        "报单",
        "报单 3 299 9 9",
        "报单 今天截止到几点",
    ],
)
def test_a_command_without_what_it_needs_says_nothing(text: str) -> None:
    assert read(text, TEAM) == Nothing()


def test_a_decimal_that_may_be_thousands_is_asked_about() -> None:
    assert read("/sale 3 3.450", TEAM) == Question(Doubt.DECIMAL, "3.450")
