"""The real demo, and Chromium to look at it with."""

import asyncio
import importlib.util
import os
import re
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from bot.demo.run import run_demo
from main import demo_bot

if TYPE_CHECKING:
    from playwright.async_api import Browser

PHONE = 390  # pixels
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
