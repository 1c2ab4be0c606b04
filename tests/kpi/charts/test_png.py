"""PNG files as others read them."""

from io import BytesIO

from PIL import Image

from kpi.charts.png import png


def test_a_reader_sees_the_pixels_that_were_written() -> None:
    pixels = bytes(range(2 * 3 * 4))

    with Image.open(BytesIO(png(memoryview(pixels), 2, 3))) as image:
        assert (image.format, image.mode, image.size) == ("PNG", "RGBA", (2, 3))
        assert image.tobytes() == pixels
