"""The three loops, built, started and stopped."""

import asyncio
import logging
import os
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from telegram import BotCommand
from telegram.error import InvalidToken, TelegramError

from bot.alive import Pulse, heartbeat_of
from bot.attempts import Attempts
from bot.dispatch import Dispatch
from bot.drawing import ChartWorker
from bot.exporting import ExportWorker
from bot.http import TelegramBot, connect
from bot.menus import menus
from bot.nightly import Nightly
from bot.reader import read
from bot.reader.reading import Context
from bot.receive import Receiver
from bot.registry import Registry
from bot.render import plain
from bot.send import Sender
from bot.service import Service
from bot.settings import Settings
from bot.telegram_facts import TelegramFacts
from bot.texts import LANGUAGES
from bot.ticker import Ticker
from bot.waiting import rest
from kpi.ids import TelegramId
from kpi.message import say
from kpi.money import Money
from storage import outbox, teams
from storage.connection import file_of
from storage.database import Database
from storage.errors import UnknownZoneError
from storage.lock import Leadership

if TYPE_CHECKING:
    from bot.webhook import Webhook

log = logging.getLogger(__name__)

_STAND_BY = 5.0  # seconds between two tries to lead
_INTRODUCTION = 10.0  # seconds between two tries to reach Telegram at the start
_HUNG = 300.0  # seconds without a turn of the receive loop; a long poll and a pause take 75 at most
_LOOK = 15.0
_HUNG_EXIT = 70  # EX_SOFTWARE


class LostLeadershipError(Exception):
    """Another process may lead now: stop at once."""


class App:
    """A bot on one database. `clock` gives aware UTC, `monotonic` seconds."""

    def __init__(
        self,
        settings: Settings,
        registry: Registry,
        clock: Callable[[], datetime],
        monotonic: Callable[[], float],
    ) -> None:
        self._settings = settings
        self._registry = registry
        self._clock = clock
        self._monotonic = monotonic
        self._pulse = Pulse(heartbeat_of(settings), clock, monotonic)
        self._service = service_of(settings, clock())
        self._database = Database(settings.database_url)
        self._charts, self._exports = ChartWorker(), ExportWorker(settings.database_url)
        self._draw: Callable[[object], Awaitable[bytes]] = self._charts.draw
        self._ticker: Ticker | None = None

    def clock_moved(self) -> None:
        """Looks at once for what is due; for the demo, whose clock is moved by hand."""
        if self._ticker is not None:
            self._ticker.soon()

    async def run(self, stop: asyncio.Event) -> None:
        """Runs until `stop` is set. While another process leads, stands by."""
        leadership = Leadership(self._settings.database_url)
        await asyncio.to_thread(self._database.migrate)
        await asyncio.to_thread(self._know_zones)
        async with self._watched():
            await self._run(stop, leadership)

    async def _run(self, stop: asyncio.Event, leadership: Leadership) -> None:
        try:
            while not stop.is_set():
                self._pulse.turned()
                if await asyncio.to_thread(leadership.acquire):
                    await self._lead(stop, leadership)
                else:
                    log.warning("another process leads; standing by")
                    self._pulse.stands_by()
                    await rest(stop, _STAND_BY)
        finally:
            self._charts.close()
            self._exports.close()
            leadership.release()
            self._database.close()

    @asynccontextmanager
    async def _watched(self) -> AsyncIterator[None]:
        """With /healthz and /metrics where somebody wants them."""
        if self._settings.metrics_port is None:
            yield
            return
        from bot.health import Figures, HealthServer  # a server and a library that few need

        figures = Figures(self._pulse, self._database, self._service.database, self._clock, self._monotonic)
        self._draw = figures.timed(self._charts.draw)
        server = HealthServer(self._settings.metrics_port, self._pulse, figures)
        runner = await server.start()
        try:
            yield
        finally:
            await server.stop(runner)

    async def _lead(self, stop: asyncio.Event, leadership: Leadership) -> None:
        bot = connect(self._settings.token, self._settings.bot_api_url)
        requests = bot._request  # noqa: SLF001 - `Bot.initialize` would put the token into an error's text
        await asyncio.gather(*(request.initialize() for request in requests))
        try:
            if await self._introduced(bot, stop):
                await self._loops(bot, stop, leadership)
        except* LostLeadershipError:
            log.warning("another process may lead now")
        finally:
            await asyncio.gather(*(request.shutdown() for request in requests))

    async def _introduced(self, bot: TelegramBot, stop: asyncio.Event) -> bool:
        """Whether Telegram said who the bot is; tried until it does."""
        while not stop.is_set():
            self._pulse.turned()
            try:
                me = await bot.get_me()
            except InvalidToken:
                log.error("Telegram rejects the token: check BOT_TOKEN (trying again all the same)")  # noqa: TRY400
                await rest(stop, _INTRODUCTION)
            except TelegramError as error:
                log.warning("Telegram does not say who this bot is (%s); trying again", type(error).__name__)
                await rest(stop, _INTRODUCTION)
            else:
                log.info("running as @%s (%d)", me.username, me.id)
                return True
        return False

    async def _loops(self, bot: TelegramBot, stop: asyncio.Event, leadership: Leadership) -> None:
        sender = Sender(
            bot, self._database, self._draw, self._exports.make, clock=self._clock, monotonic=self._monotonic
        )
        facts = TelegramFacts(bot, self._database, frozenset(self._registry.by_word), self._monotonic)
        dispatch = Dispatch(
            self._database,
            facts,
            self._registry,
            clock=self._clock,
            stored=sender.call,
            attempts=self._attempts(),
            service=self._service,
        )
        self._ticker = Ticker(self._database, self._clock, self._monotonic, sender.call, self._pulse.ticked)
        await asyncio.to_thread(self._recover)
        await self._ticker.tick()  # before a setting that waits in the updates can change what was due
        async with asyncio.TaskGroup() as loops:
            loops.create_task(self._receiving(bot, dispatch).run(stop))
            loops.create_task(self._ticker.run(stop))
            loops.create_task(sender.run(stop))
            loops.create_task(self._guard(stop, leadership))
            loops.create_task(_settle_in(bot, self._registry))
            if (nightly := self._nightly(sender.call)) is not None:
                loops.create_task(nightly.run(stop))

    def _receiving(self, bot: TelegramBot, dispatch: Dispatch) -> "Receiver | Webhook":
        settings = self._settings
        if settings.webhook_url:
            from bot.webhook import Webhook  # aiohttp's server, which nobody else needs

            secret = settings.webhook_secret.get_secret_value()
            return Webhook(
                bot, dispatch, url=settings.webhook_url, secret=secret, port=settings.port, pulse=self._pulse
            )
        return Receiver(bot, dispatch, self._pulse)

    def _attempts(self) -> Attempts:
        folder = self._settings.state_folder
        folder.mkdir(parents=True, exist_ok=True)
        return Attempts(folder / "attempts.json")

    def _nightly(self, stored: Callable[[], None]) -> Nightly | None:
        """What backs up the books; None for those in PostgreSQL."""
        file = self._service.database
        return Nightly(self._database, file, self._service, self._clock, stored) if file else None

    def _know_zones(self) -> None:
        """`UnknownZoneError` for a team's zone that this machine does not have."""
        with self._database.read() as db:
            for zone, team in teams.zones(db):
                try:
                    ZoneInfo(zone)
                except (ZoneInfoNotFoundError, ValueError) as error:
                    raise UnknownZoneError(team, zone) from error

    def _recover(self) -> None:
        with self._database.write() as db:
            outbox.unknown_after_restart(db, self._clock())

    async def _guard(self, stop: asyncio.Event, leadership: Leadership) -> None:
        """Ends the process when it no longer leads, or when the receive loop hangs while everything looks alive."""
        self._pulse.turned()
        while not stop.is_set():
            await rest(stop, _LOOK)
            if not await asyncio.to_thread(leadership.holds):
                raise LostLeadershipError
            if self._pulse.still() > _HUNG:
                log.critical("the receive loop hangs; ending the process")
                os._exit(_HUNG_EXIT)  # a thread that hangs would hold up any gentler end


def service_of(settings: Settings, now: datetime) -> Service:
    """What a process with these settings that starts `now` says of itself."""
    file = file_of(settings.database_url)
    operators = frozenset(map(TelegramId, settings.operator_ids))
    return Service(now, operators, Path(file) if file else None, settings.backups)


async def _settle_in(bot: TelegramBot, registry: Registry) -> None:
    """What can be done while Telegram is asked for the first updates."""
    await asyncio.to_thread(_warm_up)
    await _show_menus(bot, registry)


def _warm_up() -> None:
    """Loads what is loaded late (words, vocabulary, numbers), so that the first seller does not wait for it."""
    for language in LANGUAGES:
        read("3单 1,280", Context(today=date.min, currency="CNY", lang=language))
        plain(say("figure-net", value=Money(0, "CNY")), language)


async def _show_menus(bot: TelegramBot, registry: Registry) -> None:
    """The command menus of each audience and language. Without them the bot works all the same."""
    try:
        for menu in menus(registry.commands):
            commands = [BotCommand(name, description) for name, description in menu.commands]
            await bot.set_my_commands(commands, scope=menu.scope, language_code=menu.language)
    except TelegramError as error:
        log.warning("the command menus were not set (%s)", type(error).__name__)
