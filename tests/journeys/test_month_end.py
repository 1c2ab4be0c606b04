"""The end of June (product.md §5.4): the payroll, what each says to their slip, the closing, and a refund after it."""

import csv
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from bot.demo.telegram import Person, Shown
from kpi.pay.base import BasePay
from kpi.pay.facts import Reason, Stage
from kpi.pay.rules import BigOrder, NewCustomerChampion, Praise, RuleSet, TargetBonus
from kpi.pay.terms import Cash, Gift, Step
from kpi.period import Grain, period_of
from storage import base_pay, members, pay_rewards, pay_rules, targets
from tests.journeys.conftest import Crew, labels
from tests.journeys.test_june import SHANGHAI
from tests.journeys.test_pay import here
from tests.journeys.world import World

JUNE, JULY = (period_of(Grain.MONTH, date(2026, month, 1)) for month in (6, 7))
RULES = RuleSet(
    (
        TargetBonus(200_000, floor=8_000, steps=(Step(11_000, 3_000), Step(12_000, 5_000))),
        NewCustomerChampion(Cash(30_000)),
        BigOrder(1_000_000, Cash(50_000)),
        Praise(Gift("护手霜", 8_000)),
    ),
    "CNY",
    budget=300,
)
TARGETS = (12_400_000, 10_850_000, 7_750_000)
SOLD = ("138880", "106330", "93000")


@pytest.fixture
async def world(tmp_path: Path) -> AsyncIterator[World]:
    here_ = World(tmp_path, at(6, 30, 18))
    await here_.start()
    yield here_
    here_.database.close()


def at(month: int, day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=SHANGHAI)


@pytest.fixture
async def shop(world: World, crew: Crew) -> Crew:
    """The 1st of July at 10:00: June is over, and nobody was told their pay."""
    return await june_over(world, crew)


async def june_over(world: World, crew: Crew, sold: tuple[str, ...] = SOLD, rules: RuleSet = RULES) -> Crew:
    for line in ("/settings zone Asia/Shanghai", "/settings currency CNY"):
        await world.say(crew.lead, crew.group, line)
    sellers = (crew.mei, crew.ken, crew.lili)
    for who in (crew.lead, *sellers):
        await world.say(who, who, "/start")
    for who, amount in zip(sellers, sold, strict=True):
        await world.say(who, crew.group, f"/sale 100 {amount}")
    await world.say(crew.lili, crew.group, crew.say("新客 34", "/new 34"))
    _publish(world, crew, rules)
    await world.pass_time(at(7, 1, 10))
    return crew


def _publish(world: World, crew: Crew, rules: RuleSet) -> None:
    """The rules, base pay of 3,000 for each, their targets, and what was given in June."""
    with world.database.write() as db:
        team = here(world, crew, db)
        by = {member.name: member.id for member in members.of_team(db, team.id)}
        lead, now = by[crew.lead.name], world.now
        version = pay_rules.draft(db, team.id, rules, by=lead, at=now)
        pay_rules.publish(db, team.id, version.number, JUNE, by=lead, at=now)
        for who, amount in zip((crew.mei, crew.ken, crew.lili), TARGETS, strict=True):
            base_pay.set_base(db, team.id, by[who.name], BasePay(JUNE.start, 300_000), by=lead, at=now)
            for month in (JUNE, JULY):
                targets.set_target(db, team.id, by[who.name], month.key, amount, by=lead, at=now)
        for who, prize, reason in (
            (crew.ken, Cash(50_000), Reason.BIG_ORDER),
            (crew.mei, Gift("护手霜", 8_000), Reason.PRAISE),
        ):
            offered = pay_rewards.offer(db, team.id, by[who.name], prize, reason, day=JUNE.last, by=lead, at=now)
            assert offered is not None
            pay_rewards.decide(db, team.id, offered.reward.ref, Stage.GIVEN, by=lead, at=now)


async def pressed(world: World, who: Person, message: Shown, label: str) -> list[Shown]:
    """What `who` reads after the button: the message itself when it has changed, and new ones."""
    before = {each.message_id for each in world.said(who)}
    found = next(b.label for row in world.look(who, message).buttons for b in row if label in b.label)
    await world.press(who, message, found)
    now = world.look(who, message)
    return [*([now] if now.text != message.text else []), *world.said(who, before)]


async def sent(world: World, shop: Crew) -> Shown:
    """The payroll as it looks once it is sent round."""
    (shown,) = await world.say(shop.lead, shop.lead, shop.say("/payroll 6月", "/payroll June"))
    await pressed(world, shop.lead, shown, "📤")
    return world.look(shop.lead, shown)


def slip(world: World, who: Person) -> Shown:
    """The newest payslip that somebody was told."""
    return [each for each in world.said(who) if any("📋" in label for label in labels(each))][-1]


async def confirm(world: World, *people: Person) -> None:
    for who in people:
        await pressed(world, who, slip(world, who), "✅")


async def test_req_69_the_payroll_of_june_to_the_fen(world: World, shop: Crew) -> None:
    (shown,) = await world.say(shop.lead, shop.lead, shop.say("/payroll 6月", "/payroll June"))
    for part in (
        (f"{shop.mei.name}　基本 ¥3,000 · 奖金 ¥2,600 · 礼品 ¥80", "Mei: base ¥3,000 · bonus ¥2,600 · gifts ¥80"),
        (f"{shop.ken.name}　基本 ¥3,000 · 奖金 ¥1,960 · 专项 ¥500", "Ken: base ¥3,000 · bonus ¥1,960 · specials ¥500"),
        (
            f"{shop.lili.name}　基本 ¥3,000 · 奖金 ¥3,000 · 专项 ¥300",
            "Lili: base ¥3,000 · bonus ¥3,000 · specials ¥300",
        ),
        ("奖金合计 ¥8,440，占净销售额 2.50%", "Variable ¥8,440, 2.50% of net sales"),
        ("预算 3%，上限 ¥10,146.30", "Budget 3%, at most ¥10,146.30"),
        ("连基本工资 ¥17,440，占净销售额 5.16%", "With base pay ¥17,440, 5.16% of net sales"),
    ):
        assert shop.say(*part) in shown.text
    (one,) = await pressed(world, shop.lead, shown, shop.ken.name)
    assert shop.say("完成 98.0%", "98.0% of the target") in one.text
    assert shop.say("还没有发给本人", "Not sent yet") in one.text
    await pressed(world, shop.lead, one, shop.say("返回", "Back"))
    assert world.look(shop.lead, one).text == shown.text


async def test_the_month_is_closed_from_the_payroll_itself(world: World, shop: Crew) -> None:
    payroll = await sent(world, shop)
    await confirm(world, shop.mei, shop.ken, shop.lili)
    (asked,) = await pressed(world, shop.lead, payroll, shop.say("🔒 结账", "🔒 Close the month"))
    assert asked.message_id != payroll.message_id
    await pressed(world, shop.lead, asked, "🔒")
    assert shop.say("已结账", "is closed") in world.look(shop.lead, asked).text
    assert shop.say("已锁定", "locked") in (await world.say(shop.mei, shop.group, "/sale 1 100 6-30"))[-1].text


async def test_the_month_end_from_the_payroll_to_the_lock(world: World, shop: Crew) -> None:
    say, lead = shop.say, shop.lead
    payroll = await sent(world, shop)
    assert say("已发给 3 人确认", "Sent to 3 people") in payroll.text

    # 3: own lines only, with formula and records
    mine = slip(world, shop.mei)
    assert say("完成 112.0%", "112.0% of the target") in mine.text
    assert say("到手合计　¥5,600.00", "Paid out: ¥5,600.00") in mine.text
    assert shop.ken.name not in mine.text
    (records,) = await pressed(world, shop.mei, mine, "📋")
    assert "¥138,880.00" in records.text
    assert "106,330" not in records.text

    # 4: in doubt, which keeps the month open until it is answered
    await pressed(world, shop.ken, slip(world, shop.ken), "❓")
    asked = world.said(shop.ken)[-1]
    await world.say(shop.ken, shop.ken, say("6月20日少一单", "one order missing on 20 June"))
    assert say("已告诉团队长", "A lead is told") in world.look(shop.ken, asked).text
    told = world.said(lead)[-1]
    assert say("6月20日少一单", "one order missing on 20 June") in told.text
    await confirm(world, shop.mei, shop.lili)
    (refused,) = await world.say(lead, lead, say("/lock 6月", "/lock June"))
    assert say(f"还有疑问没答复：{shop.ken.name}", "Still disputed: Ken") in refused.text
    await pressed(world, lead, told, "💬")
    await world.say(lead, lead, say("查过了，那单在 21 日", "checked: it was booked on the 21st"))
    answered = world.said(shop.ken)[-1]
    assert say("查过了，那单在 21 日", "checked: it was booked on the 21st") in answered.text
    await pressed(world, shop.ken, answered, "✅")
    assert say(f"{shop.ken.name} 确认了", "Ken has confirmed") in world.said(lead)[-1].text

    # 5: all have confirmed, so the month is closed, and its books with it
    (asked,) = await world.say(lead, lead, say("/lock 6月", "/lock June"))
    assert say("还没确认", "Not confirmed") not in asked.text
    (closed,) = await pressed(world, lead, asked, "🔒")
    assert say("已结账", "is closed") in closed.text
    assert say("已结账", "closed") in world.look(shop.mei, mine).text
    (late,) = await world.say(shop.mei, shop.group, say("6月20日 1单 10", "/sale 2026-06-20 1 10"))
    assert say("已锁定", "is locked") in late.text
    (kept,) = await world.say(lead, lead, say("/unlock 6月", "/unlock June"))
    assert say("不能再解锁", "cannot be unlocked") in kept.text

    # 6: June stays as it was paid, July settles it
    await world.pass_time(at(7, 3, 10))
    (question,) = await world.say(shop.mei, shop.mei, say("退款 3000 6月20日", "refund 3000 20 June"))
    await pressed(world, shop.mei, question, say("是的", "Yes"))
    (june,) = await world.say(shop.mei, shop.mei, say("/pay 6月", "/pay June"))
    assert say("到手合计　¥5,600.00", "Paid out: ¥5,600.00") in june.text
    (july,) = await world.say(shop.mei, shop.mei, say("/pay 7月", "/pay July"))
    assert say("以前月份的调整　-¥600.00", "Adjustment of an earlier month: -¥600.00") in july.text
    assert say("应为 ¥2,000.00，已发 ¥2,600.00", "¥2,000.00 due, ¥2,600.00 paid") in july.text


async def test_the_file_of_june_sums_to_its_net_sales(world: World, shop: Crew) -> None:
    """§5.4, step 7: 338,210.00."""
    (written,) = await world.say(shop.lead, shop.lead, shop.say("/export 6月 csv", "/export June csv"))
    assert written.document is not None
    rows = list(csv.DictReader(written.document.content.decode("utf-8-sig").splitlines()))
    net = next(head for head in rows[0] if head in {"净销售额", "Net sales"})
    assert sum(Decimal(row[net]) for row in rows if row[net]) == Decimal("338210.00")


async def test_req_74_beyond_the_budget_a_month_is_closed_only_with_a_reason(world: World, crew: Crew) -> None:
    shop = await june_over(world, crew, rules=replace(RULES, budget=200))  # 2 % of 338,210 are 6,764.20
    shown = await sent(world, shop)
    assert shop.say("超出预算 ¥1,675.80", "¥1,675.80 beyond the budget") in shown.text
    await confirm(world, shop.mei, shop.ken, shop.lili)
    (asked,) = await world.say(shop.lead, shop.lead, shop.say("/lock 6月", "/lock June"))
    (why,) = await pressed(world, shop.lead, asked, "🔒")
    assert shop.say("为什么可以超", "Why may it be more") in why.text
    await world.say(shop.lead, shop.lead, shop.say("新品上市，值得", "the launch was worth it"))
    assert shop.say("已结账", "is closed") in world.look(shop.lead, why).text
    (now,) = await world.say(shop.lead, shop.lead, shop.say("/payroll 6月", "/payroll June"))
    assert shop.say("超预算的原因：新品上市，值得", "Why beyond the budget: the launch was worth it") in now.text


async def test_what_changes_after_it_was_sent_is_sent_again_to_whom_it_concerns(world: World, shop: Crew) -> None:
    await sent(world, shop)
    await confirm(world, shop.mei, shop.lili)
    before = {who: len(world.said(who)) for who in (shop.mei, shop.ken, shop.lili)}
    booked = await world.say(shop.ken, shop.group, shop.say("6月30日 1单 2170", "/sale 2026-06-30 1 2170"))
    assert booked
    (again,) = await world.say(shop.lead, shop.lead, shop.say("工资表 6月", "/payroll June"))
    assert shop.say("要重新发", "send it again") in again.text
    (refused,) = await world.say(shop.lead, shop.lead, shop.say("/lock 6月", "/lock June"))
    assert shop.say("请先重新发", "send it again first") in refused.text
    await pressed(world, shop.lead, again, "🔄")
    assert {who: len(world.said(who)) - n for who, n in before.items()} == {shop.mei: 0, shop.ken: 1, shop.lili: 0}
    assert (
        shop.say("达标奖金 · 净销售额　¥2,000.00", "Target bonus · Net sales: ¥2,000.00") in slip(world, shop.ken).text
    )


@pytest.mark.parametrize(("sold", "bonus"), [("136399.99", "¥2,000"), ("136400", "¥2,600")])
async def test_req_63_the_step_is_reached_to_the_fen(world: World, crew: Crew, sold: str, bonus: str) -> None:
    shop = await june_over(world, crew, sold=(sold, "106330", "93000"))
    (shown,) = await world.say(shop.lead, shop.lead, shop.say("/payroll 6月", "/payroll June"))
    assert shop.say(f"{shop.mei.name}　基本 ¥3,000 · 奖金 {bonus}", f"Mei: base ¥3,000 · bonus {bonus}") in shown.text


async def test_silence_is_taken_for_a_yes_only_when_the_lead_has_read_whose(world: World, shop: Crew) -> None:
    await sent(world, shop)
    await confirm(world, shop.mei)
    (asked,) = await world.say(shop.lead, shop.lead, shop.say("/lock 6月", "/lock June"))
    assert shop.say(f"还没确认的：{shop.ken.name}", "Not confirmed: Ken") in asked.text
    await confirm(world, shop.ken)
    toast = await world.press(shop.lead, asked, labels(asked)[0])
    assert shop.say("情况变了", "Things have changed") in toast
    (asked,) = await world.say(shop.lead, shop.lead, shop.say("/lock 6月", "/lock June"))
    (closed,) = await pressed(world, shop.lead, asked, "🔒")
    assert shop.say("已结账", "is closed") in closed.text


async def test_the_file_for_the_accountant_adds_up(world: World, shop: Crew) -> None:
    (shown,) = await world.say(shop.lead, shop.lead, shop.say("/payroll 6月", "/payroll June"))
    (written,) = await pressed(world, shop.lead, shown, "CSV")
    assert written.document is not None
    rows = [line.split(",") for line in written.document.content.decode("utf-8-sig").splitlines()]
    assert [row[7] for row in rows[1:]] == ["5600.00", "5460.00", "6300.00", "17360.00"]
    assert rows[-1][8] == "17440.00"
    assert rows[1][1] == shop.mei.name


async def test_a_month_that_is_not_over_is_not_sent(world: World, shop: Crew) -> None:
    (shown,) = await world.say(shop.lead, shop.lead, shop.say("/payroll 7月", "/payroll July"))
    assert not any("📤" in label for label in labels(shown))
