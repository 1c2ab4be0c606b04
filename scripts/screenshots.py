"""Takes the README's pictures of the demo: `python -m scripts.screenshots`, with Chromium and the tests' packages.

`docs/chat.png` is the chat page on a phone after a report, at the end of the day; `docs/weekly.png` the week's chart.
Their English twins are `docs/chat.en.png` and `docs/weekly.en.png`. The demo's clock starts at a fixed time.
"""

import asyncio
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from playwright.async_api import Browser

from tests.journeys.browser import LOCALES, WIDTH, Phone, chromium, demo

DOCS = Path(__file__).parent.parent / "docs"
EVENING = datetime(2026, 6, 13, 12, 40, tzinfo=UTC)  # a Saturday, 20:40 in Shanghai
LARGEST = 400_000  # bytes of a picture
HEIGHT, SHARPNESS = 900, 2
ENDINGS = {"zh": "png", "en": "en.png"}
REPORTS = {
    "zh": {"阿强": "2单 1998 新客1", "丽丽": "5单 640", "Ken": "3单 894 新客2", "小美": "3单 1280 新客2"},
    "en": {
        "阿强": "2 orders 1998 new 1",
        "丽丽": "5 orders 640",
        "小美": "3 orders 894 new 2",
        "Ken": "3 orders 1280 new 2",
    },
}


async def main() -> None:
    DOCS.mkdir(exist_ok=True)
    async with chromium() as browser:
        for language in LOCALES:
            with tempfile.TemporaryDirectory() as folder:
                async with demo(Path(folder), EVENING) as address:
                    await take(browser, address, language)


async def take(browser: Browser, address: str, language: str) -> None:
    """Both pictures in one language, of a demo that has just begun."""
    page = await browser.new_page(
        viewport={"width": WIDTH, "height": HEIGHT}, device_scale_factor=SHARPNESS, locale=LOCALES[language]
    )
    phone = Phone(page, language)
    await phone.open_demo(address)
    await page.locator(".tour .end").click()
    await phone.set_language()
    await report(phone)
    await phone.press(phone.clock, "21:30")
    await phone.sees(phone.bubbles.filter(has_text="🏆"))
    await page.mouse.move(0, 0)  # off the clock bar's button
    keep(f"chat.{ENDINGS[language]}", await page.screenshot())
    await phone.press(phone.clock, "09:05")
    await phone.sees(page.locator(".picture img"))
    address_of_chart = await page.locator(".picture img").last.get_attribute("src")
    chart = await page.request.get(f"{address}{address_of_chart}")
    keep(f"weekly.{ENDINGS[language]}", await chart.body())
    await page.close()


async def report(phone: Phone) -> None:
    """What the team sold today; last reports whose phone it is."""
    for name, text in REPORTS[phone.language].items():
        await phone.become(name)
        await phone.write(text)
        await phone.sees(phone.card(text))


def keep(name: str, picture: bytes) -> None:
    if len(picture) > LARGEST:
        raise ValueError(f"{name} has {len(picture)} bytes")
    (DOCS / name).write_bytes(picture)
    print(f"{name}: {len(picture)} bytes")


if __name__ == "__main__":
    asyncio.run(main())
