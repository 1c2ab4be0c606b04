"""R-31, 免费试用: a trial team with thirty days of four sellers, in private, that goes without a trace."""

from collections import Counter
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from bot.demo.telegram import Person
from storage import tables as t
from tests.journeys.conftest import Crew
from tests.journeys.world import World

LOOKS = ("/top", "/top month", "/chart", "/me", "/team", "/target", "/calendar", "/customers", "/settings", "/forecast")
_PASSING = {"update_key", "outbox", "slot", "spent_number"}  # what was said, not what is known


def _rows(world: World) -> Counter[str]:
    """How many rows there are of every table that keeps something."""
    with world.database.read() as db:
        tables = [table for table in t.metadata.sorted_tables if table.name not in _PASSING]
        counted = {table.name: db.execute(select(func.count()).select_from(table)).scalar_one() for table in tables}
    return Counter({name: number for name, number in counted.items() if number})


def _slots(world: World) -> int:
    with world.database.read() as db:
        return int(db.execute(select(func.count()).select_from(t.slot)).scalar_one())


async def _alone(world: World, language: str) -> Person:
    person = world.telegram.person("陌生人", language={"zh": "zh-hans", "en": "en"}[language])
    await world.say(person, person, "/start")
    return person


async def test_req_31_a_trial_team_of_four_sellers_and_thirty_days(world: World, language: str) -> None:
    guest = await _alone(world, language)
    (made,) = await world.say(guest, guest, "/demo")
    mark = "（试用队）" if language == "zh" else "(trial)"
    assert mark in made.text
    with world.database.read() as db:
        assert db.execute(select(func.count()).select_from(t.member)).scalar_one() == 5
        assert db.execute(select(func.count(t.member_day.c.business_date.distinct()))).scalar_one() >= 30
    for look in LOOKS:
        said = await world.say(guest, guest, look)
        assert said, look
        assert not any("error" in message.text.lower() for message in said)
    (team,) = await world.say(guest, guest, "/team")
    assert mark in team.text


async def test_req_31_two_are_level_one_climbs_and_one_falls_behind(world: World, language: str) -> None:
    guest = await _alone(world, language)
    await world.say(guest, guest, "/demo")
    (board,) = await world.say(guest, guest, "/top month")
    places = board.text.splitlines()[1:5]
    climbing, level, behind = ("丽丽", "小周", "阿强") if language == "zh" else ("Lily", "Zoe", "Ken")
    assert climbing in places[0]
    assert [place[0] for place in places[1:3]] == ["🥈", "🥈"]
    assert any(level in place for place in places[1:3])
    assert places[3].startswith("4.")
    assert behind in places[3]


async def test_req_31_off_leaves_zero_rows(world: World, language: str) -> None:
    guest = await _alone(world, language)
    before = _rows(world)
    await world.say(guest, guest, "/demo")
    await world.say(guest, guest, "2单 396 新客1" if language == "zh" else "/sale 2 39 new 1")
    await world.say(guest, guest, "/settings")
    assert (_rows(world) - before)["entry_line"] > 500
    (over,) = await world.say(guest, guest, "/demo off")
    assert "🧹" in over.text
    assert _rows(world) == before
    assert _slots(world) == 0


async def test_the_button_ends_it_too_and_another_begins_anew(world: World, language: str) -> None:
    guest = await _alone(world, language)
    before = _rows(world)
    (made,) = await world.say(guest, guest, "/demo")
    fresh = _rows(world)
    await world.say(guest, guest, "2单 396" if language == "zh" else "/sale 2 39")
    await world.press(guest, made, made.buttons[-1][0].label)
    assert _rows(world) == before
    over = world.said(guest)[-1]
    await world.press(guest, over, over.buttons[0][0].label)
    assert _rows(world) == fresh


async def test_one_trial_a_person(world: World, language: str) -> None:
    guest = await _alone(world, language)
    await world.say(guest, guest, "/demo")
    once = _rows(world)
    (there,) = await world.say(guest, guest, "/demo")
    assert _rows(world) == once
    assert "🧪" in there.text


async def test_a_member_of_a_real_team_gets_back_to_it(world: World, crew: Crew) -> None:
    await world.say(crew.mei, crew.group, "/sale 3 1280")
    await world.say(crew.mei, crew.mei, "/start")
    real = crew.group.title
    before = _rows(world)
    await world.say(crew.mei, crew.mei, "/demo")
    assert real not in (await world.say(crew.mei, crew.mei, "/me"))[0].text
    await world.say(crew.mei, crew.mei, "/sale 1 99")
    (over,) = await world.say(crew.mei, crew.mei, "/demo off")
    assert real in over.text
    (mine,) = await world.say(crew.mei, crew.mei, "/me")
    assert real in mine.text
    assert "1,280" in mine.text
    assert _rows(world) - before == Counter()


async def test_what_was_trial_never_touches_what_is_real_afterwards(world: World, crew: Crew) -> None:
    """An old button of the trial finds nothing, though the next real report is the next one in the books."""
    await world.say(crew.mei, crew.group, "/sale 3 1280")
    await world.say(crew.mei, crew.mei, "/demo")
    (card,) = await world.say(crew.mei, crew.mei, "/sale 1 99")
    await world.say(crew.mei, crew.mei, "/demo off")
    await world.say(crew.mei, crew.mei, "/sale 2 500")
    await world.press(crew.mei, card, card.buttons[0][1].label)  # undo
    (mine,) = await world.say(crew.mei, crew.mei, "/me")
    assert "1,780" in mine.text


async def test_by_itself_it_speaks_to_who_asked_alone_and_for_two_days(world: World, crew: Crew) -> None:
    """The real team has posts of its own, which are let be."""
    guest = await _alone(world, crew.language)
    await world.say(guest, guest, "/demo")
    others = (crew.group, crew.lead, crew.mei, crew.ken, crew.lili)
    before = len(world.said(guest))
    await world.pass_time(world.now + timedelta(hours=20))
    heard = len(world.said(guest))
    assert heard > before
    await world.pass_time(world.now + timedelta(days=1, hours=6))
    silent = len(world.said(guest))
    await world.pass_time(world.now + timedelta(days=3))
    assert len(world.said(guest)) == silent
    mark = "试用队" if crew.language == "zh" else "(trial)"
    assert not any(mark in message.text for chat in others for message in world.said(chat))


async def test_after_seven_days_it_goes_by_itself(world: World, language: str) -> None:
    guest = await _alone(world, language)
    before = _rows(world)
    await world.say(guest, guest, "/demo")
    await world.pass_time(world.now + timedelta(days=6, hours=23))
    assert _rows(world)["trial"] == 1
    await world.pass_time(world.now + timedelta(hours=3))
    assert _rows(world) == before


async def test_who_blocked_the_bot_and_comes_back_begins_anew(world: World, language: str) -> None:
    guest = await _alone(world, language)
    await world.say(guest, guest, "/demo")
    once = _rows(world)
    world.telegram.block(guest)
    await world.settle()
    await world.say(guest, guest, "/demo")
    assert _rows(world) == once


async def test_a_trial_is_compared_with_no_real_team(world: World, crew: Crew) -> None:
    await world.say(crew.lead, crew.lead, "/demo")
    (said,) = await world.say(crew.lead, crew.lead, crew.say("/pk 团队", "/pk teams"))
    assert crew.group.title not in said.text
    assert not any(crew.group.title in button.label for row in said.buttons for button in row)


async def test_in_the_group_it_only_points_to_the_private_chat(world: World, crew: Crew) -> None:
    before = _rows(world)
    (said,) = await world.say(crew.mei, crew.group, "/demo")
    assert said.buttons
    assert _rows(world)["trial"] == before["trial"] == 0


@pytest.mark.parametrize("words", ["试用", "try it", "/demo what"])
async def test_other_words_make_no_team(world: World, language: str, words: str) -> None:
    guest = await _alone(world, language)
    await world.say(guest, guest, words)
    assert _rows(world)["trial"] == (1 if words == "试用" else 0)
