"""The books as a file: who gets which figures, in what form, and that they are what the bot shows."""

import csv
import io
import json
from datetime import datetime
from decimal import Decimal

import openpyxl
import pytest

from bot.demo.telegram import Person, Shown
from tests.journeys.conftest import Crew
from tests.journeys.test_lists import team as team  # noqa: PLC0414 - a fixture
from tests.journeys.test_reporting import told
from tests.journeys.world import World

Row = dict[str, str]


async def asked(world: World, crew: Crew, who: Person, zh: str, en: str) -> list[Shown]:
    return await world.say(who, who, crew.say(zh, en))


def content(message: Shown) -> bytes:
    assert message.document is not None
    return message.document.content


def rows(message: Shown) -> list[Row]:
    """The rows of a CSV file, by the keys of the columns in JSON: the order is the same."""
    table = csv.reader(io.StringIO(content(message).decode("utf-8-sig"), newline=""))
    head = next(table)
    assert len(head) == len(set(head))
    keys = (
        *("date", "member", "measure", "value", "net", "currency", "customer", "product", "for_date", "how"),
        *("entered_by", "recorded_at", "entry", "line", "revision", "member_id"),
    )
    return [dict(zip(keys, row, strict=True)) for row in table]


def net(found: list[Row]) -> Decimal:
    return sum((Decimal(row["net"]) for row in found if row["net"]), Decimal(0))


async def test_req_95_the_team_s_month_opens_in_excel_and_adds_up_to_what_the_bot_shows(
    world: World, team: Crew
) -> None:
    await world.say(team.mei, team.group, team.say("5单 1280.50", "5 orders 1280.50"))
    await world.say(team.ken, team.group, team.say("退货 80", "refund 80"))
    (said,) = await asked(world, team, team.lead, "/export 6月 csv", "/export June csv")
    assert said.document is not None
    assert said.document.filename == team.say("业绩 2026-06.csv", "Sales 2026-06.csv")
    assert content(said).startswith(b"\xef\xbb\xbf")
    assert team.group.title in said.text
    found = rows(said)
    assert net(found) == Decimal("1500.50")
    assert {row["member"] for row in found} == {team.mei.name, team.ken.name, team.lili.name}
    board = told(await asked(world, team, team.lead, "/top month", "/top month"))
    assert "1,500.50" in board
    (sale,) = [row for row in found if row["value"] == "1280.50"]
    assert (sale["date"], sale["measure"]) == ("2026-06-08", team.say("货款", "sales"))
    assert sale["currency"] == team.say("CNY", "USD")
    (refund,) = [row for row in found if row["net"] == "-80.00"]
    assert refund["value"] == "80.00"


async def test_req_95_a_seller_gets_their_own_figures_and_nobody_else_the_file(world: World, team: Crew) -> None:
    before = len(world.said(team.group))
    (said,) = await asked(world, team, team.mei, "/export 6月 csv", "/export June csv")
    assert {row["member"] for row in rows(said)} == {team.mei.name}
    assert net(rows(said)) == 100
    assert len(world.said(team.group)) == before
    assert all(message.document is None for person in (team.lead, team.ken) for message in world.said(person))


async def test_buttons_offer_two_months_in_three_forms_and_keep_theirs(world: World, team: Crew) -> None:
    (offer,) = await asked(world, team, team.lead, "/export", "/export")
    labels = [[button.label for button in row] for row in offer.buttons]
    assert [len(row) for row in labels] == [2, 2, 2]
    assert [this.rpartition(" ")[2] for this, _ in labels] == ["XLSX", "CSV", "JSON"]
    assert labels[1][1].startswith(team.say("2026年5月", "May 2026"))
    world.now = world.now.replace(month=7, day=10)  # the button of June stays one of June
    before = {message.message_id for message in world.said(team.lead)}
    await world.press(team.lead, offer, labels[1][0])
    (said,) = world.said(team.lead, before)
    assert {row["date"] for row in rows(said)} == {"2026-06-07"}
    toast = await world.press(team.lead, offer, labels[1][1])
    assert team.say("没什么可导出", "nothing to export") in toast


async def test_a_period_without_a_form_is_asked_for_it(world: World, team: Crew) -> None:
    (offer,) = await asked(world, team, team.mei, "导出 昨天", "/export yesterday")
    assert [len(row) for row in offer.buttons] == [1, 1, 1]
    before = {message.message_id for message in world.said(team.mei)}
    await world.press(team.mei, offer, offer.buttons[0][0].label)
    (said,) = world.said(team.mei, before)
    book = openpyxl.load_workbook(io.BytesIO(content(said)))
    figures, days = book.worksheets
    assert (figures.title, days.title) == (team.say("明细", "Figures"), team.say("每人每天", "By member and day"))
    assert figures["A2"].is_date
    assert [cell.value for cell in days[2]][:4] == [datetime(2026, 6, 7), team.mei.name, days["C2"].value, 100]  # noqa: DTZ001
    assert days.max_row == 2


async def test_json_has_stable_keys_in_every_language(world: World, team: Crew) -> None:
    (said,) = await asked(world, team, team.lead, "/export 6月 json", "/export June json")
    found = json.loads(content(said))
    sale = next(row for row in found["figures"] if row["measure"] == "gross")
    assert (sale["date"], sale["value"], sale["net"], sale["how"]) == ("2026-06-07", "100.00", "100.00", "command")
    assert {row["net"] for row in found["days"]} == {"100.00"}
    assert {row["orders"] for row in found["days"]} == {1}


async def test_an_empty_period_is_a_sentence_and_no_file(world: World, team: Crew) -> None:
    for words in ("csv", "json", "xlsx", ""):
        (said,) = await asked(world, team, team.lead, f"/export 5月 {words}", f"/export May {words}")
        assert said.document is None
        assert team.say("没什么可导出", "nothing to export") in said.text


async def test_words_that_name_no_period_are_told_how(world: World, team: Crew) -> None:
    (said,) = await asked(world, team, team.lead, "/export 香蕉 csv", "/export banana csv")
    assert "/export" in said.text
    assert said.document is None


async def test_in_the_group_a_button_leads_to_the_private_chat(world: World, team: Crew) -> None:
    (said,) = await world.say(team.lead, team.group, "/export")
    assert said.document is None
    assert [button.url.endswith("start=export") for row in said.buttons for button in row if button.url] == [True]


async def test_what_was_undone_or_corrected_is_there_as_it_stands(world: World, team: Crew) -> None:
    (card,) = await world.say(team.mei, team.group, team.say("2单 300", "2 orders 300"))
    await world.say(team.mei, team.group, team.say("1单 77", "1 order 77"))
    await world.say(team.mei, team.group, "/undo")
    await world.say(team.mei, team.group, "250", reply_to=card)
    (said,) = await asked(world, team, team.mei, "/export 今天 csv", "/export today csv")
    assert net(rows(said)) == 250
    assert {row["revision"] for row in rows(said)} == {"2"}


@pytest.mark.parametrize("opened", [False, True])
async def test_a_lead_reads_customers_names_where_the_team_opens_them(world: World, team: Crew, opened: bool) -> None:
    await world.say(team.mei, team.group, team.say("新客 小红 199", "new: Anna 199"))
    if opened:
        await asked(world, team, team.lead, "/settings customers on", "/settings customers on")
    name = team.say("小红", "Anna")
    (own,) = await asked(world, team, team.mei, "/export 今天 csv", "/export today csv")
    assert {row["customer"] for row in rows(own)} == {name, ""}
    (all_,) = await asked(world, team, team.lead, "/export 今天 csv", "/export today csv")
    assert ({row["customer"] for row in rows(all_)} == {name, ""}) is opened
    assert any(row["customer"] for row in rows(all_))


async def test_a_name_that_would_be_a_formula_is_a_text(world: World, team: Crew) -> None:
    await asked(world, team, team.lead, f"/team rename {team.mei.name} =1+1", f"/team rename {team.mei.name} =1+1")
    (said,) = await asked(world, team, team.lead, "/export 6月 csv", "/export June csv")
    assert "'=1+1" in {row["member"] for row in rows(said)}
    (said,) = await asked(world, team, team.lead, "/export 6月 xlsx", "/export June xlsx")
    for sheet in openpyxl.load_workbook(io.BytesIO(content(said))).worksheets:
        kinds = {cell.data_type for row in sheet.iter_rows() for cell in row}
        assert "f" not in kinds
