"""The demo's chat page in a real browser, on a phone, in Chinese and in English."""

import os
import re
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import pytest_asyncio

from tests.journeys.browser import PHONE, chromium, demo, missing

if TYPE_CHECKING:
    from playwright.async_api import Browser, Locator, Page

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]

NOON = datetime(2026, 6, 10, 4, 0, tzinfo=UTC)  # a Wednesday, 12:00 in Shanghai
LOCALES = {"zh": "zh-CN", "en": "en-GB"}
PATIENCE = 15_000  # ms until something must be seen
_OVERFLOWING = "Math.max(document.documentElement.scrollWidth, document.querySelector('.scroll').scrollWidth)"


@dataclass
class Phone:
    """The page as one person has it. `problems` are what its console complained of."""

    page: "Page"
    language: str
    problems: list[str] = field(default_factory=list)

    def say(self, zh: str, en: str) -> str:
        """The one of the two that this person reads."""
        return zh if self.language == "zh" else en

    @property
    def bubbles(self) -> "Locator":
        return self.page.locator(".message")

    @property
    def toasts(self) -> "Locator":
        return self.page.locator(".toasts p")

    def mine(self, text: str) -> "Locator":
        return self.page.locator(".message.mine", has_text=text)

    def card(self, text: str) -> "Locator":
        """The bot's answer that has `text` and quotes what it answers."""
        return self.page.locator(".message:not(.mine)", has=self.page.locator(".quote"), has_text=text)

    async def become(self, name: str) -> None:
        await self.page.locator(".people button", has_text=name).click()

    async def write(self, text: str) -> None:
        await self.page.locator("textarea").fill(text)
        await self.page.locator("textarea").press("Enter")

    async def press(self, where: "Locator", label: str) -> None:
        await where.get_by_role("button", name=label).click()

    async def sees(self, what: "Locator") -> None:
        await what.last.wait_for(timeout=PATIENCE)


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


@pytest.fixture(params=["zh", "en"])
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest_asyncio.fixture(loop_scope="module")
async def phone(browser: "Browser", language: str, tmp_path: Path) -> AsyncIterator[Phone]:
    """A demo and somebody's phone, on which nothing may go wrong and nothing may be wider than the screen."""
    async with demo(tmp_path, NOON) as address:
        screen = await browser.new_context(
            viewport={"width": PHONE, "height": 844}, locale=LOCALES[language], has_touch=True
        )
        here = Phone(await screen.new_page(), language)
        here.page.on("console", lambda said: here.problems.append(said.text) if said.type != "info" else None)
        here.page.on("pageerror", lambda error: here.problems.append(str(error)))
        await here.page.goto(address)
        if language == "en":
            await speak_english(here)
        await here.sees(here.card("396"))
        yield here
        assert here.problems == []
        assert await here.page.evaluate(_OVERFLOWING) <= PHONE
        await screen.close()


async def speak_english(phone: Phone) -> None:
    """The lead changes the group's language."""
    await phone.become("林小花")
    await phone.write("/settings language en")
    await phone.sees(phone.bubbles.filter(has_text="English"))
    await phone.become("Ken")


async def test_one_is_a_seller_who_speaks_the_browsers_language(phone: Phone) -> None:
    chosen = phone.page.locator(".people [aria-pressed=true]")
    assert phone.say("小美", "Ken") in await chosen.inner_text()
    assert await phone.page.locator("html").get_attribute("lang") == phone.language


async def test_a_report_gets_a_card_and_undo_takes_it_back(phone: Phone) -> None:
    await phone.write(phone.say("3单 1280 新客2", "3 orders 1280 new 2"))
    card = phone.card("1,280.00")
    await phone.sees(card)
    await phone.press(card, phone.say("撤回", "Undo"))
    await phone.sees(phone.toasts)
    await phone.sees(phone.bubbles.filter(has_text=phone.say("已撤回", "was taken back")))
    await phone.press(phone.bubbles.last, phone.say("恢复", "Restore"))
    await phone.sees(phone.card("1,280.00"))


async def test_an_edited_message_changes_its_card(phone: Phone) -> None:
    await phone.write(phone.say("2单 560", "2 orders 560"))
    await phone.sees(phone.card("560.00"))
    await phone.press(phone.mine("560"), phone.say("编辑", "Edit"))
    await phone.write(phone.say("2单 650", "2 orders 650"))
    await phone.sees(phone.card("650.00"))
    await phone.sees(phone.mine("650").filter(has_text=phone.say("已编辑", "edited")))
    assert await phone.card("560.00").count() == 0


async def test_at_half_past_nine_the_leaderboard_comes(phone: Phone) -> None:
    await phone.press(phone.page.locator(".clock"), "21:30")
    board = phone.bubbles.filter(has_text="🏆").filter(has_text="🥇")
    await phone.sees(board)
    assert "21:30" in await phone.page.locator(".clock time").inner_text()


async def test_the_weeks_chart_comes_on_monday_and_opens_large(phone: Phone) -> None:
    await phone.press(phone.page.locator(".clock"), "09:05")
    picture = phone.page.locator(".picture img")
    await phone.sees(picture)
    await picture.last.click()
    large = phone.page.locator("dialog.photo img")
    await phone.sees(large)
    assert await large.evaluate("image => image.naturalWidth") > PHONE
    await phone.page.keyboard.press("Escape")
    await large.wait_for(state="hidden")


async def test_the_clock_bar_follows_the_leads_settings(phone: Phone) -> None:
    await phone.become("林小花")
    await phone.write(phone.say("设置 日报 20:00", "/settings time 20:00"))
    await phone.sees(phone.page.locator(".clock").get_by_role("button", name="20:00"))
    await phone.write(phone.say("设置 周报 关", "/settings weekly off"))
    await phone.page.locator("[data-jump=weekly]").wait_for(state="hidden")


async def test_a_text_that_telegram_would_not_take_is_kept_and_explained(phone: Phone) -> None:
    await phone.write("长" * 4097)
    await phone.sees(phone.toasts.filter(has_text="4097"))
    assert len(await phone.page.locator("textarea").input_value()) == 4097
    phone.problems.clear()  # the browser notes the refused request


async def test_the_tour_leads_through_the_day(phone: Phone) -> None:
    tour = phone.page.locator(".tour")
    for step, sees in enumerate(("1,280.00", None, None, "🥇", None), start=1):
        await phone.sees(tour.filter(has_text=f"{step}/5"))
        if step == 2:
            await phone.press(phone.card("1,280.00"), phone.say("撤回", "Undo"))
            continue
        await tour.locator(".try").click()
        if sees:
            await phone.sees(phone.bubbles.filter(has_text=sees))
    await phone.sees(phone.page.locator(".picture img"))
    await phone.page.locator(".picture img").last.click()
    await phone.page.keyboard.press("Escape")
    await phone.sees(tour.filter(has_text="/target"))
    await tour.locator(".end").click()
    await tour.wait_for(state="hidden")
    await phone.page.reload()
    await phone.sees(phone.bubbles)
    assert await tour.is_hidden()


async def test_what_is_written_in_a_topic_is_answered_there(phone: Phone) -> None:
    await phone.become("林小花")
    await phone.page.locator(".about").click()
    await phone.sees(phone.page.locator(".info li", has_text="小周"))
    await phone.page.locator(".info input").fill("Tagesgeschäft")
    await phone.page.locator(".info form button").click()
    await phone.sees(phone.page.locator(".topics [aria-current=true]", has_text="Tagesgeschäft"))
    await phone.become(phone.say("小美", "Ken"))
    await phone.page.locator(".topics button", has_text="Tagesgeschäft").click()
    await phone.write(phone.say("1单 98", "1 order 98"))
    await phone.sees(phone.card("98.00"))
    await phone.page.locator(".topics button").first.click()
    await phone.sees(phone.card("396.00"))
    assert await phone.card("98.00").count() == 0


async def test_the_command_menu_opens_on_a_slash_and_is_walked_by_keys(phone: Phone) -> None:
    await phone.page.locator("textarea").press_sequentially("/to")
    await phone.sees(phone.page.locator(".commands [aria-selected=true]", has_text="/top"))
    await phone.page.keyboard.press("Enter")
    await phone.sees(phone.mine("/top"))
    await phone.sees(phone.bubbles.filter(has_text="🏆"))


async def test_another_language_is_one_tap_away(phone: Phone) -> None:
    await phone.page.locator(".language").click()
    other = {"zh": "en", "en": "zh"}[phone.language]
    await phone.page.locator(f"html[lang={other}]").wait_for()
    assert re.search("members|位成员", await phone.page.locator(".subtitle").inner_text())
    assert phone.say("Message", "写消息") == await phone.page.locator("textarea").get_attribute("placeholder")
