"""综合分: several metrics as one figure, by weights that everybody sees."""

import pytest

from bot.demo.telegram import Person
from tests.journeys.conftest import Crew
from tests.journeys.world import World


async def read(world: World, crew: Crew, zh: str, en: str, *, by: Person | None = None, alone: bool = True) -> str:
    who = by or crew.lead
    (said,) = await world.say(who, who if alone else crew.group, crew.say(zh, en))
    return said.text


async def sold(world: World, crew: Crew) -> None:
    """小美 93 % of her target, 阿强 twice his, which counts 150 %, 丽丽 without one."""
    for who, amount in ((crew.mei, 9_300), (crew.ken, 2_000), (crew.lili, 500)):
        await world.say(who, crew.group, f"/sale 9 {amount}")
    for who, target in ((crew.mei, 10_000), (crew.ken, 1_000)):
        await world.say(crew.lead, crew.group, f"/target @{who.name} {target}")


async def test_req_30_the_score_stands_beside_its_weights(world: World, crew: Crew) -> None:
    await sold(world, crew)
    lines = (await read(world, crew, "/score", "/score", by=crew.mei, alone=False)).splitlines()
    assert crew.say("权重 净销售额 50 · ", "Weights: Net sales 50 · ") in lines[1]
    assert lines[2].startswith(f"🥇 {crew.ken.name} · 150.0")
    assert lines[3].startswith(f"🥈 {crew.mei.name} · 93.0")
    assert [line for line in lines if crew.lili.name in line] == []
    assert await read(world, crew, "/top 综合", "/top score", by=crew.mei, alone=False) == "\n".join(lines)


async def test_req_30_in_private_one_reads_what_one_s_own_is_made_of(world: World, crew: Crew) -> None:
    await sold(world, crew)
    text = await read(world, crew, "/score", "/score", by=crew.mei)
    assert crew.say("净销售额 93.0% × 50 → 93.0", "Net sales 93.0% × 50 → 93.0") in text
    assert crew.say("复购率：没有数或没有目标", "Repurchase rate: no figure or no target") in text
    assert crew.say("我的综合分", "My score") not in await read(
        world, crew, "/score", "/score", by=crew.mei, alone=False
    )


@pytest.mark.parametrize(
    ("zh", "en", "weights"),
    [
        ("销售额 60 新客 40", "revenue 60 new customers 40", (60, 40)),
        ("销售额60/新客40", "revenue:60, new customers:40", (60, 40)),
        ("25/25/25/25", "25/25/25/25", (25, 25, 25, 25)),
    ],
)
async def test_req_30_a_lead_sets_other_weights(
    world: World, crew: Crew, zh: str, en: str, weights: tuple[int, ...]
) -> None:
    text = await read(world, crew, f"/score 权重 {zh}", f"/score weights {en}")
    assert text.startswith("✅")
    stands = await read(world, crew, "/score 权重", "/score weights", by=crew.lead)
    assert [part.rsplit(" ", 1)[1] for part in stands.splitlines()[1].split(" · ")] == [str(each) for each in weights]
    assert crew.say("综合分权重", "weights of the score") in await read(world, crew, "/audit", "/audit")


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("销售额 60 新客 50", "revenue 60 new customers 50"),
        ("销售额 100 新客 0", "revenue 100 new customers 0"),
        ("50/20/20/20", "50/20/20/20"),
        ("50/50", "50/50"),
        ("更努力 100", "harder 100"),
        ("达成率 100", "attainment 100"),
        ("销售额 50 销售额 50", "revenue 50 revenue 50"),
        ("销售额", "revenue"),
    ],
)
async def test_req_30_weights_that_are_no_hundred_or_no_metric_are_refused(
    world: World, crew: Crew, zh: str, en: str
) -> None:
    before = await read(world, crew, "/score 权重", "/score weights")
    text = await read(world, crew, f"/score 权重 {zh}", f"/score weights {en}")
    assert "✅" not in text
    assert await read(world, crew, "/score 权重", "/score weights") == before


async def test_a_seller_reads_weights_and_sets_none(world: World, crew: Crew) -> None:
    await sold(world, crew)
    text = await read(world, crew, "/score 权重 销售额 100", "/score weights revenue 100", by=crew.mei)
    assert "✅" not in text
    (shown,) = await world.say(crew.mei, crew.mei, crew.say("/score 权重", "/score weights"))
    assert not shown.buttons


async def test_weights_are_set_by_buttons(world: World, crew: Crew) -> None:
    await sold(world, crew)
    (score,) = await world.say(crew.lead, crew.lead, "/score")
    before = {m.message_id for m in world.telegram.messages(crew.lead)}
    await world.press(crew.lead, score, crew.say("⚖️ 权重", "⚖️ Weights"))
    (offer,) = world.said(crew.lead, before)
    label = next(b.label for row in offer.buttons for b in row if "70" in b.label)
    await world.press(crew.lead, offer, label)
    assert crew.say("净销售额 70", "Net sales 70") in await read(world, crew, "/score", "/score", alone=False)


async def test_without_targets_it_says_what_it_needs(world: World, crew: Crew) -> None:
    await world.say(crew.mei, crew.group, "/sale 1 100")
    assert "/target" in await read(world, crew, "/score", "/score", alone=False)
    assert "🏆" not in await read(world, crew, "/score 下周", "/score next week")
