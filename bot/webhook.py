"""Updates that Telegram brings by itself. 200 is answered after the commit, so that a failure brings them again."""

import asyncio
import hmac
import json
import logging
from http import HTTPStatus

from aiohttp import web
from telegram.error import TelegramError

from bot.alive import Pulse
from bot.dispatch import Dispatch
from bot.http import TelegramBot
from bot.receive import KINDS, parsed
from bot.waiting import rest

log = logging.getLogger(__name__)

PATH = "/telegram"  # the secret is in a header, never in the path
LARGEST = 1024 * 1024  # bytes of one update
_SECRET = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the header's name
_PAUSE = 10.0  # seconds between two tries to register


class Webhook:
    """A web server that Telegram calls. `url` is its public root address."""

    def __init__(self, bot: TelegramBot, dispatch: Dispatch, *, url: str, secret: str, port: int, pulse: Pulse) -> None:
        self._bot = bot
        self._dispatch = dispatch
        self._url = url.rstrip("/") + PATH
        self._secret = secret
        self._port = port
        self._pulse = pulse

    async def run(self, stop: asyncio.Event) -> None:
        """Serves until `stop` is set."""
        runner = web.AppRunner(self.application(), access_log=None)
        await runner.setup()
        try:
            await web.TCPSite(runner, port=self._port).start()
            await self._register(stop)
            while not stop.is_set():
                self._pulse.turned()
                self._pulse.received(0)  # it is Telegram that asks, so being there for it is all
                await rest(stop, _PAUSE)
        finally:
            await runner.cleanup()

    def application(self) -> web.Application:
        """The routes, also for tests."""
        application = web.Application(client_max_size=LARGEST)
        application.router.add_post(PATH, self._receive)
        return application

    async def _register(self, stop: asyncio.Event) -> None:
        while not stop.is_set():
            try:
                await self._bot.set_webhook(self._url, allowed_updates=KINDS, secret_token=self._secret)
            except TelegramError as error:
                log.warning("the webhook could not be registered (%s)", type(error).__name__)
                await rest(stop, _PAUSE)
            else:
                return

    async def _receive(self, request: web.Request) -> web.Response:
        shown = request.headers.get(_SECRET, "")
        if not hmac.compare_digest(shown.encode(), self._secret.encode()):
            return web.Response(status=HTTPStatus.FORBIDDEN)
        try:
            raw = json.loads(await request.read())
        except ValueError:
            return web.Response(status=HTTPStatus.BAD_REQUEST)
        update = parsed(raw, self._bot) if isinstance(raw, dict) else None
        if update is not None:
            await self._dispatch.handle([update])
            self._pulse.received(1)
        return web.Response()
