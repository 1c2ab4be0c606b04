"""Documents as files: CSV that Excel opens with Chinese in it, or XLSX. No cell of ours is ever a formula."""

import csv
import io
from datetime import date
from decimal import Decimal

from bot.render import plain
from kpi.message import Cell, Document, Form, Say
from kpi.money import Money

_FORMULA = ("=", "+", "-", "@", "\t", "\r")  # what a program that opens the file would calculate
_WIDEST, _NARROWEST = 40, 8  # characters of a column


def written(document: Document, language: str) -> tuple[str, bytes]:
    """The file's name and content."""
    rows = [[_shown(cell, language) for cell in row] for row in document.rows]
    name = f"{plain(document.name, language)}.{document.form.value}"
    match document.form:
        case Form.CSV:
            return name, _csv(rows)
        case Form.XLSX:
            return name, _xlsx(rows)


Plain = str | int | Decimal | date | None


def _shown(cell: Cell, language: str) -> Plain:
    match cell:
        case Say():
            return _harmless(plain(cell, language))
        case str():
            return _harmless(cell)
        case Money():
            return cell.major
        case None | int() | date():
            return cell


def _harmless(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text


def _csv(rows: list[list[Plain]]) -> bytes:
    """With a byte order mark, by which Excel knows that it is UTF-8."""
    file = io.StringIO(newline="")
    csv.writer(file).writerows([_of_csv(cell) for cell in row] for row in rows)
    return file.getvalue().encode("utf-8-sig")


def _of_csv(cell: Plain) -> str:
    if isinstance(cell, date):
        return cell.isoformat()
    return "" if cell is None else f"{cell:f}" if isinstance(cell, Decimal) else str(cell)


def _xlsx(rows: list[list[Plain]]) -> bytes:
    """Imported late: the library takes 60 ms and few ask for files."""
    from openpyxl import Workbook
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    book = Workbook()
    sheet = book.active
    for row in rows:
        sheet.append(row)
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    sheet.freeze_panes = "A2"
    for index in range(len(rows[0]) if rows else 0):
        longest = max(_width(row[index]) for row in rows if index < len(row))
        sheet.column_dimensions[get_column_letter(index + 1)].width = min(max(longest + 2, _NARROWEST), _WIDEST)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _width(cell: Plain) -> int:
    """How wide a cell is shown: a Chinese character takes two places."""
    return sum(1 if character.isascii() else 2 for character in _of_csv(cell))
