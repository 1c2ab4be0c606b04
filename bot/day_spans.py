"""The days that people name for a calendar: 6-16, 6月16日至18日, 16-18 Jun, tomorrow, 9-30 to 10-07."""

import re
import unicodedata
from datetime import date, timedelta

from bot.reader.days import day_at
from kpi.period import Grain, Period

_SPAN = re.compile(r"\s*(?:至|到|~|–|—|\bto\b)\s*")
_DAY_ALONE = re.compile(r"(\d{1,2})[日号]?")
_CHINESE_SHORT = re.compile(r"(\d{1,2}月\d{1,2})[日号]?-(\d{1,2}[日号]?)")  # 6月16-18日
_ENGLISH_SHORT = re.compile(r"(\d{1,2})-(\d{1,2}) ([a-z]+)")  # 16-18 jun
_YEAR = re.compile(r"20\d\d")
_LONGEST = timedelta(days=366)  # of days named together
_LEAP_DAY = (2, 29)


def read_days(text: str, today: date) -> Period | None:
    """The day that `text` names, or all from one day to another. None for anything else, or for more than a year.

    Without a year a day is the nearest one, which may be to come.
    """
    asked = unicodedata.normalize("NFKC", text).casefold().strip()
    first, last = _ends(asked)
    start = _nearest(first, today)
    end = None if start is None else _last(last, start, today)
    if start is None or end is None or not start <= end <= start + _LONGEST:
        return None
    return span(start, end)


def span(first: date, last: date) -> Period:
    """The days from `first` up to and including `last`, as something that can be named: several are named by both."""
    return Period(Grain.DAY if first == last else Grain.WEEK, first, last + timedelta(days=1))


def _ends(asked: str) -> tuple[str, str]:
    """What names the first day, and the last."""
    if short := _CHINESE_SHORT.fullmatch(asked):
        return short[1], short[2]
    if short := _ENGLISH_SHORT.fullmatch(asked):
        return f"{short[1]} {short[3]}", f"{short[2]} {short[3]}"
    first, *more = _SPAN.split(asked, maxsplit=1)
    return first, more[0] if more else first


def _last(text: str, start: date, today: date) -> date | None:
    """The last day; a number alone is a day of the first one's month, and no last day comes before the first."""
    if (alone := _DAY_ALONE.fullmatch(text)) and start.day <= int(alone[1]):
        return _on(start, int(alone[1]))
    found = _nearest(text, today)
    return _a_year_on(found) if found is not None and found < start and not _YEAR.search(text) else found


def _nearest(text: str, today: date) -> date | None:
    named = day_at(text, 0, today)
    if named is None or named[1] != len(text):
        return None
    found, _ = named
    if _YEAR.search(text) or (found.month, found.day) == _LEAP_DAY:
        return found
    return min(found, _a_year_on(found), key=lambda day: abs(day - today))


def _a_year_on(day: date) -> date:
    return day if (day.month, day.day) == _LEAP_DAY else day.replace(year=day.year + 1)


def _on(month: date, day: int) -> date | None:
    try:
        return month.replace(day=day)
    except ValueError:
        return None
