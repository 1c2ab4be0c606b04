"""The periods that people ask for by name: 今天, 上周, 5月, last month, 2026-05, 6-08, Q2, 去年."""

import re
import unicodedata
from datetime import date
from functools import cache
from itertools import chain

from babel.dates import get_month_names

from bot.texts import LOCALES
from kpi.period import Grain, Period, period_of, previous

# What stands for a period that many grains back, written without spaces.
_CHINESE = {
    (Grain.DAY, 0): "今天 今日 当天 日",
    (Grain.DAY, 1): "昨天 昨日",
    (Grain.DAY, 2): "前天",
    (Grain.WEEK, 0): "本周 这周 这星期 这个星期 周",
    (Grain.WEEK, 1): "上周 上星期 上个星期",
    (Grain.WEEK, 2): "上上周",
    (Grain.MONTH, 0): "本月 这月 这个月 当月 月",
    (Grain.MONTH, 1): "上月 上个月",
    (Grain.MONTH, 2): "上上个月",
    (Grain.QUARTER, 0): "本季度 这个季度 这季度 季度 本季",
    (Grain.QUARTER, 1): "上季度 上个季度 上季",
    (Grain.YEAR, 0): "今年 本年",
    (Grain.YEAR, 1): "去年 上年",
}
_ENGLISH = {
    (Grain.DAY, 0): "day today",
    (Grain.DAY, 1): "yesterday",
    (Grain.WEEK, 0): "week thisweek",
    (Grain.WEEK, 1): "lastweek",
    (Grain.MONTH, 0): "month thismonth",
    (Grain.MONTH, 1): "lastmonth",
    (Grain.QUARTER, 0): "quarter thisquarter",
    (Grain.QUARTER, 1): "lastquarter",
    (Grain.YEAR, 0): "year thisyear",
    (Grain.YEAR, 1): "lastyear",
}
_NAMED = {name: meant for table in (_CHINESE, _ENGLISH) for meant, names in table.items() for name in names.split()}

_WEEK_KEY = re.compile(r"(\d{4})-w(\d{1,2})", re.ASCII)
_MONTH_OF_YEAR = re.compile(r"(\d{4})[-/.年](\d{1,2})月?份?", re.ASCII)
_DAY = re.compile(r"(?:(\d{4})[-/.年])?(\d{1,2})[-/.月](\d{1,2})[日号]?", re.ASCII)
_QUARTER = re.compile(r"(?:(20\d\d)[-年]?)?(?:q([1-4])|第?([1-4一二三四])季度?)(20\d\d)?", re.ASCII)
_DIGITS = {"一": 1, "二": 2, "三": 3, "四": 4}
_YEAR = re.compile(r"(\d{4})年?", re.ASCII)
_YEARS = range(2000, 2100)  # what books may be asked for
_LEAP = 8  # years within which every calendar day has occurred


def read_period(text: str, today: date) -> Period | None:
    """The period that `text` names, in any of our languages; also a `Period.key`. None when it names none.

    Without a year, a quarter, a month or a day is the latest such one that has begun.
    """
    asked = "".join(unicodedata.normalize("NFKC", text).casefold().split())
    if asked in _NAMED:
        return _back(*_NAMED[asked], today)
    if quarter := quarter_in(asked):
        year, start = quarter[0] or today.year, quarter[1] * 3 - 2
        return period_of(Grain.QUARTER, date(year - (not quarter[0] and start > today.month), start, 1))
    month = _months().get(asked.removesuffix("份"))
    if month is not None:
        return period_of(Grain.MONTH, date(today.year - (month > today.month), month, 1))
    return _written_out(asked, today)


def quarter_in(asked: str) -> tuple[int | None, int] | None:
    """The year, if it is said, and the number of a quarter: Q2, 2026-Q2, Q2 2026, 第二季度. None for anything else."""
    found = _QUARTER.fullmatch(asked)
    if found is None or (found[1] and found[4]):
        return None
    year = found[1] or found[4]
    return int(year) if year else None, int(found[2] or _DIGITS.get(found[3], 0) or found[3])


def _back(grain: Grain, steps: int, today: date) -> Period:
    period = period_of(grain, today)
    for _ in range(steps):
        period = previous(period)
    return period


def _written_out(asked: str, today: date) -> Period | None:
    """A period in figures. A day or a week that no calendar has is none."""
    try:
        if found := _YEAR.fullmatch(asked):
            return _known(Grain.YEAR, date(int(found[1]), 1, 1))
        if found := _WEEK_KEY.fullmatch(asked):
            return _known(Grain.WEEK, date.fromisocalendar(int(found[1]), int(found[2]), 1))
        if found := _MONTH_OF_YEAR.fullmatch(asked):
            return _known(Grain.MONTH, date(int(found[1]), int(found[2]), 1))
        if found := _DAY.fullmatch(asked):
            month, day = int(found[2]), int(found[3])
            return _known(Grain.DAY, date(int(found[1]), month, day)) if found[1] else _latest(month, day, today)
    except ValueError:
        return None
    return None


def _known(grain: Grain, start: date) -> Period | None:
    return period_of(grain, start) if start.year in _YEARS else None


def _latest(month: int, day: int, today: date) -> Period | None:
    """The last such day up to today; 29 February may be years ago."""
    for year in range(today.year, today.year - _LEAP - 1, -1):
        try:
            found = date(year, month, day)
        except ValueError:
            continue
        if found <= today:
            return period_of(Grain.DAY, found)
    return None


@cache  # Babel takes 10 ms to load what it knows of a language, for which a start need not wait
def _months() -> dict[str, int]:
    """五月, 5月, may, january and jan, in every language of ours."""
    return {
        name.casefold(): number
        for locale in LOCALES.values()
        for number, name in chain.from_iterable(
            get_month_names(width, locale=locale).items() for width in ("wide", "abbreviated")
        )
    } | {"sept": 9}
