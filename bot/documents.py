"""Tables as files: CSV that Excel opens with Chinese in it, XLSX, or JSON. No cell of ours is ever a formula."""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import chain, islice

from bot.render import plain
from kpi.message import Cell, Document, Form, Say
from kpi.money import Money

Plain = str | int | Decimal | date | None

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")  # what a program that opens the file would calculate
_WIDEST, _NARROWEST = 40, 8  # characters of a column
_MEASURED = 200  # rows that tell how wide the columns are to be


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table of a file: `key` and `keys` name it and its columns in JSON, `title` and `head` where people read it.

    Its rows are gone through once. Texts in them are as they were typed.
    """

    key: str
    title: str
    keys: Sequence[str]
    head: Sequence[str]
    rows: Iterable[Sequence[Plain]]


def written(document: Document, language: str) -> tuple[str, bytes]:
    """The file's name and content."""
    head, *rows = ([_shown(cell, language) for cell in row] for row in document.rows)
    name, names = plain(document.name, language), [str(cell) for cell in head]
    return f"{name}.{document.form.value}", content(document.form, (Sheet("rows", "1", names, names, rows),))


def content(form: Form, sheets: Sequence[Sheet]) -> bytes:
    """The tables as a file. CSV holds the first one alone."""
    match form:
        case Form.CSV:
            return _csv(sheets[0])
        case Form.XLSX:
            return _xlsx(sheets)
        case Form.JSON:
            return _json(sheets)


def _shown(cell: Cell, language: str) -> Plain:
    match cell:
        case Say():
            return plain(cell, language)
        case Money():
            return cell.major
        case None | str() | int() | date():
            return cell


def _harmless(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text


def _csv(sheet: Sheet) -> bytes:
    """With a byte order mark, by which Excel knows that it is UTF-8."""
    file = io.StringIO(newline="")
    csv.writer(file).writerows([_of_csv(cell) for cell in row] for row in chain((sheet.head,), sheet.rows))
    return file.getvalue().encode("utf-8-sig")


def _of_csv(cell: Plain) -> str:
    match cell:
        case None:
            return ""
        case str():
            return _harmless(cell)
        case date():
            return cell.isoformat()
        case Decimal():
            return f"{cell:f}"
        case int():
            return str(cell)


def _json(sheets: Sequence[Sheet]) -> bytes:
    """A row on each line. Amounts are texts, so that no program makes 0.1 of them that is not quite 0.1."""
    return f"{{{','.join(f'{json.dumps(sheet.key)}: [{_objects(sheet)}]' for sheet in sheets)}}}\n".encode()


def _objects(sheet: Sheet) -> str:
    rows = (dict(zip(sheet.keys, row, strict=True)) for row in sheet.rows)
    return ",".join(f"\n{json.dumps(row, ensure_ascii=False, default=_of_csv)}" for row in rows)


def _xlsx(sheets: Sequence[Sheet]) -> bytes:
    """Row by row, so that a long table takes no more memory than its file.

    Imported late: the library takes 60 ms and few ask for files.
    """
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    book = Workbook(write_only=True)
    for table in sheets:
        sheet = book.create_sheet(table.title)
        sheet.freeze_panes = "A2"
        rows = iter(table.rows)
        first = list(islice(rows, _MEASURED))
        for index, width in enumerate(_widths((table.head, *first))):
            sheet.column_dimensions[get_column_letter(index + 1)].width = width
        head = [WriteOnlyCell(sheet, name) for name in table.head]
        for cell in head:
            cell.font = Font(bold=True)
        sheet.append(head)
        for row in chain(first, rows):
            sheet.append([_harmless(cell) if isinstance(cell, str) else cell for cell in row])
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _widths(rows: Sequence[Sequence[Plain]]) -> Iterator[int]:
    for column in zip(*rows, strict=True):
        yield min(max(max(map(_width, column)) + 2, _NARROWEST), _WIDEST)


def _width(cell: Plain) -> int:
    """How wide a cell is shown: a Chinese character takes two places."""
    return sum(1 if character.isascii() else 2 for character in _of_csv(cell))
