"""Which day is meant: relative words, weekdays, days of the month and dates. A week starts on Monday."""

import re
from collections.abc import Callable
from datetime import date, timedelta

from bot.reader.numerals import han_value
from bot.reader.writing import writing

AHEAD = timedelta(days=31)  # a month and day up to this far ahead is a date to come, else it is last year's

_RELATIVE = {
    0: "今天 今日 今儿 今早 今晚 今晨 今夜 今个 当天 today 2day todya tody tdy tonight todays today's",
    -1: "昨天 昨日 昨儿 昨晚 昨夜 昨 yesterday yday ystd ystdy yest yestrday yesturday yesterdy last|night yesterday's",
    -2: "前天 前日 前晚 day|before|yesterday the|day|before|yesterday",
    -3: "大前天",
    1: "明天 明日 明早 明晚 tomorrow tmr tmrw tml",
    2: "后天",
}
_OFFSETS = {word.replace("|", " "): offset for offset, words in _RELATIVE.items() for word in words.split()}
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
            "september sept sep", "october oct", "november nov", "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "monday mon", "tuesday tues tue", "wednesday wed", "thursday thurs thur thu", "friday fri",
            "saturday sat", "sunday sun",
        )
    )
    for name in names.split()
}  # fmt: skip


def _either(names: dict[str, int]) -> str:
    return "|".join(sorted(map(re.escape, names), key=len, reverse=True))


def _on(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _full(match: re.Match[str], _: date) -> date | None:
    return _on(int(match[1]), int(match[2]), int(match[3]))


def _year_last(match: re.Match[str], _: date) -> date | None:
    first, second, year = int(match[1]), int(match[2]), int(match[3])
    month, day = (second, first) if first > 12 else (first, second)  # noqa: PLR2004 - months
    return _on(year if year > 99 else 2000 + year, month, day)  # noqa: PLR2004 - two digits


def _month_day(match: re.Match[str], today: date) -> date | None:
    first, second = int(match[1]), int(match[2])
    month, day = (second, first) if first > 12 else (first, second)  # noqa: PLR2004 - months
    return latest(month, day, today)


def latest(month: int, day: int, today: date) -> date | None:
    """The latest such day that has come, or one that comes within `AHEAD`; None when there is none."""
    for year in (today.year + 1, today.year, today.year - 1, today.year - 2, today.year - 3, today.year - 4):
        found = _on(year, month, day)
        if found is not None and found <= today + AHEAD:
            return found
    return None


def _named_month(match: re.Match[str], today: date) -> date | None:
    month, day = _MONTHS[match["month"]], int(match["day"])
    return _on(int(match["year"]), month, day) if match["year"] else latest(month, day, today)


def _day_of_month(match: re.Match[str], today: date) -> date | None:
    day = int(match[1]) if match[1].isdecimal() else han_value(match[1])
    if day is None or not 1 <= day <= 31:  # noqa: PLR2004 - days of a month
        return None
    month = today
    for _ in range(4):  # no two neighbouring months lack the same day, save for leap days
        found = _on(month.year, month.month, day)
        if found is not None and found <= today:
            return found
        month = month.replace(day=1) - timedelta(days=1)
    return None


def _relative(match: re.Match[str], today: date) -> date:
    return today + timedelta(days=_OFFSETS[match[0]])


def _days_ago(match: re.Match[str], today: date) -> date | None:
    days = int(match[1]) if match[1].isdecimal() else han_value(match[1])
    return None if days is None else today - timedelta(days=days)


def _weekday(match: re.Match[str], today: date) -> date:
    return _of_week(match[1] or "", "一二三四五六日".find(match[2].replace("天", "日")), today)


def _of_week(which: str, weekday: int, today: date) -> date:
    monday = today - timedelta(days=today.weekday())
    if which.startswith("下"):
        return monday + timedelta(days=7 + weekday)
    if which.startswith("上"):
        return monday + timedelta(days=weekday - 7)
    return today - timedelta(days=(today.weekday() - weekday) % 7)


def _english_weekday(match: re.Match[str], today: date) -> date:
    back = (today.weekday() - _WEEKDAYS[match["weekday"]]) % 7
    match match["which"]:
        case "last ":
            return today - timedelta(days=back or 7)
        case "next ":
            return today + timedelta(days=7 - back)
        case _:
            return today - timedelta(days=back)


_TIME = r"(?:[ t]\d{1,2}:\d{2}(?::\d{2})?)?"
_TH = "(?:st|nd|rd|th)?"
_YEAR = r"(?:,? (?P<year>20\d\d)(?!\d))?"
_NOT_A_DAY = "(?:order|sale|deal|customer|client|floor|place)"
_Resolve = Callable[[re.Match[str], date], date | None]
_FORMS: tuple[tuple[re.Pattern[str], _Resolve], ...] = tuple(
    (re.compile(pattern), resolve)
    for pattern, resolve in (
        (rf"(20\d\d)[-/.年](\d{{1,2}})[-/.月](\d{{1,2}})(?!\d)[日号]?{_TIME}", _full),
        (rf"(\d{{1,2}})[-/.](\d{{1,2}})[-/.](20\d\d|\d\d)(?!\d){_TIME}", _year_last),
        (r"(\d{1,2})月(\d{1,2})[日号]?(?!\d)", _month_day),
        (rf"(\d{{1,2}})[-/](\d{{1,2}})(?![\d/\-.,%]|\.\d| ?[单笔件盒支瓶元块个人位]){_TIME}", _month_day),
        (rf"(?P<month>{_either(_MONTHS)})\.? (?P<day>\d{{1,2}}){_TH}(?![\d.,:]\d|\d){_YEAR}", _named_month),
        (rf"(?:the )?(?P<day>\d{{1,2}}){_TH}(?: of)? (?P<month>{_either(_MONTHS)})(?![a-z]){_YEAR}", _named_month),
        (rf"(?:the )?(\d{{1,2}})(?:st|nd|rd|th)(?![a-z])(?! {_NOT_A_DAY})", _day_of_month),
        (r"(\d{1,2}|[一二三四五六七八九十]{1,3})[号日](?![楼线色店口门房桌台机]|单|的那)", _day_of_month),
        (r"(\d{1,2}|[一二两三四五六七])天前", _days_ago),
        (r"(\d{1,2}) days? ago(?![a-z])", _days_ago),
        (rf"(?:{_either(_OFFSETS)})(?![a-z])", _relative),
        (r"(上个?|下个?|这个?|本)?(?:周|星期|礼拜)([一二三四五六日天])", _weekday),
        (rf"(?P<which>last |next |this |on )?(?P<weekday>{_either(_WEEKDAYS)})(?:'s)?(?![a-z])", _english_weekday),
    )
)  # fmt: skip
# A month with a day, as nothing else is written; 31 orders in June are none.
_COUNTED = r"(?! ?(?:orders?|sales?|deals?|customers?|new|pcs|pieces?)(?![a-z]))"
_NAMED_DAYS = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?<!\d)(?P<month>\d{1,2})月(?P<day>\d{1,2})[日号]",
        rf"(?<![a-z])(?P<month>{_either(_MONTHS)})\.? (?P<day>\d{{1,2}}){_TH}(?![\d.,:a-z]){_COUNTED}",
        rf"(?<![\d.,])(?P<day>\d{{1,2}}){_TH}(?: of)? (?P<month>{_either(_MONTHS)})(?![a-z])(?! \d)",
        rf"(?m)(?:^|(?<=on ))(?P<day>\d{{1,2}}){_TH}(?: of)? (?P<month>{_either(_MONTHS)})(?![a-z])",
    )
)
_LEAP_YEAR, _MONTH_DAYS = 2024, 31
_HEAD_DATE = re.compile(r"(\d{1,2})\.(\d{1,2})(?![\d.])(?!\s*[万千kw%元块折])")


def day_at(folded: str, position: int, today: date) -> tuple[date, int] | None:
    """The day that is named at `position`, and where its name ends."""
    for form, resolve in _FORMS:
        match = form.match(folded, position)
        if match is not None:
            found = resolve(match, today)
            if found is not None:
                return found, match.end()
    return None


def is_day(text: str, today: date) -> bool:
    """Whether `text` names a day and nothing else."""
    folded = writing(text).folded.strip()
    found = day_at(folded, 0, today) if folded else None
    return found is not None and found[1] == len(folded)


def no_such_day(folded: str) -> slice | None:
    """Where a day is named that no year has, such as 31 June."""
    for form in _NAMED_DAYS:
        for match in form.finditer(folded):
            month, day = _MONTHS.get(match["month"]) or int(match["month"]), int(match["day"])
            if 1 <= day <= _MONTH_DAYS and _on(_LEAP_YEAR, month, day) is None:
                return slice(*match.span())
    return None


def dotted_at(folded: str, position: int, today: date) -> tuple[date, int] | None:
    """The day written as 11.20 at `position`: for where the reader knows that it is no amount."""
    match = _HEAD_DATE.match(folded, position)
    found = _month_day(match, today) if match is not None else None
    return None if match is None or found is None else (found, match.end())
