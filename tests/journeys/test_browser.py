"""The demo's chat page in a real browser, on a phone, in Chinese and in English.

One demo a language serves all tests: each looks for what it wrote itself, and leaves the settings as they were. What
need not be said in the group is said in private, since a group takes twenty messages a minute from a bot.
"""

import os
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Literal

import pytest
import pytest_asyncio

from bot.demo.run import TOKEN
from tests.journeys.browser import LOCALES, PATIENCE, WIDTH, Phone, chromium, demo, missing

if TYPE_CHECKING:
    from playwright.async_api import Browser

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]

NOON = datetime(2026, 6, 14, 4, 0, tzinfo=UTC)  # a Sunday, 12:00 in Shanghai
_WIDEST = "Math.max(document.documentElement.scrollWidth, document.querySelector('.scroll').scrollWidth)"
LEGIBLE = 4.5  # the ratio that WCAG 2.1 asks of text (1.4.3)
_FURTHEST = 200  # presses of the Tab key
_CONTRASTS = """() => {
  const seen = colour => {
    const probe = document.createElement("canvas").getContext("2d", {willReadFrequently: true});
    probe.fillStyle = colour;
    probe.fillRect(0, 0, 1, 1);
    return [...probe.getImageData(0, 0, 1, 1).data];
  };
  const light = ([r, g, b]) => [r, g, b]
    .map(part => part / 255)
    .map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
    .reduce((sum, part, i) => sum + part * [0.2126, 0.7152, 0.0722][i], 0);
  const over = (upper, lower) => lower.map((part, i) => upper[3] / 255 * upper[i] + (1 - upper[3] / 255) * part);
  const ground = element => {
    const own = seen(getComputedStyle(element).backgroundColor);
    if (own[3] === 255) return own;
    return over(own, element.parentElement ? ground(element.parentElement) : [255, 255, 255, 255]);
  };
  const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  while (words.nextNode()) {
    const element = words.currentNode.parentElement, word = words.currentNode.data.trim();
    if (!word || !element.checkVisibility({opacityProperty: true}) || /SCRIPT|TEMPLATE/.test(element.tagName)) continue;
    const [low, high] = [light(seen(getComputedStyle(element).color)), light(ground(element))].sort((a, b) => a - b);
    found.push([word, (high + 0.05) / (low + 0.05)]);
  }
  return found;
}"""


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def browser() -> AsyncIterator["Browser"]:
    """Skips where there is none; with REQUIRE_CHROMIUM=1 in the environment that is a failure."""
    lack = missing()
    if lack is not None and os.environ.get("REQUIRE_CHROMIUM") == "1":
        pytest.fail(lack)
    if lack is not None:
        pytest.skip(f"The chat page was not looked at in a browser: {lack}.")
    async with chromium() as started:
        yield started


@pytest.fixture(scope="module", params=["zh", "en"])
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def address(browser: "Browser", language: str, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[str]:
    """Where a demo is whose group speaks the language."""
    async with demo(tmp_path_factory.mktemp("demo"), NOON) as there:
        leads = Phone(await browser.new_page(), language)
        await leads.open_demo(there)
        await leads.set_language()
        await leads.page.close()
        yield there


@pytest_asyncio.fixture(loop_scope="module")
async def phone(browser: "Browser", language: str, address: str) -> AsyncIterator[Phone]:
    """Somebody's phone, on which nothing may go wrong and nothing may be wider than the screen."""
    screen = await browser.new_context(
        viewport={"width": WIDTH, "height": 844}, locale=LOCALES[language], has_touch=True
    )
    here = Phone(await screen.new_page(), language)
    here.page.on("console", lambda said: here.problems.append(said.text))
    here.page.on("pageerror", lambda error: here.problems.append(str(error)))
    await here.open_demo(address)
    yield here
    assert here.problems == []
    assert await here.page.evaluate(_WIDEST) <= WIDTH
    await screen.close()


async def test_at_first_one_is_a_seller_who_speaks_the_browsers_language(phone: Phone) -> None:
    await phone.sees(phone.page.locator(".people [aria-pressed=true]", has_text=phone.me))
    assert await phone.page.locator("html").get_attribute("lang") == phone.language


async def test_a_report_gets_a_card_and_undo_takes_it_back(phone: Phone) -> None:
    await phone.write(phone.say("3单 1310 新客2", "3 orders 1310 new 2"))
    card = phone.card("1310")
    await phone.sees(card.filter(has_text="1,310.00"))
    await phone.press(card, phone.say("撤回", "Undo"))
    await phone.sees(phone.toasts)
    await phone.press(card, phone.say("恢复", "Restore"))
    await phone.sees(card.get_by_role("button", name=phone.say("撤回", "Undo")))
    assert await card.count() == 1


async def test_an_edited_message_changes_its_card(phone: Phone) -> None:
    await phone.write(phone.say("2单 560", "2 orders 560"))
    await phone.sees(phone.card("560.00"))
    await phone.press(phone.mine("560"), phone.say("编辑", "Edit"))
    await phone.write(phone.say("2单 650", "2 orders 650"))
    await phone.sees(phone.card("560.00 → ¥650.00"))
    await phone.sees(phone.mine("650").filter(has_text=phone.say("已编辑", "edited")))
    assert await phone.card("560.00").count() == 1


async def test_at_half_past_nine_the_leaderboard_comes(phone: Phone) -> None:
    boards = phone.bubbles.filter(has_text="🏆").filter(has_text="🥇")
    before = await boards.count()
    await phone.press(phone.clock, "21:30")
    await phone.sees(boards.nth(before))
    await phone.sees(phone.clock.locator("time", has_text="21:3"))


async def test_the_weeks_chart_comes_on_monday_and_opens_large(phone: Phone) -> None:
    pictures = phone.page.locator(".picture img")
    before = await pictures.count()
    await phone.press(phone.clock, "09:05")
    await phone.sees(pictures.nth(before))
    await pictures.last.click()
    large = phone.page.locator("dialog.photo img")
    await phone.sees(large)
    assert await large.evaluate("image => image.naturalWidth") > WIDTH
    await phone.page.keyboard.press("Escape")
    await large.wait_for(state="hidden")


async def test_the_clock_bar_follows_the_leads_settings(phone: Phone) -> None:
    await phone.become("林小花")
    await phone.open("private")
    for time in ("20:00", "21:30"):
        await phone.write(phone.say(f"设置 日报 {time}", f"/settings time {time}"))
        await phone.sees(phone.clock.get_by_role("button", name=time))
    weekly = phone.page.locator("[data-jump=weekly]")
    await phone.write("/settings weekly off")
    await weekly.wait_for(state="hidden")
    await phone.write("/settings weekly on")
    await weekly.wait_for(state="visible")


async def test_a_text_that_telegram_would_not_take_is_kept_and_explained(phone: Phone) -> None:
    await phone.write("长" * 4097)
    await phone.sees(phone.toasts.filter(has_text="4097"))
    assert len(await phone.page.locator("textarea").input_value()) == 4097


async def test_the_tour_leads_through_the_day_and_stays_away_once_closed(phone: Phone) -> None:
    tour = phone.page.locator(".tour")
    attempt = tour.locator(".try")
    boards = phone.bubbles.filter(has_text="🏆").filter(has_text="🥇")
    await phone.sees(tour.filter(has_text="1/5"))
    await attempt.click()
    await phone.sees(tour.filter(has_text="2/5"))
    await phone.sees(phone.card("1280"))
    await phone.press(phone.card("1280").last, phone.say("撤回", "Undo"))
    await phone.sees(tour.filter(has_text="3/5"))
    await attempt.click()
    await phone.sees(phone.mine("/me"))
    await phone.sees(tour.filter(has_text="4/5"))
    await phone.open("group")
    before = await boards.count()
    await attempt.click()
    await phone.sees(boards.nth(before))
    await phone.sees(tour.filter(has_text="5/5"))
    await phone.write("/chart")
    await phone.page.locator(".picture").last.click(timeout=PATIENCE)
    await phone.page.keyboard.press("Escape")
    await phone.sees(tour.filter(has_text="/target"))
    await tour.locator(".end").click()
    await phone.page.reload()
    await phone.sees(phone.bubbles)
    assert await tour.is_hidden()


async def test_what_is_written_in_a_topic_is_answered_there(phone: Phone) -> None:
    topics = phone.page.locator(".topics button")
    await phone.become("林小花")
    await phone.page.locator(".about").click()
    await phone.sees(phone.page.locator(".info li", has_text="小周"))
    await phone.page.locator(".info input").fill("VIP")
    await phone.page.locator(".info form button").click()
    await phone.sees(phone.page.locator(".topics [aria-current=true]", has_text="VIP"))
    await phone.become(phone.me)
    await topics.filter(has_text="VIP").click()
    await phone.write(phone.say("1单 98", "1 order 98"))
    await phone.sees(phone.card("98.00"))
    await topics.first.click()
    await phone.sees(phone.card("396.00"))
    assert await phone.card("98.00").count() == 0


async def test_the_bots_reactions_pins_and_typing_are_shown(phone: Phone, address: str) -> None:
    await phone.open("private")
    await phone.write("OK OK")
    await phone.sees(phone.answer("OK OK"))
    me = int(phone.page.url.partition("#")[2].partition(":")[0])
    state = await (await phone.page.request.get(f"{address}/chat/state", params={"person": me})).json()
    own = [message["id"] for message in state["chats"][1]["messages"] if message["sender"]][-1]
    for method, what in (
        ("setMessageReaction", {"message_id": own, "reaction": [{"type": "emoji", "emoji": "👍"}]}),
        ("pinChatMessage", {"message_id": own}),
        ("sendChatAction", {"action": "typing"}),
    ):
        answer = await phone.page.request.post(f"{address}/bot{TOKEN}/{method}", data={"chat_id": me, **what})
        assert answer.ok
    await phone.sees(phone.mine("OK OK").filter(has_text="👍"))
    await phone.sees(phone.page.locator(".pin", has_text="OK OK"))
    await phone.sees(phone.page.locator(".subtitle", has_text=phone.say("正在输入", "typing")))


async def test_the_command_menu_opens_on_a_slash_and_is_walked_by_keys(phone: Phone) -> None:
    await phone.open("private")
    await phone.page.locator("textarea").press_sequentially("/to")
    await phone.sees(phone.page.locator(".commands [aria-selected=true]", has_text="/top"))
    await phone.page.keyboard.press("Enter")
    await phone.sees(phone.answer("/top"))


async def test_another_language_is_one_tap_away(phone: Phone) -> None:
    await phone.page.locator(".language").click()
    await phone.sees(phone.page.locator(".subtitle", has_text=phone.say("members", "位成员")))
    await phone.sees(phone.page.locator(".chats", has_text=phone.say("Longhubang", "龙虎榜")))
    assert await phone.page.locator("textarea").get_attribute("placeholder") == phone.say("Message", "写消息")
    await phone.open("private")
    await phone.write("/start")
    await phone.sees(phone.answer("/start").filter(has_text=phone.say("Hello", "你好")))
    await phone.open("group")
    await phone.page.locator(".language").click()
    await phone.sees(phone.page.locator(".subtitle", has_text=phone.say("位成员", "members")))


async def test_everything_can_be_done_by_keyboard_alone(phone: Phone) -> None:
    keyboard = phone.page.keyboard
    await walk_to(phone, "阿强")
    await keyboard.press("Enter")
    await phone.sees(phone.page.locator(".people [aria-pressed=true]", has_text="阿强"))
    await walk_to(phone, "写消息")  # the page speaks the language of whoever is played
    await keyboard.type(phone.say("2单 1460", "2 orders 1460"))
    await keyboard.press("Enter")
    card = phone.card("1460")
    await phone.sees(card.filter(has_text="1,460.00"))
    await walk_to(phone, phone.say("撤回", "Undo"), back=True)
    await keyboard.press("Enter")
    await phone.sees(card.get_by_role("button", name=phone.say("恢复", "Restore")))


async def walk_to(phone: Phone, label: str, *, back: bool = False) -> None:
    """Moves the focus with the Tab key until it is on what says `label`."""
    for _ in range(_FURTHEST):
        await phone.page.keyboard.press("Shift+Tab" if back else "Tab")
        focused = await phone.page.evaluate(
            "document.activeElement.innerText || document.activeElement.placeholder || ''"
        )
        if label in focused:
            return
    pytest.fail(f"the keyboard does not reach {label}")


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [WIDTH, 1280])
async def test_every_word_stands_out_from_its_ground(phone: Phone, theme: Literal["light", "dark"], width: int) -> None:
    """On a phone and on a desktop."""
    await phone.page.emulate_media(color_scheme=theme)
    await phone.page.set_viewport_size({"width": width, "height": 844})
    await phone.write("/top")
    await phone.sees(phone.answer("/top"))
    words = await phone.page.evaluate(_CONTRASTS)
    assert len(words) > 20
    assert [(word, round(ratio, 2)) for word, ratio in words if ratio < LEGIBLE] == []
    assert await phone.page.evaluate(_WIDEST) <= width
    await phone.page.set_viewport_size({"width": WIDTH, "height": 844})


async def test_a_file_can_be_sent_and_the_template_kept(phone: Phone) -> None:
    await phone.become("林小花")
    await phone.open("private")
    await phone.write("/import")
    template = phone.page.locator("a.file", has_text=".xlsx")
    await phone.sees(template)
    async with phone.page.expect_download() as kept:
        await template.last.click()
    assert (await kept.value).suggested_filename.endswith(".xlsx")
    rows = "Date,Name,Amount\n2026-05-04,小美,450\n"
    await phone.page.locator("input.file").set_input_files(
        {"name": "may.csv", "mimeType": "text/csv", "buffer": rows.encode()}
    )
    await phone.sees(phone.mine("may.csv"))
    preview = phone.bubbles.filter(has_text="may").filter(has_text="450.00")
    await preview.last.locator(".keys button").last.click()
    await preview.last.wait_for(state="detached", timeout=PATIENCE)
