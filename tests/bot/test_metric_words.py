"""Metrics by their names, and their values in words."""

from fractions import Fraction

import pytest

from bot.metric_words import example, likely_metrics, meaning, name, read_metric, worded
from bot.render import line
from bot.texts import LANGUAGES
from kpi.metrics import Metric


@pytest.mark.parametrize(
    ("asked", "metric"),
    [
        ("复购率", Metric.REPURCHASE),
        ("回购率", Metric.BOUGHT_AGAIN),
        ("客单价", Metric.PER_BUYER),
        ("笔单价", Metric.AOV),
        ("AOV", Metric.AOV),
        ("ａｏｖ", Metric.AOV),
        ("销售额", Metric.NET),
        ("新客", Metric.NEW_CUSTOMERS),
        ("New customers", Metric.NEW_CUSTOMERS),
        ("页面访问量", Metric.PAGE_VIEWS),
        ("unique visitors", Metric.VISITORS),
        ("UV", Metric.VISITORS),
        ("24小时发货率", Metric.WITHIN_24H),
        ("达成率", Metric.ATTAINMENT),
        ("complaint rate", Metric.COMPLAINT_RATE),
        ("更努力", None),
        ("", None),
        ("a" * 5_000, None),
    ],
)
def test_a_metric_is_found_by_what_people_call_it(asked: str, metric: Metric | None) -> None:
    assert read_metric(asked) is metric


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("metric", Metric)
def test_every_metric_is_found_by_the_name_that_it_is_shown_by(metric: Metric, language: str) -> None:
    assert read_metric(line(name(metric), language)) is metric
    assert read_metric(metric.value) is metric or "_" in metric.value


@pytest.mark.parametrize(
    ("asked", "likely"),
    [
        ("复购率啊", [Metric.REPURCHASE]),
        ("满意", [Metric.SATISFACTION]),
        ("conversoin", [Metric.CONVERSION]),
        ("更努力", []),
    ],
)
def test_a_slip_is_answered_by_what_was_likely_meant(asked: str, likely: list[Metric]) -> None:
    assert list(likely_metrics(asked))[:1] == likely


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("metric", Metric)
def test_req_22_every_metric_is_explained_by_its_formula_and_an_example(metric: Metric, language: str) -> None:
    assert line(meaning(metric), language) != line(example(metric), language)
    assert any(letter.isdigit() for letter in line(example(metric), language))


@pytest.mark.parametrize(
    ("metric", "value", "zh", "en"),
    [
        (Metric.NET, Fraction(16_922_525, 100), "¥1,692.25", "¥1,692.25"),
        (Metric.ORDERS, Fraction(1_234), "1,234", "1,234"),
        (Metric.VISITORS, Fraction(75, 2), "37.5", "37.5"),
        (Metric.UNITS_PER_ORDER, Fraction(5, 2), "2.50", "2.50"),
        (Metric.STARS, Fraction(18, 5), "3.60", "3.60"),
        (Metric.CONVERSION, Fraction(4, 75), "5.3%", "5.3%"),
        (Metric.HANDLING, Fraction(12), "12.0 小时", "12.0 hours"),
        (Metric.STOCK_DAYS, Fraction(8), "8.0 天", "8.0 days"),
        (Metric.SCORE, Fraction(93), "93.0 分", "93.0 points"),
        (Metric.TURNOVER, None, "—", "—"),
    ],
)
def test_a_value_has_its_unit(metric: Metric, value: Fraction | None, zh: str, en: str) -> None:
    said = worded(metric, value, "CNY")
    assert (line(said, "zh"), line(said, "en")) == (zh, en)
