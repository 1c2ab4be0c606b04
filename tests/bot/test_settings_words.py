"""What people write when they change a setting."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.settings_words import Setting, read_currency, read_kept, read_language, read_setting, read_switch, read_time
from kpi.money import MINOR_DIGITS


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("20:00", "20:00"), ("20：00", "20:00"), ("２０：００", "20:00"), ("20.30", "20:30"), ("2000", "20:00"),
        ("930", "09:30"), ("20", "20:00"), ("8", "08:00"), ("0:00", "00:00"), ("24:00", "00:00"), ("23:59", "23:59"),
        ("8pm", "20:00"), ("8 PM", "20:00"), ("8:30 p.m.", "20:30"), ("830pm", "20:30"), ("9 am", "09:00"),
        ("12am", "00:00"), ("12pm", "12:00"), ("12:30 am", "00:30"),
        ("20点", "20:00"), ("20点30", "20:30"), ("20点30分", "20:30"), ("晚上8点", "20:00"), ("晚上八点半", "20:30"),
        ("晚上12点", "00:00"), ("晚上20点", "20:00"), ("夜里两点", "02:00"), ("凌晨12点", "00:00"),
        ("凌晨2点", "02:00"), ("早上9点", "09:00"), ("上午十点一刻", "10:15"), ("中午12点", "12:00"),
        ("中午1点", "13:00"), ("中午十一点半", "11:30"), ("下午3:05", "15:05"), ("下午12点半", "12:30"),
    ],
)  # fmt: skip
def test_a_time_of_day_is_read_as_people_write_it(text: str, clock: str) -> None:
    minutes = read_time(text)
    assert minutes is not None
    assert f"{minutes // 60:02}:{minutes % 60:02}" == clock


@pytest.mark.parametrize(
    "text",
    ["", "soon", "25:00", "24:01", "12:60", "20:0000", "20:00:00", "-3", "13pm", "0am", "十三点", "百点", "20点99分",
     "8pm tomorrow", "20000", "٣:٠٠"],
)  # fmt: skip
def test_what_is_no_time_of_day_is_not_read(text: str) -> None:
    assert read_time(text) is None


@given(st.integers(0, 23), st.integers(0, 59))
def test_every_minute_of_the_day_can_be_written(hour: int, minute: int) -> None:
    assert read_time(f"{hour}:{minute:02}") == read_time(f"{hour:02}{minute:02}") == hour * 60 + minute


@given(st.text(alphabet="0123456789一二十点半:：.时分早晚上下午pm 凌晨", max_size=12))
def test_whatever_is_read_lies_within_the_day(text: str) -> None:
    minutes = read_time(text)
    assert minutes is None or 0 <= minutes < 1440


@pytest.mark.parametrize(
    ("text", "currency"),
    [
        ("USD", "USD"), ("usd", "USD"), ("$", "USD"), ("US Dollar", "USD"), ("美元", "USD"), ("美金", "USD"),
        ("CNY", "CNY"), ("人民币", "CNY"), ("¥", "CNY"), ("￥", "CNY"), ("RMB", "CNY"), ("元", "CNY"),
        ("欧元", "EUR"), ("€", "EUR"), ("港币", "HKD"), ("港元", "HKD"), ("新台币", "TWD"), ("马来西亚林吉特", "MYR"),
        ("XYZ", None), ("", None), ("BTC", None), ("XAU", None),
    ],
)  # fmt: skip
def test_a_currency_goes_by_its_code_sign_or_name(text: str, currency: str | None) -> None:
    assert read_currency(text) == currency


def test_every_currency_of_ours_is_read_by_its_code() -> None:
    assert {read_currency(code) for code in MINOR_DIGITS} == set(MINOR_DIGITS)


@pytest.mark.parametrize(
    ("text", "language"),
    [("zh", "zh"), ("中文", "zh"), ("Chinese", "zh"), ("EN", "en"), ("English", "en"), ("英文", "en"), ("fr", None)],
)
def test_a_language_goes_by_its_name_in_either(text: str, language: str | None) -> None:
    assert read_language(text) == language


@pytest.mark.parametrize(
    ("text", "on"),
    [("on", True), ("开", True), ("打开", True), ("OFF", False), ("关", False), ("关闭", False), ("20", None)],
)
def test_a_switch_is_on_off_or_something_else(text: str, on: bool | None) -> None:
    assert read_switch(text) is on


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("zone Europe/Berlin", (Setting.ZONE, "Europe/Berlin")),
        ("zone New York", (Setting.ZONE, "New York")),
        ("TIME 20:00", (Setting.DAILY, "20:00")),
        ("daily  off", (Setting.DAILY, "off")),
        ("zone: Berlin", (Setting.ZONE, "Berlin")),
        ("时区 上海", (Setting.ZONE, "上海")),
        ("时区上海", (Setting.ZONE, "上海")),
        ("时区：上海", (Setting.ZONE, "上海")),
        ("日报关", (Setting.DAILY, "关")),
        ("时间 晚上 8点", (Setting.DAILY, "晚上 8点")),
        ("weekly 09:05", (Setting.WEEKLY, "09:05")),
        ("周报 开", (Setting.WEEKLY, "开")),
        ("结算 02:00", (Setting.CLOSE, "02:00")),
        ("货币 美元", (Setting.CURRENCY, "美元")),
        ("语言 English", (Setting.LANGUAGE, "English")),
        ("zone", (Setting.ZONE, "")),
        ("words 90", (Setting.WORDS, "90")),
        ("原话90天", (Setting.WORDS, "90天")),
        ("原话保留 一直", (Setting.WORDS, "一直")),
        ("nonsense 3", None),
        ("zonex Berlin", None),
        ("", None),
    ],
)
def test_a_setting_is_named_first(text: str, read: tuple[Setting, str] | None) -> None:
    assert read_setting(text) == read


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("30", 30),
        ("30天", 30),
        ("365 days", 365),
        ("A year", 365),
        ("一年", 365),
        ("always", 0),
        ("一直", 0),
        ("off", 0),
        ("29", None),
        ("366", None),
        ("on", None),
        ("３０", 30),
        ("-30", None),
        ("", None),
    ],
)
def test_how_long_words_are_kept_is_a_month_to_a_year_or_for_good(text: str, days: int | None) -> None:
    assert read_kept(text) == days
