"""A lead passes on what several people sold: a preview first, then all or nothing, and never twice."""

from dataclasses import dataclass
from datetime import timedelta

import pytest

from bot.demo.telegram import Group as Place
from bot.demo.telegram import Person, Shown
from kpi.entry import Measure
from kpi.ids import EntryId, TeamId
from storage import entries
from tests.journeys.conftest import Crew
from tests.journeys.test_reporting import books, told
from tests.journeys.world import World


@dataclass
class Sheet:
    """The message in which a list is shown, and who presses its buttons."""

    world: World
    place: Place | Person
    who: Person
    message: Shown

    @property
    def text(self) -> str:
        return self.world.look(self.place, self.message).text

    @property
    def labels(self) -> list[str]:
        return [button.label for row in self.world.look(self.place, self.message).buttons for button in row]

    async def press(self, label: str, by: Person | None = None) -> str:
        """Presses the first button whose label begins so; the toast."""
        whole = next(one for one in self.labels if one.startswith(label))
        return await self.world.press(by or self.who, self.world.look(self.place, self.message), whole)


async def shown(world: World, crew: Crew, text: str, place: Place | Person | None = None) -> Sheet:
    """The preview that the lead gets of `text`."""
    (message,) = await world.say(crew.lead, place or crew.group, text)
    return Sheet(world, place or crew.group, crew.lead, message)


@pytest.fixture
async def team(world: World, crew: Crew) -> Crew:
    """All have reported before, so the bot knows them, and the lead may write in private."""
    for seller in (crew.mei, crew.ken, crew.lili):
        await world.say(seller, crew.group, crew.say("/sale 昨天 1 100", "/sale yesterday 1 100"))
    greeting = world.said(crew.group)[0]
    (link,) = [button.url for row in greeting.buttons for button in row if button.url]
    await world.say(crew.lead, crew.lead, f"/start {link.partition('?start=')[2]}")
    return crew


def chain(crew: Crew, *more: str, mei: int = 450) -> str:
    """A chain of four, one of whom nobody knows."""
    mei_, ken, lili = crew.mei.name, crew.ken.name, crew.lili.name
    zh = ["6月8日业绩", f"1. {mei_} 3单 {mei}", f"2. {ken} 2单 98", f"3. {lili}🌸 5单 1280 新客2", "4. 小周 1单 99"]
    en = [
        "8 June sales",
        f"1. {mei_} 3 orders {mei}",
        f"2. {ken} 2 orders 98",
        f"3. {lili}🌸 5 orders 1280 new 2",
        "4. Zhou 1 order 99",
    ]
    return "\n".join(("#接龙", *(zh if crew.language == "zh" else en), *more))


def gross(world: World, crew: Crew) -> int:
    """What was booked beside the three reports of yesterday, in whole units."""
    return books(world, crew)[Measure.GROSS] // 100 - 300


@pytest.mark.parametrize("private", [False, True])
async def test_a_chain_of_four_with_one_unknown_is_three_ready_and_one_question(
    world: World, team: Crew, private: bool
) -> None:
    sheet = await shown(world, team, chain(team), team.lead if private else None)
    assert team.say("3 条可记", "3 ready") in sheet.text
    assert team.say("1 条待确认", "1 question") in sheet.text
    assert "1,828.00" in sheet.text
    assert gross(world, team) == 0
    await sheet.press("✅")
    assert gross(world, team) == 1828
    assert books(world, team)[Measure.NEW_CUSTOMERS] == 2
    assert team.say("记了 3 条", "Booked 3") in sheet.text
    assert team.say("小周", "Zhou") in sheet.text  # is not passed over in silence
    assert [label[:2] for label in sheet.labels] == ["↩️"]


async def test_a_chain_that_is_passed_on_into_the_group_is_read_when_a_lead_does_it(world: World, team: Crew) -> None:
    world.telegram.write(team.mei, team.group, chain(team), forwarded=True)
    world.telegram.write(team.lead, team.group, team.say("小美 3单 450", "Mei 3 orders 450"), forwarded=True)
    before = {message.message_id for message in world.telegram.messages(team.group)}
    await world.settle()
    assert world.said(team.group, before) == []
    world.telegram.write(team.lead, team.group, chain(team), forwarded=True)
    await world.settle()
    (message,) = world.said(team.group, before)
    assert team.say("3 条可记", "3 ready") in message.text
    assert gross(world, team) == 0


async def test_cancel_books_nothing_and_the_buttons_are_gone(world: World, team: Crew) -> None:
    sheet = await shown(world, team, chain(team))
    old = world.look(team.group, sheet.message)
    labels = [button.label for row in old.buttons for button in row]
    world.telegram.press(team.lead, old, team.say("取消", "Cancel"))
    world.telegram.press(team.lead, old, next(label for label in labels if label.startswith("✅")))
    await world.settle()
    assert team.say("已经处理过了", "done with") in "".join(world.telegram.toasts(team.lead))
    assert gross(world, team) == 0
    assert sheet.labels == []


async def test_confirm_pressed_twice_books_once(world: World, team: Crew) -> None:
    sheet = await shown(world, team, chain(team))
    old = world.look(team.group, sheet.message)
    label = next(b.label for row in old.buttons for b in row if b.label.startswith("✅"))
    world.telegram.press(team.lead, old, label)
    world.telegram.press(team.lead, old, label)
    await world.settle()
    assert gross(world, team) == 1828


async def test_only_leads_press_its_buttons(world: World, team: Crew) -> None:
    sheet = await shown(world, team, chain(team))
    assert team.say("团队长", "lead") in (await sheet.press("✅", by=team.mei)).lower()
    assert gross(world, team) == 0
    world.telegram.promote(team.group, team.ken)
    await world.settle()
    world.now += timedelta(minutes=2)
    await sheet.press("✅", by=team.ken)
    assert gross(world, team) == 1828


async def test_the_unknown_one_can_be_a_member_and_is_known_from_then_on(world: World, team: Crew) -> None:
    sheet = await shown(world, team, chain(team))
    assert sheet.labels[:4] != []
    await sheet.press(team.ken.name)
    assert team.say("4 条可记", "4 ready") in sheet.text
    await sheet.press("✅")
    assert gross(world, team) == 1927
    again = await shown(world, team, team.say("小周 2单 50\n小美 1单 20", "Zhou 2 orders 50\nMei 1 order 20"))
    assert team.say("2 条可记", "2 ready") in again.text
    assert team.ken.name in again.text


async def test_the_unknown_one_can_be_a_new_member_without_telegram(world: World, team: Crew) -> None:
    sheet = await shown(world, team, chain(team))
    await sheet.press("➕")
    assert team.say("小周 · 新成员", "Zhou · new member") in sheet.text
    assert team.say("小周", "Zhou") not in told(await world.say(team.lead, team.group, "/team"))
    await sheet.press("✅")
    assert gross(world, team) == 1927
    assert team.say("小周 · 销售 · 没有 Telegram", "Zhou") in told(await world.say(team.lead, team.group, "/team"))
    again = await shown(world, team, chain(team))
    assert team.say("4 条已记过", "4 already booked") in again.text


async def test_the_unknown_one_can_be_left_out(world: World, team: Crew) -> None:
    sheet = await shown(world, team, chain(team))
    await sheet.press(team.say("跳过", "Skip"))
    assert team.say("待确认", "question") not in sheet.text
    await sheet.press("✅")
    assert gross(world, team) == 1828


async def test_the_same_chain_again_finds_itself_in_any_order_and_from_any_lead(world: World, team: Crew) -> None:
    sheet = await shown(world, team, chain(team))
    await sheet.press("➕")
    await sheet.press("✅")
    world.telegram.promote(team.group, team.ken)
    await world.settle()
    world.now += timedelta(minutes=2)
    head, title, *lines = chain(team).split("\n")
    (again,) = await world.say(team.ken, team.group, "\n".join((head, title, *reversed(lines))))
    assert team.say("4 条已记过", "4 already booked") in again.text
    assert "#4" in again.text
    assert again.buttons == ()
    assert gross(world, team) == 1927


async def test_a_longer_chain_books_what_is_new_and_asks_about_what_changed(world: World, team: Crew) -> None:
    first = await shown(world, team, chain(team))
    await first.press("✅")
    await first.world.say(team.mei, team.group, team.say("今天真热", "so hot today"))
    more = team.say(f"5. {team.ken.name} 1单 50", f"5. {team.ken.name} 1 order 50")
    second = await shown(world, team, chain(team, more, mei=600))
    assert team.say("1 条可记", "1 ready") in second.text
    assert team.say("2 条已记过", "2 already booked") in second.text
    assert "450.00" in second.text
    assert "600.00" in second.text
    await second.press(team.say("替换", "Replace"))
    assert team.say("2 条可记", "2 ready") in second.text
    await second.press("✅")
    assert gross(world, team) == 1828 + 150 + 50
    third = await shown(world, team, chain(team, more, mei=600))
    assert team.say("4 条已记过", "4 already booked") in third.text
    await second.press("↩️")
    assert gross(world, team) == 1828


async def test_a_changed_line_can_also_be_added(world: World, team: Crew) -> None:
    first = await shown(world, team, chain(team))
    await first.press("✅")
    second = await shown(world, team, chain(team, mei=600))
    await second.press(team.say("另记", "Add"))
    await second.press("✅")
    assert gross(world, team) == 1828 + 600


async def test_req_94_ten_lines_with_one_unknown_and_one_double_are_eight_ready_and_two_questions(
    world: World, team: Crew
) -> None:
    people = [(team.mei.name, 3), (team.ken.name, 3), (team.lili.name, 2)]
    lines = [f"{name} 1单 {90 + n * 10 + number}" for number, (name, many) in enumerate(people) for n in range(many)]
    lines += [lines[0], "小周 1单 500"]
    sheet = await shown(world, team, "#接龙\n" + "\n".join(f"{n}. {line}" for n, line in enumerate(lines, 1)))
    assert len(lines) == 10
    assert team.say("8 条可记", "8 ready") in sheet.text
    assert team.say("2 条待确认", "2 questions") in sheet.text
    await sheet.press("✅")
    assert gross(world, team) == sum(int(line.rsplit(" ", 1)[1]) for line in lines[:8])


async def test_what_the_seller_reported_already_is_asked_about(world: World, team: Crew) -> None:
    await world.say(team.mei, team.group, "/sale 3 450")
    sheet = await shown(world, team, chain(team))
    assert team.say("2 条可记", "2 ready") in sheet.text
    assert team.say("账上已有一样的 #4", "the books have the same already #4") in sheet.text
    await sheet.press("✅")
    assert gross(world, team) == 1828


async def test_several_reports_that_add_up_to_the_line_are_noticed(world: World, team: Crew) -> None:
    await world.say(team.mei, team.group, "/sale 1 150")
    await world.say(team.mei, team.group, "/sale 2 300")
    sheet = await shown(world, team, chain(team))
    assert "#4–#5" in sheet.text
    assert team.say("2 条可记", "2 ready") in sheet.text


async def test_other_figures_of_that_day_are_shown_and_can_be_replaced(world: World, team: Crew) -> None:
    await world.say(team.mei, team.group, "/sale 1 100")
    sheet = await shown(world, team, chain(team))
    assert team.say("3 条可记", "3 ready") in sheet.text
    assert team.say("账上当天另有", "that day has") in sheet.text
    await sheet.press("🔁")
    assert team.say("替换账上当天的", "instead of") in sheet.text
    await sheet.press("✅")
    assert gross(world, team) == 1828
    await sheet.press("↩️")
    assert gross(world, team) == 100


async def test_books_that_changed_since_are_looked_at_again_before_anything_counts(world: World, team: Crew) -> None:
    sheet = await shown(world, team, chain(team))
    other = await shown(world, team, chain(team))
    await other.press("✅")
    toast = await sheet.press("✅")
    assert team.say("再看一眼", "look again") in toast
    assert team.say("3 条已记过", "3 already booked") in sheet.text
    assert gross(world, team) == 1828


async def test_a_list_without_a_headline_is_shown_too_and_a_zero_is_not_lost(world: World, team: Crew) -> None:
    mei, ken = team.mei.name, team.ken.name
    sheet = await shown(world, team, team.say(f"{mei} 3单 599\n{ken} 0", f"{mei} 3 orders 599\n{ken} 0"))
    assert team.say("2 条可记", "2 ready") in sheet.text
    assert team.say("没开单", "nothing sold") in sheet.text
    await sheet.press("✅")
    assert gross(world, team) == 599
    slashed = await shown(world, team, team.say(f"{mei} 3单 450 / {ken} 2 98", f"{mei} 3 orders 450 / {ken} 2 98"))
    assert team.say("2 条可记", "2 ready") in slashed.text


async def test_a_table_pasted_from_a_sheet_is_a_list(world: World, team: Crew) -> None:
    mei, ken = team.mei.name, team.ken.name
    head = team.say("姓名\t金额\t单数\t备注", "Name\tAmount\tOrders\tNote")
    sheet = await shown(world, team, f"{head}\n{mei}\t450\t3\tx\n{ken}\t1,298.5\t2\t\n小周\t99\t1\t")
    assert team.say("2 条可记", "2 ready") in sheet.text
    assert "1,748.50" in sheet.text
    assert team.say("没用到的列：备注", "Columns not used: Note") in sheet.text
    plain = await shown(world, team, f"{mei}\t3\t450\n{ken}\t2\t98")
    assert team.say("2 条可记", "2 ready") in plain.text


async def test_doubtful_lines_say_what_is_wrong(world: World, team: Crew) -> None:
    mei, ken, lili = team.mei.name, team.ken.name, team.lili.name
    first = f"#接龙\n1. {mei} 3单\n2. {ken} €45\n3. {lili} 5\n4. {mei} 6月20日 3单 450\n"
    text = f"{first}5. {ken} 请假\n6. {lili} 0.00\n7. {mei} 3单 99"
    sheet = await shown(world, team, text)
    for zh, en in (
        ("没写金额", "no amount"),
        ("请换算", "please convert"),
        ("分不清", "orders or amount"),
        ("日期还没到", "still to come"),
        ("没有数字", "no figure"),
    ):
        assert team.say(zh, en) in sheet.text
    assert team.say("2 条可记", "2 ready") in sheet.text


async def test_an_amount_far_above_the_usual_is_asked_about(world: World, team: Crew) -> None:
    for line in ("/sale 1 100", "/sale 1 110"):
        await world.say(team.mei, team.group, line)
    mei, ken = team.mei.name, team.ken.name
    sheet = await shown(world, team, f"#接龙\n1. {mei} 1单 12800\n2. {ken} 2单 98")
    assert team.say("比平时多很多", "far more than usual") in sheet.text
    await sheet.press(team.say("照记", "Book it"))
    await sheet.press("✅")
    assert gross(world, team) == 210 + 12800 + 98


async def test_lines_with_the_same_question_are_answered_at_once(world: World, team: Crew) -> None:
    for seller in (team.mei, team.ken):
        for line in ("/sale 1 100", "/sale 1 110"):
            await world.say(seller, team.group, line)
    sheet = await shown(world, team, f"#接龙\n1. {team.mei.name} 1单 12800\n2. {team.ken.name} 2单 25600")
    await sheet.press(team.say("全照记（2）", "Book all 2"))
    await sheet.press("✅")
    assert gross(world, team) == 420 + 12800 + 25600


async def test_who_is_unknown_can_be_any_of_a_large_team(world: World, team: Crew) -> None:
    for number in range(8):
        name = f"S{number}"
        seller = world.telegram.person(name, username=f"seller_{number}")
        world.telegram.join(team.group, seller)
        await world.say(seller, team.group, "/sale 1 1")
    sheet = await shown(world, team, chain(team))
    first = sheet.labels
    await sheet.press(team.say("其他成员", "Others"))
    assert sheet.labels != first
    await sheet.press(next(label for label in sheet.labels if label not in first))
    assert team.say("4 条可记", "4 ready") in sheet.text


async def test_a_total_that_differs_is_pointed_out(world: World, team: Crew) -> None:
    sheet = await shown(world, team, chain(team, team.say("合计 11单 1900", "Total 11 orders 1900")))
    assert "1,900.00" in sheet.text
    assert "1,927.00" in sheet.text


async def test_a_locked_day_keeps_its_lines_out(world: World, team: Crew) -> None:
    (asked,) = await world.say(team.lead, team.group, team.say("/lock 6-07", "/lock 6-07"))
    await world.press(team.lead, asked, asked.buttons[0][0].label)
    text = chain(team).replace("6月8日", "6月7日").replace("8 June", "7 June")
    sheet = await shown(world, team, text)
    assert team.say("已锁定", "locked") in sheet.text
    assert gross(world, team) == 0


async def test_a_seller_is_asked_about_their_own_line_alone(world: World, team: Crew) -> None:
    (question,) = await world.say(team.mei, team.group, chain(team))
    assert team.ken.name in question.text
    assert "450.00" in question.text
    assert gross(world, team) == 0
    await world.press(team.mei, question, team.say("是我的", "It is mine"))
    assert gross(world, team) == 450


async def test_a_seller_who_is_not_in_it_is_told_that_lists_are_for_leads(world: World, team: Crew) -> None:
    text = "\n".join(line for line in chain(team).split("\n") if team.mei.name not in line)
    (answer,) = await world.say(team.mei, team.group, text)
    assert team.say("团队长", "leads") in answer.text
    assert gross(world, team) == 0


CHATTER = [
    ("{mei} 2点开会\n{ken} 3点开会", "{mei} meeting at 2\n{ken} meeting at 3"),
    ("{mei}：3\n{ken}：4", "{mei}: 3\n{ken}: 4"),
    ("{mei}和{ken}今天值班", "{mei} and {ken} on duty today"),
    ("接龙报名团建\n1. {mei}\n2. {ken}", "接龙 team dinner\n1. {mei}\n2. {ken}"),
]


@pytest.mark.parametrize(("zh", "en"), CHATTER)
async def test_what_only_looks_like_a_list_is_met_with_silence(world: World, team: Crew, zh: str, en: str) -> None:
    text = team.say(zh, en).format(mei=team.mei.name, ken=team.ken.name)
    assert await world.say(team.lead, team.group, text) == []


async def test_a_lead_who_reports_for_one_person_is_not_held_up(world: World, team: Crew) -> None:
    await world.say(team.lead, team.group, team.say(f"{team.mei.name} 3单 450", f"{team.mei.name} 3 orders 450"))
    assert gross(world, team) == 450


async def test_a_list_that_nobody_confirms_for_a_week_is_too_old(world: World, team: Crew) -> None:
    sheet = await shown(world, team, chain(team))
    world.now += timedelta(days=7)
    assert team.say("放太久", "too old") in await sheet.press("✅")
    assert gross(world, team) == 0


async def test_a_restart_in_between_loses_nothing(world: World, team: Crew) -> None:
    sheet = await shown(world, team, chain(team))
    await sheet.press("➕")
    await world.start()
    await sheet.press("✅")
    assert gross(world, team) == 1927


async def test_entries_are_the_leads_for_each_member(world: World, team: Crew) -> None:
    sheet = await shown(world, team, chain(team))
    await sheet.press("✅")
    with world.database.read() as db:
        entry = entries.get(db, TeamId(1), EntryId(4))
        assert entry is not None
        assert (entry.source, entry.how.value) == ("chain", "import")
        assert len({line.member for line in entry.lines}) == 1
        assert entry.author not in {line.member for line in entry.lines}
