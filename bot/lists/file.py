"""The rows of a file that somebody sent: CSV in the encodings that Excel writes, or XLSX. Nothing in it is trusted.

Made to be called before any transaction is open: a file at the limits takes about a second.
"""

import csv
import hashlib
import io
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import Enum

LARGEST = 1_000_000  # bytes as it is sent
UNPACKED = 20_000_000  # bytes of an XLSX file
MANY = 5_000  # rows
_BESIDE = 50  # lines that may stand above the rows or be empty between them
_WIDE = 40  # columns
_LONG = 200  # characters of a cell
_PARTS = 200  # files in an XLSX file
_CELLS = 250_000
_OTHER_PARTS = 2_000_000  # bytes of one that holds neither cells nor texts: styles, themes
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_ENCODINGS = ("utf-8", "gb18030")
_BETWEEN = ",;\t|，；"
_DIGEST = 12  # hexadecimal digits
_SAMPLE = 20  # lines by which the separator is told

Table = list[list[str]]


class BadFile(Enum):
    """Why a file cannot be read."""

    TOO_BIG = "too-big"
    NOT_FETCHED = "not-fetched"
    EMPTY = "empty"
    OLD_EXCEL = "old-excel"
    UNKNOWN = "unknown"
    LOCKED = "locked"
    BROKEN = "broken"
    UNPACKS = "unpacks"  # to more than anybody would send by mistake
    TOO_MANY = "too-many"


class BadFileError(ValueError):
    """The file is refused."""

    def __init__(self, reason: BadFile) -> None:
        super().__init__(reason.value)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Sent:
    """A file that somebody sent: its name without the ending, its cells, and what tells it from every other.

    `bad` is why there are no cells.
    """

    name: str
    table: Table = field(default_factory=list)
    digest: str = ""
    bad: BadFile | None = None


def read_file(name: str, content: bytes) -> Sent:
    """What is in the file."""
    stem = name.rpartition(".")[0] or name
    try:
        return Sent(stem, table_of(content), digest(content))
    except BadFileError as error:
        return Sent(stem, bad=error.reason)


def digest(content: bytes) -> str:
    """Tells contents apart."""
    return hashlib.sha256(content).hexdigest()[:_DIGEST]


def table_of(content: bytes) -> Table:
    """The cells of the file's first sheet as text. `BadFileError` for anything that is no table of a sane size."""
    if len(content) > LARGEST:
        raise BadFileError(BadFile.TOO_BIG)
    if content.startswith(_OLE):
        raise BadFileError(BadFile.OLD_EXCEL)
    rows = _xlsx(content) if content.startswith(_ZIP) else _csv(_decoded(content))
    table = list(_bounded(rows))
    while table and not table[-1]:
        table.pop()
    if not table:
        raise BadFileError(BadFile.EMPTY)
    return table


def _bounded(rows: Iterable[list[str]]) -> Iterator[list[str]]:
    """The rows, each cell without white space around it and none longer than anybody reads."""
    filled = 0
    for index, cells in enumerate(rows):
        kept = [" ".join(cell[:_LONG].split()) for cell in cells[:_WIDE]]
        while kept and not kept[-1]:
            kept.pop()
        filled += bool(kept)
        if filled > MANY + _BESIDE or index > 2 * (MANY + _BESIDE):
            raise BadFileError(BadFile.TOO_MANY)
        yield kept


def _decoded(content: bytes) -> str:
    """The text of a CSV file: by its mark, else UTF-8, else the Chinese encoding, else UTF-16 by its zero bytes."""
    marked = next((encoding for mark, encoding in _MARKS if content.startswith(mark)), None)
    encodings = (marked,) if marked else _ENCODINGS
    if marked is None and content[:200].count(0) > len(content[:200]) // 4:
        encodings = ("utf-16-le",) if content[1:200:2].count(0) > content[:200:2].count(0) else ("utf-16-be",)
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if _is_text(text):
            return text
    raise BadFileError(BadFile.UNKNOWN)


def _is_text(text: str) -> bool:
    return not any(character < " " and character not in "\t\r\n" for character in text[:2000]) and "\0" not in text


def _csv(text: str) -> Iterator[list[str]]:
    try:
        yield from csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text))
    except csv.Error:
        raise BadFileError(BadFile.BROKEN) from None


def _separator(text: str) -> str:
    """What stands between the cells: the sign that most of the first lines have, and most often."""
    lines = [line for line in text.split("\n", _SAMPLE)[:_SAMPLE] if line.strip()]
    told = {sign: (sum(sign in line for line in lines), sum(line.count(sign) for line in lines)) for sign in _BETWEEN}
    return max(_BETWEEN, key=lambda sign: told[sign])


def _xlsx(content: bytes) -> Iterator[list[str]]:
    """The first sheet of an XLSX file, once its size and its parts are known to be sane."""
    try:
        _examine(content)
        yield from _cells(content)
    except BadFileError:
        raise
    except Exception:  # noqa: BLE001 - whatever the library makes of a file that lies
        raise BadFileError(BadFile.BROKEN) from None


def _examine(content: bytes) -> None:
    """Refuses what unpacks to too much or hides what no sheet needs, before the library sees it."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        parts = packed.infolist()
        if any(part.flag_bits & 1 for part in parts):
            raise BadFileError(BadFile.LOCKED)
        if len(parts) > _PARTS or sum(part.file_size for part in parts) > UNPACKED:
            raise BadFileError(BadFile.UNPACKS)
        if not any(part.filename == "xl/workbook.xml" for part in parts):
            raise BadFileError(BadFile.UNKNOWN)
        for part in parts:
            _examine_part(part, packed.read(part))


def _examine_part(part: zipfile.ZipInfo, content: bytes) -> None:
    if not part.filename.endswith((".xml", ".rels")):
        return
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        raise BadFileError(BadFile.BROKEN)
    holds_cells = "/worksheets/" in part.filename or part.filename.endswith("sharedStrings.xml")
    if not holds_cells and part.file_size > _OTHER_PARTS:
        raise BadFileError(BadFile.UNPACKS)
    if content.count(b"<c ") + content.count(b"<c>") + content.count(b"<si") > _CELLS:
        raise BadFileError(BadFile.UNPACKS)


def _cells(content: bytes) -> Iterator[list[str]]:
    """Imported late: the library takes 60 ms and few send files."""
    import openpyxl

    if not openpyxl.DEFUSEDXML:  # without it external entities would be read
        raise RuntimeError("defusedxml is not installed")
    book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
    try:
        sheet = book.worksheets[0]
        sheet.reset_dimensions()  # what the file says of its own size may be anything
        for row in sheet.iter_rows(max_row=2 * (MANY + _BESIDE) + 2, max_col=_WIDE, values_only=True):
            yield [_text(value) for value in row]
    finally:
        book.close()


def _text(value: object) -> str:
    """A cell as somebody would type it: days as 2026-06-08, amounts without the noise of binary fractions."""
    match value:
        case None | bool():
            return ""
        case datetime():
            return value.date().isoformat()
        case date():
            return value.isoformat()
        case time():
            return ""
        case float():
            return f"{value:.2f}".rstrip("0").rstrip(".") if abs(value) < 10**15 else "?"
        case int():
            return str(value) if abs(value) < 10**15 else "?"
        case _:
            return str(value)
