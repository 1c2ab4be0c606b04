"""A small bot on aiogram 3 and aiosqlite, as its documentation builds one: `aiogram_bot API_URL DATABASE`.

It is given what helps it: one connection in WAL mode without a sync for each commit, two calls into it per report,
all updates handled at once. It acknowledges before it stores, has no rate limits and knows neither teams nor roles.
"""

# aiogram is installed for `make bench` alone, in an environment of its own, so that mypy may not find it.
# mypy: disable-error-code="import-not-found"

import asyncio
import html
import sys

import aiosqlite
from aiogram import Bot, Dispatcher
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.enums import ParseMode
from aiogram.filters import Command
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup, Message

from tests.bench import rival
from tests.bench.service import TOKEN


async def report(message: Message, db: aiosqlite.Connection) -> None:
    """Stores a sale and answers with its card."""
    user = message.from_user
    if message.text is None or user is None:
        return
    sold = rival.sale(message.text, chat=message.chat.id, message=message.message_id, seller=user.id)
    if sold is None:
        return
    stored = await db.execute_insert(rival.INSERT, sold.row)
    standing = await db.execute_fetchall(rival.STANDING, sold.asked)
    number = int((stored or (0,))[0])
    today, orders, month = next(iter(standing))
    keyboard = InlineKeyboardMarkup(
        inline_keyboard=[[InlineKeyboardButton(text=text, callback_data=data) for text, data in rival.buttons(number)]]
    )
    text = rival.card(sold, html.escape(user.full_name), number, (today, orders, month))
    await message.answer(text, reply_markup=keyboard)


async def main(api_url: str, database: str) -> None:
    """Runs until it is stopped."""
    async with aiosqlite.connect(database, isolation_level=None) as db:
        await db.execute("PRAGMA journal_mode = WAL")
        await db.execute("PRAGMA synchronous = NORMAL")
        await db.executescript(rival.SCHEMA)
        session = AiohttpSession(api=TelegramAPIServer.from_base(api_url))
        bot = Bot(TOKEN, session=session, default=DefaultBotProperties(parse_mode=ParseMode.HTML))
        dispatcher = Dispatcher(db=db)
        dispatcher.message.register(report, Command("sale"))
        await dispatcher.start_polling(bot, polling_timeout=25)


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
