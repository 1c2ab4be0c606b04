"""What happens around a handler: its transaction, its errors, and the batch it stands in."""

import sqlite3
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy.exc import OperationalError
from telegram import Update

from bot.command import Answers, Capability, Refusal, Request, answer
from bot.demo.faults import Fault
from bot.demo.telegram import Group, Person
from bot.render import plain
from kpi.message import say
from storage import chats, members, teams
from tests.journeys.world import World

odd = Capability()
troubles: list[Exception] = []  # what the next uses of /odd run into, after they have written something


@odd.command("odd", joins=True)
def write_and_fail(request: Request) -> Answers:
    members.join(request.db, request.its_team.id, None, "written")
    if troubles:
        raise troubles.pop(0)
    return (answer(say("not-counted")),)


@pytest.fixture
async def world(tmp_path: Path) -> AsyncIterator[World]:
    troubles.clear()
    here = World(tmp_path, datetime(2026, 6, 8, 10, 12, tzinfo=UTC), more=(odd,))
    await here.start()
    yield here
    here.database.close()


@pytest.fixture
async def group(world: World) -> tuple[Group, Person]:
    lead = world.telegram.person("Flora", language="en")
    group = world.telegram.group("Team", owner=lead)
    world.telegram.add_bot(group, lead)
    await world.settle()
    return group, lead


def written(world: World) -> int:
    """How often /odd wrote something that stayed."""
    with world.database.read() as db:
        (team,) = teams.active(db)
        return sum(member.name == "written" for member in members.of_team(db, team.id))


async def test_a_defect_is_rolled_back_named_by_a_number_and_holds_up_nobody(
    world: World, group: tuple[Group, Person], caplog: pytest.LogCaptureFixture
) -> None:
    where, lead = group
    troubles.append(ZeroDivisionError())
    before = {m.message_id for m in world.said(where)}
    for line in ("/odd", "/sale 1 100", "/odd"):
        world.telegram.write(lead, where, line)
    await world.settle()
    told, card, _ = world.said(where, before)
    (record,) = [record for record in caplog.records if record.exc_info]
    number = told.text.split()[-1].rstrip(".")
    assert number in record.getMessage()
    assert "Traceback" not in told.text
    assert "100.00" in card.text
    assert written(world) == 1


async def test_a_refusal_leaves_nothing_behind(world: World, group: tuple[Group, Person]) -> None:
    where, lead = group
    troubles.append(Refusal(say("leads-only")))
    (refused,) = await world.say(lead, where, "/odd")
    assert "leads" in refused.text
    assert written(world) == 0


async def test_a_database_in_trouble_acknowledges_nothing_and_the_batch_comes_again(
    world: World, group: tuple[Group, Person]
) -> None:
    where, lead = group
    troubles.extend([OperationalError("", {}, sqlite3.OperationalError("disk full"))] * 2)
    for line in ("/sale 1 100", "/odd"):
        world.telegram.write(lead, where, line)
    with pytest.raises(OperationalError):
        await world.receiver.turn()  # as a batch, and then the second one alone
    assert world.telegram.updates.waiting == 2
    await world.settle()
    assert world.telegram.updates.waiting == 0
    assert sum("100.00" in message.text for message in world.said(where)) == 1
    assert world.said(where)[-1].text == plain(say("not-counted"), "en")  # what failed came again as well
    assert written(world) == 1


def leads(world: World) -> set[str]:
    """Who administrates the group, as it is written down."""
    with world.database.read() as db:
        (team,) = teams.active(db)
        return {member.name for member in members.of_team(db, team.id) if member.administrator}


async def test_an_administrator_who_joins_after_telegram_was_asked_leads(
    world: World, group: tuple[Group, Person]
) -> None:
    where, lead = group
    ken = world.telegram.person("Ken", language="en")
    world.telegram.join(where, ken)
    world.telegram.promote(where, ken)
    world.now += timedelta(minutes=2)  # what was known is too old now
    await world.say(lead, where, "/team")  # and now known anew, while Ken is no member yet
    await world.say(ken, where, "/sale 1 100")
    world.telegram.faults.next("getChatAdministrators", Fault.BAD_GATEWAY, times=9)  # nobody needs to ask again
    (told,) = await world.say(ken, where, "/target 50000")
    assert "50,000" in told.text
    assert leads(world) == {"Flora", "Ken"}


async def test_who_leads_is_written_down_though_the_command_that_made_us_ask_is_refused(
    world: World, group: tuple[Group, Person]
) -> None:
    where, lead = group
    ken = world.telegram.person("Ken", language="en")
    world.telegram.join(where, ken)
    await world.say(ken, where, "/sale 1 100")
    assert leads(world) == {"Flora"}
    world.telegram.promote(where, ken)
    world.now += timedelta(minutes=2)  # what was known is too old now
    troubles.append(Refusal(say("leads-only")))
    await world.say(lead, where, "/odd")
    assert leads(world) == {"Flora", "Ken"}


async def test_who_leads_is_written_down_though_the_batch_comes_again(
    world: World, group: tuple[Group, Person]
) -> None:
    where, lead = group
    ken = world.telegram.person("Ken", language="en")
    world.telegram.join(where, ken)
    await world.say(ken, where, "/sale 1 100")
    world.telegram.promote(where, ken)
    world.now += timedelta(minutes=2)  # what was known is too old now
    troubles.append(OperationalError("", {}, sqlite3.OperationalError("disk full")))
    await world.say(lead, where, "/odd")
    assert leads(world) == {"Flora", "Ken"}


async def test_an_update_that_nobody_can_read_is_passed_over(world: World, group: tuple[Group, Person]) -> None:
    where, lead = group
    world.telegram.updates.add("message", {"message_id": 1, "date": "soon"})
    (card,) = await world.say(lead, where, "/sale 1 100")
    assert "100.00" in card.text


async def test_an_update_of_an_unheard_of_shape_holds_up_no_other(
    world: World, group: tuple[Group, Person], caplog: pytest.LogCaptureFixture
) -> None:
    where, lead = group
    strange = Update(1, message=object())  # type: ignore[arg-type]  # which is the point
    await world.receiver._dispatch.handle([strange])
    assert "update 1 cannot be understood" in caplog.text
    (card,) = await world.say(lead, where, "/sale 1 100")
    assert "100.00" in card.text


async def test_nothing_is_kept_of_people_who_only_chat(world: World, group: tuple[Group, Person]) -> None:
    where, _ = group
    stranger = world.telegram.person("Chatty", language="en")
    world.telegram.join(where, stranger)
    await world.say(stranger, where, "good morning")
    await world.say(stranger, stranger, "hello")
    with world.database.read() as db:
        assert chats.chat_of(db, stranger.id) is not None  # type: ignore[arg-type]  # to answer there
        (team,) = teams.active(db)
        assert [member.name for member in members.of_team(db, team.id)] == ["Flora"]


@pytest.mark.parametrize(
    "data", ["", "v1", "v1:undo", "v1:undo:x", "v1:undo:999999", "v2:undo:1", "v1:run:/sale 1 9", "x" * 64]
)
async def test_a_forged_button_is_answered_politely(world: World, group: tuple[Group, Person], data: str) -> None:
    where, lead = group
    (card,) = await world.say(lead, where, "/sale 1 100")
    world.telegram.forge(lead, card, data)
    before = len(world.telegram.messages(where))
    await world.settle()
    assert len(world.telegram.messages(where)) == before
    assert world.telegram.toasts(lead)[-1] != ""
