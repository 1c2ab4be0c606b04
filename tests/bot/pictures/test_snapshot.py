"""A page of parts in words."""

from dataclasses import replace
from fractions import Fraction

import pytest

from bot.pictures.snapshot import snapshot_chart
from kpi.charts.spec import BarsPart, RowsPart, TilesPart, TotalPart, Trend, WordsPart
from kpi.figures import Goal
from kpi.message import say
from kpi.plot import Accent, Plot, Point, Shape
from kpi.snapshot import Aim, Bars, Figure, Figures, Moved, Part, Row, Rows, Sentences, Snapshot, Total

NAMED = say("board-name", name="小美 & <b>")
UP, DOWN = Moved(say("change-none"), better=True), Moved(say("change-none"), better=False)
EMPTY = Snapshot("花花美妆", say("boss-today"), "CNY", "Asia/Shanghai", ())


def worded(part: Part, language: str = "zh") -> object:
    (found,) = snapshot_chart(replace(EMPTY, parts=(part,)), language).parts
    return found


def test_a_total_without_anything_to_compare_has_no_change() -> None:
    found = worded(Total(say("boss-today"), 8_690_00, None, say("boss-reported", reported=2, of=3), None))

    assert isinstance(found, TotalPart)
    assert (found.headline.label, found.headline.value, found.headline.change.text) == ("今天", "¥8,690", "")
    assert (found.headline.before, found.goal) == ("已报 2/3", None)


@pytest.mark.parametrize(("elapsed", "mark"), [(None, None), (Fraction(1, 4), 0.25)])
def test_a_target_is_marked_where_its_time_is_told(elapsed: Fraction | None, mark: float | None) -> None:
    aim = Aim(say("boss-day-goal"), Goal(10_000_00, 8_690_00), elapsed, say("boss-done"))
    found = worded(Total(say("boss-today"), 8_690_00, UP, say("boss-done"), aim))

    assert isinstance(found, TotalPart)
    assert found.goal is not None
    assert (found.goal.gauge.text, found.goal.gauge.mark, found.goal.amounts) == ("86.9%", mark, "¥8,690 / ¥1万")


def test_what_moved_has_the_colour_of_better_or_worse() -> None:
    figures = Figures((Figure(NAMED, NAMED, UP), Figure(NAMED, NAMED, DOWN), Figure(NAMED, NAMED, Moved(NAMED))))
    found = worded(figures)

    assert isinstance(found, TilesPart)
    assert [tile.change.trend for tile in found.tiles] == [Trend.BETTER, Trend.WORSE, Trend.NEUTRAL]


def test_a_name_stands_as_it_was_given() -> None:
    row = Row(NAMED, say("board-count", n=3), UP, 2, Goal(100, 50))
    found = worded(Rows(say("boss-best"), (NAMED, NAMED, NAMED), (row,), Fraction(1, 2)), "en")

    assert isinstance(found, RowsPart)
    (shown,) = found.rows
    assert (shown.name, shown.total, shown.place) == ("小美 & <b>", "3", 2)
    assert shown.gauge is not None
    assert (shown.gauge.text, shown.gauge.mark) == ("50.0%", 0.5)


def test_bars_stand_under_what_they_are_and_sentences_under_their_title() -> None:
    point = Point(NAMED, 5_00, accent=Accent.HIGH)
    title = say("boss-days", n=14)
    bars = worded(Bars(Plot(Shape.BARS, "", title, title, (point,), "CNY", "Asia/Shanghai")))
    words = worded(Sentences(say("report-findings"), (NAMED,)))

    assert isinstance(bars, BarsPart)
    assert (bars.title, [spot.value for spot in bars.spots]) == ("近 14 天净销售额", ["¥5"])
    assert words == WordsPart("要点", ("小美 & <b>",))
