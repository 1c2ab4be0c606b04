"""Documents as files: what a program reads back, in the reader's words, and never a formula."""

import csv
import io
import json
from datetime import date

import openpyxl
import pytest

from bot.documents import written
from bot.lists.file import table_of
from kpi.message import Bound, Cell, Document, Form, Message, Pack, decode, encode, say
from kpi.money import Money
from kpi.plot import to_picture
from tests.kpi.test_plot import PLOT

JUNE_8 = date(2026, 6, 8)
HEAD: tuple[Cell, ...] = (say("column-day"), say("column-seller"), say("column-amount"), say("column-orders"))
ROWS: tuple[tuple[Cell, ...], ...] = (
    HEAD,
    (JUNE_8, "小美", Money(128050, "CNY"), 3),
    (JUNE_8, "=HYPERLINK(1)", None, 0),
)


def document(form: Form) -> Document:
    return Document(say("import-template"), form, ROWS)


@pytest.mark.parametrize("form", list(Form))
def test_a_document_goes_through_the_outbox_as_it_is(form: Form) -> None:
    message = Message((say("cancelled"),), document=document(form))
    assert decode(encode(message)) == message


@pytest.mark.parametrize("bound", list(Bound))
def test_pages_go_through_the_outbox_as_they_are(bound: Bound) -> None:
    message = Message((say("cancelled"),), pack=Pack(say("import-template"), bound, (to_picture(PLOT), {"kind": "a"})))
    assert decode(encode(message)) == message


def test_pages_without_a_name_are_refused() -> None:
    whole = encode(Message(pack=Pack(say("import-template"), Bound.PDF, ())))
    with pytest.raises(ValueError, match="not a pack"):
        decode(whole.replace('"name": ', '"other": '))


def test_a_message_of_a_release_without_documents_is_read() -> None:
    assert decode(encode(Message()).replace('"document": null, ', "").replace(', "document": null', "")) == Message()


@pytest.mark.parametrize(
    ("language", "name", "day"), [("zh", "业绩导入模板", "日期"), ("en", "Sales import template", "Date")]
)
def test_csv_opens_in_excel_with_chinese_in_it(language: str, name: str, day: str) -> None:
    filename, content = written(document(Form.CSV), language)
    assert filename == f"{name}.csv"
    assert content.startswith(b"\xef\xbb\xbf")
    head, mei, formula = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""))
    assert head[0] == day
    assert mei == ["2026-06-08", "小美", "1280.50", "3"]
    assert formula == ["2026-06-08", "'=HYPERLINK(1)", "", "0"]


def test_xlsx_has_days_and_numbers_that_can_be_added_up() -> None:
    filename, content = written(document(Form.XLSX), "en")
    assert filename == "Sales import template.xlsx"
    sheet = openpyxl.load_workbook(io.BytesIO(content)).active
    assert [cell.value for cell in sheet[1]] == ["Date", "Name", "Amount", "Orders"]
    assert (sheet["A2"].is_date, float(sheet["C2"].value), sheet["D2"].value) == (True, 1280.5, 3)
    assert sheet["B3"].data_type == "s"


@pytest.mark.parametrize(("form", "amount"), [(Form.CSV, "1280.50"), (Form.XLSX, "1280.5")])
def test_what_we_write_we_read(form: Form, amount: str) -> None:
    assert table_of(written(document(form), "zh")[1])[1] == ["2026-06-08", "小美", amount, "3"]


def test_json_names_what_it_says_and_keeps_amounts_exact() -> None:
    filename, content = written(document(Form.JSON), "en")
    assert filename == "Sales import template.json"
    assert json.loads(content)["rows"] == [
        {"Date": "2026-06-08", "Name": "小美", "Amount": "1280.50", "Orders": 3},
        {"Date": "2026-06-08", "Name": "=HYPERLINK(1)", "Amount": None, "Orders": 0},
    ]


@pytest.mark.parametrize("form", [Form.CSV, Form.XLSX])
@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(1)", "\t=1", "\r=1", "\n=1"])
def test_a_text_that_a_spreadsheet_would_calculate_is_a_text(text: str, form: Form) -> None:
    table = table_of(written(Document(say("import-template"), form, (("x", "y"), (text, 'a,"b\n'))), "en")[1])
    assert table[1][0].startswith("'")
    assert table[1][1].startswith('a,"b')
