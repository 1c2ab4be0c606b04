"""Figures worded for a seller's own picture, in both languages."""

from dataclasses import replace
from datetime import date

import pytest

from bot.pictures.progress import progress_chart
from bot.texts import LANGUAGES
from kpi.charts.progress import progress
from kpi.charts.spec import Change, Trend
from kpi.figures import Goal
from kpi.progress import Mark
from tests.bot.pictures.given import NOTHING, own


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (
            "zh",
            (
                "花花美妆 · 2026年6月 · 到6月17日",
                "本月目标",
                "¥1.23万 / ¥2万",
                "时间进度 56.7% · 明日需 ¥588.79",
                "本月到今天 · 比上月同期",
                "前四周平均 ¥1,750",
                "连续报单 5 天",
                "今天",
            ),
        ),
        (
            "en",
            (
                "花花美妆 · Jun 2026 · up to Jun 17",
                "This month's target",
                "¥12.3K / ¥20K",
                "Time elapsed 56.7% · ¥588.79 needed tomorrow",
                "This month so far · vs. same days last month",
                "average of 4 weeks ¥1,750",
                "5 days in a row",
                "today",
            ),
        ),
    ],
)
def test_the_picture_speaks_the_reader_s_language(language: str, words: tuple[str, ...]) -> None:
    chart = progress_chart(own(), language)
    goal = chart.goal

    assert goal is not None
    shown = (
        chart.subtitle,
        goal.label,
        goal.amounts,
        goal.time,
        chart.compared,
        chart.weeks.legend,
        chart.calendar.title,
        chart.calendar.legend_of_today,
    )
    assert shown == words


def test_the_tiles_compare_with_the_same_days_of_the_month_before() -> None:
    tiles = progress_chart(own(), "zh").tiles

    assert [(tile.label, tile.value, tile.change.text) for tile in tiles] == [
        ("净销售额", "¥1.23万", "▲23.5%"),
        ("订单", "30", "持平"),
        ("笔单价", "¥411.52", "▲23.5%"),
        ("新客", "4", "▼20.0%"),
    ]
    assert tiles[3].change == Change("▼20.0%", Trend.WORSE)


@pytest.mark.parametrize(
    ("language", "labels"),
    [("zh", ["5/18", "5/25", "6/1", "6/8", "本周"]), ("en", ["5/18", "5/25", "6/1", "6/8", "now"])],
)
def test_weeks_are_named_by_their_monday(language: str, labels: list[str]) -> None:
    weeks = progress_chart(own(), language).weeks

    assert [week.label for week in weeks.bars] == labels
    assert [week.value for week in weeks.bars] == ["¥1,000", "¥2,000", "¥0", "¥4,000", "-¥500"]
    assert [week.amount for week in weeks.bars] == [1000, 2000, 0, 4000, -500]
    assert weeks.usual == 1750


def test_a_target_that_is_reached_asks_for_nothing() -> None:
    reached = replace(own(), goal=Goal(target=20_000_00, net=20_000_00), need=None)
    goal = progress_chart(reached, "zh").goal

    assert goal is not None
    assert (goal.gauge.text, goal.time) == ("100.0%", "时间进度 56.7%")


def test_without_a_target_there_is_no_gauge() -> None:
    assert progress_chart(replace(own(), goal=None), "zh").goal is None


def test_a_broken_streak_is_not_counted() -> None:
    assert progress_chart(replace(own(), streak=0), "zh").calendar.title == "报单日历"


@pytest.mark.parametrize(("today", "offset"), [(date(2026, 6, 17), 0), (date(2026, 3, 1), 6), (date(2026, 5, 9), 4)])
def test_the_calendar_starts_on_the_month_s_first_weekday(today: date, offset: int) -> None:
    calendar = progress_chart(replace(own(), today=today), "zh").calendar

    assert (calendar.offset, calendar.today) == (offset, today.day)
    assert calendar.weekdays == tuple("一二三四五六日")


def test_every_sign_of_the_calendar_is_explained() -> None:
    calendar = progress_chart(own(), "zh").calendar

    assert {mark for mark, _ in calendar.legend} == set(Mark) - {Mark.OPEN}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_month_without_sales_can_be_drawn(language: str) -> None:
    empty = replace(own(), total=NOTHING, before=NOTHING, goal=None, weeks=(0, 0, 0, 0), week=0, streak=0)
    chart = progress_chart(empty, language)

    assert [tile.value for tile in chart.tiles] == ["¥0", "0", "—", "0"]
    assert progress(chart).png().startswith(b"\x89PNG")
