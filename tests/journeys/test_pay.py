"""One's own pay, in private."""

from bot.demo.telegram import Person
from bot.pay_facts import team_month
from kpi.metrics import Metric
from kpi.pay.base import BasePay
from kpi.pay.payroll import payroll
from kpi.pay.rules import NewCustomerChampion, RuleSet, TargetBonus
from kpi.pay.terms import Cash, Gate, Gift, Step
from kpi.period import Grain, Period, period_of
from kpi.team import Team
from storage import base_pay, chats, members, pay_rewards, pay_rules, payrolls, targets, teams
from storage.connection import Connection
from tests.journeys.conftest import Crew
from tests.journeys.world import World

RULES = RuleSet(
    (
        TargetBonus(200_000, floor=8_000, steps=(Step(11_000, 3_000),), gates=(Gate(Metric.COMPLAINT_RATE, 200),)),
        NewCustomerChampion(Cash(30_000)),
    ),
    "CNY",
)


def here(world: World, crew: Crew, db: Connection) -> Team:
    chat = chats.chat_of(db, crew.group.id)  # type: ignore[arg-type]
    assert chat is not None
    team = teams.of_chat(db, chat.id)
    assert team is not None
    return team


def june(world: World) -> Period:
    return period_of(Grain.MONTH, world.now.date())


def publish(world: World, crew: Crew) -> None:
    """Rules for June, a target of 1,000 for each, base pay and a gift for 小美."""
    with world.database.write() as db:
        team = here(world, crew, db)
        by = {member.name: member.id for member in members.of_team(db, team.id)}
        lead, mei = by[crew.lead.name], by[crew.mei.name]
        version = pay_rules.draft(db, team.id, RULES, by=lead, at=world.now)
        pay_rules.publish(db, team.id, version.number, june(world), by=lead, at=world.now)
        base_pay.set_base(db, team.id, mei, BasePay(june(world).start, 300_000), by=lead, at=world.now)
        for member in by.values():
            targets.set_target(db, team.id, member, june(world).key, 100_000, by=lead, at=world.now)
        gift = Gift("护手霜", 8_000)
        pay_rewards.give(db, team.id, mei, gift, day=world.now.date(), note="帮新人", by=lead, at=world.now)


async def pay(world: World, crew: Crew, who: Person, text: str = "/pay") -> str:
    (said,) = await world.say(who, who, text)
    return said.text


async def sold(world: World, crew: Crew) -> None:
    for who, report in ((crew.mei, "9 1050"), (crew.ken, "2 500"), (crew.lili, "1 100")):
        await world.say(who, crew.group, f"/sale {report}")


async def test_req_56_a_seller_sees_their_own_slip_and_what_the_next_step_pays(world: World, crew: Crew) -> None:
    await sold(world, crew)
    publish(world, crew)
    text = await pay(world, crew, crew.mei)
    zh = [
        "基本工资　¥3,000.00\n　¥3,000 × 30 ÷ 30 天",
        "达标奖金 · 净销售额　¥2,000.00\n　完成 105.0%",
        "完成 105.0% · 到 110% 才有",
        "🎁 护手霜（价值 ¥80）\n　帮新人",
        "到手合计　¥5,000.00",
        "再卖 ¥50 到 110.0%：奖金 ¥2,000 → ¥2,600",
    ]
    en = [
        "Base pay: ¥3,000.00\n　¥3,000 × 30 ÷ 30 days",
        "Target bonus · Net sales: ¥2,000.00\n　105.0% of the target",
        "105.0% of the target · starts at 110%",
        "🎁 护手霜 (worth ¥80)\n　帮新人",
        "Paid out: ¥5,000.00",
        "Sell ¥50 more, to 110.0%: bonus ¥2,000 → ¥2,600",
    ]
    for part in zh if crew.language == "zh" else en:
        assert part in text
    for other in (crew.ken.name, crew.lili.name):
        assert other not in text


async def test_req_64_what_is_withheld_says_why(world: World, crew: Crew) -> None:
    await world.say(crew.mei, crew.group, "/sale 50 1200")
    await world.say(crew.mei, crew.group, crew.say("投诉 2", "complaints 2"))
    publish(world, crew)
    text = await pay(world, crew, crew.mei)
    assert crew.say("投诉率 4.0%，没守住 2.0%，不发", "Complaint rate 4.0%, allowed 2.0%: withheld") in text


async def test_the_slip_that_was_told_stands_and_is_nobody_else_s(world: World, crew: Crew) -> None:
    await sold(world, crew)
    publish(world, crew)
    with world.database.write() as db:
        team, month = here(world, crew, db), june(world)
        version = pay_rules.of_month(db, team.id, month)
        assert version is not None
        found = team_month(db, team, month, world.now.date(), RULES)
        lead = found.months[0].member
        told = payroll(RULES, found.months)
        payrolls.propose(db, team.id, month, version, told, by=lead, at=world.now)
    await world.say(crew.mei, crew.group, "/sale 9 9000")
    text = await pay(world, crew, crew.mei)
    assert crew.say("待你确认", "waits for you to confirm") in text
    assert "¥5,000.00" in text
    ken = await pay(world, crew, crew.ken)
    assert crew.say("没到起发线，不发", "not enough for this bonus") in ken
    assert "¥5,000.00" not in ken


async def test_nothing_of_pay_appears_in_a_group(world: World, crew: Crew) -> None:
    await sold(world, crew)
    publish(world, crew)
    for who in (crew.mei, crew.lead):
        (said,) = await world.say(who, crew.group, "/pay")
        assert "¥" not in said.text
        ((link,),) = said.buttons
        (alone,) = await world.say(who, who, f"/start {(link.url or '').partition('?start=')[2]}")
        assert "/pay" in alone.text


async def test_before_rules_are_published_there_is_nothing(world: World, crew: Crew) -> None:
    await sold(world, crew)
    assert crew.say("还没有发布工资规则", "No rules of pay are published") in await pay(world, crew, crew.mei)
    assert crew.say("/pay", "/pay") in await pay(world, crew, crew.mei, crew.say("/pay 明年", "/pay someday"))
    publish(world, crew)
    may = await pay(world, crew, crew.mei, crew.say("工资 5月", "/pay May"))
    assert crew.say("还没有发布工资规则", "No rules of pay are published") in may
