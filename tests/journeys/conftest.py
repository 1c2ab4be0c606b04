"""A team of four, in Chinese and in English, on Monday the 8th of June 2026 at 10:12 of its own time."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.demo.telegram import Group, Person, Shown
from tests.journeys.world import World

ZONES = {"zh": "Asia/Shanghai", "en": "UTC"}
NAMES = {"zh": ("林小花", "小美", "阿强", "丽丽"), "en": ("Flora", "Mei", "Ken", "Lili")}


@dataclass(frozen=True, slots=True)
class Crew:
    """A group with the bot in it, its administrator and three who sell."""

    language: str
    group: Group
    lead: Person
    mei: Person
    ken: Person
    lili: Person

    def say(self, zh: str, en: str) -> str:
        """The one of the two that this team would write."""
        return zh if self.language == "zh" else en


@pytest.fixture(params=["zh", "en"])
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
async def world(tmp_path: Path, language: str) -> AsyncIterator[World]:
    here = World(tmp_path, datetime(2026, 6, 8, 10, 12, tzinfo=ZoneInfo(ZONES[language])))
    await here.start()
    yield here
    here.database.close()


@pytest.fixture
async def crew(world: World, language: str) -> Crew:
    return await together(world, language)


async def together(world: World, language: str, *, basic: bool = False) -> Crew:
    """The four in a group with the bot; `basic` makes it one of the old kind."""
    code = {"zh": "zh-hans", "en": "en"}[language]
    lead, *sellers = (
        world.telegram.person(name, language=code, username=f"user_{number}")
        for number, name in enumerate(NAMES[language])
    )
    group = world.telegram.group(
        {"zh": "花花美妆", "en": "Flora Beauty"}[language], owner=lead, members=sellers, basic=basic
    )
    world.telegram.add_bot(group, lead)
    await world.settle()
    return Crew(language, group, lead, *sellers)


@pytest.fixture
async def shop(world: World, crew: Crew) -> Crew:
    """Everybody is a member, and can be written to in private."""
    for who in (crew.mei, crew.ken, crew.lili):
        await world.say(who, crew.group, "/sale 1 100")
    for who in (crew.lead, crew.mei, crew.ken, crew.lili):
        await world.say(who, who, "/start")
    return crew


async def said(world: World, who: Person, text: str) -> str:
    """What somebody is answered in private."""
    return "\n".join(each.text for each in await world.say(who, who, text))


def labels(message: Shown) -> list[str]:
    """What stands on its buttons."""
    return [button.label for row in message.buttons for button in row]
