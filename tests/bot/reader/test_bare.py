"""The answer to "how much was it?": an amount, and nothing beside it."""

from decimal import Decimal

import pytest

from bot.reader.bare import Bare, read_bare
from tests.bot.reader.team import TEAM


@pytest.mark.parametrize(
    ("text", "amount", "currency"),
    [
        ("1280", "1280", None),
        ("1,280元", "1280", "CNY"),
        ("1.2万", "12000", None),
        ("三百五", "350", None),
        ("一千二", "1200", None),
        ("99块9", "99.9", "CNY"),
        ("一共1280", "1280", None),
        ("改成 250", "250", None),
        ("应该是250。", "250", None),
        ("250吧", "250", None),
        ("it was 1280", "1280", None),
        ("make it 250!", "250", None),
        ("９９", "99", None),
        ("$50", "50", "USD"),
        ("50 EUR", "50", "EUR"),
        ("9999999999", "9999999999", None),
        ("0", "0", None),
    ],
)
def test_an_amount_is_read_with_its_currency(text: str, amount: str, currency: str | None) -> None:
    assert read_bare(text, TEAM) == Bare(Decimal(amount), currency)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "今天真热",
        "28度",
        "大概300",
        "300多",
        "3.450",
        "-5",
        "100 200",
        "多少？",
        "3单 1280",
        "3单",
        "改成",
        "x" * 3000,
    ],
)
def test_anything_else_is_no_amount(text: str) -> None:
    assert read_bare(text, TEAM) is None
