"""The record of changes: corrections, undos, settings, targets, roles and locks, before and after, and who did it."""

from collections.abc import Sequence

import pytest

from bot.demo.telegram import Person, Shown
from tests.journeys.conftest import Crew, labels
from tests.journeys.world import World


def text(messages: Sequence[Shown]) -> str:
    return "\n".join(message.text for message in messages)


async def record(world: World, who: Person, arguments: str = "") -> str:
    (shown,) = await world.say(who, who, f"/audit {arguments}".strip())
    return shown.text


@pytest.fixture
async def team(world: World, crew: Crew) -> Crew:
    """Everybody has a private chat with the bot and is a member."""
    for person in (crew.lead, crew.mei, crew.ken):
        await world.say(person, crew.group, "/sale 1 10")
        await world.say(person, person, "/start")
    return crew


async def test_a_correction_shows_before_and_after_and_who(world: World, team: Crew) -> None:
    (card,) = await world.say(team.mei, team.group, "/sale 3 1280")
    (written,) = [m for m in world.telegram.messages(team.group) if m.text == "/sale 3 1280"]
    await world.edit(written, "/sale 3 1820")
    told = await record(world, team.lead)
    assert "1,280.00" in told
    assert "→" in told
    assert "1,820.00" in told
    assert team.say(f"{team.mei.name} 改了 #4", f"{team.mei.name} changed #4") in told
    assert "10:12" in told
    await world.press(team.lead, card, labels(card)[1])
    assert team.say(f"{team.lead.name} 撤回了 #4", f"{team.lead.name} took back #4") in await record(world, team.lead)
    await world.press(team.mei, world.look(team.group, card), team.say("恢复", "Restore"))
    story = await record(world, team.lead, "#4")
    order = [
        story.index(word) for word in team.say("恢复了 撤回了 改了 报了", "restored took changed reported").split()
    ]
    assert order == sorted(order)
    assert team.say("命令", "command") in story


async def test_a_seller_sees_their_own_changes_and_nobody_elses(world: World, team: Crew) -> None:
    for person in (team.mei, team.ken):
        await world.say(person, team.group, "/undo")
    hers = await record(world, team.mei)
    assert team.mei.name in hers
    assert team.ken.name not in hers
    own_only = team.say("只能看和自己有关", "your own changes")
    assert own_only in await record(world, team.mei, team.ken.name)
    assert own_only in await record(world, team.mei, "#3")
    assert own_only in await record(world, team.mei, "#99")
    assert "#2" in await record(world, team.mei, "#2")


async def test_what_a_lead_does_to_somebodys_report_is_seen_by_both(world: World, team: Crew) -> None:
    (card,) = await world.say(team.mei, team.group, "/sale 3 300")
    await world.press(team.lead, card, labels(card)[1])
    for who in (team.mei, team.lead):
        assert team.say(f"{team.lead.name} 撤回了", f"{team.lead.name} took back") in await record(world, who)


async def test_settings_targets_roles_names_and_locks_are_recorded(world: World, team: Crew) -> None:
    ken = team.ken.name
    for zh, en in (
        ("设置 日报 20:00", "/settings time 20:00"),
        ("目标 50000", "/target 50000"),
        ("目标 60000", "/target 60000"),
        (f"目标 {ken} 2万", f"/target {ken} 20000"),
        (f"团队 角色 {ken} 只看", f"/team role {ken} viewer"),
        (f"团队 改名 {ken} Kenneth", f"/team rename {ken} Kenneth"),
        ("团队 移除 Kenneth", "/team remove Kenneth"),
    ):
        (said,) = await world.say(team.lead, team.lead, team.say(zh, en))
        if "60000" in en:
            await world.press(team.lead, said, labels(said)[0])
    (asked,) = await world.say(team.lead, team.lead, team.say("锁定 5月", "/lock May"))
    await world.press(team.lead, asked, labels(asked)[0])
    (first,) = await world.say(team.lead, team.lead, "/audit")
    newest = first.text
    for words in team.say(
        "锁定 2026年5月|移出团队|改名|Kenneth|只看", "May 2026 locked|taken out|renamed|Kenneth|viewer"
    ).split("|"):
        assert words in newest
    await world.press(team.lead, first, team.say("更早的 ›", "Older ›"))
    older = world.look(team.lead, first)
    for words in ("21:30", "20:00", "50,000", "→", "60,000", "20,000"):
        assert words in older.text + newest
    await world.press(team.lead, older, team.say("‹ 更新的", "‹ Newer"))
    assert world.look(team.lead, first).text == newest


async def test_the_record_is_told_in_private_only(world: World, team: Crew) -> None:
    (refused,) = await world.say(team.lead, team.group, "/audit")
    assert team.say("私聊", "private") in refused.text


async def test_a_day_shows_what_was_changed_on_it_or_of_it(world: World, team: Crew) -> None:
    await world.say(team.mei, team.group, team.say("/sale 昨天 2 560", "/sale yesterday 2 560"))
    (written,) = [m for m in world.telegram.messages(team.group) if "560" in m.text and m.sender == team.mei]
    await world.edit(written, team.say("/sale 昨天 2 570", "/sale yesterday 2 570"))
    for day in ("6-07", "6-08"):
        assert "570.00" in await record(world, team.lead, day)
    assert team.say("没有变更", "No changes") in await record(world, team.lead, "6-06")


async def test_a_refund_for_a_locked_day_stands_in_the_record(world: World, team: Crew) -> None:
    (asked,) = await world.say(team.lead, team.lead, team.say("锁定 昨天", "/lock yesterday"))
    await world.press(team.lead, asked, labels(asked)[0])
    await world.say(team.mei, team.group, team.say("退款 300 6月7日", "refund 300 June 7"))
    told = await record(world, team.lead)
    assert "300.00" in told
    assert team.say("调整 6月7日", "adjusts Jun 7") in told
