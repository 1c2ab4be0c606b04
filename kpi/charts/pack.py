"""Sheets as the pages of one file: a PDF, or one long picture."""

import zlib
from collections.abc import Iterable
from typing import assert_never

from kpi.charts.png import png
from kpi.charts.style import WIDTH, Sheet
from kpi.message import Bound

_PAGE_WIDTH = 595  # points, as A4 is wide; a page is as high as its sheet
_BYTES = 4  # of a pixel
_LEVEL = 6


def pack(title: str, bound: Bound, sheets: Iterable[Sheet]) -> bytes:
    """The file of `sheets`, each drawn when it is its turn."""
    match bound:
        case Bound.PDF:
            return _pdf(title, ((sheet.height, _rgb(sheet.pixels())) for sheet in sheets))
        case Bound.PNG:
            rows = b"".join(sheet.pixels().tobytes() for sheet in sheets)
            return png(memoryview(rows), WIDTH, len(rows) // (WIDTH * _BYTES))
        case _:
            assert_never(bound)


def _rgb(pixels: memoryview) -> bytes:
    """The packed colours of `pixels`, without their opacity: paper is opaque."""
    colours = bytearray(len(pixels) // _BYTES * 3)
    for channel in range(3):
        colours[channel::3] = pixels[channel::_BYTES].tobytes()
    return zlib.compress(colours, _LEVEL)


def _pdf(title: str, pages: Iterable[tuple[int, bytes]]) -> bytes:
    """A PDF 1.4 (ISO 32000) with a picture of a given height on each page, and nothing else.

    Its pages are the pictures that the chats show, so that both always say the same; letters as outlines would take
    a second way to draw, and a megabyte of fonts.
    """
    objects, kids = [b"", b"", f"<< /Title <feff{title.encode('utf-16-be').hex()}> >>".encode()], []
    for height, colours in pages:
        first = len(objects) + 1
        kids.append(f"{first} 0 R")
        objects += _page(first, height, colours)
    objects[0] = b"<< /Type /Catalog /Pages 2 0 R >>"
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>".encode()
    return _file(objects)


def _page(number: int, height: int, colours: bytes) -> tuple[bytes, bytes, bytes]:
    """The page as the object `number`, and after it how it is painted and its picture."""
    high = round(_PAGE_WIDTH * height / WIDTH, 2)
    page = (
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {_PAGE_WIDTH} {high}] /Contents {number + 1} 0 R "
        f"/Resources << /XObject << /Sheet {number + 2} 0 R >> >> >>"
    )
    picture = (
        f"<< /Type /XObject /Subtype /Image /Width {WIDTH} /Height {height} /ColorSpace /DeviceRGB "
        f"/BitsPerComponent 8 /Filter /FlateDecode"
    )
    return (
        page.encode(),
        _stream("<<", f"{_PAGE_WIDTH} 0 0 {high} 0 0 cm /Sheet Do".encode()),
        _stream(picture, colours),
    )


def _stream(head: str, content: bytes) -> bytes:
    return f"{head} /Length {len(content)} >>\nstream\n".encode() + content + b"\nendstream"


def _file(objects: list[bytes]) -> bytes:
    """The objects, numbered from 1, with the table by which readers find them."""
    written, places = bytearray(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n"), []
    for number, content in enumerate(objects, start=1):
        places.append(len(written))
        written += f"{number} 0 obj\n".encode() + content + b"\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    trailer = f"trailer\n<< /Size {size} /Root 1 0 R /Info 3 0 R >>\nstartxref\n{len(written)}\n%%EOF\n"
    return bytes(written) + f"xref\n0 {size}\n0000000000 65535 f \n{table}{trailer}".encode()
