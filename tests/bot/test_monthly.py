"""The monthly report as it is read: below the picture, and on it."""

import re
from datetime import date, timedelta

import pytest

from bot.monthly import monthly_message
from bot.render import render
from bot.texts import LANGUAGES
from kpi.charts.spec import MonthlyChart
from kpi.message import Message, decode, encode
from kpi.period import Grain, period_of
from tests.bot.shop import Shop, lines

EIGHTH = date(2026, 6, 8)
JUNE = period_of(Grain.MONTH, EIGHTH)
NUMBER = re.compile(r"\d[\d,.]*\d|\d")


def june(day: int) -> date:
    return date(2026, 6, day)


def may(day: int) -> date:
    return date(2026, 5, day)


def report(shop: Shop, until: date = EIGHTH) -> Message:
    return monthly_message(shop.db, shop.team, JUNE, until=until)


def chart(message: Message, language: str) -> MonthlyChart:
    """What the sender has drawn, after the way through the outbox."""
    drawn = render(decode(encode(message)), language).chart
    assert isinstance(drawn, MonthlyChart)
    return drawn


def a_month(shop: Shop) -> None:
    """Two sellers, one refund, a target of the team and one of Mei; on 8 June."""
    mei, qiang = shop.member("小美"), shop.member("阿强")
    shop.aims(None, EIGHTH, 9_000, by=mei)
    shop.aims(mei, EIGHTH, 8_000, by=mei)
    shop.sold(mei, may(3), 2_000, 4, 1)
    shop.sold(qiang, may(8), 500, 1)
    shop.sold(qiang, may(9), 1_500, 1)
    shop.sold(mei, june(1), 1_820, 3, 2)
    shop.sold(mei, june(2), 1_180, 2, refund=200)
    shop.sold(qiang, EIGHTH, 600, 2, 1)


def test_the_text_in_chinese(shop: Shop) -> None:
    a_month(shop)

    assert lines(report(shop), "zh") == [
        "📊 花花美妆 · 月报 2026年6月（还没结束）",
        "净销售额 ¥3,400（▲36.0% · 上月同期 ¥2,500）",
        "7单 ▲40.0% · 笔单价 ¥485.71 ▼2.9% · 新客3 ▲200.0%",
        "2026年6月目标 ¥3,400 / ¥9,000 = 37.8% · 时间进度 26.7%",
        "最高一天：6月1日 ¥1,820",
        "上月全月 ¥4,000",
        "1. 小美 ¥2,800 ▲40.0% · 目标 35.0%",
        "2. 阿强 ¥600 ▲20.0%",
    ]


def test_the_text_in_english(shop: Shop) -> None:
    a_month(shop)

    assert lines(report(shop), "en") == [
        "📊 花花美妆 · monthly report Jun 2026 (not over yet)",
        "Net sales ¥3,400 (▲36.0% · same days last month ¥2,500)",
        "7 orders ▲40.0% · AOV ¥485.71 ▼2.9% · 3 new ▲200.0%",
        "Jun 2026 target ¥3,400 / ¥9,000 = 37.8% · time elapsed 26.7%",
        "Best day: Jun 1 ¥1,820",
        "All of the month before ¥4,000",
        "1. 小美 ¥2,800 ▲40.0% · target 35.0%",
        "2. 阿强 ¥600 ▲20.0%",
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_picture_says_the_numbers_of_the_text_and_no_others(shop: Shop, language: str) -> None:
    a_month(shop)
    message = report(shop)
    drawn = chart(message, language)
    goal, run = drawn.goal, drawn.run
    assert goal is not None
    assert run.target is not None

    on_it = {goal.amounts, goal.time, goal.gauge.text, drawn.headline.value, drawn.headline.before, drawn.subtitle}
    changes = [drawn.headline.change, *(tile.change for tile in drawn.tiles), *(one.change for one in drawn.sellers)]
    on_it |= {change.text for change in changes} | {tile.value for tile in drawn.tiles}
    on_it |= {one.total for one in drawn.sellers} | {one.gauge.text for one in drawn.sellers if one.gauge}
    on_it |= {run.now.value, run.before.value, run.target.value, drawn.best[1]}
    dates_and_places = {"1", "2", "6", "2026"}

    in_text = set(NUMBER.findall("\n".join(lines(message, language))))
    assert set(NUMBER.findall("\n".join(on_it))) - dates_and_places == in_text - dates_and_places


def test_from_ten_thousand_on_the_picture_is_brief_and_the_text_exact(shop: Shop) -> None:
    shop.sold(shop.member("小美"), EIGHTH, 12_345, 1)
    message = report(shop)

    assert "最高一天：6月8日 ¥12,345" in lines(message)
    assert chart(message, "zh").best == ("最高 6月8日", "¥1.23万")
    assert chart(message, "zh").sellers[0].total == "¥12,345"


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("zh", "2026年6月 没有人报数，这个月没有图。"),
        ("en", "Nobody reported in Jun 2026, so there is no chart."),
    ],
)
def test_an_empty_month_is_a_sentence_without_a_picture(shop: Shop, language: str, sentence: str) -> None:
    shop.sold(shop.member("小美"), may(31), 100)
    message = report(shop)

    assert lines(message, language) == [sentence]
    assert message.picture is None


def test_a_month_that_is_over_is_compared_with_the_whole_one_before(shop: Shop) -> None:
    a_month(shop)
    said = lines(report(shop, EIGHTH + timedelta(days=60)))

    assert said[0] == "📊 花花美妆 · 月报 2026年6月"
    assert said[1] == "净销售额 ¥3,400（▼15.0% · 上月 ¥4,000）"
    assert "上月全月 ¥4,000" not in said


def test_a_day_of_refunds_leads_the_curve_down(shop: Shop) -> None:
    mei = shop.member("小美")
    shop.sold(mei, june(1), 500, 1)
    shop.sold(mei, june(2), 0, refund=800)
    drawn = chart(report(shop, june(2)), "zh")

    assert [*drawn.run.now.sums] == [500, -300]
    assert [bar.amount for bar in drawn.days[:3]] == [500, -800, None]


def test_who_has_no_place_in_the_rows_is_counted_with_the_others(shop: Shop) -> None:
    for number in range(30):
        shop.sold(shop.member(f"卖家{number}"), EIGHTH, 1_000 - number)
    message = report(shop)
    rows = chart(message, "zh").sellers

    assert (len(rows), rows[-1].name, rows[-1].total) == (8, "其余23人", "¥22,586")
    assert lines(message)[-1].startswith("其余20人共")
