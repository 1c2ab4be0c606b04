"""The real demo, and Chromium to look at it with."""

import asyncio
import importlib.util
import os
import re
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from bot.demo.run import run_demo
from main import demo_bot

if TYPE_CHECKING:
    from playwright.async_api import Browser, Locator, Page

WIDTH = 390  # pixels of a phone
LOCALES = {"zh": "zh-CN", "en": "en-GB"}
PATIENCE = 15_000  # ms until something must be seen
# Nothing of the browser's own may go to the network.
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
_NAMES = ("chromium", "chromium-browser", "google-chrome")


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
    def me(self) -> str:
        """Who is played at first."""
        return self.say("小美", "Ken")

    async def open_demo(self, address: str) -> None:
        """The page, once the first report is answered."""
        await self.page.goto(address)
        await self.sees(self.card("396"))

    async def set_language(self) -> None:
        """The lead sets the group's language to this one."""
        await self.become("林小花")
        await self.write(f"/settings language {self.language}")
        await self.sees(self.card("/settings language"))

    @property
    def bubbles(self) -> "Locator":
        return self.page.locator(".message")

    @property
    def toasts(self) -> "Locator":
        return self.page.locator(".toasts p")

    @property
    def clock(self) -> "Locator":
        return self.page.locator(".clock")

    def mine(self, text: str) -> "Locator":
        return self.page.locator(".message.mine", has_text=text)

    def card(self, text: str) -> "Locator":
        """The bot's answer to a message, with `text` in either."""
        return self.page.locator(".message:not(.mine)", has=self.page.locator(".quote"), has_text=text)

    def answer(self, text: str) -> "Locator":
        """What the bot said right after one's own message."""
        return self.page.locator(f'.message.mine:has-text("{text}") + .message:not(.mine)')

    async def become(self, name: str) -> None:
        await self.page.locator(".people button", has_text=name).click()
        await self.sees(self.page.locator(".people [aria-pressed=true]", has_text=name))
        await self.sees(self.bubbles)

    async def open(self, kind: str) -> None:
        """The `group`, or the `private` chat."""
        await self.page.locator(".chats button").nth(("group", "private").index(kind)).click()

    async def write(self, text: str) -> None:
        await self.page.locator("textarea").fill(text)
        await self.page.locator("textarea").press("Enter")

    async def press(self, where: "Locator", label: str) -> None:
        await where.get_by_role("button", name=label).click()

    async def sees(self, what: "Locator") -> None:
        await what.last.wait_for(timeout=PATIENCE)


def executable() -> str | None:
    """Where this machine's Chromium is: `CHROMIUM` of the environment, else what the PATH has."""
    return os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, _NAMES)), None)


def missing() -> str | None:
    """What must be installed before a browser can be started; None when nothing is missing."""
    if importlib.util.find_spec("playwright") is None:
        return "the Python package playwright is not installed (it is in requirements-dev.lock)"
    if executable() is None:
        return "there is no Chromium on the PATH, and CHROMIUM does not say where one is"
    return None


@asynccontextmanager
async def chromium() -> AsyncIterator["Browser"]:
    """A headless browser."""
    from playwright.async_api import async_playwright

    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=executable(), args=FLAGS)
        try:
            yield browser
        finally:
            await browser.close()


@asynccontextmanager
async def demo(folder: Path, start: datetime) -> AsyncIterator[str]:
    """The address of a demo in which it is `start` (aware) now; from there its clock runs as any does."""
    loop = asyncio.get_running_loop()
    began, stop = loop.time(), asyncio.Event()
    address: asyncio.Future[str] = loop.create_future()
    playing = asyncio.create_task(
        run_demo(
            demo_bot,
            stop,
            real=lambda: start + timedelta(seconds=loop.time() - began),
            folder=folder,
            port=0,
            language="en",
            tell=lambda sentence: address.set_result(re.findall(r"http://[\w.:]+", sentence)[0]),
        )
    )
    playing.add_done_callback(lambda _: address.cancel())  # a demo that does not start has no address
    try:
        yield await address
    finally:
        stop.set()
        await playing
