"""Money as whole minor units of one currency (fen, cents), never a float."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

# ISO 4217 minor-unit digits of the currencies a team may keep its books in.
MINOR_DIGITS = {
    "CNY": 2, "USD": 2, "EUR": 2, "GBP": 2, "HKD": 2, "TWD": 2, "SGD": 2, "MYR": 2, "PHP": 2,
    "IDR": 2, "THB": 2, "VND": 0, "JPY": 0, "KRW": 0, "AUD": 2, "CAD": 2, "NZD": 2, "CHF": 2,
    "INR": 2, "BRL": 2, "MXN": 2, "AED": 2, "TRY": 2, "RUB": 2, "ZAR": 2, "MOP": 2, "KHR": 2, "MMK": 2,
}  # fmt: skip

# One amount stays below this many minor units, so that a sum of 64 bits can never overflow.
MINOR_LIMIT = 10**11


class UnlikeCurrenciesError(ValueError):
    """Two amounts of different currencies were added or compared."""


@dataclass(frozen=True, slots=True)
class Money:
    """An amount of `minor` units of `currency` (ISO 4217). May be negative: a refund-only day."""

    minor: int
    currency: str

    def __add__(self, other: "Money") -> "Money":
        self._like(other)
        return Money(self.minor + other.minor, self.currency)

    def __sub__(self, other: "Money") -> "Money":
        self._like(other)
        return Money(self.minor - other.minor, self.currency)

    def __neg__(self) -> "Money":
        return Money(-self.minor, self.currency)

    def __lt__(self, other: "Money") -> bool:
        self._like(other)
        return self.minor < other.minor

    def _like(self, other: "Money") -> None:
        if self.currency != other.currency:
            raise UnlikeCurrenciesError(f"{self.currency} and {other.currency}")

    @property
    def major(self) -> Decimal:
        """The amount in major units (yuan), exact, for printing."""
        return Decimal(self.minor).scaleb(-minor_digits(self.currency))


def minor_digits(currency: str) -> int:
    """How many decimals `currency` has. `KeyError` for a currency no team can choose."""
    return MINOR_DIGITS[currency]


def to_minor(major: Decimal, currency: str) -> int:
    """`major` units as whole minor units, rounded half-up (商业四舍五入), however long a number somebody types."""
    numerator, denominator = major.as_integer_ratio()
    return _nearest(numerator * 10 ** minor_digits(currency), denominator)


def round_half_up(value: Fraction | int) -> int:
    """The nearest whole number; a half goes away from zero."""
    return _nearest(value.numerator, value.denominator)


def _nearest(numerator: int, denominator: int) -> int:
    """In whole numbers, since every amount of every report comes through here and `Fraction` is slow."""
    nearest = (2 * abs(numerator) + denominator) // (2 * denominator)
    return nearest if numerator >= 0 else -nearest


def split(total: int, weights: Sequence[int]) -> list[int]:
    """`total` in whole parts by `weights`, adding up exactly (largest remainder, ties to the earlier part).

    A part may be below zero, as its weight is, but weights that add up to nothing or less share out nothing:
    `ValueError`.
    """
    whole = sum(weights)
    if whole <= 0:
        raise ValueError("weights add up to nothing")
    parts = [total * weight // whole for weight in weights]
    by_remainder = sorted(range(len(weights)), key=lambda i: (-(total * weights[i] % whole), i))
    for i in by_remainder[: total - sum(parts)]:
        parts[i] += 1
    return parts
