"""Nothing of what somebody is paid is ever told to anybody but them and their leads, whatever is tried."""

from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.demo.telegram import Group, Person
from kpi.ids import MemberId
from kpi.pay.base import BasePay
from kpi.pay.rules import RuleSet, TargetBonus
from kpi.pay.terms import Cash, Gift
from kpi.period import Grain, period_of
from storage import base_pay, members, pay_rewards, pay_rules, targets
from tests.journeys.test_isolation import Side, Undrawn, forge, heard, one_of_each, side, walk
from tests.journeys.world import World

BASE, REWARD, GIFT = 713_113, 989_898, "珍珠项链"
SECRETS = (("7,131", "7131"), ("9,898", "9898"), (GIFT,))  # each as messages, files and pictures write it


@pytest.fixture
async def shop(tmp_path: Path) -> AsyncIterator[tuple[Side, Side]]:
    """A team whose 小美 was told her pay of the month before, and another team."""
    world = Undrawn(tmp_path, datetime(2026, 6, 8, 10, 12, tzinfo=ZoneInfo("Asia/Shanghai")))
    await world.start()
    ours = await side(world, "花花美妆", ("林小花", "小美", "阿强", "丽丽"), "小红", (611, 622, 633))
    theirs = await side(world, "Quokkas", ("Xenia", "Yorick", "Zenobia", "Wilfrid"), "Ulrika", (5, 6, 7))
    _pay(world, ours)
    await world.pass_time(world.now + timedelta(days=23))
    (shown,) = await world.say(ours.lead, ours.lead, "/payroll")
    await world.press(ours.lead, shown, "📤 发给大家确认")
    yield ours, theirs
    world.database.close()


def _pay(world: World, of: Side) -> None:
    with world.database.write() as db:
        team = of.team(db)
        by = {member.name: member.id for member in members.of_team(db, team)}
        month, lead, mei, now = period_of(Grain.MONTH, world.now.date()), by["林小花"], by["小美"], world.now
        rules = RuleSet((TargetBonus(200_000),), "CNY")
        version = pay_rules.draft(db, team, rules, by=lead, at=now)
        pay_rules.publish(db, team, version.number, month, by=lead, at=now)
        base_pay.set_base(db, team, mei, BasePay(month.start, BASE), by=lead, at=now)
        targets.set_target(db, team, MemberId(mei), month.key, 100_000, by=lead, at=now)
        for prize in (Cash(REWARD), Gift(GIFT, 4_000)):
            pay_rewards.give(db, team, mei, prize, day=now.date(), note="帮新人", by=lead, at=now)


def told(world: World, *places: Group | Person) -> set[str]:
    """Which of the secrets were on their way to `places`."""
    texts = list(heard(world, places))
    return {forms[0] for forms in SECRETS for text in texts if any(form in text for form in forms)}


async def test_the_lead_and_the_person_are_told(shop: tuple[Side, Side]) -> None:
    """Else the test below would see nothing."""
    ours, _ = shop
    everything = {forms[0] for forms in SECRETS}
    mei, ken = ours.sellers
    assert told(ours.world, mei) == everything
    (shown,) = await ours.world.say(ours.lead, ours.lead, "/payroll")
    await ours.world.press(ours.lead, shown, "小美")
    await walk(ours, ours.lead, ours.lead)
    assert told(ours.world, ours.lead) == everything
    assert told(ours.world, ken, ours.viewer, ours.group) == set()


async def test_req_44_nobody_else_reads_a_slip_by_any_command_or_button(shop: tuple[Side, Side]) -> None:
    """Every command with its examples and with her name, each button that the lead and she were ever shown."""
    ours, theirs = shop
    world, (mei, ken) = ours.world, ours.sellers
    await walk(ours, ours.lead, ours.lead)
    await walk(ours, mei, mei)
    shown = one_of_each(ours.seen)
    for who, where in ((ken, ken), (ours.viewer, ours.viewer), (ours.lead, ours.group)):
        await walk(ours, who, where, ["小美"])
    await walk(theirs, theirs.lead, theirs.lead, ["小美"])
    for who, where in ((ken, ken), (ours.viewer, ours.viewer), (theirs.lead, theirs.lead), (mei, ours.group)):
        message = world.said(where)[-1]
        for given in shown:
            await forge(ours, who, message, given)
    assert told(world, ken, ours.viewer, ours.group, theirs.group, *theirs.people) == set()
