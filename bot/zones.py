"""Time zones by the names that people give them: an IANA name, a city or a country, in Chinese or English."""

import unicodedata
from collections.abc import Iterator
from datetime import datetime
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from babel import Locale
from babel.core import get_global

from bot.texts import LOCALES
from kpi.message import Minutes

_NO_PLACES = {"Factory", "localtime", "posixrules"}
_SUGGESTIONS = 3
_ALIKE = 70  # of 100; below that a suggestion is a guess
_LONGEST = 64

# All of China keeps Beijing's time; the zone's own name is Shanghai's.
_CHINA = ("北京", "beijing", "广州", "guangzhou", "深圳", "shenzhen", "杭州", "hangzhou", "成都", "chengdu",
          "东八区", "utc+8", "gmt+8")  # fmt: skip


def read_zone(text: str) -> str | None:
    """The IANA name of the zone that `text` means, or None when it means none or several."""
    asked = _plain(text)
    for wanted in (asked, asked.removesuffix("时间").removesuffix("time").strip()):
        if wanted in _places():
            return _places()[wanted]
        if len(_countries().get(wanted, ())) == 1:
            return _countries()[wanted][0]
    return None


def clock(instant: datetime, zone: str) -> Minutes:
    """What the clocks in `zone` show at `instant`."""
    local = instant.astimezone(ZoneInfo(zone))
    return Minutes(local.hour * 60 + local.minute)


def near_zones(text: str) -> tuple[str, ...]:
    """The zones that `text` may have meant: all of a country, else at most three, the likeliest first."""
    asked = _plain(text)
    if asked in _countries():
        return _countries()[asked]
    from rapidfuzz import fuzz, process  # 3 MB, for few messages

    alike = process.extract(asked, _places().keys(), scorer=fuzz.ratio, score_cutoff=_ALIKE, limit=10)
    return tuple(dict.fromkeys(_places()[place] for place, _, _ in alike))[:_SUGGESTIONS]


def _plain(text: str) -> str:
    folded = unicodedata.normalize("NFKC", text[:_LONGEST]).casefold().replace("_", " ")
    return " ".join(folded.split())


@cache
def _places() -> dict[str, str]:
    """Zones by their own name, by their city, and by what else people call them. The first of these counts."""
    named = {_plain(zone): zone for zone in sorted(available_timezones() - _NO_PLACES)}
    cities = {_plain(city): zone for city, zone in _cities()}
    return dict.fromkeys(_CHINA, "Asia/Shanghai") | cities | named


@cache
def _inhabited() -> dict[str, str]:
    """The country codes of zones that are places, old names for the same place left out."""
    known = available_timezones()
    return {zone: country for zone, country in get_global("zone_territories").items() if zone in known}


def _cities() -> Iterator[tuple[str, str]]:
    """Every city that a zone is named for, in both languages, and its zone."""
    renamed = get_global("zone_aliases")  # the languages' lists keep old names, such as Asia/Saigon
    for name in LOCALES.values():
        for zone, names in Locale.parse(name).time_zones.items():
            if "city" in names and renamed.get(zone, zone) in _inhabited():
                yield names["city"], renamed.get(zone, zone)
    for zone in _inhabited():
        yield zone.rsplit("/", 1)[-1], zone


@cache
def _countries() -> dict[str, tuple[str, ...]]:
    """The zones that matter of each country, by its names."""
    # Unicode pairs each of Windows's zones with the place that stands for it; Büsingen and Urumqi stand for none.
    notable = set(get_global("windows_zone_mapping").values())
    zones: dict[str, list[str]] = {}
    for zone, country in sorted(_inhabited().items(), key=lambda found: (found[0] not in notable, found[0])):
        if zone in notable or country not in zones:
            zones.setdefault(country, []).append(zone)
    names = [Locale.parse(name).territories for name in LOCALES.values()]
    return {_plain(by_code[code]): tuple(of) for code, of in zones.items() for by_code in names if code in by_code}
