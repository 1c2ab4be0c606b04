"""What holds for every chart, whatever stands on it."""

import struct
from collections.abc import Callable
from itertools import combinations

import pytest
from matplotlib.text import Text

from kpi.charts.style import TALLEST, Sheet
from tests.kpi.charts.given import EVERY, place, written

every_chart = pytest.mark.parametrize(("draw", "least"), EVERY.values(), ids=EVERY.keys())
Drawn = Callable[[], Sheet]


@every_chart
def test_it_fits_a_phone(draw: Drawn, least: int) -> None:
    """With a glyph for every character, too: a missing one is a warning, which fails the test."""
    width, height = struct.unpack(">II", draw().png()[16:24])

    assert width == 1080
    assert least <= height <= TALLEST


@every_chart
def test_nothing_written_leaves_the_sheet(draw: Drawn, least: int) -> None:
    sheet = draw()

    for text in written(sheet):
        here = place(text)
        assert here.x0 >= 0, text.get_text()
        assert here.x1 <= 1080, text.get_text()
        assert here.y0 >= 0, text.get_text()
        assert here.y1 <= sheet.height, text.get_text()


@every_chart
def test_no_text_covers_another(draw: Drawn, least: int) -> None:
    for one, other in combinations(written(draw()), 2):
        assert not _cover(one, other), f"{one.get_text()} and {other.get_text()}"


def _cover(one: Text, other: Text) -> bool:
    """Whether two texts share more than the air above and below their letters."""
    first, second = place(one), place(other)
    across = min(first.x1, second.x1) - max(first.x0, second.x0)
    down = min(first.y1, second.y1) - max(first.y0, second.y0)
    return bool(across > 0.5 and down > 0.4 * min(first.height, second.height))


@pytest.mark.parametrize(
    "name", ["week, eight", "month, whole", "own, usual", "finding, line", "finding, rows", "page, boss", "page, cover"]
)
def test_type_is_large_enough_for_a_phone(name: str) -> None:
    draw, _ = EVERY[name]

    assert min(float(text.get_fontsize()) for text in written(draw())) >= 20


@pytest.mark.parametrize("name", ["week, four", "month, half", "own, usual", "finding, pareto", "page, boss"])
def test_the_same_chart_gives_the_same_picture(name: str) -> None:
    draw, _ = EVERY[name]

    assert draw().png() == draw().png()
