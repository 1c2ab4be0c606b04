"""老板: one picture of how the team stands, and a report to pass on, for leads and for who may only look."""

import re
from datetime import datetime
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from bot.send import Sender
from handlers import CAPABILITIES
from tests.journeys.conftest import Crew, labels, together
from tests.journeys.test_customer_book import press_data
from tests.journeys.test_june import SHANGHAI, opened, until
from tests.journeys.test_reporting import join, told
from tests.journeys.test_scheduled import sales_of_a_day
from tests.journeys.world import World


async def viewer(world: World, crew: Crew) -> None:
    """丽丽 only looks from now on."""
    await world.say(crew.lili, crew.lili, "/start")
    await world.say(crew.lead, crew.lead, "/team role @user_3 viewer")


async def test_req_93_the_boss_sees_today_the_month_the_first_three_and_14_days(tmp_path: Path, language: str) -> None:
    """§5.2: the evening of the 8th of June."""
    world = World(tmp_path, datetime(2026, 6, 1, 8, 0, tzinfo=SHANGHAI))
    await world.start()
    shop = await opened(world, await together(world, language))
    await until(world, 8, 21, 5)
    for seller, amount in ((shop.mei, 2770), (shop.ken, 3150), (shop.lili, 2770)):
        await world.say(seller, seller, shop.say(f"3单 {amount}", f"3 orders {amount}"))
    (shown,) = await world.say(shop.lead, shop.lead, "/boss")

    assert shown.photo is not None
    lines = shown.text.splitlines()
    for part in ("8,690", "10,000", "86.9%"):
        assert part in lines[1]
    for part in ("67,690", "310,000", "21.8%", "22.6%"):
        assert part in lines[2]
    order = [shop.ken.name, "25,550", shop.mei.name, "23,770", shop.lili.name, "18,370"]
    assert [lines[3].index(part) for part in order] == sorted(lines[3].index(part) for part in order)
    assert "14" in lines[4]
    world.database.close()


async def test_req_93_the_picture_is_refreshed_in_its_place(world: World, crew: Crew) -> None:
    await sales_of_a_day(world, crew)
    (shown,) = await world.say(crew.lead, crew.lead, crew.say("老板看板", "/boss"))
    count = len(world.telegram.messages(crew.lead))
    await world.say(crew.mei, crew.group, "/sale 1 1000")
    await world.press(crew.lead, shown, crew.say("🔄 刷新", "🔄 Refresh"))

    now = world.look(crew.lead, shown)
    assert "8,690" in shown.text
    assert "9,690" in now.text
    assert now.photo not in {None, shown.photo}
    assert len(world.telegram.messages(crew.lead)) == count


async def test_req_93_with_no_figures_the_boss_reads_so_and_gets_no_empty_picture(world: World, crew: Crew) -> None:
    for command in ("/boss", "/report"):
        (shown,) = await world.say(crew.lead, crew.lead, command)
        assert shown.photo is None
        assert shown.document is None
        assert crew.say("没有人报数", "obody") in shown.text


async def test_without_targets_there_are_figures_and_no_percentages(world: World, crew: Crew) -> None:
    await sales_of_a_day(world, crew)
    (shown,) = await world.say(crew.lead, crew.lead, "/boss")

    assert "8,690" in shown.text
    assert "%" not in shown.text


async def test_req_93_who_only_looks_sees_the_picture_and_the_report_and_sellers_do_not(
    world: World, crew: Crew
) -> None:
    await sales_of_a_day(world, crew)
    await viewer(world, crew)
    (picture,) = await world.say(crew.lili, crew.lili, "/boss")
    (report,) = await world.say(crew.lili, crew.lili, "/report")
    assert picture.photo is not None
    assert report.document is not None
    for command in ("/boss", "/report"):
        (refused,) = await world.say(crew.mei, crew.mei, command)
        assert crew.say("团队长和只看的人", "leads and viewers") in refused.text
        assert refused.photo is None
        assert refused.document is None
    (section,) = await world.say(crew.lili, crew.lili, "/help")
    await world.press(crew.lili, section, crew.say("👀 看业绩", "👀 Look"))
    assert {"/boss", "/report"} <= {word for label in labels(world.look(crew.lili, section)) for word in label.split()}


async def test_in_the_group_the_boss_is_sent_to_the_private_chat(world: World, crew: Crew) -> None:
    await sales_of_a_day(world, crew)
    for command in ("/boss", "/report"):
        (refused,) = await world.say(crew.lead, crew.group, command)
        assert refused.photo is None
        assert refused.document is None
        assert crew.say("私聊", "private") in refused.text


async def test_req_93_who_only_looks_sees_no_pay(world: World, crew: Crew) -> None:
    await sales_of_a_day(world, crew)
    await world.say(crew.lead, crew.lead, crew.say("/pay base 小美 3456", "/pay base Mei 3456"))
    await viewer(world, crew)
    pay = [c for part in CAPABILITIES for c in part.commands if part.commands and c.name in {"pay", "payroll", "bonus"}]
    for line in {line for command in pay for _, lines in command.examples for line in lines} | {"/pay", "/boss"}:
        assert "3,456" not in told(await world.say(crew.lili, crew.lili, line))
    (report,) = await world.say(crew.lili, crew.lili, "/report")
    assert "3,456" not in report.text


@pytest.mark.parametrize(
    ("zh", "en", "name"),
    [
        ("出报告", "/report", ("花花美妆 2026年6月 报告", "Flora Beauty Jun 2026 report")),
        ("出报告 本周", "/report week", ("花花美妆 6月8日至14日 报告", "Flora Beauty Jun 8 – 14 report")),
        ("/report 今天", "/report today", ("花花美妆 6月8日至14日 报告", "Flora Beauty Jun 8 – 14 report")),
    ],
)
async def test_req_93_a_report_is_a_pdf_with_the_figures_below(
    world: World, crew: Crew, zh: str, en: str, name: tuple[str, str]
) -> None:
    await sales_of_a_day(world, crew)
    (report,) = await world.say(crew.lead, crew.lead, crew.say(zh, en))

    assert report.document is not None
    assert report.document.filename == f"{crew.say(*name)}.pdf"
    assert report.document.content.startswith(b"%PDF-")
    assert report.document.content.count(b"/Type /Page ") == int(re.findall(r"\d+", report.text)[-1])
    assert "8,690" in report.text


async def test_req_93_a_report_as_a_long_picture_and_back_by_buttons(world: World, crew: Crew) -> None:
    await sales_of_a_day(world, crew)
    (first,) = await world.say(crew.lead, crew.lead, crew.say("/report 6月", "/report June"))
    await world.press(crew.lead, first, crew.say("🖼 要长图", "🖼 As a long picture"))
    picture = world.said(crew.lead)[-1]
    (written,) = await world.say(crew.lead, crew.lead, crew.say("/report 6月 png", "/report June PNG"))

    assert picture.document is not None
    assert written.document is not None
    assert picture.document.filename.endswith(".png")
    assert written.document.content == picture.document.content
    with Image.open(BytesIO(picture.document.content)) as image:
        assert image.size[0] == 1080
        assert image.size[1] > 2000
    await world.press(crew.lead, picture, crew.say("本周", "This week"))
    again = world.said(crew.lead)[-1]
    assert again.document is not None
    assert again.document.filename.endswith(".png")


async def test_a_report_of_a_team_of_thirty_has_everybody_on_its_pages(world: World, crew: Crew) -> None:
    names = [f"{crew.say('卖家', 'Seller')} {number}" for number in range(30)]
    for number, name in enumerate(names):
        person = world.telegram.person(name, language=crew.say("zh-hans", "en"), username=f"more_{number}")
        world.telegram.join(crew.group, person)
        await world.say(person, crew.group, f"/sale 1 {100 + number}")
    (report,) = await world.say(crew.lead, crew.lead, "/report")
    assert report.document is not None
    assert report.document.content.count(b"/Type /Page ") == 6  # cover, month, two of the board, 80/20, customers


async def too_slow(_: object) -> bytes:
    """What becomes of a chart whose worker does not answer."""
    raise TimeoutError


async def test_a_report_that_cannot_be_drawn_says_so_beside_the_figures(world: World, crew: Crew) -> None:
    await sales_of_a_day(world, crew)
    world.sender = Sender(
        world.bot, world.database, too_slow, world.make, clock=lambda: world.now, monotonic=lambda: 0.0
    )
    (shown,) = await world.say(crew.lead, crew.lead, "/report")

    assert shown.document is None
    assert "8,690" in shown.text
    assert crew.say("报告没画出来", "could not be drawn") in shown.text


@pytest.mark.parametrize(("zh", "en"), [("/report 明年", "/report sometime"), ("/report png 6月", "/report png June")])
async def test_a_report_of_what_is_no_period_says_how_it_is_written(world: World, crew: Crew, zh: str, en: str) -> None:
    (shown,) = await world.say(crew.lead, crew.lead, crew.say(zh, en))

    assert crew.say("这样写", "Write it like this") in shown.text


@pytest.mark.parametrize("button", ["pack:1:2026-06:zip", "pack:1:2099-01:pdf", "pack:1::", "pack:1:2026-06", "pack::"])
async def test_a_forged_or_old_button_of_a_report_is_answered(world: World, crew: Crew, button: str) -> None:
    await sales_of_a_day(world, crew)
    (first,) = await world.say(crew.lead, crew.lead, "/report")
    count = len(world.said(crew.lead))
    toast = await press_data(world, crew.lead, first, f"v1:{button}")
    assert toast
    assert len(world.said(crew.lead)) == count


async def test_a_seller_who_presses_the_boss_s_button_is_refused(world: World, crew: Crew) -> None:
    await sales_of_a_day(world, crew)
    await viewer(world, crew)
    (shown,) = await world.say(crew.lili, crew.lili, "/boss")
    await world.say(crew.lead, crew.lead, "/team role @user_3 seller")
    toast = await world.press(crew.lili, shown, crew.say("🔄 刷新", "🔄 Refresh"))

    assert crew.say("团队长和只看的人", "leads and viewers") in toast


async def test_a_report_of_sales_may_still_begin_with_the_word_report(world: World, crew: Crew) -> None:
    await join(world, crew)
    (card,) = await world.say(crew.mei, crew.mei, crew.say("报告 3单 1280", "report 3 orders 1280"))

    assert "1,280" in card.text
