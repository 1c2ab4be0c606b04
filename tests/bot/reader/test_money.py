"""Figures with their groups, decimals, scales, signs and currencies."""

from decimal import Decimal

import pytest

from bot.reader.money import amount_at


@pytest.mark.parametrize(
    ("text", "value", "currency"),
    [
        ("0", "0", None),
        ("299", "299", None),
        ("1,280", "1280", None),
        ("1,280.50", "1280.50", None),
        ("12,345,678", "12345678", None),
        ("999999999", "999999999", None),
        ("2.3k", "2300", None),
        ("1.5w", "15000", None),
        ("1.2万", "12000", None),
        ("3千2", "3200", None),
        ("一万二", "12000", None),
        ("三百五", "350", None),
        ("two hundred and fifty", "250", None),
        ("half a dozen", "6", None),
        ("80rb", "80000", None),
        ("1,5jt", "1500000", None),
        ("99块9", "99.9", "CNY"),
        ("三百二十块五", "320.5", "CNY"),
        ("300元整", "300", "CNY"),
        ("¥1,280.50", "1280.50", "CNY"),
        ("rmb 50", "50", "CNY"),
        ("$28", "28", "USD"),
        ("450 usd", "450", "USD"),
        ("150 bucks", "150", "USD"),
        ("45美金", "45", "USD"),
        ("rm 1,250.00", "1250", "MYR"),
        ("rm210", "210", "MYR"),
        ("₱3,500", "3500", "PHP"),
        ("rp 450.000", "450000", "IDR"),
        ("s$45", "45", "SGD"),
        ("hk$1,560", "1560", "HKD"),
        ("nt$5,400", "5400", "TWD"),
        ("฿350", "350", "THB"),
        ("£20", "20", "GBP"),
        ("€20", "20", "EUR"),
    ],
)
def test_a_figure_is_read_with_its_currency(text: str, value: str, currency: str | None) -> None:
    figure = amount_at(text, 0, "CNY")
    assert figure is not None
    assert (figure.exact, figure.currency, figure.end) == (Decimal(value), currency, len(text))


@pytest.mark.parametrize(
    ("text", "own", "currency"),
    [
        ("$28", "USD", "USD"),
        ("$28", "SGD", "SGD"),
        ("$28", "MYR", "USD"),
        ("28元", "TWD", "TWD"),
        ("28块", "MYR", "MYR"),
        ("28元", "USD", "CNY"),
    ],
)
def test_a_general_mark_is_the_teams_own_currency_where_that_bears_its_name(text: str, own: str, currency: str) -> None:
    figure = amount_at(text, 0, own)
    assert figure is not None
    assert figure.currency == currency


@pytest.mark.parametrize(
    ("text", "end"), [("3 $299", 1), ("450 usd 2 new", 7), ("1280元5单", 5), ("1280,5单", 4), ("3 -299", 1)]
)
def test_a_figure_ends_where_the_next_one_begins(text: str, end: int) -> None:
    figure = amount_at(text, 0, "CNY")
    assert figure is not None
    assert figure.end == end


@pytest.mark.parametrize(
    "text", ["三四单", "五六百", "300多", "一千多", "300-ish", "500-600元", "3-4单", "4 or 5 orders", "十几单", "1000+"]
)
def test_a_rough_figure_has_no_value(text: str) -> None:
    figure = amount_at(text, 0, "CNY")
    assert figure is not None
    assert figure.exact is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1e9", "1000000000"),
        ("9999999999", "9999999999"),
        ("202611230918273645", "1000000000000"),
        ("9e99", "1000000000000"),
    ],
)
def test_a_number_of_too_many_digits_is_marked_and_bounded(text: str, value: str) -> None:
    figure = amount_at(text, 0, "CNY")
    assert figure is not None
    assert (figure.long, figure.exact) == (True, Decimal(value))


def test_one_dot_and_three_digits_is_open_where_dots_are_decimal_points() -> None:
    figure = amount_at("3.450", 0, "CNY")
    assert figure is not None
    assert figure.thousands_or_decimals


def test_one_dot_and_three_digits_are_thousands_in_rupiah() -> None:
    figure = amount_at("3.450", 0, "IDR")
    assert figure is not None
    assert (figure.exact, figure.thousands_or_decimals) == (Decimal(3450), False)


@pytest.mark.parametrize(("text", "at", "negative"), [("-45", 0, True), ("sales -45", 6, True), ("单数-5", 2, False)])
def test_a_minus_belongs_to_the_figure_when_nothing_stands_before_it(text: str, at: int, negative: bool) -> None:
    figure = amount_at(text, at, "CNY")
    assert (figure is not None and figure.negative) == negative
