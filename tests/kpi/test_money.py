"""Amounts of money."""

from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi.money import MINOR_DIGITS, Money, UnlikeCurrenciesError, minor_digits, round_half_up, split, to_minor


@pytest.mark.parametrize(
    ("major", "currency", "minor"),
    [
        ("1280", "CNY", 128_000),
        ("12.345", "CNY", 1_235),
        ("12.344999", "CNY", 1_234),
        ("-12.345", "CNY", -1_235),
        ("0.004", "CNY", 0),
        ("1280.5", "JPY", 1_281),
        ("250000", "VND", 250_000),
        ("9" * 40, "CNY", int("9" * 40 + "00")),
        ("0." + "4" * 40, "JPY", 0),
    ],
)
def test_an_amount_in_minor_units_is_rounded_half_up(major: str, currency: str, minor: int) -> None:
    assert to_minor(Decimal(major), currency) == minor


@given(minor=st.integers(-(10**15), 10**15), currency=st.sampled_from(sorted(MINOR_DIGITS)))
def test_what_is_printed_reads_back_as_the_same_amount(minor: int, currency: str) -> None:
    assert to_minor(Money(minor, currency).major, currency) == minor


def test_a_currency_that_no_team_can_choose_has_no_minor_units() -> None:
    with pytest.raises(KeyError):
        minor_digits("XXX")


def test_like_amounts_add_subtract_and_compare() -> None:
    gross, refund = Money(243_000, "CNY"), Money(20_000, "CNY")
    assert gross - refund == Money(223_000, "CNY")
    assert gross + -refund == gross - refund
    assert refund < gross
    assert not gross < refund


@pytest.mark.parametrize("do", [Money.__add__, Money.__sub__, Money.__lt__])
def test_unlike_amounts_do_not(do: Callable[[Money, Money], Money | bool]) -> None:
    with pytest.raises(UnlikeCurrenciesError):
        do(Money(100, "CNY"), Money(100, "USD"))


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (Fraction(1, 2), 1),
        (Fraction(-1, 2), -1),
        (Fraction(3, 2), 2),
        (Fraction(5, 2), 3),  # where Python's own round would say 2
        (Fraction(49, 100), 0),
        (Fraction(-49, 100), 0),
        (7, 7),
    ],
)
def test_a_half_is_rounded_away_from_zero(value: Fraction | int, expected: int) -> None:
    assert round_half_up(value) == expected


@given(thousandths=st.integers(-(10**9), 10**9))
def test_rounding_is_the_one_that_decimals_call_half_up(thousandths: int) -> None:
    with localcontext(prec=40):
        expected = Decimal(thousandths).scaleb(-3).quantize(Decimal(1), rounding=ROUND_HALF_UP)
    assert round_half_up(Fraction(thousandths, 1000)) == expected


@pytest.mark.parametrize(
    ("total", "weights", "parts"),
    [
        (310_000, [40, 35, 25], [124_000, 108_500, 77_500]),
        (100, [1, 1, 1], [34, 33, 33]),
        (101, [1, 1, 1], [34, 34, 33]),
        (10, [0, 1, 3], [0, 3, 7]),  # 2.5 and 7.5: the earlier one takes what is left
        (-100, [1, 1, 1], [-33, -33, -34]),
        (0, [5], [0]),
    ],
)
def test_a_whole_is_split_by_weights(total: int, weights: list[int], parts: list[int]) -> None:
    assert split(total, weights) == parts


@given(
    total=st.integers(-(10**12), 10**12),
    weights=st.lists(st.integers(0, 1000), min_size=1, max_size=40).filter(any),
)
def test_the_parts_add_up_to_the_whole_and_none_is_off_by_one(total: int, weights: list[int]) -> None:
    parts = split(total, weights)
    assert sum(parts) == total
    assert all(abs(part - Fraction(total * w, sum(weights))) < 1 for part, w in zip(parts, weights, strict=True))


@pytest.mark.parametrize("weights", [[], [0], [0, 0]])
def test_nothing_is_split_by_weights_of_nothing(weights: list[int]) -> None:
    with pytest.raises(ValueError, match="nothing"):
        split(100, weights)
