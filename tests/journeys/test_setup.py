"""A team is set up by taps alone: the good guesses at once, or one setting after another."""

from dataclasses import dataclass, field
from pathlib import Path

import pytest

from bot.demo.telegram import Shown
from kpi.team import Team
from storage import chats, teams
from tests.journeys.conftest import Crew
from tests.journeys.test_reporting import told
from tests.journeys.world import World


def team_of(world: World, crew: Crew) -> Team:
    with world.database.read() as db:
        chat = chats.chat_of(db, crew.group.id)  # type: ignore[arg-type]
        assert chat is not None
        team = teams.of_chat(db, chat.id)
        assert team is not None
        return team


@dataclass
class Wizard:
    """The message of the set-up, and how often the lead has tapped."""

    world: World
    crew: Crew
    message: Shown
    taps: int = field(default=1)  # the one that began it

    @property
    def now(self) -> Shown:
        return self.world.look(self.crew.group, self.message)

    @property
    def labels(self) -> list[str]:
        return [button.label.removeprefix("✓ ") for row in self.now.buttons for button in row]

    async def tap(self, zh: str, en: str) -> None:
        label = self.crew.say(zh, en)
        shown = [button.label for row in self.now.buttons for button in row]
        await self.world.press(self.crew.lead, self.now, label if label in shown else f"✓ {label}")
        self.taps += 1


@pytest.fixture
async def wizard(world: World, crew: Crew) -> Wizard:
    """Begun by the button of the greeting."""
    (greeting,) = world.said(crew.group)
    await world.press(crew.lead, greeting, crew.say("🛠 设置向导", "🛠 Set up"))
    (message,) = world.said(crew.group, {greeting.message_id})
    return Wizard(world, crew, message)


async def test_the_guesses_are_used_by_one_tap(world: World, crew: Crew, wizard: Wizard) -> None:
    before = team_of(world, crew)
    assert before.zone in wizard.now.text
    assert before.currency in wizard.now.text
    assert "21:30" in wizard.now.text
    await wizard.tap("✅ 就用这些", "✅ Use these")
    assert crew.say("试试：3单 1280", "Try: 3 orders 1280") in wizard.now.text
    assert team_of(world, crew) == before
    assert wizard.taps == 2
    assert len(world.said(crew.group)) == 2  # the greeting and this one message


async def test_req_81_the_longest_way_through_everything_takes_eight_taps_and_no_typing(
    world: World, crew: Crew, wizard: Wizard
) -> None:
    await wizard.tap("English", "中文")
    crew = Crew(crew.say("en", "zh"), crew.group, crew.lead, crew.mei, crew.ken, crew.lili)
    wizard.crew = crew
    await wizard.tap("更多…", "More…")
    await wizard.tap("胡志明市", "Ho Chi Minh")
    await wizard.tap("VND", "VND")
    await wizard.tap("19:30", "19:30")
    await wizard.tap("02:00", "02:00")
    await wizard.tap("10:00", "10:00")
    assert wizard.taps == 8
    assert crew.say("设好了", "Done") in wizard.now.text
    team = team_of(world, crew)
    assert (team.language, team.zone, team.currency) == (crew.language, "Asia/Ho_Chi_Minh", "VND")
    assert (team.daily_at, team.day_close, team.weekly_at) == (19 * 60 + 30, 120, 600)
    assert len(world.said(crew.group)) == 2


async def test_every_step_says_what_it_asks_and_how_far_one_is(crew: Crew, wizard: Wizard) -> None:
    heads, questions = [], set()
    for zh, en in [("中文", "English"), ("上海", "London"), ("CNY", "USD"), ("21:30", "21:30"), ("00:00", "00:00")]:
        await wizard.tap(zh, en)
        head, *lines, question = wizard.now.text.split("\n")
        assert sum(line.startswith("👉") for line in lines) == 1
        heads.append(head.split(" · ")[-1])
        questions.add(question)
    assert heads == [crew.say(f"{n}/6", f"{n} of 6") for n in range(2, 7)]
    assert len(questions) == 5


async def test_posts_can_be_switched_off(world: World, crew: Crew, wizard: Wizard) -> None:
    for zh, en in [
        ("中文", "English"),
        ("上海", "UTC"),
        ("CNY", "USD"),
        ("关", "off"),
        ("00:00", "00:00"),
        ("关", "off"),
    ]:
        await wizard.tap(zh, en)
    team = team_of(world, crew)
    assert (team.daily_at, team.weekly_at) == (None, None)


async def test_one_can_stop_half_way_and_go_back(world: World, crew: Crew, wizard: Wizard) -> None:
    await wizard.tap("中文", "English")
    await wizard.tap("新加坡", "Singapore")
    await wizard.tap("‹ 返回", "‹ Back")
    await wizard.tap("东京", "Tokyo")
    await wizard.tap("‹ 返回", "‹ Back")
    await wizard.tap("更多…", "More…")
    await wizard.tap("‹ 返回", "‹ Back")
    assert crew.say("东京", "Tokyo") in wizard.labels
    await wizard.tap("‹ 返回", "‹ Back")
    assert crew.say("先选语言", "choose the language first") in wizard.now.text
    await wizard.tap("✅ 就用这些", "✅ Use these")
    assert team_of(world, crew).zone == "Asia/Tokyo"


async def test_a_restart_in_the_middle_loses_nothing(world: World, crew: Crew, wizard: Wizard) -> None:
    steps = [
        ("中文", "English"),
        ("东京", "Tokyo"),
        ("JPY", "JPY"),
        ("20:00", "20:00"),
        ("02:00", "02:00"),
        ("10:00", "10:00"),
    ]
    for zh, en in steps:
        await world.start()
        await wizard.tap(zh, en)
    team = team_of(world, crew)
    assert (team.zone, team.currency, team.daily_at) == ("Asia/Tokyo", "JPY", 1200)
    assert (team.day_close, team.weekly_at) == (120, 600)
    assert crew.say("设好了", "Done") in wizard.now.text


async def test_somebody_else_is_politely_refused(world: World, crew: Crew, wizard: Wizard) -> None:
    (greeting, _) = world.said(crew.group)
    polite = crew.say("团队长或群管理员", "leads and for the group's administrators")
    assert polite in await world.press(crew.mei, greeting, crew.say("🛠 设置向导", "🛠 Set up"))
    before, team = wizard.now, team_of(world, crew)
    assert polite in await world.press(crew.mei, before, crew.say("✅ 就用这些", "✅ Use these"))
    assert polite in await world.press(crew.mei, before, crew.say("English", "中文"))
    assert wizard.now == before
    assert team_of(world, crew) == team
    assert polite in told(await world.say(crew.mei, crew.group, "/setup"))


async def test_the_currency_is_not_asked_once_something_is_booked(world: World, crew: Crew, wizard: Wizard) -> None:
    await world.say(crew.mei, crew.group, "/sale 1 100")
    await wizard.tap("中文", "English")
    await wizard.tap("东京", "Tokyo")
    assert crew.say("几点发日报", "board posted") in wizard.now.text
    assert crew.say("3/5", "3 of 5") in wizard.now.text


async def test_the_command_begins_it_too(world: World, crew: Crew) -> None:
    (message,) = await world.say(crew.lead, crew.group, crew.say("设置向导", "/setup"))
    wizard = Wizard(world, crew, message)
    await wizard.tap("✅ 就用这些", "✅ Use these")
    assert crew.say("设好了", "Done") in wizard.now.text


async def test_it_works_in_the_private_chat(world: World, crew: Crew) -> None:
    await world.say(crew.lead, crew.lead, "/start")
    (message,) = await world.say(crew.lead, crew.lead, "/setup")
    label = crew.say("✅ 就用这些", "✅ Use these")
    await world.press(crew.lead, message, label)
    assert crew.say("设好了", "Done") in world.look(crew.lead, message).text


@pytest.mark.parametrize("reads_all", [True, False])
async def test_it_says_what_the_bot_sees_and_how_to_change_that(
    tmp_path: Path, world: World, language: str, reads_all: bool
) -> None:
    here = World(tmp_path / "other", world.now, reads_all=reads_all)
    await here.start()
    lead = here.telegram.person("Lin", language={"zh": "zh-hans", "en": "en"}[language])
    group = here.telegram.group("G", owner=lead)
    here.telegram.add_bot(group, lead)
    await here.settle()
    (message,) = await here.say(lead, group, "/setup")
    sees, how = {
        (True, "zh"): ("每句话我都看得到", "隐私模式"),
        (True, "en"): ("every message", "privacy mode"),
        (False, "zh"): ("只看得到命令", "把我设为管理员"),
        (False, "en"): ("only see commands", "make me an administrator"),
    }[reads_all, language]
    assert sees in message.text
    assert how in message.text
    await here.press(lead, message, {"zh": "✅ 就用这些", "en": "✅ Use these"}[language])
    try_this = {"zh": "3单 1280", "en": "3 orders 1280"}[language] if reads_all else "/sale 3 1280"
    first = here.look(group, message).text.split("\n")[0]
    assert try_this in first
    (card,) = await here.say(lead, group, try_this)
    assert "1,280.00" in card.text
    here.database.close()
