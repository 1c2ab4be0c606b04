"""The weekly report as it is read: below the picture, and on it."""

import re
from datetime import date, timedelta

import pytest

from bot.render import render
from bot.texts import LANGUAGES
from bot.weekly import weekly_message
from kpi.charts.spec import WeeklyChart
from kpi.message import Message, decode, encode
from kpi.period import Grain, period_of
from tests.bot.shop import Shop, lines

MONDAY = date(2026, 6, 8)
WEEK = period_of(Grain.WEEK, MONDAY)
BACK = timedelta(days=7)
CAPTION_LIMIT = 1024  # UTF-16 units after parsing
NUMBER = re.compile(r"\d[\d,.]*\d|\d")


def day(number: int) -> date:
    return MONDAY + timedelta(days=number)


def report(shop: Shop, *, late: bool = False, until: date | None = None) -> Message:
    return weekly_message(shop.db, shop.team, WEEK, late=late, until=until)


def chart(message: Message, language: str) -> WeeklyChart:
    """What the sender has drawn, after the way through the outbox."""
    drawn = render(decode(encode(message)), language).chart
    assert isinstance(drawn, WeeklyChart)
    return drawn


def a_week(shop: Shop) -> Message:
    """Two sellers, one refund, a target of the team and one of Mei."""
    mei, qiang = shop.member("小美"), shop.member("阿强")
    shop.aims(None, MONDAY, 9_000, by=mei)
    shop.aims(mei, MONDAY, 8_000, by=mei)
    shop.sold(mei, day(0) - BACK, 2_000, 4, 1)
    shop.sold(qiang, day(1) - BACK, 500, 1)
    shop.sold(mei, day(0), 1_820, 3, 2)
    shop.sold(mei, day(1), 1_180, 2, refund=200)
    shop.sold(qiang, day(6), 600, 2, 1)
    return report(shop)


def test_the_text_in_chinese(shop: Shop) -> None:
    assert lines(a_week(shop), "zh") == [
        "📊 花花美妆 · 周报 6月8日至14日",
        "净销售额 ¥3,400（▲36.0% · 上周 ¥2,500）",
        "7单 ▲40.0% · 笔单价 ¥485.71 ▼2.9% · 新客3 ▲200.0%",
        "2026年6月目标 ¥5,900 / ¥9,000 = 65.6% · 时间进度 46.7%",
        "每天：6月8日 ¥1,820 · 6月9日 ¥980 · 6月10日 ¥0 · 6月11日 ¥0 · 6月12日 ¥0 · 6月13日 ¥0 · 6月14日 ¥600",
        "1. 小美 ¥2,800 ▲40.0% · 目标 60.0%",
        "2. 阿强 ¥600 ▲20.0%",
    ]


def test_the_text_in_english(shop: Shop) -> None:
    assert lines(a_week(shop), "en") == [
        "📊 花花美妆 · weekly report Jun 8\u2009–\u200914",
        "Net sales ¥3,400 (▲36.0% · week before ¥2,500)",
        "7 orders ▲40.0% · AOV ¥485.71 ▼2.9% · 3 new ▲200.0%",
        "Jun 2026 target ¥5,900 / ¥9,000 = 65.6% · time elapsed 46.7%",
        "Each day: Jun 8 ¥1,820 · Jun 9 ¥980 · Jun 10 ¥0 · Jun 11 ¥0 · Jun 12 ¥0 · Jun 13 ¥0 · Jun 14 ¥600",
        "1. 小美 ¥2,800 ▲40.0% · target 60.0%",
        "2. 阿强 ¥600 ▲20.0%",
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_picture_says_the_numbers_of_the_text_and_no_others(shop: Shop, language: str) -> None:
    message = a_week(shop)
    drawn = chart(message, language)
    goal = drawn.goal
    assert goal is not None

    on_it = {goal.amounts, goal.time, goal.gauge.text, drawn.headline.value, drawn.headline.before, drawn.subtitle}
    changes = [drawn.headline.change, *(tile.change for tile in drawn.tiles), *(one.change for one in drawn.sellers)]
    on_it |= {change.text for change in changes} | {tile.value for tile in drawn.tiles}
    on_it |= {one.total for one in drawn.sellers} | {one.gauge.text for one in drawn.sellers if one.gauge}
    on_it |= {day.total for day in drawn.days}
    places = {"1", "2"}
    dates = {str(number) for number in range(8, 15)} | {"6", "2026"}

    in_text = set(NUMBER.findall("\n".join(lines(message, language))))
    assert set(NUMBER.findall("\n".join(on_it))) - dates == in_text - places - dates


def test_who_improved_and_who_reports_every_day_is_praised(shop: Shop) -> None:
    mei, qiang = shop.member("小美"), shop.member("阿强")
    for number in range(7):
        shop.sold(mei, day(number) - BACK, 100)
        shop.sold(qiang, day(number) - BACK, 1_000)
        shop.sold(mei, day(number), 150)
    shop.sold(qiang, day(0), 500)
    for language, lines_ in (
        ("zh", ["📈 比自己前四周 小美 ▲50.0%", "🔥 连续报单：小美 14 天"]),
        ("en", ["📈 Improved on own 4 weeks 小美 ▲50.0%", "🔥 In a row: 小美 14 days"]),
    ):
        assert lines(report(shop), language)[4:6] == lines_


def test_a_late_one_says_so(shop: Shop) -> None:
    shop.sold(shop.member("小美"), MONDAY, 100)

    assert "补发" in lines(report(shop, late=True))[0]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("zh", "6月8日至14日 没有人报数，这周没有图。"),
        ("en", "Nobody reported in the week Jun 8\u2009–\u200914, so there is no chart."),
    ],
)
def test_an_empty_week_is_a_sentence_without_a_picture(shop: Shop, language: str, sentence: str) -> None:
    shop.sold(shop.member("小美"), MONDAY - BACK, 100)
    message = report(shop)

    assert lines(message, language) == [sentence]
    assert message.picture is None


@pytest.mark.parametrize(
    ("language", "heading", "compared"),
    [
        ("zh", "📊 花花美妆 · 周报 6月8日至14日（还没结束）", "净销售额 ¥300（▲200.0% · 上周同期 ¥100）"),
        (
            "en",
            "📊 花花美妆 · weekly report Jun 8\u2009–\u200914 (not over yet)",
            "Net sales ¥300 (▲200.0% · same days last week ¥100)",
        ),
    ],
)
def test_a_week_that_is_not_over_is_compared_with_the_same_days(
    shop: Shop, language: str, heading: str, compared: str
) -> None:
    mei = shop.member("小美")
    shop.sold(mei, day(0), 300)
    shop.sold(mei, day(0) - BACK, 100)
    shop.sold(mei, day(5) - BACK, 4_000)
    message = report(shop, until=day(1))

    assert lines(message, language)[:2] == [heading, compared]
    assert [day.total for day in chart(message, language).days] == ["300", "0", "", "", "", "", ""]


def test_a_day_of_refunds_is_below_zero_in_text_and_picture(shop: Shop) -> None:
    mei = shop.member("小美")
    shop.sold(mei, day(0), 500, 1)
    shop.sold(mei, day(3), 0, refund=800)
    message = report(shop)

    assert "6月11日 -¥800" in lines(message)[3]
    assert chart(message, "zh").days[3].total == "-800"
    assert chart(message, "zh").sellers[0].days[3] == -800


def test_with_nothing_to_compare_with_there_is_a_dash(shop: Shop) -> None:
    shop.sold(shop.member("小美"), MONDAY, 500)

    assert lines(report(shop))[1] == "净销售额 ¥500（— · 上周 ¥0）"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["啊" * 24, "👨‍👩‍👧" * 6, "<&>" * 8, "W" * 24])
def test_thirty_sellers_fit_below_a_photo(shop: Shop, name: str, language: str) -> None:
    sellers = [shop.member(name) for _ in range(30)]
    for number, seller in enumerate(sellers):
        shop.aims(seller, MONDAY, 99_999_999, by=seller)
        shop.sold(seller, day(number % 7), 9_000_000 + number, 3)
        shop.sold(seller, day(number % 7) - BACK, 4_000_000, 3)
        for earlier in range(7):
            shop.sold(seller, day(earlier) - BACK, 1)
    message = report(shop)
    shown = lines(message, language)

    plain = "\n".join(shown).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    assert len(plain.encode("utf-16-le")) // 2 <= CAPTION_LIMIT
    assert sum(name in plain_line for plain_line in plain.split("\n")) >= 5


def test_beyond_ten_sellers_the_rest_is_one_line_with_its_total(shop: Shop) -> None:
    for number in range(12):
        shop.sold(shop.member(f"卖家{number}"), MONDAY, 1_000 - 100 * (number > 9))

    assert lines(report(shop))[-2:] == ["1. 卖家9 ¥1,000 —", "其余2人共 ¥1,800"]  # ten equal firsts


def test_a_hostile_name_is_text_below_and_on_the_picture(shop: Shop) -> None:
    name = "小美💄<b>$\\frac{1}{$"
    shop.sold(shop.member(name), MONDAY, 500)
    message = report(shop)

    assert "小美💄&lt;b&gt;$\\frac{1}{$ <b>¥500</b>" in render(message, "zh").text
    assert chart(message, "zh").sellers[0].name == name
