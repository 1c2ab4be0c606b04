"""A report with an open point is asked about, with the readings it may have."""

import pytest

from bot.reader import read
from bot.reader.reading import Doubt, Question, Record
from tests.bot.reader.team import TEAM, refund, sale


@pytest.mark.parametrize(
    ("text", "doubt", "piece"),
    [
        ("今天出了三四单吧", Doubt.APPROX, "三四单"),
        ("卖了五六百", Doubt.APPROX, "五六百"),
        ("业绩约1500", Doubt.APPROX, "1500"),
        ("卖了300左右", Doubt.APPROX, "300"),
        ("sold around 500 today", Doubt.APPROX, "500"),
        ("sold 300-ish today", Doubt.APPROX, "300-ish"),
        ("刚才那单报错了，应该是258不是285", Doubt.CORRECTION, "报错了"),
        ("上一条改为5单", Doubt.CORRECTION, "改为"),
        ("sorry my last one should be 3 orders not 2", Doubt.CORRECTION, "my last one"),
        ("周末两天一共卖了2600", Doubt.SPAN, "周末两天"),
        ("昨天和今天一共5单 900", Doubt.SPAN, "昨天 + 今天"),
        ("sold 2,400 over the weekend", Doubt.SPAN, "over the weekend"),
        ("上面那单退了", Doubt.REFUND_WHICH, "上面那单"),
        ("the last order was returned", Doubt.REFUND_WHICH, "the last order"),
        ("收款3.450", Doubt.DECIMAL, "3.450"),
        ("三单 128 256 99", Doubt.WHICH_NUMBER, "128 + 256 + 99"),
        ("two sales, 50 and 60", Doubt.WHICH_NUMBER, "50 + 60"),
        ("小王3单 丽丽2单 共997", Doubt.MISMATCH, "997"),
        ("3单 1280 新客", Doubt.WHICH_NUMBER, "1280"),
        ("3单 新客 280", Doubt.WHICH_NUMBER, "280"),
        ("3 orders 1280 new", Doubt.WHICH_NUMBER, "1280"),
        ("-3单 128", Doubt.REFUND_WHICH, "-3"),
        ("-3单", Doubt.REFUND_WHICH, "-3"),
        ("-3 orders 128", Doubt.REFUND_WHICH, "-3"),
        ("业绩 -3单 128", Doubt.REFUND_WHICH, "-3"),
        ("小王 -3单 128", Doubt.REFUND_WHICH, "-3"),
        ("/sale -3单 128", Doubt.REFUND_WHICH, "-3"),
        ("面膜 -3盒 299", Doubt.REFUND_WHICH, "-3"),
        ("新客：-3\n业绩 200", Doubt.REFUND_WHICH, "-3"),
        ("3单 -128", Doubt.BARE_MONEY, "-128"),
        ("11月27日 出单 3", Doubt.FUTURE_DATE, "2026-11-27"),
        ("2027-01-01 3单 299", Doubt.FUTURE_DATE, "2027-01-01"),
        ("31 Jun 2 orders 300", Doubt.NO_SUCH_DAY, "31 Jun"),
        ("1 order 99 on 30 Feb", Doubt.NO_SUCH_DAY, "30 Feb"),
        ("Feb 30 2 orders 300", Doubt.NO_SUCH_DAY, "Feb 30"),
        ("/new 31 Feb", Doubt.NO_SUCH_DAY, "31 Feb"),
        ("2月31日 1单 99", Doubt.NO_SUCH_DAY, "2月31日"),
    ],
)
def test_an_open_point_is_named_with_the_words_that_are_open(text: str, doubt: Doubt, piece: str) -> None:
    reading = read(text, TEAM)
    assert isinstance(reading, Question)
    assert (reading.doubt, reading.piece) == (doubt, piece)


@pytest.mark.parametrize(
    ("text", "doubt", "readings"),
    [
        ("面膜 299", Doubt.PRODUCT_PRICE, ((sale("299", product="面膜"),),)),
        ("serum 28", Doubt.PRODUCT_PRICE, ((sale("28", product="serum"),),)),
        ("299元", Doubt.BARE_MONEY, ((sale("299", currency="CNY"),),)),
        ("+128", Doubt.BARE_MONEY, ((sale("128"),),)),
        ("-128", Doubt.BARE_MONEY, ((refund("128"),),)),
        ("RM 60", Doubt.BARE_MONEY, ((sale("60", currency="MYR"),),)),
        ("业绩 5", Doubt.WHICH_NUMBER, ((sale(None, 5),), (sale("5"),))),
        ("sales 5", Doubt.WHICH_NUMBER, ((sale(None, 5),), (sale("5"),))),
        ("Lily 3 450", Doubt.WHICH_NUMBER, ((sale("450", 3, for_seller="Lily"),),)),
        ("收定金300", Doubt.DEPOSIT, ((sale("300"),),)),
        (
            "面膜3盒297 口红2支158 合计555",
            Doubt.MISMATCH,
            (
                (sale("297", units=3, product="面膜"), sale("158", units=2, product="口红")),
                (sale("555", units=5, product="面膜+口红"),),
            ),
        ),
    ],
)
def test_the_likely_readings_are_complete_records(
    text: str, doubt: Doubt, readings: tuple[tuple[Record, ...], ...]
) -> None:
    reading = read(text, TEAM)
    assert isinstance(reading, Question)
    assert (reading.doubt, reading.readings) == (doubt, readings)
