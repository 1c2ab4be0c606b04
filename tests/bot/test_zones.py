"""Zones by the names that people give them."""

from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.zones import near_zones, read_zone


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("Europe/Berlin", "Europe/Berlin"),
        ("europe/berlin", "Europe/Berlin"),
        ("  Berlin ", "Europe/Berlin"),
        ("Berlin time", "Europe/Berlin"),
        ("柏林", "Europe/Berlin"),
        ("Germany", "Europe/Berlin"),
        ("德国", "Europe/Berlin"),
        ("上海", "Asia/Shanghai"),
        ("北京", "Asia/Shanghai"),
        ("北京时间", "Asia/Shanghai"),
        ("中国", "Asia/Shanghai"),
        ("UTC+8", "Asia/Shanghai"),
        ("台北", "Asia/Taipei"),
        ("香港", "Asia/Hong_Kong"),
        ("吉隆坡", "Asia/Kuala_Lumpur"),
        ("胡志明市", "Asia/Ho_Chi_Minh"),
        ("加尔各答", "Asia/Kolkata"),
        ("new york", "America/New_York"),
        ("New_York", "America/New_York"),
        ("纽约", "America/New_York"),
        ("ＵＴＣ", "UTC"),
    ],
)
def test_a_zone_goes_by_its_name_its_city_or_its_country(text: str, zone: str) -> None:
    assert read_zone(text) == zone


@pytest.mark.parametrize(
    "text", ["", "nowhere", "Berln", "美国", "time", "时间", "../etc/passwd", "Factory", "x" * 5000]
)
def test_what_means_no_zone_or_several_is_not_guessed(text: str) -> None:
    assert read_zone(text) is None


@pytest.mark.parametrize(
    ("text", "among"),
    [
        ("Berln", "Europe/Berlin"),
        ("shanghia", "Asia/Shanghai"),
        ("美国", "America/New_York"),
        ("Russia", "Europe/Moscow"),
    ],
)
def test_what_was_probably_meant_is_offered(text: str, among: str) -> None:
    offered = near_zones(text)
    assert among in offered
    assert len(set(offered)) == len(offered)


@pytest.mark.parametrize("text", ["", "nowhere at all", "🦆"])
def test_nothing_is_offered_when_nothing_is_like_it(text: str) -> None:
    assert near_zones(text) == ()


def test_every_zone_is_read_as_itself() -> None:
    names = available_timezones() - {"Factory", "localtime", "posixrules"}
    assert {name for name in names if read_zone(name.upper()) != name} == set()


@given(st.text())
def test_any_text_gives_zones_that_exist_or_none(text: str) -> None:
    for zone in (read_zone(text), *near_zones(text)):
        assert zone is None or ZoneInfo(zone).key == zone
