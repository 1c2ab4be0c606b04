"""What people write when they change a setting, as values."""

import re
import unicodedata
from enum import Enum
from functools import cache

from babel import Locale

from bot.texts import LOCALES
from kpi.money import MINOR_DIGITS
from kpi.team import FEWEST_DAYS_KEPT, Openness, Shows

_LONGEST = 64
_HOURS = 24
_HOUR = 60
_NOON = 12
_YEAR = 365
_MONTH_HOURS = 720
_SHIP_TIME = re.compile(r"(?P<n>[0-9]{1,3}) ?(?:小时|hours?|h|(?P<days>天|days?|d))?")
_DAYS = re.compile(r"(?:不够|低于|below)? ?(?P<days>[0-9]{1,3}) ?(?:天|days?)?")


class Setting(Enum):
    """What a team can set."""

    ZONE = "zone"
    DAILY = "daily"
    WEEKLY = "weekly"
    MONTHLY = "monthly"
    CLOSE = "close"
    CURRENCY = "currency"
    LANGUAGE = "language"
    LIVE = "live"
    CUSTOMERS = "customers"
    SHOWS = "shows"
    FIGURES = "figures"
    PRORATE = "prorate"
    STOCK = "stock"
    SHIPPING = "shipping"
    WORDS = "words"


_NAMES = {
    "zone": Setting.ZONE, "timezone": Setting.ZONE, "时区": Setting.ZONE,
    "daily": Setting.DAILY, "time": Setting.DAILY, "日报": Setting.DAILY, "日榜": Setting.DAILY,
    "时间": Setting.DAILY,
    "weekly": Setting.WEEKLY, "周报": Setting.WEEKLY, "周榜": Setting.WEEKLY,
    "monthly": Setting.MONTHLY, "月报": Setting.MONTHLY,
    "close": Setting.CLOSE, "结算": Setting.CLOSE, "日结": Setting.CLOSE,
    "currency": Setting.CURRENCY, "货币": Setting.CURRENCY, "币种": Setting.CURRENCY,
    "language": Setting.LANGUAGE, "语言": Setting.LANGUAGE,
    "live": Setting.LIVE, "置顶": Setting.LIVE, "置顶进度": Setting.LIVE,
    "customers": Setting.CUSTOMERS, "客户": Setting.CUSTOMERS, "客户名": Setting.CUSTOMERS,
    "shows": Setting.SHOWS, "board": Setting.SHOWS, "上榜": Setting.SHOWS, "榜单": Setting.SHOWS,
    "figures": Setting.FIGURES, "privacy": Setting.FIGURES, "数字": Setting.FIGURES, "隐私": Setting.FIGURES,
    "prorate": Setting.PRORATE, "折算": Setting.PRORATE, "按出勤折算": Setting.PRORATE, "出勤折算": Setting.PRORATE,
    "stock": Setting.STOCK, "库存提醒": Setting.STOCK, "库存": Setting.STOCK,
    "shipping": Setting.SHIPPING, "ship": Setting.SHIPPING, "发货": Setting.SHIPPING, "发货时限": Setting.SHIPPING,
    "words": Setting.WORDS, "retention": Setting.WORDS, "keep": Setting.WORDS, "原话": Setting.WORDS,
    "原话保留": Setting.WORDS, "保留": Setting.WORDS,
}  # fmt: skip

_ON = {"on", "yes", "开", "打开", "开启", "启用", "要"}
_OFF = {"off", "no", "关", "关闭", "关掉", "停", "停用", "不要"}

_SHOWS = {
    "all": Shows.ALL, "everybody": Shows.ALL, "全部": Shows.ALL, "所有人": Shows.ALL, "大家": Shows.ALL,
    "top": Shows.TOP, "top 3": Shows.TOP, "top3": Shows.TOP, "前三": Shows.TOP, "前三名": Shows.TOP, "前3": Shows.TOP,
}  # fmt: skip
_OPENNESS = {
    "amounts": Openness.AMOUNTS, "all": Openness.AMOUNTS, "金额": Openness.AMOUNTS, "公开": Openness.AMOUNTS,
    "percent": Openness.PERCENT, "%": Openness.PERCENT, "百分比": Openness.PERCENT, "达成率": Openness.PERCENT,
    "ranks": Openness.RANKS, "rank": Openness.RANKS, "名次": Openness.RANKS, "只看名次": Openness.RANKS,
}  # fmt: skip

_ALWAYS = {"always", "forever", "for good", "一直", "一直留着", "永久", "永远"}
_A_YEAR = {"a year", "one year", "1 year", "一年", "1年"}

_LANGUAGES = {
    "zh": "zh", "cn": "zh", "chinese": "zh", "中文": "zh", "汉语": "zh", "简体": "zh", "简体中文": "zh",
    "en": "en", "english": "en", "英文": "en", "英语": "en",
}  # fmt: skip

# What people call a currency beside its code and its full name.
_MONEY = {
    "¥": "CNY", "元": "CNY", "rmb": "CNY", "$": "USD", "美金": "USD", "€": "EUR", "£": "GBP", "港元": "HKD",
    "港币": "HKD", "台币": "TWD", "日币": "JPY",
}  # fmt: skip

_NUMERALS = ("零", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二")
_QUARTERS = {"半": 30, "一刻": 15, "三刻": 45}
_TIME = re.compile(
    r"(?P<part>凌晨|清晨|早上|早|上午|中午|下午|傍晚|晚上|晚|夜里|半夜)?\s?"
    r"(?P<hour>[0-9]{1,2}|[零一二两三四五六七八九十]{1,2})"
    r"(?:\s?[:.点时]\s?(?P<minute>[0-9]{1,2}|半|一刻|三刻)?分?|(?P<joined>[0-9]{2}))?"
    r"(?:\s?(?P<half>[ap])\.?m\.?)?"
)


def read_setting(text: str) -> tuple[Setting, str] | None:
    """The setting that `text` begins with and what is wanted of it, or None. Chinese needs no space between."""
    first, _, rest = text.strip().partition(" ")
    setting = _NAMES.get(first.lower().rstrip(":："))
    if setting is not None:
        return setting, rest.strip()
    for name, meant in _NAMES.items():
        if not name.isascii() and first.startswith(name):
            return meant, text.strip().removeprefix(name).strip(" :：")
    return None


def read_switch(text: str) -> bool | None:
    """On or off."""
    wanted = _plain(text)
    if wanted in _ON or wanted in _OFF:
        return wanted in _ON
    return None


def read_shows(text: str) -> Shows | None:
    """Who is to stand on public boards."""
    return _SHOWS.get(_plain(text))


def read_openness(text: str) -> Openness | None:
    """Which figures sellers are to read of each other."""
    return _OPENNESS.get(_plain(text))


def read_days(text: str) -> int | None:
    """A number of days, at most a year: 10, 10天, 10 days."""
    found = _DAYS.fullmatch(_plain(text))
    return int(found["days"]) if found and 1 <= int(found["days"]) <= _YEAR else None


def read_kept(text: str) -> int | None:
    """For how many days something is to be kept, a month to a year: 90, 90天, a year; 0 for always."""
    wanted = _plain(text)
    if wanted in _ALWAYS or wanted in _OFF:
        return 0
    days = _YEAR if wanted in _A_YEAR else read_days(wanted)
    return days if days is not None and days >= FEWEST_DAYS_KEPT else None


def read_hours(text: str) -> int | None:
    """A number of hours, at most 30 days: 48, 48小时, 2天, 2 days."""
    found = _SHIP_TIME.fullmatch(_plain(text))
    hours = 0 if found is None else int(found["n"]) * (_HOURS if found["days"] else 1)
    return hours if 1 <= hours <= _MONTH_HOURS else None


def read_language(text: str) -> str | None:
    """A language of ours, named in either."""
    return _LANGUAGES.get(_plain(text))


def read_currency(text: str) -> str | None:
    """The ISO 4217 code of a currency that a team may use, by code, sign or name."""
    return _currencies().get(_plain(text))


@cache
def _currencies() -> dict[str, str]:
    codes = {code.lower(): code for code in MINOR_DIGITS}
    names = {
        _plain(Locale.parse(locale).currencies[code]): code for locale in LOCALES.values() for code in MINOR_DIGITS
    }
    return {_plain(word): code for word, code in _MONEY.items()} | names | codes


def read_time(text: str) -> int | None:
    """A time of day in minutes after midnight: 20:00, 8pm, 2000, 20点, 晚上8点半. Midnight may be called 24:00."""
    found = _TIME.fullmatch(_plain(text))
    if found is None:
        return None
    minute = _minute(found["minute"] or found["joined"] or "0")
    hour = _hour(found["hour"])
    if hour is None or minute >= _HOUR or hour > _HOURS or (hour == _HOURS and minute):
        return None
    if found["half"]:
        return _of_half(hour, found["half"], minute)
    return _of_part(hour, found["part"]) % _HOURS * _HOUR + minute


def _minute(written: str) -> int:
    return _QUARTERS[written] if written in _QUARTERS else int(written)


def _hour(written: str) -> int | None:
    if written.isdecimal():
        return int(written)
    numeral = written.replace("两", "二")
    return _NUMERALS.index(numeral) if numeral in _NUMERALS else None


def _of_half(hour: int, half: str, minute: int) -> int | None:
    """12 am is midnight, 12 pm is noon."""
    if not 1 <= hour <= _NOON:
        return None
    return (hour % _NOON + (_NOON if half == "p" else 0)) * _HOUR + minute


def _of_part(hour: int, part: str | None) -> int:
    """The hour of 24 that an hour in a part of the day means. 晚上12点 is midnight, 夜里两点 is 02:00."""
    match part:
        case "中午" if hour <= 3:  # noqa: PLR2004 - one to three in the afternoon
            return hour + _NOON
        case "下午" | "傍晚" if hour < _NOON:
            return hour + _NOON
        case "晚上" | "晚" | "夜里" | "半夜" if 5 <= hour <= _NOON:  # noqa: PLR2004 - the small hours are before five
            return hour + _NOON
        case "凌晨" if hour == _NOON:
            return 0
        case _:
            return hour


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text[:_LONGEST]).lower().split())
