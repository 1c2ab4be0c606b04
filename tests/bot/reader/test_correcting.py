"""What a message puts right in an earlier report, and how surely it is meant to."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.reader.bare import Bare
from bot.reader.correcting import Claim, Correction, may_correct, read_correction
from bot.reader.reading import Record
from tests.bot.reader.team import TEAM, TODAY, YESTERDAY, new, refund, sale

STATED, IMPLIED, NONE = Claim.STATED, Claim.IMPLIED, Claim.NONE


def bare(value: str, currency: str | None = None) -> Bare:
    return Bare(Decimal(value), currency)


NUMBERS = [
    # the message, how surely it corrects, the right number, the wrong one
    ("刚才报错了应该是258", STATED, bare("258"), None),
    ("刚才那单报错了，应该是258不是285", STATED, bare("258"), "285"),
    ("上一单改成 258", STATED, bare("258"), None),
    ("把上一单改成258元", STATED, bare("258", "CNY"), None),
    ("上一条不对，258", STATED, bare("258"), None),
    ("打错了 258", STATED, bare("258"), None),
    ("不好意思打错了，是1280", STATED, bare("1280"), None),
    ("更正：1.2万", STATED, bare("12000"), None),
    ("剛才報錯了應該是２５８", STATED, bare("258"), None),
    ("my last one should be 3", STATED, bare("3"), None),
    ("sorry, my last sale should have been 258", STATED, bare("258"), None),
    ("change my last one to $250", STATED, bare("250", "USD"), None),
    ("correction: 258", STATED, bare("258"), None),
    ("typo, 258 please", STATED, bare("258"), None),
    ("改成 250", IMPLIED, bare("250"), None),
    ("应该是258吧", IMPLIED, bare("258"), None),
    ("金额应该是258", IMPLIED, bare("258"), None),
    ("285改成258", IMPLIED, bare("258"), "285"),
    ("把285改成258", IMPLIED, bare("258"), "285"),
    ("不是285是258", IMPLIED, bare("258"), "285"),
    ("285 → 258", IMPLIED, bare("258"), "285"),
    ("should be 250", IMPLIED, bare("250"), None),
    ("make it 250", IMPLIED, bare("250"), None),
    ("I meant 258", IMPLIED, bare("258"), None),
    ("total should be 560", IMPLIED, bare("560"), None),
    ("258 not 285", IMPLIED, bare("258"), "285"),
    ("sorry, 258 not 285", IMPLIED, bare("258"), "285"),
    ("it should be 258 instead of 285", IMPLIED, bare("258"), "285"),
    ("change 285 to 258", IMPLIED, bare("258"), "285"),
    ("not 285 but 258", IMPLIED, bare("258"), "285"),
    ("250", NONE, bare("250"), None),
    ("￥２５０", NONE, bare("250", "CNY"), None),
    ("是250", NONE, bare("250"), None),
]


@pytest.mark.parametrize(("text", "claim", "right", "wrong"), NUMBERS)
def test_a_number_alone(text: str, claim: Claim, right: Bare, wrong: str | None) -> None:
    instead = None if wrong is None else Decimal(wrong)
    assert read_correction(text, TEAM) == Correction(claim, bare=right, instead_of=instead)


PARTS = [
    ("更正：3单 250", STATED, (sale("250", 3),)),
    ("更正 3单 258 新客1", STATED, (sale("258", 3, new_customers=1),)),
    ("写错了，是3单", STATED, (sale(None, 3),)),
    ("correction: 2 orders 300", STATED, (sale("300", 2),)),
    ("typo, 3 orders 250", STATED, (sale("250", 3),)),
    ("my last order should be 3 orders", STATED, (sale(None, 3),)),
    ("改成3单", IMPLIED, (sale(None, 3),)),
    ("单数应该是3", IMPLIED, (sale(None, 3),)),
    ("新客应该是3个", IMPLIED, (new(3),)),
    ("应该是2个新客", IMPLIED, (new(2),)),
    ("应该是退款 128", IMPLIED, (refund("128"),)),
    ("should be 3 orders", IMPLIED, (sale(None, 3),)),
    ("应该是昨天的3单 250", IMPLIED, (sale("250", 3, day=YESTERDAY),)),
    ("3单 250", NONE, (sale("250", 3),)),
    ("3单", NONE, (sale(None, 3),)),
    ("没开单", NONE, (sale("0", 0),)),
]


@pytest.mark.parametrize(("text", "claim", "records"), PARTS)
def test_a_part_of_a_report(text: str, claim: Claim, records: tuple[Record, ...]) -> None:
    assert read_correction(text, TEAM) == Correction(claim, records=records)


@pytest.mark.parametrize(
    "text",
    [
        "", "谢谢", "thanks", "250？", "250?", "应该是8点", "会议改成明天", "密码改成123456", "又卖了2单 300",
        "再加1单 50", "another order 50", "刚才那单是丽丽的", "上一单多报了100", "客户说应该是258", "大概250",
        "不是我，是他", "更正", "改", "应该不错吧", "should be fine", "not bad", "my last day is Friday",
        "the last bus is at 11", "wrong number", "change the meeting to 3 pm", "it should be in the box",
        "5" * 300, "应该是" + "很" * 100 + "258",
    ],
)  # fmt: skip
def test_what_puts_nothing_right_for_sure(text: str) -> None:
    assert read_correction(text, TEAM) is None


def test_days_are_told_from_the_day_that_is_given_as_today() -> None:
    then = replace(TEAM, today=TODAY - timedelta(days=3))
    found = read_correction("3单 250", then)
    assert found is not None
    assert found.records[0].day == TODAY - timedelta(days=3)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3单 1280 新客2", False),
        ("3 orders 1280 new 2", False),
        ("/sale 3 299", False),
        ("更正", True),
        ("x" * 300, False),
    ],
)
def test_most_reports_are_not_looked_at_twice(text: str, expected: bool) -> None:
    assert may_correct(text) is expected


@given(st.text(alphabet="0123456789改成应该是不错了更正单元块,，. notshuldbe→->", max_size=60))
def test_no_text_raises(text: str) -> None:
    read_correction(text, TEAM)
