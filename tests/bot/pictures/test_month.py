"""Figures worded for the monthly chart, in both languages."""

from dataclasses import replace
from datetime import date

import pytest

from bot.pictures.month import month_chart
from bot.texts import LANGUAGES
from kpi.charts.monthly import monthly
from kpi.charts.spec import Bar
from kpi.period import Grain, period_of
from tests.bot.pictures.given import DAY, NOTHING, figures, month


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (
            "zh",
            (
                "月报 · 2026年6月（还没结束）",
                "上月同期 ¥1,000",
                "每日净销售额（¥）",
                "6月",
                "5月",
                "目标",
                "比上月",
                "最高 6月1日",
            ),
        ),
        (
            "en",
            (
                "Monthly report · Jun 2026 (not over yet)",
                "same days last month ¥1,000",
                "Each day (¥)",
                "Jun",
                "May",
                "target",
                "vs. before",
                "best: Jun 1",
            ),
        ),
    ],
)
def test_the_chart_speaks_the_reader_s_language(language: str, words: tuple[str, ...]) -> None:
    chart = month_chart(month(), language)
    run = chart.run

    assert run.target is not None
    shown = (
        chart.subtitle,
        chart.headline.before,
        chart.daily,
        run.now.label,
        run.before.label,
        run.target.label,
        chart.columns[1],
        chart.best[0],
    )
    assert shown == words


def test_a_month_that_is_over_is_compared_with_the_whole_one_before() -> None:
    chart = month_chart(month(30), "zh")

    assert (chart.subtitle, chart.headline.before) == ("月报 · 2026年6月", "上月 ¥1,000")


def test_the_curves_add_up_day_by_day() -> None:
    run = month_chart(replace(month(), days=(DAY, NOTHING, replace(DAY, net=-50_00))), "zh").run

    assert [*run.now.sums] == [100, 100, 50]
    assert run.now.value == "¥50"
    assert (len(run.before.sums), run.before.sums[-1], run.before.value) == (31, 1_550, "¥1,550")
    assert run.target is not None
    assert ([*run.target.sums], run.target.value) == ([20_000], "¥2万")


def test_without_a_target_there_is_no_way_to_it() -> None:
    chart = month_chart(replace(month(), goal=None), "zh")

    assert (chart.goal, chart.run.target) == (None, None)


@pytest.mark.parametrize(
    ("net", "labels"),
    [
        (100_00, ["¥50", "¥100"]),
        (499_99, ["¥100", "¥200", "¥300", "¥400"]),
        (500_00, ["¥200", "¥400"]),
        (1_000_000_00, ["¥50万", "¥100万"]),
        (-100_00, []),
        (3, []),
    ],
)
def test_lines_across_stand_at_round_amounts(net: int, labels: list[str]) -> None:
    given = replace(month(), days=(replace(DAY, net=net),), days_before=(NOTHING,) * 31, goal=None)

    assert [level.label for level in month_chart(given, "zh").run.levels] == labels


def test_the_axis_names_every_fifth_day() -> None:
    labels = [bar.label for bar in month_chart(month(), "zh").days]

    assert len(labels) == 30
    assert [label for label in labels if label] == ["1", "5", "10", "15", "20", "25", "30"]


def test_a_day_to_come_has_no_bar_and_one_that_the_month_before_lacked_no_grey_one() -> None:
    march = replace(month(), period=period_of(Grain.MONTH, date(2026, 3, 1)), days=(DAY,) * 30, days_before=(DAY,) * 28)
    bars = month_chart(march, "zh").days

    assert bars[27:] == (Bar("", 100, 100), Bar("", 100, 0), Bar("30", 100, 0), Bar("", None, 0))


def test_tiles_show_the_month_without_its_days() -> None:
    tiles = month_chart(month(), "zh").tiles

    assert [(tile.label, tile.value, tile.days) for tile in tiles] == [
        ("订单", "12", ()),
        ("笔单价", "¥50", ()),
        ("新客", "1", ()),
    ]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("number", [0, 1, 4, 30])
def test_every_number_of_sellers_can_be_drawn(number: int, language: str) -> None:
    given = replace(month(), sellers=figures(number).sellers)

    assert monthly(month_chart(given, language)).png().startswith(b"\x89PNG")
