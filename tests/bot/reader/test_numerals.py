"""Numbers in words."""

from decimal import Decimal

import pytest

from bot.reader.numerals import ENGLISH_NUMBER, dozen_value, english_value, han_value, mixed_value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("一", 1),
        ("零", 0),
        ("两", 2),
        ("十", 10),
        ("十五", 15),
        ("二十", 20),
        ("二十三", 23),
        ("一百二", 120),
        ("一百零二", 102),
        ("三百五", 350),
        ("三百五十", 350),
        ("一千零二十", 1020),
        ("一千零二", 1002),
        ("三千五百二", 3520),
        ("一万", 10000),
        ("一万二", 12000),
        ("一万零五百", 10500),
        ("两万三", 23000),
        ("十万", 100000),
    ],
)
def test_a_chinese_number_has_its_value(text: str, value: int) -> None:
    assert han_value(text) == value


@pytest.mark.parametrize("text", ["", "百", "千五", "万", "三四", "五六百", "百十", "一万万", "三万一万"])
def test_what_is_no_chinese_number_has_no_value(text: str) -> None:
    assert han_value(text) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("zero", 0),
        ("three", 3),
        ("nineteen", 19),
        ("twenty-five", 25),
        ("one hundred", 100),
        ("two hundred and fifty", 250),
        ("one hundred and five", 105),
        ("fifteen hundred", 1500),
        ("one thousand two hundred", 1200),
        ("twelve thousand", 12000),
    ],
)
def test_an_english_number_has_its_value(text: str, value: int) -> None:
    assert ENGLISH_NUMBER.fullmatch(text)
    assert english_value(text) == value


@pytest.mark.parametrize("text", ["one two", "nineteen twenty", "hundred", "twenty thirty"])
def test_what_is_no_english_number_has_no_value(text: str) -> None:
    assert english_value(text) is None


@pytest.mark.parametrize(("text", "value"), [("a dozen", 12), ("dozen", 12), ("half a dozen", 6), ("two dozen", 24)])
def test_dozens_are_twelves(text: str, value: int) -> None:
    assert dozen_value(text) == value


@pytest.mark.parametrize(
    ("digits", "steps", "value"),
    [
        ("1.2", "万", "12000"),
        ("3", "千", "3000"),
        ("3", "千2", "3200"),
        ("3", "百五", "350"),
        ("1", "万2", "12000"),
        ("1", "万2千", "12000"),
        ("1", "万零五百", "10500"),
        ("1.2", "万3", None),
        ("1", "百200", None),
    ],
)
def test_digits_go_on_in_chinese(digits: str, steps: str, value: str | None) -> None:
    assert mixed_value(Decimal(digits), steps) == (None if value is None else Decimal(value))
