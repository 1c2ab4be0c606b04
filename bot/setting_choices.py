"""The values of a setting that can be pressed instead of written."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import assert_never

from bot.setting_change import is_on, kept, opened
from bot.settings_words import Setting
from bot.texts import LANGUAGES
from kpi.message import Button, Minutes, Say, joined, say
from kpi.money import MINOR_DIGITS
from kpi.team import Openness, Shows, Team

# The zones of most teams, then one for each time that people live by, from east to west of the date line. Their names
# are the texts `zone-<city>`.
_COMMON = (
    "Asia/Shanghai", "Asia/Hong_Kong", "Asia/Taipei", "Asia/Singapore", "Asia/Tokyo", "Europe/London",
    "Europe/Berlin", "America/New_York", "America/Los_Angeles", "UTC",
)  # fmt: skip
_FURTHER = (
    "Pacific/Honolulu", "America/Denver", "America/Chicago", "America/Mexico_City", "America/Toronto",
    "America/Sao_Paulo", "Africa/Lagos", "Europe/Paris", "Europe/Madrid", "Europe/Rome", "Africa/Johannesburg",
    "Africa/Cairo", "Africa/Nairobi", "Europe/Istanbul", "Europe/Moscow", "Asia/Dubai", "Asia/Karachi",
    "Asia/Kolkata", "Asia/Kathmandu", "Asia/Dhaka", "Asia/Yangon", "Asia/Bangkok", "Asia/Phnom_Penh",
    "Asia/Ho_Chi_Minh", "Asia/Jakarta", "Asia/Kuala_Lumpur", "Asia/Macau", "Asia/Manila", "Australia/Perth",
    "Asia/Seoul", "Australia/Sydney", "Pacific/Auckland",
)  # fmt: skip
_ZONES = (_COMMON, _FURTHER)

_HOUR = 60
_BOARD_TIMES = (12 * _HOUR, *range(18 * _HOUR, 24 * _HOUR, 30))
_REPORT_TIMES = (*range(8 * _HOUR, 12 * _HOUR, 30), 9 * _HOUR + 5, 18 * _HOUR, 20 * _HOUR, 21 * _HOUR)
_STOCK_DAYS = (3, 5, 7, 10, 14)
_SHIP_HOURS = (12, 24, 48, 72, 120)
_WORD_DAYS = (30, 90, 365)
_CLOSES = (*range(0, 7 * _HOUR, _HOUR), 12 * _HOUR)


@dataclass(frozen=True, slots=True)
class _Choice:
    """One value: as `bot.setting_change.change` reads it (it may stand in callback data), and what it is called."""

    value: str
    label: Say


_OFF, _ON = _Choice("off", say("settings-off")), _Choice("on", say("settings-on"))


def pages(setting: Setting) -> int:
    """How many pages of choices there are."""
    return len(_ZONES) if setting is Setting.ZONE else 1


def rows(setting: Setting, team: Team, page: int, carried: Callable[[str], str]) -> tuple[tuple[Button, ...], ...]:
    """The choices on a page, what stands now marked, and always on the first. `carried` makes a value callback data."""
    now = _standing(setting, team)
    buttons = [_button(choice, carried, chosen=choice == now) for choice in _offered(setting, now, page)]
    width = _width(setting, page)
    return tuple(tuple(buttons[at : at + width]) for at in range(0, len(buttons), width))


def _button(choice: _Choice, carried: Callable[[str], str], *, chosen: bool) -> Button:
    label = say("settings-chosen", label=joined(choice.label)) if chosen else choice.label
    return Button(label, carried(choice.value))


def _width(setting: Setting, page: int) -> int:
    """Buttons in a row, as many as a phone shows whole."""
    match setting:
        case Setting.ZONE:
            return 2 + page
        case Setting.LANGUAGE | Setting.MONTHLY | Setting.LIVE | Setting.CUSTOMERS | Setting.SHOWS | Setting.PRORATE:
            return 2
        case Setting.WORDS:
            return 2
        case Setting.FIGURES:
            return 1
        case Setting.DAILY | Setting.WEEKLY | Setting.CLOSE | Setting.CURRENCY:
            return 4
        case Setting.STOCK | Setting.SHIPPING:
            return 3
        case _:
            assert_never(setting)


def _standing(setting: Setting, team: Team) -> _Choice:
    match setting:
        case Setting.ZONE:
            return _zone(team.zone)
        case Setting.DAILY:
            return _OFF if team.daily_at is None else _time(team.daily_at)
        case Setting.WEEKLY:
            return _OFF if team.weekly_at is None else _time(team.weekly_at)
        case Setting.CLOSE:
            return _time(team.day_close)
        case Setting.CURRENCY:
            return _currency(team.currency)
        case Setting.LANGUAGE:
            return _language(team.language)
        case Setting.MONTHLY | Setting.LIVE | Setting.CUSTOMERS | Setting.PRORATE:
            return _ON if is_on(setting, team) else _OFF
        case Setting.STOCK | Setting.SHIPPING | Setting.WORDS:
            return _limit(setting, team)
        case Setting.SHOWS | Setting.FIGURES:
            return _opened(team.shows if setting is Setting.SHOWS else team.openness)
        case _:
            assert_never(setting)


def _limit(setting: Setting, team: Team) -> _Choice:
    if setting is Setting.WORDS:
        return _kept(team.words_kept)
    if setting is Setting.STOCK:
        return _days(team.stock_limit) if team.stock_limit else _OFF
    return _hours(team.ship_limit) if team.ship_limit else _OFF


def _offered(setting: Setting, now: _Choice, page: int) -> list[_Choice]:
    match setting:
        case Setting.ZONE:
            here = [_zone(zone) for zone in _ZONES[page]]
            return here if page or now in here else [now, *here]
        case Setting.DAILY:
            return [*_times(_BOARD_TIMES, now), _OFF]
        case Setting.WEEKLY:
            return [*_times(_REPORT_TIMES, now), _OFF]
        case Setting.CLOSE:
            return _times(_CLOSES, now)
        case Setting.CURRENCY:
            return [_currency(code) for code in MINOR_DIGITS]
        case Setting.LANGUAGE:
            return [_language(code) for code in LANGUAGES]
        case Setting.MONTHLY | Setting.LIVE | Setting.CUSTOMERS | Setting.PRORATE:
            return [_ON, _OFF]
        case Setting.STOCK | Setting.SHIPPING | Setting.WORDS:
            return _limits(setting, now)
        case Setting.SHOWS | Setting.FIGURES:
            return [_opened(to) for to in (Shows if setting is Setting.SHOWS else Openness)]
        case _:
            assert_never(setting)


def _limits(setting: Setting, now: _Choice) -> list[_Choice]:
    """The usual numbers and the one that stands, in their order, and last that there is none."""
    if setting is Setting.WORDS:
        usual, none = map(_kept, _WORD_DAYS), _kept(0)
    else:
        usual, none = map(_days, _STOCK_DAYS) if setting is Setting.STOCK else map(_hours, _SHIP_HOURS), _OFF
    return [*sorted({*usual, now} - {none}, key=lambda choice: int(choice.value)), none]


def _times(usual: Iterable[int], now: _Choice) -> list[_Choice]:
    """Times of day in their order, the one that stands among them."""
    offered = {_time(minutes) for minutes in usual} | ({now} - {_OFF})
    return sorted(offered, key=lambda choice: choice.value)


def _time(minutes: int) -> _Choice:
    written = f"{minutes // _HOUR:02}{minutes % _HOUR:02}"  # a colon would part it in callback data
    return _Choice(written, say("settings-time", time=Minutes(minutes)))


def _zone(zone: str) -> _Choice:
    """A zone by its city. Whatever else somebody wrote has no text of ours."""
    if all(zone not in page for page in _ZONES):
        return _Choice(zone, say("settings-text", value=zone))
    city = zone.rpartition("/")[2].lower().replace("_", "-")
    return _Choice(zone, say(f"zone-{city}"))


def _days(days: int) -> _Choice:
    return _Choice(str(days), say("settings-stock-days", days=days))


def _hours(hours: int) -> _Choice:
    return _Choice(str(hours), say("settings-shipping-hours", hours=hours))


def _kept(days: int) -> _Choice:
    return _Choice(str(days or "always"), kept(days))


def _opened(to: Shows | Openness) -> _Choice:
    return _Choice(to.value, opened(to))


def _currency(code: str) -> _Choice:
    return _Choice(code, say("settings-text", value=code))


def _language(code: str) -> _Choice:
    return _Choice(code, say(f"language-{code}"))
