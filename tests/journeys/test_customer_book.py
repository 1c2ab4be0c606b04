"""The customer book in the private chat: reading it, calling, renaming, forgetting, merging, and who may not."""

from collections.abc import Sequence
from datetime import timedelta

import pytest

from bot.demo.telegram import Person, Shown
from kpi.entry import Measure
from tests.journeys.conftest import Crew, labels
from tests.journeys.test_customers import counts
from tests.journeys.test_reporting import books, told
from tests.journeys.world import World


def names(crew: Crew) -> tuple[str, str, str]:
    return ("小红", "红姐", "阿玲") if crew.language == "zh" else ("Anna", "Annie", "Bo")


def data_of(message: Shown, label: str) -> str:
    """What a button of the message carries."""
    return next(str(button.data) for row in message.buttons for button in row if button.label == label)


async def new(world: World, crew: Crew, who: Person, *customers: str) -> None:
    """Somebody reports new customers in the group."""
    line = crew.say("新客 " + "、".join(customers), "new: " + ", ".join(customers))
    assert told(await world.say(who, crew.group, line)) != ""


async def again(world: World, crew: Crew, who: Person, customer: str, amount: int) -> None:
    line = crew.say(f"{customer} 回购 {amount}", f"{customer} bought again {amount}")
    assert told(await world.say(who, crew.group, line)) != ""


async def open_book(world: World, who: Person, line: str = "/customers") -> Shown:
    """Somebody asks in private; the one answer."""
    (answer,) = await world.say(who, who, line)
    return answer


async def test_the_book_tells_what_each_bought_and_whom_to_call_first(world: World, crew: Crew) -> None:
    one, two, _ = names(crew)
    await new(world, crew, crew.mei, one, two)
    await again(world, crew, crew.mei, one, 199)
    world.now += timedelta(days=27)
    await again(world, crew, crew.mei, two, 299)
    calm = await open_book(world, crew.mei)
    assert "📞" not in calm.text
    world.now += timedelta(days=1)
    shown = await open_book(world, crew.mei, crew.say("客户", "/customers"))
    assert crew.say("28 天以上没买", "28 days or more") in shown.text
    first, second = [line for line in shown.text.split("\n") if one in line or two in line]
    assert first.startswith("📞")
    assert one in first
    assert "199.00" in first
    assert crew.say("28天没买", "nothing for 28 days") in first
    assert two in second
    assert "299.00" in second


@pytest.mark.parametrize("line", ["/customer {}", "/customers {}"])
async def test_one_customer_is_found_by_name_with_every_purchase(world: World, crew: Crew, line: str) -> None:
    one, *_ = names(crew)
    await new(world, crew, crew.mei, one)
    await again(world, crew, crew.mei, one, 199)
    shown = await open_book(world, crew.mei, line.format(one))
    assert crew.say("2次", "2×") in shown.text
    assert "199.00" in shown.text
    assert "—" in shown.text  # the first one's amount was not said


async def test_the_words_of_the_book_still_report(world: World, crew: Crew) -> None:
    await new(world, crew, crew.mei, "小红")
    answers = await world.say(crew.mei, crew.mei, "老客 小红 299")
    assert "299.00" in told(answers)
    answers = await world.say(crew.mei, crew.mei, "老客 3")
    assert "#" in told(answers)
    assert books(world, crew)[Measure.REPEAT_CUSTOMERS] == 4
    assert "👤" in (await open_book(world, crew.mei, "客户 小红")).text


async def test_an_undone_report_leaves_the_book(world: World, crew: Crew) -> None:
    one, two, _ = names(crew)
    await new(world, crew, crew.mei, one)
    await new(world, crew, crew.mei, two)
    await world.say(crew.mei, crew.group, "/undo")
    shown = await open_book(world, crew.mei)
    assert one in shown.text
    assert two not in shown.text


async def test_req_78_pages_turn_and_a_stale_button_is_answered_politely(world: World, crew: Crew) -> None:
    many = [f"{letter}elle" for letter in "BFHJKLMNTVW"]
    await new(world, crew, crew.mei, *many)
    shown = await open_book(world, crew.mei)
    assert sum(name in shown.text for name in many) == 8
    await world.press(crew.mei, shown, crew.say("下一页 ›", "More ›"))
    second = world.look(crew.mei, shown)
    assert sum(name in second.text for name in many) == 3
    await world.press(crew.mei, second, crew.say("‹ 上一页", "‹ Back"))
    assert world.look(crew.mei, shown).text == shown.text
    await world.say(crew.mei, crew.group, "/undo")
    assert await press_old(world, crew.mei, second, labels(second)[0]) != ""


async def test_req_84_other_sellers_cannot_read_it_nor_learn_that_a_name_exists(world: World, crew: Crew) -> None:
    one, two, three = names(crew)
    await new(world, crew, crew.mei, one, two)
    await new(world, crew, crew.ken, three)
    unknown = await open_book(world, crew.ken, f"/customer {one}")
    assert unknown.text == crew.say(f"你的客户里没有 {one}。", f"You have no customer called {one}.")
    nobody = await open_book(world, crew.ken, "/customer Nobody")
    assert nobody.text == unknown.text.replace(one, "Nobody")
    merging = await open_book(world, crew.ken, crew.say(f"/merge {one} {three}", f"/merge {one}, {three}"))
    assert merging.text == unknown.text
    assert one not in (await open_book(world, crew.ken)).text


async def test_nobody_reads_the_book_in_the_group(world: World, crew: Crew) -> None:
    one, *_ = names(crew)
    await new(world, crew, crew.mei, one)
    answers = await world.say(crew.mei, crew.group, f"/customer {one}")
    assert one not in told(answers)
    assert answers[0].buttons[0][0].url


async def test_a_forged_button_reads_nothing_of_a_colleagues_book(world: World, crew: Crew) -> None:
    one, _, three = names(crew)
    await new(world, crew, crew.mei, one)
    await new(world, crew, crew.ken, three)
    own = await open_book(world, crew.ken)
    stolen = data_of(own, three).rsplit(":", 1)[0] + ":1"
    for forged in (
        stolen,
        stolen.replace("customer", "customer-forgotten"),
        stolen.replace("customer", "merge") + ":0",
    ):
        toast = await press_data(world, crew.ken, own, forged)
        assert toast != ""
    assert told(world.said(crew.ken)).count(one) == 0
    assert one in (await open_book(world, crew.mei)).text


async def press_data(world: World, who: Person, message: Shown, data: str) -> str:
    """A press whose data somebody made up."""
    before = len(world.telegram.toasts(who))
    world.telegram.forge(who, message, data)
    await world.settle()
    return "\n".join(world.telegram.toasts(who)[before:])


async def test_the_lead_sees_counts_and_names_only_when_the_team_allows_it(world: World, crew: Crew) -> None:
    one, two, _ = names(crew)
    await new(world, crew, crew.mei, one, two)
    closed = await open_book(world, crew.lead)
    assert crew.say("小美：2位，待回访 0位", "Mei: 2, 0 to call") in closed.text
    assert two not in closed.text + str(labels(closed))
    refused = await open_book(world, crew.lead, f"/customer {one}")
    assert crew.say("设置 客户名 开", "/settings customers on") in refused.text
    await world.say(crew.lead, crew.lead, crew.say("设置 客户名 开", "/settings customers on"))
    opened = await open_book(world, crew.lead)
    await world.press(crew.lead, opened, crew.say("小美 的客户", "Customers of Mei"))
    assert one in world.look(crew.lead, opened).text
    assert crew.mei.name in (await open_book(world, crew.lead, f"/customer {one}")).text
    await world.say(crew.lead, crew.lead, crew.say("设置 客户名 关", "/settings customers off"))
    assert await press_old(world, crew.lead, world.look(crew.lead, opened), one) != ""


async def test_a_customer_gets_another_name_by_button_and_word(world: World, crew: Crew) -> None:
    one, two, three = names(crew)
    await new(world, crew, crew.mei, one, three)
    shown = await open_book(world, crew.mei, f"/customer {one}")
    before = [m.message_id for m in world.said(crew.mei)]
    await world.press(crew.mei, shown, crew.say("✏️ 改名", "✏️ Rename"))
    (question,) = world.said(crew.mei, before)
    taken = await world.say(crew.mei, crew.mei, three)
    assert crew.say("已经有叫", "already") in told(taken)
    answers = await world.say(crew.mei, crew.mei, two)
    assert two in told(answers)
    assert world.look(crew.mei, question).buttons == ()
    assert one not in (await open_book(world, crew.mei)).text
    await again(world, crew, crew.mei, two, 199)
    assert counts(world, crew) == (2, 1)


async def test_who_is_asked_for_a_name_may_report_or_cancel_instead(world: World, crew: Crew) -> None:
    one, *_ = names(crew)
    await new(world, crew, crew.mei, one)
    shown = await open_book(world, crew.mei, f"/customer {one}")
    await world.press(crew.mei, shown, crew.say("✏️ 改名", "✏️ Rename"))
    answers = await world.say(crew.mei, crew.mei, crew.say("3单 599", "3 orders 599"))
    assert "599.00" in told(answers)
    before = [m.message_id for m in world.said(crew.mei)]
    await world.press(crew.mei, shown, crew.say("✏️ 改名", "✏️ Rename"))
    (question,) = world.said(crew.mei, before)
    await world.press(crew.mei, question, crew.say("取消", "Cancel"))
    assert crew.say("没有改", "nothing was changed") in world.look(crew.mei, question).text
    assert one in (await open_book(world, crew.mei)).text


async def test_a_forgotten_customer_leaves_a_number_and_the_figures(world: World, crew: Crew) -> None:
    one, *_ = names(crew)
    await new(world, crew, crew.mei, one)
    await again(world, crew, crew.mei, one, 199)
    shown = await open_book(world, crew.mei, f"/customer {one}")
    await world.press(crew.mei, shown, crew.say("🗑 忘记", "🗑 Forget"))
    asked = world.look(crew.mei, shown)
    await world.press(crew.mei, asked, crew.say("‹ 返回", "‹ Back"))
    await world.press(crew.mei, world.look(crew.mei, shown), crew.say("🗑 忘记", "🗑 Forget"))
    await world.press(crew.mei, asked, crew.say("🗑 忘记", "🗑 Forget"))
    forgotten = await open_book(world, crew.mei)
    assert one not in forgotten.text + str(labels(forgotten))
    assert crew.say("客户 1", "Customer 1") in forgotten.text
    assert "199.00" in forgotten.text
    assert counts(world, crew) == (1, 1)
    audit = await open_book(world, crew.lead, "/audit")
    assert crew.say("忘记了客户 1 的名字", "forgot the name of customer 1") in audit.text
    assert one not in audit.text


async def press_old(world: World, who: Person, message: Shown, label: str) -> str:
    """A press on the message as it looked then, which another window of Telegram may still show."""
    return await press_data(world, who, message, data_of(message, label))


def histories(crew: Crew) -> Sequence[str]:
    return crew.say("1次|2次", "1×|2×").split("|")


async def test_req_17_a_merge_is_previewed_confirmed_and_undone(world: World, crew: Crew) -> None:
    one, two, _ = names(crew)
    await new(world, crew, crew.mei, one)
    await new(world, crew, crew.mei, two)
    await again(world, crew, crew.mei, two, 199)
    assert counts(world, crew) == (2, 1)
    preview = await open_book(world, crew.mei, crew.say(f"/merge {one} {two}", f"/merge {one}, {two}"))
    assert all(times in preview.text for times in histories(crew))
    assert counts(world, crew) == (2, 1)
    await world.press(crew.mei, preview, crew.say("🔗 合并", "🔗 Merge"))
    done = world.look(crew.mei, preview)
    assert crew.say("3次", "3×") in done.text
    assert counts(world, crew) == (1, 2)
    assert (await open_book(world, crew.mei)).text.split("\n")[0].count(crew.say("1位", "· 1")) == 1
    assert two in (await open_book(world, crew.mei, f"/customer {one}")).text
    await world.press(crew.mei, done, crew.say("↩️ 撤销合并", "↩️ Undo the merge"))
    assert counts(world, crew) == (2, 1)
    assert await press_old(world, crew.mei, done, crew.say("↩️ 撤销合并", "↩️ Undo the merge")) != ""
    assert counts(world, crew) == (2, 1)


async def test_a_merge_by_buttons_alone_and_one_that_was_left(world: World, crew: Crew) -> None:
    one, two, three = names(crew)
    await new(world, crew, crew.mei, one, two, three)
    shown = await open_book(world, crew.mei, "/merge")
    await world.press(crew.mei, shown, one)
    await world.press(crew.mei, world.look(crew.mei, shown), two)
    preview = world.look(crew.mei, shown)
    await world.press(crew.mei, preview, crew.say("⇄ 反过来", "⇄ The other way"))
    assert world.look(crew.mei, shown).text != preview.text
    await world.press(crew.mei, world.look(crew.mei, shown), crew.say("取消", "Cancel"))
    assert world.look(crew.mei, shown).buttons == ()
    assert counts(world, crew) == (3, 0)
    await press_old(world, crew.mei, preview, crew.say("🔗 合并", "🔗 Merge"))
    assert counts(world, crew) == (2, 0)
    assert await press_old(world, crew.mei, preview, crew.say("🔗 合并", "🔗 Merge")) != ""
    assert counts(world, crew) == (2, 0)


async def test_whom_to_merge_is_chosen_from_pages(world: World, crew: Crew) -> None:
    many = [f"{letter}elle" for letter in "BDFGHJKLMNSTVW"]
    await new(world, crew, crew.mei, *many)
    shown = await open_book(world, crew.mei, "/merge")
    first = set(many).intersection(labels(shown))
    await world.press(crew.mei, shown, crew.say("下一页 ›", "More ›"))
    second = set(many).intersection(labels(world.look(crew.mei, shown)))
    assert (len(first), first | second, first & second) == (12, set(many), set())


async def test_a_customer_of_two_sellers_is_changed_by_the_lead(world: World, crew: Crew) -> None:
    one, two, _ = names(crew)
    await new(world, crew, crew.mei, one, two)
    await again(world, crew, crew.ken, one, 199)
    shown = await open_book(world, crew.mei, f"/customer {one}")
    assert crew.say("✏️ 改名", "✏️ Rename") not in labels(shown)
    assert "199" not in shown.text
    line = crew.say(f"/merge {one} {two}", f"/merge {one}, {two}")
    refused = await open_book(world, crew.mei, line)
    assert crew.say("请找团队长", "for leads") in refused.text
    preview = await open_book(world, crew.lead, line)
    assert crew.say("2次", "2×") in preview.text
    assert "199" not in preview.text  # counts are a lead's, purchases are not
    await world.press(crew.lead, preview, crew.say("🔗 合并", "🔗 Merge"))
    assert counts(world, crew) == (1, 1)


async def test_locked_days_keep_their_new_customers(world: World, crew: Crew) -> None:
    one, two, _ = names(crew)
    await new(world, crew, crew.mei, one, two)
    world.now += timedelta(days=1)
    await world.say(crew.lead, crew.lead, "/lock 6-08")
    (asked,) = world.said(crew.lead)[-1:]
    await world.press(crew.lead, asked, labels(asked)[0])
    preview = await open_book(world, crew.mei, crew.say(f"/merge {one} {two}", f"/merge {one}, {two}"))
    toast = await world.press(crew.mei, preview, crew.say("🔗 合并", "🔗 Merge"))
    assert crew.say("已锁定", "locked") in toast
    assert counts(world, crew) == (2, 0)


BAD = [
    ("/merge 小红", "/merge Anna", "/merge"),
    ("/merge 小红 没有人", "/merge Anna, Nobody", "没有人|Nobody"),
    ("/merge 小红 小红", "/merge Anna, Anna", "小红|Anna"),
    ("/customer " + "红" * 3000, "/customer " + "x" * 3000, "|"),
]


@pytest.mark.parametrize(("zh", "en", "because"), BAD)
async def test_what_cannot_be_is_answered_with_the_reason(
    world: World, crew: Crew, zh: str, en: str, because: str
) -> None:
    await new(world, crew, crew.mei, names(crew)[0])
    words = because.split("|")
    shown = await open_book(world, crew.mei, crew.say(zh, en))
    assert words[0 if crew.language == "zh" else -1] in shown.text
    assert counts(world, crew) == (1, 0)
