"""A lead brings the past in: a file in the private chat, shown for checking before anything counts."""

import csv
import io
from datetime import date

import openpyxl
import pytest

from bot.demo.faults import Fault
from bot.demo.telegram import Shown
from kpi.entry import Measure
from kpi.period import Grain
from storage import teams, totals
from tests.journeys.conftest import Crew
from tests.journeys.test_lists import Sheet
from tests.journeys.test_lists import team as team  # noqa: PLC0414 - a fixture
from tests.journeys.test_reporting import books, told
from tests.journeys.world import World


def rows(team: Crew, *more: str) -> str:
    """Two good rows of January, in the words of the team."""
    head = team.say("日期,姓名,金额,单数,新客,退款", "Date,Name,Amount,Orders,New customers,Refund")
    return "\n".join((head, f"2026-01-05,{team.mei.name},450,3,2,", f"2026-01-06,{team.ken.name},98.50,2,,20", *more))


async def sent(world: World, team: Crew, content: str | bytes, name: str = "history.csv") -> Sheet:
    given = content.encode() if isinstance(content, str) else content
    (message,) = await world.send(team.lead, team.lead, name, given)
    return Sheet(world, team.lead, team.lead, message)


def january(world: World, team: Crew) -> dict[Measure, int]:
    """What the books say of the year, without the three reports of June."""
    found = books(world, team, Grain.YEAR)
    return {**found, Measure.GROSS: found[Measure.GROSS] - 30000, Measure.ORDERS: found[Measure.ORDERS] - 3}


def files(messages: list[Shown]) -> dict[str, bytes]:
    return {m.document.filename.rpartition(".")[2]: m.document.content for m in messages if m.document is not None}


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030", "utf-16"])
async def test_a_file_is_shown_first_and_booked_by_confirm(world: World, team: Crew, encoding: str) -> None:
    sheet = await sent(world, team, rows(team).encode(encoding))
    assert "history" in sheet.text
    assert team.say("2 条可记", "2 ready") in sheet.text
    assert "528.50" in sheet.text
    assert january(world, team)[Measure.GROSS] == 0
    await sheet.press("✅")
    found = january(world, team)
    assert (found[Measure.GROSS], found[Measure.ORDERS], found[Measure.NEW_CUSTOMERS]) == (54850, 5, 2)
    assert found[Measure.REFUNDS] == 2000


async def test_the_same_file_again_finds_itself_and_a_longer_one_books_what_is_new(world: World, team: Crew) -> None:
    await (await sent(world, team, rows(team))).press("✅")
    again = await sent(world, team, rows(team), "copy.csv")
    assert team.say("2 条已记过", "2 already booked") in again.text
    assert again.labels == []
    longer = await sent(world, team, rows(team, f"2026-01-06,{team.ken.name},70,1,,"))
    assert team.say("1 条可记", "1 ready") in longer.text
    await longer.press("✅")
    assert january(world, team)[Measure.GROSS] == 54850 + 7000


async def test_bad_rows_are_named_and_the_others_booked(world: World, team: Crew) -> None:
    mei = team.mei.name
    sheet = await sent(
        world,
        team,
        rows(team, f",{mei},9,1,,", f"2026-13-01,{mei},9,1,,", f"2026-01-07,{mei},many,1,,", f"2026-07-01,{mei},9,1,,"),
    )
    text = sheet.text
    for line, zh, en in (
        (4, "没有日期", "no date"),
        (5, "日期没看懂", "cannot read this date"),
        (6, "不是能记的数", "not a number"),
        (7, "日期还没到", "still to come"),
    ):
        assert team.say(f"第{line}行", f"Row {line}") in text
        assert team.say(zh, en) in text
    await sheet.press("✅")
    assert january(world, team)[Measure.GROSS] == 54850
    assert team.say("没有记", "not booked") in sheet.text


async def test_unknown_names_can_be_matched_made_or_left_out(world: World, team: Crew) -> None:
    more = ("2026-01-07,Aaa,10,1,,", "2026-01-08,Bbb,20,1,,", "2026-01-09,Ccc,40,1,,", "2026-01-10,Aaa,80,1,,")
    sheet = await sent(world, team, rows(team, *more))
    await sheet.press(team.mei.name)
    await sheet.press("➕")
    await sheet.press(team.say("跳过", "Skip"))
    assert team.say("5 条可记", "5 ready") in sheet.text
    await sheet.press("✅")
    assert january(world, team)[Measure.GROSS] == 54850 + 11000
    names = told(await world.say(team.lead, team.group, "/team"))
    assert "Bbb" in names
    assert "Aaa" not in names


async def test_import_offers_a_table_to_fill_in_and_takes_it_back(world: World, team: Crew) -> None:
    answers = await world.say(team.lead, team.lead, team.say("导入", "/import"))
    assert "5,000" in answers[0].text
    offered = files(answers)
    assert set(offered) == {"xlsx", "csv"}
    assert offered["csv"].startswith(b"\xef\xbb\xbf")
    head, *people = csv.reader(io.StringIO(offered["csv"].decode("utf-8-sig")))
    assert {team.mei.name, team.ken.name} <= {cells[1] for cells in people}
    book = openpyxl.load_workbook(io.BytesIO(offered["xlsx"]))
    sheet = book.active
    assert [cell.value for cell in sheet[1]] == head
    empty = await sent(world, team, offered["xlsx"], "template.xlsx")
    assert team.say("没有业绩", "no sales") in empty.text
    for row in sheet.iter_rows(min_row=2):
        if row[1].value == team.mei.name:
            row[0].value, row[2].value, row[3].value = date(2026, 1, 5), 450.0, 3
    filled = io.BytesIO()
    book.save(filled)
    preview = await sent(world, team, filled.getvalue(), "template.xlsx")
    assert team.say("1 条可记", "1 ready") in preview.text
    await preview.press("✅")
    assert january(world, team)[Measure.GROSS] == 45000


REFUSED = [
    (b"%PDF-1.7\n\x00\x01", ".xlsx", ".xlsx"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old", ".xls", ".xls"),
    (b"PK\x03\x04 no zip", "打不开", "cannot be opened"),
    (b"hello\nworld", "没找到列名", "no column names"),
    (b"date,amount\n2026-01-05,5", "姓名", "Name"),
    (b"name,amount\nKen,5", "日期", "Date"),
    (b"date,name\n2026-01-05,Ken", "金额", "Amount"),
    (b"date,name,amount\n", "没有业绩", "no sales"),
    (b"date,name,amount\n" + b"2026-01-05,Ken,1\n" * 5001, "5,000", "5,000"),
    (b"x" * 1_000_001, "1 MB", "1 MB"),
]  # fmt: skip


@pytest.mark.parametrize(("content", "zh", "en"), REFUSED, ids=[str(number) for number in range(len(REFUSED))])
async def test_a_file_that_is_no_table_of_sales_is_refused_with_the_reason(
    world: World, team: Crew, content: bytes, zh: str, en: str
) -> None:
    (answer,) = await world.send(team.lead, team.lead, "x.csv", content)
    assert team.say(zh, en) in answer.text
    assert january(world, team)[Measure.GROSS] == 0


async def test_a_file_that_is_too_large_is_not_even_fetched(world: World, team: Crew) -> None:
    await world.send(team.lead, team.lead, "x.csv", b"x" * 1_000_001)
    assert all(deed.method != "getFile" for deed in world.telegram.journal)


async def test_a_file_that_cannot_be_fetched_is_asked_for_again(world: World, team: Crew) -> None:
    world.telegram.faults.next("getFile", Fault.BAD_GATEWAY)
    (answer,) = await world.send(team.lead, team.lead, "x.csv", rows(team).encode())
    assert team.say("再发一次", "again") in answer.text


async def test_import_is_for_leads_and_for_the_private_chat(world: World, team: Crew) -> None:
    greeting = world.said(team.group)[0]
    (link,) = [button.url for row in greeting.buttons for button in row if button.url]
    await world.say(team.mei, team.mei, f"/start {link.partition('?start=')[2]}")
    (answer,) = await world.send(team.mei, team.mei, "x.csv", rows(team).encode())
    assert team.say("团队长", "leads") in answer.text.lower()
    (answer,) = await world.say(team.mei, team.mei, "/import")
    assert team.say("团队长", "leads") in answer.text.lower()
    assert await world.send(team.lead, team.group, "x.csv", rows(team).encode()) == []
    (answer,) = await world.say(team.lead, team.group, "/import")
    assert [button.url for row in answer.buttons for button in row] != []
    stranger = world.telegram.person("Nobody", language="en")
    (answer,) = await world.send(stranger, stranger, "x.csv", b"date,name,amount\n")
    assert answer.text != ""
    assert all(deed.method != "getFile" for deed in world.telegram.journal[-3:])


async def test_thousands_of_rows_are_shown_short_and_booked_and_taken_back(world: World, team: Crew) -> None:
    many = [f"2026-01-{n % 28 + 1:02},{(team.mei, team.ken, team.lili)[n % 3].name},{100 + n},1,," for n in range(3000)]
    sheet = await sent(world, team, rows(team, *many))
    assert len(sheet.text) < 4096
    assert team.say("3,002 条可记", "3,002 ready") in sheet.text
    await sheet.press("✅")
    gross = 54850 + sum(100 + n for n in range(3000)) * 100
    assert january(world, team)[Measure.GROSS] == gross
    with world.database.write() as db:
        (ours,) = teams.active(db)
        totals.rebuild(db, ours.id)
    assert january(world, team)[Measure.GROSS] == gross
    await sheet.press("↩️")
    assert january(world, team)[Measure.GROSS] == 0
