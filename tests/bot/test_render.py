"""Values into words, in both languages."""

from datetime import date
from fractions import Fraction

import pytest
from babel.numbers import format_currency
from hypothesis import example, given
from hypothesis import strategies as st

from bot.render import line, money, plain, render, shown, toast, units
from bot.texts import BABEL, LANGUAGES
from kpi.message import Button, Joined, Message, Minutes, Number, Percent, Value, say
from kpi.money import MINOR_DIGITS, MINOR_LIMIT, Money
from kpi.period import Grain, period_of
from kpi.progress import to_picture
from tests.bot.pictures.given import own

JUNE_8 = date(2026, 6, 8)


@pytest.mark.parametrize(
    ("value", "zh", "en"),
    [
        (None, "—", "—"),
        (1234, "1,234", "1,234"),
        (JUNE_8, "6月8日", "Jun 8"),
        (Money(128000, "CNY"), "¥1,280.00", "¥1,280.00"),
        (Money(-20000, "CNY"), "-¥200.00", "-¥200.00"),
        (Money(128050, "USD"), "US$1,280.50", "$1,280.50"),
        (Money(128000, "JPY"), "JP¥128,000", "¥128,000"),
        (Percent(Fraction(2770, 4000)), "69.3%", "69.3%"),  # 69.25 % is rounded half-up
        (Percent(Fraction(1, 3)), "33.3%", "33.3%"),
        (Percent(Fraction(-1, 8)), "-12.5%", "-12.5%"),
        (Percent(None), "—", "—"),
        (Number(Fraction(5, 2), 2), "2.50", "2.50"),
        (Number(Fraction(75, 2), 1), "37.5", "37.5"),
        (Number(Fraction(12_345, 10), 0), "1,235", "1,235"),
        (Number(Fraction(-5, 100), 1), "-0.1", "-0.1"),
        (Minutes(21 * 60 + 30), "21:30", "21:30"),
        (Minutes(5), "00:05", "00:05"),
        (period_of(Grain.MONTH, JUNE_8), "2026年6月", "Jun 2026"),
        (period_of(Grain.YEAR, JUNE_8), "2026年", "2026"),
        ("a < b & c", "a &lt; b &amp; c", "a &lt; b &amp; c"),
    ],
)
def test_a_value_is_written_as_its_readers_write_it(value: Value, zh: str, en: str) -> None:
    assert (shown(value, "zh"), shown(value, "en")) == (zh, en)


def test_a_week_is_written_by_its_first_and_last_day() -> None:
    week = period_of(Grain.WEEK, JUNE_8)
    assert shown(week, "zh") == "6月8日至14日"
    assert shown(week, "en").replace("\u2009", " ") == "Jun 8 – 14"


def test_each_language_has_its_own_plural() -> None:
    assert [plain(say("figure-orders", value=n), "en") for n in (0, 1, 2)] == ["0 orders", "1 order", "2 orders"]
    assert plain(say("figure-orders", value=1), "zh") == "1单"


def test_a_name_cannot_write_markup() -> None:
    told = say("no-such-member", name="<b>$\\frac{1}{$")
    assert "<b>" not in line(told, "en")
    assert "&lt;b&gt;$\\frac{1}{$" in line(told, "en")
    assert "<b>$\\frac{1}{$" in plain(told, "en")


def test_parts_of_a_line_are_escaped_once() -> None:
    parts = Joined((say("button-team", team="A&B"), say("figure-orders", value=2)))
    assert shown(parts, "en") == "A&amp;B · 2 orders"
    assert shown(parts, "en", escape=False) == "A&B · 2 orders"


def test_a_message_is_lines_and_buttons() -> None:
    said = Message(
        (say("not-counted"), say("cancelled")),
        ((Button(say("button-undo"), "v1:undo:7"), Button(say("button-private"), url="https://t.me/x")),),
    )
    rendered = render(said, "en")
    assert rendered.text == "OK, nothing was counted.\nOK, cancelled."
    assert rendered.buttons is not None
    assert [(b.text, b.callback_data, b.url) for b in rendered.buttons.inline_keyboard[0]] == [
        ("↩️ Undo", "v1:undo:7", None),
        ("Private chat", None, "https://t.me/x"),
    ]
    assert rendered.chart is None
    assert toast(said, "zh") == "好的，没有记。\n好的，取消了。"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("picture", "longest"), [(None, 4096), (to_picture(own()), 1024)])
def test_what_is_too_long_ends_with_a_whole_line_and_says_so(
    language: str, picture: dict[str, object] | None, longest: int
) -> None:
    titles = tuple(say("me-title", name=f"小美💄 {n}", team="🌸<花花>" * 6) for n in range(400))
    *kept, last = render(Message(titles, picture=picture), language).text.split("\n")
    assert kept == [line(title, language) for title in titles[: len(kept)]]
    assert last == line(say("too-long"), language)
    assert longest - 100 < units("\n".join((*kept, last))) <= longest


@given(
    st.integers(-MINOR_LIMIT, MINOR_LIMIT),
    st.sampled_from(sorted(MINOR_DIGITS)),
    st.sampled_from(LANGUAGES),
    st.booleans(),
)
@example(0, "CNY", "zh", False)
@example(-100, "MMK", "en", True)  # Babel writes no decimals of it
def test_every_amount_is_written_as_babel_writes_it(minor: int, currency: str, language: str, short: bool) -> None:
    amount = Money(minor, currency).major
    whole = short and amount == amount.to_integral_value()
    pattern = "¤#,##0" if whole else None
    written = format_currency(amount, currency, pattern, locale=BABEL[language], currency_digits=not whole)
    assert money(Money(minor, currency), language, short=short) == written.replace("CN¥", "¥")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_number_of_a_report_is_written_as_people_write_it(language: str) -> None:
    assert "#1234" in plain(say("undone-before", number=1234), language)
    assert "1,234" in plain(say("kpi-visits", n=1234), language)
