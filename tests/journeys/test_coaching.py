"""Coaching: the morning's cards, a plan from one, its effect, and the rules that leads change."""

from collections.abc import Iterable
from datetime import date, timedelta

import pytest

from bot.demo.telegram import Person, Shown
from kpi.entry import How, Line, Measure
from storage import customers, entries, members, teams
from tests.journeys.conftest import Crew, labels
from tests.journeys.test_plans import seen
from tests.journeys.test_scheduled import at
from tests.journeys.world import World

FIRST, AGAIN, LATER = date(2026, 6, 1), date(2026, 6, 2), date(2026, 6, 15)


@pytest.fixture
async def known(world: World, crew: Crew) -> None:
    """小美's 40 customers and 阿强's 90; 6 and 33 of them have come back. It is the evening of the 8th."""
    for who in (crew.mei, crew.ken, crew.lili):
        await world.say(who, crew.group, "/sale 1 100")
    for who in (crew.lead, crew.mei):
        await world.say(who, who, "/start")
    for who, whole, back in ((crew.mei, 40, 6), (crew.ken, 90, 33)):
        bought(world, who, range(whole), FIRST)
        bought(world, who, range(back), AGAIN)
    world.now = at(world, 20, 0)


def bought(world: World, who: Person, numbers: Iterable[int], day: date) -> None:
    """Customers of `who`, who buy on `day`."""
    with world.database.write() as db:
        (team,) = teams.active(db)
        member = next(m for m in members.of_team(db, team.id) if m.name == who.name)
        for number in numbers:
            customer = customers.named(db, team.id, f"{who.name} {number}")
            measure = Measure.NEW_CUSTOMERS if day == FIRST else Measure.REPEAT_CUSTOMERS
            line = Line(measure, 1, day, member.id, None, customer)
            ref = f"given:{who.name}:{day}:{number}"
            entries.record(
                db,
                team.id,
                author=member.id,
                source="given",
                source_ref=ref,
                how=How.IMPORT,
                lines=(line,),
                at=world.now,
            )


async def morning(world: World, crew: Crew, days: int = 1) -> list[Shown]:
    """The coaching cards that the lead gets until 09:15, `days` from now."""
    before = seen(world, crew.lead)
    await world.pass_time(at(world, 9, 15, days=days))
    return [m for m in world.said(crew.lead, before) if m.text.startswith(("🧭", "🔎"))]


def button(crew: Crew, zh: str, en: str) -> str:
    return crew.say(zh, en)


@pytest.mark.usefixtures("known")
async def test_req_54_a_low_repurchase_rate_becomes_a_card_a_plan_and_an_effect(world: World, crew: Crew) -> None:
    """§5.3, steps 2 to 5 and 10."""
    (card,) = await morning(world, crew)
    assert card.at.hour == 9
    for part in (crew.mei.name, "15.0%", "6/40", "30.0%", "39/130", "21.0%"):
        assert part in card.text
    assert crew.say("系统建议，仅供参考", "System suggestion") in card.text
    assert labels(card) == crew.say("📌 建计划|🙈 忽略|👎 没用", "📌 Plan|🙈 Ignore|👎 Not useful").split("|")

    before, mine = seen(world, crew.lead), seen(world, crew.mei)
    await world.press(crew.lead, card, labels(card)[0])
    (question,) = world.said(crew.lead, before)
    for part in (crew.mei.name, "15.0%", "30.0%"):  # the metric, its value and the wanted one
        assert part in question.text
    line = crew.say("回访10位30天未购老客 6-15", "call back 10 customers not bought for 30 days, 15 Jun")
    await world.say(crew.lead, crew.lead, line)
    (asked,) = world.said(crew.mei, mine)
    assert crew.say("15.0% → 目标 30.0%", "15.0% → wanted 30.0%") in asked.text
    assert crew.say("6月15日", "Jun 15") in asked.text
    assert crew.say("已建计划", "Planned") in world.look(crew.lead, card).text

    await world.press(crew.mei, asked, crew.say("✅ 接受", "✅ Accept"))
    (own,) = await world.say(crew.mei, crew.mei, crew.say("计划 4/10", "/plan 4/10"))
    assert "40.0%" in own.text

    bought(world, crew.mei, range(6, 9), LATER)
    assert await morning(world, crew, days=13) == []
    (effect,) = await morning(world, crew)
    assert effect.at.day == 23
    for part in ("15.0%", "22.5%", "9/40", crew.say("不等于因果", "not proof of cause")):
        assert part in effect.text
    assert await morning(world, crew) == []


@pytest.mark.usefixtures("known")
async def test_an_alert_fires_once_until_it_recovers(world: World, crew: Crew) -> None:
    assert len(await morning(world, crew)) == 1
    assert await morning(world, crew) == []
    bought(world, crew.mei, range(6, 12), AGAIN + timedelta(days=1))
    assert await morning(world, crew) == []
    bought(world, crew.ken, range(33, 90), AGAIN + timedelta(days=1))
    assert len(await morning(world, crew)) == 1


@pytest.mark.usefixtures("known")
async def test_req_76_what_was_not_useful_counts_where_the_rules_stand(world: World, crew: Crew) -> None:
    (card,) = await morning(world, crew)
    await world.press(crew.lead, card, button(crew, "👎 没用", "👎 Not useful"))
    assert crew.say("没用", "not useful") in world.look(crew.lead, card).text
    (shown,) = await world.say(crew.lead, crew.lead, crew.say("辅导", "/coach"))
    await world.press(crew.lead, shown, button(crew, "⚙️ 规则", "⚙️ Rules"))
    assert crew.say("🙈 忽略 0 · 👎 没用 1", "🙈 ignored 0 · 👎 not useful 1") in world.look(crew.lead, shown).text
    await world.press(crew.lead, world.look(crew.lead, card), button(crew, "↩️ 撤回", "↩️ Undo"))
    await world.press(crew.lead, world.look(crew.lead, card), button(crew, "🙈 忽略", "🙈 Ignore"))
    await world.press(crew.lead, world.look(crew.lead, shown), button(crew, "‹ 返回", "‹ Back"))
    assert crew.say("已忽略", "ignored") in world.look(crew.lead, shown).text
    await world.press(crew.lead, world.look(crew.lead, shown), button(crew, "⚙️ 规则", "⚙️ Rules"))
    assert crew.say("🙈 忽略 1 · 👎 没用 0", "🙈 ignored 1 · 👎 not useful 0") in world.look(crew.lead, shown).text


@pytest.mark.usefixtures("known")
@pytest.mark.parametrize("choice", ["50", "100", "off"])
async def test_a_lead_changes_the_line_the_sample_or_switches_a_rule_off(world: World, crew: Crew, choice: str) -> None:
    (shown,) = await world.say(crew.lead, crew.lead, "/coach")
    await world.press(crew.lead, shown, button(crew, "⚙️ 规则", "⚙️ Rules"))
    await world.press(crew.lead, world.look(crew.lead, shown), button(crew, "复购率", "Repurchase rate"))
    label = button(crew, "关掉这条规则", "Switch this rule off") if choice == "off" else choice
    await world.press(crew.lead, world.look(crew.lead, shown), label)
    assert await morning(world, crew) == []
    audit = "\n".join(m.text for m in await world.say(crew.lead, crew.lead, "/audit"))
    assert crew.say("改辅导规则", "changed a coaching rule") in audit


@pytest.mark.usefixtures("known")
async def test_the_effect_comes_after_as_many_days_as_the_team_chose(world: World, crew: Crew) -> None:
    (card,) = await morning(world, crew)
    before = seen(world, crew.lead)
    await world.press(crew.lead, card, labels(card)[0])
    (question,) = world.said(crew.lead, before)
    await world.press(crew.lead, question, labels(question)[0])
    await world.press(crew.lead, world.look(crew.lead, question), crew.say("6月12日", "Jun 12"))
    (shown,) = await world.say(crew.lead, crew.lead, "/coach")
    assert crew.say("已建计划", "planned") in shown.text
    await world.press(crew.lead, shown, button(crew, "⚙️ 规则", "⚙️ Rules"))
    await world.press(crew.lead, world.look(crew.lead, shown), button(crew, "7 天", "7 days"))
    (effect,) = await morning(world, crew, days=7)
    assert "15.0%" in effect.text


@pytest.mark.usefixtures("known")
async def test_no_card_comes_on_a_rest_day(world: World, crew: Crew) -> None:
    await world.say(crew.lead, crew.group, crew.say("日历 6-9 休", "/calendar 6-9 off"))
    assert await morning(world, crew) == []
    assert len(await morning(world, crew)) == 1


@pytest.mark.usefixtures("known")
async def test_it_is_for_leads_alone(world: World, crew: Crew) -> None:
    before = seen(world, crew.mei)
    (card,) = await morning(world, crew)
    assert [m for m in world.said(crew.mei, before) if "🧭" in m.text] == []
    (refused,) = await world.say(crew.mei, crew.mei, "/coach")
    assert "15.0%" not in refused.text
    for action in ("open:1", "plan:1", "say:1:bad", "undo:1", "rules:1:1"):
        world.telegram.forge(crew.mei, refused, f"v1:coach-{action}")
        await world.settle()
    assert world.look(crew.lead, card) == card
    assert "15.0%" not in "".join(m.text for m in world.said(crew.mei))


@pytest.mark.usefixtures("known")
async def test_the_card_of_an_alert_is_found_again(world: World, crew: Crew) -> None:
    await morning(world, crew)
    (shown,) = await world.say(crew.lead, crew.lead, "/coach")
    before = seen(world, crew.lead)
    await world.press(crew.lead, shown, labels(shown)[0])
    (card,) = world.said(crew.lead, before)
    assert "6/40" in card.text


async def test_a_silent_seller_and_one_who_sells_much_less_are_seen(world: World, crew: Crew) -> None:
    await world.say(crew.lead, crew.lead, "/start")
    for day in range(20):
        await world.say(crew.ken, crew.group, "/sale 1 1000")
        await world.say(crew.lili, crew.group, f"/sale 1 {1000 if day < 13 else 500}")
        if day < 15:
            await world.say(crew.mei, crew.group, "/sale 1 1000")
        world.now += timedelta(days=1)
    silent, *less = await morning(world, crew)
    assert crew.say("连续 5 个工作日", "last 5 working days") in silent.text
    assert [name for card in less for name in (crew.mei.name, crew.lili.name, crew.ken.name) if name in card.text] == [
        crew.mei.name,
        crew.lili.name,
    ]
    assert crew.say("该有 ¥7,000", "before: $7,000") in less[1].text


async def test_who_falls_far_behind_a_target_is_seen(world: World, crew: Crew) -> None:
    await world.say(crew.lead, crew.lead, "/start")
    for _ in range(6):
        await world.say(crew.mei, crew.group, "/sale 1 100")
        world.now += timedelta(days=1)
    await world.say(crew.lead, crew.lead, f"/target @{crew.mei.name} 30000")
    (card,) = await morning(world, crew)
    assert crew.say("时间进度", "Expected by now") in card.text
    assert "600" in card.text
