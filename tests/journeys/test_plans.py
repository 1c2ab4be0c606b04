"""Plans: one owner who accepts or talks back, reminders, progress, comments, and the team's board."""

from datetime import datetime, timedelta

import pytest

from bot.demo.telegram import Person, Shown
from tests.journeys.conftest import Crew, labels, said
from tests.journeys.test_scheduled import at
from tests.journeys.world import World


@pytest.fixture
async def known(world: World, crew: Crew) -> None:
    """Everybody sells, and has spoken to the bot in private. It is Tuesday the 9th; Sunday the 14th is free."""
    for who in (crew.mei, crew.ken, crew.lili):
        await world.say(who, crew.group, "/sale 1 100")
    await world.say(crew.lead, crew.group, crew.say("日历 6-14 休", "/calendar 6-14 off"))
    for who in (crew.lead, crew.mei, crew.ken):
        await world.say(who, who, "/start")
    world.now = at(world, 10, 0, days=1)


def task(crew: Crew) -> str:
    return crew.say("回访10位30天未购老客", "call back 10 customers not bought for 30 days")


async def planned(world: World, crew: Crew, days: str = "") -> Shown:
    """What 小美 reads when the lead has planned it until the 15th."""
    before = seen(world, crew.mei)
    end = crew.say(f"{days} 6-15", f"{days}, 15 Jun" if not days else f" {days} 6-15")
    await world.say(crew.lead, crew.lead, f"/plan add @{crew.mei.name} {task(crew)}{end}")
    (card,) = world.said(crew.mei, before)
    return card


async def accepted(world: World, crew: Crew) -> Shown:
    card = await planned(world, crew)
    await world.press(crew.mei, card, crew.say("✅ 接受", "✅ Accept"))
    return world.look(crew.mei, card)


def seen(world: World, person: Person) -> set[int]:
    return {m.message_id for m in world.telegram.messages(person)}


async def heard(world: World, person: Person, until: datetime) -> list[tuple[datetime, str]]:
    """What somebody reads in private until then, and when."""
    before = seen(world, person)
    await world.pass_time(until)
    return [(m.at, m.text) for m in world.said(person, before)]


@pytest.mark.usefixtures("known")
async def test_req_20_the_owner_accepts_and_the_lead_hears_of_it(world: World, crew: Crew) -> None:
    card = await planned(world, crew)
    assert task(crew) in card.text
    assert crew.say("6月15日", "Jun 15") in card.text
    before = seen(world, crew.lead)
    await world.press(crew.mei, card, crew.say("✅ 接受", "✅ Accept"))
    (told,) = world.said(crew.lead, before)
    assert crew.mei.name in told.text
    assert crew.say("进行中", "Open") in world.look(crew.mei, card).text


@pytest.mark.usefixtures("known")
@pytest.mark.parametrize("text", ["回访10位老客 6-15", "6-15", "@Nobody 6-15", ""])
async def test_req_20_without_an_owner_it_is_refused(world: World, crew: Crew, text: str) -> None:
    (said,) = await world.say(crew.lead, crew.lead, f"/plan add {text}")
    assert "#" not in said.text
    (board,) = await world.say(crew.lead, crew.lead, "/plan team")
    assert crew.say("还没有计划", "No plans yet") in board.text


@pytest.mark.usefixtures("known")
async def test_req_20_who_talks_back_says_why_and_the_lead_asks_again(world: World, crew: Crew) -> None:
    card = await planned(world, crew)
    mine, before = seen(world, crew.mei), seen(world, crew.lead)
    await world.press(crew.mei, card, crew.say("💬 商量", "💬 Talk about it"))
    assert len(world.said(crew.mei, mine)) == 1
    assert world.said(crew.lead, before) == []
    reason = crew.say("这周感冒了", "I have a cold")
    await world.say(crew.mei, crew.mei, reason)
    (told,) = world.said(crew.lead, before)
    assert reason in told.text
    before = seen(world, crew.lead)
    await world.press(crew.lead, told, crew.say("🔁 改一改再提", "🔁 Change and ask again"))
    (question,) = world.said(crew.lead, before)
    assert task(crew) in question.text
    mine = seen(world, crew.mei)
    await world.say(crew.lead, crew.lead, "6-20")
    (again,) = world.said(crew.mei, mine)
    assert crew.say("6月20日", "Jun 20") in again.text
    (board,) = await world.say(crew.lead, crew.lead, "/plan team")
    assert crew.say("进行中 1 · 逾期 0", "open 1 · overdue 0") in board.text


@pytest.mark.usefixtures("known")
async def test_req_21_reminders_come_on_the_workday_before_on_the_day_and_to_the_lead_once(
    world: World, crew: Crew
) -> None:
    await accepted(world, crew)
    lead = seen(world, crew.lead)
    told = await heard(world, crew.mei, at(world, 12, 0, days=9))
    mine = [(when.day, when.hour) for when, text in told if task(crew) in text]
    assert mine == [(13, 9), (15, 9)]
    late = [m for m in world.said(crew.lead, lead) if crew.say("逾期", "Overdue") in m.text]
    assert [(m.at.day, m.at.hour) for m in late] == [(16, 9)]
    (board,) = await world.say(crew.lead, crew.lead, "/plan team")
    assert crew.say("逾期 1", "overdue 1") in board.text


@pytest.mark.usefixtures("known")
async def test_reminders_missed_while_down_come_late_and_once(world: World, crew: Crew) -> None:
    await accepted(world, crew)
    before = seen(world, crew.mei)
    world.now = at(world, 11, 0, days=4)
    await world.start()
    for _ in range(2):
        await world.tick()
    assert len([m for m in world.said(crew.mei, before) if task(crew) in m.text]) == 1


@pytest.mark.usefixtures("known")
async def test_checkpoints_stand_on_the_card_and_are_reminded_of(world: World, crew: Crew) -> None:
    card = await planned(world, crew, " 6-11")
    assert crew.say("6月11日", "Jun 11") in card.text
    told = await heard(world, crew.mei, at(world, 12, 0, days=2))
    assert [when.day for when, text in told if task(crew) in text] == [11]


@pytest.mark.usefixtures("known")
async def test_req_88_progress_is_told_in_words_by_reply_and_by_buttons(world: World, crew: Crew) -> None:
    await accepted(world, crew)
    (card,) = await world.say(crew.mei, crew.mei, crew.say("计划 4/10", "/plan 4/10"))
    assert "4/10" in card.text
    assert "40.0%" in card.text
    (card,) = await world.say(crew.mei, crew.mei, "5/10", reply_to=card)
    await world.press(crew.mei, card, crew.say("＋1", "+1"))
    assert "6/10" in world.look(crew.mei, card).text
    await world.press(crew.mei, card, crew.say("－1", "−1"))
    assert "5/10" in world.look(crew.mei, card).text
    (board,) = await world.say(crew.lead, crew.lead, crew.say("计划", "/plan"))
    assert "5/10" in board.text


@pytest.mark.usefixtures("known")
@pytest.mark.parametrize("text", ["4/9", "11/10", "12"])
async def test_progress_that_cannot_be_is_answered_and_not_counted(world: World, crew: Crew, text: str) -> None:
    await accepted(world, crew)
    (said,) = await world.say(crew.mei, crew.mei, f"/plan {text}")
    assert not said.buttons
    (own,) = await world.say(crew.mei, crew.mei, "/plan")
    assert "0/10" in own.text


@pytest.mark.usefixtures("known")
async def test_of_two_plans_one_is_asked_which(world: World, crew: Crew) -> None:
    await accepted(world, crew)
    await accepted(world, crew)
    (which,) = await world.say(crew.mei, crew.mei, "/plan 4/10")
    before = seen(world, crew.mei)
    await world.press(crew.mei, which, labels(which)[1])
    (card,) = world.said(crew.mei, before)
    assert ("#2" in card.text, "4/10" in card.text) == (True, True)


@pytest.mark.usefixtures("known")
async def test_it_is_done_when_the_lead_confirms(world: World, crew: Crew) -> None:
    card = await accepted(world, crew)
    before = seen(world, crew.lead)
    await world.press(crew.mei, card, crew.say("✋ 做完了", "✋ Done"))
    (told,) = world.said(crew.lead, before)
    mine = seen(world, crew.mei)
    await world.press(crew.lead, told, crew.say("🔄 还没完成", "🔄 Not yet"))
    (back,) = world.said(crew.mei, mine)
    assert crew.say("✋ 做完了", "✋ Done") in labels(back)
    (told,) = await reported_again(world, crew, back)
    await world.press(crew.lead, told, crew.say("✅ 确认完成", "✅ Confirm"))
    (board,) = await world.say(crew.lead, crew.lead, "/plan team")
    assert crew.say("完成 1 · 进行中 0", "Done 1 · open 0") in board.text
    audit = "\n".join(m.text for m in await world.say(crew.lead, crew.lead, "/audit"))
    assert crew.say("确认计划 #1 完成", "confirmed plan #1") in audit


async def reported_again(world: World, crew: Crew, card: Shown) -> list[Shown]:
    before = seen(world, crew.lead)
    await world.say(crew.mei, crew.mei, crew.say("完成", "done"), reply_to=card)
    return world.said(crew.lead, before)


@pytest.mark.usefixtures("known")
async def test_req_90_an_answer_to_a_card_is_kept_and_goes_to_the_other_side_and_who_is_mentioned(
    world: World, crew: Crew
) -> None:
    card = await accepted(world, crew)
    lead, ken = seen(world, crew.lead), seen(world, crew.ken)
    words = crew.say("打不通怎么办", "nobody answers")
    await world.say(crew.mei, crew.mei, f"{words} @{crew.ken.name}", reply_to=card)
    (passed,) = world.said(crew.lead, lead)
    assert words in passed.text
    assert len(world.said(crew.ken, ken)) == 1
    mine = seen(world, crew.mei)
    back = crew.say("先发微信", "write first")
    await world.say(crew.lead, crew.lead, back, reply_to=passed)
    (answer,) = world.said(crew.mei, mine)
    assert back in answer.text
    assert back in world.look(crew.mei, card).text


@pytest.mark.usefixtures("known")
async def test_others_neither_read_nor_press_it(world: World, crew: Crew) -> None:
    card = await planned(world, crew)
    (own,) = await world.say(crew.ken, crew.ken, "/plan")
    assert task(crew) not in own.text
    (refused,) = await world.say(crew.ken, crew.ken, "/plan team")
    assert task(crew) not in refused.text
    for action in ("yes", "no", "done", "confirm", "cancel", "reopen", "open"):
        world.telegram.forge(crew.ken, own, f"v1:plan-{action}:1")
        await world.settle()
    assert task(crew) not in "".join(m.text for m in world.said(crew.ken))
    assert crew.say("等负责人答应", "Waiting") in world.look(crew.mei, card).text
    (refused,) = await world.say(crew.ken, crew.ken, f"/plan add @{crew.ken.name} x 6-15")
    assert "#" not in refused.text


@pytest.mark.usefixtures("known")
async def test_a_button_pressed_twice_answers_politely(world: World, crew: Crew) -> None:
    card = await planned(world, crew)
    for _ in range(2):
        world.telegram.press(crew.mei, card, crew.say("✅ 接受", "✅ Accept"))
    before = len(world.telegram.toasts(crew.mei))
    await world.settle()
    assert any(world.telegram.toasts(crew.mei)[before:])


@pytest.mark.usefixtures("known")
async def test_a_lead_calls_it_off_and_opens_it_again(world: World, crew: Crew) -> None:
    await planned(world, crew)
    (board,) = await world.say(crew.lead, crew.lead, "/plan team")
    before = seen(world, crew.lead)
    await world.press(crew.lead, board, labels(board)[0])
    (card,) = world.said(crew.lead, before)
    await world.press(crew.lead, card, crew.say("🚫 取消计划", "🚫 Call off"))
    (board,) = await world.say(crew.lead, crew.lead, "/plan team")
    assert crew.say("进行中 0", "open 0") in board.text
    await world.press(crew.lead, world.look(crew.lead, card), crew.say("🔄 重新打开", "🔄 Open again"))
    (board,) = await world.say(crew.lead, crew.lead, "/plan team")
    assert crew.say("进行中 1", "open 1") in board.text


@pytest.mark.usefixtures("known")
async def test_req_19_one_is_made_by_buttons_alone_with_the_metric_as_it_is_and_ought_to_be(
    world: World, crew: Crew
) -> None:
    before, mine = seen(world, crew.lead), seen(world, crew.mei)
    await world.say(crew.lead, crew.lead, "/plan new")
    (question,) = world.said(crew.lead, before)
    for label in (crew.mei.name, crew.say("净销售额", "Net sales")):
        await world.press(crew.lead, world.look(crew.lead, question), label)
    await world.press(crew.lead, world.look(crew.lead, question), crew.say("‹ 返回", "‹ Back"))
    await world.press(crew.lead, world.look(crew.lead, question), crew.say("净销售额", "Net sales"))
    await world.press(crew.lead, world.look(crew.lead, question), crew.say("¥120", "$120"))
    await world.press(crew.lead, world.look(crew.lead, question), crew.say("6月30日", "Jun 30"))
    (card,) = world.said(crew.mei, mine)
    assert crew.say("¥100 → 目标 ¥120", "$100 → wanted $120") in card.text


@pytest.mark.usefixtures("known")
async def test_a_line_may_aim_at_a_metric_and_a_past_day_is_refused(world: World, crew: Crew) -> None:
    metric = crew.say("净销售额", "net sales")
    (card,) = await world.say(crew.lead, crew.lead, f"/plan add @{crew.mei.name} {metric} 500 6-15")
    assert crew.say("¥100 → 目标 ¥500", "$100 → wanted $500") in card.text
    (refused,) = await world.say(crew.lead, crew.lead, f"/plan add @{crew.mei.name} x 6-01")
    assert crew.say("已经过去", "is over") in refused.text


@pytest.mark.usefixtures("known")
async def test_without_a_day_it_is_asked_for_and_a_report_is_still_a_report(world: World, crew: Crew) -> None:
    (question,) = await world.say(crew.lead, crew.lead, f"/plan add @{crew.mei.name} {task(crew)}")
    assert crew.say("哪天截止", "Due when") in question.text
    said = await world.say(crew.lead, crew.lead, crew.say("3单 1280", "3 orders 1280"))
    assert "1,280" in said[-1].text


@pytest.mark.usefixtures("known")
async def test_req_89_a_long_board_is_turned_page_by_page_and_its_counts_are_all_items(
    world: World, crew: Crew
) -> None:
    for number in range(7):
        await world.say(crew.lead, crew.lead, f"/plan add @{crew.mei.name} {number}x 6-1{number % 5 + 1}")
    (board,) = await world.say(crew.lead, crew.lead, "/plan team")
    assert crew.say("进行中 7", "open 7") in board.text
    first = [label for label in labels(board) if label.startswith("#")]
    await world.press(crew.lead, board, crew.say("下一页 ›", "Next ›"))
    second = [label for label in labels(world.look(crew.lead, board)) if label.startswith("#")]
    assert (len(first), len(second), len({*first, *second})) == (6, 1, 7)


@pytest.mark.usefixtures("known")
async def test_who_never_wrote_to_the_bot_is_said_to_hear_nothing(world: World, crew: Crew) -> None:
    (card,) = await world.say(crew.lead, crew.lead, f"/plan add @{crew.lili.name} {task(crew)} 6-15")
    assert "/start" in card.text


@pytest.mark.usefixtures("known")
async def test_what_leads_take_on_themselves_needs_nobodys_yes(world: World, crew: Crew) -> None:
    (card,) = await world.say(crew.lead, crew.lead, f"/plan add @{crew.lead.name} {task(crew)} 6-15")
    await world.press(crew.lead, card, crew.say("✋ 做完了", "✋ Done"))
    assert crew.say("已完成", "Done") in world.look(crew.lead, card).text


@pytest.mark.usefixtures("known")
async def test_in_the_group_it_leads_to_the_private_chat(world: World, crew: Crew) -> None:
    (said,) = await world.say(crew.lead, crew.group, "/plan")
    assert said.buttons
    assert timedelta(0) <= world.now - said.at


@pytest.mark.usefixtures("known")
async def test_what_is_no_answer_to_a_new_plan_s_question_is_answered_by_what_would_be_one(
    world: World, crew: Crew
) -> None:
    (board,) = await world.say(crew.lead, crew.lead, "/plan")
    await world.press(crew.lead, board, crew.say("➕ 新计划", "➕ New"))
    assert crew.say("没人叫", "Nobody in the team is called that") in await said(world, crew.lead, "nobody")
    await world.say(crew.lead, crew.lead, crew.mei.name)
    assert crew.say("用几个字", "in a few words") in await said(world, crew.lead, "5")
    (question,) = (each for each in world.said(crew.lead) if crew.say("净销售额", "Net sales") in labels(each))
    await world.press(crew.lead, question, crew.say("净销售额", "Net sales"))
    assert crew.say("大于 0 的数", "one number above 0") in await said(world, crew.lead, "-5")
    assert crew.say("一个，或直接写", "Press one, or write it") in world.look(crew.lead, question).text
