"""How steadily a team reports, what each brings of the whole, and one seller side by side with the team."""

from datetime import timedelta

from bot.demo.telegram import Person
from tests.journeys.conftest import Crew
from tests.journeys.test_boards import setting
from tests.journeys.world import World


async def reports(world: World, crew: Crew, *sold: tuple[Person, str]) -> None:
    for who, what in sold:
        await world.say(who, crew.group, f"/sale {what}")


async def read(world: World, crew: Crew, zh: str, en: str, *, by: Person, alone: bool = True) -> list[str]:
    (said,) = await world.say(by, by if alone else crew.group, crew.say(zh, en))
    return said.text.splitlines()


async def three_days(world: World, crew: Crew) -> None:
    """From the 8th on 小美 reports every day, 阿强 on the first and last, 丽丽 on the first and is then on leave."""
    await reports(world, crew, (crew.mei, "1 100"), (crew.ken, "1 100"), (crew.lili, "1 100"))
    leave = crew.say(f"请假 {crew.lili.name} 6-9至6-30", f"/leave @{crew.lili.name} 9-30 Jun")
    await world.say(crew.lead, crew.group, leave)
    world.now += timedelta(days=1)
    await reports(world, crew, (crew.mei, "1 100"))
    world.now += timedelta(days=1)
    await reports(world, crew, (crew.mei, "1 100"), (crew.ken, "1 100"))


async def test_req_49_days_on_leave_are_not_missing_from_the_reporting_rate(world: World, crew: Crew) -> None:
    await world.say(crew.lead, crew.group, crew.say("日历 6-1至6-7 休", "/calendar 1-7 Jun off"))
    await three_days(world, crew)
    lines = await read(world, crew, "/team 活跃", "/team active", by=crew.lead)
    days = crew.say("{} {}/{} 天 = {}", "{} {} of {} = {}")
    assert days.format(crew.say("全队", "Team"), 6, 7, "85.7%") in lines
    assert days.format(crew.mei.name, 3, 3, "100.0%") in lines
    assert days.format(crew.ken.name, 2, 3, "66.7%") in lines
    assert days.format(crew.lili.name, 1, 1, "100.0%") in lines


async def test_the_days_before_somebodys_first_report_are_not_missing(world: World, crew: Crew) -> None:
    await three_days(world, crew)
    lines = await read(world, crew, "/team 活跃", "/team active", by=crew.lead)
    assert any(crew.mei.name in line and "3" in line and line.endswith("100.0%") for line in lines)


async def test_who_reports_little_is_told_by_name_to_leads_alone(world: World, crew: Crew) -> None:
    await three_days(world, crew)
    lines = await read(world, crew, "/team 活跃", "/team active", by=crew.mei, alone=False)
    assert [line for line in lines if crew.ken.name in line] == []
    assert [line for line in lines if crew.mei.name in line and "%" in line]


async def test_req_32_a_row_of_three_days_is_praised_and_leave_does_not_break_it(world: World, crew: Crew) -> None:
    await three_days(world, crew)
    lines = await read(world, crew, "/team 活跃", "/team active", by=crew.lead, alone=False)
    (praise,) = [line for line in lines if "🔥" in line]
    assert crew.say(f"{crew.mei.name} 3 天", f"{crew.mei.name} 3 days") in praise
    assert crew.ken.name not in praise


async def test_req_23_shares_make_a_hundred_percent(world: World, crew: Crew) -> None:
    await reports(world, crew, (crew.mei, "1 100"), (crew.ken, "1 100"), (crew.lili, "1 100"))
    lines = await read(world, crew, "/team 占比", "/team shares", by=crew.mei, alone=False)
    shares = [line.split(" · ")[1] for line in lines if line[:1].isdigit()]
    assert sorted(shares) == ["33.3%", "33.3%", "33.4%"]


async def test_shares_are_kept_back_where_amounts_are(world: World, crew: Crew) -> None:
    await reports(world, crew, (crew.mei, "1 100"), (crew.ken, "1 300"))
    await setting(world, crew, "数字 百分比", "figures percent")
    in_group = await read(world, crew, "/team 占比", "/team shares", by=crew.mei, alone=False)
    assert [line for line in in_group if crew.mei.name in line or crew.ken.name in line] == []
    own = await read(world, crew, "/team 占比", "/team shares", by=crew.mei)
    assert [line for line in own if line[:1].isdigit()] == [f"2. {crew.mei.name} · 25.0%"]


async def test_shares_of_nothing_are_a_sentence(world: World, crew: Crew) -> None:
    lines = await read(world, crew, "/team 占比", "/team shares", by=crew.lead)
    assert crew.say("还没有", "No net sales") in lines[1]


async def test_both_are_reached_by_buttons(world: World, crew: Crew) -> None:
    await reports(world, crew, (crew.mei, "1 100"))
    for label in (crew.say("📋 报单率", "📋 Days reported"), crew.say("🥧 占比", "🥧 Shares")):
        (team,) = await world.say(crew.lead, crew.lead, "/team")
        before = {m.message_id for m in world.telegram.messages(crew.lead)}
        await world.press(crew.lead, team, label)
        (said,) = world.said(crew.lead, before)
        assert crew.mei.name in said.text


async def test_req_24_a_high_amount_from_few_orders_is_told_as_such(world: World, crew: Crew) -> None:
    await reports(world, crew, (crew.mei, "1 5000"), (crew.ken, "9 900"), (crew.lili, "5 1000"))
    lines = await read(world, crew, f"/who {crew.mei.name}", f"/who @{crew.mei.name}", by=crew.lead)
    of = crew.say("第{}/3", "#{} of 3")
    assert any("5,000" in line and of.format(1) in line for line in lines)
    assert any(of.format(3) in line for line in lines)
    assert lines[-1] == crew.say(
        "💡 金额靠前、单数靠后：主要靠大单。", "💡 High amount from few orders: mostly large ones."
    )
    other = await read(world, crew, f"/who {crew.ken.name}", f"/who @{crew.ken.name}", by=crew.lead)
    assert crew.say("单数靠前、金额靠后", "Many orders, low amount") in other[-1]


async def test_one_seller_is_shown_to_leads_alone_and_by_buttons(world: World, crew: Crew) -> None:
    await reports(world, crew, (crew.mei, "1 5000"))
    refused = await read(world, crew, f"/who {crew.mei.name}", f"/who @{crew.mei.name}", by=crew.mei)
    assert "5,000" not in "".join(refused)
    (menu,) = await world.say(crew.lead, crew.lead, "/who")
    before = {m.message_id for m in world.telegram.messages(crew.lead)}
    await world.press(crew.lead, menu, crew.mei.name)
    (shown,) = world.said(crew.lead, before)
    assert "5,000" in shown.text


async def test_a_seller_without_reports_has_nothing_to_show(world: World, crew: Crew) -> None:
    await reports(world, crew, (crew.mei, "1 5000"))
    lines = await read(world, crew, f"/who {crew.mei.name} 上月", f"/who @{crew.mei.name} last month", by=crew.lead)
    assert lines[-1] == crew.say("这段时间没有报单。", "No reports in that time.")
    for nonsense in (crew.say("/who 老张", "/who Zack"), f"/who {crew.mei.name} blah"):
        (said,) = await world.say(crew.lead, crew.lead, nonsense)
        assert "5,000" not in said.text
