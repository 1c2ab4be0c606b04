"""Values into text in one language: the last step before a message leaves."""

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache, lru_cache
from typing import assert_never

from babel import Locale
from babel.dates import format_interval, format_skeleton
from babel.numbers import format_currency, format_decimal, format_percent
from fluent.runtime.types import FluentType
from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.texts import BABEL, text
from kpi.message import Button, Joined, Message, Minutes, Number, Percent, Say, Value, say
from kpi.money import Money, minor_digits, round_half_up
from kpi.period import Grain, Period

DASH = "—"
TEXT_UNITS, CAPTION_UNITS = 4096, 1024  # the most that Telegram takes, of a message and below a picture or file
_MOST_ENTITIES = 100  # bold or otherwise marked pieces that Telegram takes in one message
_NAMES_OF_NUMBERS = {"number", "report"}  # what tells one thing from another: people write it as it stands there
_ONE = re.compile(r"1(?:\.(0+))?")
_TAG = re.compile(r"</?[a-z][^<>]*>")


@dataclass(frozen=True, slots=True)
class Rendered:
    """A message as Telegram takes it. `text` is Telegram's HTML; `chart` is a spec for `kpi.charts.draw`."""

    text: str
    buttons: InlineKeyboardMarkup | None
    chart: object | None


def render(message: Message, language: str) -> Rendered:
    """`message` for a reader of `language` ("zh" or "en")."""
    lines = [line(said, language) for said in message.lines]
    longest = CAPTION_UNITS if _is_caption(message) else TEXT_UNITS
    return Rendered(_fitting(lines, longest, language), _keyboard(message, language), _chart(message, language))


def _is_caption(message: Message) -> bool:
    return any(beside is not None for beside in (message.picture, message.document, message.pack))


def _fitting(lines: Sequence[str], longest: int, language: str) -> str:
    """The lines as one text of at most `longest` units. What does not fit is left out whole, so that no tag is cut."""
    whole = "\n".join(lines)
    if units(whole) <= longest and whole.count("</") <= _MOST_ENTITIES:
        return whole
    more = line(say("too-long"), language)
    room, tags, kept = longest - units(more), _MOST_ENTITIES, 0
    for said in lines:
        room, tags = room - units(said) - 1, tags - said.count("</")
        if room < 0 or tags < 0:
            break
        kept += 1
    return "\n".join((*lines[:kept], more))


def units(written: str) -> int:
    """How long HTML is for Telegram, in UTF-16 units; its tags are counted too, to be on the safe side."""
    return len(html.unescape(written).encode("utf-16-le")) // 2


def toast(message: Message, language: str) -> str:
    """The lines as a pop-up shows them: no HTML, no buttons."""
    return "\n".join(plain(said, language) for said in message.lines)


def line(said: Say, language: str) -> str:
    """One text as Telegram's HTML, every value escaped."""
    return _worded(said, language, escape=True)


def plain(said: Say, language: str) -> str:
    """One text without HTML: for buttons, pictures, menus and toasts. A name that looks like HTML stays as it is."""
    return html.unescape(_TAG.sub("", _worded(said, language, escape=True)))


def _worded(said: Say, language: str, *, escape: bool) -> str:
    """One text with what it may use: each value, beside it `x-n` to choose a plural by, `x-short` for money."""
    values: dict[str, str | int | FluentType] = {}
    for name, value in said.values:
        match value:
            case int():
                written = str(value) if name in _NAMES_OF_NUMBERS else shown(value, language)
                values |= {name: written, f"{name}-n": value}
            case Money():
                values |= {name: _Amount(value, language), f"{name}-short": _Amount(value, language, short=True)}
            case _:
                values[name] = shown(value, language, escape=escape)
    return text(language, said.key, values)


@dataclass(frozen=True, slots=True)
class _Amount(FluentType):
    """Money that is written when a text uses it: it is offered in two ways, and Babel takes long over each."""

    value: Money
    language: str
    short: bool = False

    def format(self, locale: Locale) -> str:  # noqa: ARG002 - the signature is Fluent's
        return money(self.value, self.language, short=self.short)


def shown(value: Value, language: str, *, escape: bool = True) -> str:
    """One value in `language`; a missing one is a dash."""
    match value:
        case None:
            return DASH
        case str():
            return html.escape(value, quote=False) if escape else value
        case int() | Number():
            return _number(value, language)
        case date():
            return _day(value, language)
        case Money():
            return money(value, language)
        case Period():
            return period(value, language)
        case Percent():
            return percent(value, language)
        case Minutes():
            return f"{value.value // 60:02}:{value.value % 60:02}"
        case Joined():
            return " · ".join(_worded(part, language, escape=escape) for part in value.parts)
        case _:
            assert_never(value)


@lru_cache(maxsize=4096)
def _number(value: int | Number, language: str) -> str:
    """A number, with its decimals rounded half-up when it has any."""
    if isinstance(value, int):
        return format_decimal(value, locale=BABEL[language])
    written = f"#,##0.{'0' * value.digits}"
    units = round_half_up(value.value * 10**value.digits)
    return format_decimal(Decimal(units).scaleb(-value.digits), format=written, locale=BABEL[language])


@lru_cache(maxsize=1024)
def _day(value: date, language: str) -> str:
    return format_skeleton("MMMd", value, locale=BABEL[language])


def money(value: Money, language: str, *, short: bool = False) -> str:
    """An amount with its currency's sign; `short` leaves out decimals that are all zero."""
    units, cents = divmod(abs(value.minor), 10 ** minor_digits(value.currency))
    whole = short and not cents
    before, decimals, after = _around(value.currency, language, negative=value.minor < 0, whole=whole)
    if decimals != minor_digits(value.currency) and cents:
        return _by_babel(value, language, whole=False)  # Babel knows fewer decimals of this currency, and rounds
    return f"{before}{units:,}.{cents:0{decimals}}{after}" if decimals else f"{before}{units:,}{after}"


@cache
def _around(currency: str, language: str, *, negative: bool, whole: bool) -> tuple[str, int, str]:
    """What Babel writes before and after the figures of an amount, and how many decimals it writes.

    Babel takes 14 µs over an amount, of which a card has up to seven. Both languages write figures the same way.
    """
    one = Money((-1 if negative else 1) * 10 ** minor_digits(currency), currency)
    before, decimals, after = _ONE.split(_by_babel(one, language, whole=whole))
    return before, len(decimals or ""), after


def _by_babel(value: Money, language: str, *, whole: bool) -> str:
    written = format_currency(
        value.major,
        value.currency,
        locale=BABEL[language],
        format="¤#,##0" if whole else None,
        currency_digits=not whole,
    )
    return written.replace("CN¥", "¥")  # a team has one currency, so its own sign is enough


def percent(value: Percent, language: str) -> str:
    """A ratio as a percentage with one decimal, rounded half-up (69.25 % shows 69.3 %)."""
    if value.ratio is None:
        return DASH
    tenths = round_half_up(value.ratio * 1000)
    return format_percent(Decimal(tenths).scaleb(-3), format="#,##0.0%", locale=BABEL[language])


@lru_cache(maxsize=1024)
def period(value: Period, language: str) -> str:
    """A period's name: a day, the days of a week, or a month."""
    locale = BABEL[language]
    match value.grain:
        case Grain.DAY:
            return format_skeleton("MMMEd", value.start, locale=locale)
        case Grain.WEEK:
            return format_interval(value.start, value.last, "MMMd", locale=locale)
        case Grain.MONTH:
            return format_skeleton("yMMM", value.start, locale=locale)
        case Grain.QUARTER:
            return format_skeleton("yQQQ", value.start, locale=locale)
        case Grain.YEAR:
            return format_skeleton("y", value.start, locale=locale)
        case _:
            assert_never(value.grain)


def _keyboard(message: Message, language: str) -> InlineKeyboardMarkup | None:
    if not message.buttons:
        return None
    return InlineKeyboardMarkup([[_button(button, language) for button in row] for row in message.buttons])


def _button(button: Button, language: str) -> InlineKeyboardButton:
    label = plain(button.label, language)
    if button.url:
        return InlineKeyboardButton(label, url=button.url)
    return InlineKeyboardButton(label, callback_data=button.data)


def _chart(message: Message, language: str) -> object | None:
    if message.picture is None and message.pack is None:
        return None
    from bot.pictures import pack_spec, spec

    return pack_spec(message.pack, language) if message.pack else spec(message.picture or {}, language)
