"""The periods that targets are set for, as people name them: 今年, Q3, 7月, 下周, next month, 2026-W24."""

import re
import unicodedata
from collections.abc import Iterator
from datetime import date

from bot.periods import quarter_in, read_period
from kpi.period import Grain, Period, following, period_of

GRAINS = (Grain.WEEK, Grain.MONTH, Grain.QUARTER, Grain.YEAR)

# What stands for the period at hand, and for the one after it; written without spaces.
_NOW = {
    Grain.WEEK: "本周 这周 这星期 这个星期 week thisweek weekly",
    Grain.MONTH: "本月 这月 这个月 当月 month thismonth monthly",
    Grain.QUARTER: "本季度 这个季度 这季度 季度 本季 quarter thisquarter quarterly",
    Grain.YEAR: "今年 本年 全年 年度 year thisyear yearly annual",
}
_NEXT = {
    Grain.WEEK: "下周 下星期 下个星期 nextweek",
    Grain.MONTH: "下月 下个月 nextmonth",
    Grain.QUARTER: "下季度 下个季度 下季 nextquarter",
    Grain.YEAR: "明年 nextyear",
}
_NAMED = {
    name: (grain, ahead)
    for ahead, table in enumerate((_NOW, _NEXT))
    for grain, names in table.items()
    for name in names.split()
}
_SAYS_YEAR = re.compile(r"20\d\d")
_GLUED = re.compile(r"(?:20\d\d年)?(?:\d{1,2}|十[一二]?|[一二三四五六七八九])月份?")
_HALF_A_YEAR = 6  # months
_MOST_WORDS = 2  # of a period's name


def read_aim_period(text: str, today: date) -> Period | None:
    """The week, month, quarter or year that `text` names; also a `Period.key`. None for anything else.

    A month without a year is the nearest one, which may be to come; a quarter is one of this year.
    """
    asked = "".join(unicodedata.normalize("NFKC", text).casefold().split())
    if asked in _NAMED:
        grain, ahead = _NAMED[asked]
        now = period_of(grain, today)
        return following(now) if ahead else now
    if quarter := quarter_in(asked):
        return period_of(Grain.QUARTER, date(quarter[0] or today.year, quarter[1] * 3, 1))
    return _known(asked, today)


def aim_period_at(text: str, today: date) -> tuple[Period, str] | None:
    """The period at the head of `text`, and what follows it. Chinese needs no space between."""
    words = text.split()
    for count in range(min(_MOST_WORDS, len(words)), 0, -1):
        if found := read_aim_period(" ".join(words[:count]), today):
            return found, " ".join(words[count:])
    for name in _glued(text):
        if found := read_aim_period(name, today):
            return found, text[len(name) :].strip()
    return None


def _glued(text: str) -> Iterator[str]:
    """What heads `text` and may be a Chinese name, the longest first."""
    if found := _GLUED.match(text):
        yield found[0]
    yield from sorted((n for n in _NAMED if not n.isascii() and text.startswith(n)), key=len, reverse=True)


def _known(asked: str, today: date) -> Period | None:
    found = read_period(asked, today)
    if found is None or found.grain is Grain.DAY:
        return None
    if found.grain is not Grain.MONTH or _SAYS_YEAR.search(asked) or asked in {"上月", "上个月", "lastmonth"}:
        return found
    return _nearest(found, today)


def _nearest(month: Period, today: date) -> Period:
    """The month of that name that is at most half a year back, else the next one."""
    back = (today.year - month.start.year) * 12 + today.month - month.start.month
    years = 1 if back >= _HALF_A_YEAR else 0
    return period_of(Grain.MONTH, month.start.replace(year=month.start.year + years))
