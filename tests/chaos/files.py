"""Files that nobody wrote: any bytes, tables of nonsense under our columns, and workbooks that were damaged inside."""

import io
import zipfile
from functools import cache

from hypothesis import strategies as st

from bot.documents import Sheet, content
from kpi.message import Form

_CHARACTERS = "小美Ken0123456789.,;\t\"'¥\r\n=+-@\x00"
_CELLS = st.lists(st.text(_CHARACTERS, max_size=12), max_size=6).map(",".join)
_HEAD = ["日期", "成员", "金额", "单数", "件数", "新客", "退款"]
_KNOWN = [
    "2026-06-08",
    "6月8日",
    "46181",
    "林小花",
    "Ken",
    "1,280",
    "-5",
    "1e9",
    "1e999",
    "½",
    "٣",
    "3单",
    "=1+1",
    "NaN",
    "999999999999999",
    "0.005",
]
_CELL = st.sampled_from(["", *_KNOWN]) | st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=12)
_TABLES = st.lists(st.lists(_CELL, min_size=2, max_size=len(_HEAD)), max_size=8)

BYTES = (
    st.binary(max_size=400)
    | st.lists(_CELLS, max_size=8).map(lambda rows: "\n".join(rows).encode())
    | st.binary(max_size=200).map(b"PK\x03\x04".__add__)
    | st.text(max_size=200).map(lambda text: b"\xff\xfe" + text.encode("utf-16-le", "surrogatepass"))
)


def _written(form: Form, rows: list[list[str]]) -> bytes:
    """A table under the columns that `/import` offers."""
    full = [[*row, *[""] * (len(_HEAD) - len(row))] for row in rows]
    return content(form, (Sheet("rows", "1", _HEAD, _HEAD, full),))


def example_book() -> bytes:
    """A workbook with nothing wrong."""
    return _written(Form.XLSX, [["2026-06-08", "林小花", "1280", "3"], ["2026-06-09", "Ken", "99.5", "1"]])


@cache
def _parts() -> tuple[tuple[str, bytes], ...]:
    """What it is made of."""
    with zipfile.ZipFile(io.BytesIO(example_book())) as packed:
        return tuple((name, packed.read(name)) for name in packed.namelist())


def _damaged(part: int, bites: list[tuple[int, bytes]], kept: float) -> bytes:
    """The workbook with bytes of a part overwritten and that part cut short, packed as if nothing had happened."""
    parts = list(_parts())
    name, inside = parts[part]
    for where, bite in bites:
        at = where % (len(inside) + 1)
        inside = inside[:at] + bite + inside[at + len(bite) :]
    parts[part] = name, inside[: round(len(inside) * kept)]
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as packed:
        for each, words in parts:
            packed.writestr(each, words)
    return file.getvalue()


_BITES = st.lists(st.tuples(st.integers(0, 10**4), st.binary(min_size=1, max_size=8)), max_size=4)
TABLES = _TABLES.map(lambda rows: _written(Form.CSV, rows)) | _TABLES.map(lambda rows: _written(Form.XLSX, rows))
WORKBOOKS = st.deferred(
    lambda: st.builds(_damaged, st.integers(0, len(_parts()) - 1), _BITES, st.sampled_from([1.0, 1.0, 0.9, 0.5]))
)
