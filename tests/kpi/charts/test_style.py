"""The sheet that charts are drawn on."""

from io import BytesIO

import pytest
from PIL import Image

from kpi.charts.style import PALETTE, TALLEST, Box, Sheet
from tests.kpi.charts.given import texts


@pytest.mark.parametrize("height", [100, TALLEST])
def test_a_box_is_where_it_was_put_counted_from_the_top_left(height: int) -> None:
    sheet = Sheet(height)
    sheet.box(Box(20, 10, 30, 40), PALETTE[0])

    with Image.open(BytesIO(sheet.png())) as drawn:
        assert drawn.size == (1080, height)
        paper, blue = (255, 255, 255, 255), (0, 0x72, 0xB2, 255)
        assert [drawn.getpixel(at) for at in ((19, 10), (20, 9), (20, 50), (50, 49))] == [paper] * 4
        assert [drawn.getpixel(at) for at in ((20, 10), (49, 10), (20, 49), (49, 49))] == [blue] * 4


def test_a_sheet_starts_as_paper_whatever_was_drawn_before() -> None:
    before = Sheet(100)
    before.box(Box(0, 0, 1080, 100), PALETTE[0])
    before.png()

    with Image.open(BytesIO(Sheet(100).png())) as drawn:
        assert drawn.getcolors() == [(1080 * 100, (255, 255, 255, 255))]


def test_a_sheet_taller_than_a_phone_shows_is_refused() -> None:
    with pytest.raises(ValueError, match="a sheet of"):
        Sheet(TALLEST + 1)


def test_nothing_is_written_on_a_new_sheet() -> None:
    assert texts(Sheet(100)) == []
