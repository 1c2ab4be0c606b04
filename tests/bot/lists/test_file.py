"""Files that may be anything: read when they are tables, refused politely when they are not, and never obeyed."""

import io
import zipfile
from collections.abc import Callable, Sequence
from datetime import date, datetime, time

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.lists.file import LARGEST, MANY, BadFile, read_file, table_of

ROWS = [["日期", "姓名", "金额"], ["2026-06-08", "小美", "450.5"]]
TEXT = "\n".join(",".join(cells) for cells in ROWS)


def xlsx(*rows: Sequence[object]) -> bytes:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def repacked(change: Callable[[str, bytes], bytes | None], more: dict[str, bytes] | None = None) -> bytes:
    """A good file with some of its parts changed, or left out."""
    file = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(xlsx(*ROWS))) as good,
        zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed,
    ):
        for name in good.namelist():
            content = change(name, good.read(name))
            if content is not None:
                packed.writestr(name, content)
        for name, content in (more or {}).items():
            packed.writestr(name, content)
    return file.getvalue()


def in_sheet(old: bytes, new: bytes) -> bytes:
    return repacked(lambda name, content: content.replace(old, new) if "sheet1" in name else content)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be"])
def test_every_encoding_that_excel_writes_is_read(encoding: str) -> None:
    assert table_of(TEXT.encode(encoding)) == ROWS


@pytest.mark.parametrize("sign", [",", ";", "\t", "|", "，"])
def test_every_usual_separator_is_told(sign: str) -> None:
    assert table_of(TEXT.replace(",", sign).encode()) == ROWS


def test_quotes_and_windows_line_ends_are_read() -> None:
    assert table_of(b'a,b\r\n"x, y","1,280"\r\n\r\n') == [["a", "b"], ["x, y", "1,280"]]


def test_cells_of_a_sheet_are_read_as_they_would_be_typed() -> None:
    content = xlsx(
        ["日期", "姓名", "金额", "单数", "x"],
        [datetime.combine(date(2026, 6, 8), time(10, 12)), "小美", 0.1 + 0.2, 3, None],
        [date(2026, 6, 9), " Ken ", 1280, 2.0, True],
    )
    assert table_of(content) == [
        ["日期", "姓名", "金额", "单数", "x"],
        ["2026-06-08", "小美", "0.3", "3"],
        ["2026-06-09", "Ken", "1280", "2"],
    ]


GOOD = xlsx(*ROWS)
DOCTYPE = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><worksheet'
BAD = {
    "nothing": (b"", BadFile.EMPTY),
    "blank lines": (b"\n\n , \n", BadFile.EMPTY),
    "a picture": (b"\x89PNG\r\n\x1a\n\x00\x00", BadFile.UNKNOWN),
    "a PDF": (b"%PDF-1.7\n\x00\x01\x02", BadFile.UNKNOWN),
    "an old workbook": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 100, BadFile.OLD_EXCEL),
    "too much": (b"a" * (LARGEST + 1), BadFile.TOO_BIG),
    "too many rows": (b"a,1\n" * (MANY + 60), BadFile.TOO_MANY),
    "a zip that is none": (b"PK\x03\x04garbage", BadFile.BROKEN),
    "a cell without end": (b'a,b\n"' + b"x" * 200_000, BadFile.BROKEN),
    "no workbook": (repacked(lambda name, c: None if name == "xl/workbook.xml" else c), BadFile.UNKNOWN),
    "half a file": (xlsx(["a", 1])[:-300], BadFile.BROKEN),
    "no sheet": (repacked(lambda name, c: None if "sheet1" in name else c), BadFile.BROKEN),
    "entities": (in_sheet(b"<worksheet", DOCTYPE), BadFile.BROKEN),
    "no XML": (in_sheet(b"<", b"&"), BadFile.BROKEN),
    "a bomb": (repacked(lambda _, c: c, {"xl/media/a.bin": b"\x00" * 25_000_000}), BadFile.UNPACKS),
    "many parts": (repacked(lambda _, c: c, {f"x/{n}": b"x" for n in range(300)}), BadFile.UNPACKS),
    "many styles": (
        repacked(lambda name, c: c + b" " * 3_000_000 if name == "xl/styles.xml" else c),
        BadFile.UNPACKS,
    ),
    "many cells": (in_sheet(b"</sheetData>", b"<row>" + b"<c />" * 260_000 + b"</row></sheetData>"), BadFile.UNPACKS),
}  # fmt: skip


@pytest.mark.parametrize(("content", "reason"), BAD.values(), ids=BAD)
def test_what_is_no_table_of_a_sane_size_is_refused_with_the_reason(content: bytes, reason: BadFile) -> None:
    assert read_file("六月.xlsx", content).bad is reason


def test_a_sheet_that_lies_about_its_size_is_read_all_the_same() -> None:
    whole = in_sheet(b'<dimension ref="A1:C2"', b'<dimension ref="A1:XFD1048576"')
    assert table_of(whole) == ROWS
    assert read_file("x", in_sheet(b'<row r="2"', b'<row r="1048576"')).bad is BadFile.TOO_MANY


def test_a_file_is_named_without_its_ending_and_told_from_others() -> None:
    first, again, other = (
        read_file(name, c) for name, c in (("六月.csv", b"a,1"), ("b.csv", b"a,1"), ("b.csv", b"a,2"))
    )
    assert first.name == "六月"
    assert first.digest == again.digest != other.digest


def test_the_library_reads_no_external_entities() -> None:
    assert openpyxl.DEFUSEDXML


@given(st.binary(max_size=400) | st.binary(max_size=200).map(lambda end: b"PK\x03\x04" + end))
def test_no_bytes_make_it_fail(content: bytes) -> None:
    read_file("x", content)


@given(st.data())
def test_no_damaged_workbook_makes_it_fail(data: st.DataObject) -> None:
    content = bytearray(GOOD)
    for _ in range(data.draw(st.integers(1, 8))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    read_file("x", bytes(content))
