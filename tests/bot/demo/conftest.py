"""A bot of python-telegram-bot's own on the in-memory Telegram, with a clock that only the test moves."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest
from telegram import Bot, Message, Update

from bot.demo.request import MemoryRequest
from bot.demo.telegram import Group, MemoryTelegram, Person, Shown
from bot.demo.values import Object

TOKEN = "1000000001:test"
WANTED = ["message", "edited_message", "callback_query", "my_chat_member", "chat_member"]


class Clock:
    """Noon of 1 June 2026, until it is moved."""

    def __init__(self) -> None:
        self.now = datetime(2026, 6, 1, 12, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def move(self, **by: float) -> None:
        self.now += timedelta(**by)


@dataclass
class Scene:
    """A group with its owner Li, the seller Mei and the bot, whose first updates are behind it."""

    clock: Clock
    telegram: MemoryTelegram
    bot: Bot
    li: Person
    mei: Person
    group: Group
    offset: int = 0

    async def updates(self) -> list[Update]:
        """What the bot has not heard yet."""
        found = await self.bot.get_updates(offset=self.offset, timeout=0, allowed_updates=WANTED)
        self.offset = found[-1].update_id + 1 if found else self.offset
        return list(found)

    async def heard(self) -> list[Message]:
        """The messages among them."""
        return [update.message for update in await self.updates() if update.message]

    async def say(self, text: str, chat: Group | Person | None = None) -> Shown:
        """The bot writes in HTML; how it looks."""
        where = self.group if chat is None else chat
        self.clock.move(seconds=4)
        sent = await self.bot.send_message(where.id, text, parse_mode="HTML")
        return next(m for m in self.telegram.messages(where) if m.message_id == sent.message_id)

    def last(self, chat: Group | Person | None = None) -> Shown:
        """The newest message."""
        return self.telegram.messages(self.group if chat is None else chat)[-1]

    async def ask(self, method: str, **parameters: object) -> Object:
        """A request as it would come over the network; the whole answer."""
        answer = await self.telegram.call(method, parameters, {})
        return {name: value for name, value in answer.items() if isinstance(value, (str, int, dict, list))}


@pytest.fixture
async def scene() -> AsyncIterator[Scene]:
    clock = Clock()
    telegram = MemoryTelegram(clock, token=TOKEN, username="lhb_bot")
    li, mei = telegram.person("Li", username="li_lead"), telegram.person("小美")
    group = telegram.group("一队", owner=li, members=[mei])
    request = MemoryRequest(telegram)
    async with Bot(TOKEN, request=request, get_updates_request=request) as bot:
        made = Scene(clock, telegram, bot, li, mei, group)
        await made.updates()
        telegram.add_bot(group, li)
        await made.updates()
        await made.updates()  # confirms the batch before
        yield made
