"""What Telegram does to a bot, where no other journey has it: `docs/telegram-failures.md` has them all."""

import re
from datetime import timedelta
from pathlib import Path

import pytest

from bot.demo.telegram import Shown
from kpi.entry import Measure
from storage import tables as t
from tests.journeys.conftest import Crew
from tests.journeys.world import World

ROOT = Path(__file__).parent.parent.parent
PAGE = ROOT / "docs" / "telegram-failures.md"


def booked(world: World) -> list[int]:
    """The amounts in the books, in minor units."""
    with world.database.read() as db:
        line = t.entry_line.c
        rows = db.execute(t.entry_line.select().where(line.measure == Measure.GROSS, line.voided_at.is_(None)))
        return sorted(row.value for row in rows)


async def card(world: World, crew: Crew) -> Shown:
    (shown,) = await world.say(crew.mei, crew.group, "/sale 1 100")
    return shown


async def test_a_bot_that_is_kicked_and_added_again_finds_everything_as_it_was(world: World, crew: Crew) -> None:
    await card(world, crew)
    world.telegram.remove_bot(crew.group, crew.lead)
    await world.settle()
    world.telegram.add_bot(crew.group, crew.lead)
    await world.settle()
    (board,) = await world.say(crew.lead, crew.group, "/top")
    assert crew.say("¥100", "$100") in board.text


async def test_a_duplicate_update_is_booked_once_and_answered_once(world: World, crew: Crew) -> None:
    await card(world, crew)
    before = world.said(crew.group)
    for _ in range(3):
        world.telegram.redeliver(world.telegram.last_update_id)
        await world.settle()
    assert booked(world) == [10_000]
    assert world.said(crew.group) == before


async def test_an_edit_that_comes_after_a_later_one_changes_nothing(world: World, crew: Crew) -> None:
    """Telegram may deliver the first of two edits last: the date of the edit decides."""
    await card(world, crew)
    (written,) = [m for m in world.telegram.messages(crew.group) if m.sender == crew.mei]
    await world.edit(written, "/sale 1 200")
    earlier = world.telegram.last_update_id
    await world.edit(written, "/sale 1 300")
    world.telegram.redeliver(earlier)
    await world.settle()
    assert booked(world) == [30_000]


async def test_a_button_that_is_pressed_twice_does_it_once(world: World, crew: Crew) -> None:
    shown = await card(world, crew)
    undo = crew.say("↩️ 撤回", "↩️ Undo")
    data = next(b.data for row in shown.buttons for b in row if b.label == undo)
    for _ in range(2):
        world.telegram.forge(crew.mei, shown, data or "")
        await world.settle()
    assert booked(world) == []
    assert len(world.telegram.toasts(crew.mei)) == 2


async def test_a_button_from_a_month_ago_is_answered(world: World, crew: Crew) -> None:
    shown = await card(world, crew)
    world.now += timedelta(days=31)
    toast = await world.press(crew.mei, shown, crew.say("↩️ 撤回", "↩️ Undo"))
    assert toast or world.look(crew.group, shown).text != shown.text


@pytest.mark.parametrize("name", ["<b>Mei</b>", "Mei & Co", "</code><a href='x'>", "*_`[", "😀"])
async def test_whatever_somebody_is_called_is_shown_as_it_is(world: World, crew: Crew, name: str) -> None:
    person = world.telegram.person(name, language="en")
    world.telegram.join(crew.group, person)
    await world.settle()
    (shown,) = await world.say(person, crew.group, "/sale 1 100")
    assert name in shown.text


async def test_somebody_without_a_username_is_booked_like_everybody(world: World, crew: Crew) -> None:
    person = world.telegram.person("Solo", language="en")
    world.telegram.join(crew.group, person)
    await world.settle()
    (shown,) = await world.say(person, crew.group, "/sale 1 100")
    assert "Solo" in shown.text
    assert booked(world) == [10_000]


def test_every_failure_on_the_page_names_a_test_that_exists() -> None:
    rows = re.findall(
        r"^\| (.+?) \| `(tests/[\w/]+\.py)::(test_\w+)` \|$", PAGE.read_text(encoding="utf-8"), re.MULTILINE
    )
    missing = [
        (what, test) for what, file, test in rows if f"def {test}(" not in (ROOT / file).read_text(encoding="utf-8")
    ]
    assert missing == []
    assert len(rows) >= 22
