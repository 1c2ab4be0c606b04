"""Every page of the chat and every picture, to be looked at: `python -m scripts.gallery`, with Chromium.

`docs/gallery/<page>.<language>.<theme>.png`, of the demo at a fixed time: on a phone, and one on a desktop.
"""

import asyncio
import io
import tempfile
from collections.abc import Awaitable, Callable
from itertools import product
from pathlib import Path
from typing import Literal

from PIL import Image
from playwright.async_api import Browser

from scripts.screenshots import EVENING
from tests.journeys.browser import LOCALES, WIDTH, Phone, chromium, demo

GALLERY = Path(__file__).parent.parent / "docs" / "gallery"
Theme = Literal["light", "dark"]
THEMES: tuple[Theme, ...] = ("light", "dark")
PHONE, DESKTOP = (WIDTH, 844), (1280, 800)
COLOURS = 128  # enough for a page without photographs, at a third of the size


async def tour(phone: Phone) -> None:
    await phone.sees(phone.page.locator(".tour"))


async def report(phone: Phone) -> None:
    await phone.write(phone.say("3单 1280 新客2", "3 orders 1280 new 2"))
    await phone.sees(phone.card("1,280.00"))


async def commands(phone: Phone) -> None:
    await phone.open("private")
    await phone.page.locator("textarea").press_sequentially("/")
    await phone.sees(phone.page.locator(".commands [aria-selected=true]"))


async def setup(phone: Phone) -> None:
    await _asks(phone, "林小花", "/setup")


async def settings(phone: Phone) -> None:
    await _asks(phone, "林小花", "/settings")


async def guided(phone: Phone) -> None:
    await _asks(phone, phone.me, "/log")


async def menu(phone: Phone) -> None:
    await _asks(phone, "林小花", "/help")


async def progress(phone: Phone) -> None:
    await _asks(phone, phone.me, "/me", picture=True)


async def week(phone: Phone) -> None:
    await _asks(phone, "林小花", "/chart", picture=True)


async def month(phone: Phone) -> None:
    await _asks(phone, "林小花", phone.say("/chart 本月", "/chart this month"), picture=True)


async def analysis(phone: Phone) -> None:
    await _asks(phone, "林小花", "/analyze", picture=True)


async def boss(phone: Phone) -> None:
    await _asks(phone, "林小花", "/boss", picture=True)


async def bonus(phone: Phone) -> None:
    await _asks(phone, "林小花", phone.say("奖金 新建", "/bonus wizard"))
    await phone.page.get_by_role("button", name=phone.say("成长", "Growth")).click()
    await phone.sees(phone.page.get_by_role("button", name=phone.say("试算", "Simulate")))
    await phone.page.mouse.move(0, 0)


async def simulation(phone: Phone) -> None:
    await bonus(phone)
    await phone.page.get_by_role("button", name=phone.say("试算", "Simulate")).click()
    await phone.sees(phone.page.locator(".picture img").last)


async def photo(phone: Phone) -> None:
    await week(phone)
    await phone.page.locator(".picture img").last.click()
    await phone.sees(phone.page.locator("dialog.photo img"))


async def board(phone: Phone) -> None:
    await phone.press(phone.clock, "21:30")
    await phone.sees(phone.bubbles.filter(has_text="🏆").filter(has_text="🥇"))


async def _asks(phone: Phone, name: str, text: str, *, picture: bool = False) -> None:
    """What the bot answers to somebody in private."""
    await phone.become(name)
    if await phone.page.locator("html").get_attribute("lang") != phone.language:
        await phone.page.locator(".language").click()
    await phone.open("private")
    await phone.write(text)
    answer = phone.answer(text)
    await phone.sees(answer.locator(".picture img") if picture else answer)
    await phone.page.mouse.move(0, 0)


Page = Callable[[Phone], Awaitable[None]]
PAGES: tuple[Page, ...] = (
    *(tour, report, commands, setup, settings, guided, menu, progress),
    *(week, month, analysis, boss, bonus, simulation, photo, board),
)


async def main() -> None:
    GALLERY.mkdir(parents=True, exist_ok=True)
    async with chromium() as browser:
        for language, theme, page in product(LOCALES, THEMES, PAGES):
            await take(browser, page, language, theme, PHONE)
        for language, theme in product(LOCALES, THEMES):
            await take(browser, board, language, theme, DESKTOP)


async def take(browser: Browser, page: Page, language: str, theme: Theme, size: tuple[int, int]) -> None:
    """One page of a demo that has just begun."""
    width, height = size
    with tempfile.TemporaryDirectory() as folder:
        async with demo(Path(folder), EVENING) as address:
            here = await browser.new_page(
                viewport={"width": width, "height": height}, locale=LOCALES[language], color_scheme=theme
            )
            phone = Phone(here, language)
            await phone.open_demo(address)
            if page is not tour:
                await here.locator(".tour .end").click()
                await phone.set_language()
                await phone.become(phone.me)
            await page(phone)
            kind = "" if size == PHONE else "desktop-"
            keep(f"{kind}{page.__name__}.{language}.{theme}.png", await here.screenshot(animations="disabled"))
            await here.close()


def keep(name: str, picture: bytes) -> None:
    Image.open(io.BytesIO(picture)).quantize(COLOURS).save(GALLERY / name, optimize=True)
    print(name)


if __name__ == "__main__":
    asyncio.run(main())
