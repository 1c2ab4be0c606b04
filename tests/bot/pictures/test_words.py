"""The words that all pictures share."""

import pytest

from bot.pictures.words import Words, change
from bot.render import plain
from kpi.charts.spec import Change, Trend


@pytest.mark.parametrize(
    ("now", "before", "words"),
    [
        (150, 100, "▲50.0%"),
        (50, 100, "▼50.0%"),
        (100, 100, "持平"),
        (-50, 100, "▼150.0%"),
        (0, 0, "—"),
        (10, 0, "—"),
        (10, -5, "—"),
        (None, 5, "—"),
        (5, None, "—"),
    ],
)
def test_a_change_is_in_percent_of_what_was_before(now: int | None, before: int | None, words: str) -> None:
    assert plain(change(now, before), "zh") == words


@pytest.mark.parametrize(
    ("now", "before", "told"),
    [
        (150, 100, Change("▲50.0%", Trend.BETTER)),
        (50, 100, Change("▼50.0%", Trend.WORSE)),
        (100, 100, Change("same", Trend.NEUTRAL)),
        (100, None, Change("—", Trend.NEUTRAL)),
    ],
)
def test_a_change_is_for_the_better_or_the_worse(now: int, before: int | None, told: Change) -> None:
    assert Words("en", "CNY").change(now, before) == told


@pytest.mark.parametrize(
    ("yuan", "zh", "en"),
    [
        ("0.00", "¥0", "¥0"),
        ("1280.50", "¥1,280.50", "¥1,280.50"),
        ("9999.99", "¥9,999.99", "¥9,999.99"),
        ("10000.00", "¥1万", "¥10K"),
        ("12345.67", "¥1.23万", "¥12.3K"),
        ("12350.00", "¥1.24万", "¥12.4K"),  # a half goes up
        ("-12350.00", "-¥1.24万", "-¥12.4K"),
        ("123456.00", "¥12.3万", "¥123K"),
        ("999500.00", "¥100万", "¥1M"),
        ("1234567.00", "¥123万", "¥1.23M"),
        ("99949999.99", "¥9990万", "¥99.9M"),
        ("99950000.00", "¥1亿", "¥100M"),
        ("999999999.99", "¥10亿", "¥1B"),
    ],
)
def test_from_ten_thousand_on_an_amount_is_said_in_three_digits(yuan: str, zh: str, en: str) -> None:
    minor = int(yuan.replace(".", ""))

    assert (Words("zh", "CNY").brief(minor), Words("en", "CNY").brief(minor)) == (zh, en)
    assert Words("zh", "CNY").bare(minor) == zh.replace("¥", "")
    assert Words("en", "CNY").bare(minor) == en.replace("¥", "")


@pytest.mark.parametrize(
    ("currency", "minor", "brief", "unit"),
    [("USD", 12_345_67, "$12.3K", "$"), ("JPY", 12_345, "¥12.3K", "¥"), ("CHF", 12_345_67, "CHF12.3K", "CHF")],
)
def test_every_currency_keeps_its_own_sign(currency: str, minor: int, brief: str, unit: str) -> None:
    words = Words("en", currency)

    assert words.brief(minor) == brief
    assert words.unit == unit


def test_what_there_is_none_of_is_a_dash() -> None:
    words = Words("zh", "CNY")

    assert words.brief(None) == words.money(None) == words.count(None) == "—"


def test_an_exact_amount_stays_exact() -> None:
    assert Words("zh", "CNY").money(12_345_67) == "¥12,345.67"
