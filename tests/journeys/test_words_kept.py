"""A lead chooses for how long written words are kept: they go, the figures stay, and other teams keep theirs."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from storage import tables as t
from storage import totals
from tests.journeys.conftest import Crew, labels, said, together
from tests.journeys.test_forgetting import everything
from tests.journeys.test_pay import here
from tests.journeys.world import World
from tests.storage.given import JUNE

_DAY = timedelta(days=1)
_MONTH = timedelta(days=30)
_SECRET = "Xanadu"


@pytest.fixture
async def shop(world: World, crew: Crew) -> Crew:
    await written(world, crew, _SECRET)
    return crew


async def written(world: World, crew: Crew, secret: str) -> None:
    """`secret` stands in the team's books wherever somebody may write something."""
    for who in (crew.mei, crew.ken):
        await world.say(who, crew.group, "/sale 1 100")
    for who in (crew.lead, crew.mei):
        await world.say(who, who, "/start")
    await world.say(crew.mei, crew.mei, crew.say(f"投诉1 {secret}破损", f"complaint 1 {secret} broken"))
    await world.say(crew.mei, crew.mei, crew.say(f"好评 {secret}", f"/praise {secret}"))
    await world.say(crew.lead, crew.lead, f"/target {crew.mei.name} 4000")
    change = f"目标 改 {crew.mei.name} 5000 因为{secret}", f"/target change {crew.mei.name} 5000 because of {secret}"
    await world.say(crew.lead, crew.lead, crew.say(*change))
    before = len(world.said(crew.mei))
    task = crew.say(f"{secret}回访10位老客 6-15", f"{secret} call 10, 15 Jun")
    await world.say(crew.lead, crew.lead, f"/plan add @{crew.mei.name} {task}")
    (card,) = world.said(crew.mei)[before:]
    await world.say(crew.mei, crew.mei, f"{secret}?", reply_to=card)
    (board,) = await world.say(crew.lead, crew.lead, "/plan team")
    seen = len(world.said(crew.lead))
    await world.press(crew.lead, board, labels(board)[0])
    (card,) = world.said(crew.lead)[seen:]
    await world.press(crew.lead, card, crew.say("🚫 取消计划", "🚫 Call off"))


def figures(world: World, crew: Crew) -> object:
    """All that was counted, day by day and by person."""
    with world.database.read() as db:
        of = here(world, crew, db).id
        lines = [tuple(row) for row in db.execute(select(t.entry_line).where(t.entry_line.c.team_id == of))]
        return totals.by_day(db, of, JUNE), totals.by_member(db, of, JUNE), lines


def words(world: World, crew: Crew) -> list[str]:
    """The columns of the team in whose cells the secret stands."""
    with world.database.read() as db:
        of = here(world, crew, db).id
        return [
            str(column)
            for table in t.metadata.sorted_tables
            if "team_id" in table.c
            for row in db.execute(select(table).where(table.c.team_id == of))
            for column, value in zip(table.c, row, strict=True)
            if _SECRET in str(value)
        ]


async def test_what_was_written_goes_after_the_days_that_a_lead_presses(world: World, shop: Crew) -> None:
    (settings,) = await world.say(shop.lead, shop.lead, "/settings")
    await world.press(shop.lead, settings, shop.say("原话保留", "Words kept"))
    asked = world.look(shop.lead, settings)
    assert labels(asked)[:4] == shop.say("30 天|90 天|365 天|✓ 一直留着", "30 days|90 days|365 days|✓ always").split(
        "|"
    )
    toast = await world.press(shop.lead, asked, shop.say("30 天", "30 days"))
    assert shop.say("一直留着 → 30 天", "always → 30 days") in toast
    assert shop.say("撤销", "To undo") in toast
    assert shop.say("写过的话：30 天", "disputes): 30 days") in await said(world, shop.mei, "/privacy")
    before = figures(world, shop)
    written_in = {"feedback.said", "praise.words", "plan_item.task", "plan_comment.words", "audit.what", "audit.new"}
    assert set(words(world, shop)) == written_in
    world.now += 29 * _DAY
    await world.tick()
    assert set(words(world, shop)) == written_in
    world.now += 2 * _DAY
    await world.tick()
    assert _SECRET not in everything(world)
    assert figures(world, shop) == before
    assert shop.say("原话保留", "Words kept") in await said(world, shop.lead, "/audit")


async def test_another_team_keeps_its_words(world: World, shop: Crew) -> None:
    other = await together(world, shop.language)
    await written(world, other, _SECRET)
    kept = words(world, other), figures(world, other)
    assert shop.say("→ 30 天", "→ 30 days") in await said(
        world, shop.lead, shop.say("设置 原话 30", "/settings words 30")
    )
    world.now += 2 * _MONTH
    await world.tick()
    assert words(world, shop) == []
    assert (words(world, other), figures(world, other)) == kept


async def test_until_the_next_day_it_can_be_taken_back(world: World, shop: Crew) -> None:
    world.now += 2 * _MONTH
    await world.tick()
    kept = words(world, shop)
    await world.say(shop.lead, shop.lead, "/settings words 30")
    world.now += timedelta(hours=23)
    await world.start()  # whatever was last done, and when, is forgotten
    await world.tick()
    assert words(world, shop) == kept
    assert shop.say("→ 一直留着", "→ always") in await said(
        world, shop.lead, shop.say("设置 原话 一直", "/settings words always")
    )
    world.now += 3 * _DAY
    await world.tick()
    assert words(world, shop) == kept


@pytest.mark.parametrize("wanted", ["29", "0", "366", "soon", "on", ""])
async def test_a_time_that_is_too_short_or_unclear_changes_nothing(world: World, shop: Crew, wanted: str) -> None:
    answer = await said(world, shop.lead, f"/settings words {wanted}")
    assert shop.say("30 到 365", "from 30 to 365") in answer
    assert shop.say("写过的话：一直留着", "disputes): always") in await said(world, shop.mei, "/privacy")


async def test_whoever_sells_changes_nothing(world: World, shop: Crew) -> None:
    assert shop.say("团队长", "leads") in await said(world, shop.mei, "/settings words 30")
    assert shop.say("一直留着", "always") in await said(world, shop.mei, "/settings")


async def test_what_was_emptied_is_still_shown_without_the_words(world: World, shop: Crew) -> None:
    await world.say(shop.lead, shop.lead, "/settings words 30")
    world.now += 2 * _MONTH
    await world.tick()
    for line in ("/plan team", "/complaints", "/audit", "/praise", "/kpi"):
        answers = await world.say(shop.lead, shop.lead, line)
        assert answers, line
        assert all(_SECRET not in answer.text for answer in answers)
