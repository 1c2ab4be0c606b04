"""Pages as one file, as others read it."""

import re
import zlib
from io import BytesIO

from PIL import Image

from kpi.charts import draw, sheet_of
from kpi.charts.spec import Chart, PackChart
from kpi.message import Bound
from tests.kpi.charts.given import SNAPSHOTS, some

PAGES: tuple[Chart, ...] = (SNAPSHOTS["boss"], some(2))
HEIGHTS = [sheet_of(page).height for page in PAGES]


def packed(bound: Bound, *pages: Chart) -> bytes:
    return draw(PackChart("花花美妆 6月 报告 (1)", bound, pages))


def seen(page: Chart) -> Image.Image:
    """The page as its own picture shows it."""
    return Image.open(BytesIO(draw(page))).convert("RGB")


def test_a_long_picture_has_the_pages_one_below_the_other() -> None:
    whole = Image.open(BytesIO(packed(Bound.PNG, *PAGES))).convert("RGB")

    assert whole.size == (1080, sum(HEIGHTS))
    assert whole.crop((0, 0, 1080, HEIGHTS[0])).tobytes() == seen(PAGES[0]).tobytes()
    assert whole.crop((0, HEIGHTS[0], 1080, sum(HEIGHTS))).tobytes() == seen(PAGES[1]).tobytes()


def test_a_pdf_shows_on_each_page_what_the_picture_shows() -> None:
    content = packed(Bound.PDF, *PAGES)
    pictures = re.findall(rb"/Subtype /Image .*?/Length (\d+) >>\nstream\n", content)
    starts = [found.end() for found in re.finditer(rb"/Subtype /Image [^\n]*\nstream\n", content)]

    for page, length, start in zip(PAGES, pictures, starts, strict=True):
        assert zlib.decompress(content[start : start + int(length)]) == seen(page).tobytes()


def test_a_pdf_names_every_object_s_place_and_how_many_pages_there_are() -> None:
    content = packed(Bound.PDF, *PAGES)
    table = int(content.rsplit(b"startxref\n", 1)[1].split(b"\n")[0])
    head, *places = re.findall(rb"\d{10} \d{5} [fn] \n", content[table:])

    assert content.startswith(b"%PDF-1.4\n")
    assert content.endswith(b"%%EOF\n")
    assert head == b"0000000000 65535 f \n"
    for number, place in enumerate(places, start=1):
        assert content[int(place[:10]) :].startswith(b"%d 0 obj\n" % number)
    assert b"/Size %d " % (len(places) + 1) in content
    assert b"/Count 2 " in content


def test_a_page_of_a_pdf_is_as_wide_as_a4_and_as_high_as_its_picture() -> None:
    sizes = re.findall(rb"/MediaBox \[0 0 595 ([\d.]+)\]", packed(Bound.PDF, *PAGES))

    assert [round(float(size) * 1080 / 595) for size in sizes] == HEIGHTS


def test_a_pdf_has_its_name_whatever_characters_it_has() -> None:
    (title,) = re.findall(rb"/Title <([0-9a-f]+)>", packed(Bound.PDF, *PAGES))

    assert bytes.fromhex(title.decode()).decode("utf-16") == "花花美妆 6月 报告 (1)"


def test_a_file_of_many_pages_stays_small() -> None:
    assert len(packed(Bound.PDF, *PAGES * 4)) < 1_000_000
